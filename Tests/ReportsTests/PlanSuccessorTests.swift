import Reports
import ScheduleModel
import Testing

struct PlanSuccessorTests {
  @Test("a plan that another one follows says until when it holds, and what comes then")
  func head_namesTheSuccessor() throws {
    let days = CivilDay.year(2025).lowerBound..<AdminLevel.districtsEnd
    let plan = Plan(
      id: "huyen", title: "Kế hoạch huyện", year: 2025, days: days, revised: days.lowerBound, documents: [],
      units: [],
      outlets: [], blackouts: [], topics: [], lines: [], totals: [], matching: MatchingTolerance(),
      remarks: [],
      successor: "xa")
    let period = try #require(ReportingPeriod(.year, of: 2025, profile: .calendarYear))
    let tally = Tally(
      period: period, asOf: nil, hasLog: false, lines: [], versions: [], totals: [], groups: [],
      rowsLeftOut: 0,
      uncounted: [])
    let input = TallyReport.Input(plan: plan, tally: tally, coverage: nil, findings: [])
    let heads = ReaderLanguage.allCases.map { language in
      TallyReport.text(input, language: language).split(separator: "\n").dropFirst(3).first.map(String.init)
    }
    #expect(
      heads == [
        "Kế hoạch này có hiệu lực đến hết ngày 30/06/2025; sau đó thay bằng “xa”.",
        "This plan holds until 30/06/2025; “xa” takes its place.",
      ])
  }
}
