public import ScheduleModel

/// Keeps the least numbers of works of quarters and half years, of which the engine knows nothing: they are said of months.
public enum FloorKeeping {
  /// The plan with a least in the months of each line that lacks works in a window; `nil` where no month can take them.
  ///
  /// A window that has its works keeps them where they are. Works that are lacking go to the months of the window that have
  /// fewest.
  /// - Parameters:
  ///   - windows: All windows of the plan's lines that have a least, as a schedule fills them.
  ///   - from: The first day on which works can still be placed: months before it keep what they have. `nil` for all days.
  public static func plan(
    _ plan: Plan, keeping windows: [FloorWindow], in schedule: Schedule, from: CivilDay? = nil
  ) -> Plan? {
    let short = Set(windows.filter { $0.lacking > 0 }.map(\.line))
    var raised: Plan?
    for line in plan.lines where short.contains(line.id) {
      guard let placing = line.placing,
        let months = months(
          of: line, placing, windows.filter { $0.line == line.id }, plan: plan, schedule: schedule, from: from
        ),
        months != placing.months
      else { continue }
      raised = (raised ?? plan).placing(line.id) { $0.with(months: months) }
    }
    return raised
  }

  private static func months(
    of line: PlanLine, _ placing: Placing, _ windows: [FloorWindow], plan: Plan, schedule: Schedule,
    from: CivilDay?
  ) -> [ClosedRange<Int>]? {
    let broadcast = BroadcastDays(plan: plan)
    var first: [Int: CivilDay] = [:]
    for placement in schedule.placements where placement.line == line.id {
      let day = broadcast.firstDay(of: placement)
      first[placement.edition] = min(first[placement.edition] ?? day, day)
    }
    let start = from ?? plan.days.lowerBound
    var has = Array(repeating: 0, count: plan.months.count)
    // How many works a month can have: what lies before the start, and the openings after it.
    var room = has
    for day in first.values {
      guard let month = plan.months.index(of: day) else { continue }
      has[month] += 1
      if day < start { room[month] += 1 }
    }
    let outlets = Set(line.firstRunOutlets)
    for slot in schedule.slots
    where outlets.contains(slot.outlet) && (placing.grid.isEmpty || placing.grid.contains(slot.grid)) {
      guard slot.firstDay >= start, placing.window.contains(slot.firstDay),
        let month = plan.months.index(of: slot.firstDay)
      else { continue }
      room[month] += slot.pieces
    }
    var least = plan.months.indices.map { month in
      plan.months.days(of: month).upperBound <= start ? has[month] : placing.months[month].lowerBound
    }
    for window in windows {
      let inside = plan.months.indices.filter { month in
        let days = plan.months.days(of: month)
        return window.days.lowerBound <= days.lowerBound && days.upperBound <= window.days.upperBound
      }
      var open = window.floor - inside.reduce(0) { $0 + least[$1] }
      func most(_ month: Int) -> Int {
        placing.weights[month] > 0 ? min(room[month], placing.months[month].upperBound) : least[month]
      }
      // One work after the other: where the schedule has more than is asked, then where least is asked.
      func isWorse(_ left: Int, _ right: Int) -> Bool {
        let (own, other) = (max(0, has[left] - least[left]), max(0, has[right] - least[right]))
        if own != other { return own < other }
        if least[left] != least[right] { return least[left] > least[right] }
        return (room[left], right) < (room[right], left)
      }
      while open > 0 {
        guard let month = inside.filter({ least[$0] < most($0) }).max(by: isWorse) else { return nil }
        least[month] += 1
        open -= 1
      }
    }
    return plan.months.indices.map { month in
      guard plan.months.days(of: month).upperBound > start else { return placing.months[month] }
      return least[month]...max(least[month], placing.months[month].upperBound)
    }
  }
}
