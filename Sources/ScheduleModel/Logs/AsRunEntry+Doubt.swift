extension AsRunEntry {
  /// Why it is open whether a row shows that something aired; such a row has the status ``Status/unclear``.
  public indirect enum Doubt: Hashable, Sendable {
    /// A cell, such as a note or the title, says that it did not air, or that it was a repeat or a trailer.
    case words(String)
    /// It is dated after the day on which it was recorded, which is this one.
    case datedAfter(CivilDay)

    /// The doubt that the Book has in this text.
    public init(_ text: String) {
      if text.hasPrefix(Self.after), let day = CivilDay(iso: String(text.dropFirst(Self.after.count))) {
        self = .datedAfter(day)
      } else {
        self = .words(text)
      }
    }

    /// The text that the Book has.
    public var text: String {
      switch self {
      case .words(let words): words
      case .datedAfter(let day): Self.after + day.description
      }
    }

    private static let after = "dated after "
  }

  /// The status of the Book for a row of which it is open whether anything aired: the word, and why.
  public static let unclearMark = Status.unclear.rawValue + ": "

  /// Whether the row shows that its day has come.
  public var showsItsDay: Bool {
    if case .datedAfter = doubt { false } else { true }
  }
}
