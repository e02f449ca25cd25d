/// Where a line will be at the end of the plan's own year, whatever the reporting year's cut-off, reckoned in two ways that are never mixed.
public struct Forecast: Hashable, Sendable {
  /// The unit of a quota in time, of which all figures are minutes; `nil` where they are works.
  public let time: CountingUnit?
  /// The year's figure against which it is reckoned.
  public let quota: Int
  /// The last day of which the logs tell.
  public let asOf: CivilDay
  /// Works gone out up to that day.
  public let aired: Int
  /// Works that the schedule has up to that day, without those of whose outlet no log tells yet.
  public let due: Int
  /// Works by the year's end if all that is still scheduled goes out, and all of which no log tells yet did.
  public let scheduled: Int
  /// Of works that may be shorter or longer, ``due`` and ``scheduled`` if all of them are of the least length; `nil` where
  /// there is one length.
  public let shortest: Shortest?
  /// Works by the year's end at the pace so far, rounded down; `nil` before a twelfth of the line's days.
  public let paced: Int?
  /// The first of the plan's months, from 1, at whose end the pace falls behind the schedule; `nil` when it never does, or
  /// reaches the year's figure all the same.
  public let shortFrom: Int?
  /// The plan's months.
  public let months: [Month]

  /// What is due and what is scheduled if all that did not go out yet is of the least length, in minutes.
  public struct Shortest: Hashable, Sendable {
    /// What the schedule has up to the forecast's day.
    public let due: Int
    /// What there is by the year's end.
    public let scheduled: Int

    /// Minutes due and scheduled.
    public init(due: Int, scheduled: Int) { (self.due, self.scheduled) = (due, scheduled) }
  }

  /// Works gone out, or expected, from the start of the plan's year to the end of a month.
  public struct Month: Hashable, Sendable {
    /// In the schedule.
    public let scheduled: Int
    /// Gone out; `nil` for a month after the last day of which the logs tell.
    public let aired: Int?
    /// At the pace so far; `nil` for a month that is over, or without a pace.
    public let paced: Int?
    /// If all that is still scheduled goes out; `nil` for a month that is over.
    public let expected: Int?

    /// Works by the end of a month.
    public init(scheduled: Int, aired: Int?, paced: Int?, expected: Int?) {
      self.scheduled = scheduled
      self.aired = aired
      self.paced = paced
      self.expected = expected
    }
  }

  /// A forecast.
  public init(
    quota: Int, asOf: CivilDay, aired: Int, due: Int, scheduled: Int, paced: Int?, shortFrom: Int?,
    months: [Month], time: CountingUnit? = nil, shortest: Shortest? = nil
  ) {
    self.time = time
    self.shortest = shortest
    self.quota = quota
    self.asOf = asOf
    self.aired = aired
    self.due = due
    self.scheduled = scheduled
    self.paced = paced
    self.shortFrom = shortFrom
    self.months = months
  }

  /// One of its figures with the unit of a time; `nil` where it is a number of works.
  public func quantity(_ figure: Int) -> Quantity? { time.map { Quantity(figure, $0) } }

  /// A stretch of time from the least to the most that it may be; `nil` where it is a number of works.
  public func quantity(from least: Int, to most: Int) -> Quantity? {
    time.map { Quantity(least < most ? .range(least, most) : .number(most), .exact, $0) }
  }

  /// One of its figures for a reader: “20 giờ”, “1.200”.
  public func text(_ figure: Int, in language: ReaderLanguage) -> String {
    quantity(figure)?.text(in: language) ?? grouped(figure, in: language)
  }

  /// Whether the schedule itself no longer reaches the figure.
  public var isOutOfReach: Bool { scheduled < quota }
}
