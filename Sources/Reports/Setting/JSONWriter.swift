/// Writes values as JSON text, in one pass and without a tree of them.
///
/// An object's fields are written as they come; when it ends, they are put into the order of their keys by moving
/// their bytes. The text is the one that Foundation's encoder gives with sorted keys, pretty printing and slashes as
/// they are, in a fifth of its time.
final class JSONWriter: Encoder {
  /// The text so far.
  var bytes: [UInt8] = []

  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  /// Objects and arrays that have not ended, the outermost first.
  private var open: [Frame] = []
  /// Fields of the open objects.
  private var fields: [Field] = []
  /// How many were open before the value that is being written.
  private var base = 0

  private struct Frame {
    let isObject: Bool
    /// Where its first field or element begins.
    let start: Int
    /// The first of its fields.
    let firstField: Int
    var count = 0
  }

  private struct Field {
    let key: String
    let start: Int
    var end: Int
  }

  // MARK: Values

  /// Writes a value.
  func write(_ value: some Encodable) throws {
    switch value {
    case let text as String: write(text: text)
    case let number as Int: write(number: number)
    default:
      let outer = base
      base = open.count
      let start = bytes.count
      try value.encode(to: self)
      while open.count > base { end() }
      base = outer
      precondition(bytes.count > start, "a value that writes nothing")
    }
  }

  func write(text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for byte in text.utf8 { writeEscaped(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func writeEscaped(_ byte: UInt8) {
    switch byte {
    case 0x22: bytes += #"\""#.utf8
    case 0x5C: bytes += #"\\"#.utf8
    case 0x08: bytes += #"\b"#.utf8
    case 0x0C: bytes += #"\f"#.utf8
    case 0x0A: bytes += #"\n"#.utf8
    case 0x0D: bytes += #"\r"#.utf8
    case 0x09: bytes += #"\t"#.utf8
    case 0..<0x20:
      bytes += (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8
      bytes += String(byte, radix: 16).utf8
    default: bytes.append(byte)
    }
  }

  func write(number: some FixedWidthInteger) {
    if number >= 0, number < 10 {
      bytes.append(0x30 + UInt8(number))
    } else {
      bytes += number.description.utf8
    }
  }

  /// Whole numbers have no point.
  func write(number: Double) {
    precondition(number.isFinite, "JSON has no such number")
    let text = number.description
    bytes += text.hasSuffix(".0") ? text.utf8.dropLast(2) : text.utf8[...]
  }

  func writeNull() { bytes += "null".utf8 }

  // MARK: Objects and arrays

  /// Begins an object or an array; one that the same value has begun already goes on.
  fileprivate func begin(isObject: Bool) {
    if open.count > base {
      precondition(open[base].isObject == isObject, "a value that is an object and an array")
      return
    }
    bytes.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
    bytes.append(0x0A)
    open.append(Frame(isObject: isObject, start: bytes.count, firstField: fields.count))
  }

  fileprivate func field(_ key: String, _ write: () throws -> Void) rethrows {
    beginItem()
    let start = bytes.count
    self.write(text: key)
    bytes += " : ".utf8
    let index = fields.count
    fields.append(Field(key: key, start: start, end: start))
    try write()
    fields[index].end = bytes.count
  }

  fileprivate func element(_ write: () throws -> Void) rethrows {
    beginItem()
    try write()
  }

  fileprivate var countOfItems: Int { open.last?.count ?? 0 }

  private func beginItem() {
    if open[open.count - 1].count > 0 {
      bytes.append(UInt8(ascii: ","))
      bytes.append(0x0A)
    }
    open[open.count - 1].count += 1
    indent()
  }

  private func indent() { bytes.append(contentsOf: repeatElement(0x20, count: 2 * open.count)) }

  private func end() {
    let frame = open.removeLast()
    if frame.isObject {
      sortFields(of: frame)
      fields.removeSubrange(frame.firstField...)
    }
    bytes.append(0x0A)
    indent()
    bytes.append(frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
  }

  /// Puts the fields of an object into the order of their keys.
  private func sortFields(of frame: Frame) {
    let own = fields[frame.firstField...]
    if zip(own, own.dropFirst()).allSatisfy({ $0.key < $1.key }) { return }
    let sorted = own.sorted { $0.key < $1.key }
    var moved: [UInt8] = []
    moved.reserveCapacity(bytes.count - frame.start)
    for (index, field) in sorted.enumerated() {
      if index > 0 {
        moved.append(UInt8(ascii: ","))
        moved.append(0x0A)
      }
      moved.append(contentsOf: repeatElement(0x20, count: 2 * (open.count + 1)))
      moved += bytes[field.start..<field.end]
    }
    bytes.replaceSubrange(frame.start..., with: moved)
  }

  // MARK: Encoder

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    begin(isObject: true)
    return KeyedEncodingContainer(JSONObject<Key>(writer: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    begin(isObject: false)
    return JSONArray(writer: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONSingle(writer: self) }
}

/// The fields of an object.
private struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: JSONWriter
  let codingPath: [any CodingKey] = []

  func encodeNil(forKey key: Key) { writer.field(key.stringValue) { writer.writeNull() } }
  func encode(_ value: String, forKey key: Key) {
    writer.field(key.stringValue) { writer.write(text: value) }
  }
  func encode(_ value: Int, forKey key: Key) {
    writer.field(key.stringValue) { writer.write(number: value) }
  }
  func encode(_ value: Int128, forKey key: Key) {
    writer.field(key.stringValue) { writer.write(number: value) }
  }
  func encode(_ value: Double, forKey key: Key) {
    writer.field(key.stringValue) { writer.write(number: value) }
  }
  func encode(_ value: Bool, forKey key: Key) {
    writer.field(key.stringValue) { writer.bytes += (value ? "true" : "false").utf8 }
  }
  func encode(_ value: some Encodable, forKey key: Key) throws {
    try writer.field(key.stringValue) { try writer.write(value) }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { preconditionFailure("values nest, containers do not") }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    preconditionFailure("values nest, containers do not")
  }
  func superEncoder() -> any Encoder { preconditionFailure("no classes are written") }
  func superEncoder(forKey key: Key) -> any Encoder { preconditionFailure("no classes are written") }
}

/// The elements of an array.
private struct JSONArray: UnkeyedEncodingContainer {
  let writer: JSONWriter
  let codingPath: [any CodingKey] = []
  var count: Int { writer.countOfItems }

  func encodeNil() { writer.element { writer.writeNull() } }
  func encode(_ value: String) { writer.element { writer.write(text: value) } }
  func encode(_ value: Int) { writer.element { writer.write(number: value) } }
  func encode(_ value: Int128) { writer.element { writer.write(number: value) } }
  func encode(_ value: some Encodable) throws { try writer.element { try writer.write(value) } }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    preconditionFailure("values nest, containers do not")
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    preconditionFailure("values nest, containers do not")
  }
  func superEncoder() -> any Encoder { preconditionFailure("no classes are written") }
}

/// A value that is neither object nor array.
private struct JSONSingle: SingleValueEncodingContainer {
  let writer: JSONWriter
  let codingPath: [any CodingKey] = []

  func encodeNil() { writer.writeNull() }
  func encode(_ value: Bool) { writer.bytes += (value ? "true" : "false").utf8 }
  func encode(_ value: String) { writer.write(text: value) }
  func encode(_ value: Double) { writer.write(number: value) }
  func encode(_ value: Float) { writer.write(number: Double(value)) }
  func encode(_ value: Int) { writer.write(number: value) }
  func encode(_ value: Int8) { writer.write(number: value) }
  func encode(_ value: Int16) { writer.write(number: value) }
  func encode(_ value: Int32) { writer.write(number: value) }
  func encode(_ value: Int64) { writer.write(number: value) }
  func encode(_ value: Int128) { writer.write(number: value) }
  func encode(_ value: UInt) { writer.write(number: value) }
  func encode(_ value: UInt8) { writer.write(number: value) }
  func encode(_ value: UInt16) { writer.write(number: value) }
  func encode(_ value: UInt32) { writer.write(number: value) }
  func encode(_ value: UInt64) { writer.write(number: value) }
  func encode(_ value: some Encodable) throws { try writer.write(value) }
}
