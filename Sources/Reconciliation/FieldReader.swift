import ScheduleModel

/// Reads the fields of one row and collects what is wrong with them.
struct FieldReader {
  /// The scanner that has just passed the row.
  let scanner: RecordScanner
  /// What the columns mean.
  let header: LogHeader
  /// What is wrong, with the bytes that it concerns, in the order in which the columns were looked at.
  private(set) var faults: [(fault: RowFault, range: Range<Int>)] = []

  /// A reader of the row that `scanner` has just passed.
  init(scanner: RecordScanner, header: LogHeader) {
    self.scanner = scanner
    self.header = header
  }

  /// The entry that the row tells of; `nil` when something is wrong with it.
  mutating func entry(at place: SourcePlace, _ vocabulary: inout LogVocabulary) -> AsRunEntry? {
    let day = day()
    let time = time()
    let outlet = outlet(vocabulary)
    let line = line(vocabulary)
    let edition = number(.edition, from: 1)
    let language = language(&vocabulary)
    let minutes = number(.minutes, from: 0)
    let status = status(&vocabulary)
    guard faults.isEmpty, let day, let outlet, let language, let status else { return nil }
    let (uid, evidence) = (text(.uid), text(.evidence))
    // "24 giờ" is the next day's 00:00.
    let isNextDay = time?.seconds == 86_400
    return AsRunEntry(
      place: place, day: isNextDay ? day.advanced(by: 1) : day, time: isNextDay ? .midnight : time,
      outlet: outlet, line: line, edition: edition, language: language, title: text(.title),
      minutes: minutes, status: status, uid: uid.isEmpty ? nil : uid,
      evidence: evidence.isEmpty ? nil : evidence)
  }

  private mutating func day() -> CivilDay? {
    let range = range(.date)
    switch LogValue.day(scanner.bytes[range]) {
    case .day(let day): return day
    case .noSuchDay: note(.noSuchDay(text(.date)), .date)
    case .notADay: note(range.isEmpty ? .missing(.date) : .notADay(text(.date)), .date)
    }
    return nil
  }

  private mutating func time() -> TimeOfDay? {
    let range = range(.time)
    guard !range.isEmpty else { return nil }
    let time = LogValue.time(scanner.bytes[range])
    if time == nil { note(.notATime(text(.time)), .time) }
    return time
  }

  private mutating func outlet(_ vocabulary: LogVocabulary) -> String? {
    let name = text(.outlet)
    let outlet = vocabulary.outlet(name)
    if name.isEmpty {
      note(.missing(.outlet), .outlet)
    } else if outlet == nil {
      note(.unknownOutlet(name, nearest: vocabulary.outlet(near: name)), .outlet)
    }
    return outlet
  }

  private mutating func line(_ vocabulary: LogVocabulary) -> String? {
    let name = text(.line)
    guard !name.isEmpty else { return nil }
    let line = vocabulary.line(name)
    if line == nil { note(.unknownLine(name, nearest: vocabulary.line(near: name)), .line) }
    return line
  }

  private mutating func language(_ vocabulary: inout LogVocabulary) -> LanguageTag? {
    let name = text(.language)
    guard !name.isEmpty else { return .vietnamese }
    let language = vocabulary.language(name)
    if language == nil { note(.unknownLanguage(name), .language) }
    return language
  }

  private mutating func status(_ vocabulary: inout LogVocabulary) -> AsRunEntry.Status? {
    let word = text(.status)
    guard !word.isEmpty else { return .aired }
    let status = vocabulary.status(word)
    if status == nil { note(.unknownStatus(word), .status) }
    return status
  }

  private mutating func number(_ column: LogColumn, from least: Int) -> Int? {
    let digits = scanner.bytes[range(column)]
    guard !digits.isEmpty else { return nil }
    if let value = LogValue.number(digits), (least...Quantity.largest).contains(value) { return value }
    note(.notANumber(column, text(column), from: least), column)
    return nil
  }

  private mutating func note(_ fault: RowFault, _ column: LogColumn) { faults.append((fault, range(column))) }

  private func range(_ column: LogColumn) -> Range<Int> {
    header.index(of: column).map { scanner.trimmed(scanner.fields[$0]) } ?? 0..<0
  }

  private func text(_ column: LogColumn) -> String {
    header.index(of: column).map { scanner.text(of: scanner.fields[$0]) } ?? ""
  }
}
