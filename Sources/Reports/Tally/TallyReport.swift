public import ScheduleModel

/// Planned against aired: the report that the office signs, as text, CSV, JSON and HTML.
///
/// Every format shows the same figures, and each figure leads to the rows of the logs behind it. What a
/// source does not state, or no log can tell, is "–" (in data: empty or `null`), never 0.
public enum TallyReport {
  /// All that a report is made of.
  public struct Input: Hashable, Sendable {
    /// The plan.
    public let plan: Plan
    /// What was counted.
    public let tally: Tally
    /// Which topics are served in which forms; `nil` when it is not asked for.
    public let coverage: Coverage?
    /// What was found wrong or doubtful on the way to the figures.
    public let findings: [Finding]
    /// The schedule; `nil` leaves out what shows single days.
    public let schedule: Schedule?
    /// The schedule held against the logs; `nil` when there are none.
    public let reconciled: Reconciled?
    /// How many figures units declared for the period, which the counts do not have.
    public let declared: Int

    /// All that a report is made of.
    public init(
      plan: Plan, tally: Tally, coverage: Coverage?, findings: [Finding], schedule: Schedule? = nil,
      reconciled: Reconciled? = nil, declared: Int = 0
    ) {
      self.plan = plan
      self.tally = tally
      self.coverage = coverage
      self.findings = findings
      self.schedule = schedule
      self.reconciled = reconciled
      self.declared = declared
    }
  }

  /// The report as plain text: the table of the lines by level, the language versions, totals, groups, the
  /// coverage of topics, what the logs hold beyond it, the remarks, the findings, and how it was counted.
  public static func text(_ input: Input, language: ReaderLanguage, width: Int? = nil) -> String {
    TallyDocument(input, language).document().text(width: width)
  }

  /// The report before it is set.
  package static func document(_ input: Input, language: ReaderLanguage) -> ReportDocument {
    TallyDocument(input, language).document()
  }

  /// The pictures of the year: the running total with its forecast, and the days.
  package static func pictures(_ input: Input, language: ReaderLanguage) -> [ReportPicture] {
    TallyPage.pictures(input, language)
  }

  /// The report as one self-contained page, for a screen and for A4 paper: no script, nothing loaded.
  ///
  /// It holds what ``text(_:language:width:)`` holds, and a chart of the months. Each aired figure opens to the
  /// rows of the logs that it counts. Every text of the user is escaped.
  public static func html(_ input: Input, language: ReaderLanguage) -> String {
    TallyPage(input, language).html()
  }
}
