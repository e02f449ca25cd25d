import ScheduleModel

/// The openings of one grid line in a plan, after its blackouts.
struct GridLineOpenings {
  let line: GridLine
  let outlet: Outlet
  let plan: Plan
  /// The days on which the outlet and the line exist within the plan, half-open.
  let range: Range<CivilDay>
  /// The days on which it opens, before any blackout; empty for a line that opens once a month.
  private(set) var openDays: Set<CivilDay> = []
  private(set) var slots: [Slot] = []
  private(set) var findings: [Finding] = []

  init(of line: GridLine, on outlet: Outlet, in plan: Plan) {
    self.line = line
    self.outlet = outlet
    self.plan = plan
    range = plan.openDays(of: line, on: outlet).limited(to: outlet.validity).limited(to: line.validity)
    switch line.recurrence {
    case .rule(let rule): openByRule(rule)
    case .dates(let days): openByDate(days)
    case .monthly: openByMonth()
    }
  }

  /// Whether a blackout closes the outlet on that day.
  func isClosed(_ day: CivilDay) -> Bool { blackout(on: day) != nil }

  private func blackout(on day: CivilDay) -> Blackout? {
    plan.blackouts.first { $0.closes(outlet: outlet.id, on: day) }
  }

  /// The days of an opening that begins on a day.
  private func span(from day: CivilDay) -> Range<CivilDay> { day..<day.advanced(by: line.spanDays) }

  /// Whether an opening that begins on a day also ends within the days of the grid line.
  private func isWithin(_ day: CivilDay) -> Bool {
    day >= range.lowerBound && day.advanced(by: line.spanDays) <= range.upperBound
  }

  // MARK: Days

  private mutating func openByRule(_ rule: RecurrenceRule) {
    guard let last = range.last else { return findings.append(.withoutSlots(line, on: outlet, in: plan)) }
    let start = line.validity.from ?? plan.days.lowerBound
    let until = min(last, rule.lastDay(at: line.at, zone: outlet.zone) ?? last)
    let ruleDays = start <= until ? RecurrenceDays.days(of: rule, from: start, through: until) : []
    let idle = line.except.filter { !ruleDays.contains($0) }
    if !idle.isEmpty { findings.append(.exceptNotOpen(line, on: outlet, days: idle)) }
    let open = ruleDays.filter { !line.except.contains($0) }
    // A rule may begin before the plan or its outlet does, to fix the weeks on which it falls.
    let long = open.filter { range.contains($0) && !isWithin($0) }
    if !long.isEmpty { findings.append(.endsOutside(line, on: outlet, days: long)) }
    self.open(open.filter(isWithin))
  }

  private mutating func openByDate(_ days: [CivilDay]) {
    let named = Set(days).sorted()
    let outside = named.filter { !isWithin($0) }
    let beyond = outside.filter { day in !span(from: day).allSatisfy(plan.days.contains) }
    let late = beyond.filter(plan.days.contains)
    let other = beyond.filter { !plan.days.contains($0) }
    if !other.isEmpty { findings.append(.outsidePlan(line, on: outlet, days: other)) }
    if !late.isEmpty { findings.append(.endsOutside(line, on: outlet, days: late)) }
    let invalid = outside.filter { !beyond.contains($0) }
    if !invalid.isEmpty { findings.append(.notValid(line, on: outlet, days: invalid)) }
    open(named.filter(isWithin))
  }

  private mutating func open(_ ruleDays: [CivilDay]) {
    openDays = Set(ruleDays)
    if ruleDays.isEmpty { findings.append(.withoutSlots(line, on: outlet, in: plan)) }
    var lost: [(blackout: Blackout, days: [CivilDay])] = []
    for day in ruleDays {
      guard let blackout = span(from: day).lazy.compactMap(blackout).first, line.inBlackout != .keep else {
        append(ruleDay: day, on: day)
        continue
      }
      if let target = target(of: day) {
        append(ruleDay: day, on: target)
        findings.append(.moved(line, on: outlet, from: day, to: target, by: blackout))
      } else if let index = lost.firstIndex(where: { $0.blackout == blackout }) {
        lost[index].days.append(day)
      } else {
        lost.append((blackout, [day]))
      }
    }
    findings += lost.map { .lost(line, on: outlet, days: $0.days, to: $0.blackout) }
  }

  /// Where a blackout's opening moves to; `nil` when it is lost.
  private func target(of day: CivilDay) -> CivilDay? {
    guard case .shift(let days) = line.inBlackout else { return nil }
    let target = day.advanced(by: days)
    return isWithin(target) && !span(from: target).contains(where: isClosed) && !openDays.contains(target)
      ? target : nil
  }

  private mutating func append(ruleDay: CivilDay, on day: CivilDay) {
    var timing = line.spanDays > 1 ? SlotTiming.span(span(from: day)) : .allDay(day)
    if let at = line.at {
      timing = .timed(start: LocalTime(openingOn: day, at: at), minutes: line.minutes)
    }
    append(ruleDay: ruleDay, timing)
  }

  private mutating func append(ruleDay: CivilDay, _ timing: SlotTiming) {
    slots.append(
      Slot(
        outlet: outlet.id, grid: line.id, ruleDay: ruleDay, timing: timing, pieces: line.pieces,
        languages: line.languages, minutes: line.minutes, dayStarts: outlet.dayStarts))
  }

  // MARK: Months

  private mutating func openByMonth() {
    let months = plan.months.indices.map(plan.months.days(of:)).filter { $0.overlaps(range) }
    if months.isEmpty { findings.append(.withoutSlots(line, on: outlet, in: plan)) }
    for month in months {
      let days = month.clamped(to: range)
      if let blackout = blackout(on: days.lowerBound), line.inBlackout != .keep, days.allSatisfy(isClosed) {
        findings.append(.lostMonth(line, on: outlet, month: month.lowerBound, to: blackout))
      } else {
        append(ruleDay: month.lowerBound, .inMonth(days))
      }
    }
  }
}

extension Range<CivilDay> {
  /// The days of this range on which something valid so exists.
  fileprivate func limited(to validity: Validity) -> Range {
    let first = Swift.max(lowerBound, validity.from ?? lowerBound)
    let end = Swift.min(upperBound, validity.through?.advanced(by: 1) ?? upperBound)
    return first..<Swift.max(first, end)
  }
}
