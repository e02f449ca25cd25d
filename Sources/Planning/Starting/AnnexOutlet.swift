import ScheduleModel

/// Which outlets the words of an annex mean.
///
/// A name is read by one rule in every row: it says its kind itself, or the kind is not known. The form of a row tells
/// where its works go only where the row names no outlet.
enum AnnexOutlet {
  /// An outlet with its name and kind.
  struct Named: Equatable {
    let name: String
    let kind: Outlet.Kind
  }

  /// What a cell of outlets says.
  enum Naming: Equatable {
    /// The outlets, and whether one figure is over all of them.
    case outlets([Named], areTogether: Bool)
    /// Several in one name, and it is not said how they share the works.
    case several(Words)
    /// A name that does not tell of which kind it is.
    case unknownKind(String)
  }

  /// Reads a cell: “Truyền hình tỉnh; VTV5 (truyền hình)”, “Chung: Báo A; Báo B”; `nil` when it names nothing.
  static func named(in cell: String) -> Naming? {
    let label = cell.prefixMatch(of: /(?:Chung|Together):\s*/.ignoresCase())
    let names = cell[(label?.range.upperBound ?? cell.startIndex)...].split(separator: ";").map {
      String($0).onOneLine
    }.filter { $0.contains(where: \.isLetter) }
    var outlets: [Named] = []
    for name in names {
      // The kind stands in brackets where the name does not tell it.
      if let match = name.wholeMatch(of: /(.+) \(([^()]+)\)/),
        let kind = Outlet.Kind(named: String(match.output.2))
      {
        outlets.append(Named(name: String(match.output.1), kind: kind))
        continue
      }
      let kinds = severalKinds(in: name)
      if !kinds.isEmpty { return .several(several(kinds)) }
      let kind = kind(ofName: name)
      let parts = joined(name, kind)
      if parts.count > 1 {
        let list = parts.joined(separator: "; ")
        return .several(Words(vi: "nhiều kênh (\(list))", en: "several outlets (\(list))"))
      }
      guard let kind else { return .unknownKind(name) }
      outlets.append(Named(name: name, kind: kind))
    }
    return outlets.isEmpty ? nil : .outlets(outlets, areTogether: label != nil)
  }

  /// Several kinds, for a reader.
  static func several(_ kinds: [Outlet.Kind]) -> Words {
    let vi = kinds.map { $0.name.vi.lowercased() }.joined(separator: ", ")
    let en = kinds.map { $0.name.en.lowercased() }.joined(separator: ", ")
    return Words(vi: "nhiều loại kênh (\(vi))", en: "several kinds of outlets (\(en))")
  }

  /// The kind that the name of an outlet tells; a station or a wave is of no other kind than broadcasting.
  static func kind(ofName name: String) -> Outlet.Kind? {
    let kind = kind(of: name) ?? kindInName(name)
    // With their marks: “sống” is no wave.
    let words = name.composed.lowercased().split { !$0.isLetter }
    guard words.contains("đài") || words.contains("sóng"), let kind, !broadcast.contains(kind) else {
      return kind
    }
    return nil
  }

  /// The names that “và”, a comma, a slash or a dash join in one: “Báo tỉnh và Đài tỉnh”.
  private static func joined(_ name: String, _ kind: Outlet.Kind?) -> [String] {
    let plain = name.replacing(/\([^()]*\)/, with: "").onOneLine
    let byComma = plain.split { ",/".contains($0) }.map { String($0).onOneLine }
    // “Sở Văn hóa, Thể thao” is one owner of a website; stations and newspapers have no comma in their names.
    if byComma.count > 1, kind.map({ broadcast.contains($0) || $0 == .newspaper }) ?? false { return byComma }
    let parts = plain.replacing(#/[,\/&+]|\s[-–—]\s| và /#, with: ";").split(separator: ";").map {
      String($0).onOneLine
    }.filter { !$0.isEmpty }
    return parts.count { namesMedium($0) } > 1 ? parts : [name]
  }

  private static func namesMedium(_ text: String) -> Bool {
    if let first = text.composed.lowercased().split(separator: " ").first, ["đài", "báo"].contains(first) {
      return true
    }
    return kind(ofName: text).map(media.contains) ?? false
  }

  /// The station that words name: “Đài huyện”, “Đài PT-TH tỉnh”; `nil` when they name none.
  static func station(in text: String) -> String? {
    guard
      let match = text.firstMatch(
        of:
          /\b[Đđ]ài (?:tỉnh|huyện|xã|phường|thành phố|thị xã|địa phương|PT|TT|phát thanh|truyền)[^,;.()]*/
          .ignoresCase())
    else { return nil }
    return String(match.output).onOneLine
  }

  /// The kind whose own name stands in the name of an outlet, the longest first.
  private static func kindInName(_ name: String) -> Outlet.Kind? {
    let folded = FoldedText(name)
    return Outlet.Kind.allCases.sorted { $0.name.vi.count > $1.name.vi.count }.first {
      folded.contains(FoldedText($0.name.vi))
    }
  }

  /// The kind that is named first in the list below; `nil` when none is.
  static func kind(of text: String) -> Outlet.Kind? {
    let folded = FoldedText(text)
    return words.first { $0.words.contains { folded.contains(FoldedText($0)) } }?.kind
  }

  /// The kinds of the press and of loudspeakers that a text names, when there are several: on which of them the works are
  /// counted, or on all together, it does not say.
  static func severalKinds(in text: String) -> [Outlet.Kind] {
    var rest = FoldedText(text).text
    var kinds: [Outlet.Kind] = []
    for (kind, names) in words where media.contains(kind) {
      // What one kind is named by names no other: “trên báo điện tử” is not on paper.
      for name in names.map({ FoldedText($0).text }) where " \(rest) ".contains(" \(name) ") {
        rest = " \(rest) ".replacing(" \(name) ", with: " | ")
        if !kinds.contains(kind) { kinds.append(kind) }
      }
    }
    // “Đài PT-TH”, “Đài TT&TH”.
    if kinds.isEmpty, let match = FoldedText(text).text.firstMatch(of: /\b(pt|tt) ?th\b/) {
      kinds = [.television, match.output.1 == "pt" ? .radio : .loudspeaker]
    }
    return kinds.count > 1 ? kinds : []
  }

  /// Whether a form is a talk, which is held in a hall or on the air.
  static func isTalk(_ form: String) -> Bool {
    let folded = FoldedText(form)
    return !folded.contains(FoldedText("hội nghị"))
      && ["tọa đàm", "đối thoại"].contains { folded.contains(FoldedText($0)) }
  }

  /// Whether a text names a kind of the press or of loudspeakers.
  static func isOnMedium(_ text: String) -> Bool { kind(of: text).map(media.contains) ?? false }

  private static let broadcast: Set<Outlet.Kind> = [.television, .radio, .loudspeaker]
  private static let media = broadcast.union([.newspaper, .website, .socialPage])

  // “Cổng thông tin điện tử” before “báo điện tử”; “loa truyền thanh” before “phát thanh”.
  private static let words: [(kind: Outlet.Kind, words: [String])] = [
    (.television, ["truyền hình", "television"]),
    (.loudspeaker, ["truyền thanh", "loa"]),
    (.radio, ["phát thanh", "radio", "sóng FM", "kênh FM"]),
    (.socialPage, ["facebook", "zalo", "fanpage", "mạng xã hội"]),
    (.website, ["cổng thông tin", "trang thông tin", "cổng TTĐT", "trang TTĐT", "website", "báo điện tử"]),
    (.outdoor, ["pa nô", "panô", "pano", "áp phích", "băng rôn", "băng zôn", "khẩu hiệu"]),
    (.print, ["tờ rơi", "tờ gấp", "sổ tay", "ấn phẩm", "bản tin"]),
    (.newspaper, ["báo tỉnh", "trên báo", "báo in", "tạp chí", "newspaper"]),
    (
      .event,
      ["hội nghị", "hội thi", "cuộc thi", "tập huấn", "tọa đàm", "đối thoại", "hội thảo", "sân khấu hóa"]
    ),
  ]
}
