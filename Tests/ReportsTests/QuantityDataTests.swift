import ScheduleModel
import Testing

@testable import Reports

@Suite("Figures in data: spreadsheets and scripts see what kind each is")
struct QuantityDataTests {
  private let phrases = [
    "23 kỳ", "hơn 600 tin", "12 - 15 kỳ", "hàng chục tin", "40 giờ phát sóng", "3 kỳ/quý", "tối đa 12 kỳ",
  ]

  @Test("in CSV a range has both ends, words stay words, time is in minutes, and a rate has its period")
  func csv() {
    let cells = phrases.map { CSVTable.cells(of: quota($0)).map { $0 ?? "" }.joined(separator: " | ") }
    #expect(
      cells == [
        "23 | exact | kỳ", "600 | more-than | tin", "12..15 | range | kỳ", "hàng chục | words | tin",
        "2400 | exact | phút phát sóng", "3 | exact | kỳ/quý", "12 | at-most | kỳ",
      ])
  }

  @Test("in JSON a range has its upper end too, and words have no number")
  func json() {
    let rows = phrases.compactMap(quota).map { QuantityRow($0, .english) }
    #expect(rows.map(\.value) == [23, 600, 12, nil, 2_400, 3, 12])
    #expect(rows.map(\.most) == [nil, nil, 15, nil, nil, nil, nil])
    #expect(rows.map(\.text)[3...5] == ["hàng chục tin", "40 hours phát sóng", "3 kỳ a quarter"])
  }

  @Test("a cell that stands beside another unit has no minutes, no words and no rates")
  func cells() {
    #expect(phrases.compactMap(quota).map(\.countValue) == [23, 600, 12, nil, nil, nil, 12])
  }
}
