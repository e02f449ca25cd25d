public import ScheduleModel

extension YearSoFar {
  /// The year up to a day, as the logs tell it.
  ///
  /// - Parameters:
  ///   - published: The schedule that was published.
  ///   - reconciled: Logs of the broadcast days before `from`, held against it.
  public init(from: CivilDay, plan: Plan, published: Schedule, reconciled: Reconciled) {
    var aired: [String: CivilDay] = [:]
    for outcome in reconciled.outcomes {
      if let entry = outcome.airing ?? outcome.makeGood, entry.broadcastDay < from {
        aired[outcome.placement.uid] = entry.broadcastDay
      }
    }
    self.init(
      from: from, published: published.placements, aired: aired, isLogged: true,
      unplanned: reconciled.unplanned.count, broadcast: BroadcastDays(plan: plan))
  }

  /// The year up to a day of which there are no logs: whether what was published for the days before it aired is not
  /// known.
  public init(from: CivilDay, plan: Plan, published: Schedule) {
    let broadcast = BroadcastDays(plan: plan)
    var aired: [String: CivilDay] = [:]
    for placement in published.placements {
      let days = broadcast.days(of: placement)
      if days.upperBound <= from { aired[placement.uid] = days.upperBound.advanced(by: -1) }
    }
    self.init(
      from: from, published: published.placements, aired: aired, unknown: Set(aired.keys), isLogged: false,
      broadcast: broadcast)
  }
}
