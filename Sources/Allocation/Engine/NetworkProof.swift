/// Prices that prove a bound, in the words of the problem.
///
/// The search knows some rules as bounds of an arc or as nodes for translators' weeks; here they become prices
/// of those rules, so that whoever checks need not know how it searched.
struct NetworkProof {
  private(set) var prices: [NetworkNode: Int] = [:]
  private(set) var rulePrices: [NetworkRule: Int] = [:]

  /// Nothing, which proves that nothing is below zero.
  static let none = NetworkProof()

  private init() {}

  /// The prices of a balanced network.
  init(_ network: PartNetwork, _ reasons: [Int: [NetworkRule]], rulePrices: [NetworkRule: Int] = [:]) {
    self.rulePrices = rulePrices
    let flow = network.flow
    let nodePrices = network.names.indices.map { flow.price(of: $0) }
    for (arc, rules) in reasons where flow.arcs[arc].most == network.hardBounds(of: arc).most {
      let ends = (Int(flow.arcs[arc].tail), Int(flow.arcs[arc].head))
      let most = Int(flow.arcs[arc].most)
      let worth = nodePrices[ends.1] - nodePrices[ends.0] - flow.arcs[arc].first - flow.arcs[arc].rise * most
      charge(worth, for: rules)
    }
    name(nodePrices, in: network)
  }

  /// A cut: more must come out of its nodes than can.
  ///
  /// - Parameter width: The band that lets no more out; `nil` where it is not the band's doing.
  init(cut: [Int32], in network: PartNetwork, width: Int?, _ reasons: [Int: [NetworkRule]]) {
    var nodePrices = Array(repeating: 0, count: network.names.count)
    for node in cut { nodePrices[Int(node)] = -1 }
    for (number, arcs) in network.chainArcs.enumerated() {
      for (position, index) in arcs.enumerated() {
        guard let rules = reasons[index] else { continue }
        let arc = network.flow.arcs[index]
        let isOut = nodePrices[Int(arc.tail)] < nodePrices[Int(arc.head)]
        let inBand = width.map { network.chains[number].runs[position].band($0).most } ?? Int.max
        let isHard = network.hardBounds(of: index).most < inBand - network.chains[number].aired
        if isOut, width == nil || isHard { charge(1, for: rules) }
      }
    }
    name(nodePrices, in: network)
  }

  /// A count that a rule keeps below the band.
  init(countBelow width: Int, in network: PartNetwork, _ reasons: [Int: [NetworkRule]]) {
    for (number, arcs) in network.chainArcs.enumerated() {
      for (position, arc) in arcs.enumerated() {
        guard let rules = reasons[arc] else { continue }
        let bounds = network.bounds(of: number, position, within: width)
        guard bounds.least > bounds.most else { continue }
        charge(1, for: rules)
        return
      }
    }
  }

  private mutating func charge(_ price: Int, for rules: [NetworkRule]) {
    guard price > 0 else { return }
    for rule in rules { rulePrices[rule, default: 0] += price }
  }

  private mutating func name(_ nodePrices: [Int], in network: PartNetwork) {
    for (name, price) in zip(network.names, nodePrices) {
      // A gate that is not named would be taken for the node before it.
      if let name, price != 0 || name.isGate { prices[name] = price }
    }
    if !network.pools.nodes.isEmpty { nameWeeks(nodePrices, in: network) }
  }

  /// What a translator's weeks cost becomes the price of all that is due up to a week; slots, and the days
  /// before them, cost as much more.
  private mutating func nameWeeks(_ nodePrices: [Int], in network: PartNetwork) {
    let problem = network.problem
    let sink = prices[.sink] ?? 0
    for (translator, nodes) in network.pools.nodes {
      let followers = network.chains.filter { problem.series[$0.series].follows?.translator == translator }
      let slots = Set(followers.flatMap { problem.series[$0.series].choices.map(\.slot) })
      // The price of a unit that is due in week w is at w + 1; the first is of those due before any week.
      var due = [0] + nodes.map { max(0, sink - nodePrices[$0]) } + [0]
      for slot in slots where problem.lastWeek(toAirOn: problem.slots[slot].day) < 1 {
        let week = max(-1, problem.lastWeek(toAirOn: problem.slots[slot].day))
        due[week + 1] = max(due[week + 1], sink - (prices[.slot(slot)] ?? 0))
      }
      for week in due.indices.dropLast().reversed() { due[week] = max(due[week], due[week + 1]) }
      for week in due.indices.dropLast() where due[week] > due[week + 1] {
        rulePrices[.translation(translator: translator, from: 1, through: week - 1)] =
          due[week] - due[week + 1]
      }
      func price(_ day: Int) -> Int {
        due[min(nodes.count, max(0, problem.lastWeek(toAirOn: day) + 1))]
      }
      for slot in slots { prices[.slot(slot), default: 0] += price(problem.slots[slot].day) }
      for chain in followers {
        for (position, day) in chain.days.enumerated() {
          let node = NetworkNode.chain(series: chain.series, position: position)
          let gate = NetworkNode.gate(series: chain.series, position: position)
          if let old = prices[gate] { prices[gate] = old + price(day.day) }
          prices[node, default: 0] += price(day.day)
        }
      }
    }
  }
}

extension PartNetwork {
  /// What proves that no fewer units go without a slot.
  func shortageProof(_ reasons: [Int: [NetworkRule]]) -> NetworkProof {
    guard shortage > 0 else { return .none }
    let starts = flow.arcs.indices.compactMap { index -> Int32? in
      let arc = flow.arcs[index]
      return names[Int(arc.head)] == .shortage && arc.flow > 0 ? arc.tail : nil
    }
    let cut = flow.reachable(from: starts) { names[$0] != .shortage }
    return NetworkProof(cut: cut, in: self, width: nil, reasons)
  }
}
