import ScheduleModel

/// Reads the cells of one row and collects what is wrong with them.
struct FieldReader {
  /// The row.
  let row: LogRow
  /// What the columns mean.
  let header: LogHeader
  /// How the log writes what it says.
  let dialect: LogDialect
  /// The time that was read, in seconds after midnight; `nil` for none.
  private(set) var seconds: Int?
  /// Who imports the log, and answers for what it corrects; `nil` when nobody says.
  var author: String?
  /// The row that this one replaces: what it leaves empty is taken from there. `nil` when it replaces none.
  private var replaced: AsRunEntry?
  /// What is wrong, with the bytes that it concerns, in the order in which the columns were looked at.
  private(set) var faults: [(fault: RowFault, range: Range<Int>)] = []

  /// A reader of one row.
  init(row: LogRow, header: LogHeader, dialect: LogDialect) {
    self.row = row
    self.header = header
    self.dialect = dialect
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
    let moment = moment()
    let outlet = outlet(vocabulary)
    let line = line(vocabulary) ?? replaced?.line
    let edition = number(.edition, from: 1) ?? replaced?.edition
    let language = language(&vocabulary)
    let minutes = minutes(from: moment) ?? replaced?.minutes
    let status = isWithdrawal ? replaced?.status ?? .aired : status(&vocabulary)
    let trust = trust(vocabulary)
    guard faults.isEmpty, let moment, let outlet, let language, let status else { return nil }
    let clock = vocabulary.clock(of: outlet) ?? OutletClock(zone: "Asia/Ho_Chi_Minh", dayStarts: 0)
    guard let placed = moment.placed(on: clock, dialect) else {
      note(.notATime(text(.time).isEmpty ? text(.date) : text(.time)), .time)
      return nil
    }
    var record = LogRecord(
      AsRunEntry(
        place: place, day: placed.day, time: placed.time, outlet: outlet, line: line, edition: edition,
        language: language, title: optional(.title) ?? replaced?.title ?? "", minutes: minutes,
        status: status, uid: optional(.uid) ?? replaced?.uid,
        evidence: optional(.evidence) ?? replaced?.evidence, trust: trust, author: optional(.author),
        broadcastDay: placed.broadcastDay,
        houseNumber: optional(.houseNumber) ?? replaced?.houseNumber,
        makesGood: optional(.makesGood) ?? replaced?.makesGood))
    record.replaces = replaced?.id ?? replaces
    record.reason = optional(.reason)
    record.isWithdrawal = isWithdrawal
    return record
  }

  /// The day, and the time if the row has one; a correction that has neither keeps what was there.
  private mutating func moment() -> LogMoment? {
    let dateRange = range(.date)
    var moment: LogMoment?
    if dateRange.isEmpty, let replaced {
      moment = LogMoment(day: replaced.day, seconds: replaced.time?.seconds)
    } else if dateRange.isEmpty, let day = dialect.day {
      moment = LogMoment(day: day, seconds: nil)
    } else {
      moment = day(dateRange)
    }
    let timeRange = range(.time)
    if !timeRange.isEmpty {
      let bytes = row.bytes[timeRange]
      let time = dialect.times.map { $0.read(bytes)?.seconds } ?? LogValue.seconds(bytes)
      if let time { moment?.seconds = time } else { note(.notATime(text(.time)), .time) }
    }
    seconds = moment?.seconds
    return moment
  }

  private mutating func day(_ range: Range<Int>) -> LogMoment? {
    let bytes = row.bytes[range]
    if let pattern = dialect.dates {
      if let read = pattern.read(bytes) {
        if let day = CivilDay(year: read.year, month: read.month, day: read.day) {
          return LogMoment(day: day, seconds: pattern.hasTime ? read.seconds : nil)
        }
        note(.noSuchDay(text(.date)), .date)
        return nil
      }
    } else {
      switch LogValue.day(bytes) {
      case .day(let day): return LogMoment(day: day, seconds: nil)
      case .noSuchDay:
        note(.noSuchDay(text(.date)), .date)
        return nil
      case .notADay: if let moment = LogMoment(bytes) { return moment }
      }
    }
    note(range.isEmpty ? .missing(.date) : .notADay(text(.date)), .date)
    return nil
  }

  /// The length: as it is written, or from the end.
  private mutating func minutes(from start: LogMoment?) -> Int? {
    let range = range(.minutes)
    if !range.isEmpty {
      if let value = LogValue.minutes(row.bytes[range]), value <= Quantity.largest { return value }
      note(.notANumber(.minutes, text(.minutes), from: 0), .minutes)
      return nil
    }
    let end = row.bytes[self.range(.end)]
    guard !end.isEmpty, let from = start?.seconds else { return nil }
    guard let until = LogValue.seconds(end) ?? LogMoment(end)?.seconds else {
      note(.notATime(text(.end)), .end)
      return nil
    }
    return ((until - from + 2 * 86_400) % 86_400 + 30) / 60
  }

  private mutating func outlet(_ vocabulary: LogVocabulary) -> String? {
    let name = text(.outlet)
    if name.isEmpty, let outlet = replaced?.outlet ?? dialect.outlet { return outlet }
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
    guard !name.isEmpty else { return replaced?.language ?? dialect.language }
    let language = vocabulary.language(name)
    if language == nil { note(.unknownLanguage(name), .language) }
    return language
  }

  private mutating func status(_ vocabulary: inout LogVocabulary) -> AsRunEntry.Status? {
    let word = text(.status)
    guard !word.isEmpty else { return replaced?.status ?? .aired }
    let own = dialect.statuses.isEmpty ? nil : dialect.statuses[FoldedText(word)]
    let status = own ?? vocabulary.status(word)
    if status == nil { note(.unknownStatus(word), .status) }
    return status
  }

  private mutating func trust(_ vocabulary: LogVocabulary) -> AsRunEntry.Trust? {
    let word = text(.trust)
    guard !word.isEmpty else { return dialect.trust }
    let trust = vocabulary.trust(word)
    if trust == nil { note(.unknownTrust(word), .trust) }
    return trust
  }

  private mutating func number(_ column: LogColumn, from least: Int) -> Int? {
    let digits = row.bytes[range(column)]
    guard !digits.isEmpty else { return nil }
    if let value = LogValue.whole(digits), (least...Quantity.largest).contains(value) { return value }
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
