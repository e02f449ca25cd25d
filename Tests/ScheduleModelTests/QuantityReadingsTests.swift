import ScheduleModel
import Testing

/// Phrases with invented numbers.
@Suite("Phrases that may be meant in two ways are refused with both")
struct QuantityReadingsTests {
  private func refusal(_ phrase: String) -> (message: String, offered: Substring)? {
    do throws(QuantityRefusal) {
      _ = try Quantity.reading(phrase, unit: nil)
      return nil
    } catch {
      return (error.message.vi, error.remedy.vi.prefix { $0 != "." })
    }
  }

  @Test(
    "“năm” before a number in words is five, and the year",
    arguments: [
      ("năm bảy kỳ", "Viết: 7 kỳ/năm; 5 - 7 kỳ"), ("năm ba tin", "Viết: 3 tin/năm; 3 - 5 tin"),
      ("năm mười kỳ", "Viết: 10 kỳ/năm; 5 - 10 kỳ"),
      ("khoảng năm bảy kỳ", "Viết: khoảng 7 kỳ/năm; khoảng 5 - 7 kỳ"),
      ("năm bảy kỳ/tháng", "Viết: 5 - 7 kỳ/tháng"),
    ])
  func fiveOrYear(phrase: String, offered: String) {
    #expect(refusal(phrase)?.message == "“\(phrase)” có nhiều cách hiểu.")
    #expect(refusal(phrase)?.offered == offered[...])
  }

  @Test(
    "where only one is meant, it is read",
    arguments: [
      ("năm 12 kỳ", "12 kỳ/năm"), ("mỗi năm bảy kỳ", "7 kỳ/năm"), ("năm mươi kỳ", "50 kỳ"),
      ("năm kỳ", "5 kỳ"),
      ("năm trăm tin", "500 tin"), ("năm hai kỳ", "2 kỳ/năm"),
    ])
  func clear(phrase: String, read: String) {
    #expect(Quantity(phrase, unit: nil)?.text(in: .vietnamese) == read)
  }

  @Test("“không” is none or nothing, and a number for each issue is one for each opening")
  func otherRefusals() {
    #expect(refusal("không kỳ")?.message == "“không kỳ” có thể là số 0, cũng có thể là không nêu số.")
    #expect(Quantity("không quá 12 kỳ", unit: nil)?.text(in: .vietnamese) == "tối đa 12 kỳ")
    for phrase in ["2 tin/số", "mỗi số 2 tin", "2 tin mỗi số báo"] {
      #expect(refusal(phrase)?.offered == "Viết: 2 tin/buổi", "\(phrase)")
    }
    #expect(refusal("12 hoặc 15 kỳ")?.offered == "Viết: 12 kỳ; 15 kỳ; 12 - 15 kỳ")
  }
}
