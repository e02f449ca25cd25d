import ScheduleModel
import Testing

@Suite("How often a report says that something appears")
struct StatedFrequencyTests {
  private func day(_ text: String) -> CivilDay {
    guard let day = CivilDay(iso: text) else { preconditionFailure("no day \(text)") }
    return day
  }

  @Test(
    "the words of offices are read",
    arguments: [
      ("02 kỳ/tháng", 2, 1, .month), ("2 kỳ / tháng", 2, 1, .month), ("mỗi tháng 2 kỳ", 2, 1, .month),
      ("Hàng tháng", 1, 1, .month), ("hằng tuần", 1, 1, .week), ("cách tuần", 1, 2, .week),
      ("2 tuần một lần", 1, 2, .week), ("03 tháng/lần", 1, 3, .month), ("01 lần/tuần", 1, 1, .week),
      ("mỗi quý 1 lần", 1, 1, .quarter), ("hằng ngày", 1, 1, .day), ("weekly", 1, 1, .week),
      ("2 a week", 2, 1, .week), ("12 per year", 12, 1, .year), ("every 2 weeks", 1, 2, .week),
      ("every month", 1, 1, .month), ("quarterly", 1, 1, .quarter), ("hai tuần một số", 1, 2, .week),
      ("mỗi ngày một tin", 1, 1, .day), ("twice a month", 2, 1, .month), ("fortnightly", 1, 2, .week),
    ] as [(String, Int, Int, StatedFrequency.TimeUnit)])
  func read(text: String, times: Int, every: Int, unit: StatedFrequency.TimeUnit) {
    let frequency = StatedFrequency(text)
    #expect(frequency?.times.value == times && frequency?.times.isExact == true)
    #expect(frequency?.every == every && frequency?.unit == unit && frequency?.says == text)
  }

  @Test(
    "what does not say how often is not read",
    arguments: [
      "", "thường xuyên", "tháng", "2 kỳ", "0 kỳ/tháng", "kỳ/tháng", "hằng", "mỗi kỳ", "every 0 weeks",
      "-2 kỳ/tháng", "2 tuần rồi", "99999 a week", "cách 2 tuần nữa", "nhiều kỳ/tháng", "2 kỳ/buổi",
      "2 kỳ/tháng xyz",
    ])
  func notRead(text: String) { #expect(StatedFrequency(text) == nil) }

  @Test("a year has 12 months, 4 quarters and 52 or 53 weeks; the statutory first quarter has 3 months")
  func year() {
    let year = CivilDay.year(2020)
    #expect(StatedFrequency("02 kỳ/tháng")?.expected(in: year).text(in: .vietnamese) == "24 kỳ")
    #expect(StatedFrequency("mỗi quý 1 lần")?.expected(in: year).text(in: .vietnamese) == "4 lần")
    #expect(StatedFrequency("hằng tuần")?.expected(in: year).text(in: .vietnamese) == "52 - 53 lần")
    #expect(StatedFrequency("cách tuần")?.expected(in: year).text(in: .vietnamese) == "26 - 27 lần")
    #expect(StatedFrequency("2 - 3 kỳ/tháng")?.expected(in: year).text(in: .vietnamese) == "24 - 36 kỳ")
    #expect(
      StatedFrequency("ít nhất 2 kỳ/tuần")?.expected(in: year).text(in: .vietnamese) == "ít nhất 104 kỳ")
    #expect(StatedFrequency("tối đa 2 kỳ/tuần")?.expected(in: year).text(in: .vietnamese) == "tối đa 106 kỳ")
    #expect(StatedFrequency("khoảng 2 kỳ/tháng")?.expected(in: year).text(in: .vietnamese) == "khoảng 24 kỳ")
    #expect(StatedFrequency.TimeUnit.month.count(in: day("2018-12-15")..<day("2019-03-15")) == 3...3)
  }

  @Test("the 31st has its next month's day at the end of the shorter month")
  func shortMonths() {
    #expect(StatedFrequency.TimeUnit.month.end(of: 1, from: day("2026-01-31")) == day("2026-03-01"))
    #expect(StatedFrequency.TimeUnit.year.end(of: 1, from: day("2024-02-29")) == day("2025-03-01"))
    #expect(
      StatedFrequency.TimeUnit.month.end(of: 5_000, from: day("2026-01-31")) == CivilDay.year(2199).upperBound
    )
  }

  @Test(
    "whole and begun units are those that counting on from the first day finds, for every stretch of 800 days"
  )
  func brute() {
    var wrong: [String] = []
    for unit in StatedFrequency.TimeUnit.allCases {
      for first in [day("2019-12-31"), day("2020-01-31"), day("2020-02-29"), day("2026-03-15")] {
        for length in 0..<800 {
          let days = first..<first.advanced(by: length)
          var whole = 0
          while unit.end(of: whole + 1, from: first) <= days.upperBound { whole += 1 }
          let begun = unit.end(of: whole, from: first) < days.upperBound ? whole + 1 : whole
          if unit.count(in: days) != whole...begun { wrong.append("\(unit) \(days)") }
        }
      }
    }
    #expect(wrong == [])
  }
}
