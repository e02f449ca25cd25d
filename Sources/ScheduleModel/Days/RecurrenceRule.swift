/// A recurrence rule of RFC 5545 §3.3.10, of the kinds that are known to expand correctly.
///
/// Daily, weekly, monthly and yearly rules with `INTERVAL`, `COUNT`, `UNTIL`, `BYDAY`, `BYMONTHDAY`,
/// `BYMONTH`, `BYSETPOS` and `WKST`. Refused: faster frequencies, and what
/// clients built on libical 3.0 expand to wrong days without a word: `BYSETPOS` in a weekly rule or beside `BYMONTHDAY`,
/// `BYMONTHDAY` of a year without `BYMONTH`, and days counted from the end of the month in a daily rule.
public struct RecurrenceRule: Hashable, Sendable {
  /// The rule as it goes to the calendar library: upper case, without `RRULE:`.
  public let text: String

  /// Why a text is not a rule of the accepted kinds.
  public enum Refusal: Error, Hashable, Sendable {
    /// There is no `FREQ`, or not one of the four.
    case frequency(String)
    /// A part is not one of the accepted ones.
    case part(String)
    /// A part is given twice.
    case repeated(String)
    /// The value of a part is not one that it may have.
    case value(part: String, value: String)
    /// The parts do not go together.
    case together(String, String)
  }

  /// Reads a rule such as `FREQ=WEEKLY;BYDAY=MO,WE,FR`.
  public init(_ text: String) throws(Refusal) {
    var rule = text.uppercased().filter { !$0.isWhitespace }
    if rule.hasPrefix("RRULE:") { rule.removeFirst("RRULE:".count) }
    guard !rule.isEmpty else { throw .frequency("") }
    var values: [String: String] = [:]
    for part in rule.split(separator: ";", omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard pair.count == 2, Self.parts.contains(pair[0]) else { throw .part(String(part)) }
      guard values.updateValue(pair[1], forKey: pair[0]) == nil else { throw .repeated(pair[0]) }
      guard Self.isValid(pair[1], for: pair[0]) else { throw .value(part: pair[0], value: pair[1]) }
    }
    guard let frequency = values["FREQ"], Self.frequencies.contains(frequency) else {
      throw .frequency(values["FREQ"] ?? "")
    }
    try Self.checkTogether(frequency, values)
    self.text = rule
  }

  private static func checkTogether(_ frequency: String, _ values: [String: String]) throws(Refusal) {
    if values["COUNT"] != nil, values["UNTIL"] != nil { throw .together("COUNT", "UNTIL") }
    if values["BYSETPOS"] != nil {
      if frequency == "WEEKLY" || frequency == "DAILY" { throw .together("BYSETPOS", "FREQ=\(frequency)") }
      if values["BYMONTHDAY"] != nil { throw .together("BYSETPOS", "BYMONTHDAY") }
      if values["BYDAY"] == nil { throw .together("BYSETPOS", "BYDAY") }
    }
    if let days = values["BYMONTHDAY"] {
      if frequency == "WEEKLY" { throw .together("BYMONTHDAY", "FREQ=WEEKLY") }
      if frequency == "DAILY", days.contains("-") { throw .together("BYMONTHDAY=\(days)", "FREQ=DAILY") }
      if frequency == "YEARLY", values["BYMONTH"] == nil { throw .together("BYMONTHDAY", "FREQ=YEARLY") }
    }
    if let days = values["BYDAY"], frequency == "WEEKLY" || frequency == "DAILY",
      days.contains(where: \.isNumber)
    {
      throw .together("BYDAY=\(days)", "FREQ=\(frequency)")
    }
    // No month has a sixth Monday; a library would search for it to the end of its calendar.
    if let days = values["BYDAY"], frequency == "MONTHLY" || values["BYMONTH"] != nil,
      days.split(separator: ",").contains(where: { (Int($0.dropLast(2)) ?? 1).magnitude > 5 })
    {
      throw .value(part: "BYDAY", value: days)
    }
  }

  private static let frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
  private static let parts = [
    "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST",
  ]
  private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  private static func isValid(_ value: String, for part: String) -> Bool {
    switch part {
    case "FREQ": true
    case "INTERVAL", "COUNT": number(value, in: 1...400)
    case "UNTIL": isUntil(value)
    case "WKST": weekdays.contains(value)
    case "BYMONTH": list(value) { number($0, in: 1...12) }
    case "BYMONTHDAY", "BYSETPOS": list(value) { ordinal($0, upTo: 31) }
    default:
      list(value) { day in
        weekdays.contains(String(day.suffix(2))) && (day.count == 2 || ordinal(day.dropLast(2), upTo: 53))
      }
    }
  }

  private static func list(_ value: String, _ isValid: (Substring) -> Bool) -> Bool {
    value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(isValid)
  }

  /// Digits alone: the standard allows a sign before ordinals only.
  private static func number(_ text: some StringProtocol, in range: ClosedRange<Int>) -> Bool {
    text.allSatisfy(\.isNumber) && (Int(text).map(range.contains) ?? false)
  }

  /// A number that counts from the start, or with a minus from the end, and so is never 0.
  private static func ordinal(_ text: some StringProtocol, upTo limit: Int) -> Bool {
    Int(text).map { $0 != 0 && (-limit...limit).contains($0) } ?? false
  }

  /// `20181231`, `20181231T235959` or the same with `Z`.
  private static func isUntil(_ value: String) -> Bool {
    let date = value.prefix(8)
    guard CivilDay(iso: "\(date.prefix(4))-\(date.dropFirst(4).prefix(2))-\(date.dropFirst(6))") != nil else {
      return false
    }
    let rest = value.dropFirst(8)
    guard !rest.isEmpty else { return true }
    let time = rest.last == "Z" ? rest.dropFirst().dropLast() : rest.dropFirst()
    return rest.first == "T" && time.count == 6 && number(time.prefix(2), in: 0...23)
      && number(time.dropFirst(2).prefix(2), in: 0...59) && number(time.suffix(2), in: 0...59)
  }
}
