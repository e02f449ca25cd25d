import ScheduleModel
import Testing

/// Phrases made from every part of the grammar: none is read half.
@Suite("No phrase is read half")
struct QuantityPropertyTests {
  private static let qualifiers = [
    "", "hơn", "trên", "nhiều hơn", "ít nhất", "tối thiểu", "không dưới", "không ít hơn", "tối đa",
    "không quá",
    "nhiều nhất", "dưới", "chưa đến", "gần", "ngót", "khoảng", "khoảng gần", "trên dưới", "xấp xỉ", "ước",
    "ước tính",
    "at least", "more than", "over", "at most", "up to", "no more than", "less than", "fewer than", "nearly",
    "almost",
    "about", "around", "≥", "≤", ">", "<", "~", "ít nhất khoảng", "at least about",
  ]
  private static let numbers = [
    "0", "2", "02", "23", "600", "1.800", "240.659", "5 nghìn", "5 ngàn", "3 vạn", "1,2 triệu", "hai chục",
    "2 trăm",
    "1 triệu 200 nghìn", "mười hai", "hai mươi ba", "một trăm linh năm", "một nghìn hai trăm", "twelve",
    "2 triệu rưỡi", "hai nghìn rưỡi",
  ]
  private static let ranges = [
    "12 - 15", "12-15", "12–15", "12 đến 15", "từ 12 đến 15", "hai đến ba", "5 - 7 nghìn", "900 - 1 nghìn",
    "2 hoặc 3",
    "12 to 15",
  ]
  private static let words = [
    "hàng chục", "hàng nghìn", "vài", "nhiều", "một số", "hàng loạt", "many", "dozens of",
  ]
  private static let units = [
    "kỳ", "tin", "tin, bài, ảnh", "số", "chuyên mục truyền hình", "lượt thi trực tuyến", "lượt người",
    "tờ gấp",
    "hội nghị", "“Trang tin địa phương”", "phóng sự và tin", "giờ", "phút", "giờ phát sóng",
  ]
  private static let rates = [
    "", "/tuần", "/quý", "/2 tuần", "/buổi", "mỗi ngày", "mỗi tháng", "một tuần", "hằng năm", "a week",
    "per month",
    "every 2 weeks", "a fortnight",
  ]

  /// Every eleventh phrase of the grammar; eleven divides no list's length, so that each part meets each other.
  private static let phrases: [String] = {
    var phrases: [String] = []
    var count = 0
    func add(_ phrase: @autoclosure () -> String) {
      count += 1
      if count % 11 == 0 { phrases.append(phrase()) }
    }
    for unit in units {
      let isTime = unit.hasPrefix("giờ") || unit == "phút"
      for rate in rates {
        let tail = " \(unit)" + (rate.isEmpty ? "" : rate.first == "/" ? rate : " \(rate)")
        for number in numbers {
          for qualifier in qualifiers { add((qualifier.isEmpty ? "" : qualifier + " ") + number + tail) }
        }
        for range in ranges {
          add(range + tail)
          add("khoảng " + range + tail)
        }
        if !isTime { for word in words { add(word + tail) } }
      }
    }
    return phrases
  }()

  private func quantity(_ phrase: String) -> Quantity? { Quantity(phrase, unit: nil, limit: 1_000_000_000) }

  @Test("each is read, and what is printed of it reads back as the same", .timeLimit(.minutes(5)))
  func everyPhrase_readsBack() {
    var failures: [String] = []
    for phrase in Self.phrases {
      guard let quantity = quantity(phrase) else {
        failures.append("refused: \(phrase)")
        continue
      }
      let printed = quantity.text(in: .vietnamese)
      if self.quantity(printed) != quantity { failures.append("\(phrase) as \(printed)") }
    }
    #expect(failures.prefix(10) == [])
    #expect(Self.phrases.count > 10_000)
  }

  @Test(
    "with an unknown word behind, before or inside, each is refused with the forms", .timeLimit(.minutes(5)))
  func unknownWords_areRefused() {
    var failures: [String] = []
    // Most remedies offer the same forms.
    var understood: Set<String> = []
    for (number, phrase) in Self.phrases.enumerated() where number % 5 == 0 {
      let pieces = phrase.split(separator: " ")
      // Within quotation marks every word is part of a name.
      let middle = phrase.contains("“") ? 0 : pieces.count / 2
      let inside = (pieces[..<middle] + ["xyz"] + pieces[middle...]).joined(separator: " ")
      for wrong in [
        "\(phrase) xyz", "xyz \(phrase)", inside, "\(phrase) 7", "\(phrase)/xã", "\(phrase) (nháp)",
      ] {
        do throws(QuantityRefusal) {
          let quantity = try Quantity.reading(wrong, unit: nil, limit: 1_000_000_000)
          failures.append("\(wrong) read as \(quantity.text(in: .vietnamese))")
        } catch {
          if !error.remedy.vi.contains("23 kỳ; 12 - 15 kỳ") { failures.append("no forms: \(wrong)") }
          for form in Self.offered(in: error.remedy.vi) where !understood.contains(form) {
            if quantity(form) == nil { failures.append("\(wrong): offered and refused: \(form)") }
            understood.insert(form)
          }
        }
      }
    }
    #expect(failures.prefix(10) == [])
  }

  /// The phrases that a remedy offers: in place of the one that was refused, and as examples.
  private static func offered(in remedy: String) -> [String] {
    var forms: [String] = []
    if let write = remedy.firstMatch(of: /Viết: (.+?)\. Các dạng/) {
      forms += write.1.split(separator: "; ").map(String.init)
    }
    if let near = remedy.firstMatch(of: /Có phải là “(.+?)”\? Các dạng/) { forms.append(String(near.1)) }
    if let list = remedy.firstMatch(of: /đọc được: (.+?); đơn vị lạ/) {
      forms += list.1.split(separator: "; ").map(String.init)
    }
    if let own = remedy.firstMatch(of: /trong ngoặc kép: (.+)\./) { forms.append(String(own.1)) }
    return forms
  }

  @Test("any words of numbers in any order are a number or refused, and what is printed of them reads back")
  func numbersInAnyOrder() {
    let words = [
      "hai", "ba", "năm", "mười", "lăm", "mốt", "tư", "mươi", "linh", "lẻ", "chục", "trăm", "nghìn", "vạn",
      "triệu", "tỷ", "rưỡi", "một", "3", "12", "1,5", "-", "hoặc", "giờ", "phút", "số",
    ]
    var phrases: [[String]] = words.map { [$0] }
    phrases += phrases.flatMap { phrase in words.map { phrase + [$0] } }
    phrases += phrases.filter { $0.count == 2 }.flatMap { phrase in words.map { phrase + [$0] } }
    // Of four words, those with a power of ten.
    phrases += phrases.filter { $0.count == 3 && $0[1] == "chục" }.flatMap { phrase in
      words.map { phrase + [$0] }
    }
    var failures: [String] = []
    for words in phrases {
      let phrase = words.joined(separator: " ") + " tin"
      guard let quantity = quantity(phrase) else { continue }
      let printed = quantity.text(in: .vietnamese)
      if self.quantity(printed) != quantity { failures.append("\(phrase) as \(printed)") }
    }
    #expect(failures.prefix(10) == [])
    #expect(phrases.count > 15_000)
  }

  @Test("behind a whole “chục” another number is not understood, and the phrase is refused there")
  func numberBehindTens() {
    for (phrase, read, rest) in [
      ("năm chục bảy bài", "năm chục", "bảy bài"), ("12 chục một trăm kỳ", "12 chục", "một trăm kỳ"),
    ] {
      #expect(throws: QuantityRefusal.notUnderstood(read: read, rest: rest, near: nil)) {
        try Quantity.reading(phrase, unit: nil)
      }
    }
  }

  @Test("what a remedy offers for a mistake in a number is understood itself")
  func remediesAreUnderstood() {
    let wrong = [
      "1,201 lượt", "1.2 triệu lượt", "23kỳ", "12 phóngsự", "12:30", "12 hoặc 15 kỳ", "một số",
      "xyz",
      "12 kỳy/tuần", "1.5 nghìn tờ", "15 - 12 kỳ", "2,5 kỳ", "12:30 kỳ", "khoảng 23kỳ", "3kỳ/quý",
    ]
    var failures: [String] = []
    for phrase in wrong {
      do throws(QuantityRefusal) {
        _ = try Quantity.reading(phrase, unit: nil)
        failures.append("read: \(phrase)")
      } catch {
        let forms = Self.offered(in: error.remedy.vi)
        if forms.count < 8 { failures.append("few forms: \(phrase)") }
        for form in forms where quantity(form) == nil { failures.append("\(phrase): refused \(form)") }
      }
    }
    #expect(failures == [])
  }

  @Test(
    "a rate, a range, a qualifier and a unit never vanish: two phrases that differ in one differ in value")
  func parts_neverVanish() {
    let number = "23"
    var seen: [Quantity: String] = [:]
    var failures: [String] = []
    let qualifiers = ["", "hơn", "ít nhất", "tối đa", "dưới", "gần", "khoảng"]
    for qualifier in qualifiers {
      for unit in Self.units {
        for rate in ["", "/ngày", "/tuần", "/2 tuần", "/tháng", "/quý", "/năm", "/buổi"] {
          let phrase = "\(qualifier) \(number) \(unit)\(rate)"
          guard let quantity = quantity(phrase) else {
            failures.append("refused: \(phrase)")
            continue
          }
          if let other = seen.updateValue(phrase, forKey: quantity) {
            failures.append("\(other) = \(phrase)")
          }
        }
      }
    }
    #expect(failures.prefix(10) == [])
  }
}
