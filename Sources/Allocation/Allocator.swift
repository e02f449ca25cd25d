public import ScheduleModel

/// Puts the works of a plan into the slots of its grid.
public enum Allocator {
  /// The schedule of a plan: quota to months, months to slots, then further outlets and language versions.
  ///
  /// What counts, in this order:
  /// 1. Slots hold no more than their pieces; windows, blackouts, the most of a day and of a month, and months
  ///    of weight 0 (which take no more than their least) are kept.
  /// 2. Pins, as many as go together, in the plan's order.
  /// 3. The number of works of all lines together: no schedule with these pins places more. No work is lost
  ///    for the least of a month or for a version.
  /// 4. The least of each month.
  /// 5. Works aired early enough for what follows from them: each language, each further outlet.
  /// 6. Evenness: the counts by month follow the line's weights as closely as can be, and within a month the
  ///    works are evenly spaced.
  ///
  /// Then the works appear on their further outlets, then in their languages: as many as the slots left over
  /// hold, as early as may be. What does not fit is in ``Schedule/unplaced`` and has a finding. Of works that
  /// found no slot no versions are asked for. The same plan and slots give the same schedule.
  ///
  /// Cost: a path search for each work, linear in the slots of the lines that share slots with its own. An
  /// office's year takes well under a second; six busy lines on one outlet take a third of one.
  /// - Parameter slots: The dated openings, in time order.
  public static func allocate(plan: Plan, slots: [Slot]) -> (schedule: Schedule, findings: [Finding]) {
    var demands = LineDemand.all(of: plan, slots: slots)
    var findings = PinPlacement.keepPins(of: &demands, slots: slots)
    let chosen = originals(of: demands, slots: slots, days: plan.days)

    var room = slots.map(\.pieces)
    var placements: [Placement] = []
    var unplaced: [Unplaced] = []
    var series: [DerivedPlacement.Series] = []
    for (demand, indices) in zip(demands, chosen) {
      let originals = indices.enumerated().map { number, index in
        Placement(
          plan: plan.id, line: demand.line.id, edition: number + 1, language: .vietnamese, run: .first,
          slot: slots[index])
      }
      for index in indices { room[index] -= 1 }
      placements += originals
      series += DerivedPlacement.series(of: demand, originals, slots: slots)
      let short = demand.count - indices.count
      if short > 0 {
        let reason = Shortage.reason(demand, slots: slots)
        unplaced.append(Unplaced(line: demand.line.id, language: .vietnamese, count: short, reason: reason))
        findings.append(.quotaNotMet(demand, short: short, reason: reason))
      }
      findings += Shortage.months(of: demand, indices: indices, slots: slots)
    }

    let derived = DerivedPlacement.place(series, plan: plan, slots: slots, room: room)
    placements += derived.placements
    for (one, left) in zip(series, derived.left) where left > 0 {
      findings.append(.notPlaced(one.derivation, left))
      unplaced.append(
        Unplaced(
          line: one.derivation.line.id, language: one.derivation.language, count: left,
          reason: Shortage.reason(one.derivation)))
    }
    let demanded =
      demands.reduce(0) { $0 + $1.count } + series.reduce(0) { $0 + $1.originals.count }
    return (
      Schedule(
        slots: slots, placements: placements, unplaced: unplaced,
        proof: Schedule.Proof(demanded: demanded, placed: placements.count)),
      findings
    )
  }

  /// The slots of each demand's works; lines that share no slot, even through others, are dealt with apart.
  private static func originals(
    of demands: [LineDemand], slots: [Slot], days: Range<CivilDay>
  ) -> [[Int]] {
    var chosen: [[Int]] = demands.map { _ in [] }
    for group in IndependentGroups.of(demands.map(\.usable)) {
      let members = group.map { demands[$0] }
      let months = MonthAllocation.months(of: members, slots: slots, days: days)
      let placed = SlotAllocation.slots(of: members, months: months, slots: slots)
      for (index, indices) in zip(group, placed) { chosen[index] = indices }
    }
    return chosen
  }
}
