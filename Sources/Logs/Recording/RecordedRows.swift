/// How many rows a table in an entry of the Book has.
public struct RecordedRows: Hashable, Sendable {
  /// The rows below the heading.
  public private(set) var count = 0
  /// Those that correct or take back an earlier row.
  public private(set) var corrections = 0

  /// Counts the rows of an entry.
  ///
  /// - Parameters:
  ///   - bytes: The entry.
  ///   - start: The index at which the table begins.
  /// - Complexity: Linear in the bytes.
  public init(of bytes: [UInt8], from start: Int) {
    var scanner = RecordScanner(bytes, separator: .comma, position: start, line: 1)
    guard scanner.next() != nil else { return }
    let replaces = scanner.fields.map(scanner.text).firstIndex(of: LogColumn.replaces.names[0])
    while scanner.next() != nil {
      count += 1
      if let replaces, scanner.fields.indices.contains(replaces),
        !scanner.bytes.trimmed(scanner.fields[replaces]).isEmpty
      {
        corrections += 1
      }
    }
  }
}
