import ScheduleModel

/// The VEVENT of a placement, and the VTODOs of the work before it.
///
/// `SUMMARY` and `DESCRIPTION` carry the language in which they are written (RFC 5545 §3.2.10 asks for the
/// language "for text values"), which is the reader's; a client that speaks or hyphenates them needs that one.
/// The language of the programme stands in `X-LICHSONG-LANGUAGE`, as its value and as its `LANGUAGE` parameter,
/// and in words in both texts.
///
/// An end is on the outlet's clock like the start: start and length as the grid states them.
struct PlacementComponents {
  private let plan: Plan
  private let language: ReaderLanguage
  private let words: PlacementWords
  private let lines: [String: PlanLine]
  private let outlets: [String: Outlet]
  private let link: String?
  private let showsCancelled: Bool
  private let results: [String: AirResult]
  private let originals: [Work: SlotTiming]

  /// A work, whichever its versions.
  private struct Work: Hashable {
    let line: String
    let edition: Int
  }

  init(
    plan: Plan, schedule: Schedule, outcomes: [PlacementOutcome] = [], language: ReaderLanguage,
    terms: Publication.Terms
  ) {
    self.plan = plan
    link = terms.link
    showsCancelled = terms.showsCancelled
    results = Dictionary(outcomes.map { ($0.placement.uid, AirResult($0)) }) { first, _ in first }
    self.language = language
    words = PlacementWords(plan: plan, language: language)
    lines = Dictionary(plan.lines.map { ($0.id, $0) }) { first, _ in first }
    outlets = Dictionary(plan.outlets.map { ($0.id, $0) }) { first, _ in first }
    var originals: [Work: SlotTiming] = [:]
    // Only those that are translated are ever asked for.
    let placements = schedule.placements
    let translated = placements.indices.lazy.filter {
      placements[$0].language != .vietnamese && placements[$0].run == .first
    }
    let works = Set(
      translated.map { Work(line: placements[$0].line, edition: placements[$0].edition) })
    for placement in works.isEmpty ? [] : placements where placement.isOriginalFirstRun {
      let work = Work(line: placement.line, edition: placement.edition)
      if works.contains(work), originals[work] == nil { originals[work] = placement.timing }
    }
    self.originals = originals
  }

  /// The line of a placement; a schedule that names another is not one of this plan.
  func line(of placement: Placement) -> PlanLine {
    guard let line = lines[placement.line] else {
      preconditionFailure("the plan has no line \(placement.line)")
    }
    return line
  }

  /// Whether it is known of any placement what became of it.
  var knowsResults: Bool { !results.isEmpty }

  /// What became of a placement.
  func result(of placement: Placement) -> AirResult {
    results.isEmpty ? .unknown : results[placement.uid] ?? .unknown
  }

  /// The zones of the hours of a placement and its tasks; whole days have none.
  func zones(of placement: Placement) -> Set<String> {
    var hasHours = deadlines(of: placement).contains { $0.at != nil }
    if case .timed = placement.timing { hasHours = true }
    return hasHours ? [outlet(of: placement).zone] : []
  }

  /// The outlet of a placement; a schedule that names another is not one of this plan.
  private func outlet(of placement: Placement) -> Outlet {
    guard let outlet = outlets[placement.outlet] else {
      preconditionFailure("the plan has no outlet \(placement.outlet)")
    }
    return outlet
  }

  /// The event of a placement (RFC 5545 §3.6.1).
  func event(of placement: Placement, _ result: AirResult = .unknown) -> ComponentDraft {
    let line = line(of: placement)
    let outlet = outlet(of: placement)
    let summary = words.outcome(of: result, on: outlet.kind) + words.summary(of: placement, line: line)
    let description = words.facts(of: result) + words.description(of: placement, line: line)
    let text: [CalendarProperty?] = [
      .text(.summary, summary, language: language.rawValue),
      .text(.description, description, language: language.rawValue, keepingLines: true),
      .text(.location, outlet.name),
      link.flatMap { .text(.link, $0 + placement.uid) },
      .text(.categories, words.category(of: outlet.kind)),
      .init(.colour, .word(outlet.kind.colour)),
    ]
    return draft(
      .event, uid: placement.uid,
      time(of: placement.timing, zone: outlet.zone)
        + text.compactMap(\.self)
        + [
          .init(.status, .word(result.status(showsCancelled: showsCancelled))),
          .init(.transparency, .word("TRANSPARENT")), .init(.access, .word("PUBLIC")),
        ] + keys(of: placement) + keys(of: result))
  }

  /// What must be done before a placement; it depends on the placement's kind alone.
  func deadlines(of placement: Placement) -> [Deadline] { plan.deadlines(of: placement) }

  /// A task (RFC 5545 §3.6.2), due so many days before the placement; without a fixed day, before the last on
  /// which it can go out. A translation starts when the original goes out, if that is on a known day before it is
  /// due.
  func task(_ deadline: Deadline, of placement: Placement, _ result: AirResult) -> ComponentDraft {
    let (line, outlet) = (line(of: placement), outlet(of: placement))
    let work = deadline.work
    let day = deadline.day(before: placement)
    func moment(_ day: CivilDay, _ time: TimeOfDay) -> CalendarProperty.Value {
      deadline.at == nil ? .day(day) : .local(LocalTime(day, time), zone: outlet.zone)
    }
    var time = [CalendarProperty(.due, moment(day, deadline.at ?? .midnight))]
    if work == .translation,
      let original = originals[Work(line: placement.line, edition: placement.edition)]?.fixedDay,
      original < day
    {
      time.insert(.init(.start, moment(original, .midnight)), at: 0)
    }
    let summary = words.summary(of: work, before: placement, line: line, outlet: outlet)
    let description = words.description(of: work, before: placement, line: line, outlet: outlet)
    let text: [CalendarProperty?] = [
      .text(.summary, summary, language: language.rawValue),
      .text(.description, description, language: language.rawValue, keepingLines: true),
      .text(.categories, words.category(of: work)),
      .text(.relatedTo, placement.uid),
    ]
    let alarm = (result.isDone ? nil : deadline.reminderDays).map { days in
      CalendarComponent(
        kind: .alarm,
        properties: [
          .init(.action, .word("DISPLAY")), .init(.trigger, .beforeEnd(minutes: minutes(days, deadline))),
          .text(.description, summary, language: language.rawValue),
        ].compactMap(\.self))
    }
    return draft(
      .task, uid: PlacementTask.prefix(of: work) + placement.uid,
      time + text.compactMap(\.self)
        + [
          .init(.status, .word(result.isDone ? "COMPLETED" : "NEEDS-ACTION")),
          .init(.access, .word("PUBLIC")),
        ] + keys(of: placement), parts: [alarm].compactMap(\.self))
  }

  /// From a reminder to its deadline. A day as a whole begins at midnight, when nobody wants to be reminded: then
  /// the reminder comes at nine in the morning.
  private func minutes(_ days: Int, _ deadline: Deadline) -> Int {
    days * 1_440 - (deadline.at == nil ? 540 : 0)
  }

  /// Which revision it is, the publication knows.
  private func draft(
    _ kind: CalendarComponent.Kind, uid: String, _ properties: [CalendarProperty],
    parts: [CalendarComponent] = []
  ) -> ComponentDraft {
    guard let uid = CleanText(uid) else { preconditionFailure("a UID is made of ids") }
    return ComponentDraft(uid: uid, CalendarComponent(kind: kind, properties: properties, parts: parts))
  }

  private func time(of timing: SlotTiming, zone: String) -> [CalendarProperty] {
    switch timing {
    case .timed(let start, let minutes):
      // Of no known length: RFC 5545 §3.6.1 lets an event without DTEND end when it starts.
      let end = minutes > 0 ? start.adding(minutes: minutes) : nil
      return [CalendarProperty(.start, .local(start, zone: zone))]
        + (end.map { [.init(.end, .local($0, zone: zone))] } ?? [])
    case .allDay(let day): return days(day..<day.advanced(by: 1))
    case .inMonth(let range): return days(range)
    }
  }

  private func days(_ days: Range<CivilDay>) -> [CalendarProperty] {
    [.init(.start, .day(days.lowerBound)), .init(.end, .day(days.upperBound))]
  }

  private func keys(of placement: Placement) -> [CalendarProperty] {
    [
      .text(.line, placement.line), .text(.edition, String(placement.edition)),
      .text(.language, placement.language.tag, language: placement.language.tag),
      .text(.run, placement.run.rawValue),
    ].compactMap(\.self)
  }
}

extension PlacementComponents {
  private func keys(of result: AirResult) -> [CalendarProperty] {
    [
      result.outcome.map { CalendarProperty(.outcome, .word($0.rawValue)) },
      result.actual.map { actual in
        .init(.aired, actual.time.map { .local(LocalTime(actual.day, $0), zone: nil) } ?? .day(actual.day))
      },
    ].compactMap(\.self)
  }
}

extension SlotTiming {
  /// The day, if somebody has fixed it.
  fileprivate var fixedDay: CivilDay? {
    if case .inMonth = self { nil } else { day }
  }
}

extension Outlet.Kind {
  /// The colour of its events (RFC 7986 §5.9), a name of CSS 3 dark enough for white letters.
  fileprivate var colour: String {
    switch self {
    case .television: "royalblue"
    case .radio: "chocolate"
    case .loudspeaker: "sienna"
    case .newspaper: "seagreen"
    case .website: "teal"
    case .socialPage: "slateblue"
    case .outdoor: "purple"
    case .print: "olive"
    case .event: "crimson"
    }
  }
}
