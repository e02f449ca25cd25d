public import ScheduleModel

extension ScheduleState {
  /// What the schedule has too few of, in the plan's order.
  ///
  /// Repeats that would come after the plan's last day are not asked for: nothing can place them.
  public var shortages: [ScheduleShortage] { surroundings.checked.shortages }
}

extension CheckedSchedule {
  var shortages: [ScheduleShortage] {
    series.filter { !$0.isCompanion }.compactMap { one in
      let found = Set(one.placements.map(\.edition))
      var asked = max(0, (one.line.works ?? 0) - plan.worksInside(one.line))
      if let followUp = one.followUp, let source = one.source {
        let works = Set(series[source].placements.filter { isInTime($0, for: followUp) }.map(\.edition))
          .union(found)
        asked = min(followUp.works ?? works.count, works.count)
      }
      guard found.count < asked else { return nil }
      return ScheduleShortage(
        line: one.line.id, place: one.line.place, what: words.name(of: one), isOriginal: one.followUp == nil,
        isReported: one.line.basis == .result, asked: asked, found: found.count)
    }
  }

  /// Whether a repeat of a placement can still lie in the plan's days.
  private func isInTime(_ placement: Placement, for followUp: FollowUp) -> Bool {
    guard case .again(let repeats, _, _) = followUp.kind else { return true }
    return day(of: placement).advanced(by: followUp.leastDays)
      < plan.days.upperBound.advanced(by: repeats.nextYearDays)
  }
}
