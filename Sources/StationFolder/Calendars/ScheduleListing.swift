import Calendars
public import ScheduleModel

/// A schedule as a guide to programmes.
public struct ScheduleListing: Sendable {
  let listing: ProgrammeListing

  /// The formats there are, besides calendars.
  public static let formats = ProgrammeListing.Format.allCases.map(\.rawValue)

  /// The name of its file.
  public var name: String { listing.name }
  /// How many programmes it lists.
  public var count: Int { listing.count }
  /// What of the schedule it does not list.
  public var findings: [Finding] { listing.findings }

  /// Writes it into a folder.
  public func write(to folder: OutputFolder) throws(FileRefusal) {
    try folder.write(listing.name, octets: listing.octets)
  }
}

extension PlanningPipeline {
  /// The guide to a schedule's programmes in one of ``ScheduleListing/formats``; `nil` for another.
  public static func listing(
    _ format: String, _ plan: Plan, _ schedule: Schedule, language: ReaderLanguage,
    calendarOptions: CalendarOptions
  ) -> ScheduleListing? {
    ProgrammeListing.Format(rawValue: format).map {
      ScheduleListing(
        listing: ProgrammeListing(
          $0, plan: plan, schedule: schedule, language: language,
          revised: calendarOptions.time(for: plan).utc,
          link: calendarOptions.terms(for: plan).link))
    }
  }
}
