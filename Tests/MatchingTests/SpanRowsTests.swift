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

  @Test("a row of another edition, of another line or after its last day is not counted with it")
  func others() {
    let result = reconciled(
      [fair(1, "2018-05-10", 5)],
      [
        .sample(2, at: "2018-05-11", line: "tl"), .sample(3, at: "2018-05-11", line: "tl", edition: 2),
        .sample(4, at: "2018-05-11", line: "b"), .sample(5, at: "2018-05-15", line: "tl"),
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
}
