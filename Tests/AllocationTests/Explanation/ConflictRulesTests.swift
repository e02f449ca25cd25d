import Testing

@testable import Allocation

@Suite("Conflicts, one rule at a time")
struct ConflictRulesTests {
  private static let monthStart = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]

  private static func problem(
    outlets: [Problem.Outlet] = [Problem.Outlet()], _ slots: [Problem.Slot], _ series: [Problem.Series],
    translators: [Problem.Translator] = []
  ) -> Problem {
    Problem(
      days: 365, firstOpenDay: 0, monthStart: monthStart, outlets: outlets, slots: slots, series: series,
      translators: translators)
  }

  private static func slots(_ days: [Int], outlet: Int = 0, pieces: Int = 1) -> [Problem.Slot] {
    days.map { Problem.Slot(outlet: outlet, day: $0, pieces: pieces) }
  }

  private static func series(
    _ quota: Int, in slots: Range<Int>, most: Int = 1, perDay: Int = 99,
    perMonth: [Int: ClosedRange<Int>] = [:], gapDays: Int = 0, follows: Problem.Follows? = nil,
    pins: [Int] = []
  ) -> Problem.Series {
    Problem.Series(
      quota: quota, dayWeights: Array(repeating: 1, count: 365),
      choices: slots.map { Problem.Choice(slot: $0, most: most, least: pins.contains($0) ? 1 : 0) },
      perDay: perDay, perMonth: (0..<12).map { perMonth[$0] ?? 0...99 }, gapDays: gapDays, follows: follows)
  }

  /// What a test looks at of a conflict.
  private struct Told: Equatable {
    var series: [Int]
    var needed: Int
    var places: Int
    var limits: [Conflict.Bottleneck]
  }

  private static func told(_ conflicts: [Conflict]) -> [Told] {
    conflicts.map {
      Told(series: $0.series, needed: $0.needed, places: $0.places, limits: $0.limits.map(\.what))
    }
  }

  @Test("three series in two kinds of slots are too many; a fourth with slots of its own is not named")
  func slots_three() {
    let problem = Self.problem(
      Self.slots([1, 8, 15, 22]) + Self.slots([3, 10], pieces: 2) + Self.slots([5, 12]),
      [
        Self.series(4, in: 0..<4), Self.series(3, in: 4..<6, most: 2), Self.series(3, in: 0..<6, most: 2),
        Self.series(2, in: 0..<8),
      ])
    let conflicts = Conflict.minimal(in: problem)
    #expect(
      Self.told(conflicts) == [
        Told(
          series: [0, 1, 2], needed: 10, places: 8,
          limits: [.slot(0), .slot(1), .slot(2), .slot(3), .slot(4), .slot(5)]
        )
      ])
    #expect(conflicts.map(\.days) == [1...22])
  }

  @Test("two conflicts in one part are told apart")
  func slots_twoConflicts() {
    let problem = Self.problem(
      Self.slots([1, 2, 200, 201]),
      [Self.series(3, in: 0..<2), Self.series(5, in: 2..<4), Self.series(0, in: 0..<4)])
    #expect(
      Self.told(Conflict.minimal(in: problem)) == [
        Told(series: [0], needed: 3, places: 2, limits: [.slot(0), .slot(1)]),
        Told(series: [1], needed: 5, places: 2, limits: [.slot(2), .slot(3)]),
      ])
    #expect(Conflict.minimal(in: problem).map { $0.firstMonth(in: problem).month } == [0, 6])
    #expect(Conflict.firstMonth(in: problem)?.month == 0)
  }

  @Test("pins of others take places that are not counted as reachable")
  func slots_heldByPins() {
    let problem = Self.problem(
      Self.slots([1, 2, 200]), [Self.series(2, in: 0..<2), Self.series(2, in: 1..<3, pins: [1])])
    let conflicts = Conflict.minimal(in: problem)
    #expect(
      Self.told(conflicts) == [Told(series: [0], needed: 2, places: 1, limits: [.slot(0), .slot(1)])])
    #expect(conflicts.map(\.held) == [1])
  }

  @Test("the limits of a day, of an outlet's day and month, and of a series' months")
  func limits_each() {
    let perDay = Self.problem(Self.slots([1, 1]), [Self.series(2, in: 0..<2, perDay: 1)])
    let outletDay = Self.problem(
      outlets: [Problem.Outlet(perDay: 1)], Self.slots([1, 1]), [Self.series(2, in: 0..<2)])
    let outletMonth = Self.problem(
      outlets: [Problem.Outlet(perMonth: Array(repeating: 1, count: 12))], Self.slots([1, 9]),
      [Self.series(2, in: 0..<2)])
    let months = Self.problem(Self.slots([1, 9]), [Self.series(2, in: 0..<2, perMonth: [0: 0...1])])
    let found = [perDay, outletDay, outletMonth, months].map {
      Conflict.minimal(in: $0).flatMap(\.limits).map(\.what)
    }
    #expect(
      found == [
        [.seriesDay(series: 0, day: 1)], [.outletDay(outlet: 0, day: 1)],
        [.outletMonth(outlet: 0, month: 0)], [.months(series: 0, through: 30)],
      ])
  }

  @Test("a gap leaves room for fewer than the slots do")
  func gap_each() {
    let problem = Self.problem(Self.slots([1, 3, 5, 7, 9]), [Self.series(4, in: 0..<5, gapDays: 4)])
    #expect(
      Self.told(Conflict.minimal(in: problem)) == [
        Told(series: [0], needed: 4, places: 3, limits: [.gap(series: 0, through: 9)])
      ])
  }

  @Test("at the year's end a version has no slot so long after its original")
  func wait_end() {
    let problem = Self.problem(
      Self.slots([340, 345, 350]) + Self.slots([346, 352, 358, 364]),
      [
        Self.series(3, in: 0..<3),
        Self.series(3, in: 3..<7, follows: Problem.Follows(source: 0, leastDays: 16)),
      ])
    #expect(
      Self.told(Conflict.minimal(in: problem)) == [
        Told(series: [1], needed: 3, places: 2, limits: [.wait(series: 1, through: 364)])
      ])
  }

  @Test("a translator's weeks make too few, whether or not others use the slots", arguments: [false, true])
  func translator_weeks(isShared: Bool) {
    let versions = Problem.Follows(source: 0, leastDays: 0, translator: 0)
    let problem = Self.problem(
      Self.slots([0], pieces: 9) + Self.slots([21, 22, 23]),
      [
        Self.series(3, in: 0..<1, most: 9), Self.series(3, in: 1..<4, follows: versions),
        Self.series(isShared ? 0 : 1, in: isShared ? 1..<4 : 0..<1, most: 1),
      ], translators: [Problem.Translator(perWeek: [9, 1, 1] + Array(repeating: 9, count: 50))])
    #expect(
      Self.told(Conflict.minimal(in: problem)) == [
        Told(
          series: [1], needed: 3, places: 2,
          limits: (0...2).map { .translatorWeek(translator: 0, week: $0) })
      ])
  }

  @Test("leasts of a month that two series cannot both reach")
  func leasts_together() {
    let problem = Self.problem(
      Self.slots([1, 40, 47, 200, 201]),
      [
        Self.series(2, in: 0..<5, perMonth: [1: 2...9]), Self.series(2, in: 0..<5, perMonth: [1: 1...9]),
      ])
    #expect(Conflict.minimal(in: problem).isEmpty)
    #expect(
      Self.told(Conflict.leasts(of: 1, in: problem)) == [
        Told(series: [0, 1], needed: 3, places: 2, limits: [.slot(1), .slot(2)])
      ])
    #expect(Conflict.leasts(of: 2, in: problem).isEmpty)
    let first = Conflict.firstMonth(in: problem)
    #expect(first?.month == 1)
    #expect(first?.conflicts.map(\.month) == [1])
  }

  @Test("a window that closes in March makes March the first month that fails, whatever December lacks")
  func firstMonth_window() {
    let problem = Self.problem(
      Self.slots([10, 40, 70] + Array(stride(from: 100, to: 365, by: 30))),
      [Self.series(4, in: 0..<3), Self.series(20, in: 3..<12)])
    #expect(Conflict.firstMonth(in: problem)?.month == 2)
    #expect(Conflict.firstMonth(in: problem)?.conflicts.map(\.series) == [[0]])
  }

  @Test("minutes bound what a slot holds")
  func minutes_each() {
    let slot = Problem.Slot(outlet: 0, day: 5, pieces: 5, minutes: 20)
    let series = Problem.Series(
      quota: 4, dayWeights: Array(repeating: 1, count: 365), choices: [Problem.Choice(slot: 0, most: 5)],
      perMonth: Array(repeating: 0...99, count: 12), minutes: 7)
    #expect(Conflict.minimal(in: Self.problem([slot], [series])).map(\.places) == [2])
  }
}
