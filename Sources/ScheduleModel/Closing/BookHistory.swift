/// What was recorded in a Book, and which figures it changed.
public struct BookHistory: Hashable, Sendable {
  /// The entries, in order; those since a day where one was asked for.
  public let entries: [Entry]
  /// The day at whose end the figures are compared; `nil` when they are not.
  public let since: CivilDay?
  /// The figures that differ from that day's, or did in between, in the order of the report.
  public let changes: [Change]

  /// One entry.
  public struct Entry: Hashable, Sendable {
    /// Which entry of the Book it is, from 1.
    public let number: Int
    /// The first digits of its id.
    public let id: String
    /// The word for its kind: `log`, `publication`.
    public let kind: String
    /// When it was recorded, on the station's clock.
    public let time: LocalTime
    /// Who recorded it; empty when not named.
    public let author: String
    /// Why, or the name of the log.
    public let comment: String?
    /// How many rows it has; `nil` for a plan.
    public let rows: Int?
    /// How many of these correct or take back an earlier row.
    public let corrections: Int
    /// Whether it is a plan that takes the place of an earlier one.
    public let isAmendment: Bool

    /// An entry.
    public init(
      number: Int, id: String, kind: String, time: LocalTime, author: String, comment: String?, rows: Int?,
      corrections: Int = 0, isAmendment: Bool = false
    ) {
      self.rows = rows
      self.corrections = corrections
      self.isAmendment = isAmendment
      self.number = number
      self.id = id
      self.kind = kind
      self.time = time
      self.author = author
      self.comment = comment
    }
  }

  /// A figure that differs.
  public struct Change: Hashable, Sendable {
    /// What the figure is about.
    public let subject: ClosedFigure.Subject
    /// What it tells; `nil` for the planned figure.
    public let measure: ClosedFigure.Measure?
    /// The figure then, as it is printed; `nil` when it was not known.
    public let before: String?
    /// The figure now.
    public let after: String?
    /// The entries that changed it, by number, each with the figure after it.
    public let steps: [Step]

    /// A figure that differs.
    public init(
      subject: ClosedFigure.Subject, measure: ClosedFigure.Measure?, before: String?, after: String?,
      steps: [Step]
    ) {
      self.subject = subject
      self.measure = measure
      self.before = before
      self.after = after
      self.steps = steps
    }
  }

  /// What one entry made of a figure.
  public struct Step: Hashable, Sendable {
    /// The number of the entry.
    public let entry: Int
    /// The figure after it.
    public let value: String?

    /// What an entry made of a figure.
    public init(entry: Int, value: String?) {
      self.entry = entry
      self.value = value
    }
  }

  /// A history.
  public init(entries: [Entry], since: CivilDay?, changes: [Change]) {
    self.entries = entries
    self.since = since
    self.changes = changes
  }
}
