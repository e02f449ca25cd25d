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

  /// The language with this tag, or `nil` when the register has none.
  public static func with(_ tag: LanguageTag) -> BroadcastLanguage? { byTag[tag] }

  /// The tag of a language given by tag, Vietnamese or English name or another spelling, whatever the case
  /// and with or without "tiếng": `hmn`, `Mông`, `tiếng H’Mông`, `Hmong`.
  public static func tag(named text: String) -> LanguageTag? { byName[fold(text)] }

  /// What comes before a tag that a plan uses though the register lacks it: `tag:lus`.
  public static let tagPrefix = "tag:"

  /// Whether a tag is understood without ``tagPrefix``: one of the register's, alone or with more behind it (`km-kh`),
  /// or a private one (`x-…`).
  public static func isUnderstood(_ tag: LanguageTag) -> Bool {
    let primary = tag.tag.prefix { $0 != "-" }
    return primary == "x" || with(tag) != nil || LanguageTag(primary).flatMap(with) != nil
  }

  /// The name in one of the reader's languages; the tag itself when the register does not know it.
  public static func name(of tag: LanguageTag, in language: ReaderLanguage) -> String {
    guard let known = with(tag) else { return tag.tag }
    return Words(vi: known.vi, en: known.en)[language]
  }

  private static let byTag = Dictionary(uniqueKeysWithValues: all.map { ($0.tag, $0) })

  /// By every spelling, folded; of languages that share one, the first.
  private static let byName: [String: LanguageTag] = {
    let names = all.flatMap { language in
      ([language.tag.tag, language.vi, language.en] + language.aliases).map { (fold($0), language.tag) }
    }
    return Dictionary(names, uniquingKeysWith: { first, _ in first })
  }()

  private static func fold(_ text: String) -> String {
    var key = text.lowercased().filter { !$0.isWhitespace && !"'’‘ʼ-".contains($0) }
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
    ("km", "Khmer", "Khmer", ["Khơ-me", "Campuchia"]),
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
    ("nty", "Lô Lô", "Mantsi", []),
    ("khb", "Lự", "Lü", []),
    ("lo", "Lào", "Lao", []),
    ("zh", "Hoa", "Chinese", ["Trung", "Trung Quốc"]),
    ("x-sanchi", "Sán Chí", "San Chi", []),
    ("mww", "Mông trắng", "Hmong Daw", ["Mông đơ"]),
    ("hnj", "Mông xanh", "Hmong Njua", ["Mông lềnh"]),
    ("tyj", "Tai Do", "Tai Do", []),
    ("mji", "Dao Kim Mun", "Kim Mun", []),
    ("mnn", "M'Nông Nam", "Southern Mnong", []),
    ("mng", "M'Nông Đông", "Eastern Mnong", []),
    ("rgs", "Raglai Nam", "Southern Roglai", []),
    ("roc", "Raglai Cacgia", "Cacgia Roglai", []),
    ("kuf", "Cơ Tu Tây", "Western Katu", []),
    ("stg", "Triêng", "Trieng", []),
    ("stt", "S'Tiêng Budeh", "Budeh Stieng", []),
    ("pac", "Pa Cô", "Pacoh", []),
    ("tth", "Tà Ôi", "Upper Ta'oih", ["Ta Ôi"]),
    ("kxy", "Ca Dong", "Kayong", []),
    ("yue", "Quảng Đông", "Cantonese", []),
    ("en", "Anh", "English", []),
    ("fr", "Pháp", "French", []),
    ("ru", "Nga", "Russian", []),
    ("de", "Đức", "German", []),
    ("es", "Tây Ban Nha", "Spanish", []),
    ("ja", "Nhật", "Japanese", ["Nhật Bản"]),
    ("ko", "Hàn", "Korean", ["Hàn Quốc", "Triều Tiên"]),
  ]
}
