import ScheduleModel

/// The name of what a row says, by which it is known again although it is not kept: 128 bits over all its texts.
///
/// Two rows that differ share a digest less often than a disk returns a wrong bit. It holds within one run only.
struct RowDigest: Hashable, Comparable {
  private let low: Int
  private let high: Int

  /// That of a row whose digest nobody asks for.
  static let none = RowDigest(low: 0, high: 0)

  private init(low: Int, high: Int) { (self.low, self.high) = (low, high) }

  /// The digest of some bytes.
  init(of bytes: UnsafeRawBufferPointer) {
    var (low, high) = (Hasher(), Hasher())
    high.combine(1 as UInt8)
    low.combine(bytes: bytes)
    high.combine(bytes: bytes)
    self.low = low.finalize()
    self.high = high.finalize()
  }

  /// The digest of a text.
  init(of text: String) {
    var text = text
    self = text.withUTF8 { RowDigest(of: UnsafeRawBufferPointer($0)) }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(low) }

  /// In some order, for looking up.
  static func < (left: RowDigest, right: RowDigest) -> Bool {
    (left.low, left.high) < (right.low, right.high)
  }
}

/// Makes digests, with one buffer for all of them.
struct RowDigester {
  /// What the row whose digest was made last says went out, as the ledger has it.
  private(set) var content = LedgerText.Content()

  /// The digest of what a row says went out, wherever it stands and whoever says it.
  ///
  /// - Parameter other: The contents of its columns that mean nothing to the program.
  mutating func digest(of entry: AsRunEntry, other: String, isWithdrawal: Bool) -> RowDigest {
    content.set(entry, other: other, isWithdrawal: isWithdrawal)
    return content.text.bytes.withUnsafeBytes { RowDigest(of: $0) }
  }

  /// The digest of a record.
  mutating func digest(of record: LogRecord) -> RowDigest {
    digest(of: record.entry, other: record.other, isWithdrawal: record.isWithdrawal)
  }
}
