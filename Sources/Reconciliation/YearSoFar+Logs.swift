public import ScheduleModel

extension YearSoFar {
  /// The year up to a day, as the logs tell it.
  ///
  /// - Parameters:
  ///   - published: The schedule that was published.
  ///   - reconciled: Logs of the days before `from`, held against it.
  public init(from: CivilDay, published: Schedule, reconciled: Reconciled) {
    var aired: [String: CivilDay] = [:]
    for outcome in reconciled.outcomes {
      if let entry = outcome.airing ?? outcome.makeGood, entry.day < from {
        aired[outcome.placement.uid] = entry.day
      }
    }
    self.init(
      from: from, published: published.placements, aired: aired, isLogged: true,
      unplanned: reconciled.unplanned.count)
  }

  /// The year up to a day of which there are no logs: all that was published for the days before it has aired.
  public init(from: CivilDay, published: Schedule) {
    var aired: [String: CivilDay] = [:]
    for placement in published.placements where placement.timing.days.upperBound <= from {
      aired[placement.uid] = placement.timing.days.upperBound.advanced(by: -1)
    }
    self.init(from: from, published: published.placements, aired: aired, isLogged: false)
  }
}
