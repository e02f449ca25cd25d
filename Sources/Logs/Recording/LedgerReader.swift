import Digests
import ScheduleModel

/// Reads recorded logs.
struct LedgerReader {
  /// What is wrong, in the order in which it was read.
  private(set) var findings: [Finding] = []
  private var vocabulary: LogVocabulary

  /// A reader of the ledger of one plan, by its names.
  init(_ vocabulary: LogVocabulary) { self.vocabulary = vocabulary }

  /// Reads the header of a recorded log; `nil` with a finding when there is none.
  mutating func head(of log: RecordedLog) -> LedgerImport? {
    let line = log.bytes[..<log.start].count { $0 == .lineFeed } + 1
    var scanner = RecordScanner(log.bytes, separator: .comma, position: log.start, line: line)
    guard scanner.next() != nil else {
      findings.append(.ledgerDamaged(file: log.file))
      return nil
    }
    return LedgerImport(
      source: log.source, recorded: log.recorded, author: log.author, key: LedgerKey(entry: log.id),
      file: log.file, name: log.source.name, bytes: log.bytes, start: (scanner.position, scanner.line),
      header: LogHeader(readBy: scanner), isRecorded: log.isRecorded)
  }

  /// Reads all rows of an import, each with the byte and the line with which it begins.
  mutating func rows(of entry: LedgerImport, _ take: (LogRecord, _ position: Int, _ line: Int) -> Void) {
    var rows = SeparatedRows(
      RecordScanner(
        entry.bytes, separator: .comma, position: entry.start.position, line: entry.start.line))
    var reader = LedgerRowReader(entry, vocabulary, isClean: RowReader.isClean(entry.bytes))
    while let row = rows.next() {
      switch reader.read(row) {
      case .blank: break
      case .record(let record): take(record, row.range.lowerBound, row.line)
      case .faults(let faults):
        let start = row.range.lowerBound..<row.range.lowerBound + 1
        let place = rows.place(of: faults.first?.range ?? start, in: row, file: entry.file)
        findings.append(.rowBroken(faults.map(\.fault), place, isHeader: false))
      case .tooLong, .notUTF8: findings.append(.ledgerDamaged(file: entry.file))
      }
    }
    vocabulary = reader.vocabulary
  }
}

/// Reads rows of the ledger's own form.
struct LedgerRowReader {
  private var reader: RowReader
  private let recording: AsRunEntry.Recording?
  private let name: String
  private let place: Int
  private let other: Int

  /// The names that were met so far.
  var vocabulary: LogVocabulary { reader.vocabulary }

  /// A reader for rows with these columns.
  ///
  /// - Parameters:
  ///   - key: The key of their file; `nil` for rows that are not recorded yet.
  ///   - author: Who recorded them, where a row names nobody; `nil` when not stated.
  ///   - name: The station's own file, after which its rows are named.
  ///   - isClean: Whether all of them are known to be UTF-8 without control characters.
  init(
    _ header: LogHeader, _ vocabulary: LogVocabulary, key: LedgerKey?, author: String?, name: String,
    isClean: Bool = false
  ) {
    reader = RowReader(header: header, vocabulary: vocabulary, corrected: nil)
    reader.isClean = isClean
    recording =
      key == nil && author == nil ? nil : AsRunEntry.Recording(key: key?.digits, author: author)
    self.name = name
    place = header.names.firstIndex(of: LedgerText.OwnColumn.row.rawValue) ?? 0
    other = header.names.firstIndex(of: LedgerText.OwnColumn.other.rawValue) ?? header.names.count
  }

  /// A reader for the rows of an import.
  init(_ entry: LedgerImport, _ vocabulary: LogVocabulary, isClean: Bool = false) {
    self.init(
      entry.header, vocabulary, key: entry.isRecorded ? entry.key : nil, author: entry.author,
      name: entry.name, isClean: isClean)
  }

  /// Reads a row.
  mutating func read(_ row: LogRow) -> RowReader.Reading {
    let source = row.text(at: place)
    // Almost every row names a line alone.
    let line = row.fields.indices.contains(place) ? LogValue.number(row.bytes[row.fields[place].range]) : nil
    let reading = reader.read(
      row,
      at: line.map { SourcePlace(file: name, line: $0) } ?? SourcePlace(file: name, sourceRow: source),
      in: recording)
    guard case .record(var record) = reading else { return reading }
    record.other = row.text(at: other)
    if let note = RowNote.note(in: record.other) { record.entry = record.entry.noting(note) }
    record.row = source
    return .record(record)
  }

  /// Reads the row that begins at a byte again.
  mutating func record(in bytes: [UInt8], at position: Int, line: Int) -> LogRecord? {
    var rows = SeparatedRows(RecordScanner(bytes, separator: .comma, position: position, line: line))
    guard let row = rows.next(), case .record(let record) = read(row) else { return nil }
    return record
  }
}

/// Reads rows of a ledger again, whichever are wanted.
struct LedgerRecords {
  private let ledger: Ledger
  private var readers: [LedgerRowReader?]
  private let vocabulary: LogVocabulary

  /// `nil` for the ledger in which nothing was ever recorded.
  init?(_ ledger: Ledger) {
    guard let vocabulary = ledger.vocabulary else { return nil }
    self.ledger = ledger
    self.vocabulary = vocabulary
    readers = Array(repeating: nil, count: ledger.imports.count)
  }

  /// Reads a row, by its index.
  mutating func record(ofRow index: Int) -> LogRecord? {
    let row = ledger.rows[index]
    let imported = Int(row.imported)
    let entry = ledger.imports[imported]
    if readers[imported] == nil { readers[imported] = LedgerRowReader(entry, vocabulary) }
    return readers[imported]?.record(in: entry.bytes, at: row.position, line: Int(row.line))
  }

  /// Reads a row that is not recorded yet, where it begins in some text of the ledger's form.
  mutating func record(in text: [UInt8], at position: Int) -> LogRecord? {
    fresh = fresh ?? LedgerRowReader(LedgerText.header, vocabulary, key: nil, author: nil, name: "")
    return fresh?.record(in: text, at: position, line: 1)
  }

  private var fresh: LedgerRowReader?
}

extension SourcePlace {
  /// The place of a row in a station's own log: `12`, or `Tháng 4!12` in a workbook of several sheets.
  fileprivate init(file: String, sourceRow row: String) {
    let cut = row.utf8.lastIndex(of: UInt8(ascii: "!"))
    let line = Int(cut.map { row[row.utf8.index(after: $0)...] } ?? row[...]) ?? 1
    self.init(file: cut.map { "\(file)!\(row[..<$0])" } ?? file, line: line)
  }
}
