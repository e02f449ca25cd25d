import ScheduleModel

/// What was published of one series, told apart by what became of it.
struct SeriesPast {
  /// Units that have aired, by day.
  var aired: [Aired]
  /// Editions that have aired though the work that they follow has not, by any log; they stand for themselves.
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

  /// The editions that lie in each slot, ascending.
  var waitingBySlot: [Int: [Int]] {
    var slots: [Int: [Int]] = [:]
    for unit in waiting {
      if let slot = unit.slot { slots[slot, default: []].append(unit.edition) }
    }
    return slots.mapValues { $0.sorted() }
  }

  /// The choices with what was published in them; where that is less than a choice takes, it becomes two.
  func marked(_ choices: [Problem.Choice]) -> [Problem.Choice] {
    let there = waitingBySlot
    guard !there.isEmpty else { return choices }
    return choices.flatMap { choice -> [Problem.Choice] in
      let published = min(choice.most, there[choice.slot]?.count ?? 0)
      guard published > 0 else { return [choice] }
      let least = min(choice.least, published)
      let stays = Problem.Choice(
        slot: choice.slot, most: published, least: least, preference: choice.preference, published: published)
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
  func units(of followUp: FollowUp, among source: SeriesPast) -> [Int]? {
    guard let works = followUp.works, editions.count == works else { return nil }
    let order = source.editions
    let own = editions.filter { !ahead.contains($0) }
    let ranks = own.compactMap { edition in order.firstIndex(of: edition).map { $0 + 1 } }
    return ranks.count == own.count ? ranks.sorted() : nil
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
    let ahead = done.subtracting(source.past.aired.map(\.edition)).count + ahead.count
    let open = source.past.aired.filter { !done.contains($0.edition) }
    let early = open.count { unit in followUp.mostDays.map { unit.day + $0 >= firstDay } ?? true }
    return (
      max(0, source.quota + open.count - ahead), max(0, source.reach + early - ahead)
    )
  }
}
