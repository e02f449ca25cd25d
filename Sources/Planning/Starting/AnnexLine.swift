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
  /// Months with a least or a most of their own; 0 to 0 for one in which nothing is due.
  var months: [(month: Int, works: AnnexLimits)] = []
  var from: CivilDay?
  var to: CivilDay?
  /// How long one work is.
  var length: AnnexLength?
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
  /// Whether its row names outlets that are not understood, which is told.
  var hasUnclearOutlets = false
  /// The least and the most in each quarter, where the row says a number or a rhythm by quarter.
  var quarters: AnnexLimits?
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
  var works: Int { quota?.upperValue ?? 0 }

  /// The outlet that its works are counted on.
  var outlet: String? { outlets.first }

  /// Whether it is scheduled: it has a figure and somewhere to go. A time needs the length of a work, which no annex says.
  var isPlaced: Bool {
    outlet != nil && quota != nil && quota?.unit.time == nil && !isUnscheduled && !isEmbedded && !countsCopies
  }

  /// Whether its figure is a number of copies or of people, and not of things that go out on a day each.
  var countsCopies: Bool {
    guard let unit = quota?.unit else { return false }
    let copies = [
      "tờ", "cuốn", "quyển", "ấn phẩm", "bản in", "sổ tay", "leaflet", "copies", "copy", "brochure",
    ]
    return !unit.isOutput
      || unit.forms.contains { form in
        let name = FoldedText(form).text
        return copies.contains { name == FoldedText($0).text || name.hasPrefix(FoldedText($0).text + " ") }
      }
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
    if isPlaced, let length { text += "    length: \(length.text)\n" }
    // What the annex says of its days holds from the day on which somebody schedules it.
    if let from, !isEmbedded { text += "    from: \(from)\n" }
    if let to, !isEmbedded { text += "    to: \(to)\n" }
    if !months.isEmpty, !isEmbedded {
      let list = months.sorted { $0.month < $1.month }.map { "\($0.month): \($0.works.month)" }.joined(
        separator: ", ")
      text += "    months: { \(list) }\n"
    }
    if let quarters, !quarters.isOpen {
      text += "    counts: [{ count: works, \(quarters.rule), every: quarter }]\n"
    }
    if let level { text += "    level: \(level.rawValue)\n" }
    if let lead { text += "    lead: \(lead)\n" }
    if !support.isEmpty { text += "    support: [\(support.joined(separator: ", "))]\n" }
    if !row.isEmpty { text += "    row: \(PlanText.quoted(row))\n" }
    if let cost { text += "    cost: \(grouped(cost, in: .vietnamese)) đồng\n" }
    let notes = notes + (isPlaced ? [] : [length].compactMap { $0.map { "Thời lượng: \($0.text)" } })
    if !notes.isEmpty { text += "    note: \(PlanText.quoted(notes.joined(separator: "; ")))\n" }
    return text
  }
}
