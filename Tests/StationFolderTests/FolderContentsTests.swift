import Foundation
import Planning
import StationFolder
import Testing

@Suite("A plan's folder as it is taken to another keeper")
struct FolderContentsTests {
  @Test("calendars, what a worked case expects, and hidden files stay behind")
  func contents() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in [
      "plan.yaml", "as-run/expected/tv.csv", "calendars/tv.ics", "expected/report.html", ".git/HEAD",
    ] {
      let file = URL(filePath: "\(folder)/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("plan: vi-du\n".utf8).write(to: file)
    }
    #expect(try PlanFolder.open(folder).contents().map(\.name) == ["as-run/expected/tv.csv", "plan.yaml"])
  }
}
