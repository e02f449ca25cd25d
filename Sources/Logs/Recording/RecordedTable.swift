/// The table of an entry of the Book as it stands there, for people who open the entry.
public struct RecordedTable: Hashable, Sendable {
  /// The names of its columns, as the entry has them.
  public let names: [String]
  /// Its rows, those that are asked for.
  public let rows: [Row]
  /// How many rows it has in all.
  public let count: Int

  /// A row.
  public struct Row: Hashable, Sendable {
    /// Its line in the entry's file, from 1: what stands behind the colon in the id of a row.
    public let line: Int
    /// Its cells, as many as there are columns.
    public let cells: [String]
  }

  /// Reads the table of an entry.
  ///
  /// - Parameters:
  ///   - bytes: The entry.
  ///   - start: The index at which the table begins.
  ///   - line: The line on which it begins.
  ///   - most: How many rows are kept at the most; the others are counted.
  ///   - isWanted: Whether a row is kept.
  /// - Complexity: Linear in the bytes.
  public init(
    of bytes: [UInt8], from start: Int, line: Int, most: Int = .max,
    where isWanted: (_ names: [String], _ cells: [String]) -> Bool = { _, _ in true }
  ) {
    var scanner = RecordScanner(bytes, separator: .comma, position: start, line: line)
    guard scanner.next() != nil else {
      (names, rows, count) = ([], [], 0)
      return
    }
    let names = scanner.fields.map(scanner.text)
    var rows: [Row] = []
    var count = 0
    while let record = scanner.next() {
      count += 1
      guard rows.count < most else { continue }
      let fields = scanner.fields.map(scanner.text)
      let cells = names.indices.map { fields.indices.contains($0) ? fields[$0] : "" }
      if isWanted(names, cells) { rows.append(Row(line: record.line, cells: cells)) }
    }
    (self.names, self.rows, self.count) = (names, rows, count)
  }

  /// The cell of a row below a column of that name; `nil` where there is none, or it is empty.
  public func cell(_ name: String, of row: Row) -> String? {
    guard let index = names.firstIndex(of: name), !row.cells[index].isEmpty else { return nil }
    return row.cells[index]
  }
}
