import Allocation

/// One value of a JSON text.
struct JSONValue {
  let tape: JSONTape
  let node: Int

  var kind: JSONTape.Kind { tape.nodes[node].kind }

  /// The first byte of the value in the text.
  var offset: Int { Int(tape.nodes[node].start) }

  var isNull: Bool { kind == .null }

  /// The whole number; `nil` when the value is none, or has more than 64 bits.
  var integer: Int? {
    guard kind == .integer else { return nil }
    let bytes = tape.bytes
    var index = offset
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var number = 0
    while index < bytes.count, bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9") {
      let (tenfold, isLarge) = number.multipliedReportingOverflow(by: 10)
      let digit = Int(bytes[index] - UInt8(ascii: "0"))
      let (sum, isLarger) = tenfold.subtractingReportingOverflow(digit)
      guard !isLarge, !isLarger else { return nil }
      number = sum
      index += 1
    }
    guard !isNegative else { return number }
    return number == .min ? nil : -number
  }

  /// The text of a string, its escapes resolved; `nil` when the value is none, or is not UTF-8.
  var string: String? {
    guard kind == .string else { return nil }
    var text: [UInt8] = []
    var index = offset + 1
    let bytes = tape.bytes
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] == UInt8(ascii: "\\") else {
        text.append(bytes[index])
        index += 1
        continue
      }
      guard index + 1 < bytes.count else { return nil }
      let escape = bytes[index + 1]
      index += 2
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        guard let scalar = scalar(at: &index) else { return nil }
        text.append(contentsOf: String(scalar).utf8)
      default: return nil
      }
    }
    return String(validating: text, as: UTF8.self)
  }

  /// The scalar of `\uXXXX`, or of the two that make a pair.
  private func scalar(at index: inout Int) -> Unicode.Scalar? {
    guard let first = hexadecimal(at: index) else { return nil }
    index += 4
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, index + 6 <= tape.bytes.count, tape.bytes[index] == UInt8(ascii: "\\"),
      tape.bytes[index + 1] == UInt8(ascii: "u"), let second = hexadecimal(at: index + 2),
      (0xDC00...0xDFFF).contains(second)
    else { return nil }
    index += 6
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private func hexadecimal(at index: Int) -> UInt32? {
    guard index + 4 <= tape.bytes.count else { return nil }
    var number: UInt32 = 0
    for byte in tape.bytes[index..<(index + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
      number = number << 4 | UInt32(digit)
    }
    return number
  }

  /// The values of an array, in order; none of anything else.
  var elements: Elements { Elements(tape: tape, node: node + 1, end: kind == .array ? end : node + 1) }

  /// Keys and values of an object, in order, equal keys as often as they are there; a key that is not
  /// UTF-8 is `nil`.
  var members: [(key: String?, value: JSONValue)] {
    guard kind == .object else { return [] }
    var members: [(key: String?, value: JSONValue)] = []
    var next = node + 1
    while next < end {
      let value = JSONValue(tape: tape, node: next + 1)
      members.append((JSONValue(tape: tape, node: next).string, value))
      next = value.end
    }
    return members
  }

  private var end: Int { Int(tape.nodes[node].next) }

  /// The values of an array, one after the other.
  struct Elements: Sequence, IteratorProtocol {
    fileprivate let tape: JSONTape
    fileprivate var node: Int
    fileprivate let end: Int

    mutating func next() -> JSONValue? {
      guard node < end else { return nil }
      defer { node = Int(tape.nodes[node].next) }
      return JSONValue(tape: tape, node: node)
    }
  }
}
