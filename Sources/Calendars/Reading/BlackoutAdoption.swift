public import ScheduleModel

/// Turns the busy times of somebody else's calendar into days without output.
///
/// Whole days close as they are, a day that is busy from midnight to midnight too. A time within a day
/// closes nothing by itself: it is held against the openings of the outlet. When it takes all of a day's,
/// the day closes; when it takes some, a finding says which grid lines leave out which days. What is marked as
/// free closes nothing, whole days only when that is asked for.
public struct BlackoutAdoption {
  /// The days without output, in order.
  public private(set) var blackouts: [Blackout] = []
  /// What a plan cannot say.
  public private(set) var findings: [Finding] = []

  private let terms: CalendarReading.Terms
  private let outlet: Outlet?
  private let closesFreeDays: Bool
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
  ///   - closesFreeDays: Whether whole days that are marked as free close too, as public holidays often are.
  public init(
    _ reading: CalendarReading, _ terms: CalendarReading.Terms, outlet: Outlet?, outletID: String?,
    plan: Plan?, closesFreeDays: Bool = false
  ) {
    self.terms = terms
    self.outlet = outlet
    self.closesFreeDays = closesFreeDays
    tellFree(reading.events)
    for event in reading.events {
      for (doubt, days) in event.doubts where doubt.keepsOpen {
        findings.append(.notCertain(doubt, days: days, at: place(event.line)))
      }
      take(event)
    }
    closeWholeDays()
    holdAgainstOpenings(plan)
    makeBlackouts(outletID)
  }

  private func place(_ line: Int) -> SourcePlace { SourcePlace(file: terms.file, line: line) }

  /// What is marked as free and closes nothing, hours and whole days apart.
  private mutating func tellFree(_ events: [ReadEvent]) {
    func having(_ kind: ReadEvent.Kind) -> [ReadEvent] {
      events.filter { event in event.spans.contains { event.kind(of: $0) == kind } }
    }
    let (hours, days) = (having(.free), closesFreeDays ? [] : having(.freeDays))
    if let first = hours.first { findings.append(.freeIsNotClosed(hours.count, at: place(first.line))) }
    if let first = days.first {
      findings.append(.freeDaysAreNotClosed(days.count, first.title, at: place(first.line)))
    }
  }

  private mutating func take(_ event: ReadEvent) {
    let name = event.title.isEmpty ? "Nghỉ" : event.title
    for span in event.spans where !(span.doubt?.keepsOpen ?? false) {
      switch event.kind(of: span) {
      case .free: continue
      case .freeDays where !closesFreeDays: continue
      case .days, .freeDays: close(span.from.day..<span.to.day, name, event.line)
      case .busy, .unnamed:
        guard span.end > span.start else { continue }
        busy.append(Busy(start: span.start, end: span.end, name: name, line: event.line))
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
