import ScheduleModel

/// The year's quota to months.
///
/// For each line a chain of cumulative counts: the arc from month m to the month before it carries what has
/// aired by then, and costs the square of its distance from the ideal line. The months of all lines lead to
/// the slots, so that no month gets more than its slots hold, even where lines share them. What a line is
/// short of at the end of the year costs its square too, so that lines that share slots share a shortage.
/// A line that nothing hinders has at the end of each month the rounded value of its ideal line.
enum MonthAllocation {
  /// How many works of each demand go into each of the twelve months, pinned ones not among them.
  ///
  /// As many as fit; among these ways the one that gives the months most of their least, then the one with
  /// the fewest works too late for what follows from them, then the one nearest to the ideal lines.
  static func months(of demands: [LineDemand], slots: [Slot], days: Range<CivilDay>) -> [[Int]] {
    var network = SlotNetwork(room: slots.map(\.pieces))
    for pin in demands.flatMap(\.pins) {
      let arcs = network.pin(to: pin.slots)
      precondition(arcs != nil, "pins that were kept fit together")
    }
    let arcs = demands.map { addChain(of: $0, days: days, to: &network) }
    network.send(demands.reduce(0) { $0 + $1.count - $1.pins.count }, from: network.source)
    return arcs.map { $0.map { network.flow.flow(on: $0) } }
  }

  /// - Returns: The arc that carries each month's works.
  private static func addChain(
    of demand: LineDemand, days: Range<CivilDay>, to network: inout SlotNetwork
  ) -> [Int] {
    let remaining = demand.count - demand.pins.count
    let ideal = idealCumulative(demand, days: days)
    var root = network.flow.addNode()
    network.flow.addArc(
      from: network.source, to: root, capacity: remaining, cost: distanceCost(1000 * remaining))
    var arcs: [Int] = []
    for month in stride(from: 12, through: 1, by: -1) {
      let limits = demand.limits(in: month)
      let pinned = demand.pins(in: month).count
      let node = network.flow.addNode()
      arcs.append(
        network.flow.addArc(
          from: root, to: node, capacity: limits.upperBound - pinned, wanted: limits.lowerBound - pinned))
      connect(node, to: demand.openings[month - 1], of: demand, in: &network)
      guard month > 1 else { break }
      let already = demand.pins.count { $0.day.month < month }
      let before = network.flow.addNode()
      network.flow.addArc(
        from: root, to: before, capacity: remaining, cost: distanceCost(ideal[month - 2] - 1000 * already))
      root = before
    }
    return arcs.reversed()
  }

  /// The square of the distance from an ideal in thousandths, in units of 2,000: the unit after f adds
  /// (1000(f+1) - I)² - (1000f - I)². Neither f nor I/1000 passes a quota, so it stays below 2^32.
  private static func distanceCost(_ ideal: Int) -> FlowNetwork.Cost {
    FlowNetwork.Cost(first: Int128(500 - ideal), rise: 1_000)
  }

  /// What should have aired by the end of each month, in thousandths of a work.
  ///
  /// A month counts by its weight; one that the window or the plan cuts counts by the days it keeps, and one
  /// without any opening not at all. With weights up to 1,000 and a quota of a million the products stay
  /// below 2^55.
  static func idealCumulative(_ demand: LineDemand, days: Range<CivilDay>) -> [Int] {
    let window = demand.placing.window.clamped(to: days)
    let shares = (1...12).map { month -> Int in
      guard !demand.openings[month - 1].isEmpty, demand.placing.months[month - 1].upperBound > 0 else {
        return 0
      }
      let whole = CivilDay.month(month, of: days.lowerBound.year)
      return demand.placing.weights[month - 1] * whole.clamped(to: window).count * 1000 / whole.count
    }
    let all = shares.reduce(0, +)
    guard all > 0 else { return Array(repeating: 0, count: 12) }
    var sum = 0
    return shares.map { share in
      sum += share
      return (2000 * demand.count * sum + all) / (2 * all)
    }
  }

  private static func connect(
    _ node: Int, to openings: [Opening], of demand: LineDemand, in network: inout SlotNetwork
  ) {
    for opening in openings {
      let pinned = demand.pins.count { opening.isOn($0.day) }
      let inside = network.flow.addNode()
      network.flow.addArc(
        from: node, to: inside, capacity: opening.most(perDay: demand.placing.perDay) - pinned,
        cost: FlowNetwork.Cost(first: opening.isLate ? FlowNetwork.Cost.rank : 0))
      for slot in opening.slots { _ = network.addArc(from: inside, toSlot: slot) }
    }
  }
}
