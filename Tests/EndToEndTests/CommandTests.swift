import Foundation
import Testing

@Suite("The command and its exit status")
struct CommandTests {
  @Test("wrong usage ends with 64, and the mistake is told in the reader's language")
  func wrongUsage() throws {
    let vi = try Command("frob")
    #expect(vi.status == 64)
    #expect(
      vi.errors == """
        Lỗi: không có lệnh “frob”; các lệnh: new, check, publish, import, status, report, plan, allocate, move, export, adopt, reconcile, link, consolidate, close, verify, history, audit, run.

        """)
    let en = try Command("check", "--lang", "en")
    #expect(en.status == 64)
    #expect(
      en.errors == """
        Error: Missing expected argument '<plan>'
        Help:  <plan>  A plan.yaml file or its folder.

        """)
  }

  @Test("a defect of the program ends with 70 and a sentence, not with a bare signal")
  func defect() throws {
    let script = """
      folder=$(mktemp -d); mkfifo $folder/ke-hoach.yaml
      "$0" check $folder/ke-hoach.yaml & program=$!
      sleep 0.5; kill -ILL $program; wait $program; status=$?
      rm -r $folder; exit $status
      """
    let command = try Command(program: "/bin/bash", ["-c", script, Command.path])
    #expect(command.status == 70)
    #expect(command.errors.contains("Lịch Sóng has a defect and stopped; your files are as they were."))
  }

  @Test("a period that its profile does not have is wrong usage")
  func noSuchPeriod() throws {
    let command = try Command(
      "report", "schedules/tan-hong-2020", "--period", "2020-Q2", "--profile", "BNV_581", "--lang", "en")
    #expect(command.status == 64)
    #expect(
      command.errors == """
        Error: BNV_581 has no report for quarter 2 of 2020; its periods are 2020-Q1, 2020-H1, 2020-Q3, 2020.

        """)
    #expect(command.output.isEmpty)
  }

  @Test("a period outside the plan's year is wrong usage, not a report of zeros")
  func periodOfAnotherYear() throws {
    let command = try Command("report", "schedules/tan-hong-2020", "--period", "2021", "--lang", "en")
    #expect(command.status == 64)
    #expect(command.errors.hasPrefix("Error: The period “2021” has no day in 2020, the plan's year.\n"))
    #expect(command.output.isEmpty)
  }

  @Test(
    "the help is in one language",
    arguments: [
      "new", "status", "check", "allocate", "move", "publish", "export", "import", "reconcile", "link",
      "report",
      "consolidate",
      "close", "verify", "history", "audit", "run", "adopt",
    ])
  func helpIsTranslated(name: String) throws {
    let help = try Command(name, "--help").output
    for english in ["default:", "values:", "USAGE", "OVERVIEW", "OPTIONS", "ARGUMENTS", "Show "] {
      #expect(!help.contains(english), "\(english)")
    }
  }

  @Test(
    "colour is for terminals, unless NO_COLOR is set or the terminal is dumb",
    arguments: [
      (["NO_COLOR": "", "TERM": "xterm"], true), (["NO_COLOR": "1", "TERM": "xterm"], false),
      (["NO_COLOR": "", "TERM": "dumb"], false),
    ])
  func colour(environment: [String: String], isShown: Bool) throws {
    let plan = """
      plan: x
      title: X
      year: 2026
      outlets:
        tv: { name: TV, kind: television, grid: [{ id: toi, rule: FREQ=DAILY, at: "20:15", length: 15m }] }
      lines: [{ id: a, title: A, form: tin, outlet: tv, quota: 2 }]
      """
    try withFile(plan) { path in
      // What check finds goes to standard output, what allocate finds to standard error.
      for name in ["check", "allocate"] {
        let command = try Command(
          program: "/usr/bin/env", ["script", "-qec", "\(Command.path) \(name) \(path)", "/dev/null"],
          environment: environment)
        #expect(command.status == 0)
        #expect(command.output.contains("[HOLIDAY_COLLISION]"))
        #expect(command.output.contains("\u{1B}[1;33m") == isShown, "\(name)")
      }
    }
  }

  @Test("a file that cannot be read ends with 74 and one sentence")
  func unreadable() throws {
    let command = try Command("check", "/nowhere/plan.yaml", "--lang", "en")
    #expect(command.status == 74)
    #expect(
      command.errors == "Cannot read /nowhere/plan.yaml: there is no such file or folder; check the path.\n")
    #expect(command.output.isEmpty)
  }

  @Test("a folder that cannot be written ends with 74, and nothing is left half done")
  func unwritable() throws {
    let command = try Command(
      "export", "schedules/tan-hong-2020", "--out", "/dev/null/calendars", "--lang", "en")
    #expect(command.status == 74)
    #expect(
      command.errors.hasSuffix(
        "Cannot write /dev/null/calendars: a part of the path is a file, not a folder.\n"))
  }

  @Test("a plan with errors ends with 1, and nothing is scheduled from it")
  func planWithErrors() throws {
    try withFile("plan: x\ntitle: X\nyear: 2026\noutlets: {}\nlines:\n  - { id: a, titel: A, form: tin }\n") {
      path in
      let check = try Command("check", path, "--lang", "en")
      #expect(check.status == 1)
      #expect(
        check.output == """
          \(path):6:14: error[UNKNOWN_KEY]: There is no key “titel” in a line.
            6 |   - { id: a, titel: A, form: tin }
              |              ^^^^^
            remedy: Did you mean “title”? Write: title:

          1 error

          """)
      for arguments in [["allocate", path], ["export", path, "--out", path + "-out"], ["report", path]] {
        let command = try Command(program: Command.path, arguments)
        #expect(command.status == 1, "\(arguments)")
        #expect(command.output.isEmpty, "\(arguments)")
        #expect(!FileManager.default.fileExists(atPath: path + "-out"))
      }
    }
  }

  @Test("a quota without a single opening is told by every command, and none of them stops short")
  func nothingOpens() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = """
      plan: trong
      title: Kế hoạch chưa có khung giờ
      year: 2026
      outlets:
        tv: { name: Truyền hình tỉnh, kind: television }
      lines:
        - { id: tin, title: Tin, form: tin, outlet: tv, quota: 10 }
        - { id: bai, title: Bài, form: bài, outlet: tv, quota: 20 }

      """
    try Data(plan.utf8).write(to: folder.appending(path: "plan.yaml"))
    for command in ["check", "allocate", "report"] {
      let told = try Command(command, folder.path, "--lang", "en")
      #expect(told.status == 1, "\(command): \(told.errors)")
      #expect((told.output + told.errors).contains("QUOTA_WITHOUT_GRID"), "\(command)")
    }
  }

  @Test("check and audit print findings as JSON with exactly the promised keys")
  func findingsAsJSON() throws {
    struct Page: Decodable {
      struct Row: Decodable, Equatable {
        let code: String
        let severity: String
        let file: String?
        let line: Int?
        let column: Int?
        let message: String
        let remedy: String?
      }
      let findings: [Row]
    }
    let audit = try Command("audit", "schedules/nghe-an-2019/published.yaml", "--json", "--lang", "en")
    #expect(audit.status == 1)
    let page = try JSONDecoder().decode(Page.self, from: Data(audit.output.utf8))
    let errors = page.findings.filter { $0.severity == "error" }
    #expect(errors.map(\.code) == ["PCT_MISMATCH"])
    #expect(
      errors.first?.message.contains("41.34%") == true && errors.first?.message.contains("42.34%") == true)
    #expect(errors.first?.file == "schedules/nghe-an-2019/published.yaml")

    let check = try Command("check", "schedules/tan-hong-2020", "--json")
    #expect(check.status == 0)
    #expect(try !JSONDecoder().decode(Page.self, from: Data(check.output.utf8)).findings.isEmpty)
  }

  @Test("allocate prints months and placements as JSON with exactly the promised keys")
  func allocationAsJSON() throws {
    struct Page: Decodable {
      struct Months: Decodable {
        let line: String
        let counts: [Int]
      }
      struct Placement: Decodable {
        let uid, line, language, run, outlet, slot, start, end: String
        let edition: Int
      }
      let months: [Months]
      let placements: [Placement]
    }
    let command = try Command.firstAllocation(of: "lai-chau-2018")
    #expect(command.status == 0)
    let page = try JSONDecoder().decode(Page.self, from: Data(command.output.utf8))
    let sums = Dictionary(uniqueKeysWithValues: page.months.map { ($0.line, $0.counts.reduce(0, +)) })
    #expect(
      sums == ["chuyen-muc": 23, "phong-su": 96, "tin": 72, "bao-in": 100, "cong": 32, "trang": 47])
    #expect(page.months.allSatisfy { $0.counts.count == 12 })
    #expect(Set(page.placements.map(\.uid)).count == page.placements.count)
    #expect(page.placements.filter { $0.language == "hmn" }.count == 168)
  }

  @Test(
    "export makes the calendars of the plan: a moved work keeps its UID, and what is not wanted any more goes"
  )
  func exported() throws {
    let plan = """
      plan: x
      title: X
      year: 2026
      outlets:
        tv: { name: TV, kind: television, grid: [{ id: toi, dates: [2026-03-03, 2026-03-10], at: "20:15", length: 15m }] }
      lines: [{ id: a, title: A, form: tin, outlet: tv, quota: 2 }]
      """
    try withFile(plan) { path in
      let folder = path + "-out"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      func export(_ options: String...) throws -> String {
        let command = try Command(
          program: Command.path, ["export", path, "--out", folder, "--lang", "en"] + options)
        #expect(command.status == 0)
        return try String(contentsOfFile: folder + "/year.ics", encoding: .utf8)
      }
      let first = try export()
      #expect(try export("--by", "line") == first)
      #expect(FileManager.default.fileExists(atPath: folder + "/line-a.ics"))
      try Data(plan.replacing("2026-03-10", with: "2026-03-17").utf8).write(to: URL(filePath: path))
      let moved = Set(try export().split(separator: "\r\n"))
      #expect(
        moved.subtracting(first.split(separator: "\r\n")) == [
          "DTSTART;TZID=Asia/Ho_Chi_Minh:20260317T201500", "DTEND;TZID=Asia/Ho_Chi_Minh:20260317T203000",
        ])
      #expect(!FileManager.default.fileExists(atPath: folder + "/line-a.ics"))
      try Data(plan.utf8).write(to: URL(filePath: path))
      let stamped = try export("--revised", "2026-02-01T09:00")
      #expect(stamped.components(separatedBy: "\r\nDTSTAMP:20260201T020000Z\r\n").count == 3)
      #expect(try Command("check", folder + "/year.ics").status == 0)
      try FileManager.default.removeItem(atPath: folder)
      #expect(try export() == first)
      try Data("BEGIN:VCALENDAR\r\nPRODID:x\r\nEND:VCALENDAR\r\n".utf8).write(
        to: URL(filePath: folder + "/outlet-tv.ics"))
      let refused = try Command("export", path, "--out", folder, "--lang", "en")
      #expect(refused.status == 1)
      #expect(refused.errors.contains("outlet-tv.ics:1:1: error[CALENDAR_NOT_OURS]: "))
      let check = try Command("check", folder + "/outlet-tv.ics", "--lang", "en")
      #expect(check.status == 1)
      #expect(
        check.output == """
          \(folder)/outlet-tv.ics:1:1: error[CALENDAR_PROPERTY]: This VCALENDAR has no VERSION (RFC 5545 §3.6).
            remedy: Add a line VERSION.

          \(folder)/outlet-tv.ics:1:1: error[CALENDAR_SYNTAX]: The calendar has no component (RFC 5545 §3.6).
            remedy: Add a VEVENT, VTODO or VTIMEZONE at least.

          2 errors

          """)
    }
  }

  @Test("a time of revision that is none, and calendars by what there is not, are wrong usage")
  func wrongWishes() throws {
    for (option, value) in [
      ("--revised", "tomorrow"), ("--revised", "2026-02-30"), ("--by", "outlet"), ("--kept", "400"),
      ("--link", "lich.example.vn"),
    ] {
      let command = try Command("export", "schedules/tan-hong-2020", "--out", "/nowhere", option, value)
      #expect(command.status == 64, "\(option) \(value)")
    }
  }

  @Test("Lai Châu is planned from the plan's date when the user says so, and the sums stay")
  func fromThePlansDate() throws {
    let plan = try String(
      contentsOfFile: Command.root + "/schedules/lai-chau-2018/plan.yaml", encoding: .utf8)
    try withFile(plan.replacing("year: 2018\n", with: "year: 2018\nfrom: 2018-04-04\n")) { path in
      let table = try Command("allocate", path, "--lang", "en")
      #expect(table.status == 0)
      let row = table.output.split(separator: "\n").first { $0.hasPrefix("chuyen-muc") }
      let numbers = row?.split(separator: " ").compactMap { Int($0) } ?? []
      #expect(numbers.prefix(3) == [0, 0, 0] || numbers.count == 10)
      #expect(numbers.contains(23))
    }
  }

  @Test("what is printed has no colour when it does not go to a terminal")
  func noColour() throws {
    let command = try Command("check", "schedules/tan-hong-2020", environment: ["TERM": "xterm-256color"])
    #expect(!command.output.contains("\u{1B}"))
    #expect(!command.errors.contains("\u{1B}"))
  }

  private func withFile(_ text: String, _ work: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/lichsong-plan-\(UUID().uuidString).yaml"
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try work(path)
  }
}
