import Testing

@testable import Allocation

/// The network by itself, against all flows and against the definition of a least-cost flow.
struct FlowNetworkTests {
  @Test("on tiny networks as much goes through as can, with the most wanted units, at the least cost")
  func againstAllFlows() {
    var failure: String?
    for seed in 1...400 where failure == nil {
      var random = SeededRandom(seed: seed)
      let arcs = TinyNetwork.arcs(&random, nodes: 5, count: 7, capacity: 0...2)
      let units = random.int(1...4)
      let best = TinyNetwork.best(arcs, nodes: 5, units: units)
      var network = TinyNetwork.network(arcs, nodes: 5)
      let sent = network.send(units, from: 0, to: 4)
      let value = TinyNetwork.value(arcs, arcs.indices.map { network.flow(on: $0) }, nodes: 5)
      if value != best || sent != best?.amount {
        failure = "seed \(seed): \(String(describing: value)), best \(String(describing: best))"
      }
    }
    #expect(failure == nil)
  }

  @Test("what was sent before stays sent, and the whole is of least cost")
  func inTwoParts() {
    var failure: String?
    for seed in 1...200 where failure == nil {
      var random = SeededRandom(seed: seed)
      let arcs = TinyNetwork.arcs(&random, nodes: 5, count: 7, capacity: 0...2)
      var whole = TinyNetwork.network(arcs, nodes: 5)
      var parts = whole
      let sent = whole.send(4, from: 0, to: 4)
      let first = parts.send(2, from: 0, to: 4)
      let second = parts.send(2, from: 0, to: 4)
      let value = TinyNetwork.value(arcs, arcs.indices.map { parts.flow(on: $0) }, nodes: 5)
      if sent != first + second
        || value != TinyNetwork.value(arcs, arcs.indices.map { whole.flow(on: $0) }, nodes: 5)
      {
        failure = "seed \(seed)"
      }
    }
    #expect(failure == nil)
  }

  @Test("amounts of thousands, which go in large steps, leave nothing that could be cheaper")
  func largeAmounts() {
    var failure: String?
    for seed in 1...60 where failure == nil {
      var random = SeededRandom(seed: seed)
      let arcs = TinyNetwork.arcs(&random, nodes: 8, count: 16, capacity: 0...9_000)
      var network = TinyNetwork.network(arcs, nodes: 8)
      let sent = network.send(20_000, from: 0, to: 7)
      let flows = arcs.indices.map { network.flow(on: $0) }
      if TinyNetwork.value(arcs, flows, nodes: 8)?.amount != sent { failure = "seed \(seed): not a flow" }
      if let more = TinyNetwork.improvement(arcs, flows, nodes: 8, isFull: sent == 20_000) {
        failure = "seed \(seed): \(more)"
      }
    }
    #expect(failure == nil)
  }

  @Test("two equal convex ways share a large amount in equal halves")
  func halves() {
    var network = FlowNetwork()
    let nodes = (0..<2).map { _ in network.addNode() }
    let arcs = (0..<2).map { _ in
      network.addArc(from: nodes[0], to: nodes[1], capacity: 1_000_000, cost: .init(first: -7, rise: 2))
    }
    #expect(network.send(1_000_000, from: nodes[0], to: nodes[1]) == 1_000_000)
    #expect(arcs.map { network.flow(on: $0) } == [500_000, 500_000])
  }

  @Test("a wanted unit goes before every cost, but never before an amount")
  func wanted() {
    var network = FlowNetwork()
    let nodes = (0..<4).map { _ in network.addNode() }
    // The wanted way from 1 to 2 leaves no second way to 3; the two free ways together carry two.
    network.addArc(from: nodes[0], to: nodes[1], capacity: 1)
    network.addArc(from: nodes[0], to: nodes[2], capacity: 1)
    let wanted = network.addArc(
      from: nodes[1], to: nodes[2], capacity: 1, wanted: 1, cost: .init(first: 1_000_000))
    network.addArc(from: nodes[1], to: nodes[3], capacity: 1)
    network.addArc(from: nodes[2], to: nodes[3], capacity: 1)
    var one = network
    #expect(one.send(1, from: nodes[0], to: nodes[3]) == 1)
    #expect(one.flow(on: wanted) == 1)
    #expect(network.send(2, from: nodes[0], to: nodes[3]) == 2)
    #expect(network.flow(on: wanted) == 0)
  }

  @Test("an arc that wants more than it holds gets what it holds, and one of no or less room gets nothing")
  func wantedBeyondCapacity() {
    var network = FlowNetwork()
    let nodes = (0..<2).map { _ in network.addNode() }
    let full = network.addArc(from: nodes[0], to: nodes[1], capacity: 2, wanted: 5)
    let negative = network.addArc(from: nodes[0], to: nodes[1], capacity: -3, wanted: -2)
    #expect(network.send(9, from: nodes[0], to: nodes[1]) == 2)
    #expect([full, negative].map { network.flow(on: $0) } == [2, 0])
  }

  @Test("nothing is sent where no way leads, or where nothing is asked for")
  func nothing() {
    var network = FlowNetwork()
    let nodes = (0..<3).map { _ in network.addNode() }
    let arc = network.addArc(from: nodes[0], to: nodes[1], capacity: 5)
    #expect(network.send(5, from: nodes[0], to: nodes[2]) == 0)
    #expect(network.send(0, from: nodes[0], to: nodes[1]) == 0)
    #expect(network.flow(on: arc) == 0)
  }

  @Test("the largest prices that a plan can make do not overflow, and stay in their ranks")
  func extremes() {
    var network = FlowNetwork()
    let nodes = (0..<200).map { _ in network.addNode() }
    let largest: Int128 = 1 << 31
    for (from, to) in zip(nodes, nodes.dropFirst()) {
      network.addArc(
        from: from, to: to, capacity: 1_000_000, wanted: 1_000_000,
        cost: .init(first: FlowNetwork.Cost.rank + largest, rise: 1_000))
    }
    let short = network.addArc(
      from: nodes[0], to: nodes[199], capacity: 1_000_000, cost: .init(first: -largest, rise: 1_000))
    #expect(network.send(1_500_000, from: nodes[0], to: nodes[199]) == 1_500_000)
    #expect(network.flow(on: short) == 500_000)
  }
}
