import ScheduleModel

/// The days of a plan's months as the engine counts them: 0 is the first of the first month.
struct YearDays {
  /// The first day of the plan's first month.
  let first: CivilDay
  /// The days that may be planned, half-open, those of the next year with them into which repeats may go.
  let open: Range<Int>
  /// The first day of each month, and the day after the last, none beyond the days that may be planned; what lies
  /// in the next year is taken for the end of December.
  let monthStart: [Int]

  init(of plan: Plan) {
    let first = plan.months.days.lowerBound
    self.first = first
    let scheduled = plan.scheduledDays
    open = first.distance(to: scheduled.lowerBound)..<first.distance(to: scheduled.upperBound)
    let end = open.upperBound
    monthStart =
      plan.months.indices.map { min(end, first.distance(to: plan.months.days(of: $0).lowerBound)) } + [end]
  }

  /// How many days are counted.
  var count: Int { open.upperBound }

  /// Days of the first day's week that lie before it; weeks begin on Monday.
  var weekOffset: Int { first.weekday - 1 }

  /// The number of a day.
  func index(of day: CivilDay) -> Int { first.distance(to: day) }

  /// The day with that number.
  func day(_ index: Int) -> CivilDay { first.advanced(by: index) }

  /// The number of the week in which a day lies.
  func week(of day: CivilDay) -> Int { (index(of: day) + weekOffset) / 7 }

  /// The first day of each week, from that in which the first day lies.
  var weeks: [CivilDay] {
    stride(from: -weekOffset, to: count, by: 7).map(day)
  }
}
