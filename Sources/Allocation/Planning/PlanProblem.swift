import ScheduleModel

/// A plan and its slots as a problem for the engine, and what each series of it is in the plan.
struct PlanProblem {
  let problem: Problem
  /// What each series of the problem is.
  let series: [Origin]

  /// What a series is in the plan.
  struct Origin {
    /// The line.
    let line: PlanLine
    /// Its place among the demands.
    let demand: Int
    /// What follows from its works; `nil` for its originals.
    let followUp: FollowUp?
    /// The series that it follows; `nil` for originals.
    let source: Int?
    /// Which units of that series; `nil` for all.
    let units: [Int]?
    /// How many are asked for if nothing is short, what has aired not included.
    let quota: Int
    /// How many of these it could have if it had all its slots for itself. The engine is asked for no more: a
    /// line of a million works that finds twelve slots is as even in them as one of twelve.
    let reach: Int
    /// What was published of it and what of that has aired.
    let past: SeriesPast

    /// Its units of the whole year, if it has all its slots for itself.
    var all: Int { past.aired.count + reach }

    /// Of its published editions in the order of time those that there still are, where fewer are asked for now; `nil`
    /// where it is open which of them go.
    func remaining(of order: [Int]) -> [Int]? {
      let surplus = order.count - past.ahead.count - past.aired.count - quota
      guard surplus > 0 else { return order }
      // What is planned again gets the first editions that are free, so the last of these go.
      let going = past.missed.sorted().suffix(surplus)
      guard going.count == surplus else { return nil }
      return order.filter { !going.contains($0) }
    }
  }

  /// The problem of a plan.
  ///
  /// - Parameters:
  ///   - record: What was published and what of it has aired before the plan's first day.
  ///   - weights: The weights of the days for each series; `nil` to follow from the demands.
  ///   - isCautious: Lets what has aired before its source count as if it had followed an earlier unit. What
  ///     follows may have to wait longer than it must, but nothing is placed that then follows nothing.
  init(
    _ demands: [LineDemand], plan: Plan, _ use: SlotUse, after record: PublishedRecord = .none,
    weights given: [[Int]]? = nil, isCautious: Bool = false
  ) {
    let outline = Outline(
      demands, plan: plan, use, after: record, weights: given, isCautious: isCautious)
    let (days, origins) = (outline.builder.days, outline.origins)
    let versions = origins.enumerated().compactMap { number, origin in
      origin.followUp.map { (series: number, followUp: $0, count: origin.reach) }
    }
    let table = TranslatorTable(of: plan, versions, days: days)
    series = origins
    problem = Problem(
      days: days.count, firstOpenDay: days.open.lowerBound, monthStart: days.monthStart,
      outlets: outline.builder.outlets, slots: outline.builder.problemSlots,
      series: origins.indices.map { outline.series($0, demands, translator: table.ofSeries[$0]) },
      translators: table.translators, weekOffset: days.weekOffset)
  }

  /// The series of some demands, as they are in a problem of these alone, without their translators.
  static func series(_ demands: [LineDemand], plan: Plan, _ use: SlotUse) -> [Problem.Series] {
    let outline = Outline(demands, plan: plan, use, after: .none, weights: nil, isCautious: false)
    return outline.origins.indices.map { outline.series($0, demands, translator: nil) }
  }

  /// What the series of a problem are made from.
  private struct Outline {
    let builder: Builder
    let origins: [Origin]
    private let choices: [[Problem.Choice]]
    private let weights: [[Int]]

    func series(_ number: Int, _ demands: [LineDemand], translator: Int?) -> Problem.Series {
      builder.series(
        origins[number], demands[origins[number].demand], choices[number], weights[number],
        translator: translator)
    }

    init(
      _ demands: [LineDemand], plan: Plan, _ use: SlotUse, after record: PublishedRecord,
      weights given: [[Int]]?, isCautious: Bool
    ) {
      let days = YearDays(of: plan)
      let builder = Builder(plan: plan, slots: use.slots, days: days)
      var origins = demands.indices.map { number in
        Origin(
          line: demands[number].line, demand: number, followUp: nil, source: nil, units: nil,
          quota: demands[number].count,
          reach: min(demands[number].count, demands[number].room(use.slots)),
          past: record.past(of: demands[number].line, nil))
      }
      var choices = demands.map(builder.choices)
      for (number, followUp) in PlanProblem.followUps(demands, use) {
        var source = number
        if followUp.followsAnother { source = origins.count - 1 }
        let own = builder.choices(of: followUp)
        var past = record.past(of: followUp.line, followUp)
        if !isCautious { past = past.following(origins[source].past) }
        let order = record.order(
          of: followUp.line, origins[source].followUp, after: origins[source].past.done)
        let units =
          origins[source].remaining(of: order).flatMap { past.units(of: followUp, among: $0) }
          ?? builder.units(of: followUp, choices: own, among: origins[source], choices[source])
        let asked = past.quota(units: units, of: followUp, origins[source], from: days.open.lowerBound)
        let room = own.reduce(0) { $0 + $1.most }
        choices.append(own)
        origins.append(
          Origin(
            line: followUp.line, demand: number, followUp: followUp, source: source, units: units,
            quota: asked.quota, reach: record.isEmpty && units != nil ? asked.reach : min(asked.reach, room),
            past: past))
      }
      let latest = PlanProblem.latestDays(origins, choices, builder)
      var weights: [[Int]] = given ?? []
      for (number, origin) in origins.enumerated().dropFirst(weights.count) {
        guard let source = origin.source, let followUp = origin.followUp else {
          weights.append(
            DayWeights(
              of: demands[number], choices: choices[number], latest: latest[number].map(days.day), plan: plan,
              slots: use.slots, days: days
            ).all)
          continue
        }
        weights.append(DayWeights.shifted(weights[source], by: followUp.leastDays))
      }
      (self.builder, self.origins, self.choices, self.weights) = (builder, origins, choices, weights)
    }
  }

  private init(problem: Problem, series: [Origin]) {
    self.problem = problem
    self.series = series
  }

  /// The same, asking for other numbers in months.
  func with(perMonth: [[ClosedRange<Int>]]) -> PlanProblem {
    with(problem.with(series: zip(problem.series, perMonth).map { $0.with(perMonth: $1) }))
  }

  /// The same series of another problem.
  func with(_ problem: Problem) -> PlanProblem { PlanProblem(problem: problem, series: series) }

  /// The last day on which a unit of each series leaves a slot for all that follows; `nil` for any.
  private static func latestDays(
    _ origins: [Origin], _ choices: [[Problem.Choice]], _ builder: Builder
  ) -> [Int?] {
    var latest: [Int?] = origins.map { _ in nil }
    for (number, origin) in origins.enumerated().reversed() {
      guard let source = origin.source, let followUp = origin.followUp,
        let last = choices[number].last.map({ builder.day(of: $0) })
      else { continue }
      let day = min(last, latest[number] ?? last) - followUp.leastDays
      latest[source] = min(day, latest[source] ?? day)
    }
    return latest
  }

  /// What follows from the works of each demand: later parts of all lines, then further outlets, versions, repeats.
  static func followUps(_ demands: [LineDemand], _ use: SlotUse) -> [(demand: Int, FollowUp)] {
    func all(_ of: (LineDemand) -> [FollowUp]) -> [(demand: Int, FollowUp)] {
      demands.enumerated().flatMap { number, demand in of(demand).map { (number, $0) } }
    }
    return all { FollowUp.parts(of: $0, use) } + all { FollowUp.crossPosts(of: $0.line, $0.placing, use) }
      + all { FollowUp.versions(of: $0.line, use) } + all { FollowUp.repeats(of: $0, use) }
  }
}
