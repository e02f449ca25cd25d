@testable import Allocation

/// A part of a problem without the rules that a flow does not hold, solved in the plainest way: a node for each
/// day of each series, and shortest paths by Bellman and Ford, one unit at a time, objective by objective.
struct SlowFlow {
  let problem: Problem
  let series: [Int]
  private var nodes: [NetworkNode?] = []
  private var arcs: [Arc] = []
  private var around: [[Int]] = []
  private var sources: [(node: Int, units: Int)] = []
  private let sink: Int
  private var shortageArc = -1
  private let ideals: [[Int]]
  /// The names under which a certificate knows the nodes.
  private var names: [(name: NetworkNode, node: Int)] = []

  private enum Use {
    case passage
    case day(series: Int, day: Int)
    case shortage
    case choice(series: Int, choice: Int)
  }

  private struct Arc {
    let tail: Int
    let head: Int
    var least: Int
    var most: Int
    let use: Use
    var flow = 0
    /// What each unit costs, the first one first.
    var costs: [Int] = []
  }

  init(_ problem: Problem, series: [Int]) {
    self.problem = problem
    self.series = series
    ideals = problem.series.map(PlacedUnits.idealLine)
    nodes = [.sink, .shortage]
    around = [[], []]
    sink = 0
    for index in series { addSeries(index) }
    shortageArc = arcs.count
    let open = sources.reduce(0) { $0 + $1.units }
    addArc(1, sink, 0...open, .passage)
    for (index, slot) in problem.slots.enumerated() { addOutlet(of: index, slot) }
  }

  private mutating func node(_ name: NetworkNode?) -> Int {
    if let name, let known = nodes.firstIndex(of: name) { return known }
    nodes.append(name)
    around.append([])
    return nodes.count - 1
  }

  private mutating func addArc(_ tail: Int, _ head: Int, _ bounds: ClosedRange<Int>, _ use: Use) {
    around[tail].append(2 * arcs.count)
    around[head].append(2 * arcs.count + 1)
    arcs.append(Arc(tail: tail, head: head, least: bounds.lowerBound, most: bounds.upperBound, use: use))
  }

  private mutating func addSeries(_ index: Int) {
    let series = problem.series[index]
    let open = max(0, series.quota - series.aired.count)
    // From the root back to the first open day: the flow into a day's node is what has been placed by its end.
    let days = (problem.firstOpenDay...problem.days).map { _ in node(nil) }
    for day in problem.firstOpenDay..<problem.days {
      let place = day - problem.firstOpenDay
      addArc(days[place + 1], days[place], 0...open, .day(series: index, day: day))
    }
    sources.append((days[days.count - 1], open))
    addArc(days[days.count - 1], 1, 0...open, .shortage)
    var gates: [[Int]: Int] = [:]
    for (number, choice) in series.choices.enumerated() {
      let slot = problem.slots[choice.slot]
      let key = [slot.day, slot.span]
      if gates[key] == nil {
        let gate = node(nil)
        gates[key] = gate
        let pins =
          slot.span > 1 ? 0 : series.dayPins.filter { $0.day == slot.day }.reduce(0) { $0 + $1.least }
        let most = max(pins, min(open, series.perDay * slot.span))
        addArc(days[slot.day - problem.firstOpenDay], gate, pins...most, .passage)
      }
      addArc(
        gates[key] ?? 0, node(.slot(choice.slot)), choice.least...choice.most,
        .choice(series: index, choice: number))
    }
    // A day's node is the chain's before that day.
    for (position, key) in gates.keys.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }).enumerated() {
      names.append((.gate(series: index, position: position), gates[key] ?? 0))
      names.append((.chain(series: index, position: position), days[key[0] - problem.firstOpenDay]))
    }
    names.append((.chain(series: index, position: gates.count), days[days.count - 1]))
  }

  private mutating func addOutlet(of index: Int, _ slot: Problem.Slot) {
    guard nodes.contains(.slot(index)) else { return }
    let outlet = problem.outlets[slot.outlet]
    var (tail, most) = (node(.slot(index)), slot.pieces)
    var steps: [(NetworkNode, Int)] = []
    if slot.span == 1, let perDay = outlet.perDay {
      steps.append((.outletDay(outlet: slot.outlet, day: slot.day), perDay))
    }
    if let perMonth = outlet.perMonth {
      let month = problem.monthStart.lastIndex { $0 <= slot.day } ?? 0
      steps.append((.outletMonth(outlet: slot.outlet, month: month), perMonth[month]))
    }
    for (name, capacity) in steps {
      let isKnown = nodes.contains(name)
      let next = node(name)
      addArc(tail, next, 0...most, .passage)
      if isKnown { return }
      (tail, most) = (next, capacity)
    }
    addArc(tail, sink, 0...most, .passage)
  }

  // MARK: - Objectives

  /// The best of each objective in its order, with prices that prove it; `nil` where pins cannot be kept.
  mutating func solve(order: [Objective], slack: Int) -> [Certificate.Level]? {
    var levels: [Certificate.Level] = []
    for objective in order {
      if objective == .deviation {
        guard let level = leastDeviation(slack: slack) else { return nil }
        levels.append(level)
        continue
      }
      for index in arcs.indices { arcs[index].costs = costs(of: arcs[index], objective) }
      guard send() else { return nil }
      let prices = potentials()
      levels.append(level(objective, value: value(of: objective), prices: prices))
      if objective == .shortage { arcs[shortageArc].most = arcs[shortageArc].flow } else { keepBest(prices) }
    }
    return levels
  }

  private func costs(of arc: Arc, _ objective: Objective) -> [Int] {
    switch (arc.use, objective) {
    case (.shortage, .shortage): Array(repeating: 1, count: arc.most)
    case (.day(let index, let day), .squares):
      (0..<arc.most).map { placed in
        let count = problem.series[index].aired.count + placed
        return 1000 * (2 * count + 1) - 2 * ideals[index][day]
      }
    case (.choice(let index, let choice), .moves):
      (0..<arc.most).map { $0 < problem.series[index].choices[choice].published ? -1 : 0 }
    case (.choice(let index, let choice), .preference):
      Array(repeating: problem.series[index].choices[choice].preference, count: arc.most)
    default: Array(repeating: 0, count: arc.most)
    }
  }

  private func value(of objective: Objective) -> Int {
    let values = series.map { PlacedUnits.values(counts[$0], $0, in: problem)[objective] ?? 0 }
    return objective == .deviation ? values.max() ?? 0 : values.reduce(0, +)
  }

  /// The units of each series in each of its choices.
  var counts: [[Int]] {
    var counts = problem.series.map { $0.choices.map { _ in 0 } }
    for arc in arcs {
      if case .choice(let series, let choice) = arc.use { counts[series][choice] = arc.flow }
    }
    return counts
  }

  private func level(_ objective: Objective, value: Int, refuted: Int = -1, prices: [Int])
    -> Certificate.Level
  {
    var named: [NetworkNode: Int] = [:]
    for (name, node) in names { named[name] = prices[node] }
    for (node, name) in nodes.enumerated() {
      if let name { named[name] = prices[node] }
    }
    return Certificate.Level(
      objective: objective, value: Int128(value), refuted: refuted, prices: named, rulePrices: [:])
  }

  // MARK: - The band

  /// The narrowest band by halving, and the prices that the one below it is impossible at.
  private mutating func leastDeviation(slack: Int) -> Certificate.Level? {
    let open = self
    for index in arcs.indices { arcs[index].costs = Array(repeating: 0, count: arcs[index].most) }
    guard send() else { return nil }
    var (refuted, least) = (-1, value(of: .deviation))
    var prices = Array(repeating: 0, count: nodes.count)
    while refuted + 1 < least {
      let width = (refuted + least) / 2
      var narrow = open
      let isPossible = narrow.limitCounts(within: width)
      if isPossible, narrow.send() {
        least = narrow.value(of: .deviation)
      } else {
        refuted = width
        prices = isPossible ? narrow.proofOfNone() : prices
      }
    }
    self = open
    guard limitCounts(within: least + slack) else { return nil }
    return level(.deviation, value: least, refuted: refuted, prices: prices)
  }

  private mutating func limitCounts(within width: Int) -> Bool {
    for index in arcs.indices {
      guard case .day(let series, let day) = arcs[index].use else { continue }
      let (aired, ideal) = (problem.series[series].aired.count, ideals[series][day])
      let counts = (arcs[index].least...arcs[index].most).filter { abs(1000 * (aired + $0) - ideal) <= width }
      guard let least = counts.first, let most = counts.last else { return false }
      (arcs[index].least, arcs[index].most) = (least, most)
      let first = problem.series[series].choices.map { problem.slots[$0.slot].day }.min() ?? problem.days
      if day < first, least > 0 { return false }
    }
    return true
  }

  /// Prices at which the units cannot flow as they must: each that does earns 1, each that finds no way costs 1.
  private mutating func proofOfNone() -> [Int] {
    for index in arcs.indices {
      let (least, most) = (arcs[index].least, arcs[index].most)
      arcs[index].costs = (0..<most).map { $0 < least ? -1 : 0 }
      arcs[index].least = 0
    }
    for source in sources {
      addArc(source.node, sink, 0...source.units, .passage)
      arcs[arcs.count - 1].costs = Array(repeating: 1, count: source.units)
    }
    return send() ? potentials() : Array(repeating: 0, count: nodes.count)
  }

  // MARK: - Flows

  private static let forced = -(1 << 40)

  private func cost(_ end: Int) -> Int? {
    let arc = arcs[end / 2]
    let unit = end % 2 == 0 ? arc.flow : arc.flow - 1
    guard unit >= 0, unit < arc.most else { return nil }
    let cost = arc.costs[unit] + (unit < arc.least ? Self.forced : 0)
    return end % 2 == 0 ? cost : -cost
  }

  /// Sends all units at the least cost; false where some that must flow cannot.
  private mutating func send() -> Bool {
    for index in arcs.indices { arcs[index].flow = 0 }
    for source in sources {
      for _ in 0..<source.units {
        guard let path = path(from: source.node) else { return false }
        for end in path { arcs[end / 2].flow += end % 2 == 0 ? 1 : -1 }
      }
    }
    return arcs.allSatisfy { $0.flow >= $0.least }
  }

  private func path(from source: Int) -> [Int]? {
    var distances = Array(repeating: Int.max, count: nodes.count)
    distances[source] = 0
    let last = relax(&distances, from: [source])
    guard distances[sink] < .max else { return nil }
    var path: [Int] = []
    var node = sink
    while node != source {
      path.append(last[node])
      node = last[node] % 2 == 0 ? arcs[last[node] / 2].tail : arcs[last[node] / 2].head
    }
    return path
  }

  /// Shortest distances, and the arc by which each node was reached.
  @discardableResult
  private func relax(_ distances: inout [Int], from start: [Int], isBound: Bool = false) -> [Int] {
    var last = Array(repeating: -1, count: nodes.count)
    var queue = start
    var isQueued = Array(repeating: false, count: nodes.count)
    for node in start { isQueued[node] = true }
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      isQueued[node] = false
      for end in around[node] {
        let arc = arcs[end / 2]
        if isBound, end % 2 == 1, arc.flow <= arc.least { continue }
        guard let cost = cost(end) else { continue }
        let head = end % 2 == 0 ? arc.head : arc.tail
        guard distances[node] + cost < distances[head] else { continue }
        distances[head] = distances[node] + cost
        last[head] = end
        if !isQueued[head] {
          isQueued[head] = true
          queue.append(head)
        }
      }
    }
    return last
  }

  /// The shortest distances from anywhere over what may still change.
  private func potentials() -> [Int] {
    var distances = Array(repeating: 0, count: nodes.count)
    relax(&distances, from: Array(nodes.indices), isBound: true)
    return distances
  }

  /// Keeps the flows that are as good: a unit is fixed where changing it would cost.
  private mutating func keepBest(_ prices: [Int]) {
    for index in arcs.indices {
      let change = prices[arcs[index].tail] - prices[arcs[index].head]
      while arcs[index].most > arcs[index].flow, arcs[index].costs[arcs[index].most - 1] + change > 0 {
        arcs[index].most -= 1
      }
      while arcs[index].least < arcs[index].flow, arcs[index].costs[arcs[index].least] + change < 0 {
        arcs[index].least += 1
      }
    }
  }
}
