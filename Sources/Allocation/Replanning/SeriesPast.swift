import ScheduleModel

/// What was published of one series, told apart by what became of it.
struct SeriesPast {
  /// Units that have aired, by day.
  var aired: [Aired]
  /// Editions that have aired though the work that they follow has not, by any log; they count by themselves.
  var ahead: [Int] = []
  /// Units that were published on days that are still open, by time.
  var waiting: [Waiting]
  /// Editions that were due and have not aired, ascending.
  var missed: [Int]

  /// A unit that has aired.
  struct Aired {
    let edition: Int
    /// The day of the year.
    let day: Int
  }

  /// A unit that was published on a day that is still open.
  struct Waiting {
    let edition: Int
    let timing: SlotTiming
    /// The index of its slot; `nil` when the plan has it no more.
    let slot: Int?
    /// Its placements: several where languages share a programme.
    let uids: [String]
    /// Whether it stays in its slot.
    let isFixed: Bool
  }

  /// Nothing was published.
  static let none = SeriesPast(aired: [], waiting: [], missed: [])

  /// Every edition that was published.
  var editions: [Int] { done + waiting.map(\.edition) + missed }

  /// The editions that have aired.
  var done: [Int] { aired.map(\.edition) + ahead }

  /// The past of a series that follows another: what has aired before its source is told apart.
  func following(_ source: SeriesPast) -> SeriesPast {
    let early = Set(source.aired.map(\.edition))
    var past = self
    past.aired = aired.filter { early.contains($0.edition) }
    past.ahead = aired.map(\.edition).filter { !early.contains($0) }
    return past
  }

  /// The editions that lie in each slot, fixed ones first, then ascending.
  var waitingBySlot: [Int: [Int]] { unitsBySlot.mapValues { $0.map(\.edition) } }

  /// The units that lie in each slot, fixed ones first, then by edition.
  var unitsBySlot: [Int: [Waiting]] {
    var slots: [Int: [Waiting]] = [:]
    for unit in waiting {
      if let slot = unit.slot { slots[slot, default: []].append(unit) }
    }
    return slots.mapValues { units in
      units.sorted { ($0.isFixed ? 0 : 1, $0.edition) < ($1.isFixed ? 0 : 1, $1.edition) }
    }
  }

  /// The editions that stay in their slots.
  var fixed: Set<Int> { Set(waiting.filter(\.isFixed).map(\.edition)) }

  /// The choices with what was published in them; where that is less than a choice takes, it becomes two.
  func marked(_ choices: [Problem.Choice]) -> [Problem.Choice] {
    let there = unitsBySlot
    guard !there.isEmpty else { return choices }
    return choices.flatMap { choice -> [Problem.Choice] in
      let units = there[choice.slot] ?? []
      let published = min(choice.most, units.count)
      guard published > 0 else { return [choice] }
      let least = min(choice.least, published)
      let fixed = min(published, units.count(where: \.isFixed))
      let stays = Problem.Choice(
        slot: choice.slot, most: published, least: max(least, fixed), preference: choice.preference,
        published: published)
      guard published < choice.most else { return [stays] }
      return [
        stays,
        Problem.Choice(
          slot: choice.slot, most: choice.most - published, least: choice.least - least,
          preference: choice.preference),
      ]
    }
  }

  /// Which units of its source it followed as published, where it follows only some; `nil` where the plan has
  /// to say it anew.
  ///
  /// - Parameter order: The editions of the source in the order of time.
  func units(of followUp: FollowUp, among order: [Int]) -> [Int]? {
    guard let works = followUp.works else { return nil }
    let isSame = editions.count == works
    let own = (isSame ? editions : fixedFirst(works)).filter { !ahead.contains($0) }
    let ranks = own.compactMap { edition in order.firstIndex(of: edition).map { $0 + 1 } }
    guard ranks.count == own.count, isSame || !ranks.isEmpty else { return nil }
    // More works than were published: the others in between, evenly.
    let free = Array(Set(1...max(1, order.count)).subtracting(ranks)).sorted()
    let more = min(free.count, max(0, works - ahead.count - ranks.count))
    return (ranks + (0..<more).map { free[(2 * $0 + 1) * free.count / (2 * more)] }).sorted()
  }

  /// Where all that waits stays in its slot: what has aired and that, and as many others as are asked for.
  private func fixedFirst(_ works: Int) -> [Int] {
    guard waiting.allSatisfy(\.isFixed) else { return [] }
    let sure = done + waiting.map(\.edition)
    return sure + missed.prefix(max(0, works - sure.count))
  }

  /// How many more units are asked for, and how many of these can have a work to follow.
  ///
  /// - Parameter firstDay: The first open day; a repeat whose last day lies before it comes too late.
  func quota(
    units: [Int]?, of followUp: FollowUp, _ source: PlanProblem.Origin, from firstDay: Int
  ) -> (quota: Int, reach: Int) {
    if let units {
      let rest = max(0, units.count - aired.count)
      return (rest, rest)
    }
    let done = Set(aired.map(\.edition))
    // A third part that has aired after a second part, both before the first, follows nothing that is still placed.
    let ahead =
      done.subtracting(source.past.aired.map(\.edition)).count
      + Set(ahead).subtracting(source.past.ahead).count
    let open = source.past.aired.filter { !done.contains($0.edition) }
    let early = open.count { unit in followUp.mostDays.map { unit.day + $0 >= firstDay } ?? true }
    // Works whose follower has aired already go last, so what finds no slot is first of all one of them.
    let new = max(0, source.quota - ahead)
    return (new + open.count, min(source.reach, new) + early)
  }
}
