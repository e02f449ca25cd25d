import ScheduleModel
import Spreadsheets

/// One row of a log, whatever form the log has: bytes, and where its cells lie in them.
struct LogRow {
  /// The bytes that hold the cells: the whole file, or the row's own.
  let bytes: [UInt8]
  /// The cells, from the first column on.
  let fields: [RecordScanner.Field]
  /// The row's bytes.
  let range: Range<Int>
  /// The line of a text, the row of a sheet, or the number of an object in a list; from 1.
  let line: Int
  /// What keeps it from being read as text; `nil` when nothing does.
  var fault: RecordScanner.Fault?
  /// The cells of a spreadsheet whose value is not known.
  var unknown: [SheetRow.UnknownCell] = []
  /// The columns, from 0, of cells that a spreadsheet stores as dates or times.
  var clockCells: [Int] = []
  /// The columns, from 0, of cells that show the value of the first cell of their merged range.
  var continued: [Int] = []
  /// Whether a spreadsheet does not show the row.
  var isHidden = false
  /// Whether every cell of it with a value is struck through in the spreadsheet.
  var isStruckThrough = false
  /// Whether it is a row of a spreadsheet, whose numbers are stored with points before decimals.
  var isOfSheet = false

  /// The bytes of a cell without the blanks around them.
  func trimmed(_ field: RecordScanner.Field) -> Range<Int> { bytes.trimmed(field) }

  /// The text of a cell; empty when the row has no such cell.
  func text(at index: Int) -> String { fields.indices.contains(index) ? bytes.text(of: fields[index]) : "" }

  /// Whether every cell is empty.
  var isBlank: Bool { fault == nil && fields.allSatisfy { trimmed($0).isEmpty } }
}

/// The rows of a log, one after the other.
protocol LogRows {
  /// The next row; `nil` at the end.
  mutating func next() -> LogRow?

  /// Makes each row that comes have at least a number of cells, where the form leaves out empty ones at the end.
  mutating func widen(to width: Int)

  /// The rows that come next, to be looked at without being taken.
  func ahead() -> Self

  /// How the row is named within its file.
  func name(of row: LogRow) -> String

  /// Where some bytes of the row read last stand, for a finding.
  func place(of range: Range<Int>, in row: LogRow, file: String) -> LogPlace
}

/// The rows of a log whose cells are parted by a separator.
struct SeparatedRows: LogRows {
  private var scanner: RecordScanner

  /// The rows that a scanner has before it.
  init(_ scanner: RecordScanner) { self.scanner = scanner }

  mutating func next() -> LogRow? {
    guard let record = scanner.next() else { return nil }
    return LogRow(
      bytes: scanner.bytes, fields: scanner.fields, range: record.range, line: record.line,
      fault: record.fault)
  }

  func place(of range: Range<Int>, in row: LogRow, file: String) -> LogPlace {
    let record = RecordScanner.Record(range: row.range, line: row.line, fault: row.fault)
    return scanner.place(of: range.lowerBound, width: range.count, in: record, file: file)
  }
}

extension LogRows {
  func ahead() -> Self { self }

  mutating func widen(to width: Int) {}

  func name(of row: LogRow) -> String { String(row.line) }

  /// What keeps the row read last from being read as text; `nil` when nothing does.
  func unreadable(_ row: LogRow, file: String, isHeader: Bool = false) -> Finding? {
    func place(_ index: Int, width: Int = 1) -> LogPlace {
      self.place(of: index..<index + width, in: row, file: file)
    }
    if row.fault == .tooLong {
      return .lineTooLong(place(row.range.lowerBound), bytes: row.range.count, isHeader: isHeader)
    }
    if let invalid = RowReader.firstInvalidUTF8(in: row.bytes, row.range) {
      return .notUTF8(place(invalid), isHeader: isHeader)
    }
    return RowReader.brokenText(row.fault, in: row.bytes, row.range).map {
      .rowBroken([$0.fault], place($0.range.lowerBound, width: $0.range.count), isHeader: isHeader)
    }
  }

  /// Where the row read last begins, for a finding.
  func start(of row: LogRow, file: String) -> LogPlace {
    place(of: row.range.lowerBound..<row.range.lowerBound + 1, in: row, file: file)
  }
}
