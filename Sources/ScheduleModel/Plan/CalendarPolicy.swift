/// How the plan's calendars are published.
public struct CalendarPolicy: Hashable, Sendable {
  /// What there are calendars of besides outlets, languages, producers and the year.
  public let series: [Series]
  /// Before the UID, the address of a placement's page: `https://lich.example.vn/`; `nil` for none.
  public let link: String?
  /// Days after its date during which a cancelled event stays in its calendars; `nil` for the usual time.
  public let keptDays: Int?
  /// Whether cancelled events are written so that clients which hide `STATUS:CANCELLED` show them too.
  public let showsCancelled: Bool
  /// The calendars with names of their own.
  public let feeds: [CalendarFeed]

  /// Calendars that not every office wants, one for each of something.
  public enum Series: String, CaseIterable, Hashable, Sendable {
    /// One for each line.
    case line
    /// One for each lead unit.
    case lead
    /// One for each person who answers for a line.
    case person
    /// One for each topic.
    case topic
  }

  /// How calendars are published; nothing besides the usual ones unless said otherwise.
  public init(
    series: [Series] = [], link: String? = nil, keptDays: Int? = nil, showsCancelled: Bool = false,
    feeds: [CalendarFeed] = []
  ) {
    self.series = series
    self.link = link
    self.keptDays = keptDays
    self.showsCancelled = showsCancelled
    self.feeds = feeds
  }

  /// As calendars are published when the plan does not say.
  public static let usual = CalendarPolicy()
}
