import Foundation

/// How the letters of a file are written as bytes.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// Unicode in eight bits, what everything else is turned into.
  case utf8 = "utf-8"
  /// Unicode in sixteen bits with a byte order mark, Excel's “Unicode text”.
  case utf16 = "utf-16"
  /// Microsoft's Vietnamese code page, tones as marks of their own.
  case windows1258 = "windows-1258"
  /// TCVN 5712, the fonts `.VnTime` and `.VnArial`, known as ABC.
  case tcvn3

  /// The name for a reader.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16"
    case .windows1258: "Windows-1258"
    case .tcvn3: "TCVN3 (ABC)"
    }
  }

  /// The bytes in UTF-8, composed.
  public func converted(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .utf8: return bytes
    case .utf16:
      let hasMark = Self.hasUTF16Mark(bytes)
      let isLittle = hasMark ? bytes[0] == 0xFF : Self.isLittleUTF16(bytes) ?? true
      let units = stride(from: hasMark ? 2 : 0, to: bytes.count - 1, by: 2).map { index in
        isLittle
          ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
          : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    case .windows1258:
      return Array(Self.decoded(bytes, Self.table1258).precomposedStringWithCanonicalMapping.utf8)
    case .tcvn3: return Array(Self.decoded(bytes, Self.tableTCVN3).precomposedStringWithCanonicalMapping.utf8)
    }
  }

  private static func decoded(_ bytes: [UInt8], _ table: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(byte < 0x80 ? Unicode.Scalar(byte) : table[Int(byte) - 0x80]) }
    return String(text)
  }

  /// Whether a text is in sixteen bits: it says so by a byte order mark, or every other byte of most letters is zero.
  public static func isUTF16(_ bytes: [UInt8]) -> Bool { hasUTF16Mark(bytes) || isLittleUTF16(bytes) != nil }

  private static func hasUTF16Mark(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// Whether the low byte comes first in a text without a mark, by where its zeros are; `nil` where they show no UTF-16.
  private static func isLittleUTF16(_ bytes: [UInt8]) -> Bool? {
    let sample = bytes.prefix(4000)
    guard sample.count >= 8, sample.contains(0) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let (most, least) = (max(zeros.even, zeros.odd), min(zeros.even, zeros.odd))
    guard most * 4 >= sample.count, least * 20 <= most else { return nil }
    return zeros.odd > zeros.even
  }

  /// What a text that is no UTF-8 is probably written in.
  public struct Guess: Sendable {
    /// The encoding.
    public let encoding: TextEncoding
    /// How many words with foreign bytes were looked at.
    public let words: Int
    /// How many of them are Vietnamese syllables in it.
    public let fitting: Int
    /// Whether nothing else comes into question.
    public let isSure: Bool

    /// Fewer words than this prove nothing.
    public static let fewestWords = 10
  }

  /// Looks at the words that are not ASCII, as each encoding would have them.
  ///
  /// - Returns: `nil` when none makes most of them Vietnamese.
  public static func guess(_ bytes: [UInt8]) -> Guess? {
    let sample = Array(bytes.prefix(200_000))
    let words = sample.split { $0 < 0x41 || (0x5B...0x60).contains($0) || (0x7B...0x7F).contains($0) }
      .filter { $0.contains { $0 >= 0x80 } }.prefix(5000)
    guard !words.isEmpty else { return nil }
    let shares = [TextEncoding.tcvn3, .windows1258].map { encoding in
      let fitting = words.count { word in
        VietnameseSyllable.isOne(String(decoding: encoding.converted(Array(word)), as: UTF8.self))
      }
      return (encoding: encoding, fitting: fitting, percent: fitting * 100 / words.count)
    }.sorted { $0.percent > $1.percent }
    guard shares[0].percent >= 60 else { return nil }
    return Guess(
      encoding: shares[0].encoding, words: words.count, fitting: shares[0].fitting,
      isSure: shares[0].percent >= 90 && shares[1].percent <= 50 && words.count >= Guess.fewestWords)
  }

  private static let tableTCVN3: [Unicode.Scalar] = {
    var table = (0x80...0xFF).map { Unicode.Scalar(UInt8($0)) }
    let letters: [(Int, String)] = [
      (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"),
      (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
    ]
    for (start, text) in letters {
      for (index, scalar) in text.unicodeScalars.enumerated() { table[start - 0x80 + index] = scalar }
    }
    return table
  }()

  private static let table1258: [Unicode.Scalar] = {
    var table = (0x80...0xFF).map { Unicode.Scalar(UInt8($0)) }
    let others: [Int: Unicode.Scalar] = [
      0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰",
      0x8B: "‹", 0x8C: "Œ", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
      0x98: "˜", 0x99: "™", 0x9B: "›", 0x9C: "œ", 0x9F: "Ÿ", 0xC3: "Ă", 0xCC: "\u{300}", 0xD0: "Đ",
      0xD2: "\u{309}", 0xD5: "Ơ", 0xDD: "Ư", 0xDE: "\u{303}", 0xE3: "ă", 0xEC: "\u{301}", 0xF0: "đ",
      0xF2: "\u{323}", 0xF5: "ơ", 0xFD: "ư", 0xFE: "₫",
    ]
    for (byte, scalar) in others { table[byte - 0x80] = scalar }
    return table
  }()
}

/// What a written Vietnamese syllable may look like.
enum VietnameseSyllable {
  /// Whether a word is one: a consonant or none, a vowel or a row of vowels that there is, a final or none, and one
  /// tone at most; case does not matter.
  static func isOne(_ word: String) -> Bool {
    guard let bare = FoldedTones.bare(word.lowercased()) else { return false }
    if bare == "gi" { return true }
    var letters = Substring(bare)
    if let onset = onsets.first(where: { letters.hasPrefix($0) }) { letters = letters.dropFirst(onset.count) }
    let nucleus = letters.prefix { vowels.contains($0) }
    let final = letters.dropFirst(nucleus.count)
    return nuclei.contains(String(nucleus)) && (final.isEmpty || finals.contains(String(final)))
  }

  private static let vowels = Set("aăâeêioôơuưy")
  private static let nuclei = Set(
    ("a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi oo ôi ơi ua uâ ui uê uô uơ uy ưa ưi ươ "
      + "ưu yê iêu yêu oai oay oao oeo uây uôi uya uyê uyu ươi ươu").split(separator: " ").map(String.init))
  private static let onsets = [
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l",
    "m", "n", "p", "r", "s", "t", "v", "x",
  ]
  private static let finals: Set = ["c", "ch", "m", "n", "ng", "nh", "p", "t"]
}

/// Letters without their tones, their shapes kept.
private enum FoldedTones {
  /// The word without its tone; `nil` when it has more than one.
  static func bare(_ word: String) -> String? {
    var scalars = String.UnicodeScalarView()
    var tones = 0
    for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars {
      if ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"].contains(scalar) {
        tones += 1
      } else {
        scalars.append(scalar)
      }
    }
    return tones <= 1 ? String(scalars).precomposedStringWithCanonicalMapping : nil
  }
}
