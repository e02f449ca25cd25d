import ScheduleModel

/// Rows in force that a file should have again and does not have.
///
/// A file tells again of an import when it has most of its rows; one of the same name then has all of them, any other those
/// between its first and last day. A supplement of a few late or corrected rows tells of nothing again.
struct RowsLeftOut {
  /// In order.
  private(set) var gone: [Int] = []
  /// Those from before the first day of a file that always holds the latest days: it may have passed them.
  private(set) var passed: [Int] = []

  /// - Parameters:
  ///   - isSeen: For each row of the ledger whether the file has it, changed or not.
  ///   - days: From the first to the last day of the file, by outlet.
  ///   - name: The file's name without its folder.
  ///   - isLonger: Whether the file only goes on where an earlier one of its name ended.
  /// - Complexity: Linear in the rows of the ledger.
  init(
    _ ledger: Ledger, isSeen: [Bool], days: [String: ClosedRange<CivilDay>], name: String, isLonger: Bool
  ) {
    let count = ledger.imports.count
    var whole = Array(repeating: Share(), count: count)
    var between = Array(repeating: Share(), count: count)
    func isBetween(_ row: Int) -> Bool {
      let room = ledger.rooms[Int(ledger.rows[row].room)]
      return days[room.outlet]?.contains(room.day) ?? false
    }
    for row in ledger.rows.indices where ledger.isInForce[row] {
      let imported = Int(ledger.rows[row].imported)
      whole[imported].note(isSeen: isSeen[row])
      if isBetween(row) { between[imported].note(isSeen: isSeen[row]) }
    }
    guard whole.contains(where: { $0.seen > 0 }) else { return }
    let namesakes = ledger.imports.indices.filter { ledger.imports[$0].source.name == name }
    let together = namesakes.reduce(into: Share()) { $0.add(whole[$1]) }
    let isAgain = (0..<count).map { imported in
      namesakes.contains(imported) && (whole[imported].isMost || together.isMost)
    }
    for row in ledger.rows.indices where ledger.isInForce[row] && !isSeen[row] {
      let imported = Int(ledger.rows[row].imported)
      if isBetween(row) {
        if between[imported].isMost || isAgain[imported] { gone.append(row) }
      } else if isAgain[imported] {
        let room = ledger.rooms[Int(ledger.rows[row].room)]
        let isBefore = days[room.outlet].map { room.day < $0.lowerBound } ?? false
        if isLonger, isBefore { passed.append(row) } else { gone.append(row) }
      }
    }
  }

  /// How many of some rows a file has.
  private struct Share {
    private(set) var seen = 0
    private var all = 0

    /// Whether it has half of them or more.
    var isMost: Bool { seen > 0 && seen * 2 >= all }

    mutating func note(isSeen: Bool) {
      all += 1
      if isSeen { seen += 1 }
    }

    mutating func add(_ other: Share) {
      all += other.all
      seen += other.seen
    }
  }
}
