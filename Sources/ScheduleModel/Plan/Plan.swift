/// The year's signed plan, as one value.
///
///     Plan
///     ├─ documents          what it is and what it rests on
///     ├─ units              who takes part
///     ├─ outlets            what carries output
///     │  └─ grid            its recurring openings
///     ├─ blackouts          days without any
///     ├─ topics             what it speaks about
///     ├─ translators        who makes the language versions
///     ├─ lines              the rows of its annex
///     │  ├─ quota           how many, as stated
///     │  ├─ placing         how they are spread
///     │  ├─ repeats         when they are aired again
///     │  ├─ versions        into which languages
///     │  ├─ deadlines       what must be done before air
///     │  └─ responsibility  who answers
///     ├─ totals             sums that the office wants to see
///     ├─ remarks            what the report says in words
///     ├─ office             who issues its papers
///     └─ calendars          how they are published
public struct Plan: Hashable, Sendable {
  /// The id: part of every UID in its calendars.
  public let id: String
  /// The title, as printed.
  public let title: String
  /// The year it is for.
  public let year: Int
  /// The days that may be planned, half-open; within ``year``, or up to 40 months that need not begin in January.
  public let days: Range<CivilDay>
  /// The months of ``year``, or those from the first to the last of ``days`` where these lie outside it.
  public let months: MonthRun
  /// The id of the plan that takes its place after its last day; `nil` when none does, or it is not stated.
  public let successor: String?
  /// The day of its last change, which the calendars carry as their time stamp.
  public let revised: CivilDay
  /// What it is and what it rests on.
  public let documents: [PlanDocument]
  /// Who takes part.
  public let units: [AdminUnit]
  /// What carries output.
  public let outlets: [Outlet]
  /// Days without output.
  public let blackouts: [Blackout]
  /// What it speaks about.
  public let topics: [Topic]
  /// The rows of its annex.
  public let lines: [PlanLine]
  /// Sums that the office wants to see.
  public let totals: [PlanTotal]
  /// How an as-run entry is held against a placement.
  public let matching: MatchingTolerance
  /// What the report says in words.
  public let remarks: [Remark]
  /// Who makes the language versions.
  public let translators: [Translator]
  /// What is counted over several lines.
  public let counts: [CountingRule]
  /// How its task rate becomes points; `nil` when it does not say.
  public let score: ScoreRule?
  /// How its year is cut into reports; `nil` when it does not say.
  public let reporting: ReportingProfile?
  /// Who issues its papers.
  public let office: ReportingOffice
  /// How its calendars are published.
  public let calendars: CalendarPolicy
  /// Where the lines and outlets are found again: a large plan has thousands, asked for by every placement.
  private let lineNumbers: [String: Int]
  private let partNumbers: [String: [Int]]
  private let outletNumbers: [String: Int]

  /// A plan.
  public init(
    id: String, title: String, year: Int, days: Range<CivilDay>, revised: CivilDay, documents: [PlanDocument],
    units: [AdminUnit], outlets: [Outlet], blackouts: [Blackout], topics: [Topic], lines: [PlanLine],
    totals: [PlanTotal], matching: MatchingTolerance, remarks: [Remark], successor: String? = nil,
    translators: [Translator] = [], counts: [CountingRule] = [], score: ScoreRule? = nil,
    reporting: ReportingProfile? = nil, office: ReportingOffice = .unnamed,
    calendars: CalendarPolicy = .usual, months: MonthRun? = nil
  ) {
    self.id = id
    self.title = title
    self.year = year
    self.days = days
    self.months = months ?? MonthRun(ofPlan: year, days: days)
    self.revised = revised
    self.documents = documents
    self.units = units
    self.outlets = outlets
    self.blackouts = blackouts
    self.topics = topics
    self.lines = lines
    self.totals = totals
    self.matching = matching
    self.remarks = remarks
    self.successor = successor
    self.translators = translators
    self.counts = counts
    self.score = score
    self.reporting = reporting
    self.office = office
    self.calendars = calendars
    lineNumbers = Self.numbers(of: lines.lazy.map(\.id))
    outletNumbers = Self.numbers(of: outlets.lazy.map(\.id))
    partNumbers = Dictionary(
      lines.enumerated().compactMap { number, line in
        if case .partOf(let host) = line.overlap { (host, [number]) } else { nil }
      }, uniquingKeysWith: +)
  }

  private static func numbers(of ids: some Sequence<String>) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The line with that id.
  public func line(_ id: String) -> PlanLine? { lineNumbers[id].map { lines[$0] } }

  /// The outlet with that id.
  public func outlet(_ id: String) -> Outlet? { outletNumbers[id].map { outlets[$0] } }

  /// The unit with that id.
  public func unit(_ id: String) -> AdminUnit? { units.first { $0.id == id } }

  /// The topic with that id.
  public func topic(_ id: String) -> Topic? { topics.first { $0.id == id } }

  /// The translator with that id.
  public func translator(_ id: String) -> Translator? { translators.first { $0.id == id } }

  /// The lines whose works are counted inside `line`.
  public func parts(of line: PlanLine) -> [PlanLine] { partNumbers[line.id, default: []].map { lines[$0] } }

  /// How many works of a line have slots of lines inside it (`part-of`): what is not scheduled has none, and what is counted
  /// in another unit takes nothing of the figure.
  public func worksInside(_ line: PlanLine) -> Int {
    parts(of: line).filter { $0.placing != nil && $0.isCountedLike(line) }.compactMap(\.works).reduce(0, +)
  }
}

/// Days on which nothing is placed.
public struct Blackout: Hashable, Sendable {
  /// Why: "Tết Nguyên đán".
  public let name: String
  /// The days, half-open.
  public let days: Range<CivilDay>
  /// The ids of the outlets it holds for; empty for all.
  public let outlets: [String]
  /// The ids of the lines it holds for; empty for all.
  public let lines: [String]
  /// Where the plan names it.
  public let place: SourcePlace

  /// A blackout.
  public init(name: String, days: Range<CivilDay>, outlets: [String], lines: [String], place: SourcePlace) {
    self.name = name
    self.days = days
    self.outlets = outlets
    self.lines = lines
    self.place = place
  }

  /// Whether it closes an outlet on that day for every line.
  public func closes(outlet: String, on day: CivilDay) -> Bool {
    lines.isEmpty && days.contains(day) && (outlets.isEmpty || outlets.contains(outlet))
  }

  /// Whether it keeps one line off an outlet on that day.
  public func keeps(line: String, off outlet: String, on day: CivilDay) -> Bool {
    days.contains(day) && (lines.isEmpty || lines.contains(line))
      && (outlets.isEmpty || outlets.contains(outlet))
  }
}

/// What the plan speaks about.
public struct Topic: Hashable, Sendable {
  /// The id by which lines refer to it.
  public let id: String
  /// The topic, as printed.
  public let title: String
  /// Where the plan names it.
  public let place: SourcePlace

  /// A topic of the plan.
  public init(id: String, title: String, place: SourcePlace) {
    self.id = id
    self.title = title
    self.place = place
  }
}

/// A sum over lines that the office wants to see.
public struct PlanTotal: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its title, as printed.
  public let title: String
  /// The ids of the lines that it adds up.
  public let lines: [String]
  /// Where the plan asks for it.
  public let place: SourcePlace

  /// A sum over lines.
  public init(id: String, title: String, lines: [String], place: SourcePlace) {
    self.id = id
    self.title = title
    self.lines = lines
    self.place = place
  }
}

/// How far an as-run entry may differ from its placement.
public struct MatchingTolerance: Hashable, Sendable {
  /// Minutes from the planned start within which a work counts as on time.
  public let onTimeMinutes: Int
  /// Days from the planned day within which it is the same work, moved.
  public let movedDays: Int
  /// Per cent of the line's length (0 to 100) below which a work went out only in part.
  public let partialPercent: Int
  /// How like that of a line a title must be to mean it, in per cent, 1 to 100; 100 lets no letter differ.
  public let titlePercent: Int
  /// The most minutes between a placement with an hour and the row that is paired with it; `nil` for no such
  /// bound. A row that carries the UID of its placement shows it all the same.
  public let reachMinutes: Int?

  /// Tolerances; the defaults are 15 minutes, 7 days, 75 % of the length and 85 % of the title.
  public init(
    onTimeMinutes: Int = 15, movedDays: Int = 7, partialPercent: Int = 75, titlePercent: Int = 85,
    reachMinutes: Int? = nil
  ) {
    self.onTimeMinutes = onTimeMinutes
    self.movedDays = movedDays
    self.partialPercent = partialPercent
    self.titlePercent = titlePercent
    self.reachMinutes = reachMinutes
  }
}

/// What a report says in words: results, limitations, causes, next steps.
public struct Remark: Hashable, Sendable {
  /// Which part of the report.
  public let part: Part
  /// The sentences, each a paragraph.
  public let text: [String]

  /// The parts of a report that are words.
  public enum Part: String, CaseIterable, Sendable {
    case results, limitations, causes, next

    /// The heading.
    public var heading: Words {
      switch self {
      case .results: Words(vi: "Kết quả đạt được", en: "Results")
      case .limitations: Words(vi: "Tồn tại, hạn chế", en: "Limitations")
      case .causes: Words(vi: "Nguyên nhân", en: "Causes")
      case .next: Words(vi: "Phương hướng, nhiệm vụ", en: "Next steps")
      }
    }
  }

  /// A part of the report in words.
  public init(part: Part, text: [String]) {
    self.part = part
    self.text = text
  }
}
