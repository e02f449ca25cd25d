import Foundation
import Planning
import ScheduleModel
import Testing

@testable import StationFolder

@Suite("The ledger's folder after a crash")
struct RecordFolderTests {
  @Test("a crash after any step of writing leaves the import absent or whole, and the next one clears up")
  func crash() throws {
    for step in AtomicFile.Step.allCases {
      try withPlanFolder { folder in
        let ledger = RecordFolder("ledger", ofPlanIn: folder)
        let crash = FileRefusal(.write, "power", code: EIO)
        #expect(throws: crash) {
          try ledger.locked {
            try ledger.add("2018-05-02-0900-00000000.csv", Array("whole".utf8)) { done throws(FileRefusal) in
              if done == step { throw crash }
            }
          }
        }
        let there = try ledger.files()
        #expect(there.map(\.bytes) == (step == .renamed ? [Array("whole".utf8)] : []))
        try ledger.locked {}
        let names = try FileManager.default.contentsOfDirectory(atPath: ledger.path)
        #expect(names == there.map { _ in "2018-05-02-0900-00000000.csv" })
      }
    }
  }

  @Test("a log is imported once, whoever asks and however often")
  func importTwice() throws {
    try withPlanFolder { folder in
      let log = InputFile(
        name: "as-run/a.csv", bytes: Array("date,outlet,title\n2026-04-05,truyen-hinh,Cải cách\n".utf8))
      let request = ImportPipeline.Request(recorded: LocalTime(seconds: 1_777_000_000), author: nil)
      var preview = request
      preview.isPreview = true
      let plan = try PlanFolder.open(folder)
      let shown = try ImportPipeline.run(plan, files: [log], preview)
      #expect(shown.files.map(\.added) == [1])
      #expect(try plan.ledger.paths().isEmpty)
      let first = try ImportPipeline.run(plan, files: [log, log], request)
      #expect(first.files.map(\.added) == [1, 0] && first.files.map(\.known) == [0, 1])
      #expect(try ImportPipeline.run(plan, files: [log], request).files.map(\.added) == [0])
      #expect(try PlanFolder.open(folder).logs.count == 1)
    }
  }

  private func withPlanFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    _ = try OutputFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try OutputFolder.write(
      folder + "/plan.yaml",
      """
      plan: vi-du
      title: Một ví dụ
      year: 2026
      outlets:
        truyen-hinh: { name: Truyền hình tỉnh, kind: television }
      lines:
        - { id: a, title: Cải cách, form: tin, outlet: truyen-hinh, quota: 2, scheduled: false }
      """)
    try work(folder)
  }
}
