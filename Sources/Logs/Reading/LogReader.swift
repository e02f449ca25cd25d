import ScheduleModel

/// Reads one log after the other and remembers what they say.
struct LogReader {
  /// What went out, in the order of files and rows.
  private(set) var entries: [AsRunEntry] = []
  /// What is wrong, in the same order.
  var findings: [Finding] = []
  /// How many rows were left out.
  private(set) var rowsLeftOut = 0
  /// The days of lines of which a row tells that could not be read.
  private(set) var doubtfulDays = DoubtfulDays()
  /// How the logs are understood, when that is wanted.
  var previews: [LogPreview] = []

  /// The ledger into which the rows go; `nil` when they become ``entries``, to be counted at once.
  var merge: LedgerMerge?
  /// What finds the rows that corrections replace; without a ledger there are none.
  var rowFinder: (() -> (String) -> NamedRow)?
  /// Who imports the logs; `nil` when not stated.
  var author: String?
  /// What is asked of the reading.
  var options = LogReadingOptions()

  private let plan: Plan
  private let days: Range<CivilDay>
  private let asOf: CivilDay?
  private let laterRows: Finding.Severity
  /// The names that the logs may use.
  let vocabulary: LogVocabulary
  private var recogniser: LineRecogniser
  /// One of its own, so that unclear rows are not counted twice among unknown titles.
  private var recogniserOfUnclear: LineRecogniser
  private var openings: TitlesByOpening
  private var repeats = RepeatGuard()
  private var repeatedRows = RepeatedRows()
  private var airedAgain = FurtherAirings()
  private var early = EarlyRows()
  private var digester = RowDigester()
  private var doubtfulTitles: Set<DoubtfulTitle> = []

  private struct DoubtfulTitle: Hashable {
    let outlet: String
    let language: LanguageTag
    let title: FoldedText
  }

  /// A reader for the logs of a plan, up to a day or to their end.
  ///
  /// - Parameter vocabulary: The plan's names, where somebody has them already.
  init(
    plan: Plan, asOf: CivilDay?, laterRows: Finding.Severity, vocabulary: LogVocabulary? = nil
  ) {
    self.plan = plan
    self.asOf = asOf
    self.laterRows = laterRows
    let year = plan.months.days
    let around = plan.matching.movedDays
    days = year.lowerBound.advanced(by: -around)..<year.upperBound.advanced(by: around)
    self.vocabulary = vocabulary ?? LogVocabulary(plan: plan)
    recogniser = LineRecogniser(plan: plan)
    recogniserOfUnclear = recogniser
    openings = TitlesByOpening(plan: plan)
  }

  /// Takes the rows that a ledger has in force.
  mutating func take(_ recorded: [AsRunEntry]) {
    var later: [String: Int] = [:]
    entries.reserveCapacity(entries.count + recorded.count)
    for entry in recorded {
      if let asOf, asOf < entry.broadcastDay {
        later[entry.place.file, default: 0] += 1
      } else {
        noteDoubt(about: entry, LogPlace(place: entry.place, width: 1, excerpt: nil))
        entries.append(entry)
      }
    }
    for (file, count) in later.sorted(by: { $0.key < $1.key }) {
      if let asOf { findings.append(.rowsAfter(asOf, count, file: file, laterRows)) }
      rowsLeftOut += count
    }
  }

  /// Reads the rows of a log whose columns are known.
  ///
  /// - Parameter isClean: Whether the whole log is known to be UTF-8 without control characters.
  mutating func read(
    _ rows: inout some LogRows, _ header: LogHeader, _ dialect: LogDialect, file: String,
    isClean: Bool = false
  ) {
    var header = header
    var reader = rowReader(header, vocabulary, dialect, isClean: isClean)
    var long = LongLengths(plan)
    var unclear = UnclearRows(plan, recordedOn: options.recordedOn)
    var count = 0
    var later = 0
    var strangers = ForeignLogDetector(findings: findings.count)
    var remarks = RemarkRows()
    var doubtful = DoubtfulCells()
    var hidden: [Int] = []
    var struck: [Int] = []
    airedAgain = FurtherAirings()
    early = EarlyRows()
    while let row = rows.next() {
      switch LaterHeader(
        row, rows, header, dialect, options.mapping.flatMap { $0.columns.isEmpty ? nil : $0 })
      {
      case nil: break
      case .same: continue
      case .other(let later, let count):
        if count == 2 { _ = rows.next() }
        header = later
        rows.widen(to: later.width)
        reader = rowReader(later, reader.vocabulary, dialect, isClean: isClean)
        continue
      case .lacking(let missing):
        let at = rows.start(of: row, file: file)
        var below = 0
        while let next = rows.next() { below += next.isBlank ? 0 : 1 }
        leaveOut(.columnsOtherwise(missing, rows: below, at), rows: below)
        continue
      }
      if row.isOfSheet, reader.dialect.dateCells == nil, !row.cell(.date, header).isEmpty,
        !reader.mayBeRemark(row)
      {
        let isDoubtful = TurnedDays(row, rows.ahead(), header).isDoubtful
        reader.dialect.dateCells = isDoubtful ? .doubtful : .kept
      }
      let questions = reader.dialect.questions(for: row, header)
      if !questions.isEmpty {
        let evidence = ColumnEvidence(row, rows.ahead(), header, questions)
        if questions.contains(.days) {
          reader.dialect.dayOrder = evidence.days
          if evidence.days == .monthFirst, let proof = evidence.onlyMonthFirst {
            findings.append(.monthFirst(proof, file: file))
          }
        }
        if questions.contains(.times) { reader.dialect.hasDottedTimes = evidence.hasDottedTimes }
        if questions.contains(.lengths) { reader.dialect.lengthOrder = evidence.lengths }
        if questions.contains(.numbers) {
          reader.dialect.numberSigns = evidence.numberSigns
          reader.dialect.hasDecimals = reader.dialect.hasDecimals || evidence.hasDecimals
        }
      }
      if reader.mayBeRemark(row),
        remarks.takes(row, in: rows, isWhole: false, file: file)
      {
        continue
      }
      var reading = reader.read(row, file: file)
      if case .blank = reading { continue }
      if case .record(let record) = reading {
        var judged = unclear.judged(record, row, header)
        let note = header.index(of: .note).map { row.text(at: $0) } ?? ""
        if !note.isEmpty { judged.entry = judged.entry.noting(note) }
        reading = .record(judged)
      }
      count += 1
      if case .record(let record) = reading, let asOf, asOf < record.entry.broadcastDay,
        days.contains(record.entry.day)
      {
        later += 1
        continue
      }
      if merge != nil, case .faults = reading, let entry = reader.unread(row, file: file) {
        for line in recogniserOfUnclear.recognise(entry).lines {
          doubtfulDays.insert(line: line, outlet: entry.outlet, entry.day)
        }
      }
      if options.recordedOn != nil, case .record(let record) = reading, long.mayHave(record.entry),
        !recogniserOfUnclear.recognise(record.entry).lines.isEmpty
      {
        long.note(record.entry)
      }
      if row.isHidden { hidden.append(row.line) }
      if row.isStruckThrough { struck.append(row.line) }
      if case .faults(let faults) = reading,
        doubtful.takes(faults, at: rows.place(of: faults[0].range, in: row, file: file))
      {
        rowsLeftOut += 1
        if merge != nil { previews[previews.count - 1].note(faults) }
        continue
      }
      strangers.note(reading, in: row, days: days, outletColumn: header.index(of: .outlet))
      take(reading, of: row, in: rows, file: file, other: header.keepsOthers ? reader.unread(in: row) : "")
      if merge != nil {
        var lines: [String] = []
        if case .record(let record) = reading, previews[previews.count - 1].isOpen {
          lines = recogniserOfUnclear.recognise(record.entry).lines
        }
        previews[previews.count - 1].note(reading, row, header, lines: lines)
      }
    }
    if count == 0 { findings.append(.logEmpty(file: file)) }
    if let whole = strangers.finding(rows: count, plan: plan, file: file) {
      findings.removeSubrange(strangers.findings...)
      findings.append(whole)
    }
    findings.gatherRows(from: min(strangers.findings, findings.count))
    findings += doubtful.findings
    if let finding = early.finding { findings.append(finding) }
    if let finding = remarks.finding { findings.append(finding) }
    if !hidden.isEmpty { findings.append(.rowsHidden(hidden, file: file)) }
    if !struck.isEmpty { findings.append(.rowsStruckThrough(struck, file: file)) }
    if let finding = airedAgain.finding { findings.append(finding) }
    if let finding = long.finding { findings.append(finding) }
    if merge != nil,
      let finding = Finding.titlesUnknown(
        recogniser.unknownTitles(of: plan, airedIn: openings), file: file)
    {
      findings.append(finding)
    }
    if let asOf, later > 0 { findings.append(.rowsAfter(asOf, later, file: file, laterRows)) }
    rowsLeftOut += later
  }

  /// What reads rows with these columns.
  private mutating func rowReader(
    _ header: LogHeader, _ vocabulary: LogVocabulary, _ dialect: LogDialect, isClean: Bool
  ) -> RowReader {
    var reader = RowReader(header: header, vocabulary: vocabulary)
    merge?.columns = Set(LogColumn.allCases.filter { header.index(of: $0) != nil })
    if let rowFinder, header.index(of: .replaces) != nil { reader.corrected = rowFinder() }
    reader.author = author
    reader.dialect = dialect
    reader.isClean = isClean
    return reader
  }

  /// Makes room for the rows of a log by its size in bytes.
  mutating func expect(bytes: Int) {
    if merge != nil {
      repeats.expect(bytes / Self.bytesOfRow)
    } else {
      repeatedRows.expect(bytes / Self.bytesOfRow, among: entries)
      entries.reserveCapacity(entries.count + bytes / Self.bytesOfRow)
    }
  }

  /// About how many bytes a row has, so that room for all is made at once.
  private static let bytesOfRow = 64

  /// Counts a log, or a part of it, that is left out as a whole.
  mutating func leaveOut(_ finding: Finding, rows: Int = 0) {
    findings.append(finding)
    rowsLeftOut += rows
  }

  /// The columns; `nil` with a finding when the log cannot be read without them.
  mutating func header(
    _ record: RecordScanner.Record, in scanner: RecordScanner, _ dialect: LogDialect, file: String
  ) -> LogHeader? {
    func place(_ index: Int, width: Int = 1) -> LogPlace {
      scanner.place(of: index, width: width, in: record, file: file)
    }
    if record.fault == .tooLong {
      findings.append(.lineTooLong(place(record.range.lowerBound), bytes: record.range.count, isHeader: true))
      return nil
    }
    if let invalid = RowReader.firstInvalidUTF8(in: scanner.bytes, record.range) {
      findings.append(.notUTF8(place(invalid), isHeader: true))
      return nil
    }
    if let broken = RowReader.brokenText(of: record, in: scanner) {
      let at = place(broken.range.lowerBound, width: broken.range.count)
      findings.append(.rowBroken([broken.fault], at, isHeader: true))
      return nil
    }
    let header = LogHeader(readBy: scanner)
    guard header.width <= LogHeader.mostColumns else {
      findings.append(.tooManyColumns(header.width, place(record.range.lowerBound)))
      return nil
    }
    let missing = LogColumn.missing(in: header, dialect)
    guard missing.isEmpty else {
      let names = scanner.fields.map(scanner.text)
      findings.append(
        .columnMissing(
          missing, place(record.range.lowerBound),
          isOfFigures: DeclaredText.isNearlyHeader(names)
            || missing.contains(.date) && DeclaredText.namesUnits(names)))
      return nil
    }
    if dialect.isWellKnown { return header }
    let known = LogColumn.allCases.flatMap(\.names)
    for index in header.unknown {
      let range = scanner.trimmed(scanner.fields[index])
      let name = header.names[index]
      findings.append(
        .columnUnknown(
          name, nearest: Suggestion.nearest(to: name, among: known),
          place(range.lowerBound, width: range.count)))
    }
    for index in header.repeated {
      let range = scanner.trimmed(scanner.fields[index])
      findings.append(.columnRepeated(header.names[index], place(range.lowerBound, width: range.count)))
    }
    return header
  }

  private mutating func take(
    _ reading: RowReader.Reading, of row: LogRow, in rows: some LogRows, file: String, other: String
  ) {
    func place(_ range: Range<Int>) -> LogPlace { rows.place(of: range, in: row, file: file) }
    let start = row.range.lowerBound..<row.range.lowerBound + 1
    switch reading {
    case .blank: break
    case .tooLong: leaveOut(.lineTooLong(place(start), bytes: row.range.count, isHeader: false))
    case .notUTF8(let at): leaveOut(.notUTF8(place(at..<at + 1), isHeader: false))
    case .faults(let faults):
      leaveOut(.rowBroken(faults.map(\.fault), place(faults.first?.range ?? start), isHeader: false))
    case .record(var record):
      let entry = record.entry
      guard days.contains(entry.day) else {
        if let replaced = record.replaces {
          return leaveOut(.correctionOtherYear(entry.day, of: replaced, plan, place(start)))
        }
        return leaveOut(.otherYear(entry.day, of: plan, place(start)))
      }
      record.other = other
      if let doubt = record.lengthDoubt { findings.append(.lengthDoubtful(doubt, place(start))) }
      if let doubt = record.editionDoubt { findings.append(.editionNotRead(doubt, place(start))) }
      if merge != nil { early.note(entry, place(start)) }
      if merge != nil, entry.status == .unclear, entry.showsItsDay,
        entry.uid != nil || !recogniserOfUnclear.recognise(entry).lines.isEmpty
      {
        let at = place(start)
        findings.append(.rowUnclear(entry, at: at.place, width: at.width, excerpt: at.excerpt))
      }
      guard merge != nil else { return keep(record, place(start)) }
      var digest = digester.digest(of: record)
      if let earlier = repeats.earlier(than: digest, at: entry.place), record.replaces == nil {
        guard let copy = airing(of: record, after: earlier, place(start)) else {
          return leaveOut(.rowRepeated(earlier, place(start)))
        }
        (record, digest) = copy
      }
      noteDoubt(about: entry, place(start))
      record.row = rows.name(of: row)
      merge?.add(record, digest, digester.content)
    }
  }

  /// Takes a row that is counted at once.
  private mutating func keep(_ record: LogRecord, _ place: @autoclosure () -> LogPlace) {
    if let earlier = repeatedRows.earlier(record, among: entries), record.replaces == nil {
      let most = mostAirings(of: record.entry, after: earlier.place)
      let isNew = (1...most).dropFirst().contains { number in
        repeatedRows.earlier(record.again(airing: number), among: entries) == nil
      }
      guard isNew else { return leaveOut(.rowRepeated(earlier.place, place())) }
      airedAgain.note(record.entry, earlier.place, most: most, place())
    }
    noteDoubt(about: record.entry, place())
    entries.append(record.entry)
  }

  /// The row as one more airing of what an equal row of its file tells; `nil` when the schedule has no more.
  private mutating func airing(
    of record: LogRecord, after earlier: SourcePlace, _ place: @autoclosure () -> LogPlace
  ) -> (LogRecord, RowDigest)? {
    let most = mostAirings(of: record.entry, after: earlier)
    for number in (1...most).dropFirst() {
      let copy = record.again(airing: number)
      let digest = digester.digest(of: copy)
      guard repeats.earlier(than: digest, at: record.entry.place) == nil else { continue }
      airedAgain.note(record.entry, earlier, most: most, place())
      return (copy, digest)
    }
    return nil
  }

  /// How many airings equal rows of one file may tell of; another file has the same rows once more.
  private mutating func mostAirings(of entry: AsRunEntry, after earlier: SourcePlace) -> Int {
    guard let untimed = options.untimed, earlier.file == entry.place.file else { return 1 }
    return untimed.most(of: entry, recogniser.recognise(entry))
  }

  private mutating func leaveOut(_ finding: Finding) {
    findings.append(finding)
    rowsLeftOut += 1
  }

  /// Counts the rows of a log that is left out as a whole.
  mutating func leaveOut(_ scanner: inout RecordScanner) {
    while let record = scanner.next() {
      let isBlank = record.fault == nil && scanner.fields.allSatisfy { scanner.trimmed($0).isEmpty }
      if !isBlank { rowsLeftOut += 1 }
    }
  }

  /// Says once for each title that it fits several lines alike.
  private mutating func noteDoubt(about entry: AsRunEntry, _ place: @autoclosure () -> LogPlace) {
    guard entry.line == nil, entry.uid == nil, !entry.title.isEmpty else {
      if merge != nil, let line = entry.line { openings.note(entry, [line]) }
      return
    }
    let lines = recogniser.lines(of: entry)
    if merge != nil { openings.note(entry, lines) }
    guard lines.count > 1 else { return }
    let doubt = DoubtfulTitle(outlet: entry.outlet, language: entry.language, title: FoldedText(entry.title))
    guard doubtfulTitles.insert(doubt).inserted else { return }
    findings.append(.ambiguousLine(entry.title, lines: lines, place()))
  }
}
