import Planning
import Reconciliation
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
    /// The last day of the logs that is read; `nil` for the last there is by
    /// the day of the close.
    let asOf: CivilDay?
    /// Where the close stands among others.
    let stamp: PeriodClose.Stamp
  }

  /// What came of it.
  struct Draft {
    /// The plan; `nil` when its file has errors.
    var plan: Plan?
    /// The close; `nil` when the plan has errors or no such period, or the logs tell nothing.
    var close: PeriodClose?
    /// What is wrong or doubtful.
    var findings: [Finding]
  }

  /// Counts the period anew.
  func draft(_ terms: Terms, inputs: [PeriodClose.Input]) -> Draft {
    let year = PlanningPipeline.plan(plan, published: placements)
    var draft = Draft(plan: year.plan, findings: year.findings)
    guard let plan = year.plan, let schedule = year.schedule,
      let profile = plan.profiles.first(where: { $0.code == terms.scope.profile }),
      let period = ReportingPeriod(terms.scope.period, profile: profile)
    else { return draft }
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
}
