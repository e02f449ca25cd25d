import ScheduleModel
import Spreadsheets

/// The rows of a sheet as those of a log.
struct SheetRows: LogRows {
  /// What ended the reading too early; `nil` when nothing did.
  private(set) var fault: SpreadsheetFile.Fault?

  private var reader: SheetReader
  private let book: SpreadsheetFile
  private let name: String
  /// The row taken last.
  private var last = 0
  private let sheet: String?
  /// Rows that were looked at and not taken yet.
  private var waiting: [SheetRow] = []
  private var taken = 0
  private var width = 0

  /// The rows of a sheet.
  init(of name: String, in book: SpreadsheetFile) throws(SpreadsheetFile.Fault) {
    reader = try book.rows(of: name, mostColumns: LogHeader.mostColumns)
    self.book = book
    self.name = name
    sheet = book.sheets.count > 1 ? name : nil
  }

  /// The same rows, unpacked once more: a sheet is read while it is inflated.
  func ahead() -> SheetRows {
    var copy = self
    do throws(SpreadsheetFile.Fault) {
      copy = try SheetRows(of: name, in: book)
      copy.width = width
      try copy.skip(upTo: last)
    } catch {
      copy.fault = error
    }
    return copy
  }

  /// A number of the next rows, which stay to be read; fewer at the end.
  mutating func first(_ count: Int) throws(SpreadsheetFile.Fault) -> [SheetRow] {
    while waiting.count < count, let row = try reader.row() { waiting.append(row) }
    return Array(waiting.prefix(count))
  }

  /// Passes over the rows up to a number.
  mutating func skip(upTo number: Int) throws(SpreadsheetFile.Fault) {
    while let row = try first(1).first, row.number <= number { waiting.removeFirst() }
  }

  /// Skips a number of the next rows; each row then has at least a number of cells.
  mutating func start(at index: Int, width: Int) {
    taken = index
    self.width = width
  }

  mutating func widen(to width: Int) { self.width = max(self.width, width) }

  mutating func next() -> LogRow? {
    if taken < waiting.count {
      taken += 1
      last = waiting[taken - 1].number
      return waiting[taken - 1].logRow(width: width)
    }
    waiting = []
    taken = 0
    do {
      guard let row = try reader.row() else { return nil }
      last = row.number
      return row.logRow(width: width)
    } catch {
      fault = error
      return nil
    }
  }

  func name(of row: LogRow) -> String { (sheet.map { $0 + "!" } ?? "") + String(row.line) }

  func place(of range: Range<Int>, in row: LogRow, file: String) -> LogPlace { row.place(of: range, file) }
}

extension SheetRow {
  /// The row for a log, by the log's number of columns.
  func logRow(width: Int) -> LogRow {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 3 * max(width, cells.count))
    var fields: [RecordScanner.Field] = []
    fields.reserveCapacity(max(width, cells.count))
    for index in 0..<max(width, cells.count) {
      if index > 0 { text += " | ".utf8 }
      let start = text.count
      if index < cells.count { text += bytes[cells[index]] }
      fields.append(RecordScanner.Field(range: start..<text.count, hasDoubledQuotes: false))
    }
    var row = LogRow(bytes: text, fields: fields, range: 0..<text.count, line: number)
    row.unknown = unknown
    row.clockCells = clockCells
    row.continued = continued
    row.isHidden = isHidden
    row.isStruckThrough = isStruckThrough
    row.isOfSheet = true
    return row
  }
}
