/// Splits the XML of a spreadsheet into its marks and texts, piece by piece as it is unpacked.
///
/// It knows what office programs write: elements, attributes, texts, comments and CDATA. A document type is refused,
/// for with it a few bytes could become gigabytes. Only what is not finished yet is held.
struct XMLScanner {
  /// What keeps the text from being read.
  enum Fault: Error {
    case broken, documentType, tokenTooLong
  }

  /// A mark or a text.
  enum Token {
    /// An element begins; its name without prefix, and its attributes as they are written.
    case start(ArraySlice<UInt8>, attributes: ArraySlice<UInt8>)
    /// It ends. An empty element has both.
    case end(ArraySlice<UInt8>)
    /// A text, perhaps with entities.
    case text(ArraySlice<UInt8>)
    /// A text that has none.
    case plain(ArraySlice<UInt8>)
  }

  /// No mark and no text is longer.
  static let longestToken = 1 << 20

  private var buffer: [UInt8] = []
  private var position = 0

  /// Takes the next bytes, and hands out what is complete.
  mutating func feed(_ bytes: UnsafeRawBufferPointer, _ handle: (Token) -> Void) throws(Fault) {
    buffer.removeFirst(position)
    position = 0
    buffer.append(contentsOf: bytes)
    while position < buffer.count {
      guard try token(handle) else {
        guard buffer.count - position <= Self.longestToken else { throw .tokenTooLong }
        return
      }
    }
  }

  /// Whether everything was complete.
  var isFinished: Bool { buffer[position...].allSatisfy(\.isBlank) }

  private mutating func token(_ handle: (Token) -> Void) throws(Fault) -> Bool {
    guard buffer[position] == UInt8(ascii: "<") else {
      guard let end = buffer[position...].firstIndex(of: UInt8(ascii: "<")) else { return false }
      handle(.text(buffer[position..<end]))
      position = end
      return true
    }
    guard position + 1 < buffer.count else { return false }
    switch buffer[position + 1] {
    case UInt8(ascii: "?"): return skip(to: "?>")
    case UInt8(ascii: "!"):
      let rest = buffer[position...]
      if rest.starts(with: "<!--".utf8) { return skip(to: "-->") }
      if rest.starts(with: "<![CDATA[".utf8) {
        guard let end = find("]]>", from: position + 9) else { return false }
        handle(.plain(buffer[position + 9..<end]))
        position = end + 3
        return true
      }
      guard rest.count >= 9 else { return false }
      throw .documentType
    default: return try mark(handle)
    }
  }

  private mutating func mark(_ handle: (Token) -> Void) throws(Fault) -> Bool {
    var index = position + 1
    var quote: UInt8?
    while index < buffer.count {
      let byte = buffer[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == .quote || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "<") {
        throw .broken
      }
      index += 1
    }
    guard index < buffer.count else { return false }
    let isEnd = buffer[position + 1] == UInt8(ascii: "/")
    let isEmpty = !isEnd && buffer[index - 1] == UInt8(ascii: "/")
    let inner = buffer[(position + (isEnd ? 2 : 1))..<(isEmpty ? index - 1 : index)]
    let nameEnd = inner.firstIndex(where: \.isBlank) ?? inner.endIndex
    let full = inner[..<nameEnd]
    let name = full.firstIndex(of: UInt8(ascii: ":")).map { full[($0 + 1)...] } ?? full
    guard !name.isEmpty else { throw .broken }
    position = index + 1
    if isEnd {
      handle(.end(name))
    } else {
      handle(.start(name, attributes: inner[nameEnd...]))
      if isEmpty { handle(.end(name)) }
    }
    return true
  }

  private mutating func skip(to end: String) -> Bool {
    guard let found = find(end, from: position) else { return false }
    position = found + end.utf8.count
    return true
  }

  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard start <= buffer.count, buffer.count - start >= wanted.count else { return nil }
    return (start...(buffer.count - wanted.count)).first { buffer[$0...].starts(with: wanted) }
  }

  /// The value of an attribute; `nil` when it is not there.
  static func attribute(_ name: StaticString, in attributes: ArraySlice<UInt8>) -> String? {
    let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    var rest = attributes
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      var key = rest[..<equals]
      while let last = key.last, last.isBlank { key.removeLast() }
      while let first = key.first, first.isBlank { key.removeFirst() }
      let after = rest[(equals + 1)...].drop(while: \.isBlank)
      guard let quote = after.first, quote == .quote || quote == UInt8(ascii: "'"),
        let end = after.dropFirst().firstIndex(of: quote)
      else { return nil }
      if key.elementsEqual(wanted) { return text(after[(after.startIndex + 1)..<end]) }
      rest = rest[(end + 1)...]
    }
    return nil
  }

  /// A text with its entities resolved; one that is not known stays as it is written.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    appendText(bytes, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The same at the end of other letters.
  static func appendText(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
    var rest = bytes
    while let amp = rest.firstIndex(of: UInt8(ascii: "&")) {
      text += rest[..<amp]
      let after = rest[(amp + 1)...]
      guard let end = after.prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = entity(String(decoding: after[..<end], as: UTF8.self))
      else {
        text.append(rest[amp])
        rest = after
        continue
      }
      text += String(scalar).utf8
      rest = after[(end + 1)...]
    }
    text += rest
  }

  private static func entity(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let number =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      return number.flatMap(Unicode.Scalar.init)
    }
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")

  /// Whether XML counts it as white space (XML 1.0, 2.3).
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
