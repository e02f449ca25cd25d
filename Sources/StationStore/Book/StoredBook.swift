public import Planning

/// The Book of a plan in a store: the second keeper of Books, with the rules of a folder's.
public struct StoredBook: BookKeeper {
  private let store: Store
  private let plan: Int

  /// The Book of the plan with a number.
  public init(of plan: Int, in store: Store) {
    self.store = store
    self.plan = plan
  }

  /// Reads the Book; an entry that is not as it was recorded has a finding and is left out.
  public func read() async throws -> Book {
    try await store.read { [plan] in try $0.book(of: plan) }
  }

  /// Appends statements that rest on what was seen of the Book.
  public func append(_ statements: [Book.Statement], seen: Book) async throws -> [BookEntry] {
    try await store.write(.plan(plan)) { [plan] in try $0.append(statements, to: plan, seen: seen) }
  }

  /// Appends statements that are worked out from the Book as it is then.
  ///
  /// The work is done beside the database, so that a long one keeps nobody waiting, and again when somebody appended in the
  /// meantime; the third time under the plan's lock, so that it comes to an end.
  public func record<Answer: Sendable>(
    _ work: @escaping @Sendable (Book) throws -> (statements: [Book.Statement], answer: Answer)
  ) async throws -> (entries: [BookEntry], answer: Answer) {
    for _ in 1...2 {
      let book = try await read()
      let (statements, answer) = try work(book)
      do {
        return (try await append(statements, seen: book), answer)
      } catch is Book.Overtaken {}
    }
    return try await store.write(.plan(plan)) { [plan] transaction in
      let book = try transaction.book(of: plan)
      let (statements, answer) = try work(book)
      return (try transaction.append(statements, to: plan, seen: book), answer)
    }
  }
}

extension StoreTransaction {
  /// The Book of a plan.
  public func book(of plan: Int) throws(StoreRefusal) -> Book {
    var entries: [BookEntry] = []
    var damages: [BookEntry.Damage] = []
    let rows = try rows(
      """
      SELECT entry.name, document.octets FROM entry JOIN document ON document.sha256 = entry.document
      WHERE entry.plan = $1 ORDER BY entry.position
      """, .integer(plan))
    for row in rows {
      switch BookEntry.reading(InputFile(name: "book/\(try row.text(0))", bytes: try row.bytes(1))) {
      case .success(let entry): entries.append(entry)
      case .failure(let damage): damages.append(damage)
      }
    }
    return Book(entries, findings: damages.map(\.finding))
  }

  /// What shows whether anything was added to a plan's Book: how many entries it has.
  public func bookLength(of plan: Int) throws(StoreRefusal) -> Int {
    try row("SELECT COUNT(*) FROM entry WHERE plan = $1", .integer(plan))?.integer(0) ?? 0
  }

  /// Appends statements that rest on what was seen. The transaction names ``StoreLock/plan(_:)``.
  ///
  /// - Throws: `Book.Overtaken` when there are entries that were not seen; then nothing of the transaction is kept.
  public func append(_ statements: [Book.Statement], to plan: Int, seen: Book) throws -> [BookEntry] {
    let newcomers = try rows(
      "SELECT id, name, document FROM entry WHERE plan = $1 ORDER BY position", .integer(plan)
    )
    .filter { row in seen.entry(row.optionalText(0) ?? "") == nil }
    .compactMap { row throws(StoreRefusal) -> BookEntry? in
      // One that is damaged was not seen, and counts for nobody.
      guard
        let octets = try self.row("SELECT octets FROM document WHERE sha256 = $1", .text(try row.text(2)))?
          .bytes(0)
      else { return nil }
      return try? BookEntry.reading(InputFile(name: try row.text(1), bytes: octets)).get()
    }
    guard newcomers.isEmpty else { throw Book.Overtaken(entries: Book(newcomers).entries) }
    let entries = seen.following(statements)
    for entry in entries { try add(entry, to: plan) }
    return entries
  }

  /// Adds entries of another keeper; those that are there already stay as they are. The transaction names
  /// ``StoreLock/plan(_:)``.
  ///
  /// - Returns: How many were added.
  public func join(_ entries: [BookEntry], to plan: Int) throws(StoreRefusal) -> Int {
    let there = Set(
      try rows("SELECT id FROM entry WHERE plan = $1", .integer(plan)).map { $0.optionalText(0) })
    let fresh = entries.filter { !there.contains($0.id) }
    for entry in fresh { try add(entry, to: plan) }
    return fresh.count
  }

  private func add(_ entry: BookEntry, to plan: Int) throws(StoreRefusal) {
    let head = entry.head
    try run(
      """
      INSERT INTO entry (plan, position, id, name, kind, time, author, comment, document)
      VALUES ($1, (SELECT COUNT(*) + 1 FROM entry WHERE plan = $1), $2, $3, $4, $5, $6, $7, $8)
      """, .integer(plan), .text(entry.id), .text(entry.fileName), .text(head.kind.rawValue),
      .time(head.time),
      .text(head.author), .text(head.comment), .text(try keep(entry.bytes)))
    try noteFiguresAreOld(of: plan)
    for after in head.after {
      try run(
        "INSERT INTO predecessor (plan, entry, after_id) VALUES ($1, $2, $3)",
        .integer(plan), .text(entry.id), .text(after))
    }
  }
}
