/// One part of a problem as a flow network, with the bounds that hold whatever the band around the ideal
/// lines.
struct PartNetwork {
  let problem: Problem
  let chains: [SeriesChain]
  var flow: ConvexNetwork
  /// What each node means; `nil` for a translator's week.
  let names: [NetworkNode?]
  /// The arcs of each series' chain, its first day's first.
  let chainArcs: [Range<Int>]
  /// The arcs into each series' slots, in the order of its choices.
  let choiceArcs: [Range<Int>]
  /// The weeks of translators that the network keeps.
  let pools: TranslatorPools
  /// What carries all units without a slot.
  let shortageArc: Int
  /// The bounds of each arc apart from the band.
  private var hardBounds: [(least: Int32, most: Int32)]
  /// The width of the band; `nil` without one.
  private(set) var band: Int?

  init(_ problem: Problem, part: Int, of parts: ProblemParts, isRelaxed: Bool) {
    let series = parts.series[part]
    var builder = NetworkBuilder(
      problem, series: series, slotCount: parts.slotCounts[part], isRelaxed: isRelaxed)
    chains = series.map { SeriesChain(of: $0, in: problem) }
    for chain in chains { builder.add(chain, slotNumbers: parts.slotNumbers) }
    shortageArc = builder.addShortage(chains)
    builder.seal()
    self.problem = problem
    flow = builder.flow
    names = builder.names
    chainArcs = builder.chainArcs
    choiceArcs = builder.choiceArcs
    pools = builder.pools
    hardBounds = flow.arcs.map { ($0.least, $0.most) }
  }

  // MARK: - Bounds

  /// The bounds of an arc apart from the band.
  func hardBounds(of arc: Int) -> (least: Int, most: Int) {
    (Int(hardBounds[arc].least), Int(hardBounds[arc].most))
  }

  /// Holds an arc other than a chain's within bounds.
  mutating func setBounds(_ arc: Int, least: Int, most: Int) {
    hardBounds[arc] = (Int32(clamping: least), Int32(clamping: most))
    flow.setBounds(arc, least: least, most: most)
    flow.settle(arc)
  }

  /// Holds the units up to and with a day of a chain within bounds; new units only. Where that leaves nothing
  /// within the band, the band goes.
  mutating func setCount(_ chain: Int, _ position: Int, least: Int, most: Int) {
    precondition(least <= most, "bounds are in order")
    let arc = chainArcs[chain].lowerBound + position
    hardBounds[arc] = (Int32(clamping: least), Int32(clamping: most))
    let bounds = bounds(of: chain, position, within: band)
    guard bounds.least <= bounds.most else {
      _ = setBand(nil)
      return
    }
    flow.setBounds(arc, least: bounds.least, most: bounds.most)
    flow.settle(arc)
  }

  /// Keeps all counts within a distance from their ideal lines, in thousandths; `nil` takes the band away.
  ///
  /// - Returns: Whether each count alone can keep to it; when `false`, nothing is changed.
  mutating func setBand(_ width: Int?) -> Bool {
    guard hasRoom(within: width) else { return false }
    band = width
    for (number, arcs) in chainArcs.enumerated() {
      for (position, arc) in arcs.enumerated() {
        let bounds = bounds(of: number, position, within: width)
        flow.setBounds(arc, least: bounds.least, most: bounds.most)
        flow.settle(arc)
      }
    }
    return true
  }

  private func hasRoom(within width: Int?) -> Bool {
    for (number, chain) in chains.enumerated() {
      if let width, chain.before.deviation(at: chain.aired) > width { return false }
      for position in chain.runs.indices {
        let bounds = bounds(of: number, position, within: width)
        guard bounds.least <= bounds.most else { return false }
      }
    }
    return true
  }

  /// The bounds of a count of new units with a band around its ideal line.
  func bounds(of chain: Int, _ position: Int, within width: Int?) -> (least: Int, most: Int) {
    let hard = hardBounds(of: chainArcs[chain].lowerBound + position)
    guard let width else { return hard }
    let band = chains[chain].runs[position].band(width)
    let aired = chains[chain].aired
    return (max(hard.least, band.least - aired), min(hard.most, band.most - aired))
  }

  /// Lets no more units go without a slot than now.
  mutating func fixShortage() { setBounds(shortageArc, least: 0, most: shortage) }

  /// Lets any number of units go without a slot.
  mutating func freeShortage() {
    setBounds(shortageArc, least: 0, most: chains.reduce(0) { $0 + $1.open })
  }

  // MARK: - Costs

  /// What each unit in a slot costs by preference.
  var preferenceCosts: [(arc: Int, first: Int, rise: Int)] { choiceCosts { $0.preference } }

  /// A gain of one for each unit that stays where it was published.
  var moveCosts: [(arc: Int, first: Int, rise: Int)] { choiceCosts { $0.published > 0 ? -1 : 0 } }

  /// The squares, in thousandths.
  var squareCosts: [(arc: Int, first: Int, rise: Int)] {
    zip(chains, chainArcs).flatMap { chain, arcs in
      zip(chain.runs, arcs).map { run, arc in (arc, chain.firstCost(of: run), 2 * Problem.scale * run.days) }
    }
  }

  private func choiceCosts(_ cost: (Problem.Choice) -> Int) -> [(arc: Int, first: Int, rise: Int)] {
    zip(chains, choiceArcs).flatMap { chain, arcs in
      zip(problem.series[chain.series].choices, arcs).compactMap { choice, arc in
        let cost = cost(choice)
        return cost == 0 ? nil : (arc, cost, 0)
      }
    }
  }

  /// Whether all schedules are alike in an objective, which then needs neither a search nor a proof.
  func isIndifferent(to objective: Objective) -> Bool {
    switch objective {
    case .shortage, .deviation, .squares: false
    case .moves: moveCosts.isEmpty
    case .preference: preferenceCosts.isEmpty
    }
  }

  /// Weighs an objective alone, among what the bounds allow.
  /// - Returns: Whether it came to the end; else the flow is good for nothing.
  mutating func weigh(_ objective: Objective, while goesOn: () -> Bool) -> Bool {
    switch objective {
    case .shortage, .deviation: preconditionFailure("the bounds keep these")
    case .moves: flow.startOver(costs: moveCosts)
    case .squares: flow.startOver(costs: squareCosts)
    case .preference: flow.startOver(costs: preferenceCosts)
    }
    if case .reached = flow.balance(while: goesOn) { return true }
    return false
  }

  /// Weighs moves and squares at once, moves first.
  mutating func weighMovesAndSquares() {
    let squares = squareCosts
    let dearest = squares.reduce(1) { sum, cost in
      let most = Int(hardBounds(of: cost.arc).most)
      return sum + max(abs(cost.first), abs(cost.first + cost.rise * most))
    }
    // The most of them on one way, so that no sum overflows; a price that is cut short for it only weakens the order.
    let price = min(dearest, (1 << 60) / (1 + chains.count))
    flow.startOver(costs: squares + moveCosts.map { ($0.arc, $0.first * price, 0) })
  }

  /// The value of an objective.
  func value(of objective: Objective) -> Int128 {
    switch objective {
    case .shortage: Int128(shortage)
    case .deviation: Int128(deviation)
    case .moves: Int128(moves)
    case .squares: squares
    case .preference: Int128(preference)
    }
  }

  // MARK: - What the flow says

  /// The new units of a chain up to and with one of its days.
  func placed(_ chain: Int, _ position: Int) -> Int {
    Int(flow.arcs[chainArcs[chain].lowerBound + position].flow)
  }

  /// The units of a chain up to and with one of its days, aired ones included; all aired ones for `nil`.
  func count(_ chain: Int, _ position: Int?) -> Int {
    chains[chain].aired + (position.map { placed(chain, $0) } ?? 0)
  }

  /// The units of a chain up to and with a day.
  func count(_ chain: Int, upTo day: Int) -> Int {
    guard day >= problem.firstOpenDay else {
      return problem.series[chains[chain].series].aired.count { $0 <= day }
    }
    return count(chain, chains[chain].index(upTo: day))
  }

  /// Units without a slot.
  var shortage: Int { Int(flow.arcs[shortageArc].flow) }

  /// The largest distance from an ideal line, in thousandths.
  var deviation: Int {
    chains.indices.reduce(0) { largest, number in
      let chain = chains[number]
      return chain.runs.indices.reduce(max(largest, chain.before.deviation(at: chain.aired))) {
        max($0, chain.runs[$1].deviation(at: count(number, $1)))
      }
    }
  }

  /// The squares of all distances from the ideal lines, in millionths.
  var squares: Int128 {
    chains.indices.reduce(0) { sum, number in
      let chain = chains[number]
      return chain.runs.indices.reduce(sum + chain.before.squares(at: chain.aired)) {
        $0 + chain.runs[$1].squares(at: count(number, $1))
      }
    }
  }

  /// Published units that are not in their slot.
  var moves: Int { choiceSum { max(0, $0.published - $1) } }

  /// What the slots cost by preference.
  var preference: Int { choiceSum { $0.preference * $1 } }

  private func choiceSum(_ value: (Problem.Choice, Int) -> Int) -> Int {
    zip(chains, choiceArcs).reduce(0) { sum, pair in
      zip(problem.series[pair.0.series].choices, pair.1).reduce(sum) {
        $0 + value($1.0, Int(flow.arcs[$1.1].flow))
      }
    }
  }

  /// The units in their slots.
  var units: [Solution.Unit] {
    zip(chains, choiceArcs).flatMap { chain, arcs in
      zip(problem.series[chain.series].choices, arcs).flatMap { choice, arc in
        repeatElement(
          Solution.Unit(series: chain.series, slot: choice.slot), count: Int(flow.arcs[arc].flow))
      }
    }
  }
}
