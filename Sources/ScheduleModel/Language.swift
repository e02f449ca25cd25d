/// A BCP 47 language tag (RFC 5646), such as `vi` or `hmn`.
public struct LanguageTag: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The tag as written in data and in the `LANGUAGE` parameter of a calendar.
  public let tag: String

  /// Vietnamese, the common language, in which originals are made.
  public static let vietnamese = LanguageTag(known: "vi")

  private init(known tag: String) { self.tag = tag }

  /// A tag of letters, digits and hyphens, at most 35 characters; `nil` otherwise.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count <= 35, let first = parts.first, first.utf8.allSatisfy({ isLetter($0) }),
      (2...8).contains(first.utf8.count) || (first == "x" && parts.count > 1),
      parts.dropFirst().allSatisfy({ (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(isLetterOrDigit) })
    else { return nil }
    tag = text.lowercased()
  }

  /// By the letters of the tag.
  public static func < (left: LanguageTag, right: LanguageTag) -> Bool { left.tag < right.tag }

  /// The tag.
  public var description: String { tag }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

private func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }

/// A language of Vietnamese broadcasting: its tag and its names.
///
/// Tags are those of ISO 639-3 where one exists; `tai` is the collective code of ISO 639-5, because a
/// programme labelled "tiếng Thái" seldom says which dialect it is in, and it is never `th`, Thailand's.
public struct BroadcastLanguage: Sendable {
  /// The tag.
  public let tag: LanguageTag
  /// The Vietnamese name, without "tiếng".
  public let vi: String
  /// The English name.
  public let en: String
  /// Other spellings in use.
  public let aliases: [String]

  /// Every language that the register knows, Vietnamese first.
  public static let all: [BroadcastLanguage] = rows.compactMap { row in
    LanguageTag(row.0).map { BroadcastLanguage(tag: $0, vi: row.1, en: row.2, aliases: row.3) }
  }

  /// The language with this tag, or `nil` when the register has none; it may be used all the same.
  public static func with(_ tag: LanguageTag) -> BroadcastLanguage? { byTag[tag] }

  /// The tag of a language given by tag, name or other spelling, whatever the case: `hmn`, `Mông`, `H'Mông`.
  public static func tag(named text: String) -> LanguageTag? {
    let key = fold(text)
    return all.first { language in
      language.tag.tag == key || fold(language.vi) == key || language.aliases.contains { fold($0) == key }
    }?.tag
  }

  /// The name in one of the reader's languages; the tag itself when the register does not know it.
  public static func name(of tag: LanguageTag, in language: ReaderLanguage) -> String {
    guard let known = with(tag) else { return tag.tag }
    return Words(vi: known.vi, en: known.en)[language]
  }

  private static let byTag = Dictionary(uniqueKeysWithValues: all.map { ($0.tag, $0) })

  private static func fold(_ text: String) -> String {
    var key = text.lowercased().filter { !$0.isWhitespace && $0 != "’" && $0 != "'" && $0 != "-" }
    if key.hasPrefix("tiếng") { key.removeFirst("tiếng".count) }
    return key
  }

  private static let rows: [(String, String, String, [String])] = [
    ("vi", "Việt", "Vietnamese", ["phổ thông", "Kinh"]),
    ("hmn", "Mông", "Hmong", ["H'Mông", "Hmông", "Mèo"]),
    ("tai", "Thái", "Tai", []),
    ("blt", "Thái đen", "Tai Dam", []),
    ("twh", "Thái trắng", "Tai Dón", []),
    ("hni", "Hà Nhì", "Hani", []),
    ("ium", "Dao", "Iu Mien", []),
    ("rad", "Ê Đê", "Rade", ["Rhade"]),
    ("jra", "Gia Rai", "Jarai", ["Jrai", "Jơ Rai"]),
    ("bdq", "Ba Na", "Bahnar", ["Bana"]),
    ("km", "Khmer", "Khmer", ["Khơ-me"]),
    ("cjm", "Chăm", "Eastern Cham", []),
    ("cja", "Chăm Tây", "Western Cham", []),
    ("hro", "Chăm H'roi", "Haroi", []),
    ("tyz", "Tày", "Tày", []),
    ("nut", "Nùng", "Nung", []),
    ("mtq", "Mường", "Muong", []),
    ("ktv", "Cơ Tu", "Eastern Katu", ["Katu"]),
    ("sed", "Xơ Đăng", "Sedang", ["Xê Đăng"]),
    ("kpm", "K'Ho", "Koho", ["Cơ Ho"]),
    ("cmo", "M'Nông", "Central Mnong", ["Bunong"]),
    ("rog", "Raglai", "Northern Roglai", []),
    ("hre", "H'rê", "Hre", []),
    ("jeh", "Giẻ Triêng", "Jeh", []),
    ("sti", "S'Tiêng", "Bulo Stieng", []),
    ("bru", "Pa Cô - Vân Kiều", "Eastern Bru", ["Bru - Vân Kiều"]),
    ("cje", "Chu Ru", "Chru", []),
    ("crw", "Chơ Ro", "Chrau", []),
    ("mlc", "Cao Lan", "Caolan", []),
    ("kjg", "Khơ Mú", "Khmu", []),
    ("pcc", "Giáy", "Bouyei", []),
    ("tou", "Thổ", "Tho", []),
    ("cua", "Co", "Cua", []),
    ("khb", "Lự", "Lü", []),
    ("lo", "Lào", "Lao", []),
    ("zh", "Hoa", "Chinese", []),
    ("x-sanchi", "Sán Chí", "San Chi", []),
  ]
}
