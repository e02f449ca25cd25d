import ScheduleModel
import Testing

@testable import Reports

@Test("A work of the small hours is on the day that ended with it, as it is in the tables")
func yearDays_followBroadcastDays() throws {
  let outlet = Outlet(
    id: "dem", name: "Đài đêm", kind: .radio, level: .province, owner: nil, zone: "Asia/Ho_Chi_Minh",
    validity: .always, grid: [], place: SamplePlan.place(1), dayStarts: time("05:00"))
  let line = SamplePlan.line(
    "dem", "Chuyện đêm", "kỳ", SamplePlan.each("dem"), quota("2 kỳ"), placing: SamplePlan.free, number: 2)
  let plan = Plan(
    id: "mau", title: "Đài đêm", year: 2018, days: CivilDay.year(2018), revised: day(1, 1), documents: [],
    units: [], outlets: [outlet], blackouts: [], topics: [], lines: [line], totals: [],
    matching: MatchingTolerance(), remarks: [])
  let night = SamplePlan.place(2, "nhat-ky.csv")
  let aired = AsRunEntry(
    place: night, day: day(4, 1), time: time("01:10"), outlet: "dem", line: "dem", edition: 1,
    language: .vietnamese, title: "", minutes: nil, status: .aired, uid: nil, evidence: nil,
    broadcastDay: day(3, 31))
  let placements = [(1, day(4, 1)), (2, day(1, 1))].map { edition, day in
    SampleSchedule.original(
      "dem", edition,
      SampleSchedule.slot("dem", .timed(start: LocalTime(day, time("01:10")), minutes: 15)))
  }
  let tally = LineTally(
    line: "dem", planned: line.quota, published: nil, counts: Counts(), airedInYear: 1,
    months: Array(repeating: Counts(), count: 12), placementsAired: 1, rows: [night])
  let quarter = try #require(ReportingPeriod("2018-Q1", profile: .calendarYear))
  let days = try #require(
    DayCounts(
      TallyReport.Input(
        plan: plan,
        tally: Tally(
          period: quarter, asOf: day(3, 31), hasLog: true, lines: [tally], versions: [], totals: [],
          groups: [], rowsLeftOut: 0, uncounted: []),
        coverage: nil, findings: [],
        schedule: Schedule(
          slots: [], placements: placements, unplaced: [], proof: Schedule.Proof(demanded: 2, placed: 2)),
        reconciled: Reconciled(
          outcomes: [PlacementOutcome(placement: placements[0], outcome: .aired, entry: aired)],
          unplanned: [], asOf: day(3, 31)))))
  #expect(days.scheduled.last == 1 && days.due.last == 1 && days.aired.last == 1)
  // That of 1 January belongs to the year before.
  #expect(days.scheduled.reduce(0, +) == 1)
}

@Test("A work that was missed and is made good later is due once, where it was planned first")
func yearDays_makeGoods() throws {
  let outlet = Outlet(
    id: "dem", name: "Đài đêm", kind: .radio, level: .province, owner: nil, zone: "Asia/Ho_Chi_Minh",
    validity: .always, grid: [], place: SamplePlan.place(1))
  let line = SamplePlan.line(
    "dem", "Chuyện đêm", "kỳ", SamplePlan.each("dem"), quota("2 kỳ"), placing: SamplePlan.free, number: 2)
  let plan = Plan(
    id: "mau", title: "Đài đêm", year: 2018, days: CivilDay.year(2018), revised: day(1, 1), documents: [],
    units: [], outlets: [outlet], blackouts: [], topics: [], lines: [line], totals: [],
    matching: MatchingTolerance(), remarks: [])
  func original(_ edition: Int, _ day: CivilDay) -> Placement {
    SampleSchedule.original(
      "dem", edition,
      SampleSchedule.slot("dem", .timed(start: LocalTime(day, time("20:10")), minutes: 15)))
  }
  let (missed, second, late) = (original(1, day(1, 8)), original(2, day(1, 15)), original(1, day(3, 12)))
  let again = Placement(
    uid: PlacementAttempt(first: missed.uid, number: 2).uid, line: "dem", edition: 1, language: .vietnamese,
    run: .first, number: 1, outlet: "dem", slot: late.slot, timing: late.timing)
  let entry = AsRunEntry(
    place: SamplePlan.place(2, "nhat-ky.csv"), day: day(1, 15), time: time("20:10"), outlet: "dem",
    line: "dem",
    edition: 2, language: .vietnamese, title: "", minutes: nil, status: .aired, uid: nil, evidence: nil)
  let tally = LineTally(
    line: "dem", planned: line.quota, published: nil, counts: Counts(), airedInYear: 1,
    months: Array(repeating: Counts(), count: 12), placementsAired: 1, rows: [entry.place])
  let quarter = try #require(ReportingPeriod("2018-Q1", profile: .calendarYear))
  let days = try #require(
    DayCounts(
      TallyReport.Input(
        plan: plan,
        tally: Tally(
          period: quarter, asOf: day(1, 31), hasLog: true, lines: [tally], versions: [], totals: [],
          groups: [], rowsLeftOut: 0, uncounted: []),
        coverage: nil, findings: [],
        schedule: Schedule(
          slots: [], placements: [missed, second, again], unplaced: [],
          proof: Schedule.Proof(demanded: 2, placed: 2)),
        reconciled: Reconciled(
          outcomes: [
            PlacementOutcome(placement: missed, outcome: .missed, entry: nil),
            PlacementOutcome(placement: second, outcome: .aired, entry: entry),
          ], unplanned: [], asOf: day(1, 31)))))
  #expect(days.due.reduce(0, +) == 2)
  #expect(days.due[7] == 1 && days.scheduled[70] == 1 && days.due[70] == 0)
  // It is still to go out.
  #expect(days.still.reduce(0, +) == 1)
}
