import Allocation
import ScheduleModel
import Testing

/// A legal schedule that somebody changes by hand.
struct Draft {
  let plan: Plan
  let slots: [Slot]
  private(set) var placements: [Placement]
  var from: CivilDay?

  /// The schedule that a plan gives by itself, which breaks no rule.
  init(_ plan: Plan, _ slots: [Slot], at location: SourceLocation = #_sourceLocation) {
    let allocated = Allocated(plan, slots, at: location)
    (self.plan, self.slots) = (plan, allocated.slots)
    placements = allocated.schedule.placements
    #expect(violations == [], sourceLocation: location)
  }

  init(
    _ lines: [PlanLine], _ slots: [Slot], outlets: [Outlet] = [], translators: [Translator] = [],
    at location: SourceLocation = #_sourceLocation
  ) {
    self.init(Sample.plan(lines, outlets: outlets, translators: translators), slots, at: location)
  }

  /// The same placements, held against another plan and its slots.
  init(_ draft: Draft, in plan: Plan, _ slots: [Slot]? = nil) {
    self.plan = plan
    self.slots = slots ?? draft.slots
    placements = draft.placements
  }

  var violations: [RuleViolation] {
    ScheduleCheck.violations(plan: plan, slots: slots, placements: placements, from: from)
  }

  /// What is broken: "rule uids limit found".
  var broken: [String] {
    violations.map { violation in
      let uids = violation.uids.map(Self.short).joined(separator: "+")
      let numbers = [violation.limit, violation.found].map { $0.map(String.init) ?? "–" }
      return [violation.rule.rawValue, uids, numbers[0], numbers[1]].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
  }

  static func short(_ uid: String) -> String { String(uid.dropFirst(2).prefix { $0 != "@" }) }

  func placement(_ uid: String) -> Placement? { placements.first { Self.short($0.uid) == uid } }

  func slot(_ month: Int, _ day: Int, _ grid: String = "g") -> Slot? {
    slots.first { $0.grid == grid && $0.timing.day == Sample.day(month, day) }
  }

  /// Moves a placement, "a.1.vi", into another slot.
  mutating func move(
    _ uid: String, to slot: Slot?, at location: SourceLocation = #_sourceLocation
  ) {
    guard let slot, let index = placements.firstIndex(where: { Self.short($0.uid) == uid }) else {
      Issue.record("no such placement or slot", sourceLocation: location)
      return
    }
    placements[index] = placements[index].moved(to: slot)
  }

  mutating func remove(_ uid: String) { placements.removeAll { Self.short($0.uid) == uid } }

  mutating func add(_ placement: Placement) { placements.append(placement) }
}
