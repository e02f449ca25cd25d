public import ScheduleModel

/// Puts the works of a plan into the slots of its grid.
public enum Allocator {
  /// The schedule of a plan: quota to months, months to slots, then further outlets and language versions.
  ///
  /// Exact in sum wherever the slots allow it: a line gets its quota, or there is no schedule of the slots by
  /// which more works of all lines together would be placed. What does not fit is in ``Schedule/unplaced``
  /// and has a finding. The same plan and slots give the same schedule.
  ///
  /// Cost: one path search for each work, each linear in slots times lines; a province's year takes a second.
  /// - Parameter slots: The dated openings, in time order.
  public static func allocate(plan: Plan, slots: [Slot]) -> (schedule: Schedule, findings: [Finding]) {
    var room = slots.map(\.pieces)
    let demands = LineDemand.all(of: plan, slots: slots)
    var (fixed, findings) = PinPlacement.place(demands, slots: slots, room: &room)
    let months = MonthAllocation.months(of: demands, slots: slots, room: room, fixed: fixed, days: plan.days)
    let chosen = SlotAllocation.slots(of: demands, months: months, slots: slots, fixed: fixed, room: &room)

    var originals: [Placement] = []
    var unplaced: [Unplaced] = []
    for (demand, indices) in zip(demands, chosen) {
      for (number, index) in indices.enumerated() {
        originals.append(
          Placement(
            plan: plan.id, line: demand.line.id, edition: number + 1, language: .vietnamese, run: .first,
            slot: slots[index]))
      }
      let short = demand.count - indices.count
      if short > 0 {
        let reason = Shortage.reason(demand, slots: slots)
        unplaced.append(Unplaced(line: demand.line.id, language: .vietnamese, count: short, reason: reason))
        findings.append(.quotaNotMet(demand, short: short, reason: reason))
      }
      findings += Shortage.months(of: demand, indices: indices, slots: slots)
    }

    let crossPosts = DerivedPlacement.crossPosts(of: originals, plan: plan)
    let versions = DerivedPlacement.versions(of: originals, plan: plan)
    let posted = DerivedPlacement.place(crossPosts, plan: plan, slots: slots, room: &room)
    let translated = DerivedPlacement.place(versions, plan: plan, slots: slots, room: &room)
    for (jobs, make) in [
      (posted.left, Finding.crossPostsNotPlaced), (translated.left, Finding.versionsNotPlaced),
    ] {
      for (line, language, count) in Shortage.grouped(jobs, in: plan) {
        let finding = make(line, language, count)
        findings.append(finding)
        unplaced.append(Unplaced(line: line.id, language: language, count: count, reason: finding.message))
      }
    }
    let demanded = demands.reduce(0) { $0 + $1.count } + crossPosts.count + versions.count
    let placements = originals + posted.placements + translated.placements
    return (
      Schedule(
        slots: slots, placements: placements, unplaced: unplaced,
        proof: Schedule.Proof(demanded: demanded, placed: placements.count)),
      findings
    )
  }
}
