extension PlanLine {
  /// Why a row that says that a work went out does not count by its length: it is shorter than the line's least length,
  /// or states none; `nil` when it counts, or the line has no least length.
  public func lengthRefusal(of entry: AsRunEntry) -> UncountedRow.Reason? {
    guard let least = counting.leastMinutes else { return nil }
    guard let length = entry.length else { return .length }
    return length < least * 60 ? .short(least: least) : nil
  }
}

/// A row that shows a work of a line and does not count, because it is too short or states no length.
public struct ShortRow: Hashable, Sendable {
  /// The line's id.
  public let line: String
  /// The row.
  public let entry: AsRunEntry
  /// ``UncountedRow/Reason/short(least:)`` or ``UncountedRow/Reason/length``.
  public let reason: UncountedRow.Reason

  /// A row of a line that does not count by its length.
  public init(line: String, entry: AsRunEntry, reason: UncountedRow.Reason) {
    self.line = line
    self.entry = entry
    self.reason = reason
  }
}
