import ScheduleModel

extension TallyDocument {
  /// The language versions, by line and language.
  var versions: ReportDocument.Section? {
    guard !tally.versions.isEmpty else { return nil }
    var table = TextTable(
      columns: [
        .words(TallyWords.number[language]), .name(TallyWords.content[language], width: 36),
        .words(TallyWords.language[language]),
      ] + countColumns + [.number(TallyWords.sent[language], width: 11)])
    for version in tally.versions {
      let sent = figure(layout.isCounted(version) ? version.sent : nil)
      let head: [TextTable.Cell] = [
        .stated(layout.entry(of: version.line).map { "\($0.number)" }),
        .words(plan.title(ofLine: version.line, in: language)),
        .words(plan.name(ofVersion: version, in: language)),
      ]
      table.rows.append(
        TextTable.Row(
          cells: head + layout.shown(version).all.map { figure($0) } + [sent],
          sources: version.rows, opened: 4))
    }
    return ReportDocument.Section(
      heading: TallyWords.versions(of: plan)[language], paragraphs: [TallyWords.versionsApart[language]],
      tables: [table])
  }

  /// The sums that the plan asks for, each with the lines that went into it and those that did not.
  var totals: ReportDocument.Section? {
    guard !tally.totals.isEmpty else { return nil }
    var table = TextTable(columns: [
      .name(TallyWords.content[language], width: 36),
      .number(TallyWords.planned(of: plan)[language], width: 24),
      .number(TallyWords.scheduled[language], width: 9), .number(TallyWords.airedShort[language], width: 9),
      .number(TallyWords.published[language], width: 24), .words(TallyWords.note[language], width: 44),
    ])
    for total in tally.totals {
      let unlogged = layout.unlogged(total)
      let isCounted = layout.isCounted(total)
      var notes = [TallyWords.added(layout.numbers(of: total.counted))]
      if !total.inside.isEmpty { notes.append(TallyWords.inside(layout.numbers(of: total.inside))) }
      if let unlike = plan.unlikeLines(total.counted) {
        notes = [TallyWords.notAdded(layout.numbers(of: total.counted), unlike)]
      } else if isCounted, !unlogged.isEmpty {
        notes.append(TallyWords.unlogged(layout.numbers(of: unlogged)))
      }
      table.append([
        .words(total.title), figure(total.planned), figure(layout.shown(total).scheduled),
        figure(layout.shown(total).aired), figure(total.published),
        .words(notes.map { $0[language] }.joined(separator: "; ")),
      ])
    }
    return ReportDocument.Section(heading: TallyWords.totals[language], tables: [table])
  }

  /// The same works by month, quarter, outlet, form, level and language, a table each.
  var groups: ReportDocument.Section? {
    let tables = GroupTally.Dimension.allCases.compactMap(groupTable)
    guard !tables.isEmpty else { return nil }
    return ReportDocument.Section(heading: TallyWords.groups[language], tables: tables, chart: chart)
  }

  private func groupTable(_ dimension: GroupTally.Dimension) -> TextTable? {
    let groups = tally.groups.filter { $0.dimension == dimension }
    // A plan without any number gets no tables of zeros.
    guard groups.contains(where: { $0.counts != Counts() || $0.published != nil }) else { return nil }
    let hasPublished = groups.contains { $0.published != nil }
    let published = hasPublished ? [TextTable.Column.number(TallyWords.published[language])] : []
    var table = TextTable(
      caption: TallyWords.by(dimension, of: plan, tally.period.profile, language),
      columns: [.name(dimension.name[language], width: 44)] + countColumns + published)
    for group in groups {
      let counts =
        group.counts.map { _ in layout.shown(group).all.map { figure($0) } }
        ?? [.notStated, .words(TallyWords.noData[language])]
        + Array(repeating: .notStated, count: countColumns.count - 2)
      table.append(
        [.words(group.title[language])] + counts + (hasPublished ? [figure(group.published)] : []))
    }
    return table
  }

  private var countColumns: [TextTable.Column] {
    TallyWords.counts(of: tally.groups).map { .number($0[language], width: 11) }
  }

  private var chart: MonthChart? {
    let months = tally.groups.filter { $0.dimension == .month && $0.counts != nil && $0.unit == nil }
    guard months.contains(where: { $0.counts != Counts() }) else { return nil }
    return MonthChart(
      months.map { group in
        let counts = group.counts ?? Counts()
        return MonthChart.Month(
          key: group.key, scheduled: counts.scheduled, aired: layout.shown(group).aired)
      }, language)
  }

  /// Which topics are served, by which lines, in which form, and in which quarter.
  var coverage: ReportDocument.Section? {
    guard let coverage = input.coverage, !coverage.topics.isEmpty else { return nil }
    let quarters = plan.quarters
    var table = TextTable(
      columns: [.name(TallyWords.topic[language], width: 44)] + coverage.forms.map { .words($0, width: 14) }
        + quarters.indices.map { .number(TallyWords.quarter($0, of: quarters.count)[language]) }
        + [.words(TallyWords.note[language])])
    for topic in coverage.topics {
      let title = plan.topics.first { $0.id == topic.topic }?.title ?? topic.topic
      let lines = topic.lines.map { TextTable.Cell.stated($0.isEmpty ? nil : layout.numbers(of: $0)) }
      let works = topic.quarters.map { $0.map { figure($0) } } ?? quarters.map { _ in .notStated }
      table.append(
        [.words(title)] + lines + works + [
          topic.isCovered ? .nothing : .words(TallyWords.uncovered[language])
        ])
    }
    return ReportDocument.Section(
      heading: TallyWords.coverage[language],
      paragraphs: [TallyWords.coverageCells[language]] + calendarMonths,
      tables: [table])
  }
}
