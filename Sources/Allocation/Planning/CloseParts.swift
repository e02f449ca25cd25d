import ScheduleModel

/// Where the later parts of works can lie so that they follow the parts before them closely.
///
/// The even line of a later part would be that of all works of the year, wherever pins and months put their first parts.
/// So once a first schedule is solved, each later part gets the next opening after the part before, and the schedule is
/// solved again with parts that lie there: as much must be placed as before. Where that fails, and in a re-plan, in which
/// what is published stays, parts get the next openings that the first schedule leaves free, as their even lines alone.
struct CloseParts {
  /// A plan's problem with its solution.
  typealias Solved = (planned: PlanProblem, solution: Solution)

  private let planned: PlanProblem
  private let built: ScheduleBuilding
  /// What is left of each slot, in pieces and minutes, and of each outlet, by day and month.
  private var pieces: [Int]
  private var minutes: [Int?]
  private var byDay: [OutletTime: Int] = [:]
  private var byMonth: [OutletTime: Int] = [:]
  private let problem: Problem

  private struct OutletTime: Hashable {
    let outlet: Int
    let number: Int
  }

  /// The problem with parts that follow closely, solved; the same where it has no later parts that could lie sooner.
  static func closest(
    _ first: Solved, plan: Plan, slots: [Slot], solve: (Problem) -> Solution
  ) -> Solved {
    guard first.planned.series.contains(where: \.isLaterPart) else { return first }
    let built = ScheduleBuilding(first.solution, of: first.planned, plan: plan, slots: slots)
    var parts = CloseParts(first.planned, built, first.solution, besideAll: false)
    guard let targets = parts.closerSlots() else { return first }
    let held = first.planned.with(slotsOfParts: targets)
    let solved = (planned: held, solution: solve(held.problem))
    let found = ScheduleBuilding(solved.solution, of: held, plan: plan, slots: slots)
    if found.placements.count == built.placements.count,
      solved.solution.missed.count == first.solution.missed.count
    {
      return solved
    }
    guard let weights = weights(first.solution, of: first.planned, plan: plan, slots: slots) else {
      return first
    }
    let planned = first.planned.with(dayWeights: weights)
    return (planned, solve(planned.problem))
  }

  /// The even lines of all series, with those of later parts on days soon after the parts before; `nil` where a solution
  /// has no later part that could lie sooner in what it leaves free.
  static func weights(_ solution: Solution, of planned: PlanProblem, plan: Plan, slots: [Slot]) -> [[Int]]? {
    guard planned.series.contains(where: \.isLaterPart) else { return nil }
    var parts = CloseParts(
      planned, ScheduleBuilding(solution, of: planned, plan: plan, slots: slots), solution, besideAll: true)
    return parts.closerSlots().map { slots in
      planned.problem.series.enumerated().map { number, series in
        guard planned.series[number].isLaterPart, let own = slots[number], !own.isEmpty else {
          return series.dayWeights
        }
        var weights = Array(repeating: 0, count: planned.problem.days)
        for slot in own { weights[planned.problem.slots[slot].day] += 1 }
        return weights
      }
    }
  }

  /// The parts that were due and did not air, whose part before aired although the first part did not: the engine knows
  /// no work that they follow. Each gets the next opening that a re-plan leaves free.
  static func orphans(
    _ solution: Solution, of planned: PlanProblem, _ built: ScheduleBuilding, plan: Plan, slots: [Slot]
  ) -> [Placement] {
    guard planned.series.contains(where: { $0.isLaterPart && !$0.past.ahead.isEmpty }) else { return [] }
    var parts = CloseParts(planned, built, solution, besideAll: true)
    for (number, origin) in planned.series.enumerated() where origin.isLaterPart {
      for unit in built.units[number] where !origin.past.waiting.contains(where: { $0.slot == unit.slot }) {
        parts.take(unit.slot, of: number)
      }
    }
    var found: [Placement] = []
    for (number, origin) in planned.series.enumerated() where origin.isLaterPart {
      guard let source = origin.source, let followUp = origin.followUp else { continue }
      let there = Set(built.units[number].map(\.edition))
      let done = Set(planned.series[source].past.ahead)
      for edition in origin.past.missed where done.contains(edition) && !there.contains(edition) {
        guard let slot = parts.slot(of: edition, in: number, after: planned.problem.firstOpenDay - 1) else {
          continue
        }
        found.append(
          Placement(
            plan: plan.id, line: origin.line.id, edition: edition, language: origin.line.languages.main,
            run: .part, slot: slots[slot], number: followUp.number))
      }
    }
    return found
  }

  /// - Parameter besideAll: Whether everything else stays in its slot; otherwise first parts, pins and what is published do.
  private init(
    _ planned: PlanProblem, _ built: ScheduleBuilding, _ solution: Solution, besideAll: Bool
  ) {
    (self.planned, self.built, problem) = (planned, built, planned.problem)
    pieces = problem.slots.map(\.pieces)
    minutes = problem.slots.map(\.minutes)
    for (number, origin) in planned.series.enumerated() where !origin.isLaterPart {
      let isFirstPart = origin.followUp == nil && origin.line.parts > 1
      if besideAll || isFirstPart {
        for unit in solution.units where unit.series == number { take(unit.slot, of: number) }
      } else {
        for choice in problem.series[number].choices {
          for _ in 0..<max(choice.least, choice.published) { take(choice.slot, of: number) }
        }
      }
    }
    // What was published stays where it is.
    for (number, origin) in planned.series.enumerated() where origin.isLaterPart {
      for unit in origin.past.waiting { if let slot = unit.slot { take(slot, of: number) } }
    }
  }

  private mutating func take(_ slot: Int, of series: Int) {
    pieces[slot] -= 1
    minutes[slot] = minutes[slot].map { $0 - problem.series[series].minutes }
    let (day, month) = times(of: slot)
    byDay[day, default: 0] += 1
    byMonth[month, default: 0] += 1
  }

  private func times(of slot: Int) -> (day: OutletTime, month: OutletTime) {
    let there = problem.slots[slot]
    return (
      OutletTime(outlet: there.outlet, number: there.day),
      OutletTime(outlet: there.outlet, number: problem.month(of: there.day))
    )
  }

  private func hasRoom(_ slot: Int, for series: Int) -> Bool {
    guard pieces[slot] > 0, minutes[slot].map({ $0 >= problem.series[series].minutes }) ?? true else {
      return false
    }
    let outlet = problem.outlets[problem.slots[slot].outlet]
    let (day, month) = times(of: slot)
    return outlet.perDay.map { byDay[day, default: 0] < $0 } ?? true
      && outlet.perMonth.map { byMonth[month, default: 0] < $0[month.number] } ?? true
  }

  /// The slots of the parts that have not aired, by series; `nil` where none lies sooner than it does.
  private mutating func closerSlots() -> [Int: [Int]]? {
    var slots: [Int: [Int]] = [:]
    var isCloser = false
    for (first, origin) in planned.series.enumerated() where origin.followUp == nil && origin.line.parts > 1 {
      let chain = planned.series.indices.filter {
        planned.series[$0].isLaterPart && planned.series[$0].demand == origin.demand
      }
      let works =
        origin.past.aired.map { (day: $0.day, edition: $0.edition) }
        + built.units[first].map { (day: $0.day, edition: $0.edition) }
      for work in works.sorted(by: { ($0.day, $0.edition) < ($1.day, $1.edition) }) {
        var last = work.day
        for series in chain {
          if let aired = planned.series[series].past.aired.first(where: { $0.edition == work.edition }) {
            last = aired.day
            continue
          }
          guard let slot = slot(of: work.edition, in: series, after: last) else { break }
          slots[series, default: []].append(slot)
          last = problem.slots[slot].day
        }
      }
      slots[first] = built.units[first].map(\.slot)
      for series in chain {
        let days = slots[series, default: []].map { problem.slots[$0].day }
        let now = built.units[series].map(\.day)
        guard days.count == now.count else { return nil }
        isCloser = isCloser || days.reduce(0, +) < now.reduce(0, +)
      }
    }
    return isCloser ? slots : nil
  }

  /// The slot of a part: that in which it is published, or the next one with room, which it takes.
  private mutating func slot(of edition: Int, in series: Int, after last: Int) -> Int? {
    let waiting = planned.series[series].past.waiting.first { $0.edition == edition }
    if let slot = waiting?.slot { return slot }
    let next = problem.series[series].choices.first { choice in
      problem.slots[choice.slot].day > last && choice.published == 0 && hasRoom(choice.slot, for: series)
    }
    guard let next else { return nil }
    take(next.slot, of: series)
    return next.slot
  }
}

extension PlanProblem.Origin {
  /// Whether it is a later part of works.
  var isLaterPart: Bool {
    if case .part = followUp?.kind { true } else { false }
  }
}

extension PlanProblem {
  /// The same with other even lines.
  func with(dayWeights: [[Int]]) -> PlanProblem {
    with(problem.with(series: zip(problem.series, dayWeights).map { $0.with(dayWeights: $1) }))
  }

  /// The same with the parts of works in these slots and no others.
  fileprivate func with(slotsOfParts slots: [Int: [Int]]) -> PlanProblem {
    let held = problem.series.enumerated().map { number, series -> Problem.Series in
      guard let own = slots[number] else { return series }
      let counts = Dictionary(own.map { ($0, 1) }, uniquingKeysWith: +)
      let choices = series.choices.compactMap { choice in
        counts[choice.slot].map {
          Problem.Choice(
            slot: choice.slot, most: $0, least: min($0, choice.least), preference: choice.preference)
        }
      }
      guard self.series[number].isLaterPart else { return series.with(choices: choices) }
      var weights = Array(repeating: 0, count: problem.days)
      for slot in own { weights[problem.slots[slot].day] += 1 }
      return series.with(choices: choices, dayWeights: weights)
    }
    return with(problem.with(series: held))
  }
}
