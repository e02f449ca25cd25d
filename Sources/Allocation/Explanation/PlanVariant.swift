import ScheduleModel

/// A plan, or the same plan with something changed, as the problem in which conflicts are looked for.
struct PlanVariant {
  let plan: Plan
  let slots: [Slot]
  let planned: PlanProblem
  /// The problem, asking for the given number of units.
  let problem: Problem
  /// The problem, asking for everything: what follows from works is as it could be then.
  let whole: Problem

  /// - Parameter asked: For each series how many are asked for.
  init(_ plan: Plan, slots: [Slot], asked: [Int]) {
    let use = SlotUse(plan: plan, slots: slots)
    var demands = LineDemand.all(of: plan, use)
    _ = PinChoice.choose(&demands, plan: plan, slots: slots)
    self.init(plan, slots: slots, PlanProblem(demands, plan: plan, use), asked: asked)
  }

  /// The same of a problem that is there already.
  init(_ plan: Plan, slots: [Slot], _ planned: PlanProblem, asked: [Int]) {
    self.plan = plan
    self.slots = slots
    self.planned = planned
    problem = planned.problem.withQuotas(asked)
    whole = planned.problem.withQuotas(planned.series.map(\.quota))
  }

  /// How many no schedule can place.
  var shortage: Int { Conflict.shortage(of: problem, in: whole) }

  /// Whether what some lines ask for is bound by nothing but what is counted: no work has to follow another within some
  /// days, and no opening is shared by works of different lengths.
  func countsAllRules(of lines: Set<String>) -> Bool {
    let own = zip(planned.series, problem.series).filter { lines.contains($0.0.line.id) }
    guard own.allSatisfy({ $0.0.followUp?.mostDays == nil }) else { return false }
    var lengths: [Int: Int] = [:]
    for (_, series) in own {
      for choice in series.choices where problem.slots[choice.slot].minutes != nil {
        guard lengths[choice.slot, default: series.minutes] == series.minutes else { return false }
        lengths[choice.slot] = series.minutes
      }
    }
    return true
  }

  /// The lines of the part of the problem in which a series lies.
  func linesSharing(with series: Int) -> Set<String> {
    let part = ProblemParts(of: problem).series.first { $0.contains(series) } ?? [series]
    return Set(part.map { planned.series[$0].line.id })
  }
}
