import ScheduleModel

/// The works of each day of a report's period: how many were scheduled, and how many went out.
///
/// What went out is what the tally counted, row by row and by broadcast day, so that the pictures agree with the tables.
/// Works that the schedule puts into a month without a day are scheduled on no day, and due at the month's end.
struct DayCounts {
  /// The days, half-open: those of the period that lie in the plan's months.
  let days: Range<CivilDay>
  /// Works scheduled for a day, by day from the first.
  let scheduled: [Int]
  /// Works that the schedule wants out by a day, by day from the first: those that it puts into a month without a
  /// day are due on the month's last. A work that was missed is due where it was planned first, and not again where it
  /// is made good.
  let due: [Int]
  /// Works gone out, by day from the first; `nil` for days after the last of which the logs tell.
  let aired: [Int?]
  /// Works still to go out on each day after the last of which the logs tell; what aired early is not among them.
  let still: [Int]
  /// The days that the scheduled works have, half-open: from the first day of their lines to the last.
  let window: Range<CivilDay>
  /// Works scheduled in a month of the period, on no day.
  let dayless: Int

  /// The days of a report; `nil` without a schedule, or when nothing of it lies on any day.
  init?(_ input: TallyReport.Input) {
    guard let schedule = input.schedule else { return nil }
    let days = input.tally.period.days.clamped(to: input.plan.months.days)
    func index(_ day: CivilDay) -> Int? {
      days.contains(day) ? days.lowerBound.distance(to: day) : nil
    }
    var scheduled = Array(repeating: 0, count: days.count)
    var (due, still) = (scheduled, scheduled)
    var dayless = 0
    let known = input.tally.knowsOutput ? input.tally.asOf.map { days.lowerBound.distance(to: $0) } ?? -1 : -1
    let again = PlacementAttempt.before(schedule.placements.lazy.map(\.uid))
    let gone = Self.aired(input, again)
    let broadcast = BroadcastDays(plan: input.plan)
    for placement in schedule.placements where input.plan.isOriginalFirstRun(placement) {
      guard let index = index(broadcast.days(of: placement).upperBound.advanced(by: -1)) else { continue }
      if case .inMonth = placement.timing { dayless += 1 } else { scheduled[index] += 1 }
      if again[placement.uid] == nil { due[index] += 1 }
      if index > known, !gone.contains(PlacementAttempt.first(placement.uid, again)) { still[index] += 1 }
    }
    var aired = Array(repeating: 0, count: days.count)
    for day in Self.airings(input) {
      if let index = index(day) { aired[index] += 1 }
    }
    guard due.contains(where: { $0 > 0 }) || aired.contains(where: { $0 > 0 }) else { return nil }
    self.days = days
    self.scheduled = scheduled
    self.due = due
    self.still = still
    self.window = Self.window(input).clamped(to: days)
    self.dayless = dayless
    self.aired = aired.enumerated().map { $0.offset <= known ? $0.element : nil }
  }

  /// The day of each row that the tally counted, once where two lines count it.
  private static func airings(_ input: TallyReport.Input) -> [CivilDay] {
    let entries =
      (input.reconciled?.outcomes.flatMap { [$0.entry, $0.makeGood].compactMap(\.self) } ?? [])
      + (input.reconciled?.unplanned.map(\.entry) ?? [])
    let days = Dictionary(
      entries.map { ($0.place, $0.broadcastDay) }, uniquingKeysWith: { first, _ in first })
    return Set(input.tally.lines.flatMap(\.rows)).compactMap { days[$0] }
  }

  /// The first attempts at what has gone out, whichever attempt it was and whatever day they are on.
  private static func aired(_ input: TallyReport.Input, _ again: [String: String]) -> Set<String> {
    let outcomes = (input.reconciled?.outcomes ?? []).filter { $0.airing != nil }
    return Set(outcomes.map { PlacementAttempt.first($0.placement.uid, again) })
  }

  private static func window(_ input: TallyReport.Input) -> Range<CivilDay> {
    let scheduled = Set((input.schedule?.placements ?? []).map(\.line))
    let windows = input.plan.lines.filter { scheduled.contains($0.id) }.map {
      input.plan.runningDays(of: $0, in: input.plan.days) ?? $0.placing?.window ?? input.plan.days
    }
    guard let first = windows.map(\.lowerBound).min(), let last = windows.map(\.upperBound).max() else {
      return input.plan.days
    }
    return first..<last
  }

  /// The works of the days, as given; all scheduled have a day, and none of those that are left has aired early.
  init(days: Range<CivilDay>, scheduled: [Int], aired: [Int?]) {
    self.days = days
    self.scheduled = scheduled
    self.aired = aired
    (due, still, window, dayless) = (scheduled, scheduled, days, 0)
  }

  /// How many days of the period the logs tell of.
  var knownDays: Int { aired.prefix { $0 != nil }.count }

  /// The day at an index.
  func day(_ index: Int) -> CivilDay { days.lowerBound.advanced(by: index) }
}
