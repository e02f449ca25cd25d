import ScheduleModel
import Testing

/// The figures of the five real plans: sums are exact, and months differ no more than they must.
struct QuotaTests {
  @Test(
    "a year's quota on daily slots is split as the plans expect",
    arguments: [
      (23, [1: 1, 2: 11]), (96, [8: 12]), (72, [6: 12]), (100, [8: 8, 9: 4]), (32, [2: 4, 3: 8]),
      (47, [3: 1, 4: 11]), (12, [1: 12]), (24, [2: 12]), (1, [0: 11, 1: 1]), (0, [0: 12]),
    ])
  func shape(quota: Int, shape: [Int: Int]) {
    let allocated = Allocated([Sample.line("a", quota)], in: Sample.slots(on: Sample.daily()))
    #expect(Dictionary(grouping: allocated.months()) { $0 }.mapValues(\.count) == shape)
    #expect(allocated.findings.isEmpty)
  }

  @Test("a plan of 4 April spreads its quota over nine months, April by its 27 days")
  func fromApril() {
    let expected: [(Int, [Int])] = [
      (23, [2, 3, 2, 3, 3, 2, 3, 2, 3]), (96, [10, 10, 11, 11, 11, 11, 10, 11, 11]),
      (47, [5, 5, 5, 6, 5, 5, 5, 6, 5]),
    ]
    for (quota, months) in expected {
      let days = Sample.days(from: (4, 4))
      let plan = Sample.plan([Sample.line("a", quota)], days: days)
      let allocated = Allocated(plan, Sample.slots(on: days, pieces: 2))
      #expect(allocated.months() == [0, 0, 0] + months)
      #expect(allocated.findings.isEmpty)
    }
  }

  @Test("52 on Mondays take every week of 2018 but one, on the 53 Wednesdays of 2020 all but one")
  func weekly() {
    let mondays = Allocated([Sample.line("a", 52)], in: Sample.slots(on: Sample.weekly(1)))
    #expect(Sample.weekly(1).count == 53)
    #expect(mondays.days().count == 52)
    let wednesdays = Allocated(
      [Sample.line("a", 52)], in: Sample.slots(on: Sample.weekly(3, in: 2020)), year: 2020)
    #expect(Sample.weekly(3, in: 2020).count == 53)
    #expect(wednesdays.days().count == 52)
    #expect(mondays.findings.isEmpty && wednesdays.findings.isEmpty)
  }

  @Test("52 on the 52 Thursdays of 2018 take all of them")
  func everyWeek() {
    let thursdays = Sample.weekly(4)
    let allocated = Allocated([Sample.line("a", 52)], in: Sample.slots(on: thursdays))
    #expect(allocated.days() == thursdays)
    #expect(allocated.findings.isEmpty)
  }

  @Test("12 on the last Saturday of each month, and 24 on the 10th and 25th, take every opening")
  func monthlyAndHalfMonthly() {
    let saturdays = (1...12).compactMap { month in
      CivilDay.month(month, of: 2020).last { $0.weekday == 6 }
    }
    let monthly = Allocated([Sample.line("a", 12)], in: Sample.slots(on: saturdays), year: 2020)
    #expect(monthly.days() == saturdays)
    #expect(monthly.days().first == Sample.day(1, 25, 2020))
    let twice = Allocated([Sample.line("a", 24)], in: Sample.slots(on: Sample.each(10, 25)))
    #expect(twice.days() == Sample.each(10, 25))
  }

  @Test("12 of 52 lie in a line of their own, and the host places the other 40")
  func partOf() {
    let lines = [Sample.line("a", 52), Sample.line("b", 12, grid: ["m"], partOf: "a")]
    let slots =
      Sample.slots(on: Sample.weekly(4)) + Sample.slots(on: Sample.each(15), "m", at: 8)
    let allocated = Allocated(lines, in: slots)
    #expect(allocated.placements("a").count == 40)
    #expect(allocated.placements("b").map(\.timing.day) == Sample.each(15))
    #expect(allocated.counted == Schedule.Proof(demanded: 52, placed: 52))
    #expect(allocated.findings.isEmpty)
  }

  @Test("parts that pass their host leave it nothing to place, and nothing below zero")
  func partsPassHost() {
    let lines = [Sample.line("a", 3), Sample.line("b", 5, partOf: "a")]
    let allocated = Allocated(lines, in: Sample.slots(on: Sample.daily()))
    #expect(allocated.placements("a").isEmpty)
    #expect(allocated.placements("b").count == 5)
  }

  @Test("lines without a quota, and lines that are only counted, are not placed")
  func notPlaced() {
    let line = Sample.line("a", 5)
    let counted = PlanLine(
      id: "b", title: "b", form: line.form, outlets: line.outlets, quota: line.quota, basis: .plan,
      placing: nil, versions: nil, responsibility: Responsibility(), topics: [], tone: nil, overlap: .unsaid,
      note: nil, place: Sample.place)
    let unnumbered = PlanLine(
      id: "c", title: "c", form: line.form, outlets: line.outlets, quota: nil, basis: .plan,
      placing: line.placing, versions: nil, responsibility: Responsibility(), topics: [], tone: nil,
      overlap: .unsaid, note: nil, place: Sample.place)
    let allocated = Allocated([line, counted, unnumbered], in: Sample.slots(on: Sample.daily()))
    #expect(Set(allocated.schedule.placements.map(\.line)) == ["a"])
    #expect(allocated.counted == Schedule.Proof(demanded: 5, placed: 5))
  }

  @Test("one work is named by its line, edition and language")
  func uid() {
    let allocated = Allocated([Sample.line("a", 1)], in: Sample.slots(on: [Sample.day(5, 17)]))
    #expect(
      allocated.schedule.placements.map { [$0.uid, $0.slot, $0.timing.startText] } == [
        ["p.a.1.vi@lichsong", "tv.g.2018-05-17", "2018-05-17T20:00"]
      ])
  }
}
