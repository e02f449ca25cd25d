import ScheduleModel

/// One line that is to be placed: how many works, where they may go, and what follows from each.
struct LineDemand {
  let line: PlanLine
  let placing: Placing
  /// Works that need a slot of their own: the quota less the works of lines that lie inside this one.
  let count: Int
  /// Where it may go in each of the twelve months, in time order.
  let openings: [[Opening]]
  /// What follows from each of its works.
  let derivations: [Derivation]
  /// The pins that are kept, in the plan's order.
  var pins: [Pin] = []

  /// A work whose day is fixed.
  struct Pin {
    let day: CivilDay
    /// The indices of the slots that it may take.
    let slots: [Int]
  }

  /// Indices of the slots it may use, in time order.
  var usable: [Int] { openings.joined().flatMap(\.slots).sorted() }

  /// The pins that are kept in a month, 1 to 12.
  func pins(in month: Int) -> [Pin] { pins.filter { $0.day.month == month } }

  /// The least and the most in a month, 1 to 12; where its weight is 0, no more than its least.
  func limits(in month: Int) -> ClosedRange<Int> {
    let range = placing.months[month - 1]
    return placing.weights[month - 1] > 0 ? range : range.lowerBound...range.lowerBound
  }

  /// The lines of a plan that are to be placed, in the plan's order.
  static func all(of plan: Plan, slots: [Slot]) -> [LineDemand] {
    let byOutlet = Dictionary(grouping: slots.indices) { slots[$0].outlet }
    return plan.lines.compactMap { line in
      guard let placing = line.placing, let quota = line.quota else { return nil }
      let parts = plan.parts(of: line).compactMap(\.quota?.value).reduce(0, +)
      let derivations = Derivation.all(of: line, plan: plan, byOutlet: byOutlet, slots: slots)
      let usable = outlets(of: line).flatMap { byOutlet[$0] ?? [] }.sorted().filter { index in
        let slot = slots[index]
        return slot.carries(.vietnamese) && (placing.grid.isEmpty || placing.grid.contains(slot.grid))
          && plan.lets(line, into: slot, within: placing.window)
      }
      return LineDemand(
        line: line, placing: placing, count: max(0, quota.value - parts),
        openings: openings(usable, derivations, slots), derivations: derivations)
    }
  }

  private static func outlets(of line: PlanLine) -> [String] {
    switch line.outlets {
    case .each(let ids): Array(ids.prefix(1))
    case .together(let ids): ids.unique
    }
  }

  private static func openings(_ usable: [Int], _ derivations: [Derivation], _ slots: [Slot]) -> [[Opening]] {
    let byDays = Dictionary(grouping: usable) { slots[$0].timing.possibleDays }
    let openings = byDays.map { days, indices in
      Opening(
        days: days, slots: indices,
        isLate: derivations.contains { $0.isTooLate(slots[indices[0]].timing, slots) })
    }.sorted { ($0.day, $0.days.count) < ($1.day, $1.days.count) }
    return (1...12).map { month in openings.filter { $0.day.month == month } }
  }
}
