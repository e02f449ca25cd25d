public import ScheduleModel

/// What a plan asks of a schedule, with the slots of its year: worked out once, for all schedules that are held against it.
public struct ScheduleRules: Sendable {
  let empty: CheckedSchedule

  /// The rules of a plan.
  ///
  /// - Parameter slots: The dated openings of the whole year.
  public init(plan: Plan, slots: [Slot]) {
    empty = CheckedSchedule(plan: plan, slots: slots)
  }

  /// A schedule held against the rules.
  ///
  /// - Parameters:
  ///   - placements: All placements, past ones included.
  ///   - from: Placements whose last day lies before it are past; `nil` where none are.
  ///   - aired: The days on which placements aired, by UID; without it all aired as planned.
  public func check(
    _ placements: [Placement], from: CivilDay? = nil, aired: [String: CivilDay] = [:]
  ) -> ScheduleState {
    ScheduleState(empty.with(placements, from: from, aired: aired))
  }
}

/// A schedule with the rules that it breaks, which knows what a move would change without looking at the whole year again.
public struct ScheduleState: Sendable {
  /// Every rule that the schedule breaks, in the order of ``ScheduleCheck/violations(plan:slots:placements:from:aired:)``.
  public private(set) var violations: [RuleViolation]
  private(set) var surroundings: MoveSurroundings

  init(_ checked: CheckedSchedule) {
    violations = ScheduleCheck.violations(of: checked)
    surroundings = MoveSurroundings(checked)
  }

  /// What one placement would do in each of some slots: the rules that it would break there and those that it would mend, and
  /// whether its line would be spread more evenly.
  ///
  /// - Parameters:
  ///   - placement: One of the schedule, as it is there.
  ///   - targets: The slots, whether or not the line may use them.
  /// - Returns: Nothing where the placement is past or is not in the schedule.
  /// - Complexity: For each slot that of checking the placement's line and what is beside it in both slots.
  public func effects(of placement: Placement, in targets: [Slot]) -> [MoveEffect] {
    MoveTargets(for: placement, surroundings)?.effects(in: targets) ?? []
  }

  /// The slots into which one placement could go without breaking a rule, the most even first; of equally even ones those
  /// nearest to where it is now.
  ///
  /// - Parameter limit: The most slots that are named.
  /// - Returns: No slots where the placement is past or is not in the schedule.
  public func openSlots(for placement: Placement, limit: Int = 10) -> [Slot] {
    MoveTargets(for: placement, surroundings)?.open(limit: limit) ?? []
  }

  /// Puts a placement elsewhere.
  ///
  /// - Parameters:
  ///   - old: One of the schedule, as it is there.
  ///   - new: The same with another slot.
  public mutating func move(_ old: Placement, to new: Placement) {
    let place = surroundings.around(old, to: [old.slot, new.slot], days: [old, new])
    surroundings.move(old, to: new)
    compare(place, with: place.replacing(old, by: new))
  }

  /// Puts a placement in that is not there.
  public mutating func place(_ new: Placement) {
    let place = surroundings.around(new, to: [new.slot], days: [new])
    surroundings.move(new, to: new)
    compare(place, with: place.replacing(new, by: new))
  }

  /// Takes a placement out.
  ///
  /// - Parameter old: One of the schedule, as it is there.
  public mutating func takeOut(_ old: Placement) {
    let place = surroundings.around(old, to: [old.slot], days: [old])
    surroundings.remove(old)
    compare(place, with: place.removing(old))
  }

  /// Takes over what is broken in a part of the schedule since a change of it.
  private mutating func compare(_ old: CheckedSchedule, with new: CheckedSchedule) {
    let (before, after) = (ScheduleCheck.violations(of: old), ScheduleCheck.violations(of: new))
    let gone = Set(before).subtracting(after)
    let come = Set(after).subtracting(before)
    guard !gone.isEmpty || !come.isEmpty else { return }
    violations = ScheduleCheck.sorted(violations.filter { !gone.contains($0) } + come)
  }
}
