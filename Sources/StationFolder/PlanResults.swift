public import Planning
import Reports
public import ScheduleModel

/// Everything that can be made of a plan's folder at once.
public struct PlanResults: Sendable {
  /// The plan and its schedule.
  public let year: PlannedYear
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
  ///   - logs: The folder's logs, read.
  ///   - declared: What lower units declare, read.
  ///   - calendarFolder: The folder of the calendars.
  public static func of(
    _ folder: PlanFolder, logs: [InputFile], declared: [InputFile] = [], language: ReaderLanguage,
    calendarsIn calendarFolder: CalendarFolder, wishes: CalendarWishes = CalendarWishes()
  ) throws(FileRefusal) -> PlanResults {
    let year = PlanningPipeline.plan(folder.plan)
    var findings = year.findings
    guard let plan = year.plan, let schedule = year.schedule else {
      let text = FindingReport.text(findings, language: language, colour: false)
      return PlanResults(
        year: year, held: nil, tally: nil, files: [OutputFile(name: "findings.txt", text: text)],
        calendars: nil,
        findings: findings)
    }
    var files = [
      OutputFile(
        name: "schedule.txt", text: AllocationReport.text(plan: plan, schedule: schedule, language: language)),
      OutputFile(name: "placements.csv", text: AllocationReport.csv(plan: plan, schedule: schedule)),
    ]
    let held =
      logs.isEmpty ? nil : PlanningPipeline.reconcile(plan, schedule, logs: logs, links: folder.links)
    if let held {
      findings += held.findings
      let candidates = PlanningPipeline.candidates(plan, held)
      files += [
        OutputFile(
          name: "outcomes.txt",
          text: OutcomeReport.text(
            plan: plan, reconciled: held.reconciled, candidates: candidates,
            rowsLeftOut: held.log.rowsLeftOut, language: language)),
        OutputFile(
          name: "outcomes.csv",
          text: OutcomeReport.csv(plan: plan, reconciled: held.reconciled, candidates: candidates)),
      ]
    }
    var published: PublishedFigures?
    if let figures = folder.published {
      let read = PlanningPipeline.published(figures, plan: plan)
      let (audited, audit) = PlanningPipeline.audit(figures)
      published = read.figures
      findings += (read.findings.hasErrors ? read.findings : audit)
      if let audited {
        files.append(OutputFile(name: "audit.txt", text: AuditReport.text(audited, language: language)))
      }
    }
    let profile = plan.reporting.flatMap { $0.reports(on: .year) ? $0 : nil } ?? .calendarYear
    guard let period = ReportingPeriod(.year, of: plan.year, profile: profile) else {
      preconditionFailure("every year of a plan is a period")
    }
    let (tally, doubts) = PlanningPipeline.count(plan, schedule, held, published: published, period: period)
    findings = (findings + doubts).withoutRepeats
    if !declared.isEmpty {
      let (consolidation, found) = PlanningPipeline.consolidate(plan, declared: declared, tally: tally)
      findings += found
      let all = ConsolidationReport.Input(
        plan: plan, consolidation: consolidation, tally: tally, findings: findings)
      files += [
        OutputFile(name: "consolidated.txt", text: ConsolidationReport.text(all, language: language)),
        OutputFile(name: "consolidated.csv", text: ConsolidationReport.csv(all)),
      ]
    }
    let input = TallyReport.Input(
      plan: plan, tally: tally, coverage: year.coverage, findings: findings, schedule: schedule,
      reconciled: held?.reconciled)
    let calendars = try calendarFolder.write(
      PlanningPipeline.calendars(plan, schedule, held, language: language, wishes: wishes))
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
      year: year, held: held, tally: tally, files: files.sorted { $0.name < $1.name },
      calendars: calendars, findings: findings)
  }
}
