import Foundation
import ScheduleModel
import Testing

struct CivilDayTests {
  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  @Test("every day from 1900 to 2199 is the one after the day before, forth and back")
  func everyDay_roundTrips() {
    var expected = -25_567
    var firstFailure: String?
    for year in 1900...2199 {
      let isLeap = year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (index, length) in lengths.enumerated() {
        for number in 1...length {
          let day = CivilDay(year: year, month: index + 1, day: number)
          let back = CivilDay(daysSince1970: expected)
          let text = "\(year)-\(two(index + 1))-\(two(number))"
          let agrees =
            day == back && back.components == (year, index + 1, number) && back.description == text
            && CivilDay(iso: text) == back && back.year == year && back.month == index + 1
          if !agrees, firstFailure == nil { firstFailure = text }
          expected += 1
        }
        if CivilDay(year: year, month: index + 1, day: length + 1) != nil, firstFailure == nil {
          firstFailure = "one more than \(length) days in \(year)-\(index + 1)"
        }
      }
    }
    #expect(firstFailure == nil)
    #expect(expected == -25_567 + 109_573)
  }

  @Test("the day 0 is 1 January 1970")
  func epoch_isZero() throws {
    #expect(try day("1970-01-01").daysSince1970 == 0)
    #expect(try day("1969-12-31").daysSince1970 == -1)
    #expect(try day("2000-03-01").daysSince1970 == 11_017)
  }

  @Test("a century is a leap year only every fourth time")
  func february_hasLeapDay() {
    let lengths = [1900, 1999, 2000, 2018, 2020, 2100].map { CivilDay.length(ofMonth: 2, year: $0) }
    #expect(lengths == [28, 28, 29, 28, 29, 28])
    #expect(CivilDay(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDay(year: 2000, month: 2, day: 29) != nil)
  }

  @Test(
    "the weekday of known days, Monday being 1",
    arguments: [
      ("1900-01-01", 1), ("1969-07-20", 7), ("1970-01-01", 4), ("1975-04-30", 3), ("2000-01-01", 6),
      ("2018-04-04", 3), ("2020-01-25", 6), ("2020-02-29", 6), ("2025-07-01", 2), ("2199-12-31", 2),
    ])
  func weekday_ofKnownDay(iso: String, weekday: Int) throws {
    #expect(try day(iso).weekday == weekday)
  }

  @Test("weekdays follow one another through 1970 without a break")
  func weekday_continues() throws {
    let weekdays = try days("1969-12-22", "1970-01-12").map(\.weekday)
    #expect(weekdays == Array(repeating: Array(1...7), count: 3).flatMap(\.self))
  }

  @Test(
    "what is not exactly four, two and two digits of a real day is refused",
    arguments: [
      "", "2018", "2018-4-4", "2018-04-4", "20180404", "20270230", "2027-02-30", "2027-02-29", "2018-13-01",
      "2018-00-10", "2018-01-00", "2018-01-32", "2018-04-31", "10000-01-01", "+018-01-01", "-018-01-01",
      "1899-12-31", "2200-01-01", "0000-01-01", "9999-12-31", "2018/04/04", "04-04-2018", " 2018-04-04",
      "2018-04-04 ", "2018-04-04T00:00", "2018-04-0４", "２０１８-04-04", "2018-04-0\u{0}", "2018–04–04",
    ])
  func iso_refuses(text: String) {
    #expect(CivilDay(iso: text) == nil)
  }

  @Test("numbers out of range are no day, however large")
  func components_refuse() {
    let refused = [
      (1899, 12, 31), (2200, 1, 1), (2018, 0, 1), (2018, 13, 1), (2018, 1, 0), (2018, 1, 32), (2018, -1, 1),
      (Int.max, 1, 1), (Int.min, 1, 1), (2018, Int.max, 1), (2018, 1, Int.max), (2018, 1, Int.min),
    ]
    #expect(refused.allSatisfy { CivilDay(year: $0.0, month: $0.1, day: $0.2) == nil })
  }

  @Test("the twelve months tile the year, half-open")
  func months_tileYear() throws {
    #expect(try CivilDay.month(2, of: 2020) == days("2020-02-01", "2020-03-01"))
    #expect(try CivilDay.month(12, of: 2199).upperBound == day("2199-12-31").advanced(by: 1))
    #expect(try CivilDay.year(2018) == days("2018-01-01", "2019-01-01"))
    let gap = CivilDay.years.first { year in
      let months = (1...12).map { CivilDay.month($0, of: year) }
      let joined = zip(months, months.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound }
      return !joined || months[0].lowerBound..<months[11].upperBound != CivilDay.year(year)
    }
    #expect(gap == nil)
  }

  @Test("days are counted, compared and looped over like numbers")
  func days_stride() throws {
    let first = try day("2018-12-30")
    #expect(first.distance(to: try day("2019-01-02")) == 3)
    #expect(try first.advanced(by: -364) == day("2017-12-31"))
    #expect(try first < day("2018-12-31"))
    #expect(try (first..<day("2019-01-02")).map(\.description) == ["2018-12-30", "2018-12-31", "2019-01-01"])
  }

  @Test("a day is its ISO text in JSON, and another text is refused there")
  func codable_isISO() throws {
    let days = [try day("2018-04-04")]
    let json = try JSONEncoder().encode(days)
    #expect(String(decoding: json, as: UTF8.self) == #"["2018-04-04"]"#)
    #expect(try JSONDecoder().decode([CivilDay].self, from: json) == days)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CivilDay].self, from: Data(#"["20180404"]"#.utf8))
    }
  }
}
