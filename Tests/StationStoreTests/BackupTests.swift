import Foundation
import Planning
import ScheduleModel
import StationFolder
import StoreSupport
import Testing

@testable import StationStore

struct BackupTests {
  static func addUnit(_ code: String, to store: Store) async throws {
    _ = try await store.write(.people) { try $0.addUnit(code: code, name: code, level: "station") }
  }

  static func codes(_ location: StoreLocation) async throws -> [String] {
    try await TestedDatabase.withStore(location) { store in
      try await store.read { try $0.units().map(\.code) }
    }
  }

  @Test("a backup of a store in use is whole, and has what was kept when it was made")
  func backup_isMadeInUse() async throws {
    let folder = TestedDatabase.newFolder()
    let copy = TestedDatabase.newFolder()
    try await TestedDatabase.withStore(.folder(folder)) { store in
      try await Self.addUnit("trước", to: store)
      // Others go on writing while it is made.
      async let others: Void = {
        for number in 1...50 { try await Self.addUnit("khác \(number)", to: store) }
      }()
      try Store.backUp(folder, to: "\(copy)/station.sqlite")
      try await others
      try await Self.addUnit("sau", to: store)
    }
    let codes = try await Self.codes(.folder(copy))
    #expect(codes.first == "trước" && !codes.contains("sau"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: copy).contains("station.sqlite"))
  }

  @Test("a backup comes back, and what was there before stays beside it")
  func backup_comesBack() async throws {
    let folder = TestedDatabase.newFolder()
    let backup = TestedDatabase.newFolder() + "/sao-luu"
    try await TestedDatabase.withStore(.folder(folder)) { store in
      try await Self.addUnit("cũ", to: store)
      try Store.backUp(folder, to: backup)
      try await Self.addUnit("mới", to: store)
      #expect(throws: StoreRefusal.held(folder)) { try Store.restore(backup, to: folder) }
    }
    try Store.restore(backup, to: folder)
    #expect(try await Self.codes(.folder(folder)) == ["cũ"])
    let former = TestedDatabase.newFolder()
    try FileManager.default.copyItem(
      atPath: "\(folder)/station.sqlite.before-restore", toPath: "\(former)/station.sqlite")
    #expect(try await Self.codes(.folder(former)) == ["cũ", "mới"])
    try Store.restore(backup, to: TestedDatabase.newFolder() + "/mới")
  }

  @Test("what is no backup of this program is not restored, and changes nothing")
  func otherFile_isRefused() async throws {
    let folder = TestedDatabase.newFolder()
    try await TestedDatabase.withStore(.folder(folder)) { try await Self.addUnit("một", to: $0) }
    let text = folder + "/văn bản"
    try Data("made up\n".utf8).write(to: URL(filePath: text))
    for file in [text, folder + "/không có"] {
      #expect(throws: StoreRefusal.self) { try Store.restore(file, to: folder) }
    }
    #expect(try await Self.codes(.folder(folder)) == ["một"])
  }

  @Test("a database with a broken page is refused when it is opened, not when somebody reads it")
  func brokenPage_isNoticed() async throws {
    let folder = TestedDatabase.newFolder()
    try await TestedDatabase.withStore(.folder(folder)) { store in
      for number in 1...200 { try await Self.addUnit("đơn vị \(number)", to: store) }
    }
    let file = try FileHandle(forUpdating: URL(filePath: "\(folder)/station.sqlite"))
    try file.seek(toOffset: 8_192)
    try file.write(contentsOf: Data(repeating: 0xA5, count: 8_192))
    try file.close()
    do {
      let store = try await Store.open(.folder(folder), now: TestedDatabase.now)
      try await store.close()
      Issue.record("two pages are broken")
    } catch StoreRefusal.damaged {}
  }

  @Test(
    "a check names documents and rows that were altered past the program", arguments: TestedDatabase.allCases)
  func check_namesDamage(database: TestedDatabase) async throws {
    try await database.withStore { store in
      let text = try PlanFolder.open(MovingPlansTests.folder("dak-lak-2024")).contents().filter {
        $0.name == "plan.yaml"
      }
      let plan = try await store.importing("thu", text)
      let sound = try await store.damages()
      #expect(sound == [])
      let digest = try await store.read { try $0.workingFiles(of: plan.plan.number)[0].digest }
      try await store.write { transaction in
        try transaction.script(
          database == .sqlite
            ? "DROP TRIGGER document_no_update; UPDATE document SET octets = CAST('made up' AS BLOB);"
            : "ALTER TABLE document DISABLE TRIGGER ALL; UPDATE document SET octets = 'made up';")
      }
      let damages = try await store.damages()
      #expect(damages == ["document \(digest ?? "") was altered"])
    }
  }
}
