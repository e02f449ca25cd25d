import ScheduleModel
import Testing

@testable import Calendars

@Suite("Other people's calendars become grid lines, days off and pins")
struct GridAdoptionTests {
  private func adopted(_ events: String..., plan: Plan? = nil) -> GridAdoption {
    let reading = CalendarReader.read(CalendarText.octets(events), CalendarText.terms())
    return GridAdoption(reading, CalendarText.terms(), outlet: plan?.outlets.first, plan: plan)
  }

  private func text(_ adopted: GridAdoption) -> [String] {
    adopted.lines.map(\.line).map { line in
      var text = "\(line.id) "
      switch line.recurrence {
      case .rule(let rule): text += rule.text
      case .dates(let days): text += days.map(\.description).joined(separator: ",")
      case .monthly: text += "?"
      }
      if let at = line.at { text += " \(at) \(line.minutes)m" }
      if let from = line.validity.from { text += " from \(from)" }
      if let to = line.validity.through { text += " to \(to)" }
      return text
        + (line.except.isEmpty ? "" : " except " + line.except.map(\.description).joined(separator: ","))
    }
  }

  @Test("a rule keeps its beat from the year before, and stands without from and to where it needs none")
  func beat() {
    #expect(
      text(
        adopted(
          CalendarText.event(
            "a", "SUMMARY:Hai tuần", "DTSTART:20251225T131500Z", "DURATION:PT15M",
            "RRULE:FREQ=WEEKLY;INTERVAL=2"),
          CalendarText.event(
            "b", "SUMMARY:Ngày", "DTSTART:20260301T020000Z", "DURATION:PT1H",
            "RRULE:FREQ=DAILY;UNTIL=20260401T000000Z"),
          CalendarText.event(
            "c", "SUMMARY:Tháng", "DTSTART:20200131T020000Z", "DURATION:PT1H", "RRULE:FREQ=MONTHLY")))
        == [
          "hai-tuan FREQ=WEEKLY;INTERVAL=2;BYDAY=TH 20:15 15m from 2026-01-08",
          "ngay FREQ=DAILY 09:00 60m from 2026-03-01 to 2026-03-31",
          "thang FREQ=MONTHLY;BYMONTHDAY=31 09:00 60m",
        ])
  }

  @Test("what falls on another weekday here keeps a rule; what no rule says becomes dates")
  func shifted() {
    let grid = adopted(
      CalendarText.event(
        "a", "SUMMARY:Sáng", "DTSTART:20260104T230000Z", "DURATION:PT30M", "RRULE:FREQ=WEEKLY"),
      CalendarText.event("b", "DTSTART:20260104T230000Z", "DURATION:PT15M", "RRULE:FREQ=MONTHLY;COUNT=3"))
    #expect(
      text(grid) == [
        "sang FREQ=WEEKLY;BYDAY=MO 06:00 30m", "khung 2026-01-05,2026-02-05,2026-03-05 06:00 15m",
      ])
    #expect(grid.findings.map(\.code) == [.calendarNotExpressible, .calendarOverlap])
  }

  @Test("what no grid line can say is an error: days on end, seconds, more than a day")
  func notExpressible() throws {
    let plan = Sample.plan(try Sample.grid(try Sample.rule("FREQ=DAILY"), id: "toi"))
    let events = [
      CalendarText.event("a", "SUMMARY:A", "DTSTART;VALUE=DATE:20260401", "DTEND;VALUE=DATE:20260403"),
      CalendarText.event("b", "SUMMARY:B", "DTSTART:20260401T100000Z"),
      CalendarText.event("c", "SUMMARY:C", "DTSTART:20260401T110000Z", "DURATION:PT90S"),
      CalendarText.event("d", "SUMMARY:D", "DTSTART:20260401T000000Z", "DURATION:PT25H"),
      CalendarText.event("e", "SUMMARY:E", "DTSTART;VALUE=DATE:20260401"),
    ]
    let reading = CalendarReader.read(CalendarText.octets(events), CalendarText.terms())
    let grid = GridAdoption(reading, CalendarText.terms(), outlet: plan.outlets[0], plan: plan)
    #expect(grid.findings.map(\.code) == Array(repeating: .calendarNotExpressible, count: 3))
    // An hour without a length, and a day without an hour, are kept as they are.
    #expect(text(grid) == ["b 2026-04-01 17:00 0m", "e 2026-04-01"])
    // An exhibition lasts days; on a channel that would be days off.
    let hall = GridAdoption(
      reading, CalendarText.terms(), outlet: Sample.outlet("nha", kind: .event, grid: []), plan: nil)
    #expect(hall.lines.first { $0.title == "A" }?.line.spanDays == 2)
  }

  @Test("openings at the same time are told once for each pair")
  func overlap() {
    let grid = adopted(
      CalendarText.event(
        "a", "SUMMARY:A", "DTSTART:20260401T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=9"),
      CalendarText.event(
        "b", "SUMMARY:B", "DTSTART:20260402T103000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2"),
      CalendarText.event("c", "SUMMARY:C", "DTSTART:20260402T090000Z", "DURATION:PT1H"))
    #expect(
      grid.findings.map(\.message.en) == [
        "“a” and “b” are open at the same time on 2 occasions, first on 2026-04-02."
      ])
  }

  @Test(
    "days off: whole days, a day busy throughout, runs of days of one name; hours close nothing by themselves"
  )
  func blackouts() {
    let reading = CalendarText.read(
      CalendarText.event("a", "SUMMARY:Tết", "DTSTART;VALUE=DATE:20251230", "DTEND;VALUE=DATE:20260102"),
      CalendarText.event("b", "SUMMARY:Tết", "DTSTART;VALUE=DATE:20260102", "TRANSP:TRANSPARENT"),
      CalendarText.event("c", "SUMMARY:Bảo trì", "DTSTART:20260331T150000Z", "DTEND:20260402T000000Z"),
      CalendarText.event("d", "SUMMARY:Họp", "DTSTART:20260501T020000Z", "DURATION:PT1H"),
      CalendarText.event(
        "e", "SUMMARY:Rảnh", "DTSTART:20260501T020000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"))
    func adopted(closesFreeDays: Bool) -> BlackoutAdoption {
      BlackoutAdoption(
        reading, CalendarText.terms(), outlet: nil, outletID: "tv", plan: nil, closesFreeDays: closesFreeDays)
    }
    func text(_ adopted: BlackoutAdoption) -> [String] {
      adopted.blackouts.map { "\($0.name) \($0.days) \($0.outlets)" }
    }
    let asked = adopted(closesFreeDays: false)
    #expect(
      text(asked) == [
        "Tết 2026-01-01..<2026-01-02 [\"tv\"]", "Bảo trì 2026-04-01..<2026-04-02 [\"tv\"]",
      ])
    #expect(asked.findings.map(\.code) == [.calendarLeftOut, .calendarLeftOut, .calendarNotExpressible])
    #expect(
      asked.findings.dropFirst().first?.message.en
        == "“Tết” takes whole days but is marked as free (TRANSP:TRANSPARENT), and closes no day.")
    #expect(asked.findings.dropFirst().first?.remedy?.en == "If they are days off, add --close-free-days.")
    let closed = adopted(closesFreeDays: true)
    #expect(
      text(closed) == [
        "Tết 2026-01-01..<2026-01-03 [\"tv\"]", "Bảo trì 2026-04-01..<2026-04-02 [\"tv\"]",
      ])
    #expect(closed.findings.map(\.code) == [.calendarLeftOut, .calendarNotExpressible])
  }

  @Test(
    "busy hours close a day when they take all of its openings, and say which to leave out when they take some"
  )
  func busyHours() throws {
    let grid = [
      try Sample.grid(try Sample.rule("FREQ=WEEKLY;BYDAY=TH"), id: "toi"),
      try Sample.grid(try Sample.rule("FREQ=DAILY"), id: "sang", at: "6:00"),
    ]
    let plan = Sample.plan(outlets: [Sample.outlet(grid: grid)])
    let reading = CalendarReader.read(
      CalendarText.octets(
        CalendarText.event("a", "SUMMARY:Trận đấu", "DTSTART:20200402T120000Z", "DURATION:PT3H"),
        CalendarText.event("b", "SUMMARY:Sửa máy", "DTSTART:20200402T220000Z", "DURATION:PT3H")),
      CalendarText.terms(2020))
    let adopted = BlackoutAdoption(
      reading, CalendarText.terms(2020), outlet: plan.outlets[0], outletID: "tv", plan: plan)
    #expect(adopted.blackouts.map { "\($0.name) \($0.days)" } == ["Sửa máy 2020-04-03..<2020-04-04"])
    #expect(adopted.findings.map { $0.remedy?.en } == ["except: [2020-04-02]"])
  }

  @Test("our own calendars adopted again pin the first runs; versions and reruns follow, without a warning")
  func ownExport() throws {
    let mong = try Sample.tag("hmn")
    let grid = [
      try Sample.grid(try Sample.rule("FREQ=WEEKLY;BYDAY=TH"), id: "toi"),
      try Sample.grid(try Sample.rule("FREQ=WEEKLY;BYDAY=FR"), id: "mong", languages: [mong]),
    ]
    let placed = Placing(
      grid: [], window: CivilDay.year(2020), weights: Array(repeating: 1, count: 12),
      months: Array(repeating: Placing.anyCount, count: 12), perDay: nil, pins: [], minutes: nil)
    let plan = Sample.plan(
      outlets: [Sample.outlet(grid: grid)],
      lines: [Sample.line("a", title: "Tin", placing: placed), Sample.line("b", title: "Tin tức khác")])
    let slots = GridExpansion.slots(of: plan).slots
    func placement(_ line: String, _ grid: String, _ index: Int, _ run: Placement.Run, _ tag: LanguageTag)
      -> Placement
    {
      let slot = slots.filter { $0.grid == grid }[index]
      return Placement(plan: plan.id, line: line, edition: 1, language: tag, run: run, slot: slot)
    }
    let placements = [
      placement("a", "toi", 3, .first, .vietnamese), placement("a", "toi", 4, .repeat, .vietnamese),
      placement("a", "mong", 5, .first, mong), placement("b", "toi", 6, .first, .vietnamese),
    ]
    var folder = PublishedFolder()
    folder.publish(plan, placements)
    let terms = CalendarReading.Terms(file: "year.ics", days: plan.days, zone: "Asia/Ho_Chi_Minh")
    let reading = CalendarReader.read(try #require(folder.files["year.ics"]), terms)
    let adopted = PinAdoption(reading, terms, outlet: nil, plan: plan)
    #expect(adopted.lines.map(\.line.id) == ["a"])
    #expect(adopted.lines.flatMap(\.pins).map { "\($0.day) \($0.grid ?? "")" } == ["2020-01-23 toi"])
    #expect(
      (reading.findings + adopted.findings).map { "\($0.severity) \($0.message.en)" } == [
        "info VTODO is no event, and is left out (once, here).",
        "info 3 events that this program published are language versions, reruns or cross-posts, or of lines that are not scheduled here; they become no pins.",
      ])
  }

  @Test("a programme after midnight is pinned to the broadcast day to which it belongs")
  func night() throws {
    let grid = [try Sample.grid(try Sample.rule("FREQ=WEEKLY;BYDAY=SA"), id: "khuya", at: "00:30")]
    let placed = Placing(
      grid: [], window: CivilDay.year(2020), weights: Array(repeating: 1, count: 12),
      months: Array(repeating: Placing.anyCount, count: 12), perDay: nil, pins: [], minutes: nil)
    let plan = Sample.plan(
      outlets: [Sample.outlet(grid: grid, dayStarts: try #require(TimeOfDay("05:00")))],
      lines: [Sample.line("phim", title: "Phim khuya", placing: placed)])
    let terms = CalendarReading.Terms(file: "dem.ics", days: plan.days, zone: "Asia/Ho_Chi_Minh")
    let reading = CalendarReader.read(
      CalendarText.octets(
        CalendarText.event("a", "SUMMARY:Phim khuya", "DTSTART:20200403T173000Z", "DURATION:PT15M")), terms)
    let adopted = PinAdoption(reading, terms, outlet: nil, plan: plan)
    #expect(adopted.lines.flatMap(\.pins).map { "\($0.day) \($0.grid ?? "")" } == ["2020-04-03 khuya"])
    #expect(adopted.findings.isEmpty)
  }
}
