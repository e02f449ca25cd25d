import ScheduleModel
import Testing

struct WeekdayTests {
  @Test("the weekday of a day, over a week that crosses the year 1970")
  func weekday_ofADay() {
    // 1969-12-29 was a Monday.
    let week = (-3...3).map { Weekday(of: CivilDay(daysSince1970: $0)) }
    #expect(week == Weekday.allCases)
    #expect(Weekday.allCases.sorted(by: >) == Weekday.allCases.reversed())
  }

  @Test("each weekday is read by the names that it has, and by no other")
  func weekday_byName() {
    for day in Weekday.allCases {
      for name in [day.code, day.code.lowercased(), day.name.vi, day.name.en, " \(day.name.en.uppercased())"]
      {
        #expect(Weekday(named: name) == day, "\(name)")
      }
    }
    let numbered = ["thứ 2", "T3", "thứ 4", "t5", "Thứ  6", "T7", "cn"].map { Weekday(named: $0) }
    #expect(numbered == Weekday.allCases)
    #expect(
      ["", "M", "thứ", "thứ 1", "T1", "thứ 8", "t8", "2", "NO", "weekday"].compactMap { Weekday(named: $0) }
        == [])
  }
}
