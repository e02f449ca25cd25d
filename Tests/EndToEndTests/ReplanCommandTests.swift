import Foundation
import Testing

@Suite("The rest of a year, planned anew on the command line")
struct ReplanCommandTests {
  private static let folder = "schedules/lai-chau-2018"
  private static let logs = ["bao-in", "tieng-dan-toc", "trang-tin", "truyen-hinh"].map {
    "\(folder)/as-run/\($0).csv"
  }

  /// Planned anew with the published schedule and all logs of the case.
  private static func replanned(_ arguments: [String]) throws -> Command {
    let files = ["--published", "\(folder)/expected/placements.csv", "--as-run"] + logs
    return try Command(program: Command.path, ["allocate", folder] + arguments + files)
  }

  @Test("Lai Châu from July on, with its logs: what aired, what moves, what was missed, and the curve")
  func laiChau() throws {
    let command = try Self.replanned(["--from", "2018-07-01", "--slack", "0.5"])
    #expect(command.status == 0)
    try Golden.expect(command.output, at: "\(Command.root)/\(Self.folder)/replan/from-2018-07-01.txt")
    #expect(command.errors.contains("[LOG_AFTER_AS_OF]"))
  }

  @Test("the same in English, from December on")
  func english() throws {
    let command = try Self.replanned(["--from", "2018-12-01", "--lang", "en"])
    #expect(command.status == 0)
    try Golden.expect(command.output, at: "\(Command.root)/\(Self.folder)/replan/from-2018-12-01.en.txt")
  }

  private static let plan = """
    plan: x
    title: X
    year: 2026
    outlets:
      tv: { name: TV, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=TH, at: "20:15", length: 15m }] }
    lines: [{ id: a, title: A, form: tin, outlet: tv, quota: 12 }]
    """

  @Test(
    "JSON gains the re-plan with exactly the promised keys, and the table goes on as the next published one")
  func json() throws {
    struct Page: Decodable {
      struct Placement: Decodable, Equatable { let uid, start: String }
      struct Replan: Decodable {
        struct Move: Decodable, Equatable {
          let uid, from: String
          let to: String?
        }
        struct Point: Decodable, Equatable { let slack, moves, deviation, squares: Int }
        let from: String
        let slack: Int
        let moves, missed: [Move]
        let dropped: [String]
        let curve: [Point]
      }
      let placements: [Placement]
      let replan: Replan?
    }
    try inFolder { folder in
      let first = try Command("allocate", folder, "--json", "--out", folder + "/placements.csv")
      let whole = try JSONDecoder().decode(Page.self, from: Data(first.output.utf8))
      #expect(whole.replan == nil)
      // Everything due before June but the second went out.
      let due = whole.placements.filter { $0.start < "2026-06-01" }
      let rows = due.enumerated().filter { $0.offset != 1 }.map {
        "\($0.element.start.prefix(10)),tv,\($0.element.uid)\n"
      }
      try Data(("date,outlet,uid\n" + rows.joined()).utf8).write(to: URL(filePath: folder + "/log.csv"))
      let command = try Command(
        "allocate", folder, "--from", "2026-06-01", "--as-run", folder + "/log.csv", "--published",
        folder + "/placements.csv", "--slack", "1", "--json", "--out", folder + "/next.csv")
      #expect(command.status == 0)
      let page = try JSONDecoder().decode(Page.self, from: Data(command.output.utf8))
      let replan = try #require(page.replan)
      #expect(replan.from == "2026-06-01" && replan.slack == 1000)
      #expect(replan.missed.map(\.uid) == ["x.a.2.vi@lichsong"])
      #expect(replan.missed.first?.from == due[1].start)
      #expect(replan.missed.first?.to ?? "" > "2026-06-01")
      #expect(replan.moves == [] && replan.dropped == [])
      #expect(replan.curve.contains { $0.slack == 1000 && $0.moves == 0 })
      #expect(Set(page.placements.map(\.uid)) == Set(whole.placements.map(\.uid)))
      #expect(due.enumerated().allSatisfy { $0.offset == 1 || page.placements.contains($0.element) })

      let again = try Command(
        "allocate", folder, "--from", "2026-06-01", "--as-run", folder + "/log.csv", "--published",
        folder + "/next.csv", "--out", folder + "/same.csv", "--lang", "en")
      #expect(again.status == 0)
      #expect(again.output.contains("No published placement moves.\n"))
    }
  }

  @Test("without logs all that was due counts as aired, and that is said")
  func withoutLogs() throws {
    try inFolder { folder in
      let command = try Command("allocate", folder, "--from", "2026-06-01", "--lang", "en")
      #expect(command.status == 0)
      #expect(
        command.output.contains(
          "No logs are given (--as-run): all that was published for the days before 01/06/2026 counts as aired.\n"
        ))
      #expect(command.output.contains("No published placement moves.\n"))
      #expect(command.output.contains("Nothing that was due was missed.\n"))
    }
  }

  @Test("a published file that is none ends with 1, and nothing is planned from it")
  func notAPublishedSchedule() throws {
    try inFolder { folder in
      let command = try Command(
        "allocate", folder, "--from", "2026-06-01", "--published", folder + "/plan.yaml", "--lang", "en")
      #expect(command.status == 1)
      #expect(command.output.isEmpty)
      #expect(command.errors.contains("[PUBLISHED_ROW_BROKEN]"))
    }
  }

  @Test(
    "wrong use ends with 64 and says what to do",
    arguments: [
      (["--slack", "0.5"], "--slack belongs to a re-plan; add --from"),
      (["--as-run", "x.csv"], "--as-run belongs to a re-plan; add --from"),
      (["--published", "x.csv"], "--published belongs to a re-plan; add --from"),
      (
        ["--from", "2027-01-01"],
        "--from 2027-01-01 lies outside the plan; take a day from 2026-01-01 to 2026-12-31."
      ),
      (["--from", "1/6/2026"], "“1/6/2026” is not a day; write 2018-07-01."),
      (["--from", "2026-06-01", "--slack", "-1"], "--slack"),
    ])
  func wrongUse(arguments: [String], says: String) throws {
    try inFolder { folder in
      let command = try Command(program: Command.path, ["allocate", folder, "--lang", "en"] + arguments)
      #expect(command.status == 64)
      #expect(command.errors.contains(says), "\(command.errors)")
      #expect(command.output.isEmpty)
    }
  }

  /// Works in a folder that has the small plan.
  private func inFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/lichsong-replan-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(Self.plan.utf8).write(to: URL(filePath: folder + "/plan.yaml"))
    try work(folder)
  }
}
