/// How the count of a line changes because recorded rows are replaced or taken back.
public struct FigureChange: Hashable, Sendable {
  /// The line's id.
  public let line: String
  /// Its title.
  public let title: String
  /// Its works of the year before, and with what is recorded now.
  public let before, after: Int
  /// The rows that do not count as they did.
  public let rows: [Row]

  /// A row that counted, and the one that replaces it.
  public struct Row: Hashable, Sendable {
    /// The row that counted.
    public let old: AsRunEntry
    /// The row that replaces it; `nil` where it was taken back.
    public let new: AsRunEntry?

    /// A row and what replaces it.
    public init(old: AsRunEntry, new: AsRunEntry?) { (self.old, self.new) = (old, new) }
  }

  /// A change.
  public init(line: String, title: String, before: Int, after: Int, rows: [Row]) {
    (self.line, self.title, self.before, self.after, self.rows) = (line, title, before, after, rows)
  }
}
