import ScheduleModel

extension TallyDocument {
  /// The table of the lines, in the layout of the annex that offices send in.
  var results: ReportDocument.Section {
    var columns: [TextTable.Column] = [
      .words(TallyWords.number[language]), .name(TallyWords.content[language], width: 36),
      .words(TallyWords.unit[language], width: 14),
      .number(TallyWords.planned(of: plan)[language], width: 10),
      .number(TallyWords.scheduled[language], width: 9), .number(TallyWords.aired[language], width: 10),
      .number(TallyWords.airedInYear(of: plan)[language], width: 10),
      .number(TallyWords.percent[language], width: 8),
      .number(TallyWords.published[language], width: 12), .words(TallyWords.note[language], width: 30),
    ]
    if tally.yearBefore != nil {
      columns.insert(.number(CountingWords.yearBefore[language], width: 10), at: 8)
    }
    var table = TextTable(columns: columns)
    for (index, level) in layout.levels.enumerated() {
      if layout.namesLevels { table.rows.append(levelRow(level, index)) }
      table.rows += level.entries.map(row)
    }
    return ReportDocument.Section(
      heading: TallyWords.results[language],
      paragraphs: table.rows.isEmpty ? [TallyWords.noLines[language]] : [],
      tables: table.rows.isEmpty ? [] : [table])
  }

  private func levelRow(_ level: TallyLayout.Level, _ index: Int) -> TextTable.Row {
    let name = (level.level?.name ?? TallyWords.noLevel)[language].uppercased()
    let head: [TextTable.Cell] = [.words(roman(index + 1)), .words(name), .nothing]
    var figures: [TextTable.Cell] =
      level.entries.isEmpty
      ? [
        .notStated, .notStated, .words(TallyWords.noData[language]), .notStated, .notStated,
        figure(level.published), .nothing,
      ] : Array(repeating: .nothing, count: 7)
    if tally.yearBefore != nil { figures.insert(level.entries.isEmpty ? .notStated : .nothing, at: 5) }
    return TextTable.Row(cells: head + figures, isGroup: true)
  }

  private func row(_ entry: TallyLayout.Entry) -> TextTable.Row {
    let shown = layout.shown(entry)
    var cells: [TextTable.Cell] = [
      "\(entry.number)", .words(entry.title), .stated(entry.unit?.description),
      figure(entry.tally.planned, besides: entry.unit), figure(shown.scheduled), figure(shown.aired),
      figure(entry.airedInYear), figures.cell(entry.percent),
      entry.isPublishedWithoutData
        ? .words(TallyWords.noData[language]) : figure(entry.published, besides: entry.unit),
      .words(notes(entry).joined(separator: "; ")),
    ]
    if tally.yearBefore != nil { cells.insert(yearBefore(entry.tally.line), at: 8) }
    return TextTable.Row(cells: cells, sources: entry.tally.rows, opened: 5, line: entry.tally.line)
  }

  func notes(_ entry: TallyLayout.Entry) -> [String] {
    guard let line = entry.line else { return [] }
    var notes: [Words] = []
    if line.languages != .vietnamese { notes.append(TallyWords.works(in: line.languages)) }
    switch line.overlap {
    case .partOf(let other): notes.append(TallyWords.partOf(name(of: other)))
    case .embedded(let other): notes.append(TallyWords.embedded(name(of: other)))
    case .unsaid, .disjoint: break
    }
    if entry.tally.planned == nil, !line.isEmbedded, plan.isPlanned(tally.period) {
      let quota = line.quota?.text(in: language)
      switch (line.basis, quota) {
      case (.draft, let figure?): notes.append(TallyWords.draft(figure))
      case (.result, let figure?) where entry.tally.published == nil:
        notes += [TallyWords.planStatesNone, TallyWords.result(figure)]
      default: notes.append(TallyWords.planStatesNone)
      }
    }
    if case .together(let outlets) = line.outlets, outlets.count > 1 {
      notes.append(TallyWords.together(outlets.count))
    }
    if let each = line.counting.perOpening, let grid = line.placing?.grid.first {
      notes.append(TallyWords.everyOpening(each, of: grid))
    }
    if let tone = line.tone { notes.append(tone.name) }
    return notes.map { $0[language] } + changes(entry) + happened(entry) + [line.note].compactMap(\.self)
  }

  /// What the bare count of a line hides: how often its works appeared, and what did not go as scheduled.
  private func happened(_ entry: TallyLayout.Entry) -> [String] {
    guard entry.isCounted else { return [] }
    let counts = entry.tally.counts
    var parts: [String] = []
    if entry.tally.placementsAired > counts.aired {
      parts.append(TallyWords.placements(figures.text(entry.tally.placementsAired))[language])
    }
    let outcomes: [(Int, Outcome)] = [
      (counts.late, .late), (counts.moved, .moved), (counts.partial, .partial),
      (counts.unplanned, .unplanned), (counts.missed, .missed), (counts.preempted, .preempted),
      (counts.unclear, .unclear), (counts.pending - counts.unclear, .pending),
    ]
    for (count, outcome) in outcomes where count > 0 {
      parts.append("\(figures.text(count)) \(outcome.name[language])")
    }
    return parts
  }

  private func name(of line: String) -> String {
    layout.entry(of: line).map { TallyWords.onLine($0.number)[language] }
      ?? "“\(plan.line(line)?.title ?? line)”"
  }

  /// Each line's months, aired of scheduled, between its plan and the sum.
  var lineMonths: ReportDocument.Section? {
    let entries = layout.entries.filter { entry in
      entry.tally.months.contains { $0.scheduled > 0 || $0.aired > 0 }
    }
    guard !entries.isEmpty else { return nil }
    var table = TextTable(
      columns: [
        .words(TallyWords.number[language]), .name(TallyWords.content[language], width: 36),
        .number(TallyWords.planned(of: plan)[language], width: 10),
      ] + monthHeadings(of: plan.months, language).map { .number($0) }
        + [.number(PaperWords.monthSum[language])])
    for entry in entries {
      func cell(_ aired: Int?, _ scheduled: Int) -> TextTable.Cell {
        tally.knowsOutput ? figures.cell(aired, of: scheduled) : figure(scheduled)
      }
      let months = entry.tally.months
      let aired = months.indices.map { layout.aired(entry, inMonth: $0) }
      let known = aired.compactMap(\.self)
      table.append(
        ["\(entry.number)", .words(entry.title), figure(entry.tally.planned, besides: entry.unit)]
          + zip(aired, months).map { cell($0, $1.scheduled) }
          + [cell(known.isEmpty ? nil : known.reduce(0, +), months.reduce(0) { $0 + $1.scheduled })])
    }
    let intro = tally.knowsOutput ? TallyWords.airedOfScheduled : TallyWords.scheduledOnly
    return ReportDocument.Section(
      heading: TallyWords.lineMonths[language], paragraphs: [intro[language]] + calendarMonths,
      tables: [table])
  }

  /// That months and quarters are those of the calendar, where the report's own periods are not.
  var calendarMonths: [String] {
    TallyWords.calendarMonths(tally.period.profile).map { [$0[language]] } ?? []
  }
}
