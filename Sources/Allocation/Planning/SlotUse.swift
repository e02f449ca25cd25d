import ScheduleModel

/// Which slots of a plan a line may use for what.
struct SlotUse {
  let plan: Plan
  let slots: [Slot]
  /// The indices of each outlet's slots.
  private let byOutlet: [String: [Int]]

  init(plan: Plan, slots: [Slot]) {
    self.plan = plan
    self.slots = slots
    byOutlet = Dictionary(grouping: slots.indices) { slots[$0].outlet }
  }

  /// The indices of the slots that lie on some outlets and grid lines, carry all languages, are long enough,
  /// and leave the line one day.
  ///
  /// - Parameters:
  ///   - grid: The ids of grid lines; empty for any.
  ///   - allows: Whether the line may be placed on a day, its blackouts apart.
  func slots(
    for line: PlanLine, on outlets: [String], grid: [String], languages: [LanguageTag],
    allows: (CivilDay) -> Bool
  ) -> [Int] {
    let blackouts = plan.blackouts.filter { $0.lines.contains(line.id) }
    let minutes = line.placing?.minutes ?? 0
    return outlets.unique.flatMap { byOutlet[$0] ?? [] }.sorted().filter { index in
      let slot = slots[index]
      return languages.allSatisfy(slot.carries) && (grid.isEmpty || grid.contains(slot.grid))
        && minutes <= slot.minutes ?? minutes
        && slot.timing.possibleDays.contains { day in
          plan.days.contains(day) && allows(day)
            && !blackouts.contains { $0.keeps(line: line.id, off: slot.outlet, on: day) }
        }
    }
  }
}

extension Slot {
  /// The minutes that its works share; `nil` where it has no length.
  var minutes: Int? {
    if case .timed(_, let minutes) = timing, minutes > 0 { minutes } else { nil }
  }

  /// How many works of some minutes it holds.
  func room(minutes length: Int) -> Int {
    minutes.map { length > 0 ? min(pieces, $0 / length) : pieces } ?? pieces
  }
}
