public import ScheduleModel

/// Reads a log as an import into the ledger.
public enum LogImport {
  /// Who records something, and when.
  public struct Stamp: Sendable {
    /// When, on the clock of the plan's first outlet.
    public var recorded: LocalTime
    /// Who; `nil` when nobody says.
    public var author: String?
    /// How far rows that do not say it themselves can be relied on; `nil` when nobody says.
    public var trust: AsRunEntry.Trust?

    /// A stamp.
    public init(recorded: LocalTime, author: String?, trust: AsRunEntry.Trust? = nil) {
      self.recorded = recorded
      self.author = author
      self.trust = trust
    }
  }

  /// What a file adds to a ledger.
  ///
  /// - Parameter wishes: What is asked of the reading.
  /// - Complexity: Linear in the bytes of the file and the rows of the ledger, but for days that both have.
  public static func addition(
    to ledger: Ledger, of bytes: [UInt8], file: String, plan: Plan, _ stamp: Stamp,
    _ wishes: LogWishes = LogWishes()
  ) -> LedgerAddition {
    var reader = LogReader(plan: plan, asOf: nil, laterRows: .info)
    reader.keepsRecords = true
    reader.corrected = ledger.rowFinder()
    reader.author = stamp.author
    reader.wishes = wishes
    reader.read(bytes, file: file)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let source = LedgerImport.Source(
      name: name, digest: Digest.sha256(bytes), form: reader.previews.first?.form ?? "csv",
      rowsLeftOut: reader.rowsLeftOut)
    return ledger.adding(
      LogReading(
        file: file, source: source, records: reader.records, findings: reader.findings,
        previews: reader.previews),
      recorded: stamp.recorded, author: stamp.author, trust: stamp.trust)
  }
}
