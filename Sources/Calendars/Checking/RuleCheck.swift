import ContentLines
import ScheduleModel

/// The rules that hold for an `RRULE` (RFC 5545 §3.3.10 and §3.8.5.3; RFC 7529 for `RSCALE` and `SKIP`).
struct RuleCheck {
  private let rule: ContentProperty
  private let start: ContentProperty?
  /// Whether it is of a zone, whose `UNTIL` is always in UTC.
  private let isZone: Bool

  init(_ rule: ContentProperty, start: ContentProperty?, isZone: Bool) {
    self.rule = rule
    self.start = start
    self.isZone = isZone
  }

  /// Tells the first thing that is wrong: one fault often brings about others.
  func run(_ list: inout CalendarFindings) {
    if let finding { list.add(rule.number, finding) }
  }

  private var finding: ((SourcePlace) -> Finding)? {
    var values: [String: String] = [:]
    for part in rule.value.uppercased().split(separator: ";", omittingEmptySubsequences: false) {
      let name = String(part.prefix { $0 != "=" })
      let value = String(part.dropFirst(name.count + 1))
      guard Self.isValid(value, for: name), values.updateValue(value, forKey: name) == nil else {
        return { .badRulePart(String(part), at: $0) }
      }
    }
    guard let frequency = values["FREQ"] else { return { .badRulePart("FREQ", at: $0) } }
    if values["COUNT"] != nil, values["UNTIL"] != nil {
      return { .rulePartsTogether("COUNT", "UNTIL", at: $0) }
    }
    if let part = Self.misplaced(values, frequency) {
      return { .misplacedRulePart(part, frequency, at: $0) }
    }
    return finding(onTimes: values)
  }

  /// What does not go with the time of the first occurrence.
  private func finding(onTimes values: [String: String]) -> ((SourcePlace) -> Finding)? {
    guard let start, CalendarValue.isTime(start) else { return nil }
    let isDay = CalendarValue.isDay(start)
    if isDay, let part = ["BYHOUR", "BYMINUTE", "BYSECOND"].first(where: { values[$0] != nil }) {
      return { .hourOfDayRule(part, start, at: $0) }
    }
    guard let until = values["UNTIL"] else { return nil }
    let example: String
    if isZone {
      guard !CalendarValue.isUTC(until) else { return nil }
      example = "UNTIL=20261025T010000Z"
    } else if isDay {
      guard !CalendarValue.isDay(until) else { return nil }
      example = "UNTIL=20261231"
    } else if CalendarValue.isFloating(start) {
      guard !CalendarValue.isMoment(until) || CalendarValue.isUTC(until) else { return nil }
      example = "UNTIL=20261231T235959"
    } else {
      guard !CalendarValue.isUTC(until) else { return nil }
      example = "UNTIL=20261231T165959Z"
    }
    return { .untilOfOtherKind(until, start, example, at: $0) }
  }

  // MARK: Parts

  private static let frequencies = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
  private static let weekdays = Set(Weekday.allCases.map(\.code))

  private static func isValid(_ value: String, for name: String) -> Bool {
    switch name {
    case "FREQ": frequencies.contains(value)
    case "COUNT", "INTERVAL": isNumber(value[...], in: 1...Int.max)
    case "UNTIL": CalendarValue.isDay(value) || CalendarValue.isMoment(value)
    case "WKST": weekdays.contains(value)
    case "BYSECOND": list(value) { isNumber($0, in: 0...60) }
    case "BYMINUTE": list(value) { isNumber($0, in: 0...59) }
    case "BYHOUR": list(value) { isNumber($0, in: 0...23) }
    // RFC 7529 §4.2 lets a leap month be `5L`.
    case "BYMONTH": list(value) { isNumber($0.hasSuffix("L") ? $0.dropLast() : $0, in: 1...13) }
    case "BYMONTHDAY": list(value) { isOrdinal($0, upTo: 31) }
    case "BYYEARDAY", "BYSETPOS": list(value) { isOrdinal($0, upTo: 366) }
    case "BYWEEKNO": list(value) { isOrdinal($0, upTo: 53) }
    case "BYDAY":
      list(value) {
        weekdays.contains(String($0.suffix(2))) && ($0.count == 2 || isOrdinal($0.dropLast(2), upTo: 53))
      }
    case "RSCALE": CalendarValue.isToken(value)
    case "SKIP": ["OMIT", "BACKWARD", "FORWARD"].contains(value)
    default: false
    }
  }

  private static func list(_ value: String, _ isValid: (Substring) -> Bool) -> Bool {
    value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(isValid)
  }

  private static func isNumber(_ text: Substring, in range: ClosedRange<Int>) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } && CalendarValue.isInteger(text, in: range)
  }

  private static func isOrdinal(_ text: Substring, upTo limit: Int) -> Bool {
    CalendarValue.isInteger(text, in: -limit...limit) && Int(text) != 0
  }

  /// A part that may not stand in a rule of that frequency, or not without another one.
  private static func misplaced(_ values: [String: String], _ frequency: String) -> String? {
    let hasOrdinals = values["BYDAY"]?.contains(where: \.isNumber) ?? false
    if values["RSCALE"] == nil {
      if values["SKIP"] != nil { return "SKIP" }
      if let months = values["BYMONTH"], months.contains("L") || months.split(separator: ",").contains("13") {
        return "BYMONTH=\(months)"
      }
    }
    if hasOrdinals, !["MONTHLY", "YEARLY"].contains(frequency) || values["BYWEEKNO"] != nil {
      return "BYDAY=\(values["BYDAY"] ?? "")"
    }
    if values["BYMONTHDAY"] != nil, frequency == "WEEKLY" { return "BYMONTHDAY" }
    if values["BYYEARDAY"] != nil, ["DAILY", "WEEKLY", "MONTHLY"].contains(frequency) { return "BYYEARDAY" }
    if values["BYWEEKNO"] != nil, frequency != "YEARLY" { return "BYWEEKNO" }
    let others = values.keys.filter { $0.hasPrefix("BY") && $0 != "BYSETPOS" }
    return values["BYSETPOS"] != nil && others.isEmpty ? "BYSETPOS" : nil
  }
}
