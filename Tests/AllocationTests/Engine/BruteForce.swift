@testable import Allocation

/// The best schedule of a tiny problem by looking at all of them.
struct BruteForce {
  /// The best of each objective in its order, part by part; `nil` where no schedule keeps the rules.
  let parts: [[Int]]?
  /// False where there are too many schedules to look at.
  let isWithinReach: Bool

  /// Looks at all schedules.
  init(_ problem: Problem, order: [Objective], slack: Int = 0, isRelaxed: Bool, most: Int = 30_000) {
    let all = BruteForce.schedules(of: problem, isRelaxed: isRelaxed)
    let parts = PlacedUnits.parts(of: problem)
    let isWithinReach = parts.allSatisfy { BruteForce.count(of: $0, all, most: most) <= most }
    self.isWithinReach = isWithinReach
    guard isWithinReach else {
      self.parts = nil
      return
    }
    let best = parts.map { part in
      BruteForce.best(
        BruteForce.values(of: part, all, in: problem, isRelaxed: isRelaxed), order, slack: slack)
    }
    self.parts = best.contains(nil) ? nil : best.compactMap { $0 }
  }

  /// The best of each objective over all parts.
  var levels: [Int]? {
    parts.map { parts in
      (parts.first ?? []).indices.map { level in parts.reduce(0) { $0 + $1[level] } }
    }
  }

  /// All that each series may have, if it were alone.
  static func schedules(of problem: Problem, isRelaxed: Bool) -> [[[Int]]] {
    problem.series.indices.map { schedules(of: $0, in: problem, isRelaxed: isRelaxed) }
  }

  /// How many there are of a part, or more than `most`.
  static func count(of part: [Int], _ all: [[[Int]]], most: Int) -> Int {
    part.reduce(1) { min($0 * all[$1].count, most + 1) }
  }

  private static func schedules(of index: Int, in problem: Problem, isRelaxed: Bool) -> [[Int]] {
    var counts: [[Int]] = [[]]
    let series = problem.series[index]
    for choice in series.choices {
      counts = counts.flatMap { start in (0...choice.most).map { start + [$0] } }
        .filter { $0.reduce(0, +) <= max(0, series.quota - series.aired.count) }
    }
    return counts.filter { PlacedUnits.breaches(of: $0, index, in: problem, isRelaxed: isRelaxed).isEmpty }
  }

  /// What each schedule of a part that keeps the rules has of each objective.
  private static func values(
    of part: [Int], _ all: [[[Int]]], in problem: Problem, isRelaxed: Bool
  ) -> [[Objective: Int]] {
    let own = part.map { index in all[index].map { PlacedUnits.values($0, index, in: problem) } }
    var found: [[Objective: Int]] = []
    look(at: part, all, in: problem, isRelaxed: isRelaxed) { _, chosen in
      var sum: [Objective: Int] = [:]
      for objective in Objective.allCases {
        let values = chosen.indices.map { own[$0][chosen[$0]][objective] ?? 0 }
        sum[objective] = objective == .deviation ? values.max() : values.reduce(0, +)
      }
      found.append(sum)
    }
    return found
  }

  /// Shows each schedule of a part that keeps the rules, and which of `all` it has of each series.
  static func look(
    at part: [Int], _ all: [[[Int]]], in problem: Problem, isRelaxed: Bool,
    _ show: (_ counts: [[Int]], _ chosen: [Int]) -> Void
  ) {
    var counts = problem.series.map { $0.choices.map { _ in 0 } }
    var used = Array(repeating: 0, count: problem.slots.count)
    var chosen: [Int] = []
    func look(from depth: Int) {
      guard depth < part.count else {
        guard PlacedUnits(problem, counts: counts).sharedBreaches(isRelaxed: isRelaxed).isEmpty else {
          return
        }
        show(counts, chosen)
        return
      }
      let choices = problem.series[part[depth]].choices
      for (number, schedule) in all[part[depth]].enumerated() {
        for (choice, count) in zip(choices, schedule) { used[choice.slot] += count }
        if choices.allSatisfy({ used[$0.slot] <= problem.slots[$0.slot].pieces }) {
          counts[part[depth]] = schedule
          chosen.append(number)
          look(from: depth + 1)
          chosen.removeLast()
        }
        for (choice, count) in zip(choices, schedule) { used[choice.slot] -= count }
      }
    }
    look(from: 0)
  }

  private static func best(_ values: [[Objective: Int]], _ order: [Objective], slack: Int) -> [Int]? {
    var left = values
    var best: [Int] = []
    for objective in order {
      guard let least = left.map({ $0[objective] ?? 0 }).min() else { return nil }
      best.append(least)
      let most = least + (objective == .deviation ? slack : 0)
      left = left.filter { $0[objective] ?? 0 <= most }
    }
    return best
  }
}
