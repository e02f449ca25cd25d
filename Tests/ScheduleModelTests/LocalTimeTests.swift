import ScheduleModel
import Testing

struct LocalTimeTests {
  private func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }

  @Test("24:00 is the next day's 00:00, at the end of a year as well")
  func twentyFour_isNextDay() throws {
    let late = LocalTime(try day("2018-12-31"), try time("24 giờ"))
    #expect(late == LocalTime(try day("2019-01-01")))
    #expect(late.description == "2019-01-01T00:00")
  }

  @Test("an opening at 24:00 belongs to the day that ends then, and comes before 00:00 of the next")
  func twentyFour_ofAnOpening() throws {
    let late = LocalTime(openingOn: try day("2018-12-31"), at: .endOfDay)
    let next = LocalTime(try day("2019-01-01"))
    #expect(late.day == (try day("2018-12-31")))
    #expect(late.description == "2018-12-31T24:00")
    #expect(late.onClock == next)
    #expect(late < next && !(next < late) && late != next)
    #expect(late.adding(minutes: 15).description == "2019-01-01T00:15")
    #expect(LocalTime(openingOn: try day("2019-01-01"), at: .midnight) == next)
  }

  @Test("minutes carry over midnight, forth and back")
  func minutes_crossMidnight() throws {
    let start = LocalTime(try day("2020-02-28"), try time("23:50"))
    #expect(start.adding(minutes: 9).description == "2020-02-28T23:59")
    #expect(start.adding(minutes: 10).description == "2020-02-29T00:00")
    #expect(start.adding(minutes: 1450).description == "2020-03-01T00:00")
    #expect(start.adding(minutes: 15).adding(minutes: -15) == start)
    #expect(start.adding(minutes: -1431).description == "2020-02-27T23:59")
  }

  @Test("before 1970 the day is still the one on the clock")
  func before1970_dayAndTimeHold() throws {
    var firstFailure: String?
    for day in try days("1969-12-29", "1970-01-03") {
      for second in stride(from: 0, to: 86_400, by: 1799) {
        let time = try #require(TimeOfDay(seconds: second))
        let instant = LocalTime(day, time)
        if instant.day != day || instant.time != time, firstFailure == nil {
          firstFailure = instant.description
        }
      }
    }
    #expect(firstFailure == nil)
    #expect(LocalTime(seconds: -1).description == "1969-12-31T23:59:59")
    #expect(LocalTime(seconds: -86_400).description == "1969-12-31T00:00")
    #expect(LocalTime(seconds: -86_401).description == "1969-12-30T23:59:59")
    #expect(LocalTime(try day("1900-01-01")).description == "1900-01-01T00:00")
  }

  @Test("earlier instants come first")
  func order_isByInstant() throws {
    let late = LocalTime(try day("2018-04-04"), try time("23:59"))
    #expect(late < LocalTime(try day("2018-04-05")))
    #expect(!(late < late))
  }
}
