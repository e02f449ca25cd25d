/// One part of a problem as a flow network: a chain for each series, its slots, what outlets take, the sink.
///
///     root ──▶ P(n) ──▶ … ──▶ P(1)        an arc carries the series' units up to and with a day
///      │        │              │
///      ▼        ▼ gate         ▼           at most so many a day; pins
///   shortage   slot ──▶ outlet's day ──▶ outlet's month
///      │                                   │
///      └──────────────▶ sink ◀─────────────┘
struct PartNetwork {
  let problem: Problem
  let chains: [SeriesChain]
  var flow = ConvexNetwork()
  /// Where the chain arcs of each series begin; as many as it has days.
  private(set) var chainArcs: [Int] = []
  /// The arcs into its slots, in the order of its choices.
  private(set) var choiceArcs: [Int] = []
  /// What carries all units without a slot.
  let shortageArc: Int
  /// What a unit without a slot costs, more than all that it can gain elsewhere.
  let shortageCost: Int
  /// The bounds of each arc apart from the band around the ideal lines.
  private(set) var hardBounds: [(least: Int32, most: Int32)] = []

  init(_ problem: Problem, series: [Int], slotNumbers: [Int32], slotCount: Int) {
    self.problem = problem
    chains = series.map { SeriesChain(of: $0, in: problem) }
    let sink = flow.addNode()
    let shortage = flow.addNode()
    var outlets = OutletNodes(problem: problem, sink: sink)
    var slotNodes = Array(repeating: -1, count: slotCount)
    var costs = 1
    for chain in chains {
      costs += Self.add(chain, problem, shortage, to: &flow, &chainArcs)
      flow.addSupply(-chain.open, at: sink)
      let series = problem.series[chain.series]
      let choices = series.choices
      for choice in choices {
        let slot = problem.slots[choice.slot]
        let number = Int(slotNumbers[choice.slot])
        if slotNodes[number] < 0 {
          slotNodes[number] = flow.addNode()
          outlets.connect(slotNodes[number], slot, to: &flow)
        }
      }
      var arcs: [(node: Int, choice: Int)] = []
      for (position, day) in chain.days.enumerated() {
        let node = Self.gate(chain, position, series, chainArcs[chainArcs.count - 1], &flow)
        arcs += day.choices.map { (node, $0) }
      }
      choiceArcs.append(flow.arcs.count)
      for (node, index) in arcs {
        let choice = choices[index]
        flow.addArc(
          from: node, to: slotNodes[Int(slotNumbers[choice.slot])], least: choice.least, most: choice.most)
      }
    }
    shortageCost = costs
    shortageArc = flow.addArc(
      from: shortage, to: sink, most: chains.reduce(0) { $0 + $1.open }, first: costs)
    flow.seal()
    hardBounds = flow.arcs.map { ($0.least, $0.most) }
  }

  /// Adds a series' chain; node `P(i)` is the one that its arc i leads to, the root the one before the last.
  /// - Returns: More than any way along it can cost.
  private static func add(
    _ chain: SeriesChain, _ problem: Problem, _ shortage: Int, to flow: inout ConvexNetwork,
    _ chainArcs: inout [Int]
  ) -> Int {
    chainArcs.append(flow.arcs.count)
    let first = flow.nodeCount
    for _ in 0..<chain.days.count { _ = flow.addNode() }
    let root = flow.addNode(supply: chain.open)
    var costs = 0
    for (position, run) in chain.runs.enumerated() {
      let arc = flow.addArc(
        from: position + 1 < chain.days.count ? first + position + 1 : root, to: first + position,
        most: chain.open, first: chain.firstCost(of: run), rise: 2 * Problem.scale * run.days)
      let dearest = flow.arcs[arc].first + flow.arcs[arc].rise * chain.open
      costs += max(abs(flow.arcs[arc].first), abs(dearest))
    }
    flow.addArc(from: root, to: shortage, most: chain.open)
    return costs
  }

  /// The node from which a series goes to its slots of a day.
  private static func gate(
    _ chain: SeriesChain, _ position: Int, _ series: Problem.Series, _ firstArc: Int,
    _ flow: inout ConvexNetwork
  ) -> Int {
    let day = chain.days[position]
    let node = Int(flow.arcs[firstArc + position].head)
    let (perDay, overflows) = series.perDay.multipliedReportingOverflow(by: day.span)
    let most = overflows ? Int(Int32.max) : min(perDay, Int(Int32.max))
    let least = series.dayPins.reduce(0) { $0 + ($1.day == day.day && day.span == 1 ? $1.least : 0) }
    let room = day.choices.reduce(0) { $0 + series.choices[$1].most }
    guard most < room || least > 0 else { return node }
    let gate = flow.addNode()
    flow.addArc(from: node, to: gate, least: least, most: max(least, most))
    return gate
  }

  // MARK: - Bounds

  /// Holds an arc within bounds, whatever the band; the caller settles it.
  mutating func setHardBounds(_ arc: Int, least: Int, most: Int) {
    hardBounds[arc] = (Int32(clamping: least), Int32(clamping: most))
    flow.setBounds(arc, least: least, most: most)
  }

  /// Keeps all counts within a distance from their ideal lines, in thousandths; `nil` takes the band away.
  ///
  /// - Returns: Whether each arc alone can keep to it; when `false`, nothing is changed.
  mutating func setBand(_ distance: Int?) -> Bool {
    if let distance, !fits(distance) { return false }
    for (chain, first) in zip(chains, chainArcs) {
      for (position, run) in chain.runs.enumerated() {
        let arc = first + position
        let bounds = bounds(arc, run, chain.aired, distance)
        flow.setBounds(arc, least: bounds.least, most: bounds.most)
        flow.settle(arc)
      }
    }
    return true
  }

  private func fits(_ distance: Int) -> Bool {
    for (chain, first) in zip(chains, chainArcs) {
      guard chain.before.deviation(at: chain.aired) <= distance else { return false }
      for (position, run) in chain.runs.enumerated() {
        let bounds = bounds(first + position, run, chain.aired, distance)
        guard bounds.least <= bounds.most else { return false }
      }
    }
    return true
  }

  /// The bounds of a chain arc with a band around its ideal line.
  func bounds(_ arc: Int, _ run: SeriesChain.Run, _ aired: Int, _ distance: Int?) -> (least: Int, most: Int) {
    let hard = (least: Int(hardBounds[arc].least), most: Int(hardBounds[arc].most))
    guard let distance else { return hard }
    let band = run.band(distance)
    return (max(hard.least, band.least - aired), min(hard.most, band.most - aired))
  }

  /// Keeps the number of units without a slot as it is.
  mutating func fixShortage() {
    setHardBounds(shortageArc, least: shortage, most: shortage)
  }

  /// What each unit in a slot costs by preference.
  var preferenceCosts: [(arc: Int, first: Int)] { choiceCosts { $0.preference } }

  /// A gain of one for each unit that stays where it was published.
  var moveCosts: [(arc: Int, first: Int)] { choiceCosts { $0.published > 0 ? -1 : 0 } }

  private func choiceCosts(_ cost: (Problem.Choice) -> Int) -> [(arc: Int, first: Int)] {
    zip(chains, choiceArcs).flatMap { chain, first in
      problem.series[chain.series].choices.enumerated().compactMap { position, choice in
        let cost = cost(choice)
        return cost == 0 ? nil : (first + position, cost)
      }
    }
  }

  // MARK: - What the flow says

  /// The units of a chain up to and with one of its days, aired ones included.
  func count(_ chain: Int, _ position: Int) -> Int {
    chains[chain].aired + Int(flow.arcs[chainArcs[chain] + position].flow)
  }

  /// Units without a slot.
  var shortage: Int { Int(flow.arcs[shortageArc].flow) }

  /// The largest distance from an ideal line, in thousandths.
  var deviation: Int {
    var largest = 0
    for (index, chain) in chains.enumerated() {
      largest = max(largest, chain.before.deviation(at: chain.aired))
      for (position, run) in chain.runs.enumerated() {
        largest = max(largest, run.deviation(at: count(index, position)))
      }
    }
    return largest
  }

  /// The squares of all distances from the ideal lines.
  var squares: Int128 {
    var sum: Int128 = 0
    for (index, chain) in chains.enumerated() {
      sum += chain.before.squares(at: chain.aired)
      for (position, run) in chain.runs.enumerated() { sum += run.squares(at: count(index, position)) }
    }
    return sum
  }

  /// The units in their slots.
  var units: [Solution.Unit] {
    var units: [Solution.Unit] = []
    for (chain, first) in zip(chains, choiceArcs) {
      for (position, choice) in problem.series[chain.series].choices.enumerated() {
        let count = Int(flow.arcs[first + position].flow)
        guard count > 0 else { continue }
        let unit = Solution.Unit(series: chain.series, slot: choice.slot)
        units += repeatElement(unit, count: count)
      }
    }
    return units
  }
}

extension SeriesChain {
  /// What the first unit costs that makes a count rise in a run, in thousandths of a square.
  func firstCost(of run: Run) -> Int { Problem.scale * run.days * (2 * aired + 1) - 2 * run.sum }
}

/// The nodes behind the slots: an outlet's days and months, where it limits them.
private struct OutletNodes {
  let problem: Problem
  let sink: Int
  private var days: [Int: Int] = [:]
  private var months: [Int: Int] = [:]

  init(problem: Problem, sink: Int) {
    self.problem = problem
    self.sink = sink
  }

  /// The way from a slot to the sink.
  mutating func connect(_ node: Int, _ slot: Problem.Slot, to flow: inout ConvexNetwork) {
    let outlet = problem.outlets[slot.outlet]
    var from = node
    var most = slot.pieces
    if let perDay = outlet.perDay, slot.span == 1 {
      let key = slot.outlet * problem.days + slot.day
      let known = days[key]
      let next = known ?? flow.addNode()
      flow.addArc(from: from, to: next, most: most)
      guard known == nil else { return }
      days[key] = next
      (from, most) = (next, perDay)
    }
    if let perMonth = outlet.perMonth {
      let month = problem.month(of: slot.day)
      let known = months[slot.outlet * 12 + month]
      let next = known ?? flow.addNode()
      flow.addArc(from: from, to: next, most: most)
      guard known == nil else { return }
      months[slot.outlet * 12 + month] = next
      (from, most) = (next, perMonth[month])
    }
    flow.addArc(from: from, to: sink, most: most)
  }
}
