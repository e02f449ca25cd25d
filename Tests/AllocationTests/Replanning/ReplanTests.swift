import Allocation
import ScheduleModel
import TestSupport
import Testing

/// The rest of a year, planned anew.
struct ReplanTests {
  private let weekly = Sample.slots(on: Sample.weekly(4))

  private func edition(_ number: Int, isNot placement: Placement) -> CivilDay? {
    placement.edition == number && placement.run == .first ? nil : placement.timing.day
  }

  // MARK: - Stability

  @Test("where all aired as planned and the plan is the same, nothing moves")
  func nothingMoves() {
    let line = Sample.line(
      "a", 13, versions: Sample.versions(into: ["hmn", "tai"], after: 7, on: "ethnic"), gap: 5,
      repeats: [Sample.repeats(after: 2, within: 5, works: 4)])
    let other = Sample.line("b", 9, versions: Sample.versions(into: ["hmn"], on: "ethnic", works: 3))
    let slots =
      Sample.slots(on: Sample.weekly(2, 4, 6), pieces: 2)
      + ["hmn", "tai"].flatMap {
        Sample.slots(on: Sample.weekly(1, 5), of: "ethnic", $0, pieces: 2, languages: [$0])
      }
    let published = Allocated([line, other], in: slots)
    for from in [(1, 1), (7, 3)] {
      let replanned = Replanned(published.plan, slots, from: from)
      #expect(replanned.moves + replanned.dropped + replanned.missed == [], "\(from)")
      let isSame = replanned.replan.schedule.placements == published.schedule.placements
      #expect(isSame, "\(from)")
      #expect(replanned.findings.isEmpty)
    }
  }

  @Test("a blackout that comes later moves what lay in it, and nothing else")
  func blackout() {
    let plan = Sample.plan([Sample.line("a", 26), Sample.line("b", 10)])
    let slots = Sample.slots(on: Sample.weekly(4)) + Sample.slots(on: Sample.weekly(1), "h")
    let closed = Sample.days(from: (8, 6), through: (8, 19))
    let published = Allocated(plan, slots).schedule.placements
    let replanned = Replanned(
      plan, slots.filter { !closed.contains($0.timing.day) }, from: (7, 1), published: published, slack: 1000)
    let lay = published.filter { closed.contains($0.timing.day) }.map(\.uid)
    #expect(!lay.isEmpty)
    #expect(replanned.replan.moves.map(\.old.uid) == lay)
    #expect(replanned.replan.curve.allSatisfy { $0.moves >= lay.count })
    #expect(replanned.dropped == [])
  }

  @Test("a line's blackout moves it alone, out of slots that stay open for others")
  func blackoutOfLine() {
    let lines = [Sample.line("a", 12), Sample.line("b", 12)]
    let slots = Sample.slots(on: Sample.weekly(4), pieces: 2)
    let published = Allocated(lines, in: slots).schedule.placements
    let closed = Sample.days(from: (9, 1), through: (9, 30))
    let plan = Sample.plan(lines, blackouts: [Sample.blackout(closed, lines: ["a"])])
    let replanned = Replanned(plan, slots, from: (7, 1), published: published, slack: 2000)
    let lay = published.filter { $0.line == "a" && closed.contains($0.timing.day) }.map(\.uid)
    #expect(replanned.replan.moves.map(\.old.uid) == lay)
    #expect(
      replanned.replan.schedule.proof.levels.first { $0.objective == .moves }?.value == Int128(lay.count))
  }

  // MARK: - History

  @Test("a work that was due and did not air goes back into the rest of the year, with its edition")
  func missedWork() {
    let plan = Sample.plan([Sample.line("a", 24)])
    let replanned = Replanned(plan, weekly, from: (7, 1), slack: 1000) { edition(5, isNot: $0) }
    #expect(replanned.replan.missed.map(\.old.edition) == [5])
    #expect(replanned.replan.missed.first?.new != nil)
    #expect(replanned.replan.schedule.placements.map(\.edition).sorted() == Array(1...24))
    #expect(replanned.replan.airedMonths(ofLine: "a", of: plan).reduce(0, +) == 11)
    #expect(replanned.replan.plannedMonths(ofLine: "a", of: plan).reduce(0, +) == 13)
    #expect(replanned.moves == [])
  }

  @Test(
    "the small hours of the first day belong to the day before: what was missed then cannot go back there")
  func smallHours() throws {
    let starts = try #require(TimeOfDay("05:00"))
    let plan = Sample.plan(
      [Sample.line("a", 52)], outlets: [Sample.outlet("tv", grid: ["g"], dayStarts: starts)])
    // The fifth of July 2018 is a Thursday; at 1:00 nothing else is open in a full year.
    let replanned = Replanned(plan, Sample.slots(on: Sample.weekly(4), at: 1), from: (7, 5))
    #expect(replanned.missed == ["a.27.vi 07-05 –"])
    #expect(!replanned.replan.schedule.placements.contains { $0.timing.day == Sample.day(7, 5) })
    #expect(replanned.moves == [] && replanned.dropped == [])
  }

  @Test("a work that aired before its day is not planned again")
  func airedEarly() {
    let plan = Sample.plan([Sample.line("a", 24)])
    let published = Allocated(plan, weekly)
    let first = published.schedule.placements.first { $0.timing.day >= Sample.day(7, 1) }
    let replanned = Replanned(plan, weekly, from: (7, 1)) {
      $0 == first ? Sample.day(6, 30) : $0.timing.day
    }
    #expect(replanned.replan.schedule.placements.count == 24)
    var june = published.months()[5]
    june += 1
    #expect(replanned.replan.airedMonths(ofLine: "a", of: plan)[5] == june)
    #expect(replanned.replan.dropped == [])
  }

  @Test("a missed version goes back, and so does the repeat that may still come")
  func missedFollowers() {
    let line = Sample.line(
      "a", 12, versions: Sample.versions(into: ["hmn"], on: "ethnic"), repeats: [Sample.repeats(after: 1)])
    let slots =
      Sample.slots(on: Sample.weekly(2, 4))
      + Sample.slots(on: Sample.weekly(1), of: "ethnic", "t", languages: ["hmn"])
    let replanned = Replanned(Sample.plan([line]), slots, from: (7, 1), slack: 1000) {
      $0.edition == 3 && !$0.isOriginalFirstRun ? nil : $0.timing.day
    }
    #expect(replanned.replan.missed.map(\.old.edition) == [3, 3])
    #expect(replanned.replan.missed.allSatisfy { $0.new != nil })
    #expect(replanned.replan.schedule.placements.count == 36)
    #expect(replanned.findings.isEmpty)
  }

  @Test("a repeat whose days are over is told as not placed, and holds nothing else up")
  func repeatTooLate() {
    let line = Sample.line("a", 12, repeats: [Sample.repeats(after: 1, within: 5)])
    let slots = Sample.slots(on: Sample.weekly(2, 4))
    let replanned = Replanned(Sample.plan([line]), slots, from: (7, 1)) {
      $0.edition == 3 && $0.run == .repeat ? nil : $0.timing.day
    }
    #expect(replanned.replan.missed.map(\.new) == [nil])
    #expect(replanned.replan.schedule.unplaced.map(\.count) == [1])
    #expect(replanned.findings.map(\.code) == [.repeatNotPlaced])
    #expect(replanned.replan.schedule.placements.count == 23)
    #expect(replanned.moves == [])
  }

  @Test("a version that aired though no log has its original leaves the versions of others where they are")
  func versionAhead() {
    let line = Sample.line("a", 24, versions: Sample.versions(into: ["hmn"], on: "ethnic"))
    let slots = weekly + Sample.slots(on: Sample.weekly(5), of: "ethnic", "t", languages: ["hmn"])
    let replanned = Replanned(Sample.plan([line]), slots, from: (7, 1), slack: 1000) {
      $0.edition == 5 && $0.isOriginalFirstRun ? nil : $0.timing.day
    }
    #expect(replanned.replan.missed.map(\.old.uid) == ["p.a.5.vi@lichsong"])
    #expect(replanned.moves == [])
    #expect(replanned.replan.schedule.placements.count == 48)
    #expect(replanned.findings.isEmpty)
  }

  @Test("a common programme that aired is not repeated for a language that no log has")
  func silentLanguage() {
    let line = Sample.line(
      "a", 12, versions: Sample.versions(into: ["hmn", "tai"], on: "ethnic", together: true))
    let slots =
      weekly + Sample.slots(on: Sample.weekly(5), of: "ethnic", "t", languages: ["hmn", "tai"])
    let replanned = Replanned(Sample.plan([line]), slots, from: (7, 1)) {
      $0.edition == 2 && $0.language.tag == "tai" ? nil : $0.timing.day
    }
    #expect(replanned.missed.count == 1 && replanned.replan.missed.first?.new == nil)
    #expect(replanned.replan.schedule.unplaced.map { "\($0.line) \($0.language) \($0.count)" } == ["a tai 1"])
    #expect(replanned.moves == [])
  }

  @Test("what aired in the begun month counts against what the outlet and the line may have in it")
  func begunMonth() {
    let line = Sample.line("a", 12, months: [7: 2...2])
    let outlet = Sample.outlet("tv", grid: ["g"], perMonth: Array(repeating: 2, count: 12))
    let plan = Sample.plan([line], outlets: [outlet])
    let slots = Sample.slots(on: Sample.each(2, 9, 16, 23))
    let published = Allocated(plan, slots).schedule.placements
    let july = published.filter { $0.timing.day.month == 7 }.map(\.timing.day)
    #expect(july.count == 2)
    let replanned = Replanned(plan, slots, from: (7, 10), published: published) {
      // The July work that was due on a later day went out early, too.
      $0.timing.day.month == 7 ? Sample.day(7, 5) : $0.timing.day
    }
    #expect(replanned.replan.airedMonths(ofLine: "a", of: plan)[6] == 2)
    #expect(replanned.replan.plannedMonths(ofLine: "a", of: plan)[6] == 0)
    #expect(replanned.findings.isEmpty)
  }

  @Test("a month's opening that nobody has fixed to a day holds less by what has aired of it")
  func openMonth() {
    let plan = Sample.plan([Sample.line("a", 12)])
    let slots = Sample.monthly(pieces: 2)
    let replanned = Replanned(plan, slots, from: (7, 10)) {
      $0.timing.day.month < 6 ? $0.timing.day : $0.timing.day.month == 7 ? Sample.day(7, 3) : nil
    }
    #expect(replanned.replan.missed.map(\.old.edition) == [6])
    #expect(replanned.replan.schedule.placements.count == 12)
  }

  @Test("pins of the past are history, pins to come are kept")
  func pins() {
    let line = Sample.line("a", 12, pins: [Sample.pin(3, 8), Sample.pin(10, 11)])
    let replanned = Replanned(Sample.plan([line]), weekly, from: (7, 1)) {
      $0.timing.day.month == 3 ? nil : $0.timing.day
    }
    #expect(replanned.findings.isEmpty)
    #expect(replanned.replan.schedule.placements.contains { $0.timing.day == Sample.day(10, 11) })
    #expect(replanned.replan.schedule.placements.count == 12)
  }

  // MARK: - The plan has changed

  @Test("a larger quota gets new editions, a smaller one drops some and keeps the others' UIDs")
  func otherQuota() {
    let published = Allocated([Sample.line("a", 20)], in: weekly).schedule.placements
    let more = Replanned(Sample.plan([Sample.line("a", 24)]), weekly, from: (7, 1), published: published)
    #expect(more.replan.schedule.placements.map(\.edition).sorted() == Array(1...24))
    #expect(more.dropped == [])
    let fewer = Replanned(Sample.plan([Sample.line("a", 17)]), weekly, from: (7, 1), published: published)
    #expect(fewer.replan.schedule.placements.count == 17)
    #expect(fewer.dropped.count == 3)
  }

  @Test("what no slot is left for is told, and the editions that stay keep their UIDs")
  func tooFewSlots() {
    let plan = Sample.plan([Sample.line("a", 12)])
    let slots = Sample.slots(on: Sample.each(10))
    let published = Allocated(plan, slots).schedule.placements
    let replanned = Replanned(
      plan, slots.filter { $0.timing.day.month != 11 }, from: (7, 1), published: published)
    #expect(replanned.dropped == ["a.11.vi"] && replanned.moves == [])
    #expect(replanned.findings.map(\.code) == [.quotaNotMet])
    #expect(replanned.replan.schedule.unplaced.map(\.count) == [1])
  }

  // MARK: - The curve

  @Test("more slack, fewer moves: the curve falls, and the slack that is asked for is chosen")
  func curve() {
    let plan = Sample.plan([Sample.line("a", 40), Sample.line("b", 9)])
    let slots = Sample.slots(on: Sample.weekly(2, 5))
    let even = Replanned(plan, slots, from: (5, 1), slack: 0) { $0.edition % 4 == 0 ? nil : $0.timing.day }
    let still = Replanned(plan, slots, from: (5, 1), slack: 300) { $0.edition % 4 == 0 ? nil : $0.timing.day }
    #expect(even.replan.slack == 0 && still.replan.slack == 300)
    #expect(even.replan.curve.first == still.replan.curve.first)
    #expect(still.replan.curve.contains { $0.slack == 300 })
    #expect(still.replan.moves.count <= even.replan.moves.count)
    #expect(even.replan.moves.count > even.replan.curve.last?.moves ?? .max)
  }

  @Test("whatever the plan and whatever was missed, nothing is lost and no UID is given twice")
  func properties() {
    var failure: String?
    var (moved, missed) = (0, 0)
    for seed in 1...60 where failure == nil {
      let (plan, slots) = RandomPlan.make(seed: seed, .init(least: seed % 2 == 0))
      var random = SeededRandom(seed: seed)
      let from = (random.int(3...5), random.int(1...28))
      let lost = random.int(2...6)
      let published = Allocator.allocate(plan: plan, slots: slots).schedule.placements
      let silent = Set(published.filter { _ in random.oneIn(lost) }.map(\.uid))
      // Without a slack hardly anything moves.
      let replanned = Replanned(
        plan, slots, from: from, published: published, slack: seed % 3 == 0 ? nil : 0
      ) {
        silent.contains($0.uid) ? nil : $0.timing.lastStart
      }
      failure = replanned.violation.map { "seed \(seed): \($0)" }
      moved += replanned.replan.moves.count
      missed += replanned.replan.missed.count
    }
    #expect(failure == nil)
    #expect(moved > 10 && missed > 50, "\(moved) moved, \(missed) missed")
  }
}
