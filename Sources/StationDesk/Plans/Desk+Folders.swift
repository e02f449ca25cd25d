public import Planning
public import StationStore
import StationWork

extension Desk {
  /// Brings a new plan in with its folder, as the import at the terminal does, and notes it in the audit trail, both or neither.
  ///
  /// - Parameters:
  ///   - slug: Its short name in addresses: small letters without marks, digits and hyphens.
  ///   - unit: The number of the unit whose plan it is.
  /// - Throws: ``DeskRefusal/planTaken(_:)``, ``DeskRefusal/planName(_:)``; ``DeskRefusal/forbidden(_:)`` for whoever does not
  ///   manage the unit.
  public func bringIn(
    _ files: [InputFile], as slug: String, of unit: Int, by visitor: Visitor
  ) async throws -> StoredPlan {
    guard slug.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,62}/) != nil else { throw DeskRefusal.planName(slug) }
    let now = visitor.caller.now
    return try await store.write(.people) { transaction in
      guard try Self.units(of: visitor, .administer, transaction)[unit] != nil else {
        throw DeskRefusal.forbidden(.administer)
      }
      guard try transaction.plan(slug) == nil else { throw DeskRefusal.planTaken(slug) }
      let done = try transaction.importPlan(slug, of: unit, files, on: now)
      transaction.note(
        visitor.note(
          "bring in plan", "plan \(slug)", after: "\(done.newEntries) entries, \(done.changedFiles) files"))
      try FigureWork.ask(of: done.plan.number, on: now, transaction)
      return done.plan
    }
  }

  /// All files of a plan as a folder has them.
  public func folder(of plan: VisiblePlan) async throws -> [InputFile] {
    try await store.read { try $0.exportPlan(plan.plan.number) }
  }

  /// Joins a plan with a folder that somebody sent in, as the import at the terminal does, and notes it in the audit trail, both or
  /// neither: entries that are missing are added, working files are replaced.
  ///
  /// - Throws: `FolderRefused` for a folder that cannot be taken in; ``DeskRefusal/forbidden(_:)`` for whoever may not change
  ///   the plan and manage the unit, since a folder may hold entries of every kind.
  public func takeIn(
    _ files: [InputFile], to plan: VisiblePlan, by visitor: Visitor, reason: String
  ) async throws -> ImportedPlan {
    for right in [Right.changePlan, .administer] where !plan.allows(right) {
      throw DeskRefusal.forbidden(right)
    }
    let now = visitor.caller.now
    return try await store.write(.people) { transaction in
      let done = try transaction.importPlan(plan.plan.slug, of: plan.plan.unit, files, on: now)
      transaction.note(
        visitor.note(
          "take in folder", "plan \(plan.plan.slug)",
          after: "\(done.newEntries) entries, \(done.changedFiles) files", reason: reason))
      try transaction.askForFeeds(of: plan.plan.number, on: now)
      try FigureWork.ask(of: plan.plan.number, on: now, transaction)
      return done
    }
  }
}
