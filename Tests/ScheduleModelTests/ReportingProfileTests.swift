import ScheduleModel
import Testing

@Suite("An office's own reporting periods, and due dates")
struct ReportingProfileTests {
  @Test("a cut-off of its own draws the limits, and only the reports that there are can be asked for")
  func ownCutOff() throws {
    let profile = ReportingProfile(code: "A", cutOff: 20, parts: [.quarter(1), .half(1), .year])
    let quarter = try #require(ReportingPeriod("2025-Q1", profile: profile))
    #expect(try quarter.days == day("2024-12-21")..<day("2025-03-21"))
    #expect(try ReportingPeriod("2025", profile: profile)?.days == day("2024-12-21")..<day("2025-12-21"))
    #expect(ReportingPeriod("2025-Q2", profile: profile) == nil)
    #expect(ReportingPeriod("2025-03", profile: profile) == nil)
  }

  @Test("a stretch of its own is asked for by its id, counts since the year's start, and has no year before")
  func stretch() throws {
    let days = try day("2025-05-01")..<day("2025-07-01")
    let profile = ReportingProfile(
      code: "A", stretches: [ReportingProfile.Stretch(id: "dot-1", name: "Đợt một", year: 2025, days: days)])
    let period = try #require(ReportingPeriod("dot-1", profile: profile))
    #expect(period.days == days)
    #expect(try period.yearStart == day("2025-01-01"))
    #expect(period.name == Words("Đợt một"))
    #expect(period.description == "dot-1")
    #expect(period.yearBefore == nil)
    #expect(ReportingPeriod(.stretch("dot-1"), of: 2024, profile: profile) == nil)
    #expect(ReportingPeriod("2025-H1", profile: profile)?.yearBefore?.description == "2024-H1")
  }

  @Test(
    "the four reports of 581/BNV-CCHC are due on the 20th of their last month",
    arguments: [
      ("2025-Q1", "2025-03-20"), ("2025-H1", "2025-06-20"), ("2025-Q3", "2025-09-20"), ("2025", "2025-12-20"),
    ])
  func ministryDue(text: String, due: String) throws {
    let period = try #require(ReportingPeriod(text, profile: .ministry581))
    #expect(try period.due() == day(due))
  }

  @Test("a due day before the cut-off is in the next month; the shipped profiles but one set none")
  func dueInNextMonth() throws {
    let profile = ReportingProfile(code: "A", due: DueRule(.next(day: 5)))
    #expect(try ReportingPeriod("2025-Q1", profile: profile)?.due() == day("2025-04-05"))
    #expect(try ReportingPeriod("2025", profile: profile)?.due() == day("2026-01-05"))
    #expect(ReportingPeriod("2025", profile: .calendarYear)?.due() == nil)
    #expect(ReportingPeriod("2025", profile: .decree09)?.due() == nil)
  }

  @Test(
    "a report is due on any day of a later month or year, each part on its own; a short month has its last day",
    arguments: [
      ("2025-Q1", "2025-05-10"), ("2025-01", "2025-02-28"), ("2025-H1", "2025-07-31"), ("2025", "2026-01-15"),
      ("2025-Q3", "2026-03-31"), ("2025-11", nil as String?),
    ])
  func laterDue(text: String, due: String?) throws {
    let rule = DueRule(
      nil,
      byPart: [
        .quarter(1): .later(day: 10, months: 2), .month(1): .later(day: 31, months: 1),
        .half(1): .next(day: 31), .year: .date(day: 15, month: 1, years: 1),
        .quarter(3): .date(day: 31, month: 3, years: 1),
      ])
    let period = try #require(ReportingPeriod(text, profile: ReportingProfile(code: "A", due: rule)))
    #expect(try period.due() == due.map { try day($0) })
  }

  @Test("days on which nobody works are passed over, forward or back; lower levels report earlier")
  func workingDays() throws {
    func due(_ roll: DueRule.Roll, _ level: AdminLevel? = nil) throws -> CivilDay? {
      // 20 December 2025 is a Saturday, the 22nd a Monday.
      let rule = DueRule(
        .next(day: 20), roll: roll, holidays: [try day("2025-12-22")], earlier: [.district: 3, .commune: 5])
      let profile = ReportingProfile(code: "A", cutOff: 14, due: rule)
      return ReportingPeriod("2025", profile: profile)?.due(for: level)
    }
    #expect(try due(.none) == day("2025-12-20"))
    #expect(try due(.next) == day("2025-12-23"))
    #expect(try due(.previous) == day("2025-12-19"))
    #expect(try due(.next, .district) == day("2025-12-23"))
    #expect(try due(.previous, .district) == day("2025-12-16"))
    #expect(try due(.previous, .commune) == day("2025-12-12"))
    #expect(try due(.previous, .province) == day("2025-12-19"))
  }

  @Test("the windows of a rule tile the reporting year; weeks begin on Mondays and lie within it")
  func cycles() throws {
    var failure: String?
    for profile in ReportingProfile.shipped {
      for year in 2018...2030 {
        let period = try #require(ReportingPeriod(.year, of: year, profile: profile))
        for cycle in [Cycle.year, .half, .quarter, .month, .day] {
          let windows = cycle.windows(of: period)
          let joined = zip(windows, windows.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound }
          let fills =
            windows.first?.lowerBound == period.days.lowerBound
            && windows.last?.upperBound == period.days.upperBound
          if !joined || !fills { failure = "\(cycle) of \(year), \(profile.code)" }
        }
        for weeks in [1, 6, 52] {
          let blocks = Cycle.weeks(weeks).windows(of: period)
          let rolling = Cycle.rolling(weeks).windows(of: period)
          let isRight = (blocks + rolling).allSatisfy { window in
            window.lowerBound.weekday == 1 && window.count == weeks * 7
              && window.clamped(to: period.days) == window
          }
          let isDense = zip(rolling, rolling.dropFirst()).allSatisfy {
            $0.lowerBound.distance(to: $1.lowerBound) == 7
          }
          if !isRight || !isDense || Set(blocks).subtracting(rolling) != [] || blocks.isEmpty && weeks < 52 {
            failure = "\(weeks) weeks of \(year), \(profile.code)"
          }
        }
      }
    }
    #expect(failure == nil)
  }

  @Test(
    "points for a rate of tasks: all, half or a share, and what is left below",
    arguments: [
      (10, 10, 150, 150), (8, 10, 75, 120), (9, 10, 75, 135), (7, 10, 10, 10), (0, 10, 10, 10),
      (2, 3, 10, 10),
      (5, 6, 75, 125),
    ])
  func score(done: Int, planned: Int, half: Int, linear: Int) {
    func rule(_ partial: ScoreRule.Partial) -> ScoreRule {
      ScoreRule(
        version: "thử", full: 150, fullAt: 100, partialFrom: 80, partial: partial, below: 10,
        place: SourcePlace(file: "plan.yaml", line: 1))
    }
    #expect(rule(.half).score(done: done, of: planned) == half)
    #expect(rule(.linear).score(done: done, of: planned) == linear)
  }
}
