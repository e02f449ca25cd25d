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

extension StoreTransaction {
  /// Takes in all files of a plan's folder: entries of its Book as entries, everything else as working files. A plan that
  /// is there already is joined with it, as two folders are. Its transaction names ``StoreLock/people``.
  ///
  /// - Parameter files: By their paths in the folder. A file in `book` that is no whole entry stays a file there, so that
  ///   an export loses nothing.
  public func importPlan(
    _ slug: String, of unit: Int, _ files: [InputFile], on now: LocalTime
  ) throws -> ImportedPlan {
    let plan = try self.plan(slug) ?? addPlan(slug: slug, unit: unit, at: now)
    try lock(.plan(plan.number))
    var entries: [BookEntry] = []
    var others: [InputFile] = []
    for file in files {
      if file.name.hasPrefix("book/"), let entry = try? BookEntry.reading(file).get() {
        entries.append(entry)
      } else {
        others.append(file)
      }
    }
    let newEntries = try join(Book(entries).entries, to: plan.number)
    var changedFiles = 0
    for file in others {
      let newest = try versions(of: file.name, in: plan.number).first
      let put = try put(
        file.bytes, at: file.name, in: plan.number, seen: newest?.version ?? 0, on: now)
      if put != newest { changedFiles += 1 }
    }
    return ImportedPlan(plan: plan, newEntries: newEntries, changedFiles: changedFiles)
  }

  /// All files of a plan as a folder has them, by path.
  public func exportPlan(_ plan: Int) throws(StoreRefusal) -> [InputFile] {
    let entries = try rows("SELECT name, document FROM entry WHERE plan = $1", .integer(plan)).map {
      row throws(StoreRefusal) in
      InputFile(name: "book/\(try row.text(0))", bytes: try document(try row.text(1)))
    }
    let files = try workingFiles(of: plan).map { file throws(StoreRefusal) in
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
