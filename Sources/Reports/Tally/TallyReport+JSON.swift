public import ScheduleModel

extension TallyReport {
  /// The report for scripts: keys are stable and English, days ISO 8601, `to` the first day after the period.
  ///
  /// What is not stated or not known is `null`, never 0: without a log every `aired`, `missed` and so on. Months and
  /// quarters are those of the calendar, whatever the report's periods. `planned`
  /// is the plain number; `plannedText` has its qualifier and unit, which belong to it.
  /// `months` of a line and of a forecast are those of `monthNames`. `units` counts the plan's entries by how they plan their communication, `null` when none of them says.
  public static func json(_ input: Input, language: ReaderLanguage) -> String {
    let tally = input.tally
    let layout = TallyLayout(input.plan, tally)
    return JSONText.of(
      TallyRow(
        plan: input.plan.id, units: UnitPlans(input.plan.units).map(UnitsRow.init),
        period: PeriodRow(tally.period), asOf: tally.asOf?.description,
        logs: LogsRow.rows(tally.coverage, input.plan), monthNames: input.plan.months.names,
        lines: tally.lines.compactMap { line in
          layout.entry(of: line.line).map { LineRow.row($0, layout, language) }
        },
        versions: tally.versions.map { VersionRow.row($0, layout, language) },
        totals: tally.totals.map { TotalRow.row($0, layout, language) },
        groups: tally.groups.map { GroupRow.row($0, layout, language) },
        against: tally.against.rawValue, completion: CompletionRow(tally.completion),
        forecasts: tally.lines.compactMap { line in line.forecast.map { ForecastRow($0, of: line.line) } },
        rules: rules(of: input, language),
        yearBefore: tally.yearBefore.map { YearBeforeRow($0, lines: tally.lines) },
        coverage: input.coverage.map { CoverageRow($0, input.plan) }, rowsLeftOut: tally.rowsLeftOut,
        uncounted: tally.uncounted.map { UncountedRow($0) } + tally.tooShort.map(UncountedRow.init),
        findings: FindingRow.rows(input.findings, language)
      ))
  }
}

extension TallyReport {
  private static func rules(of input: Input, _ language: ReaderLanguage) -> [RuleRow] {
    let isKnown = input.tally.knowsOutput
    let own = input.tally.lines.flatMap { line in
      line.rules.map { RuleRow($0, line: line.line, plan: input.plan, isKnown: isKnown, language) }
    }
    return own
      + input.tally.rules.map { RuleRow($0, line: nil, plan: input.plan, isKnown: isKnown, language) }
  }
}

private struct TallyRow: Encodable {
  let plan: String
  @OrNull var units: UnitsRow?
  let period: PeriodRow
  @OrNull var asOf: String?
  let logs: [LogsRow]
  let monthNames: [String]
  let lines: [Counted<LineRow>]
  let versions: [Counted<VersionRow>]
  let totals: [Counted<TotalRow>]
  let groups: [Counted<GroupRow>]
  let against: String
  let completion: CompletionRow
  let forecasts: [ForecastRow]
  let rules: [RuleRow]
  @OrNull var yearBefore: YearBeforeRow?
  @OrNull var coverage: CoverageRow?
  let rowsLeftOut: Int
  let uncounted: [UncountedRow]
  let findings: [FindingRow]
}

private struct UnitsRow: Encodable {
  let standalone: Int
  let merged: Int
  let none: Int
  let unstated: Int

  init(_ units: UnitPlans) {
    standalone = units.names(.standalone).count
    merged = units.names(.merged).count
    none = units.names(AdminUnit.PlanMode.none).count
    unstated = units.unstated
  }
}

private struct PeriodRow: Encodable {
  let name: String
  let from: String
  let to: String
  let profile: String
  let year: Int
  let yearStart: String
  @OrNull var due: String?

  init(_ period: ReportingPeriod) {
    name = period.description
    from = period.days.lowerBound.description
    to = period.days.upperBound.description
    profile = period.profile.code
    year = period.year
    yearStart = period.yearStart.description
    _due = OrNull(wrappedValue: period.due()?.description)
  }
}

private struct CoverageRow: Encodable {
  let forms: [String]
  let topics: [TopicRow]

  init(_ coverage: Coverage, _ plan: Plan) {
    forms = coverage.forms
    topics = coverage.topics.map { topic in
      TopicRow(
        topic: topic.topic, title: plan.topics.first { $0.id == topic.topic }?.title ?? topic.topic,
        covered: topic.isCovered,
        cells: zip(coverage.forms, topic.lines).map { CellRow(form: $0, lines: $1) },
        quarters: topic.quarters)
    }
  }

  struct TopicRow: Encodable {
    let topic: String
    let title: String
    let covered: Bool
    let cells: [CellRow]
    @OrNull var quarters: [Int]?
  }

  struct CellRow: Encodable {
    let form: String
    let lines: [String]
  }
}

private struct UncountedRow: Encodable {
  let file: String
  let row: Int
  let day: String
  @OrNull var time: String?
  let outlet: String
  let language: String
  let title: String
  let status: String
  /// The line that it would count for, where only its length forbids it.
  let line: String?
  /// Why, where the status does not say it.
  let reason: String?

  init(_ row: ShortRow) { self.init(row.entry, line: row.line, reason: row.reason.key) }

  init(_ entry: AsRunEntry, line: String? = nil, reason: String? = nil) {
    self.line = line
    self.reason = reason
    file = entry.place.file
    row = entry.place.line
    day = entry.day.description
    _time = OrNull(wrappedValue: entry.time?.description)
    outlet = entry.outlet
    language = entry.language.tag
    title = entry.title
    status = entry.statusText
  }
}
