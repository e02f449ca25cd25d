import Counting
public import Reports
public import ScheduleModel

extension StationYear {
  /// The periods for which lower units reported figures, by their first day, the longer first; empty when none did.
  public func declaredPeriods() -> [ReportingPeriod] {
    guard let plan else { return [] }
    let periods = Set(declaredFigures(plan, profile: plan.usualProfile).figures.map(\.period))
    return periods.sorted { left, right in
      (left.days.lowerBound, right.days.upperBound) < (right.days.lowerBound, left.days.upperBound)
    }
  }

  /// How many figures lower units reported for a period, or for a part of it.
  public func declaredCount(in period: ReportingPeriod) -> Int {
    guard let plan else { return 0 }
    return declaredFigures(plan, profile: period.profile).figures.count { figure in
      let days = figure.period.days
      return figure.quantity != nil && period.days.lowerBound <= days.lowerBound
        && days.upperBound <= period.days.upperBound
    }
  }

  /// All that the report over all units of a period is made of, as `lichsong consolidate` makes it; `nil` without a plan, a
  /// schedule, or any figure that a unit reported.
  ///
  /// - Parameter explained: A unit or line, by id, whose rows alone are shown; `nil` for all.
  public mutating func consolidation(
    of period: ReportingPeriod, against: PlanVersion = .inForce, explained: String? = nil
  ) -> ConsolidationReport.Input? {
    guard let plan, let planned = schedule(), let (tally, doubts) = tally(period, against: against),
      let (consolidation, found) = consolidated(tally)
    else { return nil }
    let findings = planFindings + planned.findings + (held()?.findings ?? []) + doubts + found
    return ConsolidationReport.Input(
      plan: plan, consolidation: consolidation, tally: tally, findings: findings.withoutRepeats,
      explained: explained)
  }

  /// Who recorded a table of figures that units reported, and when.
  public struct DeclaredRecording: Hashable, Sendable {
    /// The name of the file.
    public let file: String
    /// Who recorded it.
    public let author: String
    /// When, on the station's clock.
    public let time: LocalTime
  }

  /// The recorded tables of figures that units reported, in the order of the Book.
  public func declaredRecordings() -> [DeclaredRecording] {
    book.entries(.declared).map { entry in
      DeclaredRecording(
        file: entry.head.notes["source"] ?? "book/\(entry.fileName)", author: entry.head.author,
        time: clock.local(entry.head.time))
    }
  }
}
