import ScheduleModel

/// An event with its occurrences and the changes of them; a single event is a series of one.
struct EventSeries {
  let event: EventRecord
  let changes: [EventRecord]
  let days: Range<CivilDay>
  let outlet: ZoneClock

  /// What came of it.
  struct Outcome {
    /// When it happens, in order, as far as it touches the days.
    var spans: [ReadEvent.Span] = []
    /// Changes of no occurrence; they are further ones.
    var idle: [EventRecord] = []
    /// Lines of times in the days that were to be taken out, and are no occurrences.
    var idleRemovals: [Int] = []
    /// Lines of days that were taken out of an event with an hour, and took its occurrences on that day with them.
    var removalsOfDays: [Int] = []
    /// Changes that do not count, each with the newer one of the same occurrence.
    var outdated: [(old: EventRecord, newer: EventRecord)] = []
  }

  /// An occurrence on the clock of the event.
  private struct Occurrence {
    let time: EventTime
    let length: EventLength
  }

  /// Reckons the occurrences. What is taken out cannot be changed any more. Of several changes of one occurrence
  /// the newest alone holds, cancelled or not. A change for the future moves all later occurrences by as much,
  /// until the next such change.
  func outcome() -> Outcome {
    var outcome = Outcome()
    var own: [Int: Occurrence] = [:]
    for occurrence in unchanged { own[key(of: occurrence.time)] = occurrence }
    let ofDay = ofDay(own)
    var gone: Set<Int> = []
    for (time, line) in event.removed {
      let isWholeDay = time.isDay && !event.start.isDay
      let keys = isWholeDay ? ofDay[time.local.day] ?? [] : [key(of: time)].filter { own[$0] != nil }
      if keys.isEmpty, days.contains(time.local.day) { outcome.idleRemovals.append(line) }
      if isWholeDay, !keys.isEmpty { outcome.removalsOfDays.append(line) }
      gone.formUnion(keys)
    }
    var newest: [Int: EventRecord] = [:]
    for change in changes {
      guard let replaced = change.replaces else { continue }
      var key = key(of: replaced)
      if replaced.isDay, own[key] == nil { key = ofDay[replaced.local.day]?.min() ?? key }
      guard let earlier = newest[key] else {
        newest[key] = change
        continue
      }
      let isNewer = earlier.revision < change.revision
      outcome.outdated.append(isNewer ? (earlier, change) : (change, earlier))
      if isNewer { newest[key] = change }
    }
    var future: [(from: Int, by: Int, change: EventRecord)] = []
    var spans: Set<ReadEvent.Span> = []
    for (key, change) in newest where !gone.contains(key) {
      if own[key] == nil { outcome.idle.append(change) }
      if !change.isCancelled {
        spans.insert(change.start.span(change.length, kind: kind(of: change), outlet).doubted(change.doubt))
      }
      if change.isForFuture { future.append((key, shift(by: change, from: key), change)) }
    }
    outcome.idle.sort { $0.line < $1.line }
    future.sort { $0.from < $1.from }
    for (key, occurrence) in own where !gone.contains(key) && newest[key] == nil {
      guard let change = future.last(where: { $0.from < key }) else {
        spans.insert(occurrence.time.span(occurrence.length, outlet).doubted(event.doubt))
        continue
      }
      guard !change.change.isCancelled else { continue }
      let moved = occurrence.time.at(occurrence.time.local.seconds + change.by)
      spans.insert(
        moved.span(change.change.length, kind: kind(of: change.change), outlet).doubted(change.change.doubt))
    }
    outcome.spans = spans.filter { $0.touches(days) }.sorted()
    return outcome
  }

  /// The occurrences without removals and changes.
  private var unchanged: [Occurrence] {
    var all = [Occurrence(time: event.start, length: event.length)]
    if let rule = event.rule {
      all += rule.days(from: event.start, through: days.upperBound.advanced(by: 1)).map {
        Occurrence(time: onDay($0), length: event.length)
      }
    }
    all += event.added.map { time, length in
      Occurrence(time: onClock(time), length: length ?? event.length)
    }
    return all
  }

  /// The event's hour on another day.
  private func onDay(_ day: CivilDay) -> EventTime {
    event.start.at(LocalTime(day).seconds + (event.start.isDay ? 0 : event.start.secondOfDay))
  }

  /// A stated time as an occurrence of this event: a day stands for its hour on that day, and an hour of an event of
  /// whole days for its day.
  private func onClock(_ time: EventTime) -> EventTime {
    guard time.isDay == event.start.isDay else {
      guard event.start.isDay else { return onDay(time.local.day) }
      guard case .fixed(0)? = time.zone else { return onDay(time.local.day) }
      return onDay(LocalTime(seconds: EventZone.outlet.local(at: time.instant(outlet), outlet)).day)
    }
    guard time.zone == nil else { return time }
    return event.start.at(time.local.seconds)
  }

  /// What an occurrence is known by: its instant, or its day.
  private func key(of time: EventTime) -> Int {
    let time = onClock(time)
    return time.isDay ? time.local.seconds : time.instant(outlet)
  }

  /// The occurrences by their day on the clock of the event, where a removal or a change asks for it.
  private func ofDay(_ own: [Int: Occurrence]) -> [CivilDay: [Int]] {
    let times = event.removed.map(\.time) + changes.compactMap(\.replaces)
    guard !event.start.isDay, times.contains(where: \.isDay) else { return [:] }
    return Dictionary(grouping: own.keys) { LocalTime(seconds: onEventClock($0)).day }
  }

  /// What the clock of the event shows at an instant.
  private func onEventClock(_ instant: Int) -> Int {
    (event.start.zone ?? .outlet).local(at: instant, outlet)
  }

  /// By how much a change for the future moves what comes after it, on the clock of the event.
  private func shift(by change: EventRecord, from key: Int) -> Int {
    if event.start.isDay { return onClock(change.start).local.seconds - key }
    let old = onEventClock(key)
    guard change.start.isDay else { return onEventClock(change.start.instant(outlet)) - old }
    return change.start.local.seconds - LocalTime(LocalTime(seconds: old).day).seconds
  }

  /// The kind of a change where it is another than that of its event.
  private func kind(of change: EventRecord) -> ReadEvent.Kind? {
    change.kind == event.kind ? nil : change.kind
  }
}

extension ReadEvent.Span {
  /// Whether some of it lies in these days; what has no length does where it begins.
  func touches(_ days: Range<CivilDay>) -> Bool {
    start < LocalTime(days.upperBound).seconds && max(end, start + 1) > LocalTime(days.lowerBound).seconds
  }
}
