/// `_xHHHH_`, by which Office Open XML writes a UTF-16 unit that XML does not take (ECMA-376 Part 1, 22.9.2.19,
/// `ST_Xstring`).
public enum ExcelEscape {
  /// Decodes what stands at the end of some bytes, from an index on; a unit that is half of a character alone is left
  /// as it is written.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard let first = bytes[start...].firstIndex(of: UInt8(ascii: "_")),
      (first..<bytes.count).contains(where: { unit(in: bytes, at: $0) != nil })
    else { return }
    var text: [UInt8] = []
    var index = start
    while index < bytes.count {
      guard let high = unit(in: bytes, at: index) else {
        text.append(bytes[index])
        index += 1
        continue
      }
      let low = UTF16.isLeadSurrogate(high) ? unit(in: bytes, at: index + length) : nil
      if let scalar = Unicode.Scalar(UInt32(high)) {
        text += String(scalar).utf8
        index += length
      } else if let low, UTF16.isTrailSurrogate(low) {
        text += String(decoding: [high, low], as: UTF16.self).utf8
        index += 2 * length
      } else {
        text += bytes[index..<index + length]
        index += length
      }
    }
    bytes.replaceSubrange(start..., with: text)
  }

  /// The text so that a program which decodes it gets it back: `_x0041_` becomes `_x005F_x0041_`.
  public static func encoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.indices.contains(where: { unit(in: bytes, at: $0) != nil }) else { return text }
    var written: [UInt8] = []
    for index in bytes.indices {
      if unit(in: bytes, at: index) != nil { written += "_x005F".utf8 }
      written.append(bytes[index])
    }
    return String(decoding: written, as: UTF8.self)
  }

  private static let length = 7

  /// The unit that an escape at an index stands for; `nil` when there is none.
  private static func unit(in bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + length <= bytes.count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes[index + 2..<index + 6]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
