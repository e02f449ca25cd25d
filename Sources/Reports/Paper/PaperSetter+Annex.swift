import ScheduleModel

/// The annex of the plan: what is to be done, in which form, how much, by whom and when.
extension PaperSetter {
  func annex() -> Paper {
    Paper(
      language: language, subject: plan.title, created: plan.revised, isLandscape: true, letterhead: nil,
      title: [PaperWords.annex[language], plan.title],
      subtitle: [PaperWords.attached(to: PaperWords.named(planDocument)[language])[language]],
      blocks: [.table(annexTable)], recipients: [], signatures: [])
  }

  private var annexTable: TextTable {
    var table = TextTable(columns: [
      .words(TallyWords.number[language], width: 6), .name(PaperWords.task[language], width: 24),
      .words(PaperWords.product[language], width: 12), .words(PaperWords.quota[language], width: 10),
      .words(PaperWords.lead[language], width: 16), .words(PaperWords.support[language], width: 13),
      .words(PaperWords.when[language], width: 11), .words(PaperWords.budget[language], width: 8),
      .words(TallyWords.note[language], width: 22),
    ])
    let groups = Dictionary(grouping: plan.lines, by: level)
    let levels = (AdminLevel.allCases.map(Optional.some) + [nil]).filter { groups[$0] != nil }
    var number = 0
    for (index, level) in levels.enumerated() {
      let lines = groups[level] ?? []
      if levels != [nil] {
        let name = (level?.name ?? TallyWords.noLevel)[language].uppercased()
        table.rows.append(
          TextTable.Row(
            cells: [.words(roman(index + 1)), .words(name)] + Array(repeating: .nothing, count: 7),
            isGroup: true))
      }
      for line in lines where host(of: line, among: lines) == nil {
        number += 1
        table.append(cells(line, number: "\(number)"))
        for (index, part) in lines.filter({ host(of: $0, among: lines) == line.id }).enumerated() {
          table.append(cells(part, number: Self.letter(index)))
        }
      }
    }
    return table
  }

  private func level(of line: PlanLine) -> AdminLevel? {
    line.responsibility.level ?? line.outlets.ids.first.flatMap { plan.outlet($0)?.level }
  }

  /// The line below which a line is printed, because it is a part of it or happens in it.
  private func host(of line: PlanLine, among lines: [PlanLine]) -> String? {
    let host: String
    switch line.overlap {
    case .partOf(let id), .embedded(let id): host = id
    case .unsaid, .disjoint: return nil
    }
    // One step only: a part of a part is printed by itself.
    guard let above = lines.first(where: { $0.id == host }), host != line.id else { return nil }
    switch above.overlap {
    case .partOf, .embedded: return nil
    case .unsaid, .disjoint: return host
    }
  }

  /// a), b), …, then a dash.
  private static func letter(_ index: Int) -> String {
    let letters = Array("abcdeghiklmnopqrstuvxy")
    return index < letters.count ? "\(letters[index])" + ")" : "-"
  }

  private func cells(_ line: PlanLine, number: String) -> [TextTable.Cell] {
    [
      .words(number), .words(line.title), .words(line.form.description), quota(of: line),
      .words(unitName(line.responsibility.lead) ?? ""),
      .words(line.responsibility.support.compactMap { unitName($0) }.joined(separator: "; ")),
      .words(time(of: line)), .nothing, .words(line.note ?? ""),
    ]
  }

  private func quota(of line: PlanLine) -> TextTable.Cell {
    if let planned = line.plannedQuantity { return figures.cell(planned) }
    guard line.basis == .draft, let quota = line.quota else { return .notStated }
    return "\(figures.cell(quota).text) (\(PaperWords.draftShort[language]))"
  }

  /// The line's own days as an annex names them: a quarter, months, or a first and a last day.
  private func time(of line: PlanLine) -> String {
    guard let window = line.placing?.window else { return "" }
    let (first, last) = (window.lowerBound, window.upperBound.advanced(by: -1))
    guard window.count > 0 else { return "" }
    if !plan.months.isCalendarYear, window == plan.days { return PaperWords.withinPlan[language] }
    guard first.year == last.year else { return PaperWords.fromTo(first, last)[language] }
    let year = first.year
    if window == CivilDay.year(year) { return PaperWords.within(year)[language] }
    let areMonths =
      CivilDay.month(first.month, of: year).lowerBound == first
      && CivilDay.month(last.month, of: year).upperBound == window.upperBound
    guard areMonths else { return PaperWords.fromTo(first, last)[language] }
    if last.month % 3 == 0, first.month == last.month - 2 {
      return PaperWords.quarter(last.month / 3, year)[language]
    }
    return PaperWords.months(first.month, last.month, year)[language]
  }
}
