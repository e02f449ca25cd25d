/// Planned against aired, counted.
///
/// Three things are counted and never mixed: works (the Vietnamese originals), language versions, and
/// placements. Each group says which it counts.
public struct Tally: Hashable, Sendable {
  /// The period that it counts.
  public let period: ReportingPeriod
  /// The last day that the logs tell of; `nil` without logs.
  public let asOf: CivilDay?
  /// Of which days the logs of each outlet tell.
  public let coverage: LogCoverage
  /// Whether there were logs at all; without them nothing is known to have aired or been missed.
  public let hasLog: Bool
  /// Works by line, in the plan's order.
  public let lines: [LineTally]
  /// Versions by line and language, in the plan's order.
  public let versions: [VersionTally]
  /// The sums that the plan asks for.
  public let totals: [TotalTally]
  /// The same works and versions by month, quarter, outlet, form, level, lead unit, producer and language.
  public let groups: [GroupTally]
  /// Rows of the logs that were left out.
  public let rowsLeftOut: Int
  /// Entries that belong to no line and count nowhere.
  public let uncounted: [AsRunEntry]
  /// Rows of the reporting year, up to the period's end, that show a work of a line and do not count because of their
  /// length, in the order of the logs.
  public let tooShort: [ShortRow]
  /// Works in parts of which some parts aired and others did not, from the start of the reporting year, in the plan's
  /// order.
  public let incomplete: [IncompleteWork]
  /// Which of the plan's figures it is held against.
  public let against: PlanVersion
  /// The plan's counting rules over several lines, in the plan's order.
  public let rules: [RuleTally]
  /// How many of the plan's tasks are done.
  public let completion: Completion
  /// Outlets that carried more in a day than they take, from the start of the reporting year to the end of the period.
  public let excesses: [OutletExcess]
  /// The year before, counted in the same way; `nil` when not given.
  public let yearBefore: YearBefore?

  /// A tally.
  public init(
    period: ReportingPeriod, asOf: CivilDay?, hasLog: Bool, lines: [LineTally], versions: [VersionTally],
    totals: [TotalTally], groups: [GroupTally], rowsLeftOut: Int, uncounted: [AsRunEntry],
    against: PlanVersion = .inForce, rules: [RuleTally] = [],
    completion: Completion = Completion(tasks: [], rule: nil), excesses: [OutletExcess] = [],
    yearBefore: YearBefore? = nil, tooShort: [ShortRow] = [], incomplete: [IncompleteWork] = [],
    coverage: LogCoverage? = nil
  ) {
    self.coverage = coverage ?? LogCoverage(stated: asOf)
    self.incomplete = incomplete
    self.tooShort = tooShort
    self.period = period
    self.asOf = asOf
    self.hasLog = hasLog
    self.lines = lines
    self.versions = versions
    self.totals = totals
    self.groups = groups
    self.rowsLeftOut = rowsLeftOut
    self.uncounted = uncounted
    self.against = against
    self.rules = rules
    self.completion = completion
    self.excesses = excesses
    self.yearBefore = yearBefore
  }

  /// Whether anything is known of what went out. Logs without a readable row tell nothing, unless somebody
  /// says up to which day they are complete.
  public var knowsOutput: Bool { hasLog && asOf != nil }
}

/// How many were scheduled, and what became of them.
public struct Counts: Hashable, Sendable {
  /// Scheduled in the period.
  public var scheduled = 0
  /// Went out in the period, whenever they were planned, unplanned ones included.
  public var aired = 0
  /// Of those aired, later or earlier on their day than the plan tolerates.
  public var late = 0
  /// Of those aired, on another day than planned.
  public var moved = 0
  /// Of those aired, only in part, and long enough to count.
  public var partial = 0
  /// Of those aired, not in the schedule.
  public var unplanned = 0
  /// Scheduled in the period and not gone out, though the logs of their outlet tell of their day; or gone out too short
  /// to count.
  public var missed = 0
  /// Scheduled in the period and given way to something with precedence.
  public var preempted = 0
  /// Scheduled in the period for a day of which no log of their outlet tells yet, or of which its row is unclear; neither
  /// aired nor missed.
  public var pending = 0
  /// Of those pending, the ones whose row could not be read or leaves open whether they aired.
  public var unclear = 0
  /// Scheduled in the period for a day of which no log of their outlet tells yet, whether pending or gone out before
  /// that day: the period lacks none of them.
  public var beyondLogs = 0

  /// Nothing counted yet.
  public init() {}

  /// The sum, figure by figure.
  public static func + (left: Counts, right: Counts) -> Counts {
    var sum = left
    sum.scheduled += right.scheduled
    sum.aired += right.aired
    sum.late += right.late
    sum.moved += right.moved
    sum.partial += right.partial
    sum.unplanned += right.unplanned
    sum.missed += right.missed
    sum.preempted += right.preempted
    sum.pending += right.pending
    sum.unclear += right.unclear
    sum.beyondLogs += right.beyondLogs
    return sum
  }
}

/// The works of one line.
public struct LineTally: Hashable, Sendable {
  /// The line's id.
  public let line: String
  /// The year's figure as the signed plan states it; `nil` is printed as "–". A plan states none for a period
  /// of another year.
  public let planned: Quantity?
  /// The year's figure as a published report states it; `nil` when none does.
  public let published: PublishedFigure?
  /// In the period.
  public let counts: Counts
  /// Gone out since the start of the reporting year, up to the end of the period.
  public let airedInYear: Int
  /// Scheduled since then, up to the end of the period, for days of which no log of their outlet tells yet.
  public let pendingInYear: Int
  /// Of the plan's months: scheduled, and gone out.
  public let months: [Counts]
  /// Placements that went out in the period: each work counts here as often as it appeared.
  public let placementsAired: Int
  /// The rows that were counted.
  public let rows: [SourcePlace]
  /// What the line's further counting rules give.
  public let rules: [RuleTally]
  /// Where the line will be at the end of the year; `nil` when the year is over, no log tells, or nothing exact
  /// is planned.
  public let forecast: Forecast?

  /// The works of one line.
  public init(
    line: String, planned: Quantity?, published: PublishedFigure?, counts: Counts, airedInYear: Int,
    months: [Counts], placementsAired: Int, rows: [SourcePlace], rules: [RuleTally] = [],
    forecast: Forecast? = nil, pendingInYear: Int = 0
  ) {
    self.line = line
    self.planned = planned
    self.published = published
    self.counts = counts
    self.airedInYear = airedInYear
    self.pendingInYear = pendingInYear
    self.months = months
    self.placementsAired = placementsAired
    self.rows = rows
    self.rules = rules
    self.forecast = forecast
  }

  /// Gone out of planned since the start of the year, in hundredths of a percent, rounded half up.
  ///
  /// May pass 10,000. `nil` when nothing exact is planned, for no figure may be invented then.
  public func percent(hasLog: Bool) -> Int? {
    hasLog ? Percentage(airedInYear, of: planned)?.units : nil
  }
}

/// The language versions of one line, in one language.
public struct VersionTally: Hashable, Sendable {
  /// The line's id.
  public let line: String
  /// The language.
  public let language: LanguageTag
  /// In the period.
  public let counts: Counts
  /// Sent to other broadcasters; whether they aired there is not known.
  public let sent: Int
  /// The rows that were counted.
  public let rows: [SourcePlace]

  /// The language versions of one line, in one language.
  public init(line: String, language: LanguageTag, counts: Counts, sent: Int, rows: [SourcePlace]) {
    self.line = line
    self.language = language
    self.counts = counts
    self.sent = sent
    self.rows = rows
  }
}

/// A sum over lines that the plan asks for.
public struct TotalTally: Hashable, Sendable {
  /// The total's id.
  public let id: String
  /// Its title.
  public let title: String
  /// The lines that were added.
  public let counted: [String]
  /// The lines that were not, because another of the lines counts their works.
  public let inside: [String]
  /// The sum of the planned figures; `nil` unless each line has one.
  public let planned: Quantity?
  /// The sum of the published figures, with the weakest claim among them; `nil` when none is published.
  public let published: Quantity?
  /// The sum of the counts.
  public let counts: Counts

  /// A sum over lines.
  public init(
    id: String, title: String, counted: [String], inside: [String], planned: Quantity?, published: Quantity?,
    counts: Counts
  ) {
    self.id = id
    self.title = title
    self.counted = counted
    self.inside = inside
    self.planned = planned
    self.published = published
    self.counts = counts
  }
}

/// The counts of one group.
public struct GroupTally: Hashable, Sendable {
  /// By what it groups.
  public let dimension: Dimension
  /// The group's key in data: `2018-04` (months and quarters are those of the calendar), an outlet's or unit's id, a
  /// language's tag; empty for lines that name no unit.
  public let key: String
  /// What it counts where that may not be added to the works of its key, such as conferences; `nil` for the works, and where
  /// there is nothing else.
  public let unit: CountingUnit?
  /// Its name for a reader.
  public let title: Words
  /// The counts; `nil` when there are no data on it, which is not 0.
  public let counts: Counts?
  /// The published figures of the group, added up; `nil` when there are none.
  public let published: Quantity?

  /// By what a tally groups; every group counts works, except that languages count versions.
  public enum Dimension: String, CaseIterable, Sendable {
    case month, quarter, outlet, form, level, lead, producer, language

    /// The name for a reader.
    public var name: Words {
      switch self {
      case .month: Words(vi: "Tháng", en: "Month")
      case .quarter: Words(vi: "Quý", en: "Quarter")
      case .outlet: Words(vi: "Kênh, báo, đài", en: "Outlet")
      case .form: Words(vi: "Hình thức", en: "Form")
      case .level: Words(vi: "Cấp", en: "Level")
      case .lead: Words(vi: "Đơn vị chủ trì", en: "Lead unit")
      case .producer: Words(vi: "Đơn vị sản xuất", en: "Producer")
      case .language: Words(vi: "Ngôn ngữ", en: "Language")
      }
    }
  }

  /// The counts of one group.
  public init(
    dimension: Dimension, key: String, title: Words, counts: Counts?, published: Quantity?,
    unit: CountingUnit? = nil
  ) {
    self.dimension = dimension
    self.unit = unit
    self.key = key
    self.title = title
    self.counts = counts
    self.published = published
  }
}

/// Which topics are served, in which forms, and when: the only measure of a plan without numbers.
public struct Coverage: Hashable, Sendable {
  /// The forms, in the plan's order: the columns.
  public let forms: [String]
  /// The topics, in the plan's order: the rows.
  public let topics: [TopicCoverage]

  /// A table of topics and forms.
  public init(forms: [String], topics: [TopicCoverage]) {
    self.forms = forms
    self.topics = topics
  }
}

/// How one topic is served.
public struct TopicCoverage: Hashable, Sendable {
  /// The topic's id.
  public let topic: String
  /// For each form, the lines that serve the topic in it.
  public let lines: [[String]]
  /// Works scheduled in each of the ``Plan/quarters``; `nil` when none of its lines is scheduled.
  public let quarters: [Int]?

  /// How one topic is served.
  public init(topic: String, lines: [[String]], quarters: [Int]?) {
    self.topic = topic
    self.lines = lines
    self.quarters = quarters
  }

  /// Whether any line serves it.
  public var isCovered: Bool { lines.contains { !$0.isEmpty } }
}
