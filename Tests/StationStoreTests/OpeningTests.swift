import ScheduleModel
import StoreSupport
import Testing

@testable import StationStore

struct OpeningTests {
  @Test(
    "an empty store gets its tables, and keeps them when it is opened again",
    arguments: TestedDatabase.allCases)
  func store_isOpenedTwice(database: TestedDatabase) async throws {
    let location = database.newLocation()
    for _ in 1...2 {
      try await TestedDatabase.withStore(location) { store in
        let names = try await store.read { try $0.rows("SELECT name FROM migration ORDER BY number") }
        #expect(names.map { $0.optionalText(0) } == Migration.all.map(\.name))
      }
    }
  }

  @Test("the writer of SQLite waits for the disk, in a write-ahead log")
  func sqlite_isSafe() async throws {
    try await TestedDatabase.sqlite.withStore { store in
      let (level, journal) = try await store.write { transaction in
        (
          try transaction.row("PRAGMA synchronous")?.optionalInteger(0),
          try transaction.row("PRAGMA journal_mode")?.optionalText(0)
        )
      }
      #expect(level == 2)
      #expect(journal == "wal")
    }
  }

  @Test("a second process is told that the data folder is in use")
  func folder_isHeld() async throws {
    let folder = TestedDatabase.newFolder()
    try await TestedDatabase.withStore(.folder(folder)) { _ in
      _ = await #expect(throws: StoreRefusal.held(folder)) {
        try await Store.open(.folder(folder), now: TestedDatabase.now)
      }
    }
    try await TestedDatabase.withStore(.folder(folder)) { _ in }
  }

  @Test("a database that a newer program changed is not touched", arguments: TestedDatabase.allCases)
  func newerTables_areRefused(database: TestedDatabase) async throws {
    let location = database.newLocation()
    try await TestedDatabase.withStore(location) { store in
      _ = try await store.write {
        try $0.run("INSERT INTO migration (number, name, checksum, made_at) VALUES (99, 'later', '', '')")
      }
    }
    await #expect(throws: StoreRefusal.newer(99, known: Migration.newest)) {
      try await Store.open(location, now: TestedDatabase.now)
    }
  }

  @Test("a migration whose text was changed afterwards is noticed", arguments: TestedDatabase.allCases)
  func changedMigration_isNoticed(database: TestedDatabase) async throws {
    try await database.withStore { store in
      let other = Migration(
        number: 1, name: "first tables", text: "CREATE TABLE other (number {int}) {strict};")
      _ = await #expect(throws: StoreRefusal.otherMigration(1)) {
        try await store.migrate(TestedDatabase.now, to: [other] + Migration.all.dropFirst())
      }
    }
  }

  @Test("a PostgreSQL database that sorts by the rules of a language is refused")
  func collation_isChecked() async throws {
    let plain = PostgresServer.shared.newDatabase("LOCALE 'C.UTF-8'")
    try await TestedDatabase.withStore(.postgres(plain)) { _ in }
    let vietnamese = PostgresServer.shared.newDatabase("LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'vi'")
    await #expect(throws: StoreRefusal.unsuitable(collation: "ICU", encoding: "UTF8")) {
      try await Store.open(.postgres(vietnamese), now: TestedDatabase.now)
    }
  }

  @Test("an address with an unknown scheme does not begin a database in a folder of that name")
  func scheme_isKnown() throws {
    #expect(try StoreLocation("postgres://a/b") == .postgres("postgres://a/b"))
    #expect(try StoreLocation("/srv/data") == .folder("/srv/data"))
    #expect(throws: StoreRefusal.unknownScheme("postgrsql://a/b")) { try StoreLocation("postgrsql://a/b") }
  }

  @Test("a connection that the server ended while nothing was done is made again")
  func connection_isMadeAgain() async throws {
    try await TestedDatabase.postgresql.withStore { store in
      let ended = try await store.read { transaction in
        try transaction.row(
          """
          SELECT CAST(COUNT(CASE WHEN pg_terminate_backend(pid) THEN 1 END) AS BIGINT) FROM pg_stat_activity
          WHERE pid <> pg_backend_pid() AND datname = current_database()
          """)?.optionalInteger(0)
      }
      #expect(ended ?? 0 > 0)
      for _ in 1...20 { _ = try await store.read { try $0.units() } }
      try await store.write(.people) { _ = try $0.addUnit(code: "một", name: "", level: "") }
    }
  }

  @Test("where there is no room nothing is recorded, and reading goes on")
  func fullDisk_isTold() async throws {
    try await TestedDatabase.sqlite.withStore { store in
      _ = try await store.importing("thu", [])
      try await store.write { transaction in
        let pages = try transaction.row("PRAGMA page_count")?.optionalInteger(0) ?? 0
        _ = try transaction.connection.rows("PRAGMA max_page_count = \(pages + 5)", [])
      }
      await #expect(throws: StoreRefusal.full) {
        try await store.write { transaction in
          try transaction.put(
            [UInt8](repeating: 7, count: 1 << 20), at: "plan.yaml", in: 1, seen: 0, on: TestedDatabase.now)
        }
      }
      let (files, plans) = try await store.read { (try $0.workingFiles(of: 1), try $0.plans()) }
      #expect(files == [] && plans.map(\.slug) == ["thu"])
    }
  }

  @Test("a server that is not there is told as such")
  func missingServer_isTold() async throws {
    do {
      _ = try await Store.open(.postgres("postgresql:///x?host=/nonexistent"), now: TestedDatabase.now)
      Issue.record("there is no such server")
    } catch let StoreRefusal.unreachable(words) {
      #expect(words.contains("/nonexistent"))
    }
  }
}
