import Logs

/// The table of an entry of the Book, for people who open the entry.
public struct EntryTable: Hashable, Sendable {
  /// The names of its columns, as the entry has them.
  public let names: [String]
  /// The first rows, a cell for each column.
  public let rows: [[String]]
  /// How many rows it has in all.
  public let count: Int
}

extension BookEntry {
  /// The table that the entry holds; empty for a revision of the plan, which is a text.
  ///
  /// - Parameter most: How many rows are kept at the most.
  public func table(most: Int) -> EntryTable {
    guard head.kind != .plan else { return EntryTable(names: [], rows: [], count: 0) }
    let read = RecordedTable(of: bytes, from: bodyStart, line: bodyLine, most: most)
    return EntryTable(names: read.names, rows: read.rows.map(\.cells), count: read.count)
  }
}
