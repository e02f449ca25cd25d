public import Planning
import Reports
public import ScheduleModel

/// Everything that can be made of a plan's folder at once.
public struct PlanResults: Sendable {
  /// The plan; `nil` when its file has errors.
  public let plan: Plan?
  /// Its schedule; `nil` without a plan.
  public let schedule: Schedule?
  /// What the published schedule has too few of.
  public let short: [ScheduleShortage]
  /// How many placements were due, certainly did not go out and have no second attempt.
  public let missedForGood: Int
  /// The logs held against it; `nil` when the folder has none.
  public let held: ReconciledYear?
  /// The year counted; `nil` when the plan has errors.
  public let tally: Tally?
  /// The result files.
  public let files: [OutputFile]
  /// The calendars, which are written already; `nil` when the plan has errors.
  public let calendars: WrittenCalendars?
  /// All findings, the plan's first; not those of the folder of the calendars as it was.
  public let findings: [Finding]

  /// Plans, exports, reconciles, counts and audits a folder. The calendars are written meanwhile, since how large they
  /// are is a finding.
  ///
  /// - Parameters:
  ///   - year: The year, as the Book and the working files tell it.
  ///   - calendarFolder: The folder of the calendars.
  public static func of(
    _ year: consuming StationYear, language: ReaderLanguage, calendarsIn calendarFolder: CalendarFolder,
    calendarOptions: CalendarOptions = CalendarOptions()
  ) throws(FileRefusal) -> PlanResults {
    var findings = year.planFindings
    guard let plan = year.plan, let planned = year.schedule(), let (coverage, uncovered) = year.coverage()
    else {
      findings += year.scheduleFaults
      let text = FindingReport.text(findings, language: language, colour: false)
      return PlanResults(
        plan: nil, schedule: nil, short: [], missedForGood: 0, held: nil, tally: nil,
        files: [OutputFile(name: "findings.txt", text: text)],
        calendars: nil, findings: findings)
    }
    let schedule = planned.schedule
    findings =
      (findings + year.openingFindings() + planned.findings + uncovered + year.findingsOfShortages())
      .withoutRepeats.inFileOrder
    var files = [
      OutputFile(
        name: "schedule.txt", text: AllocationReport.text(plan: plan, schedule: schedule, language: language)),
      OutputFile(name: "placements.csv", text: AllocationReport.csv(plan: plan, schedule: schedule)),
    ]
    let held = year.held()
    if let held {
      findings += held.findings
      let candidates = year.candidates() ?? MatchCandidates()
      files += [
        OutputFile(
          name: "outcomes.txt",
          text: OutcomeReport.text(
            plan: plan, reconciled: held.reconciled, candidates: candidates, findings: held.findings,
            rowsLeftOut: held.log.rowsLeftOut, language: language)),
        OutputFile(
          name: "outcomes.csv",
          text: OutcomeReport.csv(plan: plan, reconciled: held.reconciled, candidates: candidates)),
      ]
    }
    if let figures = year.files?.published {
      let (audited, audit) = PlanningPipeline.audit(figures)
      let read = year.publishedFigures()?.findings ?? []
      findings += read.hasErrors ? read : audit
      if let audited {
        files.append(OutputFile(name: "audit.txt", text: AuditReport.text(audited, language: language)))
      }
    }
    let profile = plan.usualProfile.reports(on: .year) ? plan.usualProfile : plan.ownYear ?? .calendarYear
    guard let period = ReportingPeriod(.year, of: plan.year, profile: profile),
      let (tally, doubts) = year.tally(period)
    else {
      preconditionFailure("every year of a plan is a period")
    }
    findings = (findings + doubts).withoutRepeats
    if let (consolidation, found) = year.consolidated(tally) {
      findings += found
      let all = ConsolidationReport.Input(
        plan: plan, consolidation: consolidation, tally: tally, findings: findings)
      files += [
        OutputFile(name: "consolidated.txt", text: ConsolidationReport.text(all, language: language)),
        OutputFile(name: "consolidated.csv", text: ConsolidationReport.csv(all)),
      ]
    }
    let input = TallyReport.Input(
      plan: plan, tally: tally, coverage: coverage, findings: findings, schedule: schedule,
      reconciled: held?.reconciled, declared: year.declaredCount(in: period))
    let calendars = try calendarFolder.write(
      PlanningPipeline.calendars(
        &year, language: language, calendarOptions: calendarOptions, showsOutcomes: true))
    findings += calendars.largeFeeds
    files += [
      OutputFile(name: "report.txt", text: TallyReport.text(input, language: language)),
      OutputFile(name: "report.csv", text: TallyReport.csv(input, language: language)),
      OutputFile(name: "report.json", text: TallyReport.json(input, language: language)),
      OutputFile(name: "report.html", text: TallyReport.html(input, language: language)),
      OutputFile(
        name: "report.docx",
        octets: TallyReport.paper(input, layout: .result, language: language).docx()),
      OutputFile(name: "report.xlsx", workbook: TallyReport.workbook(input, language: language)),
      OutputFile(name: "findings.txt", text: FindingReport.text(findings, language: language, colour: false)),
    ]
    return PlanResults(
      plan: plan, schedule: schedule, short: year.shortages(on: nil), missedForGood: year.openMisses.count,
      held: held, tally: tally, files: files.sorted { $0.name < $1.name },
      calendars: calendars, findings: findings)
  }
}
