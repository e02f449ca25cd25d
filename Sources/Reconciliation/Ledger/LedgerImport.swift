public import ScheduleModel

/// What one file brought to the ledger, for ever: one file of the ledger's folder.
public struct LedgerImport: Hashable, Sendable {
  /// Where the rows come from.
  public let source: Source
  /// When they were recorded, on the clock of the plan's first outlet.
  public let recorded: LocalTime
  /// Who recorded them; `nil` when nobody says.
  public let author: String?
  /// The rows, in the source's order.
  let records: [LogRecord]

  /// Where rows come from, and how they were read.
  public struct Source: Hashable, Sendable {
    /// The file's name, without its folder.
    public var name: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public var digest: String
    /// How it was read, in the words of the preview: `csv`, `xlsx`, a saved mapping's name.
    public var form: String
    /// Rows that were not read or not recorded.
    public var rowsLeftOut: Int

    /// A file and how it was read.
    public init(name: String, digest: String, form: String, rowsLeftOut: Int) {
      self.name = name
      self.digest = digest
      self.form = form
      self.rowsLeftOut = rowsLeftOut
    }
  }
}
