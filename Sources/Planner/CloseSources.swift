import Calendars
import PlanFiles
import Reconciliation
import Reports
import ScheduleModel

/// What a close is made of: the plan, the schedule as it was published, links made by hand, and logs.
struct CloseSources {
  /// The plan's file.
  var plan: InputFile
  /// The table of placements; `nil` for the schedule that the plan gives.
  var placements: InputFile? = nil
  /// Links made by hand; `nil` for none.
  var links: InputFile? = nil
  /// The logs: the ledger's files, or else those of `as-run`.
  var logs: [InputFile]

  /// What is asked for.
  struct Terms {
    /// The period, against which figures, by which profile.
    let scope: PeriodClose.Scope
    /// The last day of the logs that is read; `nil` for the last there is
    /// by the day of the close.
    let asOf: CivilDay?
    /// Where the close stands among others.
    let stamp: PeriodClose.Stamp
  }

  /// What came of it.
  struct Draft {
    /// The plan; `nil` when its file has errors.
    var plan: Plan?
    /// The period; `nil` when the profile has none of that name.
    var period: ReportingPeriod?
    /// The schedule.
    var schedule: Schedule?
    /// The close; `nil` when the logs tell nothing.
    var close: PeriodClose?
    /// What is wrong or doubtful.
    var findings: [Finding]
  }

  /// Counts the period anew.
  func draft(_ terms: Terms, inputs: [PeriodClose.Input]) -> Draft {
    var draft = Draft(findings: [])
    guard planned(&draft), let plan = draft.plan, let schedule = draft.schedule,
      let profile = plan.profiles.first(where: { $0.code == terms.scope.profile }),
      let period = ReportingPeriod(terms.scope.period, profile: profile)
    else { return draft }
    draft.period = period
    func reconcile(_ asOf: CivilDay?) -> ReconciledYear {
      PlanningPipeline.reconcile(plan, schedule, logs: logs, links: links, asOf: asOf)
    }
    var held = reconcile(terms.asOf)
    // Nobody knows on the day of the close what will go out after it.
    let today = terms.stamp.closed.day
    if terms.asOf == nil, let last = held.reconciled.asOf, today < last { held = reconcile(today) }
    draft.findings += held.findings
    guard let asOf = held.reconciled.asOf else { return draft }
    let (tally, doubts) = PlanningPipeline.count(
      plan, schedule, held, published: nil, period: period, against: terms.scope.against)
    draft.findings += doubts
    draft.close = Closing.close(
      plan: plan, tally: tally, log: held.log, asOf: asOf, stamp: terms.stamp, inputs: inputs)
    return draft
  }

  /// Reads the plan and its schedule.
  private func planned(_ draft: inout Draft) -> Bool {
    guard let placements else {
      let year = PlanningPipeline.plan(plan)
      (draft.plan, draft.schedule, draft.findings) = (year.plan, year.schedule, year.findings)
      return year.schedule != nil
    }
    let reading = PlanReader.read(plan.bytes, file: plan.name)
    draft.findings = reading.findings
    guard let plan = reading.plan, !reading.findings.hasErrors else { return false }
    let slots = GridExpansion.slots(of: plan).slots
    let (read, findings) = PublishedScheduleReader.read(
      placements.bytes, file: placements.name, plan: plan, slots: slots, from: plan.days.upperBound)
    draft.findings += findings
    guard let read else { return false }
    draft.plan = plan
    draft.schedule = Schedule(
      slots: slots, placements: read, unplaced: [], proof: Schedule.Proof(demanded: 0, placed: 0))
    return true
  }
}
