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
    let told = plan.lines.filter { $0.placing != nil && $0.counting.rules.contains(where: isTold) }
    guard !told.isEmpty else { return [] }
    let works = ScheduledWorks(of: told, placements, BroadcastDays(plan: plan))
    return told.flatMap { line in
      line.counting.rules.filter(isTold).flatMap { rule in
        findings(rule, line, plan: plan, works[line.id], slots: slots, from: from)
      }
    }
  }

  private static func findings(
    _ rule: CountingRule, _ line: PlanLine, plan: Plan, _ works: ScheduledWorks.Days, slots: [Slot],
    from: CivilDay?
  ) -> [Finding] {
    let windows = limited(rule, line, plan: plan).filter { $0.days.upperBound > from ?? $0.days.lowerBound }
    let short = windows.compactMap { window -> BrokenLimit? in
      guard let floor = window.floor else { return nil }
      let has = works.touching(window.days)
      return has < floor ? BrokenLimit(days: window.days, has: has, limit: floor) : nil
    }
    let over = windows.compactMap { window -> BrokenLimit? in
      guard let ceiling = window.ceiling else { return nil }
      let has = works.inside(window.days)
      return has > ceiling ? BrokenLimit(days: window.days, has: has, limit: ceiling) : nil
    }
    var findings: [Finding] = []
    if !short.isEmpty {
      let open = openings(of: line, slots)
      findings.append(
        .floorNotScheduled(rule, of: line, short) { days in open.contains { $0.overlaps(days) } })
    }
    if !over.isEmpty { findings.append(.ceilingScheduled(rule, of: line, over)) }
    return findings
  }

  /// The days of the openings that first runs of a line may use.
  private static func openings(of line: PlanLine, _ slots: [Slot]) -> [Range<CivilDay>] {
    let outlets = Set(line.outlets.ids)
    let grid = line.placing?.grid ?? []
    return slots.filter { outlets.contains($0.outlet) && (grid.isEmpty || grid.contains($0.grid)) }
      .map(\.timing.days)
  }

  /// All windows in which a line owes a least number of works and which months can be given more for, as a schedule fills
  /// them.
  public static func windows(plan: Plan, placements: [Placement]) -> [FloorWindow] {
    let lines = plan.lines.filter { $0.placing != nil && $0.counting.rules.contains(where: isPlain) }
    guard !lines.isEmpty else { return [] }
    let works = ScheduledWorks(of: lines, placements, BroadcastDays(plan: plan))
    return lines.flatMap { line in
      line.counting.rules.filter(isPlain).flatMap { rule in
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

  /// Whether a rule is one of which a schedule tells: of works alone, wherever and whenever they go out. What it says of a
  /// whole year is the quota's.
  private static func isTold(_ rule: CountingRule) -> Bool {
    switch rule.cycle {
    case .year, .whole: return false
    case .half, .quarter, .month, .weeks, .rolling, .day: break
    }
    return rule.measure == .works && (rule.floor ?? 0 > 0 || rule.ceiling != nil) && rule.hours == nil
      && rule.outlets.isEmpty && rule.languages.isEmpty && rule.exclusions.isEmpty && !rule.carriesOver
  }

  /// Whether it is a least in windows that lie one after another and that months can be given more for.
  private static func isPlain(_ rule: CountingRule) -> Bool {
    if rule.cycle == .day || rule.cycle.isRolling { return false }
    return isTold(rule) && (rule.floor ?? 0) > 0
  }
}
