import Foundation
import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// What is said by hand about rows of the logs: said, found again, taken back, and the same in all places.
struct HandStatementTests {
  private static func withLogger(
    _ slug: String, _ work: (ServedStation, StoredPlan, Browser) async throws -> Void
  ) async throws {
    try await ServedStation.visit { station in
      let plan = try await station.ownPlan(slug)
      let administrator = try await station.administrator()
      try await work(station, plan, try await station.reader(.logger, inUnit: 1, by: administrator))
    }
  }

  /// Records a log, and gives the key of its first row on the page of rows without a placement.
  private static func record(_ log: String, _ plan: StoredPlan, _ browser: Browser) async throws {
    let sent = try await browser.send(
      "/p/\(plan.slug)/logs/upload", file: Array(log.utf8), named: "dai.csv")
    let page = try #require(sent.headers[.location])
    #expect(try await browser.get(page).status == .ok)
    #expect(try await browser.post("\(page)/record").status == .seeOther)
  }

  private static func key(_ title: String, on page: String) throws -> String {
    let part = try #require(page.split(separator: "<section").first { $0.contains(title) })
    return String(try #require(part.firstMatch(of: /name="row" value="([^"]+)"/)).output.1)
  }

  /// How many rows have no placement: on the page of the logs, on their own page, and for programs.
  private static func counts(_ station: ServedStation, _ plan: StoredPlan, _ browser: Browser) async throws
    -> [Int]
  {
    let program = try await station.program([.read])
    let logs = try await browser.get("/p/\(plan.slug)/logs?lang=en").seen
    let unmatched = try await browser.get("/p/\(plan.slug)/logs/unmatched?lang=en").seen
    let list = try await program.get("/api/v1/plans/\(plan.slug)/unmatched").object()
    func number(_ text: String) -> Int {
      text.firstMatch(of: /([0-9,]+) rows? (?:of the logs )?match(?:es)? no placement/).flatMap {
        Int($0.output.1.filter { $0 != "," })
      } ?? 0
    }
    return [number(logs), number(unmatched), list["total"] as? Int ?? -1]
  }

  @Test("pages and API agree how many rows have no placement, before and after something was said of one")
  func numberOfRows_isOne() async throws {
    try await Self.withLogger("mot-so") { station, plan, browser in
      let log = "Ngày,Giờ,Kênh,Tên\n18/12/2018,10:00,truyen-hinh,Chương trình lạ\n"
      try await Self.record(log, plan, browser)
      let before = try await Self.counts(station, plan, browser)
      #expect(Set(before).count == 1 && before[0] > 0, "\(before)")
      let page = try await browser.text("/p/\(plan.slug)/logs/unmatched")
      #expect(page.contains("dai.csv:2"), "a row is named by its file and line")
      let form = [
        "row": try Self.key("Chương trình lạ", on: page), "meaning": "nothing", "reason": "của huyện",
      ]
      #expect(try await browser.post("/p/\(plan.slug)/logs/link", form).status == .seeOther)
      #expect(try await Self.counts(station, plan, browser) == before.map { $0 - 1 })
    }
  }

  @Test("rows with one title that belong to nothing are settled at once, and only as such")
  func rowsAlike_areSettledAtOnce() async throws {
    try await Self.withLogger("cung-ten") { station, plan, browser in
      let log =
        "Ngày,Giờ,Kênh,Tên\n18/12/2018,10:00,truyen-hinh,Dự báo nông vụ\n19/12/2018,10:00,truyen-hinh,Dự báo nông vụ\n"
        + "20/12/2018,10:00,truyen-hinh,Dự báo  NÔNG VỤ\n21/12/2018,10:00,truyen-hinh,Phim khoa học\n"
      try await Self.record(log, plan, browser)
      let before = try await Self.counts(station, plan, browser)
      let page = try await browser.text("/p/\(plan.slug)/logs/unmatched?lang=vi")
      #expect(page.contains("cả 2 dòng khác cùng tên đều không thuộc kế hoạch"))
      let alone = try #require(page.split(separator: "<section").first { $0.contains("Phim khoa học") })
      #expect(!alone.contains("name=\"alike\""))
      let row = try Self.key("Dự báo nông vụ", on: page)
      let entries = try await station.desk.contents(of: plan).book.entries.count
      let shown = try #require(page.firstMatch(of: /value="(shows [^"]+)"/)).output.1
      let wrong = try await browser.post(
        "/p/\(plan.slug)/logs/link",
        ["row": row, "meaning": String(shown), "alike": "yes", "reason": "của huyện"])
      #expect(wrong.status == .unprocessableContent)
      #expect(try await station.desk.contents(of: plan).book.entries.count == entries)
      let form = ["row": row, "meaning": "nothing", "alike": "yes", "reason": "của huyện"]
      #expect(try await browser.post("/p/\(plan.slug)/logs/link", form).status == .seeOther)
      #expect(try await Self.counts(station, plan, browser) == before.map { $0 - 3 })
      #expect(try await station.desk.contents(of: plan).book.entries.count == entries + 3)
    }
  }

  @Test("what was said stands on a page with who, when and what it means, and is taken back with a reason")
  func statement_isTakenBack() async throws {
    try await Self.withLogger("rut-lai") { station, plan, browser in
      let log = "Ngày,Giờ,Kênh,Tên\n18/12/2018,10:00,truyen-hinh,Chương trình lạ\n"
      try await Self.record(log, plan, browser)
      let before = try await Self.counts(station, plan, browser)
      let page = try await browser.text("/p/\(plan.slug)/logs/unmatched")
      let form = [
        "row": try Self.key("Chương trình lạ", on: page), "meaning": "nothing", "reason": "của huyện",
      ]
      _ = try await browser.post("/p/\(plan.slug)/logs/link", form)
      let address = "/p/\(plan.slug)/logs/by-hand"
      let said = try await browser.get(address)
      #expect(
        said.seen.contains(
          "Dòng này không thuộc kế hoạch 18/12/2018 10:00 · Sóng phát thanh, truyền hình tỉnh Lai Châu · “Chương trình lạ” không tính vào đâu Người thử"
        ), "\(said.seen)")
      #expect(said.seen.contains("Căn cứ: của huyện"))
      let id = String(try #require(said.text.firstMatch(of: /name="statement" value="([^"]+)"/)).output.1)
      let entry = String(
        try #require(said.text.firstMatch(of: /href="(\/p\/[^"]+\/history\/[0-9a-f]+)"/)).output.1)
      let shown = try await browser.get(entry + "?lang=en")
      #expect(
        shown.status == .ok && shown.seen.contains("The row belongs to nothing that the plan has"),
        "\(shown.seen)")
      #expect(
        try await browser.post("\(address)/withdraw", ["statement": id, "reason": " "]).status
          == .unprocessableContent)
      let taken = try await browser.post("\(address)/withdraw", ["statement": id, "reason": "nhìn nhầm"])
      #expect(taken.status == .seeOther)
      let trail = try await station.desk.store.read { try $0.trail(count: 1).map(\.note) }
      #expect(trail.first?.action == "record link" && trail.first?.reason == "nhìn nhầm")
      #expect(try await Self.counts(station, plan, browser) == before)
      let after = try await browser.get(address).seen
      #expect(after.contains("đã rút lại") && after.contains("nhìn nhầm"), "\(after)")
      #expect(
        try await browser.post("\(address)/withdraw", ["statement": id, "reason": "nữa"]).status == .conflict)
      #expect(
        try await browser.post("\(address)/withdraw", ["statement": "x:1", "reason": "nữa"]).status
          == .notFound)
      let viewer = try await station.viewer()
      #expect(try await !viewer.text(address).contains("<button>"))
    }
  }

  @Test("the API says of which line a row is, once its title was answered")
  func answeredTitle_isToldToPrograms() async throws {
    try await Self.withLogger("ten-api") { station, plan, browser in
      let log = "Ngày,Giờ,Kênh,Tên\n18/12/2018,10:00,truyen-hinh,Bản tin buổi sớm\n"
      try await Self.record(log, plan, browser)
      let (book, files) = try await station.desk.contents(of: plan)
      var year = StationYear(book, files)
      let statement = try year.linking(
        title: "Bản tin buổi sớm", line: "tin", author: "An", reason: "đổi tên", time: ServedStation.now
      ).get()
      _ = try await station.desk.store.write(.plan(plan.number)) {
        try $0.append([statement], to: plan.number, seen: book)
      }
      let program = try await station.program([.read])
      let list = try await program.get("/api/v1/plans/\(plan.slug)/unmatched?limit=1000").object()
      let outcomes = try await program.get(
        "/api/v1/plans/\(plan.slug)/outcomes?limit=1000&line=tin&from=2018-12-01"
      ).object()
      let rows = (list["items"] as? [[String: Any]] ?? []) + (outcomes["items"] as? [[String: Any]] ?? [])
      let own = rows.compactMap { $0["entry"] as? [String: Any] }.first {
        $0["title"] as? String == "Bản tin buổi sớm"
      }
      #expect(own?["line"] as? String == "tin", "\(own ?? [:])")
      let said = try await browser.get("/p/\(plan.slug)/logs/by-hand?lang=en").seen
      #expect(said.contains("All rows titled “Bản tin buổi sớm” are of “Tin trong chương trình thời sự”"))
    }
  }

  @Test("a placement is found by title, day and line, without a script")
  func placement_isSearchedFor() async throws {
    try await Self.withLogger("tim-luot") { station, plan, browser in
      let log = "Ngày,Giờ,Kênh,Tên\n18/12/2018,10:00,truyen-hinh,Chương trình lạ\n"
      try await Self.record(log, plan, browser)
      let page = try await browser.text("/p/\(plan.slug)/logs/unmatched")
      let part = try #require(page.split(separator: "<section").first { $0.contains("Chương trình lạ") })
      let link = String(try #require(part.firstMatch(of: /href="([^"]+\/logs\/row\?row=[^"]+)"/)).output.1)
      let found = try await browser.get(link + "&line=chuyen-muc&day=2018-06-28&lang=en")
      #expect(found.seen.contains("1 placement, the nearest to the day of the row first."), "\(found.seen)")
      let uid = String(try #require(found.text.firstMatch(of: /value="shows ([^"]+)"/)).output.1)
      let form = [
        "row": try Self.key("Chương trình lạ", on: page), "meaning": "shows \(uid)", "reason": "xem băng",
      ]
      #expect(try await browser.post("/p/\(plan.slug)/logs/link", form).status == .seeOther)
      #expect(
        try await browser.get("/p/\(plan.slug)/logs/by-hand?lang=en").seen.contains("The row is Chuyên mục"))
      let none = try await browser.get(link + "&q=khong+co+gi&lang=en")
      #expect(none.seen.contains("0 placements"), "\(none.seen)")
    }
  }

  @Test("a broadcast without a log is entered by hand with a file as evidence, which is kept by its digest")
  func broadcast_isEntered() async throws {
    try await Self.withLogger("nhap-tay") { station, plan, browser in
      let path = "/p/\(plan.slug)/logs/broadcast"
      #expect(try await browser.get(path).status == .ok)
      let fields = [
        "day": "2018-12-20", "time": "20:15", "outlet": "truyen-hinh", "line": "chuyen-muc",
        "title": "Cải cách hành chính", "trust": "signed-sheet", "reason": "mất nhật ký do mất điện",
        "evidence": "phiếu số 20",
      ]
      let refused = try await browser.post(
        path, file: [], named: "", fields: fields.merging(["trust": ""]) { $1 })
      #expect(refused.status == .unprocessableContent && refused.seen.contains("căn cứ thuộc loại nào"))
      #expect(refused.text.contains(#"value="phiếu số 20""#), "what was typed stays")
      let done = try await browser.post(
        path, file: Array("bản quét".utf8), named: "phieu.pdf", fields: fields)
      #expect(done.status == .seeOther, "\(done.seen)")
      let trail = try await station.desk.store.read { try $0.trail(count: 2).map(\.note.action) }
      #expect(trail == ["change file", "record log"])
      let entry = try await browser.get(try #require(done.headers[.location]))
      #expect(
        entry.seen.contains("mất nhật ký do mất điện")
          && entry.seen.contains("phiếu số 20; phieu.pdf (sha256:"),
        "\(entry.seen)")
      let digest = String(try #require(entry.text.firstMatch(of: /sha256:([0-9a-f]{64})/)).output.1)
      let file = try await browser.get("/p/\(plan.slug)/logs/evidence/\(digest)")
      #expect(file.status == .ok && file.text == "bản quét")
      let viewer = try await station.viewer()
      #expect(try await viewer.get("/p/\(plan.slug)/logs/evidence/\(digest)").status == .forbidden)
      let again = try await browser.post(path, file: [], named: "", fields: fields)
      #expect(again.status == .unprocessableContent && again.seen.contains("Nhật ký đã có một dòng"))
      #expect(try await browser.get("/p/\(plan.slug)/logs/by-hand").seen.contains("Lượt phát nhập tay"))
    }
  }

  @Test(
    "the columns of a file without a header are named by pointing at them, and kept for files named like it")
  func columns_areNamed() async throws {
    try await Self.withLogger("chi-cot") { station, plan, browser in
      let log =
        "13/12/2018;20:15;x;Cải cách hành chính cuối năm\n14/12/2018;19:45;y;Tin trong chương trình thời sự\n"
      let sent = try await browser.send(
        "/p/\(plan.slug)/logs/upload", file: Array(log.utf8), named: "may-2018-12.csv")
      let page = try #require(sent.headers[.location])
      let unread = try await browser.get(page + "?outlet=truyen-hinh&lang=en")
      #expect(
        unread.seen.contains("Remedy: Say what each column of the file is. Or choose below"), "\(unread.seen)"
      )
      let columns = try await browser.get("\(page)/columns?outlet=truyen-hinh&lang=en")
      #expect(columns.status == .ok && columns.seen.contains("Tin trong chương trình thời sự"))
      let twice = try await browser.get(
        "\(page)/columns?outlet=truyen-hinh&first=1&c1=date&c2=date&lang=en")
      #expect(twice.status == .unprocessableContent)
      let chosen = try await browser.get(
        "\(page)/columns?outlet=truyen-hinh&first=1&c1=date&c2=time&c4=title")
      let read = try #require(chosen.headers[.location])
      let shown = try await browser.get(read + "&lang=en")
      #expect(shown.seen.contains("may-2018-12.csv: 2 rows read"), "\(shown.seen)")
      let choice = ["outlet": "truyen-hinh", "columns": "skip=0,date=1,time=2,title=4"]
      let kept = try await browser.post("\(page)/remember", choice.merging(["name": "may"]) { $1 })
      #expect(kept.status == .seeOther)
      let files = try await station.desk.contents(of: plan).files
      #expect(
        files?.mappings.map { String(decoding: $0.bytes, as: UTF8.self) } == """
          "may":
            files: ["may-*.csv"]
            columns: { date: 1, time: 2, title: 4 }
            skip: 0
            separator: ";"
            outlet: "truyen-hinh"

          """)
      _ = try await browser.get(read)
      #expect(try await browser.post("\(page)/record", choice).status == .seeOther)
    }
  }

  @Test(
    "findings of a file come before its choices, and name the fields of the page instead of options of the command"
  )
  func findings_comeFirst() async throws {
    try await Self.withLogger("truoc-sau") { _, plan, browser in
      let log = "Ngày,Giờ,Tên\n13/12/2018,20:15,Cải cách hành chính cuối năm\n"
      let sent = try await browser.send(
        "/p/\(plan.slug)/logs/upload", file: Array(log.utf8), named: "thieu-kenh.csv")
      let page = try await browser.get(try #require(sent.headers[.location]) + "?lang=en")
      let text = page.seen
      let finding = try #require(text.range(of: "What needs a look"))
      let options = try #require(text.range(of: "Read it in another way"))
      #expect(finding.lowerBound < options.lowerBound)
      #expect(!text.contains("--outlet") && text.contains("“Outlet of rows that name none”"), "\(text)")
    }
  }

  @Test("a translator whom no plan names is told so, and so is who invites her")
  func untiedTranslator_isTold() async throws {
    try await ServedStation.visit { station in
      let plan = try await station.ownPlan("nguoi-dich")
      let administrator = try await station.administrator()
      let translator = try await station.reader(.translator, inUnit: 1, by: administrator)
      let board = try await translator.get("/p/\(plan.slug)/desk/languages?lang=en").seen
      #expect(board.contains("No version is assigned to your account (Người thử translator"), "\(board)")
      let invited = try await administrator.post(
        "/people?lang=en",
        ["name": "Lò Thị Bịa", "login": "lo.bia.dich", "role": "translator", "unit": "1"])
      if invited.status == .ok {
        #expect(invited.seen.contains("No version is of Lò Thị Bịa yet."), "\(invited.seen)")
      }
    }
  }
}

extension Browser {
  /// Sends a form with a file, which may be none.
  fileprivate func post(
    _ path: String, file: [UInt8], named name: String, fields: [String: String]
  ) async throws -> Answer {
    try await send(path, file: file, named: name, fields: fields)
  }
}
