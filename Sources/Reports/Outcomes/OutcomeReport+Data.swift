public import ScheduleModel

extension OutcomeReport {
  /// One row for each placement, in the schedule's order, then one for each unplanned entry and one for each
  /// that was sent to another broadcaster (outcome `sent`), with stable English headings.
  ///
  /// `planned_start` is empty for what was not planned, `aired_day` to `row` for what no log has.
  public static func csv(plan: Plan, reconciled: Reconciled) -> String {
    var table = CSVTable(heading: [
      "outcome", "uid", "line", "edition", "language", "run", "outlet", "planned_start", "aired_day",
      "aired_time", "status", "file", "row", "title",
    ])
    for result in reconciled.outcomes {
      let placement = result.placement
      table.rows.append(
        [
          result.outcome.rawValue, placement.uid, placement.line, "\(placement.edition)",
          placement.language.tag, placement.run.rawValue, placement.outlet, placement.timing.startText,
        ] + aired(result.entry) + [plan.line(placement.line)?.title])
    }
    for row in reconciled.unplanned { table.rows.append(cells(Outcome.unplanned.rawValue, row)) }
    for row in reconciled.sent { table.rows.append(cells(AsRunEntry.Status.sent.rawValue, row)) }
    return table.text()
  }

  private static func cells(_ outcome: String, _ row: UnplannedEntry) -> [String?] {
    let entry = row.entry
    let edition = entry.edition.map(String.init)
    return [outcome, entry.uid, row.line, edition, entry.language.tag, nil, entry.outlet, nil]
      + aired(entry) + [entry.title]
  }

  private static func aired(_ entry: AsRunEntry?) -> [String?] {
    [
      entry?.day.description, entry?.time?.description, entry?.status.rawValue, entry?.place.file,
      entry.map { "\($0.place.line)" },
    ]
  }

  /// The outcome of each placement, the unplanned entries, those sent to another broadcaster, how many of
  /// each outcome, rows left out, and the findings.
  ///
  /// `counts` has every outcome, 0 included; `unplanned` counts the entries listed under that name.
  public static func json(
    plan: Plan, reconciled: Reconciled, rowsLeftOut: Int, findings: [Finding], language: ReaderLanguage
  ) -> String {
    let counts = counts(reconciled).map { ($0.outcome.rawValue, $0.count) }
    return JSONText.of(
      Page(
        asOf: reconciled.asOf?.description, outcomes: reconciled.outcomes.map(OutcomeRow.init),
        unplanned: reconciled.unplanned.map(UnplannedRow.init), sent: reconciled.sent.map(UnplannedRow.init),
        counts: Dictionary(counts, uniquingKeysWith: +), rowsLeftOut: rowsLeftOut,
        findings: FindingRow.rows(findings, language)))
  }

  private struct Page: Encodable {
    @OrNull var asOf: String?
    let outcomes: [OutcomeRow]
    let unplanned: [UnplannedRow]
    let sent: [UnplannedRow]
    let counts: [String: Int]
    let rowsLeftOut: Int
    let findings: [FindingRow]
  }

  private struct OutcomeRow: Encodable {
    let outcome: String
    let uid: String
    let line: String
    let edition: Int
    let language: String
    let run: String
    let outlet: String
    let start: String
    @OrNull var day: String?
    @OrNull var time: String?
    @OrNull var file: String?
    @OrNull var row: Int?

    init(_ result: PlacementOutcome) {
      let placement = result.placement
      outcome = result.outcome.rawValue
      uid = placement.uid
      line = placement.line
      edition = placement.edition
      language = placement.language.tag
      run = placement.run.rawValue
      outlet = placement.outlet
      start = placement.timing.startText
      _day = OrNull(wrappedValue: result.entry?.day.description)
      _time = OrNull(wrappedValue: result.entry?.time?.description)
      _file = OrNull(wrappedValue: result.entry?.place.file)
      _row = OrNull(wrappedValue: result.entry?.place.line)
    }
  }

  private struct UnplannedRow: Encodable {
    @OrNull var line: String?
    @OrNull var edition: Int?
    let language: String
    let outlet: String
    let day: String
    @OrNull var time: String?
    let status: String
    let title: String
    let file: String
    let row: Int

    init(_ unplanned: UnplannedEntry) {
      let entry = unplanned.entry
      _line = OrNull(wrappedValue: unplanned.line)
      _edition = OrNull(wrappedValue: entry.edition)
      language = entry.language.tag
      outlet = entry.outlet
      day = entry.day.description
      _time = OrNull(wrappedValue: entry.time?.description)
      status = entry.status.rawValue
      title = entry.title
      file = entry.place.file
      row = entry.place.line
    }
  }
}
