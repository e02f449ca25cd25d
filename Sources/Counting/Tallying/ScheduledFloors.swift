public import ScheduleModel

/// Least and most numbers of works in each half year, quarter, month, week or day that a schedule does not keep, so that they
/// cannot be kept however well it goes out.
public enum ScheduledFloors {
  /// What a schedule lacks, and what it has too much: a finding for each limit of each rule.
  ///
  /// - Parameters:
  ///   - slots: The openings of the plan, by which it is told where nothing can be placed.
  ///   - from: Told of are windows that end on this day or later; `nil` for all.
  public static func findings(
    plan: Plan, placements: [Placement], slots: [Slot], from: CivilDay? = nil
  ) -> [Finding] {
    let told = plan.lines.filter { line in
      line.placing != nil && line.counting.rules.contains { isTold($0, of: line) }
    }
    guard !told.isEmpty else { return [] }
    let works = ScheduledWorks(of: told, placements, BroadcastDays(plan: plan))
    let used = LineOpenings.used(by: placements)
    return told.flatMap { line in
      let openings = LineOpenings(of: line, in: plan, slots, used: used)
      return line.counting.rules.filter { isTold($0, of: line) }.flatMap { rule in
        findings(rule, line, plan: plan, works[line.id], openings, from: from)
      }
    }
  }

  private static func findings(
    _ rule: CountingRule, _ line: PlanLine, plan: Plan, _ works: ScheduledWorks.Days,
    _ openings: LineOpenings, from: CivilDay?
  ) -> [Finding] {
    let windows = limited(rule, line, plan: plan).filter { $0.days.upperBound > from ?? $0.days.lowerBound }
    // A rule that counts minutes is held against the longest that its works may be, and the shortest.
    let lengths = rule.measure == .minutes ? line.placing?.lengths ?? 1...1 : 1...1
    let short = windows.compactMap { window -> BrokenLimit? in
      guard let floor = window.floor else { return nil }
      let has = works.touching(window.days) * lengths.upperBound
      return has < floor
        ? BrokenLimit(days: window.days, has: has, limit: floor, room: openings.room(in: window.days)) : nil
    }
    let over = windows.compactMap { window -> BrokenLimit? in
      guard let ceiling = window.ceiling else { return nil }
      let has = works.inside(window.days) * lengths.lowerBound
      return has > ceiling ? BrokenLimit(days: window.days, has: has, limit: ceiling, room: .full) : nil
    }
    var findings: [Finding] = []
    if !short.isEmpty {
      let asked = rule.cycle.isRolling ? 0 : windows.reduce(0) { $0 + ($1.floor ?? 0) }
      let most = max(works.count, line.works ?? 0) * lengths.upperBound
      findings.append(
        .floorNotScheduled(
          rule, of: line, short, sums: asked > most ? (asked, most) : nil,
          months: { day, more in
            let month = plan.months.index(of: day) ?? 0
            return "\(plan.months.key(of: month)): \(works.touching(plan.months.days(of: month)) + more).."
          }))
    }
    if !over.isEmpty { findings.append(.ceilingScheduled(rule, of: line, over)) }
    return findings
  }

  /// All windows in which a line owes a least number of works and which months can be given more for, as a schedule fills
  /// them.
  public static func windows(plan: Plan, placements: [Placement]) -> [FloorWindow] {
    let lines = plan.lines.filter { line in
      line.placing != nil && line.counting.rules.contains { isPlain($0, of: line) }
    }
    guard !lines.isEmpty else { return [] }
    let works = ScheduledWorks(of: lines, placements, BroadcastDays(plan: plan))
    return lines.flatMap { line in
      line.counting.rules.filter { isPlain($0, of: line) }.flatMap { rule in
        limited(rule, line, plan: plan).map { window in
          FloorWindow(
            line: line.id, days: window.days, floor: window.floor ?? 0,
            has: works[line.id].touching(window.days))
        }
      }
    }
  }

  /// The windows of a rule with their least and their most; of a window of which only some days are owed, these are the
  /// share of them.
  private static func limited(
    _ rule: CountingRule, _ line: PlanLine, plan: Plan
  ) -> [(days: Range<CivilDay>, floor: Int?, ceiling: Int?)] {
    guard let year = ReportingPeriod(.year, of: plan.year, profile: plan.usualProfile) else { return [] }
    let owed = OwedDays(of: [line], on: [], in: plan)
    return rule.cycle.windows(of: year).compactMap { window in
      let (inside, all) = (owed.count(in: window), window.count)
      if rule.cycle.isRolling, inside < all { return nil }
      return (
        window, rule.floor.map { $0 * inside / all },
        inside == 0 ? nil : rule.ceiling.map { ($0 * inside + all - 1) / all }
      )
    }
  }

  /// Whether a rule is one of which a schedule tells: of works alone, or of minutes where the plan states how long they are,
  /// wherever and whenever they go out. What it says of a whole year is the quota's.
  private static func isTold(_ rule: CountingRule, of line: PlanLine) -> Bool {
    switch rule.measure {
    case .works: break
    case .minutes:
      guard rule.runs == .first, line.parts == 1, line.placing?.lengths != nil else { return false }
    case .versions, .placements, .points: return false
    }

    switch rule.cycle {
    case .year, .whole: return false
    case .half, .quarter, .month, .weeks, .rolling, .day: break
    }
    return (rule.floor ?? 0 > 0 || rule.ceiling != nil) && rule.hours == nil
      && rule.outlets.isEmpty && rule.languages.isEmpty && rule.exclusions.isEmpty && !rule.carriesOver
  }

  /// Whether it is a least in windows that lie one after another and that months can be given more for.
  private static func isPlain(_ rule: CountingRule, of line: PlanLine) -> Bool {
    if rule.cycle == .day || rule.cycle.isRolling { return false }
    return rule.measure == .works && isTold(rule, of: line) && (rule.floor ?? 0) > 0
  }
}
