public import Calendars
import Counting
import PlanFiles
public import Planning
import Reports
public import ScheduleModel

/// What is made of a year at the edge: its calendars; and what needs no year: calendars of others, and figures that
/// somebody published.
public enum PlanningPipeline {
  /// The calendars of what is published; before the first publication those of the draft, or of what the plan gives.
  ///
  /// - Parameter showsOutcomes: Whether the calendars of a draft say what became of each placement; published ones say
  ///   what the publication says.
  /// - Returns: `nil` without a plan or a schedule.
  public static func calendars(
    _ year: inout StationYear, language: ReaderLanguage, calendarOptions: CalendarOptions,
    showsOutcomes: Bool = false
  ) -> Publication? {
    guard let plan = year.plan, year.terms.published == nil, let published = year.publishedSchedule(),
      let last = published.publications.last
    else {
      guard let plan = year.plan, let schedule = year.schedule()?.schedule else { return nil }
      let time = calendarOptions.time(for: plan)
      let draft = PublishedSchedule(
        draft: plan, schedule: schedule, outcomes: showsOutcomes ? year.held()?.outcomes ?? [] : [],
        at: time.utc)
      return CalendarExport.publication(
        of: draft, on: time.day, language: language, terms: calendarOptions.terms(for: plan))
    }
    return CalendarExport.publication(
      of: published, on: StationClock(plan: plan).local(last.time).day, language: language,
      terms: calendarOptions.terms(for: last.plan))
  }

  /// Everything that is wrong with a calendar, whoever wrote it.
  public static func checkCalendar(_ file: InputFile) -> [Finding] {
    CalendarChecker.findings(in: file.bytes, file: file.name)
  }

  /// Works published figures out again. A figure that cannot be read has its finding, and the others are audited.
  ///
  /// - Parameter plan: The plan whose lines and periods the figures name; `nil` when it is not at hand.
  public static func audit(
    _ file: InputFile, plan: Plan? = nil
  ) -> (audited: AuditedFigures?, findings: [Finding]) {
    let reading = PublishedReader.read(file.bytes, file: file.name, plan: plan)
    guard let published = reading.published else { return (nil, reading.findings) }
    let (audited, findings) = Audit.audit(published)
    let told = reading.source?.excerpted(findings) ?? findings
    return (audited, (reading.findings + told).inFileOrder)
  }

  /// Reads a draft report and works out what it proposes; nothing is judged.
  public static func draft(
    _ file: InputFile
  ) -> (draft: (understood: ReportDraft, audited: AuditedFigures)?, findings: [Finding]) {
    let (draft, findings) = ReportDraftReader.read(file)
    return (draft.map { ($0, Audit.audit($0.published).audited) }, findings.inFileOrder)
  }

  /// The copy of a draft in which its doubtful figures are marked.
  ///
  /// - Returns: The copy and how many marks it has; `nil` without any, or with the reason why it cannot be made.
  public static func marked(
    _ file: InputFile, _ draft: (understood: ReportDraft, audited: AuditedFigures), language: ReaderLanguage
  ) -> (copy: (bytes: [UInt8], marks: Int)?, findings: [Finding]) {
    let marks = ReportDraftMarks.marks(draft.understood, draft.audited, language: language)
    guard !marks.isEmpty else { return (nil, []) }
    let (copy, findings) = ReportDraftReader.marked(file, marks)
    return (copy.map { ($0, marks.count) }, findings)
  }
}
