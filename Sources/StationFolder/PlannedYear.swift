public import ScheduleModel

/// A plan with its schedule.
public struct PlannedYear: Sendable {
  /// The plan; `nil` when its file has errors.
  public let plan: Plan?
  /// Its schedule; `nil` when there is no plan.
  public let schedule: Schedule?
  /// Its topics and how they are served; `nil` when there is no plan.
  public let coverage: Coverage?
  /// What is wrong or doubtful, in file order.
  public let findings: [Finding]
}

/// Logs held against a schedule.
public struct ReconciledYear: Sendable {
  /// What the logs say.
  public let log: AsRunLog
  /// What became of the placements.
  public let reconciled: Reconciled
  /// What is wrong or doubtful in the logs.
  public let findings: [Finding]
}

/// A plan with the rest of its year planned anew.
public struct ReplannedYear: Sendable {
  /// The plan; `nil` when its file has errors.
  public let plan: Plan?
  /// The rest of its year; `nil` when there is no plan, the day lies outside its days, or the published schedule
  /// cannot be read.
  public let replan: Replan?
  /// What is wrong or doubtful, in file order: the plan's, then those of the published schedule and the logs.
  public let findings: [Finding]
}
