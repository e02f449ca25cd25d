import ScheduleModel
import Testing

@testable import PlanFiles

@Suite("What is wrong with a day, and how it is written")
struct DateWordsTests {
  private static let forms =
    "Write year-month-day (2026-04-04), or the day before the month (04/04/2026; ngày 4 tháng 4 năm 2026)."

  @Test(
    "days as people write them",
    arguments: [
      (
        "ngày 31 tháng 6 năm 2026",
        "There is no day “ngày 31 tháng 6 năm 2026”: month 6 of that year has 30 days.", forms
      ), ("01/07/26", "“01/07/26”: the year needs all four digits.", "Write: 01/07/2026"),
      (
        "\"thứ Tư, 01/07/2026\"", "“thứ Tư, 01/07/2026” has a weekday; only the day belongs here.",
        "Write: 2026-07-01"
      ),
      (
        "\"thứ Năm, 01/07/2026\"", "“thứ Năm, 01/07/2026”: that day is a Wednesday, not a Thursday.",
        "See in the document whether the weekday or the day holds, and write the day alone, such as 2026-07-01."
      ), ("13/13/2026", "“13/13/2026” is not a day (years 1900–2199).", forms),
    ])
  func days(text: String, message: String, remedy: String) {
    let findings = Reading.of(SmallPlan.text(line: "quota: 5, from: \(text)")).findings
    #expect(findings.map(\.message.en) == [message])
    #expect(findings.map(\.remedy?.en) == [remedy])
  }

  @Test("what of a rule is not understood is quoted as it is written, strokes and commas included")
  func rules() {
    func told(_ rule: String) -> [String] {
      Reading.of(SmallPlan.text(grid: "rule: \"\(rule)\"")).findings.map(\.message.en)
    }
    #expect(
      told("ngày 5/20 hằng tháng") == [
        "The recurrence rule “ngày 5/20 hằng tháng”: “ngày 5/20 hằng tháng” is not understood."
      ])
    #expect(
      told("thứ 2, 4 xyz hằng tuần, mãi") == [
        "The recurrence rule “thứ 2, 4 xyz hằng tuần, mãi”: after “thứ 2, 4”, “xyz hằng tuần, mãi” is not understood."
      ])
    #expect(told("ngày 5, 20 hằng tháng") == [])
  }
}
