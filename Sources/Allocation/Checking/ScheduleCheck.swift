public import ScheduleModel

/// A schedule that people changed by hand, held against every rule of its plan.
///
///     Plan, [Slot], [Placement] ──CheckedSchedule──▶ what the plan asks for, and what there is of it
///                               ──one property for each kind of rule──▶ [RuleViolation]
public enum ScheduleCheck {
  /// Every rule that the placements break, one value each, in the order of ``RuleViolation/Rule``, then by day.
  ///
  /// What past placements break is not told, but they count: towards quotas, months and gaps, and as what versions
  /// and repeats follow. That works are missing or too many is told for the whole year.
  ///
  /// - Parameters:
  ///   - slots: The dated openings of the whole year.
  ///   - placements: All placements, past ones included. A missed one may be there beside the one that is planned
  ///     for it.
  ///   - from: Placements whose last day lies before it are past; `nil` where none are.
  ///   - aired: The days on which placements aired, by UID; without it all aired as planned.
  public static func violations(
    plan: Plan, slots: [Slot], placements: [Placement], from: CivilDay? = nil, aired: [String: CivilDay] = [:]
  ) -> [RuleViolation] {
    ScheduleRules(plan: plan, slots: slots).check(placements, from: from, aired: aired).violations
  }

  /// Every rule that a schedule breaks, in the same order.
  static func violations(of checked: CheckedSchedule) -> [RuleViolation] {
    let all =
      checked.notAsked + checked.slots + checked.lines + checked.outlets + checked.followUps + checked.counts
    return sorted(all)
  }

  /// Broken rules in the order in which they are told.
  static func sorted(_ violations: [RuleViolation]) -> [RuleViolation] {
    violations.map { (key: key($0), violation: $0) }.sorted { $0.key < $1.key }.map(\.violation)
  }

  private static let ranks = Dictionary(
    uniqueKeysWithValues: RuleViolation.Rule.allCases.enumerated().map { ($1, $0) })

  private static func key(_ violation: RuleViolation) -> (Int, Int, String, String, String) {
    (
      ranks[violation.rule] ?? 0, violation.day?.daysSince1970 ?? 0, violation.line ?? "",
      violation.slot ?? "",
      violation.uids.joined(separator: " ") + violation.message.en
    )
  }

  /// The slots into which one placement could go without breaking a rule, the most even first; of equally even
  /// ones those nearest to where it is now.
  ///
  /// - Parameters:
  ///   - uid: The placement that is to move.
  ///   - placements: All placements, the one that is to move included.
  ///   - limit: The most slots that are named.
  /// - Returns: No slots where the placement is past or is not in the schedule.
  public static func openSlots(
    for uid: String, plan: Plan, slots: [Slot], placements: [Placement], from: CivilDay? = nil,
    aired: [String: CivilDay] = [:], limit: Int = 10
  ) -> [Slot] {
    guard let placement = placements.first(where: { $0.uid == uid }) else { return [] }
    return ScheduleRules(plan: plan, slots: slots).check(placements, from: from, aired: aired)
      .openSlots(for: placement, limit: limit)
  }

  /// What one placement would do in each of some slots: the rules that it would break there and those that it would
  /// mend, and whether its line would be spread more evenly.
  ///
  /// - Parameters:
  ///   - uid: The placement that is to move.
  ///   - targets: The slots, whether or not the line may use them.
  ///   - placements: All placements, the one that is to move included.
  /// - Returns: Nothing where the placement is past or is not in the schedule.
  /// - Complexity: That of ``violations(plan:slots:placements:from:aired:)`` once; then see ``ScheduleState``.
  public static func effects(
    of uid: String, in targets: [Slot], plan: Plan, slots: [Slot], placements: [Placement],
    from: CivilDay? = nil, aired: [String: CivilDay] = [:]
  ) -> [MoveEffect] {
    guard let placement = placements.first(where: { $0.uid == uid }) else { return [] }
    return ScheduleRules(plan: plan, slots: slots).check(placements, from: from, aired: aired)
      .effects(of: placement, in: targets)
  }
}
