/// A network of arcs with capacities and convex costs, on dense arrays.
///
/// Flow is sent along cheapest residual paths (successive shortest paths: Ahuja, Magnanti, Orlin, *Network
/// Flows*, ch. 9 and 14). It is optimal for its amount after every `send`, because costs are convex and the
/// network has no cycle before the first. Integers throughout, and the same network gives the same flow.
struct FlowNetwork {
  /// What the next unit on an arc costs: `first + rise * flow`. Convex when `rise` is not negative.
  ///
  /// 128 bits, so that no sum overflows: with prices of ordinary units below 2^32 and of those of a higher
  /// ``rank`` below 2^56, 2^20 units of 2^80 for each of 2^24 arcs stay below 2^124.
  struct Cost {
    var first: Int128 = 0
    var rise: Int128 = 0

    static let free = Cost()
    /// A price that outweighs every sum of ordinary ones: 2^24 arcs of less than 2^32.
    static let rank: Int128 = 1 << 56
  }

  private(set) var nodeCount = 0
  /// Where a residual arc leads: 2a is arc a forward, 2a + 1 is the way back.
  private var target: [Int] = []
  private var residualsAt: [[Int]] = []
  private var capacity: [Int] = []
  private var flow: [Int] = []
  private var cost: [Cost] = []
  /// Units that an arc must carry, as far as possible; they go before every cost.
  private var wanted: [Int] = []
  /// What one unit more costs on each residual arc; searches look it up far more often than it changes.
  private var unitPrice: [Int128] = []

  /// The reward for a wanted unit, which outweighs the ``Cost/rank`` of 2^24 arcs.
  private static let reward: Int128 = 1 << 80

  mutating func addNode() -> Int {
    nodeCount += 1
    residualsAt.append([])
    return nodeCount - 1
  }

  @discardableResult
  mutating func addArc(
    from: Int, to: Int, capacity limit: Int, wanted least: Int = 0, cost price: Cost = .free
  ) -> Int {
    precondition(price.rise >= 0, "costs are convex")
    let arc = capacity.count
    target += [to, from]
    capacity.append(max(0, limit))
    flow.append(0)
    cost.append(price)
    wanted.append(least)
    unitPrice += [self.price(2 * arc, step: 1), self.price(2 * arc + 1, step: 1)]
    residualsAt[from].append(2 * arc)
    residualsAt[to].append(2 * arc + 1)
    return arc
  }

  func flow(on arc: Int) -> Int { flow[arc] }

  /// Sends up to `units` from `source` to `sink` at the least cost.
  ///
  /// What was sent before stays sent, perhaps on other ways. Wanted units never cost an amount: as much goes
  /// through as without them. Large amounts go in large steps first (capacity scaling): each halving of the
  /// step mends what the coarser one got wrong, and the last step, of one unit, leaves nothing to mend.
  ///
  /// Cost: a label-correcting search (about a few times the number of arcs) for each step. Up to 2,047 units
  /// are steps of one each; more begin with at most 2,047 large steps, to which each halving adds few.
  /// - Returns: How many went through; fewer only when no path is left.
  mutating func send(_ units: Int, from source: Int, to sink: Int) -> Int {
    var left = units
    var step = 1
    while step <= units / 2048 { step *= 2 }
    var isCoarse = false
    while step > 0 {
      while isCoarse, let cycle = search(from: Array(0..<nodeCount), to: nil, step: step).cycle {
        push(step, along: cycle)
      }
      while left >= step {
        let path = search(from: [source], to: sink, step: step).path(to: sink, from: source, target)
        guard let path else { break }
        push(step, along: path)
        left -= step
        isCoarse = step > 1
      }
      step /= 2
    }
    return units - left
  }

  private mutating func push(_ step: Int, along residuals: [Int]) {
    for residual in residuals {
      flow[residual / 2] += residual.isMultiple(of: 2) ? step : -step
      for way in [residual, residual ^ 1] { unitPrice[way] = price(way, step: 1) }
    }
  }

  /// Cheapest ways from the starts, or a cycle of negative price, in the arcs that take `step` units more.
  ///
  /// With a `sink`, none leads on beyond it.
  private func search(from starts: [Int], to sink: Int?, step: Int) -> Labels {
    var labels = Labels(nodeCount: nodeCount)
    var isQueued = Array(repeating: false, count: nodeCount)
    var queue = starts
    for start in starts {
      labels.price[start] = 0
      isQueued[start] = true
    }
    var next = 0
    var untilCheck = nodeCount
    while next < queue.count {
      let node = queue[next]
      next += 1
      isQueued[node] = false
      for residual in residualsAt[node] where room(residual) >= step {
        let reached = labels.price[node] + (step == 1 ? unitPrice[residual] : price(residual, step: step))
        let other = target[residual]
        guard reached < labels.price[other] else { continue }
        labels.price[other] = reached
        labels.into[other] = residual
        if !isQueued[other], other != sink {
          isQueued[other] = true
          queue.append(other)
        }
        untilCheck -= 1
        if untilCheck == 0 {
          labels.findCycle(target)
          if labels.cycle != nil { return labels }
          untilCheck = nodeCount
        }
      }
    }
    return labels
  }

  private func room(_ residual: Int) -> Int {
    residual.isMultiple(of: 2) ? capacity[residual / 2] - flow[residual / 2] : flow[residual / 2]
  }

  private func price(_ residual: Int, step: Int) -> Int128 {
    let arc = residual / 2
    return residual.isMultiple(of: 2)
      ? price(arc, of: flow[arc]..<flow[arc] + step) : -price(arc, of: flow[arc] - step..<flow[arc])
  }

  /// What some units of an arc cost together, counted from 0.
  private func price(_ arc: Int, of units: Range<Int>) -> Int128 {
    let numbers = units.count * units.lowerBound + units.count * (units.count - 1) / 2
    return Int128(units.count) * cost[arc].first + Int128(numbers) * cost[arc].rise
      - Int128(units.clamped(to: 0..<max(0, wanted[arc])).count) * Self.reward
  }
}

extension FlowNetwork {
  /// What a search found.
  private struct Labels {
    /// The price of the cheapest way to each node.
    var price: [Int128]
    /// The last residual arc of that way; -1 where there is none.
    var into: [Int]
    /// The residual arcs of a cycle of negative price.
    var cycle: [Int]?

    init(nodeCount: Int) {
      price = Array(repeating: .max, count: nodeCount)
      into = Array(repeating: -1, count: nodeCount)
    }

    func path(to sink: Int, from source: Int, _ target: [Int]) -> [Int]? {
      precondition(cycle == nil, "a flow is optimal before a path is looked for")
      guard into[sink] != -1 else { return nil }
      var path: [Int] = []
      var node = sink
      while node != source {
        path.append(into[node])
        node = target[into[node] ^ 1]
      }
      return path
    }

    /// The ways back from all nodes form trees as long as no cycle has a negative price.
    mutating func findCycle(_ target: [Int]) {
      var walk = Array(repeating: -1, count: into.count)
      for start in into.indices {
        var node = start
        while walk[node] == -1 {
          walk[node] = start
          guard into[node] != -1 else { break }
          node = target[into[node] ^ 1]
        }
        guard walk[node] == start, into[node] != -1 else { continue }
        let first = node
        var residuals: [Int] = []
        repeat {
          residuals.append(into[node])
          node = target[into[node] ^ 1]
        } while node != first
        cycle = residuals
        return
      }
    }
  }
}
