import Foundation
import Testing

@Suite("A station's calendar becomes part of a plan")
struct AdoptTests {
  private static let calendar = """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Google Inc//Google Calendar 70.9054//EN
    BEGIN:VEVENT
    DTSTART;TZID=Asia/Ho_Chi_Minh:20251204T201500
    DTEND;TZID=Asia/Ho_Chi_Minh:20251204T203000
    RRULE:FREQ=WEEKLY;BYDAY=TH
    EXDATE;TZID=Asia/Ho_Chi_Minh:20260219T201500
    UID:a1@google.com
    SUMMARY:Chuyên mục: “Cải cách” # 1
    END:VEVENT
    BEGIN:VEVENT
    DTSTART;TZID=SE Asia Standard Time:20260514T193000
    DTEND;TZID=SE Asia Standard Time:20260514T194500
    RECURRENCE-ID;TZID=SE Asia Standard Time:20260514T201500
    UID:a1@google.com
    SUMMARY:Chuyên mục: “Cải cách” # 1
    END:VEVENT
    BEGIN:VEVENT
    DTSTART;VALUE=DATE:20260214
    DTEND;VALUE=DATE:20260221
    UID:tet
    SUMMARY:Tết
    END:VEVENT
    BEGIN:VEVENT
    DTSTART:20260604T131500Z
    DTEND:20260604T132000Z
    UID:one
    SUMMARY:Phóng sự – số đặc biệt
    END:VEVENT
    END:VCALENDAR

    """

  private static let plan = """
    plan: x
    title: X
    year: 2026
    outlets:
      tv:
        name: TV
        kind: television
        grid:
          - { id: sang, rule: FREQ=DAILY, at: "06:00", length: 15m }
          - { id: toi, rule: FREQ=DAILY, at: "20:15", length: 15m }
    lines:
      - { id: a, title: Phóng sự, form: phóng sự, outlet: tv, quota: 2 }

    """

  /// A folder with the calendar and the plan.
  private func withFiles(_ work: (_ calendar: String, _ plan: String, _ folder: String) throws -> Void) throws
  {
    let folder = FileManager.default.temporaryDirectory.path + "/lichsong-adopt-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let calendar = Self.calendar.replacing("\n", with: "\r\n")
    try Data(calendar.utf8).write(to: URL(filePath: folder + "/lich.ics"))
    try Data(Self.plan.utf8).write(to: URL(filePath: folder + "/plan.yaml"))
    try work(folder + "/lich.ics", folder + "/plan.yaml", folder)
  }

  /// What `check` finds wrong in a plan.
  private func errors(_ text: String, _ folder: String) throws -> [String] {
    let path = folder + "/merged.yaml"
    try Data(text.utf8).write(to: URL(filePath: path))
    let check = try Command("check", path, "--lang", "en")
    return check.output.split(separator: "\n").filter { $0.contains(": error[") }.map(String.init)
  }

  @Test("grid lines can be put into the plan as they are printed")
  func grid() throws {
    try withFiles { calendar, plan, folder in
      let run = try Command(
        "adopt", calendar, "--as", "grid", "--outlet", "tv", "--year", "2026", "--lang", "en")
      #expect(run.status == 1, "Tết is no opening")
      #expect(run.errors.contains("\(calendar):19:1: error[CALENDAR_NOT_EXPRESSIBLE]: “Tết” lasts 7 days"))
      #expect(
        run.output == """
          outlets:
            tv:
              grid:
                # Chuyên mục: “Cải cách” # 1
                - id: chuyen-muc-cai-cach-1
                  rule: FREQ=WEEKLY;BYDAY=TH
                  except:
                  - 2026-02-19
                  - 2026-05-14
                  at: "20:15"
                  length: 15m
                # Chuyên mục: “Cải cách” # 1
                - id: chuyen-muc-cai-cach-1-2
                  dates:
                  - 2026-05-14
                  at: "19:30"
                  length: 15m
                # Phóng sự – số đặc biệt
                - id: phong-su-so-dac-biet
                  dates:
                  - 2026-06-04
                  at: "20:15"
                  length: 5m

          """)
      let head = "plan: x\ntitle: X\nyear: 2026\n"
      let named = run.output.replacing("  tv:\n", with: "  tv:\n    name: TV\n    kind: television\n")
      let lines = "lines:\n  - { id: a, form: tin, outlet: tv, quota: 50 }\n"
      #expect(try errors(head + named + lines, folder) == [])
    }
  }

  @Test("days off and pins too; with the plan, the calendar is held against its lines and openings")
  func blackoutsAndPins() throws {
    try withFiles { calendar, plan, folder in
      let out = folder + "/part.yaml"
      let off = try Command(
        "adopt", calendar, "--as", "blackouts", "--outlet", "tv", "--plan", plan, "--out", out, "--lang",
        "en")
      #expect(off.status == 0)
      #expect(off.output == "")
      #expect(off.errors.contains("Busy hours meet the grid line “toi” but not all of the day: "))
      let blackouts = try String(contentsOfFile: out, encoding: .utf8)
      #expect(
        blackouts.hasPrefix(
          "blackouts:\n  - name: Tết\n    from: 2026-02-14\n    to: 2026-02-20\n    outlets:\n    - tv\n"))
      #expect(try errors(Self.plan + blackouts, folder) == [])

      let pins = try Command("adopt", calendar, "--as", "pins", "--plan", plan, "--lang", "en")
      #expect(
        pins.output == """
          lines:
            # Phóng sự
            - id: a
              pins:
              - on: 2026-06-04
                grid: toi

          """)
      #expect(pins.errors.contains("warning[CALENDAR_UNMATCHED]: “Tết” is neither title nor id of a line"))
      let pinned = Self.plan.replacing(
        "quota: 2 }", with: "quota: 2, pins: [{ on: 2026-06-04, grid: toi }] }")
      #expect(try errors(pinned, folder) == [])
    }
  }

  @Test(
    "days that are marked as free close when that is asked for; busy times and the older form are known by name"
  )
  func freeDaysAndOtherForms() throws {
    try withFiles { _, _, folder in
      func write(_ name: String, _ lines: String, version: String = "2.0") throws -> String {
        let text = "BEGIN:VCALENDAR\nVERSION:\(version)\nPRODID:-//Lich nghi//VI\n\(lines)\nEND:VCALENDAR\n"
        try Data(text.replacing("\n", with: "\r\n").utf8).write(to: URL(filePath: folder + "/" + name))
        return folder + "/" + name
      }
      let holidays = try write(
        "nghi.ics",
        "BEGIN:VEVENT\nUID:q\nDTSTAMP:20260101T000000Z\nDTSTART;VALUE=DATE:20260902\nSUMMARY:Quốc khánh\n"
          + "TRANSP:TRANSPARENT\nEND:VEVENT")
      let asked = try Command("adopt", holidays, "--as", "blackouts", "--year", "2026", "--lang", "en")
      #expect(asked.output == "")
      #expect(asked.errors.contains("remedy: If they are days off, add --close-free-days."))
      let closed = try Command(
        "adopt", holidays, "--as", "blackouts", "--year", "2026", "--close-free-days", "--lang", "en")
      #expect(
        closed.output == "blackouts:\n  - name: Quốc khánh\n    from: 2026-09-02\n    to: 2026-09-02\n")
      #expect(try Command("adopt", holidays, "--as", "pins", "--plan", "x", "--close-free-days").status == 64)

      let busy = try write("ban.ifb", "BEGIN:VFREEBUSY\nUID:b\nFREEBUSY:20260902T010000Z/PT1H\nEND:VFREEBUSY")
      let check = try Command("check", busy, "--lang", "en")
      #expect(check.output.contains("ban.ifb:4:1: error[CALENDAR_PROPERTY]: This VFREEBUSY has no DTSTAMP"))
      let old = try write("cu.vcs", "BEGIN:VEVENT\nDALARM:x\nEND:VEVENT", version: "1.0")
      let refused = try Command("check", old, "--lang", "en")
      #expect(refused.status == 1)
      #expect(refused.output.contains("The file is vCalendar 1.0 (.vcs, of 1996), not iCalendar"))
    }
  }

  @Test("scripts get JSON with the parts and the findings")
  func json() throws {
    struct Page: Decodable {
      struct Grid: Decodable {
        let id, title: String
        let line: Int
        let rule, at, from, to: String?
        let except: [String]
        let dates: [String]?
        let minutes: Int?
      }
      struct Row: Decodable { let code: String }
      let grid: [Grid]
      let blackouts, pins: [Row]
      let findings: [Row]
    }
    try withFiles { calendar, _, _ in
      let run = try Command("adopt", calendar, "--as", "grid", "--outlet", "tv", "--year", "2026", "--json")
      let page = try JSONDecoder().decode(Page.self, from: Data(run.output.utf8))
      #expect(page.grid.map(\.line) == [4, 4, 25])
      #expect(page.grid.first?.except == ["2026-02-19", "2026-05-14"])
      #expect(page.findings.map(\.code) == ["CALENDAR_ZONE", "CALENDAR_NOT_EXPRESSIBLE", "CALENDAR_OVERLAP"])
    }
  }

  @Test("wrong wishes are wrong usage; what is no file, or no calendar, is told")
  func wrongUse() throws {
    try withFiles { calendar, plan, _ in
      for wrong in [
        [calendar, "--as", "grid", "--year", "2026"], [calendar, "--as", "pins", "--year", "2026"],
        [calendar, "--as", "blackouts"], [calendar, "--as", "blackouts", "--plan", plan, "--year", "2026"],
        [calendar, "--as", "grid", "--plan", plan, "--outlet", "radio"],
        [calendar, "--as", "grid", "--year", "2026", "--outlet", "a: b"],
      ] {
        #expect(try Command(program: Command.path, ["adopt"] + wrong).status == 64, "\(wrong)")
      }
      let gone = try Command("adopt", "/nowhere.ics", "--as", "blackouts", "--year", "2026", "--lang", "en")
      #expect(gone.status == 74)
      #expect(gone.errors == "Cannot read /nowhere.ics: there is no such file or folder; check the path.\n")
      let none = try Command("adopt", plan, "--as", "blackouts", "--year", "2026", "--lang", "en")
      #expect(none.status == 1)
      #expect(
        none.errors.contains("error[CALENDAR_SYNTAX]: The file has no calendar: there is no BEGIN:VCALENDAR.")
      )
      #expect(try Command("read-calendar", "x").status == 64)
    }
  }
}
