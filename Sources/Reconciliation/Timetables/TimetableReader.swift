import ScheduleModel

/// Reads a timetable from the bytes of a CSV file.
///
/// Two ways lead through a row. Nearly every one is plain: the right number of fields, no quotation marks, an ISO
/// instant; one pass over its bytes is enough. Whatever is not so plain is read again by ``RecordScanner``, which
/// knows all of CSV and can say what is wrong. Both ways give the same for a plain row.
struct TimetableReader {
  private(set) var table: Timetable
  private var told = TimetableFindings()
  private let kind: Timetable.Kind
  /// Where each column stands, by its raw value; -1 when it is not there.
  private var columns = [Int](repeating: -1, count: TimetableColumn.allCases.count)
  private var width = 0
  private var separator: UInt8 = .comma
  /// Titles, outlets or languages that are not UTF-8 make every row that has them wrong.
  private var hasBrokenText = false
  private var position = 0
  private var line = 1
  /// Where the fields of the row end; the first begins with the row.
  private var ends: [Int] = []
  private var latestDay: (written: (UInt64, UInt16), seconds: Int) = ((0, 0), 0)

  private init(_ bytes: [UInt8], file: String, kind: Timetable.Kind) {
    table = Timetable(file: file, bytes: bytes)
    self.kind = kind
  }

  /// The rows of a file, and what is wrong with it; `nil` when it cannot be read at all.
  static func read(
    _ bytes: [UInt8], file: String, kind: Timetable.Kind
  ) -> (table: Timetable?, findings: [Finding]) {
    var reader = TimetableReader(bytes, file: file, kind: kind)
    guard reader.readHeader() else { return (nil, reader.told.all(in: file)) }
    bytes.withUnsafeBytes { reader.readRows($0) }
    if kind == .planned { reader.findRepeatedIDs() }
    if reader.table.count == 0 { reader.told.append(.timetableEmpty(file: file)) }
    return (reader.table, reader.told.all(in: file))
  }
}

// MARK: Columns

extension TimetableReader {
  private mutating func readHeader() -> Bool {
    var scanner = LogHeader.scanner(of: table.bytes)
    guard let record = scanner.next() else {
      told.append(.timetableEmpty(file: table.file))
      return false
    }
    if let finding = TimetableFault.unreadable(record, in: scanner, file: table.file, isHeader: true) {
      told.append(finding)
      return false
    }
    separator = scanner.separator
    let names = scanner.fields.map(scanner.text)
    width = (names.lastIndex { !$0.isEmpty } ?? -1) + 1
    for (index, name) in names.enumerated() {
      guard let column = TimetableColumn.named(name), columns[column.rawValue] < 0 else { continue }
      columns[column.rawValue] = index
    }
    let required: [TimetableColumn] = kind == .planned ? [.id, .outlet, .start] : [.outlet, .start]
    let missing = required.filter { self[$0] < 0 }
    let place = scanner.place(of: record.range.lowerBound, width: 1, in: record, file: table.file)
    guard missing.isEmpty, width <= LogHeader.mostColumns else {
      told.append(
        missing.isEmpty
          ? .tooManyColumns(width, place) : .timetableColumnMissing(missing, of: required, place))
      return false
    }
    position = scanner.position
    line = scanner.line
    ends = Array(repeating: 0, count: width)
    return true
  }

  private subscript(_ column: TimetableColumn) -> Int { columns[column.rawValue] }
}

// MARK: Rows

extension TimetableReader {
  private mutating func readRows(_ bytes: UnsafeRawBufferPointer) {
    let expected = min(Int(Int32.max), (bytes.count - position) / max(1, lengthOfLines(bytes)) + 16)
    table.reserve(expected)
    while position < bytes.count {
      guard table.count < Int(Int32.max) else { break }
      let next = endOfPlainRow(bytes)
      if next > 0, readPlainRow(bytes) {
        position = next
        line += 1
      } else {
        readAnyRow(bytes)
      }
    }
  }

  /// About how long a line is, from the first of them; a little less, so that what is reserved is enough.
  private func lengthOfLines(_ bytes: UnsafeRawBufferPointer) -> Int {
    let sample = bytes[position..<min(bytes.count, position + 16_384)]
    return sample.count / max(1, sample.count { $0 == .lineFeed }) * 31 / 32
  }

  /// Splits a row into its fields; the byte behind its line end, or 0 when it is not plain.
  private mutating func endOfPlainRow(_ bytes: UnsafeRawBufferPointer) -> Int {
    var cursor = position
    var field = 0
    let most = min(bytes.count, position + RecordScanner.longestLine)
    let (separator, width) = (separator, width)
    return ends.withUnsafeMutableBufferPointer { ends in
      while cursor < most {
        let byte = bytes[cursor]
        if byte == separator {
          guard field < width else { return 0 }
          ends[field] = cursor
          field += 1
        } else if byte <= .quote, byte != 0x20, byte != 0x21 {
          let isEnd =
            byte == .lineFeed
            || (byte == .carriageReturn && cursor + 1 < most && bytes[cursor + 1] == .lineFeed)
          guard isEnd, field == width - 1 else { return 0 }
          ends[field] = cursor
          return cursor + (byte == .lineFeed ? 1 : 2)
        }
        cursor += 1
      }
      return 0
    }
  }

  /// The bytes of a field of the row that was split last, without blanks around them.
  private func field(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> TextRange {
    guard index >= 0 else { return .none }
    var start = index == 0 ? position : ends[index - 1] + 1
    var end = ends[index]
    while start < end, bytes[start].isBlank { start += 1 }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return TextRange(start: UInt32(start), count: UInt32(end - start))
  }

  /// Takes a row whose fields are plain; `false`, and nothing taken, when one is not.
  private mutating func readPlainRow(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let outlet = field(self[.outlet], bytes)
    guard outlet.count > 0, let start = plainInstant(field(self[.start], bytes), bytes) else { return false }
    let id = field(self[.id], bytes)
    guard bytes[id.bytes].allSatisfy({ $0 < 0x7F }), kind == .asRun || id.count > 0 else { return false }
    let lengthField = field(self[.length], bytes)
    var length = Timetable.absent
    if lengthField.count > 0 {
      guard let seconds = LogValue.number(lengthField, bytes) else { return false }
      length = seconds
    }
    let before = table.textCount
    let row = Row(
      outlet: outlet, start: start, id: id, title: field(self[.title], bytes), length: length,
      language: field(self[.language], bytes))
    // A text that is not UTF-8 is found when it is new; from then on all rows go the long way.
    if hasBrokenText { return false }
    table.append(row, bytes)
    if table.textCount != before, !table.latestTextsAreValid(since: before, bytes) {
      hasBrokenText = true
      table.removeLast()
      return false
    }
    return true
  }

  /// Reads `2026-01-01T05:00:00`, with a blank for the `T` or without seconds too; `nil` for anything else.
  private mutating func plainInstant(_ range: TextRange, _ bytes: UnsafeRawBufferPointer) -> Int? {
    let start = Int(range.start)
    guard range.count == 19 || range.count == 16 else { return nil }
    func digits(_ offset: Int) -> Int {
      let (tens, ones) = (bytes[start + offset] &- 0x30, bytes[start + offset + 1] &- 0x30)
      return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : 1000
    }
    let middle = bytes[start + 10]
    guard middle == 0x54 || middle == 0x20, bytes[start + 13] == 0x3A else { return nil }
    let (hours, minutes) = (digits(11), digits(14))
    var seconds = 0
    if range.count == 19 {
      guard bytes[start + 16] == 0x3A else { return nil }
      seconds = digits(17)
    }
    guard hours < 24, minutes < 60, seconds < 60 else { return nil }
    let written = (
      bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self),
      bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt16.self)
    )
    if written != latestDay.written {
      let (month, day) = (digits(5), digits(8))
      guard bytes[start + 4] == 0x2D, bytes[start + 7] == 0x2D, digits(0) < 100, digits(2) < 100,
        let civilDay = CivilDay(year: digits(0) * 100 + digits(2), month: month, day: day)
      else { return nil }
      latestDay = (written, civilDay.daysSince1970 * 86_400)
    }
    return latestDay.seconds + hours * 3600 + minutes * 60 + seconds
  }
}

// MARK: Ids

extension TimetableReader {
  /// Tells of placements whose id an earlier one has.
  ///
  /// Ids that ascend all the way differ; only where they do not is a table of them worth its time, which is as long
  /// as that of reading.
  private mutating func findRepeatedIDs() {
    guard !table.bytes.withUnsafeBytes(table.idsAscend) else { return }
    var (counted, line) = (0, 1)
    for (row, earlier) in table.repeatedIDs {
      let range = table.ids[row]
      line += table.bytes[counted..<Int(range.start)].count { $0 == .lineFeed }
      counted = Int(range.start)
      told.append(.timetableIDRepeated(table.text(range), row: earlier + 1, file: table.file, line: line))
    }
  }
}

// MARK: Rows that are not plain

extension TimetableReader {
  private mutating func readAnyRow(_ bytes: UnsafeRawBufferPointer) {
    var scanner = RecordScanner(table.bytes, separator: separator, position: position, line: line)
    guard let record = scanner.next() else { return }
    defer {
      position = scanner.position
      line = scanner.line
    }
    if record.fault == nil, scanner.fields.allSatisfy({ scanner.trimmed($0).isEmpty }) { return }
    if let finding = TimetableFault.unreadable(record, in: scanner, file: table.file, isHeader: false) {
      told.append(finding)
      table.appendUnread()
      return
    }
    var fields = TimetableFields(scanner: scanner, columns: columns, width: width, kind: kind)
    guard let row = fields.row() else {
      let range = fields.faults.first?.range ?? record.range.lowerBound..<record.range.lowerBound + 1
      let place = scanner.place(of: range.lowerBound, width: range.count, in: record, file: table.file)
      told.append(.timetableRowBroken(fields.faults.map(\.fault), place))
      table.appendUnread()
      return
    }
    table.append(row, bytes)
  }
}

extension TimetableReader {
  /// What one row says.
  struct Row {
    let outlet: TextRange
    let start: Int
    let id: TextRange
    let title: TextRange
    let length: Int32
    let language: TextRange
  }
}

extension LogValue {
  /// Reads digits, at most seven of them.
  fileprivate static func number(_ range: TextRange, _ bytes: UnsafeRawBufferPointer) -> Int32? {
    guard range.count <= 7 else { return nil }
    var value: Int32 = 0
    for byte in bytes[range.bytes] {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int32(byte - 0x30)
    }
    return value
  }
}
