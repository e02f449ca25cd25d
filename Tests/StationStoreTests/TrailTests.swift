import ScheduleModel
import StoreSupport
import Testing

@testable import StationStore

struct TrailTests {
  static func note(_ object: String) -> TrailNote {
    TrailNote(at: TestedDatabase.now, action: "thử", object: object)
  }

  @Test(
    "a change and what the trail says of it are kept together or not at all",
    arguments: TestedDatabase.allCases)
  func trail_goesWithTheChange(database: TestedDatabase) async throws {
    try await database.withStore { store in
      await #expect(throws: StoreRefusal.taken) {
        try await store.write { transaction in
          transaction.note(Self.note("hỏng"))
          for _ in 1...2 { _ = try transaction.addUnit(code: "trùng", name: "", level: "") }
        }
      }
      try await store.write { $0.note(Self.note("được")) }
      #expect(try await store.read { try $0.trail(count: 9).map(\.note.object) } == ["được"])
      let units = try await store.read { try $0.units() }
      #expect(units == [])
    }
  }

  @Test(
    "a refusal that the program passes over ends the transaction all the same",
    arguments: TestedDatabase.allCases)
  func refusal_endsTransaction(database: TestedDatabase) async throws {
    try await database.withStore { store in
      await #expect(throws: StoreRefusal.dangling) {
        try await store.write { transaction in
          _ = try transaction.addUnit(code: "một", name: "", level: "")
          _ = try? transaction.addUnit(code: "hai", name: "", level: "", parent: 77)
        }
      }
      let units = try await store.read { try $0.units() }
      #expect(units == [])
    }
  }

  @Test("many who write at once leave one chain without gaps", arguments: TestedDatabase.allCases)
  func chain_hasNoGaps(database: TestedDatabase) async throws {
    try await database.withStore { store in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...40 {
          group.addTask { try await store.write { $0.note(Self.note("\(number)")) } }
        }
        try await group.waitForAll()
      }
      let rows = try await store.read { try $0.trail(count: 100) }
      #expect(rows.map(\.number) == Array((1...40).reversed()))
      #expect(Set(rows.map(\.note.object)).count == 40)
      #expect(try await store.read { try $0.firstBrokenTrailRow() } == nil)
    }
  }

  @Test(
    "a row that somebody altered or removed past the triggers is found", arguments: TestedDatabase.allCases,
    ["UPDATE audit SET reason = 'khác' WHERE number = 3", "DELETE FROM audit WHERE number = 3"])
  func altered_isFound(database: TestedDatabase, change: String) async throws {
    try await database.withStore { store in
      for number in 1...5 { try await store.write { $0.note(Self.note("\(number)")) } }
      await #expect(throws: StoreRefusal.ruleBroken("audit is append-only")) {
        try await store.write { try $0.script(change) }
      }
      try await store.write { transaction in
        try transaction.script(
          database == .sqlite
            ? "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;"
            : "ALTER TABLE audit DISABLE TRIGGER ALL;")
        try transaction.script(change)
      }
      #expect(try await store.read { try $0.firstBrokenTrailRow() } == 3)
    }
  }

  @Test("work that only reads cannot change anything", arguments: TestedDatabase.allCases)
  func reading_changesNothing(database: TestedDatabase) async throws {
    try await database.withStore { store in
      _ = await #expect(throws: StoreRefusal.self) {
        try await store.read { _ = try $0.addUnit(code: "một", name: "", level: "") }
      }
    }
  }
}
