import ScheduleModel

/// How many works fit at most, found by plain augmenting paths.
///
/// It shares nothing with the allocation but the plan: a line sends its works through its months and days to
/// slots; pins go first, each from a node of its own.
struct MostWorks {
  private var room: [[Int]]
  private var neighbours: [[Int]]
  private let sink = 0

  private init(nodes: Int) {
    room = Array(repeating: Array(repeating: 0, count: nodes), count: nodes)
    neighbours = Array(repeating: [], count: nodes)
  }

  private mutating func link(_ from: Int, _ to: Int, _ capacity: Int) {
    room[from][to] = capacity
    neighbours[from].append(to)
    neighbours[to].append(from)
  }

  /// Originals that the lines of a plan can place together, without the least of any month.
  static func originals(_ plan: Plan, _ slots: [Slot]) -> Int {
    let perLine = 1 + 12 + slots.count
    let pins = plan.lines.reduce(0) { $0 + ($1.placing?.pins.count ?? 0) }
    var flow = MostWorks(nodes: 1 + slots.count + plan.lines.count * perLine + pins)
    for (index, slot) in slots.enumerated() { flow.link(1 + index, 0, slot.pieces) }
    var nextPin = 1 + slots.count + plan.lines.count * perLine
    var kept: [[Placing.Pin]] = []
    for line in plan.lines {
      guard let placing = line.placing, let quota = line.quota?.value else { continue }
      let usable = Set(slots.indices.filter { isOpen(slots[$0], to: line, placing, plan) })
      var mine: [Placing.Pin] = []
      for pin in placing.pins where mine.count < quota {
        let month = mine.count { $0.day.month == pin.day.month }
        guard mine.count(where: { $0.day == pin.day }) < placing.perDay ?? .max,
          month < placing.months[pin.day.month - 1].upperBound
        else { continue }
        for index in usable where slots[index].timing.day == pin.day && slots[index].isDated {
          if pin.grid == nil || pin.grid == slots[index].grid { flow.link(nextPin, 1 + index, 1) }
        }
        if flow.send(1, from: nextPin) == 1 { mine.append(pin) }
        nextPin += 1
      }
      kept.append(mine)
    }
    var total = kept.joined().count
    for (number, line) in plan.lines.enumerated() {
      guard let placing = line.placing, let quota = line.quota?.value else { continue }
      let base = 1 + slots.count + number * perLine
      for month in 1...12 {
        let pinned = kept[number].count { $0.day.month == month }
        let limits = placing.months[month - 1]
        let most = placing.weights[month - 1] == 0 ? limits.lowerBound : limits.upperBound
        flow.link(base, base + month, min(quota, max(0, most - pinned)))
      }
      // The node of a day is that of its first slot.
      var dayNode: [CivilDay: Int] = [:]
      for (index, slot) in slots.enumerated() where isOpen(slot, to: line, placing, plan) {
        let day = slot.timing.day
        let own = base + 13 + index
        let node = slot.isDated ? dayNode[day] ?? own : own
        if slot.isDated { dayNode[day] = node }
        let pinned = slot.isDated ? kept[number].count { $0.day == day } : 0
        let most = slot.isDated ? placing.perDay ?? quota : quota
        flow.link(base + day.month, node, max(0, most - pinned))
        flow.link(node, 1 + index, quota)
      }
      total += flow.send(quota - kept[number].count, from: base)
    }
    return total
  }

  /// Works of a kind that the slots left over can hold, each with the slots that it may take.
  static func matching(_ works: [[Int]], room pieces: [Int]) -> Int {
    var flow = MostWorks(nodes: 1 + pieces.count + works.count)
    for (index, count) in pieces.enumerated() { flow.link(1 + index, 0, count) }
    var total = 0
    for (number, choices) in works.enumerated() {
      for index in choices { flow.link(1 + pieces.count + number, 1 + index, 1) }
      total += flow.send(1, from: 1 + pieces.count + number)
    }
    return total
  }

  private mutating func send(_ works: Int, from source: Int) -> Int {
    var sent = 0
    while sent < works {
      var visited = Array(repeating: false, count: room.count)
      guard augment(source, &visited) else { break }
      sent += 1
    }
    return sent
  }

  private mutating func augment(_ node: Int, _ visited: inout [Bool]) -> Bool {
    if node == sink { return true }
    visited[node] = true
    for other in neighbours[node] where room[node][other] > 0 && !visited[other] {
      if augment(other, &visited) {
        room[node][other] -= 1
        room[other][node] += 1
        return true
      }
    }
    return false
  }

  static func isOpen(_ slot: Slot, to line: PlanLine, _ placing: Placing, _ plan: Plan) -> Bool {
    let outlets: [String]
    switch line.outlets {
    case .each(let ids): outlets = Array(ids.prefix(1))
    case .together(let ids): outlets = ids
    }
    return outlets.contains(slot.outlet) && slot.carries(LanguageTag.vietnamese)
      && (placing.grid.isEmpty || placing.grid.contains(slot.grid))
      && slot.days.contains { day in
        placing.window.contains(day)
          && !plan.blackouts.contains { $0.keeps(line: line.id, off: slot.outlet, on: day) }
      }
  }
}

extension Slot {
  var isDated: Bool { if case .inMonth = timing { false } else { true } }

  /// The days on which it may be.
  var days: [CivilDay] { if case .inMonth(let days) = timing { Array(days) } else { [timing.day] } }
}
