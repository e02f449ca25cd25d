import ScheduleModel

/// The small forms in which plans write lengths, ranges and moves.
enum PlanValue {
  /// Minutes: `15m`, `15 phút`, `1h`, `1h30`, `1 giờ 30 phút`, `90`. From 1 to 1,440; `nil` otherwise.
  static func minutes(_ text: String) -> Int? {
    guard let parts = parts(text) else { return nil }
    let minutes: Int
    switch parts.count {
    case 1 where hourWords.contains(parts[0].word): minutes = parts[0].number * 60
    case 1 where minuteWords.contains(parts[0].word): minutes = parts[0].number
    case 2 where hourWords.contains(parts[0].word) && minuteWords.contains(parts[1].word):
      guard parts[1].number < 60 else { return nil }
      minutes = parts[0].number * 60 + parts[1].number
    default: return nil
    }
    return (1...1_440).contains(minutes) ? minutes : nil
  }

  /// Days: `7d`, `7 ngày`, `7`. From 0 to 366; `nil` otherwise.
  static func days(_ text: String) -> Int? {
    guard let parts = parts(text), parts.count == 1, dayWords.contains(parts[0].word) else { return nil }
    return (0...366).contains(parts[0].number) ? parts[0].number : nil
  }

  private static let hourWords: Set<String> = ["h", "giờ", "gio", "g"]
  private static let minuteWords: Set<String> = ["", "m", "min", "p", "ph", "phút", "phut"]
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

  private static func count(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 7, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text).flatMap { $0 <= Quantity.largest ? $0 : nil }
  }

  /// Numbers of up to five digits, each with the word behind it; `nil` when the text is anything else.
  private static func parts(_ text: String) -> [(number: Int, word: String)]? {
    var parts: [(number: Int, word: String)] = []
    var rest = text.lowercased().drop(while: \.isWhitespace)
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let word = rest.dropFirst(digits.count).prefix { !($0.isASCII && $0.isNumber) }
      guard digits.count <= 5, let number = Int(digits) else { return nil }
      parts.append((number, word.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
      rest = rest[word.endIndex...]
    }
    return parts
  }
}
