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
    var findings = PinChoice.choose(&demands, plan: plan, slots: slots)
    let planned = PlanProblem(demands, plan: plan, use)
    let solution = AllocationEngine.solve(planned.problem, options: options)
    let built = ScheduleBuilding(solution, of: planned, plan: plan, slots: slots)
    var unplaced: [Unplaced] = []
    var demanded = 0
    let byLine = Dictionary(grouping: built.placements.filter(\.isOriginalFirstRun), by: \.line)
    let why = PlanShortage(plan: plan, slots: slots, built, reopening: reopen)
    findings += why.findings
    for (number, origin) in planned.series.enumerated() {
      let isTold = why.series.contains(number)
      let short = built.asked[number] - built.placed[number]
      demanded += built.asked[number] * (origin.followUp?.languages.count ?? 1)
      if let followUp = origin.followUp {
        guard short > 0 else { continue }
        if !isTold { findings += Finding.notPlaced(followUp, short) }
        let reason = why.reason(of: number) ?? Shortage.reason(followUp)
        unplaced += followUp.languages.map {
          Unplaced(line: followUp.line.id, language: $0, count: short, reason: reason)
        }
        continue
      }
      let demand = demands[origin.demand]
      if short > 0 {
        let reason = why.reason(of: number) ?? Shortage.reason(demand, slots: slots)
        unplaced.append(Unplaced(line: demand.line.id, language: .vietnamese, count: short, reason: reason))
        if !isTold { findings.append(.quotaNotMet(demand, short: short, reason: reason)) }
      }
      findings += Shortage.months(of: demand, byLine[demand.line.id] ?? []) { month in
        !why.tellsLeast(of: demand.line.id, in: month)
      }
    }
    let lost = solution.units.count - built.placed.reduce(0, +)
    let short = demanded - built.placements.count
    let proof = Schedule.Proof(
      demanded: demanded, placed: built.placements.count,
      levels: solution.levels.map { Schedule.Level($0, short: short, lost: lost) })
    return (
      Schedule(slots: slots, placements: built.placements, unplaced: unplaced, proof: proof), findings
    )
  }
}

extension Schedule.Level {
  /// What the engine says of an objective.
  ///
  /// - Parameters:
  ///   - short: Placements without a slot. The engine counts otherwise, for it asks for versions of works that
  ///     find no slot, and not for what no slot could hold; how many more there could be is the same.
  ///   - lost: Units that the engine placed but that follow no work.
  fileprivate init(_ level: Solution.Level, short: Int, lost: Int) {
    switch level.objective {
    case .shortage:
      let gap = level.value - level.bound + Int128(lost)
      self.init(objective: .shortage, value: Int128(short), bound: Int128(short) - gap)
    case .deviation: self.init(objective: .deviation, value: level.value, bound: level.bound)
    case .moves: self.init(objective: .moves, value: level.value, bound: level.bound)
    case .squares: self.init(objective: .squares, value: level.value, bound: level.bound)
    case .preference: self.init(objective: .preference, value: level.value, bound: level.bound)
    }
  }
}
