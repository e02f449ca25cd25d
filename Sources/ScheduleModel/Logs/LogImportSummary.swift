/// What became of a log that was taken into the ledger.
public struct LogImportSummary: Hashable, Sendable {
  /// The log, as the user named it.
  public let file: String
  /// The new file of the ledger; `nil` when the log brings nothing that is not there already.
  public let recordedIn: String?
  /// Rows that were read.
  public let read: Int
  /// Rows that are new; those that replace an earlier one included.
  public let added: Int
  /// Of the new rows, those that replace an earlier one.
  public let replacing: Int
  /// Rows that the ledger had already.
  public let known: Int
  /// Rows that are not recorded, for the ledger has them from a more reliable source.
  public let outranked: Int
  /// Rows that could not be read, or belong elsewhere.
  public let leftOut: Int
  /// How it is understood; one for each sheet that was read.
  public let previews: [LogPreview]

  /// What became of a log.
  public init(
    file: String, recordedIn: String?, read: Int, added: Int, replacing: Int, known: Int, outranked: Int,
    leftOut: Int, previews: [LogPreview] = []
  ) {
    self.file = file
    self.recordedIn = recordedIn
    self.read = read
    self.added = added
    self.replacing = replacing
    self.known = known
    self.outranked = outranked
    self.leftOut = leftOut
    self.previews = previews
  }
}
