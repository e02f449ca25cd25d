import ScheduleModel

/// The small forms in which plans write lengths, ranges and moves.
enum PlanValue {
  /// Minutes: `15m`, `15 phút`, `1h`, `1h30`, `1 giờ 30`, `90`. From 1 to 1,440; `nil` otherwise.
  static func minutes(_ text: String) -> Int? {
    let parts = numbersAndWords(text)
    let minutes: Int?
    switch (parts.numbers.count, parts.words) {
    case (1, []), (1, ["m"]), (1, ["min"]), (1, ["phút"]), (1, ["p"]): minutes = parts.numbers[0]
    case (1, ["h"]), (1, ["giờ"]): minutes = parts.numbers[0] * 60
    case (2, ["h"]), (2, ["giờ"]), (2, ["h", "m"]), (2, ["giờ", "phút"]):
      minutes = parts.numbers[1] < 60 ? parts.numbers[0] * 60 + parts.numbers[1] : nil
    default: minutes = nil
    }
    return minutes.flatMap { (1...1_440).contains($0) ? $0 : nil }
  }

  /// Days: `7d`, `7 ngày`, `7`. From 0 to 366; `nil` otherwise.
  static func days(_ text: String) -> Int? {
    let parts = numbersAndWords(text)
    guard parts.numbers.count == 1, [[], ["d"], ["days"], ["day"], ["ngày"]].contains(parts.words) else {
      return nil
    }
    return (0...366).contains(parts.numbers[0]) ? parts.numbers[0] : nil
  }

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

  private static func numbersAndWords(_ text: String) -> (numbers: [Int], words: [String]) {
    var numbers: [Int] = []
    var words: [String] = []
    var wasDigit: Bool?
    for character in text.lowercased() {
      if character.isWhitespace {
        wasDigit = nil
        continue
      }
      let isDigit = character.isASCII && character.isNumber
      if isDigit, let digit = character.wholeNumberValue {
        if wasDigit == true, let last = numbers.last, last < 100_000 {
          numbers[numbers.count - 1] = last * 10 + digit
        } else {
          numbers.append(digit)
        }
      } else if wasDigit == false, let last = words.last {
        words[words.count - 1] = last + String(character)
      } else {
        words.append(String(character))
      }
      wasDigit = isDigit
    }
    return (numbers, words)
  }
}
