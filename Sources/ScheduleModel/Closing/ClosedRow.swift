/// A row of the logs as it stood when a period was closed.
public struct ClosedRow: Hashable, Sendable {
  /// What the row is called: its id in the ledger, or the log's file and line.
  public let name: String
  /// The lines whose works or versions it counted for in the period; empty when it did not count.
  public let countsFor: [String]
  /// What it said, a text for each of ``Column/allCases``; an empty one where the row said nothing.
  public let cells: [String]

  /// What a row says, in the order of records; the raw values are the columns' names.
  public enum Column: String, CaseIterable, Sendable {
    case date, time, outlet, line, edition, language, title, minutes, status, uid, evidence, trust, author
    case houseNumber = "house-number"
    case makesGood = "makes-good"
  }

  /// A row that says these things, one for each column.
  public init(name: String, countsFor: [String], cells: [String]) {
    precondition(cells.count == Column.allCases.count, "a row has a cell for each column")
    self.name = name
    self.countsFor = countsFor
    self.cells = cells
  }

  /// What it says in a column.
  public subscript(column: Column) -> String {
    Column.allCases.firstIndex(of: column).map { cells[$0] } ?? ""
  }
}
