import Digests
public import Planning
public import ScheduleModel
public import StationStore

extension Desk {
  /// Records statements that rest on what the visitor saw of a plan's Book, and notes it in the audit trail, both or neither.
  ///
  /// - Throws: `Book.Overtaken` when somebody appended since; ``DeskRefusal/forbidden(_:)``; for a close
  ///   ``DeskRefusal/confirmationNeeded`` when the password was not given in the last ten minutes.
  public func record(
    _ statements: [Book.Statement], in plan: VisiblePlan, seen: Book, by visitor: Visitor,
    reason: String? = nil
  ) async throws -> [BookEntry] {
    let change = PlanChange(statements, seen: seen, in: plan, by: visitor, reason: reason)
    try change.check()
    return try await store.write(.plan(plan.plan.number)) { try change.keep($0).entries }
  }

  /// Changes or removes a working file, and notes it in the audit trail, both or neither.
  ///
  /// - Parameters:
  ///   - octets: The new content; `nil` to remove the file.
  ///   - seen: The version that the change rests on; 0 for a file that was not there.
  /// - Throws: `WorkingFile.Overtaken` when somebody changed it since; ``DeskRefusal/forbidden(_:)``;
  ///   ``DeskRefusal/notFound`` for a file that has no meaning for a year.
  public func change(
    _ path: String, to octets: [UInt8]?, in plan: VisiblePlan, seen: Int, by visitor: Visitor,
    reason: String? = nil
  ) async throws -> WorkingFile {
    var change = PlanChange(in: plan, by: visitor, reason: reason)
    change.files = [PlanChange.File(path: path, octets: octets, seen: seen)]
    try change.check()
    return try await store.write(.plan(plan.plan.number)) { [change] in
      guard let file = try change.keep($0).files.first else { throw DeskRefusal.notFound }
      return file
    }
  }

  /// Changes several working files and records statements, with a row in the audit trail for each, all or nothing.
  ///
  /// Recording a plan asks for the right to change it; to record the text that is stored already, the right to publish is
  /// enough, or with a close the right to close, since whoever stored it had the other.
  ///
  /// It rests on all that the plan had: nothing is changed when anything of it is different by now, so that what was
  /// worked out holds when it is kept.
  ///
  /// - Parameters:
  ///   - files: New contents by path; `nil` to remove a file.
  ///   - book: The plan's Book as it was seen.
  ///   - state: What ``state(of:)`` gave for the plan when the change was worked out.
  ///   - outlets: The outlets of which the draft changes; `nil` for the draft as a whole.
  ///   - note: What to say in the trail besides: a word of the program, of what, before and after.
  /// - Returns: The new entries, the files that were there or are now, and the state of the plan since.
  /// - Throws: ``PlanOvertaken``; ``DeskRefusal/forbidden(_:)``; for a close ``DeskRefusal/confirmationNeeded``.
  public func change(
    _ files: [String: [UInt8]?], recording statements: [Book.Statement] = [], seen book: Book,
    in plan: VisiblePlan, restingOn state: String, onOutlets outlets: Set<String>? = nil, by visitor: Visitor,
    reason: String? = nil,
    note: (action: String, object: String, before: String?, after: String?)? = nil
  ) async throws -> (entries: [BookEntry], files: [WorkingFile], state: String) {
    var change = PlanChange(statements, seen: book, in: plan, by: visitor, reason: reason)
    change.files = files.sorted { $0.key < $1.key }.map {
      PlanChange.File(path: $0.key, octets: $0.value, seen: nil)
    }
    // Who publishes or closes records the plan as the planners stored it, and no other text.
    let closes = plan.allows(.close) && statements.contains { $0.head.kind == .close }
    change.recordsStoredPlan =
      (plan.allows(.publish) || closes) && !plan.allows(.changePlan)
      && statements.contains { $0.head.kind == .plan }
    change.outlets = outlets
    try change.check()
    return try await store.write(.plan(plan.plan.number)) { [change] transaction in
      guard try transaction.state(of: plan.plan.number) == state else { throw PlanOvertaken() }
      let kept = try change.keep(transaction)
      if let note {
        transaction.note(
          visitor.note(note.action, note.object, before: note.before, after: note.after, reason: reason))
      }
      return (kept.entries, kept.files, try transaction.state(of: plan.plan.number))
    }
  }

  /// Who changed a working file of a plan last, and when in UTC; `nil` where it came with an import.
  public func lastChange(of path: String, in plan: StoredPlan) async throws -> (name: String, at: LocalTime)?
  {
    try await store.read { transaction in
      guard let file = try transaction.versions(of: path, in: plan.number).first, let number = file.person,
        let person = try transaction.person(number)
      else { return nil }
      return (person.name, file.changedAt)
    }
  }

  /// The text of a working file as it once was; `nil` where no version of it has that digest.
  ///
  /// - Parameter digest: The SHA-256 of the octets.
  public func octets(of path: String, digest: String, in plan: StoredPlan) async throws -> [UInt8]? {
    try await store.read { transaction in
      try transaction.versions(of: path, in: plan.number).first { $0.digest == digest }.map {
        try transaction.octets(of: $0)
      }
    }
  }

  /// The first working file of a plan whose path is wanted, as it is now; `nil` when there is none.
  public func workingFile(in plan: StoredPlan, where isWanted: @escaping @Sendable (String) -> Bool)
    async throws -> (path: String, octets: [UInt8])?
  {
    try await store.read { transaction in
      try transaction.workingFiles(of: plan.number).first { isWanted($0.path) }.map {
        ($0.path, try transaction.octets(of: $0))
      }
    }
  }

  /// What a plan's year is made from besides its draft, as one digest, and the draft that is there.
  public func draft(of plan: StoredPlan) async throws -> StoredDraft {
    try await store.read { transaction in
      let files = try transaction.workingFiles(of: plan.number)
      func file(_ path: String) throws -> InputFile? {
        try files.first { $0.path == path }.map {
          InputFile(name: path, bytes: try transaction.octets(of: $0))
        }
      }
      return StoredDraft(
        state: try transaction.state(of: plan.number),
        stateWithoutDraft: try transaction.state(of: plan.number, without: WorkingFile.draftPaths),
        draft: try file("draft.csv") ?? file("draft.xlsx"), base: try file("draft.base"))
    }
  }
}

/// A plan is not as it was when a change of it was worked out.
public struct PlanOvertaken: Error, Hashable, Sendable {}

/// The draft of a plan, and by what one sees whether the rest of the plan is as it was.
public struct StoredDraft: Hashable, Sendable {
  /// What ``Desk/state(of:)`` gives.
  public let state: String
  /// The same without the files of the draft.
  public let stateWithoutDraft: String
  /// The table; `nil` when there is none.
  public let draft: InputFile?
  /// What the draft was made from.
  public let base: InputFile?
}
