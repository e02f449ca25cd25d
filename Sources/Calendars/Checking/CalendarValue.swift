import ContentLines
import ScheduleModel

/// The forms of values (RFC 5545 §3.3), strictly, letters in any case.
enum CalendarValue {
  // MARK: Times

  /// `20200402`.
  static func isDay(_ value: some StringProtocol) -> Bool {
    value.utf8.count == 8 && LocalTime(basic: Array(value.utf8)[...], anyYear: true) != nil
  }

  /// `20200402T131500` with or without `Z`; a leap second is one (RFC 5545 §3.3.12).
  static func isMoment(_ value: some StringProtocol) -> Bool {
    var octets = Array(value.utf8)
    guard octets.count == 15 || octets.count == 16 else { return false }
    if octets[13] == 0x36, octets[14] == 0x30 { (octets[13], octets[14]) = (0x35, 0x39) }
    return LocalTime(basic: octets[...], anyYear: true) != nil
  }

  /// `20200402T131500Z`.
  static func isUTC(_ value: some StringProtocol) -> Bool { value.utf8.count == 16 && isMoment(value) }

  /// Whether a property states days.
  static func isDay(_ property: ContentProperty) -> Bool {
    property.valueType == "DATE" || property.valueType == nil && isDay(property.values[0])
  }

  /// Whether a property states times on no certain clock.
  static func isFloating(_ property: ContentProperty) -> Bool {
    clock(of: property) == "TZID="
  }

  /// On which clock a property states its times; only what is on one clock can be compared.
  static func clock(of property: ContentProperty) -> String {
    if isDay(property) { return "DATE" }
    return isUTC(property.value) ? "UTC" : "TZID=\(property["TZID"] ?? "")"
  }

  /// Whether all its values are what `VALUE` says, times when it says nothing.
  static func isTime(_ property: ContentProperty) -> Bool {
    switch property.valueType {
    case nil, "DATE-TIME": property.values.allSatisfy { isMoment($0) }
    case "DATE": property.values.allSatisfy { isDay($0) }
    case "PERIOD": property.values.allSatisfy { isPeriod($0) }
    default: false
    }
  }

  /// `19970101T180000Z/19970102T070000Z` or `19970101T180000Z/PT5H30M` (RFC 5545 §3.3.9).
  static func isPeriod(_ value: some StringProtocol, inUTC: Bool = false) -> Bool {
    let parts = value.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, isMoment(parts[0]), !inUTC || isUTC(parts[0]) else { return false }
    guard isMoment(parts[1]) else { return isDuration(parts[1], isPositive: true) }
    return isUTC(parts[0]) == isUTC(parts[1]) && parts[0].uppercased() < parts[1].uppercased()
  }

  /// `PT15M`, `-P1DT2H`, `P2W` (RFC 5545 §3.3.6).
  static func isDuration(_ value: some StringProtocol, isPositive: Bool = false) -> Bool {
    let text = value.uppercased()
    let form =
      /[+-]?P(?:\d+W|\d+D(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?|T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))/
    guard text.wholeMatch(of: form) != nil else { return false }
    return !isPositive || !text.hasPrefix("-")
  }

  // MARK: Numbers

  /// Digits with or without a sign (RFC 5545 §3.3.8), within bounds.
  static func isInteger(_ value: some StringProtocol, in range: ClosedRange<Int>) -> Bool {
    let digits = value.hasPrefix("-") || value.hasPrefix("+") ? value.dropFirst() : value[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    return Int(value).map(range.contains) ?? false
  }

  /// `21.0285;105.8542`: degrees north and east (RFC 5545 §3.8.1.6).
  static func isPlace(_ value: some StringProtocol) -> Bool {
    let parts = value.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    return zip(parts, [90.0, 180.0]).allSatisfy { part, most in
      String(part).wholeMatch(of: /[+-]?\d+(?:\.\d+)?/) != nil
        && (Double(part).map { abs($0) <= most } ?? false)
    }
  }

  // MARK: Words and texts

  /// A word of letters, digits and hyphens.
  static func isToken(_ value: some StringProtocol) -> Bool {
    !value.isEmpty
      && value.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2D
      }
  }

  /// `mailto:dai@tinh.vn`: a scheme and something after it, without blanks (RFC 3986).
  static func isURI(_ value: some StringProtocol) -> Bool {
    guard let colon = value.firstIndex(of: ":"), value.index(after: colon) < value.endIndex else {
      return false
    }
    let scheme = value[..<colon]
    guard let first = scheme.utf8.first, (0x41...0x5A).contains(first & 0xDF) else { return false }
    return scheme.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || [0x2B, 0x2D, 0x2E].contains($0)
    } && !value.utf8.contains { $0 <= 0x20 || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E }
  }

  /// Base64 with its padding (RFC 4648 §4).
  static func isBase64(_ value: some StringProtocol) -> Bool {
    let octets = Array(value.utf8)
    let body = octets.prefix { $0 != 0x3D }
    return octets.count % 4 == 0 && octets.count - body.count <= 2
      && octets[body.count...].allSatisfy { $0 == 0x3D }
      && body.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2B || $0 == 0x2F
      }
  }

  /// Whether each semicolon and backslash of a text is escaped, and each comma too unless it parts a list
  /// (RFC 5545 §3.3.11).
  static func isEscaped(_ value: some StringProtocol, isList: Bool) -> Bool {
    var isEscape = false
    for octet in value.utf8 {
      if isEscape {
        guard [0x5C, 0x3B, 0x2C, 0x6E, 0x4E].contains(octet) else { return false }
        isEscape = false
      } else if octet == 0x5C {
        isEscape = true
      } else if octet == 0x3B || octet == 0x2C && !isList {
        return false
      }
    }
    return !isEscape
  }

  /// The words of RFC 5545 §3.8.1.11.
  static func statuses(of kind: String) -> [String] {
    switch kind {
    case "VTODO": ["NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"]
    case "VJOURNAL": ["DRAFT", "FINAL", "CANCELLED"]
    default: ["TENTATIVE", "CONFIRMED", "CANCELLED"]
    }
  }
}
