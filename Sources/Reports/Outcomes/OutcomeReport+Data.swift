public import ScheduleModel

extension OutcomeReport {
  /// One row for each placement, in the schedule's order, then one for each unplanned entry, one for each relay
  /// (outcome `relay`, with the UID of what it carries) and one for each that was sent to another broadcaster (outcome
  /// `sent`), with stable English headings.
  ///
  /// `planned_start` is empty for what was not planned, `aired_day` to `row` for what no log has; of a placement that
  /// was substituted they tell what went out instead. `sign` is by what the row was recognised (``MatchSign``),
  /// `make_good` the row that made the placement good. `candidates` are the nearest partners of what has none: row
  /// or UID, the differences as `key=value`, parted by ` | `.
  public static func csv(
    plan: Plan, reconciled: Reconciled, candidates: MatchCandidates = MatchCandidates()
  ) -> String {
    var table = CSVTable(heading: [
      "outcome", "uid", "line", "edition", "language", "run", "outlet", "planned_start", "aired_day",
      "aired_time", "status", "file", "row", "title", "sign", "make_good_day", "make_good", "candidates",
    ])
    for result in reconciled.outcomes {
      let placement = result.placement
      table.append(
        [
          result.outcome.rawValue, placement.uid, placement.line, "\(placement.edition)",
          placement.language.tag, placement.run.rawValue, placement.outlet, placement.timing.startText,
        ] + aired(result.entry ?? result.substitute?.entry) + [
          plan.line(placement.line)?.title, result.sign?.rawValue, result.makeGood?.day.description,
          result.makeGood?.place.row, list(candidates.ofPlacements[placement.uid], \.entry.place.row),
        ])
    }
    for row in reconciled.unplanned {
      let found = list(candidates.ofEntries[row.entry.place], \.placement.uid)
      table.append(cells(Outcome.unplanned.rawValue, row) + [row.sign?.rawValue, nil, nil, found])
    }
    for relay in reconciled.relays {
      let entry = relay.entry
      table.append(
        [
          "relay", relay.placement?.uid, relay.line, relay.edition.map(String.init), entry.language.tag,
          Placement.Run.relay.rawValue, entry.outlet, nil,
        ] + aired(entry) + [entry.title, nil, nil, nil, nil])
    }
    for row in reconciled.sent {
      table.append(cells(AsRunEntry.Status.sent.rawValue, row) + [row.sign?.rawValue, nil, nil, nil])
    }
    return table.text()
  }

  private static func list(_ found: [MatchCandidate]?, _ name: (MatchCandidate) -> String) -> String? {
    found?.map { ([name($0)] + $0.differences.map(\.text)).joined(separator: " ") }.joined(separator: " | ")
  }

  private static func cells(_ outcome: String, _ row: UnplannedEntry) -> [String?] {
    let entry = row.entry
    let edition = entry.edition.map(String.init)
    return [outcome, entry.uid, row.line, edition, entry.language.tag, nil, entry.outlet, nil]
      + aired(entry) + [entry.title]
  }

  private static func aired(_ entry: AsRunEntry?) -> [String?] {
    [
      entry?.day.description, entry?.time?.description, entry?.statusText, entry?.place.file,
      entry.map { "\($0.place.line)" },
    ]
  }

  /// The outcome of each placement, the unplanned entries, the relays, those sent to another broadcaster, how many of
  /// each outcome, rows left out, and the findings.
  ///
  /// `counts` has every outcome, 0 included; `unplanned` counts the entries listed under that name. `makeGoods` is
  /// there when make-goods were asked for: each missed placement with the slot proposed for it, and what moves.
  public static func json(
    plan: Plan, reconciled: Reconciled, candidates: MatchCandidates = MatchCandidates(),
    makeGoods: Replan? = nil, rowsLeftOut: Int, findings: [Finding], language: ReaderLanguage
  ) -> String {
    let counts = counts(reconciled).map { ($0.outcome.rawValue, $0.count) }
    return JSONText.of(
      Page(
        asOf: reconciled.asOf?.description, logs: LogsRow.rows(reconciled.coverage, plan),
        outcomes: JSONRows(reconciled.outcomes) { OutcomeRow($0, candidates.ofPlacements[$0.placement.uid]) },
        unplanned: JSONRows(reconciled.unplanned) {
          UnplannedRow($0, candidates.ofEntries[$0.entry.place])
        },
        relays: reconciled.relays.map(RelayRow.init), sent: reconciled.sent.map { UnplannedRow($0, nil) },
        makeGoods: makeGoods.map(MakeGoodRows.init),
        counts: Dictionary(counts, uniquingKeysWith: +), rowsLeftOut: rowsLeftOut,
        findings: FindingRow.rows(findings, language)))
  }

  private struct Page: Encodable {
    @OrNull var asOf: String?
    let logs: [LogsRow]
    let outcomes: JSONRows<[PlacementOutcome], OutcomeRow>
    let unplanned: JSONRows<[UnplannedEntry], UnplannedRow>
    let relays: [RelayRow]
    let sent: [UnplannedRow]
    let makeGoods: MakeGoodRows?
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
    @OrNull var sign: String?
    @OrNull var makeGood: AiredRow?
    let candidates: [CandidateRow]

    init(_ result: PlacementOutcome, _ found: [MatchCandidate]?) {
      let placement = result.placement
      let shown = result.entry ?? result.substitute?.entry
      outcome = result.outcome.rawValue
      uid = placement.uid
      line = placement.line
      edition = placement.edition
      language = placement.language.tag
      run = placement.run.rawValue
      outlet = placement.outlet
      start = placement.timing.startText
      _day = OrNull(wrappedValue: shown?.day.description)
      _time = OrNull(wrappedValue: shown?.time?.description)
      _file = OrNull(wrappedValue: shown?.place.file)
      _row = OrNull(wrappedValue: shown?.place.line)
      _sign = OrNull(wrappedValue: result.sign?.rawValue)
      _makeGood = OrNull(wrappedValue: result.makeGood.map(AiredRow.init))
      candidates = (found ?? []).map { CandidateRow(row: $0) }
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
    @OrNull var sign: String?
    let candidates: [CandidateRow]

    init(_ unplanned: UnplannedEntry, _ found: [MatchCandidate]?) {
      let entry = unplanned.entry
      _line = OrNull(wrappedValue: unplanned.line)
      _sign = OrNull(wrappedValue: unplanned.sign?.rawValue)
      candidates = (found ?? []).map { CandidateRow(uid: $0) }
      _edition = OrNull(wrappedValue: entry.edition)
      language = entry.language.tag
      outlet = entry.outlet
      day = entry.day.description
      _time = OrNull(wrappedValue: entry.time?.description)
      status = entry.statusText
      title = entry.title
      file = entry.place.file
      row = entry.place.line
    }
  }
}
