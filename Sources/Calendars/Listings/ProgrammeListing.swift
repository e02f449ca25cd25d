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
  ///   - terms: The time of the revision, and the address of a placement's page.
  public init(
    _ format: Format, plan: Plan, schedule: Schedule, language: ReaderLanguage, terms: Publication.Terms
  ) {
    let listed = ListedProgrammes(plan: plan, schedule: schedule)
    count = listed.programmes.count
    findings = listed.findings
    switch format {
    case .xmltv:
      name = "xmltv.xml"
      octets = XMLTVListing(plan: plan, language: language, revised: terms.revised, link: terms.link)
        .octets(listed)
    case .jsonld:
      name = "broadcasts.jsonld"
      octets = BroadcastEvents(plan: plan, language: language, link: terms.link).octets(listed)
    }
  }
}
