@testable import Allocation

/// Random networks without cycles, and what is best in them, found without the network's own code.
enum TinyNetwork {
  struct Arc {
    let from: Int
    let to: Int
    let capacity: Int
    let wanted: Int
    let first: Int
    let rise: Int
  }

  /// What a flow is worth: amount, wanted units, cost; more, more and less is better.
  struct Value: Equatable {
    let amount: Int
    let wanted: Int
    let cost: Int
  }

  /// Arcs that lead from lower to higher nodes; the first is the source, the last the sink.
  static func arcs(
    _ random: inout SeededRandom, nodes: Int, count: Int, capacity: ClosedRange<Int>
  ) -> [Arc] {
    (0..<count).map { _ in
      let from = random.int(0...nodes - 2)
      let limit = random.int(capacity)
      return Arc(
        from: from, to: random.int(from + 1...nodes - 1), capacity: limit,
        wanted: random.oneIn(3) ? random.int(0...limit) : 0, first: random.int(-9...9),
        rise: random.int(0...5))
    }
  }

  static func network(_ arcs: [Arc], nodes: Int) -> FlowNetwork {
    var network = FlowNetwork()
    for _ in 0..<nodes { _ = network.addNode() }
    for arc in arcs {
      network.addArc(
        from: arc.from, to: arc.to, capacity: arc.capacity, wanted: arc.wanted,
        cost: .init(first: Int128(arc.first), rise: Int128(arc.rise)))
    }
    return network
  }

  /// The worth of a flow; `nil` when something is lost on the way or an arc carries more than it may.
  static func value(_ arcs: [Arc], _ flows: [Int], nodes: Int) -> Value? {
    var balance = Array(repeating: 0, count: nodes)
    var wanted = 0
    var cost = 0
    for (arc, flow) in zip(arcs, flows) {
      guard (0...arc.capacity).contains(flow) else { return nil }
      balance[arc.from] -= flow
      balance[arc.to] += flow
      wanted += min(flow, arc.wanted)
      cost += arc.first * flow + arc.rise * flow * (flow - 1) / 2
    }
    guard balance[1..<(nodes - 1)].allSatisfy({ $0 == 0 }) else { return nil }
    return Value(amount: balance[nodes - 1], wanted: wanted, cost: cost)
  }

  /// The best of all flows of at most so many units.
  static func best(_ arcs: [Arc], nodes: Int, units: Int) -> Value? {
    var best: Value?
    var flows = Array(repeating: 0, count: arcs.count)
    while true {
      if let value = value(arcs, flows, nodes: nodes), value.amount <= units,
        best.map({ key(value) > key($0) }) ?? true
      {
        best = value
      }
      guard let next = flows.indices.first(where: { flows[$0] < arcs[$0].capacity }) else { return best }
      flows[next] += 1
      for index in 0..<next { flows[index] = 0 }
    }
  }

  private static func key(_ value: Value) -> (Int, Int, Int) { (value.amount, value.wanted, -value.cost) }

  /// A way to a further unit, or a cycle that makes the flow better; `nil` for a best flow.
  ///
  /// Bellman and Ford with as many rounds as nodes, on prices in which a wanted unit outweighs the rest.
  static func improvement(_ arcs: [Arc], _ flows: [Int], nodes: Int, isFull: Bool) -> String? {
    var reached = Array(repeating: false, count: nodes)
    reached[0] = true
    var price = Array(repeating: 0, count: nodes)
    for round in 0...nodes {
      var hasChanged = false
      for (arc, flow) in zip(arcs, flows) {
        func unit(_ number: Int) -> Int {
          arc.first + arc.rise * number - (number < arc.wanted ? 1 << 40 : 0)
        }
        if flow < arc.capacity {
          reached[arc.to] = reached[arc.to] || reached[arc.from]
          if price[arc.from] + unit(flow) < price[arc.to] {
            price[arc.to] = price[arc.from] + unit(flow)
            hasChanged = true
          }
        }
        if flow > 0 {
          reached[arc.from] = reached[arc.from] || reached[arc.to]
          if price[arc.to] - unit(flow - 1) < price[arc.from] {
            price[arc.from] = price[arc.to] - unit(flow - 1)
            hasChanged = true
          }
        }
      }
      if round == nodes, hasChanged { return "a cycle is cheaper" }
    }
    return reached[nodes - 1] && !isFull ? "more goes through" : nil
  }
}
