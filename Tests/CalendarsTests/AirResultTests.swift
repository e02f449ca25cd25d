import ScheduleModel
import Testing

@testable import Calendars

@Suite("An event says what became of its placement")
struct AirResultTests {
  private let uid = "p2020.a.1.vi@lichsong"

  private func plan(_ kind: Outlet.Kind = .television) throws -> Plan {
    let daily = try Sample.grid(Sample.rule("FREQ=DAILY"))
    return Sample.plan(
      outlets: [Sample.outlet("tv", name: "TV", kind: kind, grid: [daily])],
      lines: [Sample.line("a", title: "A")])
  }

  private func placement() throws -> Placement {
    let start = LocalTime(try Sample.day("2020-04-02"), try #require(TimeOfDay("20:15")))
    let slot = Slot(
      outlet: "tv", grid: "g", ruleDay: start.day, timing: .timed(start: start, minutes: 15), pieces: 1,
      languages: [])
    return Placement(plan: "p2020", line: "a", edition: 1, language: .vietnamese, run: .first, slot: slot)
  }

  private func outcome(_ outcome: Outcome, _ day: String = "2020-04-04", _ time: String? = "20:40") throws
    -> PlacementOutcome
  {
    let entry = AsRunEntry(
      place: Sample.place, day: try Sample.day(day), time: time.flatMap { TimeOfDay($0) }, outlet: "tv",
      line: "a", edition: 1, language: .vietnamese, title: "A", minutes: nil, status: .aired, uid: nil,
      evidence: nil)
    let isShown = outcome.countsAsAired || outcome == .preempted
    return PlacementOutcome(placement: try placement(), outcome: outcome, entry: isShown ? entry : nil)
  }

  private func terms(_ day: String, showsCancelled: Bool = false) throws -> PublishingTerms {
    var terms = PublishingTerms(revised: LocalTime(try Sample.day(day)))
    terms.showsCancelled = showsCancelled
    return terms
  }

  /// The event as planned, and then with its outcome.
  private func event(
    _ outcome: PlacementOutcome, kind: Outlet.Kind = .television, language: ReaderLanguage = .vietnamese,
    showsCancelled: Bool = false
  ) throws -> PublishedFolder.Component {
    var folder = PublishedFolder()
    let plan = try plan(kind)
    folder.publish(
      plan, [try placement()], try terms("2020-04-01", showsCancelled: showsCancelled), language: language)
    func publish(_ day: String) throws {
      folder.publish(
        plan, [try placement()], try terms(day, showsCancelled: showsCancelled), language: language,
        outcomes: [outcome])
    }
    try publish("2020-05-01")
    let files = folder.files
    try publish("2020-06-01")
    #expect(folder.files == files, "publishing twice changes nothing")
    let event = folder.component(uid, in: "year.ics")
    #expect(event["DTSTART"] == "20200402T201500" && event["TRANSP"] == "TRANSPARENT")
    #expect(event.octets.split(separator: "CATEGORIES").count == 2)
    return event
  }

  @Test(
    "status, title, X- property; SEQUENCE rises where the status changes, else the stamp alone",
    arguments: [
      (Outcome.aired, "CONFIRMED", "Đã phát: A – kỳ 1", "Aired: A – no. 1", 0),
      (
        .late, "CONFIRMED", "Đã phát lệch giờ (20:40): A – kỳ 1", "Aired at another hour (20:40): A – no. 1",
        0
      ),
      (
        .moved, "CONFIRMED", "Đã phát ngày khác (04/04/2020): A – kỳ 1",
        "Aired on another day (2020-04-04): A – no. 1", 0
      ),
      (.missed, "TENTATIVE", "Chưa thực hiện: A – kỳ 1", "Missed: A – no. 1", 1),
      (.preempted, "CANCELLED", "Nhường sóng: A – kỳ 1", "Pre-empted: A – no. 1", 1),
    ])
  func outcomes(_ outcome: Outcome, status: String, vi: String, en: String, sequence: Int) throws {
    let event = try event(self.outcome(outcome))
    #expect([event["STATUS"], event["X-LICHSONG-OUTCOME"]] == [status, outcome.rawValue])
    #expect(CalendarCheck.unescaped(event["SUMMARY"]) == vi)
    #expect(event.sequence == sequence && event["DTSTAMP"] == "20200501T000000Z")
    #expect(try self.event(self.outcome(outcome), language: .english)["SUMMARY"] == en)
  }

  @Test(
    "the actual time stands in the description and in a property of its own; a day alone where the log has no time"
  )
  func actualTime() throws {
    let moved = try event(outcome(.moved))
    #expect(moved["X-LICHSONG-AIRED"] == "20200404T204000")
    #expect(moved["DESCRIPTION"].hasPrefix("Thực tế: 04/04/2020 20:40\\nHình thức: "))
    let day = try event(outcome(.moved, "2020-04-04", nil), language: .english)
    #expect(day["X-LICHSONG-AIRED"] == "20200404")
    #expect(day["DESCRIPTION"].hasPrefix("Actual: 2020-04-04\\nForm: "))
    #expect(try event(outcome(.aired))["X-LICHSONG-AIRED"] == "")
  }

  @Test("what is printed is published, and an activity is done")
  func kinds() throws {
    #expect(try event(outcome(.aired), kind: .newspaper)["SUMMARY"] == "Đã đăng: A – kỳ 1")
    #expect(
      try event(outcome(.moved), kind: .website, language: .english)["SUMMARY"].hasPrefix("Published on"))
    #expect(try event(outcome(.aired), kind: .event)["SUMMARY"] == "Đã thực hiện: A – kỳ 1")
  }

  @Test("while nobody knows, the event is as planned")
  func pending() throws {
    let event = try event(outcome(.pending))
    #expect([event["SUMMARY"], event["STATUS"], event["SEQUENCE"]] == ["A – kỳ 1", "CONFIRMED", "0"])
    #expect(event["X-LICHSONG-OUTCOME"] == "")
  }

  @Test("for clients that hide what is cancelled, it is tentative, transparent, and its title tells")
  func shown() throws {
    let preempted = try event(outcome(.preempted), showsCancelled: true)
    #expect([preempted["STATUS"], preempted["SUMMARY"]] == ["TENTATIVE", "Nhường sóng: A – kỳ 1"])
    var folder = PublishedFolder()
    let plan = try plan()
    folder.publish(plan, [try placement()], try terms("2020-04-01"))
    var english = PublishedFolder()
    english.publish(plan, [try placement()], try terms("2020-04-01"), language: .english)
    english.publish(plan, [], try terms("2020-04-02", showsCancelled: true), language: .english)
    #expect(english.component(uid, in: "year.ics")["SUMMARY"] == "Cancelled: A – no. 1")
    folder.publish(plan, [], try terms("2020-04-02", showsCancelled: true))
    let tombstone = folder.component(uid, in: "outlet-tv.ics")
    #expect(
      [tombstone["STATUS"], tombstone["SUMMARY"], tombstone["TRANSP"], tombstone["SEQUENCE"]] == [
        "TENTATIVE", "Đã hủy: A – kỳ 1", "TRANSPARENT", "1",
      ])
    #expect(tombstone["X-LICHSONG-OUTCOME"] == "cancelled")
    let files = folder.files
    folder.publish(plan, [], try terms("2020-04-03", showsCancelled: true))
    #expect(folder.files == files)
    // The office changes its mind: the same revision in the other form.
    folder.publish(plan, [], try terms("2020-04-04"))
    let hidden = folder.component(uid, in: "outlet-tv.ics")
    #expect([hidden["STATUS"], hidden["SUMMARY"], hidden["SEQUENCE"]] == ["CANCELLED", "A – kỳ 1", "1"])
    #expect(hidden["X-LICHSONG-OUTCOME"] == "")
    // Restored, it goes on.
    folder.publish(plan, [try placement()], try terms("2020-04-05", showsCancelled: true))
    let back = folder.component(uid, in: "outlet-tv.ics")
    #expect([back["STATUS"], back["SUMMARY"], back["SEQUENCE"]] == ["CONFIRMED", "A – kỳ 1", "2"])
    folder.publish(plan, [], try terms("2020-04-06", showsCancelled: true))
    folder.publish(plan, [], try terms("2020-07-03", showsCancelled: true))
    #expect(folder.files.isEmpty)
  }
}
