/// How a line's works are spread over the year.
public struct Placing: Hashable, Sendable {
  /// The ids of the grid lines it may use; empty for any of its outlet that carries Vietnamese.
  public let grid: [String]
  /// The days on which it may be placed, half-open.
  public let window: Range<CivilDay>
  /// The weight of each of the plan's months; a month of weight 2 gets twice as many.
  public let weights: [Int]
  /// The least and the most in each of the plan's months.
  public let months: [ClosedRange<Int>]
  /// The most in one day; `nil` for no limit but the slots'.
  public let perDay: Int?
  /// Days on which one must be.
  public let pins: [Pin]
  /// The length of one work, or of each of its parts, in minutes. The lengths in one opening add up to at most the opening's, where
  /// it has one; `nil` when unsaid, which takes none of it.
  public let minutes: Int?
  /// The least length of one work, in minutes, where the plan gives a range whose upper end is ``minutes``; `nil` where
  /// all works have one length, or none is said.
  public let leastMinutes: Int?
  /// The weekdays on which it may be placed, from Monday on, each once; empty for any.
  public let weekdays: [Weekday]
  /// The least difference in days between two of its first runs: 1 for never two on one day; `nil` for none.
  public let gapDays: Int?
  /// The ids of grid lines in the order in which they are liked, each once; those not named come last.
  public let preferred: [String]
  /// Days that weigh more than their month.
  public let peaks: [Peak]

  /// A day, and perhaps the grid line, on which a work must be.
  public struct Pin: Hashable, Sendable {
    /// The day.
    public let day: CivilDay
    /// The grid line; `nil` for any.
    public let grid: String?
    /// Where the plan says so.
    public let place: SourcePlace

    /// A pin on a day.
    public init(day: CivilDay, grid: String?, place: SourcePlace) {
      self.day = day
      self.grid = grid
      self.place = place
    }
  }

  /// Days that weigh more than their month: a campaign, an anniversary.
  public struct Peak: Hashable, Sendable {
    /// The days, half-open.
    public let days: Range<CivilDay>
    /// By how much the weight of each of them is multiplied, 1 to 1,000.
    public let weight: Int
    /// Where the plan says so.
    public let place: SourcePlace

    /// A peak of some days.
    public init(days: Range<CivilDay>, weight: Int, place: SourcePlace) {
      self.days = days
      self.weight = weight
      self.place = place
    }
  }

  /// No least and no most.
  public static let anyCount = 0...Quantity.largest

  /// How a line is spread; weights and months have an entry for each of the plan's months.
  public init(
    grid: [String], window: Range<CivilDay>, weights: [Int], months: [ClosedRange<Int>], perDay: Int?,
    pins: [Pin], minutes: Int?, weekdays: [Weekday] = [], gapDays: Int? = nil, preferred: [String] = [],
    peaks: [Peak] = [], leastMinutes: Int? = nil
  ) {
    precondition(weights.count == months.count, "a weight and limits for each month")
    self.grid = grid
    self.window = window
    self.weights = weights
    self.months = months
    self.perDay = perDay
    self.pins = pins
    self.minutes = minutes
    self.leastMinutes = leastMinutes
    self.weekdays = weekdays
    self.gapDays = gapDays
    self.preferred = preferred
    self.peaks = peaks
  }

  /// How much a day weighs: its month's weight, times that of the peak that it lies in; of several peaks the
  /// heaviest. 0 outside the window. Blackouts are not looked at.
  public func weight(of day: CivilDay, in run: MonthRun) -> Int {
    guard window.contains(day), let month = run.index(of: day) else { return 0 }
    let peak = peaks.filter { $0.days.contains(day) }.map(\.weight).max() ?? 1
    return weights[month] * peak
  }

  /// Whether works may go out on the weekday of a date.
  public func mayAir(onWeekdayOf day: CivilDay) -> Bool {
    weekdays.isEmpty || weekdays.contains(Weekday(of: day))
  }

  /// The lengths that a work may have, in minutes; `nil` when unsaid.
  public var lengths: ClosedRange<Int>? { minutes.map { (leastMinutes ?? $0)...$0 } }

  /// How little a grid line is liked: its place in ``preferred`` from 0, their number when it is not named.
  public func preferenceCost(of grid: String) -> Int { preferred.firstIndex(of: grid) ?? preferred.count }
}
