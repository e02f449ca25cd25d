import Foundation
import ScheduleModel
import Testing

@testable import Calendars

@Suite("A schedule becomes calendars")
struct CalendarExportTests {
  /// The files in each language, made once for all tests.
  private static let exported = Result {
    let plan = try SampleSchedule.plan()
    let schedule = try SampleSchedule.schedule(of: plan)
    return ReaderLanguage.allCases.map { language in
      CalendarExport.files(plan: plan, schedule: schedule, language: language)
    }
  }

  private func files(_ language: ReaderLanguage = .vietnamese) throws -> [CalendarFile] {
    let exported = try Self.exported.get()
    return exported[language == .vietnamese ? 0 : 1]
  }

  private func file(_ name: String, _ language: ReaderLanguage = .vietnamese) throws -> CalendarFile {
    try #require(try files(language).first { $0.name == name })
  }

  /// A component of a calendar, by its UID.
  private func component(
    _ uid: String, in name: String, _ language: ReaderLanguage = .vietnamese
  ) throws -> CalendarCheck.Component {
    let calendar = CalendarCheck(try file(name, language).text).calendar
    return try #require(calendar.parts.first { $0.value("UID") == uid })
  }

  @Test("one file for each outlet, language and producer, and one of the year, by name")
  func names() throws {
    #expect(
      try files().map(\.name) == [
        "language-hmn.ics", "language-tai.ics", "language-vi.ics", "outlet-bao.ics", "outlet-it.ics",
        "outlet-pano.ics", "outlet-paris.ics", "outlet-tv.ics", "producer-bao.ics", "producer-dai.ics",
        "year.ics",
      ])
    #expect(
      try files().map(\.title).map(\.vi) == [
        "Tiếng Mông", "Tiếng Thái", "Tiếng Việt", "Báo Lai Châu", "IT-Today", "Pa nô", "Góc kiều bào",
        "Truyền hình, kênh 1; tỉnh Lai Châu", "bao sản xuất", "Đài PT-TH tỉnh sản xuất", "Cả năm 2020",
      ])
    #expect(
      try files().map(\.title).map(\.en) == [
        "In Hmong", "In Tai", "In Vietnamese", "Báo Lai Châu", "IT-Today", "Pa nô", "Góc kiều bào",
        "Truyền hình, kênh 1; tỉnh Lai Châu", "Produced by bao", "Produced by Đài PT-TH tỉnh",
        "The whole year 2020",
      ])
  }

  @Test("every file in both languages passes the strict check", arguments: ReaderLanguage.allCases)
  func strict(_ language: ReaderLanguage) throws {
    for file in try files(language) {
      #expect(CalendarCheck.problems(in: file.text) == [], "\(file.name)")
      #expect(CalendarChecker.findings(in: file.octets, file: file.name) == [])
    }
  }

  @Test(
    "an event names who supports the line, who answers for it and how long a work is, where the plan says so")
  func supportPersonAndLength() throws {
    let window = CivilDay.year(2020)
    let line = PlanLine(
      id: "a", title: "A", form: CountingUnit(["tin"]), outlets: .each(["tv"]), quota: nil, basis: .plan,
      placing: Placing(
        grid: [], window: window, weights: Array(repeating: 1, count: 12),
        months: Array(repeating: Placing.anyCount, count: 12), perDay: nil, pins: [], minutes: 15),
      versions: nil, responsibility: Responsibility(support: ["so", "bao"], person: "Lan"), topics: [],
      tone: nil,
      overlap: .unsaid, note: nil, place: Sample.place)
    let plan = Sample.plan(
      units: [Sample.unit("so", "Sở Nội vụ"), Sample.unit("bao", "Báo tỉnh")], outlets: [], lines: [line])
    let slot = Slot(
      outlet: "tv", grid: "g", ruleDay: window.lowerBound, timing: .allDay(window.lowerBound), pieces: 1,
      languages: [])
    let placement = Placement(
      plan: plan.id, line: "a", edition: 1, language: .vietnamese, run: .first, slot: slot)
    func facts(_ language: ReaderLanguage) -> [String] {
      PlacementWords(plan: plan, language: language).description(of: placement)
        .split(separator: "\n").map(String.init)
    }
    #expect(
      facts(.vietnamese).suffix(4) == [
        "Đơn vị phối hợp: Sở Nội vụ, Báo tỉnh", "Người phụ trách: Lan", "Thời lượng: 15 phút",
        "Kế hoạch: Tuyên truyền cải cách hành chính",
      ])
    #expect(
      facts(.english).suffix(4).dropLast() == [
        "Supporting units: Sở Nội vụ, Báo tỉnh", "Responsible: Lan", "Length: 15 min",
      ])
  }

  @Test("two exports give the same bytes")
  func deterministic() throws {
    let plan = try SampleSchedule.plan()
    let again = CalendarExport.files(
      plan: plan, schedule: try SampleSchedule.schedule(of: plan), language: .vietnamese)
    #expect(try files().map(\.octets) == again.map(\.octets))
    #expect(try files().map(\.name) == again.map(\.name))
    #expect(try files().map(\.title) == again.map(\.title))
  }

  @Test("each calendar holds its placements in the schedule's order, and the year holds all")
  func contents() throws {
    let plan = try SampleSchedule.plan()
    let placements = try SampleSchedule.schedule(of: plan).placements
    func uids(_ name: String) throws -> [String] {
      CalendarCheck(try file(name).text).calendar.parts.filter { $0.kind == "VEVENT" }
        .map { $0.value("UID") ?? "" }
    }
    #expect(try uids("year.ics") == placements.map(\.uid))
    #expect(try uids("outlet-tv.ics") == placements.filter { $0.outlet == "tv" }.map(\.uid))
    #expect(try uids("language-hmn.ics") == placements.filter { $0.language.tag == "hmn" }.map(\.uid))
    #expect(try uids("producer-dai.ics") == placements.filter { $0.line == "chuyen-muc" }.map(\.uid))
  }

  @Test("a schedule without placements has no calendars")
  func empty() throws {
    let plan = try SampleSchedule.plan()
    #expect(CalendarExport.files(plan: plan, schedule: Sample.schedule([], []), language: .english).isEmpty)
  }

  @Test("an hour stands on the outlet's clock, also past midnight and at 24:00")
  func hours() throws {
    func times(_ uid: String, _ name: String) throws -> [String] {
      let event = try component(uid, in: name)
      return ["DTSTART", "DTEND"].flatMap { event.all($0) }.map { line in
        "\(line.parameters.map { "\($0)=\($1)" }.joined()) \(line.value)"
      }
    }
    #expect(
      try times("p2020.chuyen-muc.1.vi@lichsong", "outlet-tv.ics") == [
        "TZID=Asia/Ho_Chi_Minh 20200102T201500", "TZID=Asia/Ho_Chi_Minh 20200102T203000",
      ])
    #expect(
      try times("p2020.chuyen-muc.1.hmn@lichsong", "outlet-tv.ics") == [
        "TZID=Asia/Ho_Chi_Minh 20200109T235000", "TZID=Asia/Ho_Chi_Minh 20200110T000500",
      ])
    #expect(
      try times("p2020.chuyen-muc.1.tai@lichsong", "outlet-tv.ics") == [
        "TZID=Asia/Ho_Chi_Minh 20200103T000000", "TZID=Asia/Ho_Chi_Minh 20200103T001500",
      ])
    #expect(
      try times("p2020.kieu-bao.1.vi@lichsong", "outlet-paris.ics") == [
        "TZID=Europe/Paris 20200105T233000", "TZID=Europe/Paris 20200106T001500",
      ])
  }

  @Test("a newspaper issue is a whole day, and its calendar needs no zone")
  func newspaper() throws {
    let issue = try component("p2020.bai.1.vi@lichsong", in: "outlet-bao.ics")
    #expect(issue.value("DTSTART") == "20200101" && issue.all("DTSTART")[0].parameters == ["VALUE": "DATE"])
    #expect(issue.value("DTEND") == "20200102" && issue.all("DTEND")[0].parameters == ["VALUE": "DATE"])
    #expect(issue.value("CATEGORIES") == "báo")
    #expect(try !file("outlet-bao.ics").text.contains("VTIMEZONE"))
  }

  @Test("what is due in the month covers the month, without an hour")
  func inMonth() throws {
    let february = try component("p2020.it.2.vi@lichsong", in: "outlet-it.ics")
    #expect(february.value("DTSTART") == "20200201" && february.value("DTEND") == "20200301")
    #expect(february.value("SUMMARY") == "IT-Today – kỳ 2 – trong tháng")
    #expect(february.value("TRANSP") == "TRANSPARENT")
    #expect(
      try component("p2020.it.2.vi@lichsong", in: "outlet-it.ics", .english).value("SUMMARY")
        == "IT-Today – no. 2 – in the month")
  }

  @Test("hard titles arrive as one line in NFC, without control characters")
  func hardTitle() throws {
    let event = try component("p2020.chuyen-muc.3.hmn@lichsong", in: "language-hmn.ics")
    let summary = try #require(event.all("SUMMARY").first)
    let title = "Cải cách; hành chính, “một cửa” \\ \"liên thông\" năm 2020: Tiếng nói 🇻🇳 của nhân dân"
    #expect(CalendarCheck.unescaped(summary.value) == "\(title) – kỳ 3 – tiếng Mông")
    #expect(summary.parameters == ["LANGUAGE": "vi"])
  }

  @Test("the description tells what the plan states, a fact a line")
  func description() throws {
    let uid = "p2020.chuyen-muc.3.hmn@lichsong"
    let vietnamese = try #require(try component(uid, in: "year.ics").value("DESCRIPTION"))
    #expect(
      CalendarCheck.unescaped(vietnamese) == """
        Hình thức: chuyên mục
        Kỳ: 3
        Lượt: phát mới
        Ngôn ngữ: tiếng Mông
        Đơn vị sản xuất: Đài PT-TH tỉnh
        Đơn vị chủ trì: Sở Nội vụ
        Kế hoạch: Kế hoạch tuyên truyền, phổ biến; cải cách hành chính
        Văn bản: 424/KH-UBND
        Mục: I.1
        Chủ đề: Một cửa, một cửa liên thông; Dịch vụ công
        Hạn dịch: 22/01/2020
        Bản gốc tiếng Việt: 16/01/2020
        """)
    let english = try #require(try component(uid, in: "year.ics", .english).value("DESCRIPTION"))
    #expect(
      CalendarCheck.unescaped(english) == """
        Form: chuyên mục
        Number: 3
        Run: first run
        Language: Hmong
        Producer: Đài PT-TH tỉnh
        Lead unit: Sở Nội vụ
        Plan: Kế hoạch tuyên truyền, phổ biến; cải cách hành chính
        Document: 424/KH-UBND
        Row: I.1
        Topics: Một cửa, một cửa liên thông; Dịch vụ công
        Translation due: 2020-01-22
        Vietnamese original: 2020-01-16
        """)
  }

  @Test("a line without a document of its own names the plan's, and what is not stated is left out")
  func shortDescription() throws {
    let text = try #require(try component("p2020.it.1.vi@lichsong", in: "year.ics").value("DESCRIPTION"))
    #expect(
      CalendarCheck.unescaped(text) == """
        Hình thức: chuyên mục
        Kỳ: 1
        Lượt: phát mới
        Ngôn ngữ: tiếng Việt
        Kế hoạch: Kế hoạch tuyên truyền, phổ biến; cải cách hành chính
        Văn bản: 44/KH-UBND
        """)
  }

  @Test("a repeat says so, and carries the keys that programs read")
  func keys() throws {
    let event = try component("p2020.chuyen-muc.1.vi.repeat.paris@lichsong", in: "outlet-paris.ics")
    #expect(event.value("SUMMARY")?.hasSuffix(" – kỳ 1 – phát lại") == true)
    let keys = event.lines.filter { $0.name.hasPrefix("X-") }.map { "\($0.name):\($0.value)" }
    #expect(
      keys == [
        "X-LICHSONG-LINE:chuyen-muc", "X-LICHSONG-EDITION:1", "X-LICHSONG-LANGUAGE:vi",
        "X-LICHSONG-RUN:repeat",
      ])
  }

  @Test("categories come from a closed vocabulary without the characters that libical leaves bare")
  func categories() throws {
    let plan = try SampleSchedule.plan()
    let categories = ReaderLanguage.allCases.flatMap { language in
      let words = PlacementWords(plan: plan, language: language)
      return Outlet.Kind.allCases.map { words.category(of: $0) }
        + Deadline.Work.allCases.map { words.category(of: $0) }
    }
    #expect(categories.filter { $0.contains { ",;\\\n".contains($0) } } == [])
    #expect(Set(categories).count >= 24)
  }

  @Test("each first run in another language brings its translation task into its calendars")
  func tasks() throws {
    let schedule = try SampleSchedule.schedule(of: SampleSchedule.plan())
    let versions = schedule.placements.filter { $0.language != .vietnamese }
    func tasks(_ name: String) throws -> [String] {
      CalendarCheck(try file(name).text).calendar.parts.filter { $0.kind == "VTODO" }
        .map { $0.value("RELATED-TO") ?? "" }
    }
    #expect(try tasks("year.ics") == versions.map(\.uid))
    #expect(try tasks("language-tai.ics") == versions.filter { $0.language.tag == "tai" }.map(\.uid))
    #expect(try tasks("outlet-it.ics") == versions.filter { $0.outlet == "it" }.map(\.uid))
    #expect(try tasks("producer-dai.ics") == versions.filter { $0.line == "chuyen-muc" }.map(\.uid))
    #expect(try tasks("language-vi.ics") == [])
  }

  @Test("a translation starts when the original goes out and is due the day before it goes out itself")
  func task() throws {
    let task = try component("todo-p2020.chuyen-muc.1.hmn@lichsong", in: "language-hmn.ics")
    #expect(task.value("DTSTART") == "20200102" && task.value("DUE") == "20200108")
    #expect(task.all("DUE")[0].parameters == ["VALUE": "DATE"])
    #expect(task.value("STATUS") == "NEEDS-ACTION" && task.value("CATEGORIES") == "biên dịch")
    #expect(task.value("SUMMARY")?.hasPrefix("Dịch tiếng Mông: Cải cách\\; hành chính\\, ") == true)
    #expect(
      CalendarCheck.unescaped(task.value("DESCRIPTION") ?? "") == """
        Phát: 09/01/2020 23:50, Truyền hình, kênh 1; tỉnh Lai Châu
        Đơn vị sản xuất: Đài PT-TH tỉnh
        Kế hoạch: Kế hoạch tuyên truyền, phổ biến; cải cách hành chính
        """)
    let english = try component("todo-p2020.chuyen-muc.1.hmn@lichsong", in: "language-hmn.ics", .english)
    #expect(english.value("SUMMARY")?.hasPrefix("Translate into Hmong: ") == true)
  }

  @Test("a translation due before its original goes out, or on that day, has no start")
  func taskWithoutStart() throws {
    let task = try component("todo-p2020.chuyen-muc.1.tai@lichsong", in: "language-tai.ics")
    #expect(task.all("DTSTART").isEmpty && task.value("DUE") == "20200101")
  }

  @Test("a translation for some day of a month is due before the last of them, and has no start")
  func taskInMonth() throws {
    let task = try component("todo-p2020.it.2.hmn@lichsong", in: "outlet-it.ics")
    #expect(task.all("DTSTART").isEmpty && task.value("DUE") == "20200228")
  }

  @Test("an event of no known length ends when it starts")
  func withoutLength() throws {
    let grid = try Sample.grid(.dates([try Sample.day("2020-03-02")]), minutes: 0)
    let plan = Sample.plan(outlets: [Sample.outlet(grid: [grid])], lines: [Sample.line("a")])
    let slots = GridExpansion.slots(of: plan).slots
    let placement = Placement(
      plan: plan.id, line: "a", edition: 1, language: .vietnamese, run: .first, slot: slots[0])
    let file = try #require(
      CalendarExport.files(plan: plan, schedule: Sample.schedule(slots, [placement]), language: .english).last
    )
    let event = CalendarCheck(file.text).calendar.parts.first { $0.kind == "VEVENT" }
    #expect(event?.value("DTSTART") == "20200302T201500")
    #expect(event?.all("DTEND").isEmpty == true)
    #expect(CalendarCheck.problems(in: file.text) == [])
  }

  @Test("a title of control characters alone gives way to the line's id")
  func titleOfNothing() throws {
    let grid = try Sample.grid(.dates([try Sample.day("2020-03-02")]))
    let plan = Sample.plan(
      outlets: [Sample.outlet(name: "\u{1}", grid: [grid])], lines: [Sample.line("a", title: "\u{7F}\u{0}")])
    let slots = GridExpansion.slots(of: plan).slots
    let placement = Placement(
      plan: plan.id, line: "a", edition: 1, language: .vietnamese, run: .first, slot: slots[0])
    let file = try #require(
      CalendarExport.files(plan: plan, schedule: Sample.schedule(slots, [placement]), language: .english).last
    )
    let event = CalendarCheck(file.text).calendar.parts.first { $0.kind == "VEVENT" }
    #expect(event?.value("SUMMARY") == "a – no. 1")
    #expect(event?.all("LOCATION").isEmpty == true)
    #expect(CalendarCheck.problems(in: file.text) == [])
  }
}
