/// One closed row of figures: of a line, a language, a total, a window of a counting rule, of all tasks, or of what a
/// unit reported.
public struct ClosedFigure: Hashable, Sendable {
  /// What it is about.
  public let subject: Subject
  /// The planned figure in the plan's words, or the reported one in the unit's; `nil` when none is stated.
  public let planned: String?
  /// The figures; what is not there is not known, which is not 0.
  public let values: [Measure: Int]

  /// What figures are about.
  public struct Subject: Hashable, Sendable {
    /// What kind of thing it is.
    public let kind: Kind
    /// The line's or total's id; of a rule, the line's id and the number of the rule, from 1; empty for tasks.
    public let id: String
    /// The language of versions; `nil` for works.
    public let language: LanguageTag?
    /// The window of a rule, or the part of the period on which a unit reported, half-open; `nil` for the period.
    public let days: Range<CivilDay>?

    /// What kinds of things have figures; the raw values stand in records.
    public enum Kind: String, CaseIterable, Sendable {
      /// The works of a line.
      case line
      /// The language versions of a line.
      case version
      /// A sum over lines.
      case total
      /// A window of a counting rule.
      case rule
      /// The tasks of the plan.
      case tasks
      /// What a lower unit reported on a line: the id is `unit.line`, the figure stands in ``ClosedFigure/planned`` in
      /// the unit's own words.
      case declared
    }

    /// What figures are about.
    public init(kind: Kind, id: String, language: LanguageTag? = nil, days: Range<CivilDay>? = nil) {
      self.kind = kind
      self.id = id
      self.language = language
      self.days = days
    }
  }

  /// What a figure tells; the raw values stand in records, in this order.
  public enum Measure: String, CaseIterable, Sendable {
    case scheduled, aired, late, moved, unplanned, missed, preempted, pending, sent
    /// Gone out since the reporting year began.
    case airedInYear = "aired-in-year"
    /// How often works went out.
    case placements
    /// What a counting rule counted.
    case amount
    /// What it carried over from the window before.
    case carried
    /// Tasks of which it can be said whether they are done; those of which it cannot are ``pending``.
    case tasks
    /// Those that are.
    case done
  }

  /// Whether a figure of today says what this one does: the same, or for tasks also that some cannot be judged, of which
  /// closes said nothing before 30 November 2026.
  public func isSaid(by today: ClosedFigure) -> Bool {
    guard subject.kind == .tasks, values[.pending] == nil else { return self == today }
    var older = today.values
    older[.pending] = nil
    return self == ClosedFigure(subject: today.subject, planned: today.planned, values: older)
  }

  /// Figures about something.
  public init(subject: Subject, planned: String? = nil, values: [Measure: Int]) {
    self.subject = subject
    self.planned = planned
    self.values = values
  }
}
