import ScheduleModel
import Testing

@testable import Calendars

@Suite("Feeds of the plan's own")
struct FeedTests {
  private func plan(_ feeds: [CalendarFeed] = [], series: [CalendarPolicy.Series] = []) throws -> Plan {
    let daily = try Sample.grid(Sample.rule("FREQ=DAILY"))
    let (so, dai) = (Responsibility(lead: "so", person: "Lan"), Responsibility(producer: "dai"))
    return Sample.plan(
      units: [Sample.unit("so", "Sở Nội vụ"), Sample.unit("dai", "Đài")],
      outlets: [
        Sample.outlet("tv", name: "TV", grid: [daily]), Sample.outlet("fm", name: "FM", grid: [daily]),
      ],
      topics: [
        Topic(id: "mot-cua", title: "Một cửa", place: Sample.place),
        Topic(id: "dvc", title: "Dịch vụ công", place: Sample.place),
      ],
      lines: [
        Sample.line("a", responsibility: so, topics: ["mot-cua", "dvc"]),
        Sample.line(
          "b", responsibility: dai, topics: ["dvc"], deadlines: [Sample.deadline(.approval, 20)]),
        Sample.line("c"),
      ], calendars: CalendarPolicy(series: series, feeds: feeds))
  }

  private func placement(
    _ day: String, line: String = "a", edition: Int = 1, outlet: String = "tv", language: String = "vi"
  ) throws -> Placement {
    let start = LocalTime(try Sample.day(day), try #require(TimeOfDay("20:15")))
    let slot = Slot(
      outlet: outlet, grid: "g", ruleDay: start.day, timing: .timed(start: start, minutes: 15), pieces: 1,
      languages: [])
    return Placement(
      plan: "p2020", line: line, edition: edition, language: try Sample.tag(language), run: .first, slot: slot
    )
  }

  private func terms(_ day: String) throws -> PublishingTerms {
    PublishingTerms(revised: LocalTime(try Sample.day(day)))
  }

  /// The UIDs of the events of a feed, by line, edition, language and outlet.
  private func events(_ name: String, _ folder: PublishedFolder) -> [String] {
    folder.components(name).filter { $0.value.octets.hasPrefix("EVENT") }.map {
      String($0.key.dropFirst(6).dropLast(9)) + ($0.value.isTombstone ? " cancelled" : "")
    }.sorted()
  }

  @Test("a feed has what all of its keys ask for, and within one key one of the items is enough")
  func combinations() throws {
    let hmn = try Sample.tag("hmn")
    let plan = try plan([
      Sample.feed("tv-hmn", outlets: ["tv"], languages: [hmn]),
      Sample.feed("hai", outlets: ["tv", "fm"], lines: ["a", "c"]), Sample.feed("dvc", topics: ["dvc"]),
      Sample.feed("so", leads: ["so"]), Sample.feed("dai", producers: ["dai"]),
      Sample.feed("lan", outlets: ["fm"], persons: ["Lan"]), Sample.feed("tat-ca"),
    ])
    var placements: [Placement] = []
    for line in ["a", "b", "c"] {
      placements += [
        try placement("2020-03-01", line: line), try placement("2020-03-02", line: line, outlet: "fm"),
        try placement("2020-03-08", line: line, language: "hmn"),
      ].enumerated().map { index, one in
        Placement(
          plan: "p2020", line: line, edition: index + 1, language: one.language, run: .first,
          slot: Slot(
            outlet: one.outlet, grid: "g", ruleDay: one.timing.day, timing: one.timing, pieces: 1,
            languages: [])
        )
      }
    }
    var folder = PublishedFolder()
    folder.publish(plan, placements, try terms("2020-01-01"))
    func named(_ id: String) -> [String] { events("feed-\(id).ics", folder) }
    #expect(named("tv-hmn") == ["a.3.hmn", "b.3.hmn", "c.3.hmn"])
    #expect(named("hai") == ["a.1.vi", "a.2.vi", "a.3.hmn", "c.1.vi", "c.2.vi", "c.3.hmn"])
    #expect(named("dvc") == ["a.1.vi", "a.2.vi", "a.3.hmn", "b.1.vi", "b.2.vi", "b.3.hmn"])
    #expect(named("so") == ["a.1.vi", "a.2.vi", "a.3.hmn"])
    #expect(named("dai") == ["b.1.vi", "b.2.vi", "b.3.hmn"])
    #expect(named("lan") == ["a.2.vi"])
    #expect(named("tat-ca").count == 9)
  }

  @Test(
    "the days of a feed roll with the revision; what leaves them goes without a sign, nothing is a new revision"
  )
  func rolling() throws {
    let plan = try plan([Sample.feed("f", period: .window(back: 10, ahead: 20))])
    let placements = try (1...12).map { try placement("2020-\($0 < 10 ? "0" : "")\($0)-15", edition: $0) }
    var folder = PublishedFolder()
    folder.publish(plan, placements, try terms("2020-03-20"))
    #expect(events("feed-f.ics", folder) == ["a.3.vi"])
    let year = folder.files["year.ics"]
    folder.publish(plan, placements, try terms("2020-03-26"))
    #expect(events("feed-f.ics", folder) == ["a.4.vi"])
    #expect(folder.files["year.ics"] == year)
    #expect(
      folder.component("p2020.a.4.vi@lichsong", in: "feed-f.ics")
        == folder.component("p2020.a.4.vi@lichsong", in: "year.ics"))
    // The first and the last of the days are among them.
    for (day, isShown) in [
      ("2020-04-25", true), ("2020-04-26", false), ("2020-03-26", true), ("2020-03-25", false),
    ] {
      folder.publish(plan, placements, try terms(day))
      #expect(events("feed-f.ics", folder).contains("a.4.vi") == isShown, "\(day)")
    }
  }

  @Test("the days are counted on the clock of the user, not in UTC")
  func clock() throws {
    let plan = try plan([Sample.feed("f", period: .window(back: 0, ahead: 0))])
    var folder = PublishedFolder()
    let time = LocalTime(try Sample.day("2020-03-15"), try #require(TimeOfDay("06:00")))
    folder.publish(
      plan, [try placement("2020-03-15")], PublishingTerms(revised: time, zone: "Asia/Ho_Chi_Minh"))
    #expect(events("feed-f.ics", folder) == ["a.1.vi"])
  }

  @Test("what is cancelled stays cancelled in a feed while its day is shown, and elsewhere as long as ever")
  func cancelled() throws {
    let plan = try plan([Sample.feed("f", period: .window(back: 10, ahead: 20))])
    let other = try placement("2020-03-16", edition: 2)
    var folder = PublishedFolder()
    folder.publish(plan, [try placement("2020-03-15"), other], try terms("2020-03-01"))
    folder.publish(plan, [other], try terms("2020-03-02"))
    #expect(events("feed-f.ics", folder) == ["a.1.vi cancelled", "a.2.vi"])
    folder.publish(plan, [other], try terms("2020-03-25"))
    #expect(events("feed-f.ics", folder) == ["a.1.vi cancelled", "a.2.vi"])
    folder.publish(plan, [other], try terms("2020-03-27"))
    #expect(events("feed-f.ics", folder) == [])
    #expect(events("year.ics", folder) == ["a.1.vi cancelled", "a.2.vi"])
  }

  @Test("what moves out of the days or to another outlet goes from the feed, and is one revision elsewhere")
  func moved() throws {
    let plan = try plan([
      Sample.feed("f", period: .window(back: 10, ahead: 20)), Sample.feed("tv", outlets: ["tv"]),
    ])
    var folder = PublishedFolder()
    folder.publish(plan, [try placement("2020-03-15")], try terms("2020-03-01"))
    var later = folder
    later.publish(plan, [try placement("2020-06-15")], try terms("2020-03-02"))
    #expect(events("feed-f.ics", later) == [])
    #expect(later.component("p2020.a.1.vi@lichsong", in: "feed-tv.ics").sequence == 1)
    folder.publish(plan, [try placement("2020-03-15", outlet: "fm")], try terms("2020-03-02"))
    #expect(events("feed-tv.ics", folder) == [])
    #expect(events("outlet-tv.ics", folder) == ["a.1.vi cancelled"])
    #expect(folder.component("p2020.a.1.vi@lichsong", in: "feed-f.ics").sequence == 1)
  }

  @Test("a feed that asks for something else, or is no longer in the plan, changes no event")
  func redefined() throws {
    let placements = [try placement("2020-03-15"), try placement("2020-03-16", line: "c")]
    var folder = PublishedFolder()
    folder.publish(try plan([Sample.feed("f", lines: ["a"])]), placements, try terms("2020-03-01"))
    let year = folder.files["year.ics"]
    folder.publish(try plan([Sample.feed("f", lines: ["c"])]), placements, try terms("2020-03-02"))
    #expect(events("feed-f.ics", folder) == ["c.1.vi"])
    folder.publish(try plan(), placements, try terms("2020-03-03"))
    #expect(folder.files["feed-f.ics"] == nil)
    #expect(folder.files["year.ics"] == year)
    #expect(folder.codes == [])
  }

  @Test("a feed with nothing to show is an empty calendar with a zone, not a missing file")
  func empty() throws {
    let plan = try plan([Sample.feed("f", period: .window(back: 0, ahead: 0))])
    var folder = PublishedFolder()
    folder.publish(plan, [try placement("2020-03-15")], try terms("2020-06-01"))
    #expect(folder.components("feed-f.ics").isEmpty)
    #expect(CalendarCheck(folder.text("feed-f.ics")).calendar.parts.map(\.kind) == ["VTIMEZONE"])
    #expect(CalendarCheck.problems(in: folder.text("feed-f.ics")) == [])
  }

  @Test("a feed by month has a file of each month besides, and one that is too large is split and told")
  func parts() throws {
    let placements = try (1...12).map { try placement("2020-\($0 < 10 ? "0" : "")\($0)-15", edition: $0) }
    var folder = PublishedFolder()
    folder.publish(
      try plan([Sample.feed("f", period: .parts(.month))]), Array(placements.prefix(2)),
      try terms("2020-01-01"))
    #expect(
      folder.files.keys.filter { $0.hasPrefix("feed-") }.sorted() == [
        "feed-f-2020-01.ics", "feed-f-2020-02.ics", "feed-f.ics",
      ])
    #expect(events("feed-f-2020-02.ics", folder) == ["a.2.vi"])
    var large = PublishedFolder()
    var terms = try terms("2020-01-01")
    terms.largestFeed = 5_000
    large.publish(try plan([Sample.feed("f")]), placements, terms)
    let names = large.files.keys.filter { $0.hasPrefix("feed-f-") }
    #expect(names.contains("feed-f-2020-q1.ics") || names.contains("feed-f-2020-h1.ics"))
    #expect(names.allSatisfy { (large.files[$0]?.count ?? 0) <= 5_000 })
    #expect(large.findings.contains { $0.message.en.hasPrefix("feed-f.ics has 0.0 MB") } == true)
  }

  @Test("a task that is due within the days brings its placement with it")
  func tasksWithin() throws {
    let plan = try plan([Sample.feed("f", period: .window(back: 2, ahead: 7))])
    var folder = PublishedFolder()
    // The approval is due on 5 March.
    folder.publish(plan, [try placement("2020-03-25", line: "b")], try terms("2020-03-01"))
    let uid = "p2020.b.1.vi@lichsong"
    #expect(folder.components("feed-f.ics").keys.sorted() == [uid, "todo-approval_\(uid)"])
    folder.publish(plan, [try placement("2020-03-25", line: "b")], try terms("2020-03-10"))
    #expect(folder.components("feed-f.ics").isEmpty)
  }

  @Test("calendars by topic: a line with two topics stands in both")
  func byTopic() throws {
    let plan = try plan(series: [.topic])
    var folder = PublishedFolder()
    var terms = try terms("2020-01-01")
    terms.further = Set(plan.calendars.series)
    folder.publish(plan, [try placement("2020-03-15"), try placement("2020-03-16", line: "b")], terms)
    #expect(events("topic-dvc.ics", folder) == ["a.1.vi", "b.1.vi"])
    #expect(events("topic-mot-cua.ics", folder) == ["a.1.vi"])
    #expect(folder.titles["topic-dvc.ics"]?.vi == "Dịch vụ công")
  }
}
