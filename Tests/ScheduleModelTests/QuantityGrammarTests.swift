import ScheduleModel
import Testing

/// Phrases of the field, all with invented numbers.
@Suite("The grammar of quantities")
struct QuantityGrammarTests {
  private func text(_ phrase: String, _ language: ReaderLanguage = .vietnamese) -> String? {
    Quantity(phrase, unit: nil, limit: 10_000_000_000)?.text(in: language)
  }

  private func refusal(_ phrase: String, unit: CountingUnit? = nil) -> QuantityRefusal? {
    do throws(QuantityRefusal) {
      _ = try Quantity.reading(phrase, unit: unit)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "a rate keeps what it is for each of, and is no total",
    arguments: [
      ("3 kỳ/quý", "3 kỳ/quý", "3 kỳ a quarter"), ("1 tin mỗi ngày", "1 tin/ngày", "1 tin a day"),
      ("hai tuần một số", "1 số/2 tuần", "1 số every 2 weeks"), ("3 kỳ một tuần", "3 kỳ/tuần", "3 kỳ a week"),
      ("mỗi tháng 2 kỳ", "2 kỳ/tháng", "2 kỳ a month"),
      ("ít nhất mỗi tuần 1 kỳ", "ít nhất 1 kỳ/tuần", "at least 1 kỳ a week"),
      ("2 tuần/số", "1 số/2 tuần", "1 số every 2 weeks"),
      ("1 bản tin/buổi", "1 bản tin/buổi", "1 bản tin a session"),
      ("hơn 5 tin mỗi tuần", "hơn 5 tin/tuần", "more than 5 tin a week"),
      ("2 - 3 bài/tháng", "2 - 3 bài/tháng", "2 - 3 bài a month"),
      ("mỗi 2 tuần 1 kỳ", "1 kỳ/2 tuần", "1 kỳ every 2 weeks"),
      ("2 kỳ every 3 months", "2 kỳ/3 tháng", "2 kỳ every 3 months"),
      ("40 giờ/tuần", "40 giờ/tuần", "40 hours a week"),
      ("1 kỳ a fortnight", "1 kỳ/2 tuần", "1 kỳ every 2 weeks"),
    ])
  func rates(phrase: String, vietnamese: String, english: String) {
    #expect(text(phrase) == vietnamese)
    #expect(text(phrase, .english) == english)
  }

  @Test(
    "a range keeps both ends, and a figure in words stays as the source has it",
    arguments: [
      ("12 - 15 kỳ", "12 - 15 kỳ"), ("12-15 kỳ", "12 - 15 kỳ"), ("12–15 kỳ", "12 - 15 kỳ"),
      ("12 đến 15 kỳ", "12 - 15 kỳ"), ("từ 12 đến 15 kỳ", "12 - 15 kỳ"), ("từ 12 kỳ đến 15 kỳ", "12 - 15 kỳ"),
      ("hai đến ba kỳ", "2 - 3 kỳ"), ("between 12 and 15 kỳ", "12 - 15 kỳ"),
      ("khoảng 10 - 15 bài", "khoảng 10 - 15 bài"),
      ("12 - 12 kỳ", "12 kỳ"), ("5 - 7 nghìn tờ", "5.000 - 7.000 tờ"), ("900 - 1 nghìn tờ", "900 - 1.000 tờ"),
      ("hàng chục tin", "hàng chục tin"), ("Hàng nghìn lượt", "Hàng nghìn lượt"), ("vài bài", "vài bài"),
      ("nhiều tin, bài", "nhiều tin, bài"), ("một số tin", "một số tin"), ("dozens of tin", "dozens of tin"),
    ])
  func rangesAndWords(phrase: String, printed: String) { #expect(text(phrase) == printed) }

  @Test(
    "every qualifier of the field is understood",
    arguments: [
      ("tối đa 12 kỳ", "tối đa 12 kỳ", "at most 12 kỳ"), ("không quá 12 kỳ", "tối đa 12 kỳ", "at most 12 kỳ"),
      ("12 kỳ trở xuống", "tối đa 12 kỳ", "at most 12 kỳ"), ("dưới 12 kỳ", "dưới 12 kỳ", "less than 12 kỳ"),
      ("chưa đến 12 kỳ", "dưới 12 kỳ", "less than 12 kỳ"),
      ("không dưới 12 kỳ", "ít nhất 12 kỳ", "at least 12 kỳ"),
      ("tối thiểu 12 kỳ", "ít nhất 12 kỳ", "at least 12 kỳ"),
      ("từ 12 kỳ trở lên", "ít nhất 12 kỳ", "at least 12 kỳ"),
      ("12 kỳ or more", "ít nhất 12 kỳ", "at least 12 kỳ"),
      ("xấp xỉ 70 bài", "khoảng 70 bài", "about 70 bài"),
      ("ước 70 bài", "khoảng 70 bài", "about 70 bài"), ("khoảng gần 70 bài", "khoảng 70 bài", "about 70 bài"),
      ("trên dưới 70 bài", "khoảng 70 bài", "about 70 bài"),
      ("trên 70 bài", "hơn 70 bài", "more than 70 bài"),
      ("up to 5 bài", "tối đa 5 bài", "at most 5 bài"), ("fewer than 5 bài", "dưới 5 bài", "less than 5 bài"),
    ])
  func qualifiers(phrase: String, vietnamese: String, english: String) {
    #expect(text(phrase) == vietnamese)
    #expect(text(phrase, .english) == english)
  }

  @Test(
    "thousands and numbers in words are numbers",
    arguments: [
      ("5 nghìn tờ", 5_000), ("5 ngàn tờ", 5_000), ("1,2 triệu lượt", 1_200_000), ("3 vạn tờ", 30_000),
      ("hai chục tin", 20), ("2,5 chục tin", 25), ("1 triệu 200 nghìn lượt", 1_200_000),
      ("1 tỷ lượt", 1_000_000_000),
      ("3 trăm tờ", 300), ("mười hai kỳ", 12), ("mười lăm kỳ", 15), ("hai mươi ba kỳ", 23),
      ("ba mươi mốt kỳ", 31),
      ("hai mươi tư kỳ", 24), ("một trăm linh năm kỳ", 105), ("một nghìn hai trăm tờ", 1_200),
      ("hai trăm năm mươi nghìn tờ", 250_000), ("năm kỳ", 5), ("mười một số", 11),
      ("5 chục nghìn tờ", 50_000),
    ])
  func thousands(phrase: String, value: Int) {
    #expect(Quantity(phrase, unit: nil, limit: 10_000_000_000).map { $0.isExact ? $0.value : -1 } == value)
  }

  @Test(
    "time is kept in minutes, and printed as it was stated: in hours or in minutes",
    arguments: [
      ("40 giờ", 2_400, "40 giờ", "40 hours"), ("1.800 phút", 1_800, "1.800 phút", "1,800 minutes"),
      ("12:30 giờ", 750, "12 giờ 30 phút", "12 hours 30 minutes"),
      ("2 giờ 15 phút", 135, "2 giờ 15 phút", "2 hours 15 minutes"),
      ("4,5 giờ", 270, "4 giờ 30 phút", "4 hours 30 minutes"),
      ("1 giờ", 60, "1 giờ", "1 hour"), ("10-15 phút", 10, "10 - 15 phút", "10 - 15 minutes"),
      ("1 - 2 giờ", 60, "1 - 2 giờ", "1 - 2 hours"),
      ("45 phút - 1 giờ", 45, "45 phút - 1 giờ", "45 minutes - 1 hour"),
      ("hơn 40 giờ phát sóng", 2_400, "hơn 40 giờ phát sóng", "more than 40 hours phát sóng"),
      ("30m", 30, "30 phút", "30 minutes"), ("1h30", 90, "1 giờ 30 phút", "1 hour 30 minutes"),
      ("0 giờ", 0, "0 giờ", "0 hours"), ("2h 15m", 135, "2 giờ 15 phút", "2 hours 15 minutes"),
      ("hai giờ mười lăm phút", 135, "2 giờ 15 phút", "2 hours 15 minutes"),
      ("520 giờ chương trình", 31_200, "520 giờ chương trình", "520 hours chương trình"),
    ])
  func time(phrase: String, minutes: Int, vietnamese: String, english: String) {
    #expect(Quantity(phrase, unit: nil)?.value == minutes)
    #expect(text(phrase) == vietnamese)
    #expect(text(phrase, .english) == english)
  }

  @Test("a line whose form is a length of time takes a plain number for it")
  func unitOfTime() {
    #expect(Quantity("40", unit: .time(.hours)) == Quantity(2_400, .time(.hours)))
    #expect(Quantity("40 - 45", unit: .time(.hours)) == Quantity(.range(2_400, 2_700), .exact, .time(.hours)))
    #expect(Quantity("100", unit: .time(.minutes)) == Quantity(100, .time(.minutes)))
  }

  @Test(
    "a number of works with decimals is refused for that, and units side by side are proposed with commas")
  func wholeAndListed() throws {
    let fraction = try #require(refusal("12,5 kỳ"))
    #expect(
      fraction.message.en
        == "“12,5” is not a whole number; only hours, thousands, millions … may have decimals (1,5 giờ; 1,2 triệu)."
    )
    #expect(
      fraction.message.vi
        == "“12,5” không phải là số nguyên; phần thập phân chỉ được dùng với giờ, nghìn, triệu… (1,5 giờ; 1,2 triệu)."
    )
    let listed = try #require(refusal("400 tin bài", unit: CountingUnit("tin")))
    #expect(listed.remedy.vi.hasPrefix("Có phải là “400 tin, bài”? "), "\(listed.remedy.vi)")
    #expect(listed.remedy.en.hasPrefix("Did you mean “400 tin, bài”? "))
  }

  @Test(
    "a refusal says what was understood and what was not", arguments: [ReaderLanguage.vietnamese, .english])
  func refusals(language: ReaderLanguage) {
    let phrases = [
      "23 kỳ xyz", "3 kỳ/huyện", "nhiều", "15 - 12 kỳ", "ít nhất 12 - 15 kỳ", "1,201 lượt", "1.2 triệu lượt",
      "23kỳ",
      "2 trăm rưỡi", "một số", "12 gameshow", "100 tin, 20 ảnh", "1 giờ - 30 phút", "từ 12 kỳ", "12 -",
      "phóng sư", "",
      "2 giờ 75 phút", "1.000.001 kỳ", "12 phóng sư", "tin",
    ]
    let told = phrases.map { refusal($0)?.message[language] ?? "read: \($0)" }
    let expected: [ReaderLanguage: [String]] = [
      .vietnamese: [
        "Đọc được “23 kỳ”, còn “xyz” thì không hiểu.", "Đọc được “3 kỳ”, còn “/huyện” thì không hiểu.",
        "“nhiều” không có đơn vị tính.", "“15 - 12”: số sau nhỏ hơn số trước.",
        "“ít nhất 12 - 15 kỳ”: một khoảng đã có số ít nhất và số nhiều nhất, không thêm từ chỉ giới hạn được.",
        "“1,201” không phải số viết theo cách của tiếng Việt (dấu chấm ngăn hàng nghìn, dấu phẩy là thập phân).",
        "“1.2” không phải số viết theo cách của tiếng Việt (dấu chấm ngăn hàng nghìn, dấu phẩy là thập phân).",
        "“23kỳ” không phải số viết theo cách của tiếng Việt (dấu chấm ngăn hàng nghìn, dấu phẩy là thập phân).",
        "“2 trăm rưỡi” không có đơn vị tính.", "“một số” có nhiều cách hiểu.",
        "Đọc được “12”, còn “gameshow” thì không hiểu.", "Đọc được “100 tin”, còn “, 20 ảnh” thì không hiểu.",
        "“1 giờ - 30 phút”: số sau nhỏ hơn số trước.", "“từ 12 kỳ” chưa nêu hết số lượng.",
        "“12 -” chưa nêu hết số lượng.", "“phóng sư” không bắt đầu bằng số, hay bằng từ chỉ số lượng.",
        "Chưa ghi số lượng.",
        "“75 phút”: đứng sau số giờ thì số phút là từ 0 đến 59.",
        "“1.000.001” lớn hơn 1.000.000, số lớn nhất được dùng ở đây.",
        "Đọc được “12”, còn “phóng sư” thì không hiểu.",
        "“tin” không bắt đầu bằng số, hay bằng từ chỉ số lượng.",
      ],
      .english: [
        "“23 kỳ” is understood, “xyz” is not.", "“3 kỳ” is understood, “/huyện” is not.",
        "“nhiều” has no unit.",
        "“15 - 12”: the range goes backwards.",
        "“ít nhất 12 - 15 kỳ”: a range has its least and its most already, and takes no other limit.",
        "“1,201” is not a number as Vietnamese writes it (points between thousands, a comma before decimals).",
        "“1.2” is not a number as Vietnamese writes it (points between thousands, a comma before decimals).",
        "“23kỳ” is not a number as Vietnamese writes it (points between thousands, a comma before decimals).",
        "“2 trăm rưỡi” has no unit.", "“một số” can be read in more than one way.",
        "“12” is understood, “gameshow” is not.", "“100 tin” is understood, “, 20 ảnh” is not.",
        "“1 giờ - 30 phút”: the range goes backwards.", "“từ 12 kỳ” ends before it says how many.",
        "“12 -” ends before it says how many.",
        "“phóng sư” does not begin with a number, nor with words for one.",
        "The figure is empty.",
        "“75 phút”: behind a number of hours there are 0 to 59 minutes.",
        "“1.000.001” is more than 1,000,000, the largest number that is used here.",
        "“12” is understood, “phóng sư” is not.",
        "“tin” does not begin with a number, nor with words for one.",
      ],
    ]
    #expect(told == expected[language])
    #expect(
      phrases.allSatisfy { refusal($0)?.remedy[language].contains(QuantityRefusal.forms[language]) == true })
  }

  @Test("a time beyond the limit is told in the minutes in which it is held against it")
  func tooLong() {
    #expect(
      refusal("20.000 giờ")?.message.en
        == "“20.000 giờ (1.200.000 phút)” is more than 1,000,000, the largest number that is used here.")
    #expect(
      refusal("20.000 giờ")?.message.vi
        == "“20.000 giờ (1.200.000 phút)” lớn hơn 1.000.000, số lớn nhất được dùng ở đây.")
  }

  @Test("a remedy names the number that is meant, and the unit that is near")
  func remedies() {
    let phrases = ["1,201 lượt", "1.2 nghìn lượt", "23kỳ", "12 phóngsự", "12:30"]
    #expect(
      phrases.map { refusal($0)?.remedy.en.prefix { $0 != "U" } } == [
        "Write: 1.201 lượt. ", "Write: 1,2 nghìn lượt. ", "Write: 23 kỳ. ", "Did you mean “12 phóng sự”? ",
        "Write: 12:30 giờ. ",
      ])
  }

  @Test(
    "half of a power and half an hour, and one number or the next",
    arguments: [
      ("2 giờ rưỡi", "2 giờ 30 phút"), ("2h rưỡi", "2 giờ 30 phút"),
      ("hai triệu rưỡi lượt", "2.500.000 lượt"),
      ("5 nghìn rưỡi tờ", "5.500 tờ"), ("2 hoặc 3 kỳ", "2 - 3 kỳ"), ("hai hay ba kỳ", "2 - 3 kỳ"),
      ("2 or 3 kỳ/tháng", "2 - 3 kỳ/tháng"), ("2 hoặc 3 giờ", "2 - 3 giờ"),
    ])
  func halvesAndAlternatives(phrase: String, printed: String) { #expect(text(phrase) == printed) }

  @Test("two numbers with others between them are no range until somebody says so")
  func alternativesApart() {
    #expect(refusal("12 hoặc 15 kỳ")?.message.vi == "“12 hoặc 15 kỳ” có nhiều cách hiểu.")
    #expect(refusal("12 hoặc 15 kỳ")?.remedy.vi.hasPrefix("Viết: 12 kỳ; 15 kỳ; 12 - 15 kỳ. ") == true)
    #expect(text("2 kỳ rưỡi") == nil)
    #expect(text("12 kỳ hoặc hơn") == "ít nhất 12 kỳ")
  }

  @Test("a unit of one's own is taken in quotation marks, or as the line's form")
  func ownUnits() {
    #expect(text("12 “gameshow”") == "12 “gameshow”")
    #expect(Quantity("12 gameshow", unit: CountingUnit(["gameshow"]))?.unit == CountingUnit(["gameshow"]))
    #expect(
      refusal("12 gameshow mới lạ", unit: CountingUnit(["gameshow"]))?.message.en
        == "“12 gameshow” is understood, “mới lạ” is not.")
    #expect(text("tin 12") == nil)
    #expect(text("12 tin và bài") == "12 tin, bài")
  }
}

@Suite("Sums of quantities")
struct QuantitySumTests {
  private func sum(_ phrases: [String]) -> String {
    let figures = phrases.compactMap { Quantity($0, unit: nil, limit: 10_000_000) }
    guard figures.count == phrases.count else { return "not read" }
    do throws(UnlikeFigures) {
      return try Quantity.sum(figures)?.text(in: .vietnamese) ?? "none"
    } catch {
      return error.reason.en
    }
  }

  @Test(
    "ranges make a range, words make a sum at least, and times are added as time",
    arguments: [
      (["12 - 15 kỳ", "3 kỳ"], "15 - 18 kỳ"), (["12 - 15 kỳ", "3 - 4 kỳ"], "15 - 19 kỳ"),
      (["370 tin", "hàng chục tin"], "ít nhất 370 tin"), (["hàng chục tin", "vài tin"], "none"),
      (["12 - 15 tin", "hơn 600 tin"], "hơn 612 tin"),
      (["12 - 15 tin", "khoảng 70 tin"], "khoảng 82 - 85 tin"),
      (["tối đa 12 tin", "tối đa 3 tin"], "tối đa 15 tin"), (["5 tin", "tối đa 12 tin"], "5 - 17 tin"),
      (["ít nhất 5 tin", "tối đa 12 tin"], "ít nhất 5 tin"),
      (["khoảng 70 tin", "tối đa 12 tin"], "khoảng 70 - 82 tin"),
      (["dưới 12 tin", "5 tin"], "5 - 16 tin"), (["40 giờ", "90 phút"], "41 giờ 30 phút"),
      (["30 phút", "45 phút"], "75 phút"), (["10 - 15 phút", "1 giờ"], "1 giờ 10 phút - 1 giờ 15 phút"),
      (["23 kỳ", "96 phóng sự", "hơn 600 tin, bài, ảnh"], "hơn 719 kỳ, phóng sự, tin, bài, ảnh"),
      (["hơn 332 tin", "nhiều tin"], "hơn 332 tin"),
    ])
  func sums(phrases: [String], total: String) { #expect(sum(phrases) == total) }

  @Test(
    "unlike figures make no sum, with the reason",
    arguments: [
      (["12 kỳ", "2 hội nghị"], "“12 kỳ” (works) and “2 hội nghị” (events) do not count the same thing"),
      (["3 kỳ/quý", "12 kỳ"], "“3 kỳ a quarter” is a rate, not a total"),
      (
        ["1.200 lượt người", "12 kỳ"],
        "“1,200 lượt người” (people or attendances) and “12 kỳ” (works) do not count the same thing"
      ),
      (
        ["2 hội nghị", "3 diễn đàn"],
        "“2 hội nghị” (events) and “3 diễn đàn” (events) do not count the same thing"
      ),
      (
        ["40 giờ phát sóng", "40 giờ sản xuất"],
        "“40 hours phát sóng” (time) and “40 hours sản xuất” (time) do not count the same thing"
      ),
    ])
  func unlike(phrases: [String], reason: String) { #expect(sum(phrases) == reason) }
}
