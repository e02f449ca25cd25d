import Counting
import Logs
import Matching
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("What became of a placement")
struct OutcomeTests {
  let plan = Plan.sample([
    .sample("a", "Cải cách hành chính Nhà nước", versions: .sample(["hmn"], sentTo: ["vtv5"])),
    .sample("bao", "Tin, bài, ảnh", form: "tin, bài, ảnh", on: .each(["bao", "cong"])),
  ])

  private func story(_ placements: [Placement], _ entries: [AsRunEntry], asOf: String? = nil) -> [String] {
    Matcher.match(
      plan: plan, schedule: .sample(placements), log: .sample(entries), asOf: asOf.map(CivilDay.of)
    ).story
  }

  @Test(
    "by its time a placement is aired, late or moved",
    arguments: [
      ("2018-04-05T20:15", "aired"), ("2018-04-05T20:00", "aired"), ("2018-04-05T20:30", "aired"),
      ("2018-04-05T20:30:01", "late"), ("2018-04-05T06:00", "late"), ("2018-04-05", "aired"),
      ("2018-04-06T20:15", "moved"), ("2018-04-04", "moved"), ("2018-04-12T20:15", "moved"),
    ])
  func byTime(at: String, outcome: String) {
    #expect(
      story([.sample("a", 1, at: "2018-04-05T20:15")], [.sample(2, at: at, line: "a")]) == [
        "a.1 \(outcome) 2"
      ])
  }

  @Test("a minute after midnight is on time for a placement five minutes before")
  func acrossMidnight() {
    let placements = ["2018-04-05T23:55", "2018-04-06T23:55"].enumerated().map {
      Placement.sample("a", $0 + 1, at: $1)
    }
    let entries = ["2018-04-06T00:01", "2018-04-07T00:02"].enumerated().map {
      AsRunEntry.sample($0 + 2, at: $1, line: "a")
    }
    #expect(story(placements, entries) == ["a.1 aired 2", "a.2 aired 3"])
  }

  @Test(
    "after midnight is still the broadcast day before: late there, moved elsewhere",
    arguments: [
      ("2018-04-05T23:50", "2018-04-06,01:40", "a.1 late 2"),
      ("2018-04-06T00:30", "2018-04-05,21:00", "a.1 late 2"),
      ("2018-04-06T01:00", "2018-04-06,21:00", "a.1 moved 2"),
      ("2018-04-05", "2018-04-06,01:10", "a.1 aired 2"), ("2018-04", "2018-05-01,01:10", "a.1 aired 2"),
    ])
  func broadcastDay(planned: String, row: String, expected: String) {
    let night = Plan.sample(
      [.sample("a", "Cải cách", on: .each(["dem"]))], further: [.sample("dem", "Đài đêm", dayStarts: "05:00")]
    )
    let log = read("date,time,outlet,line\n\(row),dem,a\n", plan: night).log
    let reconciled = Matcher.match(
      plan: night, schedule: .sample([.sample("a", 1, at: planned, on: "dem")]), log: log)
    #expect(reconciled.story == [expected])
  }

  @Test("a log that ends at night ends with its broadcast day, and so does a month")
  func lastNight() {
    let night = Plan.sample(
      [.sample("a", "Cải cách", on: .each(["dem"]))], further: [.sample("dem", "Đài đêm", dayStarts: "05:00")]
    )
    let placements = ["2018-04-01T00:30", "2018-04-01T20:00"].enumerated().map {
      Placement.sample("a", $0 + 1, at: $1, on: "dem")
    }
    let log = read("date,time,outlet,line\n2018-04-01,00:30,dem,a\n", plan: night).log
    let reconciled = Matcher.match(plan: night, schedule: .sample(placements), log: log)
    #expect(reconciled.story == ["a.1 aired 2", "a.2 pending"])
    let march = tally(night, placements, log.entries, .of("2018-03")).line("a")?.counts
    #expect(march == .of(scheduled: 1, aired: 1))
    let upTo = AsRunReader.read(
      [("log.csv", Array("date,time,outlet,line\n2018-04-01,00:30,dem,a\n".utf8))], plan: night,
      asOf: .of("2018-03-31"))
    #expect(upTo.log.entries.count == 1)
  }

  @Test("an issue of the paper airs on its day, whatever hour the log gives")
  func allDay() {
    let placement = Placement.sample("bao", 1, at: "2018-04-05", on: "bao")
    #expect(
      story([placement], [.sample(2, at: "2018-04-05T05:00", on: "bao", line: "bao")]) == ["bao.1 aired 2"])
    #expect(story([placement], [.sample(2, at: "2018-04-06", on: "bao", line: "bao")]) == ["bao.1 moved 2"])
  }

  @Test("a placement in a month airs on any of its days, and moves outside")
  func inMonth() {
    let placements = ["2018-03", "2018-04", "2018-05"].enumerated().map {
      Placement.sample("a", $0 + 1, at: $1)
    }
    let entries = ["2018-03-31", "2018-04-01T09:00", "2018-06-07"].enumerated().map {
      AsRunEntry.sample($0 + 2, at: $1, line: "a")
    }
    #expect(story(placements, entries) == ["a.1 aired 2", "a.2 aired 3", "a.3 moved 4"])
    let far = AsRunEntry.sample(2, at: "2018-06-08", line: "a")
    #expect(
      story(placements, [far], asOf: "2018-06-08")
        == ["a.1 missed", "a.2 missed", "a.3 missed", "a unplanned 2"])
    #expect(
      story(placements, [far]) == ["a.1 pending", "a.2 pending", "a.3 pending", "a unplanned 2"],
      "a row of June tells of no month before it")
  }

  @Test("what nothing shows is missed up to the last day of its outlet's log, and pending after it")
  func missedAndPending() {
    let placements = ["2018-04", "2018-04-05T20:15", "2018-04-30", "2018-05-01"].enumerated().map {
      Placement.sample("a", $0 + 1, at: $1)
    }
    func outcomes(_ asOf: String?) -> [String] { story(placements, [], asOf: asOf) }
    #expect(outcomes("2018-04-05") == ["a.1 pending", "a.2 missed", "a.3 pending", "a.4 pending"])
    #expect(outcomes("2018-04-30") == ["a.1 missed", "a.2 missed", "a.3 missed", "a.4 pending"])
    #expect(outcomes(nil) == ["a.1 pending", "a.2 pending", "a.3 pending", "a.4 pending"])
    let (first, last) = (
      AsRunEntry.sample(3, at: "2018-04-01", title: "Phim"),
      AsRunEntry.sample(2, at: "2018-04-30", title: "Phim")
    )
    #expect(
      story(placements, [first, last])
        == ["a.1 missed", "a.2 missed", "a.3 missed", "a.4 pending", "– unplanned 3", "– unplanned 2"])
    let elsewhere = AsRunEntry.sample(2, at: "2018-04-30", on: "phat-thanh")
    #expect(
      story(placements, [elsewhere])
        == ["a.1 pending", "a.2 pending", "a.3 pending", "a.4 pending", "– unplanned 2"])
  }

  @Test("a row that says pre-empted explains its placement, unless something shows that the work went out")
  func preempted() {
    let placements = [
      Placement.sample("a", 1, at: "2018-04-05T20:15"), .sample("a", 2, at: "2018-04-12T20:15"),
    ]
    let gone = AsRunEntry.sample(2, at: "2018-04-05T20:15", line: "a", status: .preempted)
    #expect(
      story(placements, [gone, .sample(3, at: "2018-04-12T20:15", line: "a")])
        == ["a.1 pre-empted 2", "a.2 aired 3"])
    let later = AsRunEntry.sample(3, at: "2018-04-05T22:15", line: "a")
    #expect(
      story(placements, [gone, later], asOf: "2018-04-12") == ["a.1 late 3", "a.2 missed", "a unplanned 2"],
      "what was pre-empted on the 5th does not explain the 12th")
    let madeGood = AsRunEntry.sample(3, at: "2018-04-25T20:15", line: "a", edition: 1)
    let named = AsRunEntry.sample(2, at: "2018-04-05T20:15", line: "a", edition: 1, status: .preempted)
    #expect(story(placements, [named, madeGood]) == ["a.1 moved 3", "a.2 missed", "a unplanned 2"])
    let otherDay = AsRunEntry.sample(2, at: "2018-04-11", line: "a", edition: 2, status: .preempted)
    #expect(story(placements, [otherDay], asOf: "2018-04-12") == ["a.1 missed", "a.2 pre-empted 2"])
  }

  @Test("what was not on the air shows nothing, though it names the placement, and its line is known")
  func offAir() {
    let placement = Placement.sample("a", 1, at: "2018-04-05T20:15")
    let row = AsRunEntry.sample(2, at: "2018-04-05T20:15", line: "a", status: .offAir, uid: placement.uid)
    #expect(story([placement], [row]) == ["a.1 missed", "a unplanned 2"])
    let counts = tally(plan, [placement], [row]).line("a")?.counts
    #expect(counts == .of(scheduled: 1, missed: 1))
    let reconciled = Matcher.match(plan: plan, schedule: .sample([placement]), log: .sample([row]))
    let rows = TallyBuilder.explanation(
      of: "a", plan: plan, schedule: .sample([placement]), reconciled: reconciled, period: .of("2018"))
    #expect(rows?.first?.uncounted.map(\.reason) == [.offAir])
  }

  @Test("what was sent to another broadcaster shows nothing, and its line is known")
  func sent() {
    let placement = Placement.sample("a", 1, at: "2018-04-05T20:15", in: "hmn")
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-05T20:15", line: "a", in: "hmn", status: .sent),
      .sample(
        3, at: "2018-04-05", on: "vtv5", in: "hmn", title: "Cải cách hành chính nhà nước", status: .sent),
      .sample(4, at: "2018-04-05", on: "vtv5", in: "hmn", status: .sent, uid: placement.uid),
      .sample(5, at: "2018-04-05", on: "vtv5", in: "hmn", status: .sent),
    ]
    #expect(story([placement], entries) == ["a.1 missed", "a sent 2", "a sent 3", "a sent 4", "– sent 5"])
  }
}
