/// Finds things by what people call them: case, dashes and blanks do not matter, and `H.`, `TP.` or `UBND` stand for their
/// words.
///
/// Diacritics do not matter where a text is written without any. One that has them names no thing of other marks: “Xã Thanh
/// Hóa” is not “Xã Thạnh Hòa”, while `hoà` and `hòa` are one.
public struct NameIndex: Sendable {
  private var things: [String: [Thing]] = [:]

  private struct Thing {
    let id: String
    let name: Spelling
    /// Whether its name is its id, which nobody writes with diacritics.
    let isID: Bool
  }

  /// The things, each with its id and one name of it; a thing may come several times.
  public init(_ names: some Sequence<(id: String, name: String)>) {
    for (id, name) in names {
      for spelling in Self.spellings(ofName: name) {
        things[spelling.key, default: []].append(Thing(id: id, name: spelling, isID: id == name))
      }
    }
  }

  /// The ids of all things that the text may name: of those that are written with the same marks, if there are any.
  public func ids(named text: String) -> [String] {
    var (exact, open): (Set<String>, Set<String>) = ([], [])
    for spelling in Self.spellings(ofName: text) {
      for thing in things[spelling.key] ?? [] {
        if thing.isID, spelling.isMarked, !thing.name.isMarked { continue }
        switch spelling.words.matched(with: thing.name.words) {
        case .same: exact.insert(thing.id)
        case .open: open.insert(thing.id)
        case .different: if !spelling.isMarked || !thing.name.isMarked { open.insert(thing.id) }
        }
      }
    }
    return (exact.isEmpty ? open : exact).sorted()
  }

  /// The id of the only thing that the text names; `nil` when none or several are.
  public func id(named text: String) -> String? {
    let found = ids(named: text)
    return found.count == 1 ? found[0] : nil
  }

  /// A text with its abbreviations written out, and as it is written.
  static func spellings(of text: String) -> [FoldedText] {
    [FoldedText(text)] + spellings(ofName: text).map { FoldedText($0.key) }
  }

  /// The folded text with its abbreviations written out, the first meaning of each.
  public static func folded(_ text: String) -> String { spellings(ofName: text).first?.key ?? "" }

  /// A name with its abbreviations written out.
  private struct Spelling {
    var words: [MarkedWord] = []
    /// Whether any of its words has diacritics.
    let isMarked: Bool
    var key: String { words.map(\.folded).joined(separator: " ") }
  }

  /// The name with its abbreviations written out; several where one of them has several meanings.
  private static func spellings(ofName text: String) -> [Spelling] {
    let words = MarkedWord.words(of: String(text.prefix(longest)))
    guard !words.isEmpty else { return [] }
    let isMarked = words.contains { $0.marks?.isEmpty == false }
    var spellings = [Spelling(isMarked: isMarked)]
    // "Phát thanh và Truyền hình" is "Phát thanh - Truyền hình".
    for word in joined(words) where word.folded != "va" {
      let meanings =
        meanings[word.folded].map { meanings in
          meanings.map { $0.split(separator: " ").map { MarkedWord(folded: String($0), marks: nil) } }
        } ?? [[word]]
      spellings = spellings.flatMap { spelling in
        meanings.map { Spelling(words: spelling.words + $0, isMarked: isMarked) }
      }
      // A name has few abbreviations; more than these are no name.
      if spellings.count > mostKeys { return [Spelling(words: words, isMarked: isMarked)] }
    }
    return spellings
  }

  /// `PT-TH` and `P.T.T.H` fold into parts of an abbreviation, which are put together again.
  private static func joined(_ words: [MarkedWord]) -> [MarkedWord] {
    var joined: [MarkedWord] = []
    var index = 0
    while index < words.count {
      let pair = index + 1 < words.count ? words[index].folded + words[index + 1].folded : ""
      if meanings[pair] != nil, words[index].folded.count <= 2, words[index + 1].folded.count <= 2 {
        joined.append(MarkedWord(folded: pair, marks: nil))
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
    "h": ["huyện"], "tp": ["thành phố"], "tx": ["thị xã"],
    "tt": ["thị trấn", "trung tâm", "truyền thanh", "thông tin"],
    "p": ["phường"],
    "x": ["xã"], "q": ["quận"], "t": ["tỉnh"], "ubnd": ["Ủy ban nhân dân"], "hdnd": ["Hội đồng nhân dân"],
    "ptth": ["phát thanh truyền hình"], "ttth": ["truyền thanh truyền hình"], "th": ["truyền hình"],
    "pt": ["phát thanh"], "vh": ["văn hóa"], "tttt": ["thông tin truyền thông"],
    "cttdt": ["cổng thông tin điện tử"],
    "ttdt": ["thông tin điện tử"], "cm": ["chuyên mục"], "ct": ["chương trình"],
    "cchc": ["cải cách hành chính"],
  ].mapValues { words in words.map { FoldedText($0).text } }
}
