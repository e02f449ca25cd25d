import Foundation
import HTTPTypes
import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationFolder
import StationStore
import TestSupport
import Testing

@testable import StationServer

/// A log is sent in, looked at and recorded; nothing is in the Book before somebody said so.
struct UploadTests {
  /// A station with a plan of its own and somebody who brings in logs.
  private static func withLogger(
    _ slug: String, _ work: (ServedStation, StoredPlan, Browser) async throws -> Void
  ) async throws {
    try await ServedStation.visit { station in
      let plan = try await station.ownPlan(slug)
      let administrator = try await station.administrator()
      try await work(
        station, plan, try await station.reader(.logger, inUnit: 1, by: administrator))
    }
  }

  private static func send(
    _ browser: Browser, _ plan: StoredPlan, _ text: String, named name: String = "nhat-ky.csv"
  ) async throws -> Answer {
    try await browser.send("/p/\(plan.slug)/logs/upload", file: Array(text.utf8), named: name)
  }

  /// Where the reading of the file that was just sent is shown.
  private static func page(_ answer: Answer) throws -> String {
    #expect(answer.status == .seeOther)
    return try #require(answer.headers[.location])
  }

  private static let log = """
    Ngày,Giờ,Kênh,Tên,Trạng thái
    13/12/2018,20:15,truyen-hinh,Cải cách hành chính cuối năm,đã phát
    13/12/2018,19:45,truyen-hinh,Tin trong chương trình thời sự,đã phát
    """

  @Test("a range that was pasted is read like a file with a name of its own, and recorded")
  func range_isPasted() async throws {
    try await Self.withLogger("dan-nhat-ky") { station, plan, browser in
      let upload = "/p/\(plan.slug)/logs/upload"
      #expect(try await browser.text(upload + "?lang=vi").contains("<textarea id=\"cells\" name=\"cells\""))
      let empty = try await browser.send(upload, file: [], named: "", fields: ["cells": " \r\n"])
      #expect(empty.status == .unprocessableContent)
      let cells = "Ngày\tGiờ\tKênh\tTên\r\n13/12/2018\t20:15\ttruyen-hinh\tCải cách hành chính cuối năm\r\n"
      let page = try Self.page(try await browser.send(upload, file: [], named: "", fields: ["cells": cells]))
      let shown = try await browser.get(page)
      #expect(shown.seen.contains("đọc được 1 dòng"), "\(shown.seen)")
      #expect(try await browser.post("\(page)/record").status == .seeOther)
      let entry = try #require(try await station.desk.contents(of: plan).book.last(.log))
      #expect(entry.head.notes["source"]?.wholeMatch(of: /dan-2018-\d\d-\d\d-\d+\.csv/) != nil)
    }
  }

  @Test("what the headings say is offered where somebody points at columns, with the row below them")
  func headings_areOffered() async throws {
    try await Self.withLogger("chi-cot") { _, plan, browser in
      let log = "Nhật ký\nTT,Hôm,Giờ,Tên bài\n1,13/12/2018,20:15,Cải cách hành chính cuối năm\n"
      let page = try Self.page(try await Self.send(browser, plan, log, named: "chi-cot.csv"))
      let columns = try await browser.text("\(page)/columns?lang=vi")
      let chosen = columns.matches(of: /<option value="([a-z]*)" selected>/).map { String($0.output.1) }
      #expect(chosen == ["", "", "time", "title"], "\(columns)")
      #expect(
        columns.contains("value=\"3\" aria-label=\"Dòng 3 là lượt phát đầu tiên\" checked"), "\(columns)")
    }
  }

  @Test("a log is read first, and recorded as lichsong import records it")
  func log_isPreviewedThenRecorded() async throws {
    try await Self.withLogger("gui-nhat-ky") { station, plan, browser in
      let before = try await station.desk.contents(of: plan).book
      let page = try Self.page(try await Self.send(browser, plan, Self.log))
      let shown = try await browser.get(page)
      #expect(shown.status == .ok)
      #expect(
        shown.seen.contains(
          "nhat-ky.csv: đọc được 2 dòng, mới 2, trong đó thay dòng cũ 2; chưa ghi (xem trước)."),
        "\(shown.seen)")
      #expect(shown.seen.contains("Giờ giờ 20:15"))
      #expect(try await station.desk.contents(of: plan).book.entries.count == before.entries.count)

      let recorded = try await browser.post("\(page)/record")
      #expect(recorded.status == .seeOther)
      let logs = try await browser.get(try #require(recorded.headers[.location]) + "&lang=en")
      #expect(logs.seen.contains("nhat-ky.csv: 2 rows recorded, 0 left out."), "\(logs.seen)")
      let (book, files) = try await station.desk.contents(of: plan)
      let entry = try #require(book.last(.log))
      #expect(book.entries.count == before.entries.count + 1)
      // The same rooms as the command: the same body, and the same head but for the time.
      var request = StationYear.ImportRequest(time: ServedStation.now, author: entry.head.author)
      request.trust = nil
      let same = StationYear(before, files).importing(
        [InputFile(name: "nhat-ky.csv", bytes: Array(Self.log.utf8))], request
      ).statements
      #expect(
        same.map { String(decoding: $0.body, as: UTF8.self) } == [String(decoding: entry.body, as: UTF8.self)]
      )
      #expect(same[0].head.notes == entry.head.notes && entry.head.author.hasPrefix("Người thử logger"))
      let trail = try await station.desk.store.read { try $0.trail(count: 2).map(\.note.action) }
      #expect(trail == ["record log", "upload"])
      // The file is gone, and what it said is in the logs.
      #expect(try await browser.get(page).status == .notFound)
      #expect(
        try await browser.get("/p/\(plan.slug)/logs/upload").seen.contains("Không có tệp nào đang chờ."))
    }
  }

  @Test("a row that is left out at recording is named with its file and line on the page of the logs")
  func rowLeftOut_isNamed() async throws {
    try await Self.withLogger("de-lai") { station, plan, browser in
      let page = try Self.page(
        try await Self.send(browser, plan, Self.log + "\n32/12/2018,19:45,truyen-hinh,Tin,đã phát\n"))
      _ = try await browser.get(page)
      let recorded = try await browser.post("\(page)/record")
      #expect(recorded.status == .seeOther)
      let logs = try await browser.get(try #require(recorded.headers[.location]) + "&lang=en")
      #expect(logs.seen.contains("nhat-ky.csv: 2 rows recorded, 1 left out."), "\(logs.seen)")
      let later = try await browser.get("/p/\(plan.slug)/logs?lang=en").seen
      #expect(
        later.contains(
          "1 row could not be read or counted, and is not in the figures. nhat-ky.csv: 1 row left out when it was recorded (line 4 of the file)."
        ), "\(later)")
    }
  }

  @Test("a large file gets a waiting page that opens again by itself")
  func largeFile_isWaitedFor() async throws {
    try await Self.withLogger("tep-lon") { station, plan, browser in
      let row = "13/12/2018,20:15,truyen-hinh,Cải cách hành chính cuối năm,đã phát\n"
      let large = try Self.page(
        try await Self.send(
          browser, plan, Self.log + "\n" + String(repeating: row, count: 20_000), named: "lon.csv"))
      let waiting = try await browser.get("\(large)?lang=en")
      #expect(waiting.status == .accepted)
      #expect(waiting.text.contains(#"<meta http-equiv="refresh" content="3">"#))
      #expect(waiting.seen.contains("This page opens again every few seconds until that is done."))
      let jobs = try await station.desk.store.read { try $0.jobs(of: plan.number, count: 5) }
      let job = try #require(jobs.first { $0.kind == .largePreview })
      #expect(
        try await station.desk.store.write {
          try $0.cancelJob(job.number, of: plan.number, on: ServedStation.now)
        })
    }
  }

  @Test("where the file does not show whether day or month comes first, its sender sees both and chooses")
  func doubtfulDays_areAsked() async throws {
    try await Self.withLogger("ngay-thang") { station, plan, browser in
      let log = "Ngày,Giờ,Kênh,Tên\n05/04/2018,20:15,truyen-hinh,Cải cách hành chính\n"
      let page = try Self.page(try await Self.send(browser, plan, log))
      let shown = try await browser.get(page)
      #expect(shown.seen.contains("Tệp này chưa có gì để ghi"))
      #expect(shown.seen.contains("05/04/2018 05/04/2018 04/05/2018"), "\(shown.seen)")
      #expect(!shown.text.contains("/record\""))
      let link = try #require(shown.text.firstMatch(of: /href="([^"]*dates=MM%2Fdd)"/)).output.1
      let chosen = try await browser.get(String(link))
      #expect(chosen.seen.contains("04/05/2018 20:15"), "\(chosen.seen)")
      #expect(try await browser.post("\(page)/record").status == .unprocessableContent)
      #expect(try await browser.post("\(page)/record", ["dates": "MM/dd"]).status == .seeOther)
      let book = try await station.desk.contents(of: plan).book
      #expect(String(decoding: try #require(book.last(.log)).body, as: UTF8.self).contains("2018-05-04"))
    }
  }

  /// Typed as dd/MM into a spreadsheet that reads the month first: 5 March, 19 March, 2 April.
  private static var turned: [UInt8] {
    var book = SampleWorkbook()
    book.row("Ngày", "Giờ", "Kênh", "Tên")
    for day in [SampleWorkbook.Cell.date(43_223), .text("19/03/2018"), .date(43_135)] {
      book.rows.append([day, .text("20:15"), .text("truyen-hinh"), .text("Bản tin lạ")])
    }
    return book.bytes
  }

  @Test(
    "days that a spreadsheet turned are asked about on the page and of programs; its sender says which they are"
  )
  func turnedDays_areAsked() async throws {
    try await Self.withLogger("o-ngay") { station, plan, browser in
      let sent = try await browser.send(
        "/p/\(plan.slug)/logs/upload", file: Self.turned, named: "thang-3.xlsx")
      let page = try Self.page(sent)
      let shown = try await browser.get(page + "?lang=en")
      #expect(
        shown.seen.contains(
          "Remedy: See the station's own log or ask the sender, then choose below, where the file is read again: “Date cells of the spreadsheet”."
        ), "\(shown.seen)")
      #expect(!shown.seen.contains("--date-cells") && !shown.text.contains("/record\""))
      let turned = try await browser.get(page + "?lang=en&date-cells=turned")
      #expect(
        turned.seen.contains("2018-03-05 20:15") && turned.seen.contains("2018-04-02 20:15"), "\(turned.seen)"
      )
      // What a spreadsheet did to one file says nothing of the next one.
      #expect(!turned.text.contains("/remember"))
      #expect(try await browser.get(page + "?date-cells=x").status == .badRequest)
      let program = try await station.program([.recordLogs], of: browser)
      let upload = String(try #require(page.split(separator: "/").last))
      let address = "/api/v1/plans/\(plan.slug)/uploads/\(upload)"
      #expect(try await program.get(address + "?date-cells=x").status == .badRequest)
      let kept = try await program.get(address + "?date-cells=kept").object()
      let tables = try #require((kept["reading"] as? [String: Any])?["tables"] as? [[String: Any]])
      #expect("\(tables)".contains("2018-05-03") && !"\(tables)".contains("2018-03-05"), "\(tables)")
      #expect(try await browser.post("\(page)/record?lang=en", ["date-cells": "turned"]).status == .seeOther)
      let book = try await station.desk.contents(of: plan).book
      let body = String(decoding: try #require(book.last(.log)).body, as: UTF8.self)
      #expect(body.contains("2018-03-05") && body.contains("2018-04-02") && !body.contains("2018-05-03"))
    }
  }

  @Test(
    "a log whose rows all name an outlet that the plan does not have is told how it is read as one of the plan's"
  )
  func otherOutlet_isNamed() async throws {
    try await Self.withLogger("kenh-khac") { station, plan, browser in
      let log =
        "Ngày,Giờ,Kênh,Tên\n"
        + (17...19).map { "\($0)/12/2018,10:00,Truyền hình LC,Bản tin lạ\n" }.joined()
      let page = try Self.page(try await Self.send(browser, plan, log))
      let shown = try await browser.get(page + "?lang=en&outlet=truyen-hinh")
      #expect(shown.seen.contains("LOG_OTHER_STATION"), "\(shown.seen)")
      #expect(
        shown.seen.contains(
          "name the columns, leave that of the outlet empty, then choose “Outlet of rows that name none” where the file is read again"
        ), "\(shown.seen)")
      // Just that helps.
      let read = try await browser.get(
        page + "?lang=en&outlet=truyen-hinh&columns=skip%3D1%2Cdate%3D1%2Ctime%3D2%2Ctitle%3D4")
      #expect(
        read.seen.contains("3 rows read, 3 new") && !read.seen.contains("LOG_OTHER_STATION"), "\(read.seen)")
    }
  }

  @Test("what was chosen for a file is kept for files that are named like it")
  func choices_areRemembered() async throws {
    try await Self.withLogger("nho-lai") { station, plan, browser in
      let log = "Ngày,Giờ,Kênh,Tên\n05/04/2018,20:15,truyen-hinh,Cải cách hành chính\n"
      let page = try Self.page(try await Self.send(browser, plan, log, named: "thth-2018-04.csv"))
      #expect(try await !browser.text(page).contains("/remember"))
      let chosen = try await browser.get("\(page)?dates=MM%2Fdd")
      #expect(chosen.seen.contains("Lần sau tự đọc như vậy các tệp tên “thth-*.csv”"), "\(chosen.seen)")
      let choice = ["dates": "MM/dd", "trust": "signed-sheet"]
      #expect(
        try await browser.post("\(page)/remember", choice.merging(["name": "Đài tỉnh"]) { $1 }).status
          == .unprocessableContent)
      _ = try await browser.get("\(page)?trust=signed-sheet")
      let kept = try await browser.post("\(page)/remember", choice.merging(["name": "dai-tinh"]) { $1 })
      #expect(kept.status == .seeOther)
      let files = try await station.desk.contents(of: plan).files
      #expect(
        files?.mappings.map { String(decoding: $0.bytes, as: UTF8.self) } == """
          "dai-tinh":
            files: ["thth-*.csv"]
            dates: "M/d/yyyy"
            trust: "signed-sheet"

          """)
      // The next file of that name needs no answer.
      let next = "Ngày,Giờ,Kênh,Tên\n06/05/2018,20:15,truyen-hinh,Cải cách hành chính\n"
      let second = try Self.page(try await Self.send(browser, plan, next, named: "thth-2018-06.csv"))
      let shown = try await browser.get(second)
      #expect(shown.seen.contains("05/06/2018 20:15"), "\(shown.seen)")
      #expect(
        try await browser.post("\(page)/remember", choice.merging(["name": "dai-tinh"]) { $1 }).status
          == .unprocessableContent)
    }
  }

  @Test("a title that no line has is answered once for all rows, and the answer stands in the Book")
  func unknownTitle_isAnsweredOnce() async throws {
    try await Self.withLogger("ten-la") { station, plan, browser in
      let log = """
        Ngày,Giờ,Kênh,Tên
        18/12/2018,10:00,truyen-hinh,Bản tin buổi sớm
        19/12/2018,10:00,truyen-hinh,Bản tin buổi sớm
        """
      let page = try Self.page(try await Self.send(browser, plan, log))
      #expect(try await browser.get(page).seen.contains("Bản tin buổi sớm (2)"))
      let answer = ["title": "Bản tin buổi sớm", "line": "tin", "reason": "đổi tên từ tháng 12"]
      #expect(
        try await browser.post("\(page)/title", answer.merging(["reason": " "]) { $1 }).status
          == .unprocessableContent)
      #expect(try await browser.post("\(page)/title", answer).status == .seeOther)
      let book = try await station.desk.contents(of: plan).book
      let entry = try #require(book.last(.link))
      #expect(entry.head.comment == "đổi tên từ tháng 12")
      let shown = try await browser.get(page)
      #expect(!shown.seen.contains("Bản tin buổi sớm (2)"))
      #expect(shown.seen.contains("Tin trong chương trình thời sự 2 0"), "\(shown.seen)")
    }
  }

  @Test("a row that matches nothing is said to be something, with the evidence")
  func row_isLinkedByHand() async throws {
    try await Self.withLogger("noi-tay") { station, plan, browser in
      let log = "Ngày,Giờ,Kênh,Tên\n18/12/2018,10:00,truyen-hinh,Chương trình lạ\n"
      let page = try Self.page(try await Self.send(browser, plan, log))
      #expect(try await browser.get(page).status == .ok)
      #expect(try await browser.post("\(page)/record").status == .seeOther)
      let unmatched = "/p/\(plan.slug)/logs/unmatched"
      let shown = try await browser.text(unmatched)
      let part = try #require(shown.split(separator: "<section").first { $0.contains("Chương trình lạ") })
      let row = try #require(part.firstMatch(of: /name="row" value="([^"]+)"/)).output.1
      let form = ["row": String(row), "meaning": "nothing", "reason": "chương trình của huyện"]
      #expect(try await browser.post("/p/\(plan.slug)/logs/link", form).status == .seeOther)
      #expect(try await !browser.text(unmatched).contains("Chương trình lạ"))
      #expect(try await browser.post("/p/\(plan.slug)/logs/link", form).status == .seeOther)
      #expect(
        try await browser.post(
          "/p/\(plan.slug)/logs/link", ["row": "x.csv:9", "meaning": "nothing", "reason": "x"]
        )
        .status == .unprocessableContent)
    }
  }

  @Test("what somebody else recorded since is not overlooked: nothing is recorded, and the page says why")
  func overtakenPage_isRefused() async throws {
    try await Self.withLogger("bi-vuot") { station, plan, browser in
      let page = try Self.page(try await Self.send(browser, plan, Self.log))
      #expect(try await browser.get(page).status == .ok)
      let other = "Ngày,Giờ,Kênh,Tên\n19/12/2018,19:45,truyen-hinh,Tin trong chương trình thời sự\n"
      let second = try Self.page(try await Self.send(browser, plan, other))
      #expect(try await browser.get(second).status == .ok)
      #expect(try await browser.post("\(second)/record").status == .seeOther)
      let refused = try await browser.post("\(page)/record")
      #expect(refused.status == .conflict && refused.seen.contains("chưa ghi gì"))
      #expect(try await browser.get(page).status == .ok)
      #expect(try await browser.post("\(page)/record").status == .seeOther)
    }
  }

  @Test("declared figures are sent in the same way")
  func declaredFigures_areRecorded() async throws {
    try await Self.withLogger("ke-khai") { station, plan, browser in
      let table = """
        đơn vị,kỳ,chỉ tiêu,số liệu,ngày nhận,minh chứng
        UBND huyện Tam Đường,2018,don-vi,12,2019-01-05,báo cáo số 7
        """
      let page = try Self.page(try await Self.send(browser, plan, table, named: "huyen.csv"))
      let shown = try await browser.get(page)
      #expect(shown.seen.contains("số liệu kê khai"), "\(shown.seen)")
      #expect(try await browser.post("\(page)/discard").status == .seeOther)
      #expect(try await browser.get(page).status == .notFound)
    }
  }

  @Test("what is too large, of another sort or no form is refused, and leaves nothing behind")
  func rubbish_isRefused() async throws {
    try await Self.withLogger("rac") { station, plan, browser in
      let path = "/p/\(plan.slug)/logs/upload"
      let large = [UInt8](repeating: 0x61, count: UploadLimit.file + 1)
      let refused = try await browser.send(path, file: large, named: "a.csv")
      #expect(refused.status == .contentTooLarge && refused.seen.contains("25 MB"))
      let bad: [(octets: [UInt8], status: HTTPResponse.Status)] = [
        (Array("%PDF-1.7".utf8), .unsupportedMediaType),
        ([0x7F, 0x45, 0x4C, 0x46, 0, 0], .unsupportedMediaType),
        ([], .unprocessableContent),
      ]
      for (octets, status) in bad {
        #expect(try await browser.send(path, file: octets, named: "a.csv").status == status)
      }
      #expect(try await browser.post(path, ["file": "a,b"]).status == .badRequest)
      let token = try await browser.token()
      for body in ["", "--b", "--b\r\n\r\n", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--"] {
        #expect(
          try await browser.post(path, body: Array(body.utf8), type: "multipart/form-data; boundary=b").status
            == .badRequest, "\(body)")
      }
      let foreign = try await browser.send(
        path, file: [0x61], named: "a.csv", token: String(token.reversed()))
      #expect(foreign.status == .forbidden)
      // A workbook that is none, and a name that leads elsewhere.
      let broken = try await browser.send(
        path, file: [0x50, 0x4B, 0x03, 0x04, 1, 2], named: "../../etc/x.xlsx")
      let shown = try await browser.get(try Self.page(broken))
      #expect(
        shown.status == .ok && shown.seen.contains("x.xlsx") && !shown.seen.contains("etc"), "\(shown.seen)")
      #expect(
        try await station.desk.contents(of: plan).book.last(.log)?.head.time.day.description == "2019-01-03")
    }
  }

  @Test("who may only read sends nothing in, and sees no file of others")
  func viewer_sendsNothing() async throws {
    try await Self.withLogger("chi-doc") { station, plan, browser in
      let page = try Self.page(try await Self.send(browser, plan, Self.log))
      let viewer = try await station.viewer()
      #expect(try await Self.send(viewer, plan, Self.log).status == .forbidden)
      #expect(try await viewer.get(page).status == .forbidden)
      #expect(try await viewer.get("/p/\(plan.slug)/logs/unmatched").status == .ok)
      #expect(try await !viewer.text("/p/\(plan.slug)/logs/unmatched").contains("<button>"))
    }
  }
}

extension Browser {
  /// Sends a file as a form of the server does.
  func send(
    _ path: String, file: [UInt8], named name: String, token: String? = nil, fields: [String: String] = [:]
  ) async throws
    -> Answer
  {
    let known = try await self.token()
    let head = """
      --ranh-gioi\r
      Content-Disposition: form-data; name="token"\r
      \r
      \(token ?? known)\r
      --ranh-gioi\r
      Content-Disposition: form-data; name="file"; filename="\(name)"\r
      Content-Type: text/csv\r
      \r

      """
    let texts = fields.map { name, value in
      "--ranh-gioi\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }.joined()
    return try await post(
      path, body: Array(texts.utf8) + Array(head.utf8) + file + Array("\r\n--ranh-gioi--\r\n".utf8),
      type: "multipart/form-data; boundary=ranh-gioi")
  }

  /// Sends octets as they are given.
  func post(_ path: String, body: [UInt8], type: String) async throws -> Answer {
    var headers: HTTPFields = [.origin: "http://localhost", .contentType: type]
    if let cookie { headers[.cookie] = "lichsong=\(cookie)" }
    return try await client.execute(
      uri: path, method: .post, headers: headers, body: ByteBuffer(bytes: body))
  }
}
