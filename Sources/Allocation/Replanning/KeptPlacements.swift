import ScheduleModel

/// Which published placements may stay where they are: as many as the rules of the plan allow together.
///
/// Originals come first, then what follows from those that stay. Where a line has more than its quota, those go
/// without which it is most even; pins and what is fixed by hand stay.
struct KeptPlacements {
  private let planned: PlanProblem
  /// The units of each series that stay.
  private var kept: [[SeriesPast.Waiting]]

  /// - Parameter planned: The rest of the year, with all that was published for it.
  init(_ planned: PlanProblem) {
    self.planned = planned
    kept = planned.series.map { _ in [] }
    let problem = planned.problem
    let free = Self.free(planned)
    let originals = zip(planned.series, problem.series).map { origin, series in
      origin.followUp == nil ? series.withNeededChoices(in: problem, room: free) : series.withoutUnits
    }
    stay(among: planned.series.map(\.past.waiting), of: problem.with(series: originals)) {
      planned.series[$0].followUp == nil
    }
    let room = room
    let candidates = planned.series.indices.map { followers($0, room) }
    let others = planned.series.indices.map { number in
      let there = planned.series[number].followUp == nil ? kept[number] : candidates[number]
      return problem.series[number].with(
        units: there, isKept: planned.series[number].followUp == nil)
    }
    stay(among: candidates, of: problem.with(series: others)) { planned.series[$0].followUp != nil }
    dropEarlyFollowers()
  }

  /// How many pieces of each slot nothing was published in.
  private static func free(_ planned: PlanProblem) -> [Int] {
    var room = planned.problem.slots.map(\.pieces)
    for unit in planned.series.flatMap(\.past.waiting) {
      if let slot = unit.slot { room[slot] -= 1 }
    }
    return room
  }

  /// Their UIDs.
  var uids: Set<String> { Set(kept.joined().flatMap(\.uids)) }

  /// Notes which of some units a solution leaves in their slots.
  private mutating func stay(
    among units: [[SeriesPast.Waiting]], of problem: Problem, where isLookedAt: (Int) -> Bool
  ) {
    // Where rules ask for units in other slots, they shall take as few published ones as can be.
    let hasOthers = problem.series.contains { $0.choices.contains { $0.published == 0 } }
    let options =
      hasOthers ? SearchOptions(order: .replan, slack: SearchOptions.anySlack) : SearchOptions(order: .first)
    let solution = AllocationEngine.solve(problem, options: options)
    var counts = problem.series.map { _ in [Int: Int]() }
    for unit in solution.units { counts[unit.series][unit.slot, default: 0] += 1 }
    for (number, waiting) in units.enumerated() where isLookedAt(number) {
      let bySlot = SeriesPast(aired: [], waiting: waiting, missed: []).unitsBySlot
      kept[number] = bySlot.sorted { $0.key < $1.key }.flatMap { slot, units in
        units.prefix(counts[number][slot] ?? 0)
      }
    }
  }

  /// How many pieces of each slot are left by originals that stay and by all that was published to follow.
  private var room: [Int] {
    var room = planned.problem.slots.map(\.pieces)
    for (number, origin) in planned.series.enumerated() {
      for unit in origin.followUp == nil ? kept[number] : origin.past.waiting {
        if let slot = unit.slot { room[slot] -= 1 }
      }
    }
    return room
  }

  /// The published units of a series whose work stays, or is planned again and can find a slot early enough.
  private func followers(_ number: Int, _ room: [Int]) -> [SeriesPast.Waiting] {
    let origin = planned.series[number]
    guard let followUp = origin.followUp, let source = origin.source else { return [] }
    let works = planned.series[source]
    guard works.followUp == nil else { return origin.past.waiting }
    let stays = Set(works.past.aired.map(\.edition) + kept[source].map(\.edition))
    let ahead = Set(origin.past.ahead)
    let others = works.past.editions.filter { !stays.contains($0) }.sorted {
      (ahead.contains($0) ? 1 : 0, $0) < (ahead.contains($1) ? 1 : 0, $1)
    }
    let back = Set(others.prefix(max(0, min(works.quota, works.reach) - kept[source].count)))
    let slots = Set(planned.problem.series[source].choices.map(\.slot))
    var used = 0
    return origin.past.waiting.filter { unit in
      if stays.contains(unit.edition) { return true }
      guard back.contains(unit.edition), let own = day(of: unit) else { return false }
      let early = slots.filter { planned.problem.slots[$0].day <= own - followUp.leastDays }
      guard used < early.reduce(0, { $0 + max(0, room[$1]) }) else { return false }
      used += 1
      return true
    }
  }

  /// Takes out followers that lie too near to a work that stays, or too far from it.
  private mutating func dropEarlyFollowers() {
    for (number, origin) in planned.series.enumerated() {
      guard let source = origin.source, let followUp = origin.followUp else { continue }
      var days: [Int: Int] = [:]
      for unit in planned.series[source].past.aired { days[unit.edition] = unit.day }
      for unit in kept[source] { days[unit.edition] = day(of: unit) }
      kept[number] = kept[number].filter { unit in
        guard let first = days[unit.edition], let own = day(of: unit) else { return true }
        return FollowerMatch.fits(own, after: first, followUp.leastDays, followUp.mostDays)
      }
    }
  }

  private func day(of unit: SeriesPast.Waiting) -> Int? { unit.slot.map { planned.problem.slots[$0].day } }
}

extension SearchOptions {
  /// So much slack that the largest distance from the even lines does not matter.
  fileprivate static let anySlack = 1_000_000
}

extension Problem.Series {
  /// The same with nothing to place.
  fileprivate var withoutUnits: Problem.Series {
    with(
      quota: aired.count, choices: [], dayPins: [], perMonth: perMonth.map { _ in Placing.anyCount }
    )
    .withoutWaiting
  }

  /// The same with the slots in which something was published, and those that pins and the least of a month need
  /// besides. Pins are kept whatever must move for them; the least of a month takes free places alone.
  fileprivate func withNeededChoices(in problem: Problem, room: [Int]) -> Problem.Series {
    var perDay: [Int: Int] = [:]
    var perMonth = self.perMonth.map { _ in 0 }
    for choice in choices where choice.published > 0 {
      let day = problem.slots[choice.slot].day
      perDay[day, default: 0] += choice.published
      perMonth[problem.month(of: day)] += choice.published
    }
    let pinned = Dictionary(dayPins.map { ($0.day, $0.least) }, uniquingKeysWith: +)
    let needed = choices.compactMap { choice -> Problem.Choice? in
      if choice.published > 0 { return choice }
      let day = problem.slots[choice.slot].day
      let month = problem.month(of: day)
      if pinned[day, default: 0] > perDay[day, default: 0] { return choice }
      let most = self.perMonth[month].lowerBound > perMonth[month] ? min(choice.most, room[choice.slot]) : 0
      return max(most, choice.least) > 0 ? choice.with(most: max(most, choice.least)) : nil
    }
    return with(choices: needed).withoutWaiting
  }

  /// The same with some published units alone.
  ///
  /// - Parameter isKept: Whether all of them stay for sure.
  fileprivate func with(units: [SeriesPast.Waiting], isKept: Bool) -> Problem.Series {
    let bySlot = SeriesPast(aired: [], waiting: units, missed: []).unitsBySlot
    let there = choices.compactMap { choice -> Problem.Choice? in
      guard choice.published > 0, let units = bySlot[choice.slot] else { return nil }
      let count = min(choice.published, units.count)
      let fixed = min(count, units.count(where: \.isFixed))
      return Problem.Choice(
        slot: choice.slot, most: count, least: isKept ? count : fixed, preference: choice.preference,
        published: count)
    }
    return with(
      quota: isKept ? aired.count + there.reduce(0) { $0 + $1.most } : nil, choices: there, dayPins: [],
      perMonth: perMonth.map { min(0, $0.upperBound)...$0.upperBound }
    ).withoutWaiting
  }
}
