import ScheduleModel

/// What must be on a day or in a month, as far as it can be kept together.
///
/// A flow from pins and months to the slots and through what the outlets take. Units are sent one by one, pins
/// in the plan's order before the least of months; what was sent may be moved, never lost, so that the first
/// keeps its right and no more is refused than must be (augmenting paths: Ford and Fulkerson 1956).
struct PinChoice {
  private let slots: [Slot]
  private let days: YearDays
  private let plan: Plan
  private var network = ConvexNetwork()
  private let sink: Int
  private var slotNodes: [Int: Int] = [:]
  private var outletDays: [OutletDay: Int] = [:]
  private var outletMonths: [OutletDay: Int] = [:]

  private struct OutletDay: Hashable {
    let outlet: String
    let day: CivilDay
  }

  /// A pin with its way into the network.
  private struct PinWay {
    let demand: Int
    let pin: Placing.Pin
    let node: Int
    /// The slots it may take, with the arcs that lead there.
    let slots: [(slot: Int, arc: Int)]
  }

  /// A month of a line, by its place in the plan, with its way into the network.
  private struct MonthWay {
    let demand: Int
    let month: Int
    let node: Int
    /// The most of each day, less its pins, on these arcs.
    let gates: [(day: CivilDay, most: Int, arc: Int)]
  }

  private init(slots: [Slot], plan: Plan) {
    self.slots = slots
    self.plan = plan
    days = YearDays(of: plan)
    sink = network.addNode()
  }

  /// Notes in each demand the pins and the least of each month that can be kept.
  /// - Returns: A finding for each pin that cannot.
  static func choose(_ demands: inout [LineDemand], plan: Plan, slots: [Slot]) -> [Finding] {
    let isNeeded = demands.contains { !$0.placing.pins.isEmpty || $0.least.contains { $0 > 0 } }
    guard isNeeded else { return [] }
    var choice = PinChoice(slots: slots, plan: plan)
    let pins = demands.indices.flatMap { number in
      demands[number].placing.pins.map { choice.way(of: $0, demands[number], number) }
    }
    let months = demands.indices.flatMap { number in
      plan.months.indices.filter { demands[number].least[$0] > 0 }.map { month in
        choice.way(of: month, demands[number], number)
      }
    }
    choice.network.seal()
    let findings = choice.keep(pins, of: &demands)
    for way in months { choice.keep(way, of: &demands) }
    choice.nameSlots(of: pins, in: &demands)
    return findings
  }

  // MARK: - Pins

  private mutating func way(of pin: Placing.Pin, _ demand: LineDemand, _ number: Int) -> PinWay {
    let node = network.addNode()
    let usable = demand.usable.filter { index in
      let slot = slots[index]
      return slot.firstDay == pin.day && slot.possibleDays.count == 1
        && (pin.grid.map { $0 == slot.grid } ?? true)
    }
    let ways = usable.map { ($0, network.addArc(from: node, to: slotNode($0), most: 1)) }
    return PinWay(demand: number, pin: pin, node: node, slots: ways)
  }

  private mutating func keep(_ pins: [PinWay], of demands: inout [LineDemand]) -> [Finding] {
    var findings: [Finding] = []
    for way in pins {
      let demand = demands[way.demand]
      if demand.pins.count >= demand.count {
        findings.append(.pinPassesQuota(way.pin, demand))
      } else if isAllowed(way.pin, demand), send(1, from: way.node) == 1 {
        demands[way.demand].pins.append(LineDemand.Pin(day: way.pin.day, slot: nil))
      } else {
        findings.append(.pinNotOpen(way.pin, demand, slots: slots))
      }
    }
    return findings
  }

  private func isAllowed(_ pin: Placing.Pin, _ demand: LineDemand) -> Bool {
    let gap = demand.placing.gapDays ?? 0
    return demand.pins.count { $0.day == pin.day } < demand.placing.perDay ?? Quantity.largest
      && demand.pins(in: demand.month(of: pin.day)).count
        < demand.placing.months[demand.month(of: pin.day)].upperBound
      && demand.pins.allSatisfy { abs($0.day.distance(to: pin.day)) >= gap }
  }

  /// Pins that name a grid line have the slot that they were given in the end.
  private func nameSlots(of pins: [PinWay], in demands: inout [LineDemand]) {
    var next = demands.map { _ in 0 }
    for way in pins {
      guard let taken = way.slots.first(where: { network.arcs[$0.arc].flow > 0 }) else { continue }
      if way.pin.grid != nil {
        demands[way.demand].pins[next[way.demand]] = LineDemand.Pin(day: way.pin.day, slot: taken.slot)
      }
      next[way.demand] += 1
    }
  }

  // MARK: - Months

  private mutating func way(of month: Int, _ demand: LineDemand, _ number: Int) -> MonthWay {
    let node = network.addNode()
    let usable = demand.usable.filter { demand.month(of: slots[$0].firstDay) == month }
    let byDays = Dictionary(grouping: usable) { slots[$0].possibleDays }
    let openings = byDays.sorted { ($0.key.lowerBound, $0.key.count) < ($1.key.lowerBound, $1.key.count) }
    let gates = openings.map { possible, indices in
      let gate = network.addNode()
      let perDay = demand.placing.gapDays.map { _ in 1 } ?? demand.placing.perDay
      let most = perDay.map { $0 * possible.count } ?? Quantity.largest
      for index in indices {
        network.addArc(
          from: gate, to: slotNode(index), most: slots[index].room(minutes: demand.placing.minutes ?? 0))
      }
      return (
        day: possible.lowerBound, most: most, arc: network.addArc(from: node, to: gate, most: most)
      )
    }
    return MonthWay(demand: number, month: month, node: node, gates: gates)
  }

  private mutating func keep(_ way: MonthWay, of demands: inout [LineDemand]) {
    let demand = demands[way.demand]
    let pinned = demand.pins(in: way.month)
    for gate in way.gates {
      let there = pinned.count { $0.day == gate.day }
      network.setBounds(gate.arc, least: 0, most: max(0, gate.most - there))
    }
    let others = plan.months.indices.filter { $0 != way.month }.reduce(0) { sum, month in
      // Months that were looked at hold what they keep, the others their pins.
      sum + max(demand.pins(in: month).count, month < way.month ? demand.least[month] : 0)
    }
    let wanted = min(
      demand.least[way.month], demand.count - others, mostByGap(demand, in: way.month))
    let more = max(0, wanted - pinned.count)
    let kept = pinned.count + send(more, from: way.node)
    demands[way.demand].least[way.month] = min(demand.least[way.month], kept)
  }

  /// How many of a line a month can have that lie a gap apart.
  private func mostByGap(_ demand: LineDemand, in month: Int) -> Int {
    guard let gap = demand.placing.gapDays else { return Quantity.largest }
    var last: CivilDay?
    return demand.usable.map { slots[$0].lastDay }.filter { demand.month(of: $0) == month }.sorted()
      .count { day in
        if let last, last.distance(to: day) < gap { return false }
        last = day
        return true
      }
  }

  // MARK: - The network

  /// Sends as many as go.
  private mutating func send(_ units: Int, from node: Int) -> Int {
    network.addSupply(units, at: node)
    network.addSupply(-units, at: sink)
    _ = network.balance()
    let left = network.excess(of: node)
    network.addSupply(-left, at: node)
    network.addSupply(left, at: sink)
    return units - left
  }

  private mutating func slotNode(_ index: Int) -> Int {
    if let node = slotNodes[index] { return node }
    let slot = slots[index]
    let node = network.addNode()
    slotNodes[index] = node
    let outlet = plan.outlet(slot.outlet)
    let last = slot.lastDay
    var ends: [(node: Int, isNew: Bool, most: Int)] = []
    if let most = outlet?.perDay, slot.possibleDays.count == 1 {
      let key = OutletDay(outlet: slot.outlet, day: last)
      ends.append((outletDays[key] ?? network.addNode(), outletDays[key] == nil, most))
      outletDays[key] = ends[ends.count - 1].node
    }
    if let month = plan.months.index(of: last), let most = outlet?.perMonth?[month] {
      let key = OutletDay(outlet: slot.outlet, day: CivilDay.month(last.month, of: last.year).lowerBound)
      ends.append((outletMonths[key] ?? network.addNode(), outletMonths[key] == nil, most))
      outletMonths[key] = ends[ends.count - 1].node
    }
    var (tail, most) = (node, slot.pieces)
    for end in ends {
      network.addArc(from: tail, to: end.node, most: most)
      guard end.isNew else { return node }
      (tail, most) = (end.node, end.most)
    }
    network.addArc(from: tail, to: sink, most: most)
    return node
  }
}
