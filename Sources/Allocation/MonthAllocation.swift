import ScheduleModel

/// The year's quota to months.
///
/// For each line a chain of cumulative counts: the arc from month m to the month before it carries what has
/// aired by then, and costs the square of its distance from the ideal line. The months of all lines lead to
/// the slots, so that no month gets more than its slots hold, even where lines share them. Sums are exact,
/// and least and most hold whenever the slots allow.
enum MonthAllocation {
  /// How many works of each demand go into each of the twelve months, pinned ones not among them.
  static func months(
    of demands: [LineDemand], slots: [Slot], room: [Int], fixed: [[Int]], days: Range<CivilDay>
  ) -> [[Int]] {
    var network = FlowNetwork()
    let source = network.addNode()
    let sink = network.addNode()
    let slotNodes = slots.indices.map { index in
      let node = network.addNode()
      network.addArc(from: node, to: sink, capacity: room[index])
      return node
    }
    var monthArcs: [[Int]] = []
    var total = 0
    for (demand, pinned) in zip(demands, fixed) {
      let remaining = max(0, demand.count - pinned.count)
      total += remaining
      var root = network.addNode()
      network.addArc(from: source, to: root, capacity: remaining)
      let pinnedByMonth = counts(of: pinned, slots)
      let ideal = idealCumulative(demand, days: days)
      var arcs = Array(repeating: -1, count: 12)
      for month in stride(from: 11, through: 0, by: -1) {
        let range = demand.placing.months[month]
        let node = network.addNode()
        arcs[month] = network.addArc(
          from: root, to: node, capacity: max(0, range.upperBound - pinnedByMonth[month]),
          wanted: max(0, range.lowerBound - pinnedByMonth[month]))
        connect(node, to: slotNodes, month: month + 1, demand, slots, pinned, in: &network)
        guard month > 0 else { break }
        let already = pinnedByMonth.prefix(month).reduce(0, +)
        let before = network.addNode()
        network.addArc(
          from: root, to: before, capacity: remaining, cost: distanceCost(ideal[month - 1] - 1000 * already))
        root = before
      }
      monthArcs.append(arcs)
    }
    _ = network.send(total, from: source, to: sink)
    return monthArcs.map { $0.map { network.flow(on: $0) } }
  }

  /// The square of the distance from an ideal in thousandths: the unit after f costs (1000(f+1) - I)² - (1000f - I)².
  private static func distanceCost(_ ideal: Int) -> FlowNetwork.Cost {
    FlowNetwork.Cost(first: 1_000_000 - 2_000 * ideal, rise: 2_000_000)
  }

  /// What should have aired by the end of each month, in thousandths of a work.
  ///
  /// A month counts by its weight; one that the window or the plan cuts counts by the days it keeps.
  static func idealCumulative(_ demand: LineDemand, days: Range<CivilDay>) -> [Int] {
    let window = demand.placing.window.clamped(to: days)
    let year = days.lowerBound.year
    let shares = (1...12).map { month -> Int in
      let whole = CivilDay.month(month, of: year)
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
    _ node: Int, to slotNodes: [Int], month: Int, _ demand: LineDemand, _ slots: [Slot], _ pinned: [Int],
    in network: inout FlowNetwork
  ) {
    let usable = demand.usable.filter { slots[$0].timing.day.month == month }
    guard let limit = demand.placing.perDay else {
      for index in usable { network.addArc(from: node, to: slotNodes[index], capacity: slots[index].pieces) }
      return
    }
    var dayNode: (day: CivilDay, node: Int)?
    for index in usable {
      let day = slots[index].timing.day
      if dayNode?.day != day {
        let middle = network.addNode()
        let taken = pinned.filter { slots[$0].timing.day == day }.count
        network.addArc(from: node, to: middle, capacity: limit - taken)
        dayNode = (day, middle)
      }
      if let dayNode {
        network.addArc(from: dayNode.node, to: slotNodes[index], capacity: slots[index].pieces)
      }
    }
  }

  static func counts(of indices: [Int], _ slots: [Slot]) -> [Int] {
    var counts = Array(repeating: 0, count: 12)
    for index in indices { counts[slots[index].timing.day.month - 1] += 1 }
    return counts
  }
}
