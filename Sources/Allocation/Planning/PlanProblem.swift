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
    /// How many are asked for if nothing is short.
    let quota: Int
  }

  init(_ demands: [LineDemand], plan: Plan, _ use: SlotUse) {
    let days = YearDays(of: plan)
    let builder = Builder(plan: plan, slots: use.slots, days: days)
    var origins = demands.indices.map { number in
      Origin(
        line: demands[number].line, demand: number, followUp: nil, source: nil, units: nil,
        quota: demands[number].count)
    }
    var choices = demands.map(builder.choices)
    var weights = zip(demands, choices).map { demand, choices in
      DayWeights(of: demand, choices: choices, plan: plan, slots: use.slots, days: days).all
    }
    for (number, followUp) in Self.followUps(demands, use) {
      var source = number
      if case .again(_, _, let isFirst) = followUp.kind, !isFirst { source = origins.count - 1 }
      let own = builder.choices(of: followUp)
      let units = builder.units(of: followUp, choices: own, among: origins[source].quota, choices[source])
      choices.append(own)
      weights.append(DayWeights.shifted(weights[source], by: followUp.leastDays))
      origins.append(
        Origin(
          line: followUp.line, demand: number, followUp: followUp, source: source, units: units,
          quota: units?.count ?? origins[source].quota))
    }
    let versions = origins.enumerated().compactMap { number, origin in
      origin.followUp.map { (series: number, followUp: $0, count: origin.quota) }
    }
    let table = TranslatorTable(of: plan, versions, days: days)
    series = origins
    problem = Problem(
      days: days.count, firstOpenDay: days.open.lowerBound, monthStart: days.monthStart,
      outlets: builder.outlets, slots: builder.problemSlots,
      series: origins.indices.map { number in
        builder.series(
          origins[number], demands[origins[number].demand], choices[number], weights[number],
          translator: table.ofSeries[number])
      },
      translators: table.translators, weekOffset: days.weekOffset)
  }

  /// What follows from the works of each demand: further outlets of all lines, then versions, then repeats.
  private static func followUps(_ demands: [LineDemand], _ use: SlotUse) -> [(demand: Int, FollowUp)] {
    func all(_ of: (LineDemand) -> [FollowUp]) -> [(demand: Int, FollowUp)] {
      demands.enumerated().flatMap { number, demand in of(demand).map { (number, $0) } }
    }
    return all { FollowUp.crossPosts(of: $0.line, $0.placing, use) }
      + all { FollowUp.versions(of: $0.line, use) } + all { FollowUp.repeats(of: $0, use) }
  }
}
