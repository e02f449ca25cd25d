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
        TallyBuilder.overlapDoubts(plan: plan, published: publishedFigures()?.figures)
          + TallyBuilder.unlikeTotals(plan: plan))
      findings += overSchedules(of: plan)
      let profile = plan.usualProfile
      findings += DeclaredPeriods.contradictions(
        in: declaredFigures(plan, profile: profile).figures, plan: plan, profile: profile)
      findings += titleContradictions(of: plan)
    }
    findings += findingsOfShortages(on: clock.local(today).day)
    if countsWorkingFiles, files?.draft != nil { findings += draft(today: clock.local(today).day).findings }
    return findings.withoutRepeats
  }

  /// What is published has too few of, until a draft or the plan settles it; empty before the first publication, where a
  /// draft waits, and once the plan's days are over.
  ///
  /// - Parameter day: When it is looked at; `nil` for any time.
  public mutating func shortages(on day: CivilDay?) -> [ScheduleShortage] {
    guard let plan, let planned = schedule(), planned.origin == .published,
      day.map({ $0 < plan.days.upperBound }) ?? true,
      !countsWorkingFiles || files?.draft == nil || draftChangesNothing()
    else { return [] }
    return scheduleRules()?.check(planned.schedule.placements, aired: airedDays()).shortages ?? []
  }

  /// The same as findings.
  public mutating func findingsOfShortages(on day: CivilDay? = nil) -> [Finding] {
    let short = shortages(on: day)
    guard let first = plan?.days.lowerBound, !short.isEmpty else { return [] }
    let from = firstOpenDay(on: day ?? first)
    return excerpted(short.map { .publishedShort($0, from: from) })
  }

  /// The first day from which on the year can be planned anew: that day, the one after the logs, or the plan's first.
  mutating func firstOpenDay(on day: CivilDay) -> CivilDay {
    let logged = held()?.reconciled.asOf?.advanced(by: 1)
    return max(day, logged ?? day, plan?.days.lowerBound ?? day)
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
