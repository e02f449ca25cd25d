import ScheduleModel

/// Reads a timetable from the bytes of a CSV file.
struct TimetableReader {
  private var table: Timetable
  private var told = TimetableFindings()
  private let kind: Timetable.Kind
  private var fields: TimetableFields

  /// The rows of a file, and what is wrong with it; `nil` when it cannot be read at all.
  static func read(
    _ bytes: [UInt8], file: String, kind: Timetable.Kind
  ) -> (table: Timetable?, findings: [Finding]) {
    var told = TimetableFindings()
    var scanner = LogHeader.scanner(of: bytes, knows: { TimetableColumn.named($0) != nil })
    guard let record = scanner.next() else {
      told.append(.timetableEmpty(file: file))
      return (nil, told.all(in: file))
    }
    if let finding = TimetableFault.unreadable(record, in: scanner, file: file, isHeader: true) {
      told.append(finding)
      return (nil, told.all(in: file))
    }
    let fields = TimetableFields(names: scanner.fields.map(scanner.text), kind: kind)
    let required: [TimetableColumn] = kind == .planned ? [.id, .outlet, .start] : [.outlet, .start]
    let missing = required.filter { fields.index(of: $0) == nil }
    let place = scanner.place(of: record.range.lowerBound, width: 1, in: record, file: file)
    guard missing.isEmpty, fields.width <= LogHeader.mostColumns else {
      told.append(
        missing.isEmpty
          ? .tooManyColumns(fields.width, place) : .timetableColumnMissing(missing, of: required, place))
      return (nil, told.all(in: file))
    }
    var reader = TimetableReader(
      table: Timetable(file: file), told: told, kind: kind, fields: fields)
    reader.readRows(&scanner)
    if reader.table.count == 0 { reader.told.append(.timetableEmpty(file: file)) }
    return (reader.table, reader.told.all(in: file))
  }

  private init(table: Timetable, told: TimetableFindings, kind: Timetable.Kind, fields: TimetableFields) {
    (self.table, self.told, self.kind, self.fields) = (table, told, kind, fields)
  }

  private mutating func readRows(_ scanner: inout RecordScanner) {
    let isClean = RowReader.isClean(scanner.bytes)
    var rowOfID: [String: Int] = [:]
    if kind == .planned { rowOfID.reserveCapacity(scanner.bytes.count / 80) }
    while let record = scanner.next() {
      if record.fault == nil, scanner.fields.allSatisfy({ scanner.trimmed($0).isEmpty }) { continue }
      if record.fault != nil || !isClean,
        let finding = TimetableFault.unreadable(record, in: scanner, file: table.file, isHeader: false)
      {
        told.append(finding)
        table.rows.append(nil)
        continue
      }
      guard let row = fields.row(scanner) else {
        let range = fields.faults.first?.range ?? record.range.lowerBound..<record.range.lowerBound + 1
        let place = scanner.place(of: range.lowerBound, width: range.count, in: record, file: table.file)
        told.append(.timetableRowBroken(fields.faults.map(\.fault), place))
        table.rows.append(nil)
        continue
      }
      table.rows.append(row)
      guard kind == .planned else { continue }
      if let earlier = rowOfID[row.id] {
        told.append(.timetableIDRepeated(row.id, row: earlier, file: table.file, line: record.line))
      } else {
        rowOfID[row.id] = table.count
      }
    }
  }
}
