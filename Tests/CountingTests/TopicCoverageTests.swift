import Counting
import Logs
import ScheduleModel
import TestSupport
import Testing

@Suite("Topics and forms")
struct TopicCoverageTests {
  private func topics(_ ids: String...) -> [Topic] {
    ids.enumerated().map { Topic(id: $1, title: "Chủ đề \($1)", place: .plan(40 + $0)) }
  }

  @Test(
    "topic by form, works by quarter; what nobody scheduled has no number, and an uncovered topic is told")
  func table() {
    let plan = Plan.sample(
      [
        .sample("a", "A", form: "chuyên mục", topics: ["the-che", "thu-tuc"]),
        .sample("b", "B", form: "tin, bài", topics: ["thu-tuc"]),
        .sample("c", "C", form: "pa nô", isPlaced: false, topics: ["bo-may"]),
        .sample("d", "D", form: "tin, bài", topics: ["thu-tuc", "bo-may"], overlap: .embedded(in: "b")),
        .sample("e", "E", form: "chuyên mục", topics: ["thu-tuc"]),
      ], topics: topics("the-che", "thu-tuc", "bo-may", "tai-chinh"))
    let schedule = Schedule.sample([
      .sample("a", 1, at: "2018-03-31"), .sample("a", 2, at: "2018-04-01T20:15"),
      .sample("a", 3, at: "2018-12"),
      .sample("a", 1, at: "2018-04-02", in: "hmn"), .sample("a", 1, at: "2018-04-03", run: .repeat),
      .sample("b", 1, at: "2018-07-01"), .sample("a", 4, at: "2019-01-01"),
    ])
    let (coverage, findings) = TopicCoverageTable.coverage(plan: plan, schedule: schedule)
    #expect(coverage.forms == ["chuyên mục", "tin, bài", "pa nô"])
    #expect(
      coverage.topics == [
        TopicCoverage(topic: "the-che", lines: [["a"], [], []], quarters: [1, 1, 0, 1]),
        TopicCoverage(topic: "thu-tuc", lines: [["a", "e"], ["b", "d"], []], quarters: [1, 1, 1, 1]),
        TopicCoverage(topic: "bo-may", lines: [[], ["d"], ["c"]], quarters: nil),
        TopicCoverage(topic: "tai-chinh", lines: [[], [], []], quarters: nil),
      ])
    #expect(
      findings == [
        Finding(
          .topicUncovered, .warning, at: .plan(43),
          Words(
            vi: "Chưa có chỉ tiêu nào tuyên truyền về “Chủ đề tai-chinh”.",
            en: "No line serves the topic “Chủ đề tai-chinh”."),
          remedy: Words(
            vi: "Thêm “topics: [tai-chinh]” vào một chỉ tiêu.", en: "Add “topics: [tai-chinh]” to a line."))
      ])
  }

  @Test("a plan without numbers has coverage all the same")
  func withoutNumbers() {
    let plan = Plan.sample(
      [.sample("a", "A", isPlaced: false, topics: ["the-che"])], topics: topics("the-che"))
    let (coverage, findings) = TopicCoverageTable.coverage(plan: plan, schedule: .sample([]))
    #expect(coverage.topics == [TopicCoverage(topic: "the-che", lines: [["a"]], quarters: nil)])
    #expect(coverage.topics.map(\.isCovered) == [true])
    #expect(findings == [])
  }
}
