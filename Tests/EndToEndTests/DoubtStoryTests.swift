import Foundation
import Testing

/// What `check` tells of an invented station's plan before anything airs, and what its logs say in words.
@Suite("Doubts that a plan raises, and logs as people write them")
struct DoubtStoryTests {
  private func checked(_ plan: String, _ language: String = "en") throws -> String {
    let station = try Station(plan: plan)
    defer { station.remove() }
    return try station.checked(language).replacing(/\s+/, with: " ")
  }

  private static let twoADay = """
    plan: dai
    title: Đài tự đặt (số liệu minh họa)
    year: 2027
    outlets:
      loa: { name: Loa xã, kind: loudspeakers, minutes-per-day: 20m, grid: [
        { id: sang, rule: thứ Hai hằng tuần, at: "05:30", length: 15m },
        { id: chieu, rule: thứ Hai hằng tuần, at: "17:00", length: 15m }] }
    lines:
      - { id: a, title: Bản tin sáng, form: bản tin, outlet: loa, grid: [sang], length: 10m, quota: 4 }
      - { id: b, title: Hỏi đáp pháp luật, form: chuyên mục, outlet: loa, grid: [chieu], quota: 4 }

    """

  @Test("days with more minutes than the outlet takes are told by the schedule, published or not")
  func minutesPerDay() throws {
    let plan = Self.twoADay.replacing("quota: 4", with: "quota: mọi buổi")
    #expect(
      try checked(plan).contains(
        "“Loa xã”: by the schedule 52 days are above the most of a day (minutes-per-day: 20); 04/01/2027 has most: 25 "
          + "minutes."))
    #expect(
      try checked(plan, "vi").contains(
        "“Loa xã”: theo lịch dự kiến, 52 ngày vượt mức tối đa một ngày (minutes-per-day: 20 phút)"))
    let station = try Station(plan: plan)
    defer { station.remove() }
    try station.publishFirst()
    #expect(try station.checked().contains("by the published schedule"))
    let roomy = plan.replacing("minutes-per-day: 20m", with: "minutes-per-day: 25m")
    #expect(try !checked(roomy).contains("minutes-per-day"))
  }

  @Test("a line whose title holds that of another of its form may lie inside it; part-of settles it")
  func partOf() throws {
    let plan = """
      plan: th
      title: Truyền hình tự đặt (số liệu minh họa)
      year: 2027
      outlets: { tv: { name: Truyền hình, kind: television, grid: [{ id: toi, rule: FREQ=DAILY, at: "19:00", length: 15m, pieces: 3 }] } }
      lines:
        - { id: tin, title: Tin, form: tin, outlet: tv, quota: 60 }
        - { id: cchc, title: Tin cải cách hành chính, form: tin, outlet: tv, quota: 20 }
        - { id: phim, title: Tin bằng phim, form: phim, outlet: tv, quota: 2 }

      """
    #expect(
      try checked(plan).contains(
        "“Tin cải cách hành chính” and “Tin” have one form on one outlet; whether “Tin cải cách hành chính” lies inside is "
          + "not said."))
    #expect(try checked(plan, "vi").contains("Ghi “part-of: tin” hoặc “part-of: none” vào cchc."))
    for answer in ["part-of: tin", "part-of: none"] {
      #expect(try !checked(plan.replacing("quota: 20", with: "quota: 20, \(answer)")).contains("whether"))
    }
  }

  @Test("three years' Tết ask for one and the same move of a grid line")
  func threeNewYears() throws {
    let plan = """
      plan: ba-nam
      title: Kế hoạch ba năm tự đặt (số liệu minh họa)
      year: 2026
      from: 2026-01-01
      to: 2028-12-31
      outlets: { tv: { name: Truyền hình, kind: television, grid: [
        { id: thang, rule: "FREQ=MONTHLY;BYMONTHDAY=6,17,26", at: "19:00", length: 15m }] } }
      lines: [{ id: tin, title: Tin, form: tin, outlet: tv, quota: 36 }]

      """
    let told = try checked(plan)
    let moves = told.matches(of: /in-blackout: ([+-]?\d+d)/).map { String($0.1) }
    #expect(told.matches(of: /HOLIDAY_COLLISION/).count == 3)
    #expect(moves.count == 3 && Set(moves).count == 1, "\(moves)")
  }

  @Test("tables of a plan of three years do not speak of a year")
  func headings() throws {
    let plan = """
      plan: ba-nam
      title: Kế hoạch ba năm tự đặt (số liệu minh họa)
      year: 2026
      from: 2026-01-01
      to: 2028-12-31
      outlets: { tv: { name: Truyền hình, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=FR, at: "19:00", length: 15m }] } }
      lines: [{ id: tin, title: Tin, form: tin, outlet: tv, quota: 36 }]

      """
    let station = try Station(plan: plan)
    defer { station.remove() }
    try station.publishFirst()
    try station.write("as-run/a.csv", "ngày,kênh,tên\n2026-01-16,tv,Tin\n2026-03-20,tv,Tin\n")
    let report = try station.run("report", "--period", "2026-2028", language: "vi").output
    #expect(report.contains("Dự báo cả kỳ kế hoạch"))
    #expect(!report.contains("Dự báo cả năm") && !report.contains("Cả năm nếu"))
    let calendar = try station.text("calendars/year.ics")
    #expect(calendar.contains("The whole plan 2026–2028"))
  }

  @Test("a title above the header, lengths and what happened in words, totals and signatures")
  func words() throws {
    let station = try Station(plan: Self.twoADay)
    defer { station.remove() }
    try station.write(
      "as-run/nhat-ky.csv",
      """
      NHẬT KÝ PHÁT THANH THÁNG 01 NĂM 2027;;;;;
      Ngày;Giờ;Kênh;Tên;Thời lượng;Trạng thái
      04/01/2027;5 giờ rưỡi;Loa xã;Bản tin sáng;10 phút;phát
      11/01/2027;05:30;LOA XA;Bản tin sáng;10';đã phát
      18/01/2027;05:30;Loa xã;Bản tin sáng;9'30'';Phát
      25/01/2027;05:30;Loa xã;Bản tin sáng;;không phát
      Tổng cộng;;;3 bản tin;29,5;
      ;;;NGƯỜI LẬP;;

      """)
    let run = try station.run("report", "--period", "2027-01", "--explain", "a", "--width", "1000")
    #expect(run.output.contains("3 rows counted and 1 not counted are all 4 rows that the logs have of it."))
    #expect(run.output.contains("not on the air"))
    let page = try station.run("reconcile", "--json").output
    #expect(!page.contains("LOG_ROW_BROKEN"))
  }

  @Test("one broadcast noted by its title and by the station's name for it, seconds apart, is one work")
  func twice() throws {
    let plan = Self.twoADay.replacing(
      "title: Bản tin sáng,", with: "title: Bản tin sáng, aliases: [BT sáng],")
    let station = try Station(plan: plan)
    defer { station.remove() }
    try station.write(
      "as-run/a.csv",
      """
      date,time,outlet,title,minutes
      2027-01-04,05:30,loa,BT sáng,10
      2027-01-04,05:30:20,loa,Bản tin sáng,10
      2027-01-11,05:30,loa,BT sáng: lũ,3
      2027-01-11,05:30:20,loa,Bản tin sáng: họp,3

      """)
    let run = try station.run("report", "--period", "2027-01", "--explain", "a", "--width", "1000")
    #expect(run.output.contains("3 rows counted"))
    let data = try station.run("report", "--period", "2027-01", "--format", "json").output
    #expect(data.contains("LOG_ROWS_JOINED"))
  }

  @Test("works whose rows are unclear or cannot be read have one verdict: not clear, in every command")
  func oneVerdict() throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    try station.write(
      "thang.csv",
      """
      ngày,giờ,kênh,tên,kỳ,thời lượng,ghi chú
      2026-01-16,20:15,tv,Cải cách hành chính,1,15,mất điện
      2026-02-13,20:15,tv,Cải cách hành chính,2,15x,
      2026-04-17,20:15,tv,Cải cách hành chính,4,15,

      """)
    let file = station.folder + "/thang.csv"
    #expect(try station.run("import", file, "--at", "2026-05-02T09:00").status == 1)
    let terms = ["--as-of", "2026-04-30"]
    let status = try station.run("status", "--at", "2026-05-02T10:00").output
    #expect(status.contains("NOT CLEAR WHETHER IT AIRED (2)"))
    let report = try station.run("report", "--width", "1000", terms[0], terms[1]).output
    #expect(report.contains("1 missed; 2 not clear whether"))
    #expect(report.contains("Pre-empted  Not known") && !report.contains("No log yet"))
    let page = try station.run("reconcile", "--json", terms[0], terms[1]).output
    #expect(page.matches(of: /"outcome" : "unclear"/).count == 2)
    #expect(page.matches(of: /"outcome" : "missed"/).count == 1)
    // An answer settles it everywhere.
    let link = try station.run(
      "link", "thang.csv:2", "--nothing", "--by", "An", "--reason", "đài xác nhận mất điện")
    #expect(link.status == 0, "\(link.errors)")
    let settled = try station.run("report", "--width", "1000", terms[0], terms[1]).output
    #expect(settled.contains("2 missed; 1 not clear whether"))
  }
}
