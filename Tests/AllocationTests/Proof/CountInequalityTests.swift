import Testing

@testable import Allocation

@Suite("The rules of the proof, against schedules that keep them")
struct CountInequalityTests {
  @Test("every schedule that keeps the rules keeps each inequality, and some are at its end")
  func inequality_allSchedules_holds() {
    var broken: [String] = []
    var tight: Set<String> = []
    for seed in 0..<400 {
      let problem = TinyProblem.random(seed: seed, .ruled)
      let all = BruteForce.schedules(of: problem, isRelaxed: false)
      for part in PlacedUnits.parts(of: problem) where BruteForce.count(of: part, all, most: 2000) <= 2000 {
        let network = ProofNetwork(of: part, in: problem)
        let rules = RandomPrices.rules(of: problem).compactMap { rule in
          CountInequality(rule, on: network, in: problem).map { (rule, $0) }
        }
        BruteForce.look(at: part, all, in: problem, isRelaxed: false) { counts, _ in
          let flows = Self.flows(counts, on: network, in: problem)
          for (rule, inequality) in rules {
            let sum = inequality.terms.reduce(0) { $0 + $1.coefficient * (flows[$1.arc] ?? 0) }
            if sum > inequality.most { broken.append("\(seed): \(rule), \(sum) above \(inequality.most)") }
            if sum == inequality.most, sum != 0 || inequality.terms.count > 1 {
              tight.insert(Self.kind(rule))
            }
          }
        }
      }
    }
    #expect(broken.prefix(5).isEmpty)
    #expect(tight == ["monthLeast", "monthMost", "gap", "follows", "translation"])
  }

  @Test("a gap of four days forbids the third day after a work, and allows the fourth")
  func gap_isAsLongAsAsked() throws {
    let problem = Problem(
      days: 365, firstOpenDay: 0,
      monthStart: [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365], outlets: [Problem.Outlet()],
      slots: (10...14).map { Problem.Slot(outlet: 0, day: $0, pieces: 1) },
      series: [
        Problem.Series(
          quota: 2, dayWeights: Array(repeating: 1, count: 365),
          choices: (0..<5).map { Problem.Choice(slot: $0, most: 1, least: 0) }, perDay: 1,
          perMonth: Array(repeating: 0...9, count: 12), gapDays: 4)
      ], translators: [])
    let network = ProofNetwork(of: [0], in: problem)
    let rule = try #require(CountInequality(.gap(series: 0, day: 10), on: network, in: problem))
    func isKept(onSlots taken: Set<Int>) -> Bool {
      let flows = Self.flows([(0..<5).map { taken.contains($0) ? 1 : 0 }], on: network, in: problem)
      let sum = rule.terms.map { term in term.coefficient * (flows[term.arc] ?? 0) }.reduce(0, +)
      return sum <= rule.most
    }
    #expect(!isKept(onSlots: [0, 3]))
    #expect(isKept(onSlots: [0, 4]))
  }

  /// The units that each count's arc carries.
  private static func flows(
    _ counts: [[Int]], on network: ProofNetwork, in problem: Problem
  ) -> [Int: Int] {
    var flows: [Int: Int] = [:]
    for (index, chain) in network.chains {
      let choices = zip(problem.series[index].choices, counts[index])
      for (position, day) in chain.days.enumerated() {
        flows[chain.firstArc + position] = choices.reduce(0) {
          $0 + (problem.slots[$1.0.slot].day <= day ? $1.1 : 0)
        }
      }
    }
    return flows
  }

  private static func kind(_ rule: NetworkRule) -> String {
    switch rule {
    case .monthLeast: "monthLeast"
    case .monthMost: "monthMost"
    case .gap: "gap"
    case .follows: "follows"
    case .translation: "translation"
    }
  }
}
