/// The rows of a timetable by outlet, then start, then row.
struct TimetableOrder {
  /// The rows.
  private(set) var rows: [Int32] = []
  /// Outlet and start in one number: starts of two outlets are farther apart than any reach.
  private(set) var keys: [Int] = []

  /// The start of the earliest year that a file may name, 1900, is above it; 2³⁴ seconds are 544 years.
  private static let earliest = -2_300_000_000
  private static let outletStep = 34

  /// Sorts the rows that could be read and that are meant.
  ///
  /// - Parameters:
  ///   - outlets: For each outlet of the table the number to sort it by, negative to leave its rows out; `nil` for
  ///     its own number.
  ///   - isMeant: Whether a row belongs to it.
  init(of table: Timetable, outlets: [Int32]?, where isMeant: (Int) -> Bool) {
    rows.reserveCapacity(table.count)
    keys.reserveCapacity(table.count)
    var isSorted = true
    var last = Int.min
    for row in 0..<table.count where table.outlets[row] != Timetable.unread && isMeant(row) {
      let outlet = outlets.map { $0[Int(table.outlets[row])] } ?? table.outlets[row]
      guard outlet >= 0 else { continue }
      let key = Int(outlet) << Self.outletStep + table.starts[row] - Self.earliest
      rows.append(Int32(row))
      keys.append(key)
      isSorted = isSorted && last <= key
      last = key
    }
    if isSorted { return }
    let sorted = zip(keys, rows).sorted { $0 < $1 }
    for (index, (key, row)) in sorted.enumerated() {
      keys[index] = key
      rows[index] = row
    }
  }
}
