import Logs
import Matching
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("What has no partner, and what comes nearest to it")
struct CandidateTests {
  let plan = Plan.sample([
    .sample("a", "Cải cách hành chính", versions: .sample(["hmn"])), .sample("b", "Tin", form: "tin"),
  ])
  let missed = Placement.sample("a", 1, at: "2018-04-05T20:15")

  /// The candidates in words: of the placement, then of the rows.
  private func told(_ entries: [AsRunEntry], _ placements: [Placement]? = nil) -> [String] {
    let reconciled = Matcher.match(
      plan: plan, schedule: .sample(placements ?? [missed]), log: .sample(entries), asOf: .of("2018-12-31"))
    let found = Matcher.candidates(plan: plan, reconciled: reconciled)
    func words(_ candidates: [MatchCandidate], _ name: (MatchCandidate) -> String) -> String {
      candidates.map { "\(name($0)): \($0.differences.map { "\($0)" }.joined(separator: ", "))" }
        .joined(separator: "; ")
    }
    let ofPlacements = reconciled.outcomes.compactMap { outcome in
      found.ofPlacements[outcome.placement.uid].map {
        "a.\(outcome.placement.edition) ← " + words($0) { "\($0.entry.place.line)" }
      }
    }
    let ofEntries = reconciled.unplanned.compactMap { unplanned in
      found.ofEntries[unplanned.entry.place].map {
        "\(unplanned.entry.place.line) → " + words($0) { "a.\($0.placement.edition)" }
      }
    }
    return ofPlacements + ofEntries
  }

  @Test("the nearest come first, with everything that stands between the two")
  func reasons() {
    #expect(
      told([.sample(2, at: "2018-04-25T20:15", line: "a")])
        == ["a.1 ← 2: days(20), editionUnsaid", "2 → a.1: days(20), editionUnsaid"])
    #expect(
      told([.sample(2, at: "2018-04-03T20:15", line: "a", edition: 2)])
        == ["a.1 ← 2: days(-2), edition", "2 → a.1: days(-2), edition"])
    #expect(
      told([.sample(2, at: "2018-04-05T20:20", on: "phat-thanh", line: "a", edition: 1)])
        == ["a.1 ← 2: outlet", "2 → a.1: outlet"])
    #expect(
      told([.sample(2, at: "2018-04-05T22:15", line: "a", edition: 1, in: "hmn")])
        == ["a.1 ← 2: minutes(120), language", "2 → a.1: minutes(120), language"])
    #expect(told([.sample(2, at: "2018-04-05T20:20", line: "b")]) == ["a.1 ← 2: line", "2 → a.1: line"])
  }

  @Test(
    "a title that is somewhat alike is named with how much; one that is not, only where it aired in the slot")
  func titles() {
    #expect(
      told([.sample(2, at: "2018-04-05T20:15", title: "Cải cách hàng hóa")])
        == ["a.1 ← 2: title(percent: 73)", "2 → a.1: title(percent: 73)"])
    #expect(told([.sample(2, at: "2018-04-05T20:15", title: "Phim")]) == ["a.1 ← 2: title(percent: 10)"])
    #expect(told([.sample(2, at: "2018-04-15T20:15", title: "Phim")]) == [])
  }

  @Test("a row that stands twice is told of the placement that the other shows")
  func twice() {
    #expect(
      told([
        .sample(2, at: "2018-04-05T20:15", line: "a", edition: 1),
        .sample(3, at: "2018-04-05T20:16", line: "a", edition: 1),
      ]) == ["3 → a.1: taken"])
  }

  @Test("at most three are named, and nothing where nothing is near")
  func few() {
    let entries = (2...7).map { AsRunEntry.sample($0, at: "2018-05-0\($0)T20:15", line: "a", edition: 9) }
    #expect(
      told(entries).first
        == "a.1 ← 2: days(27), edition; 3: days(28), edition; 4: days(29), edition")
    #expect(told([.sample(2, at: "2018-10-05T20:15", line: "a")]) == [])
  }

  @Test("of a thousand misses and a thousand strangers every look is short")
  func many() {
    let placements = (0..<1_000).map { index in
      Placement.sample("a", index + 1, at: "\(CivilDay.of("2018-01-01").advanced(by: index % 360))T20:15")
    }
    let entries = (0..<1_000).map { index in
      AsRunEntry.sample(
        index + 2, at: "\(CivilDay.of("2018-01-01").advanced(by: index % 360))T09:15",
        title: "Phim số \(index)")
    }
    #expect(told(entries, placements).allSatisfy { !$0.isEmpty })
  }

  @Test("what is asked for some rows is what is said of them among all")
  func someRows() {
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-25T20:15", line: "a"), .sample(3, at: "2018-04-05T20:15", title: "Phim"),
      .sample(4, at: "2018-04-06T20:15", line: "b"),
    ]
    let reconciled = Matcher.match(
      plan: plan, schedule: .sample([missed]), log: .sample(entries), asOf: .of("2018-12-31"))
    let all = Matcher.candidates(plan: plan, reconciled: reconciled).ofEntries
    let some = Matcher.candidates(
      plan: plan, reconciled: reconciled, of: Array(reconciled.unplanned.prefix(1))
    ).ofEntries
    #expect(some == all.filter { $0.key.line == 2 } && !some.isEmpty)
  }
}
