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
      && (0..<7).contains(problem.weekOffset) && (13...42).contains(problem.monthStart.count)
      && problem.monthStart == problem.monthStart.sorted()
      && problem.monthStart.first == 0 && choices + problem.series.count < count / 16
      && problem.outlets.allSatisfy { holds($0, in: problem) }
      && problem.slots.allSatisfy { holds($0, in: problem) }
      && problem.series.allSatisfy { holds($0, in: problem) }
      && problem.translators.allSatisfy { $0.perWeek.count <= 1024 && $0.perWeek.allSatisfy(number.contains) }
  }

  /// The parts of the problem that share neither an outlet, nor a translator, nor a series that one waits for;
  /// ascending, the part with the lowest series first.
  static func parts(of problem: Problem) -> [[Int]] {
    var users: [String: [Int]] = [:]
    for (index, series) in problem.series.enumerated() {
      for outlet in Set(series.choices.map { problem.slots[$0.slot].outlet }) {
        users["outlet \(outlet)", default: []].append(index)
      }
      guard let follows = series.follows else { continue }
      users["waits \(index)"] = [index, follows.source]
      if let translator = follows.translator { users["translator \(translator)", default: []].append(index) }
    }
    var neighbours = problem.series.map { _ in [Int]() }
    for members in users.values {
      for (one, other) in zip(members, members.dropFirst()) {
        neighbours[one].append(other)
        neighbours[other].append(one)
      }
    }
    var isSeen = problem.series.map { _ in false }
    return problem.series.indices.compactMap { start in
      guard !isSeen[start] else { return nil }
      isSeen[start] = true
      var part = [start]
      var next = 0
      while next < part.count {
        for other in neighbours[part[next]] where !isSeen[other] {
          isSeen[other] = true
          part.append(other)
        }
        next += 1
      }
      return part.sorted()
    }
  }

  private static func holds(_ outlet: Problem.Outlet, in problem: Problem) -> Bool {
    number.contains(outlet.perDay ?? 0)
      && (outlet.perMonth.map { $0.count == problem.months.count && $0.allSatisfy(number.contains) } ?? true)
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
      && series.perMonth.count == problem.months.count && number.contains(series.perDay)
      && number.contains(series.gapDays)
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
