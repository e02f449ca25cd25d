import Foundation
import Planning
import ScheduleModel
import StationFolder
import StoreSupport
import Testing

@testable import StationStore

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
    let all = try FileManager.default.subpathsOfDirectory(atPath: Self.folder(name)).filter { path in
      let left = ["calendars", "expected"].contains { path.hasPrefix($0) }
      return !left && path.contains(".")
    }
    #expect(source.map(\.name) == all.sorted() && all.contains("plan.yaml"))
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
    "a folder with an altered entry, or anything else in book, is refused, and nothing is changed",
    arguments: TestedDatabase.allCases)
  func damagedEntry_isRefused(database: TestedDatabase) async throws {
    let source = try PlanFolder.open(Self.folder("lai-chau-2018")).contents()
    let entry = try #require(source.first { $0.name.contains("-publication-") })
    let altered = source.map {
      $0.name == entry.name ? InputFile(name: $0.name, bytes: $0.bytes + Array("made up\n".utf8)) : $0
    }
    let withNotes = source + [InputFile(name: "book/notes.txt", bytes: [0x61])]
    try await database.withStore { store in
      for isThere in [false, true] {
        let before = try await store.read { try $0.plan("lai-chau-2018") }
        #expect((before != nil) == isThere)
        for (files, name) in [(altered, entry.name), (withNotes, "book/notes.txt")] {
          let refused = await #expect(throws: FolderRefused.self) {
            try await store.importing("lai-chau-2018", files)
          }
          #expect(refused?.findings.map { $0.place?.file } == [name])
          #expect(refused?.findings.map(\.code) == [.bookEntryDamaged])
        }
        #expect(try await store.read { try $0.plan("lai-chau-2018") } == before)
        if isThere {
          let plan = try #require(before).number
          #expect(try await store.read { try $0.exportPlan(plan) } == source)
          #expect(try await store.damages() == [])
        } else {
          _ = try await store.importing("lai-chau-2018", source)
        }
      }
    }
  }

  @Test("a stray file in book of an older store is told, left out of exports, and removed by the true folder")
  func strayFile_isHealed() async throws {
    let source = try PlanFolder.open(Self.folder("lai-chau-2018")).contents()
    let entry = try #require(source.first { $0.name.contains("-publication-") })
    try await TestedDatabase.sqlite.withStore { store in
      let plan = try await store.importing("lai-chau-2018", source).plan.number
      try await store.write(.plan(plan)) { transaction in
        #expect(throws: StoreRefusal.pathOfBook(entry.name)) {
          try transaction.put([0x61], at: entry.name, in: plan, seen: 0, on: TestedDatabase.now)
        }
        _ = try transaction.putAnywhere(
          [0x61], at: entry.name, in: plan, seen: 0, on: TestedDatabase.now)
      }
      #expect(try await store.read { try $0.exportPlan(plan) } == source)
      #expect(
        try await store.damages() == [
          "lai-chau-2018/\(entry.name): this file is no entry of the Book and is left out of exports; import the plan's folder again to remove it"
        ])
      let done = try await store.importing("lai-chau-2018", source)
      #expect(done.newEntries == 0 && done.changedFiles == 1)
      #expect(try await store.damages() == [])
    }
  }

  @Test("the folder of another plan, or one whose plan file has errors, is refused, and nothing is changed")
  func otherPlan_isRefused() async throws {
    let source = try PlanFolder.open(Self.folder("lai-chau-2018")).contents()
    let other = try PlanFolder.open(Self.folder("tan-hong-2020")).contents()
    let textAlone = other.filter { $0.name == "plan.yaml" }
    let broken = source.map {
      $0.name == "plan.yaml" ? InputFile(name: $0.name, bytes: Array("plan: [\n".utf8)) : $0
    }
    try await TestedDatabase.sqlite.withStore { store in
      let plan = try await store.importing("lai-chau-2018", source).plan.number
      for files in [other, textAlone] {
        let refused = await #expect(throws: FolderRefused.self) {
          try await store.importing("lai-chau-2018", files)
        }
        #expect(
          refused?.findings.map(\.message.en) == [
            "This folder is of the plan “tan-hong-2020”, and the plan and its Book in the store are “lai-chau-2018”."
          ])
      }
      let refused = await #expect(throws: FolderRefused.self) {
        try await store.importing("lai-chau-2018", broken)
      }
      #expect(refused?.findings.isEmpty == false)
      #expect(refused?.findings.allSatisfy { $0.severity == .error } == true)
      #expect(try await store.read { try $0.exportPlan(plan) } == source)
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
