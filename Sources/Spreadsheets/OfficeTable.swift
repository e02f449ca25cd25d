public import ScheduleModel

/// A table of an office document: rows of texts, with each cell of a merged range holding the range's text.
public struct OfficeTable: Hashable, Sendable {
  /// What it is called in its file: the sheet's name, or the number of the table.
  public let name: Words
  /// The rows that have a text.
  public let rows: [Row]

  /// A row.
  public struct Row: Hashable, Sendable {
    /// Its number in the sheet or table, from 1.
    public let number: Int
    /// Its texts, blanks and line breaks in them taken together.
    public let cells: [String]

    /// A row of a table.
    public init(number: Int, cells: [String]) {
      self.number = number
      self.cells = cells
    }
  }

  /// A table.
  public init(name: Words, rows: [Row]) {
    self.name = name
    self.rows = rows
  }

  /// No table that people read has more columns; what lies farther to the right is one more cell.
  static let mostColumns = 60

  /// The tables of a spreadsheet (each sheet is one) or of a text document, in order.
  public static func all(in bytes: [UInt8]) throws(SpreadsheetFile.Fault) -> [OfficeTable] {
    let archive: ZipArchive
    do { archive = try ZipArchive(bytes) } catch { throw .archive(error) }
    if archive.names.contains(DocumentTables.part) { return try DocumentTables.read(archive) }
    let book = try SpreadsheetFile(bytes)
    var tables: [OfficeTable] = []
    for sheet in book.sheets {
      var reader = try book.rows(of: sheet, mostColumns: mostColumns)
      var rows: [Row] = []
      while let row = try reader.row() {
        rows.append(Row(number: row.number, cells: row.texts.map { $0.composed }))
      }
      let merged = try book.mergedRanges(of: sheet).compactMap(MergedRange.init)
      tables.append(OfficeTable(name: Words(vi: "trang “\(sheet)”", en: "sheet “\(sheet)”"), rows, merged))
    }
    return tables
  }

  /// A sheet, with the texts of merged ranges put into each of their cells.
  private init(name: Words, _ rows: [Row], _ merged: [MergedRange]) {
    var cells = rows.map(\.cells)
    let index = Dictionary(rows.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    for range in merged {
      guard let first = index[range.rows.lowerBound], cells[first].indices.contains(range.columns.lowerBound)
      else { continue }
      let text = cells[first][range.columns.lowerBound]
      for row in rows.indices where range.rows.contains(rows[row].number) {
        for column in range.columns {
          while cells[row].count <= column { cells[row].append("") }
          cells[row][column] = text
        }
      }
    }
    self.name = name
    self.rows = zip(rows, cells).compactMap { row, cells in
      let texts = cells.map(\.onOneLine)
      return texts.allSatisfy(\.isEmpty) ? nil : Row(number: row.number, cells: texts)
    }
  }
}

/// A merged range: its rows from 1, its columns from 0.
private struct MergedRange {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  /// Reads `B2:D4`; `nil` for anything else.
  init?(_ text: String) {
    let corners = text.split(separator: ":").map(Self.corner)
    guard corners.count == 2, let first = corners[0], let last = corners[1], first.row <= last.row,
      first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...min(max(first.column, OfficeTable.mostColumns), last.column)
  }

  private static func corner(_ text: Substring) -> (row: Int, column: Int)? {
    var column = 0
    var rest = text.utf8[...]
    while let letter = rest.first, (0x41...0x5A).contains(letter), column < 20_000 {
      column = column * 26 + Int(letter - 0x40)
      rest.removeFirst()
    }
    guard column > 0, let row = Int(String(decoding: rest, as: UTF8.self)), row > 0 else { return nil }
    return (row, column - 1)
  }
}

extension String {
  /// Without blanks at its ends, each run of blanks and line breaks inside as one blank.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
