/// The cells of a table whose cells are parted by a comma, a semicolon or a tab, whatever they mean.
public enum SeparatedTable {
  /// The rows, titles above the header included, each with the number of its line and its cells without the blanks
  /// around them.
  ///
  /// - Parameter knows: Whether a heading means something; the separator with which the most headings of a line do is
  ///   taken. `nil` where any heading may stand: then it is the one that makes the most lines of equally many cells.
  /// - Returns: `nil` when a row is no text: broken quotes, or not UTF-8.
  /// - Complexity: Linear in the bytes.
  public static func rows(of bytes: [UInt8], knows: ((String) -> Bool)?) -> [(line: Int, cells: [String])]? {
    var source = SeparatedRows(LogHeader.scannerFromTop(of: bytes, knows: knows))
    var rows: [(line: Int, cells: [String])] = []
    while let row = source.next() {
      guard source.unreadable(row, file: "") == nil else { return nil }
      guard !row.isBlank else { continue }
      rows.append((row.line, row.fields.indices.map { row.text(at: $0) }))
    }
    return rows
  }
}
