import ScheduleModel
import Testing

struct PercentageTests {
  @Test(
    "a percentage keeps the decimals it is printed with",
    arguments: [
      ("81,98%", 8198, 2), ("81.98 %", 8198, 2), ("81,98", 8198, 2), ("100%", 100, 0), ("0%", 0, 0),
      ("41,30%", 4130, 2), ("0,5%", 5, 1), ("66,9061%", 669_061, 4), (" 7 % ", 7, 0),
      ("1234567,1234", 12_345_671_234, 4),
    ])
  func percentage_isRead(text: String, units: Int, decimals: Int) {
    #expect(Percentage(text) == Percentage(units: units, decimals: decimals))
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "%", " % ", ",", "81,", ",98", "81,98%%", "%81", "-5%", "+5%", "81 98%", "1 00%", "81, 98%",
      "1.000,5%",
      "1,2,3", "81,98765", "12345678", "81,98 phần trăm", "八十%", "½%", "1e2%", "٨١%", "100%\u{0}",
    ])
  func other_isRefused(text: String) {
    #expect(Percentage(text) == nil)
  }

  @Test(
    "a share is rounded half up to the decimals asked for",
    arguments: [
      (182, 222, 2, "81,98%"), (101_907, 240_659, 2, "42,34%"), (998, 2199, 2, "45,38%"),
      (1201, 2199, 2, "54,62%"),
      (7694 + 1724 + 617 - 3321, 10_035, 2, "66,91%"), (1, 3, 4, "33,3333%"), (2, 3, 0, "67%"),
      (0, 7, 2, "0,00%"),
      (7, 7, 2, "100,00%"), (23, 12, 2, "191,67%"), (1, 200, 0, "1%"), (1, 201, 0, "0%"), (1, 8, 1, "12,5%"),
      (1, 8, 0, "13%"), (1, 16, 1, "6,3%"), (1, 100_000, 2, "0,00%"), (5, 100_000, 2, "0,01%"),
    ])
  func share_isRoundedHalfUp(part: Int, whole: Int, decimals: Int, text: String) {
    #expect(Percentage(part: part, whole: whole, decimals: decimals).text(in: .vietnamese) == text)
  }

  @Test("rounding is half up in every small case: the nearest, and the upper of two as near")
  func rounding_isHalfUp() {
    var firstFailure: String?
    for whole in 1...60 {
      for part in 0...120 {
        for (decimals, scale) in [(0, 100), (1, 1000), (2, 10_000)] {
          let units = Percentage(part: part, whole: whole, decimals: decimals).units
          // units - 1/2 <= part * scale / whole < units + 1/2, in whole numbers.
          let twice = 2 * part * scale
          let isNearest = (2 * units - 1) * whole <= twice && twice < (2 * units + 1) * whole
          if !isNearest { firstFailure = firstFailure ?? "\(part)/\(whole) with \(decimals) decimals" }
        }
      }
    }
    #expect(firstFailure == nil)
  }

  @Test("numbers of twelve digits do not overflow")
  func largestNumbers_doNotOverflow() {
    let largest = 999_999_999_999
    #expect(Percentage(part: largest, whole: largest, decimals: 4).text(in: .english) == "100.0000%")
    #expect(Percentage(part: largest, whole: 1, decimals: 4).units == largest * 1_000_000)
    #expect(Percentage(part: 1, whole: largest, decimals: 4).units == 0)
  }

  @Test("a reader sees the comma or the point of the own language, and zeros are kept")
  func text_isForReader() {
    #expect(Percentage(units: 4130, decimals: 2).text(in: .vietnamese) == "41,30%")
    #expect(Percentage(units: 4130, decimals: 2).text(in: .english) == "41.30%")
    #expect(Percentage(units: 5, decimals: 2).text(in: .vietnamese) == "0,05%")
    #expect(Percentage(units: 100, decimals: 0).text(in: .vietnamese) == "100%")
  }

  @Test("what is printed reads back as the same percentage")
  func printed_readsBack() {
    var firstFailure: String?
    for decimals in 0...4 {
      for units in Array(0...1500) + [99_999, 100_000, 1_000_000] {
        let percentage = Percentage(units: units, decimals: decimals)
        for language in ReaderLanguage.allCases where Percentage(percentage.text(in: language)) != percentage
        {
          firstFailure = firstFailure ?? percentage.text(in: language)
        }
      }
    }
    #expect(firstFailure == nil)
  }
}
