import ScheduleModel

/// The VEVENT of a placement, and the VTODO of the translation that it needs.
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
  private let originals: [Work: SlotTiming]

  /// A work, whichever its versions.
  private struct Work: Hashable {
    let line: String
    let edition: Int
  }

  init(plan: Plan, schedule: Schedule, language: ReaderLanguage, link: String?) {
    self.plan = plan
    self.link = link
    self.language = language
    words = PlacementWords(plan: plan, language: language)
    lines = Dictionary(plan.lines.map { ($0.id, $0) }) { first, _ in first }
    outlets = Dictionary(plan.outlets.map { ($0.id, $0) }) { first, _ in first }
    var originals: [Work: SlotTiming] = [:]
    // Only those that are translated are ever asked for.
    let translated = schedule.placements.lazy.filter { $0.language != .vietnamese && $0.run == .first }
    let works = Set(translated.map { Work(line: $0.line, edition: $0.edition) })
    for placement in schedule.placements where !works.isEmpty && placement.isOriginalFirstRun {
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

  /// The zone of a placement's hours; `nil` for whole days, which have none.
  func zone(of placement: Placement) -> String? {
    if case .timed = placement.timing { outlet(of: placement).zone } else { nil }
  }

  /// The outlet of a placement; a schedule that names another is not one of this plan.
  private func outlet(of placement: Placement) -> Outlet {
    guard let outlet = outlets[placement.outlet] else {
      preconditionFailure("the plan has no outlet \(placement.outlet)")
    }
    return outlet
  }

  /// The event of a placement (RFC 5545 §3.6.1).
  func event(of placement: Placement) -> ComponentDraft {
    let line = line(of: placement)
    let outlet = outlet(of: placement)
    let text: [CalendarProperty?] = [
      .text(.summary, words.summary(of: placement, line: line), language: language.rawValue),
      .text(
        .description, words.description(of: placement, line: line), language: language.rawValue,
        keepingLines: true),
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
          .init(.status, .word("CONFIRMED")), .init(.transparency, .word("TRANSPARENT")),
          .init(.access, .word("PUBLIC")),
        ] + keys(of: placement))
  }

  /// The task of translating a version before its first run (RFC 5545 §3.6.2); `nil` for what needs none.
  ///
  /// It is due on the day before the version goes out; without a fixed day, on the day before the last on
  /// which it can. It starts when the original goes out, if that is on a known day before it is due.
  func task(of placement: Placement) -> ComponentDraft? {
    guard placement.language != .vietnamese, placement.run == .first else { return nil }
    let line = line(of: placement)
    let due = placement.timing.lastDay.before
    var time = [CalendarProperty(.due, .day(due))]
    if let original = originals[Work(line: placement.line, edition: placement.edition)]?.fixedDay,
      original < due
    {
      time.insert(.init(.start, .day(original)), at: 0)
    }
    let description = words.taskDescription(of: placement, line: line, outlet: outlet(of: placement))
    let text: [CalendarProperty?] = [
      .text(.summary, words.taskSummary(of: placement, line: line), language: language.rawValue),
      .text(.description, description, language: language.rawValue, keepingLines: true),
      .text(.categories, words.taskCategory),
      .text(.relatedTo, placement.uid),
    ]
    return draft(
      .task, uid: "todo-\(placement.uid)",
      time + text.compactMap(\.self)
        + [.init(.status, .word("NEEDS-ACTION")), .init(.access, .word("PUBLIC"))] + keys(of: placement))
  }

  /// Which revision it is, the publication knows.
  private func draft(
    _ kind: CalendarComponent.Kind, uid: String, _ properties: [CalendarProperty]
  ) -> ComponentDraft {
    guard let uid = CleanText(uid) else { preconditionFailure("a UID is made of ids") }
    return ComponentDraft(uid: uid, CalendarComponent(kind: kind, properties: properties))
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

extension SlotTiming {
  /// The last day on which it can go out.
  fileprivate var lastDay: CivilDay {
    if case .inMonth(let days) = self { days.upperBound.before } else { day }
  }

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
