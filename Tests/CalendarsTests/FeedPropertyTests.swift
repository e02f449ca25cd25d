import ScheduleModel
import Testing

@testable import Calendars

/// Publishes random schedules with random outcomes over one another, into feeds whose days roll.
@Suite("Feeds and outcomes keep the promises of a publication, whatever was edited")
struct FeedPropertyTests {
  private let window = CalendarFeed.Period.window(back: 40, ahead: 60)

  private func policy() throws -> CalendarPolicy {
    CalendarPolicy(feeds: [
      Sample.feed("cuon", period: window),
      Sample.feed("tv", outlets: ["tv", "bao"], languages: [try Sample.tag("hmn")], period: window),
      Sample.feed("dai", producers: ["dai"], period: .parts(.quarter)),
    ])
  }

  @Test(
    "a feed shows just what it asks for, as the year does; a tombstone is nothing that is planned",
    arguments: 0..<8)
  func promises(seed: Int) throws {
    var year = try RandomYear(seed: seed, calendars: try policy())
    var folder = PublishedFolder()
    var terms = PublishingTerms(revised: LocalTime(CivilDay.year(2020).lowerBound))
    terms.daysKept = 70
    terms.showsCancelled = seed % 2 == 1
    var outcomes: [String: Outcome] = [:]
    var problem: String?
    for step in 0..<10 where problem == nil {
      terms.revised = terms.revised.adding(minutes: year.number(1...60_000))
      terms.day = terms.revised.day
      for _ in 0..<year.number(0...3) { try year.edit() }
      let placements = try year.placements().sorted { $0.uid < $1.uid }
      if let placement = year.pick(placements) {
        outcomes[placement.uid] = year.pick([.aired, .late, .moved, .missed, .preempted, .pending])
      }
      let results = try placements.compactMap { placement in
        try outcomes[placement.uid].map { try result($0, placement) }
      }
      let earlier = folder
      folder.publish(year.plan, placements, terms, outcomes: results)
      var again = folder
      again.publish(year.plan, placements, terms, outcomes: results)
      if again.files != folder.files { problem = "publishing twice changed something" }
      problem = problem ?? contents(folder, placements, year.plan, terms) ?? revisions(earlier, folder, terms)
      problem = problem.map { "seed \(seed), step \(step): \($0)" }
    }
    #expect(problem == nil)
  }

  private func result(_ outcome: Outcome, _ placement: Placement) throws -> PlacementOutcome {
    let entry = AsRunEntry(
      place: Sample.place, day: placement.timing.day.advanced(by: outcome == .moved ? 2 : 0),
      time: TimeOfDay("21:05"), outlet: placement.outlet, line: placement.line, edition: placement.edition,
      language: placement.language, title: "", minutes: nil, status: .aired, uid: nil, evidence: nil)
    return PlacementOutcome(
      placement: placement, outcome: outcome, entry: outcome.countsAsAired ? entry : nil)
  }

  private func contents(
    _ folder: PublishedFolder, _ placements: [Placement], _ plan: Plan, _ terms: PublishingTerms
  ) -> String? {
    let all = folder.components("year.ics")
    let planned = Set(placements.flatMap { [$0.uid, "todo-\($0.uid)", "due-\($0.uid)"] })
    for (uid, component) in all where component.isTombstone == planned.contains(uid) {
      return "\(uid) of the year is planned: \(planned.contains(uid))"
    }
    for feed in plan.calendars.feeds {
      let shown = folder.components("feed-\(feed.id).ics")
      let wanted = placements.filter { placement in
        let isWithin =
          switch feed.period {
          case .window(let back, let ahead):
            // The translation is due on the day before.
            ((placement.language == .vietnamese ? 0 : -1)...0).contains {
              (-back...ahead).contains(terms.day.distance(to: placement.timing.day.advanced(by: $0)))
            }
          case .year, .parts: true
          }
        return isWithin
          && plan.line(placement.line).map { line in
            feed.wants(line)
              && feed.wants(outlet: placement.outlet, languages: [placement.language], of: line)
          } ?? false
      }.flatMap { placement in
        let forms = feed.shownTasks == .todos ? ["todo-"] : ["due-"]
        return [placement.uid] + (placement.language == .vietnamese ? [] : forms.map { $0 + placement.uid })
      }
      let live = Set(shown.filter { !$0.value.isTombstone }.keys)
      if live != Set(wanted) { return "\(feed.id) has \(live.sorted()), not \(wanted.sorted())" }
      for (uid, component) in shown {
        if component.isTombstone, planned.contains(uid) { return "\(uid) is planned, but not in \(feed.id)" }
        // A deadline as a day is in feeds of persons alone.
        if !uid.hasPrefix("due-"), component != all[uid] {
          return "\(uid) in \(feed.id) is another than in the year"
        }
      }
    }
    return nil
  }

  /// Of the year, which has everything: what changed tells so, and just enough.
  private func revisions(
    _ earlier: PublishedFolder, _ folder: PublishedFolder, _ terms: PublishingTerms
  ) -> String? {
    let old = earlier.components("year.ics")
    for (uid, new) in folder.components("year.ics") {
      guard let old = old[uid], old != new else { continue }
      // A task of translating begins when the original goes out; that is no revision of its own.
      let isTask = uid.hasPrefix("todo-")
      let isSame = (isTask ? ["DUE", "STATUS"] : ["DTSTART", "DTEND", "LOCATION", "STATUS"]).allSatisfy {
        old[$0] == new[$0]
      }
      let isRestored = old.isTombstone != new.isTombstone
      if !isSame || isRestored {
        if new.sequence != old.sequence + 1 { return "\(uid): \(old.sequence) → \(new.sequence)" }
      } else if new.sequence < old.sequence {
        return "\(uid) fell to \(new.sequence)"
      }
      if new["DTSTAMP"] <= old["DTSTAMP"] { return "\(uid) changed without a later stamp" }
    }
    return nil
  }
}
