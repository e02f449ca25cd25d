public import Planning
public import ScheduleModel
public import StationStore
public import StationWork

/// How much may wait to be recorded, so that nobody fills the disk with what is no part of any Book.
public enum UploadLimit {
  /// The most octets of a file.
  public static let file = 25 << 20
  /// The most octets of all files that wait in a plan.
  public static let plan = 200 << 20
  /// The most files that wait in a plan.
  public static let files = 50
}

extension Desk {
  /// Refuses a file before it is read, when there is no room for it.
  ///
  /// - Parameter size: How many octets its sender says it has.
  /// - Throws: ``DeskRefusal/uploadsFull``.
  public func checkUpload(of size: Int, to plan: VisiblePlan) async throws {
    try await store.read { try $0.checkRoom(for: size, in: plan.plan.number) }
  }

  /// Keeps a file that somebody sent in, until it is recorded.
  ///
  /// - Throws: ``DeskRefusal/forbidden(_:)``, ``DeskRefusal/uploadsFull``.
  public func upload(
    _ octets: [UInt8], named name: String, to plan: VisiblePlan, by visitor: Visitor
  ) async throws -> String {
    guard plan.allows(.recordLogs) else { throw DeskRefusal.forbidden(.recordLogs) }
    let (id, number, now) = (Hexadecimal.text(secrets(16)), plan.plan.number, visitor.caller.now)
    try await store.write(.plan(number)) { transaction in
      try transaction.checkRoom(for: octets.count, in: number)
      try transaction.addUpload(octets, named: name, id: id, to: number, by: visitor.person.number, on: now)
      transaction.note(visitor.note("upload", "plan \(plan.plan.slug) \(name)", after: id))
    }
    return id
  }

  /// The files that wait to be recorded in a plan's Book, newest first.
  public func uploads(to plan: VisiblePlan) async throws -> [StoredUpload] {
    try await store.read { try $0.uploads(to: plan.plan.number) }
  }

  /// A file that waits.
  ///
  /// - Throws: ``DeskRefusal/notFound``.
  public func upload(_ id: String, to plan: VisiblePlan) async throws -> StoredUpload {
    guard let upload = try await uploads(to: plan).first(where: { $0.id == id }) else {
      throw DeskRefusal.notFound
    }
    return upload
  }

  /// Removes a file that nobody wants to record.
  public func discard(_ upload: StoredUpload, of plan: VisiblePlan, by visitor: Visitor) async throws {
    guard plan.allows(.recordLogs) else { throw DeskRefusal.forbidden(.recordLogs) }
    try await store.write { transaction in
      guard try transaction.removeUpload(upload.id, from: plan.plan.number) else { return }
      transaction.note(
        visitor.note("discard upload", "plan \(plan.plan.slug) \(upload.name)", before: upload.id))
    }
  }

  /// What was read of a file; `nil` before a worker read it, with the plan and its Book as they are now.
  public func reading(
    of upload: StoredUpload, _ terms: UploadTerms, _ language: ReaderLanguage, in plan: VisiblePlan,
    by program: String
  ) async throws -> UploadWork.Reading? {
    try await store.read {
      try UploadWork.reading(of: upload, terms, language, of: plan.plan.number, by: program, $0)
    }
  }

  /// What was read of a file, by the name that the reading has; `nil` for one that is none of this file and this visitor's, or
  /// that was made of another state of the plan and its Book.
  public func reading(
    _ id: String, of upload: StoredUpload, in plan: VisiblePlan, for visitor: Visitor, by program: String
  ) async throws -> UploadWork.Reading? {
    try await store.read {
      try UploadWork.reading(
        id, of: upload, for: visitor.person.name, of: plan.plan.number, by: program, $0)
    }
  }

  /// Asks a worker to read a file.
  public func askForReading(
    of upload: StoredUpload, _ terms: UploadTerms, _ language: ReaderLanguage, in plan: VisiblePlan,
    by visitor: Visitor
  ) async throws -> StoredJob {
    try await store.write(.plan(plan.plan.number)) {
      try UploadWork.ask(
        for: upload, terms, language, of: plan.plan.number, person: visitor.person.number,
        on: visitor.caller.now, $0)
    }
  }

  /// Records what was read of a file, as its sender was shown it, and removes the file.
  ///
  /// - Throws: `Book.Overtaken` when somebody appended since; ``DeskRefusal/forbidden(_:)``.
  public func record(
    _ reading: UploadWork.Reading, of upload: StoredUpload, in plan: VisiblePlan, seen: Book,
    by visitor: Visitor
  ) async throws -> [BookEntry] {
    let statements = reading.statements.map { statement in
      var head = statement.head
      head.time = visitor.caller.now
      return Book.Statement(head, body: statement.body)
    }
    let entries = try await record(statements, in: plan, seen: seen, by: visitor)
    try await store.write { _ = try $0.removeUpload(upload.id, from: plan.plan.number) }
    return entries
  }
}

extension StoreTransaction {
  fileprivate func checkRoom(for size: Int, in plan: Int) throws {
    let waiting = try uploads(to: plan)
    guard waiting.count < UploadLimit.files,
      waiting.reduce(size, { $0 + $1.size }) <= UploadLimit.plan
    else { throw DeskRefusal.uploadsFull }
  }
}
