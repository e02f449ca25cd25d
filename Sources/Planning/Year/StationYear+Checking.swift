import Counting
public import ScheduleModel

extension StationYear {
  /// What is wrong or doubtful in the schedule and in the draft, besides the plan's own text.
  ///
  /// - Parameter today: Now, in UTC: what ended before is past.
  public mutating func checked(today: LocalTime) -> [Finding] {
    var findings = (schedule()?.findings ?? scheduleFaults) + openingFindings()
    findings += coverage()?.findings ?? []
    if let plan {
      findings += excerpted(
        TallyBuilder.overlapDoubts(plan: plan, published: publishedFigures()?.figures))
    }
    if countsWorkingFiles, files?.draft != nil { findings += draft(today: clock.local(today).day).findings }
    return findings.withoutRepeats
  }
}
