import Allocation
public import Calendars
import PlanFiles
public import Planning
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
  /// - Parameter published: The schedule as it was published, which takes the place of what the plan would give today;
  ///   `nil` for that.
  /// - Returns: ``PlannedYear/plan`` and ``PlannedYear/schedule`` are `nil` when the plan file has errors:
  ///   what is wrong must not be scheduled.
  public static func plan(_ file: InputFile, published: InputFile? = nil) -> PlannedYear {
    let reading = PlanReader.read(file.bytes, file: file.name)
    guard let plan = reading.plan, !reading.findings.hasErrors else {
      return PlannedYear(plan: nil, schedule: nil, coverage: nil, findings: reading.findings)
    }
    let (slots, opened) = GridExpansion.slots(of: plan)
    if let published {
      let told = reading.source?.excerpted(opened) ?? opened
      return publishedYear(plan, slots, published, (reading.findings + told).inFileOrder)
    }
    let (schedule, placed) = Allocator.allocate(plan: plan, slots: slots) {
      GridExpansion.slots(of: $0).slots
    }
    let (coverage, uncovered) = TopicCoverageTable.coverage(plan: plan, schedule: schedule)
    let later = opened + placed + uncovered
    let findings = reading.findings + (reading.source?.excerpted(later) ?? later)
    return PlannedYear(plan: plan, schedule: schedule, coverage: coverage, findings: findings.inFileOrder)
  }

  /// A year whose schedule was published; without one when the file has no such table.
  private static func publishedYear(
    _ plan: Plan, _ slots: [Slot], _ published: InputFile, _ doubts: [Finding]
  ) -> PlannedYear {
    // What was published may lie in slots that the plan does not open any more.
    let (placements, broken) = PublishedScheduleReader.read(
      published.bytes, file: published.name, plan: plan, slots: slots, from: plan.days.upperBound)
    guard let placements else {
      return PlannedYear(plan: plan, schedule: nil, coverage: nil, findings: doubts + broken)
    }
    let schedule = Schedule(slots: slots, placements: placements, unplaced: [], proof: .none)
    let (coverage, uncovered) = TopicCoverageTable.coverage(plan: plan, schedule: schedule)
    return PlannedYear(
      plan: plan, schedule: schedule, coverage: coverage, findings: doubts + uncovered + broken)
  }

  /// Reads a plan and plans the rest of its year anew, from what was published and what has aired.
  ///
  /// - Parameters:
  ///   - from: The first day that is still open.
  ///   - logs: What went out; without any, all that was published for the days before counts as aired.
  ///   - published: The schedule as it was published; `nil` for the one that the plan gives by itself.
  ///   - links: What people said by hand about rows of the logs.
  ///   - slack: How much farther than the best the farthest line may be from its even line, in thousandths of a
  ///     work; `nil` for none, but nothing moves where nothing has to.
  public static func replan(
    _ file: InputFile, from: CivilDay, logs: [InputFile], published: InputFile?, links: InputFile? = nil,
    slack: Int?
  ) -> ReplannedYear {
    let reading = PlanReader.read(file.bytes, file: file.name)
    guard let plan = reading.plan, !reading.findings.hasErrors else {
      return ReplannedYear(plan: nil, replan: nil, findings: reading.findings)
    }
    guard plan.days.contains(from) else {
      return ReplannedYear(plan: plan, replan: nil, findings: reading.findings)
    }
    let (slots, opened) = GridExpansion.slots(of: plan)
    func told(_ later: [Finding]) -> [Finding] {
      (reading.findings + (reading.source?.excerpted(later) ?? later)).inFileOrder
    }
    var old = published == nil ? Allocator.allocate(plan: plan, slots: slots).schedule : .empty
    var doubts: [Finding] = []
    if let published {
      let (placements, findings) = PublishedScheduleReader.read(
        published.bytes, file: published.name, plan: plan, slots: slots, from: from)
      guard let placements else {
        return ReplannedYear(plan: plan, replan: nil, findings: told(opened) + findings)
      }
      old = Schedule(slots: slots, placements: placements, unplaced: [], proof: .none)
      doubts = findings
    }
    var start = YearSoFar(from: from, plan: plan, published: old)
    if !logs.isEmpty {
      let day = from.advanced(by: -1)
      let (log, findings) = AsRunReader.read(
        logs.map { ($0.name, $0.bytes) }, plan: plan, asOf: day, laterRows: .warning)
      let (linked, broken) = links.map { LinkReader.read($0.bytes, file: $0.name, plan: plan) } ?? ([], [])
      let reconciled = Matcher.match(plan: plan, schedule: old, log: log, links: linked, asOf: day)
      start = YearSoFar(from: from, plan: plan, published: old, reconciled: reconciled)
      doubts +=
        findings + broken + Matcher.findings(plan: plan, log: log, links: linked, reconciled: reconciled)
    }
    let (replan, found) = Replanner.replan(plan: plan, slots: slots, start, slack: slack)
    return ReplannedYear(plan: plan, replan: replan, findings: told(opened + found) + doubts)
  }

  /// The calendars of a schedule that no Book has: one file for each outlet, language and producer, the whole year, and
  /// what the user wishes besides.
  ///
  /// - Parameter year: The reconciled logs, which tell what became of each placement; `nil` for what is planned alone.
  public static func calendars(
    _ plan: Plan, _ schedule: Schedule, _ year: ReconciledYear? = nil, language: ReaderLanguage,
    wishes: CalendarWishes = CalendarWishes()
  ) -> Publication? {
    let time = wishes.time(for: plan)
    let published = PublishedSchedule(
      draft: plan, schedule: schedule, outcomes: year?.reconciled.outcomes ?? [], at: time.utc)
    return calendars(of: published, on: time.day, language: language, wishes: wishes)
  }

  /// The calendars of what was published, as they are on a day; `nil` when nothing was.
  public static func calendars(
    of schedule: PublishedSchedule, on day: CivilDay, language: ReaderLanguage,
    wishes: CalendarWishes = CalendarWishes()
  ) -> Publication? {
    guard let plan = schedule.publications.last?.plan else { return nil }
    return CalendarExport.publication(
      of: schedule, on: day, language: language, terms: wishes.terms(for: plan))
  }

  /// Everything that is wrong with a calendar, whoever wrote it.
  public static func checkCalendar(_ file: InputFile) -> [Finding] {
    CalendarChecker.findings(in: file.bytes, file: file.name)
  }

  /// Reads the logs and holds them against the schedule.
  ///
  /// - Parameters:
  ///   - links: What people said by hand about rows of the logs.
  ///   - asOf: The day up to which rows are counted and a placement that no log has is missed; the last day of the
  ///     logs when `nil`.
  ///   - knownOn: The day up to whose end the ledger is read, as it was then; `nil` for all of it.
  public static func reconcile(
    _ plan: Plan, _ schedule: Schedule, logs: [InputFile], links: InputFile? = nil, asOf: CivilDay? = nil,
    knownOn: CivilDay? = nil
  ) -> ReconciledYear {
    let (log, findings) = AsRunReader.read(
      logs.map { ($0.name, $0.bytes) }, plan: plan, asOf: asOf, knownOn: knownOn)
    let (linked, broken) = links.map { LinkReader.read($0.bytes, file: $0.name, plan: plan) } ?? ([], [])
    let reconciled = Matcher.match(plan: plan, schedule: schedule, log: log, links: linked, asOf: asOf)
    let doubts = Matcher.findings(plan: plan, log: log, links: linked, reconciled: reconciled)
    return ReconciledYear(log: log, reconciled: reconciled, findings: findings + broken + doubts)
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
  /// - Parameters:
  ///   - year: The reconciled logs; `nil` when there are none, so that nothing is known to have aired.
  ///   - against: Which of the plan's figures it is held against.
  ///   - yearBefore: The year before, to be shown beside.
  public static func count(
    _ plan: Plan, _ schedule: Schedule, _ year: ReconciledYear?, published: PublishedFigures?,
    period: ReportingPeriod, against: PlanVersion = .inForce, yearBefore: YearBefore? = nil
  ) -> (tally: Tally, findings: [Finding]) {
    let reconciled = reconciled(plan, schedule, year)
    let tally = Counting.tally(
      plan: plan, schedule: schedule, reconciled: reconciled, log: year?.log, published: published,
      period: period, against: against, yearBefore: yearBefore)
    return (tally, Counting.findings(plan: plan, tally: tally, published: published))
  }

  /// How each row of a line was counted, by each of its rules; `nil` when there is no such line to count.
  public static func explain(
    _ line: String, _ plan: Plan, _ schedule: Schedule, _ year: ReconciledYear?, period: ReportingPeriod,
    against: PlanVersion = .inForce
  ) -> [RuleTally]? {
    Counting.explanation(
      of: line, plan: plan, schedule: schedule, reconciled: reconciled(plan, schedule, year), period: period,
      against: against)
  }

  private static func reconciled(_ plan: Plan, _ schedule: Schedule, _ year: ReconciledYear?) -> Reconciled {
    year?.reconciled ?? Matcher.match(plan: plan, schedule: schedule, log: .empty, asOf: nil)
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

extension Schedule {
  fileprivate static let empty = Schedule(slots: [], placements: [], unplaced: [], proof: .none)
}

extension Schedule.Proof {
  fileprivate static let none = Schedule.Proof(demanded: 0, placed: 0)
}

extension AsRunLog {
  fileprivate static let empty = AsRunLog(entries: [], rowsLeftOut: 0)
}
