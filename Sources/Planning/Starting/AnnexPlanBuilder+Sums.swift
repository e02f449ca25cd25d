import ScheduleModel
import Spreadsheets

// What lies in what, and whether the sums agree.
extension AnnexPlanBuilder {
  /// What a row states as the sum of some lines.
  func stated(_ row: Row, of lines: [Range<Int>]) -> AnnexSums.Stated {
    let cost = table.text(.cost, row.row)
    var amounts: [AnnexSums.Kind: AnnexSums.Amount] = [:]
    if !cost.isEmpty {
      amounts[.cost] =
        AnnexCost.amount(cost, heading: table.heading(.cost), scale: table.costScale).map { .number($0) }
        ?? .unclear
    }
    if case .year(let quantity) = AnnexFigure(table.text(.quantity, row.row), unit: CountingUnit("mục")),
      let value = quantity.countValue, quantity.isExact
    {
      amounts[.figure] = .number(value)
    }
    // A name that is merged over the columns stands in each of them.
    let title =
      row.number == row.content
      ? row.content : [row.number, row.content].filter { !$0.isEmpty }.joined(separator: ". ")
    return AnnexSums.Stated(
      title: title.isEmpty ? row.row.cells.first { !$0.isEmpty } ?? "" : title, place: table.place(row.row),
      amounts: amounts, lines: lines)
  }

  /// Says of each line that lies in another whether its works are among those of the other.
  mutating func relateParts() {
    for index in lines.indices {
      guard let above = lines[index].host else { continue }
      let (host, part) = (lines[above], lines[index])
      if part.isEmbedded {
        lines[index].overlap = .embedded(in: host.id)
        continue
      }
      guard let whole = host.quota else { continue }
      if let figure = part.quota, !whole.unit.canBeAdded(to: figure.unit) {
        findings.append(.annexPartUnclear(part.title, of: host.title, at: part.place))
      } else {
        lines[index].overlap = .partOf(host.id)
        // Its works are among those of the row above, and so where those are.
        if part.outlets.isEmpty {
          (lines[index].outlets, lines[index].isTogether) = (host.outlets, host.isTogether)
        }
      }
    }
    for (index, host) in lines.enumerated() {
      let parts = lines.indices.filter { lines[$0].overlap == .partOf(host.id) }
      let sum = parts.reduce(0) { $0 + (lines[$1].quota?.floor ?? 0) }
      guard let quota = host.quota, !parts.isEmpty, quota.isExact, quota.unit.time == nil, sum > quota.value
      else { continue }
      findings.append(.annexPartsPass(host.title, quota, parts: sum, at: lines[index].place))
      for part in parts { lines[part].overlap = .unsaid }
    }
    for line in lines
    where line.outlet == nil && line.quota != nil && !line.isUnscheduled && !line.isEmbedded
      && !line.hasUnclearOutlets
    {
      findings.append(.annexWithoutOutlet(line.place, line.title))
    }
    for line in lines where line.quota?.unit.time != nil && !line.isUnscheduled && !line.isEmbedded {
      findings.append(.annexWithoutLength(line.place, line.title))
    }
    for index in lines.indices where lines[index].isEmbedded && lines[index].overlap == .unsaid {
      // Inside what, the annex does not say.
      lines[index].notes.append("\(AnnexColumn.time.name[language]): lồng ghép")
      findings.append(.annexNotUnderstood(.time, "lồng ghép", lines[index].title, lines[index].place))
    }
  }

  /// Holds every sum of the annex against its lines.
  mutating func checkSums() {
    let rows = lines.map { line -> AnnexSums.Row in
      let cost: AnnexSums.Amount = line.hasUnclearCost ? .unclear : line.cost.map { .number($0) } ?? .none
      let figure: AnnexSums.Amount =
        switch line.quota {
        case nil: line.hasUnclearFigure ? .unclear : .none
        case let quota?: quota.isExact ? quota.countValue.map { .number($0) } ?? .unclear : .unclear
        }
      return AnnexSums.Row(title: line.title, amounts: [.cost: cost, .figure: figure], host: line.host)
    }
    let sums = AnnexSums(rows: rows)
    for (sum, isHeading) in self.sums {
      let verdicts = AnnexSums.Kind.allCases.map { ($0, sums.verdict(sum, $0)) }
      for case (let kind, .differs(let stated, let computed)) in verdicts {
        findings.append(.annexSumDiffers(sum, kind, stated: stated, computed: computed))
      }
      guard !isHeading else { continue }
      let open = verdicts.compactMap { if case .open(let title) = $0.1 { title } else { nil } }.first
      let agrees = verdicts.contains { $0.1 == .agrees }
      let differs = verdicts.contains { if case .differs = $0.1 { true } else { false } }
      if !differs { findings.append(.annexTotal(sum, agrees: agrees && open == nil, open: open)) }
    }
  }
}
