/// A network of arcs with capacities and convex costs, on dense arrays.
///
/// Flow is sent one unit at a time along cheapest residual paths (successive shortest paths: Ahuja, Magnanti,
/// Orlin, *Network Flows*, ch. 9 and 14). It is optimal for its amount after every unit, because costs are
/// convex and the network has no cycle before the first. Integers throughout, and the same network gives the
/// same flow.
struct FlowNetwork {
  /// What the next unit on an arc costs: `first + rise * flow`. Convex when `rise` is not negative.
  struct Cost {
    var first = 0
    var rise = 0

    static let free = Cost()
  }

  private(set) var nodeCount = 0
  private var tail: [Int] = []
  private var head: [Int] = []
  private var capacity: [Int] = []
  private var flow: [Int] = []
  private var cost: [Cost] = []
  /// Units that an arc must carry, as far as possible; they go before everything else.
  private var wanted: [Int] = []
  private var arcsAt: [[Int]] = []

  /// The reward for a wanted unit; any sum of ordinary costs along a path stays below it.
  private static let reward = 1 << 50

  mutating func addNode() -> Int {
    nodeCount += 1
    arcsAt.append([])
    return nodeCount - 1
  }

  @discardableResult
  mutating func addArc(
    from: Int, to: Int, capacity limit: Int, wanted least: Int = 0, cost price: Cost = .free
  ) -> Int {
    precondition(price.rise >= 0, "costs are convex")
    let arc = tail.count
    tail.append(from)
    head.append(to)
    capacity.append(max(0, limit))
    flow.append(0)
    cost.append(price)
    wanted.append(least)
    arcsAt[from].append(arc)
    arcsAt[to].append(arc)
    return arc
  }

  func flow(on arc: Int) -> Int { flow[arc] }

  /// Sends up to `units` from `source` to `sink`, each along a cheapest path.
  ///
  /// Cost: a label-correcting search (about a few times the number of arcs) for each unit.
  /// - Returns: How many went through; fewer only when no path is left.
  mutating func send(_ units: Int, from source: Int, to sink: Int) -> Int {
    var sent = 0
    while sent < units, augment(from: source, to: sink) { sent += 1 }
    return sent
  }

  private mutating func augment(from source: Int, to sink: Int) -> Bool {
    let unreached = Int.max
    var distance = Array(repeating: unreached, count: nodeCount)
    var arcInto = Array(repeating: -1, count: nodeCount)
    var isQueued = Array(repeating: false, count: nodeCount)
    var queue = [source]
    var next = 0
    distance[source] = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      isQueued[node] = false
      for arc in arcsAt[node] {
        let isForward = tail[arc] == node
        guard isForward ? flow[arc] < capacity[arc] : flow[arc] > 0 else { continue }
        let other = isForward ? head[arc] : tail[arc]
        let reached =
          distance[node] + (isForward ? price(arc, at: flow[arc]) : -price(arc, at: flow[arc] - 1))
        if reached < distance[other] {
          distance[other] = reached
          arcInto[other] = arc
          if !isQueued[other] {
            isQueued[other] = true
            queue.append(other)
          }
        }
      }
    }
    guard distance[sink] != unreached else { return false }
    var node = sink
    while node != source {
      let arc = arcInto[node]
      if head[arc] == node {
        flow[arc] += 1
        node = tail[arc]
      } else {
        flow[arc] -= 1
        node = head[arc]
      }
    }
    return true
  }

  /// The cost of the unit after `amount` on an arc.
  private func price(_ arc: Int, at amount: Int) -> Int {
    cost[arc].first + cost[arc].rise * amount - (amount < wanted[arc] ? Self.reward : 0)
  }
}
