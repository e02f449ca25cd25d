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

  @Test("a stretch that ends before it begins is told, whatever else is wrong with it")
  func stretchIsTold() {
    let stretch = "{ id: A B, name: N, from: 2026-05-01, to: 2026-04-01 }"
    let text = SmallPlan.text(end: "reporting: { profile: A, stretches: [\(stretch)] }")
    #expect(Reading.of(text).findings.map(\.code) == [.badID, .windowEmpty])
  }
}
