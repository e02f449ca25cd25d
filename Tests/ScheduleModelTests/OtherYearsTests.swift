import ScheduleModel
import Testing

@Suite("Plans and reports whose year is not the calendar's")
struct OtherYearsTests {
  /// A plan from a first to a last day, both included.
  private func plan(_ year: Int, _ first: String, _ last: String) throws -> Plan {
    Plan(
      id: "p", title: "P", year: year, days: try day(first)..<day(last).advanced(by: 1),
      revised: try day(first),
      documents: [], units: [], outlets: [], blackouts: [], topics: [], lines: [], totals: [],
      matching: MatchingTolerance(), remarks: [])
  }

  @Test(
    "a plan in its calendar year has its twelve months, any other those that its days touch",
    arguments: [
      (2026, "2026-03-01", "2026-05-31", "2026-01", "2026-12", 12),
      (2026, "2026-07-01", "2027-06-30", "2026-07", "2027-06", 12),
      (2027, "2026-10-01", "2027-09-30", "2026-10", "2027-09", 12),
      (2026, "2025-12-15", "2026-12-14", "2025-12", "2026-12", 13),
      (2026, "2026-01-01", "2028-12-31", "2026-01", "2028-12", 36),
    ])
  func months(year: Int, first: String, last: String, from: String, to: String, count: Int) throws {
    let months = try plan(year, first, last).months
    #expect(months.names.first == from && months.names.last == to && months.count == count)
    for index in months.indices {
      #expect(months.index(of: months.days(of: index).lowerBound) == index)
      #expect(months.index(of: months.days(of: index).upperBound.advanced(by: -1)) == index)
    }
    #expect(months.index(of: months.days.lowerBound.advanced(by: -1)) == nil)
    #expect(months.index(of: months.days.upperBound) == nil)
  }

  @Test(
    "periods are parts of the plan's own year, by name, days and words",
    arguments: [
      ("2026", "2026-07-01", "2027-07-01", "năm kế hoạch 2026–2027", "the plan year 2026–2027"),
      (
        "2026-H2", "2027-01-01", "2027-07-01", "6 tháng cuối năm kế hoạch 2026–2027",
        "the second half of the plan year 2026–2027"
      ),
      (
        "2026-Q1", "2026-07-01", "2026-10-01", "quý I năm kế hoạch 2026–2027",
        "quarter 1 of the plan year 2026–2027"
      ), ("2027-02", "2027-02-01", "2027-03-01", "tháng 2 năm 2027", "month 2 of 2027"),
      (
        "2025-Q4", "2026-04-01", "2026-07-01", "quý IV năm kế hoạch 2025–2026",
        "quarter 4 of the plan year 2025–2026"
      ),
    ])
  func julyToJune(text: String, first: String, end: String, vi: String, en: String) throws {
    let profile = try plan(2026, "2026-07-01", "2027-06-30").usualProfile
    let period = try #require(ReportingPeriod(text, profile: profile))
    #expect(try period.days == days(first, end))
    #expect(period.name == Words(vi: vi, en: en))
    #expect(period.description == text)
  }

  @Test(
    "a plan of three years has all of them, each, and their halves, quarters and months",
    arguments: [
      ("2026-2028", "2026-01-01", "2029-01-01", "giai đoạn 2026–2028", "2026–2028"),
      ("2027", "2027-01-01", "2028-01-01", "năm 2027", "the year 2027"),
      ("2028-H1", "2028-01-01", "2028-07-01", "6 tháng đầu năm 2028", "the first half of 2028"),
      ("2027-Q3", "2027-07-01", "2027-10-01", "quý III năm 2027", "quarter 3 of 2027"),
      ("2028-12", "2028-12-01", "2029-01-01", "tháng 12 năm 2028", "month 12 of 2028"),
    ])
  func threeYears(text: String, first: String, end: String, vi: String, en: String) throws {
    let profile = try plan(2026, "2026-01-01", "2028-12-31").usualProfile
    let period = try #require(ReportingPeriod(text, profile: profile))
    #expect(try period.days == days(first, end))
    #expect(period.name == Words(vi: vi, en: en))
    #expect(period.description == text)
    #expect(period.yearBefore == nil && period.year == 2026)
    #expect(
      ReportingPeriod("2029", profile: profile) == nil && ReportingPeriod("2025-12", profile: profile) == nil)
  }

  @Test("a year from 15 December counts its months from the 15th, as Decree 09/2019 does")
  func december() throws {
    let plan = try plan(2026, "2025-12-15", "2026-12-14")
    let own = plan.usualProfile
    #expect(own.code == "PLAN_YEAR" && own.cutOff == 14)
    for text in ["2026", "2026-H1", "2026-Q3", "2026-01", "2026-12"] {
      let period = try #require(ReportingPeriod(text, profile: own))
      let decree = try #require(ReportingPeriod(text, profile: .decree09))
      #expect(period.days == decree.days && period.name == decree.name)
      #expect(plan.isPlanned(period) && plan.isPlanned(decree))
      #expect(try !plan.isPlanned(#require(ReportingPeriod(text, profile: .calendarYear))) || text == "2026")
    }
  }

  @Test("a calendar year with the days before it that its reports count keeps the calendar's periods")
  func decemberBefore() throws {
    let plan = try plan(2026, "2025-12-15", "2026-12-31")
    #expect(plan.usualProfile == .calendarYear && plan.months.count == 13)
    #expect(try plan.isPlanned(#require(ReportingPeriod("2026-Q1", profile: .ministry581))))
  }

  @Test("the months of any plan's year tile it, and every part is asked for by its own name")
  func tiling() throws {
    var failure: String?
    for start in [-190, -184, -17, 45, 90, 181, 200] {
      for length in [200, 365, 380, 548, 731, 1_100, 1_200] {
        let first = CivilDay.year(2026).lowerBound.advanced(by: start)
        let plan = try plan(2026, "\(first)", "\(first.advanced(by: length - 1))")
        let profile = plan.usualProfile
        let whole = try #require(ReportingPeriod(.year, of: 2026, profile: profile))
        if plan.days.clamped(to: whole.days) != plan.days, profile != .calendarYear {
          failure = "\(plan.days) in \(whole.days)"
        }
        let shape = profile.shape
        let parts: [[ReportingPeriod.Part]] = [
          (1...shape.length).map { .month($0) }, (1...shape.parts(of: 3)).map { .quarter($0) },
          (1...shape.parts(of: 6)).map { .half($0) },
          shape.isLong ? (1...shape.parts(of: 12)).map { .twelve($0) } : [.year],
        ]
        for parts in parts {
          let periods = parts.compactMap { ReportingPeriod($0, of: 2026, profile: profile) }
          let joined = zip(periods, periods.dropFirst()).allSatisfy {
            $0.days.upperBound == $1.days.lowerBound
          }
          let fills =
            periods.first?.days.lowerBound == whole.days.lowerBound
            && periods.last?.days.upperBound == whole.days.upperBound
          let named = periods.allSatisfy { ReportingPeriod($0.description, profile: profile) == $0 }
          if !joined || !fills || !named || periods.count != parts.count {
            failure = "\(parts) of \(plan.days)"
          }
        }
      }
    }
    #expect(failure == nil)
  }
}
