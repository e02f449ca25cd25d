import ScheduleModel

/// The single rows of a workbook: what became of each placement, and each entry that is none's.
///
/// By line, so that a line's figure leads to its rows in one piece.
struct TallyRows {
  /// The sheet; `nil` when the input has no single rows.
  let sheet: Workbook.Sheet?
  private let ranges: [String: Range<Int>]

  init(_ input: TallyReport.Input, _ layout: TallyLayout, _ language: ReaderLanguage) {
    guard let outcomes = input.reconciled?.outcomes ?? input.schedule.map(Self.pending) else {
      (sheet, ranges) = (nil, [:])
      return
    }
    let setter = RowSetter(plan: input.plan, layout: layout, language: language)
    let unplanned = input.reconciled?.unplanned ?? []
    let sent = input.reconciled?.sent ?? []
    let lines = layout.entries.map(\.tally.line)
    let known = Set(lines)
    var rows: [[Workbook.Cell]] = []
    var ranges: [String: Range<Int>] = [:]
    let byLine = Dictionary(grouping: outcomes, by: \.placement.line)
    let unplannedByLine = Dictionary(grouping: unplanned) { $0.line ?? "" }
    for line in lines {
      let first = rows.count
      rows += byLine[line, default: []].map(setter.cells)
      rows += unplannedByLine[line, default: []].map { setter.cells($0, Outcome.unplanned.name) }
      if rows.count > first { ranges[line] = first..<rows.count }
    }
    rows += outcomes.filter { !known.contains($0.placement.line) }.map(setter.cells)
    rows += unplanned.filter { !known.contains($0.line ?? "") }.map {
      setter.cells($0, Outcome.unplanned.name)
    }
    rows += sent.map { setter.cells($0, OutcomeWords.sent) }
    sheet = Workbook.Sheet(
      name: WorkbookWords.rows[language], columns: setter.columns, fixedColumns: 2, rows: rows,
      language: language)
    self.ranges = ranges.filter { $0.value.upperBound < Workbook.Sheet.mostRows }
  }

  /// The rows of a line, counted from 0 below the headings; `nil` when it has none.
  func rows(ofLine line: String) -> Range<Int>? { ranges[line] }

  /// Without logs nothing is known of any placement.
  private static func pending(_ schedule: Schedule) -> [PlacementOutcome] {
    schedule.placements.map { PlacementOutcome(placement: $0, outcome: .pending, entry: nil) }
  }
}

/// Sets single rows as cells.
private struct RowSetter {
  let plan: Plan
  let layout: TallyLayout
  let language: ReaderLanguage

  var columns: [Workbook.Column] {
    let widths: [(Words, Int)] = [
      (WorkbookWords.outcome, 16), (TallyWords.number, 6), (TallyWords.content, 44),
      (WorkbookWords.edition, 8),
      (TallyWords.language, 12), (WorkbookWords.run, 14), (TallyWords.outlet, 40), (WorkbookWords.day, 13),
      (WorkbookWords.time, 9), (WorkbookWords.airedDay, 13), (WorkbookWords.airedTime, 9),
      (WorkbookWords.logTitle, 40), (WorkbookWords.file, 44), (WorkbookWords.line, 8),
      (WorkbookWords.evidence, 24),
    ]
    return widths.map { Workbook.Column(heading: $0[language], width: $1) }
  }

  func cells(_ result: PlacementOutcome) -> [Workbook.Cell] {
    let placement = result.placement
    return [
      words(result.outcome.name[language]), .figure(layout.entry(of: placement.line)?.number),
      words(plan.title(ofLine: placement.line, in: language)), .number(placement.edition),
      words(plan.language(of: placement, in: language)),
      words(plan.runName(of: placement)[language]),
      words(plan.name(ofOutlet: placement.outlet, in: language)),
    ] + planned(placement.timing) + aired(result.entry)
  }

  func cells(_ row: UnplannedEntry, _ outcome: Words) -> [Workbook.Cell] {
    let entry = row.entry
    let status = OutcomeWords.status(entry.status).map { ", \($0[language])" } ?? ""
    let title = row.line.flatMap(plan.line)?.title
    return [
      words(outcome[language] + (entry.status == .sent ? "" : status)),
      .figure(row.line.flatMap(layout.entry)?.number), title.map(words) ?? .empty, .figure(entry.edition),
      words(BroadcastLanguage.name(of: entry.language, in: language)), .empty,
      words(plan.outlet(entry.outlet)?.name ?? entry.outlet), .empty, .empty,
    ] + aired(entry)
  }

  /// The day and the hour; what lies in a month without a day has the month in words.
  private func planned(_ timing: SlotTiming) -> [Workbook.Cell] {
    switch timing {
    case .timed(let start, _): [.day(start.day), .time(start.time)]
    case .allDay(let day): [.day(day), .empty]
    case .span, .inMonth: [words(timing.text(in: language)), .empty]
    }
  }

  private func aired(_ entry: AsRunEntry?) -> [Workbook.Cell] {
    guard let entry else { return Array(repeating: .empty, count: 6) }
    return [
      .day(entry.day), entry.time.map(Workbook.Cell.time) ?? .empty, words(entry.title),
      words(entry.place.file), .number(entry.place.line), entry.evidence.map(words) ?? .empty,
    ]
  }

  private func words(_ text: String) -> Workbook.Cell { .words(text, language) }
}
