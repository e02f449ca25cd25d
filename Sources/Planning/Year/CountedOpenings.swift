import Allocation
import Calendars
import ScheduleModel

/// A plan whose quotas of every opening are counted: what a plan's text alone cannot tell, for it takes the dates of its
/// grid.
struct CountedOpenings {
  /// The plan with these quotas as numbers.
  let plan: Plan
  /// The dated openings, which are the same with and without; `nil` where no line asked for them.
  let slots: (slots: [Slot], findings: [Finding])?
  /// What is to be told of each such quota.
  let findings: [Finding]

  /// Expands the grid only where a line asks for it.
  init(_ plan: Plan) {
    guard plan.lines.contains(where: \.asksForEveryOpening) else {
      (self.plan, slots, findings) = (plan, nil, [])
      return
    }
    let opened = GridExpansion.slots(of: plan)
    let (counted, findings) = plan.countingOpenings(in: opened.slots)
    self.plan = plan.with(
      lines: plan.lines.enumerated().map { counted[$0] ?? $1 }, outlets: plan.outlets)
    slots = opened
    self.findings = findings
  }
}
