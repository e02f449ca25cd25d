public import ScheduleModel

/// A log as it was recorded: one entry of a Book, or a working file as if it had been recorded just now.
public struct RecordedLog: Sendable {
  /// The id of the entry, in hexadecimal; its first digits name the rows.
  public let id: String
  /// Where its rows come from.
  public let source: LedgerImport.Source
  /// When they were recorded, on the clock of the plan's first outlet.
  public let recorded: LocalTime
  /// Who recorded them; `nil` when not stated.
  public let author: String?
  /// The entry, as findings shall name it.
  public let file: String
  /// The bytes of the entry.
  public let bytes: [UInt8]
  /// The index at which the table begins.
  public let start: Int
  /// Whether it stands in the Book; a working file counts as if it were recorded, and its rows have no ids.
  public let isRecorded: Bool

  /// A log that was recorded.
  public init(
    id: String, source: LedgerImport.Source, recorded: LocalTime, author: String?, file: String,
    bytes: [UInt8], start: Int, isRecorded: Bool = true
  ) {
    self.id = id
    self.source = source
    self.recorded = recorded
    self.author = author
    self.file = file
    self.bytes = bytes
    self.start = start
    self.isRecorded = isRecorded
  }
}

/// What one log brought to the ledger, for ever.
public struct LedgerImport: Sendable {
  /// Where the rows come from.
  public let source: Source
  /// When they were recorded, on the clock of the plan's first outlet.
  public let recorded: LocalTime
  /// Who recorded them; `nil` when not stated.
  public let author: String?
  /// The key by which its rows are named.
  let key: LedgerKey
  /// The entry, as findings shall name it.
  let file: String
  /// The log that its rows are named after: its file, and the entry where several logs have that name.
  var name: String
  /// The entry's bytes, in which its rows are found again.
  let bytes: [UInt8]
  /// Where its rows begin: the byte, and the line from 1.
  let start: (position: Int, line: Int)
  /// What its columns mean.
  let header: LogHeader
  /// Whether its rows have ids.
  let isRecorded: Bool

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
