import Foundation
import Testing

@Suite("The rest of a year, planned anew on the command line")
struct ReplanCommandTests {
  private static let expected = "\(Command.root)/schedules/lai-chau-2018"

  /// A copy of the case, planned anew on trial with a table and all logs named, which makes no draft.
  private static func replanned(_ arguments: [String]) throws -> Command {
    let folder = FileManager.default.temporaryDirectory.path + "/lichsong-lai-chau-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: expected, toPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let logs = ["bao-in", "tieng-dan-toc", "trang-tin", "truyen-hinh"].map { "\(folder)/as-run/\($0).csv" }
    let files = ["--published", "\(folder)/expected/placements.csv", "--as-run"] + logs
    let command = try Command(program: Command.path, ["allocate", folder] + arguments + files)
    #expect(!FileManager.default.fileExists(atPath: folder + "/draft.csv"))
    return command
  }

  @Test("Lai Châu from July on, with its logs: what aired, what moves, what was missed, and the curve")
  func laiChau() throws {
    let command = try Self.replanned(["--from", "2018-07-01", "--slack", "0.5"])
    #expect(command.status == 0)
    try Golden.expect(command.output, at: "\(Self.expected)/replan/from-2018-07-01.txt")
    #expect(command.errors.contains("[LOG_AFTER_AS_OF]"))
  }

  @Test("a work whose first run was missed and whose repeat aired counts once, and is not planned again")
  func repeated() throws {
    let station = try Station(
      plan: """
        plan: lap
        title: Phát lại (số liệu minh họa)
        year: 2026
        outlets:
          dai: { name: Đài, kind: radio, grid: [{ id: hai, rule: FREQ=WEEKLY;BYDAY=MO, at: "18:00" }, { id: bay, rule: FREQ=WEEKLY;BYDAY=SA, at: "06:00" }] }
        lines:
          - { id: cm, title: Chuyên mục, form: chuyên mục, outlet: dai, grid: [hai], quota: 50, repeats: { after: 5d, within: 5d, grid: [bay] } }

        """)
    defer { station.remove() }
    try station.publishFirst()
    try station.write(
      "as-run/a.csv",
      "date,time,outlet,line,edition\n2026-01-10,06:00,dai,cm,1\n2026-01-12,18:00,dai,cm,2\n2026-01-17,06:00,dai,cm,2\n"
    )
    let status = try station.run("status", "--at", "2026-01-18T09:00").output
    #expect(
      status.contains("No line is behind its schedule (1 line).\n") && !status.contains("MISSED"), "\(status)"
    )
    let replan = try station.run("allocate", "--from", "2026-01-18")
    #expect(replan.status == 0 && !replan.output.contains("due and missed"), "\(replan.output)")
  }

  @Test("the same in English, from December on")
  func english() throws {
    let command = try Self.replanned(["--from", "2018-12-01", "--lang", "en"])
    #expect(command.status == 0)
    try Golden.expect(command.output, at: "\(Self.expected)/replan/from-2018-12-01.en.txt")
  }

  private static let plan = """
    plan: x
    title: X
    year: 2026
    outlets:
      tv: { name: TV, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=TH, at: "20:15", length: 15m }] }
    lines: [{ id: a, title: A, form: tin, outlet: tv, quota: 12 }]
    """

  private struct Page: Decodable {
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

    init(_ command: Command) throws {
      self = try JSONDecoder().decode(Page.self, from: Data(command.output.utf8))
    }
  }

  /// What the small plan has before June, and a log of it in which the second work is missing.
  private func log(of whole: Page, in folder: String) throws -> (due: [Page.Placement], file: String) {
    let due = whole.placements.filter { $0.start < "2026-06-01" }
    let rows = due.enumerated().filter { $0.offset != 1 }.map {
      "\($0.element.start.prefix(10)),tv,\($0.element.uid)\n"
    }
    try Data(("date,outlet,uid\n" + rows.joined()).utf8).write(to: URL(filePath: folder + "/log.csv"))
    return (due, folder + "/log.csv")
  }

  @Test("JSON gains the re-plan with exactly the promised keys; what was missed stays, and is planned again")
  func json() throws {
    try inFolder { folder in
      let whole = try Page(Command("allocate", folder, "--json", "--out", folder + "/placements.csv"))
      #expect(whole.replan == nil)
      let (due, log) = try log(of: whole, in: folder)
      let command = try Command(
        "allocate", folder, "--from", "2026-06-01", "--as-run", log, "--published",
        folder + "/placements.csv",
        "--slack", "1", "--json")
      #expect(command.status == 0)
      let page = try Page(command)
      let replan = try #require(page.replan)
      #expect(replan.from == "2026-06-01" && replan.slack == 1000)
      #expect(replan.missed.map(\.uid) == ["x.a.2.vi@lichsong"])
      #expect(replan.missed.first?.from == due[1].start)
      #expect(replan.missed.first?.to ?? "" > "2026-06-01")
      #expect(replan.moves == [] && replan.dropped == [])
      #expect(replan.curve.contains { $0.slack == 1000 && $0.moves == 0 })
      let again = page.placements.filter { !whole.placements.contains($0) }
      #expect(again.map(\.uid) == ["x.a.2.vi.again.2@lichsong"])
      #expect(again.first?.start == replan.missed.first?.to)
      #expect(whole.placements.allSatisfy(page.placements.contains), "all others stay, the miss too")
    }
  }

  @Test("the draft of a re-plan, once published, is what the next re-plan goes on from")
  func goesOn() throws {
    try inFolder { folder in
      func publish(at time: String) throws -> Command {
        try Command("publish", folder, "--by", "An", "--at", time, "--lang", "en")
      }
      let whole = try Page(Command("allocate", folder, "--json"))
      #expect(try publish(at: "2026-01-05T09:00").status == 0)
      let (_, log) = try log(of: whole, in: folder)
      #expect(try Command("import", folder, log, "--by", "An", "--at", "2026-06-01T08:00").status == 0)
      let unasked = try Command("allocate", folder, "--lang", "en")
      #expect(unasked.status == 64)
      #expect(
        unasked.errors
          == "Error: The schedule of this year is published. To see it, add --month 7, or --out FILE.csv. To plan the "
          + "rest anew, add --from and its first day, such as --from 2026-07-01.\n")

      let first = try Command("allocate", folder, "--from", "2026-06-01", "--lang", "en")
      #expect(first.status == 0)
      #expect(first.output.contains("Placements that were due and missed, and where they go now: 1.\n"))
      #expect(
        first.errors.hasSuffix(
          "Draft: \(folder)/draft.csv. Look at it, edit it if need be, then publish: lichsong publish PLAN --by \"NAME\".\n"
        ))
      let published = try publish(at: "2026-06-01T09:00")
      #expect(
        published.output.hasPrefix(
          "Published: 1 added, 0 moved, 0 withdrawn, 5 updated; 13 placements in all. "))
      #expect(!FileManager.default.fileExists(atPath: folder + "/draft.csv"))

      let second = try Command("allocate", folder, "--from", "2026-06-01", "--lang", "en")
      #expect(second.status == 0)
      #expect(second.output.contains("No published placement moves.\n"))
      #expect(second.output.contains("Nothing that was due was missed.\n"))
      #expect(
        try publish(at: "2026-06-01T10:00").output
          == "Everything is published already; the Book stays as it is.\n")
    }
  }

  @Test("without logs nothing is known of what was due: it stays, and is called neither aired nor missed")
  func withoutLogs() throws {
    try inFolder { folder in
      let command = try Command("allocate", folder, "--from", "2026-06-01", "--lang", "en")
      #expect(command.status == 0)
      #expect(
        command.output.contains(
          "The published schedule has 12 placements. There is no log: what aired before 01/06/2026 is not known, and "
            + "stays as published.\n"))
      #expect(command.output.contains("Without a log it is not known whether anything was missed.\n"))
      #expect(
        !command.output.contains("OUTLET_WITHOUT_LOG") && !command.errors.contains("OUTLET_WITHOUT_LOG"))
      #expect(command.output.contains("No published placement moves.\n"))
    }
  }

  @Test("what no log tells of yet is counted by outlet, stays where it is, and is planned no second time")
  func notLogged() throws {
    try inFolder { folder in
      let plan = Self.plan.replacing(
        "lines: [", with: "lines: [{ id: b, title: B, form: tin, outlet: bao, quota: 12 }, "
      )
      .replacing(
        "outlets:\n",
        with:
          "outlets:\n  bao: { name: Báo, kind: newspaper, grid: [{ id: so, rule: FREQ=WEEKLY;BYDAY=MO }] }\n")
      try Data(plan.utf8).write(to: URL(filePath: folder + "/plan.yaml"))
      let whole = try Page(Command("allocate", folder, "--json"))
      #expect(try Command("publish", folder, "--by", "An", "--at", "2026-01-01T09:00").status == 0)
      // The television's log has all of January to March but the second work; the newspaper sent nothing.
      let due = whole.placements.filter { $0.start < "2026-04-01" && $0.uid.hasPrefix("x.a.") }
      let rows = due.filter { $0.uid != "x.a.2.vi@lichsong" }.map { "\($0.start.prefix(10)),tv,\($0.uid)\n" }
      try Data(("date,outlet,uid\n" + rows.joined()).utf8).write(to: URL(filePath: folder + "/log.csv"))
      #expect(
        try Command("import", folder, folder + "/log.csv", "--by", "An", "--at", "2026-06-01T08:00").status
          == 0)
      let last = try #require(due.last?.start.prefix(10))
      let unknown = whole.placements.filter { $0.start < "2026-06-01" }
      let onTelevision = unknown.filter { $0.uid.hasPrefix("x.a.") && $0.start.prefix(10) > last }.count
      let inPrint = unknown.count { $0.uid.hasPrefix("x.b.") }

      let command = try Command("allocate", folder, "--from", "2026-06-01", "--lang", "en")
      #expect(command.status == 0)
      let day = last.split(separator: "-").reversed().joined(separator: "/")
      for line in [
        "by the logs, \(rows.count) aired before 01/06/2026.\n",
        "Placements before 01/06/2026 of which no log tells yet: \(onTelevision + inPrint); they stay as published, "
          + "neither aired nor missed.\n",
        "  Báo: \(inPrint); no log\n", "  TV: \(onTelevision); its logs end on \(day)\n",
        "Placements that were due and missed, and where they go now: 1.\n",
      ] { #expect(command.output.contains(line), "\(line)\(command.output)") }
      let draft = try String(contentsOfFile: folder + "/draft.csv", encoding: .utf8)
      #expect(draft.split(separator: "\r\n").count { $0.contains(".again.") } == 1)
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
      #expect(!FileManager.default.fileExists(atPath: folder + "/draft.csv"))
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
