public import ScheduleModel

/// What an import adds to a ledger: the new rows, and what became of the rows that were read.
public struct LedgerAddition: Sendable {
  /// The rows to be recorded, as a table, and where they come from; `nil` when the ledger has everything already.
  public let rows: (bytes: [UInt8], source: LedgerImport.Source)?
  /// The days of lines of which a row tells that could not be read.
  public let doubtfulDays: DoubtfulDays
  /// What became of the log.
  public let summary: LogImportSummary
  /// What there is to tell.
  public let findings: [Finding]
}
