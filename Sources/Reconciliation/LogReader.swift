import ScheduleModel

/// Reads one log after the other and remembers what they say.
struct LogReader {
  /// What went out, in the order of files and rows.
  private(set) var entries: [AsRunEntry] = []
  /// What is wrong, in the same order.
  private(set) var findings: [Finding] = []
  /// How many rows were left out.
  private(set) var rowsLeftOut = 0

  private let plan: Plan
  private let days: Range<CivilDay>
  private let asOf: CivilDay?
  private let laterRows: Finding.Severity
  private let vocabulary: LogVocabulary
  private var recogniser: LineRecogniser
  private var repeats = RepeatGuard()
  private var doubtfulTitles: Set<DoubtfulTitle> = []

  private struct DoubtfulTitle: Hashable {
    let outlet: String
    let language: LanguageTag
    let title: FoldedText
  }

  /// A reader for the logs of a plan, up to a day or to their end.
  init(plan: Plan, asOf: CivilDay?, laterRows: Finding.Severity) {
    self.plan = plan
    self.asOf = asOf
    self.laterRows = laterRows
    let year = CivilDay.year(plan.year)
    let around = plan.matching.movedDays
    days = year.lowerBound.advanced(by: -around)..<year.upperBound.advanced(by: around)
    vocabulary = LogVocabulary(plan: plan)
    recogniser = LineRecogniser(plan: plan)
  }

  /// Reads one log to its end.
  mutating func read(_ bytes: [UInt8], file: String) {
    var scanner = LogHeader.scanner(of: bytes)
    guard let record = scanner.next() else {
      findings.append(.logEmpty(file: file))
      return
    }
    guard let header = header(record, in: scanner, file: file) else {
      leaveOut(&scanner)
      return
    }
    var rows = RowReader(header: header, vocabulary: vocabulary)
    var isEmpty = true
    var later = 0
    while let record = scanner.next() {
      let reading: RowReader.Reading = rows.read(record, in: scanner, file: file)
      if case .blank = reading { continue }
      isEmpty = false
      if case .entry(let entry) = reading, let asOf, asOf < entry.day, days.contains(entry.day) {
        later += 1
        continue
      }
      take(reading, of: record, in: scanner, file: file, unread: { rows.unread(in: scanner) })
    }
    if isEmpty { findings.append(.logEmpty(file: file)) }
    if let asOf, later > 0 { findings.append(.rowsAfter(asOf, later, file: file, laterRows)) }
    rowsLeftOut += later
  }

  /// The columns; `nil` with a finding when the log cannot be read without them.
  private mutating func header(
    _ record: RecordScanner.Record, in scanner: RecordScanner, file: String
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
    let missing = LogColumn.required.filter { header.index(of: $0) == nil }
    guard missing.isEmpty else {
      findings.append(.columnMissing(missing, place(record.range.lowerBound)))
      return nil
    }
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
    _ reading: RowReader.Reading, of record: RecordScanner.Record, in scanner: RecordScanner, file: String,
    unread: () -> [String]
  ) {
    func place(_ range: Range<Int>) -> LogPlace {
      scanner.place(of: range.lowerBound, width: range.count, in: record, file: file)
    }
    let start = record.range.lowerBound..<record.range.lowerBound + 1
    switch reading {
    case .blank: break
    case .tooLong: leaveOut(.lineTooLong(place(start), bytes: record.range.count, isHeader: false))
    case .notUTF8(let at): leaveOut(.notUTF8(place(at..<at + 1), isHeader: false))
    case .faults(let faults):
      leaveOut(.rowBroken(faults.map(\.fault), place(faults.first?.range ?? start), isHeader: false))
    case .entry(let entry):
      if !days.contains(entry.day) {
        leaveOut(.otherYear(entry.day, of: plan, place(start)))
      } else if let earlier = repeats.earlier(than: entry, unread: unread(), in: entries) {
        leaveOut(.rowRepeated(earlier.place, place(start)))
      } else {
        noteDoubt(about: entry, place(start))
        entries.append(entry)
      }
    }
  }

  private mutating func leaveOut(_ finding: Finding) {
    findings.append(finding)
    rowsLeftOut += 1
  }

  /// Counts the rows of a log that is left out as a whole.
  private mutating func leaveOut(_ scanner: inout RecordScanner) {
    while let record = scanner.next() {
      let isBlank = record.fault == nil && scanner.fields.allSatisfy { scanner.trimmed($0).isEmpty }
      if !isBlank { rowsLeftOut += 1 }
    }
  }

  /// Says once for each title that it fits several lines alike.
  private mutating func noteDoubt(about entry: AsRunEntry, _ place: @autoclosure () -> LogPlace) {
    guard entry.line == nil, entry.uid == nil, !entry.title.isEmpty else { return }
    let lines = recogniser.lines(of: entry)
    guard lines.count > 1 else { return }
    let doubt = DoubtfulTitle(outlet: entry.outlet, language: entry.language, title: FoldedText(entry.title))
    guard doubtfulTitles.insert(doubt).inserted else { return }
    findings.append(.ambiguousLine(entry.title, lines: lines, place()))
  }
}
