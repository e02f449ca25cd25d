/// One day of the Gregorian calendar, without a time zone.
///
/// Stored as the number of days since 1970-01-01, so that days are counted, compared and looped over as
/// plain numbers. The conversions are the era-based ones of Howard Hinnant, *chrono-Compatible Low-Level
/// Date Algorithms* (2013); each costs a few divisions.
public struct CivilDay: Hashable, Comparable, Strideable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let daysSince1970: Int

  /// The years that a plan, a log or a rule may name. A year outside is a typing error.
  public static let years = 1900...2199

  /// The day that lies `daysSince1970` days after 1970-01-01.
  public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

  /// The day with this year, month (1 to 12) and day of the month, or `nil` when there is none such or the
  /// year lies outside ``years``.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// The day of any year of four digits, as a calendar of others may name it: its zone begins in 1854, its rule ends in
  /// 9999. `nil` when there is none such.
  public init?(anyYear year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// Reads `2018-04-04`, digits and hyphens exactly so. `nil` for anything else.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  private init(validYear: Int, month: Int, day: Int) {
    let year = month <= 2 ? validYear - 1 : validYear
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSince1970: era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1 to 12) and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The calendar year.
  public var year: Int { components.year }

  /// The month, 1 to 12.
  public var month: Int { components.month }

  /// ISO 8601 weekday: 1 is Monday, 7 is Sunday.
  public var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 + 1 }

  /// The number of days of a month (1 to 12).
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days of a month as a half-open range. The month must be 1 to 12 and the year one of ``years``.
  public static func month(_ month: Int, of year: Int) -> Range<CivilDay> {
    precondition((1...12).contains(month) && years.contains(year), "month \(month) of \(year)")
    let first = CivilDay(validYear: year, month: month, day: 1)
    return first..<first.advanced(by: length(ofMonth: month, year: year))
  }

  /// The days of a year as a half-open range.
  public static func year(_ year: Int) -> Range<CivilDay> {
    month(1, of: year).lowerBound..<month(12, of: year).upperBound
  }

  /// The day `n` days later; earlier when negative.
  public func advanced(by n: Int) -> CivilDay { CivilDay(daysSince1970: daysSince1970 + n) }

  /// Days from this day to `other`.
  public func distance(to other: CivilDay) -> Int { other.daysSince1970 - daysSince1970 }

  /// Earlier days come first.
  public static func < (left: CivilDay, right: CivilDay) -> Bool { left.daysSince1970 < right.daysSince1970 }
}

extension CivilDay: CustomStringConvertible, Codable {
  /// ISO 8601, `2018-04-04`.
  public var description: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(10)
    append(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Adds the ISO 8601 text; a million of them are written for a year.
  func append(to digits: inout [UInt8]) {
    let (year, month, day) = components
    appendDigits(year, 4, to: &digits)
    digits.append(0x2D)
    appendDigits(month, 2, to: &digits)
    digits.append(0x2D)
    appendDigits(day, 2, to: &digits)
  }

  /// Reads the ISO 8601 text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = CivilDay(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day such as 2018-04-04")
    }
    self = day
  }

  /// Writes the ISO 8601 text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension CivilDay {
  /// The day as people write it, `05/04/2018`: one form that nobody misreads in Vietnam.
  public var forPeople: String {
    let (year, month, day) = components
    return "\(padded(day, to: 2))/\(padded(month, to: 2))/\(padded(year, to: 4))"
  }
}

extension CivilDay {
  /// The day with its month in words, where the order of day and month matters: `ngày 3 tháng 4 năm 2027`.
  public var inWords: Words {
    let (year, month, day) = components
    return Words(
      vi: "ngày \(day) tháng \(month) năm \(year)", en: "\(day) \(Self.englishMonths[month - 1]) \(year)")
  }
}

/// Adds the decimal digits of a number that is not below zero, with zeros before it.
func appendDigits(_ number: Int, _ width: Int, to digits: inout [UInt8]) {
  var power = 1
  for _ in 1..<width { power *= 10 }
  while number / power >= 10 { power *= 10 }
  while power > 0 {
    digits.append(UInt8(0x30 + number / power % 10))
    power /= 10
  }
}

/// A whole number with zeros before it; `String(format:)` is ten times slower and cuts to 32 bits.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
