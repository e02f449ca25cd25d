import ScheduleModel

/// What can be said of a schedule: what found no slot, why, and how good the rest is.
struct AllocationOutcome {
  private(set) var unplaced: [Unplaced] = []
  private(set) var findings: [Finding] = []
  let proof: Schedule.Proof

  /// - Parameters:
  ///   - why: What is told already of why not all fits; `nil` for nothing.
  ///   - moves: Of a re-plan, how many published placements do not lie where they were, and how many units of them
  ///     the problem knows no more.
  ///   - months: The places of the months of which the least is looked at; `nil` for all.
  init(
    _ solution: Solution, _ built: ScheduleBuilding, of planned: PlanProblem, demands: [LineDemand],
    slots: [Slot], plan: Plan, why: PlanShortage? = nil, moves: (all: Int, forced: Int)? = nil,
    months: Range<Int>? = nil
  ) {
    var demanded = 0
    let afterYear = RepeatsAfterYear.all(of: planned, built, plan: plan)
    let byLine = Dictionary(grouping: built.placements.filter(plan.isOriginalFirstRun), by: \.line)
    for (number, origin) in planned.series.enumerated() {
      let isTold = why?.series.contains(number) ?? false
      let short = built.asked[number] - built.placed[number]
      demanded += built.asked[number] * (origin.followUp?.languages.count ?? 1)
      if let followUp = origin.followUp {
        guard short > 0 else { continue }
        let late = afterYear[number].editions.count
        findings += [.repeatsAfterYear(afterYear[number], followUp, plan: plan)].compactMap(\.self)
        if !isTold, late < short { findings += Finding.notPlaced(followUp, short - late) }
        let reasons = [
          (late, Shortage.afterYear), (short - late, why?.reason(of: number) ?? Shortage.reason(followUp)),
        ]
        for (count, reason) in reasons where count > 0 {
          unplaced += followUp.languages.map {
            Unplaced(
              line: followUp.line.id, language: $0, run: followUp.run, count: count, reason: reason)
          }
        }
        continue
      }
      let demand = demands[origin.demand]
      if short > 0 {
        let reason = why?.reason(of: number) ?? Shortage.reason(demand, slots: slots)
        unplaced.append(
          Unplaced(
            line: demand.line.id, language: demand.line.languages.main, count: short, reason: reason))
        if !isTold { findings.append(.quotaNotMet(demand, short: short, reason: reason)) }
      }
      findings += Shortage.months(
        of: demand, byLine[demand.line.id] ?? [], BroadcastDays(plan: plan)
      ) { month in
        (months ?? plan.months.indices).contains(month)
          && why?.tellsLeast(of: demand.line.id, in: month) != true
      }
    }
    let lost = solution.units.count - built.placed.reduce(0, +)
    let short = demanded - built.placements.count
    proof = Schedule.Proof(
      demanded: demanded, placed: built.placements.count,
      levels: solution.levels.map { Schedule.Level($0, short: short, lost: lost, moves: moves) })
  }
}

extension Schedule.Level {
  /// What the engine says of an objective.
  ///
  /// - Parameters:
  ///   - short: Placements without a slot. The engine counts differently: it asks for versions of works that
  ///     find no slot, and not for what no slot could hold; how many more there could be is the same.
  ///   - lost: Units that the engine placed but that follow no work.
  ///   - moves: All moves, and those of which the engine does not know. It does not know either that a version
  ///     cannot stay where its work comes too late for it.
  fileprivate init(_ level: Solution.Level, short: Int, lost: Int, moves: (all: Int, forced: Int)?) {
    switch level.objective {
    case .shortage:
      let gap = level.value - level.bound + Int128(lost)
      self.init(objective: .shortage, value: Int128(short), bound: Int128(short) - gap)
    case .deviation: self.init(objective: .deviation, value: level.value, bound: level.bound)
    case .moves:
      let value = moves.map { Int128($0.all) } ?? level.value
      let bound = min(value, level.bound + Int128(moves?.forced ?? 0))
      self.init(objective: .moves, value: value, bound: bound)
    case .squares: self.init(objective: .squares, value: level.value, bound: level.bound)
    case .preference: self.init(objective: .preference, value: level.value, bound: level.bound)
    }
  }
}
