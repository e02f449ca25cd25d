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

  @Test("make run and make install do what the README says")
  func makeTargets() throws {
    let make = try Command(program: "/usr/bin/env", ["make", "--dry-run", "run"])
    #expect(make.status == 0)
    #expect(
      make.output.contains(
        ".build/debug/lichsong run schedules/lai-chau-2018 --out .build/lai-chau-2018 --lang en"))
    let install = try Command(program: "/usr/bin/env", ["make", "--dry-run", "install"])
    #expect(install.status == 0 && install.output.contains(" \"/usr/local/bin/lichsong\""))
  }

  @Test(
    "a README is short, and says how to install and run in its first twenty lines",
    arguments: ["README.md", "README.vi.md"])
  func isShort(file: String) throws {
    let lines = try String(contentsOfFile: Command.root + "/" + file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 80)
    let start = lines.prefix(20).joined(separator: "\n")
    #expect(start.contains("`make install`") && start.contains("`lichsong new FOLDER`"))
    #expect(start.contains("Debian 12") && start.contains("$ make run") && start.contains("$ make test"))
  }

  @Test("the one test that the READMEs and CONTRIBUTING.md run is there")
  func oneTest() throws {
    for file in ["README.md", "README.vi.md", "CONTRIBUTING.md"] {
      let text = try String(contentsOfFile: Command.root + "/" + file, encoding: .utf8)
      let filters = text.matches(of: #/swift test [a-z -]*--filter '?([A-Za-z.\/]+)/#).map { $0.output.1 }
      #expect(!filters.isEmpty)
      for filter in filters {
        let names = filter.split { "./".contains($0) }.map(String.init)
        let found = try Command.shell(
          "cd \"$1/Tests\"; grep -rlE \"(struct|func) $2\\b\" . || ls -d $2", Command.root, names.last ?? "")
        #expect(found.status == 0 && !found.output.isEmpty, "\(file): \(filter)")
      }
    }
  }
}
