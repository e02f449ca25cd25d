import Calendars
import PlanFiles
public import Planning
import Reconciliation
public import ScheduleModel

/// What needs no Book: calendars over a folder, calendars of others, and figures that somebody published.
public enum PlanningPipeline {
  /// The calendars of a schedule, published over those of a folder: one file for each outlet, language and
  /// producer, the whole year, and what the user wishes besides.
  ///
  /// - Parameter year: The reconciled logs, which tell what became of each placement; `nil` for what is planned alone.
  public static func calendars(
    _ plan: Plan, _ schedule: Schedule, _ year: ReconciledYear? = nil, language: ReaderLanguage,
    over folder: CalendarFolder, wishes: CalendarWishes = CalendarWishes()
  ) -> PublishedCalendars {
    PublishedCalendars(
      publication: CalendarExport.publish(
        plan: plan, schedule: schedule, outcomes: year?.outcomes ?? [], language: language,
        terms: wishes.terms(for: plan), over: folder.files))
  }

  /// Everything that is wrong with a calendar, whoever wrote it.
  public static func checkCalendar(_ file: InputFile) -> [Finding] {
    CalendarChecker.findings(in: file.bytes, file: file.name)
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
