import Allocation
import Foundation
import ScheduleModel
import Testing

/// One test for each rule that a plan can set, named like it.
struct RuleTests {
  private let daily = Sample.slots(on: Sample.daily())

  @Test("every rule has a test of its name, and no name twice")
  func everyRule_hasTest() throws {
    let text = try String(contentsOfFile: #filePath, encoding: .utf8)
    #expect(Rule.allCases.filter { !text.contains("  func \($0.rawValue)()") } == [])
    #expect(Set(Rule.allCases.map(\.name)).count == Rule.allCases.count)
  }

  // MARK: - Slots

  @Test("two lines of two fill a slot of three, and one is short")
  func room() {
    let lines = [Sample.line("a", 2), Sample.line("b", 2)]
    let allocated = Allocated(lines, in: Sample.slots(on: [Sample.day(5, 17)], pieces: 3))
    #expect(allocated.counted == Schedule.Proof(demanded: 4, placed: 3))
  }

  @Test("an opening of 15 minutes holds three works of 5 minutes, or two of 7, whatever its pieces")
  func minutes() {
    let slots = Sample.slots(on: [Sample.day(5, 17)], pieces: 9)
    #expect(Allocated([Sample.line("a", 9, minutes: 5)], in: slots).placements().count == 3)
    #expect(Allocated([Sample.line("a", 9, minutes: 7)], in: slots).placements().count == 2)
    let both = [Sample.line("a", 1, minutes: 10), Sample.line("b", 2, minutes: 5)]
    #expect(Allocated(both, in: slots).counted == Schedule.Proof(demanded: 3, placed: 2))
    #expect(Allocated([Sample.line("a", 9)], in: slots).placements().count == 9, "no length takes none")
    #expect(Allocated([Sample.line("a", 9, minutes: 16)], in: slots).placements().isEmpty)
  }

  // MARK: - Days

  @Test("nothing lies outside a line's window")
  func window() {
    let window = Sample.days(from: (3, 10), through: (4, 9))
    #expect(Allocated([Sample.line("a", 40, window: window)], in: daily).days() == Array(window))
  }

  @Test("a line of Mondays and Thursdays has none on other days, though the grid is daily")
  func weekdays() {
    let allocated = Allocated([Sample.line("a", 50, weekdays: [.monday, .thursday])], in: daily)
    #expect(allocated.days().count == 50)
    #expect(allocated.days().allSatisfy { [1, 4].contains($0.weekday) })
  }

  @Test("a line's blackout keeps it off, and its month's works go to the days before and after")
  func blackouts() {
    let closed = Sample.blackout(Sample.days(from: (2, 10), through: (2, 20)), lines: ["a"])
    let allocated = Allocated([Sample.line("a", 36)], in: daily, blackouts: [closed])
    #expect(allocated.months() == Array(repeating: 3, count: 12))
    #expect(allocated.days().allSatisfy { !closed.days.contains($0) })
  }

  @Test("one a day")
  func perDay() {
    let slots = Sample.slots(on: Sample.weekly(4), pieces: 3)
    let allocated = Allocated([Sample.line("a", 60, perDay: 1)], in: slots)
    #expect(allocated.days() == Sample.weekly(4))
  }

  @Test("the least and the most of a month")
  func months() {
    let line = Sample.line("a", 24, months: [2: 0...1, 9: 4...9])
    let allocated = Allocated([line], in: daily)
    let months = allocated.months()
    #expect(months[1] == 1 && months[8] == 4)
    #expect(allocated.placements().count == 24)
  }

  @Test("a gap of three days: Monday, then Thursday at the earliest")
  func gap() {
    let allocated = Allocated([Sample.line("a", 120, gap: 3)], in: daily)
    let steps = zip(allocated.days(), allocated.days().dropFirst()).map { $0.distance(to: $1) }
    #expect(allocated.days().count == 120)
    #expect(steps.allSatisfy { $0 >= 3 })
    let crowded = Allocated([Sample.line("a", 3, gap: 2)], in: Array(daily.prefix(4)))
    #expect(crowded.unplaced == ["a vi 1"])
  }

  @Test("pins are kept, one nearer than the gap is refused")
  func pins() {
    let pins = [Sample.pin(5, 19, at: 3), Sample.pin(5, 21, at: 4)]
    #expect(Allocated([Sample.line("a", 12, pins: pins)], in: daily).days().contains(Sample.day(5, 21)))
    let near = Allocated([Sample.line("a", 12, pins: pins, gap: 3)], in: daily)
    #expect(near.codes == [.pinNotOpen])
    #expect(near.days().contains(Sample.day(5, 19)))
  }

  // MARK: - Outlets

  @Test("an outlet takes one a day over all lines, versions and repeats")
  func outletPerDay() {
    let lines = [Sample.line("a", 20), Sample.line("b", 20, repeats: [Sample.repeats(after: 1)])]
    let slots = Sample.slots(on: Sample.daily(), pieces: 3)
    let outlets = [Sample.outlet("tv", grid: ["g"], perDay: 1)]
    let allocated = Allocated(lines, in: slots, outlets: outlets)
    #expect(allocated.counted == Schedule.Proof(demanded: 60, placed: 60))
    #expect(Set(allocated.schedule.placements.map(\.timing.day)).count == 60)
  }

  @Test("an outlet takes two in May over all lines")
  func outletPerMonth() {
    let lines = [Sample.line("a", 12), Sample.line("b", 24)]
    let most = (1...12).map { $0 == 5 ? 2 : 9 }
    let allocated = Allocated(lines, in: daily, outlets: [Sample.outlet("tv", grid: ["g"], perMonth: most)])
    #expect(allocated.counted == Schedule.Proof(demanded: 36, placed: 36))
    let inMay = ["a", "b"].reduce(0) { $0 + allocated.months($1)[4] }
    #expect(inMay <= 2)
  }

  // MARK: - What follows

  @Test("versions come a week after their originals at the earliest")
  func versionsAfterLead() {
    let line = Sample.line("a", 24, versions: Sample.versions(into: ["hmn"], after: 7))
    let allocated = Allocated(
      [line], in: daily + Sample.slots(on: Sample.daily(), "h", at: 6, languages: ["hmn"]))
    let waits = zip(allocated.days(), allocated.days("a", "hmn")).map { $0.distance(to: $1) }
    #expect(waits.count == 24)
    #expect(waits.allSatisfy { $0 >= 7 })
    #expect(allocated.months() == Array(repeating: 2, count: 12))
  }

  @Test("all languages of a work go out in one programme and take one piece of it")
  func versionsTogether() {
    let versions = Sample.versions(into: ["hmn", "tai"], after: 0, together: true)
    let line = Sample.line("a", 12, versions: versions)
    let slots =
      Sample.slots(on: Sample.each(10)) + Sample.slots(on: Sample.each(15), "h", languages: ["hmn"])
      + Sample.slots(on: Sample.each(20), "b", languages: ["hmn", "tai"])
    let plan = Sample.plan([line])
    let (schedule, findings) = Allocator.allocate(
      plan: plan, slots: slots.sorted { ($0.timing, $0.id) < ($1.timing, $1.id) })
    let versionsDays = ["hmn", "tai"].map { language in
      schedule.placements.filter { $0.language.tag == language }.map(\.timing.day)
    }
    #expect(versionsDays == [Sample.each(20), Sample.each(20)])
    #expect(schedule.proof.demanded == 36 && schedule.proof.placed == 36)
    #expect(findings.isEmpty)
  }

  @Test("a translator of one a week makes no two versions in a week, and none in a week off")
  func translatorWeeks() {
    let versions = Sample.versions(into: ["hmn"], after: 0, translators: ["hmn": "t"])
    let line = Sample.line("a", 8, window: Sample.days(from: (5, 1), through: (5, 31)), versions: versions)
    let slots = daily + Sample.slots(on: Sample.daily(), "h", at: 6, pieces: 9, languages: ["hmn"])
    func days(off: [Range<CivilDay>]) -> [CivilDay] {
      Allocated([line], in: slots, translators: [Sample.translator("t", perWeek: 1, off: off)])
        .days("a", "hmn")
    }
    let all = days(off: [])
    #expect(all.count == 8)
    // Monday 14 May is the first on which one can be made, so the nth airs in the nth week after at the earliest.
    let first = Sample.day(5, 14)
    #expect(all.enumerated().allSatisfy { $0.element >= first.advanced(by: 7 * $0.offset) })
    let later = days(off: [Sample.days(from: (5, 7), through: (5, 20))])
    let afterwards = Sample.day(5, 28)
    #expect(later.enumerated().allSatisfy { $0.element >= afterwards.advanced(by: 7 * $0.offset) })
  }

  @Test("a work appears on the further outlet on its day or later")
  func crossPosts() {
    let slots = Sample.slots(on: Sample.daily(), of: "radio") + Sample.slots(on: Sample.weekly(1), of: "web")
    let allocated = Allocated([Sample.line("a", 20, on: ["radio", "web"])], in: slots)
    let waits = zip(allocated.days(), allocated.days("a", "vi", .crossPost)).map { $0.distance(to: $1) }
    #expect(waits.count == 20)
    #expect(waits.allSatisfy { $0 >= 0 })
  }

  @Test("the parts of a work lie in order, each on a later day, soon after the one before")
  func parts() {
    let allocated = Allocated([Sample.line("a", 12, parts: 3)], in: daily)
    #expect(allocated.findings.isEmpty)
    let all = allocated.schedule.placements
    #expect(all.count == 36)
    for edition in 1...12 {
      let days = all.filter { $0.edition == edition }.sorted { $0.partNumber < $1.partNumber }.map(
        \.timing.day)
      #expect(days.count == 3)
      let waits = zip(days, days.dropFirst()).map { $0.distance(to: $1) }
      #expect(waits.allSatisfy { (1...3).contains($0) })
    }
  }

  @Test("repeats lie three to seven days after the first run, on the same outlet")
  func repeats() {
    let line = Sample.line("a", 24, repeats: [Sample.repeats(after: 3, within: 7)])
    let allocated = Allocated([line], in: daily)
    let waits = zip(allocated.days(), allocated.days("a", "vi", .repeat)).map { $0.distance(to: $1) }
    #expect(waits.count == 24)
    #expect(waits.allSatisfy { (3...7).contains($0) })
    #expect(allocated.placements("a", "vi", .repeat).first?.uid == "p.a.1.vi.repeat.tv@lichsong")
    #expect(allocated.findings.isEmpty)
  }

  // MARK: - Weights and likes

  @Test("a month of weight 2 gets twice as many")
  func monthWeights() {
    let allocated = Allocated([Sample.line("a", 26, weights: [5: 2])], in: daily)
    #expect(allocated.months() == [2, 2, 2, 2, 4, 2, 2, 2, 2, 2, 2, 2])
  }

  @Test("the first days of November weigh nine times as much and get more than the rest of it")
  func peaks() {
    let days = Sample.days(from: (11, 1), through: (11, 9))
    let line = Sample.line("a", 40, peaks: [Placing.Peak(days: days, weight: 9, place: Sample.place)])
    let allocated = Allocated([line], in: daily)
    let inside = allocated.days().count { days.contains($0) }
    // 2.7 of the 14.4 months' weights of the year.
    #expect((7...8).contains(inside))
    #expect(allocated.days().count == 40)
  }

  @Test("of two slots of a day the liked one is taken, without a work on another day")
  func preference() {
    let slots = daily + Sample.slots(on: Sample.daily(), "h", at: 6)
    let plain = Allocated([Sample.line("a", 24)], in: slots)
    for grid in ["g", "h"] {
      let liked = Allocated([Sample.line("a", 24, prefer: [grid])], in: slots)
      #expect(liked.placements().allSatisfy { $0.slot.hasPrefix("tv.\(grid).") })
      #expect(liked.days() == plain.days())
    }
  }
}
