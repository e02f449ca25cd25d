import ScheduleModel

/// Finds rows of a log that repeat an earlier one, among the entries that were read so far.
///
/// A hash table with open addressing over the entries themselves: nothing is kept of them but their indices.
struct RepeatedRows {
  private var slots = Array(repeating: Int32(-1), count: 1024)
  private var count = 0
  /// What an entry's row says in columns that mean nothing to the program, by the entry's index.
  private var others: [Int: String] = [:]

  /// Makes room for more rows.
  mutating func expect(_ rows: Int, among entries: [AsRunEntry]) {
    while slots.count < (count + rows) * 2 { grow(entries) }
  }

  /// The entry whose row says the same in all fields; without one, the row is remembered as that of the entry that
  /// will be appended to `entries`.
  mutating func earlier(_ record: LogRecord, among entries: [AsRunEntry]) -> AsRunEntry? {
    if count * 2 >= slots.count { grow(entries) }
    let entry = record.entry
    let other = record.isWithdrawal ? record.other + "\n" : record.other
    var slot = Self.hash(entry) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if entries[index].tells(theSameAs: entry), (others[index] ?? "") == other { return entries[index] }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(entries.count)
    if !other.isEmpty { others[entries.count] = other }
    count += 1
    return nil
  }

  private mutating func grow(_ entries: [AsRunEntry]) {
    let old = slots
    slots = Array(repeating: -1, count: old.count * 4)
    for index in old where index >= 0 {
      var slot = Self.hash(entries[Int(index)]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = index
    }
  }

  private static func hash(_ entry: AsRunEntry) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ value: Int) { hash = (hash ^ UInt64(bitPattern: Int64(value))) &* 0x9E37_79B9_7F4A_7C15 }
    mix(entry.day.daysSince1970)
    mix(entry.time?.seconds ?? -1)
    mix((entry.edition ?? 0) << 8 + (entry.part ?? 0))
    for byte in entry.outlet.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in entry.title.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
