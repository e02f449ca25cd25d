import Foundation
import Planning
import ScheduleModel
import StationFolder
import Testing

@Suite("Reading and writing files")
struct FilesTests {
  @Test("a file that is not there is told in one sentence, in both languages")
  func missingFile() {
    let error = #expect(throws: FileRefusal.self) { try InputFile.read("/nowhere/plan.yaml") }
    #expect(
      error?.words[.english]
        == "Cannot read /nowhere/plan.yaml: there is no such file or folder; check the path.")
    #expect(
      error?.words[.vietnamese]
        == "Không đọc được /nowhere/plan.yaml: không có tệp hoặc thư mục này; kiểm tra lại đường dẫn.")
  }

  @Test("a folder is not a file")
  func folderIsNoFile() {
    let error = #expect(throws: FileRefusal.self) { try InputFile.read("/tmp") }
    #expect(error?.code == EISDIR)
  }

  @Test("a folder below a file cannot be made")
  func folderBelowFile() throws {
    try withFolder { folder in
      try OutputFolder.write(folder + "/file", "text")
      let error = #expect(throws: FileRefusal.self) { try OutputFolder(folder + "/file/below") }
      #expect(error?.action == .write)
      #expect(error.map { [ENOTDIR, EEXIST].contains($0.code) } == true)
    }
  }

  @Test("a new text takes the place of the old one whole, and leaves nothing beside it")
  func replacesWhole() throws {
    try withFolder { folder in
      let output = try OutputFolder(folder)
      try output.write("report.txt", "the first text, which is the longer one")
      try output.write("report.txt", "the second")
      #expect(try InputFile.read(folder + "/report.txt").bytes == Array("the second".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["report.txt"])
    }
  }

  @Test("when a file cannot be written, the old one stays as it was")
  func oldOneStays() throws {
    try withFolder { folder in
      let output = try OutputFolder(folder + "/full")
      try output.write("report.txt", "old")
      // A file in the place of the folder's next file: renaming onto a folder is refused by the system.
      try FileManager.default.createDirectory(
        atPath: folder + "/full/taken.txt", withIntermediateDirectories: false)
      #expect(throws: FileRefusal.self) { try output.write("taken.txt", "new") }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder + "/full").sorted() == [
          "report.txt", "taken.txt",
        ])
      #expect(try InputFile.read(folder + "/full/report.txt").bytes == Array("old".utf8))
    }
  }

  @Test("a plan's folder has its working files, logs by name")
  func planFolder() throws {
    try withFolder { folder in
      let output = try OutputFolder(folder)
      try output.write("plan.yaml", "plan: x")
      let logs = try output.folder("as-run")
      for name in ["b.csv", "a.CSV", "notes.txt"] { try logs.write(name, "") }
      try output.write("published.yaml", "source: x")
      try output.write("other.yaml", "plan: y")
      let files = try PlanFolder.open(folder + "/").files()
      #expect(files.plan.name == folder + "/plan.yaml")
      #expect(files.logs.map(\.name) == ["a.CSV", "b.csv"].map { folder + "/as-run/" + $0 })
      #expect(files.published?.name == folder + "/published.yaml" && files.draft == nil)
      #expect(try PlanFolder.open(folder + "/plan.yaml").files().logs.count == 2)
      let alone = try PlanFolder.open(folder + "/other.yaml").files()
      #expect(alone.logs == [] && alone.published == nil && alone.plan.bytes == Array("plan: y".utf8))
    }
  }

  @Test("a folder without a plan is refused by the plan's name")
  func folderWithoutPlan() throws {
    try withFolder { folder in
      let error = #expect(throws: FileRefusal.self) { try PlanFolder.open(folder).files() }
      #expect(error == FileRefusal(.read, folder + "/plan.yaml", code: ENOENT))
    }
  }

  private func withFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/lichsong-files-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try work(folder)
  }
}
