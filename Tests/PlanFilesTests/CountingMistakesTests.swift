import ScheduleModel
import Testing

@testable import PlanFiles

/// A value of a counting rule that cannot be read hides no other mistake of that rule.
struct CountingMistakesTests {
  @Test("a rule in which nothing is right has a finding for each value")
  func everyValueIsTold() {
    let rule = """
      { count: hours, floor: -1, every: rolling, runs: twice, between: late, weight: 0 a work, trust: sure, \
      carry-over: maybe, exclude: { reason: Thử, from: hôm qua } }
      """
    let findings = Reading.of(SmallPlan.text(line: "quota: 5, counts: \(rule)")).findings
    #expect(
      findings.map(\.code) == [
        .unknownWord, .badNumber, .badCount, .unknownWord, .badCount, .badCount, .unknownWord, .unknownWord,
        .badDate,
      ])
  }

  @Test(
    "a least length that no work of the line can have is told",
    arguments: [
      (
        "quota: 5, length: 15m, least-length: 20m",
        "11:84 MINIMUM_ABOVE_MAXIMUM error Works of 15 min (length) count from 20 min on (least-length), so none ever counts. | "
          + "Hold both keys against the document; with a least-length of at most 15m every work that airs in full counts."
      ),
      (
        "quota: 5, length: 10-15 phút, least-length: 12m",
        "11:91 MINIMUM_ABOVE_MAXIMUM warning Works may be as short as 10 min (length), and count from 12 min on "
          + "(least-length). | Hold both keys against the document; with a least-length of at most 10m every work that airs "
          + "in full counts."
      ), ("quota: 5, length: 15m, least-length: 15m", ""), ("quota: 5, least-length: 3 giờ", ""),
      ("quota: 5, scheduled: false, least-length: 12m", ""),
    ])
  func leastAboveLength(line: String, expected: String) {
    let findings = Reading.of(SmallPlan.text(line: line)).findings.filter { $0.code != .quotaInTime }
    #expect(Reading.listing(findings, in: .english) == expected)
  }

  @Test("a least length longer than every opening that the line may use is told in both languages")
  func leastLongerThanOpenings() {
    let text = SmallPlan.text(
      grid: "rule: FREQ=DAILY, at: \"20:15\", length: 10m", line: "quota: 5, least-length: 15m")
    let findings = Reading.of(text).findings
    #expect(
      Reading.listing(findings, in: .english)
        == "11:11 WORK_LONGER_THAN_SLOT error “Tin trên báo” counts from 15 min on (least-length), longer than every grid line "
        + "that it may use: ngay (10m). | Hold least-length against the document, or choose or lengthen a grid line."
    )
    #expect(
      Reading.listing(findings, in: .vietnamese)
        == "11:11 WORK_LONGER_THAN_SLOT error “Tin trên báo” phải dài từ 15 phút mới được tính (least-length), dài hơn mọi "
        + "khung giờ được dùng: ngay (10m). | Đối chiếu least-length với văn bản, hoặc chọn, kéo dài khung giờ."
    )
  }

  @Test("a stretch that ends before it begins is told, whatever else is wrong with it")
  func stretchIsTold() {
    let stretch = "{ id: A B, name: N, from: 2026-05-01, to: 2026-04-01 }"
    let text = SmallPlan.text(end: "reporting: { profile: A, stretches: [\(stretch)] }")
    #expect(Reading.of(text).findings.map(\.code) == [.badID, .windowEmpty])
  }
}
