import TestSupport

@testable import Allocation

/// Prices of all kinds for the nodes and rules of a problem: near the given ones, small, large and absurd.
struct RandomPrices {
  private var random: SeededRandom
  private let nodes: [NetworkNode]
  private let rules: [NetworkRule]

  init(seed: Int, in problem: Problem, hasRules: Bool) {
    random = SeededRandom(seed: seed)
    var nodes: [NetworkNode] = [.shortage, .sink]
    for series in problem.series.indices {
      nodes += (0...8).map { .chain(series: series, position: $0) }
      nodes += (0...8).map { .gate(series: series, position: $0) }
    }
    nodes += problem.slots.indices.map { .slot($0) }
    for outlet in problem.outlets.indices {
      nodes += (0..<12).map { .outletMonth(outlet: outlet, month: $0) }
      nodes += problem.slots.map { .outletDay(outlet: outlet, day: $0.day) }
    }
    self.nodes = nodes
    rules = hasRules ? Self.rules(of: problem) : []
  }

  /// Rules of all kinds, those the problem has and others.
  static func rules(of problem: Problem) -> [NetworkRule] {
    var rules: [NetworkRule] = []
    for series in problem.series.indices {
      rules += (-1...12).flatMap {
        [.monthLeast(series: series, month: $0), .monthMost(series: series, month: $0)]
      }
      rules += (-1...problem.days).flatMap {
        [.gap(series: series, day: $0), .follows(series: series, day: $0)]
      }
    }
    for from in -1...5 {
      rules += (-1...5).map { .translation(translator: 0, from: from, through: $0) }
    }
    rules += [
      .gap(series: -1, day: 0), .follows(series: 99, day: 3),
      .translation(translator: 7, from: 0, through: 0),
    ]
    return rules
  }

  /// A level with this value and prices drawn anew.
  mutating func priced(_ level: Certificate.Level, value: Int) -> Certificate.Level {
    let scale = random.pick([1, 1, 1000, 100_000])
    var prices = level.prices
    switch random.int(0...5) {
    case 0...2:
      for node in nodes where random.oneIn(6) { prices[node, default: 0] += scale * random.int(-2...2) }
    case 3: prices = [:]
    case 4:
      for node in nodes { prices[node] = scale * random.int(-3...3) }
    default:
      for node in nodes { prices[node] = random.pick([.max, .min, Int(bitPattern: UInt(random.next()))]) }
    }
    var rulePrices: [NetworkRule: Int] = [:]
    let share = random.pick([1, 4, 20, 60])
    for rule in rules where random.oneIn(share) {
      rulePrices[rule] = random.oneIn(50) ? random.pick([.max, .min, -1]) : scale * random.int(0...2)
    }
    let refuted = random.pick([value - 1, value - 1, value, value + 300, level.refuted, -7, .max])
    return Certificate.Level(
      objective: level.objective, value: Int128(value), refuted: refuted, prices: prices,
      rulePrices: rulePrices)
  }
}
