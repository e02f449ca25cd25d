public import ScheduleModel

/// Writes a schedule as calendars that editors subscribe to.
public enum CalendarExport {
  /// The calendars of a schedule, published over those that stand in a folder.
  ///
  /// One for each outlet, language and producer that has a placement, and one of the whole year: they are
  /// `outlet-ID.ics`, `language-TAG.ics`, `producer-UNIT.ics` and `year.ics`; where they are asked for, or were
  /// before, also `line-ID.ics`, `lead-UNIT.ics` and `person-NAME.ics`. What has no placement has no file,
  /// since a calendar must hold something (RFC 5545 §3.6). Every placement is an event of its own, since many
  /// clients ignore exceptions of a recurring one; newspaper issues are events of a whole day, and what is due
  /// "in the month" covers the month without an hour. A first run in another language than Vietnamese brings
  /// the task of translating it (VTODO) into the same calendars.
  ///
  /// A calendar larger than a feed may be stays whole, as a download, and gets parts to subscribe to besides:
  /// halves, quarters or months (`outlet-ID-2018-h1.ics`, `-q1`, `-01`), the longest that are small enough. Parts
  /// that an earlier publication had are kept up, for somebody may have subscribed to them.
  ///
  /// - Parameters:
  ///   - plan: The plan; its ids are checked, its zones known.
  ///   - schedule: A schedule of that plan.
  ///   - language: The language of what a person reads. Titles and names stay as printed.
  ///   - terms: The time of the revision and what else is to be known; the plan's day of revision when `nil`.
  ///   - earlier: The calendars of the folder, in any order.
  /// - Returns: What the folder is to hold. The same input gives the same octets: no clock, locale or host is
  ///   read.
  /// - Complexity: O(octets read and written).
  public static func publish(
    plan: Plan, schedule: Schedule, language: ReaderLanguage, terms: Publication.Terms? = nil,
    over earlier: [Publication.EarlierFile] = []
  ) -> Publication {
    var terms = terms ?? Publication.Terms(revised: LocalTime(plan.revised))
    let components = PlacementComponents(
      plan: plan, schedule: schedule, language: language, link: terms.link)
    for feed in Publication.FurtherFeed.allCases {
      let files = earlier.filter { $0.name.hasPrefix("\(feed.rawValue)-") }
      if files.contains(where: { EarlierCalendarReader.isOurs($0, components) }) {
        terms.further.insert(feed)
      }
    }
    var selection = CalendarSelection(plan: plan, further: terms.further)
    let entries = ScheduleEntries(plan: plan, schedule.placements, components, &selection)
    let publisher = Publisher(
      plan: plan, language: language, entries: entries, feeds: selection.feeds, over: earlier, terms: terms)
    return publisher.publication()
  }

  /// The calendars of a schedule for a folder that has none.
  public static func files(plan: Plan, schedule: Schedule, language: ReaderLanguage) -> [CalendarFile] {
    publish(plan: plan, schedule: schedule, language: language).calendars
  }
}
