import Foundation
import ScheduleModel
import Synchronization
import Testing

@testable import Calendars

@Suite("Calendars are composed stretch by stretch, and earlier ones read piece by piece")
struct StreamedPublicationTests {
  /// Two outlets and a newspaper, two languages, numbers of one to five digits, all forms of time.
  private func year(_ count: Int, moved: Set<Int> = []) throws -> (plan: Plan, placements: [Placement]) {
    let daily = try Sample.grid(Sample.rule("FREQ=DAILY"))
    let plan = Sample.plan(
      outlets: [
        Sample.outlet("tv", grid: [daily]), Sample.outlet("paris", zone: "Europe/Paris", grid: [daily]),
        Sample.outlet("bao", kind: .newspaper, grid: [daily]),
      ],
      lines: [
        Sample.line("a", title: "Dân số 11, kỳ 1; 222"),
        Sample.line("b", title: String(repeating: "Gương người tốt ", count: 9)),
      ])
    let placements = try (0..<count).map { number in
      let day = CivilDay.year(2020).lowerBound.advanced(
        by: (number * 7 + (moved.contains(number) ? 3 : 0)) % 366)
      let start = LocalTime(day, try #require(TimeOfDay(seconds: 60 * (number * 11 % 1440))))
      let (outlet, timing): (String, SlotTiming) =
        switch number % 5 {
        case 0: ("bao", .allDay(day))
        case 1: ("paris", .timed(start: start, minutes: 30))
        case 2: ("tv", .timed(start: start, minutes: 0))
        case 3: ("tv", .inMonth(CivilDay.month(day.month, of: 2020)))
        default: ("tv", .timed(start: start, minutes: 15))
        }
      let slot = Slot(outlet: outlet, grid: "g", ruleDay: day, timing: timing, pieces: 9, languages: [])
      return Placement(
        plan: plan.id, line: number % 3 == 0 ? "a" : "b", edition: 1 + number * number / 7 + number,
        language: try Sample.tag(number % 4 == 0 ? "hmn" : "vi"), run: number % 8 == 1 ? .repeat : .first,
        slot: slot)
    }
    return (plan, Sample.schedule([], placements).placements)
  }

  private func terms(_ day: String) throws -> Publication.Terms {
    Publication.Terms(revised: LocalTime(try Sample.day(day)))
  }

  @Test("every event and task stands in its calendars as it is composed by itself")
  func templates() throws {
    let (plan, placements) = try year(150)
    var folder = PublishedFolder()
    folder.publish(plan, placements, try terms("2020-01-01"))
    let components = PlacementComponents(
      plan: plan, schedule: Sample.schedule([], placements), language: .vietnamese,
      terms: try terms("2020-01-01"))
    let revision = ComponentRevision(sequence: 0, stamp: LocalTime(try Sample.day("2020-01-01"))).octets
    let year = folder.components("year.ics")
    var wrong: [String] = []
    for placement in placements {
      let tasks = components.deadlines(of: placement).map { components.task($0, of: placement, .unknown) }
      for draft in [components.event(of: placement)] + tasks {
        let octets = String(decoding: draft.head + revision + draft.body, as: UTF8.self)
        if year[draft.uid].map({ "BEGIN:V" + $0.octets }) != octets { wrong.append(draft.uid) }
      }
    }
    #expect(wrong.prefix(3) == [])
  }

  @Test("a text that tells more of a placement than its number is composed for each by itself")
  func noTemplate() throws {
    let (plan, placements) = try year(5)
    var terms = try terms("2020-01-01")
    terms.link = "https://a.example/"
    let components = PlacementComponents(
      plan: plan, schedule: Sample.schedule([], placements), language: .vietnamese, terms: terms)
    let placement = placements[0]
    #expect(ComponentTemplate(like: placement, .unknown, components, plan: plan.id) != nil)
    // Of another plan, so that the UID is none that follows from the number.
    #expect(ComponentTemplate(like: placement, .unknown, components, plan: "p") == nil)
  }

  @Test("a calendar of many stretches is the same when it is read back in pieces and published again")
  func manyStretches() throws {
    let (plan, placements) = try year(1_800)
    var folder = PublishedFolder()
    folder.publish(plan, placements, try terms("2020-01-01"))
    let calendar = try #require(folder.publication?.calendars.first { $0.name == "year.ics" })
    #expect(calendar.stretches.count > 2)
    #expect(calendar.size == folder.files["year.ics"]?.count)
    let ends = calendar.stretches.map(\.octets.upperBound)
    #expect(calendar.stretches.map(\.octets.lowerBound) == [0] + ends.dropLast())
    let before = folder.files
    folder.publish(plan, placements, try terms("2020-06-01"))
    #expect(folder.files == before)
    #expect(folder.codes.filter { $0 != .calendarTooLarge } == [])
  }

  @Test("what moved is found among hundreds, and the rest keeps its octets")
  func fewMoved() throws {
    let (plan, placements) = try year(300)
    var folder = PublishedFolder()
    folder.publish(plan, placements, try terms("2020-01-01"))
    let before = folder.components("year.ics")
    let moved: Set<Int> = [4, 99, 204, 299]
    folder.publish(plan, try year(300, moved: moved).placements, try terms("2020-01-02"))
    let after = folder.components("year.ics")
    let changed = after.filter { before[$0.key] != $0.value }
    let events = changed.filter { !$0.key.hasPrefix("todo-") }
    #expect(after.count == before.count)
    #expect(events.count == moved.count)
    #expect(events.allSatisfy { $0.value.sequence == 1 && !$0.value.isCancelled })
  }

  @Test("a line longer than any entry is one damaged place, wherever it stands, and what follows is read")
  func longLine() throws {
    let (plan, placements) = try year(40)
    var folder = PublishedFolder()
    folder.publish(plan, placements, try terms("2020-01-01"))
    let whole = folder.files
    let text = folder.text("year.ics")
    let parts = text.split(separator: "BEGIN:VEVENT", maxSplits: 3, omittingEmptySubsequences: false)
    let long = String(repeating: "x", count: 700_000)
    for (index, line) in [(1, long + "\r\n"), (2, "X-LONG:" + long + "\r\n")] {
      let broken =
        parts[0..<index].joined(separator: "BEGIN:VEVENT") + line + "BEGIN:VEVENT"
        + parts[index...].joined(separator: "BEGIN:VEVENT")
      folder.files = whole
      folder.files["year.ics"] = Array(broken.utf8)
      folder.publish(plan, placements, try terms("2020-01-02"))
      #expect(folder.files == whole)
      #expect(folder.codes.filter { $0 != .calendarTooLarge } == [.calendarDamaged])
    }
  }

  @Test("no more of an earlier calendar is asked for at once than a quarter of a megabyte")
  func pieces() throws {
    let (plan, placements) = try year(1_600)
    var folder = PublishedFolder()
    folder.publish(plan, placements, try terms("2020-01-01"))
    let octets = try #require(folder.files["year.ics"])
    let largest = Mutex(0)
    let whole = Publication.EarlierFile(name: "year.ics", path: "year.ics", octets: octets)
    let file = Publication.EarlierFile(name: "year.ics", path: "year.ics", size: octets.count) {
      place, room in
      largest.withLock { $0 = max($0, room.count) }
      return whole.read(place, room)
    }
    let again = CalendarExport.publish(
      plan: plan, schedule: Sample.schedule([], placements), language: .vietnamese,
      terms: try terms("2020-02-01"),
      over: [file])
    #expect(octets.count > 1 << 20)
    #expect(largest.withLock { $0 } <= 1 << 18)
    #expect(again.calendars.first { $0.name == "year.ics" }?.octets == octets)
  }
}
