import Synchronization
import Testing

@testable import Allocation

@Suite("The engine, against schedules found by slower means")
struct EngineTests {
  private static let orders: [(SearchOptions.Order, [Objective])] = [
    (.first, [.shortage, .deviation, .squares, .preference, .moves]),
    (.replan, [.shortage, .deviation, .moves, .squares, .preference]),
  ]

  private static func slack(_ seed: Int) -> Int { seed % 3 == 0 ? 700 : 0 }

  /// What is wrong with a solution: its units, its claims, or its bounds.
  private static func faults(
    _ solution: Solution, of problem: Problem, order: [Objective], isRelaxed: Bool
  ) -> [String] {
    guard let placed = PlacedUnits(problem, units: solution.units) else {
      return ["a unit where none may be"]
    }
    var faults = placed.breaches(isRelaxed: isRelaxed)
    let values = placed.values()
    if solution.levels.map(\.objective) != order {
      faults.append("levels \(solution.levels.map(\.objective))")
    }
    for level in solution.levels where level.value != Int128(values[level.objective] ?? 0) {
      faults.append("\(level.objective) claims \(level.value), has \(values[level.objective] ?? 0)")
    }
    if solution.units != solution.units.sorted() { faults.append("units out of order") }
    return faults
  }

  /// Whether all is as good as the best, and proven; a deviation may pass the best by the slack of each part.
  private static func isBest(_ levels: [Solution.Level], _ best: [Int], slack: Int) -> Bool {
    zip(levels, best).allSatisfy { level, best in
      let most = level.objective == .deviation ? best + slack : best
      return level.bound == Int128(best) && level.value >= level.bound && level.value <= Int128(most)
    }
  }

  private static func told(_ levels: [Solution.Level]) -> String {
    levels.map { "\($0.objective) \($0.value) ≥ \($0.bound)" }.joined(separator: ", ")
  }

  @Test(
    "without the rules that a flow does not hold, it finds and proves the best of all schedules",
    arguments: 0...1)
  func solve_tinyRelaxed_equalsBruteForce(number: Int) {
    let (order, objectives) = Self.orders[number]
    var wrong: [String] = []
    var compared = 0
    for seed in 0..<400 {
      let problem = TinyProblem.random(seed: seed, .tiny)
      let brute = BruteForce(problem, order: objectives, slack: Self.slack(seed), isRelaxed: true)
      guard let best = brute.levels else { continue }
      compared += 1
      let options = SearchOptions(order: order, slack: Self.slack(seed), isRelaxed: true)
      let solution = AllocationEngine.solve(problem, options: options)
      let faults = Self.faults(solution, of: problem, order: objectives, isRelaxed: true)
      let slack = PlacedUnits.parts(of: problem).count * Self.slack(seed)
      if !faults.isEmpty || !Self.isBest(solution.levels, best, slack: slack) {
        wrong.append("\(seed): \(faults) \(Self.told(solution.levels)); best is \(best)")
      }
    }
    #expect(wrong.isEmpty)
    #expect(compared > 250)
  }

  @Test("on problems of sixty slots it finds and proves what the plain flow does", arguments: 0...1)
  func solve_middleRelaxed_equalsPlainFlow(number: Int) {
    let (order, objectives) = Self.orders[number]
    var wrong: [String] = []
    for seed in 0..<60 {
      let problem = TinyProblem.random(seed: seed, .middle)
      guard let oracle = Certificate(oracle: problem, order: objectives, slack: Self.slack(seed)) else {
        continue
      }
      let best = ProofCheck.levels(of: problem, by: oracle).map { Int($0.value) }
      let options = SearchOptions(order: order, slack: Self.slack(seed), isRelaxed: true)
      let solution = AllocationEngine.solve(problem, options: options)
      let faults = Self.faults(solution, of: problem, order: objectives, isRelaxed: true)
      let slack = PlacedUnits.parts(of: problem).count * Self.slack(seed)
      if !faults.isEmpty || !Self.isBest(solution.levels, best, slack: slack) {
        wrong.append("\(seed): \(faults) \(Self.told(solution.levels)); best is \(best)")
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("with all rules it keeps them, is never better than the best, and claims no more than is so")
  func solve_tinyRuled_keepsRules() {
    var wrong: [String] = []
    var (compared, met) = (0, 0)
    for seed in 0..<400 {
      let (order, objectives) = Self.orders[seed % 2]
      let problem = TinyProblem.random(seed: seed, .ruled)
      let brute = BruteForce(problem, order: objectives, slack: 0, isRelaxed: false)
      guard let best = brute.levels else { continue }
      let solution = AllocationEngine.solve(
        problem, options: SearchOptions(order: order))
      let faults = Self.faults(solution, of: problem, order: objectives, isRelaxed: false)
      let values = solution.levels.map { Int($0.value) }
      // A bound speaks of schedules with the values before it; of the best ones where these are the best.
      let common = zip(values, best).prefix { $0 == $1 }.count
      let bounds = solution.levels.map(\.bound).prefix(common + 1)
      if !faults.isEmpty || values.lexicographicallyPrecedes(best)
        || zip(bounds, best).contains(where: { $0 > $1 })
      {
        wrong.append("\(seed): \(faults) \(Self.told(solution.levels)); best is \(best)")
      }
      compared += 1
      met += values == best ? 1 : 0
    }
    #expect(wrong.isEmpty)
    #expect(compared > 250)
    #expect(10 * met > 7 * compared, "\(met) of \(compared) are the best")
  }

  @Test("with all rules on problems of sixty slots it keeps them, and proves no more than it has")
  func solve_middleRuled_keepsRules() {
    var wrong: [String] = []
    for seed in 0..<60 {
      let (order, objectives) = Self.orders[seed % 2]
      let problem = TinyProblem.random(seed: seed, .middleRuled)
      let solution = AllocationEngine.solve(
        problem, options: SearchOptions(order: order, slack: Self.slack(seed)))
      let faults = Self.faults(solution, of: problem, order: objectives, isRelaxed: false)
      if !faults.isEmpty || solution.levels.contains(where: { $0.bound > $0.value }) {
        wrong.append("\(seed): \(faults) \(Self.told(solution.levels))")
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("the same problem gives the same solution on one thread and on several")
  func solve_severalThreads_isTheSame() {
    let problem = TinyProblem.random(seed: 8, .middle)
    let one = AllocationEngine.solve(problem, options: SearchOptions(isRelaxed: true))
    #expect(AllocationEngine.solve(problem, options: SearchOptions(isRelaxed: true, threads: 3)) == one)
  }

  @Test("a search that is cut short gives a schedule that keeps the rules, and claims what it has")
  func solve_cutShort_keepsRules() {
    var wrong: [String] = []
    var short = 0
    for seed in 0..<120 {
      let (order, objectives) = Self.orders[seed % 2]
      let problem = TinyProblem.random(seed: seed, seed % 3 == 0 ? .middleRuled : .ruled)
      let patience = Mutex(seed % 17)
      let options = SearchOptions(order: order) { _ in
        patience.withLock {
          $0 -= 1
          return $0 >= 0
        }
      }
      let solution = AllocationEngine.solve(problem, options: options)
      guard solution.isCutShort else { continue }
      short += 1
      // Pins and the leasts of months may be missed; nothing else.
      let faults = Self.faults(solution, of: problem, order: objectives, isRelaxed: false).filter {
        !$0.contains("pin") && !$0.contains("choice") && !$0.contains("in month")
      }
      let isFalse = solution.levels.contains { $0.bound > $0.value && $0.objective == .shortage }
      if !faults.isEmpty || isFalse { wrong.append("\(seed): \(faults) \(Self.told(solution.levels))") }
    }
    #expect(wrong.isEmpty)
    #expect(short > 50)
  }

  @Test("a search that may work no longer gives a schedule that keeps the rules, and claims what it has")
  func solve_littleWork_keepsRules() {
    var wrong: [String] = []
    var worse = 0
    for seed in 0..<120 {
      let (order, objectives) = Self.orders[seed % 2]
      let problem = TinyProblem.random(seed: seed, seed % 3 == 0 ? .middleRuled : .ruled)
      let solution = AllocationEngine.solve(problem, options: SearchOptions(order: order, mostWork: 1))
      // Pins and the leasts of months may be missed; nothing else.
      let faults = Self.faults(solution, of: problem, order: objectives, isRelaxed: false).filter {
        !$0.contains("pin") && !$0.contains("choice") && !$0.contains("in month")
      }
      let isFalse = solution.levels.contains { $0.bound > $0.value && $0.objective == .shortage }
      if !faults.isEmpty || isFalse { wrong.append("\(seed): \(faults) \(Self.told(solution.levels))") }
      let whole = AllocationEngine.solve(problem, options: SearchOptions(order: order))
      worse += solution.levels[0].value > whole.levels[0].value ? 1 : 0
    }
    #expect(wrong.isEmpty)
    #expect(worse > 5)
  }

  @Test(
    "where the search may work no longer, films have their evenings, and repeats those that are left on days of their own"
  )
  func solve_littleWork_sourcesFirst() {
    let days = 28
    let mornings = (0..<days).map { Problem.Slot(outlet: 0, day: $0, pieces: 1) }
    let evenings = stride(from: 0, to: days, by: 2).map { Problem.Slot(outlet: 1, day: $0, pieces: 1) }
    func series(_ quota: Int, _ slots: Range<Int>, _ follows: Problem.Follows? = nil) -> Problem.Series {
      Problem.Series(
        quota: quota, dayWeights: Array(repeating: 1, count: days),
        choices: slots.map { Problem.Choice(slot: $0) },
        perMonth: Array(repeating: 0...99, count: 12), follows: follows)
    }
    let inMornings = 0..<mornings.count
    let inEvenings = mornings.count..<mornings.count + evenings.count
    let problem = Problem(
      days: days, firstOpenDay: 0, monthStart: [0, 2, 4, 7, 9, 11, 14, 16, 18, 21, 23, 25, 28],
      outlets: [Problem.Outlet(), Problem.Outlet()], slots: mornings + evenings,
      series: [
        series(19, inMornings), series(9, inEvenings),
        series(19, inEvenings, Problem.Follows(source: 0, leastDays: 0, mostDays: 0)),
      ], translators: [])
    let solution = AllocationEngine.solve(problem, options: SearchOptions(mostWork: 1))
    #expect((0..<3).map { number in solution.units.count { $0.series == number } } == [19, 9, 5])
  }
}
