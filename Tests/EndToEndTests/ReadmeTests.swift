import Foundation
import Testing

@Suite("The README says what is")
struct ReadmeTests {
  @Test(
    "what README.md shows under make run is what make run prints", .serialized,
    arguments: [("README.md", "en"), ("README.vi.md", "vi")])
  func shownOutputIsReal(file: String, language: String) throws {
    let readme = try String(contentsOfFile: Command.root + "/" + file, encoding: .utf8)
    let lines = readme.split(separator: "\n", omittingEmptySubsequences: false)
    let command = language == "en" ? "$ make run" : "$ make run LICHSONG_LANG=vi"
    let first = try #require(lines.firstIndex { $0 == command })
    let last = try #require(lines[first...].firstIndex { $0 == "$ make test" })
    #expect(first <= 20, "the first real output stands within twenty lines")
    let run = try Command(
      "run", "schedules/lai-chau-2018", "--out", ".build/lai-chau-2018", "--lang", language)
    #expect(run.status == 0)
    #expect(lines[(first + 1)..<last].map { $0 + "\n" }.joined() == run.output)
  }

  @Test("make run does what the README's test does")
  func makeRunIsThatCommand() throws {
    let make = try Command(program: "/usr/bin/env", ["make", "--dry-run", "run"])
    #expect(make.status == 0)
    #expect(
      make.output.contains(
        ".build/debug/lichsong run schedules/lai-chau-2018 --out .build/lai-chau-2018 --lang en"))
  }

  @Test(
    "every command and every option that the help knows is in the README",
    arguments: ["README.md", "README.vi.md"])
  func commandsAreDocumented(file: String) throws {
    let readme = try String(contentsOfFile: Command.root + "/" + file, encoding: .utf8)
    let help = try Command("--help", "--lang", "en").output
    let lists = help.components(separatedBy: "SUBCOMMANDS:\n").dropFirst()
    let names = lists.joined(separator: "\n").split(separator: "\n").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See")
    }
    .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(
      names == [
        "check", "allocate", "move", "publish", "export", "import", "reconcile", "link", "report",
        "consolidate", "close", "verify", "history", "audit", "run", "adopt",
      ])
    for name in names {
      #expect(readme.contains("`lichsong \(name) "), "\(name)")
      let options = try Command(name, "--help", "--lang", "en").output
        .matches(of: /--[a-z-]+/).map { String($0.output) }
      for option in Set(options).subtracting(["--help", "--version"]) {
        #expect(readme.contains(option), "\(name) \(option)")
      }
    }
  }

  @Test("every link of the documents leads to a file of the project")
  func linksLeadSomewhere() throws {
    for file in [
      "README.md", "README.vi.md", "schedules/README.md", "schedules/README.vi.md", "docs/book.md",
      "docs/decisions.md",
    ] {
      let text = try String(contentsOfFile: Command.root + "/" + file, encoding: .utf8)
      let folder = URL(filePath: Command.root + "/" + file).deletingLastPathComponent()
      for match in text.matches(of: /\]\(([^)#]+)\)/) where !match.output.1.hasPrefix("http") {
        let target = folder.appending(path: String(match.output.1)).path
        #expect(FileManager.default.fileExists(atPath: target), "\(file): \(match.output.1)")
      }
    }
  }
}
