import Allocation
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
      findings += overSchedules(of: plan)
      let profile = plan.usualProfile
      findings += DeclaredPeriods.contradictions(
        in: declaredFigures(plan, profile: profile).figures, plan: plan, profile: profile)
      findings += titleContradictions(of: plan)
    }
    if countsWorkingFiles, files?.draft != nil { findings += draft(today: clock.local(today).day).findings }
    return findings.withoutRepeats
  }

  /// Outlets that get more minutes in a day than they take, and rules whose least or most in a quarter, a month or a day is not kept: by
  /// the schedule that is held and by the draft of the next.
  private mutating func overSchedules(of plan: Plan) -> [Finding] {
    let hasLimits = plan.lines.contains { line in
      line.counting.rules.contains { $0.floor != nil || $0.ceiling != nil }
    }
    guard hasLimits || plan.outlets.contains(where: { $0.minutesPerDay != nil }), let held = schedule() else {
      return []
    }
    let slots = slots().slots
    let isPublished = if case .published = held.origin { true } else { false }
    var schedules = [(held.schedule.placements, isPublished)]
    if isPublished, countsWorkingFiles, let file = files?.draft {
      let published = Dictionary(
        publications().rows.map { ($0.placement.uid, $0) }, uniquingKeysWith: { first, _ in first })
      let draft = ScheduleDraft.read(
        file, base: files?.draftBase, plan: plan, slots: slots, published: published
      ).draft
      if let draft { schedules.append((draft.rows.map(\.placement), false)) }
    }
    return excerpted(
      schedules.flatMap { placements, isPublished in
        OutletMinutes.findings(plan: plan, slots: slots, placements: placements, isPublished: isPublished)
          + ScheduledFloors.findings(plan: plan, placements: placements, slots: slots)
      })
  }
}
