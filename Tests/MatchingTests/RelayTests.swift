import Counting
import Logs
import Matching
import ScheduleModel
import TestSupport
import Testing

@Suite("What an outlet carries of another")
struct RelayTests {
  let plan = Plan.sample(
    [
      .sample("a", "Cải cách hành chính"),
      .sample("b", "Tin", form: "tin", on: .together(["truyen-hinh", "phat-thanh"])),
    ],
    further: [
      .sample("huyen", "Đài huyện", .radio, relays: ["truyen-hinh"]),
      .sample("xa", "Đài xã", .loudspeaker, relays: ["huyen"]),
    ])
  let placement = Placement.sample("a", 1, at: "2018-04-05T20:15")

  private func match(_ entries: [AsRunEntry]) -> Reconciled {
    Matcher.match(plan: plan, schedule: .sample([placement]), log: .sample(entries))
  }

  @Test("a relay is the same work: shown with its placement, counted once, aired several times")
  func declared() {
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-05T20:15", line: "a", edition: 1),
      .sample(3, at: "2018-04-05T20:16", on: "huyen", title: "Cải cách hành chính"),
      .sample(4, at: "2018-04-05T20:20", on: "xa", line: "a"),
    ]
    let reconciled = match(entries)
    #expect(reconciled.story == ["a.1 aired 2", "a relay 3", "a relay 4"])
    #expect(
      reconciled.relays.allSatisfy { $0.source == .placement(placement) },
      "a relay of a relay is one of the first")
    let counted = tally(plan, [placement], entries)
    #expect(counted.line("a")?.counts == .of(scheduled: 1, aired: 1))
  }

  @Test("of something unplanned there may be relays too, and it stays one work")
  func ofUnplanned() {
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-05T20:15", line: "a", edition: 1),
      .sample(3, at: "2018-04-20T20:15", line: "a"),
      .sample(4, at: "2018-04-20T20:15", on: "huyen", line: "a"),
    ]
    #expect(match(entries).story == ["a.1 aired 2", "a relay 4", "a unplanned 3"])
    #expect(tally(plan, [placement], entries).line("a")?.counts == .of(scheduled: 1, aired: 2, unplanned: 1))
  }

  @Test("another hour, another title or another language is no relay")
  func otherThings() {
    let aired = AsRunEntry.sample(2, at: "2018-04-05T20:15", line: "a", edition: 1)
    #expect(match([aired, .sample(3, at: "2018-04-05T20:31", on: "huyen", line: "a")]).relays.isEmpty)
    #expect(match([aired, .sample(3, at: "2018-04-05T20:15", on: "huyen", title: "Phim")]).relays.isEmpty)
    #expect(
      match([aired, .sample(3, at: "2018-04-05T20:15", on: "huyen", line: "a", in: "hmn")]).relays.isEmpty)
  }

  @Test("without the log of the relayed outlet the placement of that time is what is relayed")
  func withoutSource() {
    let reconciled = match([
      .sample(3, at: "2018-04-05T20:15", on: "huyen", title: "Cải cách hành chính, số 1")
    ])
    #expect(reconciled.story == ["a.1 pending", "a relay 3"])
  }

  @Test("elsewhere only a title that says more than the line's makes two rows one work")
  func simulcast() {
    func counts(_ title: String, _ outlets: [String] = ["truyen-hinh", "phat-thanh"]) -> Counts? {
      let entries = outlets.enumerated().map {
        AsRunEntry.sample($0 + 2, at: "2018-04-06T11:30", on: $1, line: "b", title: title)
      }
      return tally(plan, [placement], entries).line("b")?.counts
    }
    #expect(counts("Một cửa ở Tam Đường")?.aired == 1)
    #expect(counts("Tin")?.aired == 2, "two stations may both have news at that time")
    #expect(counts("")?.aired == 2)
  }
}
