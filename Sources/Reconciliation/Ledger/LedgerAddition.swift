public import ScheduleModel

/// What an import adds to a ledger: the new file, and what became of the rows that were read.
public struct LedgerAddition: Sendable {
  /// The new file's name and bytes; `nil` when the ledger has everything already.
  public let file: (name: String, bytes: [UInt8])?
  /// What became of the log.
  public let summary: LogImportSummary
  /// What there is to tell.
  public let findings: [Finding]
}
