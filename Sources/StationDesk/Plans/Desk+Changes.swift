public import Planning
public import StationStore

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
      }
      return file
    }
  }
}
