import Counting
import Planning
import Reports
import ScheduleModel
import StationWork
import Synchronization

/// A plan's year as the pages need it, worked out once for the plan's contents and a day, and never anew at a request.
///
/// What only some pages ask for is worked out when it is first asked for, and kept.
final class YearReading: Sendable {
  /// By what addresses name the plan.
  let address: String
  /// What the reading follows from: contents, day and program.
  let key: String
  /// The day on the station's clock for which it was made.
  let today: CivilDay
  /// The year itself; `nil` when the plan's text has errors.
  let known: Known?
  /// All that is wrong or doubtful.
  let findings: [Finding]
  /// The text of the plan, and the name of its file.
  let text: (name: String, text: String)
  /// The text that was recorded last in the Book, for who sees what is published alone; `nil` before.
  let publishedText: (name: String, text: String)?
  /// The entries of the Book; `nil` without a plan.
  let history: BookHistory?
  /// The logs of the Book.
  let logs: [RecordedLogName]
  /// Who recorded what lower units reported, and when.
  let declaredRecordings: [StationYear.DeclaredRecording]

  private let year: Mutex<StationYear>
  private let asked = Mutex(Asked())

  /// A year whose plan can be read.
  struct Known: Sendable {
    let plan: Plan
    let planned: StationYear.PlannedSchedule
    /// The logs held against the schedule; `nil` without any.
    let held: ReconciledYear?
    /// What became of each placement, by UID.
    let outcomes: [String: PlacementOutcome]
    let tally: Tally
    /// What the report on planned and aired is made of.
    let report: TallyReport.Input
    let days: BroadcastDays
    /// What lower units reported, for each period on which they did, then for the year; empty when none did.
    let declared: [ConsolidationReport.Input]

    /// The report over all units of a period on which units reported, or of the year.
    func declared(_ period: String) -> ConsolidationReport.Input? {
      declared.first { $0.consolidation.period.description == period }
    }
    /// The last day of which any log tells.
    var asOf: CivilDay? { held?.reconciled.asOf }
  }

  /// What only some pages ask for.
  private struct Asked {
    var said: [HandStatement]?
    var status: YearStatus?
    var calendars: [ReaderLanguage: [FeedWork.Choice]] = [:]
  }

  /// - Parameter now: In UTC.
  init(address: String, key: String, _ book: Book, _ files: StationFiles?, now: LocalTime) {
    self.address = address
    self.key = key
    var year = StationYear(book, files)
    today = year.local(now).day
    let file = files?.plan
    let last = book.last(.plan)
    text = (
      file?.name ?? last.map { "book/\($0.fileName)" } ?? "plan.yaml",
      String(decoding: file?.bytes ?? last.map { Array($0.body) } ?? [], as: UTF8.self)
    )
    publishedText =
      book.isPublished
      ? last.map { ("plan.yaml", String(decoding: $0.body, as: UTF8.self)) } : nil
    let known = Self.known(&year)
    self.known = known.year
    findings = Self.once(year.planFindings + year.checked(today: now) + known.findings)
    history = known.year.map { year.history(since: nil, period: $0.tally.period) }
    logs = book.entries(.log).map(RecordedLogName.init)
    declaredRecordings = year.declaredRecordings()
    self.year = Mutex(year)
  }

  /// Each finding once, whether or not a stage gave the line of the text with it.
  private static func once(_ findings: [Finding]) -> [Finding] {
    var seen: Set<Finding> = []
    return findings.filter { finding in
      seen.insert(
        Finding(
          finding.code, finding.severity, at: finding.place, width: finding.width, finding.message,
          remedy: finding.remedy)
      ).inserted
    }
  }

  private static func known(_ year: inout StationYear) -> (year: Known?, findings: [Finding]) {
    guard let plan = year.plan, let planned = year.schedule(),
      let period = ReportingPeriod(.year, of: plan.year, profile: plan.usualProfile),
      let (tally, doubts) = year.tally(period), let (coverage, uncovered) = year.coverage()
    else { return (nil, []) }
    let held = year.held()
    let closed = held == nil ? [] : year.closeFindings(tally)
    let declaredPeriods = year.declaredPeriods()
    let periods =
      declaredPeriods.isEmpty ? [] : declaredPeriods.filter { $0.days != period.days } + [period]
    let declared = periods.compactMap { year.consolidation(of: $0) }
    let findings =
      (planned.findings + uncovered).inFileOrder + (held?.findings ?? [])
      + (year.publishedFigures()?.findings ?? []) + doubts + closed
      + (year.consolidated(tally)?.findings ?? [])
    let outcomes = Dictionary(
      (held?.outcomes ?? []).map { ($0.placement.uid, $0) }, uniquingKeysWith: { first, _ in first })
    return (
      Known(
        plan: plan, planned: planned, held: held, outcomes: outcomes, tally: tally,
        report: TallyReport.Input(
          plan: plan, tally: tally, coverage: coverage,
          findings: (year.planFindings + findings).withoutRepeats, schedule: planned.schedule,
          reconciled: held?.reconciled, declared: year.declaredCount(in: period)),
        days: BroadcastDays(plan: plan), declared: declared), findings
    )
  }

  /// The logs of which rows were left out when they were recorded; of files of one name the newest counts.
  var logsWithRowsLeftOut: [RecordedLogName] {
    var newest: [String: RecordedLogName] = [:]
    for log in logs { newest[log.file] = log }
    return newest.values.filter { $0.leftOut > 0 }.sorted { ($0.file, $0.id) < ($1.file, $1.id) }
  }

  // MARK: - What only some pages ask for

  /// Where the year is on the day for which the reading was made.
  func status() -> YearStatus {
    if let known = asked.withLock({ $0.status }) { return known }
    let status = year.withLock { year in year.status(at: year.utc(ofLocal: LocalTime(today, .midnight))) }
    asked.withLock { $0.status = status }
    return status
  }

  /// The calendars of what is published, where they were asked for before.
  func knownCalendars(_ language: ReaderLanguage) -> [FeedWork.Choice]? {
    asked.withLock { $0.calendars[language] }
  }

  /// The calendars of what is published; a second of work for a province.
  func calendars(_ language: ReaderLanguage) -> [FeedWork.Choice] {
    if let known = knownCalendars(language) { return known }
    var year = year.withLock { $0 }
    let choices = FeedWork.choices(of: &year, language)
    asked.withLock { $0.calendars[language] = choices }
    return choices
  }

  /// For some rows without a placement, the placements that come nearest to each; a page asks for those that it shows.
  func candidates(of rows: some Sequence<UnplannedEntry>) -> MatchCandidates {
    let rows = Array(rows)
    return year.withLock { $0.candidates(of: rows) }
  }

  /// The rows that show no placement and of which nobody said what they are: pages and the API mean the same by them.
  var unsettledRows: [UnplannedEntry] { known?.held?.reconciled.unsettled ?? [] }

  /// What was said by hand about rows of the logs, the newest first.
  func handStatements() -> [HandStatement] {
    if let known = asked.withLock({ $0.said }) { return known }
    let said = year.withLock { $0.handStatements() }
    asked.withLock { $0.said = said }
    return said
  }

  /// An entry of the Book by the first digits of its id; `nil` when there is none, or several.
  func entry(_ id: String) -> BookEntry? {
    guard id.count >= BookEntry.shortLength else { return nil }
    let found = year.withLock { year in year.book.entries.filter { $0.id.hasPrefix(id) } }
    return found.count == 1 ? found.first : nil
  }

  /// The number of an entry among the closes, as the addresses of certificates have it; `nil` for one that cannot be read.
  func closeNumber(of entry: BookEntry) -> Int? {
    year.withLock { year in year.closes().firstIndex { $0.digest == entry.id } }
      .map { $0 + 1 }
  }

  /// The publications that can be read, in the order of the Book, each with its number in the history.
  var publications: [(entry: BookEntry, listed: BookHistory.Entry)] {
    let entries = year.withLock { Array($0.book.entries(.publication)) }
    return entries.compactMap { entry in
      let listed = history?.entries.first { $0.id == entry.shortID }
      return listed.map { (entry: entry, listed: $0) }
    }
  }

  /// What the schedule is after a publication, against what its author had seen, or against another publication.
  func comparison(of entry: BookEntry, against other: BookEntry?) -> PublicationComparison {
    let year = year.withLock { $0 }
    return year.comparison(of: entry, against: other)
  }

  /// The text of the plan before an entry that records it anew; `nil` for the first.
  func planText(before entry: BookEntry) -> [UInt8]? {
    year.withLock { year in
      let plans = year.book.entries(.plan)
      guard let index = plans.firstIndex(where: { $0.id == entry.id }), index > 0 else { return nil }
      return Array(plans[index - 1].body)
    }
  }

  /// How each row of a line was counted; `nil` when there is no such line to count.
  func explanation(of line: String) -> [RuleTally]? {
    guard let known else { return nil }
    return year.withLock { $0.explain(line, period: known.tally.period) }
  }

  /// The day by which a page looks at the year, where nobody asks for another: today, or the nearest day of the plan.
  var usualDay: CivilDay {
    guard let plan = known?.plan else { return today }
    return min(max(today, plan.days.lowerBound), plan.days.upperBound.advanced(by: -1))
  }
}
