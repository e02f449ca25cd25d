import Foundation
import Testing

@Suite("The guided tour of the made-up station")
struct TourTests {
  @Test(
    "its commands print what the page shows", .serialized,
    arguments: ["schedules/dai-mau-2024/README.md", "schedules/dai-mau-2024/README.vi.md"])
  func shownOutputIsReal(page: String) throws {
    let text = try String(contentsOfFile: "\(Command.root)/\(page)", encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 180, "it is one page")
    let parts = Part.all(of: text)
    let commands = parts.compactMap(\.command)
    #expect(commands.count > 15)
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
