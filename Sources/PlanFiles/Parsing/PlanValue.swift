import ScheduleModel

/// The small forms in which plans write lengths, ranges and moves.
package enum PlanValue {
  /// Minutes: `15m`, `15 phút`, `1h`, `1h30`, `1 giờ 30 phút`, `1,5 giờ`, `90`. From 1 to 1,440; `nil` otherwise.
  static func minutes(_ text: String) -> Int? {
    guard let lengths = lengths(text), lengths.lowerBound == lengths.upperBound else { return nil }
    return lengths.lowerBound
  }

  /// The same, or from the least to the most of them: `10 - 15 phút`.
  package static func lengths(_ text: String) -> ClosedRange<Int>? {
    // “90'” is 90 minutes, “2h15'” 2 hours and 15.
    let text = text.replacing(/['’′]\s*$/, with: text.contains(/[a-zA-Z]/) ? "" : " phút")
    guard let quantity = Quantity(text, unit: .time(.minutes), limit: 1_440), quantity.qualifier == .exact,
      quantity.rate == nil, quantity.unit.time != nil, quantity.unit.timed.isEmpty, quantity.value > 0
    else { return nil }
    return quantity.upperValue.map { quantity.value...$0 }
  }

  /// Days: `7d`, `7 ngày`, `7`. From 0 to 366; `nil` otherwise.
  static func days(_ text: String) -> Int? {
    let digits = text.drop(while: \.isWhitespace).prefix { $0.isASCII && $0.isNumber }
    let word = text.drop(while: \.isWhitespace).dropFirst(digits.count).filter { !$0.isWhitespace }
      .lowercased()
    guard digits.count <= 5, let number = Int(digits), dayWords.contains(word) else { return nil }
    return (0...366).contains(number) ? number : nil
  }

  private static let dayWords: Set<String> = ["", "d", "day", "days", "ngày", "ngay"]

  /// The least and the most in a month: `2`, `1..3`, `2..`, `..3`; `nil` otherwise.
  ///
  /// A least above the most is returned as it is; the caller tells the user.
  static func range(_ text: String) -> (least: Int, most: Int)? {
    let compact = text.filter { !$0.isWhitespace }
    if let only = count(compact) { return (only, only) }
    guard let dots = compact.firstRange(of: "..") else { return nil }
    let least = compact[..<dots.lowerBound]
    let most = compact[dots.upperBound...]
    guard !(least.isEmpty && most.isEmpty), let low = least.isEmpty ? 0 : count(least),
      let high = most.isEmpty ? Quantity.largest : count(most)
    else { return nil }
    return (low, high)
  }

  /// What happens to an opening in a blackout: `drop`, `keep`, or a move such as `-7d`.
  static func inBlackout(_ text: String) -> GridLine.InBlackout? {
    switch text {
    case "drop": .drop
    case "keep": .keep
    default:
      if let sign = text.first, sign == "-" || sign == "+", let days = days(String(text.dropFirst())),
        days > 0
      {
        .shift(days: sign == "-" ? -days : days)
      } else {
        nil
      }
    }
  }

  /// An amount in đồng: `60 triệu đồng`, `1,5 tỷ đồng`, `60.000.000 đồng`, `60000000`, `0 đồng`. Exact; `nil`
  /// otherwise, and for a number without a unit that is too small to be meant in đồng.
  static func cost(_ text: String) -> Int? {
    let unit = CountingUnit(["đồng"])
    let words = text.lowercased().replacing(/\s*(?:vnđ|vnd|đ)\.?$/, with: " đồng")
    guard let amount = Quantity(words, unit: unit, limit: 1_000_000_000_000_000), amount.qualifier == .exact,
      amount.rate == nil, amount.unit == unit, amount.upperValue == amount.value, amount.value >= 0
    else { return nil }
    return isBareNumber(text) && (1..<leastBareCost).contains(amount.value) ? nil : amount.value
  }

  /// Below it, a number without a unit is more likely one of thousands or millions of đồng.
  private static let leastBareCost = 100_000

  /// Whether a text has digits and their marks alone.
  static func isBareNumber(_ text: String) -> Bool { text.wholeMatch(of: /\s*\d[\d.,]*\s*/) != nil }

  private static func count(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 7, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text).flatMap { $0 <= Quantity.largest ? $0 : nil }
  }

}
