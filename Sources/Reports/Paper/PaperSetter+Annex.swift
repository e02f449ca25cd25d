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
    let hasLengths = plan.lines.contains { lengths(of: $0) != nil }
    // The columns between the title of a group and its costs.
    let between = Array(repeating: TextTable.Cell.nothing, count: hasLengths ? 7 : 6)
    let length = hasLengths ? [TextTable.Column.words(PaperWords.length[language], width: 10)] : []
    var table = TextTable(
      columns: [
        .words(TallyWords.number[language], width: 6), .name(PaperWords.task[language], width: 24),
        .words(PaperWords.product[language], width: 12), .words(PaperWords.channel[language], width: 14),
        .words(PaperWords.quota[language], width: 10),
      ] + length + [
        .words(PaperWords.lead[language], width: 14),
        .words(PaperWords.support[language], width: 13), .words(PaperWords.when[language], width: 12),
        .number(PaperWords.budget[language], width: 12), .words(TallyWords.note[language], width: 16),
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
            cells: [.words(roman(index + 1)), .words(name)] + between
              + [cost(of: lines), .nothing],
            isGroup: true))
      }
      for line in lines where host(of: line, among: lines) == nil {
        number += 1
        table.append(cells(line, number: "\(number)", hasLengths))
        for (index, part) in lines.filter({ host(of: $0, among: lines) == line.id }).enumerated() {
          table.append(cells(part, number: Self.letter(index), hasLengths))
        }
      }
    }
    if plan.lines.contains(where: { $0.cost != nil }) {
      table.rows.append(
        TextTable.Row(
          cells: [.nothing, .words(PaperWords.sum[language])] + between
            + [cost(of: plan.lines), .nothing],
          isGroup: true))
    }
    return table
  }

  /// What some lines are to cost together; empty when none of them says it. What a line costs that is a part of another
  /// with a cost of its own is in that.
  private func cost(of lines: [PlanLine]) -> TextTable.Cell {
    let costs = lines.filter { line in
      switch line.overlap {
      case .partOf(let host), .embedded(let host):
        lines.first { $0.id == host && $0.id != line.id }?.cost == nil
      case .unsaid, .disjoint: true
      }
    }.compactMap(\.cost)
    let sum = costs.reduce(0, +)
    return costs.isEmpty ? .nothing : TextTable.Cell(.number(sum), grouped(sum, in: language))
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

  private func cells(_ line: PlanLine, number: String, _ hasLengths: Bool) -> [TextTable.Cell] {
    let length = lengths(of: line).map { PaperWords.minutes($0)[language] } ?? ""
    return [
      .words(number), .words(line.title), .words(line.form.description), .words(outlets(of: line)),
      quota(of: line),
    ] + (hasLengths ? [.words(length)] : []) + [
      .words(unitName(line.responsibility.lead) ?? ""),
      .words(line.responsibility.support.compactMap { unitName($0) }.joined(separator: "; ")),
      .words(time(of: line)), cost(of: [line]), .words(line.note ?? ""),
    ]
  }

  /// How long one of its works is; `nil` where the plan does not say it.
  private func lengths(of line: PlanLine) -> ClosedRange<Int>? { (line.placing ?? line.signed)?.lengths }

  /// Where its works appear: the main outlet first, or all that share the figure. The kind is said where the name does
  /// not tell it.
  private func outlets(of line: PlanLine) -> String {
    let names = line.outlets.ids.map { id -> String in
      guard let outlet = plan.outlet(id) else { return id }
      let name = FoldedText(outlet.name)
      let named = Outlet.Kind.allCases.filter { name.contains(FoldedText($0.name[language])) }
      return named == [outlet.kind] ? outlet.name : "\(outlet.name) (\(outlet.kind.name[language]))"
    }.joined(separator: "; ")
    if case .together(let ids) = line.outlets, ids.count > 1 { return PaperWords.together(names)[language] }
    return names
  }

  private func quota(of line: PlanLine) -> TextTable.Cell {
    if let planned = line.plannedQuantity { return figures.cell(planned) }
    guard line.basis == .draft, let quota = line.quota else { return .notStated }
    return "\(figures.cell(quota).text) (\(PaperWords.draftShort[language]))"
  }

  /// When it is done, as an annex says it: a number a month, the months by name, or the line's own days.
  private func time(of line: PlanLine) -> String {
    guard let placing = line.placing ?? line.signed else {
      if let rhythm = rhythm(of: line, nil) { return rhythm }
      if case .embedded = line.overlap { return PaperWords.embedded[language] }
      // Without a figure nothing is spread anyhow.
      return line.quota.map { !$0.isInWords } ?? false ? PaperWords.notScheduled[language] : ""
    }
    if let rhythm = rhythm(of: line, placing) { return rhythm }
    let days = daysOf(placing, line)
    let run = plan.months
    let within = run.indices.filter { run.days(of: $0).overlaps(placing.window) }
    // Where the least of all months is the whole quota, each month has just that.
    let isExact = within.reduce(0) { $0 + placing.months[$1].lowerBound } == line.works
    func count(in month: Int) -> ClosedRange<Int> {
      let count = placing.months[month]
      return isExact ? count.lowerBound...count.lowerBound : count
    }
    let counts = within.map(count)
    guard run.isCalendarYear, !counts.contains(where: { $0 != Placing.anyCount && $0.count > 1 }) else {
      return days
    }
    if let each = counts.first, each.count == 1, each.lowerBound > 0, counts.allSatisfy({ $0 == each }) {
      let unit = (line.quota?.unit ?? line.form).description
      let rate = PaperWords.perMonth(figures.text(each.lowerBound), unit)[language]
      return placing.window == plan.days ? rate : "\(rate); \(days)"
    }
    // Months without any are left out by the others' names; what is fixed in them stands behind the name.
    let open = within.filter { count(in: $0) != 0...0 }
    guard open.count < within.count, !open.isEmpty, areWhole(within, placing.window) else { return days }
    let fixed = open.map(count)
    guard fixed.allSatisfy({ $0 == Placing.anyCount }) || fixed.allSatisfy({ $0.count == 1 }) else {
      return days
    }
    let names = open.map { month -> String in
      let count = count(in: month)
      return "\(run.month(of: month))" + (count.count == 1 ? " (\(figures.text(count.lowerBound)))" : "")
    }
    return PaperWords.months(names.joined(separator: ", "), run.year(of: 0))[language]
  }

  /// “Hằng quý”, “Hằng tháng”, “2 kỳ/quý”: a least number in each quarter or month of the whole year; `nil` for anything
  /// else.
  ///
  /// - Parameter placing: The line's days and months; `nil` where it states none.
  private func rhythm(of line: PlanLine, _ placing: Placing?) -> String? {
    guard plan.months.isCalendarYear, placing.map({ $0.window == plan.days }) ?? true, let works = line.works
    else {
      return nil
    }
    let months = placing?.months ?? []
    if !months.isEmpty, months.allSatisfy({ $0 == 1...Quantity.largest }), works > months.count {
      return PaperWords.everyMonth[language]
    }
    let floors = line.counting.rules.compactMap { rule in
      rule.measure == .works && rule.cycle == .quarter && rule.ceiling == nil ? rule.floor : nil
    }
    guard let floor = floors.first, floors.count == 1, months.allSatisfy({ $0 == Placing.anyCount }) else {
      return nil
    }
    if floor * 4 == works {
      return PaperWords.perQuarter(figures.text(floor), (line.quota?.unit ?? line.form).description)[language]
    }
    return floor == 1 && works > 4 ? PaperWords.everyQuarter[language] : nil
  }

  private func areWhole(_ months: [Int], _ window: Range<CivilDay>) -> Bool {
    guard let first = months.first, let last = months.last else { return false }
    return window.lowerBound == plan.months.days(of: first).lowerBound
      && window.upperBound == plan.months.days(of: last).upperBound
  }

  /// The days of the plan on which an outlet of a line exists; of several in turn the first.
  private func existence(of line: PlanLine) -> Range<CivilDay> {
    var ids = line.outlets.ids
    if case .each = line.outlets { ids = Array(ids.prefix(1)) }
    let outlets = ids.compactMap(plan.outlet)
    let first = outlets.map { $0.validity.from ?? plan.days.lowerBound }.min() ?? plan.days.lowerBound
    let end =
      outlets.map { $0.validity.through?.advanced(by: 1) ?? plan.days.upperBound }.max()
      ?? plan.days.upperBound
    return first < end ? first..<end : plan.days
  }

  /// The line's own days as an annex names them: a quarter, months, or a first and a last day.
  private func daysOf(_ placing: Placing, _ line: PlanLine) -> String {
    let window = placing.window.clamped(to: existence(of: line))
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
