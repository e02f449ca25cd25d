public import ScheduleModel

/// Turns the grid lines of a plan into dated slots.
public enum GridExpansion {
  /// Every slot that the plan's grid opens, and what is doubtful about it.
  ///
  /// A slot lies within ``Plan/openDays(of:on:)``, the outlet's validity and the grid line's validity, all three. A rule
  /// starts (DTSTART of RFC 5545 §3.8.2.4) on the grid line's first valid day, or on the first day of the plan
  /// when that line has always been valid, so `INTERVAL=2` and `COUNT` count from there. An opening at 24:00
  /// belongs to the day that ends with it: that day decides on blackouts, months and the plan's limits. A day
  /// named twice by a grid line opens once.
  ///
  /// In a blackout an opening is lost, stays or moves, as the grid line says. It does not move to a day that
  /// is closed too, lies outside, or on which the line opens anyway. An opening that is kept in a blackout
  /// was decided on, so it is not reported as lying on Tết or in mourning.
  ///
  /// - Returns: The slots by time, then by id; the findings in the order of outlets and grid lines, then those about
  ///   Tết and state mourning, which concern outlets in Việt Nam alone.
  /// - Complexity: O(days of the plan) for each grid line, whether or not its rule ever occurs.
  public static func slots(of plan: Plan) -> (slots: [Slot], findings: [Finding]) {
    var slots: [Slot] = []
    var findings: [Finding] = []
    var holidays = HolidayCheck(years: plan.months.years)
    for outlet in plan.outlets {
      let openings = outlet.grid.map { GridLineOpenings(of: $0, on: outlet, in: plan) }
      for opening in openings {
        findings += opening.findings
        holidays.add(opening)
      }
      findings += OverlapCheck(openings, of: outlet).findings
      let own = openings.flatMap(\.slots)
      findings += districtFindings(outlet, slots: own)
      slots += own
    }
    findings += holidays.findings
    if plan.outlets.contains(where: \.isInVietnam), !slots.isEmpty {
      for year in plan.months.years where NationalCalendar.newYearDays(of: year) == nil {
        findings.append(.newYearUnknown(year: year))
      }
    }
    return (slots.sorted { ($0.timing, $0.id) < ($1.timing, $1.id) }, findings)
  }

  /// A district outlet that nobody closed, though districts ended.
  private static func districtFindings(_ outlet: Outlet, slots: [Slot]) -> [Finding] {
    guard outlet.level == .district, outlet.validity.through == nil else { return [] }
    let end = AdminLevel.districtsEnd
    let late = slots.filter { slot in
      if case .inMonth(let days) = slot.timing { days.upperBound > end } else { slot.timing.day >= end }
    }
    guard let first = late.map(\.timing.day).min() else { return [] }
    return [.districtOutlet(outlet, slots: late.count, first: max(first, end), end: end)]
  }
}
