import ScheduleModel
import Testing

@testable import Calendars

@Suite("A task gets a new stamp when what it tells changed")
struct TaskStampTests {
  private let version = "todo-p2020.a.1.hmn@lichsong"

  private func plan() throws -> Plan {
    let daily = try Sample.grid(Sample.rule("FREQ=DAILY"))
    return Sample.plan(
      outlets: [Sample.outlet("tv", name: "TV", grid: [daily])], lines: [Sample.line("a", title: "A")])
  }

  private func placement(_ day: String, _ time: String, _ language: String = "vi") throws -> Placement {
    let start = LocalTime(try Sample.day(day), try #require(TimeOfDay(time)))
    let slot = Slot(
      outlet: "tv", grid: "g", ruleDay: start.day, timing: .timed(start: start, minutes: 15), pieces: 1,
      languages: [])
    return Placement(
      plan: "p2020", line: "a", edition: 1, language: try Sample.tag(language), run: .first, slot: slot)
  }

  private func terms(_ day: String) throws -> PublishingTerms {
    PublishingTerms(revised: LocalTime(try Sample.day(day)))
  }

  private func published() throws -> PublishedFolder {
    var folder = PublishedFolder()
    folder.publish(
      try plan(), [try placement("2020-03-02", "20:15"), try placement("2020-03-20", "05:30", "hmn")],
      try terms("2020-01-01"))
    return folder
  }

  private func said(_ task: PublishedFolder.Component) -> [String] {
    [task["SEQUENCE"], task["DTSTAMP"], task["DTSTART"], task["DUE"], String(task["DESCRIPTION"].prefix(24))]
  }

  @Test("the placement goes out at another hour of the same day: the task tells so, and is due as before")
  func otherHour() throws {
    var folder = try published()
    #expect(
      said(folder.component(version, in: "year.ics"))
        == ["0", "20200101T000000Z", "20200302", "20200319", "Phát: 20/03/2020 05:30\\,"])
    folder.publish(
      try plan(), [try placement("2020-03-02", "20:15"), try placement("2020-03-20", "06:30", "hmn")],
      try terms("2020-01-02"))
    #expect(
      said(folder.component(version, in: "year.ics"))
        == ["0", "20200102T000000Z", "20200302", "20200319", "Phát: 20/03/2020 06:30\\,"])
  }

  @Test(
    "the original goes out on another day: translating begins then; an outcome of the original changes nothing"
  )
  func otherOriginal() throws {
    var folder = try published()
    let version = try placement("2020-03-20", "05:30", "hmn")
    let moved = try placement("2020-03-04", "20:15")
    folder.publish(try plan(), [moved, version], try terms("2020-01-02"))
    let task = folder.component(self.version, in: "language-hmn.ics")
    #expect(
      said(task) == ["0", "20200102T000000Z", "20200304", "20200319", "Phát: 20/03/2020 05:30\\,"])
    folder.publish(
      try plan(), [moved, version], try terms("2020-03-05"),
      outcomes: [PlacementOutcome(placement: moved, outcome: .aired, entry: nil)])
    #expect(folder.component(self.version, in: "language-hmn.ics") == task)
    folder.publish(try plan(), [version], try terms("2020-03-06"))
    #expect(
      said(folder.component(self.version, in: "year.ics"))
        == ["0", "20200306T000000Z", "", "20200319", "Phát: 20/03/2020 05:30\\,"])
  }

  @Test("a task that is no longer asked for is cancelled, while its event goes on")
  func dropped() throws {
    func plan(_ deadlines: [Deadline]) throws -> Plan {
      let daily = try Sample.grid(Sample.rule("FREQ=DAILY"))
      return Sample.plan(
        outlets: [Sample.outlet("tv", name: "TV", grid: [daily])],
        lines: [Sample.line("a", title: "A", deadlines: deadlines)])
    }
    var folder = PublishedFolder()
    let placement = try placement("2020-03-20", "20:15")
    folder.publish(
      try plan([Sample.deadline(.approval, 2, reminder: 1)]), [placement], try terms("2020-01-01"))
    folder.publish(try plan([]), [placement], try terms("2020-01-02"))
    let task = folder.component("todo-approval_\(placement.uid)", in: "outlet-tv.ics")
    #expect([task["STATUS"], task["SEQUENCE"], task["DTSTAMP"]] == ["CANCELLED", "1", "20200102T000000Z"])
    #expect(!task.octets.contains("VALARM"))
    #expect(folder.component(placement.uid, in: "outlet-tv.ics")["STATUS"] == "CONFIRMED")
    // 90 days after 20 March.
    folder.make(try terms("2020-06-18"))
    #expect(folder.components("outlet-tv.ics").count == 2)
    folder.make(try terms("2020-06-19"))
    #expect(folder.components("outlet-tv.ics").keys.sorted() == [placement.uid])
  }
}
