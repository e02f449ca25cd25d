import Foundation
import ScheduleModel
import Testing

@Suite("The documents name the commands and options that there are")
struct CommandDocumentTests {
  private static let documents: [(ReaderLanguage, String)] = [
    (.english, "docs/commands.md"), (.vietnamese, "docs/commands.vi.md"),
  ]

  @Test("each command has its section, with a table of exactly its options", arguments: documents)
  func tables(language: ReaderLanguage, path: String) throws {
    let file = "\(Command.root)/\(path)"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let commands = try CommandHelp.commands(in: language)
    try Golden.expect(
      Self.withTables(text, commands.map { ($0.call, $0.help.table(in: language)) }), at: file)
    let named = text.matches(of: /\n### `([^`]+)`/).map { String($0.output.1) }
    #expect(named.sorted() == commands.map(\.call).sorted())
  }

  /// A document in which the table at the end of each section `### `call`` is the one given for it.
  private static func withTables(_ text: String, _ tables: [(call: String, table: String)]) -> String {
    var lines: [String] = []
    var table: String?
    func endSection() {
      guard let ended = table else { return }
      while lines.last?.isEmpty == true { lines.removeLast() }
      lines += ["", ended, ""]
      table = nil
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("#") {
        endSection()
        table = tables.first { line == "### `\($0.call)`" }?.table
      }
      if table == nil || !line.hasPrefix("|") { lines.append(line) }
    }
    endSection()
    return lines.joined(separator: "\n")
  }

  @Test(
    "no document names an option that no command has",
    arguments: [
      "README.md", "README.vi.md", "docs/commands.md", "docs/commands.vi.md", "docs/book.md",
      "docs/decisions.md",
      "docs/findings.md", "docs/findings.vi.md", "schedules/README.md", "schedules/README.vi.md",
      "CONTRIBUTING.md",
    ])
  func options(path: String) throws {
    let commands = try CommandHelp.commands(in: .english)
    let known = Set(commands.flatMap { $0.help.arguments ?? [] }.compactMap(\.option))
    let text = try String(contentsOfFile: "\(Command.root)/\(path)", encoding: .utf8)
    // Options stand behind the command, or alone in code; those of other programs stand behind theirs.
    let called = text.split(separator: "\n").filter { $0.contains(#/lichsong(-engine)? /#) }
    let named =
      called.flatMap { $0.matches(of: #/[ \[](--[a-z][a-z-]+)/#) }.map { String($0.output.1) }
      + text.matches(of: #/`(--[a-z][a-z-]+)/#).map { String($0.output.1) }
    #expect(Set(named).subtracting(known).subtracting(["--help", "--version"]) == [])
  }

  @Test("the list of commands in the README is that of the help", arguments: ["README.md", "README.vi.md"])
  func verbs(path: String) throws {
    let text = try String(contentsOfFile: "\(Command.root)/\(path)", encoding: .utf8)
    let named = text.matches(of: /\n\| `(lichsong[a-z-]* [a-z]+)/).map { String($0.output.1) }
    #expect(named == (try CommandHelp.commands(in: .english)).map(\.call))
  }

  @Test("the exit statuses are those of docs/commands.md", arguments: documents)
  func statuses(language: ReaderLanguage, path: String) throws {
    let text = try String(contentsOfFile: "\(Command.root)/\(path)", encoding: .utf8)
    let named = text.matches(of: /\n\| `(\d+)` \|/).map { String($0.output.1) }
    #expect(named == ["0", "1", "64", "70", "74"])
    let broken = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString).yaml")
    try Data("plan: x\n".utf8).write(to: broken)
    defer { try? FileManager.default.removeItem(at: broken) }
    // 70 is a defect, which CommandTests provoke with a signal.
    #expect(try Command("audit", "schedules/nghe-an-2019/published.yaml", "--lang", "en").status == 1)
    #expect(try Command("check", "schedules/tan-hong-2020").status == 0)
    #expect(try Command("check", broken.path).status == 1)
    #expect(try Command("check").status == 64)
    #expect(try Command("check", "/nowhere").status == 74)
  }
}
