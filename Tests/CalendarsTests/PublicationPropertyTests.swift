import ScheduleModel
import Testing

@testable import Calendars

/// Publishes random schedules over one another, and holds each publication against what it promises.
@Suite("Publishing again keeps its promises, whatever was edited")
struct PublicationPropertyTests {
  private typealias Component = PublishedFolder.Component

  /// What a reader remembers of a UID.
  private struct Memory {
    var sequence: Int
    var stamp: String
  }

  @Test(
    "UIDs, revisions, tombstones and octets after random edits, published and published again",
    arguments: 0..<10)
  func promises(seed: Int) throws {
    var year = try RandomYear(seed: seed)
    var folder = PublishedFolder()
    var terms = PublishingTerms(revised: LocalTime(CivilDay.year(2020).lowerBound))
    terms.daysKept = 60
    var memory: [String: Memory] = [:]
    var before: [String: RandomYear.Place] = [:]
    var problem: String?
    for step in 0..<12 where problem == nil {
      terms.revised = terms.revised.adding(minutes: year.number(1...20_000))
      terms.day = terms.revised.day
      for _ in 0..<year.number(0...3) { try year.edit() }
      let placements = try year.placements()
      let earlier = folder
      folder.publish(year.plan, placements, terms)
      var again = folder
      again.publish(year.plan, placements, terms)
      if again.files != folder.files { problem = "publishing twice changed something" }
      var anew = PublishedFolder(history: folder.history)
      anew.make(terms)
      if anew.files != folder.files { problem = "calendars that were deleted came back otherwise" }
      problem = problem ?? strict(folder) ?? revisions(earlier, folder, &memory, terms)
      problem = problem ?? contents(earlier, folder, placements, year.plan, terms)
      problem = problem ?? untouched(earlier, folder, before, year)
      before = Dictionary(uniqueKeysWithValues: try year.places.map { (try uid($0, $1, year), $1) })
      problem = problem.map { "seed \(seed), step \(step): \($0)" }
    }
    #expect(problem == nil)
  }

  private func uid(
    _ work: RandomYear.Work, _ place: RandomYear.Place, _ year: RandomYear
  ) throws -> String {
    try year.placement(work, place).uid
  }

  private func strict(_ folder: PublishedFolder) -> String? {
    for (name, octets) in folder.files.sorted(by: { $0.key < $1.key }) {
      if let finding = CalendarChecker.findings(in: octets, file: name).first { return "\(finding.told)" }
      if let problem = CalendarCheck.problems(in: folder.text(name)).first { return "\(name): \(problem)" }
    }
    return nil
  }

  /// What changed tells so: `SEQUENCE` and `DTSTAMP` together rise, none ever falls, and a time, place or status
  /// that changed raises `SEQUENCE` by one.
  private func revisions(
    _ earlier: PublishedFolder, _ folder: PublishedFolder, _ memory: inout [String: Memory],
    _ terms: PublishingTerms
  ) -> String? {
    var next = memory
    for name in folder.files.keys.sorted() {
      let old = earlier.components(name)
      for (uid, new) in folder.components(name).sorted(by: { $0.key < $1.key }) {
        if let known = memory[uid], new != old[uid], !new.isCancelled || old[uid]?.isCancelled == false {
          // A task of translating begins when the original goes out; that is no revision of its own.
          let names = uid.hasPrefix("todo-") ? [] : ["DTSTART", "DTEND", "LOCATION", "STATUS"]
          let isSame = names.allSatisfy { name in old[uid].map { $0[name] == new[name] } ?? true }
          if new.sequence < known.sequence || new["DTSTAMP"] < known.stamp {
            return "\(uid) in \(name) fell from \(known) to \(new.octets)"
          }
          if !isSame, old[uid] != nil, new.sequence != known.sequence + 1 {
            return "\(uid) in \(name) changed from \(known) to \(new.sequence)"
          }
          if old[uid] != nil, (new.sequence, new["DTSTAMP"]) == (known.sequence, known.stamp) {
            return "\(uid) in \(name) changed without a sign"
          }
        }
        if let old = old[uid], old.isCancelled, new.isCancelled, old != new {
          return "a tombstone of \(uid) in \(name) changed"
        }
        let known = next[uid] ?? Memory(sequence: -1, stamp: "")
        next[uid] = Memory(
          sequence: max(known.sequence, new.sequence), stamp: max(known.stamp, new["DTSTAMP"]))
      }
    }
    memory = next
    return nil
  }

  /// Each calendar has its placements, and of what it had and has no more a tombstone while its window lasts.
  private func contents(
    _ earlier: PublishedFolder, _ folder: PublishedFolder, _ placements: [Placement], _ plan: Plan,
    _ terms: PublishingTerms
  ) -> String? {
    for name in Set(earlier.files.keys).union(folder.files.keys).sorted() {
      let new = folder.components(name)
      let wanted = Set(placements.filter { carries(name, $0, plan) }.flatMap(uids))
      let live = Set(new.filter { !$0.value.isCancelled }.keys)
      if live != wanted { return "\(name) has \(live.sorted()), not \(wanted.sorted())" }
      for (uid, old) in earlier.components(name) where !wanted.contains(uid) && !uid.hasPrefix("todo-") {
        let digits = old["DTSTART"].prefix(8)
        guard let day = LocalTime(basic: Array(digits.utf8)[...])?.day else { return "no day in \(uid)" }
        let isKept = day.advanced(by: terms.daysKept) >= terms.day
        if (new[uid]?.isCancelled ?? false) != isKept { return "\(name): \(uid), kept: \(!isKept)" }
      }
    }
    return nil
  }

  /// What stayed where it was has the very octets of before; a version tells the day of its original, too.
  private func untouched(
    _ earlier: PublishedFolder, _ folder: PublishedFolder, _ before: [String: RandomYear.Place],
    _ year: RandomYear
  ) -> String? {
    for (work, place) in year.places {
      guard work.line != "b", let uid = try? uid(work, place, year), before[uid] == place else { continue }
      let original = RandomYear.Work(line: work.line, edition: work.edition, language: "vi")
      guard let its = try? self.uid(original, place, year), before[its]?.day == year.places[original]?.day
      else {
        continue
      }
      for (name, _) in earlier.files {
        if let old = earlier.components(name)[uid], !old.isCancelled, folder.components(name)[uid] != old {
          return "\(uid) in \(name) was touched"
        }
      }
    }
    return nil
  }

  private func carries(_ name: String, _ placement: Placement, _ plan: Plan) -> Bool {
    let producer = plan.line(placement.line)?.responsibility.producer ?? ""
    return [
      "year.ics", "outlet-\(placement.outlet).ics", "language-\(placement.language).ics",
      "producer-\(producer).ics",
    ].contains(name)
  }

  private func uids(_ placement: Placement) -> [String] {
    [placement.uid] + (placement.language == .vietnamese ? [] : ["todo-\(placement.uid)"])
  }
}
