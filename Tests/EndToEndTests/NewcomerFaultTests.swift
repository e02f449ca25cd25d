import Foundation
import Testing

/// What people who used the command for the first time stumbled over; all data are made up.
@Suite("What newcomers stumbled over")
struct NewcomerFaultTests {
  @Test("the list for the wall says that the logs tell of what was due, not that nothing was due")
  func tasksBehind() throws {
    let station = try Station(
      plan: Station.plan.replacing("quota: 4 }", with: "quota: 4, deadlines: { approval: 2d } }"))
    defer { station.remove() }
    try station.publishFirst()
    let third = try #require(
      try station.text("calendars/year.ics").components(separatedBy: "UID:\(Station.third)\r\n").last)
    let start = try #require(third.firstMatch(of: /DTSTART;TZID=Asia\/Ho_Chi_Minh:(\d{4})(\d\d)(\d\d)T/))
      .output
    let day = "\(start.1)-\(start.2)-\(start.3)"
    func list() throws -> String {
      try station.run("report", "--layout", "tasks", "--week", day).output
    }
    #expect(try list().contains("Approve: Cải cách hành chính, no. 3"))
    try station.write(
      "as-run/tv.csv",
      "date,time,outlet,line,edition\n2026-03-06,10:00,tv,,\n2026-03-17,10:00,tv,,\n2026-03-27,10:00,tv,,\n"
        + "2026-04-08,10:00,tv,,\n2026-04-19,10:00,tv,,\n2026-04-30,20:15,tv,cm,4\n")
    let after = try list()
    #expect(
      after.contains(
        "The one piece of work due in these days belongs to a placement of which the logs tell; nothing is"
      ),
      "\(after)")
    #expect(
      try station.run("report", "--layout", "tasks", "--week", "2026-01-01").output.contains("Nothing is due")
    )
  }

  @Test("an example of a day is one of the plan's year")
  func exampleDay() throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    let again = try station.run("allocate")
    #expect(again.status == 64 && again.errors.contains("such as --from 2026-07-01."), "\(again.errors)")
  }

  @Test("next year's plan leaves out the openings that repeats of this year take in it")
  func repeatsIntoNextYear() throws {
    let station = try Station(
      plan: """
        plan: lap-2025
        title: Phát lại (số liệu minh họa)
        year: 2025
        outlets:
          dai:
            name: Đài
            kind: radio
            grid:
              - { id: sang, rule: FREQ=DAILY, at: "05:30", length: 30m }
        lines:
          - { id: tin, title: Tin, form: tin, outlet: dai, quota: 1, from: 2025-12-30, pins: [2025-12-30], repeats: { after: 3d, within: 3d, into-next-year: 5d } }

        """)
    defer { station.remove() }
    #expect(try station.publish(at: "2025-12-01T09:00").status == 0)
    let made = try Command("new", station.folder + "/2026", "--after", station.folder, "--lang", "en")
    #expect(made.status == 0, "\(made.errors)")
    let text = try station.text("2026/plan.yaml")
    #expect(
      text.contains(
        "Repeats of 2025 go out in the first days of 2026; these openings are excepted: 02/01/2026."),
      "\(text)")
    #expect(text.contains("length: 30m, except: [2026-01-02] }"), "\(text)")
  }

  @Test("a plan after one whose outlet has ended passes check, a quota of every opening put aside")
  func everyOpeningOfEndedOutlet() throws {
    let station = try Station(
      plan: """
        plan: loa-2025
        title: Loa huyện (số liệu minh họa)
        year: 2025
        outlets:
          loa:
            name: Loa huyện
            kind: loudspeakers
            valid: { to: 2025-06-30 }
            grid: [{ id: sang, rule: FREQ=DAILY, at: "05:30", length: 30m }]
          xa: { name: Loa xã, kind: loudspeakers, grid: [{ id: sang, rule: FREQ=DAILY, at: "05:30", length: 30m }] }
        lines:
          - { id: ban-tin, title: Bản tin, form: bản tin, outlet: loa, grid: [sang], quota: mọi buổi }
          - id: hoi-dap
            title: Hỏi đáp
            form: mục
            outlet: loa
            grid: [sang]
            quota: 1 mục/buổi
          - { id: xa, title: Bản tin xã, form: bản tin, outlet: xa, quota: 12 }

        """)
    defer { station.remove() }
    let made = try Command("new", station.folder + "/2026", "--after", station.folder, "--lang", "en")
    #expect(made.status == 0, "\(made.errors)")
    let check = try Command("check", station.folder + "/2026", "--lang", "en")
    #expect(check.status == 0, "\(check.output)")
    let text = try station.text("2026/plan.yaml")
    #expect(text.contains("outlet: loa, grid: [sang] } # quota: mọi buổi\n"), "\(text)")
    #expect(text.contains("    # quota: 1 mục/buổi\n"), "\(text)")
    #expect(text.contains("their quota is put aside as a comment: “Bản tin”, “Hỏi đáp”."), "\(text)")
  }
}
