import ScheduleModel
import Testing

struct ReportingPeriodTests {
  private typealias Profile = ReportingPeriod.Profile

  @Test(
    "each report counts the days that its rule draws, the last one included",
    arguments: [
      ("2018", .calendarYear, "2018-01-01", "2018-12-31"),
      ("2018-H1", .calendarYear, "2018-01-01", "2018-06-30"),
      ("2018-H2", .calendarYear, "2018-07-01", "2018-12-31"),
      ("2018-Q1", .calendarYear, "2018-01-01", "2018-03-31"),
      ("2018-Q4", .calendarYear, "2018-10-01", "2018-12-31"),
      ("2020-02", .calendarYear, "2020-02-01", "2020-02-29"),
      ("2025", .decree09, "2024-12-15", "2025-12-14"), ("2025-H1", .decree09, "2024-12-15", "2025-06-14"),
      ("2025-H2", .decree09, "2025-06-15", "2025-12-14"), ("2025-Q1", .decree09, "2024-12-15", "2025-03-14"),
      ("2025-Q2", .decree09, "2025-03-15", "2025-06-14"), ("2025-Q3", .decree09, "2025-06-15", "2025-09-14"),
      ("2025-Q4", .decree09, "2025-09-15", "2025-12-14"), ("2025-01", .decree09, "2024-12-15", "2025-01-14"),
      ("2025-02", .decree09, "2025-01-15", "2025-02-14"), ("2025-12", .decree09, "2025-11-15", "2025-12-14"),
      ("2025", .ministry581, "2024-12-15", "2025-12-14"),
      ("2025-H1", .ministry581, "2024-12-15", "2025-06-14"),
      ("2025-Q1", .ministry581, "2024-12-15", "2025-03-14"),
      ("2025-Q3", .ministry581, "2025-06-15", "2025-09-14"),
    ] as [(String, ReportingPeriod.Profile, String, String)])
  func period_hasWindow(text: String, profile: ReportingPeriod.Profile, first: String, last: String) throws {
    let period = try #require(ReportingPeriod(text, profile: profile))
    #expect(try period.days == day(first)..<day(last).advanced(by: 1))
    #expect(period.description == text)
    #expect(period.profile == profile)
    #expect(
      try period.yearStart
        == day(profile == .calendarYear ? "\(period.year)-01-01" : "\(period.year - 1)-12-15"))
  }

  @Test("581/BNV-CCHC knows four reports a year and no others")
  func ministry_hasFourReports() {
    let asked =
      ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"] + (1...12).map { $0 < 10 ? "-0\($0)" : "-\($0)" }
    let known = asked.filter { ReportingPeriod("2025\($0)", profile: .ministry581) != nil }
    #expect(known == ["", "-H1", "-Q1", "-Q3"])
  }

  @Test("what airs on 15 December 2024 belongs to the reporting year 2025, and in the calendar year to 2024")
  func midDecember_belongsToNextYear() throws {
    let aired = try day("2024-12-15")
    func years(_ profile: Profile) -> [Int] {
      (2023...2026).filter { ReportingPeriod(.year, of: $0, profile: profile)?.days.contains(aired) == true }
    }
    #expect(years(.decree09) == [2025])
    #expect(years(.ministry581) == [2025])
    #expect(years(.calendarYear) == [2024])
  }

  @Test("months, quarters and halves tile the year, and the years follow one another, without gap or overlap")
  func parts_tileYear() {
    var firstFailure: String?
    for profile in [Profile.calendarYear, .decree09] {
      var end: CivilDay?
      for year in CivilDay.years {
        let whole = ReportingPeriod(.year, of: year, profile: profile)?.days
        let tilings = [
          (1...12).map { ReportingPeriod(.month($0), of: year, profile: profile)?.days },
          (1...4).map { ReportingPeriod(.quarter($0), of: year, profile: profile)?.days },
          (1...2).map { ReportingPeriod(.half($0), of: year, profile: profile)?.days },
        ]
        for parts in tilings {
          let joined = zip(parts, parts.dropFirst()).allSatisfy { $0?.upperBound == $1?.lowerBound }
          let fills =
            parts.first??.lowerBound == whole?.lowerBound && parts.last??.upperBound == whole?.upperBound
          if whole == nil || !joined || !fills { firstFailure = firstFailure ?? "\(profile) \(year)" }
        }
        if end != nil, end != whole?.lowerBound { firstFailure = firstFailure ?? "\(profile) before \(year)" }
        end = whole?.upperBound
      }
    }
    #expect(firstFailure == nil)
  }

  @Test("the four reports of 581/BNV-CCHC have the limits of Decree 09")
  func ministry_agreesWithDecree() {
    let parts: [ReportingPeriod.Part] = [.year, .half(1), .quarter(1), .quarter(3)]
    let differing = CivilDay.years.first { year in
      parts.contains {
        ReportingPeriod($0, of: year, profile: .ministry581)?.days
          != ReportingPeriod($0, of: year, profile: .decree09)?.days
      }
    }
    #expect(differing == nil)
  }

  @Test("small letters are read too")
  func smallLetters_areRead() {
    #expect(ReportingPeriod("2018-q3", profile: .calendarYear)?.part == .quarter(3))
    #expect(ReportingPeriod("2018-h2", profile: .calendarYear)?.part == .half(2))
  }

  @Test(
    "what names no period is refused",
    arguments: [
      "", "18", "2018-", "-2018", "2018-0", "2018-4", "2018-00", "2018-13", "2018-004", "2018-Q", "2018-Q0",
      "2018-Q5", "2018-Q03", "2018-Q-1", "2018-QIII", "2018-H0", "2018-H3", "2018-H01", "2018-HQ1", "2018-3Q",
      "2018-04-04", "2018-Q1-", "2018 Q1", "2018Q1", "02018", "20180", "+018", "1899", "1900", "2200",
      "10000",
      "２０１８", "2018-Q３", "năm 2018",
    ])
  func other_isRefused(text: String) {
    #expect(ReportingPeriod(text, profile: .calendarYear) == nil)
  }

  @Test("a part that no year has is no period")
  func impossiblePart_isRefused() {
    let parts: [ReportingPeriod.Part] = [
      .half(0), .half(3), .quarter(0), .quarter(5), .month(0), .month(13), .month(-1),
    ]
    for profile in Profile.shipped {
      #expect(parts.allSatisfy { ReportingPeriod($0, of: 2018, profile: profile) == nil })
      #expect(ReportingPeriod(.year, of: 1899, profile: profile) == nil)
      #expect(ReportingPeriod(.year, of: 2200, profile: profile) == nil)
    }
  }

  @Test("a period is named as an official names it")
  func name_isForReader() {
    let texts = ["2018", "2018-H1", "2018-H2", "2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4", "2018-04"]
    let names = texts.compactMap { ReportingPeriod($0, profile: .calendarYear)?.name }
    #expect(
      names.map(\.vi) == [
        "năm 2018", "6 tháng đầu năm 2018", "6 tháng cuối năm 2018", "quý I năm 2018", "quý II năm 2018",
        "quý III năm 2018", "quý IV năm 2018", "tháng 4 năm 2018",
      ])
    #expect(
      names.map(\.en) == [
        "the year 2018", "the first half of 2018", "the second half of 2018", "quarter 1 of 2018",
        "quarter 2 of 2018", "quarter 3 of 2018", "quarter 4 of 2018", "month 4 of 2018",
      ])
  }
}
