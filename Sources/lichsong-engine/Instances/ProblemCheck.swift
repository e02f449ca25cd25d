import Allocation
import ScheduleModel

/// Whether a problem contradicts itself. One that has no findings can be given to ``AllocationEngine``: its
/// numbers are so small that nothing overflows, and its pins can all be kept, each rule taken alone.
///
/// Every function is one rule.
enum ProblemCheck {
  /// Everything that is wrong, at most 200 findings and one that says how many more there are.
  static func findings(of problem: Problem, names: ProblemNames) -> [Finding] {
    var findings = BoundedFindings(file: names.whole?.file)
    check(problem, names, &findings)
    return findings.all
  }

  /// Holds the problem against all rules.
  static func check(_ problem: Problem, _ names: ProblemNames, _ findings: inout BoundedFindings) {
    guard yearIsSound(problem, names, &findings) else { return }
    limitsAreSmall(problem, names, &findings)
    for (index, series) in problem.series.enumerated() {
      let name = names.series(index)
      quotaIsSmall(series, name, &findings)
      airedLiesBefore(problem.firstOpenDay, series, name, &findings)
      airedFitsQuota(series, name, &findings)
      monthsFitQuota(problem, series, name, &findings)
      daysHaveWeight(problem, series, name, &findings)
      pinsFitSeries(problem, series, name, &findings)
    }
    sourcesAreSound(problem, names, &findings)
    pinsFitSlots(problem, names, &findings)
  }

  private static func yearIsSound(
    _ problem: Problem, _ names: ProblemNames, _ findings: inout BoundedFindings
  ) -> Bool {
    let starts = problem.monthStart
    if starts.count == 13, starts.first == 0, starts.last == problem.days,
      problem.days <= InstanceBounds.days, zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 }),
      (0...problem.days).contains(problem.firstOpenDay)
    {
      return true
    }
    findings.append(.monthsDoNotAscend(days: problem.days, at: names.whole))
    return false
  }

  private static func limitsAreSmall(
    _ problem: Problem, _ names: ProblemNames, _ findings: inout BoundedFindings
  ) {
    for (index, outlet) in problem.outlets.enumerated() {
      if let limit = ([outlet.perDay].compactMap { $0 } + (outlet.perMonth ?? [])).first(where: isTooLarge) {
        findings.append(.limitOutOfBounds(names.outlet(index), limit))
      }
    }
    for (index, slot) in problem.slots.enumerated() {
      if let limit = [slot.pieces, slot.minutes ?? 0].first(where: isTooLarge) {
        findings.append(.limitOutOfBounds(names.slot(index), limit))
      }
    }
    for (index, translator) in problem.translators.enumerated() {
      if let limit = translator.perWeek.first(where: isTooLarge) {
        findings.append(.limitOutOfBounds(names.translator(index), limit))
      }
    }
  }

  private static func isTooLarge(_ number: Int) -> Bool { !(0...InstanceBounds.largest).contains(number) }

  private static func quotaIsSmall(
    _ series: Problem.Series, _ name: ProblemNames.Name, _ findings: inout BoundedFindings
  ) {
    // The most of a day or a month may be Int32.max, which means no limit.
    let others =
      series.dayWeights.first(where: isTooLarge)
      ?? series.choices.map(\.preference).first(
        where: isTooLarge)
    if let number = [series.quota, series.minutes, series.gapDays].first(where: isTooLarge) ?? others {
      findings.append(.limitOutOfBounds(name, number))
    }
    if series.perDay < 0 || series.perDay > Int(Int32.max) {
      findings.append(.limitOutOfBounds(name, series.perDay))
    }
  }

  private static func airedLiesBefore(
    _ firstOpenDay: Int, _ series: Problem.Series, _ name: ProblemNames.Name,
    _ findings: inout BoundedFindings
  ) {
    if let day = series.aired.last(where: { $0 >= firstOpenDay }) {
      findings.append(.airedTooLate(name, day: day, firstOpenDay: firstOpenDay))
    }
  }

  private static func airedFitsQuota(
    _ series: Problem.Series, _ name: ProblemNames.Name, _ findings: inout BoundedFindings
  ) {
    if series.aired.count > series.quota {
      findings.append(.airedPassQuota(name, aired: series.aired.count, quota: series.quota))
    }
  }

  private static func monthsFitQuota(
    _ problem: Problem, _ series: Problem.Series, _ name: ProblemNames.Name,
    _ findings: inout BoundedFindings
  ) {
    let open = max(0, series.quota - series.aired.count)
    let least = zip(problem.monthStart, series.perMonth).reduce(0) {
      $0 + ($1.0 >= problem.firstOpenDay ? $1.1.lowerBound : 0)
    }
    if least > open { findings.append(.monthsPassQuota(name, least: least, open: open)) }
  }

  /// A first plan that weighs no day contradicts itself; later in the year the days are simply over.
  private static func daysHaveWeight(
    _ problem: Problem, _ series: Problem.Series, _ name: ProblemNames.Name,
    _ findings: inout BoundedFindings
  ) {
    let left = series.quota - series.aired.count
    guard left > 0, series.dayWeights.allSatisfy({ $0 == 0 }) else { return }
    findings.append(problem.firstOpenDay == 0 ? .noDayHasWeight(name) : .daysAreOver(name, left: left))
  }

  /// Pins against the quota, the most of a day and the most of a month.
  private static func pinsFitSeries(
    _ problem: Problem, _ series: Problem.Series, _ name: ProblemNames.Name,
    _ findings: inout BoundedFindings
  ) {
    var perDay: [Int: Int] = [:]
    var perMonth = Array(repeating: 0, count: 12)
    for choice in series.choices where choice.least > 0 {
      let slot = problem.slots[choice.slot]
      perDay[slot.day, default: 0] += choice.least
      perMonth[problem.month(of: slot.day)] += choice.least
      // Where no day is fixed, the most of a day counts once for each.
      let most = series.perDay.multipliedReportingOverflow(by: max(1, slot.span))
      if !most.overflow, choice.least > most.partialValue, slot.span > 1 {
        findings.append(.pinsPass(.day(slot.day), name, pins: choice.least, most: most.partialValue))
      }
      if slot.span > 1 { perDay[slot.day] = 0 }
    }
    for pin in series.dayPins where pin.least > perDay[pin.day, default: 0] {
      perMonth[problem.month(of: pin.day)] += pin.least - perDay[pin.day, default: 0]
      perDay[pin.day] = pin.least
    }
    for (day, pins) in perDay.sorted(by: { $0.key < $1.key }) where pins > series.perDay {
      findings.append(.pinsPass(.day(day), name, pins: pins, most: series.perDay))
    }
    for (month, pins) in perMonth.enumerated() where month < series.perMonth.count {
      if problem.monthStart[month] >= problem.firstOpenDay, pins > series.perMonth[month].upperBound {
        findings.append(
          .pinsPass(.month(month), name, pins: pins, most: series.perMonth[month].upperBound))
      }
    }
    let all = perMonth.reduce(0, +)
    if all > 0, all + series.aired.count > series.quota {
      findings.append(
        .pinsPass(.quota(series.quota), name, pins: all, most: series.quota - series.aired.count))
    }
  }

  /// Pins of all series against what a slot holds, and an outlet takes on a day and in a month.
  private static func pinsFitSlots(
    _ problem: Problem, _ names: ProblemNames, _ findings: inout BoundedFindings
  ) {
    var perSlot: [Int: Int] = [:]
    for series in problem.series {
      for choice in series.choices where choice.least > 0 { perSlot[choice.slot, default: 0] += choice.least }
    }
    var perDay: [OutletDays: Int] = [:]
    var perMonth: [OutletDays: Int] = [:]
    for (index, pins) in perSlot.sorted(by: { $0.key < $1.key }) {
      let slot = problem.slots[index]
      if pins > slot.pieces {
        findings.append(.pinsPass(.slot, names.slot(index), pins: pins, most: slot.pieces))
      }
      if slot.span == 1 { perDay[OutletDays(outlet: slot.outlet, days: slot.day), default: 0] += pins }
      perMonth[OutletDays(outlet: slot.outlet, days: problem.month(of: slot.day)), default: 0] += pins
    }
    for (at, pins) in perDay.sorted(by: { $0.key < $1.key }) {
      if let most = problem.outlets[at.outlet].perDay, pins > most {
        findings.append(.pinsPass(.day(at.days), names.outlet(at.outlet), pins: pins, most: most))
      }
    }
    for (at, pins) in perMonth.sorted(by: { $0.key < $1.key }) {
      if let most = problem.outlets[at.outlet].perMonth?[at.days], pins > most {
        findings.append(.pinsPass(.month(at.days), names.outlet(at.outlet), pins: pins, most: most))
      }
    }
  }

  /// A day or a month of an outlet.
  private struct OutletDays: Hashable, Comparable {
    let outlet: Int
    let days: Int

    static func < (left: OutletDays, right: OutletDays) -> Bool {
      (left.outlet, left.days) < (right.outlet, right.days)
    }
  }

  /// No series waits for itself, be it by way of others. Each series is visited once.
  private static func sourcesAreSound(
    _ problem: Problem, _ names: ProblemNames, _ findings: inout BoundedFindings
  ) {
    var walks: [Int?] = Array(repeating: nil, count: problem.series.count)
    for start in problem.series.indices {
      var index = start
      while walks[index] == nil {
        walks[index] = start
        guard let follows = problem.series[index].follows else { break }
        if isTooLarge(follows.leastDays) {
          findings.append(.limitOutOfBounds(names.series(index), follows.leastDays))
        }
        index = follows.source
        // Met again on the same walk: a circle, of which this is one member.
        if walks[index] == start { findings.append(.waitsForItself(names.series(index))) }
      }
    }
  }
}
