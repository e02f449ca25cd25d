public import ScheduleModel

/// Schedule and log held against each other, for people and for scripts.
public enum OutcomeReport {
  /// How many placements had which outcome, and by what they were recognised; then each that did not air as scheduled,
  /// each unplanned entry, each relay and each that was sent to another broadcaster, with the row of the log that shows
  /// it; then what has no partner with what comes nearest to it; at last where what was missed can be made good.
  /// Lists are whole, however long; what is pending is only counted.
  /// - Parameters:
  ///   - candidates: The nearest partners of what has none.
  ///   - makeGoods: The rest of the year planned anew, when make-goods are asked for.
  ///   - findings: What was found about the logs, of which files that are not recorded are named.
  public static func text(
    plan: Plan, reconciled: Reconciled, candidates: MatchCandidates = MatchCandidates(),
    makeGoods: Replan? = nil, findings: [Finding] = [], rowsLeftOut: Int, language: ReaderLanguage,
    width: Int? = nil
  ) -> String {
    let asOf = OutcomeWords.reach(reconciled, of: plan)[language]
    var left = FindingReport.notRecorded(findings, language).map { $0 + "\n" } ?? ""
    if rowsLeftOut > 0 { left += OutcomeWords.rowsLeftOut(rowsLeftOut, in: language) + "\n" }
    var blocks = ["\(OutcomeWords.title[language])\n\(plan.title.visible())\n\(asOf)\n\(left)"]

    if counts(reconciled).allSatisfy({ $0.count == 0 }), reconciled.sent.isEmpty {
      blocks.append(OutcomeWords.nothing[language] + "\n")
      return blocks.joined(separator: "\n")
    }
    blocks.append(summary(reconciled, language).text(width: width))
    let signs = signs(reconciled, language)
    if !signs.rows.isEmpty { blocks.append(signs.text(width: width)) }

    let list = differing(plan, reconciled, language)
    if !list.rows.isEmpty {
      blocks.append("\(OutcomeWords.differing[language])\n\n\(list.text(width: width))")
    } else if reconciled.asOf != nil {
      let words = reconciled.hasOpenRows ? OutcomeWords.plainButOpen : OutcomeWords.allPlain
      blocks.append(words[language] + "\n")
    }
    blocks +=
      CandidateList(plan: plan, reconciled: reconciled, candidates: candidates, language: language).blocks
    if let makeGoods { blocks.append(MakeGoodList.text(plan: plan, replan: makeGoods, language: language)) }
    return blocks.joined(separator: "\n")
  }

  /// How many placements had which outcome; what did not air as scheduled; and rows without a placement with what comes
  /// nearest to each. Empty tables are left out.
  ///
  /// - Parameter most: How many rows a table has at the most.
  package static func tables(
    plan: Plan, reconciled: Reconciled, candidates: MatchCandidates, most: Int, language: ReaderLanguage
  ) -> [TextTable] {
    var tables = [summary(reconciled, language), signs(reconciled, language)]
    tables[1].caption = OutcomeWords.sign[language]
    var list = differing(plan, reconciled, language, most: most)
    list.caption = Words(vi: "Những lượt không đúng lịch", en: "What did not air as scheduled")[language]
    tables.append(list)
    tables.append(
      CandidateList(plan: plan, reconciled: reconciled, candidates: candidates, language: language)
        .table(most: most))
    return tables.filter { !$0.rows.isEmpty }
  }

  private static func summary(_ reconciled: Reconciled, _ language: ReaderLanguage) -> TextTable {
    var summary = TextTable(columns: [
      .name(OutcomeWords.outcome[language]), .number(OutcomeWords.count[language]),
    ])
    // A row that somebody said to belong to nothing is not one more work outside the schedule.
    let setAside = reconciled.setAside.count
    for (outcome, all) in counts(reconciled) {
      let count = outcome == .unplanned ? all - setAside : all
      if count > 0 { summary.append([outcome.name[language], grouped(count, in: language)]) }
    }
    if setAside > 0 {
      summary.append([OutcomeWords.setAside[language], grouped(setAside, in: language)])
    }
    let madeGood = reconciled.outcomes.count(where: \.isMadeGood)
    if madeGood > 0 { summary.append([OutcomeWords.madeGood[language], grouped(madeGood, in: language)]) }
    if !reconciled.relays.isEmpty {
      summary.append([OutcomeWords.relay[language], grouped(reconciled.relays.count, in: language)])
    }
    if !reconciled.sent.isEmpty {
      summary.append([OutcomeWords.sent[language], grouped(reconciled.sent.count, in: language)])
    }
    return summary
  }

  /// By what the entries were recognised that show placements, the surest first.
  private static func signs(_ reconciled: Reconciled, _ language: ReaderLanguage) -> TextTable {
    var table = TextTable(columns: [
      .name(OutcomeWords.sign[language]), .number(OutcomeWords.count[language]),
    ])
    for sign in MatchSign.allCases {
      let count = reconciled.outcomes.count { $0.sign == sign }
      if count > 0 { table.append([sign.name[language], grouped(count, in: language)]) }
    }
    return table
  }

  /// Every outcome with its count, in the order of ``ScheduleModel/Outcome``.
  static func counts(_ reconciled: Reconciled) -> [(outcome: Outcome, count: Int)] {
    Outcome.allCases.map { outcome in
      let unplanned = outcome == .unplanned ? reconciled.unplanned.count : 0
      return (outcome, reconciled.outcomes.count { $0.outcome == outcome } + unplanned)
    }
  }

  private static func differing(
    _ plan: Plan, _ reconciled: Reconciled, _ language: ReaderLanguage, most: Int = .max
  ) -> TextTable {
    var table = TextTable(columns: [
      .words(OutcomeWords.outcome[language]), .name(OutcomeWords.work[language], width: 44),
      .words(OutcomeWords.language[language]), .words(OutcomeWords.outlet[language], width: 28),
      .words(OutcomeWords.scheduled[language]), .words(OutcomeWords.aired[language]),
      .words(OutcomeWords.row[language]),
    ])
    let differing = reconciled.outcomes.lazy.filter { $0.outcome != .aired && $0.outcome != .pending }
    for result in differing.prefix(most) {
      let placement = result.placement
      let edition = AllocationWords.number(of: placement, in: plan)[language]
      let shown = result.makeGood ?? result.entry ?? result.substitute?.entry
      let name = result.outcome.name[language]
      table.append([
        .words(result.makeGood == nil ? name : "\(name), \(OutcomeWords.madeGood[language])"),
        "\(plan.title(ofLine: placement.line, in: language)), \(edition)",
        .words(plan.language(of: placement, in: language)),
        .words(plan.name(ofOutlet: placement.outlet, in: language)),
        .words(placement.timing.text(in: language)),
        .stated(shown.map { $0.whenText + length(of: result, language) }), .stated(shown?.place.row),
      ])
    }
    let unplanned = reconciled.unplanned.prefix(most).map { row in
      let status =
        OutcomeWords.status(row.entry.status).map { ", \($0[language])" }
        ?? (row.sign == .link && row.line == nil ? ", \(OutcomeWords.setAside[language])" : "")
      return (Outcome.unplanned.name[language] + status, row.entry)
    }
    let relays = reconciled.relays.map { (OutcomeWords.relay[language], $0.entry) }
    let others = unplanned + relays + reconciled.sent.map { (OutcomeWords.sent[language], $0.entry) }
    for (outcome, entry) in others.prefix(max(0, most - table.rows.count)) {
      table.append([
        .words(outcome), .words(entry.title),
        .words(BroadcastLanguage.name(of: entry.language, in: language)),
        .words(plan.outlet(entry.outlet)?.name ?? entry.outlet), .notStated, .words(entry.whenText),
        .words(entry.place.row),
      ])
    }
    return table
  }

  /// How much of a work went out, when that was only a part.
  private static func length(of result: PlacementOutcome, _ language: ReaderLanguage) -> String {
    guard result.outcome == .partial, let minutes = result.entry?.minutes else { return "" }
    return ", " + OutcomeWords.minutes(minutes)[language]
  }
}

extension AsRunEntry {
  /// The day, and the time when it is known, for people.
  var whenText: String { day.forPeople + (time.map { " \($0)" } ?? "") }
}

extension SourcePlace {
  /// `nhat-ky.csv:12`, by which a row of a log is found again.
  var row: String { "\(file):\(line)" }
}
