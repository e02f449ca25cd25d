import ScheduleModel

/// A month's works to slots.
///
/// Each work has an ideal day, evenly spaced among the days on which its line may air; the assignment with
/// the least sum of squared distances in days is chosen for all lines of the month together.
enum SlotAllocation {
  /// The slots of each demand, pinned ones included, in time order.
  ///
  /// - Parameter room: Works that still fit into each slot; what is placed is taken off.
  static func slots(
    of demands: [LineDemand], months: [[Int]], slots: [Slot], fixed: [[Int]], room: inout [Int]
  ) -> [[Int]] {
    var chosen = fixed
    for month in 1...12 {
      let placed = assign(
        demands, month: month, months.map { $0[month - 1] }, slots: slots, fixed: fixed, room: room)
      for (demand, indices) in placed.enumerated() {
        chosen[demand] += indices
        for index in indices { room[index] -= 1 }
      }
    }
    return chosen.map { $0.sorted() }
  }

  private static func assign(
    _ demands: [LineDemand], month: Int, _ counts: [Int], slots: [Slot], fixed: [[Int]], room: [Int]
  ) -> [[Int]] {
    var network = FlowNetwork()
    let source = network.addNode()
    let sink = network.addNode()
    var slotNodes: [Int: Int] = [:]
    var choices: [(demand: Int, slot: Int, arc: Int)] = []
    for (index, demand) in demands.enumerated() where counts[index] > 0 {
      let usable = demand.usable.filter { slots[$0].timing.day.month == month }
      let pinned = fixed[index].filter { slots[$0].timing.day.month == month }
      let ideals = idealDays(count: counts[index], usable: usable, pinned: pinned, slots)
      let units = ideals.map { ideal in
        let node = network.addNode()
        network.addArc(from: source, to: node, capacity: 1)
        return (node: node, ideal: ideal)
      }
      var middle: (day: CivilDay, node: Int)?
      for slot in usable where room[slot] > 0 {
        let day = slots[slot].timing.day
        let slotNode = slotNodes[slot] ?? network.addNode()
        if slotNodes.updateValue(slotNode, forKey: slot) == nil {
          network.addArc(from: slotNode, to: sink, capacity: room[slot])
        }
        let entry = network.addNode()
        choices.append((index, slot, network.addArc(from: entry, to: slotNode, capacity: room[slot])))
        var target = entry
        if let limit = demand.placing.perDay {
          if let same = middle, same.day == day {
            network.addArc(from: same.node, to: entry, capacity: limit)
            continue
          }
          let taken = pinned.filter { slots[$0].timing.day == day }.count
          let gate = network.addNode()
          let inside = network.addNode()
          network.addArc(from: gate, to: inside, capacity: limit - taken)
          network.addArc(from: inside, to: entry, capacity: limit)
          middle = (day, inside)
          target = gate
        }
        for unit in units {
          let distance = unit.ideal.distance(to: day)
          network.addArc(from: unit.node, to: target, capacity: 1, cost: .init(first: distance * distance))
        }
      }
    }
    _ = network.send(counts.reduce(0, +), from: source, to: sink)
    var placed = Array(repeating: [Int](), count: demands.count)
    for choice in choices {
      placed[choice.demand] += Array(repeating: choice.slot, count: network.flow(on: choice.arc))
    }
    return placed
  }

  /// Evenly spaced among the usable days: the middle of the first of n equal stretches, and so on. Days that
  /// a pin already serves are left out.
  private static func idealDays(count: Int, usable: [Int], pinned: [Int], _ slots: [Slot]) -> [CivilDay] {
    var days: [CivilDay] = []
    for index in usable where days.last != slots[index].timing.day { days.append(slots[index].timing.day) }
    guard !days.isEmpty else { return [] }
    let all = count + pinned.count
    var ideals = (0..<all).map { days[(2 * $0 + 1) * days.count / (2 * all)] }
    for pin in pinned {
      let day = slots[pin].timing.day
      let nearest = ideals.indices.min {
        abs(ideals[$0].distance(to: day)) < abs(ideals[$1].distance(to: day))
      }
      if let nearest { ideals.remove(at: nearest) }
    }
    return ideals
  }
}
