import Digests
public import ScheduleModel

/// Reads a log as an import into the ledger.
public enum LogImport {
  /// Who records something.
  public struct Stamp: Sendable {
    /// Who; `nil` when not stated.
    public var author: String?
    /// How far rows that do not say it themselves can be relied on; `nil` when not stated.
    public var trust: AsRunEntry.Trust?

    /// A stamp.
    public init(author: String?, trust: AsRunEntry.Trust? = nil) {
      self.author = author
      self.trust = trust
    }
  }

  /// What a file adds to a ledger.
  ///
  /// A row that the ledger has already, in force or replaced since, adds nothing. A new row replaces one in force
  /// on the same outlet and day when both have the same place in the same file, the same UID, the same line,
  /// edition and language, the same time, or the same title – in this order – unless that one is more reliable. What it
  /// leaves empty is kept where both tell of one work, unless a file of the same name has emptied the cell. Of two rows of
  /// different files, one of which says that a work aired and the other that it did not, neither replaces the other.
  /// Rows that a file told again no longer has stay in force and are told.
  /// - Parameters:
  ///   - known: The SHA-256 of the file, where somebody has worked it out.
  ///   - options: What is asked of the reading.
  /// - Complexity: Linear in the bytes of the file and the rows of the ledger; of a row its text is held, and of one
  ///   of the ledger besides 80 bytes.
  public static func addition(
    to ledger: Ledger, of bytes: [UInt8], digest known: String? = nil, file: String, plan: Plan,
    _ stamp: Stamp, _ options: LogReadingOptions = LogReadingOptions()
  ) -> LedgerAddition {
    let digest = known ?? Digest.sha256(bytes)
    // What a row has more than in the log: the ids of its outlet and language, its status.
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let empty = LedgerMerge(
      into: ledger, of: plan, source: digest, name: name, trust: stamp.trust,
      expected: bytes.count + bytes.count / 2)
    var (merge, reading) = read(
      bytes, file: file, plan: plan, stamp, options, vocabulary: ledger.vocabulary,
      rowFinder: ledger.rowFinder, into: empty)
    merge.finish()
    let source = LedgerImport.Source(
      name: name, digest: digest,
      form: reading.previews.first?.form.en ?? "csv", rowsLeftOut: reading.rowsLeftOut)
    let isNewSource = !ledger.sourceDigests.contains(digest)
    var rows: (bytes: [UInt8], source: LedgerImport.Source)?
    if merge.added > 0 || (isNewSource && merge.known > 0) {
      rows = (merge.text(behind: LedgerText.head), source)
    }
    return LedgerAddition(
      rows: rows, doubtfulDays: reading.doubtfulDays,
      summary: LogImportSummary(
        file: file, recordedIn: nil, read: merge.read, added: merge.added,
        replacing: merge.replacing, known: merge.known, outranked: merge.outranked,
        leftOut: reading.rowsLeftOut + merge.refused, previews: reading.previews),
      findings: reading.findings + merge.findings(file: file))
  }

  /// Reads the rows of a file; what knows the rows that were there before is gone afterwards.
  private static func read(
    _ bytes: [UInt8], file: String, plan: Plan, _ stamp: Stamp, _ options: LogReadingOptions,
    vocabulary: LogVocabulary?, rowFinder: @escaping () -> (String) -> NamedRow,
    into merge: consuming LedgerMerge
  ) -> (
    LedgerMerge, (previews: [LogPreview], rowsLeftOut: Int, doubtfulDays: DoubtfulDays, findings: [Finding])
  ) {
    var reader = LogReader(plan: plan, asOf: nil, laterRows: .info, vocabulary: vocabulary)
    reader.merge = merge
    reader.rowFinder = rowFinder
    reader.author = stamp.author
    reader.options = options
    reader.read(bytes, file: file)
    guard let read = reader.merge.take() else { preconditionFailure("the rows were read into it") }
    return (read, (reader.previews, reader.rowsLeftOut, reader.doubtfulDays, reader.findings))
  }
}
