import Allocation

/// The slots of each type on each outlet.
struct SlotsByType {
  /// By outlet, type, day, slot.
  private let order: [Int32]
  private let ranges: [Key: Range<Int>]
  private let slots: [InstanceRows.Slot]

  private struct Key: Hashable {
    let outlet: Int32
    let type: Int32
  }

  init(_ slots: [InstanceRows.Slot]) {
    let order = slots.indices.map { Int32($0) }.sorted { left, right in
      let (a, b) = (slots[Int(left)], slots[Int(right)])
      return (a.outlet, a.type, a.day, left) < (b.outlet, b.type, b.day, right)
    }
    var ranges: [Key: Range<Int>] = [:]
    var start = 0
    while start < order.count {
      let slot = slots[Int(order[start])]
      var end = start + 1
      while end < order.count, slots[Int(order[end])].outlet == slot.outlet,
        slots[Int(order[end])].type == slot.type
      {
        end += 1
      }
      if slot.outlet >= 0 { ranges[Key(outlet: slot.outlet, type: slot.type)] = start..<end }
      start = end
    }
    self.order = order
    self.ranges = ranges
    self.slots = slots
  }

  /// Whether an outlet has slots of a type.
  func has(_ type: Int, outlet: Int) -> Bool { range(outlet, type) != nil }

  /// How many choices all series have at most, together.
  func choices(of rows: InstanceRows) -> Int {
    rows.series.reduce(0) { sum, row in
      sum + row.types.reduce(0) { $0 + (range(row.outlet, $1.type)?.count ?? 0) }
    }
  }

  /// The slots that a series may use, by day, then slot, with the preference cost of each.
  func usable(by row: InstanceRows.Series, isOpen: [Bool]) -> [(slot: Int, cost: Int)] {
    var usable: [(slot: Int, cost: Int)] = []
    for (type, cost) in row.types {
      for slot in order[range(row.outlet, type) ?? 0..<0] {
        let day = Int(slots[Int(slot)].day)
        if day >= row.first, day <= row.last, isOpen[day] { usable.append((Int(slot), cost)) }
      }
    }
    if row.types.count > 1 {
      usable.sort { (slots[$0.slot].day, $0.slot) < (slots[$1.slot].day, $1.slot) }
    }
    return usable
  }

  private func range(_ outlet: Int, _ type: Int) -> Range<Int>? {
    ranges[Key(outlet: Int32(outlet), type: Int32(type))]
  }
}
