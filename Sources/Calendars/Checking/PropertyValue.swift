import ScheduleModel

/// What the values of properties may be (RFC 5545 §3.3 and §3.8).
enum PropertyValue {
  /// `20200402T131500Z`.
  static func isUTC(_ value: String) -> Bool {
    value.utf8.count == 16 && LocalTime(basic: Array(value.utf8)[...]) != nil
  }

  /// A date, a time, or what `VALUE` says that it is.
  static func isTime(_ value: Substring, _ type: String?) -> Bool {
    guard type != "PERIOD" else { return value.contains("/") }
    let isDate = value.utf8.count == 8
    return LocalTime(basic: Array(value.utf8)[...]) != nil && isDate == (type == "DATE")
  }

  /// Days, instants in UTC, instants on a zone's clock, or floating ones: only like is compared with like.
  static func kind(of property: ContentProperty) -> String {
    if property["VALUE"] == "DATE" { return "DATE" }
    return property.value.hasSuffix("Z") ? "UTC" : "TZID=\(property["TZID"] ?? "")"
  }

  static func isSequence(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.allSatisfy { (0x30...0x39).contains($0) } && Int32(value) != nil
  }

  /// An instant in UTC, or a duration (RFC 5545 §3.3.6).
  static func isTrigger(_ value: String) -> Bool {
    isUTC(value)
      || value.wholeMatch(of: /[+-]?P(?=[0-9T])(\d+W|(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)/) != nil
  }

  /// The words of RFC 5545 §3.8.1.11.
  static func statuses(of kind: String) -> [String] {
    switch kind {
    case "VEVENT": ["TENTATIVE", "CONFIRMED", "CANCELLED"]
    case "VTODO": ["NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"]
    default: ["DRAFT", "FINAL", "CANCELLED"]
    }
  }

  /// The first part of a rule that RFC 5545 §3.3.10 or RFC 7529 does not know, or that comes twice; `FREQ` when
  /// that is missing; `nil` when all are known.
  static func wrongPart(of rule: String) -> String? {
    var seen: Set<Substring> = []
    for part in rule.split(separator: ";", omittingEmptySubsequences: false) {
      let name = part.prefix { $0 != "=" }
      let value = part.dropFirst(name.count + 1)
      guard parts.contains(String(name)), !value.isEmpty, seen.insert(name).inserted else {
        return String(part)
      }
      if name == "FREQ", !frequencies.contains(String(value)) { return String(part) }
      if name == "COUNT" || name == "INTERVAL", Int(value).map({ $0 > 0 }) != true { return String(part) }
    }
    if seen.contains("COUNT"), seen.contains("UNTIL") { return "UNTIL" }
    return seen.contains("FREQ") ? nil : "FREQ"
  }

  private static let frequencies: Set<String> = [
    "SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY",
  ]
  private static let parts: Set<String> = [
    "FREQ", "UNTIL", "COUNT", "INTERVAL", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY",
    "BYYEARDAY",
    "BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST", "RSCALE", "SKIP",
  ]

  /// Whether each comma, semicolon and backslash of a text is escaped (RFC 5545 §3.3.11).
  static func isEscaped(_ value: String) -> Bool {
    var isEscape = false
    for octet in value.utf8 {
      if isEscape {
        guard [0x5C, 0x3B, 0x2C, 0x6E, 0x4E].contains(octet) else { return false }
        isEscape = false
      } else if octet == 0x5C {
        isEscape = true
      } else if octet == 0x2C || octet == 0x3B {
        return false
      }
    }
    return !isEscape
  }
}
