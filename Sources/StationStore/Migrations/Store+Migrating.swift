import Digests
import Planning
import ScheduleModel

/// A change of the tables: a number, a name, and one text for both databases.
struct Migration: Sendable {
  let number: Int
  let name: String
  let text: String

  /// By which a text is known again that was changed after it was used.
  var checksum: String { Digest.sha256(text.utf8) }

  /// All, in order.
  static let all = [first, work, third, versions, folders, figures]

  /// The number of the newest.
  static var newest: Int { all.map(\.number).max() ?? 0 }
}

extension Store {
  /// Brings the tables up to this program, each migration in a transaction of its own.
  func migrate(_ now: LocalTime, to migrations: [Migration] = Migration.all) async throws {
    try await write([.schema]) { transaction in
      try transaction.script(
        """
        CREATE TABLE IF NOT EXISTS migration (
          number {int} NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, made_at TEXT NOT NULL
        ) {strict};
        """)
    }
    for migration in migrations {
      try await write([.schema]) { transaction in
        let done = try transaction.rows("SELECT number, checksum FROM migration ORDER BY number")
        if let newest = try done.last?.integer(0), newest > Migration.newest {
          throw StoreRefusal.newer(newest, known: Migration.newest)
        }
        if let same = try done.first(where: { try $0.integer(0) == migration.number }) {
          guard try same.text(1) == migration.checksum else {
            throw StoreRefusal.otherMigration(migration.number)
          }
          return
        }
        try transaction.script(migration.text)
        try transaction.run(
          "INSERT INTO migration (number, name, checksum, made_at) VALUES ($1, $2, $3, $4)",
          .integer(migration.number), .text(migration.name), .text(migration.checksum), .text(now.utcText))
      }
    }
  }
}
