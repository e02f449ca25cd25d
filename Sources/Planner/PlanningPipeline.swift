import Allocation
import Calendars
import PlanFiles
import Reconciliation
public import ScheduleModel

/// The whole program on one page: from the plan file to the counted year.
///
///     plan.yaml ──PlanFiles──▶ Plan ──Calendars──▶ Slots ──Allocation──▶ Schedule
///     as-run logs ──Reconciliation──▶ AsRunLog ──match with Schedule──▶ Reconciled ──count──▶ Tally
///
/// Every step is a function of values. Files are read and written by ``InputFile`` and ``OutputFolder``, at the edges;
/// calendars and reports are made of the values by `Calendars` and `Reports`.
public enum PlanningPipeline {
  /// Reads a plan, opens its grid, and places its works.
  ///
  /// - Returns: ``PlannedYear/plan`` and ``PlannedYear/schedule`` are `nil` when the plan file has errors:
  ///   what is wrong must not be scheduled.
  public static func plan(_ file: InputFile) -> PlannedYear {
    let reading = PlanReader.read(file.bytes, file: file.name)
    guard let plan = reading.plan, !reading.findings.hasErrors else {
      return PlannedYear(plan: nil, schedule: nil, coverage: nil, findings: reading.findings)
    }
    let (slots, opened) = GridExpansion.slots(of: plan)
    let (schedule, placed) = Allocator.allocate(plan: plan, slots: slots) {
      GridExpansion.slots(of: $0).slots
    }
    let (coverage, uncovered) = TopicCoverageTable.coverage(plan: plan, schedule: schedule)
    let later = opened + placed + uncovered
    let findings = reading.findings + (reading.source?.excerpted(later) ?? later)
    return PlannedYear(plan: plan, schedule: schedule, coverage: coverage, findings: findings.inFileOrder)
  }

  /// The calendars of a schedule: one file for each outlet, language and producer, and the whole year.
  public static func calendars(_ plan: Plan, _ schedule: Schedule, language: ReaderLanguage) -> [OutputFile] {
    CalendarExport.files(plan: plan, schedule: schedule, language: language).map {
      OutputFile(name: $0.name, text: $0.text)
    }
  }

  /// Reads the logs and holds them against the schedule.
  ///
  /// - Parameter asOf: The day up to which rows are counted and a placement that no log has is missed; the
  ///   last day of the logs when `nil`.
  public static func reconcile(
    _ plan: Plan, _ schedule: Schedule, logs: [InputFile], asOf: CivilDay? = nil
  ) -> ReconciledYear {
    let (log, findings) = AsRunReader.read(logs.map { ($0.name, $0.bytes) }, plan: plan, asOf: asOf)
    let reconciled = Matcher.match(plan: plan, schedule: schedule, log: log, asOf: asOf)
    let doubts = Matcher.findings(plan: plan, log: log, reconciled: reconciled)
    return ReconciledYear(log: log, reconciled: reconciled, findings: findings + doubts)
  }

  /// Reads the figures that were published for a plan.
  public static func published(_ file: InputFile, plan: Plan?) -> (
    figures: PublishedFigures?, findings: [Finding]
  ) {
    let reading = PublishedReader.read(file.bytes, file: file.name, plan: plan)
    return (reading.published, reading.findings)
  }

  /// Counts a period.
  ///
  /// - Parameter year: The reconciled logs; `nil` when there are none, so that nothing is known to have aired.
  public static func count(
    _ plan: Plan, _ schedule: Schedule, _ year: ReconciledYear?, published: PublishedFigures?,
    period: ReportingPeriod
  ) -> (tally: Tally, findings: [Finding]) {
    let reconciled = year?.reconciled ?? Matcher.match(plan: plan, schedule: schedule, log: .empty, asOf: nil)
    let tally = Counting.tally(
      plan: plan, schedule: schedule, reconciled: reconciled, log: year?.log, published: published,
      period: period)
    return (tally, Counting.findings(plan: plan, tally: tally, published: published))
  }

  /// Works published figures out again.
  public static func audit(_ file: InputFile) -> (audited: AuditedFigures?, findings: [Finding]) {
    let reading = PublishedReader.read(file.bytes, file: file.name, plan: nil)
    guard let published = reading.published, !reading.findings.hasErrors else {
      return (nil, reading.findings)
    }
    let (audited, findings) = Audit.audit(published)
    let told = reading.source?.excerpted(findings) ?? findings
    return (audited, (reading.findings + told).inFileOrder)
  }
}

/// A plan with its schedule.
public struct PlannedYear: Sendable {
  /// The plan; `nil` when its file has errors.
  public let plan: Plan?
  /// Its schedule; `nil` when there is no plan.
  public let schedule: Schedule?
  /// Its topics and how they are served; `nil` when there is no plan.
  public let coverage: Coverage?
  /// What is wrong or doubtful, in file order.
  public let findings: [Finding]
}

/// Logs held against a schedule.
public struct ReconciledYear: Sendable {
  /// What the logs say.
  public let log: AsRunLog
  /// What became of the placements.
  public let reconciled: Reconciled
  /// What is wrong or doubtful in the logs.
  public let findings: [Finding]
}

extension AsRunLog {
  fileprivate static let empty = AsRunLog(entries: [], rowsLeftOut: 0)
}
