import Foundation
import Planning
import ScheduleModel
import Testing

@testable import StationFolder

@Suite("A folder of records after a crash")
struct RecordFolderTests {
  private static let name = "20180502T020000Z-log-000000000000.csv"

  @Test(
    "a crash after any step of writing leaves the record absent or whole, and the next one clears up",
    arguments: AtomicFile.Step.allCases)
  func crash(step: AtomicFile.Step) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    _ = try OutputFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let records = RecordFolder("book", ofPlanIn: folder)
    let crash = FileRefusal(.write, "power", code: EIO)
    #expect(throws: crash) { try add(to: records, crashingAt: step, crash) }
    let there = try records.names()
    #expect(there == (step == .renamed ? [Self.name] : []))
    for name in there { #expect(try InputFile.read("\(records.path)/\(name)").bytes == Array("whole".utf8)) }
    try records.locked {}
    #expect(try FileManager.default.contentsOfDirectory(atPath: records.path) == there)
  }

  @Test("while one adds to a folder it is locked for all others, and afterwards it is free")
  func lock() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    _ = try OutputFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let records = RecordFolder("book", ofPlanIn: folder)
    #expect(try records.locked { isFree(records.path) } == false)
    #expect(isFree(records.path))
  }

  /// Whether another process would get the lock at once.
  private func isFree(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY)
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  private func add(to records: RecordFolder, crashingAt step: AtomicFile.Step, _ crash: FileRefusal) throws {
    try records.locked {
      try records.add(Self.name, Array("whole".utf8)) { done throws(FileRefusal) in
        if done == step { throw crash }
      }
    }
  }
}
