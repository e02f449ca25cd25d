import ScheduleModel
import Testing

@testable import Calendars

@Suite("Work before air is a task with a deadline")
struct DeadlineTests {
  private func plan(
    outlet: [Deadline] = [], line: [Deadline] = [], kind: Outlet.Kind = .television
  ) throws -> Plan {
    let daily = try Sample.grid(Sample.rule("FREQ=DAILY"))
    return Sample.plan(
      units: [Sample.unit("so", "Sở Nội vụ")],
      outlets: [Sample.outlet("tv", name: "TV", kind: kind, grid: [daily], deadlines: outlet)],
      lines: [
        Sample.line(
          "a", title: "A", responsibility: Responsibility(lead: "so", person: "Lan"), deadlines: line)
      ])
  }

  private func placement(
    _ timing: SlotTiming, language: String = "vi", run: Placement.Run = .first
  ) throws -> Placement {
    let slot = Slot(outlet: "tv", grid: "g", ruleDay: timing.day, timing: timing, pieces: 1, languages: [])
    return Placement(
      plan: "p2020", line: "a", edition: 1, language: try Sample.tag(language), run: run, slot: slot)
  }

  private func evening(_ day: String) throws -> SlotTiming {
    .timed(start: LocalTime(try Sample.day(day), try #require(TimeOfDay("20:15"))), minutes: 15)
  }

  private func published(
    _ plan: Plan, _ placements: [Placement], language: ReaderLanguage = .vietnamese,
    outcomes: [PlacementOutcome] = []
  ) throws -> PublishedFolder {
    var folder = PublishedFolder()
    folder.publish(
      plan, placements, PublishingTerms(revised: LocalTime(try Sample.day("2020-01-01"))),
      language: language, outcomes: outcomes)
    return folder
  }

  private func tasks(_ folder: PublishedFolder) -> [String: PublishedFolder.Component] {
    folder.components("year.ics").filter { $0.key.hasPrefix("todo-") }
  }

  private let uid = "p2020.a.1.vi@lichsong"

  @Test("where the plan says nothing there is no task but that of translating, due the day before")
  func nothingInvented() throws {
    let plan = try plan()
    let version = try placement(evening("2020-03-20"), language: "hmn")
    let folder = try published(plan, [try placement(evening("2020-03-10")), version])
    #expect(tasks(folder).mapValues { $0["DUE"] } == ["todo-p2020.a.1.hmn@lichsong": "20200319"])
  }

  @Test("days before air, the line's before the outlet's; each names what it serves and who answers")
  func days() throws {
    let plan = try plan(
      outlet: [Sample.deadline(.recording, 5), Sample.deadline(.approval, 2)],
      line: [Sample.deadline(.approval, 3), Sample.deadline(.translation, 4)])
    let version = try placement(evening("2020-03-20"), language: "hmn")
    let folder = try published(plan, [try placement(evening("2020-03-10")), version])
    #expect(
      tasks(folder).mapValues { $0["DUE"] } == [
        "todo-recording_\(uid)": "20200305", "todo-approval_\(uid)": "20200307",
        "todo-recording_p2020.a.1.hmn@lichsong": "20200315",
        "todo-approval_p2020.a.1.hmn@lichsong": "20200317", "todo-p2020.a.1.hmn@lichsong": "20200316",
      ])
    let approval = folder.component("todo-approval_p2020.a.1.hmn@lichsong", in: "outlet-tv.ics")
    #expect(approval["SUMMARY"] == "Duyệt: A – kỳ 1 – tiếng Mông")
    #expect(approval["RELATED-TO"] == "p2020.a.1.hmn@lichsong")
    #expect([approval["CATEGORIES"], approval["STATUS"]] == ["duyệt", "NEEDS-ACTION"])
    #expect(folder.component("todo-recording_\(uid)", in: "year.ics")["SUMMARY"] == "Ghi hình: A – kỳ 1")
    let english = try published(plan, [try placement(evening("2020-03-10"))], language: .english)
    #expect(english.component("todo-recording_\(uid)", in: "year.ics")["SUMMARY"] == "Record: A – no. 1")
    #expect(english.component("todo-approval_\(uid)", in: "year.ics")["SUMMARY"] == "Approve: A – no. 1")
  }

  @Test(
    "a repeat is neither recorded nor approved again; a page closes before each issue of a newspaper alone")
  func whatIsMeant() throws {
    let all = Deadline.Work.allCases.map { Sample.deadline($0, 1) }
    let repeated = try placement(evening("2020-03-20"), run: .repeat)
    let television = try published(plan(outlet: all), [try placement(evening("2020-03-10")), repeated])
    #expect(tasks(television).keys.sorted() == ["todo-approval_\(uid)", "todo-recording_\(uid)"])
    let (first, again) = (try Sample.day("2020-03-10"), try Sample.day("2020-03-20"))
    let newspaper = try published(
      plan(outlet: all, kind: .newspaper),
      [try placement(.allDay(first)), try placement(.allDay(again), run: .repeat)])
    #expect(
      tasks(newspaper).keys.sorted() == [
        "todo-approval_\(uid)", "todo-page-closing_p2020.a.1.vi.repeat.tv@lichsong",
        "todo-page-closing_\(uid)", "todo-recording_\(uid)",
      ])
    #expect(
      newspaper.component("todo-page-closing_\(uid)", in: "year.ics")["SUMMARY"] == "Chốt trang: A – kỳ 1")
  }

  @Test(
    "an hour is on the outlet's clock, in a calendar that knows its zone, and in a month the last day counts")
  func hour() throws {
    let plan = try plan(
      outlet: [Sample.deadline(.pageClosing, 1, at: "16:00"), Sample.deadline(.translation, 2, at: "24:00")],
      kind: .newspaper)
    let march = try Sample.days("2020-03-01", "2020-03-31")
    let original = try placement(.allDay(Sample.day("2020-02-20")))
    let folder = try published(plan, [original, try placement(.inMonth(march), language: "hmn")])
    let closing = folder.component("todo-page-closing_\(uid)", in: "year.ics")
    #expect(closing.octets.contains("\r\nDUE;TZID=Asia/Ho_Chi_Minh:20200219T160000\r\n"))
    let translation = folder.component("todo-p2020.a.1.hmn@lichsong", in: "year.ics")
    #expect(translation["DTSTART"] == "20200220T000000")
    #expect(translation["DUE"] == "20200330T000000")
    #expect(CalendarCheck.problems(in: folder.text("year.ics")) == [])
  }

  @Test(
    "a reminder comes so many days before, at the hour of the deadline or at nine",
    arguments: [
      ("16:00", 2, "-P2D"), ("16:00", 0, "PT0S"), (nil, 1, "-PT15H"), (nil, 0, "PT9H"), (nil, 3, "-PT63H"),
    ])
  func reminder(at time: String?, days: Int, trigger: String) throws {
    let plan = try plan(line: [Sample.deadline(.approval, 2, at: time, reminder: days)])
    let folder = try published(plan, [try placement(evening("2020-03-10"))])
    let task = folder.component("todo-approval_\(uid)", in: "year.ics").octets
    let alarm =
      "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER;RELATED=END:\(trigger)\r\n"
      + "DESCRIPTION;LANGUAGE=vi:Duyệt: A – kỳ 1\r\nEND:VALARM\r\nEND:VTODO\r\n"
    #expect(task.hasSuffix(alarm))
    var again = folder
    again.publish(plan, [try placement(evening("2020-03-10"))])
    #expect(again.files == folder.files)
    // Nobody is reminded of what is cancelled.
    again.publish(plan, [], PublishingTerms(revised: LocalTime(try Sample.day("2020-01-02"))))
    let cancelled = again.component("todo-approval_\(uid)", in: "year.ics")
    #expect([cancelled["STATUS"], cancelled["SEQUENCE"]] == ["CANCELLED", "1"])
    #expect(!cancelled.octets.contains("VALARM"))
  }

  @Test("the work before what went out is completed, without a reminder")
  func completed() throws {
    let plan = try plan(line: [Sample.deadline(.approval, 2, reminder: 1)])
    let placement = try placement(evening("2020-03-10"))
    let folder = try published(
      plan, [placement], outcomes: [PlacementOutcome(placement: placement, outcome: .aired, entry: nil)])
    let task = folder.component("todo-approval_\(uid)", in: "year.ics")
    #expect(task["STATUS"] == "COMPLETED" && !task.octets.contains("VALARM"))
  }
}
