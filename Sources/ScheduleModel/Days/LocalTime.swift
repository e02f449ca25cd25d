/// A time of day on an outlet's own clock, in seconds after midnight.
///
/// From 0 to 86,400 inclusive: `24 giờ` is a time that people write, and it means the next day's 00:00.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Seconds after midnight, 0 to 86,400.
  public let seconds: Int

  /// The time that many seconds after midnight, or `nil` outside 0 to 86,400.
  public init?(seconds: Int) {
    guard (0...86_400).contains(seconds) else { return nil }
    self.seconds = seconds
  }

  /// 00:00, the start of the day.
  public static let midnight = TimeOfDay(valid: 0)

  /// 24:00, the end of the day.
  public static let endOfDay = TimeOfDay(valid: 86_400)

  private init(valid seconds: Int) { self.seconds = seconds }

  /// Reads the forms that plans and logs use: `20:15`, `20:15:30`, `18h45`, `18h`, `18 giờ 45`, `18g45`,
  /// `20h00’`, `18 giờ 45 phút`, `24 giờ`. Blanks between the parts do not matter. `nil` for anything else,
  /// `24:01`, `12:60` and `20:5` included.
  public init?(_ text: some StringProtocol) {
    var numbers: [Substring] = []
    var words: [String] = []
    var rest = Substring(text.lowercased().trimmingSpaces)
    while !rest.isEmpty {
      let number = rest.prefix(while: Self.isDigit)
      guard (1...2).contains(number.count), numbers.count < 3 else { return nil }
      let word = rest.dropFirst(number.count).prefix { !Self.isDigit($0) }
      numbers.append(number)
      words.append(word.trimmingSpaces)
      rest = rest[word.endIndex...]
    }
    switch words {
    case [":", ""], [":", ":", ""]:
      guard numbers.dropFirst().allSatisfy({ $0.count == 2 }) else { return nil }
    // “20 giờ rưỡi”.
    case _ where words.count == 1 && words[0].hasSuffix(" rưỡi"):
      guard Self.hourWords.contains(words[0].dropLast(5).trimmingSpaces) else { return nil }
      numbers.append("30")
    case _ where words.count == 1: guard Self.hourWords.contains(words[0]) else { return nil }
    case _ where words.count == 2:
      guard Self.hourWords.contains(words[0]), Self.minuteWords.contains(words[1]) else { return nil }
    default: return nil
    }
    let parts = numbers.compactMap { Int($0) } + [0, 0]
    guard parts[1] < 60, parts[2] < 60 else { return nil }
    self.init(seconds: parts[0] * 3600 + parts[1] * 60 + parts[2])
  }

  private static let hourWords: Set<String> = ["h", "g", "giờ", "gio"]
  private static let minuteWords: Set<String> = ["", "p", "ph", "phút", "phut", "'", "’", "′"]

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  /// Earlier times come first.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.seconds < right.seconds }
}

extension TimeOfDay: CustomStringConvertible {
  /// `20:15`, or `20:15:30` where there are seconds.
  public var description: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(8)
    append(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Adds the text.
  fileprivate func append(to digits: inout [UInt8]) {
    appendDigits(seconds / 3600, 2, to: &digits)
    digits.append(0x3A)
    appendDigits(seconds / 60 % 60, 2, to: &digits)
    guard seconds % 60 != 0 else { return }
    digits.append(0x3A)
    appendDigits(seconds % 60, 2, to: &digits)
  }
}

/// A wall-clock instant of an outlet: a day and a time, without the zone, which is the outlet's.
public struct LocalTime: Hashable, Comparable, Sendable {
  /// Seconds after 1970-01-01T00:00 on the same clock.
  public let seconds: Int
  /// Whether it is said as 24:00 of the day that ends then, not as 00:00 of the day that begins.
  private let isEndOfDay: Bool

  /// The instant that many seconds after 1970-01-01T00:00 local time.
  public init(seconds: Int) {
    self.seconds = seconds
    isEndOfDay = false
  }

  /// A day and a time of that day; 24:00 becomes the next day's 00:00.
  public init(_ day: CivilDay, _ time: TimeOfDay = .midnight) {
    self.init(seconds: day.daysSince1970 * 86_400 + time.seconds)
  }

  /// When an opening of a day starts: 24:00 stays with that day, so that the last of December is in its year.
  public init(openingOn day: CivilDay, at time: TimeOfDay) {
    seconds = day.daysSince1970 * 86_400 + time.seconds
    isEndOfDay = time == .endOfDay
  }

  /// Reads `2018-05-02T09:00`, as it is written by ``description``; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CivilDay(iso: parts[0]), let time = TimeOfDay(parts[1]) else {
      return nil
    }
    self.init(day, time)
  }

  /// The day to which the instant belongs.
  public var day: CivilDay {
    let within = isEndOfDay ? seconds - 1 : seconds
    return CivilDay(daysSince1970: within >= 0 ? within / 86_400 : (within - 86_399) / 86_400)
  }

  /// The time of that day; 24:00 only of an opening that starts so.
  public var time: TimeOfDay {
    TimeOfDay(seconds: seconds - day.daysSince1970 * 86_400) ?? .midnight
  }

  /// The same instant as clocks and calendars show it: the next day's 00:00 for 24:00.
  public var onClock: LocalTime { LocalTime(seconds: seconds) }

  /// The instant `minutes` later.
  public func adding(minutes: Int) -> LocalTime { LocalTime(seconds: seconds + minutes * 60) }

  /// Earlier instants come first; 24:00 of a day before 00:00 of the next.
  public static func < (left: LocalTime, right: LocalTime) -> Bool {
    (left.seconds, left.isEndOfDay ? 0 : 1) < (right.seconds, right.isEndOfDay ? 0 : 1)
  }
}

extension LocalTime: CustomStringConvertible {
  /// ISO 8601 without a zone, `2018-04-05T20:15`.
  public var description: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(19)
    day.append(to: &digits)
    digits.append(0x54)
    time.append(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }
}
