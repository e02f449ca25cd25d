import Foundation
import Planning
import ScheduleModel
import Testing

@testable import StationFolder

@Suite("The ledger's folder after a crash")
struct RecordFolderTests {
  @Test("a crash after any step of writing leaves the import absent or whole, and the next one clears up")
  func crash() throws {
    for step in RecordFolder.Step.allCases {
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
