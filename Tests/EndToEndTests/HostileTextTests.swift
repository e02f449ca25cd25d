import Foundation
import Testing

@Suite("Names, titles and arguments do not steer the terminal")
struct HostileTextTests {
  private static let hostile = "\u{1B}[31mx\u{202E}\u{9B}0m"
  private static let shown = #"\u{1B}[31mx\u{202E}\u{9B}0m"#

  @Test("file names and arguments in messages are written out")
  func messages() throws {
    let missing = try Command("check", "/no\(Self.hostile)\nOK", "--lang", "en")
    #expect(
      missing.errors
        == "Cannot read /no\(Self.shown)\\u{A}OK: there is no such file or folder; check the path.\n")
    for arguments in [
      [Self.hostile], ["check", "a", "b" + Self.hostile], ["check", "a", "--x" + Self.hostile],
    ] {
      let wrong = try Command(program: Command.path, arguments)
      #expect(wrong.status == 64)
      #expect(wrong.errors.contains(Self.shown), "\(wrong.errors)")
      #expect(!wrong.errors.contains("\u{1B}") && !wrong.errors.contains("\u{202E}"))
    }
    let value = try Command("allocate", "a", "--month", Self.hostile)
    #expect(value.status == 64 && value.errors.contains(Self.shown), "\(value.errors)")
  }

  @Test("a title is written out on a terminal in text and in JSON; JSON for a program has it as it is")
  func titles() throws {
    let plan = """
      plan: x
      title: "T\u{202E}X"
      year: 2026
      outlets:
        tv: { name: "TV\u{2066}", kind: television, grid: [{ id: toi, rule: FREQ=DAILY, at: "20:15", length: 15m }] }
      lines: [{ id: a, title: "A\u{202E}B", form: tin, outlet: tv, quota: 2 }]

      """
    let path = FileManager.default.temporaryDirectory.path + "/lichsong-title-\(UUID().uuidString).yaml"
    try Data(plan.utf8).write(to: URL(filePath: path))
    try FileManager.default.createSymbolicLink(
      atPath: path + ".stdout", withDestinationPath: "/proc/self/fd/1")
    defer { for end in ["", ".stdout"] { try? FileManager.default.removeItem(atPath: path + end) } }
    for options in ["", "--month 3", "--json", "--out \(path).stdout"] {
      let command = try Command(
        program: "/usr/bin/env",
        ["script", "-qec", "\(Command.path) allocate \(path) \(options)", "/dev/null"],
        environment: ["NO_COLOR": "1", "TERM": "xterm"])
      #expect(command.status == 0, "\(command.output)")
      for hidden in ["\u{1B}", "\u{202E}", "\u{2066}"] {
        #expect(!command.output.contains(hidden), "\(options)")
      }
    }
    let piped = try Command("allocate", path, "--out", path + ".stdout")
    #expect(piped.output.contains("A\u{202E}B"))
  }
}
