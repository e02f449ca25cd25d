import Foundation
import ScheduleModel
import TestSupport
import Testing

/// Stations whose year is not the calendar's, from the plan to the closed period.
@Suite("A broadcasting year from July to June, one from 15 December, and one of three years")
struct OtherYearStoryTests {
  private static let july = """
    plan: nam-phat-song
    title: Năm phát sóng 2026–2027 (số liệu minh họa)
    year: 2026
    from: 2026-07-01
    to: 2027-06-30
    outlets:
      tv: { name: Truyền hình tỉnh, kind: television, per-month: { 2: 3 },
        grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=FR, at: "20:15", length: 30m, in-blackout: drop }] }
    blackouts: [{ name: Tết, from: 2027-02-05, to: 2027-02-11 }]
    lines:
      - { id: cm, title: Cải cách hành chính, form: chuyên mục, outlet: tv, quota: 24 kỳ, length: 15m,
          weights: { 7: 2 }, months: { 2027-06: 3.. }, pins: [2027-05-14],
          counts: [{ count: works, floor: 5, every: quarter }] }
      - { id: gio, title: Ca nhạc, form: chương trình, outlet: tv, quota: 5 giờ, length: 15m, part-of: none }

    """
  private static let log = """
    date,time,outlet,line,edition,minutes
    2026-07-03,20:15,tv,cm,1,15
    2026-07-10,20:15,tv,cm,2,15
    2027-01-08,20:15,tv,cm,14,15
    2027-07-20,20:15,tv,cm,99,15

    """

  private struct Report: Decodable {
    let period: Period
    let monthNames: [String]
    let lines: [Line]

    struct Period: Decodable {
      let name: String
      let from: String
      let to: String
      let profile: String
    }

    struct Line: Decodable {
      let line: String
      let planned: Int?
      let aired: Int?
      let months: [Month]
    }

    struct Month: Decodable {
      let scheduled: Int
      let aired: Int?
    }
  }

  private struct Allocation: Decodable {
    let monthNames: [String]
    let months: [Months]

    struct Months: Decodable {
      let line: String
      let counts: [Int]
    }
  }

  private func report(_ station: Station, _ period: String...) throws -> Report {
    let command = try Command(
      program: Command.path,
      ["report", station.folder, "--format", "json"] + (period.isEmpty ? [] : ["--period"] + period))
    return try JSONDecoder().decode(Report.self, from: Data(command.output.utf8))
  }

  @Test("July to June: checked, allocated, published, logged, reported, exported, closed, and planned anew")
  func july() throws {
    let station = try Station(plan: Self.july)
    defer { station.remove() }
    #expect(try station.run("check").status == 0)

    let allocated = try JSONDecoder().decode(
      Allocation.self, from: Data(station.run("allocate", "--json").output.utf8))
    #expect(allocated.monthNames.first == "2026-07" && allocated.monthNames.last == "2027-06")
    #expect(allocated.months.map { $0.counts.reduce(0, +) } == [24, 20])
    #expect(allocated.months.map(\.counts.count) == [12, 12])
    #expect(allocated.months[0].counts[0] > 2 && allocated.months[0].counts[11] >= 3)
    #expect(allocated.months.reduce(0) { $0 + $1.counts[7] } <= 3)
    let table = try station.run("allocate", language: "vi").output
    #expect(table.hasPrefix("PHÂN BỔ THEO THÁNG, 07/2026 – 06/2027\n"))
    #expect(table.contains("T7  T8  T9  T10  T11  T12  T1  T2  T3  T4  T5  T6"))

    let published = try station.publish(at: "2026-06-20T09:00")
    #expect(published.status == 0, "\(published.errors)")
    try station.write("log.csv", Self.log)
    let imported = try station.run(
      "import", station.folder + "/log.csv", "--by", "An", "--at", "2027-02-01T09:00")
    #expect(imported.output.contains("3 new") || imported.output.contains("new 3"), "\(imported.output)")
    #expect(
      (imported.output + imported.errors).contains(
        "2027-07-20 lies outside the plan's months (2026-07 – 2027-06); the row is left out."))

    let year = try report(station)
    #expect(year.period.name == "2026" && year.period.profile == "PLAN_YEAR")
    #expect(year.period.from == "2026-07-01" && year.period.to == "2027-07-01")
    #expect(year.monthNames == allocated.monthNames)
    let line = try #require(year.lines.first)
    #expect(line.planned == 24 && line.aired == 3)
    #expect(line.months.map(\.scheduled) == allocated.months[0].counts)
    #expect(line.months.map { $0.aired ?? 0 } == [2, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
    #expect(try report(station, "2026-Q3").period.from == "2027-01-01")
    #expect(try report(station, "2027-01").lines.first?.aired == 1)
    let told = try station.run("report", "--period", "2026-Q1", language: "vi").output
    #expect(
      told.contains(
        "Kỳ báo cáo: quý I năm kế hoạch 2026–2027, từ ngày 01/07/2026 đến hết ngày 30/09/2026\n"))
    #expect(told.contains("Quý III (01/01/2027–31/03/2027)"))
    #expect(
      try station.run("report", "--period", "2026-06").errors.contains(
        "The period “2026-06” has no day in the plan's months (2026-07 – 2027-06)."))
    for format in ["html", "docx", "xlsx", "csv"] {
      let made = try station.run("report", "--format", format, "--out", station.folder + "/r.\(format)")
      #expect(made.status == 0, "\(format): \(made.errors)")
    }

    #expect(try station.run("export", "--out", station.folder + "/out").status == 0)
    let calendar = try station.text("out/outlet-tv.ics")
    #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 45)
    #expect(calendar.contains("UID:nam-phat-song.cm.14.vi@lichsong"))

    let closed = try station.run("close", "--period", "2026-H1", "--by", "An", "--at", "2027-02-01T10:00")
    #expect(closed.status == 0, "\(closed.errors)")
    #expect(try station.run("verify").output.contains("2026-H1 (PLAN_YEAR)"))

    let replanned = try station.run("allocate", "--from", "2027-02-01", "--json")
    let rest = try JSONDecoder().decode(Allocation.self, from: Data(replanned.output.utf8))
    #expect(rest.monthNames == allocated.monthNames)
    #expect(rest.months[0].counts.count == 12)
    #expect(
      try station.run("allocate", "--from", "2027-02-01", language: "vi").output.hasPrefix(
        "XẾP LẠI PHẦN CÒN LẠI CỦA KẾ HOẠCH TỪ NGÀY 01/02/2027\n"))
  }

  @Test("three years: each year is reported, and floors of a year hold in each")
  func threeYears() throws {
    let station = try Station(
      plan: """
        plan: ba-nam
        title: Giai đoạn 2026–2028 (số liệu minh họa)
        year: 2026
        from: 2026-01-01
        to: 2028-12-31
        outlets:
          bao: { name: Báo tỉnh, kind: newspaper, grid: [{ id: so, rule: FREQ=WEEKLY;BYDAY=MO }] }
        lines:
          - { id: tin, title: Tin, form: tin, outlet: bao, quota: 72 tin, months: { 2027-02: 1 },
              counts: [{ count: works, floor: 20, every: year }] }

        """)
    defer { station.remove() }
    let issues = stride(from: CivilDay.of("2026-01-19"), to: CivilDay.of("2028-12-25"), by: 7).map {
      "\($0),bao,,\n"
    }.joined()
    try station.write(
      "as-run/log.csv",
      "date,outlet,line,edition\n2026-01-12,bao,tin,1\n\(issues)2028-12-25,bao,tin,72\n")
    let allocated = try JSONDecoder().decode(
      Allocation.self, from: Data(station.run("allocate", "--json").output.utf8))
    #expect(allocated.monthNames.count == 36 && allocated.months[0].counts.reduce(0, +) == 72)
    #expect(allocated.months[0].counts[13] == 1)
    #expect(try report(station).period.name == "2026-2028")
    let middle = try report(station, "2027").period
    #expect(middle.from == "2027-01-01" && middle.to == "2028-01-01")
    let text = try station.run("report", "--period", "2028-Q4", language: "vi").output
    #expect(
      text.replacing("\n", with: " ").contains(
        "(tác phẩm, cả năm): 2 trên 2 kỳ đã hết không đạt mức tối thiểu; thiếu nhiều nhất là "))
    #expect(text.contains("T12/28"))
  }

  @Test("from 15 December: what lies before the year is scheduled, and counts for its reports")
  func december() throws {
    let station = try Station(
      plan: """
        plan: tu-15-12
        title: Năm số liệu 2026 (số liệu minh họa)
        year: 2026
        from: 2025-12-15
        to: 2026-12-31
        outlets:
          bao: { name: Báo tỉnh, kind: newspaper, grid: [{ id: so, rule: FREQ=WEEKLY;BYDAY=MO }] }
        lines:
          - { id: tin, title: Tin, form: tin, outlet: bao, quota: 26 tin, months: { 2025-12: 2.. } }

        """)
    defer { station.remove() }
    try station.write(
      "as-run/log.csv", "date,outlet,line,edition\n2025-12-15,bao,tin,1\n2025-12-29,bao,tin,2\n")
    let allocated = try JSONDecoder().decode(
      Allocation.self, from: Data(station.run("allocate", "--json").output.utf8))
    #expect(allocated.monthNames.first == "2025-12" && allocated.monthNames.count == 13)
    #expect(allocated.months[0].counts[0] >= 2)
    let decree = try Command(
      program: Command.path,
      ["report", station.folder, "--format", "json", "--profile", "ND09_2019", "--period", "2026-01"])
    let january = try JSONDecoder().decode(Report.self, from: Data(decree.output.utf8))
    #expect(january.period.from == "2025-12-15" && january.lines.first?.aired == 2)
    #expect(january.lines.first?.planned == 26)
  }
}
