public import Planning
public import StationStore
import StationWork

extension Desk {
  /// Brings a new plan in with its folder, as the import at the terminal does, and notes it in the audit trail, both or neither.
  ///
  /// - Parameters:
  ///   - slug: Its short name in addresses: small letters without marks, digits and hyphens.
  ///   - unit: The number of the unit whose plan it is.
  ///   - reason: What the plan was made of, for the trail; `nil` for a folder.
  /// - Throws: ``DeskRefusal/planTaken(_:)``, ``DeskRefusal/planName(_:)``; ``DeskRefusal/forbidden(_:)`` for whoever does not
  ///   manage the unit.
  public func bringIn(
    _ files: [InputFile], as slug: String, of unit: Int, by visitor: Visitor, reason: String? = nil
  ) async throws -> StoredPlan {
    guard slug.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,62}/) != nil else { throw DeskRefusal.planName(slug) }
    let now = visitor.caller.now
    return try await store.write(.people) { transaction in
      guard try Self.units(of: visitor, .administer, transaction)[unit] != nil else {
        throw DeskRefusal.forbidden(.administer)
      }
      guard try transaction.plan(slug) == nil else { throw DeskRefusal.planTaken(slug) }
      let done = try transaction.importPlan(slug, of: unit, files, by: visitor.person.number, on: now)
      transaction.note(
        visitor.note(
          "bring in plan", "plan \(slug)", after: "\(done.newEntries) entries, \(done.changedFiles) files",
          reason: reason))
      try FigureWork.ask(of: done.plan.number, on: now, transaction)
      return done.plan
    }
  }

  /// All files of a plan as a folder has them.
  public func folder(of plan: VisiblePlan) async throws -> [InputFile] {
    try await store.read { try $0.exportPlan(plan.plan.number) }
  }

  /// Keeps a folder that somebody sent in until they have looked at what it would change, and looks whether it could be
  /// taken in at all.
  ///
  /// - Parameter files: What is in the archive.
  /// - Returns: By which addresses name it.
  /// - Throws: `FolderRefused` for a folder that cannot be taken in; ``DeskRefusal/forbidden(_:)`` for whoever may not change
  ///   the plan and manage the unit, since a folder may hold entries of every kind.
  public func sendIn(
    _ archive: [UInt8], _ files: [InputFile], to plan: VisiblePlan, by visitor: Visitor, reason: String
  ) async throws -> String {
    _ = try await trial(files, in: plan, by: visitor)
    let (id, number) = (Hexadecimal.text(secrets(16)), plan.plan.number)
    try await store.write(.plan(number)) { transaction in
      try transaction.addFolder(
        archive, id: id, to: number, by: visitor.person.number, reason: reason, on: visitor.caller.now)
      transaction.note(visitor.note("send in folder", "plan \(plan.plan.slug)", after: id, reason: reason))
    }
    return id
  }

  /// A folder that the visitor sent in and that waits.
  ///
  /// - Throws: ``DeskRefusal/notFound`` for somebody else's, too.
  public func waitingFolder(_ id: String, of plan: VisiblePlan, by visitor: Visitor) async throws
    -> WaitingFolder
  {
    let number = plan.plan.number
    guard let folder = try await store.read({ try $0.waitingFolder(id, of: number) }),
      folder.person == visitor.person.number
    else { throw DeskRefusal.notFound }
    return folder
  }

  /// Removes a folder that nobody wants to take in.
  public func discard(_ folder: WaitingFolder, of plan: VisiblePlan, by visitor: Visitor) async throws {
    try await store.write { transaction in
      try transaction.removeFolder(folder.id)
      transaction.note(visitor.note("discard folder", "plan \(plan.plan.slug)", before: folder.id))
    }
  }

  /// What taking a folder in would do; nothing is kept of it.
  public func trial(_ files: [InputFile], in plan: VisiblePlan, by visitor: Visitor) async throws
    -> ImportedPlan
  {
    try Self.checkRights(to: plan)
    do {
      try await store.write(.people) { transaction in
        throw Tried(
          done: try transaction.importPlan(
            plan.plan.slug, of: plan.plan.unit, files, by: visitor.person.number, on: visitor.caller.now))
      }
    } catch let tried as Tried {
      return tried.done
    }
    preconditionFailure("a trial ends its transaction")
  }

  /// Ends a transaction of which nothing is to be kept.
  private struct Tried: Error {
    let done: ImportedPlan
  }

  private static func checkRights(to plan: VisiblePlan) throws {
    for right in [Right.changePlan, .administer] where !plan.allows(right) {
      throw DeskRefusal.forbidden(right)
    }
  }

  /// Joins a plan with a folder that somebody sent in and looked at, as the import at the terminal does, and notes it in the
  /// audit trail, both or neither: entries that are missing are added, working files are replaced.
  ///
  /// - Parameters:
  ///   - folder: Where it waited.
  ///   - state: What ``state(of:)`` gave when it was looked at.
  /// - Throws: `FolderRefused` for a folder that cannot be taken in; ``PlanOvertaken`` when the plan changed since it was
  ///   looked at; ``DeskRefusal/forbidden(_:)`` for whoever may not change the plan and manage the unit.
  public func takeIn(
    _ folder: WaitingFolder, _ files: [InputFile], to plan: VisiblePlan, restingOn state: String,
    by visitor: Visitor
  ) async throws -> ImportedPlan {
    try Self.checkRights(to: plan)
    let (now, number, slug) = (visitor.caller.now, plan.plan.number, plan.plan.slug)
    return try await store.write(.people, .plan(number)) { transaction in
      guard try transaction.state(of: number) == state else { throw PlanOvertaken() }
      let before = try transaction.versions(of: "plan.yaml", in: number).first
      let done = try transaction.importPlan(
        slug, of: plan.plan.unit, files, by: visitor.person.number, on: now)
      try transaction.removeFolder(folder.id)
      let after = try transaction.versions(of: "plan.yaml", in: number).first
      if after != before {
        transaction.note(
          visitor.note(
            "change file", "plan \(slug) plan.yaml", before: before?.digest, after: after?.digest,
            reason: folder.reason))
      }
      transaction.note(
        visitor.note(
          "take in folder", "plan \(slug)",
          after: "\(done.newEntries) entries, \(done.changedFiles) files", reason: folder.reason))
      try transaction.askForFeeds(of: number, on: now)
      try FigureWork.ask(of: number, on: now, transaction)
      return done
    }
  }
}
