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
  mutating func startOver(costs: [(arc: Int, first: Int)]) {
    clearPrices()
    for index in arcs.indices { setCost(index, first: 0) }
    for (arc, first) in costs { setCost(arc, first: first) }
    for index in arcs.indices { settle(index) }
  }
}
