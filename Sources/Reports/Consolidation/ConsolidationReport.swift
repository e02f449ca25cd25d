public import ScheduleModel

/// The output of a period over all units: what the logs count, and what lower units declare.
public enum ConsolidationReport {
  /// All that the report is made of.
  public struct Input: Sendable {
    /// The plan.
    public let plan: Plan
    /// The sums.
    public let consolidation: Consolidation
    /// The plan's own count of the period, for what a unit has in the logs.
    public let tally: Tally
    /// What is wrong or doubtful on the way to the figures.
    public let findings: [Finding]
    /// A unit or line, by id, whose rows alone are shown; `nil` for all.
    public let explained: String?

    /// All that the report is made of.
    public init(
      plan: Plan, consolidation: Consolidation, tally: Tally, findings: [Finding], explained: String? = nil
    ) {
      self.plan = plan
      self.consolidation = consolidation
      self.tally = tally
      self.findings = findings
      self.explained = explained
    }
  }

  /// The sums by line and level and by territory, every declared row with what became of it, and who has not
  /// reported yet and by when that was due.
  public static func text(_ input: Input, language: ReaderLanguage, width: Int? = nil) -> String {
    ConsolidationDocument(input: input, language: language).document().text(width: width)
  }
}

/// Sets the report.
struct ConsolidationDocument {
  let input: ConsolidationReport.Input
  let language: ReaderLanguage
  /// Whether figures are written as on official papers.
  var isPaper = false
  /// Whether each row says who reported it, where that is known.
  var namesAuthors = false

  private var plan: Plan { input.plan }
  private var consolidation: Consolidation { input.consolidation }

  func document() -> ReportDocument {
    ReportDocument(
      kind: ConsolidationWords.kind[language], title: plan.title,
      head: [TallyWords.period(consolidation.period, language)] + remarks
        + [FindingReport.notRecorded(input.findings, language)].compactMap(\.self),
      sections: sections, notes: notes)
  }

  /// What a reader must know before the sums.
  var remarks: [String] {
    let changing = consolidation.changing.compactMap { plan.unit($0) }.map(lifetime).joined(separator: "; ")
    return changing.isEmpty ? [] : [ConsolidationWords.changing(changing)[language]]
  }

  /// How the figures are to be understood.
  var notes: [String] {
    ([ConsolidationWords.bound, ConsolidationWords.once, ConsolidationWords.apart]
      + (withoutPercent.map { [$0] } ?? [])).map { $0[language] }
  }

  /// Why a planned line has no percentage; `nil` where each has one.
  private var withoutPercent: Words? {
    let open = consolidation.lines.filter {
      $0.planned != nil && $0.percent == nil && !$0.sum.quantities.isEmpty
    }
    guard !open.isEmpty else { return nil }
    let period = consolidation.period
    guard period.days.lowerBound != period.yearStart else { return ConsolidationWords.noExactPercent }
    let parts = (1...period.profile.shape.parts(of: 6)).map(ReportingPeriod.Part.half) + [.year]
    return ConsolidationWords.noPercent(
      parts.compactMap { ReportingPeriod($0, of: period.year, profile: period.profile) }.first {
        $0.days.lowerBound == period.yearStart && $0.days.upperBound == period.days.upperBound
      })
  }

  /// The sums by line and level and by territory, the rows, and who has not reported.
  var sections: [ReportDocument.Section] {
    var sections: [ReportDocument.Section] = []
    if let explained = input.explained {
      sections += own(explained)
    } else {
      sections.append(
        consolidation.lines.isEmpty
          ? ReportDocument.Section(
            heading: ConsolidationWords.lines[language], paragraphs: [ConsolidationWords.nothing[language]])
          : ReportDocument.Section(
            heading: ConsolidationWords.lines[language],
            tables: [lines(consolidation.lines, consolidation.totals)]))
      if !consolidation.territories.isEmpty {
        sections.append(
          ReportDocument.Section(heading: ConsolidationWords.territories[language], tables: [territories]))
      }
    }
    let rows = isPaper ? rows.withoutEmptyColumns() : rows
    if !rows.rows.isEmpty {
      sections.append(ReportDocument.Section(heading: ConsolidationWords.rows[language], tables: [rows]))
    }
    let partly = partly
    if !partly.rows.isEmpty {
      sections.append(
        ReportDocument.Section(heading: ConsolidationWords.partly[language], tables: [partly]))
    }
    let missing = missing
    if !missing.rows.isEmpty {
      sections.append(
        ReportDocument.Section(
          heading: ConsolidationWords.missing(input.findings)[language], tables: [missing]))
    }
    return sections
  }

  // MARK: - Sums

  func lines(_ shown: [ConsolidatedLine], _ totals: [ConsolidatedTotal] = []) -> TextTable {
    var table = TextTable(columns: [
      .name(TallyWords.content[language], width: 40),
      .words(ConsolidationWords.level[language], width: isPaper ? 12 : nil),
      .number(TallyWords.planned(of: plan)[language], width: 16),
      .number(ConsolidationWords.figure[language], width: 30),
      .number(ConsolidationWords.share[language], width: isPaper ? 11 : nil),
      .number(ConsolidationWords.percent[language], width: isPaper ? 11 : 8),
      .number(ConsolidationWords.logged[language], width: 12),
      .number(ConsolidationWords.reported[language]),
      .words(ConsolidationWords.withoutFigure[language], width: 44),
    ])
    for line in shown {
      let title = plan.line(line.line)?.title ?? line.line
      let planned = quantity(line.planned)
      let percent = figures.cell(line.percent)
      let isOne = line.levels.count == 1
      for level in line.levels {
        let (figure, reports) = cells(level.sum)
        table.rows.append(
          TextTable.Row(
            cells: [.words(title), .words((level.level?.name ?? TallyWords.noLevel)[language])]
              + [isOne ? planned : .notStated, figure, figures.cell(line.share(of: level))]
              + [isOne ? percent : .notStated] + reports,
            opened: 3, line: line.line))
      }
      if !isOne {
        let (figure, reports) = cells(line.sum)
        table.rows.append(
          TextTable.Row(
            cells: [.words(title), .words(ConsolidationWords.allLevels[language]), planned, figure]
              + [.notStated, percent] + reports,
            isGroup: true))
      }
    }
    for total in totals {
      table.rows.append(
        TextTable.Row(
          cells: [
            .words(total.title), .words(ConsolidationWords.allLevels[language]), quantity(total.planned),
            total.unlike.map { .words(TallyWords.notAdded($0)[language]) }
              ?? (total.quantity == nil ? noData : quantity(total.quantity)),
          ] + Array(repeating: .notStated, count: 5),
          isGroup: true))
    }
    return table
  }

  private var territories: TextTable {
    var table = TextTable(columns: [
      .name(ConsolidationWords.territory[language], width: 36),
      .words(TallyWords.content[language], width: 40),
      .number(ConsolidationWords.figure[language], width: 30),
      .number(ConsolidationWords.logged[language], width: 12),
      .number(ConsolidationWords.reported[language]),
      .words(ConsolidationWords.withoutFigure[language], width: 44),
    ])
    for territory in consolidation.territories {
      for line in territory.lines {
        let (figure, reports) = cells(line.sum)
        table.append(
          [.words(name(territory.unit)), .words(plan.line(line.line)?.title ?? line.line), figure] + reports)
      }
    }
    return table
  }

  private func cells(_ sum: ConsolidatedSum) -> (figure: TextTable.Cell, reports: [TextTable.Cell]) {
    let open = ConsolidationWords.open(
      sum, in: consolidation.period, names: names, input.findings, language)
    let cells = sum.quantities.map(quantity)
    return (
      cells.isEmpty
        ? noData : cells.count == 1 ? cells[0] : .words(cells.map(\.text).joined(separator: "; ")),
      [
        figures.cell(sum.logged),
        sum.due == 0
          ? .notStated
          : TextTable.Cell(
            .share(sum.reported.count, of: sum.due), "\(sum.reported.count)/\(sum.due)"),
        .stated(open.isEmpty ? nil : open.joined(separator: "; ")),
      ]
    )
  }

  // MARK: - Rows

  var rows: TextTable {
    // Paper has no more room than it has; a terminal gives short columns what they need.
    func fixed(_ width: Int) -> Int? { isPaper ? width : nil }
    let shown = consolidation.rows.filter { isShown($0.figure) }
    let namesAuthors = namesAuthors && shown.contains { $0.figure.author != nil }
    var columns: [TextTable.Column] = [
      .name(ConsolidationWords.unit[language], width: isPaper ? 22 : 32),
      .words(ConsolidationWords.period[language], width: fixed(12)),
      .words(TallyWords.content[language], width: isPaper ? 24 : 32),
      .number(ConsolidationWords.figure[language], width: isPaper ? 18 : 26),
      .words(ConsolidationWords.trust[language], width: fixed(14)),
      .words(ConsolidationWords.evidence[language], width: isPaper ? 18 : 24),
      .words(ConsolidationWords.received[language], width: fixed(13)),
      .words(ConsolidationWords.fate[language], width: isPaper ? 22 : 34),
      .words(ConsolidationWords.place[language], width: fixed(14)),
    ]
    if namesAuthors { columns.insert(.words(ConsolidationWords.author[language]), at: 6) }
    var table = TextTable(columns: columns)
    for row in shown {
      let figure = row.figure
      let late = row.daysLate.map { " (\(ConsolidationWords.late($0)[language]))" } ?? ""
      let fate = ConsolidationWords.of(row.fate, unit: name, from: figure.place)[language]
      var cells: [TextTable.Cell] = [
        .words(name(figure.unit)),
        .words(isPaper ? figure.period.name[language] : "\(figure.period)"),
        .words(plan.line(figure.line)?.title ?? figure.line),
        figure.quantity == nil ? noData : quantity(figure.quantity),
        .stated(figure.trust?.name[language]), .stated(figure.evidence),
        .stated(figure.received.map { $0.forPeople + late }),
        .words(fate + (figure.note.map { " – \($0)" } ?? "")),
        "\(isPaper ? Self.name(ofFileAt: figure.place) : figure.place.file):\(figure.place.line)",
      ]
      if namesAuthors { cells.insert(.stated(figure.author), at: 6) }
      table.append(cells)
    }
    return table
  }

  private func isShown(_ figure: DeclaredFigure) -> Bool {
    input.explained.map { $0 == figure.unit || $0 == figure.line } ?? true
  }

  /// The units that reported for a part of the period, with what they reported and what not.
  var partly: TextTable {
    var table = TextTable(columns: [
      .name(ConsolidationWords.unit[language], width: isPaper ? 26 : 36),
      .words(TallyWords.content[language], width: isPaper ? 30 : 40),
      .words(ConsolidationWords.known[language], width: 26),
      .words(ConsolidationWords.lacking[language], width: 34),
      .words(ConsolidationWords.due[language]),
    ])
    let period = consolidation.period
    for line in consolidation.lines {
      for report in line.sum.partial
      where input.explained.map({ $0 == report.unit || $0 == line.line }) ?? true {
        let known = ConsolidationWords.known(report, in: period, language)
        table.append([
          .words(name(report.unit)), .words(plan.line(line.line)?.title ?? line.line),
          .stated(known.isEmpty ? nil : known),
          .words(ConsolidationWords.lacking(report, in: period, language)),
          .stated(period.due(for: plan.unit(report.unit)?.level).map(\.forPeople)),
        ])
      }
    }
    return table
  }

  var missing: TextTable {
    var table = TextTable(columns: [
      .name(ConsolidationWords.unit[language], width: 40), .words(ConsolidationWords.level[language]),
      .words(TallyWords.content[language], width: 48), .words(ConsolidationWords.due[language]),
    ])
    for line in consolidation.lines {
      let silent = line.sum.missing.filter { !line.sum.contradicted.contains($0) }
      for unit in silent where input.explained.map({ $0 == unit || $0 == line.line }) ?? true {
        let level = plan.unit(unit)?.level
        table.append([
          .words(name(unit)), .words((level?.name ?? TallyWords.noLevel)[language]),
          .words(plan.line(line.line)?.title ?? line.line),
          .stated(consolidation.period.due(for: level).map(\.forPeople)),
        ])
      }
    }
    return table
  }

  /// What a unit has in the logs, or the sums of a line.
  private func own(_ id: String) -> [ReportDocument.Section] {
    let shown = consolidation.lines.filter { $0.line == id }
    if !shown.isEmpty {
      return [ReportDocument.Section(heading: ConsolidationWords.lines[language], tables: [lines(shown)])]
    }
    var table = TextTable(columns: [
      .name(TallyWords.content[language], width: 48), .number(TallyWords.scheduled[language]),
      .number(TallyWords.airedShort[language]),
    ])
    for line in input.tally.lines where input.tally.isCounted(line, in: plan) {
      guard let planLine = plan.line(line.line) else { continue }
      let owners = planLine.outlets.ids.compactMap { plan.outlet($0)?.owner }
      let who = planLine.responsibility
      guard ([who.producer, who.lead].compactMap(\.self) + owners).contains(id) else { continue }
      table.append([
        .words(planLine.title), figures.cell(line.counts.scheduled), figures.cell(line.counts.aired),
      ])
    }
    guard !table.rows.isEmpty else { return [] }
    return [ReportDocument.Section(heading: TallyWords.results[language], tables: [table])]
  }

  // MARK: - Figures and names

  private var figures: FigureSetter { FigureSetter(language: language, isPaper: isPaper) }
  private var noData: TextTable.Cell { .words(ConsolidationWords.noData[language]) }

  /// The name of a file without its folders, which are not on paper.
  private static func name(ofFileAt place: SourcePlace) -> String {
    place.file.split(separator: "/").last.map(String.init) ?? place.file
  }

  private func quantity(_ quantity: Quantity?) -> TextTable.Cell { figures.cell(quantity) }

  private func name(_ unit: String) -> String { plan.unit(unit)?.name ?? unit }
  private func names(_ units: [String]) -> String { units.map(name).joined(separator: ", ") }
  private func lifetime(_ unit: AdminUnit) -> String {
    var text = unit.name
    if let from = unit.validity.from {
      text = ConsolidationWords.since(text, from.forPeople)[language]
    }
    if let through = unit.validity.through {
      text = ConsolidationWords.until(text, through.forPeople)[language]
    }
    return text
  }
}
