import ScheduleModel

/// The rows of a text whose cells stand in the same characters of every line.
/// Characters are those of composed text (NFC), which the bytes have to be.
struct FixedRows: LogRows {
  private let bytes: [UInt8]
  private var position: Int
  private var line: Int
  private let columns: [ClosedRange<Int>]
  /// The borders of the columns, which no word may pass.
  private let borders: [Border]

  /// The lines from a byte on, which begins the given line.
  init(_ bytes: [UInt8], position: Int, line: Int, columns: [ClosedRange<Int>]) {
    self.bytes = bytes
    self.position = position
    self.line = line
    self.columns = columns
    borders = Self.borders(of: columns, in: bytes, from: position)
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
    var row = LogRow(bytes: bytes, fields: fields, range: start..<end, line: line, fault: nil)
    // A title or a total keeps to no columns.
    if let first = fields.first, bytes[row.trimmed(first)].first?.isDigit ?? false {
      row.fault = Self.word(over: borders, in: bytes, start..<end).map(RecordScanner.Fault.overBorder)
    }
    return row
  }

  /// A border of a column, and whether it parts two columns that touch each other.
  private struct Border {
    /// The character before it, from 1.
    let end: Int
    let isJoint: Bool
    /// Whether most lines keep to it.
    var isKept = true

    /// Whether a word goes over it: a number always does that is cut in two, unless two columns touch there.
    func isPassed(_ before: UInt8, _ after: UInt8) -> Bool {
      guard !before.isBlank, !after.isBlank else { return false }
      return isKept || (!isJoint && before.isDigit && after.isDigit)
    }
  }

  private static func borders(
    of columns: [ClosedRange<Int>], in bytes: [UInt8], from position: Int
  ) -> [Border] {
    let ends = Set(columns.map(\.upperBound)).union(columns.map { $0.lowerBound - 1 }).subtracting([0])
    var borders = ends.sorted().map { end in
      Border(
        end: end,
        isJoint: columns.contains { $0.upperBound == end } && columns.contains { $0.lowerBound == end + 1 })
    }
    var passed = Array(repeating: (over: 0, lines: 0), count: borders.count)
    for line in bytes[position...].split(whereSeparator: { $0 == .lineFeed || $0 == .carriageReturn }) {
      let starts = line.indices.filter { bytes[$0] & 0xC0 != 0x80 }
      for (index, border) in borders.enumerated() where border.end < starts.count {
        passed[index].lines += 1
        if !bytes[starts[border.end - 1]].isBlank, !bytes[starts[border.end]].isBlank {
          passed[index].over += 1
        }
      }
    }
    for index in borders.indices { borders[index].isKept = passed[index].over * 2 < passed[index].lines }
    return borders
  }

  /// The first word of a line that goes over a border, as bytes.
  private static func word(over borders: [Border], in bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    let starts = line.filter { bytes[$0] & 0xC0 != 0x80 }
    for border in borders where border.end < starts.count {
      guard border.isPassed(bytes[starts[border.end - 1]], bytes[starts[border.end]]) else { continue }
      let first = bytes[line.lowerBound..<starts[border.end]].lastIndex(where: \.isBlank).map { $0 + 1 }
      let end = bytes[starts[border.end]..<line.upperBound].firstIndex(where: \.isBlank)
      return (first ?? line.lowerBound)..<(end ?? line.upperBound)
    }
    return nil
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

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
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
