import Planning
import ScheduleModel
import StationFolder
import StoreSupport
import Testing

@testable import StationStore

/// The rules that every keeper of Books follows: a folder, and a store on both databases.
struct BookKeeperTests {
  enum Keeper: String, CaseIterable, Sendable {
    case folder, sqlite, postgresql

    /// Does some work with an empty Book of this keeper.
    func withBook(_ work: (any BookKeeper) async throws -> Void) async throws {
      guard let database = TestedDatabase(rawValue: rawValue) else {
        return try await work(BookFolder(ofPlanIn: TestedDatabase.newFolder()))
      }
      try await database.withStore { store in
        let plan = try await store.importing("thu", [])
        try await work(StoredBook(of: plan.plan.number, in: store))
      }
    }
  }

  static func statement(_ text: String, by author: String) -> Book.Statement {
    Book.Statement(
      BookEntry.Head(kind: .link, time: TestedDatabase.now, author: author), body: Array(text.utf8))
  }

  @Test(
    "what is appended is read again, in order, each entry after the ones before", arguments: Keeper.allCases)
  func entries_follow(keeper: Keeper) async throws {
    try await keeper.withBook { book in
      let first = try await book.append(
        [Self.statement("một", by: "An"), Self.statement("hai", by: "An")], seen: try await book.read())
      let second = try await book.append([Self.statement("ba", by: "Bình")], seen: try await book.read())
      let all = try await book.read()
      #expect(all.entries == first + second)
      #expect(all.newest == second.map(\.id))
      #expect(all.entries.map { String(decoding: $0.body, as: UTF8.self) } == ["một", "hai", "ba"])
      #expect(all.findings == [])
    }
  }

  @Test("who was overtaken records nothing, and learns by whom", arguments: Keeper.allCases)
  func overtaken_isTold(keeper: Keeper) async throws {
    try await keeper.withBook { book in
      let seen = try await book.read()
      let faster = try await book.append([Self.statement("một", by: "An")], seen: seen)
      do {
        _ = try await book.append([Self.statement("hai", by: "Bình")], seen: seen)
        Issue.record("the second one had not seen the first")
      } catch let overtaken as Book.Overtaken {
        #expect(overtaken.entries == faster)
      }
      #expect(try await book.read().entries == faster)
    }
  }

  @Test("many who record at once all get in, one after the other", arguments: Keeper.allCases)
  func records_followEachOther(keeper: Keeper) async throws {
    try await keeper.withBook { book in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...20 {
          group.addTask {
            let done = try await book.record { book in
              ([Self.statement("\(number) after \(book.entries.count)", by: "máy \(number)")], number)
            }
            #expect(done.answer == number && done.entries.count == 1)
          }
        }
        try await group.waitForAll()
      }
      let bodies = try await book.read().entries.map { String(decoding: $0.body, as: UTF8.self) }
      #expect(bodies.map { $0.split(separator: " ").last } == (0..<20).map { "\($0)" })
      #expect(try await book.read().newest.count == 1)
    }
  }

  @Test("an entry that was altered in the database is told and left out", arguments: TestedDatabase.allCases)
  func alteredEntry_isTold(database: TestedDatabase) async throws {
    try await database.withStore { store in
      let plan = try await store.importing("thu", []).plan.number
      let book = StoredBook(of: plan, in: store)
      let entries = try await book.append(
        [Self.statement("một", by: "An"), Self.statement("hai", by: "An")], seen: .empty)
      _ = try await store.write { transaction in
        try transaction.script(
          database == .sqlite
            ? "DROP TRIGGER document_no_update; UPDATE document SET octets = CAST('made up' AS BLOB);"
            : "ALTER TABLE document DISABLE TRIGGER ALL; UPDATE document SET octets = 'made up';")
      }
      let read = try await book.read()
      #expect(read.entries == [])
      #expect(read.findings.map(\.place?.file) == entries.map { "book/\($0.fileName)" })
    }
  }

  @Test("entries cannot be changed or removed, whoever asks the database", arguments: TestedDatabase.allCases)
  func entries_stay(database: TestedDatabase) async throws {
    try await database.withStore { store in
      let plan = try await store.importing("thu", []).plan.number
      _ = try await StoredBook(of: plan, in: store).append([Self.statement("một", by: "An")], seen: .empty)
      for statement: StaticString in [
        "UPDATE entry SET author = 'ai đó'", "DELETE FROM predecessor WHERE 1 = 1", "DELETE FROM entry",
        "DELETE FROM document",
      ] {
        do {
          _ = try await store.write { try $0.run(statement) }
          // Nothing was there to remove.
          #expect("\(statement)".contains("predecessor"))
        } catch let StoreRefusal.ruleBroken(words) {
          #expect(words.contains("append-only"))
        }
      }
    }
  }
}
