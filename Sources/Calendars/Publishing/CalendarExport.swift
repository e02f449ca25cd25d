public import ScheduleModel

/// Writes a schedule as calendars that editors subscribe to.
public enum CalendarExport {
  /// The calendars of a schedule, published over those that stand in a folder.
  ///
  /// One for each outlet, language and producer that has a placement, and one of the whole year: they are
  /// `outlet-ID.ics`, `language-TAG.ics`, `producer-UNIT.ics` and `year.ics`; where they are asked for, or were
  /// before, also `line-ID.ics`, `lead-UNIT.ics`, `person-NAME.ics` and `topic-ID.ics`. What has no placement has no
  /// file, but each feed of the plan has one, `feed-ID.ics`. Every placement is an event of its own, since many
  /// clients ignore exceptions of a recurring one; newspaper issues are events of a whole day, and what is due
  /// "in the month" covers the month without an hour. The work before a placement that has a deadline is a task
  /// (VTODO) in the same calendars.
  ///
  /// A placement keeps its planned time when its outcome is known: the calendar is the schedule, and the event says
  /// what became of it. `STATUS` is `CANCELLED` for what certainly did not go out, because something with
  /// precedence took its place; `TENTATIVE` for what no log has, since a log may be incomplete; and `CONFIRMED` for
  /// all that went out, whenever. Tasks of what went out are `COMPLETED`.
  ///
  /// A calendar larger than a feed may be stays whole, as a download, and gets parts to subscribe to besides:
  /// halves, quarters or months (`outlet-ID-2018-h1.ics`, `-q1`, `-01`), the longest that are small enough. Parts
  /// that an earlier publication had are kept up, for somebody may have subscribed to them.
  ///
  /// - Parameters:
  ///   - plan: The plan; its ids are checked, its zones known.
  ///   - schedule: A schedule of that plan.
  ///   - outcomes: What became of its placements, as far as that is known.
  ///   - language: The language of what a person reads. Titles and names stay as printed.
  ///   - terms: The time of the revision and what else is to be known; the plan's day of revision when `nil`.
  ///   - earlier: The calendars of the folder, in any order.
  /// - Returns: What the folder is to hold. The same input gives the same octets: no clock, locale or host is
  ///   read.
  /// - Complexity: O(octets read and written).
  public static func publish(
    plan: Plan, schedule: Schedule, outcomes: [PlacementOutcome] = [], language: ReaderLanguage,
    terms: Publication.Terms? = nil, over earlier: [Publication.EarlierFile] = []
  ) -> Publication {
    var terms = terms ?? Publication.Terms(revised: LocalTime(plan.revised))
    let components = PlacementComponents(
      plan: plan, schedule: schedule, outcomes: outcomes, language: language, terms: terms)
    for series in CalendarPolicy.Series.allCases {
      let files = earlier.filter { $0.name.hasPrefix("\(series.rawValue)-") }
      if files.contains(where: { EarlierCalendarReader.isOurs($0, components) }) {
        terms.further.insert(series)
      }
    }
    var selection = CalendarSelection(plan: plan, terms: terms)
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
