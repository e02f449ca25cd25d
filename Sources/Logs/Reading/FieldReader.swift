import ScheduleModel
import Spreadsheets

/// Reads the cells of one row after the other and collects what is wrong with them.
struct FieldReader {
  /// The row.
  private var row = Self.noRow
  /// What the columns mean.
  let header: LogHeader
  /// How the log writes what it says.
  var dialect = LogDialect()
  /// The time that was read, in seconds after midnight; `nil` for none.
  private(set) var seconds: Int?
  /// The clock of the outlet of the row before, which mostly is that of the next row too.
  private var lastClock: (outlet: String, clock: OutletClock)?
  /// Who imports the log, and answers for what it corrects; `nil` when not stated.
  var author: String?
  /// The row that this one replaces: what it leaves empty is taken from there. `nil` when it replaces none.
  private var replaced: AsRunEntry?
  /// Why the row has no length although its cells state one; `nil` when nothing is doubtful.
  private var lengthDoubt: LengthDoubt?
  /// The edition that the row's cell states, where it is not understood; `nil` when nothing is doubtful.
  private var editionDoubt: String?
  /// The outlet and the broadcast day of a row that cannot be read, as far as it tells both.
  private(set) var told: (outlet: String, day: CivilDay)?
  /// What is wrong, with the bytes that it concerns, in the order in which the columns were looked at.
  private(set) var faults: [(fault: RowFault, range: Range<Int>)] = []

  private static var noRow: LogRow { LogRow(bytes: [], fields: [], range: 0..<0, line: 0) }

  /// A reader of rows with these columns.
  init(header: LogHeader) { self.header = header }

  /// What a row tells; `nil` when something is wrong with it.
  ///
  /// - Parameters:
  ///   - recording: The entry of the Book that the row stands in; `nil` for a row that is not recorded.
  ///   - corrected: Finds the row that a correction replaces; `nil` where rows stand by themselves.
  mutating func record(
    of row: LogRow, at place: SourcePlace, in recording: AsRunEntry.Recording?,
    _ vocabulary: inout LogVocabulary, corrected: ((String) -> NamedRow)? = nil
  ) -> LogRecord? {
    self.row = row
    // So that the scanner has its fields for itself again.
    defer { self.row = Self.noRow }
    (seconds, replaced, lengthDoubt, editionDoubt, told) = (nil, nil, nil, nil, nil)
    if !faults.isEmpty { faults = [] }
    for cell in row.unknown {
      guard let column = header.column(at: cell.column) else { continue }
      let name = header.names[cell.column]
      note(cell.error.map { .errorValue(name, $0) } ?? .notCalculated(name), column)
    }
    guard faults.isEmpty else { return nil }
    let replaces = optional(.replaces)
    if let replaces, let corrected {
      switch corrected(replaces) {
      case .one(let entry): replaced = entry
      case .none: note(.unknownRow(replaces), .replaces)
      case .several(let rows): note(.ambiguousRow(replaces, candidates: rows.map(\.candidate)), .replaces)
      }
      if text(.reason).isEmpty { note(.missing(.reason), .reason) }
      if text(.author).isEmpty, author == nil { note(.missing(.author), .author) }
      guard faults.isEmpty else { return nil }
    }
    let isWithdrawal = replaces != nil && vocabulary.isWithdrawal(text(.status))
    let moment = moment()
    let outlet = outlet(&vocabulary)
    let line = line(&vocabulary) ?? replaced?.line
    let named = edition(hasParts: vocabulary.goesOutInParts(line, titled: text(.title)))
    let edition = named.edition ?? replaced?.edition
    let (part, partCount) =
      part() ?? named.part.map { ($0.number, $0.count) } ?? (replaced?.part, replaced?.partCount)
    let said = language(&vocabulary)
    let stated = length(from: moment)
    let length = lengthDoubt == nil ? stated ?? replaced?.length : nil
    let (status, doubt) = isWithdrawal ? (replaced?.status ?? .aired, replaced?.doubt) : status(&vocabulary)
    let isRepeat =
      isWithdrawal ? replaced?.isRepeat ?? false : saysRepeat(&vocabulary) ?? replaced?.isRepeat ?? false
    let trust = trust(&vocabulary)
    guard faults.isEmpty, let moment, let outlet, let status else {
      if let moment, let outlet {
        let placed = vocabulary.clock(of: outlet).flatMap { moment.placed(on: $0, dialect) }
        told = (outlet, placed?.broadcastDay ?? moment.day)
      }
      return nil
    }
    let uid = optional(.uid) ?? replaced?.uid
    let houseNumber = optional(.houseNumber) ?? replaced?.houseNumber
    var language = said ?? .vietnamese
    if vocabulary.findsLanguages {
      let work = RowLanguages.Row(
        uid: uid, houseNumber: houseNumber, line: line, title: optional(.title) ?? replaced?.title ?? "",
        outlet: outlet, day: moment.day, time: moment.seconds.flatMap { TimeOfDay(seconds: $0) })
      guard let found = vocabulary.language(said, of: work) else {
        note(.missing(.language), .language)
        return nil
      }
      language = found
    }
    let heading =
      field(.title).map { vocabulary.heading(outlet, language, $0, in: row.bytes) }
      ?? AsRunEntry.Heading(outlet: outlet, language: language, title: replaced?.title ?? "")
    if lastClock?.outlet != outlet {
      let clock = vocabulary.clock(of: outlet) ?? OutletClock(zone: "Asia/Ho_Chi_Minh", dayStarts: 0)
      lastClock = (outlet, clock)
    }
    guard let placed = lastClock.flatMap({ moment.placed(on: $0.clock, dialect) }) else {
      let written = text(.time).isEmpty ? text(.date) : text(.time)
      note(moment.seconds.map { .timeAfterMidnight(written, seconds: $0) } ?? .notATime(written), .time)
      return nil
    }
    var record = LogRecord(
      AsRunEntry(
        place: place, day: placed.day, time: placed.time, heading: heading, line: line, edition: edition,
        length: length, status: status, uid: uid, evidence: optional(.evidence) ?? replaced?.evidence,
        trust: trust, author: optional(.author), recorded: recording.map { ($0, row.line) },
        broadcastDay: placed.broadcastDay, houseNumber: houseNumber,
        makesGood: optional(.makesGood) ?? replaced?.makesGood, part: part, partCount: partCount,
        isRepeat: isRepeat, doubt: doubt))
    record.replaces = replaced?.id ?? replaces
    record.reason = optional(.reason)
    record.isWithdrawal = isWithdrawal
    record.lengthDoubt = lengthDoubt
    record.editionDoubt = editionDoubt
    record.statesStatus = field(.status) != nil
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
      moment = day(of: .date)
    }
    if let day = moment?.day, !range(.weekday).isEmpty {
      let name = text(.weekday)
      if let weekday = Weekday(inColumn: name), Weekday(of: day) != weekday {
        note(.otherWeekday("\(name), \(text(.date))"), .weekday)
      }
    }
    let timeRange = range(.time)
    if !timeRange.isEmpty {
      let bytes = row.bytes[timeRange]
      let time =
        pattern(dialect.times, of: .time).map { $0.read(bytes)?.seconds }
        ?? LogValue.seconds(bytes) ?? (row.isOfSheet ? LogValue.secondsOfDayFraction(bytes) : nil)
        ?? (dialect.hasDottedTimes == true ? LogValue.dottedTime(bytes) : nil)
      if time == nil, let dated = DatedTime(bytes) {
        if let day = moment?.day, !dated.fits(day, dialect) {
          note(.timesContradict(text(.date), text(.time)), .time)
        }
        moment?.seconds = dated.seconds
        if let offset = dated.offset { moment?.offset = offset }
      } else if let time {
        // Midnight beside a date is how spreadsheets write a day alone.
        if !dateRange.isEmpty, let beside = moment?.seconds, beside != 0, !Self.isSameTime(beside, time) {
          note(.timesContradict(text(.date), text(.time)), .time)
        }
        moment?.seconds = time
      } else {
        note(LogValue.range(bytes) ? .timeRange(text(.time)) : .notATime(text(.time)), .time)
      }
    }
    seconds = moment?.seconds
    return moment
  }

  /// The day of a column, as it is meant where a spreadsheet turned day and month.
  private mutating func day(of column: LogColumn) -> LogMoment? {
    guard row.isOfSheet, column != .end, let cells = dialect.dateCells, cells != .kept else {
      return dayAsItStands(in: column)
    }
    guard cells == .turned else {
      note(.dayTurned(text(column)), column)
      return nil
    }
    var moment = dayAsItStands(in: column)
    let isDateCell =
      header.index(of: column).map(row.clockCells.contains) ?? false
      || LogValue.dayOfSerial(row.bytes[range(column)]) != nil
    if let day = moment?.day, isDateCell {
      moment?.day = day.turned
    }
    return moment
  }

  private mutating func dayAsItStands(in column: LogColumn) -> LogMoment? {
    let range = range(column)
    let bytes = row.bytes[range]
    if let pattern = pattern(dialect.dates, of: column) {
      if let read = pattern.read(bytes) {
        if let day = CivilDay(year: read.year, month: read.month, day: read.day) {
          return LogMoment(day: day, seconds: pattern.hasTime ? read.seconds : nil)
        }
        note(.noSuchDay(text(column)), column)
        return nil
      }
    } else {
      if dialect.dayOrder == .unknown, ColumnEvidence.isOpen(day: bytes) {
        note(.dayOrderUnknown(text(column)), column)
        return nil
      }
      switch LogValue.day(bytes, dialect.dayOrder ?? .dayFirst) {
      case .day(let day): return LogMoment(day: day, seconds: nil)
      case .noSuchDay:
        note(.noSuchDay(text(column)), column)
        return nil
      case .otherWeekday:
        note(.otherWeekday(text(column)), column)
        return nil
      case .notADay:
        if let moment = LogMoment(bytes, dialect.dayOrder ?? .dayFirst) { return moment }
        if row.isOfSheet, let day = LogValue.dayOfSerial(bytes) { return LogMoment(day: day, seconds: nil) }
      }
    }
    note(range.isEmpty ? .missing(column) : .notADay(text(column)), column)
    return nil
  }

  /// Whether two times are one, where only one of them may have seconds.
  private static func isSameTime(_ one: Int, _ other: Int) -> Bool {
    one == other || (one / 60 == other / 60 && (one % 60 == 0 || other % 60 == 0))
  }

  /// The length in seconds: as it is written, or from the end. Where the two contradict each other there is none.
  private mutating func length(from start: LogMoment?) -> Int? {
    let range = range(.minutes)
    var stated: Int?
    if !range.isEmpty {
      if dialect.lengthOrder == .unknown, LogValue.halves(row.bytes[range]) != nil {
        note(.lengthOrderUnknown(text(.minutes)), .minutes)
        return nil
      }
      let number = SignedNumber(row.bytes[range])
      let unit = header.lengthUnit
      if let number, number.isOpen, dialect.numberSigns ?? .unknown == .unknown {
        note(
          unit == 60
            ? .numberSignsUnknown(text(.minutes)) : .notANumber(.minutes, text(.minutes), from: 0), .minutes)
        return nil
      }
      if let number, unit == 60, !row.isOfSheet, !dialect.hasDecimals,
        let clock = LogValue.dottedClock(row.bytes[range]), let decimal = number.thousandths(.unknown)
      {
        lengthDoubt = .twoReadings(clock: clock, decimal: decimal * 60 / 1_000)
        return nil
      }
      let signed = number.flatMap { $0.thousandths(dialect.numberSigns ?? .unknown) }
      // A fraction of a second is dropped: no work becomes longer than its row says.
      let read =
        number == nil
        ? LogValue.number(row.bytes[range]).map { $0 * unit } ?? dialect.length(row.bytes[range])
        : signed.map { $0 * unit / 1_000 }
      guard let value = read, value / 60 <= Quantity.largest else {
        note(.notANumber(.minutes, text(.minutes), from: 0), .minutes)
        return nil
      }
      guard value <= LengthDoubt.mostMinutes * 60 else {
        lengthDoubt = .tooLong((value + 30) / 60)
        return nil
      }
      stated = value
    }
    guard let end = end(after: start), let start, let from = start.seconds else { return stated }
    let days = start.day.distance(to: end.day ?? start.day)
    switch LengthDoubt.length(from: from, to: days * 86_400 + end.seconds, isDated: end.day != nil) {
    case .success(let upToEnd):
      let minutes = (stated: stated.map { ($0 + 30) / 60 }, upToEnd: (upToEnd + 30) / 60)
      if let stated = minutes.stated, abs(stated - minutes.upToEnd) > 1 {
        lengthDoubt = .disagreement(stated: stated, upToEnd: minutes.upToEnd)
      }
      return stated ?? upToEnd
    case .failure(let doubt):
      lengthDoubt = doubt
      return nil
    }
  }

  /// The end, and its day when the log names one; `nil` when the row has none.
  private mutating func end(after start: LogMoment?) -> (day: CivilDay?, seconds: Int)? {
    let bytes = row.bytes[range(.end)]
    guard !bytes.isEmpty else { return nil }
    let named = range(.endDate).isEmpty ? nil : day(of: .endDate)?.day
    if let seconds = pattern(dialect.times, of: .end).map({ $0.read(bytes)?.seconds })
      ?? LogValue.seconds(bytes) ?? (dialect.hasDottedTimes == true ? LogValue.dottedTime(bytes) : nil)
    {
      return (named, seconds)
    }
    if dialect.dayOrder == .unknown, ColumnEvidence.isOpen(day: bytes) {
      note(.dayOrderUnknown(text(.end)), .end)
      return nil
    }
    guard let moment = LogMoment(bytes, dialect.dayOrder ?? .dayFirst), let seconds = moment.seconds else {
      note(.notATime(text(.end)), .end)
      return nil
    }
    guard let offset = moment.offset, let startOffset = start?.offset else { return (moment.day, seconds) }
    return (moment.day, seconds - offset + startOffset)
  }

  private mutating func outlet(_ vocabulary: inout LogVocabulary) -> String? {
    guard let field = field(.outlet) else {
      if let outlet = replaced?.outlet ?? dialect.outlet { return outlet }
      note(.missing(.outlet), .outlet)
      return nil
    }
    let outlet = vocabulary.outlet(field, in: row.bytes)
    if outlet == nil {
      let name = text(.outlet)
      note(.unknownOutlet(name, nearest: vocabulary.outlet(near: name)), .outlet)
    }
    return outlet
  }

  private mutating func line(_ vocabulary: inout LogVocabulary) -> String? {
    guard let field = field(.line) else { return nil }
    let line = vocabulary.line(field, in: row.bytes)
    if line == nil {
      let name = text(.line)
      note(.unknownLine(name, nearest: vocabulary.line(near: name)), .line)
    }
    return line
  }

  /// The language that the row, or its log, names.
  private mutating func language(_ vocabulary: inout LogVocabulary) -> LanguageTag? {
    guard let field = field(.language) else { return replaced?.language ?? dialect.language }
    let language = vocabulary.language(field, in: row.bytes)
    if language == nil { note(.unknownLanguage(text(.language)), .language) }
    return language
  }

  /// What the row says happened, and what is open about it, as the Book has that.
  private mutating func status(_ vocabulary: inout LogVocabulary) -> (AsRunEntry.Status?, AsRunEntry.Doubt?) {
    guard let field = field(.status) else {
      guard let replaced else { return (.aired, nil) }
      // A correction that gives another day is the answer to a day that could not be.
      if case .datedAfter = replaced.doubt, !range(.date).isEmpty { return (.aired, nil) }
      return (replaced.status, replaced.doubt)
    }
    let own = dialect.statuses.isEmpty ? nil : dialect.statuses[FoldedText(text(.status))]
    if let status = own ?? vocabulary.status(field, in: row.bytes) { return (status, nil) }
    let text = text(.status)
    if text.hasPrefix(AsRunEntry.unclearMark) {
      return (.unclear, AsRunEntry.Doubt(String(text.dropFirst(AsRunEntry.unclearMark.count))))
    }
    note(.unknownStatus(text), .status)
    return (nil, nil)
  }

  /// Whether the status says that a work aired again; `nil` where the row states no status of its own.
  private func saysRepeat(_ vocabulary: inout LogVocabulary) -> Bool? {
    guard let field = field(.status) else { return nil }
    if !dialect.statuses.isEmpty {
      let word = FoldedText(text(.status))
      if dialect.statuses[word] != nil { return dialect.repeats.contains(word) }
    }
    return vocabulary.isRepeat(field, in: row.bytes)
  }

  private mutating func trust(_ vocabulary: inout LogVocabulary) -> AsRunEntry.Trust? {
    guard let field = field(.trust) else { return dialect.trust }
    let trust = vocabulary.trust(field, in: row.bytes)
    if trust == nil { note(.unknownTrust(text(.trust)), .trust) }
    return trust
  }

  /// The edition, and the part where the same cell has it: `5`, `kỳ 5`, `5 phần 2`, `part 2/3`; a dash is an empty cell.
  /// Where a row is no correction it can do without an edition that is not understood.
  ///
  /// - Parameter hasParts: Whether its works may go out in parts: else “tập 3” is the third of them.
  private mutating func edition(hasParts: Bool) -> (edition: Int?, part: WorkPart?) {
    let bytes = row.bytes[range(.edition)]
    guard !bytes.isEmpty, LogValue.whole(bytes) == nil else { return (number(.edition, from: 1), nil) }
    let cell = text(.edition)
    if cell.allSatisfy({ "-–—".contains($0) }) { return (nil, nil) }
    if let edition = EditionName(cell: cell, hasParts: hasParts)?.number { return (edition, nil) }
    let words = cell.split(whereSeparator: \.isWhitespace)
    if let name = words.firstIndex(where: { ["phan", "tap", "part"].contains(FoldedText(String($0)).text) }),
      let part = PartName(cell: words[name...].joined(separator: " "))?.part
    {
      if name == 0 { return (nil, part) }
      if let edition = EditionName(cell: words[..<name].joined(separator: " "))?.number {
        return (edition, part)
      }
    }
    // A plain number that is none, such as 0, was mistyped.
    let isNumber = cell.allSatisfy { $0.isNumber || "-+".contains($0) }
    guard field(.replaces) == nil, !isNumber else { return (number(.edition, from: 1), nil) }
    editionDoubt = cell
    return (nil, nil)
  }

  /// The part in its own column, and of how many where the cell says it; `nil` when it is empty.
  private mutating func part() -> (number: Int?, count: Int?)? {
    guard !row.bytes[range(.part)].isEmpty else { return nil }
    if let part = PartName(cell: text(.part))?.part { return (part.number, part.count) }
    note(.notAPart(text(.part)), .part)
    return nil
  }

  private mutating func number(_ column: LogColumn, from least: Int) -> Int? {
    let digits = row.bytes[range(column)]
    guard !digits.isEmpty else { return nil }
    if let value = LogValue.whole(digits), (least...Quantity.largest).contains(value) { return value }
    note(.notANumber(column, text(column), from: least), column)
    return nil
  }

  /// A pattern for a cell that is a text; `nil` for one that a spreadsheet stores as a date or time, whatever it shows.
  private func pattern(_ pattern: ClockPattern?, of column: LogColumn) -> ClockPattern? {
    guard let index = header.index(of: column), row.clockCells.contains(index) else { return pattern }
    return nil
  }

  private mutating func note(_ fault: RowFault, _ column: LogColumn) { faults.append((fault, range(column))) }

  private func range(_ column: LogColumn) -> Range<Int> {
    guard let index = header.index(of: column) else { return 0..<0 }
    let range = row.trimmed(row.fields[index])
    guard Self.maybeDashed.contains(column), range.count <= 3, LogValue.isDash(row.bytes[range]) else {
      return range
    }
    return range.lowerBound..<range.lowerBound
  }

  /// Columns in which a dash is an empty cell: it is not known.
  private static let maybeDashed: Set<LogColumn> = [.time, .end, .minutes]

  /// The field of a column; `nil` when it is empty or the log has no such column.
  private func field(_ column: LogColumn) -> RecordScanner.Field? {
    guard let index = header.index(of: column), index < row.fields.count else { return nil }
    let field = row.fields[index]
    return row.trimmed(field).isEmpty ? nil : field
  }

  private func optional(_ column: LogColumn) -> String? { field(column).map { row.bytes.text(of: $0) } }

  private func text(_ column: LogColumn) -> String {
    header.index(of: column).map { row.text(at: $0) } ?? ""
  }
}
