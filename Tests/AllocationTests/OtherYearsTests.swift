import ScheduleModel
import Testing

/// Months of plans that do not keep to a calendar year.
struct OtherYearsTests {
  private func plan(_ line: (Range<CivilDay>) -> PlanLine, from first: CivilDay, months: Int) -> Plan {
    let run = first.year * 12 + first.month - 1 + months
    let days = first..<CivilDay.month(run % 12 + 1, of: run / 12).lowerBound
    return Sample.plan([line(days)], days: days)
  }

  private func line(_ quota: Int, _ days: Range<CivilDay>, weights: [Int: Int] = [:], least: [Int: Int] = [:])
    -> PlanLine
  {
    let run = MonthRun(of: days)
    let plain = Sample.line("a", quota)
    let placing = Placing(
      grid: [], window: days, weights: run.indices.map { weights[$0] ?? 1 },
      months: run.indices.map { index in least[index].map { $0...99 } ?? Placing.anyCount }, perDay: nil,
      pins: [],
      minutes: nil)
    return PlanLine(
      id: plain.id, title: plain.title, form: plain.form, outlets: plain.outlets, quota: plain.quota,
      basis: plain.basis, placing: placing, versions: nil, responsibility: plain.responsibility, topics: [],
      tone: nil, overlap: .unsaid, note: nil, place: plain.place)
  }

  @Test("from July to June the months are even, and weights and leasts are those of the plan's months")
  func julyToJune() {
    let plan = plan({ line(26, $0, weights: [0: 2], least: [11: 4]) }, from: Sample.day(7, 1), months: 12)
    let allocated = Allocated(plan, Sample.slots(on: plan.days))
    #expect(allocated.months().count == 12 && allocated.months().reduce(0, +) == 26)
    #expect(allocated.months()[11] >= 4 && allocated.months()[0] > allocated.months()[1])
    #expect(allocated.findings.isEmpty)
  }

  @Test("over three years every month has its share, and none is proven to be better")
  func threeYears() {
    let plan = plan({ line(72, $0) }, from: Sample.day(1, 1), months: 36)
    let allocated = Allocated(plan, Sample.slots(on: plan.days))
    #expect(allocated.months() == Array(repeating: 2, count: 36))
    #expect(allocated.schedule.proof.isOptimal)
  }

  @Test("what an outlet takes in a month holds for the month of that year alone")
  func perMonth() {
    let days = Sample.day(7, 1)..<Sample.day(7, 1, 2020)
    let most = MonthRun(of: days).indices.map { $0 == 12 ? 0 : Quantity.largest }
    let outlet = Sample.outlet("tv", grid: ["g"], perMonth: most)
    let plan = Sample.plan([line(46, days)], days: days, outlets: [outlet])
    let allocated = Allocated(plan, Sample.slots(on: plan.days))
    #expect(allocated.months()[12] == 0 && allocated.months()[0] > 0)
    #expect(allocated.months().reduce(0, +) == 46)
  }
}
