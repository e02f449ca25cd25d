import Counting
import ScheduleModel
import TestSupport
import Testing

/// Reports of invented stations.
@Suite("The audit of hours, products, shares, multiples and unlike sums")
struct AuditOfProductsTests {
  private func hours(_ from: String, _ to: String, _ stated: String) -> PublishedHours {
    PublishedHours(
      id: "h", title: "Giờ phát sóng", from: .of(from), to: .of(to), stated: .of(stated), says: nil,
      place: .published(3))
  }

  private func told(_ published: PublishedFigures, _ language: ReaderLanguage = .english) -> [String] {
    Audit.audit(published).findings.map { "\($0.code.rawValue) \($0.message[language])" }
  }

  @Test("from 05:00 to 22:20 there are 17 hours and 20 minutes")
  func hoursOfADay() {
    let wrong = PublishedFigures.sample([], hours: [hours("05:00", "22:20", "17 giờ 30 phút")])
    #expect(
      told(wrong) == [
        "INTERVAL_MISMATCH “Giờ phát sóng”: 17 hours 30 minutes stated, but 05:00 to 22:20 is 17 hours 20 minutes."
      ])
    #expect(
      told(wrong, .vietnamese) == [
        "INTERVAL_MISMATCH “Giờ phát sóng”: báo cáo ghi 17 giờ 30 phút, nhưng từ 05:00 đến 22:20 là 17 giờ 20 phút."
      ])
    let right = [
      hours("05:00", "22:20", "17 giờ 20 phút"), hours("05:00", "22:20", "1.040 phút"),
      hours("22:00", "02:00", "4 giờ"), hours("00:00", "24:00", "24 giờ"),
    ]
    #expect(
      Audit.audit(.sample([], hours: right)).audited.hours.map(\.verdict) == [
        .agrees, .agrees, .agrees, .agrees,
      ])
    #expect(
      Audit.audit(.sample([], hours: [hours("05:00", "22:20", "hơn 17 giờ")])).audited.hours.map(\.verdict)
        == [.compatible])
  }

  private func product(_ factors: [Int], _ stated: String) -> PublishedProduct {
    PublishedProduct(
      id: "p", title: "Tin các trạm", factors: factors, stated: .of(stated), says: nil, place: .published(4))
  }

  @Test("320 stations of four items each are 1,280 items")
  func products() {
    #expect(told(.sample([], products: [product([320, 4], "1.280 tin")])) == [])
    let wrong = PublishedFigures.sample([], products: [product([320, 4], "1.380 tin")])
    #expect(told(wrong) == ["SUM_MISMATCH “Tin các trạm”: 1,380 stated, but 320 × 4 = 1,280."])
    #expect(
      told(wrong, .vietnamese) == ["SUM_MISMATCH “Tin các trạm”: báo cáo ghi 1.380, còn 320 × 4 = 1.280."])
    let beyond = Audit.audit(.sample([], products: [product([1_000_000_000, 1_000_000_000], "1 tin")]))
    #expect(beyond.audited.products.map(\.computed) == [nil])
  }

  private func figure(_ id: String, _ value: String, _ frequency: String? = nil) -> PublishedFigure {
    PublishedFigure(
      id: id, title: id, line: nil, level: nil, quantity: .of(value), mayInclude: [],
      frequency: frequency.flatMap { StatedFrequency($0) }, days: CivilDay.year(2025), says: nil,
      place: .published(2))
  }

  @Test("what counts other things is no share, no factor, no frequency and no sum of it")
  func unlikeUnits() {
    func ratio(_ part: String, _ whole: String) -> PublishedRatio {
      let (part, whole) = (Quantity.of(part), Quantity.of(whole))
      return PublishedRatio(
        id: "r", title: "Tỷ lệ", part: part.value, whole: whole.value,
        stated: Percentage(units: 50, decimals: 0),
        says: nil, place: .published(3), partUnit: part.unit, wholeUnit: whole.unit)
    }
    #expect(
      told(.sample([], ratios: [ratio("60 bài", "2 giờ")])) == [
        "UNLIKE_FIGURES “Tỷ lệ”: 50% stated, but the part counts bài and the whole giờ, of which there is no percentage."
      ])
    #expect(
      told(.sample([], ratios: [ratio("60 bài", "2 giờ")]), .vietnamese) == [
        "UNLIKE_FIGURES “Tỷ lệ”: báo cáo ghi 50%, nhưng phần đếm bài còn tổng đếm giờ, nên không có tỷ lệ."
      ])
    for (part, whole) in [
      ("60 bài", "120 tin, bài"), ("30 xã", "60 đơn vị"), ("40 bản dịch", "80 tác phẩm"),
      ("5 hồ sơ", "10 người"),
      ("12 “gameshow”", "24 tin"),
    ] { #expect(told(.sample([], ratios: [ratio(part, whole)])) == [], "\(part) \(whole)") }
    let product = PublishedProduct(
      id: "p", title: "Tích", factors: [30, 120], stated: .of("3.600 bài"), says: nil, place: .published(4),
      units: [CountingUnit(["bài"]), .time(.hours)])
    #expect(
      told(.sample([], products: [product])) == [
        "UNLIKE_FIGURES “Tích”: 3,600 bài stated, but its factors count bài × giờ, which makes no bài."
      ])
    let people = PublishedProduct(
      id: "p", title: "Tích", factors: [25, 40], stated: .of("1.000 người"), says: nil, place: .published(4),
      units: [CountingUnit(["lớp"]), nil])
    #expect(told(.sample([], products: [people])) == [])
    #expect(
      told(.sample([figure("Ảnh", "36 ảnh", "3 bài/tháng")])) == [
        "UNLIKE_FIGURES “Ảnh”: the figure counts ảnh, and the frequency “3 bài/tháng” something else, so they are not compared."
      ])
    #expect(told(.sample([figure("Số", "12 chuyên mục", "1 kỳ/tháng")])) == [])
    let sum = PublishedSum(
      id: "s", title: "Cả tỉnh", of: ["a", "b"], stated: .of("30 ảnh"), says: nil, place: .published(6))
    #expect(
      told(.sample([figure("a", "10 tin"), figure("b", "20 tin")], sums: [sum])) == [
        "UNLIKE_FIGURES “Cả tỉnh”: the total is stated as 30 ảnh, and the parts make 30 tin."
      ])
  }

  @Test("a count is held against the months that it touches, and “more than” against the average")
  func heldFrequency() {
    let days = CivilDay.of("2025-03-20")..<CivilDay.of("2025-07-11")
    func agrees(_ value: String, _ frequency: String) -> Bool? {
      let figure = PublishedFigure(
        id: "f", title: "F", line: nil, level: nil, quantity: .of(value), mayInclude: [],
        frequency: StatedFrequency(frequency), days: days, says: nil, place: .published(2))
      return Audit.audit(.sample([figure])).audited.frequencies.first?.agrees
    }
    #expect(agrees("5 kỳ", "1 kỳ/tháng") == true)
    #expect(agrees("6 kỳ", "1 kỳ/tháng") == false)
    #expect(agrees("36 tin", "hơn 2 tin/tuần") == true)
    #expect(agrees("20 tin", "hơn 2 tin/tuần") == false)
    // What a plan has to make stays what it was: three in each week.
    #expect(
      StatedFrequency("hơn 2 tin/tuần")?.expected(in: days).text(in: .vietnamese) == "ít nhất 48 tin")
  }

  private func shares(_ texts: [String]) -> PublishedShares {
    PublishedShares(
      id: "s", title: "Tỷ trọng", of: texts.compactMap { Percentage($0) }, says: nil, place: .published(5))
  }

  @Test("shares add up to 100, but for what rounding each of them explains")
  func sharesOfAWhole() {
    let verdicts = [
      ["45,38%", "54,62%"], ["33,33%", "33,33%", "33,33%"], ["33,3%", "33,3%", "33,4%"],
      ["33%", "33%", "33%"],
      ["45,38%", "53,62%"], ["50%", "49,9%"], ["60%", "41,5%"],
    ].map { Audit.audit(.sample([], shares: [shares($0)])).audited.shares.first?.verdict }
    #expect(verdicts == [.agrees, .rounded, .agrees, .rounded, .differs, .rounded, .differs])
    let wrong = PublishedFigures.sample([], shares: [shares(["45,38%", "53,62%"])])
    #expect(
      told(wrong) == [
        "PCT_MISMATCH “Tỷ trọng”: the percentages add up to 99.00%, not to 100%, rounding allowed for."
      ])
    #expect(
      told(wrong, .vietnamese) == [
        "PCT_MISMATCH “Tỷ trọng”: các tỷ lệ cộng lại được 99,00%, không phải 100%, kể cả khi đã làm tròn."
      ])
  }

  @Test("a figure that is an exact multiple of another one is noted, small numbers are not")
  func multiples() {
    let four = PublishedFigures.sample([.sample("Tác phẩm", "210 tin"), .sample("Bốn thứ tiếng", "840 tin")])
    #expect(
      told(four) == [
        "POSSIBLE_DOUBLE_COUNT “Bốn thứ tiếng” is exactly 4 times “Tác phẩm”; it may be a product rather than a count."
      ])
    #expect(
      told(four, .vietnamese) == [
        "POSSIBLE_DOUBLE_COUNT “Bốn thứ tiếng” đúng bằng 4 lần “Tác phẩm”; có thể là tích chứ không phải số đếm."
      ])
    #expect(told(.sample([.sample("a", "12 tin"), .sample("b", "24 tin"), .sample("c", "96 tin")])) == [])
    #expect(told(.sample([.sample("a", "210 tin"), .sample("b", "840 lượt người")])) == [])
  }

  @Test(
    "figures of different rows of a table are multiples of each other by chance; those of one row are not")
  func multiplesInTables() {
    func sample(_ first: String, _ second: String) -> PublishedFigures {
      .sample([.sample(first, "100 tin"), .sample(second, "1.200 tin")])
    }
    #expect(told(sample("Huyện A – Tin", "Huyện B – Tin")) == [])
    #expect(told(sample("Huyện A – Tin", "Toàn tỉnh")) == [])
    #expect(
      told(sample("Huyện A – Tin", "Huyện A – Lượt phát")) == [
        "POSSIBLE_DOUBLE_COUNT “Huyện A – Lượt phát” is exactly 12 times “Huyện A – Tin”; it may be a product rather than a "
          + "count."
      ])
  }

  @Test("many figures with the same compound unit are one note")
  func compounds() {
    let figures = (1...6).map { PublishedFigure.sample("Huyện \($0) – Tin, bài", "\(10 + $0) tin, bài") }
    #expect(
      told(.sample(figures)) == [
        "COMPOUND_UNIT 6 figures are in “tin, bài” (“Huyện 1 – Tin, bài”, “Huyện 2 – Tin, bài”, “Huyện 3 – Tin, bài”, …): each "
          + "is one count over several forms and cannot be split."
      ])
    #expect(
      told(.sample(figures), .vietnamese) == [
        "COMPOUND_UNIT 6 số liệu có đơn vị “tin, bài” (“Huyện 1 – Tin, bài”, “Huyện 2 – Tin, bài”, “Huyện 3 – Tin, bài”, …): "
          + "mỗi số là một số chung cho nhiều hình thức, không tách được."
      ])
    #expect(told(.sample(Array(figures.prefix(4)))).count == 4)
  }

  @Test("a sum of unlike parts is refused with the reason, and so is a rate")
  func unlike() {
    func sum(_ phrases: [String]) -> PublishedFigures {
      let figures = phrases.enumerated().map { PublishedFigure.sample("f\($0)", $1) }
      return .sample(
        figures,
        sums: [
          PublishedSum(
            id: "s", title: "Tổng", of: figures.map(\.id), stated: .of("14 kỳ"), says: nil,
            place: .published(8))
        ])
    }
    #expect(
      told(sum(["12 kỳ", "2 hội nghị"])) == [
        "UNLIKE_FIGURES “Tổng” cannot be added: “12 kỳ” (works) and “2 hội nghị” (events) do not count the same thing."
      ])
    #expect(
      told(sum(["12 kỳ", "2 hội nghị"]), .vietnamese) == [
        "UNLIKE_FIGURES “Tổng”: không cộng được: “12 kỳ” (tác phẩm báo chí) và “2 hội nghị” (sự kiện) không cùng đơn vị tính."
      ])
    #expect(Audit.audit(sum(["12 kỳ", "2 kỳ/tháng"])).audited.sums.first?.computed == nil)
    #expect(Audit.audit(sum(["12 kỳ", "2 tin"])).audited.sums.first?.verdict == .agrees)
  }

  @Test("a half-year and the year that it lies in make no sum; two halves do")
  func periods() throws {
    func sum(_ other: String) -> PublishedFigures {
      func figure(_ id: String, _ period: String) -> PublishedFigure {
        let stated = StatedPeriod.named(period)
        return PublishedFigure(
          id: id, title: id, line: nil, level: nil, quantity: .of("7 tin"), mayInclude: [], days: stated.days,
          says: nil,
          place: .published(5), period: stated)
      }
      return .sample(
        [figure("a", "2026-H1"), figure("b", other)],
        sums: [
          PublishedSum(
            id: "s", title: "Tổng", of: ["a", "b"], stated: .of("14 tin"), says: nil, place: .published(8))
        ])
    }
    #expect(told(sum("2026-H2")) == [])
    #expect(
      told(sum("2026")) == [
        "UNLIKE_FIGURES “Tổng” cannot be added: “a” (2026-H1) and “b” (2026) have days in common."
      ])
    #expect(
      told(sum("2026"), .vietnamese) == [
        "UNLIKE_FIGURES “Tổng”: không cộng được: “a” (2026-H1) và “b” (2026) có những ngày trùng nhau."
      ])
  }

  @Test("332 and more than 232 are more than 564: a printed “more than 574” is wrong by ten")
  func moreThans() {
    let figures: [PublishedFigure] = [.sample("a", "332 tin"), .sample("b", "hơn 232 tin")]
    let sum = PublishedSum(
      id: "s", title: "Tổng", of: ["a", "b"], stated: .of("hơn 574 tin"), says: nil, place: .published(8))
    #expect(
      told(.sample(figures, sums: [sum])).first { $0.hasPrefix("SUM") }
        == "SUM_MISMATCH “Tổng”: more than 574 stated, the parts make more than 564, difference 10; "
        + "no total is given while they differ.")
    #expect(
      told(.sample(figures, sums: [sum]), .vietnamese).first { $0.hasPrefix("SUM") }
        == "SUM_MISMATCH “Tổng”: báo cáo ghi hơn 574, cộng các phần được hơn 564, chênh 10; "
        + "không đưa ra tổng khi các phần không khớp.")
  }

  @Test("every part of a ratio, and every qualifier, is looked for in the source's words")
  func copying() {
    func ratio(_ says: String) -> [String] {
      guard let stated = Percentage("81,98%") else { return ["no percentage"] }
      return told(
        .sample(
          [],
          ratios: [
            PublishedRatio(
              id: "r", title: "Một cửa", part: 182, whole: 222, stated: stated, says: says,
              place: .published(9))
          ]))
    }
    #expect(ratio("có 182/222 đơn vị (chiếm 81,98%)") == [])
    #expect(
      ratio("có 182/232 đơn vị (chiếm 81,89%)") == [
        "NOT_IN_WORDS “Một cửa”: 222, 81.98% is not in the source's words (says)."
      ])
    #expect(
      told(.sample([.sample("Tin", "600 tin", says: "được hơn 600 tin")])) == [
        "NOT_IN_WORDS “Tin”: the source's words (says) have the number, but not as “600”: the qualifier is another."
      ])
    #expect(
      told(.sample([.sample("Tin", "600 tin", says: "được nhiều tin, bài")]), .vietnamese) == [
        "NOT_IN_WORDS “Tin”: số 600 đứng cạnh lời của nguồn (says) không có số nào."
      ])
  }
}
