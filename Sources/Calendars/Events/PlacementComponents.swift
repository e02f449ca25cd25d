import ScheduleModel

/// The VEVENT of a placement, and the VTODOs of the work before it.
///
/// `SUMMARY` and `DESCRIPTION` carry the language in which they are written (RFC 5545 §3.2.10 asks for the
/// language "for text values"), which is the reader's; a client that speaks or hyphenates them needs that one.
/// The language of the programme stands in `X-LICHSONG-LANGUAGE`, as its value and as its `LANGUAGE` parameter,
/// and in words in both texts.
///
/// An end is on the outlet's clock like the start: start and length as the grid states them.
struct PlacementComponents: Sendable {
  let language: ReaderLanguage
  let link: String?
  let showsCancelled: Bool

  /// Which revision of a component is written.
  struct Revision: Hashable, Sendable {
    let sequence: Int
    /// When it changed last, in UTC.
    let stamp: LocalTime
  }

  /// The event of a placement (RFC 5545 §3.6.1).
  ///
  /// - Parameters:
  ///   - original: The day on which the original of a version goes out.
  ///   - isTombstone: Whether it is no longer planned there.
  func event(
    of row: PublishedPlacement, _ kind: EventKind, _ revision: Revision, original: CivilDay? = nil,
    isTombstone: Bool = false
  ) -> CalendarComponent {
    let placement = row.placement
    let (summary, facts) = texts(of: row, kind, isTombstone: isTombstone)
    let description = facts.with(placement.edition)
    var properties: [CalendarProperty] = []
    properties.reserveCapacity(24)
    properties.append(CalendarProperty(.uid, .text(uid(placement.uid), language: nil)))
    append(revision, to: &properties)
    append(placement.timing, zone: kind.zone, to: &properties)
    properties.append(
      CalendarProperty(.summary, .text(summary.with(placement.edition), language: language.rawValue)))
    properties.append(
      CalendarProperty(
        .description,
        .text(
          isTombstone ? description : translated(description, row, kind, original),
          language: language.rawValue)))
    if let location = kind.location {
      properties.append(CalendarProperty(.location, .text(location, language: nil)))
    }
    if let link, let address = CalendarProperty.text(.link, link + placement.uid) {
      properties.append(address)
    }
    properties.append(CalendarProperty(.categories, .text(kind.category, language: nil)))
    properties.append(CalendarProperty(.colour, .word(kind.subject.outletKind.colour)))
    properties.append(CalendarProperty(.status, .word(status(of: row, isTombstone: isTombstone))))
    properties.append(CalendarProperty(.transparency, .word("TRANSPARENT")))
    properties.append(CalendarProperty(.access, .word("PUBLIC")))
    appendKeys(of: placement, kind, to: &properties)
    if isTombstone {
      if showsCancelled { properties.append(CalendarProperty(.outcome, .word("cancelled"))) }
    } else if let outcome = row.outcome {
      properties.append(CalendarProperty(.outcome, .word(outcome.rawValue)))
      if let aired = row.aired {
        let time: CalendarProperty.Value =
          aired.time.map { .local(LocalTime(aired.day, $0), zone: nil) } ?? .day(aired.day)
        properties.append(CalendarProperty(.aired, time))
      }
    }
    return CalendarComponent(kind: .event, properties: properties)
  }

  /// The facts of a version that somebody translates, and by when, from an original of which day.
  private func translated(
    _ facts: CleanText, _ row: PublishedPlacement, _ kind: EventKind, _ original: CivilDay?
  ) -> CleanText {
    guard let task = row.tasks.first(where: { $0.work == .translation && $0.status != .cancelled }) else {
      return facts
    }
    let lines = [
      facts.text, kind.words.translated(by: task), original.map { kind.words.original($0, of: kind.subject) },
    ]
    return CleanText(lines.compactMap(\.self).joined(separator: "\n"), keepingLines: true) ?? facts
  }

  private func texts(
    of row: PublishedPlacement, _ kind: EventKind, isTombstone: Bool
  ) -> (summary: FramedText, description: FramedText) {
    if isTombstone, showsCancelled || row.outcome != nil {
      let before = showsCancelled ? kind.words.cancelled : ""
      return (kind.words.summary(of: kind.subject, before: before), kind.description)
    }
    guard let aired = row.aired, !isTombstone else { return (kind.summary, kind.description) }
    let before = kind.words.outcome(row.outcome, aired: aired, on: kind.subject.outletKind)
    return (
      kind.words.summary(of: kind.subject, before: before),
      kind.words.description(of: kind.subject, aired: aired)
    )
  }

  private func status(of row: PublishedPlacement, isTombstone: Bool) -> String {
    if isTombstone || row.status == .cancelled { return showsCancelled ? "TENTATIVE" : "CANCELLED" }
    return row.status == .tentative ? "TENTATIVE" : "CONFIRMED"
  }

  /// A task (RFC 5545 §3.6.2).
  ///
  /// - Parameters:
  ///   - original: The day on which the original of a version goes out; from then on it can be translated.
  ///   - isTombstone: Whether the placement is no longer planned there.
  func task(
    _ task: PublishedTask, of row: PublishedPlacement, _ kind: EventKind, _ revision: Revision,
    original: CivilDay?, isTombstone: Bool = false
  ) -> CalendarComponent? {
    guard let words = kind.tasks[task.work] else { return nil }
    let placement = row.placement
    func moment(_ day: CivilDay, _ time: TimeOfDay) -> CalendarProperty.Value {
      task.time == nil ? .day(day) : .local(LocalTime(day, time), zone: kind.zone)
    }
    let summary = words.summary.with(placement.edition)
    let status = isTombstone ? .cancelled : task.status
    var properties: [CalendarProperty] = []
    properties.reserveCapacity(18)
    let uid = uid(PublishedTask.uid(of: task.work, before: placement.uid))
    properties.append(CalendarProperty(.uid, .text(uid, language: nil)))
    append(revision, to: &properties)
    if let original, original < task.day {
      properties.append(CalendarProperty(.start, moment(original, .midnight)))
    }
    properties.append(CalendarProperty(.due, moment(task.day, task.time ?? .midnight)))
    properties.append(CalendarProperty(.summary, .text(summary, language: language.rawValue)))
    let when = words.description.with(time: kind.words.when(placement.timing))
    properties.append(CalendarProperty(.description, .text(when, language: language.rawValue)))
    properties.append(CalendarProperty(.categories, .text(words.category, language: nil)))
    properties.append(CalendarProperty(.relatedTo, .text(self.uid(placement.uid), language: nil)))
    properties.append(CalendarProperty(.status, .word(status.word)))
    properties.append(CalendarProperty(.access, .word("PUBLIC")))
    appendKeys(of: placement, kind, to: &properties)
    guard status == .open, let days = words.reminderDays else {
      return CalendarComponent(kind: .task, properties: properties)
    }
    let alarm = CalendarComponent(
      kind: .alarm,
      properties: [
        CalendarProperty(.action, .word("DISPLAY")),
        CalendarProperty(.trigger, .beforeEnd(minutes: minutes(days, before: task))),
        CalendarProperty(.description, .text(summary, language: language.rawValue)),
      ])
    return CalendarComponent(kind: .task, properties: properties, parts: [alarm])
  }

  /// The same as an event of a whole day (RFC 5545 §3.6.1), which every client shows, under a UID of its own.
  ///
  /// What is done keeps its day and says so. Without a reminder in the plan there is one at nine on the day before.
  func taskDay(
    _ task: PublishedTask, of row: PublishedPlacement, _ kind: EventKind, _ revision: Revision,
    original: CivilDay?, isTombstone: Bool = false
  ) -> CalendarComponent? {
    guard let words = kind.tasks[task.work] else { return nil }
    let placement = row.placement
    let status = isTombstone ? .cancelled : task.status
    let title = words.summary.with(placement.edition).text
    let before = status == .completed ? kind.words.done : kind.words.deadline
    let facts = [
      words.description.with(time: kind.words.when(placement.timing)).text,
      original.map { kind.words.original($0, of: kind.subject) }, task.time.map { kind.words.deadline($0) },
    ].compactMap(\.self).joined(separator: "\n")
    guard let summary = CleanText(before + title), let description = CleanText(facts, keepingLines: true)
    else {
      return nil
    }
    var properties: [CalendarProperty] = []
    properties.reserveCapacity(18)
    let uid = self.uid(PublishedTask.dayUID(of: task.work, before: placement.uid))
    properties.append(CalendarProperty(.uid, .text(uid, language: nil)))
    append(revision, to: &properties)
    append(task.day..<task.day.advanced(by: 1), to: &properties)
    properties.append(CalendarProperty(.summary, .text(summary, language: language.rawValue)))
    properties.append(CalendarProperty(.description, .text(description, language: language.rawValue)))
    properties.append(CalendarProperty(.categories, .text(words.category, language: nil)))
    properties.append(CalendarProperty(.relatedTo, .text(self.uid(placement.uid), language: nil)))
    properties.append(
      CalendarProperty(.status, .word(status == .cancelled && !showsCancelled ? "CANCELLED" : "CONFIRMED")))
    properties.append(CalendarProperty(.transparency, .word("TRANSPARENT")))
    properties.append(CalendarProperty(.access, .word("PUBLIC")))
    // Not the keys of a placement: nobody should take a deadline for one.
    guard status == .open else { return CalendarComponent(kind: .event, properties: properties) }
    let alarm = CalendarComponent(
      kind: .alarm,
      properties: [
        CalendarProperty(.action, .word("DISPLAY")),
        // Before its start, for clients that take every trigger for that.
        CalendarProperty(.trigger, .beforeStart(minutes: (words.reminderDays ?? 1) * 1_440 - 540)),
        CalendarProperty(.description, .text(summary, language: language.rawValue)),
      ])
    return CalendarComponent(kind: .event, properties: properties, parts: [alarm])
  }

  /// From a reminder to its deadline. A day as a whole begins at midnight, when nobody wants to be reminded: then
  /// the reminder comes at nine in the morning.
  private func minutes(_ days: Int, before task: PublishedTask) -> Int {
    days * 1_440 - (task.time == nil ? 540 : 0)
  }

  private func uid(_ uid: String) -> CleanText {
    guard let clean = CleanText(uid) else { preconditionFailure("a UID is made of ids") }
    return clean
  }

  private func append(_ revision: Revision, to properties: inout [CalendarProperty]) {
    properties.append(CalendarProperty(.stamp, .utc(revision.stamp)))
    properties.append(CalendarProperty(.modified, .utc(revision.stamp)))
    properties.append(CalendarProperty(.sequence, .number(revision.sequence)))
  }

  private func append(_ timing: SlotTiming, zone: String, to properties: inout [CalendarProperty]) {
    switch timing {
    case .timed(let start, let minutes):
      properties.append(CalendarProperty(.start, .local(start, zone: zone)))
      // Of no known length: RFC 5545 §3.6.1 lets an event without DTEND end when it starts.
      if minutes > 0 {
        properties.append(CalendarProperty(.end, .local(start.adding(minutes: minutes), zone: zone)))
      }
    case .allDay(let day): append(day..<day.advanced(by: 1), to: &properties)
    case .span(let days), .inMonth(let days): append(days, to: &properties)
    }
  }

  private func append(_ days: Range<CivilDay>, to properties: inout [CalendarProperty]) {
    properties.append(CalendarProperty(.start, .day(days.lowerBound)))
    properties.append(CalendarProperty(.end, .day(days.upperBound)))
  }

  private func appendKeys(
    of placement: Placement, _ kind: EventKind, to properties: inout [CalendarProperty]
  ) {
    properties.append(CalendarProperty(.line, .text(kind.line, language: nil)))
    properties.append(CalendarProperty(.edition, .word(String(placement.edition))))
    for (text, tag) in kind.languages {
      properties.append(CalendarProperty(.language, .text(text, language: tag)))
    }
    properties.append(CalendarProperty(.run, .word(placement.run.rawValue)))
  }
}

extension PublishedTask.Status {
  /// The status of a VTODO (RFC 5545 §3.8.1.11).
  fileprivate var word: String {
    switch self {
    case .open: "NEEDS-ACTION"
    case .completed: "COMPLETED"
    case .cancelled: "CANCELLED"
    }
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
