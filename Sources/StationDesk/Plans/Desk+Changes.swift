import Digests
public import Planning
public import ScheduleModel
public import StationStore
import StationWork

extension Right {
  /// What it takes to record an entry of a kind.
  static func toRecord(_ kind: BookEntry.Kind) -> Right {
    switch kind {
    case .plan: .changePlan
    case .publication: .publish
    case .log, .declared: .recordLogs
    case .link: .link
    case .close: .close
    }
  }

  /// What it takes to change a working file.
  ///
  /// - Returns: `nil` for a file that has no meaning for a year, which nobody changes here.
  static func toChange(_ path: String) -> Right? {
    switch path {
    case "plan.yaml", "published.yaml": .changePlan
    case "draft.csv", "draft.xlsx", "draft.base": .draft
    case "links.csv": .link
    case _ where path.hasPrefix("as-run/") || path.hasPrefix("declared/"): .recordLogs
    default: nil
    }
  }
}

extension Desk {
  /// Records statements that rest on what the visitor saw of a plan's Book, and notes it in the audit trail, both or neither.
  ///
  /// - Throws: `Book.Overtaken` when somebody appended since; ``DeskRefusal/forbidden(_:)``; for a close
  ///   ``DeskRefusal/confirmationNeeded`` when the password was not given in the last ten minutes.
  public func record(
    _ statements: [Book.Statement], in plan: VisiblePlan, seen: Book, by visitor: Visitor,
    reason: String? = nil
  ) async throws -> [BookEntry] {
    for statement in statements {
      let right = Right.toRecord(statement.head.kind)
      guard plan.allows(right) else { throw DeskRefusal.forbidden(right) }
      guard right != .close || visitor.isConfirmed else { throw DeskRefusal.confirmationNeeded }
    }
    let number = plan.plan.number
    return try await store.write(.plan(number)) { transaction in
      let entries = try transaction.append(statements, to: number, seen: seen)
      for entry in entries {
        transaction.note(
          visitor.note(
            "record \(entry.head.kind.rawValue)", "plan \(plan.plan.slug)", after: entry.id, reason: reason))
      }
      if statements.contains(where: { $0.head.kind == .publication || $0.head.kind == .plan }) {
        try transaction.askForFeeds(of: number, on: visitor.caller.now)
      }
      try FigureWork.ask(of: number, on: visitor.caller.now, transaction)
      return entries
    }
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
    guard let right = Right.toChange(path) else { throw DeskRefusal.notFound }
    guard plan.allows(right) else { throw DeskRefusal.forbidden(right) }
    let number = plan.plan.number
    return try await store.write(.plan(number)) { transaction in
      let before = try transaction.versions(of: path, in: number).first?.digest
      let file = try transaction.put(
        octets, at: path, in: number, seen: seen, by: visitor.person.number, on: visitor.caller.now)
      if file.digest != before {
        transaction.note(
          visitor.note(
            "change file", "plan \(plan.plan.slug) \(path)", before: before, after: file.digest,
            reason: reason))
        // What an outlet is called now is a name of calendars.
        if path == "plan.yaml" { try transaction.askForFeeds(of: number, on: visitor.caller.now) }
        try FigureWork.ask(of: number, on: visitor.caller.now, transaction)
      }
      return file
    }
  }

  /// Changes several working files and records statements, with a row in the audit trail for each, all or nothing.
  ///
  /// Recording a plan asks for the right to change it; to record the text that is stored already, the right to publish is
  /// enough, since whoever stored it had the other.
  ///
  /// It rests on all that the plan had: nothing is changed when anything of it is different by now, so that what was
  /// worked out holds when it is kept.
  ///
  /// - Parameters:
  ///   - files: New contents by path; `nil` to remove a file.
  ///   - book: The plan's Book as it was seen.
  ///   - state: What ``state(of:)`` gave for the plan when the change was worked out.
  ///   - note: What to say in the trail besides: a word of the program, of what, before and after.
  /// - Throws: ``PlanOvertaken``; ``DeskRefusal/forbidden(_:)``; for a close ``DeskRefusal/confirmationNeeded``.
  public func change(
    _ files: [String: [UInt8]?], recording statements: [Book.Statement] = [], seen book: Book,
    in plan: VisiblePlan, restingOn state: String, by visitor: Visitor, reason: String? = nil,
    note: (action: String, object: String, before: String?, after: String?)? = nil
  ) async throws -> [BookEntry] {
    // Who publishes records the plan as the planners stored it, and no other text.
    let recordsStoredPlan =
      plan.allows(.publish) && !plan.allows(.changePlan) && statements.contains { $0.head.kind == .plan }
    for statement in statements {
      let right = Right.toRecord(statement.head.kind)
      if right == .changePlan, recordsStoredPlan { continue }
      guard plan.allows(right) else { throw DeskRefusal.forbidden(right) }
      guard right != .close || visitor.isConfirmed else { throw DeskRefusal.confirmationNeeded }
    }
    let publishes = statements.contains { $0.head.kind == .publication }
    for (path, octets) in files {
      guard let right = Right.toChange(path) else { throw DeskRefusal.notFound }
      // A draft goes with its publication.
      guard plan.allows(right) || (publishes && right == .draft && octets == nil) else {
        throw DeskRefusal.forbidden(right)
      }
    }
    let (number, slug) = (plan.plan.number, plan.plan.slug)
    return try await store.write(.plan(number)) { transaction in
      guard try transaction.state(of: number) == state else { throw PlanOvertaken() }
      if recordsStoredPlan {
        let stored = try transaction.versions(of: "plan.yaml", in: number).first?.digest
        for statement in statements where statement.head.kind == .plan {
          guard Digest.sha256(statement.body) == stored else {
            throw DeskRefusal.forbidden(.changePlan)
          }
        }
      }
      let entries = statements.isEmpty ? [] : try transaction.append(statements, to: number, seen: book)
      for entry in entries {
        transaction.note(
          visitor.note("record \(entry.head.kind.rawValue)", "plan \(slug)", after: entry.id, reason: reason))
      }
      for (path, octets) in files.sorted(by: { $0.key < $1.key }) {
        let before = try transaction.versions(of: path, in: number).first
        guard octets != nil || before?.digest != nil else { continue }
        let file = try transaction.put(
          octets, at: path, in: number, seen: before?.version ?? 0, by: visitor.person.number,
          on: visitor.caller.now)
        guard file.digest != before?.digest else { continue }
        transaction.note(
          visitor.note(
            "change file", "plan \(slug) \(path)", before: before?.digest, after: file.digest, reason: reason)
        )
      }
      if entries.contains(where: { $0.head.kind == .publication || $0.head.kind == .plan })
        || files["plan.yaml"] != nil
      {
        try transaction.askForFeeds(of: number, on: visitor.caller.now)
      }
      try FigureWork.ask(of: number, on: visitor.caller.now, transaction)
      if let note {
        transaction.note(
          visitor.note(note.action, note.object, before: note.before, after: note.after, reason: reason))
      }
      return entries
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
