/// A content line taken apart: `DTSTART;TZID=Asia/Ho_Chi_Minh:20200402T201500`.
struct ContentProperty {
  /// In capitals.
  let name: String
  /// In the order in which they stand, names in capitals.
  let parameters: [(name: String, value: String)]
  let value: String
  /// The number of its line in the file.
  let number: Int

  /// `nil` for a line that is no `name *(";" param) ":" value` (RFC 5545 §3.1).
  init?(_ text: ArraySlice<UInt8>, number: Int) {
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
    var parameters: [(String, String)] = []
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: 0x3D), equals > part.startIndex, equals + 1 < part.endIndex,
        part[..<equals].allSatisfy(Self.isNameOctet)
      else { return nil }
      let value = String(decoding: part[(equals + 1)...], as: UTF8.self)
      let isQuoted = value.count > 1 && value.hasPrefix("\"") && value.hasSuffix("\"")
      parameters.append(
        (
          String(decoding: part[..<equals], as: UTF8.self).uppercased(),
          isQuoted ? String(value.dropFirst().dropLast()) : value
        ))
    }
    self.name = String(decoding: name, as: UTF8.self).uppercased()
    self.parameters = parameters
    self.value = String(decoding: text[(end + 1)...], as: UTF8.self)
    self.number = number
  }

  /// The value of a parameter.
  subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

  private static func isNameOctet(_ octet: UInt8) -> Bool {
    (0x30...0x39).contains(octet) || (0x41...0x5A).contains(octet & 0xDF) || octet == 0x2D
  }
}
