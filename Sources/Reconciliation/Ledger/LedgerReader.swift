import ScheduleModel

/// Reads the files of a ledger's folder.
struct LedgerReader {
  /// What is wrong, in the order of the files.
  private(set) var findings: [Finding] = []
  private var vocabulary: LogVocabulary

  /// A reader of the ledger of one plan.
  init(plan: Plan) { vocabulary = LogVocabulary(plan: plan) }

  /// Whether a file is one of a ledger's.
  static func isLedger(_ bytes: [UInt8]) -> Bool { bytes.starts(with: LedgerText.signature.utf8) }

  /// Reads one file; `nil` with a finding when its head cannot be read.
  mutating func read(_ bytes: [UInt8], file: String) -> (key: String, entry: LedgerImport)? {
    let digest = Digest.sha256(bytes)
    let key = String(digest.prefix(LedgerKey.length))
    let named = LedgerKey.key(inName: file)
    if named != key { findings.append(.ledgerDamaged(file: file)) }
    var scanner = RecordScanner(bytes, separator: .comma, position: 0, line: 1)
    var head: [String: String] = [:]
    while let record = scanner.next(), record.fault == nil, record.range.isEmpty == false {
      guard let name = scanner.fields.first, scanner.fields.count == 2 else { break }
      head[scanner.text(of: name)] = scanner.text(of: scanner.fields[1])
    }
    guard let recorded = head["recorded"].flatMap(LocalTime.init), let digest = head["sha256"],
      let source = head["source"], scanner.next() != nil
    else {
      if named == key { findings.append(.ledgerDamaged(file: file)) }
      return nil
    }
    let header = LogHeader(readBy: scanner)
    let id = named ?? key
    let records = records(SeparatedRows(scanner), header, id: id, author: head["author"], file: file)
    return (
      id,
      LedgerImport(
        source: LedgerImport.Source(
          name: source, digest: digest, form: head["form"] ?? "csv",
          rowsLeftOut: head["left-out"].flatMap { Int($0) } ?? 0),
        recorded: recorded, author: head["author"], records: records)
    )
  }

  private mutating func records(
    _ rows: SeparatedRows, _ header: LogHeader, id: String, author: String?, file: String
  ) -> [LogRecord] {
    var rows = rows
    var reader = RowReader(header: header, vocabulary: vocabulary, corrected: nil)
    let place = header.names.firstIndex(of: LedgerText.OwnColumn.row.rawValue) ?? 0
    let other = header.names.firstIndex(of: LedgerText.OwnColumn.other.rawValue) ?? header.names.count
    var records: [LogRecord] = []
    while let row = rows.next() {
      switch reader.read(row, file: file) {
      case .blank: break
      case .record(let read):
        var record = LogRecord(
          read.entry.kept(at: read.entry.place, id: LedgerKey.id(key: id, line: row.line), author: author))
        record.other = row.text(at: other)
        record.row = row.text(at: place)
        record.replaces = read.replaces
        record.reason = read.reason
        record.isWithdrawal = read.isWithdrawal
        records.append(record)
      case .faults(let faults):
        let start = row.range.lowerBound..<row.range.lowerBound + 1
        findings.append(
          .rowBroken(
            faults.map(\.fault), rows.place(of: faults.first?.range ?? start, in: row, file: file),
            isHeader: false))
      case .tooLong, .notUTF8:
        findings.append(.ledgerDamaged(file: file))
      }
    }
    vocabulary = reader.vocabulary
    return records
  }
}

/// How files and rows of the ledger are named.
enum LedgerKey {
  /// So many digits of its hash name a file.
  static let length = 8

  /// The id of a row: the file's key and the line.
  static func id(key: String, line: Int) -> String { "\(key):\(line)" }

  /// The name of a file: when it was recorded, and its key.
  static func name(recorded: LocalTime, key: String) -> String {
    let time = recorded.time.description.prefix(5).filter { $0 != ":" }
    return "\(recorded.day)-\(time)-\(key).csv"
  }

  /// The key in the name of a file; `nil` when it has none.
  static func key(inName file: String) -> String? {
    let name = file.split(separator: "/").last ?? ""
    guard name.hasSuffix(".csv") else { return nil }
    let key = name.dropLast(4).split(separator: "-").last ?? ""
    return key.count == length && key.allSatisfy(\.isHexDigit) ? String(key) : nil
  }
}
