import Testing

@testable import Allocation

@Suite("Conflicts, against all schedules of tiny problems")
struct ConflictTests {
  /// The problem in which some series ask for their units, the others for their pins alone.
  private static func keeping(_ kept: Set<Int>, of problem: Problem) -> Problem {
    let series = problem.series.enumerated().map { number, series in
      let days = Dictionary(grouping: series.choices.filter { problem.slots[$0.slot].span == 1 }) {
        problem.slots[$0.slot].day
      }.mapValues { $0.reduce(0) { $0 + $1.least } }
      let inSlots = series.choices.reduce(0) { $0 + $1.least }
      let pins = series.dayPins.reduce(inSlots) { $0 + max(0, $1.least - days[$1.day, default: 0]) }
      return Problem.Series(
        quota: kept.contains(number) ? series.quota : series.aired.count + pins, aired: series.aired,
        dayWeights: series.dayWeights, choices: series.choices, dayPins: series.dayPins,
        perDay: series.perDay, perMonth: series.perMonth, gapDays: series.gapDays, minutes: series.minutes,
        follows: series.follows)
    }
    return Problem(
      days: problem.days, firstOpenDay: problem.firstOpenDay, monthStart: problem.monthStart,
      outlets: problem.outlets, slots: problem.slots, series: series, translators: problem.translators,
      weekOffset: problem.weekOffset)
  }

  /// The fewest units without a slot; `nil` where the pins cannot be kept, or there are too many schedules.
  private static func shortage(_ problem: Problem, isRelaxed: Bool) -> Int? {
    BruteForce(problem, order: [.shortage], isRelaxed: isRelaxed).levels?.first
  }

  /// What is wrong with the first conflict of a problem: that it is none, or that less would be one.
  private static func faults(_ conflict: Conflict, in problem: Problem) -> [String] {
    var faults: [String] = []
    let members = Set(conflict.series)
    let open = conflict.series.reduce(0) { sum, number in
      sum + max(0, problem.series[number].quota - problem.series[number].aired.count)
    }
    if conflict.needed != open { faults.append("needs \(conflict.needed), not \(open)") }
    if shortage(keeping(members, of: problem), isRelaxed: true) != conflict.excess {
      faults.append("\(conflict.excess) are not too many")
    }
    for member in conflict.series
    where shortage(keeping(members.subtracting([member]), of: problem), isRelaxed: true) != 0 {
      faults.append("too many without \(member) too")
    }
    for limit in conflict.limits where limit.places != places(limit.what, in: problem) {
      faults.append("\(limit.what) does not take \(limit.places)")
    }
    return faults
  }

  /// What a limit takes; `nil` for those that no plain problem has.
  private static func places(_ what: Conflict.Bottleneck, in problem: Problem) -> Int? {
    switch what {
    case .slot(let slot): problem.slots[slot].pieces
    case .seriesSlot(let series, let slot):
      problem.series[series].choices.first { $0.slot == slot }?.most
    case .seriesDay(let series, let day):
      problem.series[series].choices.map { problem.slots[$0.slot] }.first { $0.day == day }.map {
        let pins = problem.series[series].dayPins.filter { $0.day == day }.reduce(0) { $0 + $1.least }
        return max(pins, problem.series[series].perDay * $0.span)
      }
    case .outletDay(let outlet, _): problem.outlets[outlet].perDay
    case .outletMonth(let outlet, let month): problem.outlets[outlet].perMonth?[month]
    case .translatorWeek, .months, .gap, .wait: nil
    }
  }

  @Test("the named series need more than they reach, each left out lets the others fit, and all is explained")
  func minimal_tiny_equalsBruteForce() {
    var wrong: [String] = []
    var (found, several) = (0, 0)
    for seed in 0..<500 {
      let problem = TinyProblem.random(seed: seed, .tiny)
      guard let shortage = Self.shortage(problem, isRelaxed: true) else { continue }
      let conflicts = Conflict.minimal(in: problem)
      let explained = conflicts.reduce(0) { $0 + $1.excess }
      if explained != shortage { wrong.append("\(seed): explains \(explained) of \(shortage)") }
      let faults = conflicts.first.map { Self.faults($0, in: problem) } ?? []
      if !faults.isEmpty { wrong.append("\(seed): \(faults)") }
      found += conflicts.isEmpty ? 0 : 1
      several += conflicts.contains { $0.series.count > 1 } ? 1 : 0
    }
    #expect(wrong.isEmpty)
    #expect(found > 100)
    #expect(several > 8)
  }

  @Test("with all rules no more is explained than no schedule can place, and mostly all of it")
  func minimal_ruled_isProven() {
    var wrong: [String] = []
    var (short, whole) = (0, 0)
    for seed in 0..<500 {
      let problem = TinyProblem.random(
        seed: seed, TinyProblem.Kind(hasRules: true, isForced: seed % 2 == 0))
      guard let shortage = Self.shortage(problem, isRelaxed: false) else { continue }
      let explained = Conflict.minimal(in: problem).reduce(0) { $0 + $1.excess }
      if explained > shortage { wrong.append("\(seed): explains \(explained) of \(shortage)") }
      guard shortage > 0 else { continue }
      short += 1
      whole += explained == shortage ? 1 : 0
    }
    #expect(wrong.isEmpty)
    #expect(short > 100)
    #expect(whole * 10 > short * 8)
  }

  @Test("the first month that fails is the first by whose end not all can be placed that must be by then")
  func firstMonth_tiny_equalsBruteForce() {
    var wrong: [String] = []
    var found: Set<Int> = []
    for seed in 0..<250 {
      let problem = TinyProblem.random(seed: seed, TinyProblem.Kind(outlets: 1...1))
      guard let shortage = Self.shortage(problem, isRelaxed: true) else { continue }
      let slow = (0..<12).first { month in
        problem.monthStart[month + 1] > problem.firstOpenDay && Self.fails(problem, through: month)
      }
      let first = Conflict.firstMonth(in: problem)
      if first?.month != slow || (slow == nil) != (shortage == 0) {
        wrong.append("\(seed): month \(first?.month ?? -1), not \(slow ?? -1)")
      }
      if let slow { found.insert(slow) }
    }
    #expect(wrong.isEmpty)
    #expect(found.count > 8)
  }

  /// Whether not all can be placed by the end of a month that has no time after it.
  private static func fails(_ problem: Problem, through month: Int) -> Bool {
    let end = problem.monthStart[month + 1]
    let series = problem.series.enumerated().map { number, series in
      let open = max(0, series.quota - series.aired.count)
      func room(from day: Int) -> Int {
        let alone = Problem.Series(
          quota: open, dayWeights: series.dayWeights,
          choices: series.choices.filter { problem.slots[$0.slot].day >= day }, perDay: series.perDay,
          perMonth: series.perMonth)
        return open - (shortage(problem.with(series: [alone]), isRelaxed: true) ?? open)
      }
      let later = room(from: end)
      let left = later == 0 ? open : room(from: 0) - later
      let pinned = series.choices.filter { problem.slots[$0.slot].day < end }
      let dayPins = series.dayPins.filter { $0.day < end }
      let pins = Self.pins(pinned, dayPins, in: problem)
      return Problem.Series(
        quota: series.aired.count + max(left, pins), aired: series.aired, dayWeights: series.dayWeights,
        choices: pinned, dayPins: dayPins, perDay: series.perDay, perMonth: series.perMonth)
    }
    return shortage(problem.with(series: series), isRelaxed: true) != 0
  }

  private static func pins(
    _ choices: [Problem.Choice], _ dayPins: [Problem.DayPin], in problem: Problem
  ) -> Int {
    let inSlots = choices.reduce(0) { $0 + $1.least }
    return dayPins.reduce(inSlots) { sum, pin in
      let there = choices.filter {
        problem.slots[$0.slot].day == pin.day && problem.slots[$0.slot].span == 1
      }
      return sum + max(0, pin.least - there.reduce(0) { $0 + $1.least })
    }
  }

  @Test("conflicts do not depend on anything but the problem")
  func minimal_again_isTheSame() {
    for seed in 0..<6 {
      let problem = TinyProblem.random(seed: seed, .middleRuled)
      #expect(Conflict.minimal(in: problem) == Conflict.minimal(in: problem))
    }
  }
}
