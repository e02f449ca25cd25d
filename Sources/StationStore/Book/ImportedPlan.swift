import Digests
public import Planning
public import ScheduleModel

/// What came into a store with a plan's folder.
public struct ImportedPlan: Hashable, Sendable {
  /// The plan.
  public let plan: StoredPlan
  /// How many entries of the Book were not there before.
  public let newEntries: Int
  /// How many working files are new or have another content than before.
  public let changedFiles: Int
}

/// A plan's folder cannot be taken in; nothing of it was.
public struct FolderRefused: Error, Sendable {
  /// What is wrong with it.
  public let findings: [Finding]
}

extension StoreTransaction {
  /// Takes in all files of a plan's folder: entries of its Book as entries, everything else as working files. A plan that
  /// is there already is joined with it, as two folders are. Its transaction names ``StoreLock/people``.
  ///
  /// - Parameters:
  ///   - files: By their paths in the folder.
  ///   - person: Who brings it in; `nil` at the terminal.
  /// - Throws: ``FolderRefused`` when a file in `book` is no whole entry, when the plan file has errors, or when the folder is of
  ///   another plan; then nothing of the transaction is kept.
  public func importPlan(
    _ slug: String, of unit: Int, _ files: [InputFile], by person: Int? = nil, on now: LocalTime
  ) throws -> ImportedPlan {
    let plan = try self.plan(slug) ?? addPlan(slug: slug, unit: unit, at: now)
    try lock(.plan(plan.number))
    var entries: [BookEntry] = []
    var others: [InputFile] = []
    var findings: [Finding] = []
    for file in files {
      guard Self.isInBook(file.name) else {
        others.append(file)
        continue
      }
      switch BookEntry.reading(file) {
      case .success(let entry): entries.append(entry)
      case .failure(let damage): findings.append(damage.finding)
      }
    }
    let incoming = Book(entries)
    let former = try workingFiles(of: plan.number).first { $0.path == "plan.yaml" }
    findings += try book(of: plan.number).findings(
      joining: incoming, planFile: others.first { $0.name == "plan.yaml" },
      former: former.map { former throws(StoreRefusal) in
        InputFile(name: former.path, bytes: try octets(of: former))
      })
    guard findings.isEmpty else { throw FolderRefused(findings: findings) }
    let newEntries = try join(incoming.entries, to: plan.number)
    var changedFiles = 0
    // An earlier version kept a damaged entry as a file.
    for stray in try workingFiles(of: plan.number) where Self.isInBook(stray.path) {
      try put(nil, at: stray.path, in: plan.number, seen: stray.version, by: person, on: now)
      changedFiles += 1
    }
    for file in others {
      let newest = try versions(of: file.name, in: plan.number).first
      let put = try put(
        file.bytes, at: file.name, in: plan.number, seen: newest?.version ?? 0, by: person, on: now)
      if put != newest { changedFiles += 1 }
    }
    return ImportedPlan(plan: plan, newEntries: newEntries, changedFiles: changedFiles)
  }

  /// Whether a path is kept for entries of the Book.
  static func isInBook(_ path: String) -> Bool { path == "book" || path.hasPrefix("book/") }

  /// All files of a plan as a folder has them, by path. What is in `book` comes from the Book alone.
  public func exportPlan(_ plan: Int) throws(StoreRefusal) -> [InputFile] {
    let entries = try rows("SELECT name, document FROM entry WHERE plan = $1", .integer(plan)).map {
      row throws(StoreRefusal) in
      InputFile(name: "book/\(try row.text(0))", bytes: try document(try row.text(1)))
    }
    let files = try workingFiles(of: plan).filter { !Self.isInBook($0.path) }.map {
      file throws(StoreRefusal) in
      InputFile(name: file.path, bytes: try octets(of: file))
    }
    return (entries + files).sorted { $0.name < $1.name }
  }

  /// One digest of everything that a plan has: equal as long as neither its Book nor a working file changed. It reads no
  /// document.
  ///
  /// - Parameter paths: Working files that do not count.
  public func state(of plan: Int, without paths: Set<String> = []) throws(StoreRefusal) -> String {
    let entries = try rows("SELECT id FROM entry WHERE plan = $1 ORDER BY id", .integer(plan))
    var lines = try entries.map { row throws(StoreRefusal) in "entry \(try row.text(0))" }
    lines += try workingFiles(of: plan).filter { !paths.contains($0.path) }.map {
      "file \($0.digest ?? "") \($0.path)"
    }
    return Digest.sha256(lines.joined(separator: "\n").utf8)
  }
}
