import Counting
import Logs
import Matching
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("What went out instead, in part, or later for what did not")
struct SubstituteTests {
  let plan = Plan.sample(
    [
      .sample("a", "Cải cách hành chính", versions: .sample(["hmn"]), minutes: 15),
      .sample("b", "Tin", form: "tin"),
    ], matching: MatchingTolerance(partialPercent: 60))
  let first = Placement.sample("a", 1, at: "2018-04-05T20:15")
  let second = Placement.sample("a", 2, at: "2018-04-12T20:15")

  private func story(_ entries: [AsRunEntry], links: [EntryLink] = []) -> [String] {
    Matcher.match(
      plan: plan, schedule: .sample([first, second]), log: .sample(entries), links: links,
      asOf: .of("2018-04-30")
    ).story
  }

  @Test("another edition of the line in its slot is a substitute, whatever its number")
  func otherEdition() {
    let repeated = AsRunEntry.sample(3, at: "2018-04-12T20:10", line: "a", edition: 1)
    let beyond = AsRunEntry.sample(3, at: "2018-04-12T20:10", line: "a", edition: 24)
    let aired = AsRunEntry.sample(2, at: "2018-04-05T20:15", line: "a", edition: 1)
    #expect(story([aired, repeated]) == ["a.1 aired 2", "a.2 substituted 3"])
    #expect(story([aired, beyond]) == ["a.1 aired 2", "a.2 substituted 3"])
    #expect(
      tally(plan, [first, second], [aired, repeated], asOf: "2018-04-30").line("a")?.counts
        == .of(scheduled: 2, aired: 1, missed: 1), "a repeat in its place is no new work")
    #expect(
      tally(plan, [first, second], [aired, beyond], asOf: "2018-04-30").line("a")?.counts
        == .of(scheduled: 2, aired: 2, unplanned: 1, missed: 1), "another work in its place is one more")
  }

  @Test("the original in the slot of a version is a substitute; another line or another hour is not")
  func otherLanguage() {
    let version = Placement.sample("a", 1, at: "2018-04-07T06:00", in: "hmn")
    func outcome(_ entry: AsRunEntry) -> String? {
      Matcher.match(
        plan: plan, schedule: .sample([version]), log: .sample([entry]), asOf: .of("2018-04-30")
      ).story.first
    }
    #expect(outcome(.sample(2, at: "2018-04-07T06:05", line: "a", edition: 1)) == "a.1 substituted 2")
    #expect(outcome(.sample(2, at: "2018-04-07T06:20", line: "a", edition: 1)) == "a.1 missed")
    #expect(outcome(.sample(2, at: "2018-04-07T06:05", line: "b", edition: 1)) == "a.1 missed")
  }

  @Test(
    "less of the length than the plan tolerates is a part, whatever the hour",
    arguments: [(9, "a.1 aired 2"), (8, "a.1 partial 2"), (0, "a.1 partial 2"), (30, "a.1 aired 2")])
  func partial(minutes: Int, expected: String) {
    let entry = AsRunEntry.sample(2, at: "2018-04-05T20:15", line: "a", edition: 1, minutes: minutes)
    #expect(story([entry]) == [expected, "a.2 missed"])
    let moved = AsRunEntry.sample(2, at: "2018-04-09T20:15", line: "a", edition: 1, minutes: 8)
    #expect(story([moved]) == ["a.1 partial 2", "a.2 missed"])
  }

  @Test("of two rows near one placement the one of its length shows it")
  func byLength() {
    let trailer = AsRunEntry.sample(2, at: "2018-04-05T20:14", line: "a", minutes: 1)
    let programme = AsRunEntry.sample(3, at: "2018-04-05T20:17", line: "a", minutes: 15)
    #expect(story([trailer, programme]).first == "a.1 aired 3")
  }

  @Test("what makes a missed placement good is the same work, aired once, on another day")
  func makeGood() {
    let aired = AsRunEntry.sample(2, at: "2018-04-05T20:15", line: "a", edition: 1)
    let good = AsRunEntry.sample(3, at: "2018-05-20T09:00", on: "phat-thanh", makesGood: second.uid)
    #expect(story([aired, good]) == ["a.1 aired 2", "a.2 missed made good 3"])
    let counts = tally(plan, [first, second], [aired, good], asOf: "2018-05-31").line("a")?.counts
    #expect(counts == .of(scheduled: 2, aired: 2, moved: 1))
    let gone = AsRunEntry.sample(4, at: "2018-04-12T20:15", line: "a", edition: 2, status: .preempted)
    #expect(story([aired, gone, good]) == ["a.1 aired 2", "a.2 pre-empted 4 made good 3"])
    let twice = AsRunEntry.sample(5, at: "2018-05-21T09:00", line: "a", makesGood: second.uid)
    #expect(story([aired, good, twice]) == ["a.1 aired 2", "a.2 missed made good 3", "a unplanned 5"])
    #expect(
      tally(plan, [first, second], [aired, good, twice], asOf: "2018-05-31").line("a")?.counts
        == .of(scheduled: 2, aired: 2, moved: 1), "made good twice it is aired once and repeated")
    let reconciled = Matcher.match(
      plan: plan, schedule: .sample([first, second]), log: .sample([aired, good]), asOf: .of("2018-05-31"))
    #expect(
      reconciled.outcomes.map { ($0.airing ?? $0.makeGood)?.broadcastDay } == [
        .of("2018-04-05"), .of("2018-05-20"),
      ])
  }

  @Test("what makes good a placement that aired after all is one more airing of it, and told")
  func makeGoodNotNeeded() {
    let aired = AsRunEntry.sample(2, at: "2018-04-05T20:15", line: "a", edition: 1)
    let good = AsRunEntry.sample(3, at: "2018-05-20T09:00", line: "a", makesGood: first.uid)
    let log = AsRunLog.sample([aired, good])
    let reconciled = Matcher.match(plan: plan, schedule: .sample([first]), log: log)
    #expect(reconciled.story == ["a.1 aired 2", "a unplanned 3"])
    #expect(tally(plan, [first], [aired, good]).line("a")?.counts == .of(scheduled: 1, aired: 1))
    let findings = Matcher.findings(plan: plan, log: log, reconciled: reconciled)
    #expect(
      findings.map { told($0) } == [
        "log.csv:3:1 ^1 warning MAKE_GOOD_NOT_NEEDED: This row makes “lai-chau.a.1.vi@lichsong” good, and that "
          + "placement is aired; the row counts as one more airing of the same work. → If it is another work, leave "
          + "the column empty, or name the placement that did not go out."
      ])
  }
}
