import ScheduleModel

/// Works whose day the plan fixes.
enum PinPlacement {
  /// Notes in each demand the pins that can be kept, all of them together.
  ///
  /// Pins go before everything else, and before one another in the plan's order; they count in the limits of
  /// their day and month.
  /// - Returns: A finding for each of the others.
  static func keepPins(of demands: inout [LineDemand], slots: [Slot]) -> [Finding] {
    var network = SlotNetwork(room: slots.map(\.pieces))
    var findings: [Finding] = []
    for index in demands.indices {
      for pin in demands[index].placing.pins {
        let demand = demands[index]
        let candidates = candidates(for: pin, of: demand, slots)
        if demand.pins.count >= demand.count {
          findings.append(.pinPassesQuota(pin, demand))
        } else if isAllowed(pin, demand), network.pin(to: candidates) != nil {
          demands[index].pins.append(LineDemand.Pin(day: pin.day, slots: candidates))
        } else {
          findings.append(.pinNotOpen(pin, demand, slots: slots))
        }
      }
    }
    return findings
  }

  private static func candidates(for pin: Placing.Pin, of demand: LineDemand, _ slots: [Slot]) -> [Int] {
    demand.openings[pin.day.month - 1].filter { $0.isOn(pin.day) }.flatMap(\.slots).filter { index in
      pin.grid.map { slots[index].grid == $0 } ?? true
    }
  }

  private static func isAllowed(_ pin: Placing.Pin, _ demand: LineDemand) -> Bool {
    demand.pins.count { $0.day == pin.day } < demand.placing.perDay ?? Quantity.largest
      && demand.pins(in: pin.day.month).count < demand.placing.months[pin.day.month - 1].upperBound
  }
}
