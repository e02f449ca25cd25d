import ScheduleModel

/// How much each day counts in a series' ideal line.
///
/// A month's share is its weight times the part of it that lies in the window; blackouts take nothing of it. It
/// is spread over the days that are open, and those of a peak count as often as the peak says. A month in which
/// the line can have none has no share. Days too late for what follows from a work get nothing, where the month
/// has others. Where no opening of a month has a fixed day, its share falls on the
/// last day, when the count can follow.
struct DayWeights {
  private let demand: LineDemand
  private let days: YearDays
  /// What the fractions of the months are multiplied by.
  private let factor: Int
  private let shares: [Share]

  /// What each open day of a month gets: a fraction, before its peak.
  private struct Share {
    let days: [CivilDay]
    /// The day on which all of it falls; `nil` for each on its own.
    let falls: CivilDay?
    let numerator: Int
    let denominator: Int
  }

  /// Twelve months of weights and peaks of 1,000 stay below 2^60 with it.
  private static let largestFactor = 1 << 35
  /// Forty months of them do with this.
  private static let largestFactorOfYears = 1 << 33

  /// - Parameters:
  ///   - latest: The last day on which a work leaves a slot for all that follows; `nil` for any.
  ///   - slots: The dated openings of the plan.
  init(
    of demand: LineDemand, choices: [Problem.Choice], latest: CivilDay?, plan: Plan, slots: [Slot],
    days: YearDays
  ) {
    self.demand = demand
    self.days = days
    let window = demand.placing.window.clamped(to: plan.days)
    let blackouts = plan.blackouts.filter { $0.lines.isEmpty || $0.lines.contains(demand.line.id) }
    let byMonth = Dictionary(grouping: choices) { demand.month(of: slots[$0.slot].firstDay) }
    shares = plan.months.indices.compactMap { month in
      let weight = demand.placing.weights[month]
      let all = plan.months.days(of: month)
      let inside = all.clamped(to: window)
      guard weight > 0, !inside.isEmpty, let openings = byMonth[month] else { return nil }
      var open = inside.filter { day in
        demand.outlets.contains { outlet in
          !blackouts.contains { $0.keeps(line: demand.line.id, off: outlet, on: day) }
        }
      }
      if open.isEmpty { open = Array(inside) }
      let early = open.filter { $0 <= latest ?? $0 }
      if !early.isEmpty { open = early }
      let top = weight * inside.count
      let bottom = all.count * open.count
      let common = Self.greatestDivisor(top, bottom)
      let opened = openings.map { slots[$0.slot] }
      let isFixed = opened.contains { $0.possibleDays.count == 1 }
      return Share(
        days: open, falls: isFixed ? nil : opened.map(\.lastDay).max(), numerator: top / common,
        denominator: bottom / common)
    }
    let largest = plan.months.count > 12 ? Self.largestFactorOfYears : Self.largestFactor
    factor = shares.reduce(1) { factor, share in
      min(
        largest,
        factor / Self.greatestDivisor(factor, share.denominator) * share.denominator)
    }
  }

  /// The weight of each day of the year that is counted.
  var all: [Int] {
    var weights = Array(repeating: 0, count: days.count)
    for share in shares {
      let weight = factor * share.numerator / share.denominator
      for day in share.days { weights[days.index(of: share.falls ?? day)] += weight * peak(on: day) }
    }
    return weights
  }

  private func peak(on day: CivilDay) -> Int {
    demand.placing.peaks.filter { $0.days.contains(day) }.map(\.weight).max() ?? 1
  }

  /// The weights of what follows a number of days later; what falls beyond the last day is cut off.
  static func shifted(_ weights: [Int], by count: Int) -> [Int] {
    weights.indices.map { $0 >= count ? weights[$0 - count] : 0 }
  }

  private static func greatestDivisor(_ one: Int, _ other: Int) -> Int {
    other == 0 ? one : greatestDivisor(other, one % other)
  }
}
