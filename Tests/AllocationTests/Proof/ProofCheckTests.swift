import Testing

@testable import Allocation

@Suite("The proof, against schedules found without it")
struct ProofCheckTests {
  static let first: [Objective] = [.shortage, .deviation, .squares, .preference, .moves]
  static let replan: [Objective] = [.shortage, .deviation, .moves, .squares, .preference]

  private static func order(_ seed: Int) -> [Objective] { seed % 2 == 0 ? first : replan }
  private static func slack(_ seed: Int) -> Int { seed % 3 == 0 ? 700 : 0 }

  @Test("the plain flow is as good as the best of all schedules, and its prices prove it")
  func levels_plainFlow_equalBruteForce() {
    var wrong: [String] = []
    var compared = 0
    for seed in 0..<300 {
      let problem = TinyProblem.random(seed: seed, .tiny)
      let (order, slack) = (Self.order(seed), Self.slack(seed))
      let brute = BruteForce(problem, order: order, slack: slack, isRelaxed: true)
      guard brute.isWithinReach else { continue }
      let certificate = Certificate(oracle: problem, order: order, slack: slack)
      let levels = certificate.map { ProofCheck.levels(of: problem, by: $0) }
      if levels?.map(\.value) != brute.levels?.map({ Int128($0) }) || levels?.allSatisfy(\.isOptimal) == false
      {
        wrong.append("\(seed): \(levels ?? []), not \(brute.levels ?? [])")
      }
      compared += brute.levels == nil ? 0 : 1
    }
    #expect(wrong.isEmpty)
    #expect(compared > 200)
  }

  @Test("the plain flow proves itself on problems of sixty slots")
  func levels_plainFlow_isOptimal() {
    var wrong: [String] = []
    for seed in 0..<40 {
      let problem = TinyProblem.random(seed: seed, .middle)
      guard let certificate = Certificate(oracle: problem, order: Self.order(seed), slack: Self.slack(seed))
      else { continue }
      let levels = ProofCheck.levels(of: problem, by: certificate)
      if !levels.allSatisfy(\.isOptimal) { wrong.append("\(seed): \(levels)") }
    }
    #expect(wrong.isEmpty)
  }

  @Test(
    "no prices prove more than there is, neither near the best ones nor far off", arguments: [false, true])
  func levels_anyPrices_staysBelowBest(hasRules: Bool) {
    var wrong: [String] = []
    for seed in 0..<150 {
      let problem = TinyProblem.random(seed: seed, hasRules ? .ruled : .tiny)
      let (order, slack) = (Self.order(seed), Self.slack(seed))
      let brute = BruteForce(problem, order: order, slack: slack, isRelaxed: !hasRules)
      guard let best = brute.parts, let near = Certificate(oracle: problem, order: order, slack: slack) else {
        continue
      }
      for round in 0..<12 {
        var random = RandomPrices(seed: 100 * seed + round, in: problem, hasRules: hasRules)
        let certificate = Certificate(
          parts: zip(near.parts, best).map { part, best in
            Certificate.Part(
              series: part.series, width: best[1] + slack,
              levels: zip(part.levels, best).map { random.priced($0, value: $1) })
          })
        for (level, best) in zip(ProofCheck.levels(of: problem, by: certificate), brute.levels ?? [])
        where level.bound > Int128(best) || level.value != Int128(best) {
          wrong.append("\(seed), \(round): \(level), but \(best)")
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("without prices, a bound is what every schedule has")
  func levels_noPrices_areFloors() {
    let problem = TinyProblem.random(seed: 3, .tiny)
    let levels = Self.first.map {
      Certificate.Level(objective: $0, value: 1 << 40, refuted: -1, prices: [:], rulePrices: [:])
    }
    let parts = PlacedUnits.parts(of: problem).map {
      Certificate.Part(series: $0, width: .max, levels: levels)
    }
    let proven = ProofCheck.levels(of: problem, by: Certificate(parts: parts))
    #expect(proven.map(\.objective) == Self.first)
    #expect(proven.allSatisfy { $0.bound <= $0.value })
    #expect(proven[0].bound == 0)
  }

  @Test("an empty certificate speaks of no objective")
  func levels_noParts_isEmpty() {
    let certificate = Certificate(parts: [])
    #expect(ProofCheck.levels(of: TinyProblem.random(seed: 1, .tiny), by: certificate).isEmpty)
  }

  @Test("parts that are not the problem's prove nothing")
  func levels_partsTornOrDoubled_proveNothing() throws {
    var torn = 0
    for seed in 0..<60 {
      let problem = TinyProblem.random(seed: seed, .tiny)
      guard let whole = Certificate(oracle: problem, order: Self.first), let part = whole.parts.first else {
        continue
      }
      let nothing = ProofCheck.levels(of: problem, by: whole)
        .map { $0.objective == .preference ? Int128.min : 0 }
      let doubled = Certificate(parts: whole.parts + [part])
      let lacking = Certificate(
        parts: [
          Certificate.Part(series: Array(part.series.dropLast()), width: part.width, levels: part.levels)
        ]
          + whole.parts.dropFirst())
      for certificate in [doubled, lacking] {
        let bounds = ProofCheck.levels(of: problem, by: certificate).map(\.bound)
        if bounds != nothing { torn += 1 }
      }
    }
    #expect(torn == 0)
  }

  @Test("numbers at the end of what an integer holds neither trap nor prove")
  func levels_hugeProblem_provesNothing() {
    let huge = Problem(
      days: 365, firstOpenDay: 0, monthStart: Array(0...12).map { $0 * 30 },
      outlets: [Problem.Outlet(perDay: .max)],
      slots: [Problem.Slot(outlet: 0, day: 3, pieces: .max)],
      series: [
        Problem.Series(
          quota: .max, dayWeights: Array(repeating: .max, count: 365),
          choices: [Problem.Choice(slot: 0, most: .max, preference: .min, published: .max)],
          perMonth: Array(repeating: 0...Int.max, count: 12))
      ], translators: [])
    let levels = Objective.allCases.map {
      Certificate.Level(
        objective: $0, value: .max, refuted: .max, prices: [.sink: .min, .shortage: .max],
        rulePrices: [.gap(series: .max, day: .min): .max])
    }
    let part = Certificate.Part(series: [0], width: .max, levels: levels)
    let proven = ProofCheck.levels(of: huge, by: Certificate(parts: [part, part]))
    #expect(proven.map(\.bound) == [0, 0, 0, 0, .min])
    #expect(proven.map(\.value) == Array(repeating: .max, count: 5))
  }
}
