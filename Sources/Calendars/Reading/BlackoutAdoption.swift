public import ScheduleModel

/// Turns the busy times of somebody else's calendar into days without output.
///
/// Whole days close as they are, a day that is busy from midnight to midnight too. A time within a day
/// closes nothing by itself: it is held against the openings of the outlet. When it takes all of a day's,
/// the day closes; when it takes some, a finding says which grid lines leave out which days.
public struct BlackoutAdoption {
  /// The days without output, in order.
  public private(set) var blackouts: [Blackout] = []
  /// What a plan cannot say.
  public private(set) var findings: [Finding] = []

  private let terms: CalendarReading.Terms
  private let outlet: Outlet?
  private var closed: [CivilDay: (name: String, line: Int)] = [:]
  private var busy: [Busy] = []

  private struct Busy {
    let start: Int
    let end: Int
    let name: String
    let line: Int
  }

  /// - Parameters:
  ///   - outlet: The outlet that the calendar is of; `nil` for all.
  ///   - plan: The plan, whose openings busy hours are held against; `nil` when it is not known.
  public init(
    _ reading: CalendarReading, _ terms: CalendarReading.Terms, outlet: Outlet?, outletID: String?,
    plan: Plan?
  ) {
    self.terms = terms
    self.outlet = outlet
    let free = reading.events.filter { $0.kind == .free }
    if let first = free.first { findings.append(.freeIsNotClosed(free.count, at: place(first.line))) }
    for event in reading.events where event.kind != .free { take(event) }
    closeWholeDays()
    holdAgainstOpenings(plan)
    makeBlackouts(outletID)
  }

  private func place(_ line: Int) -> SourcePlace { SourcePlace(file: terms.file, line: line) }

  private mutating func take(_ event: ReadEvent) {
    let name = event.title.isEmpty ? "Nghỉ" : event.title
    for span in event.spans {
      if event.kind == .days {
        close(span.from.day..<span.to.day, name, event.line)
      } else if span.seconds > 0 {
        busy.append(Busy(start: span.start, end: span.start + span.seconds, name: name, line: event.line))
      }
    }
  }

  private mutating func close(_ days: Range<CivilDay>, _ name: String, _ line: Int) {
    for day in days.clamped(to: terms.days) where closed[day] == nil { closed[day] = (name, line) }
  }

  /// Busy times that follow on one another are one; what it covers from midnight to midnight is closed.
  private mutating func closeWholeDays() {
    busy.sort { ($0.start, $0.end, $0.line) < ($1.start, $1.end, $1.line) }
    var merged: [Busy] = []
    for time in busy {
      if let last = merged.last, time.start <= last.end {
        merged[merged.count - 1] = Busy(
          start: last.start, end: max(last.end, time.end), name: last.name, line: last.line)
      } else {
        merged.append(time)
      }
    }
    for time in merged {
      let first = LocalTime(seconds: time.start + 86_399).day
      let end = LocalTime(seconds: time.end).day
      if first < end { close(first..<end, time.name, time.line) }
    }
    busy.removeAll { time in
      let days = LocalTime(seconds: time.start).day...LocalTime(seconds: time.end - 1).day
      return days.allSatisfy { closed[$0] != nil || !terms.days.contains($0) }
    }
  }

  private mutating func holdAgainstOpenings(_ plan: Plan?) {
    guard let first = busy.first else { return }
    guard let plan, let outlet else {
      return findings.append(.hoursCloseNothing(busy.count, first.name, at: place(first.line)))
    }
    let lines = Dictionary(outlet.grid.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    let slots = outlet.grid.flatMap { GridLineOpenings(of: $0, on: outlet, in: plan).slots }
    var hits: [String: (days: Set<CivilDay>, line: Int)] = [:]
    for (day, slots) in Dictionary(grouping: slots, by: \.timing.day) where closed[day] == nil {
      let taken = slots.compactMap { slot in cause(of: slot).map { (slot, $0) } }
      if let cause = taken.first?.1, taken.count == slots.count {
        closed[day] = (cause.name, cause.line)
      } else {
        for (slot, cause) in taken {
          let seen = hits[slot.grid]
          hits[slot.grid] = ((seen?.days ?? []).union([day]), min(seen?.line ?? cause.line, cause.line))
        }
      }
    }
    for (id, hit) in hits.sorted(by: { ($0.value.line, $0.key) < ($1.value.line, $1.key) }) {
      guard let line = lines[id] else { continue }
      findings.append(.hoursTakeOpenings(line, days: hit.days.sorted(), at: place(hit.line)))
    }
  }

  /// The busy time that takes an opening.
  private func cause(of slot: Slot) -> Busy? {
    guard case .timed(let start, let minutes) = slot.timing else { return nil }
    let end = start.seconds + max(minutes, 1) * 60
    return busy.first { $0.start < end && start.seconds < $0.end }
  }

  private mutating func makeBlackouts(_ outletID: String?) {
    var first: CivilDay?
    for day in closed.keys.sorted() {
      guard let why = closed[day] else { continue }
      let isLast = closed[day.advanced(by: 1)]?.name != why.name
      let start = first ?? day
      first = isLast ? nil : start
      guard isLast else { continue }
      blackouts.append(
        Blackout(
          name: why.name, days: start..<day.advanced(by: 1), outlets: outletID.map { [$0] } ?? [], lines: [],
          place: place(closed[start]?.line ?? why.line)))
    }
  }
}
