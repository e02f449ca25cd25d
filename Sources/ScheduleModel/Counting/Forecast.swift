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
  /// Works by the year's end at the pace so far, rounded down; `nil` before a twelfth of the line's days.
  public let paced: Int?
  /// The first of the plan's months, from 1, at whose end the pace falls behind the schedule; `nil` when it never does, or
  /// reaches the year's figure all the same.
  public let shortFrom: Int?
  /// The plan's months.
  public let months: [Month]

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
    months: [Month], time: CountingUnit? = nil
  ) {
    self.time = time
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

  /// One of its figures for a reader: “20 giờ”, “1.200”.
  public func text(_ figure: Int, in language: ReaderLanguage) -> String {
    quantity(figure)?.text(in: language) ?? grouped(figure, in: language)
  }

  /// Whether the schedule itself no longer reaches the figure.
  public var isOutOfReach: Bool { scheduled < quota }
}
