import ScheduleModel

/// A line of the plan as a row of an annex gives it.
struct AnnexLine {
  let id: String
  let title: String
  /// The heading above it.
  let group: String?
  let level: AdminLevel?
  /// The number of its row.
  var row = ""
  var form: CountingUnit?
  var quota: Quantity?
  /// Months with a number of their own, which is exact.
  var months: [(month: Int, works: Int)] = []
  var from: CivilDay?
  var to: CivilDay?
  var lead: String?
  var support: [String] = []
  /// Where its works appear, the main outlet first.
  var outlets: [String] = []
  /// Whether its figure is one over all of them.
  var isTogether = false
  /// Whether the figure is only proposed.
  var isDraft = false
  /// What it costs, in đồng.
  var cost: Int?
  var notes: [String] = []
  /// Where its row is.
  var place = SourcePlace(file: "", line: 1)
  /// Whether its row says a figure, or a cost, that is not understood.
  var hasUnclearFigure = false
  var hasUnclearCost = false
  /// Whether its row names several kinds of outlets and does not say how they share its works, which is told.
  var hasSeveralOutlets = false
  /// Whether the annex says that it is counted and not scheduled.
  var isUnscheduled = false
  /// Whether the annex says that it happens inside the row above it.
  var isEmbedded = false
  /// The number of the line below which its row stands.
  var host: Int?
  /// What that means for its works.
  var overlap = PlanLine.Overlap.unsaid

  init(id: String, title: String, group: String?, level: AdminLevel?) {
    self.id = id
    self.title = title
    self.group = group
    self.level = level
  }

  /// What its figure counts.
  var unit: CountingUnit? { quota?.unit }
  /// How many works it has at most, for the room of its outlet.
  var works: Int { quota?.value ?? 0 }

  /// The outlet that its works are counted on.
  var outlet: String? { outlets.first }

  /// Whether it is scheduled: it has a figure and somewhere to go. A time needs the length of a work, which no annex says.
  var isPlaced: Bool {
    outlet != nil && quota != nil && quota?.unit.time == nil && !isUnscheduled && !isEmbedded
  }
  /// Whether no whole month lies in its time, so that a day has to be found for it.
  var needsDays: Bool {
    guard isPlaced, let year = (from ?? to)?.year else { return false }
    let days =
      (from ?? CivilDay.year(year).lowerBound)..<(to?.advanced(by: 1) ?? CivilDay.year(year).upperBound)
    return !(1...12).contains { month in
      let whole = CivilDay.month(month, of: year)
      return days.lowerBound <= whole.lowerBound && whole.upperBound <= days.upperBound
    }
  }

  /// Its block of the plan file.
  ///
  /// - Parameter grid: The opening that it uses; `nil` for any.
  func text(grid: String?) -> String {
    var text = "  - id: \(id)\n    title: \(PlanText.quoted(title))\n"
    if let form { text += "    form: \(PlanText.quoted(form.description))\n" }
    if isTogether {
      text += "    outlets: [\(outlets.joined(separator: ", "))]\n"
    } else if let outlet {
      text += "    outlet: \(outlet)\n"
      if outlets.count > 1 { text += "    also-on: [\(outlets.dropFirst().joined(separator: ", "))]\n" }
    }
    if let quota { text += "    quota: \(PlanText.quoted(quota.text(in: .vietnamese)))\n" }
    if isDraft { text += "    basis: draft\n" }
    if case .partOf(let host) = overlap { text += "    part-of: \(host)\n" }
    if case .embedded(let host) = overlap {
      text += "    embedded-in: \(host)\n"
    } else if !isPlaced, quota != nil {
      text += "    scheduled: false\n"
    }
    if let grid { text += "    grid: [\(grid)]\n" }
    if let from, isPlaced { text += "    from: \(from)\n" }
    if let to, isPlaced { text += "    to: \(to)\n" }
    if !months.isEmpty, isPlaced {
      // The least of a month, so that what a month missed can be made good in another.
      let list = months.sorted { $0.month < $1.month }.map {
        "\($0.month): \($0.works)\($0.works > 0 ? ".." : "")"
      }.joined(
        separator: ", ")
      text += "    months: { \(list) }\n"
    }
    if let level { text += "    level: \(level.rawValue)\n" }
    if let lead { text += "    lead: \(lead)\n" }
    if !support.isEmpty { text += "    support: [\(support.joined(separator: ", "))]\n" }
    if !row.isEmpty { text += "    row: \(PlanText.quoted(row))\n" }
    if let cost { text += "    cost: \(grouped(cost, in: .vietnamese)) đồng\n" }
    if !notes.isEmpty { text += "    note: \(PlanText.quoted(notes.joined(separator: "; ")))\n" }
    return text
  }
}

/// Which kind of outlet the words of an annex mean.
enum AnnexOutlet {
  /// The outlets that a cell names: “Truyền hình tỉnh; VTV5 (truyền hình)”, “Chung: Báo A; Báo B”.
  ///
  /// - Returns: Each with its kind, which stands in brackets where the name does not tell it; `nil` when one of them
  ///   tells no kind.
  static func named(in cell: String) -> (outlets: [(name: String, kind: Outlet.Kind)], areTogether: Bool)? {
    let label = cell.prefixMatch(of: /(?:Chung|Together):\s*/.ignoresCase())
    let names = cell[(label?.range.upperBound ?? cell.startIndex)...].split(separator: ";").map {
      String($0).onOneLine
    }
    let outlets = names.compactMap { name -> (name: String, kind: Outlet.Kind)? in
      if let match = name.wholeMatch(of: /(.+) \(([^()]+)\)/),
        let kind = Outlet.Kind(named: String(match.output.2))
      {
        return (String(match.output.1), kind)
      }
      guard severalKinds(in: name).isEmpty else { return nil }
      return (kind(of: name) ?? kindInName(name)).map { (name, $0) }
    }
    guard !outlets.isEmpty, outlets.count == names.count else { return nil }
    return (outlets, label != nil)
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
    let media: Set<Outlet.Kind> = [.television, .loudspeaker, .radio, .newspaper, .website, .socialPage]
    var rest = FoldedText(text).text
    var kinds: [Outlet.Kind] = []
    for (kind, names) in words where media.contains(kind) {
      // What one kind is named by names no other: “trên báo điện tử” is not on paper.
      for name in names.map({ FoldedText($0).text }) where " \(rest) ".contains(" \(name) ") {
        rest = " \(rest) ".replacing(" \(name) ", with: " | ")
        if !kinds.contains(kind) { kinds.append(kind) }
      }
    }
    return kinds.count > 1 ? kinds : []
  }

  // “Cổng thông tin điện tử” before “báo điện tử”; “loa truyền thanh” before “phát thanh”.
  private static let words: [(kind: Outlet.Kind, words: [String])] = [
    (.television, ["truyền hình", "television"]),
    (.loudspeaker, ["truyền thanh", "loa"]),
    (.radio, ["phát thanh", "radio"]),
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
