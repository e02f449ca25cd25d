public import ScheduleModel

/// Puts the works of a plan into the slots of its grid.
///
///     Plan + [Slot] ──LineDemand, PinChoice──▶ what each line asks for
///                   ──PlanProblem──▶ Problem ──AllocationEngine──▶ Solution
///                   ──ScheduleBuilding──▶ Schedule, findings
public enum Allocator {
  /// The schedule of a plan, with what did not fit.
  ///
  /// What counts, in this order:
  /// 1. What is never broken: the room of slots, in pieces and minutes; what outlets take; windows, weekdays,
  ///    blackouts; the most of a day and of a month; months of weight 0, which take no more than their least;
  ///    gaps; the days between a work and what follows from it; the weeks of translators.
  /// 2. Pins, then the least of months, as many as go together, in the plan's order.
  /// 3. The number of placements.
  /// 4. The largest distance of a line from its ideal line, which follows the weights of months and days.
  /// 5. The squares of all distances, then the grid lines that are preferred.
  ///
  /// What does not fit is in ``Schedule/unplaced`` and has a finding. Of works that found no slot no versions or
  /// repeats are asked for. The same plan and slots give the same schedule.
  ///
  /// - Parameters:
  ///   - slots: The dated openings, in time order.
  ///   - options: How the engine is to search.
  ///   - reopen: The slots that a plan with fewer blackouts opens. With it the findings tell what takes places
  ///     away and the smallest changes that would do, which takes a look at some dozens of changed plans.
  public static func allocate(
    plan: Plan, slots: [Slot], options: SearchOptions = SearchOptions(),
    reopening reopen: ((Plan) -> [Slot])? = nil
  ) -> (schedule: Schedule, findings: [Finding]) {
    let use = SlotUse(plan: plan, slots: slots)
    var demands = LineDemand.all(of: plan, use)
    let findings = PinChoice.choose(&demands, plan: plan, slots: slots)
    let first = PlanProblem(demands, plan: plan, use)
    let (planned, solution) = CloseParts.closest(
      (first, AllocationEngine.solve(first.problem, options: options)), plan: plan, slots: slots
    ) { AllocationEngine.solve($0, options: options) }
    let built = ScheduleBuilding(solution, of: planned, plan: plan, slots: slots)
    let late = RepeatsAfterYear.all(of: planned, built, plan: plan)
    let why = PlanShortage(
      plan: plan, slots: slots, planned, built, asked: zip(built.asked, late).map { $0 - $1.editions.count },
      reopening: reopen)
    let outcome = AllocationOutcome(
      solution, built, of: planned, demands: demands, slots: slots, plan: plan, why: why)
    let schedule = Schedule(
      slots: slots, placements: built.placements, unplaced: outcome.unplaced, proof: outcome.proof)
    return (
      schedule,
      findings + why.findings + outcome.findings + PartsApart.findings(schedule, plan: plan, slots: slots)
    )
  }
}
