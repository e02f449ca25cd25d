import CalendarClients
import Foundation
import ScheduleModel
import Testing

@testable import Calendars

@Suite("Real clients accept the calendars")
struct ClientAcceptanceTests {
  @Test("icalendar, recurring-ical-events and khal find the placements, and dateutil the days of the rules")
  func accepted() throws {
    let plan = try SampleSchedule.plan()
    let placements = try SampleSchedule.schedule(of: plan).placements
    var folder = PublishedFolder()
    folder.publish(plan, placements)
    try expectAccepted(folder, plan, placements)
  }

  @Test("after moves, a swap, cancellations and new works they find what the second publication plans")
  func republished() throws {
    let plan = try SampleSchedule.plan()
    let first = try SampleSchedule.schedule(of: plan)
    var folder = PublishedFolder()
    folder.publish(plan, Array(first.placements.dropLast(20)))
    var placements = first.placements
    func move(_ index: Int, to slot: Int) throws {
      let old = placements[index]
      placements[index] = Placement(
        plan: plan.id, line: old.line, edition: old.edition, language: old.language, run: old.run,
        slot: try #require(first.slots.first { $0.id == first.placements[slot].slot }))
    }
    for (index, slot) in [(10, 90), (90, 10), (30, 200), (55, 120)] { try move(index, to: slot) }
    placements.removeSubrange(60..<75)
    var terms = PublishingTerms(revised: LocalTime(plan.revised.advanced(by: 3)))
    terms.largestFeed = 250_000
    folder.publish(plan, placements, terms)
    let cancelled = folder.components("year.ics").filter(\.value.isCancelled).count
    #expect(cancelled >= 15)
    #expect(folder.files.keys.contains { $0.hasPrefix("year-2020-") })
    try expectAccepted(folder, plan, placements)
  }

  @Test("with deadlines, outcomes and feeds of the plan they find the occurrences that are planned")
  func withOutcomes() throws {
    let (mong, window) = (try Sample.tag("hmn"), CalendarFeed.Period.window(back: 30, ahead: 60))
    let plan = try SampleSchedule.plan(
      calendars: CalendarPolicy(feeds: [
        Sample.feed("mong", outlets: ["tv"], languages: [mong], lines: ["chuyen-muc"], period: window),
        Sample.feed("dvc", topics: ["dvc"], leads: ["so"], period: .parts(.quarter)),
      ]),
      deadlines: [
        Sample.deadline(.recording, 5, at: "17:00", reminder: 1), Sample.deadline(.approval, 2, reminder: 0),
        Sample.deadline(.translation, 4),
      ])
    let placements = try SampleSchedule.schedule(of: plan).placements
    let outcomes = placements.prefix(200).enumerated().map { index, placement in
      let outcome: Outcome = [.aired, .late, .moved, .missed, .preempted][index % 5]
      let entry = AsRunEntry(
        place: Sample.place, day: placement.timing.day.advanced(by: 1), time: TimeOfDay("21:00"),
        outlet: placement.outlet, line: placement.line, edition: placement.edition,
        language: placement.language, title: "", minutes: nil, status: .aired, uid: nil, evidence: nil)
      return PlacementOutcome(
        placement: placement, outcome: outcome, entry: outcome.countsAsAired ? entry : nil)
    }
    let cancelled = Set(outcomes.filter { $0.outcome == .preempted }.map(\.placement.uid))
    var folder = PublishedFolder()
    folder.publish(plan, placements)
    let terms = PublishingTerms(revised: LocalTime(try Sample.day("2020-05-01")))
    folder.publish(plan, placements, terms, outcomes: outcomes)
    try expectAccepted(folder, plan, placements.filter { !cancelled.contains($0.uid) }, on: terms.day)
  }

  /// Lets the clients read a folder and expects them to find the placements, in each calendar its own.
  private func expectAccepted(
    _ published: PublishedFolder, _ plan: Plan, _ placements: [Placement], on day: CivilDay? = nil
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "calendars-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var expected: [String: [[String]]] = [:]
    for (name, octets) in published.files {
      #expect(CalendarChecker.findings(in: octets, file: name) == [])
      try Data(octets).write(to: folder.appending(path: name))
      let stem = name.dropLast(4)
      let period = CalendarPeriod(suffix: stem.suffix(8))
      let whole = period == nil ? name : stem.dropLast(8) + ".ics"
      expected[name] = try placements.filter { placement in
        isIn(whole, placement, plan, day ?? plan.revised)
          && period.map { CalendarPeriod(placement.timing.day, $0.length) == $0 } ?? true
      }.map { try occurrence($0, plan) }
    }
    #expect(expected.values.allSatisfy { !$0.isEmpty })
    try JSONEncoder().encode(expected).write(to: folder.appending(path: "expected.json"))
    try JSONEncoder().encode(RandomRules.cases(1000)).write(to: folder.appending(path: "rules.json"))
    let run = try ClientPrograms.accept(folder)
    #expect(run.output == "")
    #expect(run.status == 0)
  }

  /// Whether a placement belongs into a file, by the file's name alone.
  private func isIn(_ name: String, _ placement: Placement, _ plan: Plan, _ today: CivilDay) -> Bool {
    if let feed = plan.calendars.feeds.first(where: { name == "feed-\($0.id).ics" }) {
      guard let line = plan.line(placement.line), feed.wants(line),
        feed.wants(outlet: placement.outlet, languages: [placement.language], of: line)
      else { return false }
      guard case .window(let back, let ahead) = feed.period else { return true }
      // The earliest task is due five days before.
      let day = today.distance(to: placement.timing.day)
      return [0, -2, -4, -5].contains { (-back...ahead).contains(day + $0) }
    }
    let producer = plan.line(placement.line)?.responsibility.producer ?? ""
    return [
      "year.ics", "outlet-\(placement.outlet).ics", "language-\(placement.language).ics",
      "producer-\(producer).ics",
    ].contains(name)
  }

  /// UID, start and end, instants in UTC by the system's own time zones.
  private func occurrence(_ placement: Placement, _ plan: Plan) throws -> [String] {
    guard case .timed(let start, let minutes) = placement.timing else {
      return [placement.uid, placement.timing.startText, placement.timing.endText]
    }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: plan.outlet(placement.outlet)?.zone ?? ""))
    func instant(_ local: LocalTime) throws -> String {
      let (year, month, day) = local.day.components
      let seconds = local.time.seconds
      let parts = DateComponents(
        year: year, month: month, day: day, hour: seconds / 3600, minute: seconds / 60 % 60)
      return try #require(calendar.date(from: parts)).ISO8601Format()
    }
    return [placement.uid, try instant(start), try instant(start.adding(minutes: minutes))]
  }
}
