import ScheduleModel

/// The rest of a year in which published placements stay where they may: what else is asked for is placed in
/// what is left, as evenly as that lets it be.
struct KeepingSearch {
  /// The problem in which what stays is fixed.
  private(set) var planned: PlanProblem
  private(set) var solution: Solution
  private(set) var built: ScheduleBuilding
  private let plan: Plan
  private let slots: [Slot]

  /// - Parameters:
  ///   - uids: Published placements that the rules allow together where they are.
  ///   - problem: The problem of the rest in which some placements are fixed and all others are planned again.
  init(
    keeping uids: Set<String>, plan: Plan, slots: [Slot], problem: (Set<String>) -> PlanProblem
  ) {
    self.plan = plan
    self.slots = slots
    var uids = uids
    (planned, solution, built) = Self.solved(problem(uids), plan, slots)
    // A version must move after all where its work finds no slot early enough. Each turn lets go of one at least.
    var turns = 0
    while true {
      mend()
      let loose = culprits
      guard !loose.isEmpty else { return }
      turns += 1
      uids.subtract((turns < Self.carefulTurns ? loose.prefix(1) : loose[...]).flatMap(\.uids))
      (planned, solution, built) = Self.solved(problem(uids), plan, slots)
    }
  }

  /// So often one placement alone is let go of, before all that are in doubt are.
  private static let carefulTurns = 12

  /// What has to move because not all that was to stay does, the earliest first; empty where all stays.
  ///
  /// First of all it is what follows a work that is planned again.
  private var culprits: [SeriesPast.Waiting] {
    func key(_ uid: String, _ slot: String) -> String { "\(uid) \(slot)" }
    let there = Set(built.placements.lazy.map { key($0.uid, $0.slot) })
    var lost: [SeriesPast.Waiting] = []
    var lostInDoubt: [SeriesPast.Waiting] = []
    var inDoubt: [SeriesPast.Waiting] = []
    for origin in planned.series {
      let works = origin.source.map { planned.series[$0].past }
      let sure = works.map { Set($0.done + $0.waiting.map(\.edition)) }
      for unit in origin.past.waiting {
        let isLost =
          unit.slot.map { slot in !unit.uids.contains { there.contains(key($0, slots[slot].id)) } } ?? true
        let isInDoubt = sure.map { !$0.contains(unit.edition) } ?? false
        if isLost { lost.append(unit) }
        if isInDoubt { inDoubt.append(unit) }
        if isLost, isInDoubt { lostInDoubt.append(unit) }
      }
    }
    if lost.isEmpty { return [] }
    let culprits = !lostInDoubt.isEmpty ? lostInDoubt : !inDoubt.isEmpty ? inDoubt : lost
    return culprits.sorted { ($0.timing, $0.uids.first ?? "") < ($1.timing, $1.uids.first ?? "") }
  }

  private static func solved(
    _ planned: PlanProblem, _ plan: Plan, _ slots: [Slot]
  ) -> (PlanProblem, Solution, ScheduleBuilding) {
    let planned = planned.with(perMonth: planned.problem.possibleMonths)
    let solution = AllocationEngine.solve(planned.problem)
    return (planned, solution, ScheduleBuilding(solution, of: planned, plan: plan, slots: slots))
  }

  // MARK: - New followers of new works

  /// Places new followers that the engine put too early.
  ///
  /// The engine lets the followers of a series follow its works in the order of time. Where the published ones
  /// keep their own works, a new one may be left with none; it is placed again, after a work that nothing follows.
  private mutating func mend() {
    let lost = solution.units.count - built.placed.reduce(0, +)
    guard lost > 0 else { return }
    for number in planned.series.indices where planned.series[number].followUp != nil {
      for work in built.unfollowed[number] where built.placed[number] < built.asked[number] {
        follow(work, number)
      }
    }
    let units = Self.units(of: built)
    solution = Solution(
      units: units, levels: levels(of: units), missed: solution.missed, certificate: solution.certificate,
      isCutShort: solution.isCutShort)
  }

  /// Places what follows one work, everything else staying where it is.
  private mutating func follow(_ work: FollowerMatch.Unit, _ number: Int) {
    guard let followUp = planned.series[number].followUp else { return }
    let problem = planned.problem
    let placed = Self.units(of: built)
    var counts = problem.series.map { _ in [Int: Int]() }
    for unit in placed { counts[unit.series][unit.slot, default: 0] += 1 }
    let series = problem.series.enumerated().map { index, series -> Problem.Series in
      let there = counts[index]
      var choices = series.choices.map(\.slot).unique.compactMap { slot in
        there[slot].map { Problem.Choice(slot: slot, most: $0, least: $0) }
      }
      var quota = series.aired.count + there.values.reduce(0, +)
      if index == number {
        quota += 1
        choices += series.choices.compactMap { choice in
          let day = problem.slots[choice.slot].day
          let isLate = FollowerMatch.fits(day, after: work.day, followUp.leastDays, followUp.mostDays)
          return isLate && choice.published == 0 ? choice.with(most: 1) : nil
        }
      }
      return series.frozen(quota: quota, choices: choices)
    }
    let found = AllocationEngine.solve(problem.with(series: series))
    guard found.units.count > placed.count else { return }
    built = ScheduleBuilding(found, of: planned, plan: plan, slots: slots)
  }

  /// The units that are placed, in the engine's order.
  private static func units(of built: ScheduleBuilding) -> [Solution.Unit] {
    built.units.enumerated().flatMap { number, units in
      units.map { Solution.Unit(series: number, slot: $0.slot) }
    }.sorted()
  }

  /// What other units are worth, with the bounds that are proven.
  private func levels(of units: [Solution.Unit]) -> [Solution.Level] {
    let problem = planned.problem
    let evenness = Evenness(of: units, in: problem, parts: ProblemParts(of: problem).series)
    let asked = problem.series.reduce(0) { $0 + max(0, $1.quota - $1.aired.count) }
    var preferences = problem.series.map { _ in [Int: Int]() }
    for (number, series) in problem.series.enumerated() {
      for choice in series.choices { preferences[number][choice.slot] = choice.preference }
    }
    return solution.levels.map { level in
      let value: Int128 =
        switch level.objective {
        case .shortage: Int128(asked - units.count)
        case .deviation: Int128(evenness.deviation)
        case .squares: evenness.squares
        case .preference: Int128(units.reduce(0) { $0 + (preferences[$1.series][$1.slot] ?? 0) })
        case .moves: level.value
        }
      return Solution.Level(objective: level.objective, value: value, bound: min(value, level.bound))
    }
  }
}

extension Problem {
  /// The least and the most of each series in each month, the least as far as what stays and the places that are
  /// left can reach it.
  fileprivate var possibleMonths: [[ClosedRange<Int>]] {
    var room = slots.map(\.pieces)
    for choice in series.flatMap(\.choices) { room[choice.slot] -= choice.published }
    return series.map { series in
      var there = Array(repeating: 0, count: months.count)
      var free = there
      for choice in series.choices {
        let month = month(of: slots[choice.slot].day)
        there[month] += choice.published
        if choice.published == 0 { free[month] += min(choice.most, max(0, room[choice.slot])) }
      }
      var left = series.quota - series.aired.count - there.reduce(0, +)
      return series.perMonth.enumerated().map { month, range in
        let more = max(0, min(range.lowerBound - there[month], free[month], left))
        left -= more
        return min(range.upperBound, min(range.lowerBound, there[month] + more))...range.upperBound
      }
    }
  }
}

extension Problem.Series {
  /// The same with other slots, which are all that is placed; no pins and no least of a month are asked for.
  fileprivate func frozen(quota: Int, choices: [Problem.Choice]) -> Problem.Series {
    Problem.Series(
      quota: quota, aired: aired, dayWeights: dayWeights, choices: choices, perDay: perDay,
      perMonth: perMonth.map { 0...$0.upperBound }, gapDays: gapDays, minutes: minutes,
      follows: follows.map { follows in
        Problem.Follows(
          source: follows.source, leastDays: follows.leastDays, mostDays: follows.mostDays,
          translator: follows.translator)
      })
  }
}
