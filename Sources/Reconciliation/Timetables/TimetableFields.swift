import ScheduleModel

/// Reads the fields of a row that is not plain, and says what is wrong with them.
struct TimetableFields {
  let scanner: RecordScanner
  /// Where each column stands, by its raw value; -1 when it is not there.
  let columns: [Int]
  let width: Int
  let kind: Timetable.Kind
  /// What is wrong, with the bytes that it concerns.
  private(set) var faults: [(fault: TimetableFault, range: Range<Int>)] = []

  init(scanner: RecordScanner, columns: [Int], width: Int, kind: Timetable.Kind) {
    self.scanner = scanner
    self.columns = columns
    self.width = width
    self.kind = kind
  }

  /// What the row says; `nil` with ``faults``.
  mutating func row() -> TimetableReader.Row? {
    let fields = scanner.fields
    let surplus = fields.dropFirst(width)
    guard fields.count >= width, surplus.allSatisfy({ scanner.trimmed($0).isEmpty }) else {
      let start = fields.first?.range.lowerBound ?? 0
      faults.append((.fieldCount(found: fields.count, expected: width), start..<start + 1))
      return nil
    }
    let outlet = needed(.outlet)
    let start = start()
    let length = length()
    let id = kind == .planned ? needed(.id) : range(.id)
    guard faults.isEmpty, let start else { return nil }
    return TimetableReader.Row(
      outlet: TextRange(outlet), start: start, id: TextRange(id), title: TextRange(range(.title)),
      length: length, language: TextRange(range(.language)))
  }

  /// The bytes of a field without the blanks around them; empty when there is no such column.
  private func range(_ column: TimetableColumn) -> Range<Int> {
    let index = columns[column.rawValue]
    return index < 0 ? 0..<0 : scanner.trimmed(scanner.fields[index])
  }

  private mutating func needed(_ column: TimetableColumn) -> Range<Int> {
    let range = range(column)
    if range.isEmpty { faults.append((.missing(column), range)) }
    return range
  }

  private mutating func start() -> Int? {
    let range = needed(.start)
    guard !range.isEmpty else { return nil }
    let text = scanner.bytes[range]
    let parts = text.split(maxSplits: 1, whereSeparator: { $0 == 0x54 || $0.isBlank })
    guard parts.count == 2, let time = LogValue.time(parts[1]) else {
      faults.append((.notAnInstant(String(decoding: text, as: UTF8.self)), range))
      return nil
    }
    switch LogValue.day(parts[0]) {
    case .day(let day): return LocalTime(day, time).seconds
    case .noSuchDay: faults.append((.noSuchDay(String(decoding: parts[0], as: UTF8.self)), range))
    case .notADay: faults.append((.notAnInstant(String(decoding: text, as: UTF8.self)), range))
    }
    return nil
  }

  private mutating func length() -> Int32 {
    let range = range(.length)
    guard !range.isEmpty else { return Timetable.absent }
    guard let seconds = LogValue.number(scanner.bytes[range]) else {
      faults.append((.notALength(String(decoding: scanner.bytes[range], as: UTF8.self)), range))
      return Timetable.absent
    }
    return Int32(seconds)
  }
}

extension TextRange {
  /// The piece of a file that a range of its bytes is; files have less than 2³² bytes.
  init(_ range: Range<Int>) { self.init(start: UInt32(range.lowerBound), count: UInt32(range.count)) }
}
