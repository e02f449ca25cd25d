import ScheduleModel

/// A solution of the engine as a schedule: works numbered in time order, each follower with the work that it
/// follows.
///
/// What was published before keeps its edition, and so its UID, where it stays in its slot; the other slots get
/// the editions that are left, in time order, and new ones after these.
struct ScheduleBuilding {
  private let plan: Plan
  private let slots: [Slot]
  private let of: PlanProblem
  private(set) var placements: [Placement] = []
  /// How many new units each series got, and how many it was asked for.
  private(set) var placed: [Int] = []
  private(set) var asked: [Int] = []
  /// The new units of each series that follow a work, or are one.
  private(set) var units: [[FollowerMatch.Unit]] = []
  /// For each series that follows another, the works that nothing of it follows.
  private(set) var unfollowed: [[FollowerMatch.Unit]] = []

  private typealias Unit = FollowerMatch.Unit

  init(_ solution: Solution, of planned: PlanProblem, plan: Plan, slots: [Slot]) {
    self.plan = plan
    self.slots = slots
    of = planned
    let bySeries = Dictionary(grouping: solution.units, by: \.series).mapValues { $0.map(\.slot) }
    for (number, origin) in planned.series.enumerated() {
      let taken = (bySeries[number] ?? []).sorted()
      guard let source = origin.source, let followUp = origin.followUp else {
        let ahead = planned.series.filter { $0.source == number }.flatMap(\.past.ahead)
        units.append(originals(taken, origin.past, last: Set(ahead)))
        unfollowed.append([])
        asked.append(origin.quota)
        placed.append(taken.count)
        continue
      }
      let sources = Self.sources(
        of: origin, followUp, Self.airedUnits(planned.series[source].past) + units[source])
      let match = FollowerMatch(leastDays: followUp.leastDays, mostDays: followUp.mostDays)
      let own = match.match(
        inDayOrder(taken), to: sources, published: origin.past.waitingBySlot, fixed: origin.past.fixed)
      let followed = Set(own.map(\.edition))
      units.append(own)
      unfollowed.append(sources.filter { !followed.contains($0.edition) })
      asked.append(works(askedOf: origin, placed))
      placed.append(units[number].count)
    }
    placements = zip(planned.series, units).flatMap { origin, units in place(units, origin) }
  }

  /// Works in time order; what waits for them goes by the last day on which each may be.
  ///
  /// - Parameter last: Editions for which nothing waits, for it has aired: they go last, lest they hold up others.
  private func originals(_ taken: [Int], _ past: SeriesPast, last: Set<Int>) -> [Unit] {
    var there = past.waitingBySlot
    var editions = taken.map { slot -> Int? in
      guard there[slot]?.isEmpty == false else { return nil }
      return there[slot]?.removeFirst()
    }
    let used = Set(past.editions)
    let kept = Set(editions.compactMap(\.self))
    let left = (past.missed + past.waiting.map(\.edition)).filter { !kept.contains($0) }.sorted()
    var queue = (left.filter { !last.contains($0) } + left.filter(last.contains))[...]
    var number = 0
    for index in taken.indices where editions[index] == nil {
      if let edition = queue.popFirst() {
        editions[index] = edition
      } else {
        repeat { number += 1 } while used.contains(number)
        editions[index] = number
      }
    }
    return zip(taken, editions).map { slot, edition in
      Unit(slot: slot, day: of.problem.slots[slot].day, edition: edition ?? 0)
    }.sorted { ($0.day, $0.edition) < ($1.day, $1.edition) }
  }

  private func inDayOrder(_ taken: [Int]) -> [Unit] {
    taken.map { Unit(slot: $0, day: of.problem.slots[$0].day, edition: 0) }
      .sorted { ($0.day, $0.slot) < ($1.day, $1.slot) }
  }

  private static func airedUnits(_ past: SeriesPast) -> [Unit] {
    past.aired.map { Unit(slot: -1, day: $0.day, edition: $0.edition) }
  }

  /// The works that a series may still follow: all, or those that the plan or the published schedule chose.
  private static func sources(
    of origin: PlanProblem.Origin, _ followUp: FollowUp, _ all: [Unit]
  ) -> [Unit] {
    let done = Set(origin.past.done)
    let open = Set(origin.past.editions)
    let ranks = origin.units.map { Set($0) }
    return all.enumerated().filter { index, unit in
      !done.contains(unit.edition)
        && (ranks.map { $0.contains(index + 1) || open.contains(unit.edition) } ?? true)
    }.map(\.element)
  }

  /// How many are asked for: nothing of works that found no slot.
  private func works(askedOf origin: PlanProblem.Origin, _ placed: [Int]) -> Int {
    guard let source = origin.source else { return origin.quota }
    if case .again(_, _, isFirst: false) = origin.followUp?.kind, origin.past.editions.isEmpty {
      return asked[source]
    }
    let past = of.series[source].past.aired.count
    let works = past + placed[source]
    let isComplete = placed[source] >= of.series[source].quota
    let all = origin.units.map { units in
      isComplete ? min(units.count, works) : units.count { $0 <= works }
    }
    // Works whose follower has aired already are placed last.
    let ahead = Set(origin.past.ahead).subtracting(of.series[source].past.ahead)
    let new = min(placed[source], max(0, of.series[source].quota - ahead.count))
    return min(origin.quota, max(0, (all ?? past + new) - origin.past.aired.count))
  }

  private func place(_ units: [Unit], _ origin: PlanProblem.Origin) -> [Placement] {
    let number = origin.followUp?.number ?? 1
    var known: [Placement.Series] = []
    return units.flatMap { unit in
      let slot = slots[unit.slot]
      let works = origin.line.languages
      return (origin.followUp?.languages ?? [works.main]).map { language in
        let series =
          known.first { $0.outlet == slot.outlet && $0.language == language }
          ?? Placement.Series(
            line: origin.line.id, language: language, outlet: slot.outlet,
            run: origin.followUp?.run ?? .first, number: number)
        if known.last !== series { known.append(series) }
        let placement = Placement(
          plan: plan.id, series: series, edition: unit.edition, slot: slot.id, timing: slot.timing)
        // A work that may be in one of several languages is in that of its opening.
        guard works.areAlternatives, origin.followUp == nil else { return placement }
        return placement.spoken(in: works.language(where: slot.carries) ?? works.main)
      }
    }
  }
}
