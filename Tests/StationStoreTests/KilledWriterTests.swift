import Foundation
import Planning
import ScheduleModel
import StationStore
import StoreSupport
import Testing

struct KilledWriterTests {
  @Test(
    "a process that is killed while it writes loses nothing that it was told is kept",
    arguments: TestedDatabase.allCases)
  func killedWriter_losesNothing(database: TestedDatabase) async throws {
    let location = database.newLocation()
    var kept: [String] = []
    // Moments that are spread over the writing, the same in each run.
    for round in 0..<12 {
      kept += try await Self.entries(
        ofWriter: "round \(round)", at: location, killedAfter: 1 + round * 7 % 23, and: round * 613 % 7_919)
      try await TestedDatabase.withStore(location) { store in
        let damages = try await store.damages()
        #expect(damages == [])
        let plan = try #require(try await store.read { try $0.plan("thu") })
        let book = try await StoredBook(of: plan.number, in: store).read()
        #expect(Set(kept).subtracting(book.entries.map(\.id)) == [])
        // Entries and rows of the trail come in turn, so at most the last of a round has no row.
        let noted = try await store.read { try $0.trail(count: 10_000).map(\.note.object) }
        #expect(Set(kept).subtracting(noted) == [])
        #expect(book.entries.count - noted.count <= round + 1)
      }
    }
    #expect(kept.count > 100)
  }

  /// Starts the writer, kills it (SIGKILL) so many entries and microseconds later, and gives the ids of what it was told is
  /// kept.
  private static func entries(
    ofWriter name: String, at location: StoreLocation, killedAfter count: Int, and microseconds: Int
  ) async throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "store-writer")
    let place =
      switch location {
      case .folder(let folder): folder
      case .postgres(let address): address
      }
    process.arguments = [place, name]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    var text = Data()
    while text.count(where: { $0 == UInt8(ascii: "\n") }) < count {
      guard let more = try output.fileHandleForReading.read(upToCount: 65), !more.isEmpty else { break }
      text += more
    }
    usleep(UInt32(microseconds))
    kill(process.processIdentifier, SIGKILL)
    text += (try output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    // What was cut off in the middle of a line was not said.
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropLast().map(String.init)
  }
}
