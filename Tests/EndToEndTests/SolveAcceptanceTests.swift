import Foundation
import Testing

@Suite("Solve, before the judge outside")
struct SolveAcceptanceTests {
  private static let oracle = Command.root + "/Tests/AllocationOracle/"

  /// A size, a seed and further words for the generator.
  private static let instances =
    (1...12).map { ["tiny", "\($0)"] } + (1...3).map { ["station", "\($0)"] }
    + [
      ["station", "4", "--no-lang"], ["station", "1", "--tight", "1.4"],
      ["station", "5", "--no-lang", "--tight", "1.3"],
    ]

  @Test("the checker finds nothing to object to in any result, and no claim that is not so")
  func solve_passesTheChecker() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var wrong: [String] = []
    for instance in Self.instances {
      try Self.run("generate.py", instance.prefix(2) + [folder + "/i.json"] + instance.dropFirst(2))
      let verdict = try Self.solvedAndChecked(folder, "i.json")
      if verdict.status != 0 || verdict.output.contains("CLAIM") {
        wrong.append("\(instance): \(verdict.output)")
      }
    }
    #expect(wrong == [])
  }

  @Test("nor in any re-plan of the rest of a year, for either order of the objectives")
  func replan_passesTheChecker() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var wrong: [String] = []
    for (seed, month) in [(1, 6), (2, 3), (3, 9)] {
      try Self.run("generate.py", ["station", "\(seed)", folder + "/i.json"])
      _ = try Self.solvedAndChecked(folder, "i.json")
      try Self.run(
        "generate.py", ["replan", folder + "/i.json", folder + "/r.json", "\(month)", folder + "/j.json"])
      for options in [[], ["--replan"], ["--replan", "--slack", "500"]] {
        let verdict = try Self.solvedAndChecked(folder, "j.json", options)
        if verdict.status != 0 || verdict.output.contains("CLAIM") {
          wrong.append("\(seed), month \(month), \(options): \(verdict.output)")
        }
      }
    }
    #expect(wrong == [])
  }

  @Test("the judge itself catches each rule's breach")
  func checker_checksItself() throws {
    let tests = try Command(program: "/usr/bin/env", ["python3", Self.oracle + "test_oracle.py"])
    #expect(tests.status == 0, "\(tests.errors)")
  }

  private static func folder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-judge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }

  private static func run(_ script: String, _ arguments: [String]) throws {
    let command = try Command(program: "/usr/bin/env", ["python3", oracle + script] + arguments)
    try #require(command.status == 0, "\(command.errors)")
  }

  private static func solvedAndChecked(
    _ folder: String, _ instance: String, _ options: [String] = []
  ) throws -> Command {
    let (input, result) = (folder + "/" + instance, folder + "/r.json")
    let solved = try Command(
      program: Command.engine, ["solve", input, "--out", result, "--lang", "en"] + options)
    guard solved.status == 0 else { return solved }
    return try Command(program: "/usr/bin/env", ["python3", oracle + "check.py", input, result])
  }
}
