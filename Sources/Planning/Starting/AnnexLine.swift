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
  var outlet: String?
  var notes: [String] = []

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

  /// Whether it is scheduled: it has a figure and somewhere to go.
  var isPlaced: Bool { outlet != nil && quota != nil }
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
    if let outlet { text += "    outlet: \(outlet)\n" }
    if let quota { text += "    quota: \(PlanText.quoted(quota.text(in: .vietnamese)))\n" }
    if outlet == nil, quota != nil { text += "    scheduled: false\n" }
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
    if !notes.isEmpty { text += "    note: \(PlanText.quoted(notes.joined(separator: "; ")))\n" }
    return text
  }
}

/// Which kind of outlet the words of an annex mean.
enum AnnexOutlet {
  /// The kind that is named first in the list below; `nil` when none is.
  static func kind(of text: String) -> Outlet.Kind? {
    let folded = FoldedText(text)
    return words.first { $0.words.contains { folded.contains(FoldedText($0)) } }?.kind
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
