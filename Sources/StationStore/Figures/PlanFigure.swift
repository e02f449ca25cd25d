/// What a plan planned, scheduled and aired in its year, in one section of its figures: a row that sums are made of.
public struct PlanFigure: Hashable, Sendable, Codable {
  /// By what the row groups.
  public let section: Section
  /// The group: a kind of outlet (`radio`), or the tag of a language.
  public let name: String
  /// What is counted: empty for works of any form, which may be added, else the forms, which are added to none but the same.
  public let measure: String
  /// The figures.
  public var counts: FigureCounts

  /// By what figures are grouped.
  public enum Section: String, CaseIterable, Sendable, Codable {
    /// By the kind of outlet, each work once.
    case kind
    /// By the language that is spoken; versions are counted here, and not among the works.
    case language
  }

  /// A row.
  public init(section: Section, name: String, measure: String, counts: FigureCounts) {
    self.section = section
    self.name = name
    self.measure = measure
    self.counts = counts
  }
}

/// Figures that can be added. What is not known is `nil`, which is not 0.
public struct FigureCounts: Hashable, Sendable, Codable {
  /// The year's figures of the plan; `nil` where it states none.
  public var planned: Int?
  /// Whether more was planned than the number says: some lines state no figure, or not an exact one.
  public var isLeast = false
  /// Scheduled in the year.
  public var scheduled = 0
  /// Gone out; `nil` where no log tells.
  public var aired: Int?
  /// Scheduled and not gone out, though the logs tell of the day; `nil` where no log tells.
  public var missed: Int?
  /// Scheduled for days of which no log tells yet.
  public var pending = 0
  /// Of how many lines no log tells, so that ``aired`` and ``missed`` are the least.
  public var unlogged = 0

  /// Nothing planned, and nothing known.
  public init() {}

  /// The sum, in which what is not known adds nothing.
  public static func + (left: FigureCounts, right: FigureCounts) -> FigureCounts {
    func sum(_ one: Int?, _ other: Int?) -> Int? {
      one == nil && other == nil ? nil : (one ?? 0) + (other ?? 0)
    }
    var counts = FigureCounts()
    counts.planned = sum(left.planned, right.planned)
    counts.isLeast = left.isLeast || right.isLeast
    counts.scheduled = left.scheduled + right.scheduled
    counts.aired = sum(left.aired, right.aired)
    counts.missed = sum(left.missed, right.missed)
    counts.pending = left.pending + right.pending
    counts.unlogged = left.unlogged + right.unlogged
    return counts
  }
}

/// A plan that was counted: what its figures are of.
public struct CountedPlan: Hashable, Sendable, Codable {
  /// Its year; `nil` when its text has errors.
  public let year: Int?
  /// Its title, or its short name.
  public let title: String
  /// What its schedule is: `published`, `draft`, `plan`.
  public let stage: String
  /// The last day of which its logs tell, in ISO 8601; `nil` without logs.
  public let logsUpTo: String?
  /// Its figures.
  public let figures: [PlanFigure]

  /// A counted plan.
  public init(year: Int?, title: String, stage: String, logsUpTo: String?, figures: [PlanFigure]) {
    self.year = year
    self.title = title
    self.stage = stage
    self.logsUpTo = logsUpTo
    self.figures = figures
  }
}
