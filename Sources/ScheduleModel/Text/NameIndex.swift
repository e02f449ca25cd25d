/// Finds things by what people call them: case, diacritics, dashes and blanks do not matter, and `H.`, `TP.` or `UBND`
/// stand for their words.
public struct NameIndex: Sendable {
  private var ids: [String: Set<String>] = [:]

  /// The things, each with its id and one name of it; a thing may come several times.
  public init(_ names: some Sequence<(id: String, name: String)>) {
    for (id, name) in names {
      for key in Self.keys(of: name) { ids[key, default: []].insert(id) }
    }
  }

  /// The ids of all things that the text may name.
  public func ids(named text: String) -> [String] {
    Self.keys(of: text).reduce(into: Set<String>()) { $0.formUnion(ids[$1] ?? []) }.sorted()
  }

  /// The id of the only thing that the text names; `nil` when none or several are.
  public func id(named text: String) -> String? {
    let found = ids(named: text)
    return found.count == 1 ? found[0] : nil
  }

  /// A text with its abbreviations written out, and as it is written.
  static func spellings(of text: String) -> [FoldedText] {
    [FoldedText(text)] + keys(of: text).map { FoldedText($0) }
  }

  /// The folded text with its abbreviations written out, the first meaning of each.
  public static func folded(_ text: String) -> String { keys(of: text).first ?? "" }

  /// The folded text with its abbreviations written out; several where one of them has several meanings.
  private static func keys(of text: String) -> [String] {
    let folded = FoldedText(String(text.prefix(longest))).text
    guard !folded.isEmpty else { return [] }
    var keys = [""]
    // "Phát thanh và Truyền hình" is "Phát thanh - Truyền hình".
    for word in joined(folded.split(separator: " ").map(String.init)) where word != "va" {
      let meanings = meanings[word] ?? [word]
      keys = keys.flatMap { key in meanings.map { key.isEmpty ? $0 : key + " " + $0 } }
      // A name has few abbreviations; more than these are no name.
      if keys.count > mostKeys { return [folded] }
    }
    return keys
  }

  /// `PT-TH` and `P.T.T.H` fold into parts of an abbreviation, which are put together again.
  private static func joined(_ words: [String]) -> [String] {
    var joined: [String] = []
    var index = 0
    while index < words.count {
      let pair = index + 1 < words.count ? words[index] + words[index + 1] : ""
      if meanings[pair] != nil, words[index].count <= 2, words[index + 1].count <= 2 {
        joined.append(pair)
        index += 2
      } else {
        joined.append(words[index])
        index += 1
      }
    }
    return joined
  }

  private static let longest = 200
  private static let mostKeys = 16

  private static let meanings: [String: [String]] = [
    "h": ["huyện"], "tp": ["thành phố"], "tx": ["thị xã"], "tt": ["thị trấn", "trung tâm"], "p": ["phường"],
    "x": ["xã"], "q": ["quận"], "t": ["tỉnh"], "ubnd": ["Ủy ban nhân dân"], "hdnd": ["Hội đồng nhân dân"],
    "ptth": ["phát thanh truyền hình"], "ttth": ["truyền thanh truyền hình"], "th": ["truyền hình"],
    "pt": ["phát thanh"], "vh": ["văn hóa"], "tttt": ["thông tin truyền thông"],
    "cttdt": ["cổng thông tin điện tử"],
    "ttdt": ["thông tin điện tử"], "cm": ["chuyên mục"], "ct": ["chương trình"],
    "cchc": ["cải cách hành chính"],
  ].mapValues { words in words.map { FoldedText($0).text } }
}
