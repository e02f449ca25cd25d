extension Plan {
  /// The ways to cut the year into reports: its own first, then the shipped ones.
  public var profiles: [ReportingProfile] {
    [reporting, ownYear].compactMap(\.self) + ReportingProfile.shipped
  }

  /// The way to cut the year that is meant where nobody names one.
  public var usualProfile: ReportingProfile { reporting ?? ownYear ?? .calendarYear }

  /// Parts of the plan's own year; `nil` where that is the calendar's.
  public var ownYear: ReportingProfile? {
    let cutOff = YearShape.cutOff(ofPlan: year, days: days)
    let shape = YearShape(ofPlan: year, days: days, cutOff: cutOff)
    return shape == .calendar && cutOff == nil
      ? nil : ReportingProfile(code: "PLAN_YEAR", cutOff: cutOff, shape: shape)
  }

  /// The quarters of the plan's own year, whatever the reports there are.
  public var quarters: [ReportingPeriod] {
    let profile = ownYear ?? .calendarYear
    return (1...profile.shape.parts(of: 3)).compactMap {
      ReportingPeriod(.quarter($0), of: year, profile: profile)
    }
  }

  /// The year of the plan that follows: the next, or as many years later as the plan has.
  public var yearAfter: Int { year + max(1, (months.count + 9) / 12) }

  /// Whether the plan's figures are those of a period's year: they say nothing of another year, nor of one that begins
  /// in another month.
  public func isPlanned(_ period: ReportingPeriod) -> Bool {
    let shape = YearShape(ofPlan: year, days: days, cutOff: period.profile.cutOff)
    return period.year == year && period.profile.shape == shape
  }
}
