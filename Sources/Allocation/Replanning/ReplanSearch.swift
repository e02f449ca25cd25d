import ScheduleModel

/// The search for the rest of a year, once for each slack.
struct ReplanSearch {
  let rest: RestOfYear
  let demands: [LineDemand]
  let planned: PlanProblem
  /// What was wrong with the pins.
  let findings: [Finding]
  private let plan: Plan
  /// The series of the parts that share nothing.
  private let parts: [[Int]]
  /// Published placements that have not aired and were not due.
  private let waiting: [Placement]

  /// A schedule of the rest.
  struct Candidate {
    let slack: Int
    let solution: Solution
    let built: ScheduleBuilding
    let evenness: Evenness
    let moves: Int

    /// What it is judged by once the slack is kept; less is better.
    var worth: (Int, Int, Int, Int128) {
      (-built.placements.count, solution.missed.count, moves, evenness.squares)
    }
  }

  init(plan: Plan, slots: [Slot], _ start: YearSoFar) {
    self.plan = plan
    let record = PublishedRecord(start, plan: plan, slots: slots)
    rest = RestOfYear(of: plan, slots: slots, start)
    let use = SlotUse(plan: rest.plan, slots: rest.slots)
    var demands = LineDemand.all(of: rest.plan, use, after: record)
    findings = PinChoice.choose(&demands, plan: rest.plan, slots: rest.slots)
    self.demands = demands
    let year = PlanProblem.yearWeights(of: plan, slots: slots, from: start.from)
    let bold = PlanProblem(demands, plan: rest.plan, use, after: record, weights: year)
    let isSafe =
      bold.series.allSatisfy(\.past.ahead.isEmpty)
      || Self.losesNothing(bold, plan: plan, slots: rest.slots)
    planned =
      isSafe
      ? bold : PlanProblem(demands, plan: rest.plan, use, after: record, weights: year, isCautious: true)
    parts = ProblemParts(of: planned.problem).series
    waiting = start.published.filter { start.aired[$0.uid] == nil && start.isOpen($0) }
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
  func curve(slack: Int?) -> (chosen: Candidate, curve: [Replan.Point]) {
    let first = solved(0)
    let same = unchanged()
    let excess = same.map { $0.evenness.excess(over: first.evenness) }
    let wanted = slack ?? excess ?? 0
    var best = first
    var answer = first
    var points: [Replan.Point] = []
    for slack in Set(Replanner.slacks + [wanted]).sorted() {
      if slack > 0 {
        let found = solved(slack)
        if found.moves <= best.moves, found.worth < best.worth { best = found }
      }
      if let same, let excess, slack >= excess, same.moves < best.moves { best = same }
      if slack == wanted { answer = best }
      let point = Replan.Point(
        slack: slack, moves: best.moves, deviation: best.evenness.deviation, squares: best.evenness.squares)
      if let last = points.last, last.isAsGood(as: point), slack != wanted { continue }
      points.append(point)
    }
    let candidate = Candidate(
      slack: wanted, solution: answer.solution, built: answer.built, evenness: answer.evenness,
      moves: answer.moves)
    return (candidate, points)
  }

  private func solved(_ slack: Int) -> Candidate {
    let solution = AllocationEngine.solve(
      planned.problem, options: SearchOptions(order: .replan, slack: slack))
    return candidate(solution, slack: slack)
  }

  private func candidate(_ solution: Solution, slack: Int) -> Candidate {
    let built = ScheduleBuilding(solution, of: planned, plan: plan, slots: rest.slots)
    let new = Dictionary(built.placements.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    return Candidate(
      slack: slack, solution: solution, built: built,
      evenness: Evenness(of: solution.units, in: planned.problem, parts: parts),
      moves: Self.moves(of: waiting, to: new).count)
  }

  /// The published rest, where all of it may stay and nothing else is asked for; `nil` otherwise. Nothing is
  /// proven of it.
  private func unchanged() -> Candidate? {
    guard forcedMoves == 0 else { return nil }
    for (origin, series) in zip(planned.series, planned.problem.series) {
      guard origin.past.missed.isEmpty, series.quota - series.aired.count == origin.past.waiting.count else {
        return nil
      }
    }
    let all = planned.problem.series.reduce(0) { $0 + $1.quota - $1.aired.count }
    let solution = AllocationEngine.solve(planned.problem.asPublished)
    guard solution.units.count == all, solution.missed.isEmpty else { return nil }
    let plain = Solution(
      units: solution.units, levels: [], missed: [], certificate: solution.certificate,
      isCutShort: solution.isCutShort)
    return candidate(plain, slack: 0)
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

extension Problem {
  /// The problem in which nothing may lie elsewhere than it was published.
  fileprivate var asPublished: Problem {
    Problem(
      days: days, firstOpenDay: firstOpenDay, monthStart: monthStart, outlets: outlets, slots: slots,
      series: series.map { $0.with(choices: $0.choices.filter { $0.published > 0 }) },
      translators: translators, weekOffset: weekOffset)
  }
}

extension Problem.Series {
  fileprivate func with(choices: [Problem.Choice]) -> Problem.Series {
    Problem.Series(
      quota: quota, aired: aired, dayWeights: dayWeights, choices: choices, dayPins: dayPins, perDay: perDay,
      perMonth: perMonth, gapDays: gapDays, minutes: minutes, follows: follows)
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
