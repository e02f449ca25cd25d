import Allocation
import ScheduleModel
import Testing

/// A re-plan without a slack: nothing moves that may stay.
struct KeepingTests {
  private let weekly = Sample.slots(on: Sample.weekly(4))

  /// Three lines on one outlet, one of them with versions on another.
  private static func lines(_ quota: Int) -> [PlanLine] {
    [
      Sample.line("a", quota, versions: Sample.versions(into: ["hmn"], on: "ethnic")),
      Sample.line("b", 30, gap: 3), Sample.line("c", 12, months: [6: 2...4], pins: [Sample.pin(9, 3)]),
    ]
  }

  private static let slots =
    Sample.slots(on: Sample.weekly(1, 4))
    + Sample.slots(on: Sample.weekly(2), of: "ethnic", "t", languages: ["hmn"])

  // MARK: - Quotas

  @Test("a quota of 25 instead of 23 in May adds two works with their versions, and leaves all others alone")
  func raised() {
    let published = Allocated(Sample.plan(Self.lines(23)), Self.slots).schedule.placements
    let replanned = Replanned(
      Sample.plan(Self.lines(25)), Self.slots, from: (5, 17), published: published)
    let old = Set(published)
    let new = replanned.replan.schedule.placements.filter { !old.contains($0) }
    #expect(
      new.map(\.uid).sorted() == [
        "p.a.24.hmn@lichsong", "p.a.24.vi@lichsong", "p.a.25.hmn@lichsong", "p.a.25.vi@lichsong",
      ])
    #expect(replanned.replan.schedule.placements.count == published.count + 4)
    #expect(replanned.moves + replanned.dropped + replanned.missed == [])
    #expect(replanned.findings == [])
    #expect(replanned.replan.keepsPublished)
    #expect(replanned.replan.schedule.proof.short == 0)
  }

  @Test("a lower quota drops works of its line alone, those without which it is most even, and no pinned one")
  func lowered() throws {
    func lines(_ quota: Int) -> [PlanLine] {
      [Sample.line("a", quota, pins: [Sample.pin(10, 11)]), Sample.line("b", 12)]
    }
    let slots = Sample.slots(on: Sample.weekly(1, 4))
    let published = Allocated(Sample.plan(lines(24)), slots).schedule.placements
    let replanned = Replanned(Sample.plan(lines(18)), slots, from: (1, 1), published: published)
    #expect(replanned.moves == [])
    #expect(replanned.replan.dropped.map(\.line) == Array(repeating: "a", count: 6))
    #expect(replanned.replan.schedule.placements.contains { $0.timing.day == Sample.day(10, 11) })
    // Two works a month become three in two months.
    let months = replanned.replan.plannedMonths(ofLine: "a", of: replanned.plan)
    #expect(months.allSatisfy { (1...2).contains($0) })
    #expect(stride(from: 0, to: 12, by: 2).allSatisfy { (2...4).contains(months[$0] + months[$0 + 1]) })
  }

  @Test("fewer works with versions of fewer of them: as many versions as are asked for, and nothing moves")
  func loweredWithSomeVersions() {
    func lines(_ quota: Int, _ works: Int) -> [PlanLine] {
      [Sample.line("a", quota, versions: Sample.versions(into: ["hmn"], on: "ethnic", works: works))]
    }
    let published = Allocated(Sample.plan(lines(24, 20)), Self.slots).schedule.placements
    for (quota, works) in [(22, 20), (22, 18), (20, 15)] {
      let replanned = Replanned(
        Sample.plan(lines(quota, works)), Self.slots, from: (7, 1), published: published)
      let placements = replanned.replan.schedule.placements
      #expect(placements.count { $0.language == .vietnamese } == quota)
      #expect(placements.count { $0.language != .vietnamese } == works, "\(quota), \(works)")
      #expect(replanned.moves == [], "\(quota), \(works)")
    }
  }

  @Test("a lower quota drops the versions and repeats of the works that it drops, and keeps the others")
  func loweredWithFollowers() {
    func line(_ quota: Int) -> PlanLine {
      Sample.line(
        "a", quota, versions: Sample.versions(into: ["hmn"], on: "ethnic"),
        repeats: [Sample.repeats(after: 1, within: 6)])
    }
    let published = Allocated(Sample.plan([line(24)]), Self.slots).schedule.placements
    let replanned = Replanned(Sample.plan([line(20)]), Self.slots, from: (5, 1), published: published)
    let byEdition = Dictionary(grouping: replanned.replan.dropped, by: \.edition)
    #expect(byEdition.count == 4 && byEdition.values.allSatisfy { $0.count == 3 })
    #expect(replanned.moves == [] && replanned.findings == [])
  }

  @Test("a work that was moved by hand is not dropped by a lower quota, and does not move with a slack")
  func fixedByHand() throws {
    let published = Allocated(Sample.plan([Sample.line("a", 24)]), weekly).schedule.placements
    let inSlots = Set(published.map(\.slot))
    let free = try #require(weekly.first { $0.timing.day > Sample.day(12, 1) && !inSlots.contains($0.id) })
    let byHand = published.map { old in
      old.edition == 15
        ? Placement(plan: "p", line: "a", edition: 15, language: .vietnamese, run: .first, slot: free) : old
    }
    let plan = Sample.plan([Sample.line("a", 16)])
    for slack in [nil, 0, 500] {
      let replanned = Replanned(
        plan, weekly, from: (7, 1), published: byHand, slack: slack, fixed: ["p.a.15.vi@lichsong"])
      let there = replanned.replan.schedule.placements.first { $0.edition == 15 }
      #expect(there?.slot == free.id, "\(slack ?? -1)")
      #expect(replanned.replan.schedule.placements.count == 16)
    }
    let even = Replanned(
      Sample.plan([Sample.line("a", 24)]), weekly, from: (7, 1), published: byHand, slack: 0)
    #expect(
      even.moves.contains { $0.hasPrefix("a.15.vi") }, "without the word it goes back to its even place")
  }

  // MARK: - What must move

  @Test("a slot that is gone moves what lay in it, and nothing else")
  func slotGone() {
    let plan = Sample.plan(Self.lines(23))
    let published = Allocated(plan, Self.slots).schedule.placements
    let lay = published.first { $0.line == "a" && $0.edition == 16 && $0.isOriginalFirstRun }
    let replanned = Replanned(
      plan, Self.slots.filter { $0.id != lay?.slot }, from: (5, 17), published: published)
    #expect(replanned.replan.moves.map(\.old) == [lay].compactMap(\.self))
    #expect(replanned.dropped == [] && replanned.findings == [])
  }

  @Test("a blackout of the whole grid moves the works that lay in it, and nothing else")
  func blackout() {
    let closed = Sample.days(from: (8, 6), through: (8, 19))
    let plan = Sample.plan(Self.lines(23))
    let published = Allocated(plan, Self.slots).schedule.placements
    let open = Self.slots.filter { !closed.contains($0.timing.day) }
    let replanned = Replanned(plan, open, from: (7, 1), published: published)
    let lay = published.filter { closed.contains($0.timing.day) }.map(\.uid)
    #expect(lay.count == 3)
    #expect(replanned.replan.moves.map(\.old.uid).sorted() == lay.sorted())
    #expect(replanned.dropped == [] && replanned.findings == [])
  }

  @Test("a stricter rule moves as few works as the rule asks for")
  func stricterGap() {
    let slots = Sample.slots(on: Sample.daily())
    let pins = [Sample.pin(8, 1), Sample.pin(8, 3), Sample.pin(8, 5), Sample.pin(8, 20)]
    let published = Allocated(
      Sample.plan([Sample.line("a", 4, pins: pins), Sample.line("b", 40)]), slots
    ).schedule.placements
    let replanned = Replanned(
      Sample.plan([Sample.line("a", 4, gap: 4), Sample.line("b", 40)]), slots, from: (7, 1),
      published: published)
    // 1 and 5 August are far enough apart; the work of the third moves alone.
    #expect(replanned.moves.map { $0.prefix(12) } == ["a.2.vi 08-03"])
  }

  @Test("a pin that comes later moves one work of its line, and what lay in its only slot")
  func newPin() {
    let plan = Sample.plan([
      Sample.line("a", 12, pins: [Sample.pin(10, 4)]), Sample.line("b", 30),
    ])
    let before = Sample.plan([Sample.line("a", 12, weights: [10: 0]), Sample.line("b", 30)])
    let published = Allocated(before, weekly).schedule.placements
    let lay = published.filter { $0.timing.day == Sample.day(10, 4) }.map(\.line)
    let replanned = Replanned(plan, weekly, from: (7, 1), published: published)
    #expect(lay == ["b"])
    #expect(replanned.replan.moves.map(\.old.line).sorted() == ["a", "b"])
    #expect(replanned.replan.moves.contains { $0.new.line == "a" && $0.new.timing.day == Sample.day(10, 4) })
  }

  @Test("longer days for translation move the versions that come too early now")
  func longerLead() {
    func line(_ lead: Int) -> PlanLine {
      Sample.line("a", 23, versions: Sample.versions(into: ["hmn"], after: lead, on: "ethnic"))
    }
    let published = Allocated(Sample.plan([line(5)]), Self.slots).schedule.placements
    let replanned = Replanned(Sample.plan([line(14)]), Self.slots, from: (7, 1), published: published)
    #expect(!replanned.replan.moves.isEmpty)
    #expect(replanned.replan.moves.allSatisfy { $0.old.language.tag == "hmn" })
    let days = Dictionary(
      replanned.replan.schedule.placements.map { ("\($0.edition) \($0.language)", $0.timing.day) },
      uniquingKeysWith: { first, _ in first })
    for move in replanned.replan.moves {
      let original = days["\(move.old.edition) vi"] ?? Sample.day(12, 31)
      #expect(original.distance(to: move.old.timing.day) < 14)
      #expect(original.distance(to: move.new.timing.day) >= 14)
    }
  }

  // MARK: - What was missed

  @Test("missed works are planned a second time in what is left, and nothing moves for them")
  func missed() {
    let replanned = Replanned(Sample.plan(Self.lines(23)), Self.slots, from: (7, 1)) {
      $0.line == "a" && [3, 7].contains($0.edition) ? nil : $0.timing.day
    }
    #expect(replanned.replan.missed.count == 4 && replanned.replan.missed.allSatisfy { $0.new != nil })
    #expect(replanned.moves == [] && replanned.dropped == [] && replanned.findings == [])
  }

  @Test(
    "a version stays where it is when its missed original finds a slot before it, and moves when it does not")
  func missedOriginal() {
    let line = Sample.line("a", 12, versions: Sample.versions(into: ["hmn"], after: 7, on: "ethnic"))
    let ethnic = Sample.slots(on: Sample.each(20), of: "ethnic", "t", languages: ["hmn"])
    for (extra, moves) in [([Sample.day(7, 3)], 0), ([Sample.day(7, 16)], 1)] {
      let slots =
        Sample.slots(on: Sample.each(10) + extra) + ethnic
        + Sample.slots(
          on: [Sample.day(7, 28)], of: "ethnic", "t", languages: ["hmn"])
      let published = Allocated([line], in: Sample.slots(on: Sample.each(10)) + ethnic).schedule.placements
      let replanned = Replanned(
        Sample.plan([line]), slots, from: (7, 1),
        published: published.map { old in
          // The sixth version was put off to July.
          guard old.edition == 6, old.language.tag == "hmn",
            let later = ethnic.first(where: { $0.timing.day == Sample.day(7, 20) })
          else { return old }
          return Placement(plan: "p", line: "a", edition: 6, language: old.language, run: .first, slot: later)
        }.filter { !($0.edition == 7 && $0.language.tag == "hmn") }
      ) { $0.edition == 6 && $0.isOriginalFirstRun ? nil : $0.timing.day }
      #expect(replanned.moves.count == moves, "\(replanned.moves)")
    }
  }

  // MARK: - What does not fit

  @Test("works that would fit if others moved are told with what would have to move; nothing moves by itself")
  func wouldFit() throws {
    let lines = [Sample.line("a", 1, grid: ["g", "h"]), Sample.line("b", 1, grid: ["g"])]
    let slots =
      Sample.slots(on: [Sample.day(8, 2)]) + Sample.slots(on: [Sample.day(8, 9)], "h")
    let published = Allocated([lines[0]], in: slots.filter { $0.grid == "g" }).schedule.placements
    let replanned = Replanned(Sample.plan(lines), slots, from: (7, 1), published: published)
    #expect(replanned.moves == [])
    #expect(replanned.replan.schedule.unplaced.map(\.line) == ["b"])
    let told = try #require(replanned.findings.first { $0.code == .keptLeavesShort })
    #expect(
      told.message.en
        == "No slot for 1 placement while what is published stays; to place it, 1 must move: p.a.1.vi@lichsong "
        + "(2018-08-02 → 2018-08-09).")
    #expect(told.remedy?.en == "If they may move, plan anew with --slack 0; if not, open more slots.")
    let moved = Replanned(Sample.plan(lines), slots, from: (7, 1), published: published, slack: 0)
    #expect(moved.replan.schedule.unplaced == [] && moved.moves.count == 1)
  }
}

extension Schedule.Proof {
  fileprivate var short: Int { demanded - placed }
}
