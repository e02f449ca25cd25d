public import ScheduleModel

/// A schedule as others than calendars read it: a guide to programmes, for recorders and for web pages.
///
/// It has what goes out on a channel at an hour: works on television, radio and loudspeakers. What else the
/// schedule has (newspapers, web pages, what is due "in the month") is in no programme guide, and is told. The
/// file says what is planned now, and replaces the one before: these formats keep no history.
public struct ProgrammeListing: Sendable {
  /// The file's name.
  public let name: String
  /// The file: UTF-8.
  public let octets: [UInt8]
  /// How many programmes it lists.
  public let count: Int
  /// What of the schedule it does not list.
  public let findings: [Finding]

  /// What a listing is written as.
  public enum Format: String, CaseIterable, Sendable {
    /// XMLTV, `xmltv.xml`.
    case xmltv
    /// `BroadcastEvent`s of schema.org, `broadcasts.jsonld`.
    case jsonld
  }

  /// The listing of a schedule. The same input gives the same octets.
  ///
  /// - Parameters:
  ///   - plan: The plan; its ids are checked, its zones known.
  ///   - schedule: A schedule of that plan.
  ///   - language: The language of descriptions. Titles and names stay as printed.
  ///   - revised: The time of the revision, in UTC.
  ///   - link: Before the UID, the address of a placement's page; `nil` for none.
  public init(
    _ format: Format, plan: Plan, schedule: Schedule, language: ReaderLanguage, revised: LocalTime,
    link: String? = nil
  ) {
    let listed = ListedProgrammes(plan: plan, schedule: schedule)
    count = listed.programmes.count
    findings = listed.findings
    switch format {
    case .xmltv:
      name = "xmltv.xml"
      octets = XMLTVListing(plan: plan, language: language, revised: revised, link: link)
        .octets(listed)
    case .jsonld:
      name = "broadcasts.jsonld"
      octets = BroadcastEvents(plan: plan, language: language, link: link).octets(listed)
    }
  }
}
