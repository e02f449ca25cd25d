import ScheduleModel
import Testing

@testable import Reports

@Test("The chart's grid has round steps, at most five, and reaches over the highest bar")
func chart_steps() {
  let wrong = (0...3000).first { count in
    let chart = MonthChart([MonthChart.Month(key: "2018-04", scheduled: count, aired: nil)], .english)
    let steps = chart.ticks.count - 1
    let highest = chart.ticks.last.map { Int($0.value.filter(\.isNumber)) ?? -1 } ?? -1
    return !(1...5).contains(steps) || highest < count || chart.bars.contains { $0.above < 8 }
  }
  #expect(wrong == nil)
}

@Test("Of a plan of many months each second is named, so that no name touches the next")
func chart_names() {
  func names(_ count: Int) -> [String] {
    let months = (0..<count).map { month in
      let number = month % 12 + 1
      return MonthChart.Month(
        key: "\(2026 + month / 12)-\(number < 10 ? "0" : "")\(number)", scheduled: 1, aired: nil)
    }
    return MonthChart(months, .vietnamese).labels.map(\.name)
  }
  #expect(names(12).count == 12)
  #expect(names(18) == ["T1/26", "T3/26", "T5/26", "T7/26", "T9/26", "T11/26", "T1/27", "T3/27", "T5/27"])
}

@Test("Months are named with their year when they are of two, and the chart is told in words")
func chart_words() {
  let chart = MonthChart(
    [
      MonthChart.Month(key: "2017-12", scheduled: 2, aired: 1),
      MonthChart.Month(key: "2018-01", scheduled: 0, aired: 3),
    ], .vietnamese)
  #expect(chart.labels.map(\.name) == ["T12/17", "T1/18"])
  #expect(chart.summary == "T12/17: xếp lịch 2, thực hiện 1; T1/18: xếp lịch 0, thực hiện 3")
  #expect(chart.bars.map(\.figure) == ["2", "1", "3"])
  let unknown = MonthChart([MonthChart.Month(key: "2018-01", scheduled: 4, aired: nil)], .english)
  #expect(unknown.summary == "Jan: 4 scheduled")
  #expect(!unknown.hasAired)
}
