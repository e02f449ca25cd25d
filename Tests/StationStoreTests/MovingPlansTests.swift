import Foundation
import Planning
import ScheduleModel
import StationFolder
import StationStore
import StoreSupport
import Testing

struct MovingPlansTests {
  /// The worked cases of the project.
  static let cases = ["binh-thanh-2018", "dak-lak-2024", "lai-chau-2018", "nghe-an-2019", "tan-hong-2020"]

  static func folder(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "schedules/\(name)").path
  }

  @Test(
    "a folder that went into a store and comes out again has the same files, to the octet",
    arguments: TestedDatabase.allCases, cases)
  func folder_comesBack(database: TestedDatabase, name: String) async throws {
    let source = try PlanFolder.open(Self.folder(name)).contents()
    #expect(source.contains { $0.name == "plan.yaml" } && source.count >= 3)
    let back = TestedDatabase.newFolder() + "/back"
    try await database.withStore { store in
      let done = try await store.importing(name, source)
      #expect(done.newEntries == source.count { $0.name.hasPrefix("book/") })
      try PlanFolder.write(try await store.read { try $0.exportPlan(done.plan.number) }, to: back)
    }
    #expect(try PlanFolder.open(back).contents() == source)
  }

  @Test("the year of a store is the year of the folder", arguments: TestedDatabase.allCases)
  func year_isTheSame(database: TestedDatabase) async throws {
    let folder = try PlanFolder.open(Self.folder("lai-chau-2018"))
    let source = try folder.contents()
    let (book, stored) = try await database.withStore { store in
      let plan = try await store.importing("lai-chau-2018", source).plan.number
      return try await store.read { transaction in
        let book = try transaction.book(of: plan)
        return (book, try transaction.stationFiles(of: plan, book: book))
      }
    }
    let files = try #require(stored)
    var kept = StationYear(book, files)
    var original = try folder.year()
    let (log, originalLog) = (kept.asRun()?.log.entries, original.asRun()?.log.entries)
    let (schedule, originalSchedule) = (kept.schedule()?.schedule, original.schedule()?.schedule)
    #expect(kept.book.entries == original.book.entries)
    #expect(schedule?.placements.isEmpty == false && schedule?.placements == originalSchedule?.placements)
    #expect(log?.isEmpty == false && log == originalLog)
    #expect(files.logs.isEmpty, "the Book has them")
  }

  @Test(
    "an import that is done twice adds nothing, and one of a grown folder adds what is new",
    arguments: TestedDatabase.allCases)
  func import_joins(database: TestedDatabase) async throws {
    let source = try PlanFolder.open(Self.folder("lai-chau-2018")).contents()
    let entries = source.filter { $0.name.hasPrefix("book/") }.map(\.name)
    let early = source.filter { $0.name != entries.last }
    try await database.withStore { store in
      let first = try await store.importing("lai-chau-2018", early)
      #expect(first.newEntries == entries.count - 1)
      let second = try await store.importing("lai-chau-2018", source)
      #expect(second.newEntries == 1 && second.changedFiles == 0)
      let third = try await store.importing("lai-chau-2018", source)
      #expect(third.newEntries == 0 && third.changedFiles == 0)
    }
  }

  @Test(
    "a damaged file of a Book stays a file, and comes out as it went in", arguments: TestedDatabase.allCases)
  func damagedEntry_isKept(database: TestedDatabase) async throws {
    var source = try PlanFolder.open(Self.folder("lai-chau-2018")).contents()
    let index = try #require(source.firstIndex { $0.name.contains("-publication-") })
    source[index] = InputFile(name: source[index].name, bytes: source[index].bytes + Array("made up\n".utf8))
    let files = source
    try await database.withStore { store in
      let plan = try await store.importing("lai-chau-2018", files).plan.number
      #expect(try await store.read { try $0.exportPlan(plan) } == files)
    }
  }
}

extension Store {
  /// Takes in the files of a folder, as a plan of an invented unit.
  func importing(_ slug: String, _ files: [InputFile]) async throws -> ImportedPlan {
    try await write(.people) { transaction in
      let unit =
        try transaction.units().first ?? transaction.addUnit(code: "thu", name: "Đài thử", level: "station")
      return try transaction.importPlan(slug, of: unit.number, files, on: TestedDatabase.now)
    }
  }
}
