import ScheduleModel

/// The days on which a line runs, over which a rate makes its figure.
struct RateDays {
  /// From the first to the last of them, half-open: the line's own days while its outlet exists.
  let window: Range<CivilDay>
  /// The weekdays on which it runs; empty for all.
  private let weekdays: Set<Weekday>

  /// - Parameters:
  ///   - days: The days of the plan.
  ///   - existence: While which days each outlet of the line exists.
  ///   - isTogether: Whether one figure is for all outlets, so that any of them will do; otherwise the first one counts.
  init(
    of days: Range<CivilDay>, from: CivilDay?, through: CivilDay?, weekdays: Set<Weekday>,
    existence: [Validity], isTogether: Bool
  ) {
    let outlets = isTogether ? existence : Array(existence.prefix(1))
    let begin = outlets.map { $0.from ?? days.lowerBound }.min() ?? days.lowerBound
    let last = outlets.map { $0.through?.advanced(by: 1) ?? days.upperBound }.max() ?? days.upperBound
    let first = max(from ?? days.lowerBound, begin, days.lowerBound)
    let end = min(through?.advanced(by: 1) ?? days.upperBound, last, days.upperBound)
    window = first < end ? first..<end : days
    self.weekdays = weekdays
  }

  /// Whether it runs on every weekday.
  var hasAllWeekdays: Bool { weekdays.isEmpty || weekdays.count == Weekday.allCases.count }

  /// What a rate makes on these days.
  func total(_ times: Quantity, every: Int, _ unit: StatedFrequency.TimeUnit) -> Quantity {
    let frequency = StatedFrequency(times: times, every: every, unit, says: "")
    guard unit == .day, every == 1, !hasAllWeekdays else { return frequency.expected(in: window) }
    let count = window.count { weekdays.contains(Weekday(of: $0)) }
    return frequency.expected(in: window.lowerBound..<window.lowerBound.advanced(by: count))
  }
}
