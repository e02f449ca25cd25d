import Matching
import ScheduleModel
import TestSupport
import Testing

@Suite("An exhibition of several days in the log")
struct SpanRowsTests {
  private let plan = Plan.sample([.sample("tl", "Triển lãm"), .sample("b", "Tin", form: "tin")])

  private func fair(_ edition: Int, _ first: String, _ days: Int) -> Placement {
    let from = CivilDay.of(first)
    let slot = Slot(
      outlet: "truyen-hinh", grid: "g", ruleDay: from, timing: .span(from..<from.advanced(by: days)),
      pieces: 1,
      languages: [])
    return Placement(
      plan: "lai-chau", line: "tl", edition: edition, language: .vietnamese, run: .first, slot: slot)
  }

  private func reconciled(_ placements: [Placement], _ entries: [AsRunEntry]) -> Reconciled {
    Matcher.match(
      plan: plan, schedule: .sample(placements), log: .sample(entries), asOf: .of("2018-12-31"))
  }

  @Test("rows of any of its days show it, and it is one work however many there are")
  func oneWork() {
    let result = reconciled(
      [fair(1, "2018-05-10", 5), fair(2, "2018-08-01", 3)],
      [
        .sample(2, at: "2018-05-10", line: "tl"), .sample(3, at: "2018-05-12T08:00", line: "tl"),
        .sample(4, at: "2018-05-14", line: "tl", edition: 1), .sample(5, at: "2018-08-03", line: "tl"),
      ])
    #expect(result.outcomes.map(\.outcome) == [.aired, .aired])
    #expect(result.unplanned.isEmpty)
    #expect(result.joined.map { "\($0.head.place.line) \($0.part.place.line)" } == ["2 3", "2 4"])
  }

  @Test("a row of another edition, of another line or days after its last one is not counted with it")
  func others() {
    let result = reconciled(
      [fair(1, "2018-05-10", 5)],
      [
        .sample(2, at: "2018-05-11", line: "tl"), .sample(3, at: "2018-05-11", line: "tl", edition: 2),
        .sample(4, at: "2018-05-11", line: "b"), .sample(5, at: "2018-05-16", line: "tl"),
      ])
    #expect(result.outcomes.map(\.outcome) == [.aired])
    #expect(result.joined.isEmpty)
    #expect(result.unplanned.map(\.entry.place.line) == [3, 4, 5])
  }

  @Test("it is missed once the logs reach its last day, and not before")
  func missed() {
    let rows = [AsRunEntry.sample(2, at: "2018-05-12", line: "b")]
    let open = Matcher.match(
      plan: plan, schedule: .sample([fair(1, "2018-05-10", 5)]), log: .sample(rows), asOf: .of("2018-05-13"))
    #expect(open.outcomes.map(\.outcome) == [.pending])
    #expect(reconciled([fair(1, "2018-05-10", 5)], rows).outcomes.map(\.outcome) == [.missed])
  }

  /// A row of the line on each of some days of a month.
  private func daily(_ month: String, _ days: [Int], edition: Int? = nil) -> [AsRunEntry] {
    days.enumerated().map { index, day in
      .sample(index + 2, at: "2018-\(month)-\(day < 10 ? "0" : "")\(day)", line: "tl", edition: edition)
    }
  }

  private func story(_ result: Reconciled) -> [String] {
    result.story
      + result.joined.map { "\($0.head.place.line) \($0.part.place.line)\($0.isSure ? "" : "?")" }
  }

  @Test("one that is moved, or goes on longer, is one work, however many days it has rows of")
  func moved() {
    let contest = [fair(1, "2018-08-03", 4)]
    #expect(
      story(reconciled(contest, daily("08", [4, 5, 6, 7]))) == ["tl.1 aired 2", "2 3", "2 4", "2 5"])
    #expect(
      story(reconciled(contest, daily("08", [10, 11, 12, 13]))) == ["tl.1 moved 2", "2 3", "2 4", "2 5"])
    #expect(story(reconciled(contest, daily("08", [2, 3, 4]))) == ["tl.1 aired 3", "3 4", "3 2"])
    #expect(
      story(reconciled(contest, daily("08", [3, 4, 5, 6, 7, 8])))
        == ["tl.1 aired 2", "2 3", "2 4", "2 5", "2 6", "2 7"])
    // Weeks later nobody knows that it is the one planned, and it still is one.
    #expect(
      story(reconciled(contest, daily("10", [10, 11, 13])))
        == ["tl.1 missed", "tl unplanned 2", "2 3", "2 4"])
  }

  @Test("rows farther apart are two events, and one that may begin the next is told and counted")
  func severalMoved() {
    let two = [fair(1, "2018-08-03", 2), fair(2, "2018-08-07", 2)]
    #expect(
      story(reconciled(two, daily("08", [4, 5, 8, 9]))) == ["tl.1 aired 2", "tl.2 aired 4", "2 3", "4 5"])
    #expect(
      story(reconciled(two, daily("08", [10, 11, 14, 15])))
        == ["tl.1 moved 2", "tl.2 moved 4", "2 3", "4 5"])
    #expect(
      story(reconciled(two, daily("08", [3, 4, 5, 6])))
        == ["tl.1 aired 2", "tl.2 moved 4", "2 3", "2 4?", "4 5"])
    let editions = daily("08", [10, 11], edition: 1) + [.sample(9, at: "2018-08-12", line: "tl", edition: 2)]
    #expect(story(reconciled(two, editions)) == ["tl.1 moved 2", "tl.2 moved 9", "2 3"])
  }

  @Test("it is told as an event of several days, in both languages")
  func told() {
    let rows = daily("08", [10, 11, 12])
    let result = reconciled([fair(1, "2018-08-03", 4)], rows)
    let findings = Matcher.findings(plan: plan, log: .sample(rows), reconciled: result)
    #expect(
      findings.map(\.message.en) == [
        "This row and line 2 of “log.csv” are one event of several days; it counts once. Such rows of “log.csv”: 2."
      ])
    #expect(
      findings.map(\.message.vi) == [
        "Dòng này và dòng 2 của “log.csv” là một sự kiện nhiều ngày; tính một lần. Số dòng như vậy của “log.csv”: 2."
      ])
  }
}
