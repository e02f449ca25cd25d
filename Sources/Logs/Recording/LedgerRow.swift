import ScheduleModel

/// What is kept in memory of a row of the ledger: where it is, and by what it is known again.
struct LedgerRow {
  /// The import, by its index.
  let imported: Int32
  /// The line of its file.
  let line: Int32
  /// The byte with which it begins there.
  let position: Int
  /// The outlet and the day, by their index; ``noRoom`` in a ledger that is only counted.
  let room: Int32
  /// Whether it takes back what it replaces.
  let isWithdrawal: Bool
  /// What it says; ``RowDigest/none`` where it is compared with no other.
  let digest: RowDigest

  static let noRoom: Int32 = -1
}

/// An outlet on a day: a corrected row is looked for only there.
struct OutletDay: Hashable {
  /// The outlet's id.
  let outlet: String
  /// The day.
  let day: CivilDay
}

/// What a row replaces.
struct LedgerReplacement {
  /// The row, by its index.
  let row: Int
  /// The id of the row that it replaces, as it is written.
  let id: String
}

/// What a correction says: the content, and the row that it replaces.
struct CorrectionDigest: Hashable {
  let content: RowDigest
  let replaced: LedgerRowID?
}

/// Rows by their outlet and day, in two arrays.
struct RowsByRoom {
  private var ends: [Int]
  private var sorted: [Int32]

  /// Sorts rows into a number of parts; those of one part stay in their order.
  init(_ rows: some Collection<(row: Int, room: Int)>, rooms: Int) {
    var counts = Array(repeating: 0, count: rooms + 1)
    for (_, room) in rows { counts[room + 1] += 1 }
    for room in 0..<rooms { counts[room + 1] += counts[room] }
    sorted = Array(repeating: 0, count: counts[rooms])
    for (row, room) in rows {
      sorted[counts[room]] = Int32(row)
      counts[room] += 1
    }
    ends = counts
  }

  /// The rows of a room.
  func rows(of room: Int) -> ArraySlice<Int32> { sorted[(room == 0 ? 0 : ends[room - 1])..<ends[room]] }
}
