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

  /// The same by when and where it is planned.
  public func days(of timing: SlotTiming, on outlet: String) -> Range<CivilDay> {
    let days = timing.days
    guard !starts.isEmpty, case .timed(let start, _) = timing, let begin = starts[outlet],
      start.time.seconds < begin
    else { return days }
    return days.lowerBound.advanced(by: -1)..<days.lowerBound
  }
}
