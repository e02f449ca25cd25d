import ScheduleModel

/// Reads the cells of one row and collects what is wrong with them.
struct FieldReader {
  /// The row.
  let row: LogRow
  /// What the columns mean.
  let header: LogHeader
  /// Who imports the log, and answers for what it corrects; `nil` when nobody says.
  var author: String?
  /// The row that this one replaces: what it leaves empty is taken from there. `nil` when it replaces none.
  private var replaced: AsRunEntry?
  /// What is wrong, with the bytes that it concerns, in the order in which the columns were looked at.
  private(set) var faults: [(fault: RowFault, range: Range<Int>)] = []

  /// A reader of one row.
  init(row: LogRow, header: LogHeader) {
    self.row = row
    self.header = header
  }

  /// What the row tells; `nil` when something is wrong with it.
  ///
  /// - Parameter corrected: Finds the row that a correction replaces; `nil` where rows stand by themselves.
  mutating func record(
    at place: SourcePlace, _ vocabulary: inout LogVocabulary, corrected: ((String) -> AsRunEntry?)? = nil
  ) -> LogRecord? {
    let replaces = optional(.replaces)
    if let replaces, let corrected {
      replaced = corrected(replaces)
      if replaced == nil { note(.unknownRow(replaces), .replaces) }
      if text(.reason).isEmpty { note(.missing(.reason), .reason) }
      if text(.author).isEmpty, author == nil { note(.missing(.author), .author) }
      guard faults.isEmpty else { return nil }
    }
    let isWithdrawal = replaces != nil && vocabulary.isWithdrawal(text(.status))
    let day = day()
    let time = time() ?? replaced?.time
    let outlet = outlet(vocabulary)
    let line = line(vocabulary) ?? replaced?.line
    let edition = number(.edition, from: 1) ?? replaced?.edition
    let language = language(&vocabulary)
    let minutes = number(.minutes, from: 0) ?? replaced?.minutes
    let status = isWithdrawal ? replaced?.status ?? .aired : status(&vocabulary)
    let trust = trust(vocabulary)
    guard faults.isEmpty, let day, let outlet, let language, let status else { return nil }
    // "24 giờ" is the next day's 00:00.
    let isNextDay = time?.seconds == 86_400
    var record = LogRecord(
      AsRunEntry(
        place: place, day: isNextDay ? day.advanced(by: 1) : day, time: isNextDay ? .midnight : time,
        outlet: outlet, line: line, edition: edition, language: language,
        title: optional(.title) ?? replaced?.title ?? "", minutes: minutes, status: status,
        uid: optional(.uid) ?? replaced?.uid, evidence: optional(.evidence) ?? replaced?.evidence,
        trust: trust, author: optional(.author),
        houseNumber: optional(.houseNumber) ?? replaced?.houseNumber,
        makesGood: optional(.makesGood) ?? replaced?.makesGood))
    record.replaces = replaced?.id ?? replaces
    record.reason = optional(.reason)
    record.isWithdrawal = isWithdrawal
    return record
  }

  private mutating func day() -> CivilDay? {
    let range = range(.date)
    if range.isEmpty, let replaced { return replaced.day }
    switch LogValue.day(row.bytes[range]) {
    case .day(let day): return day
    case .noSuchDay: note(.noSuchDay(text(.date)), .date)
    case .notADay: note(range.isEmpty ? .missing(.date) : .notADay(text(.date)), .date)
    }
    return nil
  }

  private mutating func time() -> TimeOfDay? {
    let range = range(.time)
    guard !range.isEmpty else { return nil }
    let time = LogValue.time(row.bytes[range])
    if time == nil { note(.notATime(text(.time)), .time) }
    return time
  }

  private mutating func outlet(_ vocabulary: LogVocabulary) -> String? {
    let name = text(.outlet)
    if name.isEmpty, let replaced { return replaced.outlet }
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
    guard !name.isEmpty else { return replaced?.language ?? .vietnamese }
    let language = vocabulary.language(name)
    if language == nil { note(.unknownLanguage(name), .language) }
    return language
  }

  private mutating func status(_ vocabulary: inout LogVocabulary) -> AsRunEntry.Status? {
    let word = text(.status)
    guard !word.isEmpty else { return replaced?.status ?? .aired }
    let status = vocabulary.status(word)
    if status == nil { note(.unknownStatus(word), .status) }
    return status
  }

  private mutating func trust(_ vocabulary: LogVocabulary) -> AsRunEntry.Trust? {
    let word = text(.trust)
    guard !word.isEmpty else { return nil }
    let trust = vocabulary.trust(word)
    if trust == nil { note(.unknownTrust(word), .trust) }
    return trust
  }

  private mutating func number(_ column: LogColumn, from least: Int) -> Int? {
    let digits = row.bytes[range(column)]
    guard !digits.isEmpty else { return nil }
    if let value = LogValue.number(digits), (least...Quantity.largest).contains(value) { return value }
    note(.notANumber(column, text(column), from: least), column)
    return nil
  }

  private mutating func note(_ fault: RowFault, _ column: LogColumn) { faults.append((fault, range(column))) }

  private func range(_ column: LogColumn) -> Range<Int> {
    header.index(of: column).map { row.trimmed(row.fields[$0]) } ?? 0..<0
  }

  private func optional(_ column: LogColumn) -> String? {
    let text = text(column)
    return text.isEmpty ? nil : text
  }

  private func text(_ column: LogColumn) -> String {
    header.index(of: column).map { row.text(at: $0) } ?? ""
  }
}
