import ScheduleModel
import StationStore
import StoreSupport
import Testing

/// What is kept of a store counts until something is written.
struct StoreChangesTests {
  @Test(
    "a transaction that changed a row counts, one that changed none and a question do not",
    arguments: TestedDatabase.allCases)
  func changes_areCounted(database: TestedDatabase) async throws {
    try await database.withStore { store in
      store.listen()
      try await Self.wait { store.changes.count != nil }
      // Word of a transaction of our own comes a second time, from the database.
      let before = try await Self.settled(store)
      _ = try await store.read { try $0.plans() }
      _ = try await store.write { try $0.addUnit(code: "thử", name: "Thử", level: "station") }
      try await Self.wait { store.changes.count != before }
      let after = try await Self.settled(store)
      _ = try await store.read { try $0.plans() }
      _ = try await store.write { try $0.forgetJobs(endedBefore: TestedDatabase.now) }
      #expect(try await Self.settled(store) == after)
    }
  }

  @Test(
    "what another process writes into PostgreSQL is heard of; without listening nothing is said of changes")
  func changesOfOthers_areHeardOf() async throws {
    let location = TestedDatabase.postgresql.newLocation()
    try await TestedDatabase.withStore(location) { here in
      try await TestedDatabase.withStore(location) { there in
        #expect(here.changes.count == nil)
        here.listen()
        try await Self.wait { here.changes.count != nil }
        let before = try await Self.settled(here)
        _ = try await there.write { try $0.addUnit(code: "thử", name: "Thử", level: "station") }
        try await Self.wait { here.changes.count != before }
        #expect(there.changes.count == nil)
      }
    }
  }

  /// The count once no more word comes.
  private static func settled(_ store: Store) async throws -> Int? {
    var last = store.changes.count
    var quiet = 0
    while quiet < 5 {
      try await Task.sleep(for: .milliseconds(40))
      quiet = store.changes.count == last ? quiet + 1 : 0
      last = store.changes.count
    }
    return last
  }

  private static func wait(_ holds: () -> Bool) async throws {
    for _ in 0..<500 where !holds() { try await Task.sleep(for: .milliseconds(20)) }
    #expect(holds())
  }
}
