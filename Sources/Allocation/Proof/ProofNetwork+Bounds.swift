/// What no flow can cost less than, and which flows can still be meant.
extension ProofNetwork {
  /// What prices add to the costs.
  struct Pricing {
    /// The price of each node.
    let nodes: [Int]
    /// What the rules add to a unit on the arcs of counts.
    private(set) var arcs: [Int: Int128] = [:]
    /// What the rules add whatever flows.
    private(set) var constant: Int128 = 0

    /// The prices of a level, none larger than is in reach.
    init(of level: Certificate.Level, on network: ProofNetwork, in problem: Problem) {
      nodes = network.nodes.map { node in
        let named = level.prices[node] ?? Pricing.stand(for: node).flatMap { level.prices[$0] } ?? 0
        return min(max(named, ProofReach.price.lowerBound), ProofReach.price.upperBound)
      }
      guard level.rulePrices.count < ProofReach.count else { return }
      for (rule, named) in level.rulePrices where named > 0 {
        guard let inequality = CountInequality(rule, on: network, in: problem) else { continue }
        let price = Int128(min(named, ProofReach.rulePrice.upperBound))
        for term in inequality.terms { arcs[term.arc, default: 0] += price * Int128(term.coefficient) }
        constant -= price * Int128(inequality.most)
      }
    }

    /// The node whose price one has that is not named.
    private static func stand(for node: NetworkNode) -> NetworkNode? {
      guard case .gate(let series, let position) = node else { return nil }
      return .chain(series: series, position: position)
    }
  }

  /// What any flow costs at least; in thousandths for squares, and without what counts beyond the arcs.
  func lowerBound(of objective: Objective, at pricing: Pricing) -> Int128 {
    var bound = pricing.constant
    for index in arcs.indices {
      let cost = reducedCost(of: index, objective, pricing)
      // Where bounds cross there is no flow, and anything holds.
      let most = max(arcs[index].least, arcs[index].most)
      bound += cost.total(cost.cheapest(arcs[index].least, most).least)
    }
    for (price, supply) in zip(pricing.nodes, supplies) { bound -= Int128(price) * Int128(supply) }
    return bound
  }

  /// Keeps the flows that cost the lower bound: no others can, whose cost is equal to it (complementary slackness).
  mutating func keepCheapest(of objective: Objective, at pricing: Pricing) {
    for index in arcs.indices where arcs[index].least < arcs[index].most {
      let cheapest = reducedCost(of: index, objective, pricing).cheapest(arcs[index].least, arcs[index].most)
      (arcs[index].least, arcs[index].most) = cheapest
    }
  }

  /// The most units without a slot.
  mutating func limitShortage(to most: Int128) {
    for index in arcs.indices where nodes[arcs[index].tail] == .shortage {
      arcs[index].most = Int(min(max(most, 0), Int128(arcs[index].most)))
    }
  }

  /// Counts at most so far from their ideal lines; false if that cannot be.
  mutating func limitCounts(within width: Int128) -> Bool {
    for index in arcs.indices {
      guard case .count(let run) = arcs[index].use, let placed = runs[run].placed(within: width) else {
        continue
      }
      // One more than may flow, and one less, are as good as any that cross.
      let open = Int128(arcs[index].most)
      arcs[index].least = Int(min(max(placed.least, Int128(arcs[index].least)), open + 1))
      arcs[index].most = Int(min(max(placed.most, -1), open))
    }
    return waits.allSatisfy { Int128($0.deviation(placed: 0)) <= width }
      && arcs.allSatisfy { $0.least <= $0.most }
  }

  /// What the largest distance from an ideal line is at least, each count taken alone.
  var leastDeviation: Int {
    var least = waits.reduce(0) { max($0, $1.deviation(placed: 0)) }
    for arc in arcs {
      guard case .count(let run) = arc.use else { continue }
      least = max(least, runs[run].leastDeviation(open: arc.most))
    }
    return least
  }

  private func reducedCost(of index: Int, _ objective: Objective, _ pricing: Pricing) -> LinearCost {
    let arc = arcs[index]
    var cost = LinearCost(first: 0, rise: 0)
    switch (arc.use, objective) {
    case (.shortage, .shortage): cost.first = 1
    case (.count(let run), .squares): cost = runs[run].squareCost
    case (.choice(_, true), .moves): cost.first = -1
    case (.choice(let preference, _), .preference): cost.first = Int128(preference)
    default: break
    }
    cost.first += Int128(pricing.nodes[arc.tail]) - Int128(pricing.nodes[arc.head])
    if case .count = arc.use { cost.first += pricing.arcs[index] ?? 0 }
    return cost
  }
}
