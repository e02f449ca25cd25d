import ScheduleModel

/// Finds the component that has a UID, in a table of four octets a placement.
struct EntryFinder {
  private let entries: ScheduleEntries
  /// Numbers of placements at the places that the hashes of their UIDs say, or the next free ones.
  private var table: [UInt32] = []
  private let mask: Int
  private let prefixes: Set<String>

  private static let free = UInt32.max

  init(_ entries: ScheduleEntries) {
    self.entries = entries
    prefixes = Set(entries.kinds.flatMap(\.tasks))
    var size = 16
    while size < entries.placements.count * 3 / 2 { size *= 2 }
    mask = size - 1
  }

  /// The event or task with a UID; `nil` when the schedule has none.
  mutating func place(of uid: String) -> ScheduleEntries.Place? {
    if let placement = placement(uid) { return .init(placement: placement, part: 0) }
    for prefix in prefixes where uid.hasPrefix(prefix) {
      guard let placement = placement(String(uid.dropFirst(prefix.count))),
        let task = entries.kind(of: placement).tasks.firstIndex(of: prefix)
      else { continue }
      return .init(placement: placement, part: task + 1)
    }
    return nil
  }

  private mutating func placement(_ uid: String) -> Int? {
    if table.isEmpty { fill() }
    var index = Self.hash(uid) & mask
    while table[index] != Self.free {
      let number = Int(table[index])
      if entries.placements[number].uid == uid { return number }
      index = (index + 1) & mask
    }
    return nil
  }

  /// FNV-1a, which is the same in every run, with the high bits mixed into the low ones.
  private static func hash(_ uid: String) -> Int {
    var uid = uid
    let hash = uid.withUTF8 { octets in
      octets.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// The table is made when it is first asked: mostly everything stands where it is expected.
  private mutating func fill() {
    table = Array(repeating: Self.free, count: mask + 1)
    for (number, placement) in entries.placements.enumerated() {
      var index = Self.hash(placement.uid) & mask
      while table[index] != Self.free { index = (index + 1) & mask }
      table[index] = UInt32(number)
    }
  }
}
