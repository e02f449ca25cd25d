import Reports
import ScheduleModel
import Testing

struct ToneTests {
  @Test("what a line says of its subject stands among its notes", arguments: PlanLine.Tone.allCases)
  func tone_isNoted(tone: PlanLine.Tone) throws {
    let line = PlanLine(
      id: "a", title: "A", form: CountingUnit(["tin"]), outlets: .each([]), quota: nil, basis: .plan,
      placing: nil,
      versions: nil, responsibility: Responsibility(), topics: [], tone: tone, overlap: .disjoint, note: nil,
      place: SourcePlace(file: "plan.yaml", line: 1))
    let days = CivilDay.year(2018)
    let plan = Plan(
      id: "p", title: "P", year: 2018, days: days, revised: days.lowerBound, documents: [], units: [],
      outlets: [],
      blackouts: [], topics: [], lines: [line], totals: [], matching: MatchingTolerance(), remarks: [])
    let tally = Tally(
      period: try #require(ReportingPeriod(.year, of: 2018, profile: .calendarYear)), asOf: nil,
      hasLog: false,
      lines: [
        LineTally(
          line: "a", planned: nil, published: nil, counts: Counts(), airedInYear: 0,
          months: Array(repeating: Counts(), count: 12), placementsAired: 0, rows: [])
      ], versions: [], totals: [], groups: [], rowsLeftOut: 0, uncounted: [])
    let input = TallyReport.Input(plan: plan, tally: tally, coverage: nil, findings: [])
    for language in ReaderLanguage.allCases {
      #expect(TallyReport.html(input, language: language).contains(tone.name[language]))
    }
  }
}
