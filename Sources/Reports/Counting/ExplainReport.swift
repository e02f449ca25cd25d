public import ScheduleModel

/// How one line's figures came about: each rule with every row of the logs, counted or not.
public enum ExplainReport {
  /// The explanation for people.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - rules: Its rules, the quota's first.
  ///   - period: Counted are the days from the start of the reporting year to the end of the period.
  public static func text(
    _ rules: [RuleTally], line: PlanLine, plan: Plan, period: ReportingPeriod, asOf: CivilDay?,
    coverage: LogCoverage? = nil,
    language: ReaderLanguage, width: Int? = nil
  ) -> String {
    document(
      rules, line: line, plan: plan, period: period, asOf: asOf, coverage: coverage, language: language
    ).text(width: width)
  }

  /// The explanation before it is set: a section for each rule.
  package static func document(
    _ rules: [RuleTally], line: PlanLine, plan: Plan, period: ReportingPeriod, asOf: CivilDay?,
    coverage: LogCoverage? = nil,
    language: ReaderLanguage
  ) -> ReportDocument {
    let days = period.yearStart..<period.days.upperBound
    return ReportDocument(
      kind: CountingWords.explanation[language], title: "\(line.title) (\(line.id))",
      head: [
        days.text(in: language).prefix(1).uppercased() + days.text(in: language).dropFirst(),
        OutcomeWords.reach(asOf, coverage, of: plan)[language],
      ],
      sections: rules.enumerated().map { index, rule in
        section(rule, isQuota: index == 0, isKnown: asOf != nil, plan: plan, language)
      }, notes: [])
  }

  private static func section(
    _ tally: RuleTally, isQuota: Bool, isKnown: Bool, plan: Plan, _ language: ReaderLanguage
  ) -> ReportDocument.Section {
    let sentence = CountingWords.sentence(tally.rule, plan, language)
    return ReportDocument.Section(
      heading: (isQuota ? "\(CountingWords.quota[language]): " : "") + sentence,
      paragraphs: [
        CountingWords.sum(counted: tally.counted.count, uncounted: tally.uncounted.count, language)
      ],
      tables: [
        windows(of: tally, isKnown: isKnown, language), counted(tally, plan, language),
        uncounted(tally, plan, language),
      ].compactMap(\.self))
  }

  private static func windows(
    of tally: RuleTally, isKnown: Bool, _ language: ReaderLanguage
  ) -> TextTable? {
    var table = TextTable(columns: [
      .name(CountingWords.window[language]), .number(CountingWords.counted[language]),
      .number(CountingWords.carried[language]), .number(CountingWords.floor[language]),
      .number(CountingWords.ceiling[language]), .words(CountingWords.verdict[language]),
    ])
    let figures = FigureSetter(language: language)
    for window in tally.windows {
      let isLeast = tally.isLeast(in: window.days)
      table.append([
        .words(window.daysText),
        figures.cell(isKnown ? window.amount : nil, isLeast: isLeast),
        figures.cell(window.carried), figures.cell(window.floor), figures.cell(window.ceiling),
        .words(CountingWords.verdict(window, isLeast: isLeast)[language]),
      ])
    }
    return table.rows.isEmpty ? nil : table
  }

  private static func counted(_ tally: RuleTally, _ plan: Plan, _ language: ReaderLanguage) -> TextTable? {
    var table = TextTable(
      caption: CountingWords.countedRows[language],
      columns: columns(language) + [.number(CountingWords.amount[language])])
    for row in tally.counted {
      table.append(cells(row.entry, plan, language) + [FigureSetter(language: language).cell(row.amount)])
    }
    return table.rows.isEmpty ? nil : table
  }

  private static func uncounted(_ tally: RuleTally, _ plan: Plan, _ language: ReaderLanguage) -> TextTable? {
    var table = TextTable(
      caption: CountingWords.uncountedRows[language],
      columns: columns(language) + [.words(CountingWords.why[language])])
    for row in tally.uncounted {
      table.append(cells(row.entry, plan, language) + [.words(row.reason.name[language])])
    }
    return table.rows.isEmpty ? nil : table
  }

  private static func columns(_ language: ReaderLanguage) -> [TextTable.Column] {
    [
      .words(TallyWords.row[language]), .words(TallyWords.when[language]),
      .words(TallyWords.outlet[language], width: 28), .words(TallyWords.language[language]),
      .name(TallyWords.title[language], width: 40), .words(CountingWords.evidence[language], width: 28),
    ]
  }

  private static func cells(_ entry: AsRunEntry, _ plan: Plan, _ language: ReaderLanguage) -> [TextTable.Cell]
  {
    let note = entry.note.map { Words(vi: "ghi chú: \($0)", en: "note: \($0)")[language] }
    let stated = [entry.evidence, note].compactMap(\.self).joined(separator: "; ")
    let evidence = [stated.isEmpty ? nil : stated, entry.trust.map { "(\($0.name[language]))" }].compactMap(
      \.self)
    return [
      .words(entry.place.row), .words(entry.whenText),
      .words(plan.outlet(entry.outlet)?.name ?? entry.outlet),
      .words(BroadcastLanguage.name(of: entry.language, in: language)), .words(entry.title),
      .stated(evidence.isEmpty ? nil : evidence.joined(separator: " ")),
    ]
  }

  /// The explanation for scripts: `rules`, each with its `counted` and `notCounted` rows.
  public static func json(
    _ rules: [RuleTally], line: PlanLine, plan: Plan, period: ReportingPeriod, asOf: CivilDay?,
    coverage: LogCoverage? = nil,
    language: ReaderLanguage, width: Int? = nil
  ) -> String {
    JSONText.of(
      ExplanationRow(
        plan: plan.id, line: line.id, title: line.title, from: period.yearStart.description,
        to: period.days.upperBound.description, asOf: asOf?.description,
        rules: rules.enumerated().map { index, tally in
          ExplainedRule(
            isQuota: index == 0,
            figures: RuleRow(tally, line: line.id, plan: plan, isKnown: asOf != nil, language),
            counted: tally.counted.map { ExplainedRow($0.entry, amount: $0.amount, reason: nil, language) },
            notCounted: tally.uncounted.map {
              ExplainedRow($0.entry, amount: nil, reason: $0.reason, language)
            })
        }))
  }
}

private struct ExplanationRow: Encodable {
  let plan: String
  let line: String
  let title: String
  let from: String
  let to: String
  @OrNull var asOf: String?
  let rules: [ExplainedRule]
}

private struct ExplainedRule: Encodable {
  let isQuota: Bool
  let figures: RuleRow
  let counted: [ExplainedRow]
  let notCounted: [ExplainedRow]
}
