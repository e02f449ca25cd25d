import Planning
import ScheduleModel

extension Store {
  /// Copies the database of a data folder into one file, while a server goes on working with it.
  ///
  /// The copy is whole: it was checked, and is on the disk when this returns.
  ///
  /// - Parameter file: The copy; one that is there is replaced.
  public static func backUp(_ folder: String, to file: String) throws(StoreRefusal) {
    try DatabaseCopy.make(of: "\(folder)/\(SQLiteDatabase.fileName)", to: file)
  }

  /// Puts a backup in the place of a data folder's database, which stays beside it as `station.sqlite.before-restore`.
  ///
  /// - Throws: ``StoreRefusal/held(_:)`` while a server works with the folder; ``StoreRefusal/newer(_:known:)`` for a backup
  ///   that a newer program made; then nothing is changed.
  public static func restore(_ file: String, to folder: String) throws(StoreRefusal) {
    let newest = try DatabaseCopy.newestMigration(in: file)
    guard newest <= Migration.newest else { throw .newer(newest, known: Migration.newest) }
    guard newest > 0 else { throw .damaged(["no store of this program"]) }
    let lock = try FolderLock(folder)
    defer { lock.release() }
    let place = "\(folder)/\(SQLiteDatabase.fileName)"
    let former = "\(place).before-restore"
    try DatabaseCopy.make(of: file, to: place) { () throws(StoreRefusal) in
      try DatabaseCopy.setAside(place, as: former)
    }
  }

  /// Everything that is wrong with the store, as far as it can be seen: pages of the database, rows that name what is not
  /// there, documents, entries, the audit trail. Empty for a whole one.
  public func damages() async throws -> [String] {
    var damages = try await database.read { try $0.damages() }
    let digests = try await read { transaction in
      try transaction.rows("SELECT sha256 FROM document ORDER BY sha256").map { row throws(StoreRefusal) in
        try row.text(0)
      }
    }
    // One at a time: together they may be more than memory holds.
    for digest in digests {
      do {
        try await read { _ = try $0.document(digest) }
      } catch StoreRefusal.damaged(let more) {
        damages += more
      }
    }
    for plan in try await read({ try $0.plans() }) {
      let book = try await read { try $0.book(of: plan.number) }
      let files = try await read { try $0.workingFiles(of: plan.number) }
      damages += files.filter { StoreTransaction.isInBook($0.path) }.map {
        "\(plan.slug)/\($0.path): this file is no entry of the Book and is left out of exports; import the plan's folder again to remove it"
      }
      damages += book.findings.map { "\(plan.slug)/\($0.place?.file ?? "book"): \($0.message.en)" }
    }
    if let number = try await read({ try $0.firstBrokenTrailRow() }) {
      damages.append("row \(number) of the audit trail is not as it was written")
    }
    return damages
  }
}
