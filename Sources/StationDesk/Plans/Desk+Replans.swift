public import StationStore
public import StationWork

extension Desk {
  /// Asks a worker to plan the rest of a year anew, and notes it in the audit trail.
  ///
  /// - Throws: ``DeskRefusal/forbidden(_:)``.
  public func askForReplan(
    _ request: ReplanWork.Request, in plan: VisiblePlan, by visitor: Visitor
  ) async throws -> StoredJob {
    guard plan.allows(.draft) else { throw DeskRefusal.forbidden(.draft) }
    let (number, now) = (plan.plan.number, visitor.caller.now)
    return try await store.write(.plan(number)) { transaction in
      let job = try ReplanWork.ask(
        for: request, of: number, person: visitor.person.number, on: now, transaction)
      transaction.note(
        visitor.note("ask for re-plan", "plan \(plan.plan.slug) job \(job.number)", after: request.from))
      return job
    }
  }

  /// A re-plan that somebody asked for, and what it gave; the result is `nil` before it is done, and a week later.
  ///
  /// - Throws: ``DeskRefusal/notFound`` for a number that no re-plan of the plan has.
  public func replan(
    _ number: Int, of plan: StoredPlan, by program: String
  ) async throws -> (job: StoredJob, request: ReplanWork.Request, result: ReplanResult?) {
    try await store.read { transaction in
      guard let job = try transaction.job(number), job.plan == plan.number,
        let request = ReplanWork.Request(job)
      else { throw DeskRefusal.notFound }
      let result = job.state == .done ? try ReplanWork.result(of: job, by: program, transaction) : nil
      return (job, request, result)
    }
  }
}
