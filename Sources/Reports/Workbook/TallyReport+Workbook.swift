public import ScheduleModel

extension TallyReport {
  /// The report as a workbook: an introduction, then a sheet each for the lines, the months with a chart, the
  /// lines by month, the language versions, the groups, the single rows, and the findings.
  ///
  /// Days are days and numbers are numbers; an empty cell is a figure that is not stated or not known. An aired
  /// figure leads to the rows that it counts, where the input has them.
  public static func workbook(_ input: Input, language: ReaderLanguage) -> Workbook {
    TallyWorkbook(input, language).workbook()
  }
}

/// The sheets of a report on planned and aired.
struct TallyWorkbook {
  let document: TallyDocument
  let rows: TallyRows

  init(_ input: TallyReport.Input, _ language: ReaderLanguage) {
    document = TallyDocument(input, language)
    rows = TallyRows(input, document.layout, language)
  }

  var language: ReaderLanguage { document.language }
  var layout: TallyLayout { document.layout }
  var tally: Tally { document.tally }

  func workbook() -> Workbook {
    let sheets = [
      introduction, lines, months, lineMonths, versions, groups, rows.sheet, findings,
    ]
    return Workbook(
      title: document.plan.title.visible(), created: document.plan.revised,
      sheets: sheets.compactMap(\.self).enumerated().filter { $0.offset == 0 || !$0.element.rows.isEmpty }
        .map(\.element))
  }

  // MARK: - Sheets

  private var introduction: Workbook.Sheet? {
    let texts = [document.plan.title] + document.head + document.notes + [WorkbookWords.emptyCell[language]]
    return Workbook.Sheet(
      name: WorkbookWords.introduction[language],
      columns: [column(TallyWords.kind[language], 120)], fixedColumns: 0, rows: texts.map { [words($0)] },
      language: language)
  }

  private var lines: Workbook.Sheet? {
    let head =
      [column(TallyWords.number, 6), column(WorkbookWords.id, 13), column(TallyWords.content, 36)]
      + [column(GroupTally.Dimension.form.name, 13), column(GroupTally.Dimension.level.name, 10)]
      + [
        column(TallyWords.unit, 13), column(TallyWords.planned(of: document.plan), 10),
        column(WorkbookWords.plannedText, 15),
      ]
    let tail =
      [
        column(TallyWords.airedInYear(of: document.plan), 10), column(TallyWords.percent, 10),
        column(WorkbookWords.placements, 10),
      ]
      + [
        column(TallyWords.published, 10), column(WorkbookWords.publishedText, 15),
        column(TallyWords.note, 44),
      ]
    let table = layout.levels.flatMap { level in
      level.entries.isEmpty ? [unknown(level)] : level.entries.map(line)
    }
    return Workbook.Sheet(
      name: WorkbookWords.lines[language], columns: head + countColumns + tail, fixedColumns: 3, rows: table,
      language: language)
  }

  private func line(_ entry: TallyLayout.Entry) -> [Workbook.Cell] {
    let tally = entry.tally
    let shown = rows.rows(ofLine: tally.line)
    return [
      .number(entry.number), words(tally.line), words(entry.line?.title ?? tally.line),
      words(entry.line?.form.description), words(entry.level?.name[language]),
      words(entry.unit?.description), .figure(tally.planned?.countValue),
      words(tally.planned?.text(in: language)),
    ] + cells(layout.shown(entry), rows: shown) + [
      .figure(entry.airedInYear),
      entry.percent.map { .percent($0.units) } ?? .empty,
      .figure(entry.placements), .figure(entry.published?.countValue),
      words(entry.isPublishedWithoutData ? TallyWords.noData[language] : entry.published?.text(in: language)),
      words(document.notes(entry).joined(separator: "; ")),
    ]
  }

  /// The row of a level without data.
  private func unknown(_ level: TallyLayout.Level) -> [Workbook.Cell] {
    let name = level.level?.name[language]
    return [.empty, .empty, words(name), .empty, words(name), .empty, .empty, .empty]
      + Array(repeating: .empty, count: countColumns.count)
      + [
        .empty, .empty, .empty, .figure(level.published?.countValue),
        words(level.published?.text(in: language)),
      ]
      + [words(TallyWords.noData[language])]
  }

  private var months: Workbook.Sheet? {
    let groups = tally.groups.filter { $0.dimension == .month && $0.unit == nil }
    return Workbook.Sheet(
      name: WorkbookWords.months[language],
      columns: [column(heading(of: .month), 22)] + countColumns, fixedColumns: 1,
      rows: groups.map { group in
        [words(group.title[language])]
          + cells(layout.shown(group))
      },
      chart: Workbook.Chart(
        title: PageWords(language).chart, axis: WorkbookWords.works[language],
        series: tally.knowsOutput ? [1, 2] : [1]), language: language)
  }

  /// The lines down, the months across: a row of what was scheduled and one of what went out.
  private var lineMonths: Workbook.Sheet? {
    let run = document.plan.months
    let table = layout.entries.flatMap { entry -> [[Workbook.Cell]] in
      let months = entry.tally.months
      guard months.contains(where: { $0.scheduled > 0 || $0.aired > 0 }) else { return [] }
      let aired = run.indices.map { layout.aired(entry, inMonth: $0) }
      let known = aired.compactMap(\.self)
      func row(_ what: Words, _ counts: [Workbook.Cell], _ sum: Int?) -> [Workbook.Cell] {
        [
          .number(entry.number), words(entry.title), words(entry.tally.planned?.text(in: language)),
          words(what[language]),
        ]
          + counts + [.figure(sum)]
      }
      return [
        row(
          TallyWords.scheduled, months.map { .number($0.scheduled) }, months.reduce(0) { $0 + $1.scheduled }),
        row(TallyWords.airedShort, aired.map { .figure($0) }, known.isEmpty ? nil : known.reduce(0, +)),
      ]
    }
    let headings = monthHeadings(of: run, language)
    return Workbook.Sheet(
      name: WorkbookWords.lineMonths[language],
      columns: [
        column(TallyWords.number, 6), column(TallyWords.content, 40),
        column(TallyWords.planned(of: document.plan), 14),
        column(WorkbookWords.countKind, 12),
      ] + headings.map { column($0, run.isToldByNumbers ? 6 : 9) } + [column(PaperWords.monthSum, 8)],
      fixedColumns: 4, rows: table, language: language)
  }

  private var versions: Workbook.Sheet? {
    Workbook.Sheet(
      name: TallyWords.versions(of: document.plan)[language],
      columns: [
        column(TallyWords.number, 6), column(TallyWords.content, 44), column(TallyWords.language, 16),
      ]
        + countColumns + [column(TallyWords.sent, 12)],
      fixedColumns: 3,
      rows: tally.versions.map { version in
        return [
          .figure(layout.entry(of: version.line)?.number),
          words(document.plan.title(ofLine: version.line, in: language)),
          words(document.plan.name(ofVersion: version, in: language)),
        ] + cells(layout.shown(version)) + [
          .figure(layout.isCounted(version) ? version.sent : nil)
        ]
      }, language: language)
  }

  private var groups: Workbook.Sheet? {
    let totals = tally.totals.map { total in
      [words(TallyWords.totals[language]), words(total.title)]
        + cells(layout.shown(total))
        + [words(total.published?.text(in: language))]
    }
    let others = tally.groups.filter { $0.dimension != .month || $0.unit != nil }.map { group in
      [words(heading(of: group.dimension)), words(group.title[language])]
        + cells(layout.shown(group))
        + [
          words(
            group.published?.text(in: language) ?? (group.counts == nil ? TallyWords.noData[language] : nil))
        ]
    }
    return Workbook.Sheet(
      name: WorkbookWords.groups[language],
      columns: [column(WorkbookWords.dimension, 16), column(WorkbookWords.group, 48)] + countColumns
        + [column(TallyWords.published, 24)],
      fixedColumns: 2, rows: totals + others, language: language)
  }

  private var findings: Workbook.Sheet? {
    Workbook.Sheet(
      name: WorkbookWords.findings[language],
      columns: [
        column(WorkbookWords.severity, 12), column(WorkbookWords.code, 26), column(WorkbookWords.file, 32),
        column(WorkbookWords.line, 8), column(WorkbookWords.message, 70), column(WorkbookWords.remedy, 70),
      ], fixedColumns: 2,
      rows: document.input.findings.map { finding in
        [
          words(FindingWords.name(of: finding.severity)[language]), words(finding.code.rawValue),
          words(finding.place?.file), .figure(finding.place?.line), words(finding.message[language]),
          words(finding.remedy?[language]),
        ]
      }, language: language)
  }

  // MARK: - Cells

  private var countColumns: [Workbook.Column] {
    TallyWords.counts(of: tally.groups).map { column($0, 10) }
  }

  /// The counts of a row; its aired figure leads to some rows of the sheet of single rows, where they are given.
  private func cells(_ counts: ShownCounts, rows: Range<Int>? = nil) -> [Workbook.Cell] {
    var cells = counts.all.map { Workbook.Cell.figure($0) }
    if let aired = counts.aired, let rows {
      cells[1] = .counted(aired, sheet: WorkbookWords.rows[language], rows: rows)
    }
    return cells
  }

  private func heading(of dimension: GroupTally.Dimension) -> String {
    TallyWords.heading(of: dimension, tally.period.profile)[language]
  }

  private func words(_ text: String?) -> Workbook.Cell { text.map { .words($0, language) } ?? .empty }

  private func column(_ heading: Words, _ width: Int) -> Workbook.Column { column(heading[language], width) }

  private func column(_ heading: String, _ width: Int) -> Workbook.Column {
    Workbook.Column(heading: heading, width: width)
  }
}
