import ScheduleModel

/// A solution of the engine as a schedule: works numbered in time order, each follower with the work that it
/// follows.
struct ScheduleBuilding {
  private let plan: Plan
  private let slots: [Slot]
  private let of: PlanProblem
  private(set) var placements: [Placement] = []
  /// How many units each series got, and how many it was asked for.
  private(set) var placed: [Int] = []
  private(set) var asked: [Int] = []

  /// A unit of a series in its slot.
  private struct Unit {
    let slot: Int
    let day: Int
    let edition: Int
  }

  init(_ solution: Solution, of planned: PlanProblem, plan: Plan, slots: [Slot]) {
    self.plan = plan
    self.slots = slots
    of = planned
    let bySeries = Dictionary(grouping: solution.units, by: \.series).mapValues { $0.map(\.slot) }
    var units: [[Unit]] = []
    for (number, origin) in planned.series.enumerated() {
      let taken = (bySeries[number] ?? []).sorted()
      guard let source = origin.source, let followUp = origin.followUp else {
        units.append(originals(taken))
        asked.append(origin.quota)
        placed.append(taken.count)
        continue
      }
      units.append(Self.match(inDayOrder(taken), to: units[source], origin, followUp))
      asked.append(works(askedOf: origin, placed))
      placed.append(units[number].count)
    }
    placements = zip(planned.series, units).flatMap { origin, units in place(units, origin) }
  }

  /// Works in time order; what waits for them goes by the last day on which each may be.
  private func originals(_ taken: [Int]) -> [Unit] {
    taken.enumerated().map { number, slot in
      Unit(slot: slot, day: of.problem.slots[slot].day, edition: number + 1)
    }.sorted { ($0.day, $0.edition) < ($1.day, $1.edition) }
  }

  private func inDayOrder(_ taken: [Int]) -> [Unit] {
    taken.map { Unit(slot: $0, day: of.problem.slots[$0].day, edition: 0) }
      .sorted { ($0.day, $0.slot) < ($1.day, $1.slot) }
  }

  /// Gives each follower the first work that waits and is early, but not too early for it.
  private static func match(
    _ followers: [Unit], to all: [Unit], _ origin: PlanProblem.Origin, _ followUp: FollowUp
  ) -> [Unit] {
    let sources =
      origin.units.map { units in
        units.filter { $0 <= all.count }.map { all[$0 - 1] }
      } ?? all
    var next = 0
    return followers.compactMap { follower in
      if let most = followUp.mostDays {
        while next < sources.count, sources[next].day < follower.day - most { next += 1 }
      }
      guard next < sources.count, sources[next].day <= follower.day - followUp.leastDays else { return nil }
      next += 1
      return Unit(slot: follower.slot, day: follower.day, edition: sources[next - 1].edition)
    }
  }

  /// How many are asked for: nothing of works that found no slot.
  private func works(askedOf origin: PlanProblem.Origin, _ placed: [Int]) -> Int {
    guard let source = origin.source else { return origin.quota }
    if case .again(_, _, isFirst: false) = origin.followUp?.kind { return asked[source] }
    return origin.units.map { units in units.count { $0 <= placed[source] } } ?? placed[source]
  }

  private func place(_ units: [Unit], _ origin: PlanProblem.Origin) -> [Placement] {
    let languages = origin.followUp?.languages ?? [.vietnamese]
    var number = 1
    if case .again(_, let own, _) = origin.followUp?.kind { number = own }
    return units.flatMap { unit in
      languages.map { language in
        Placement(
          plan: plan.id, line: origin.line.id, edition: unit.edition, language: language,
          run: origin.followUp?.run ?? .first, slot: slots[unit.slot], number: number)
      }
    }
  }
}
