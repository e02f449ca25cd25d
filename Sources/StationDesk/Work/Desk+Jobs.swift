public import StationStore

/// A job, and the name of who asked for it.
public struct ShownJob: Hashable, Sendable {
  /// The job.
  public let job: StoredJob
  /// Who asked; `nil` for the server itself.
  public let person: String?
}

extension Desk {
  /// The newest jobs of a plan, newest first.
  ///
  /// - Parameter count: The most of them.
  public func jobs(of plan: StoredPlan, count: Int) async throws -> [ShownJob] {
    try await store.read { transaction in
      try transaction.jobs(of: plan.number, count: count).map { job throws(StoreRefusal) in
        let name = try job.person.flatMap { number throws(StoreRefusal) in
          try transaction.person(number)?.name
        }
        return ShownJob(job: job, person: name)
      }
    }
  }

  /// Whether a visitor may end a job: who asked for it may, and who may change the plan. A token ends its owner's jobs of the
  /// kinds that it may ask for: one that may only read changes nothing.
  public func mayCancel(_ job: StoredJob, in plan: VisiblePlan, _ visitor: Visitor) -> Bool {
    let mayAsk = visitor.scopes?.contains(.toAsk(for: job.kind)) ?? true
    return job.state.isOpen
      && ((job.person == visitor.person.number && mayAsk) || plan.allows(.changePlan))
  }

  /// A job of a plan.
  ///
  /// - Throws: ``DeskRefusal/notFound`` for a number that no job of the plan has.
  public func job(_ number: Int, of plan: StoredPlan) async throws -> ShownJob {
    try await store.read { transaction in
      guard let job = try transaction.job(number), job.plan == plan.number else { throw DeskRefusal.notFound }
      return ShownJob(job: job, person: try job.person.flatMap { try transaction.person($0)?.name })
    }
  }

  /// Ends a job: at once one that waits, within seconds one that runs.
  ///
  /// - Throws: ``DeskRefusal/notFound`` for a number that no job of the plan has, ``DeskRefusal/forbidden(_:)``. A job that
  ///   came to its end by itself is left as it is.
  public func cancel(_ number: Int, in plan: VisiblePlan, by visitor: Visitor) async throws {
    let now = visitor.caller.now
    try await store.write { transaction in
      guard let job = try transaction.job(number), job.plan == plan.plan.number else {
        throw DeskRefusal.notFound
      }
      guard job.state.isOpen else { return }
      guard mayCancel(job, in: plan, visitor) else { throw DeskRefusal.forbidden(.changePlan) }
      if try transaction.cancelJob(number, of: job.plan, on: now) {
        transaction.note(
          visitor.note("cancel job", "plan \(plan.plan.slug) job \(number)", before: job.kind.rawValue))
      }
    }
  }
}

extension Right {
  /// What it takes to ask for a job of a kind.
  static func toAsk(for kind: StoredJob.Kind) -> Right {
    switch kind {
    case .replan: .draft
    case .preview, .largePreview: .recordLogs
    case .feeds, .figures: .changePlan
    }
  }
}
