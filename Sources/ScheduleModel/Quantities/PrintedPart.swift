/// A piece of running text: a figure that stands in it, or what stands between two figures.
public enum PrintedPart: Hashable, Sendable {
  /// Words and signs, each parted by one blank, in lower case.
  case words(String)
  /// A number or range with its qualifier; the unit is `nil` where no known one follows.
  case figure(Quantity, unit: CountingUnit?)
  /// `81,98%`.
  case percentage(Percentage)
  /// `182/222`, with the unit behind it.
  case fraction(part: Int, whole: Int, unit: CountingUnit?)

  /// The pieces of a text, in order.
  ///
  /// Numbers of days, documents, articles and years are words. Numbers in words are words too: "một" is most often no
  /// figure.
  public static func parts(of text: String) -> [PrintedPart] { pieces(of: text).map(\.part) }

  /// The same, each with the characters of the text of which it is made, word by word.
  public static func pieces(of text: String) -> [(part: PrintedPart, words: [Range<Int>])] {
    var reader = QuantityReader(text, unit: nil, limit: largest)
    var pieces: [(part: PrintedPart, words: [Range<Int>])] = []
    var words: [String] = []
    var start = 0
    func ranges(_ end: Int) -> [Range<Int>] { reader.tokens[start..<end].map(\.range) }
    func end() {
      if !words.isEmpty { pieces.append((.words(words.joined(separator: " ")), ranges(start + words.count))) }
      start += words.count
      words = []
    }
    while !reader.isAtEnd {
      if let part = reader.printedPart(behind: words) {
        end()
        pieces.append((part, ranges(reader.index)))
        start = reader.index
      } else {
        words.append(reader.next?.low ?? "")
        reader.index += 1
      }
    }
    end()
    return pieces
  }

  /// The largest number of a report: a thousand billions of đồng.
  public static let largest = 1_000_000_000_000
}

extension QuantityReader {
  /// Words of the calendar, and the numbers that name one of them: "cả năm 50 kỳ" counts.
  private static let calendar: [String: ClosedRange<Int>] = [
    "ngày": 1...31, "tháng": 1...12, "năm": 1_900...2_100, "quý": 1...4, "thứ": 2...8,
  ]
  /// Other words behind which a number names something and counts nothing.
  private static let naming: Set<String> = [
    "điều", "khoản", "mục", "độ", "khóa", "khoá", "lần", "số", "giai",
    "đoạn",
    "nhiệm", "kỳ", "hồi", "lúc", "điện", "thoại", "loại", "hạng", "phụ", "lục", "biểu",
  ]
  /// Words before these that make a count of the number behind them again: "tổng số 24", "chuyên mục 24 kỳ", "trong kỳ 16
  /// tin", "đại biểu 200 người".
  private static let counting: [String: Set<String>] = [
    "số": ["tổng", "trong", "con"],
    "mục": ["chuyên", "danh", "hạng", "tiết", "đề", "thư"],
    "kỳ": ["trong", "cùng", "cả", "mỗi", "từng", "các", "định"],
    "biểu": ["tiêu", "phát", "đại", "thời"], "loại": ["các", "phân", "thể", "mọi", "chủng"],
    "khoản": ["tài", "điều"], "lục": ["kỷ"], "độ": ["tiến", "chế", "tốc"], "thoại": ["đối", "hội"],
    "lần": ["trong", "số"], "hạng": ["xếp", "thứ"],
  ]

  fileprivate mutating func printedPart(behind words: [String]) -> PrintedPart? {
    guard let token = next, !token.isQuoted else { return nil }
    let start = index
    if let percentage = percentage(token) { return percentage }
    let isNamed =
      words.last.map { word in
        Self.naming.contains(word) || Self.calendar[word]?.contains(Int(token.low) ?? 1) ?? false
      } ?? false
    let isCounted =
      words.last.flatMap { Self.counting[$0] }.map { before in
        words.dropLast().last.map(before.contains) ?? false
      } ?? false
    // A stroke behind a figure, "12 tin/5 xã", makes no number of a paper; "2 kỳ/3 tháng" is a rate.
    let isGlued =
      words.last == "/"
      && (words.count > 1 || ahead(1).flatMap { StatedFrequency.TimeUnit(named: $0.low) } != nil)
    // “6 tháng đầu năm” is a time of the year.
    if let month = Int(token.low), (1...11).contains(month), ahead(1)?.low == "tháng",
      ["đầu", "cuối", "qua"].contains(ahead(2)?.low)
    {
      return nil
    }
    if isNamed && !isCounted || isGlued {
      if token.text.first?.isASCIIDigit == true { return skipped() }
      return nil
    }
    if let split = splitNumber() { return split }
    if let fraction = fraction() { return fraction }
    index = start
    let qualifier = qualifier(among: QuantityWords.qualifiers)
    guard let digits = next, digits.text.first?.isASCIIDigit == true, let amount = try? amount() else {
      index = start
      return nil
    }
    // "04/4/2018", "12/BC-SNV", "21:00".
    if next?.low == "/" || next?.low == ":" || amount.unit?.time == nil && digits.low.contains(":") {
      index = start
      return nil
    }
    let unit = amount.unit ?? countingUnit()
    let suffix = qualifier == nil ? self.qualifier(among: QuantityWords.suffixes) : nil
    return .figure(
      Quantity(amount.amount, qualifier ?? suffix ?? .exact, unit ?? Self.times), unit: unit)
  }

  /// `2 199`: whether the blank parts thousands or two numbers, nobody can say, so both are words.
  private mutating func splitNumber() -> PrintedPart? {
    func isDigits(_ token: QuantityToken?, _ counts: ClosedRange<Int>) -> Bool {
      token.map {
        counts.contains($0.low.utf8.count) && $0.low.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
        ?? false
    }
    guard isDigits(next, 1...3), isDigits(ahead(1), 3...3) else { return nil }
    var words: [String] = []
    while let token = next, words.isEmpty || isDigits(token, 3...3) {
      words.append(token.low)
      index += 1
    }
    return .words(words.joined(separator: " "))
  }

  /// A number that only names something: its digits, and what is glued to them by strokes, are words.
  private mutating func skipped() -> PrintedPart {
    var words: [String] = []
    while let token = next, words.isEmpty || token.low == "/" || words.last == "/" {
      words.append(token.low)
      index += 1
    }
    return .words(words.joined(separator: " "))
  }

  private mutating func percentage(_ token: QuantityToken) -> PrintedPart? {
    let isApart = ahead(1)?.low == "%"
    guard isApart || token.low.hasSuffix("%"), let value = Percentage(token.low) else { return nil }
    index += isApart ? 2 : 1
    return .percentage(value)
  }

  /// `182/222 tin`, `45 kỳ/50 kỳ`, `125 trên 200 hồ sơ`; "2 kỳ/3 tháng" is a rate, "12 tin/5 xã" are two figures.
  private mutating func fraction() -> PrintedPart? {
    guard let first = next, let part = Self.whole(first.low, grouped: true) else { return nil }
    index += 1
    let counted = countingUnit()
    let isInWords = next?.low == "trên"
    guard take(["/"]) || counted == nil && take(["trên"]), let whole = next,
      let of = Self.whole(whole.low, grouped: true), of > 0
    else {
      return nil
    }
    index += 1
    guard next?.low != "/", next.flatMap({ StatedFrequency.TimeUnit(named: $0.low) }) == nil else {
      return nil
    }
    let unit = countingUnit()
    if let counted, let unit, counted != unit { return nil }
    if isInWords, unit == nil { return nil }
    return .fraction(part: part, whole: of, unit: counted ?? unit)
  }
}
