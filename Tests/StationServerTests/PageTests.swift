import HTTPTypes
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationFolder
import StationStore
import Testing

@testable import StationServer

/// What people read on the pages of Lai Châu's year.
struct PageTests {
  @Test("the year has a row for each line, in each month what went out of what was scheduled")
  func year_isReadable() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      let page = try await browser.get("/p/lai-chau-2018")
      #expect(
        page.seen.contains(
          "Tin trong chương trình thời sự tin – 6/6 7/6 6/6 6/6 6/6 5/6 6/6 6/6 6/6 6/6 6/6 6/6 72 72 –"))
      #expect(page.text.contains(#"aria-label="T6: xếp lịch 6, thực hiện 5, thiếu 1""#))
      #expect(page.seen.contains("Nhật ký phát sóng có đến hết ngày 29/12/2018."))
      let english = try await browser.get("/p/lai-chau-2018?lang=en")
      #expect(english.seen.contains("The as-run logs tell of days up to 29/12/2018, included."))
      #expect(english.text.contains(#"<html lang="en">"#))
    }
  }

  @Test("a cell opens to each broadcast of the month and the reasons")
  func cell_hasReasons() async throws {
    try await ServedStation.visit { station in
      let page = try await station.viewer().get("/p/lai-chau-2018/cells/tin/2018-06")
      #expect(page.seen.contains("Tin trong chương trình thời sự Tháng 6/2018"))
      #expect(page.seen.contains("1 phải nhường sóng cho nội dung ưu tiên."))
      #expect(page.seen.contains("13/06/2018 19:45 nhường sóng"))
    }
  }

  @Test("today shows what is on the air, what is due and what is late")
  func today_isNow() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      let page = try await browser.get("/p/lai-chau-2018/today")
      #expect(page.seen.hasPrefix("Thứ Năm, 14/06/2018"))
      #expect(page.seen.contains("20:15–20:30 Chuyên mục “Cải cách hành chính Nhà nước” kỳ 11"))
      #expect(
        page.seen.contains(
          "14/06/2018 Dịch Tin trong chương trình thời sự, kỳ 32, tiếng Mông – 15/06/2018 05:30"))
      let other = try await browser.get("/p/lai-chau-2018/today?day=2018-06-15")
      #expect(other.seen.contains("Trang này đang xem ngày 15/06/2018; hôm nay là 14/06/2018."))
      #expect(try await browser.get("/p/lai-chau-2018/today?day=15.6").status == .badRequest)
    }
  }

  @Test(
    "a week has seven days with their broadcasts, a month five weeks or six, a list only days with something")
  func schedule_hasThreeViews() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      let week = try await browser.text("/p/lai-chau-2018/schedule?day=2018-06-14")
      #expect(week.matches(of: /<h2><a href="\/p\/lai-chau-2018\/today\?day=2018-06-1[1-7]">/).count == 7)
      let month = try await browser.text("/p/lai-chau-2018/schedule?view=month&day=2018-06-14")
      #expect(month.matches(of: /class="date"/).count == 35)
      let list = try await browser.get(
        "/p/lai-chau-2018/schedule?view=list&day=2018-06-14&outlet=truyen-hinh")
      #expect(
        list.seen.contains("Thứ Năm, 14/06/2018 20:15–20:30 Chuyên mục “Cải cách hành chính Nhà nước” kỳ 11"))
      #expect(!list.seen.contains("Thứ Ba, 12/06/2018"))
      #expect(try await browser.get("/p/lai-chau-2018/schedule?view=year").status == .badRequest)
      #expect(try await browser.get("/p/lai-chau-2018/schedule?outlet=x").status == .badRequest)
    }
  }

  @Test("a broadcast after midnight is one block of the broadcast day to which it belongs")
  func midnight_cutsNothing() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      try await station.desk.store.write(.people) { transaction in
        let plan = try transaction.addPlan(slug: "dem", unit: 1, at: ServedStation.now)
        let text = """
          # Bịa ra để thử.
          plan: dem
          title: Chương trình đêm
          year: 2018
          revised: 2018-01-01
          outlets:
            tv:
              name: Kênh đêm
              kind: television
              day-starts: "05:00"
              grid:
                - { id: khuya, rule: "FREQ=WEEKLY;BYDAY=SA", at: "00:30", length: 60m }
          lines:
            - { id: phim, title: Phim khuya, form: phóng sự, outlet: tv, quota: 1 phóng sự, pins: [2018-06-15] }
          """
        try transaction.put(
          Array(text.utf8), at: "plan.yaml", in: plan.number, seen: 0, on: ServedStation.now)
      }
      let findings = try await browser.get("/p/dem/findings").seen
      let week = try await browser.get("/p/dem/schedule?day=2018-06-14")
      #expect(week.text.matches(of: /Phim khuya/).count == 1, "\(findings)")
      // Saturday 00:30 is late on Friday.
      #expect(week.seen.contains("Thứ Sáu, 15/06/2018 00:30–01:30 Phim khuya"), "\(findings)")
    }
  }

  @Test("each of the other pages says what it is for")
  func pages_areReadable() async throws {
    let pages = [
      (
        "languages?day=2018-06-14",
        "Tin trong chương trình thời sự kỳ 33 20/06/2018 05:30 hạn dịch 19/06/2018 đã phát"
      ),
      ("logs", "Nhật ký có đến hết ngày 29/12/2018."), ("counts/tin", "Tin trong chương trình thời sự (tin)"),
      ("findings", "Những điểm cần xem lại"), ("history", "Mọi điều đã ghi đều còn nguyên"),
      ("text", "Văn bản kế hoạch plan.yaml"), ("papers", "Báo cáo kết quả (mẫu văn bản) DOCX PDF HTML"),
    ]
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      for (page, text) in pages {
        let seen = try await browser.get("/p/lai-chau-2018/\(page)").seen
        #expect(seen.contains(text), "\(page)")
      }
    }
  }

  @Test("each figure of the counts leads to its rows")
  func counts_open() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      let page = try await browser.text("/p/lai-chau-2018/counts")
      let opened = page.matches(of: /<a href="(\/p\/lai-chau-2018\/counts\/[^"]+)">/).map {
        String($0.output.1)
      }
      #expect(opened.count >= 6)
      for path in Set(opened) { #expect(try await browser.get(path).status == .ok, "\(path)") }
      let rows = try await browser.get("/p/lai-chau-2018/counts/tin").seen
      #expect(rows.contains("truyen-hinh.csv:"))
    }
  }

  @Test("a paper is the file that the command writes")
  func papers_areThoseOfTheCommand() async throws {
    var year = try PlanFolder.open("schedules/lai-chau-2018").year()
    let plan = try #require(year.plan)
    let period = try #require(ReportingPeriod(.year, of: plan.year, profile: plan.usualProfile))
    let (tallied, covered) = (year.tally(period), year.coverage())
    let (tally, doubts) = try #require(tallied)
    let (coverage, uncovered) = try #require(covered)
    let findings =
      ((year.planFindings + (year.schedule()?.findings ?? []) + uncovered).inFileOrder
      + (year.held()?.findings ?? []) + (year.publishedFigures()?.findings ?? []) + doubts
      + year.closeFindings(tally)).withoutRepeats
    let input = TallyReport.Input(
      plan: plan, tally: tally, coverage: coverage, findings: findings, schedule: year.schedule()?.schedule,
      reconciled: year.held()?.reconciled)
    let expected = [
      "csv": TallyReport.csv(input, language: .vietnamese),
      "json": TallyReport.json(input, language: .vietnamese),
      "html": TallyReport.html(input, language: .vietnamese),
    ]
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      for (format, text) in expected {
        let answer = try await browser.get("/p/lai-chau-2018/papers/report.\(format)")
        let disposition = "attachment; filename=\"lai-chau-2018-report.\(format)\""
        #expect(answer.headers[.contentDisposition] == disposition)
        // The names of files are those of a folder there, and paths in it here.
        let named = text.replacing("schedules/lai-chau-2018/", with: "")
        let isSame = answer.text == named
        #expect(isSame, "\(format)")
      }
      for file in ["result.docx", "annex.html", "report.xlsx"] {
        #expect(try await browser.get("/p/lai-chau-2018/papers/\(file)").status == .ok, "\(file)")
      }
      for file in ["report.exe", "x.csv", "report", "report.csv.csv"] {
        #expect(try await browser.get("/p/lai-chau-2018/papers/\(file)").status == .notFound, "\(file)")
      }
    }
  }

  @Test("a plan with errors shows them on every page that needs a plan")
  func brokenPlan_showsItsErrors() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      try await station.edit(try await station.ownPlan("hong")) { _ in "plan: {\n" }
      for page in [
        "", "/today", "/schedule", "/languages", "/logs", "/counts", "/history", "/papers", "/feeds",
      ] {
        let seen = try await browser.get("/p/hong\(page)").seen
        #expect(seen.contains("Kế hoạch còn lỗi nên trang này chưa có gì để hiện"), "\(page)")
        #expect(seen.contains("plan.yaml:"), "\(page)")
      }
      #expect(try await browser.get("/p/hong/text").status == .ok)
      for file in ["report.json", "report.csv", "report.xlsx", "result.docx"] {
        let answer = try await browser.get("/p/hong/papers/\(file)")
        #expect(answer.status == .conflict && answer.headers[.contentDisposition] == nil, "\(file)")
        #expect(answer.seen.contains("plan.yaml:"))
      }
    }
  }

  @Test("a change of the plan's contents shows at the next request")
  func pages_followTheStore() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      let plan = try await station.ownPlan("doi-ten")
      let title = "Tuyên truyền cải cách hành chính tỉnh Lai Châu năm 2018"
      #expect(try await browser.get("/p/doi-ten").seen.contains(title))
      try await station.edit(plan) { $0.replacing(title, with: "Tên mới của kế hoạch") }
      #expect(try await browser.get("/p/doi-ten").seen.contains("Tên mới của kế hoạch"))
    }
  }

  @Test("the language is that of the address, then of the last choice, then of the browser")
  func language_isChosen() async throws {
    try await ServedStation.serve([:]) { station in
      let stranger = station.stranger()
      #expect(try await stranger.get("/sign-in").seen.contains("Đăng nhập"))
      #expect(
        try await stranger.get("/sign-in", [.acceptLanguage: "en-GB,en;q=0.9"]).seen.contains("Sign in"))
      let chosen = try await stranger.get("/sign-in?lang=en")
      #expect(chosen.headers[.setCookie] == "lichsong-lang=en; Path=/; Max-Age=31536000; SameSite=Lax")
      let kept = try await stranger.get("/sign-in", [.cookie: "lichsong-lang=en", .acceptLanguage: "vi"])
      #expect(kept.seen.contains("Sign in"))
    }
  }

  @Test("pages that are asked for again are kept, the oldest go when there is no room")
  func pages_areKept() {
    var store = PageStore(most: 100)
    for number in 1...4 { store.keep(String(repeating: "\(number)", count: 24), as: "\(number)") }
    #expect(store.page("1") != nil)
    store.keep(String(repeating: "5", count: 24), as: "5")
    #expect(store.page("5") != nil && store.page("1") != nil && store.page("2") == nil)
    store.keep(String(repeating: "x", count: 26), as: "large")
    #expect(store.page("large") == nil)
  }
}
