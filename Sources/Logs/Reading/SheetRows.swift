import ScheduleModel
import Spreadsheets

/// The rows of a sheet as those of a log.
struct SheetRows: LogRows {
  /// What ended the reading too early; `nil` when nothing did.
  private(set) var fault: SpreadsheetFile.Fault?

  private var reader: SheetReader
  private let sheet: String?
  /// Rows that were looked at and not taken yet.
  private var ahead: [SheetRow] = []
  private var taken = 0
  private var width = 0

  /// The rows of a sheet, and its name where a file has several.
  init(_ reader: SheetReader, sheet: String?) {
    self.reader = reader
    self.sheet = sheet
  }

  /// So many of the next rows, which are not taken by that; fewer at the end.
  mutating func first(_ count: Int) throws(SpreadsheetFile.Fault) -> [SheetRow] {
    while ahead.count < count, let row = try reader.row() { ahead.append(row) }
    return Array(ahead.prefix(count))
  }

  /// Passes over the rows up to a number.
  mutating func skip(upTo number: Int) throws(SpreadsheetFile.Fault) {
    while let row = try first(1).first, row.number <= number { ahead.removeFirst() }
  }

  /// Begins behind so many of the next rows; each row has so many cells at least.
  mutating func start(at index: Int, width: Int) {
    taken = index
    self.width = width
  }

  mutating func next() -> LogRow? {
    if taken < ahead.count {
      taken += 1
      return ahead[taken - 1].logRow(width: width)
    }
    ahead = []
    taken = 0
    do {
      return try reader.row()?.logRow(width: width)
    } catch {
      fault = error
      return nil
    }
  }

  func name(of row: LogRow) -> String { (sheet.map { $0 + "!" } ?? "") + String(row.line) }

  func place(of range: Range<Int>, in row: LogRow, file: String) -> LogPlace { row.place(of: range, file) }
}

extension SheetRow {
  /// The row for a log of so many columns.
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
    return LogRow(bytes: text, fields: fields, range: 0..<text.count, line: number)
  }
}
