import ScheduleModel

/// A recurring event with the changes of its occurrences.
struct EventSeries {
  let event: EventRecord
  let changes: [EventRecord]
  let days: Range<CivilDay>
  let outlet: ZoneClock

  /// When it happens, in order, as far as it touches the days; and the changes that change nothing, because
  /// there is no such occurrence.
  ///
  /// What is taken out cannot be changed any more. A change for the future moves all later occurrences by as
  /// much, until the next such change.
  func spans() -> (spans: [ReadEvent.Span], idle: [EventRecord]) {
    let removed = Set(event.removed.filter { !$0.isDay || event.start.isDay }.map(key))
    let removedDays = event.start.isDay ? [] : Set(event.removed.filter(\.isDay).map(\.local.day))
    var lengths: [Int: Int] = [:]
    func add(_ time: EventTime, _ length: Int) {
      let start = key(time)
      guard !removed.contains(start), !removedDays.contains(time.local.day) else { return }
      lengths[start] = length
    }
    add(event.start, event.length)
    for (time, length) in event.added { add(time, length ?? event.length) }
    if let rule = event.rule {
      let time = event.start.local.seconds - LocalTime(event.start.local.day).seconds
      for day in rule.days(from: event.start, through: days.upperBound.advanced(by: 1)) {
        add(event.start.at(LocalTime(day).seconds + time), event.length)
      }
    }
    let own = Set(lengths.keys)
    var future: [(from: Int, by: Int, length: Int)] = []
    var changed: [ReadEvent.Span] = []
    var idle: [EventRecord] = []
    for change in changes {
      guard let replaced = change.replaces else { continue }
      let old = key(replaced)
      let new = key(change.start)
      if removed.contains(old) { continue }
      if !own.contains(old) { idle.append(change) }
      lengths[old] = nil
      if !change.isCancelled { changed.append(ReadEvent.Span(start: new, seconds: change.length)) }
      if change.isForFuture { future.append((old, new - old, change.isCancelled ? -1 : change.length)) }
    }
    future.sort { $0.from < $1.from }
    var spans: [ReadEvent.Span] = []
    for (start, length) in lengths {
      guard let change = future.last(where: { $0.from < start }) else {
        spans.append(ReadEvent.Span(start: start, seconds: length))
        continue
      }
      if change.length >= 0 {
        spans.append(ReadEvent.Span(start: start + change.by, seconds: change.length))
      }
    }
    let all = Set(spans + changed).filter { $0.touches(days) }
    return (all.sorted { ($0.start, $0.seconds) < ($1.start, $1.seconds) }, idle)
  }

  private func key(_ time: EventTime) -> Int { time.onOutletClock(outlet) }
}

extension ReadEvent.Span {
  /// Whether some of it lies in these days; what has no length does where it begins.
  func touches(_ days: Range<CivilDay>) -> Bool {
    start < LocalTime(days.upperBound).seconds && start + max(seconds, 1) > LocalTime(days.lowerBound).seconds
  }
}
