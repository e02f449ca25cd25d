import Foundation
import Testing

@Suite("Pages whose commands print what they show: the tour of the made-up station, and the small examples")
struct TourTests {
  @Test(
    "the tour is one page, and its commands print what it shows", .serialized,
    arguments: ["schedules/dai-mau-2024/README.md", "schedules/dai-mau-2024/README.vi.md"])
  func tour(page: String) throws {
    let text = try shownOutputIsReal(page)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 180)
  }

  @Test(
    "each small example is on the page, and its commands print what the page shows",
    arguments: ["schedules/examples/README.md", "schedules/examples/README.vi.md"])
  func examples(page: String) throws {
    let text = try shownOutputIsReal(page)
    let folders = try FileManager.default.contentsOfDirectory(atPath: "\(Command.root)/schedules/examples")
      .filter { !$0.hasSuffix(".md") }
    #expect(folders.count == 12)
    #expect(folders.filter { !text.contains("[\($0)](\($0)/") } == [])
  }

  /// Runs the commands of a page in a folder of their own, and holds what they print against what the page shows.
  ///
  /// - Returns: The page.
  @discardableResult
  private func shownOutputIsReal(_ page: String) throws -> String {
    let text = try String(contentsOfFile: "\(Command.root)/\(page)", encoding: .utf8)
    let parts = Part.all(of: text)
    let commands = parts.compactMap(\.command)
    #expect(commands.count > 12)
    let folder = FileManager.default.temporaryDirectory.path + "/lichsong-tour-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/schedules", withDestinationPath: Command.root + "/schedules")
    let steps = commands.map { "printf '\\036'\n\($0) || echo \"status $?\"\n" }.joined()
    let run = try Command.shell(
      "cd \"$1\"; exec 2>&1; lichsong() { command \"$lichsong\" \"$@\"; }\n\(steps)", folder)
    var outputs = run.output.split(separator: "\u{1E}", omittingEmptySubsequences: false).dropFirst()[...]
    #expect(outputs.count == commands.count)
    let told = parts.map { part in
      guard let command = part.command else { return part.text }
      return "$ \(command)\n\(outputs.popFirst() ?? "")"
    }.joined()
    try Golden.expect(told, at: "\(Command.root)/\(page)")
    return text
  }

  /// A piece of a page: a command with what is printed, or text around it.
  private struct Part {
    /// The command without its `$`; `nil` for text.
    let command: String?
    let text: String

    static func all(of page: String) -> [Part] {
      var parts: [Part] = []
      var isConsole = false
      for line in page.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        if line.hasPrefix("```") {
          isConsole = line == "```console"
        } else if isConsole {
          if line.hasPrefix("$ ") { parts.append(Part(command: String(line.dropFirst(2)), text: "")) }
          continue
        }
        parts.append(Part(command: nil, text: line + "\n"))
      }
      return parts
    }
  }
}
