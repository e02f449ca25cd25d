import ScheduleModel
import Testing

@testable import PlanFiles

@Suite("What may be meant in two ways is told with both, so that they differ")
struct TwoReadingTests {
  /// What is said of a plan with one opening and one line; made up.
  private func told(rule: String = "FREQ=DAILY", line: String) -> [String] {
    let text = """
      plan: a
      title: Kế hoạch A (bịa ra)
      year: 2026
      outlets:
        tv: { name: Truyền hình, kind: television, grid: [{ id: toi, rule: \(rule), at: "20:15", length: 15m }] }
      lines:
        - { id: tin, title: Tin, form: tin, outlet: tv, quota: 2, \(line) }

      """
    return Reading.of(text).findings.map { "\($0.message.vi) | \($0.remedy?.vi ?? "–")" }
  }

  @Test("two readings of a rule are shown from the first day on which they differ")
  func rule() {
    #expect(
      told(rule: "thứ Sáu tuần thứ ba hằng tháng", line: "level: province").first?.prefix { $0 != "|" }
        == "“thứ Sáu tuần thứ ba hằng tháng” có hai cách hiểu: thứ Sáu lần thứ 3 của tháng (20/02/2026, 20/03/2026, 17/04/2026, …); hoặc thứ Sáu trong tuần thứ 3, tuần đầu là tuần có ngày 1 (13/02/2026, 13/03/2026, 17/04/2026, …). Trước ngày 13/02/2026 các cách như nhau. "
    )
  }

  @Test("a length of two readings is refused with both")
  func length() {
    #expect(
      told(line: "length: \"1:30\"") == [
        "“1:30” có hai cách hiểu: 1 giờ 30 phút, hoặc 1 phút 30 giây. | Viết 90m nếu là 1 giờ 30 phút, 2m nếu là 1 phút 30 giây (tính tròn phút)."
      ])
    #expect(
      told(line: "length: \"01:30:00\"").first?.hasPrefix(
        "“01:30:00” có hai cách hiểu: 1 giờ 30 phút, hoặc 1 phút 30 giây.") == true)
  }

  @Test(
    "a small number without a unit is no amount of money",
    arguments: [
      ("60", nil), ("1.500", nil), ("60 đồng", 60), ("60 triệu đồng", 60_000_000), ("60000000", 60_000_000),
      ("0", 0),
    ]
      as [(String, Int?)])
  func cost(text: String, amount: Int?) {
    #expect(PlanValue.cost(text) == amount)
  }

  @Test("a bare number as cost is refused with the units that it may have")
  func bareCost() {
    #expect(
      told(line: "cost: 60") == [
        "Số tiền “60” không ghi đơn vị; 60 đồng thì quá nhỏ. | Ghi đơn vị như trong văn bản: 60 triệu đồng, 60 nghìn đồng, hoặc 60 đồng."
      ])
  }
}
