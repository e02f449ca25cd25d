/// How a day or a time is written: letters for its parts, anything else as it is.
///
/// `yyyy` and `yy` are the year (`18` is 2018), `MM` or `M` the month, `dd` or `d` the day, `HH` or `H` the hour,
/// `mm` the minute, `ss` the second. A single letter takes one digit or two.
public struct ClockPattern: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case year(Int), month(Int), day(Int), hour(Int), minute(Int), second(Int)
    case literal(UInt8)
  }

  private var parts: [Part]
  /// The pattern as it was written.
  public private(set) var text: String

  /// Reads `dd/MM/yyyy`, `yyyyMMdd`, `HHmmss`; `nil` when no part of a day or time is in it, or one of them twice.
  public init?(_ text: String) {
    var parts: [Part] = []
    var letters = Array(text.utf8)[...]
    var seen: Set<UInt8> = []
    while let letter = letters.first {
      let count = letters.prefix { $0 == letter }.count
      let part: Part?
      switch (letter, count) {
      case (UInt8(ascii: "y"), 2), (UInt8(ascii: "y"), 4): part = .year(count)
      case (UInt8(ascii: "M"), 1...2): part = .month(count)
      case (UInt8(ascii: "d"), 1...2): part = .day(count)
      case (UInt8(ascii: "H"), 1...2): part = .hour(count)
      case (UInt8(ascii: "m"), 1...2): part = .minute(count)
      case (UInt8(ascii: "s"), 1...2): part = .second(count)
      default: part = nil
      }
      if let part {
        guard seen.insert(letter).inserted else { return nil }
        parts.append(part)
        letters = letters.dropFirst(count)
      } else {
        guard !"yMdHms".utf8.contains(letter) else { return nil }
        parts.append(.literal(letter))
        letters = letters.dropFirst()
      }
    }
    guard !seen.isEmpty else { return nil }
    self.parts = parts
    self.text = text
  }

  /// Whether it tells a day.
  public var hasDay: Bool {
    "yMd".utf8.allSatisfy { text.utf8.contains($0) }
  }

  /// Whether it tells a time.
  public var hasTime: Bool { text.utf8.contains(UInt8(ascii: "H")) }

  /// The same with day and month in an order, where the year comes last: `MM/dd/yyyy` as `dd/MM/yyyy`.
  public func with(monthFirst: Bool) -> ClockPattern {
    func index(_ isSought: (Part) -> Bool) -> Int { parts.firstIndex(where: isSought) ?? 0 }
    let day = index { if case .day = $0 { true } else { false } }
    let month = index { if case .month = $0 { true } else { false } }
    let year = index { if case .year = $0 { true } else { false } }
    guard hasDay, year > max(day, month), (month < day) != monthFirst else { return self }
    var other = self
    other.parts.swapAt(day, month)
    let letters: [Character: Character] = ["d": "M", "M": "d"]
    other.text = String(text.map { letters[$0] ?? $0 })
    return other
  }

  /// The numbers of a text that is written so; `nil` for any other.
  public func read(_ text: ArraySlice<UInt8>) -> Reading? {
    var rest = text
    var reading = Reading()
    func take(_ count: Int) -> Int? {
      let most = count == 1 ? 2 : count
      let digits = rest.prefix(most).prefix { (0x30...0x39).contains($0) }
      guard digits.count == most || (count == 1 && digits.count == 1) else { return nil }
      rest = rest.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    for part in parts {
      switch part {
      case .year(let count):
        guard let year = take(count) else { return nil }
        reading.year = count == 2 ? 2000 + year : year
      case .month(let count):
        guard let value = take(count) else { return nil }
        reading.month = value
      case .day(let count):
        guard let value = take(count) else { return nil }
        reading.day = value
      case .hour(let count):
        guard let value = take(count) else { return nil }
        reading.hour = value
      case .minute(let count):
        guard let value = take(count) else { return nil }
        reading.minute = value
      case .second(let count):
        guard let value = take(count) else { return nil }
        reading.second = value
      case .literal(let letter):
        guard rest.first == letter else { return nil }
        rest = rest.dropFirst()
      }
    }
    return rest.isEmpty ? reading : nil
  }

  /// The numbers that a text has.
  public struct Reading: Hashable, Sendable {
    /// The year.
    public var year = 0
    /// The month.
    public var month = 0
    /// The day of the month.
    public var day = 0
    /// The hour, which may pass 24 in a broadcast day.
    public var hour = 0
    /// The minute.
    public var minute = 0
    /// The second.
    public var second = 0

    /// Seconds after midnight; `nil` when minute or second are none.
    public var seconds: Int? {
      minute < 60 && second < 60 && hour < 48 ? hour * 3600 + minute * 60 + second : nil
    }
  }
}
