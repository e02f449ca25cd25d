import Foundation
import Planning
import StationFolder
import StationStore
import StoreSupport
import Testing

/// `lichsong-server` at the terminal.
struct StoreCommandTests {
  private static func text(_ location: StoreLocation) -> String {
    switch location {
    case .folder(let folder): folder
    case .postgres(let address): address
    }
  }

  @Test(
    "a case goes in and comes out at the terminal, and what is told is true",
    arguments: TestedDatabase.allCases)
  func case_goesInAndOut(database: TestedDatabase) async throws {
    let location = database.newLocation()
    let data = Self.text(location)
    let source = MovingPlansTests.folder("lai-chau-2018")
    let out = TestedDatabase.newFolder() + "/out"
    let first = try BuiltProgram("lichsong-server", "import", "--data", data, source, "--lang", "en")
    #expect(first.output == "lai-chau-2018: 7 entries added, 10 files new or changed.\n" && first.status == 0)
    let second = try BuiltProgram("lichsong-server", "import", "--data", data, source, "--lang", "vi")
    #expect(second.output == "lai-chau-2018: thêm 0 mục sổ, 0 tệp mới hoặc đã đổi.\n" && second.status == 0)
    let export = try BuiltProgram(
      "lichsong-server", "export", "--data", data, "lai-chau-2018", out, "--lang", "en")
    #expect(export.output == "Wrote 17 files to \(out).\n" && export.status == 0)
    #expect(try PlanFolder.open(out).contents() == PlanFolder.open(source).contents())
    let again = try BuiltProgram(
      "lichsong-server", "export", "--data", data, "lai-chau-2018", out, "--lang", "en")
    #expect(again.errors == "Cannot write \(out): the folder is not empty.\n" && again.status == 74)
    let other = try BuiltProgram("lichsong-server", "export", "--data", data, "dak-lak", out, "--lang", "en")
    #expect(
      other.errors == "Error: The store has no plan “dak-lak”; it has: lai-chau-2018.\n" && other.status == 64
    )
    let check = try BuiltProgram("lichsong-server", "check", "--data", data, "--lang", "vi")
    #expect(check.output == "Kho dữ liệu nguyên vẹn.\n" && check.status == 0)
    try await TestedDatabase.withStore(location) { store in
      let trail = try await store.read { try $0.trail(count: 9) }
      #expect(trail.map(\.note.action) == ["import at the terminal"])
      #expect(trail.map(\.note.after) == ["7 entries, 10 files"])
    }
  }

  @Test(
    "units are made, loaded from a table, listed as a tree, changed and removed at the terminal",
    arguments: TestedDatabase.allCases)
  func units_areManaged(database: TestedDatabase) async throws {
    let location = database.newLocation()
    let data = Self.text(location)
    func unit(_ arguments: String...) throws -> BuiltProgram {
      try BuiltProgram(
        "lichsong-server", ["unit", arguments[0], "--data", data, "--lang", "en"] + arguments.dropFirst())
    }
    let top = try unit("add", "vn", "--name", "Cả nước", "--level", "country")
    #expect(top.output == "Added vn.\n" && top.status == 0)
    let table = TestedDatabase.newFolder() + "/units.csv"
    let text = "code,name,level,parent\nbac,\"Bắc, tỉnh\",province,vn\nxa,Xã,commune,bac\n"
    try Data(text.utf8).write(to: URL(filePath: table))
    #expect(try unit("load", table).output == "2 units added, 0 changed.\n")
    #expect(try unit("load", table).output == "0 units added, 0 changed.\n")
    #expect(
      try unit("list").output
        == "vn  Cả nước (country)\n  bac  Bắc, tỉnh (province)\n    xa  Xã (commune)\n")
    let itself = try unit("change", "bac", "--parent", "xa")
    #expect(itself.status == 64)
    #expect(
      itself.errors
        == "Error: The unit “bac” cannot lie below itself or below one of its own units; choose another unit above it.\n"
    )
    #expect(try unit("change", "xa", "--name", "Xã Mới", "--parent", "vn").output == "Changed xa.\n")
    #expect(try unit("change", "xa", "--name", "Xã Mới").output == "xa is like that already.\n")
    #expect(try unit("remove", "bac").output == "Removed bac.\n")
    #expect(try unit("remove", "vn").status == 64)
    let nobody = try unit("add", "moi", "--name", "Mới", "--level", "office", "--administrator", "khong-ai")
    #expect(
      nobody.errors == "Error: Nobody signs in as “khong-ai”; nothing was changed.\n" && nobody.status == 64)
    try Data("code,name\nx,X\n".utf8).write(to: URL(filePath: table))
    #expect(
      try unit("load", table).errors
        == "Error: \(table) does not begin with the columns code, name, level, parent.\n")
    try await TestedDatabase.withStore(location) { store in
      let (units, trail) = try await store.read { (try $0.units(), try $0.trail(count: 9)) }
      #expect(units.map(\.code) == ["vn", "xa"] && units[1].parent == units[0].number)
      #expect(
        trail.map { "\($0.note.action) \($0.note.object) \($0.note.after ?? "–")" } == [
          "remove unit unit bac –", "change unit unit xa Xã Mới, commune, below vn",
          "load units units 2 added, 0 changed", "add unit unit vn Cả nước, country, below –",
        ])
    }
  }

  @Test("a folder without a plan, with an altered entry or of another plan is refused at the terminal")
  func harmfulFolder_isRefused() throws {
    let data = TestedDatabase.newFolder()
    let source = try PlanFolder.open(MovingPlansTests.folder("lai-chau-2018")).contents()
    func command(_ files: [InputFile]) throws -> (folder: String, told: BuiltProgram) {
      let folder = TestedDatabase.newFolder() + "/lai-chau-2018"
      try PlanFolder.write(files, to: folder)
      return (folder, try BuiltProgram("lichsong-server", "import", "--data", data, folder, "--lang", "en"))
    }
    let without = try command(source.filter { $0.name != "plan.yaml" })
    #expect(
      without.told.errors
        == "Error: The folder \(without.folder) has no file plan.yaml; name the plan's own folder.\n")
    #expect(without.told.status == 64)
    let altered = try command(
      source.map {
        $0.name.contains("-publication-") ? InputFile(name: $0.name, bytes: $0.bytes + [0x61]) : $0
      }
    ).told
    #expect(altered.status == 1)
    #expect(
      altered.errors.contains("This entry of the Book is not as it was recorded")
        && altered.errors.hasSuffix("This folder cannot be taken in; nothing was changed.\n"),
      "\(altered.errors)")
    #expect(try command(source).told.status == 0)
    let other = try command(
      try PlanFolder.open(MovingPlansTests.folder("tan-hong-2020")).contents()
    ).told
    #expect(other.status == 1 && other.errors.contains("tan-hong-2020"), "\(other.errors)")
  }

  @Test("a store is backed up and restored at the terminal; while a server holds it, only backed up")
  func store_comesBack() async throws {
    let data = TestedDatabase.newFolder()
    let backup = TestedDatabase.newFolder() + "/sao-luu"
    try await TestedDatabase.withStore(.folder(data)) { _ in
      let done = try BuiltProgram("lichsong-server", "backup", "--data", data, backup, "--lang", "en")
      #expect(done.output == "Backed up to \(backup).\n" && done.status == 0)
      for command in ["restore", "check"] {
        let arguments = command == "restore" ? [backup] : []
        let held = try BuiltProgram("lichsong-server", [command, "--data", data, "--lang", "en"] + arguments)
        #expect(
          held.errors == "Another process works on the data folder \(data); stop it first.\n"
            && held.status == 74)
      }
    }
    let restored = try BuiltProgram("lichsong-server", "restore", "--data", data, backup, "--lang", "vi")
    #expect(restored.output == "Đã khôi phục; kho cũ còn ở \(data)/station.sqlite.before-restore.\n")
  }

  @Test("a place where there is no store is not made into one by looking at it")
  func missingStore_isTold() throws {
    let folder = TestedDatabase.newFolder()
    let check = try BuiltProgram("lichsong-server", "check", "--data", folder, "--lang", "en")
    #expect(
      check.errors == "Cannot use \(folder)/station.sqlite: No such file or directory.\n"
        && check.status == 74)
    let scheme = try BuiltProgram("lichsong-server", "check", "--data", "mysql://a", "--lang", "en")
    #expect(
      scheme.errors == "“mysql://a” is neither a folder nor a postgresql://… address.\n"
        && scheme.status == 74)
  }
}
