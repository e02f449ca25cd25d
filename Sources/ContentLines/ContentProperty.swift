/// A content line taken apart: `DTSTART;TZID=Asia/Ho_Chi_Minh:20200402T201500`.
public struct ContentProperty: Hashable, Sendable {
  /// In capitals.
  public let name: String
  /// In the order in which they stand.
  public let parameters: [Parameter]
  /// Escapes included; octets that are no UTF-8 became U+FFFD.
  public let value: String
  /// The number of its first physical line in the file, from 1.
  public let number: Int
  /// Its octets in the file, folds and line ends included.
  public let range: Range<Int>
  /// Whether the end of the value is missing, since the line was too long to be kept.
  public let isCut: Bool

  /// A parameter (RFC 5545 §3.2): `MEMBER="mailto:a@b.vn","mailto:c@d.vn"`.
  public struct Parameter: Hashable, Sendable {
    /// In capitals.
    public let name: String
    /// Without quotes, and without the escapes of RFC 6868.
    public let values: [String]
    /// Whether each value is quoted.
    public let isQuoted: Bool
    /// Whether a quote stands where none may: within a value, or open to the end.
    public let isMalformed: Bool
  }

  /// `nil` for a line that is no `name *(";" param) ":" value` (RFC 5545 §3.1).
  public init?(_ text: ArraySlice<UInt8>, number: Int, range: Range<Int> = 0..<0, isCut: Bool = false) {
    var parts: [ArraySlice<UInt8>] = []
    var isQuoted = false
    var start = text.startIndex
    var end: Int?
    for index in text.indices {
      switch text[index] {
      case 0x22 where !parts.isEmpty: isQuoted.toggle()
      case 0x3B where !isQuoted:
        parts.append(text[start..<index])
        start = index + 1
      case 0x3A where !isQuoted:
        parts.append(text[start..<index])
        end = index
      default: continue
      }
      if end != nil { break }
    }
    guard let end, let name = parts.first, !name.isEmpty, name.allSatisfy(Self.isNameOctet) else {
      return nil
    }
    var parameters: [Parameter] = []
    for part in parts.dropFirst() {
      guard let parameter = Self.parameter(part) else { return nil }
      parameters.append(parameter)
    }
    self.name = Self.capitals(name)
    self.parameters = parameters
    self.value = String(decoding: text[(end + 1)...], as: UTF8.self)
    self.number = number
    self.range = range
    self.isCut = isCut
  }

  /// The value of a parameter, by its name in capitals; `nil` without one.
  public subscript(name: String) -> String? {
    guard let parameter = parameters.first(where: { $0.name == name }) else { return nil }
    return parameter.values.count == 1 ? parameter.values[0] : parameter.values.joined(separator: ",")
  }

  /// What `VALUE` says, in capitals; `nil` when the property leaves it to its default.
  public var valueType: String? { self["VALUE"]?.uppercased() }

  /// The value's parts between commas; an empty one is kept.
  public var values: [Substring] {
    guard value.utf8.contains(0x2C) else { return [value[...]] }
    return value.utf8.split(separator: 0x2C, omittingEmptySubsequences: false).map { Substring($0) }
  }

  private static func parameter(_ text: ArraySlice<UInt8>) -> Parameter? {
    guard let equals = text.firstIndex(of: 0x3D), equals > text.startIndex,
      text[..<equals].allSatisfy(isNameOctet)
    else { return nil }
    let name = capitals(text[..<equals])
    // One bare value, as nearly always.
    if !text.contains(where: { $0 == 0x22 || $0 == 0x2C }) {
      let value = decoded(String(decoding: text[(equals + 1)...], as: UTF8.self))
      return Parameter(name: name, values: [value], isQuoted: false, isMalformed: false)
    }
    var values: [ArraySlice<UInt8>] = []
    var isQuoted = false
    var start = equals + 1
    for index in text[start...].indices {
      if text[index] == 0x22 { isQuoted.toggle() }
      if text[index] == 0x2C, !isQuoted {
        values.append(text[start..<index])
        start = index + 1
      }
    }
    values.append(text[start...])
    let areQuoted = values.map { $0.count > 1 && $0.first == 0x22 && $0.last == 0x22 }
    let bare = zip(values, areQuoted).map { value, isQuoted in
      isQuoted ? value.dropFirst().dropLast() : value
    }
    return Parameter(
      name: name,
      values: bare.map { decoded(String(decoding: $0, as: UTF8.self)) },
      isQuoted: areQuoted.allSatisfy { $0 }, isMalformed: bare.contains { $0.contains(0x22) })
  }

  /// Without the escapes of RFC 6868 §3.1.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x5E) else { return text }
    var plain = ""
    var rest = text[...]
    while let first = rest.popFirst() {
      switch (first, rest.first) {
      case ("^", "n"?): plain.append("\n")
      case ("^", "'"?): plain.append("\"")
      case ("^", "^"?): plain.append("^")
      default:
        plain.append(first)
        continue
      }
      rest.removeFirst()
    }
    return plain
  }

  /// A name in capitals, as nearly all are already.
  static func capitals(_ octets: ArraySlice<UInt8>) -> String {
    let isSmall = octets.contains { (0x61...0x7A).contains($0) }
    let name = String(decoding: octets, as: UTF8.self)
    return isSmall ? name.uppercased() : name
  }

  private static func isNameOctet(_ octet: UInt8) -> Bool {
    (0x30...0x39).contains(octet) || (0x41...0x5A).contains(octet & 0xDF) || octet == 0x2D
  }
}
