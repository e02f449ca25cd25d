import Allocation
import Calendars
import Reconciliation
public import ScheduleModel

extension PlanningPipeline {
  /// For whatever found no partner, what comes nearest to it on the other side.
  public static func candidates(_ plan: Plan, _ year: ReconciledYear) -> MatchCandidates {
    Matcher.candidates(plan: plan, reconciled: year.reconciled)
  }

  /// Where what was missed can be made good: the rest of the year planned anew from the day after the logs end, with
  /// as few moves as any slack of the curve has, and of these the most even.
  ///
  /// - Returns: `nil` when the plan has no day left, or there is no log.
  public static func makeGoods(_ plan: Plan, _ schedule: Schedule, _ year: ReconciledYear) -> Replan? {
    guard let from = year.reconciled.asOf?.advanced(by: 1), plan.days.contains(from) else { return nil }
    let start = YearSoFar(from: from, plan: plan, published: schedule, reconciled: year.reconciled)
    let (slots, _) = GridExpansion.slots(of: plan)
    let even = Replanner.replan(plan: plan, slots: slots, start).replan
    let fewest = even.curve.map(\.moves).min() ?? even.moves.count
    guard let point = even.curve.first(where: { $0.moves == fewest }), point.slack != even.slack else {
      return even
    }
    return Replanner.replan(plan: plan, slots: slots, start, slack: point.slack).replan
  }
}
