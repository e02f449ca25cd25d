import Foundation
import Testing

/// A district station that ended in the middle of a month: what it owes, by the logs.
@Suite("Floors and ceilings where plan, line, outlet and unit are")
struct FloorWindowTests {
  private static let plan = """
    plan: dai-huyen
    title: Kế hoạch truyền thanh huyện (số liệu minh họa)
    year: 2025
    blackouts: [{ name: Tết, from: 2025-01-28, to: 2025-02-03 }]
    units:
      dai: { name: Trung tâm Văn hóa huyện, level: district, valid: { to: 2025-06-15 } }
    outlets:
      loa: { name: Đài huyện, kind: loudspeakers, owner: dai, per-day: 2, minutes-per-day: 45m,
        grid: [{ id: sang, rule: FREQ=DAILY, at: "05:30", length: 30m, to: 2025-06-15 }] }
    lines:
      - id: tin
        title: Bản tin huyện
        form: bản tin
        outlet: loa
        to: 2025-06-15
        counts:
          - { count: works, floor: 4, ceiling: 7, every: month }
          - { count: placements, ceiling: 1, every: day }
          - { count: minutes, floor: 20, every: quarter, between: 05:30-06:00 }

    """

  private func reported(_ log: String, _ arguments: String...) throws -> String {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.write("as-run/log.csv", "date,time,outlet,line,minutes\n" + log)
    let command = try Command(
      program: Command.path, ["report", station.folder, "--period", "2025-Q3"] + arguments)
    #expect(command.status == 0)
    return command.output.replacing(station.folder + "/", with: "")
  }

  /// The rows of the logs of months with as many days.
  private func rows(_ days: [(month: Int, days: [Int])]) -> String {
    days.flatMap { month in
      month.days.map { "2025-0\(month.month)-\($0 < 10 ? "0" : "")\($0),05:30,loa,tin,15\n" }
    }.joined()
  }

  @Test("a station that ended on 15 June owes two of four in June and nothing in July")
  func ended() throws {
    let log = rows((1...5).map { ($0, [6, 12, 18, 24]) } + [(6, [2, 9])]) + "2025-09-30,05:30,loa,,\n"
    let text = try reported(log, "--explain", "tin", "--lang", "en")
    #expect(
      text.contains(
        """
        01/05/2025–31/05/2025        4             0      4        7  kept
        01/06/2025–30/06/2025        2             0      2        4  kept (by 15 of 30 days)

        """))
    #expect(!text.contains("01/07/2025"))
    let vietnamese = try reported(log, "--explain", "tin", "--lang", "vi")
    #expect(vietnamese.contains("01/06/2025–30/06/2025"))
    #expect(vietnamese.contains("đạt (tính theo 15 trên 30 ngày)"))
    #expect(try !reported(log).contains("FLOOR_MISSED"))
  }

  @Test("a month in which nothing is owed is no month that was kept, also when something went out in it")
  func notOwed() throws {
    let log =
      rows((1...5).map { ($0, [6, 12, 18, 24]) } + [(6, [2, 9]), (7, [8])]) + "2025-09-30,05:30,loa,,\n"
    let text = try reported(log, "--lang", "en")
    let row = try #require(text.split(separator: "\n").first { $0.contains("works; each work once") })
    #expect(
      row
        == "1    works; each work once, at its first run; at            22           6/6  01/06/2025–30/06/2025: 2, kept (by  1 outside the days counted"
    )
  }

  @Test("what is missed in the part of a month is told with the days that count")
  func missed() throws {
    let log = rows((1...5).map { ($0, [6, 12, 18, 24]) } + [(6, [2])]) + "2025-09-30,05:30,loa,,\n"
    #expect(
      try findings("FLOOR_MISSED", log, "en")
        == [
          "“Bản tin huyện” (works, each month): 1 of 6 periods is below the floor; 01/06/2025–30/06/2025 "
            + "(by 15 of 30 days) lacks most: 1 work of 2."
        ])
    #expect(
      try findings("FLOOR_MISSED", log, "vi")
        == [
          "“Bản tin huyện” (tác phẩm, mỗi tháng): 1 trên 6 kỳ không đạt mức tối thiểu; thiếu "
            + "nhiều nhất là 01/06/2025–30/06/2025 (tính theo 15 trên 30 ngày): 1 tác phẩm trên 2."
        ])
  }

  @Test("minutes count as far as they lie inside the hours, wherever they start")
  func minutes() throws {
    let text = try reported(
      "2025-01-06,05:20,loa,tin,20\n2025-01-07,05:50,loa,tin,30\n2025-01-08,05:00,loa,tin,30\n",
      "--explain", "tin", "--format", "json", "--lang", "en")
    struct Explanation: Decodable {
      let rules: [Rule]
    }
    struct Rule: Decodable {
      let counted: [Row]
      let notCounted: [Row]
    }
    struct Row: Decodable {
      let date: String
      let amount: Int?
      let reason: String?
    }
    let rule = try #require(JSONDecoder().decode(Explanation.self, from: Data(text.utf8)).rules.last)
    #expect(rule.counted.map(\.date) == ["2025-01-06", "2025-01-07"])
    #expect(rule.counted.map(\.amount) == [10, 10])
    #expect(rule.notCounted.map(\.reason) == ["hours"])
  }

  @Test("what an outlet takes in a day is held against the logs, in times and in minutes")
  func ceilings() throws {
    let log = "2025-01-06,05:30,loa,tin,15\n2025-01-06,11:00,loa,tin,15\n2025-01-06,17:00,loa,tin,20\n"
    let told = try findings("CEILING_PASSED", log, "en")
    #expect(
      told == [
        "“Đài huyện”: by the logs 1 day is above the most of a day (per-day: 2); 06/01/2025 "
          + "has most: 3 placements.",
        "“Đài huyện”: by the logs 1 day is above the most of a day (minutes-per-day: 45); "
          + "06/01/2025 has most: 50 minutes.",
        "“Bản tin huyện” (placements, each day): 1 of 166 periods is above the ceiling; "
          + "06/01/2025 has most: 3 placements of 1.",
      ])
    #expect(
      try findings("CEILING_PASSED", log, "vi").prefix(2) == [
        "“Đài huyện”: theo nhật ký, 1 ngày vượt mức tối đa một ngày (per-day: 2); cao nhất "
          + "là ngày 06/01/2025: 3 lượt phát, đăng.",
        "“Đài huyện”: theo nhật ký, 1 ngày vượt mức tối đa một ngày (minutes-per-day: 45); "
          + "cao nhất là ngày 06/01/2025: 50 phút.",
      ])
  }

  @Test("a bulletin inside the news takes no minutes of its own, and one beside it does")
  func inserts() throws {
    let plan = """
      plan: th
      title: Truyền hình (số liệu minh họa)
      year: 2025
      outlets:
        th:
          name: Truyền hình
          kind: television
          minutes-per-day: 30m
          grid:
            - { id: toi, rule: thứ Hai hằng tuần, at: 20h00, length: 30m }
            - { id: bt, rule: thứ Hai hằng tuần, at: 20h05, length: 5m, inside: toi }
      lines:
        - { id: ts, title: Thời sự, form: chương trình, outlet: th, grid: [toi], length: 30m, quota: mọi buổi }
        - { id: bt, title: Bản tin, form: bản tin, outlet: th, grid: [bt], length: 5m, quota: mọi buổi }

      """
    func told(_ rows: String) throws -> [String] {
      let station = try Station(plan: plan)
      defer { station.remove() }
      try station.write("as-run/log.csv", "date,time,outlet,line,minutes\n" + rows)
      let output = try station.run("report", "--period", "2025-01", "--format", "json").output
      return try messages("CEILING_PASSED", in: output)
    }
    let planned = "2025-01-06,20:00,th,ts,30\n2025-01-06,20:05,th,bt,5\n"
    #expect(try told(planned) == [])
    #expect(try told("2025-01-06,,th,ts,30\n2025-01-06,,th,bt,5\n") == [])
    let head =
      "“Truyền hình”: by the logs 1 day is above the most of a day (minutes-per-day: 30); 06/01/2025 has most: "
    #expect(try told("2025-01-06,20:00,th,ts,30\n2025-01-06,20:28,th,bt,5\n") == [head + "33 minutes."])
    #expect(try told("2025-01-06,20:00,th,ts,30\n2025-01-06,20:30,th,bt,5\n") == [head + "35 minutes."])
    #expect(try told(planned + "2025-01-06,22:00,th,ts,20\n") == [head + "50 minutes."])
  }

  /// The messages of the findings of a code.
  private func findings(_ code: String, _ log: String, _ language: String) throws -> [String] {
    try messages(code, in: reported(log, "--format", "json", "--lang", language))
  }

  private func messages(_ code: String, in text: String) throws -> [String] {
    struct Report: Decodable {
      let findings: [Told]
    }
    struct Told: Decodable {
      let code: String
      let message: String
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(text.utf8))
    return report.findings.filter { $0.code == code }.map(\.message)
  }
}
