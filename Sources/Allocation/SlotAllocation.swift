import ScheduleModel

/// A month's works to slots.
///
/// Each work has an ideal day, evenly spaced among the days on which its line may air; the assignment with
/// the least sum of squared distances in days is chosen for all lines of the month together. Two works of a
/// line share a day only where no other of its days has room. Where all its days have room and none is pinned,
/// the steps from work to work, counted in its days, differ by one at most.
enum SlotAllocation {
  /// The slots of each demand, pinned ones included, in time order.
  static func slots(of demands: [LineDemand], months: [[Int]], slots: [Slot]) -> [[Int]] {
    let room = slots.map(\.pieces)
    var chosen: [[Int]] = demands.map { _ in [] }
    for month in 1...12 {
      let placed = assign(demands, month: month, months.map { $0[month - 1] }, room: room)
      for (demand, indices) in placed.enumerated() { chosen[demand] += indices }
    }
    return chosen.map { $0.sorted() }
  }

  private static func assign(_ demands: [LineDemand], month: Int, _ counts: [Int], room: [Int]) -> [[Int]] {
    var network = SlotNetwork(room: room)
    var choices: [(demand: Int, slot: Int, arc: Int)] = []
    for (index, demand) in demands.enumerated() {
      for pin in demand.pins(in: month) {
        let arcs = network.pin(to: pin.slots)
        precondition(arcs != nil, "pins that were kept fit together")
        for (slot, arc) in zip(pin.slots, arcs ?? []) { choices.append((index, slot, arc)) }
      }
    }
    for (index, demand) in demands.enumerated() where counts[index] > 0 {
      let openings = demand.openings[month - 1]
      let pinned = demand.pins(in: month).map(\.day)
      let groups = idealDays(count: counts[index], openings, pinned: pinned).map { ideal in
        let node = network.flow.addNode()
        network.flow.addArc(from: network.source, to: node, capacity: ideal.count)
        return (node: node, ideal: ideal)
      }
      for opening in openings {
        let gate = network.flow.addNode()
        for (node, ideal) in groups {
          let distance = Int128(ideal.day.distance(to: opening.day))
          network.flow.addArc(
            from: node, to: gate, capacity: ideal.count, cost: .init(first: distance * distance))
        }
        let inside = network.flow.addNode()
        let already = pinned.count { opening.isOn($0) }
        network.flow.addArc(
          from: gate, to: inside, capacity: opening.most(perDay: demand.placing.perDay) - already,
          cost: crowdingCost(already, isLate: opening.isLate))
        for slot in opening.slots {
          choices.append((index, slot, network.addArc(from: inside, toSlot: slot)))
        }
      }
    }
    let sent = network.send(counts.reduce(0, +), from: network.source)
    precondition(sent == counts.reduce(0, +), "months were allocated with the same slots")
    var placed = Array(repeating: [Int](), count: demands.count)
    for choice in choices {
      placed[choice.demand] += Array(repeating: choice.slot, count: network.flow.flow(on: choice.arc))
    }
    return placed
  }

  /// A further work on the same day costs more than the longest way to another of the month, 30² days.
  private static func crowdingCost(_ already: Int, isLate: Bool) -> FlowNetwork.Cost {
    let late = isLate ? FlowNetwork.Cost.rank : 0
    return FlowNetwork.Cost(first: late + Int128(1_000 * already), rise: 1_000)
  }

  /// Evenly spaced among the days that come early enough: the middle of the first of n equal stretches, and
  /// so on. Each pin takes the place of the nearest.
  private static func idealDays(
    count: Int, _ openings: [Opening], pinned: [CivilDay]
  ) -> [(day: CivilDay, count: Int)] {
    let early = openings.filter { !$0.isLate }
    let days = (early.isEmpty ? openings : early).map(\.day)
    guard !days.isEmpty else { return [] }
    let all = count + pinned.count
    var ideals = (0..<all).map { days[(2 * $0 + 1) * days.count / (2 * all)] }
    for day in pinned.sorted() {
      let nearest = ideals.indices.min {
        abs(ideals[$0].distance(to: day)) < abs(ideals[$1].distance(to: day))
      }
      if let nearest { ideals.remove(at: nearest) }
    }
    return ideals.unique.map { day in (day, ideals.count { $0 == day }) }
  }
}
