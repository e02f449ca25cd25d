import ScheduleModel
import Testing

@testable import Calendars

/// The rules that plans use, against their meaning said in other words: a day by day test.
@Suite("The days of a rule are those that it means")
struct RecurrenceDaysTests {
  private static let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  /// The first case in which the days are not those of `isMeant`.
  private func counterExample(
    _ text: String, from first: CivilDay, through last: CivilDay, isMeant: (CivilDay) -> Bool
  ) throws -> String? {
    let found = RecurrenceDays.days(of: try RecurrenceRule(text), from: first, through: last)
    let meant = (first...last).filter(isMeant)
    return found == meant ? nil : "\(text) from \(first): \(found) instead of \(meant)"
  }

  @Test("every n days, counted from the first day")
  func daily() throws {
    let first = try Sample.day("2019-11-30")
    var wrong: String?
    for interval in 1...40 where wrong == nil {
      wrong = try counterExample(
        "FREQ=DAILY;INTERVAL=\(interval)", from: first, through: first.advanced(by: 500)
      ) { first.distance(to: $0) % interval == 0 }
    }
    #expect(wrong == nil)
  }

  @Test("every n weeks on each set of weekdays, from each weekday, whichever day begins the week")
  func weekly() throws {
    let monday = try Sample.day("2019-12-30")
    var wrong: String?
    for weekdays in 1..<128 {
      let days = (1...7).filter { weekdays >> ($0 - 1) & 1 == 1 }
      let byDay = days.map { Self.names[$0 - 1] }.joined(separator: ",")
      for start in 0..<7 {
        for weekStart in 0..<7 where wrong == nil {
          let interval = 1 + (weekdays + start + weekStart) % 3
          let first = monday.advanced(by: start)
          let week = monday.advanced(by: start - (start - weekStart + 7) % 7)
          wrong = try counterExample(
            "FREQ=WEEKLY;INTERVAL=\(interval);BYDAY=\(byDay);WKST=\(Self.names[weekStart])", from: first,
            through: first.advanced(by: 100)
          ) { week.distance(to: $0) / 7 % interval == 0 && days.contains($0.weekday) }
        }
      }
    }
    #expect(wrong == nil)
  }

  @Test("every second Sunday counts its COUNT from the first Sunday of the rule")
  func countOfWeeks() throws {
    let rule = try RecurrenceRule("FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=SU")
    let days = RecurrenceDays.days(
      of: rule, from: try Sample.day("2019-12-31"), through: try Sample.day("2020-12-31"))
    #expect(days.map(\.description) == ["2020-01-05", "2020-01-19", "2020-02-02"])
  }

  @Test("the n-th and the n-th last weekday of a month, over 13 years")
  func monthlyByWeekday() throws {
    let (first, last) = (try Sample.day("2018-01-01"), try Sample.day("2030-12-31"))
    var wrong: String?
    for ordinal in -5...5 where ordinal != 0 {
      for weekday in 1...7 where wrong == nil {
        wrong = try counterExample(
          "FREQ=MONTHLY;BYDAY=\(ordinal)\(Self.names[weekday - 1])", from: first, through: last
        ) { day in
          let (year, month, dayOfMonth) = day.components
          let left = CivilDay.length(ofMonth: month, year: year) - dayOfMonth
          let isOrdinal =
            ordinal > 0 ? (dayOfMonth - 1) / 7 == ordinal - 1 : left / 7 == -ordinal - 1
          return day.weekday == weekday && isOrdinal
        }
      }
    }
    #expect(wrong == nil)
  }

  @Test("the n-th and the n-th last day of a month, over 13 years; a month without it is left out")
  func monthlyByDay() throws {
    let (first, last) = (try Sample.day("2018-01-01"), try Sample.day("2030-12-31"))
    var wrong: String?
    for number in -31...31 where number != 0 && wrong == nil {
      wrong = try counterExample("FREQ=MONTHLY;BYMONTHDAY=\(number)", from: first, through: last) { day in
        let (year, month, dayOfMonth) = day.components
        let length = CivilDay.length(ofMonth: month, year: year)
        return number > 0 ? dayOfMonth == number : dayOfMonth == length + 1 + number
      }
    }
    #expect(wrong == nil)
  }

  @Test("the last working day of a month, by BYSETPOS")
  func lastWorkingDay() throws {
    let (first, last) = (try Sample.day("2018-01-01"), try Sample.day("2030-12-31"))
    let wrong = try counterExample(
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", from: first, through: last
    ) { day in
      let end = CivilDay.month(day.month, of: day.year).upperBound
      return day.weekday <= 5 && (day.advanced(by: 1)..<end).allSatisfy { $0.weekday > 5 }
    }
    #expect(wrong == nil)
  }

  @Test("some months of a year only")
  func someMonths() throws {
    let (first, last) = (try Sample.day("2018-01-01"), try Sample.day("2030-12-31"))
    let wrong = try counterExample("FREQ=WEEKLY;BYDAY=TU;BYMONTH=3,9", from: first, through: last) { day in
      day.weekday == 2 && [3, 9].contains(day.month)
    }
    #expect(wrong == nil)
  }

  @Test("a weekday named twice comes once")
  func repeatedWeekday() throws {
    let (first, last) = (try Sample.day("2020-01-01"), try Sample.day("2020-12-31"))
    for text in ["FREQ=WEEKLY;BYDAY=MO,MO", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,MO"] {
      let days = RecurrenceDays.days(of: try RecurrenceRule(text), from: first, through: last)
      #expect(days == Set(days).sorted())
    }
  }

  @Test("four hundred rules that never occur cost no more than their days")
  func never() throws {
    let (first, last) = (try Sample.day("1900-01-01"), try Sample.day("2199-12-31"))
    let texts = [
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31",
      "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2;BYDAY=MO",
    ]
    let rules = try texts.map { try RecurrenceRule($0) }
    let start = ContinuousClock.now
    let days = (0..<400).flatMap { RecurrenceDays.days(of: rules[$0 % 4], from: first, through: last) }
    #expect(days == [])
    #expect(ContinuousClock.now - start < .seconds(5), "three hundred years, not optimised")
  }

  @Test(
    "rules of which programs make different days are not rules of a plan",
    arguments: [
      "FREQ=DAILY;BYMONTHDAY=-1", "FREQ=YEARLY;BYMONTHDAY=1", "FREQ=MONTHLY;BYMONTHDAY=1,15;BYSETPOS=1",
      "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1",
    ])
  func refused(_ text: String) {
    #expect(throws: RecurrenceRule.Refusal.self) { try RecurrenceRule(text) }
  }
}
