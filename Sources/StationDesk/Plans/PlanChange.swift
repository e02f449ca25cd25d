import Digests
import Planning
import ScheduleModel
import StationStore
import StationWork

/// A change of a plan: statements for its Book and new working files. Every way to change a plan takes this one step in its
/// transaction: what is kept, its rows in the audit trail, and what follows from it: calendars, and the figures for sums.
struct PlanChange: Sendable {
  let statements: [Book.Statement]
  /// The plan's Book as it was seen.
  let book: Book
  let plan: VisiblePlan
  let visitor: Visitor
  let reason: String?
  var files: [File] = []
  /// Whether the plan's text is recorded by somebody who may only publish, so that it must be the one that is stored.
  var recordsStoredPlan = false
  /// The outlets of which the draft changes; `nil` for the draft as a whole.
  var outlets: Set<String>?

  /// A working file as it is to be.
  struct File: Sendable {
    let path: String
    /// The new content; `nil` to remove the file.
    let octets: [UInt8]?
    /// The version that the change rests on; `nil` for the newest, where the change rests on the state of the whole plan.
    let seen: Int?
  }

  init(
    _ statements: [Book.Statement] = [], seen book: Book = Book([]), in plan: VisiblePlan,
    by visitor: Visitor,
    reason: String?
  ) {
    (self.statements, self.book, self.plan) = (statements, book, plan)
    (self.visitor, self.reason) = (visitor, reason)
  }

  /// Whether the visitor may do all of it.
  ///
  /// - Throws: ``DeskRefusal``.
  func check() throws(DeskRefusal) {
    for statement in statements {
      let right = Right.toRecord(statement.head.kind)
      if right == .changePlan, recordsStoredPlan { continue }
      guard plan.allows(right) else { throw .forbidden(right) }
      guard right != .close || visitor.isConfirmed else { throw .confirmationNeeded }
    }
    let publishes = statements.contains { $0.head.kind == .publication }
    for file in files {
      guard let right = Right.toChange(file.path) else { throw .notFound }
      // A draft goes with its publication.
      let isOfOutlets =
        right == .draft && outlets?.isEmpty == false
        && outlets?.allSatisfy { plan.allows(right, outlet: $0) } == true
      guard plan.allows(right) || isOfOutlets || (publishes && right == .draft && file.octets == nil) else {
        throw .forbidden(right)
      }
    }
  }

  /// Keeps it, with its rows in the audit trail.
  ///
  /// - Returns: The new entries, and the files that were there or are now.
  func keep(_ transaction: StoreTransaction) throws -> (entries: [BookEntry], files: [WorkingFile]) {
    let (number, slug) = (plan.plan.number, plan.plan.slug)
    if recordsStoredPlan {
      let stored = try transaction.versions(of: "plan.yaml", in: number).first?.digest
      for statement in statements where statement.head.kind == .plan {
        guard Digest.sha256(statement.body) == stored else { throw DeskRefusal.forbidden(.changePlan) }
      }
    }
    let entries = statements.isEmpty ? [] : try transaction.append(statements, to: number, seen: book)
    for entry in entries {
      transaction.note(
        visitor.note("record \(entry.head.kind.rawValue)", "plan \(slug)", after: entry.id, reason: reason))
    }
    var kept: [WorkingFile] = []
    var changesNames = entries.contains { $0.head.kind == .publication || $0.head.kind == .plan }
    for file in files {
      let before = try transaction.versions(of: file.path, in: number).first
      // What is not there needs not be removed.
      if file.seen == nil, file.octets == nil, before?.digest == nil { continue }
      let now = try transaction.put(
        file.octets, at: file.path, in: number, seen: file.seen ?? before?.version ?? 0,
        by: visitor.person.number, on: visitor.caller.now)
      kept.append(now)
      guard now.digest != before?.digest else { continue }
      transaction.note(
        visitor.note(
          "change file", "plan \(slug) \(file.path)", before: before?.digest, after: now.digest,
          reason: reason))
      // What an outlet is called now is a name of calendars.
      if file.path == "plan.yaml" { changesNames = true }
    }
    if changesNames { try transaction.askForFeeds(of: number, on: visitor.caller.now) }
    try FigureWork.ask(of: number, on: visitor.caller.now, transaction)
    return (entries, kept)
  }
}

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
    case _ where path.hasPrefix("signed/"): .close
    case _ where ["as-run/", "declared/", "evidence/"].contains(where: path.hasPrefix): .recordLogs
    default: nil
    }
  }
}
