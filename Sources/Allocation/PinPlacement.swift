import ScheduleModel

/// Works whose day the plan fixes: they take their slots first.
enum PinPlacement {
  /// The slot of each pin that can be kept, by demand, and findings for the others.
  ///
  /// - Parameter room: Works that still fit into each slot; what pins take is taken off.
  static func place(_ demands: [LineDemand], slots: [Slot], room: inout [Int]) -> (
    fixed: [[Int]], findings: [Finding]
  ) {
    var findings: [Finding] = []
    let fixed = demands.map { demand -> [Int] in
      var taken: [Int] = []
      for pin in demand.placing.pins.prefix(demand.count) {
        let slot = demand.usable.first { index in
          slots[index].timing.day == pin.day && (pin.grid.map { slots[index].grid == $0 } ?? true)
            && room[index] > 0
            && !exceedsDay(demand, taken, adding: index, slots)
        }
        if let slot {
          taken.append(slot)
          room[slot] -= 1
        } else {
          findings.append(.pinNotOpen(pin, demand, slots: slots))
        }
      }
      return taken.sorted()
    }
    return (fixed, findings)
  }

  private static func exceedsDay(_ demand: LineDemand, _ taken: [Int], adding index: Int, _ slots: [Slot])
    -> Bool
  {
    guard let limit = demand.placing.perDay else { return false }
    return taken.filter { slots[$0].timing.day == slots[index].timing.day }.count >= limit
  }
}
