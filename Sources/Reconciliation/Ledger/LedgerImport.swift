public import ScheduleModel

/// What one file brought to the ledger, for ever: one file of the ledger's folder.
public struct LedgerImport: Sendable {
  /// Where the rows come from.
  public let source: Source
  /// When they were recorded, on the clock of the plan's first outlet.
  public let recorded: LocalTime
  /// Who recorded them; `nil` when nobody says.
  public let author: String?
  /// The key by which its rows are named.
  let key: LedgerKey
  /// The file, as findings shall name it.
  let file: String
  /// The file's bytes, in which its rows are found again.
  let bytes: [UInt8]
  /// Where its rows begin: the byte, and the line from 1.
  let start: (position: Int, line: Int)
  /// What its columns mean.
  let header: LogHeader

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
