public import ScheduleModel

/// Writes a schedule as calendars that editors subscribe to.
public enum CalendarExport {
  /// The calendars of a published schedule.
  ///
  /// One for each outlet, language and producer that has a placement, and one of the whole year: they are
  /// `outlet-ID.ics`, `language-TAG.ics`, `producer-UNIT.ics` and `year.ics`; where they are asked for, also
  /// `line-ID.ics`, `lead-UNIT.ics`, `person-NAME.ics` and `topic-ID.ics`. What has no placement has no
  /// file, but each feed of the newest plan has one, `feed-ID.ics`. Every placement is an event of its own, since many
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
  /// halves, quarters or months (`outlet-ID-2018-h1.ics`, `-q1`, `-01`), the longest that are small enough.
  ///
  /// - Parameters:
  ///   - schedule: What was published; without a publication there are no calendars.
  ///   - day: The day on which the calendars are made: from it the days of feeds and of tombstones are counted.
  ///   - language: The language of what a person reads. Titles and names stay as printed.
  /// - Returns: What the folder is to hold. The same input gives the same octets: no clock, locale or host is
  ///   read.
  /// - Complexity: O(placements); nothing is composed yet.
  public static func publication(
    of schedule: PublishedSchedule, on day: CivilDay, language: ReaderLanguage,
    terms: Publication.Terms = Publication.Terms()
  ) -> Publication? {
    guard let plan = schedule.publications.last?.plan else { return nil }
    var selection = CalendarSelection(newest: plan, on: day, terms: terms)
    let entries = CalendarEntries(
      schedule, on: day, language: language, daysKept: terms.daysKept, &selection)
    return Publication(entries, selection.feeds, plan: plan, language: language, terms: terms)
  }
}
