@testable import Allocation

/// A schedule of a problem, looked at afresh: which rules it breaks, and how good it is.
struct PlacedUnits {
  let problem: Problem
  /// The units of each series in each of its choices.
  let counts: [[Int]]

  /// A schedule by counts.
  init(_ problem: Problem, counts: [[Int]]) {
    self.problem = problem
    self.counts = counts
  }

  /// What the engine gave; `nil` where a unit is in a slot that its series may not use.
  init?(_ problem: Problem, units: [Solution.Unit]) {
    var counts = problem.series.map { $0.choices.map { _ in 0 } }
    for unit in units {
      guard problem.series.indices.contains(unit.series),
        let choice = problem.series[unit.series].choices.firstIndex(where: { $0.slot == unit.slot })
      else { return nil }
      counts[unit.series][choice] += 1
    }
    self.init(problem, counts: counts)
  }

  /// The series that share outlets or translators, or wait for one another; found by joining until nothing
  /// more joins.
  static func parts(of problem: Problem) -> [[Int]] {
    var groups: [(series: Set<Int>, shared: Set<String>)] = problem.series.enumerated().map { index, series in
      var shared = Set(series.choices.map { "outlet \(problem.slots[$0.slot].outlet)" })
      shared.insert("series \(index)")
      if let follows = series.follows {
        shared.insert("series \(follows.source)")
        if let translator = follows.translator { shared.insert("translator \(translator)") }
      }
      return ([index], shared)
    }
    var index = 0
    while index < groups.count {
      let other = groups.indices.first {
        $0 > index && !groups[$0].shared.isDisjoint(with: groups[index].shared)
      }
      guard let other else {
        index += 1
        continue
      }
      groups[index].series.formUnion(groups[other].series)
      groups[index].shared.formUnion(groups[other].shared)
      groups.remove(at: other)
      index = 0
    }
    return groups.map { $0.series.sorted() }.sorted { $0[0] < $1[0] }
  }

  // MARK: - One series

  /// The rules that a series breaks on its own.
  static func breaches(
    of counts: [Int], _ index: Int, in problem: Problem, isRelaxed: Bool
  ) -> [String] {
    let series = problem.series[index]
    var breaches: [String] = []
    var gates: [[Int]: Int] = [:]
    for (choice, count) in zip(series.choices, counts) {
      if count < choice.least || count > choice.most { breaches.append("choice \(choice.slot) has \(count)") }
      let slot = problem.slots[choice.slot]
      gates[[slot.day, slot.span], default: 0] += count
    }
    if counts.reduce(0, +) > max(0, series.quota - series.aired.count) {
      breaches.append("more than the quota")
    }
    for (gate, count) in gates {
      let pins = gate[1] > 1 ? 0 : series.dayPins.filter { $0.day == gate[0] }.reduce(0) { $0 + $1.least }
      if count < pins { breaches.append("pin on day \(gate[0])") }
      if count > max(pins, series.perDay * gate[1]) { breaches.append("\(count) on day \(gate[0])") }
    }
    if isRelaxed { return breaches }

    let days = unitDays(counts, index, in: problem)
    for (month, range) in series.perMonth.enumerated() {
      let (start, end) = (problem.monthStart[month], problem.monthStart[month + 1])
      let count = days.dropFirst(series.aired.count).count { $0 >= start && $0 < end }
      if end > problem.firstOpenDay, !range.contains(count) { breaches.append("\(count) in month \(month)") }
    }
    for (number, day) in days.enumerated() where number >= max(1, series.aired.count) {
      if day - days[number - 1] < series.gapDays { breaches.append("gap before day \(day)") }
    }
    return breaches
  }

  /// The days of all units of a series, aired ones first.
  static func unitDays(_ counts: [Int], _ index: Int, in problem: Problem) -> [Int] {
    let series = problem.series[index]
    return series.aired
      + zip(series.choices, counts).flatMap { Array(repeating: problem.slots[$0.slot].day, count: $1) }
      .sorted()
  }

  /// What one series has of each objective; the deviation is its own largest.
  static func values(_ counts: [Int], _ index: Int, in problem: Problem) -> [Objective: Int] {
    let series = problem.series[index]
    let days = unitDays(counts, index, in: problem)
    let ideals = idealLine(of: series)
    var (deviation, squares, count) = (0, 0, series.aired.count)
    for day in problem.firstOpenDay..<problem.days {
      while count < days.count, days[count] <= day { count += 1 }
      let distance = abs(1000 * count - ideals[day])
      deviation = max(deviation, distance)
      squares += distance * distance
    }
    return [
      .shortage: max(0, series.quota - days.count), .deviation: deviation, .squares: squares,
      .moves: zip(series.choices, counts).reduce(0) { $0 + max(0, $1.0.published - $1.1) },
      .preference: zip(series.choices, counts).reduce(0) { $0 + $1.0.preference * $1.1 },
    ]
  }

  /// Thousandths of a piece by the end of each day, rounded half up.
  static func idealLine(of series: Problem.Series) -> [Int] {
    let total = series.dayWeights.reduce(0, +)
    let aired = series.aired.count
    return series.dayWeights.indices.map { day in
      guard total > 0 else { return 1000 * aired }
      let sum = series.dayWeights[...day].reduce(0, +)
      let halves = 2000 * (series.quota - aired) * sum + total
      let rest = halves % (2 * total)
      return 1000 * aired + (halves - rest) / (2 * total) - (rest < 0 ? 1 : 0)
    }
  }

  // MARK: - All series

  /// All rules that the schedule breaks.
  func breaches(isRelaxed: Bool) -> [String] {
    problem.series.indices.flatMap { index in
      Self.breaches(of: counts[index], index, in: problem, isRelaxed: isRelaxed).map {
        "series \(index): \($0)"
      }
    } + sharedBreaches(isRelaxed: isRelaxed)
  }

  /// The rules that the series break together.
  func sharedBreaches(isRelaxed: Bool) -> [String] {
    var breaches: [String] = []
    var slots = Array(repeating: 0, count: problem.slots.count)
    var minutes = slots
    for (series, counts) in zip(problem.series, counts) {
      for (choice, count) in zip(series.choices, counts) {
        slots[choice.slot] += count
        minutes[choice.slot] += count * series.minutes
      }
    }
    var days: [[Int]: Int] = [:]
    var months: [[Int]: Int] = [:]
    for (index, slot) in problem.slots.enumerated() where slots[index] > 0 {
      if slots[index] > slot.pieces { breaches.append("slot \(index) has \(slots[index])") }
      if let most = slot.minutes, !isRelaxed, minutes[index] > most {
        breaches.append("minutes of slot \(index)")
      }
      if slot.span == 1 { days[[slot.outlet, slot.day], default: 0] += slots[index] }
      let month = (problem.monthStart.lastIndex { $0 <= slot.day } ?? 0)
      months[[slot.outlet, month], default: 0] += slots[index]
    }
    for (key, count) in days where count > problem.outlets[key[0]].perDay ?? .max {
      breaches.append("day \(key)")
    }
    for (key, count) in months where count > problem.outlets[key[0]].perMonth?[key[1]] ?? .max {
      breaches.append("month \(key)")
    }
    if !isRelaxed { breaches += waitBreaches() }
    return breaches
  }

  /// Units that come before, or too late after, what they wait for, and translators who cannot make them.
  private func waitBreaches() -> [String] {
    var breaches: [String] = []
    var jobs = Array(repeating: [(first: Int, last: Int)](), count: problem.translators.count)
    let days = problem.series.indices.map { Self.unitDays(counts[$0], $0, in: problem) }
    for (index, series) in problem.series.enumerated() {
      guard let follows = series.follows else { continue }
      for number in days[index].indices.dropFirst(series.aired.count) {
        let awaited = (follows.units.map { number < $0.count ? $0[number] : .max } ?? number + 1) - 1
        guard awaited < days[follows.source].count else {
          breaches.append("series \(index) unit \(number) without its source")
          continue
        }
        let (own, source) = (days[index][number], days[follows.source][awaited])
        if own < source + follows.leastDays {
          breaches.append("series \(index) unit \(number) on day \(own) after \(source)")
        }
        if let translator = follows.translator {
          // Made in a whole week between those of the two.
          let (first, last) = ((source + problem.weekOffset) / 7 + 1, (own + problem.weekOffset) / 7 - 1)
          jobs[translator].append((first, last))
        }
      }
      breaches += lateBreaches(days, index, follows)
    }
    for (translator, jobs) in zip(problem.translators, jobs) {
      if jobs.contains(where: { $0.first > $0.last }) { breaches.append("no week to translate") }
      // Jobs of unit length between two weeks fit if those that lie within any weeks do (Hall).
      for first in 0...5 {
        for last in first...5 {
          let within = jobs.count { $0.first >= first && $0.last <= last && $0.first <= $0.last }
          let weeks = translator.perWeek.enumerated().filter { (first...last).contains($0.offset) }
          if within > weeks.reduce(0, { $0 + $1.element }) { breaches.append("weeks \(first) to \(last)") }
        }
      }
    }
    return breaches
  }

  /// Units that find none of their source within the most days, the oldest that is left taken first.
  private func lateBreaches(_ days: [[Int]], _ index: Int, _ follows: Problem.Follows) -> [String] {
    guard let mostDays = follows.mostDays else { return [] }
    let all = days[follows.source]
    var left = follows.units.map { units in units.filter { $0 <= all.count }.map { all[$0 - 1] } } ?? all
    return days[index].dropFirst(problem.series[index].aired.count).compactMap { day in
      left.removeAll { $0 < day - mostDays }
      guard let first = left.first, first <= day - follows.leastDays else {
        return "series \(index) on day \(day) too late for any"
      }
      left.removeFirst()
      return nil
    }
  }

  /// What the schedule has of each objective, over all parts.
  func values() -> [Objective: Int] {
    var total: [Objective: Int] = [:]
    for part in Self.parts(of: problem) {
      let own = part.map { Self.values(counts[$0], $0, in: problem) }
      for objective in Objective.allCases {
        let values = own.map { $0[objective] ?? 0 }
        total[objective, default: 0] += objective == .deviation ? values.max() ?? 0 : values.reduce(0, +)
      }
    }
    return total
  }
}
