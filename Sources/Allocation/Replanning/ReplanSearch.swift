import ScheduleModel

/// The search for the rest of a year: what was published stays where it may, or moves as far as each slack allows.
struct ReplanSearch {
  let rest: RestOfYear
  let demands: [LineDemand]
  /// The problem in which published placements may move.
  let planned: PlanProblem
  /// What was wrong with the pins.
  let findings: [Finding]
  private let plan: Plan
  private let start: YearSoFar
  private let use: SlotUse
  /// How much each open day counts for each series, as in the plan of the whole year.
  private let weights: [[Int]]
  /// Published placements that may stay where they are.
  private let kept: Set<String>
  /// The series of the parts that share nothing.
  private let parts: [[Int]]
  /// Published placements that have not aired and were not due.
  private let waiting: [Placement]

  /// A schedule of the rest.
  struct Candidate {
    let slack: Int
    let planned: PlanProblem
    let solution: Solution
    let built: ScheduleBuilding
    let evenness: Evenness
    let moves: [Replan.Move]
    /// Whether all stays that may; what is proven then compares with such schedules alone.
    let keepsPublished: Bool

    /// What it is judged by once the slack is kept; less is better.
    var worth: (Int, Int, Int, Int128) {
      (-built.placements.count, solution.missed.count, moves.count, evenness.squares)
    }

    /// Whether it has as many placements as another, and misses no more leasts of months.
    fileprivate func isAsComplete(as other: Candidate) -> Bool {
      (worth.0, worth.1) <= (other.worth.0, other.worth.1)
    }

    fileprivate func with(slack: Int) -> Candidate {
      Candidate(
        slack: slack, planned: planned, solution: solution, built: built, evenness: evenness, moves: moves,
        keepsPublished: keepsPublished)
    }

    /// Whether it takes the place of another of less slack: where it is better, or as good and more is proven.
    fileprivate func replaces(_ other: Candidate) -> Bool {
      moves.count <= other.moves.count
        && (worth < other.worth || other.keepsPublished && worth == other.worth)
    }
  }

  /// What was found.
  struct Result {
    /// The schedule that was asked for.
    let chosen: Candidate
    /// The moves against the evenness, by slack.
    let curve: [Replan.Point]
    /// A schedule that places more because published placements move for it; `nil` when there is none.
    let fuller: Candidate?
  }

  init(plan: Plan, slots: [Slot], _ start: YearSoFar, fixed: Set<String>) {
    self.plan = plan
    self.start = start
    let rest = RestOfYear(of: plan, slots: slots, start)
    let use = SlotUse(plan: rest.plan, slots: rest.slots)
    let record = PublishedRecord(start, plan: plan, slots: slots, fixed: fixed)
    var demands = LineDemand.all(of: rest.plan, use, after: record)
    findings = PinChoice.choose(&demands, plan: rest.plan, slots: rest.slots)
    var weights = PlanProblem.yearWeights(of: plan, slots: slots, from: start.from)
    let asked = demands
    func problem(_ record: PublishedRecord, isCautious: Bool) -> PlanProblem {
      PlanProblem(asked, plan: rest.plan, use, after: record, weights: weights, isCautious: isCautious)
    }
    var bold = problem(record, isCautious: false)
    if bold.series.contains(where: \.isLaterPart) {
      let solution = AllocationEngine.solve(bold.problem, options: SearchOptions(order: .replan))
      if let close = CloseParts.weights(solution, of: bold, plan: plan, slots: rest.slots) {
        weights = close
        bold = problem(record, isCautious: false)
      }
    }
    kept = KeptPlacements(bold).uids
    let isCautious =
      !bold.series.allSatisfy(\.past.ahead.isEmpty)
      && !Self.losesNothing(bold, plan: plan, slots: rest.slots)
    let free = PublishedRecord(start, plan: plan, slots: slots, fixed: fixed.intersection(kept))
    planned = fixed.isEmpty && !isCautious ? bold : problem(free, isCautious: isCautious)
    parts = ProblemParts(of: planned.problem).series
    waiting = start.published.filter { start.aired[$0.uid] == nil && start.isOpen($0) }
    (self.rest, self.demands, self.use, self.weights) = (rest, demands, use, weights)
  }

  /// Whether everything that the engine places follows a work.
  private static func losesNothing(_ planned: PlanProblem, plan: Plan, slots: [Slot]) -> Bool {
    let solution = AllocationEngine.solve(planned.problem, options: SearchOptions(order: .replan))
    let built = ScheduleBuilding(solution, of: planned, plan: plan, slots: slots)
    return solution.units.count == built.placed.reduce(0, +)
  }

  /// Published units that must move because the plan no longer lets them lie where they were.
  var forcedMoves: Int {
    zip(planned.series, planned.problem.series).reduce(0) { sum, pair in
      sum + pair.0.past.waiting.count - pair.1.choices.reduce(0) { $0 + $1.published }
    }
  }

  /// The schedule of a slack, and the curve of all.
  ///
  /// A schedule of less slack also keeps to more, so more slack never gives more moves.
  ///
  /// - Parameters:
  ///   - slack: `nil` for the schedule in which all stays that may.
  ///   - progress: Is told how many schedules are found, of how many.
  func result(slack: Int?, _ progress: (Int, Int) -> Void) -> Result {
    let count = Replanner.slacks.count + 2
    let first = solved(0)
    progress(1, count)
    let still = keeping()
    progress(2, count)
    let excess = still.evenness.excess(over: first.evenness)
    let isStill = slack == nil
    let isComplete = still.isAsComplete(as: first)
    let wanted = slack ?? excess
    var best = first
    var answer = first
    var points: [Replan.Point] = []
    var all = [first]
    for slack in Set(Replanner.slacks + [wanted] + (isComplete ? [excess] : [])).sorted() {
      if slack > 0, Replanner.slacks.contains(slack) || slack == wanted {
        let found = solved(slack)
        all.append(found)
        progress(min(count, all.count + 1), count)
        if found.replaces(best) { best = found }
      }
      if slack >= excess, isComplete || isStill, still.moves.count < best.moves.count { best = still }
      if slack == wanted {
        if isStill { best = still }
        answer = best
      }
      let point = Replan.Point(
        slack: slack, moves: best.moves.count, deviation: best.evenness.deviation,
        squares: best.evenness.squares)
      points.removeAll { $0.moves < point.moves }
      if let last = points.last, last.isAsGood(as: point), slack != wanted { continue }
      points.append(point)
    }
    let fullest = all.min { $0.worth < $1.worth }
    // What places more and moves nothing keeps what is published just as well.
    if isStill, let fullest, fullest.moves.isEmpty, answer.moves.isEmpty,
      fullest.built.placements.count > answer.built.placements.count, fullest.isAsComplete(as: answer)
    {
      return Result(chosen: fullest.with(slack: wanted), curve: points, fuller: nil)
    }
    return Result(
      chosen: answer.with(slack: wanted), curve: points,
      fuller: fullest.flatMap {
        isStill && !$0.moves.isEmpty && $0.built.placements.count > still.built.placements.count ? $0 : nil
      })
  }

  private func solved(_ slack: Int) -> Candidate {
    let solution = AllocationEngine.solve(
      planned.problem, options: SearchOptions(order: .replan, slack: slack))
    let built = ScheduleBuilding(solution, of: planned, plan: plan, slots: rest.slots)
    return candidate(planned, solution, built, slack: slack, keeps: false)
  }

  /// The schedule in which all stays that may.
  private func keeping() -> Candidate {
    let search = KeepingSearch(keeping: kept, plan: plan, slots: rest.slots) { uids in
      let record = PublishedRecord(start, plan: plan, slots: use.slots, fixed: uids, onlyFixedStay: true)
      return PlanProblem(demands, plan: rest.plan, use, after: record, weights: weights)
    }
    return candidate(search.planned, search.solution, search.built, slack: 0, keeps: true)
  }

  private func candidate(
    _ planned: PlanProblem, _ solution: Solution, _ built: ScheduleBuilding, slack: Int, keeps: Bool
  ) -> Candidate {
    let new = Dictionary(built.placements.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    return Candidate(
      slack: slack, planned: planned, solution: solution, built: built,
      evenness: Evenness(of: solution.units, in: planned.problem, parts: parts),
      moves: Self.moves(of: waiting, to: new), keepsPublished: keeps)
  }

  /// What lies elsewhere now, or at another hour.
  static func moves(of waiting: [Placement], to new: [String: Placement]) -> [Replan.Move] {
    waiting.compactMap { old in
      guard let new = new[old.uid], new.slot != old.slot || new.timing != old.timing else { return nil }
      return Replan.Move(old: old, new: new)
    }
  }
}

extension Replan.Point {
  /// Whether it differs from another in nothing but its slack.
  fileprivate func isAsGood(as other: Replan.Point) -> Bool {
    (moves, deviation, squares) == (other.moves, other.deviation, other.squares)
  }
}

extension PlanProblem {
  /// How much each open day counts for each series: as in the plan of the whole year, so that what follows late
  /// from works that have aired has its days too.
  fileprivate static func yearWeights(of plan: Plan, slots: [Slot], from day: CivilDay) -> [[Int]] {
    let use = SlotUse(plan: plan, slots: slots)
    let year = PlanProblem(LineDemand.all(of: plan, use), plan: plan, use)
    let first = YearDays(of: plan).index(of: day)
    return year.problem.series.map { series in
      series.dayWeights.enumerated().map { $0.offset < first ? 0 : $0.element }
    }
  }
}
