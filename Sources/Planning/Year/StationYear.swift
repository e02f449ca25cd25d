import Allocation
import Calendars
import Logs
import Matching
import PlanFiles
public import ScheduleModel

/// A plan's year, as a Book and working files tell it: the whole program on one page.
///
///     Book, working files ──▶ Plan ▸ schedule ▸ log ▸ what became of each placement ▸ Tally ▸ findings
///
/// A function of values: no file, clock or locale is read. Each part is worked out when it is first asked for, so that a
/// report expands no grids that it does not show.
///
/// The plan is the working text where there are working files, else the Book's newest revision. The schedule is what was
/// published; before the first publication it is the draft, and without a draft what the plan gives by itself. Logs,
/// links and declared figures are those of the Book with working files on top.
public struct StationYear: Sendable {
  /// What was said, cut off where ``Terms/knownOn`` asks for it.
  public private(set) var book: Book
  /// What is being worked on; `nil` for the Book alone.
  public private(set) var files: StationFiles?
  /// From where to look at the year.
  public let terms: Terms
  /// The plan in force; `nil` when its text has errors, or there is none.
  public let plan: Plan?
  /// What is wrong or doubtful in the plan's text and in the Book, in file order.
  public let planFindings: [Finding]

  /// From where a year is looked at.
  public struct Terms: Sendable {
    /// The day up to which the logs are counted, and said to be complete; `nil` to go by the last row of each outlet.
    public var asOf: CivilDay?
    /// When it is, in UTC: no log is complete up to a day that is still to come; `nil` to take any day.
    public var now: LocalTime?
    /// The last day whose rows are counted where nobody says that the logs are complete up to it; `nil` for all rows.
    public var lastRead: CivilDay?
    /// The day at whose end the Book is cut off; `nil` for all of it, working files included.
    public var knownOn: CivilDay?
    /// A table of placements that takes the place of the published schedule; `nil` for none.
    public var published: InputFile?
    /// Logs that take the place of those of the Book and of `as-run`; `nil` for none.
    public var logs: [InputFile]?
    /// How much it matters that logs have rows after ``asOf`` or ``lastRead``.
    public var laterRows = Finding.Severity.info
    /// How many threads may be used; the result does not depend on it.
    public var threads = 1

    /// All that is known.
    public init() {}
  }

  /// The text of the plan, for excerpts.
  let source: SourceText?
  /// The clock of the station.
  let clock: StationClock

  private var fold: PublicationFold?
  /// For the UID of a second attempt that of the placement that was missed; `nil` until it is asked for.
  private var again: [String: String]?
  /// Whether the publications were dropped.
  private var hasDroppedTexts = false
  private var heldYear: ReconciledYear?
  private var planned: PlannedSchedule?
  /// Why there is no schedule although there is a plan: the draft or the table that the user named cannot be read.
  public internal(set) var scheduleFaults: [Finding] = []
  private var openings: (slots: [Slot], findings: [Finding])?
  private var rules: ScheduleRules?
  private var reading: Plan?
  private var log: (log: AsRunLog, pending: [String], findings: [Finding])?

  /// A year.
  public init(_ book: Book, _ files: StationFiles?, terms: Terms = Terms()) {
    // An entry's head is comments to YAML, so that findings name the line of the entry's file.
    let text = files?.plan ?? book.last(.plan).map { InputFile(name: "book/\($0.fileName)", bytes: $0.bytes) }
    let reading = text.map { PlanReader.read($0.bytes, file: $0.name) }
    let counted = reading.flatMap { $0.findings.hasErrors ? nil : $0.plan }.map(CountedOpenings.init)
    var plan = counted?.plan
    openings = counted?.slots
    var findings = (reading?.findings ?? []) + book.findings
    if let counted, !counted.findings.isEmpty {
      findings = (findings + (reading?.source?.excerpted(counted.findings) ?? [])).inFileOrder
    }
    if files != nil, let id = book.planID, let own = plan, own.id != id {
      findings.append(
        .bookOfOtherPlan(id, working: own.id, at: SourcePlace(file: text?.name ?? "", line: 1)))
      plan = nil
    }
    clock = plan.map(StationClock.init(plan:)) ?? StationClock(zone: "Asia/Ho_Chi_Minh")
    self.book = terms.knownOn.map { [clock] in book.knownOn($0, clock: clock) } ?? book
    if let day = terms.knownOn {
      let late = book.late(on: day, clock: clock)
      if !late.isEmpty { findings.append(.bookJoinedLater(late, on: day, clock: clock)) }
    }
    self.files = files
    self.terms = terms
    self.plan = plan
    source = reading?.source
    planFindings = findings
  }

  /// The instant in UTC of a time on the station's clock.
  public func utc(ofLocal time: LocalTime) -> LocalTime { clock.utc(time) }

  /// The time on the station's clock at an instant in UTC.
  public func local(_ instant: LocalTime) -> LocalTime { clock.local(instant) }

  /// The same year without its draft, as a new draft is made.
  public func withoutDraft() -> StationYear {
    var files = files
    files?.draft = nil
    return StationYear(book, files, terms: terms)
  }

  /// The same year with another draft. What does not depend on the draft is not worked out again.
  public func with(draft: InputFile?, base: InputFile?) -> StationYear {
    var year = self
    year.files?.draft = draft
    year.files?.draftBase = base
    // Before the first publication everything is held against the draft.
    guard !book.isPublished else { return year }
    (year.planned, year.heldYear, year.scheduleFaults) = (nil, nil, [])
    return year
  }

  /// The same year with more entries in its Book.
  public func adding(_ entries: [BookEntry]) -> StationYear {
    StationYear(book.adding(entries), files, terms: terms)
  }

  /// Whether working files count: not where the Book is cut off at a day.
  var countsWorkingFiles: Bool { files != nil && terms.knownOn == nil }

  // MARK: - The schedule

  /// A schedule, where it comes from, and what is to be told of it.
  public struct PlannedSchedule: Sendable {
    /// The placements.
    public let schedule: Schedule
    /// Where they come from.
    public let origin: Origin
    /// What is wrong or doubtful.
    public let findings: [Finding]

    /// Where a schedule comes from.
    public enum Origin: Sendable {
      /// It was published.
      case published
      /// The user named its table.
      case named
      /// It is a draft that nobody published yet.
      case draft
      /// The plan gives it by itself.
      case plan
    }
  }

  /// What was published, folded, under the ids that lines and outlets have now.
  mutating func publications() -> PublicationFold {
    if let fold { return fold }
    precondition(!hasDroppedTexts, "the publications were dropped")
    var made = PublicationFold(book)
    if let plan { made.nameAsToday(PlanRenames(of: plan)) }
    fold = made
    return made
  }

  mutating func secondAttempts() -> [String: String] {
    if let again { return again }
    let made = publications().againOf
    again = made
    return made
  }

  /// Drops what the schedule and the log were worked out from, once they have been: the texts of publications and logs,
  /// and the folded publications. That is half the memory of a year of a million placements.
  ///
  /// For a command that needs outcomes and figures alone: the year cannot be published or planned anew afterwards. A Book
  /// with closes keeps its texts, because each close is recomputed from them.
  public mutating func dropTexts() {
    guard book.entries(.close).isEmpty else { return }
    if planned != nil, book.isPublished {
      _ = secondAttempts()
      (fold, hasDroppedTexts) = (nil, true)
      book.dropBodies(of: .publication)
    }
    if log != nil { book.dropBodies(of: .log) }
  }

  /// The dated openings of the plan, and what is doubtful about them; empty without a plan.
  public mutating func slots() -> (slots: [Slot], findings: [Finding]) {
    if let openings { return openings }
    let made = plan.map { GridExpansion.slots(of: $0) } ?? ([], [])
    openings = made
    return made
  }

  /// What the plan asks of schedules, worked out once for all drafts that are held against it; `nil` without a plan.
  mutating func scheduleRules() -> ScheduleRules? {
    if let rules { return rules }
    rules = plan.map { ScheduleRules(plan: $0, slots: slots().slots) }
    return rules
  }

  /// What is doubtful about the plan's openings; a schedule that is published does not ask for it.
  public mutating func openingFindings() -> [Finding] { excerpted(slots().findings) }

  /// The schedule against which everything is held; `nil` without a plan, or with ``scheduleFaults``.
  public mutating func schedule() -> PlannedSchedule? {
    if let planned { return planned }
    planned = worked()
    return planned
  }

  /// The findings with the lines of the plan's text under them.
  func excerpted(_ findings: [Finding]) -> [Finding] { source?.excerpted(findings) ?? findings }

  // MARK: - What went out

  /// The plan by which rows are read and matched: with what it had when something was published; `nil` without a plan.
  mutating func readingPlan() -> Plan? {
    if let reading { return reading }
    reading = plan.map { withTitles(withFormer($0)) }
    return reading
  }

  /// The logs: what the Book recorded, and working files that it does not have yet as if they were recorded now.
  ///
  /// - Returns: The log, the working files that are not recorded, and what is wrong or doubtful; `nil` without any log.
  public mutating func asRun() -> (log: AsRunLog, pending: [String], findings: [Finding])? {
    if let log { return log }
    guard let plan = readingPlan() else { return nil }
    log = readLogs(plan, asOf: completeUntil ?? terms.lastRead, laterRows: terms.laterRows)
    return log
  }

  /// The logs held against the schedule; `nil` without a plan, a schedule or any log.
  public mutating func held() -> ReconciledYear? {
    if let heldYear { return heldYear }
    guard let plan = readingPlan(), let schedule = schedule()?.schedule,
      let (log, pending, findings) = asRun()
    else { return nil }
    let (links, broken) = links(of: plan)
    let matched = Matcher.match(
      plan: plan, schedule: schedule, log: log, links: links, joinsRows: true, asOf: completeUntil)
    let outcomes = matched.marking(unclear: doubtful(matched, of: plan))
    // A table has no column for it; the UIDs of its attempts say which placement each follows.
    let again =
      terms.published == nil
      ? secondAttempts() : PlacementAttempt.before(schedule.placements.lazy.map(\.uid))
    let reconciled = again.isEmpty ? outcomes : outcomes.joiningAttempts(again)
    let doubts = Matcher.findings(plan: plan, log: log, links: links, reconciled: matched)
    heldYear = ReconciledYear(
      log: log, reconciled: reconciled, outcomes: outcomes.outcomes,
      findings: findings + broken + doubts + notRecorded(pending) + asOfFuture())
    return heldYear
  }

  /// The day up to which somebody says that the logs are complete; `nil` where nobody does, or the day is still to come.
  private var completeUntil: CivilDay? { asOfFuture().isEmpty ? terms.asOf : nil }

  /// The day on which the year is looked at, where somebody says when that is.
  var today: CivilDay? { terms.now.map { clock.local($0).day } }

  private func asOfFuture() -> [Finding] {
    guard let asOf = terms.asOf, let today, today < asOf else { return [] }
    return [.asOfFuture(asOf, today: today)]
  }

  private func notRecorded(_ files: [String]) -> [Finding] {
    guard !book.isEmpty, terms.logs == nil else { return [] }
    return files.map { .notRecorded($0) }
  }
}

extension Book {
  /// The id of the plan that it is of; `nil` while it has no plan revision.
  var planID: String? { last(.plan)?.head.notes["id"] }
}
