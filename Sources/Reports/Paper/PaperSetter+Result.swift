import ScheduleModel

/// The result table of a report's annex, and what the report says in words.
extension PaperSetter {
  func result() -> Paper {
    var blocks: [Paper.Block] = []
    if planDocument != nil {
      blocks.append(.paragraph(PaperWords.carryingOut(PaperWords.named(planDocument)[language])[language]))
    }
    let remarks = plan.remarks.filter { !$0.text.isEmpty }
    if !remarks.isEmpty { blocks.append(.heading("I. \(PaperWords.results[language].uppercased())")) }
    blocks.append(.table(resultTable))
    if let versionTable {
      blocks += [.heading(TallyWords.versions(of: plan)[language]), .table(versionTable)]
    }
    blocks.append(.notes(resultNotes))
    for (index, remark) in remarks.enumerated() {
      blocks.append(.heading("\(roman(index + 2)). \(remark.part.heading[language].uppercased())"))
      blocks += remark.text.map(Paper.Block.paragraph)
    }
    return Paper(
      language: language, subject: plan.title, created: plan.revised, isLandscape: false,
      letterhead: letterhead(numbered: true),
      title: [PaperWords.report[language], PaperWords.resultOf(plan.title)[language]],
      subtitle: [PaperWords.period(input.tally.period)[language]], blocks: blocks,
      recipients: plan.office.recipients, signatures: [signature])
  }

  private var resultTable: TextTable {
    var table = TextTable(columns: [
      .words(TallyWords.number[language], width: 7), .name(PaperWords.content[language], width: 23),
      .words(TallyWords.unit[language], width: 10), .number(PaperWords.planned(of: plan)[language], width: 9),
      .number(PaperWords.aired[language], width: 10),
      .number(PaperWords.sinceStart(of: plan)[language], width: 9),
      .number(PaperWords.percent[language], width: 10), .number(PaperWords.ofYearBefore[language], width: 9),
      .words(TallyWords.note[language], width: 15),
    ])
    for (index, level) in layout.levels.enumerated() {
      if layout.namesLevels { table.rows.append(levelRow(level, index)) }
      for entry in level.entries {
        table.rows.append(TextTable.Row(cells: cells(entry), sources: entry.tally.rows, opened: 4))
      }
    }
    for total in input.tally.totals {
      table.rows.append(totalRow(total))
    }
    return table
  }

  private func totalRow(_ total: TotalTally) -> TextTable.Row {
    let isCounted = layout.isCounted(total)
    let unlogged = layout.unlogged(total)
    var remarks = [TallyWords.added(layout.numbers(of: total.counted))]
    if let unlike = plan.unlikeLines(total.counted) {
      remarks = [TallyWords.notAdded(layout.numbers(of: total.counted), unlike)]
    } else if isCounted, !unlogged.isEmpty {
      remarks.append(TallyWords.unlogged(layout.numbers(of: unlogged)))
    }
    if !unlogged.isEmpty, let published = total.published {
      remarks.append(PaperWords.publishedTotal(figures.cell(published, besides: published.unit).text))
    }
    return TextTable.Row(
      cells: [
        .nothing, .words(PaperWords.total(total.title)[language]), .nothing,
        figures.cell(total.planned, besides: total.planned?.unit),
        figures.cell(layout.shown(total).aired), figures.cell(sinceStart(total)), percent(of: total),
        .notStated, .words(remarks.map { $0[language] }.joined(separator: "; ")),
      ], isGroup: true)
  }

  /// What went out of a total's lines since the year began; `nil` when no log tells of any.
  private func sinceStart(_ total: TotalTally) -> Int? {
    guard layout.isCounted(total), plan.unlikeLines(total.counted) == nil else { return nil }
    return total.counted.compactMap { layout.entry(of: $0) }.filter(\.isCounted)
      .reduce(0) { $0 + $1.tally.airedInYear }
  }

  /// Of a total's plan what went out; "–" where the logs do not tell of all its lines.
  private func percent(of total: TotalTally) -> TextTable.Cell {
    guard layout.unlogged(total).isEmpty, let aired = sinceStart(total) else { return .notStated }
    return percent(Percentage(aired, of: total.planned))
  }

  /// The language versions, by line and language; `nil` when there are none.
  private var versionTable: TextTable? {
    guard !input.tally.versions.isEmpty else { return nil }
    var table = TextTable(columns: [
      .words(TallyWords.number[language], width: 7), .name(PaperWords.content[language], width: 40),
      .words(TallyWords.language[language], width: 16), .number(TallyWords.scheduled[language], width: 10),
      .number(TallyWords.airedShort[language], width: 10), .number(TallyWords.missed[language], width: 10),
      .number(TallyWords.sent[language], width: 10),
    ])
    for (index, version) in input.tally.versions.enumerated() {
      let shown = layout.shown(version)
      table.append(
        [
          .words("\(index + 1)"),
          .words(plan.title(ofLine: version.line, in: language)),
          .words(plan.name(ofVersion: version, in: language)), figures.cell(shown.scheduled),
          figures.cell(shown.aired), figures.cell(shown.missed),
          figures.cell(layout.isCounted(version) ? version.sent : nil),
        ])
    }
    return table
  }

  /// What a report published for the period, where no log can tell.
  private func published(_ quantity: Quantity?, besides unit: CountingUnit?) -> TextTable.Cell? {
    quantity.map { TextTable.Cell(.quantity($0), figures.cell($0, besides: unit).text + " (*)") }
  }

  private func levelRow(_ level: TallyLayout.Level, _ index: Int) -> TextTable.Row {
    let name = (level.level?.name ?? TallyWords.noLevel)[language].uppercased()
    let head: [TextTable.Cell] = [.words(roman(index + 1)), .words(name), .nothing]
    guard level.entries.isEmpty else {
      return TextTable.Row(cells: head + Array(repeating: .nothing, count: 6), isGroup: true)
    }
    let known = published(level.published, besides: nil) ?? .words(TallyWords.noData[language])
    return TextTable.Row(
      cells: head + [.notStated, known, .notStated, .notStated, .notStated, .nothing], isGroup: true)
  }

  private func cells(_ entry: TallyLayout.Entry) -> [TextTable.Cell] {
    let unlogged =
      published(entry.published, besides: entry.unit)
      ?? (entry.isPublishedWithoutData ? .words(TallyWords.noData[language]) : .notStated)
    return [
      "\(entry.number)", .words(entry.title), .stated(entry.unit?.description),
      figures.cell(entry.tally.planned, besides: entry.unit),
      entry.isCounted ? figures.cell(layout.shown(entry).aired) : unlogged,
      entry.isCounted ? figures.cell(entry.airedInYear) : unlogged, percent(entry.percent),
      percent(ofYearBefore(entry)), .words(remark(entry)),
    ]
  }

  /// A percentage under a heading that has the sign; “–” for none.
  private func percent(_ percent: Percentage?) -> TextTable.Cell { figures.cell(percent, hasSign: false) }

  /// How the quota of a line is counted where that is a time; `nil` for a quota of works, and without logs.
  private func timeRule(_ entry: TallyLayout.Entry) -> RuleTally? {
    guard entry.isCounted, entry.tally.planned?.unit.time != nil else { return nil }
    return entry.tally.rules.first
  }

  /// What went out in the period of what did in the same of the year before; `nil` when either is not known, or
  /// there was nothing then.
  private func ofYearBefore(_ entry: TallyLayout.Entry) -> Percentage? {
    guard entry.isCounted, let before = input.tally.yearBefore?[entry.tally.line]?.aired, before > 0 else {
      return nil
    }
    return Percentage(units: (entry.tally.counts.aired * 20_000 + before) / (2 * before), decimals: 2)
  }

  /// Only what a reader of the table must know; how works went out is in the working report.
  private func remark(_ entry: TallyLayout.Entry) -> String {
    guard let line = entry.line else { return "" }
    var remarks: [Words] = []
    if case .partOf(let other) = line.overlap {
      remarks.append(TallyWords.partOf(layout.numbers(of: [other])))
    }
    if entry.tally.planned == nil, plan.isPlanned(input.tally.period) {
      remarks.append(line.basis == .draft && line.quota != nil ? PaperWords.draftShort : PaperWords.unstated)
    }
    if let time = timeRule(entry), let planned = entry.tally.planned {
      let aired = Quantity(time.amount, time.isLeast ? .atLeast : .exact, planned.unit)
      remarks.append(
        PaperWords.timeAired(figures.cell(aired).text, of: figures.cell(planned).text, plan))
    }
    if let before = input.tally.yearBefore?[line.id] {
      remarks.append(PaperWords.yearBefore(figures.text(before.aired)))
    }
    return remarks.map { $0[language] }.joined(separator: "; ")
  }

  private var resultNotes: [String] {
    let stars =
      layout.levels.contains { $0.entries.isEmpty && $0.published != nil }
      || layout.entries.contains { !$0.isCounted && $0.published != nil }
    let reach = TallyWords.reach(input.tally, of: input.plan) ?? TallyWords.noLog
    return [TallyWords.basis(of: input.plan), TallyWords.dash].map { $0[language] }
      + (stars ? [PaperWords.published[language]] : [])
      + input.findings.filter { $0.code == .possibleDoubleCount && $0.severity == .warning }.map {
        $0.message[language]
      }
      + [reach, TallyWords.declaredElsewhere(input.declared)].compactMap { $0?[language] }
  }
}
