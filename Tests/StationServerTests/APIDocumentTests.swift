import Foundation
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// What docs/api.md shows is what happens: its examples are run by a shell, with curl, against a server.
struct APIDocumentTests {
  /// A command of the document, and what it is said to print.
  private struct Example {
    let command: String
    var output = ""
  }

  /// The examples of the document, in order.
  private static func examples() throws -> [Example] {
    let document = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/api.md")
    var examples: [Example] = []
    var isConsole = false
    for line in try String(contentsOf: document, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
      } else if isConsole, line.hasPrefix("$ ") {
        examples.append(Example(command: String(line.dropFirst(2))))
      } else if isConsole, !examples.isEmpty {
        examples[examples.count - 1].output += line + "\n"
      }
    }
    return examples
  }

  @Test("every example of the document prints what the document says")
  func examples_holdTrue() async throws {
    let examples = try Self.examples()
    #expect(examples.count >= 20)
    try await ServedStation.visit { station in
      let slug = "vi-du-api"
      _ = try await DeskTests.plan(slug, at: station)
      // A year that is over, with its logs.
      _ = try await station.ownPlan("vi-du-chot")
      let program = try await station.program([
        .readDraft, .recordLogs, .link, .draft, .changePlan, .publish, .close,
      ])
      let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-api-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let mark = "@@@@"
      let script =
        ["shopt -s expand_aliases", "cd '\(folder.path)'"]
        + examples.flatMap {
          ["echo '\(mark)'", $0.command.replacing("/plans/lai-chau-2018", with: "/plans/\(slug)")]
        }
      let file = folder.appending(path: "examples.sh")
      try script.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
      let port = program.client.port
      let said = try await Task.detached {
        try Tool.output(
          "env",
          [
            "STATION=http://localhost:\(port)", "TOKEN=\(program.token)",
            "PASSWORD=\(ServedStation.password)", "LC_ALL=C.UTF-8", "bash", file.path,
          ])
      }.value
      let outputs = said.components(separatedBy: "\(mark)\n").dropFirst()
      #expect(outputs.count == examples.count)
      for (example, output) in zip(examples, outputs) {
        #expect(output == example.output, "\(example.command)")
      }
    }
  }

  @Test("the document tells every scope that a token can have")
  func scopes_areTold() throws {
    let document = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/api.md")
    let text = try String(contentsOf: document, encoding: .utf8)
    for scope in Desk.tokenScopes { #expect(text.contains("| `\(scope.rawValue)` |"), "\(scope)") }
  }
}
