/// To which days placements belong where an outlet's day starts later than midnight.
///
/// What is planned at 01:10 belongs to the day before then, as what a log has at 01:10 does
/// (``AsRunEntry/broadcastDay``): both are compared, counted and drawn by these days.
public struct BroadcastDays: Hashable, Sendable {
  private let starts: [String: Int]

  /// Where every outlet's day starts at midnight.
  public static let usual = BroadcastDays(starts: [:])

  private init(starts: [String: Int]) { self.starts = starts }

  /// The days of a plan's outlets.
  public init(plan: Plan) {
    self.init(
      starts: Dictionary(
        plan.outlets.lazy.filter { $0.dayStarts > .midnight }.map { ($0.id, $0.dayStarts.seconds) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// The broadcast days on which a placement may air as planned, half-open.
  public func days(of placement: Placement) -> Range<CivilDay> {
    days(of: placement.timing, on: placement.outlet)
  }

  /// The first broadcast day on which a placement may begin as planned.
  public func firstDay(of placement: Placement) -> CivilDay {
    startDays(of: placement.timing, on: placement.outlet).lowerBound
  }

  /// Whether a re-plan from a day on finds a placement done: all days on which it may air are over, or as an event of
  /// several days it has begun.
  public func isPast(_ placement: Placement, before day: CivilDay) -> Bool {
    isPast(placement.timing, on: placement.outlet, before: day)
  }

  /// The same by when and where it is planned.
  public func isPast(_ timing: SlotTiming, on outlet: String, before day: CivilDay) -> Bool {
    if case .span(let days) = timing { return days.lowerBound < day }
    return days(of: timing, on: outlet).upperBound <= day
  }

  /// The day to which a placement counts that is over and of which no log tells: the last one on which it may have
  /// aired; of an event of several days the first.
  public func countedDay(of placement: Placement) -> CivilDay {
    if case .span(let days) = placement.timing { return days.lowerBound }
    return days(of: placement).upperBound.advanced(by: -1)
  }

  /// The broadcast days on which something may begin, by when and where it is planned; what lasts several days counts on
  /// its first.
  public func startDays(of timing: SlotTiming, on outlet: String) -> Range<CivilDay> {
    timing.startDays(whereDayStarts: starts[outlet] ?? 0)
  }

  /// The broadcast days by when and where something is planned.
  public func days(of timing: SlotTiming, on outlet: String) -> Range<CivilDay> {
    let days = timing.days
    guard !starts.isEmpty, case .timed(let start, _) = timing, let begin = starts[outlet],
      start.time.seconds < begin
    else { return days }
    return days.lowerBound.advanced(by: -1)..<days.lowerBound
  }
}
