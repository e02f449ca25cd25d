import ScheduleModel
import Testing

@testable import Calendars

@Suite("A calendar that is too large for a feed is published in parts besides")
struct CalendarPartTests {
  /// An event on the 15th of each month.
  private func placements(_ plan: Plan, _ months: ClosedRange<Int> = 1...12) throws -> [Placement] {
    try months.map { month in
      let day = try #require(CivilDay(year: 2020, month: month, day: 15))
      let slot = Slot(
        outlet: "tv", grid: "g", ruleDay: day, timing: .allDay(day), pieces: 1, languages: [])
      return Placement(
        plan: plan.id, line: "a", edition: month, language: .vietnamese, run: .first, slot: slot)
    }
  }

  private func plan() throws -> Plan {
    let grid = try Sample.grid(Sample.rule("FREQ=DAILY"), at: nil)
    return Sample.plan(outlets: [Sample.outlet(grid: [grid])], lines: [Sample.line("a")])
  }

  /// The size at which a calendar with so many events is just small enough.
  private func size(_ events: Int) throws -> Int {
    let plan = try plan()
    var folder = PublishedFolder()
    folder.publish(plan, try placements(plan), terms(1_000_000))
    let largest = folder.components("year.ics").values.map(\.octets.utf8.count).max() ?? 0
    return (folder.files["year.ics"]?.count ?? 0) - (12 - events) * largest + 200
  }

  private func terms(_ largest: Int) -> PublishingTerms {
    var terms = PublishingTerms(revised: LocalTime(CivilDay.year(2020).lowerBound))
    terms.largestFeed = largest
    return terms
  }

  @Test(
    "in halves, quarters or months, the longest that are small enough",
    arguments: [
      (12, []), (6, ["h1", "h2"]), (3, ["q1", "q2", "q3", "q4"]),
      (1, ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"]),
    ])
  func lengths(events: Int, parts: [String]) throws {
    let plan = try plan()
    let largest = try size(events)
    var folder = PublishedFolder()
    folder.publish(plan, try placements(plan), terms(largest))
    let names = folder.files.keys.filter { $0.hasPrefix("outlet-") }.sorted()
    #expect(names == (parts.map { "outlet-tv-2020-\($0).ics" } + ["outlet-tv.ics"]).sorted())
    let told = folder.findings.filter { $0.message.en.hasPrefix("outlet-tv.ics") }
    #expect(told.map(\.code) == (parts.isEmpty ? [] : [.calendarTooLarge]))
    #expect(
      told.first?.remedy?.en
        == (parts.isEmpty
          ? nil
          : "Subscribe to its parts instead: "
            + parts.map { "outlet-tv-2020-\($0).ics" }.joined(separator: ", ")))
    let whole = folder.components("outlet-tv.ics")
    var held: [String: PublishedFolder.Component] = [:]
    for part in parts {
      let name = "outlet-tv-2020-\(part).ics"
      held.merge(folder.components(name)) { _, _ in PublishedFolder.Component(octets: "twice") }
      #expect(folder.files[name].map { $0.count <= largest } == true)
      #expect(CalendarChecker.findings(in: folder.files[name] ?? [], file: name) == [])
    }
    #expect(parts.isEmpty || held == whole)
  }

  @Test("when a month is too large itself, that is told as a warning, and there are no parts")
  func noParts() throws {
    let plan = try plan()
    var folder = PublishedFolder()
    folder.publish(plan, try placements(plan), terms(try size(0)))
    #expect(folder.files.keys.sorted() == ["language-vi.ics", "outlet-tv.ics", "year.ics"])
    #expect(folder.codes == [.calendarTooLarge, .calendarTooLarge, .calendarTooLarge])
    #expect(folder.findings.map(\.severity) == [.warning, .warning, .warning])
  }

  @Test(
    "parts follow from the size alone: they go when the whole is small enough, and become shorter when it is not"
  )
  func following() throws {
    let plan = try plan()
    var folder = PublishedFolder()
    folder.publish(plan, try placements(plan), terms(try size(6)))
    let before = folder.files
    folder.make(terms(1_000_000))
    #expect(folder.files.keys.sorted() == ["language-vi.ics", "outlet-tv.ics", "year.ics"])
    folder.make(terms(try size(3)))
    let names = folder.files.keys.filter { $0.hasPrefix("year") }.sorted()
    #expect(names == ["q1", "q2", "q3", "q4"].map { "year-2020-\($0).ics" } + ["year.ics"])
    folder.make(terms(try size(6)))
    #expect(folder.files == before)
  }

  @Test("what moves from one part to another is cancelled in the first, as the same revision")
  func moved() throws {
    let plan = try plan()
    var folder = PublishedFolder()
    var placements = try placements(plan)
    folder.publish(plan, placements, terms(try size(8)))
    let day = try Sample.day("2020-11-03")
    let slot = Slot(outlet: "tv", grid: "g", ruleDay: day, timing: .allDay(day), pieces: 1, languages: [])
    placements[2] = Placement(
      plan: plan.id, line: "a", edition: 3, language: .vietnamese, run: .first, slot: slot)
    folder.publish(plan, placements, terms(try size(8)))
    let uid = placements[2].uid
    let old = folder.component(uid, in: "year-2020-h1.ics")
    let new = folder.component(uid, in: "year-2020-h2.ics")
    #expect([old["STATUS"], old["SEQUENCE"], old["DTSTART"]] == ["CANCELLED", "1", "20200315"])
    #expect([new["STATUS"], new["SEQUENCE"], new["DTSTART"]] == ["CONFIRMED", "1", "20201103"])
    #expect(folder.component(uid, in: "year.ics") == new)
    var again = folder
    again.publish(plan, placements, terms(try size(8)))
    #expect(again.files == folder.files)
  }

  @Test(
    "the end of a file's name is read as a period only where it is one",
    arguments: [
      ("-2018-h1", true), ("-2018-q4", true), ("-2018-12", true), ("-2018-h3", false), ("-2018-q5", false),
      ("-2018-13", false), ("-2018-00", false), ("-18-h1", false), ("-2018-1", false), ("x2018-h1", false),
    ])
  func names(suffix: String, isPeriod: Bool) {
    let period = CalendarPeriod(suffix: suffix[...])
    #expect((period != nil) == isPeriod)
    #expect(period.map { "-" + $0.name } == (isPeriod ? suffix : nil))
  }
}
