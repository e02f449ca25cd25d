import Digests
public import ScheduleModel

/// The values that the events of a plan show besides place, time, edition and outcome, as short digests.
public struct EventContent {
  private let plan: Plan

  /// The contents of a plan's events.
  public init(plan: Plan) { self.plan = plan }

  /// The digest of what the event of a placement shows; `nil` when the plan does not have its line or outlet.
  public func digest(of placement: Placement) -> String? {
    guard let line = plan.line(placement.line), let outlet = plan.outlet(placement.outlet) else { return nil }
    return "1-" + Digest.sha256("\(line.title)|\(outlet.name)".utf8).prefix(8)
  }
}
