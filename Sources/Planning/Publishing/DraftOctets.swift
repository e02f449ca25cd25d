import Logs
import ScheduleModel

/// The table of a draft as octets, in which a move writes anew the row that it changes, and no other.
struct DraftOctets: Sendable {
  /// The whole table, for a spreadsheet: UTF-8 with a byte order mark.
  private(set) var bytes: [UInt8]
  /// Where each row begins, and where the last one ends.
  private var starts: [Int]

  /// The table of some rows.
  ///
  /// - Parameter plan: Names the lines.
  init(_ rows: [ScheduleDraft.Row], _ plan: Plan) {
    bytes = DraftTable.head
    starts = []
    starts.reserveCapacity(rows.count + 1)
    for row in rows {
      starts.append(bytes.count)
      bytes += DraftTable.bytes(of: row.cells(plan))
    }
    starts.append(bytes.count)
  }

  /// Takes out a row.
  mutating func remove(at index: Int) {
    let size = starts[index + 1] - starts[index]
    bytes.removeSubrange(starts[index]..<starts[index + 1])
    starts.remove(at: index)
    for later in index..<starts.count { starts[later] -= size }
  }

  /// Puts in a row before the one that has the index.
  mutating func insert(_ row: ScheduleDraft.Row, at index: Int, _ plan: Plan) {
    let line = DraftTable.bytes(of: row.cells(plan))
    bytes.insert(contentsOf: line, at: starts[index])
    starts.insert(starts[index], at: index)
    for later in index + 1..<starts.count { starts[later] += line.count }
  }
}
