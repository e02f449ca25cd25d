import ScheduleModel
import TestSupport
import Testing

@testable import Counting
@testable import Logs

@Suite("Declared figures that cannot all hold are told")
struct DeclaredDoubtTests {
  private static let plan = Plan.reporting(
    [
      .sample("tinh", .province), .sample("huyen-x", .district, in: "tinh"),
      .sample("huyen-y", .district, in: "tinh"),
    ],
    [.declared("dai", .district)])

  private func told(_ rows: String, period: String = "2025-H1") throws -> [String] {
    let profile = ReportingProfile.calendarYear
    let figures = DeclaredReader.read(
      Array("unit,period,line,value,received,includes\n\(rows)\n".utf8), file: "a.csv", plan: Self.plan,
      profile: profile
    ).figures
    let period = try #require(ReportingPeriod(period, profile: profile))
    return Consolidator.consolidate(plan: Self.plan, declared: figures, tally: Self.plan.unlogged(period))
      .findings.map { "\($0.place.map { "\($0.line)" } ?? "–") \($0.code.rawValue) \($0.message.en)" }
  }

  @Test("a period that has less than one of its parts, or other than all of them")
  func periods() throws {
    #expect(
      try told("huyen-x,2025-03,dai,50,,\nhuyen-x,2025-Q1,dai,40,,\nhuyen-x,2025-H1,dai,30,,") == [
        "3 DECLARED_PERIODS “huyen-x” reports 40 bản tin of “Chỉ tiêu dai” for quarter 1 of 2025, but one period within it has 50 (month 3 of 2025: 50).",
        "4 DECLARED_PERIODS “huyen-x” reports 30 bản tin of “Chỉ tiêu dai” for the first half of 2025, but one period within it has 50 (month 3 of 2025: 50).",
      ])
    #expect(
      try told("huyen-x,2025-Q1,dai,30,,\nhuyen-x,2025-Q2,dai,30,,\nhuyen-x,2025-H1,dai,44,,") == [
        "4 DECLARED_PERIODS “huyen-x” reports 44 bản tin of “Chỉ tiêu dai” for the first half of 2025, but the periods within it make 60 (quarter 1 "
          + "of 2025: 30, quarter 2 of 2025: 30)."
      ])
    #expect(try told("huyen-x,2025-Q1,dai,30,,\nhuyen-x,2025-Q2,dai,14,,\nhuyen-x,2025-H1,dai,44,,") == [])
    #expect(try told("huyen-x,2025-Q1,dai,30,,\nhuyen-x,2025-H1,dai,44,,") == [])
    #expect(try told("huyen-x,2025-Q1,dai,30,,\nhuyen-y,2025-H1,dai,4,,") == [])
  }

  @Test("a province that reports beside its districts is asked whether it has theirs")
  func territory() throws {
    let both = "huyen-x,2025-H1,dai,30,,\nhuyen-y,2025-H1,dai,5,,\ntinh,2025-H1,dai,35,,"
    #expect(
      try told(both) == [
        "4 POSSIBLE_DOUBLE_COUNT “tinh” reports 35 bản tin of “Chỉ tiêu dai” for the first half of 2025, and units below “tinh” report too (huyen-x, "
          + "huyen-y); whether the figure has theirs in it is not said, so both are added."
      ])
    #expect(try told(both + "huyen-x;huyen-y") == [])
    #expect(try told(both + "none") == [])
  }

  @Test("two figures of one day are no matter of days, and two files of one name are told apart")
  func sameDay() throws {
    let profile = ReportingProfile.calendarYear
    func figure(_ value: Int) -> DeclaredFigure {
      DeclaredReader.read(
        Array("unit,period,line,value,received\nhuyen-x,2025-Q1,dai,\(value),2025-04-02\n".utf8),
        file: "a.csv",
        plan: Self.plan, profile: profile
      ).figures[0]
    }
    let period = try #require(ReportingPeriod("2025-Q1", profile: profile))
    let findings = Consolidator.consolidate(
      plan: Self.plan, declared: [figure(4), figure(5)], tally: Self.plan.unlogged(period)
    ).findings
    #expect(
      findings.map(\.message.en) == [
        "“huyen-x” has two figures of “Chỉ tiêu dai” for quarter 1 of 2025: 4 bản tin, and 5 bản tin at line 2 of another file of that name; "
          + "both were received on 02/04/2025, and which holds is not known, so neither is added."
      ])
    #expect(
      findings.map(\.remedy?.en) == [
        "Ask the unit which figure holds, and import one more row with it and the day of the answer (received)."
      ])
  }
}
