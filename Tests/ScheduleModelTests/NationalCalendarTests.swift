import ScheduleModel
import Testing

struct NationalCalendarTests {
  private let hanoi = 7.0
  private let beijing = 8.0

  @Test("the reckoning agrees with the worked examples of its source: a new moon of 1977, a sun of 1992")
  func reckoning_agreesWithMeeus() {
    #expect(abs(SunAndMoon.newMoon(-283) - 2_443_192.65118) < 0.00001)
    #expect(abs(SunAndMoon.sunLongitude(2_448_908.5) - 199.90895) < 0.00001)
  }

  @Test("Tết of every shipped year is the day that the moon and the sun give at UTC+7")
  func newYear_isAstronomical() {
    let shipped = NationalCalendar.years.map { NationalCalendar.newYear(of: $0) }
    #expect(shipped == NationalCalendar.years.map { LunarYear($0, hours: hanoi).newYear })
  }

  @Test("Giỗ Tổ of every shipped year is the day that the moon and the sun give at UTC+7")
  func ancestorsDay_isAstronomical() {
    let shipped = NationalCalendar.years.map { NationalCalendar.ancestorsDay(of: $0) }
    #expect(shipped == NationalCalendar.years.map { LunarYear($0, hours: hanoi).ancestorsDay })
  }

  @Test(
    "where Vietnam and China are known to differ, the reckoning differs",
    arguments: [
      (1985, "1985-01-21", "1985-02-20"), (2007, "2007-02-17", "2007-02-18"),
      (2030, "2030-02-02", "2030-02-03"),
    ])
  func newYear_differsFromChinas(year: Int, vietnam: String, china: String) throws {
    #expect(try LunarYear(year, hours: hanoi).newYear == day(vietnam))
    #expect(try LunarYear(year, hours: beijing).newYear == day(china))
  }

  @Test("the shipped Tết of 2030 is Vietnam's, not China's")
  func newYear2030_isVietnams() throws {
    #expect(try NationalCalendar.newYear(of: 2030) == day("2030-02-02"))
  }

  @Test(
    "leap months fall where the almanacs have them",
    arguments: [(2017, 6), (2020, 4), (2023, 2), (2025, 6), (2028, 5)])
  func leapMonth_isKnown(year: Int, month: Int) {
    let lunar = LunarYear(year, hours: hanoi)
    #expect(lunar.leap == month + 2)
    #expect(lunar.starts.count == 13)
  }

  @Test("the days that the sources and the issue name: Tết of 2018 and 2020, Giỗ Tổ of 2023 beside 30 April")
  func days_asTheSourcesHaveThem() throws {
    #expect(try NationalCalendar.newYearDays(of: 2018) == days("2018-02-16", "2018-02-19"))
    #expect(try NationalCalendar.newYear(of: 2020) == day("2020-01-25"))
    #expect(try NationalCalendar.ancestorsDay(of: 2023) == day("2023-04-29"))
  }

  @Test("outside the shipped years nothing is claimed", arguments: [1985, 2017, 2031])
  func otherYears_areUnknown(year: Int) {
    #expect(NationalCalendar.newYear(of: year) == nil)
    #expect(NationalCalendar.newYearDays(of: year) == nil)
    #expect(NationalCalendar.ancestorsDay(of: year) == nil)
  }

  @Test("state mourning lasts two days, and 2018 had it three times")
  func mourning_isDeclared() {
    let shown = (2017...2026).flatMap { NationalCalendar.mourning(of: $0) }
      .map { "\($0.days.lowerBound) \($0.days.upperBound) \($0.name)" }
    #expect(
      shown == [
        "2018-03-20 2018-03-22 Phan Văn Khải", "2018-09-26 2018-09-28 Trần Đại Quang",
        "2018-10-06 2018-10-08 Đỗ Mười", "2019-05-03 2019-05-05 Lê Đức Anh",
        "2020-08-14 2020-08-16 Lê Khả Phiêu", "2024-07-25 2024-07-27 Nguyễn Phú Trọng",
        "2025-04-04 2025-04-06 Khamtay Siphandone", "2025-05-24 2025-05-26 Trần Đức Lương",
      ])
  }
}
