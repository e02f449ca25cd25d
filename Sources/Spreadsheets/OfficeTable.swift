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
    /// The columns, from 0, of cells that only continue a merged range: what they show is said once, in its first cell.
    public let continued: Set<Int>

    /// A row of a table.
    public init(number: Int, cells: [String], continued: Set<Int> = []) {
      self.number = number
      self.cells = cells
      self.continued = continued
    }
  }

  /// A table.
  public init(name: Words, rows: [Row]) {
    self.name = name
    self.rows = rows
  }

  /// No table that people read has more columns; what lies farther to the right is one more cell.
  static let mostColumns = 60

  /// The tables of a spreadsheet (each sheet is one) or of a text document, in order; numbers as people write them.
  public static func all(in bytes: [UInt8]) throws(SpreadsheetFile.Fault) -> [OfficeTable] {
    let archive: ZipArchive
    do { archive = try ZipArchive(bytes) } catch { throw .archive(error) }
    if archive.names.contains(DocumentTables.part) { return try DocumentTables.read(archive).tables }
    return try sheets(of: SpreadsheetFile(bytes), numbers: .written)
  }

  /// The sheets of a workbook.
  ///
  /// - Parameter numbers: How the text of a number comes about.
  public static func sheets(of book: SpreadsheetFile, numbers: SheetNumbers = .stored) throws(SpreadsheetFile
    .Fault)
    -> [OfficeTable]
  {
    var tables: [OfficeTable] = []
    for sheet in book.sheets {
      var reader = try book.rows(of: sheet, mostColumns: mostColumns, numbers: numbers)
      var rows: [Row] = []
      while let row = try reader.row() {
        rows.append(
          Row(
            number: row.number, cells: row.texts.map { $0.composed }, continued: Set(row.continued)))
      }
      tables.append(OfficeTable(Words(vi: "trang “\(sheet)”", en: "sheet “\(sheet)”"), written: rows))
    }
    return tables
  }

  /// A sheet without its empty rows; merged cells hold the text of their range already (``SheetReader``).
  private init(_ name: Words, written rows: [Row]) {
    self.name = name
    self.rows = rows.compactMap { row in
      let texts = row.cells.map(\.onOneLine)
      return texts.allSatisfy(\.isEmpty)
        ? nil : Row(number: row.number, cells: texts, continued: row.continued)
    }
  }
}
