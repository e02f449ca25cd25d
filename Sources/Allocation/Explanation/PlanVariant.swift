import ScheduleModel

/// A plan, or the same plan with something changed, as the problem in which conflicts are looked for.
struct PlanVariant {
  let plan: Plan
  let slots: [Slot]
  let planned: PlanProblem
  /// The problem, asking for the whole quota of each line, and of what follows for so many as are given.
  let problem: Problem

  /// - Parameter asked: For each series how many are asked for; of originals the plan's own figure counts.
  init(_ plan: Plan, slots: [Slot], asked: [Int]) {
    self.plan = plan
    self.slots = slots
    let use = SlotUse(plan: plan, slots: slots)
    var demands = LineDemand.all(of: plan, use)
    _ = PinChoice.choose(&demands, plan: plan, slots: slots)
    let planned = PlanProblem(demands, plan: plan, use)
    self.planned = planned
    problem = planned.problem.withQuotas(
      planned.series.indices.map { number in
        let origin = planned.series[number]
        return origin.followUp == nil || number >= asked.count ? origin.quota : asked[number]
      })
  }

  /// How many no schedule can place.
  var shortage: Int { Conflict.shortage(of: problem) }

  /// The lines of the part of the problem in which a series lies.
  func linesSharing(with series: Int) -> Set<String> {
    let part = ProblemParts(of: problem).series.first { $0.contains(series) } ?? [series]
    return Set(part.map { planned.series[$0].line.id })
  }
}
