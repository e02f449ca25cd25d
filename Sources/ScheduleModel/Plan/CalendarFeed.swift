/// A calendar with a name of its own: the placements that somebody wants to see together.
///
/// Each list names what is wanted, and an empty one wants everything; a placement is shown when all of the
/// lists want it.
public struct CalendarFeed: Hashable, Sendable {
  /// The id: the calendar is the file `feed-ID.ics`.
  public let id: String
  /// What its subscribers read above it; `nil` for its id.
  public let title: String?
  /// The ids of outlets.
  public let outlets: [String]
  /// The languages of the versions.
  public let languages: [LanguageTag]
  /// The ids of lines.
  public let lines: [String]
  /// The ids of topics; a line with one of them is wanted.
  public let topics: [String]
  /// The ids of units that produce a line.
  public let producers: [String]
  /// The ids of units that lead a line.
  public let leads: [String]
  /// The persons who answer for a line, written as there.
  public let persons: [String]
  /// The ids of translators; only versions that they translate are wanted.
  public let translators: [String]
  /// How it shows the work before air; `nil` for the usual form (``shownTasks``).
  public let tasks: Tasks?
  /// The days that it shows.
  public let period: Period
  /// Where the plan names it.
  public let place: SourcePlace

  /// The days that a feed shows.
  public enum Period: Hashable, Sendable {
    /// All days of the plan, in one file.
    case year
    /// All days of the plan in one file, and besides each part of the year in a file of its own.
    case parts(YearPart)
    /// Days before and after the revision, both ends included.
    case window(back: Int, ahead: Int)
  }

  /// How a calendar shows the work before air. The raw values stand in plans.
  public enum Tasks: String, CaseIterable, Hashable, Sendable {
    /// As events of whole days with an alarm, which every telephone shows.
    case events
    /// As tasks (VTODO), which many telephones and Google Calendar do not show.
    case todos
    /// As both.
    case both
  }

  /// A feed of the plan.
  public init(
    id: String, title: String?, outlets: [String], languages: [LanguageTag], lines: [String],
    topics: [String], producers: [String], leads: [String], persons: [String], period: Period,
    place: SourcePlace, translators: [String] = [], tasks: Tasks? = nil
  ) {
    self.id = id
    self.title = title
    self.outlets = outlets
    self.languages = languages
    self.lines = lines
    self.topics = topics
    self.producers = producers
    self.leads = leads
    self.persons = persons
    self.translators = translators
    self.tasks = tasks
    self.period = period
    self.place = place
  }

  /// Whether it wants a line, whatever its outlet and its language.
  public func wants(_ line: PlanLine) -> Bool {
    let who = line.responsibility
    func isIn(_ wanted: [String], _ value: String?) -> Bool {
      wanted.isEmpty || value.map(wanted.contains) ?? false
    }
    return isIn(lines, line.id) && (topics.isEmpty || line.topics.contains(where: topics.contains))
      && isIn(producers, who.producer) && isIn(leads, who.lead) && isIn(persons, who.person)
      && (translators.isEmpty
        || line.versions?.translators.values.contains(where: translators.contains) ?? false)
  }

  /// How the work before air is shown: as events in feeds of persons and translators, as tasks in others, unless the plan
  /// says otherwise.
  public var shownTasks: Tasks { tasks ?? (persons.isEmpty && translators.isEmpty ? .todos : .events) }

  /// Whether it wants a placement of a line that it wants, whenever that is.
  ///
  /// - Parameter spoken: Its languages: several of a bilingual programme, of which one is enough.
  public func wants(outlet: String, languages spoken: [LanguageTag], of line: PlanLine) -> Bool {
    (outlets.isEmpty || outlets.contains(outlet))
      && (languages.isEmpty || spoken.contains(where: languages.contains))
      && (translators.isEmpty
        || spoken.contains { line.versions?.translators[$0].map(translators.contains) ?? false })
  }
}

/// A part of a year of which there can be a calendar. The raw values stand in plans.
public enum YearPart: String, CaseIterable, Hashable, Sendable {
  case half, quarter, month

  /// How many months it has.
  public var months: Int {
    switch self {
    case .half: 6
    case .quarter: 3
    case .month: 1
    }
  }
}
