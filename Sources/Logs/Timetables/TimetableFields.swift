import ScheduleModel

/// Reads the fields of the rows of a timetable, and says what is wrong with them.
struct TimetableFields {
  /// How many fields a row has to have; empty names at the end are no columns.
  let width: Int
  private let kind: Timetable.Kind
  /// Where each column is, by its raw value.
  private var columns = [Int?](repeating: nil, count: TimetableColumn.allCases.count)
  /// What is wrong with the row read last, with the bytes that it concerns.
  private(set) var faults: [(fault: TimetableFault, range: Range<Int>)] = []
  private var outlets = TextPool<String>()
  private var titles = TextPool<String>()
  private var languages = TextPool<LanguageTag?>()

  /// Fields under these names of the columns; of two columns with one meaning, the first.
  init(names: [String], kind: Timetable.Kind) {
    self.kind = kind
    width = (names.lastIndex { !$0.isEmpty } ?? -1) + 1
    for (index, name) in names.enumerated() {
      guard let column = TimetableColumn.named(name), columns[column.rawValue] == nil else { continue }
      columns[column.rawValue] = index
    }
  }

  /// Where a column is; `nil` when the file has none.
  func index(of column: TimetableColumn) -> Int? { columns[column.rawValue] }

  /// What the row says that a scanner read last; `nil` with ``faults``.
  mutating func row(_ scanner: RecordScanner) -> Timetable.Row? {
    faults.removeAll(keepingCapacity: true)
    let fields = scanner.fields
    guard fields.count >= width, fields[width...].allSatisfy({ scanner.trimmed($0).isEmpty }) else {
      let start = fields.first?.range.lowerBound ?? 0
      faults.append((.fieldCount(found: fields.count, expected: width), start..<start + 1))
      return nil
    }
    let outlet = needed(.outlet, scanner)
    let start = start(scanner)
    let length = length(scanner)
    let id = kind == .planned ? needed(.id, scanner) : field(.id, scanner)
    let language = language(scanner)
    guard faults.isEmpty, let start, let outlet, let language else { return nil }
    return Timetable.Row(
      id: id.map(scanner.text) ?? "", outlet: outlets.value(of: outlet, in: scanner.bytes) { $0 },
      start: start,
      title: field(.title, scanner).map { titles.value(of: $0, in: scanner.bytes) { $0 } } ?? "",
      length: length, language: language)
  }

  /// The field of a column; `nil` when it is empty or there is no such column.
  private func field(_ column: TimetableColumn, _ scanner: RecordScanner) -> RecordScanner.Field? {
    columns[column.rawValue].flatMap { index in
      let field = scanner.fields[index]
      return scanner.trimmed(field).isEmpty ? nil : field
    }
  }

  private mutating func needed(_ column: TimetableColumn, _ scanner: RecordScanner) -> RecordScanner.Field? {
    if let field = field(column, scanner) { return field }
    let range = columns[column.rawValue].map { scanner.trimmed(scanner.fields[$0]) } ?? 0..<0
    faults.append((.missing(column), range))
    return nil
  }

  private mutating func start(_ scanner: RecordScanner) -> LocalTime? {
    guard let range = needed(.start, scanner).map(scanner.trimmed) else { return nil }
    let text = scanner.bytes[range]
    guard let gap = text.firstIndex(where: { $0 == 0x54 || $0.isBlank }),
      let time = LogValue.time(text[(gap + 1)...])
    else {
      faults.append((.notAnInstant(String(decoding: text, as: UTF8.self)), range))
      return nil
    }
    switch LogValue.day(text[..<gap]) {
    case .day(let day): return LocalTime(day, time)
    case .noSuchDay: faults.append((.noSuchDay(String(decoding: text[..<gap], as: UTF8.self)), range))
    case .notADay, .otherWeekday:
      faults.append((.notAnInstant(String(decoding: text, as: UTF8.self)), range))
    }
    return nil
  }

  private mutating func language(_ scanner: RecordScanner) -> LanguageTag? {
    guard let field = field(.language, scanner) else { return .vietnamese }
    let language = languages.value(of: field, in: scanner.bytes) {
      BroadcastLanguage.tag(named: $0) ?? LanguageTag($0)
    }
    if language == nil { faults.append((.unknownLanguage(scanner.text(of: field)), scanner.trimmed(field))) }
    return language
  }

  private mutating func length(_ scanner: RecordScanner) -> Int? {
    guard let range = field(.length, scanner).map(scanner.trimmed) else { return nil }
    if let seconds = LogValue.number(scanner.bytes[range]) { return seconds }
    faults.append((.notALength(String(decoding: scanner.bytes[range], as: UTF8.self)), range))
    return nil
  }
}
