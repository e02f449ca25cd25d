import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// A plan is begun in the browser, shown before it is stored.
struct StartTests {
  /// Sends the first form, in which a file may be.
  private static func look(
    _ browser: Browser, _ way: String, _ fields: [String: String], _ file: (name: String, text: String)? = nil
  ) async throws -> Answer {
    try await browser.send(
      "/new-plan/\(way)?lang=en", file: Array((file?.text ?? "").utf8), named: file?.name ?? "",
      fields: fields.merging(["step": "look", "unit": "1"]) { own, _ in own })
  }

  /// Sends what the page shows back, as a browser does, with some fields typed over.
  private static func send(
    _ browser: Browser, _ way: String, _ shown: Answer, step: String = "accept",
    _ typed: [String: String] = [:]
  ) async throws -> Answer {
    var fields = ["step": step, "unit": "1", "text": try text(of: shown)]
    for match in shown.text.matches(of: /name="(source|name|plan)"[^>]* value="([^"]*)"/) {
      fields[String(match.output.1)] = String(match.output.2)
    }
    return try await browser.send(
      "/new-plan/\(way)?lang=en", file: [], named: "", fields: fields.merging(typed) { _, new in new })
  }

  /// The plan's text in the form.
  private static func text(of page: Answer) throws -> String {
    let match = try #require(page.text.firstMatch(of: /<textarea[^>]*>\n([^<]*)<\/textarea>/), "\(page.seen)")
    return String(match.output.1).replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  private static func stored(_ slug: String, at station: ServedStation) async throws -> String? {
    guard let plan = try await station.desk.store.read({ try $0.plan(slug) }) else { return nil }
    return try await station.desk.contents(of: plan).files.map {
      String(decoding: $0.plan.bytes, as: UTF8.self)
    }
  }

  @Test("from nothing: the blank plan of lichsong new is shown, and stored when somebody says so")
  func blank_isStored() async throws {
    try await ServedStation.visit { station in
      let administrator = try await station.administrator()
      let ways = try await administrator.get("/new-plan?lang=en")
      for way in StartWay.allCases {
        #expect(
          ways.text.contains(
            "<a href=\"/new-plan/\(way.rawValue)\">\(way.name.en.replacing("'", with: "&#39;"))</a>"))
        #expect(try await administrator.get(way.path).status == .ok)
      }
      let shown = try await Self.look(
        administrator, "blank", ["name": "tu-mau", "year": "2027", "title": "Kế hoạch bịa"])
      #expect(shown.status == .ok)
      #expect(
        shown.seen.contains("What was recognised The plan for 2027: 1 line, 1 outlet."), "\(shown.seen)")
      let text = try Self.text(of: shown)
      let made = NewPlan.blank(
        NewPlan.Heading(name: "tu-mau", title: "Kế hoạch bịa", year: 2027), language: .english)
      // The same plan; only its comments name the page and not the command.
      #expect(text == made.onPage.text && !text.contains("lichsong "))
      #expect(made.text?.contains("lichsong check FOLDER") == true)
      #expect(try await Self.stored("tu-mau", at: station) == nil)

      // A slip in the text is told, and nothing is stored.
      let broken = text.replacing("quota: 12 kỳ", with: "quota: hai ba kỳ")
      let refused = try await Self.send(administrator, "blank", shown, ["text": broken])
      #expect(refused.status == .unprocessableContent && refused.seen.contains("plan.yaml:"))
      #expect(try await Self.stored("tu-mau", at: station) == nil)

      let done = try await Self.send(administrator, "blank", shown)
      #expect(done.status == .seeOther && done.headers[.location] == "/p/tu-mau/desk/plan")
      #expect(try await Self.stored("tu-mau", at: station) == text)
      // What comes next is told, with the way there.
      let begun = try await administrator.get("/p/tu-mau/desk/plan?lang=en")
      #expect(
        begun.seen.contains(
          "Next Look at what needs a look. What needs a look Look at the schedule that follows, then publish it. Desk"
        ),
        "\(begun.seen)")
      let desk = try await administrator.get("/p/tu-mau/desk?day=2026-12-28&lang=en")
      #expect(
        desk.seen.contains(
          "The outlet has no slot in this week. To the nearest week with a slot (2027-01-07)"),
        "\(desk.seen)")
      let note = try #require(try await station.desk.store.read { try $0.trail(count: 1) }.first).note
      #expect(note.action == "bring in plan" && note.object == "plan tu-mau" && note.reason == "blank")
      let again = try await Self.send(administrator, "blank", shown)
      #expect(again.status == .unprocessableContent)
      #expect(again.seen.contains("A plan has the short name “tu-mau” already"))
      #expect(try Self.text(of: again) == text)
    }
  }

  @Test(
    "from a signed annex: what was understood and what was not is shown first; no year is asked for again")
  func annex_isShownFirst() async throws {
    try await ServedStation.visit { station in
      let administrator = try await station.administrator()
      // A made-up annex.
      let rows = """
        STT,Nội dung,Hình thức,Số lượng,Đơn vị chủ trì,Đơn vị phối hợp,Thời gian,Kinh phí,Ghi chú
        1,Chuyên mục “Cải cách hành chính” trên truyền hình,Chuyên mục,02 kỳ/tháng,Đài PT-TH tỉnh,,Trong năm,,
        2,Tin về dịch vụ công,Tin truyền hình,theo thực tế,Đài PT-TH tỉnh,,Quý II,,
        """
      let file = (name: "phu-luc.csv", text: rows)
      let unclear = try await Self.look(administrator, "annex", ["name": "tu-phu-luc"], file)
      #expect(unclear.status == .unprocessableContent)
      #expect(unclear.seen.contains("The annex does not say for which year it is."))
      #expect(unclear.seen.contains("Write the right year into “Year”, and look again."))
      let shown = try await Self.look(administrator, "annex", ["name": "tu-phu-luc", "year": "2027"], file)
      #expect(shown.status == .ok)
      #expect(shown.seen.contains("The plan for 2027: 2 lines, 1 outlet."), "\(shown.seen)")
      #expect(shown.seen.contains("Not understood, or doubtful") && shown.seen.contains("phu-luc.csv:3"))
      #expect(shown.seen.contains("24 kỳ"))
      #expect(try await Self.stored("tu-phu-luc", at: station) == nil)
      #expect(try await Self.send(administrator, "annex", shown).status == .seeOther)
      #expect(try await Self.stored("tu-phu-luc", at: station)?.contains("quota: \"24 kỳ\"") == true)
      let note = try #require(try await station.desk.store.read { try $0.trail(count: 1) }.first).note
      #expect(note.reason == "annex phu-luc.csv")
    }
  }

  @Test(
    "from last year's plan on this server: days moved, what must be decided listed; not for who sees no drafts"
  )
  func after_movesTheYear() async throws {
    try await ServedStation.visit { station in
      let administrator = try await station.administrator()
      let shown = try await Self.look(
        administrator, "after", ["name": "lai-chau-2019", "plan": "lai-chau-2018"])
      #expect(shown.status == .ok && shown.seen.contains("To be decided"), "\(shown.seen)")
      let text = try Self.text(of: shown)
      #expect(text.contains("year: 2019") && text.contains("2018: planned "))
      #expect(try await Self.send(administrator, "after", shown).status == .seeOther)
      #expect(try await Self.stored("lai-chau-2019", at: station) == text)

      let other = try await station.reader(.administrator, inUnit: 1, by: administrator)
      let refused = try await Self.look(other, "after", ["name": "lai-chau-2020", "plan": "lai-chau-2018"])
      #expect(refused.status == .notFound)
      #expect(refused.seen.contains("Your roles let you read no plan; a role that sees drafts is needed."))
    }
  }

  @Test("from a foreign calendar: its events become the grid of an outlet, shown before they are stored")
  func calendar_becomesAGrid() async throws {
    try await ServedStation.visit { station in
      let administrator = try await station.administrator()
      let calendar = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Made up//EN", "BEGIN:VEVENT", "UID:1@example.vn",
        "DTSTAMP:20261201T000000Z", "DTSTART;TZID=Asia/Ho_Chi_Minh:20270107T201500",
        "DTEND;TZID=Asia/Ho_Chi_Minh:20270107T203000", "RRULE:FREQ=WEEKLY;BYDAY=TH",
        "SUMMARY:Chuyên mục tối", "END:VEVENT", "END:VCALENDAR", "",
      ].joined(separator: "\r\n")
      let fields = ["name": "tu-lich", "year": "2027", "outlet": "Truyền hình bịa", "kind": "television"]
      let shown = try await Self.look(administrator, "calendar", fields, ("lich.ics", calendar))
      #expect(shown.status == .ok)
      let text = try Self.text(of: shown)
      #expect(
        text.contains(
          """
            truyen-hinh-bia:
              name: "Truyền hình bịa"
              kind: television
              grid:
          """))
      #expect(
        text.contains("# Chuyên mục tối") && text.contains("at: \"20:15\"") || text.contains("at: 20:15"))
      #expect(shown.seen.contains("FREQ=WEEKLY;BYDAY=TH"), "\(shown.seen)")
      #expect(shown.seen.contains("put the real lines in its place"))
      #expect(try await Self.stored("tu-lich", at: station) == nil)
      #expect(try await Self.send(administrator, "calendar", shown).status == .seeOther)
      #expect(try await Self.stored("tu-lich", at: station) == text)

      let nothing = try await Self.look(
        administrator, "calendar", fields.merging(["name": "tu-lich-2"]) { _, new in new },
        ("x.ics", "no calendar"))
      #expect(nothing.status == .unprocessableContent)
      #expect(nothing.seen.contains("No plan came of it; nothing was stored."))
    }
  }

  @Test("the head of an official letter above an annex is not the plan's title")
  func letterhead_isNoTitle() async throws {
    try await ServedStation.visit { station in
      let administrator = try await station.administrator()
      func title(_ above: String) async throws -> String {
        let text =
          "\(above)\nSTT,Nội dung,Hình thức,Số lượng,,\n1,Tin trên truyền hình,Tin truyền hình,12 tin,,\n"
        let shown = try await Self.look(
          administrator, "annex", ["name": "tu-dau-thu", "year": "2027"], (name: "phu-luc.csv", text: text))
        let plan = try Self.text(of: shown)
        return String(try #require(plan.firstMatch(of: /\ntitle: "([^"]*)"/), "\(plan)").output.1)
      }
      let head = """
        ỦY BAN NHÂN DÂN TỈNH LAI CHÂU,,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM,,
        ,,,Độc lập - Tự do - Hạnh phúc,,
        """
      #expect(try await title(head) == "Kế hoạch tuyên truyền năm 2027")
      #expect(
        try await title(head + "\nDANH MỤC TUYÊN TRUYỀN NĂM 2027,,,,,") == "DANH MỤC TUYÊN TRUYỀN NĂM 2027")
    }
  }
}
