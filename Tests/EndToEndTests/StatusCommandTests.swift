import Foundation
import ScheduleModel
import TestSupport
import Testing

@Suite("One short answer says where the year is behind and what to do next")
struct StatusCommandTests {
  @Test("before anything is published it names what to look at and what to say")
  func unpublished() throws {
    let station = try Station()
    defer { station.remove() }
    let status = try station.run("status", "--at", "2026-01-05T09:00")
    #expect(status.status == 0)
    #expect(
      status.output.replacing(station.folder, with: "FOLDER") == """
        Một ví dụ (số liệu minh họa)
        05/01/2026: no schedule is published yet.

        NEXT
          Look at the schedule that the plan gives:
            lichsong allocate FOLDER
          Publish the schedule:
            lichsong publish FOLDER --by "NAME"

        """)
  }

  @Test(
    "a make-good whose work aired after all, as a late log tells, is told, and planning anew withdraws it")
  func needlessMakeGood() throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    let days = try station.text("calendars/year.ics").matches(
      of: /DTSTART;TZID=Asia\/Ho_Chi_Minh:(\d{4})(\d\d)(\d\d)T/
    )
    .map { "\($0.output.1)-\($0.output.2)-\($0.output.3)" }
    #expect(days.count == 4)
    let head = "date,time,outlet,line\n"
    try station.write("as-run/dai.csv", head + "\(days[0]),20:15,tv,cm\n\(days[2]),20:15,tv,cm\n")
    let from = String(try #require(CivilDay(iso: days[2])).advanced(by: 1).description)
    #expect(
      try station.run("import", station.folder + "/as-run/dai.csv", "--at", "\(from)T08:00").status == 0)
    #expect(try station.run("allocate", "--from", from).status == 0)
    #expect(try station.publish(at: "\(from)T10:00").output.contains("1 added, 0 moved, 0 withdrawn"))
    #expect(!(try station.run("status", "--at", "\(from)T11:00").output.contains("NO LONGER NEEDED")))

    // The second work went out after all, a day late; the log of it comes later.
    let late = try #require(CivilDay(iso: days[1])).advanced(by: 1)
    try station.write("as-run/bo-sung.csv", head + "\(late),20:15,tv,cm\n")
    let later = String(try #require(CivilDay(iso: from)).advanced(by: 2).description)
    #expect(
      try station.run("import", station.folder + "/as-run/bo-sung.csv", "--at", "\(later)T08:00").status == 0)
    let status = try station.run("status", "--at", "\(later)T09:00").output
    #expect(
      status.contains(
        "MAKE-GOODS NO LONGER NEEDED (1): the work has aired; planning anew withdraws them\n  Cải cách hành chính, no. 2, "
      ), "\(status)")
    #expect(status.contains("    lichsong allocate \(station.folder) --from \(later)\n"), "\(status)")
    #expect(
      try station.run("status", "--at", "\(later)T09:00", "--json").output.contains(
        "\"uid\" : \"vi-du.cm.2.vi.again.2@lichsong\""))
    let replan = try station.run("allocate", "--from", later)
    #expect(replan.output.contains("Make-goods that are no longer needed: 1.\n"), "\(replan.output)")
    #expect(replan.output.contains(" → withdrawn, the work has aired\n"), "\(replan.output)")
    #expect(!(try station.text("draft.csv").contains("again.2")))
    #expect(try station.publish(at: "\(later)T10:00").output.contains("0 added, 0 moved, 1 withdrawn"))
    #expect(!(try station.run("status", "--at", "\(later)T11:00").output.contains("NO LONGER NEEDED")))
  }

  @Test("work before what should be on the air already is not said to be still to come")
  func overdueUntilTheHour() throws {
    let station = try Station()
    defer { station.remove() }
    try station.replace("quota: 4 }", "quota: 4, deadlines: { approval: 2d } }", in: "plan.yaml")
    try station.publishFirst()
    let day = try #require(
      station.text("calendars/year.ics").firstMatch(of: /DTSTART;TZID=Asia\/Ho_Chi_Minh:(\d{4})(\d\d)(\d\d)T/)
    )
    let date = "\(day.output.1)-\(day.output.2)-\(day.output.3)"
    let head = "PAST ITS DEADLINE, NOT ON THE AIR YET (1)"
    #expect(try station.run("status", "--at", "\(date)T20:00").output.contains(head))
    #expect(!(try station.run("status", "--at", "\(date)T20:30").output.contains("PAST ITS DEADLINE")))
  }

  @Test("a plan with errors is told to be put right, with status 1")
  func broken() throws {
    let station = try Station(plan: "plan: x\n")
    defer { station.remove() }
    let status = try station.run("status", "--at", "2026-01-05T09:00", language: "vi")
    #expect(status.status == 1)
    #expect(
      status.output.replacing(station.folder, with: "FOLDER") == """
        Ngày 05/01/2026: kế hoạch có 4 lỗi, chưa xếp được lịch.

        TIẾP THEO
          Xem và sửa lỗi trong kế hoạch:
            lichsong check FOLDER

        """)
  }

  @Test(
    "what is scheduled after the cut-off of the reporting year is no shortage, and a remedy can be pasted")
  func cutOff() throws {
    let station = try Station(
      plan: """
        plan: vi-du
        title: Một ví dụ
        year: 2026
        reporting: { profile: ND09_2019 }
        outlets:
          tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, dates: [2026-11-05, 2026-12-24], at: "20:15", length: 15m }] }
        lines:
          - { id: cm, title: Cải cách hành chính, form: chuyên mục, outlet: tv, quota: 2 }

        """)
    defer { station.remove() }
    try station.publishFirst()
    try station.write(
      "as-run/tv.csv", "date,time,outlet,line,edition\n2026-11-05,20:15,tv,cm,1\n")
    let status = try station.run("status", "--at", "2026-11-10T09:00")
    #expect(status.output.contains("No line is behind its schedule (1 line).\n"), "\(status.output)")
    #expect(!status.output.contains("--from"))
    let report = try station.run("report", "--format", "csv")
    #expect(!report.errors.contains("FORECAST_SHORT"), "\(report.errors)")
    // The schedule lacks one: that is told, with a command that works as it stands.
    try station.replace("quota: 2", "quota: 3", in: "plan.yaml")
    let short = try station.run("report", "--format", "csv")
    #expect(
      short.errors.contains("even if all that is still scheduled airs, it comes to 2 of 3."),
      "\(short.errors)")
    let file = station.folder + "/plan.yaml"
    #expect(
      short.errors.contains(
        "Look for 1 more place; where none is left, open more slots (grid) or raise the works of a slot (pieces) first: lichsong allocate \(file) --from 2026-11-06\n"
      ))
    let pasted = try Command("allocate", file, "--from", "2026-11-06", "--lang", "en")
    #expect(!pasted.errors.contains("Usage:"), "\(pasted.errors)")
  }

  private static let plan = """
    plan: vi-du
    title: Một ví dụ (số liệu minh họa)
    year: 2026
    to: 2026-04-30
    translators:
      to-mong: { name: Tổ tiếng Mông, per-week: 3 }
    outlets:
      tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=FR, at: "20:15", length: 15m }] }
      mong: { name: Phát thanh tiếng Mông, kind: radio, grid: [{ id: sang, rule: FREQ=WEEKLY;BYDAY=MO, at: "05:30", length: 30m, languages: [Mông] }] }
    lines:
      - id: cm
        title: Cải cách hành chính
        form: chuyên mục
        outlet: tv
        quota: 4
        versions: { into: [Mông], after: 7d, outlet: mong, translator: to-mong }
        deadlines: { translation: 4d }

    """

  @Test("a quota in hours is filled by works, and these are compared")
  func hours() throws {
    let station = try Station(
      plan: """
        plan: gio
        title: Giờ phát (số liệu minh họa)
        year: 2026
        outlets:
          dai: { name: Đài, kind: radio, grid: [{ id: b, rule: FREQ=WEEKLY;BYDAY=FR, at: "17:00", length: 30m }] }
        lines: [{ id: gio, title: Sân khấu, form: chương trình, outlet: dai, length: 30m, quota: 2 giờ }]

        """)
    defer { station.remove() }
    try station.publishFirst()
    try station.write(
      "as-run/a.csv",
      "date,time,outlet,line,edition\n"
        + stride(from: CivilDay.of("2026-02-10"), to: CivilDay.of("2026-12-31"), by: 10).map {
          "\($0),09:00,dai,,\n"
        }.joined() + "2026-12-31,17:00,dai,,\n")
    let status = try station.run("status", "--at", "2027-01-02T09:00").output
    #expect(
      status.contains(
        """
        BEHIND SCHEDULE
          Sân khấu: 4 behind (0 aired of 4 due), since 13/02/2026; the schedule comes to 0 of 4 by the end of the
            year

        """), "\(status)")
  }

  @Test(
    "late lines, misses with their make-goods, deadlines that are past and the next commands, in both languages"
  )
  func published() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    try station.write(
      "as-run/tv.csv",
      "date,time,outlet,line,edition\n2026-01-15,10:00,tv,,\n2026-01-28,10:00,tv,,\n"
        + "2026-02-10,10:00,tv,,\n2026-02-20,20:15,tv,,\n")
    let status = try station.run("status", "--at", "2026-02-21T09:00")
    #expect(status.status == 0)
    #expect(
      status.output.replacing(station.folder, with: "FOLDER") == """
        Một ví dụ (số liệu minh họa)
        21/02/2026: the schedule is published; the logs reach to 20/02/2026. Not so everywhere: “Phát thanh tiếng
          Mông” has none.

        BEHIND SCHEDULE
          Cải cách hành chính: 2 behind (0 aired of 2 due), since 16/01/2026; the schedule comes to 2 of 4 by the
            end of the year

        MISSED, TO BE MADE GOOD (2)
          Cải cách hành chính, no. 1, 16/01/2026 20:15 → 03/04/2026 20:15
          Cải cách hành chính, no. 2, 13/02/2026 20:15 → 27/02/2026 20:15

        PAST ITS DEADLINE, NOT ON THE AIR YET (1); the Book does not tell what is done: ask
          Translate: Cải cách hành chính, no. 2, Hmong, Tổ tiếng Mông: due 19/02/2026, on the air 23/02/2026 05:30

        NEXT
          Record the log that is in the folder:
            lichsong import FOLDER FOLDER/as-run/tv.csv
          Ask for the logs that are missing (“Phát thanh tiếng Mông” has none), put them into as-run, then record
            them:
            lichsong import FOLDER FOLDER/as-run/*
          4 rows of the logs belong to no line; see what each comes nearest to:
            lichsong reconcile FOLDER
          Plan anew from 21/02/2026 on, with 2 make-goods, then look at the draft:
            lichsong allocate FOLDER --from 2026-02-21

        """)
    let vietnamese = try station.run("status", "--at", "2026-02-21T09:00", language: "vi")
    #expect(
      vietnamese.output.replacing(station.folder, with: "FOLDER") == """
        Một ví dụ (số liệu minh họa)
        Ngày 21/02/2026: lịch đã phát hành; nhật ký có đến 20/02/2026. Riêng “Phát thanh tiếng Mông” chưa có nhật
          ký.

        CHẬM SO VỚI LỊCH
          Cải cách hành chính: chậm 2 (đã phát 0 trên 2 đến hạn), từ ngày 16/01/2026; cả năm lịch chỉ còn đủ 2 trên
            4

        CHƯA PHÁT, CẦN PHÁT BÙ (2)
          Cải cách hành chính, kỳ 1, 16/01/2026 20:15 → 03/04/2026 20:15
          Cải cách hành chính, kỳ 2, 13/02/2026 20:15 → 27/02/2026 20:15

        ĐÃ QUÁ HẠN, CHƯA PHÁT (1); sổ không ghi việc đã làm xong hay chưa, cần hỏi lại
          Dịch: Cải cách hành chính, kỳ 2, tiếng Mông, Tổ tiếng Mông: hạn 19/02/2026, phát 23/02/2026 05:30

        TIẾP THEO
          Ghi 1 nhật ký đã có trong thư mục vào sổ:
            lichsong import FOLDER FOLDER/as-run/tv.csv
          Xin nhật ký còn thiếu (“Phát thanh tiếng Mông” chưa có nhật ký), đặt vào thư mục as-run, rồi ghi vào sổ:
            lichsong import FOLDER FOLDER/as-run/*
          4 dòng nhật ký không thuộc chỉ tiêu nào; xem từng dòng gần với lượt nào nhất:
            lichsong reconcile FOLDER
          Xếp lại từ ngày 21/02/2026, có phát bù 2 lượt, rồi xem dự thảo:
            lichsong allocate FOLDER --from 2026-02-21

        """)
    let json = try station.run("status", "--at", "2026-02-21T09:00", "--json")
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(
      data.keys.sorted() == [
        "asOf", "countedInDoubt", "doubtful", "inPart", "lines", "logs", "missed", "needless", "overdue",
        "short", "stage", "steps", "today",
      ])
    #expect((data["stage"] as? String) == "published")
  }
}
