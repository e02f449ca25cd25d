/// Which problems a proof is worked out for: those whose numbers cannot overflow on the way, and whose arrays
/// fit one another.
enum ProofReach {
  /// The largest quota, capacity, preference or distance in days.
  static let number = 0...Int(Int32.max)
  /// The largest weight of a day, so that those of a year do not overflow.
  static let weight = 0...(1 << 50)
  /// The largest price of a node; a larger one is taken for this, which still gives a bound.
  static let price = -(1 << 52)...(1 << 52)
  /// The largest price of a rule; as with nodes.
  static let rulePrice = 0...(1 << 48)
  /// The most arcs, and the most rules with a price.
  ///
  /// A price difference of 2^53, a flow of 2^31 and 2^26 arcs make 2^110; rules add 2^48 each to as many counts as
  /// a translator has versions, in all less than 2^115. A thousand times that is below 2^126.
  static let count = 1 << 26

  /// Whether the problem's numbers are in reach and its arrays fit one another.
  static func holds(_ problem: Problem) -> Bool {
    let choices = problem.series.reduce(0) { $0 + $1.choices.count }
    return (1...4096).contains(problem.days) && (0...problem.days).contains(problem.firstOpenDay)
      && (0..<7).contains(problem.weekOffset) && problem.monthStart.count == 13
      && problem.monthStart == problem.monthStart.sorted()
      && problem.monthStart.first == 0 && choices + problem.series.count < count / 16
      && problem.outlets.allSatisfy(holds) && problem.slots.allSatisfy { holds($0, in: problem) }
      && problem.series.allSatisfy { holds($0, in: problem) }
      && problem.translators.allSatisfy { $0.perWeek.count <= 1024 && $0.perWeek.allSatisfy(number.contains) }
  }

  /// The parts of the problem that share neither an outlet nor a series that one waits for; ascending, the part with
  /// the lowest series first. A series without a choice is a part of its own.
  static func parts(of problem: Problem) -> [[Int]] {
    var parent = Array(problem.outlets.indices)
    func root(_ outlet: Int) -> Int {
      var outlet = outlet
      while parent[outlet] != outlet {
        parent[outlet] = parent[parent[outlet]]
        outlet = parent[outlet]
      }
      return outlet
    }
    func outlet(_ choice: Problem.Choice) -> Int { problem.slots[choice.slot].outlet }
    for series in problem.series {
      guard let first = series.choices.first else { continue }
      let awaited = series.follows.flatMap { problem.series[$0.source].choices.first }
      for choice in series.choices + (awaited.map { [$0] } ?? []) {
        parent[root(outlet(choice))] = root(outlet(first))
      }
    }
    var parts: [[Int]] = []
    var partOf: [Int: Int] = [:]
    for (index, series) in problem.series.enumerated() {
      guard let root = series.choices.first.map({ root(outlet($0)) }) else {
        parts.append([index])
        continue
      }
      if let part = partOf[root] {
        parts[part].append(index)
      } else {
        partOf[root] = parts.count
        parts.append([index])
      }
    }
    return parts
  }

  private static func holds(_ outlet: Problem.Outlet) -> Bool {
    number.contains(outlet.perDay ?? 0)
      && (outlet.perMonth.map { $0.count == 12 && $0.allSatisfy(number.contains) } ?? true)
  }

  private static func holds(_ slot: Problem.Slot, in problem: Problem) -> Bool {
    problem.outlets.indices.contains(slot.outlet)
      && (0..<problem.days).contains(slot.day)
      && (1...problem.days).contains(slot.span) && number.contains(slot.pieces)
  }

  private static func holds(_ series: Problem.Series, in problem: Problem) -> Bool {
    number.contains(series.quota) && number.contains(series.aired.count)
      && series.aired == series.aired.sorted() && (series.aired.last ?? -1) < problem.firstOpenDay
      && series.dayWeights.count == problem.days && series.dayWeights.allSatisfy(weight.contains)
      && series.perMonth.count == 12 && number.contains(series.perDay) && number.contains(series.gapDays)
      && series.dayPins.count < 4096 && series.dayPins.allSatisfy { number.contains($0.least) }
      && series.choices.allSatisfy { holds($0, in: problem) }
      && (series.follows.map { holds($0, in: problem) } ?? true)
  }

  private static func holds(_ choice: Problem.Choice, in problem: Problem) -> Bool {
    problem.slots.indices.contains(choice.slot)
      && problem.slots[choice.slot].day >= problem.firstOpenDay
      && [choice.most, choice.least, choice.published, abs(max(choice.preference, -Int.max))]
        .allSatisfy(number.contains)
  }

  private static func holds(_ follows: Problem.Follows, in problem: Problem) -> Bool {
    problem.series.indices.contains(follows.source) && number.contains(follows.leastDays)
  }
}
