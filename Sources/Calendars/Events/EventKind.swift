import ScheduleModel

/// What the events of a kind have in common: all but their number, their day and their hour.
///
/// A class, so that looking it up for each of a million placements copies nothing.
final class EventKind: Sendable {
  /// The numbers of the calendars that carry them, those with a window included.
  let feeds: [Int]
  /// Those among ``feeds`` that show some days only.
  let windows: [(feed: Int, days: Range<CivilDay>)]
  /// Those among ``feeds`` that are no selection of the plan's own.
  let series: [Int]
  /// The number of the zone of their clock.
  let zoneNumber: Int
  let subject: EventSubject
  let words: PlacementWords
  let zone: String
  let outcome: Outcome?
  /// The title, with the outcome before it; where a log has another time, it is composed for each event.
  let summary: FramedText
  let description: FramedText
  let location: CleanText?
  let category: CleanText
  let line: CleanText
  /// The languages of what goes out, each as text and tag: several of a bilingual programme.
  let languages: [(text: CleanText, tag: String)]
  let tasks: [Deadline.Work: Task]

  /// What the tasks of one sort have in common.
  struct Task: Sendable {
    let summary: FramedText
    let description: FramedText
    let category: CleanText
    /// Days from the reminder to the deadline; `nil` for no reminder.
    let reminderDays: Int?
  }

  /// By what a kind is found.
  struct Key: Hashable {
    let publication: Int
    let line: String
    let outlet: String
    let language: LanguageTag
    let run: Placement.Run
    let part: Int
    let zone: String
    let isInMonth: Bool
    let outcome: Outcome?
    /// A bit for each sort of work that one of its tasks is.
    let works: UInt8

    init(_ row: PublishedPlacement) {
      publication = row.revision.publication
      let placement = row.placement
      line = placement.line
      outlet = placement.outlet
      language = placement.language
      run = placement.run
      part = placement.partNumber
      zone = row.zone
      if case .inMonth = placement.timing { isInMonth = true } else { isInMonth = false }
      outcome = row.outcome
      works = row.tasks.reduce(0) { $0 | 1 << $1.work.number }
    }
  }

  /// The kind of a placement.
  ///
  /// - Parameters:
  ///   - plan: The plan from which its words are taken.
  ///   - carriers: The calendars that carry it.
  init(
    _ row: PublishedPlacement, of plan: Plan, _ carriers: CalendarSelection.Carriers, zoneNumber: Int,
    language: ReaderLanguage
  ) {
    let subject = EventSubject(row.placement, of: plan)
    let words = PlacementWords(plan: plan, language: language)
    (feeds, windows, series) = (carriers.feeds, carriers.windows, carriers.series)
    (self.zoneNumber, self.subject, self.words) = (zoneNumber, subject, words)
    (zone, outcome) = (row.zone, row.outcome)
    let before = words.outcome(row.outcome, aired: nil, on: subject.outletKind)
    summary = words.summary(of: subject, before: before)
    description = words.description(of: subject)
    location = CleanText(subject.outletName)
    category = Self.text(words.category(of: subject.outletKind))
    line = Self.text(row.placement.line)
    languages = subject.languages.map { (Self.text($0.tag), $0.tag) }
    let deadlines = plan.deadlines(of: row.placement)
    tasks = Dictionary(
      row.tasks.map { task in
        (
          task.work,
          Task(
            summary: words.summary(of: task.work, before: subject),
            description: words.description(of: task.work, before: subject),
            category: Self.text(words.category(of: task.work)),
            reminderDays: deadlines.first { $0.work == task.work }?.reminderDays)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func text(_ text: String) -> CleanText {
    guard let clean = CleanText(text) else { preconditionFailure("an id or a word of ours is empty") }
    return clean
  }
}

extension Deadline.Work {
  /// The place among all works.
  fileprivate var number: UInt8 {
    switch self {
    case .translation: 0
    case .recording: 1
    case .approval: 2
    case .pageClosing: 3
    }
  }
}
