import ScheduleModel

/// How much a publication of a draft would add, move or take out.
public struct DraftChanges: Hashable, Sendable {
  /// How many placements, language versions among them.
  public private(set) var all = 0
  /// How many of them are language versions: who moves one work moves its versions too.
  public private(set) var versions = 0

  /// What a draft changes.
  ///
  /// - Parameter published: What is published, by UID.
  init(_ rows: [ScheduleDraft.Row], published: [String: Placement], _ plan: Plan) {
    var gone = published
    for row in rows {
      count(row.placement, gone.removeValue(forKey: row.placement.uid), plan)
    }
    for placement in gone.values { count(nil, placement, plan) }
  }

  /// Counts a placement.
  ///
  /// - Parameters:
  ///   - placement: Where it is in the draft; `nil` for one that is not there.
  ///   - published: Where it is published; `nil` for one that is not.
  ///   - step: -1 to take back what was counted.
  mutating func count(_ placement: Placement?, _ published: Placement?, _ plan: Plan, step: Int = 1) {
    guard let known = placement ?? published, Self.isChange(placement, published) else { return }
    all += step
    if !plan.isOriginal(known) { versions += step }
  }

  /// Whether a publication changes something.
  static func isChange(_ placement: Placement?, _ published: Placement?) -> Bool {
    guard let placement, let published else { return (placement == nil) != (published == nil) }
    return placement.slot != published.slot || placement.timing != published.timing
  }
}
