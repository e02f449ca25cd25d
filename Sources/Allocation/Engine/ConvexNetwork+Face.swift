extension ConvexNetwork {
  /// Narrows all bounds to the flows that cost no more than the present one, which is optimal for its prices.
  ///
  /// A flow is as cheap exactly when every arc keeps to what the prices ask for (complementary slackness), so
  /// that further costs can be weighed among the optimal flows alone.
  mutating func restrictToOptimal() {
    for index in arcs.indices {
      let arc = arcs[index]
      let gain = price(of: Int(arc.head)) - price(of: Int(arc.tail))
      var (least, most) = (arc.least, arc.most)
      if arc.marginal > gain {
        most = arc.flow
      } else if arc.rise > 0 {
        most = min(most, arc.flow + 1)
      }
      if arc.marginal - arc.rise < gain {
        least = arc.flow
      } else if arc.rise > 0 {
        least = max(least, arc.flow - 1)
      }
      setBounds(index, least: Int(least), most: Int(most))
    }
  }

  /// Weighs new costs from zero prices on: costs of the arcs by index, 0 where not named.
  mutating func startOver(costs: [(arc: Int, first: Int, rise: Int)]) {
    clearPrices()
    for index in arcs.indices { setCost(index, first: 0) }
    for (arc, first, rise) in costs { setCost(arc, first: first, rise: rise) }
    for index in arcs.indices { settle(index) }
  }

  /// The nodes to which some could still send, whatever it costs, without passing others.
  func reachable(from starts: [Int32], through isOpen: (Int) -> Bool) -> [Int32] {
    var isReached = Array(repeating: false, count: nodeCount)
    var reached = starts
    for start in starts { isReached[Int(start)] = true }
    var next = 0
    while next < reached.count {
      forEachRoom(at: Int(reached[next])) { other in
        guard !isReached[other], isOpen(other) else { return }
        isReached[other] = true
        reached.append(Int32(other))
      }
      next += 1
    }
    return reached
  }
}
