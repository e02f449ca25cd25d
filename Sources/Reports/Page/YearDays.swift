import ScheduleModel

/// The works of each day of a report's period: how many were scheduled, and how many went out.
///
/// What went out is what the tally counted, row by row, so that the pictures agree with the tables. Works that the
/// schedule puts into a month without a day are on no day.
struct YearDays {
  /// The days, half-open: those of the period that lie in the plan's year.
  let days: Range<CivilDay>
  /// Works scheduled, by day from the first.
  let scheduled: [Int]
  /// Works gone out, by day from the first; `nil` for days after the last of which the logs tell.
  let aired: [Int?]
  /// Works scheduled in a month of the period, on no day.
  let dayless: Int

  /// The days of a report; `nil` without a schedule, or when nothing of it lies on any day.
  init?(_ input: TallyReport.Input) {
    guard let schedule = input.schedule else { return nil }
    let days = input.tally.period.days.clamped(to: CivilDay.year(input.plan.year))
    func index(_ day: CivilDay) -> Int? {
      days.contains(day) ? days.lowerBound.distance(to: day) : nil
    }
    var scheduled = Array(repeating: 0, count: days.count)
    var dayless = 0
    for placement in schedule.placements where placement.isOriginalFirstRun {
      guard let index = index(placement.timing.day) else { continue }
      if case .inMonth = placement.timing { dayless += 1 } else { scheduled[index] += 1 }
    }
    var aired = Array(repeating: 0, count: days.count)
    for day in Self.airings(input) {
      if let index = index(day) { aired[index] += 1 }
    }
    guard scheduled.contains(where: { $0 > 0 }) || aired.contains(where: { $0 > 0 }) else { return nil }
    self.days = days
    self.scheduled = scheduled
    self.dayless = dayless
    let known = input.tally.knowsOutput ? input.tally.asOf.map { days.lowerBound.distance(to: $0) } ?? -1 : -1
    self.aired = aired.enumerated().map { $0.offset <= known ? $0.element : nil }
  }

  /// The day of each row that the tally counted, once where two lines count it.
  private static func airings(_ input: TallyReport.Input) -> [CivilDay] {
    let entries =
      (input.reconciled?.outcomes.compactMap(\.entry) ?? [])
      + (input.reconciled?.unplanned.map(\.entry) ?? [])
    let days = Dictionary(entries.map { ($0.place, $0.day) }, uniquingKeysWith: { first, _ in first })
    return Set(input.tally.lines.flatMap(\.rows)).compactMap { days[$0] }
  }

  /// How many days of the period the logs tell of.
  var knownDays: Int { aired.prefix { $0 != nil }.count }

  /// The day at an index.
  func day(_ index: Int) -> CivilDay { days.lowerBound.advanced(by: index) }
}
