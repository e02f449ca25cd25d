import Foundation
import Testing

@Suite("The door to the allocation engine")
struct SolveTests {
  /// Four Mondays of slots, a series of three.
  private static let instance = """
    {"format":"alloc-instance/1","name":"x","size":"tiny","seed":1,"year":2026,"days":365,
    "monthStart":[0,31,59,90,120,151,181,212,243,273,304,334,365],"scale":1000,"blackouts":[],
    "outlets":[{"id":0,"kind":"tv","name":"TV","dayCap":null,"monthCap":null}],
    "slots":[[0,0,4,1],[0,0,11,1],[0,0,18,1],[0,0,25,1]],
    "series":[{"id":0,"outlet":0,"name":"T0","quota":3,"maxPerDay":1,"from":0,"to":30,
    "weights":[10,10,10,10,10,10,10,10,10,10,10,10],"lo":[0,0,0,0,0,0,0,0,0,0,0,0],
    "hi":[5,5,5,5,5,5,5,5,5,5,5,5],"types":{"0":0},"pins":[],"source":null,"lead":0,"translator":null}],
    "translators":[],"airedUntil":0,"aired":[],"published":[]}
    """

  @Test("solve writes a result with exactly the promised keys, and a table for a person")
  func solves() throws {
    struct Result: Decodable {
      let format, instance, level, solver, status: String
      let threads: Int
      let seconds: Double
      let claim, bound: [String: Int]
      let placements: [[Int]]
    }
    try inFolder([("a.json", Self.instance)]) { folder in
      let command = try Command(
        engine: "solve", folder + "/a.json", "--out", folder + "/r.json", "--threads", "2", "--lang", "en")
      #expect(command.status == 0)
      #expect(command.errors == "")
      let data = try Data(contentsOf: URL(filePath: folder + "/r.json"))
      let result = try JSONDecoder().decode(Result.self, from: data)
      #expect(result.format == "alloc-result/1" && result.instance == "x" && result.level == "slot")
      #expect(result.solver == "lichsong 0.1.0" && result.threads == 2)
      #expect(Set(result.claim.keys) == ["L1", "L3a", "L3a_sum", "L3b", "L4", "L5"])
      #expect(Set(result.bound.keys) == Set(result.claim.keys))
      #expect(result.claim.allSatisfy { $0.value >= result.bound[$0.key, default: .max] })
      #expect(result.claim["L1"] == 3 - result.placements.count)
      let lines = command.output.split(separator: "\n").map(String.init)
      #expect(lines.first?.split(separator: " ") == ["Objective", "Value", "Bound", "Gap"])
      #expect(lines.count == 8)
      #expect(lines.last?.hasPrefix("Placed \(result.placements.count) of 3 units in 0.") == true)
    }
  }

  @Test(
    "every way of searching ends with a result, a time limit of nothing too",
    arguments: [
      ["--relax"], ["--replan", "--slack", "500"], ["--limit", "0"], ["--lang", "vi"],
    ])
  func options(options: [String]) throws {
    try inFolder([("a.json", Self.instance)]) { folder in
      let command = try Command(
        program: Command.engine, ["solve", folder + "/a.json", "--out", folder + "/r.json"] + options)
      #expect(command.status == 0)
      #expect(FileManager.default.fileExists(atPath: folder + "/r.json"))
    }
  }

  @Test("an instance with errors ends with 1, every mistake told, and no result is written")
  func wrongInstance() throws {
    let text = Self.instance.replacing("\"quota\":3", with: "\"quota\":-3").replacing(
      "\"to\":30", with: "\"to\":400")
    try inFolder([("a.json", text)]) { folder in
      let command = try Command(
        engine: "solve", folder + "/a.json", "--out", folder + "/r.json", "--lang", "en")
      #expect(command.status == 1)
      #expect(command.output == "")
      #expect(
        command.errors == """
          \(folder)/a.json:5:50: error[INSTANCE_FORMAT]: series[0].quota must be from 0 to 1000000.
            remedy: Write a number from 0 to 1000000.

          \(folder)/a.json:5:81: error[INSTANCE_FORMAT]: series[0].to must be from 0 to 364.
            remedy: Write a number from 0 to 364.

          2 errors

          """)
      #expect(!FileManager.default.fileExists(atPath: folder + "/r.json"))
    }
  }

  @Test(
    "an empty file, and one that is no JSON, end with 1 and a sentence",
    arguments: ["", "no", "\u{0}", "[[[["])
  func noInstance(text: String) throws {
    try inFolder([("a.json", text)]) { folder in
      let command = try Command(
        engine: "solve", folder + "/a.json", "--out", folder + "/r.json", "--lang", "en")
      #expect(command.status == 1)
      #expect(command.errors.contains("error[INSTANCE_FORMAT]: The file is no JSON: "))
    }
  }

  @Test("a result that cannot be written ends with 74, a wrong option with 64")
  func refusals() throws {
    try inFolder([("a.json", Self.instance)]) { folder in
      let unwritable = try Command(
        engine: "solve", folder + "/a.json", "--out", "/dev/null/r.json", "--lang", "en")
      #expect(unwritable.status == 74)
      #expect(unwritable.output == "")
      for option in [["--threads", "0"], ["--slack", "-1"], ["--limit", "-1"], ["--limit", "nan"]] {
        let command = try Command(
          program: Command.engine, ["solve", folder + "/a.json", "--out", folder + "/r.json"] + option)
        #expect(command.status == 64, "\(option)")
      }
    }
  }

  @Test("the engines are a tool of their own, and the command does not have them")
  func engineTool() throws {
    let help = try Command(engine: "--help", "--lang", "en").output
    #expect(
      help.hasSuffix(
        """
        SUBCOMMANDS:
          solve                   Solve an alloc-instance/1 problem with the allocation
                                  engine.
          match                   Match a file of placements with an as-run log by the
                                  matching engine.

          See 'lichsong-engine help <subcommand>' for detailed help.

        """))
    #expect(try Command("solve", "a.json", "--out", "r.json").status == 64)
  }

  private func inFolder(_ files: [(name: String, text: String)], _ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-solve-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    try work(folder.path)
  }
}
