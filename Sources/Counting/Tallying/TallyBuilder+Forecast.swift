import ScheduleModel

extension TallyBuilder {
  /// Where a line will be at the end of the plan's own year, as was known on the last day of the period, or on the last
  /// day of the logs when these end before. A report on the whole year knows what the logs tell after its cut-off.
  ///
  /// - Parameters:
  ///   - fates: The line's works, those of the lines inside it included.
  ///   - time: How the quota is counted where it is a time; `nil` for one of works.
  ///   - asOf: The last day of which the logs tell.
  /// - Returns: `nil` when the year is over on that day, or the figure is not one that can be reached.
  static func forecast(
    of line: PlanLine, planned: Quantity?, _ fates: some Sequence<Work.Fate>, plan: Plan,
    period: ReportingPeriod, asOf: CivilDay, time: RuleTally? = nil
  ) -> Forecast? {
    let year = plan.months.days
    let reporting = period.profile.days(of: .year, in: period.year)
    let isWhole = period.days.upperBound == reporting.upperBound
    let today = isWhole ? asOf : min(asOf, period.days.upperBound.advanced(by: -1))
    guard let floor = planned?.floor, floor > 0, year.contains(today), today.advanced(by: 1) < year.upperBound
    else { return nil }
    let unit = planned.flatMap { $0.unit.time == nil ? nil : $0.unit }
    var outlook = Outlook(fates, year: year, months: plan.months, today: today)
    if unit != nil {
      guard let time, let lengths = line.placing?.lengths?.times(line.parts) else { return nil }
      outlook.turnIntoMinutes(time.counted, of: lengths, year: year, plan.months, today)
    }
    let pace = plan.runningDays(of: line, in: year).flatMap {
      Pace(aired: outlook.aired, window: $0, today: today)
    }
    let months = plan.months.indices.map { index in
      let (days, month) = (plan.months.days(of: index), index + 1)
      let isOpen = days.upperBound > today.advanced(by: 1)
      return Forecast.Month(
        scheduled: outlook.planned[month], aired: days.lowerBound <= today ? outlook.airedBy[month] : nil,
        paced: isOpen ? pace?.works(before: days.upperBound) : nil,
        expected: isOpen ? outlook.aired + outlook.still[month] : nil)
    }
    let paced = pace?.works(before: year.upperBound)
    // A pace is rounded down, so it is often one behind in a month of a year that it fulfils.
    let isShort = paced.map { $0 < floor } ?? false
    let short =
      isShort ? months.firstIndex { month in month.paced.map { $0 < month.scheduled } ?? false } : nil
    return Forecast(
      quota: floor, asOf: today, aired: outlook.aired, due: outlook.due,
      scheduled: outlook.aired + outlook.stillInYear, paced: paced, shortFrom: short.map { $0 + 1 },
      months: months, time: unit, shortest: outlook.shortest)
  }
}

/// The days of a line's works, added up from the start of the plan's year; index 0 has what lies before its first
/// month.
private struct Outlook {
  var aired = 0
  var due = 0
  var stillInYear = 0
  var shortest: Forecast.Shortest?
  var planned: [Int]
  var airedBy: [Int]
  var still: [Int]

  init(_ fates: some Sequence<Work.Fate>, year: Range<CivilDay>, months: MonthRun, today: CivilDay) {
    planned = Array(repeating: 0, count: months.count + 1)
    (airedBy, still) = (planned, planned)
    func month(_ day: CivilDay) -> Int { months.index(of: day).map { $0 + 1 } ?? 0 }
    for fate in fates {
      // A work of the year's first days may have gone out in the last ones of the year before.
      let isOfYear = fate.planned.map(year.contains) ?? false
      let hasAired =
        fate.airing.map { $0.day <= today && (year.contains($0.day) || isOfYear && $0.day < year.lowerBound) }
        ?? false
      if hasAired, let day = fate.airing?.day {
        aired += 1
        airedBy[month(day)] += 1
      }
      guard let day = fate.planned, year.contains(day) else { continue }
      planned[month(day)] += 1
      if day <= today, fate.outcome.isKnown {
        due += 1
        // What was missed may have been planned once more, or have gone out since: later than the forecast's day.
        let later = fate.airing.flatMap { $0.day > today ? $0.day : nil }
        if !hasAired, let next = fate.next ?? later, year.contains(next) {
          stillInYear += 1
          still[month(next)] += 1
        }
      } else if !hasAired {
        stillInYear += 1
        still[month(day)] += 1
      }
    }
    for index in 1...months.count {
      planned[index] += planned[index - 1]
      airedBy[index] += airedBy[index - 1]
      still[index] += still[index - 1]
    }
  }

  /// Turns numbers of works into minutes: those of the rows that count, and for what is to come the longest that a work may
  /// have, and the shortest apart.
  mutating func turnIntoMinutes(
    _ rows: [CountedRow], of lengths: ClosedRange<Int>, year: Range<CivilDay>, _ months: MonthRun,
    _ today: CivilDay
  ) {
    let longest = lengths.upperBound
    let (leastDue, leastStill) = (due * lengths.lowerBound, stillInYear * lengths.lowerBound)
    due *= longest
    stillInYear *= longest
    for index in planned.indices {
      planned[index] *= longest
      still[index] *= longest
      airedBy[index] = 0
    }
    aired = 0
    for row in rows where row.entry.broadcastDay <= today && row.entry.broadcastDay < year.upperBound {
      aired += row.amount
      airedBy[months.index(of: row.entry.broadcastDay).map { $0 + 1 } ?? 0] += row.amount
    }
    for index in airedBy.indices.dropFirst() { airedBy[index] += airedBy[index - 1] }
    if lengths.count > 1 { shortest = Forecast.Shortest(due: leastDue, scheduled: aired + leastStill) }
  }
}
