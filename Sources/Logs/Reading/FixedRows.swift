import ScheduleModel

/// The rows of a text whose cells stand in the same characters of every line.
/// Characters are those of composed text (NFC), which the bytes have to be.
struct FixedRows: LogRows {
  private let bytes: [UInt8]
  private var position: Int
  private var line: Int
  private let columns: [ClosedRange<Int>]

  /// The lines from a byte on, which begins the given line.
  init(_ bytes: [UInt8], position: Int, line: Int, columns: [ClosedRange<Int>]) {
    self.bytes = bytes
    self.position = position
    self.line = line
    self.columns = columns
  }

  mutating func next() -> LogRow? {
    guard position < bytes.count else { return nil }
    let start = position
    let end = bytes[start...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? bytes.count
    let isPair = end + 1 < bytes.count && bytes[end] == .carriageReturn && bytes[end + 1] == .lineFeed
    position = min(bytes.count, end + (isPair ? 2 : 1))
    defer { line += 1 }
    guard end - start <= RecordScanner.longestLine else {
      return LogRow(bytes: bytes, fields: [], range: start..<end, line: line, fault: .tooLong)
    }
    let fields = Self.cells(columns, of: bytes, start..<end)
    return LogRow(bytes: bytes, fields: fields, range: start..<end, line: line, fault: nil)
  }

  /// Where the characters of each column lie; empty behind the end of the line.
  static func cells(
    _ columns: [ClosedRange<Int>], of bytes: [UInt8], _ line: Range<Int>
  ) -> [RecordScanner.Field] {
    var starts: [Int] = []
    for index in line where bytes[index] & 0xC0 != 0x80 { starts.append(index) }
    func byte(_ character: Int) -> Int { character < starts.count ? starts[character] : line.upperBound }
    return columns.map { column in
      RecordScanner.Field(
        range: byte(column.lowerBound - 1)..<byte(column.upperBound), hasDoubledQuotes: false)
    }
  }

  func place(of range: Range<Int>, in row: LogRow, file: String) -> LogPlace {
    let scanner = RecordScanner(bytes, separator: .comma, position: bytes.count, line: row.line)
    let record = RecordScanner.Record(range: row.range, line: row.line, fault: nil)
    return scanner.place(of: range.lowerBound, width: range.count, in: record, file: file)
  }
}

/// Rows that were taken apart already: those of a list in JSON, of a report.
struct TableRows: LogRows {
  private let rows: [LogRow]
  private var index = 0

  /// These rows.
  init(_ rows: [LogRow]) { self.rows = rows }

  mutating func next() -> LogRow? {
    guard index < rows.count else { return nil }
    defer { index += 1 }
    return rows[index]
  }

  func place(of range: Range<Int>, in row: LogRow, file: String) -> LogPlace { row.place(of: range, file) }
}

extension LogRow {
  /// A row made of texts.
  init(cells: [String], line: Int) {
    var text = TextBytes()
    var fields: [RecordScanner.Field] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { text.append(" | ") }
      let start = text.bytes.count
      text.append(cell)
      fields.append(RecordScanner.Field(range: start..<text.bytes.count, hasDoubledQuotes: false))
    }
    self.init(bytes: text.bytes, fields: fields, range: 0..<text.bytes.count, line: line, fault: nil)
  }

  /// Where some bytes of a row stand that was taken apart already.
  func place(of range: Range<Int>, _ file: String) -> LogPlace {
    let before = bytes[..<range.lowerBound].count { $0 & 0xC0 != 0x80 }
    let shown = bytes[range].count { $0 & 0xC0 != 0x80 }
    let isShown = before < LogPlace.longestExcerpt
    return LogPlace(
      place: SourcePlace(file: file, line: line, column: isShown ? before + 1 : 1),
      width: isShown ? max(1, shown) : 1, excerpt: LogPlace.excerpt(bytes[...]))
  }
}
