/// A flow network whose arcs have bounds and convex costs, on dense arrays.
///
/// The flow is optimal for its prices at all times: an arc carries more only if that pays at the prices of its
/// ends (``settle(_:)``). What is missing then is balance: nodes with too much, nodes with too little.
/// ``balance(while:)`` sends the one to the other along cheapest ways, which keeps the flow optimal
/// (successive shortest paths with potentials: Ahuja, Magnanti, Orlin, *Network Flows*, ch. 9 and 14). So a
/// change of some bounds or costs costs only its own repair, never a new solution.
struct ConvexNetwork {
  /// A way from one node to another; the unit after `flow` costs `first + rise * flow`.
  struct Arc {
    let tail: Int32
    let head: Int32
    var least: Int32
    var most: Int32
    var flow: Int32
    var first: Int
    var rise: Int

    /// What one unit more costs.
    var marginal: Int { first + rise * Int(flow) }
  }

  private struct Node {
    var price = 0
    var excess = 0
    var distance = 0
    /// The residual arc by which the search came here.
    var parent: Int32 = 0
    /// Where its residual arcs begin.
    var start: Int32 = 0
    /// Twice the number of the search that reached it last; one more once its distance is final.
    var stamp = 0
  }

  private(set) var arcs: [Arc] = []
  private var nodes: [Node] = []
  /// 2a is arc a forward, 2a + 1 the way back, grouped by the node they leave.
  private var residuals: [Int32] = []
  private var heap = DistanceHeap()
  private var settledNodes: [Int32] = []
  private var search = 0
  /// How many nodes all searches of this network have passed so far, those of the one it was copied from included.
  private(set) var work = 0

  var nodeCount: Int { nodes.count }

  /// The price of a node; a unit goes where prices are higher.
  func price(of node: Int) -> Int { nodes[node].price }

  /// What a node has too much; negative when it has too little.
  func excess(of node: Int) -> Int { nodes[node].excess }

  // MARK: - Building

  mutating func addNode(supply: Int = 0) -> Int {
    nodes.append(Node(excess: supply))
    return nodes.count - 1
  }

  /// Adds an arc without flow; its index is returned.
  @discardableResult
  mutating func addArc(
    from tail: Int, to head: Int, least: Int = 0, most: Int, first: Int = 0, rise: Int = 0
  ) -> Int {
    precondition(rise >= 0 && least <= most, "costs are convex and bounds in order")
    arcs.append(
      Arc(
        tail: Int32(tail), head: Int32(head), least: Int32(clamping: least), most: Int32(clamping: most),
        flow: 0, first: first,
        rise: rise))
    return arcs.count - 1
  }

  /// Changes what a node gives (positive) or takes.
  mutating func addSupply(_ units: Int, at node: Int) { nodes[node].excess += units }

  /// Lists the arcs at each node; called once, when all are added.
  mutating func seal() {
    nodes.append(Node())
    for arc in arcs {
      nodes[Int(arc.tail)].start += 1
      nodes[Int(arc.head)].start += 1
    }
    var next: Int32 = 0
    for node in nodes.indices {
      next += nodes[node].start
      nodes[node].start = next
    }
    residuals = Array(repeating: 0, count: Int(next))
    for index in arcs.indices.reversed() {
      let (tail, head) = (Int(arcs[index].tail), Int(arcs[index].head))
      nodes[tail].start -= 1
      residuals[Int(nodes[tail].start)] = Int32(2 * index)
      nodes[head].start -= 1
      residuals[Int(nodes[head].start)] = Int32(2 * index + 1)
    }
  }

  /// Visits the other end of each arc that takes more from a node, or takes some of it back.
  func forEachRoom(at node: Int, _ visit: (Int) -> Void) {
    for position in Int(nodes[node].start)..<Int(nodes[node + 1].start) {
      let arc = arcs[Int(residuals[position] >> 1)]
      if residuals[position] & 1 == 0 {
        if arc.flow < arc.most { visit(Int(arc.head)) }
      } else if arc.flow > arc.least {
        visit(Int(arc.tail))
      }
    }
  }

  // MARK: - Changing

  /// Sets an arc's bounds; the caller settles it.
  mutating func setBounds(_ arc: Int, least: Int, most: Int) {
    arcs[arc].least = Int32(clamping: least)
    arcs[arc].most = Int32(clamping: most)
  }

  /// Sets an arc's cost; the caller settles it.
  mutating func setCost(_ arc: Int, first: Int, rise: Int = 0) {
    arcs[arc].first = first
    arcs[arc].rise = rise
  }

  /// Puts all prices to zero; the caller settles every arc.
  mutating func clearPrices() {
    for node in nodes.indices { nodes[node].price = 0 }
  }

  /// Brings an arc's flow into its bounds and to what its ends' prices ask for, as near as can be to what it
  /// was. The difference becomes excess at its ends.
  mutating func settle(_ index: Int) {
    var arc = arcs[index]
    let old = arc.flow
    let (tail, head) = (Int(arc.tail), Int(arc.head))
    arc.flow = max(arc.least, min(arc.most, arc.flow))
    let gain = nodes[head].price - nodes[tail].price
    if arc.flow < arc.most, arc.marginal < gain {
      arc.flow = arc.rise == 0 ? arc.most : min(arc.most, Int32(clamping: arc.units(worth: gain - 1)))
    } else if arc.flow > arc.least, arc.marginal - arc.rise > gain {
      arc.flow = arc.rise == 0 ? arc.least : max(arc.least, Int32(clamping: arc.units(worth: gain)))
    }
    guard arc.flow != old else { return }
    arcs[index].flow = arc.flow
    nodes[tail].excess -= Int(arc.flow - old)
    nodes[head].excess += Int(arc.flow - old)
  }

  // MARK: - Balancing

  /// How a balancing ended.
  enum Balance {
    /// Every node gives what it has to.
    case reached
    /// These nodes have more than all ways out of them take, whatever the costs.
    case impossible(cut: [Int32])
    /// The caller wanted no more.
    case cutShort
  }

  /// Sends what nodes have too much to those that have too little, always along a cheapest way.
  ///
  /// Cost: a search for each unit, or for each bundle of units on ways of constant cost; a search ends at the
  /// first node with too little.
  mutating func balance(while goesOn: () -> Bool = { true }) -> Balance {
    var turns = 0
    for node in nodes.indices where nodes[node].excess > 0 {
      if turns.isMultiple(of: Self.turnsBetweenQuestions), !goesOn() { return .cutShort }
      turns += 1
      while nodes[node].excess > 0 {
        guard let goal = findWay(from: node) else { return .impossible(cut: settledNodes) }
        lowerPrices(by: nodes[goal].distance)
        send(from: node, to: goal)
      }
    }
    return .reached
  }

  /// Takes over the work that a copy has done whose flow is given up.
  mutating func takeOver(work other: Int) { work = max(work, other) }

  /// Asking takes longer than most searches.
  private static let turnsBetweenQuestions = 64

  private mutating func lowerPrices(by distance: Int) {
    for node in settledNodes { nodes[Int(node)].price += nodes[Int(node)].distance - distance }
  }

  private mutating func send(from start: Int, to goal: Int) {
    var units = min(nodes[start].excess, -nodes[goal].excess)
    var node = goal
    while node != start {
      let residual = nodes[node].parent
      let arc = arcs[Int(residual >> 1)]
      let isForward = residual & 1 == 0
      let room = isForward ? arc.most - arc.flow : arc.flow - arc.least
      units = arc.rise == 0 ? min(units, Int(room)) : 1
      node = Int(isForward ? arc.tail : arc.head)
    }
    node = goal
    while node != start {
      let residual = nodes[node].parent
      let index = Int(residual >> 1)
      let isForward = residual & 1 == 0
      arcs[index].flow += isForward ? Int32(units) : -Int32(units)
      node = Int(isForward ? arcs[index].tail : arcs[index].head)
    }
    nodes[start].excess -= units
    nodes[goal].excess += units
  }

  /// Dijkstra's search over reduced costs, from one node to the nearest that has too little.
  ///
  /// Ways that cost nothing go on a stack of their own, for most do. `nil` when there is none: then the nodes
  /// that were reached are ``settledNodes``.
  private mutating func findWay(from start: Int) -> Int? {
    search += 2
    defer { work += settledNodes.count }
    return nodes.withUnsafeMutableBufferPointer { nodes in
      Self.findWay(
        from: start, in: nodes, by: search, arcs: arcs, residuals: residuals, heap: &heap,
        settled: &settledNodes)
    }
  }

  private static func findWay(
    from start: Int, in nodes: UnsafeMutableBufferPointer<Node>, by reached: Int, arcs: [Arc],
    residuals: [Int32], heap: inout DistanceHeap, settled: inout [Int32]
  ) -> Int? {
    let final = reached + 1
    settled.removeAll(keepingCapacity: true)
    heap.removeAll()
    nodes[start].distance = 0
    nodes[start].stamp = reached
    heap.pushNow(Int32(start))
    return arcs.withUnsafeBufferPointer { arcs in
      residuals.withUnsafeBufferPointer { residuals in
        while let (node, distance) = heap.pop() {
          let here = Int(node)
          guard nodes[here].stamp == reached, nodes[here].distance == distance else { continue }
          if nodes[here].excess < 0 { return here }
          nodes[here].stamp = final
          settled.append(node)
          let base = distance + nodes[here].price
          for position in Int(nodes[here].start)..<Int(nodes[here + 1].start) {
            let residual = residuals[position]
            let arc = arcs[Int(residual >> 1)]
            let there: Int
            let cost: Int
            if residual & 1 == 0 {
              guard arc.flow < arc.most else { continue }
              there = Int(arc.head)
              cost = arc.first + arc.rise * Int(arc.flow)
            } else {
              guard arc.flow > arc.least else { continue }
              there = Int(arc.tail)
              cost = -(arc.first + arc.rise * Int(arc.flow - 1))
            }
            guard nodes[there].stamp != final else { continue }
            let new = base + cost - nodes[there].price
            assert(new >= distance, "the flow is optimal for its prices")
            guard nodes[there].stamp != reached || new < nodes[there].distance else { continue }
            nodes[there].stamp = reached
            nodes[there].distance = new
            nodes[there].parent = residual
            if new > distance {
              heap.push(Int32(there), new)
            } else if nodes[there].excess < 0 {
              return there
            } else {
              heap.pushNow(Int32(there))
            }
          }
        }
        return nil
      }
    }
  }
}

extension ConvexNetwork.Arc {
  /// The flow at which one unit more costs more than `worth`, and one less does not; `rise` is not 0.
  fileprivate func units(worth: Int) -> Int {
    let (quotient, remainder) = (worth - first).quotientAndRemainder(dividingBy: rise)
    return (remainder < 0 ? quotient - 1 : quotient) + 1
  }
}
