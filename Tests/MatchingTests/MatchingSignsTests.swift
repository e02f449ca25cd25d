import Logs
import Matching
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("By which sign an entry finds its placement")
struct MatchingSignsTests {
  let plan = Plan.sample([
    .sample("a", "Cải cách hành chính Nhà nước", versions: .sample(["hmn"], sentTo: ["vtv5"])),
    .sample("b", "Cải cách hành chính"),
    .sample("bao", "Tin, bài, ảnh", form: "tin, bài, ảnh", on: .each(["bao", "cong"])),
    .sample("c", "Đồng hành cùng Nhân dân", form: "tin"),
    .sample("d", "Đồng hành cùng nhân dân!", form: "phóng sự"),
  ])

  private func story(_ placements: [Placement], _ entries: [AsRunEntry], asOf: String? = nil) -> [String] {
    Matcher.match(
      plan: plan, schedule: .sample(placements), log: .sample(entries), asOf: asOf.map(CivilDay.of)
    ).story
  }

  @Test("the UID is the surest sign: neither day nor outlet nor line counts against it")
  func byUID() {
    let placements = [
      Placement.sample("a", 1, at: "2018-04-05T20:15"), .sample("a", 2, at: "2018-04-12T20:15"),
    ]
    let entry = AsRunEntry.sample(
      2, at: "2018-04-12T20:15", on: "cong", line: "bao", edition: 2, uid: placements[0].uid)
    #expect(story(placements, [entry]) == ["a.1 moved 2", "a.2 pending"])
    let again = AsRunEntry.sample(3, at: "2018-04-12T20:15", line: "a", uid: placements[0].uid)
    let first = AsRunEntry.sample(4, at: "2018-04-06T20:15", line: "a", uid: placements[0].uid)
    #expect(
      story(placements, [again, first]) == ["a.1 moved 4", "a.2 substituted 3"],
      "a second row with the UID is the same work again and shows no other placement")
    let stale = AsRunEntry.sample(5, at: "2018-04-12T20:15", line: "a", uid: "lai-chau.a.99.vi@lichsong")
    #expect(story(placements, [stale]) == ["a.1 missed", "a.2 aired 5"], "an unknown UID says nothing")
  }

  @Test("the edition finds its placement however far the day has moved, and no other")
  func byEdition() {
    let placements = (1...3).map { Placement.sample("a", $0, at: "2018-04-0\($0 + 1)T20:15") }
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-02T20:15", line: "a", edition: 3),
      .sample(3, at: "2018-11-30", line: "a", edition: 1),
      .sample(4, at: "2018-04-03T20:15", line: "a", edition: 24),
    ]
    #expect(story(placements, entries) == ["a.1 moved 3", "a.2 substituted 4", "a.3 moved 2"])
    #expect(
      story(placements, [.sample(2, at: "2018-04-02T20:15", on: "phat-thanh", line: "a", edition: 1)])
        == ["a.1 pending", "a.2 pending", "a.3 pending", "a unplanned 2"],
      "another outlet is another placement")
    #expect(
      story(placements, [.sample(2, at: "2018-04-02T20:15", line: "a", edition: 1, in: "hmn")])
        == ["a.1 substituted 2", "a.2 pending", "a.3 pending"], "another language is another version")
  }

  @Test("of a first run and a repeat each edition finds the nearer one")
  func firstRunAndRepeat() {
    let placements = [
      Placement.sample("a", 1, at: "2018-04-05T20:15"),
      Placement.sample("a", 1, at: "2018-04-06T06:00", run: .repeat),
    ]
    let entries = [
      AsRunEntry.sample(2, at: "2018-04-06T06:05", line: "a", edition: 1),
      .sample(3, at: "2018-04-05T20:20", line: "a", edition: 1),
    ]
    #expect(story(placements, entries) == ["a.1 aired 3", "a.1 aired 2"])
  }

  @Test("a line alone finds the nearest placement: first of the same day, then within the days of the plan")
  func byLine() {
    let placements = [
      Placement.sample("a", 1, at: "2018-04-05T08:00"), .sample("a", 2, at: "2018-04-05T20:00"),
      .sample("a", 3, at: "2018-04-06T08:00"),
    ]
    #expect(
      story(
        placements,
        [.sample(2, at: "2018-04-05T19:00", line: "a"), .sample(3, at: "2018-04-05T18:00", line: "a")])
        == ["a.1 late 3", "a.2 late 2", "a.3 pending"])
    #expect(
      story(
        placements, [.sample(2, at: "2018-04-05", line: "a"), .sample(3, at: "2018-04-05T20:00", line: "a")])
        == ["a.1 aired 2", "a.2 aired 3", "a.3 pending"],
      "a row without an hour takes what is left of its day")
    #expect(
      story(
        placements, [.sample(2, at: "2018-04-13T08:00", line: "a"), .sample(3, at: "2018-03-28", line: "a")],
        asOf: "2018-04-13")
        == ["a.1 missed", "a.2 missed", "a.3 moved 2", "a unplanned 3"])
    #expect(
      story(
        [.sample("a", 1, at: "2018-04-05T20:00"), .sample("a", 2, at: "2018-04-07T20:00")],
        [.sample(2, at: "2018-04-06T20:00", line: "a")], asOf: "2018-04-30") == [
          "a.1 moved 2", "a.2 missed",
        ],
      "of two equally near placements the earlier one")
  }

  @Test("pieces of one newspaper issue are taken in the order of their editions")
  func newspaperPieces() {
    let placements = (1...12).map { Placement.sample("bao", $0, at: "2018-04-05", on: "bao") }
    let entries = (2...11).map {
      AsRunEntry.sample($0, at: "2018-04-05", on: "bao", line: "bao", title: "Bài \($0)")
    }
    let outcomes = Matcher.match(plan: plan, schedule: .sample(placements), log: .sample(entries)).outcomes
    let missed = outcomes.filter { $0.outcome == .missed }.map(\.placement.edition)
    #expect(missed == [11, 12])
  }

  @Test(
    "a title names its line, whatever the case and the marks; an equal title before a contained one",
    arguments: [
      ("CẢI CÁCH HÀNH CHÍNH NHÀ NƯỚC", "a.1 aired 2"), ("cai cach hanh chinh nha nuoc", "a.1 aired 2"),
      ("Cải cách hành chính", "b.1 late 2"),
      ("Chuyên mục “Cải cách hành chính Nhà nước”, số 5", "a.1 aired 2"),
      ("Chuyên mục Cải cách hành chính số 5", "b.1 late 2"), ("Bản tin", "– unplanned 2"),
    ])
  func byTitle(title: String, expected: String) {
    let placements = [
      Placement.sample("a", 1, at: "2018-04-05T20:15"), .sample("b", 1, at: "2018-04-05T06:00"),
    ]
    let told = story(placements, [.sample(2, at: "2018-04-05T20:15", title: title)])
    #expect(told.filter { $0.hasSuffix(" 2") } == [expected])
  }

  @Test("a title counts only on an outlet and in a language of its line")
  func titleElsewhere() {
    let placements = [Placement.sample("a", 1, at: "2018-04-05T20:15", in: "hmn")]
    let title = "Cải cách hành chính Nhà nước"
    #expect(
      story(placements, [.sample(2, at: "2018-04-05T20:15", in: "hmn", title: title)]) == ["a.1 aired 2"])
    #expect(
      story(placements, [.sample(2, at: "2018-04-05T20:15", in: "km", title: title)])
        == ["a.1 missed", "– unplanned 2"])
    #expect(
      story(placements, [.sample(2, at: "2018-04-05T20:15", on: "phat-thanh", in: "hmn", title: title)])
        == ["a.1 pending", "– unplanned 2"])
  }

  @Test("a title that two lines share goes to the nearest placement, and to no line when there is none")
  func sharedTitle() {
    let placements = [
      Placement.sample("c", 1, at: "2018-04-05T20:15"), .sample("d", 1, at: "2018-04-05T06:00"),
      .sample("d", 2, at: "2018-04-12T06:00"),
    ]
    let title = "Đồng hành cùng nhân dân"
    #expect(
      story(
        placements,
        [.sample(2, at: "2018-04-05T20:00", title: title), .sample(3, at: "2018-04-05T07:00", title: title)])
        == ["d.1 late 3", "c.1 aired 2", "d.2 pending"])
    #expect(
      story(placements, [.sample(2, at: "2018-04-05T06:10", title: title)])
        == ["d.1 aired 2", "c.1 missed", "d.2 pending"])
    #expect(
      story(placements, [.sample(2, at: "2018-04-25T20:00", title: title)], asOf: "2018-04-25")
        == ["d.1 missed", "c.1 missed", "d.2 missed", "– unplanned 2"])
  }

  @Test("a title with an edition finds that edition before a row that only names the line")
  func titleWithEdition() {
    let placements = (1...2).map { Placement.sample("a", $0, at: "2018-04-0\($0 + 4)T20:15") }
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-05T20:15", line: "a"),
      .sample(3, at: "2018-04-05T20:20", edition: 1, title: "Cải cách hành chính Nhà nước"),
    ]
    #expect(story(placements, entries) == ["a.1 aired 3", "a.2 moved 2"])
  }

  @Test("a row that names nothing belongs to the only placement that starts within the tolerance")
  func byTimeAlone() {
    let placements = [
      Placement.sample("a", 1, at: "2018-04-05T20:15"), .sample("b", 1, at: "2018-04-05T20:50"),
      .sample("c", 1, at: "2018-04-05T21:00"),
    ]
    func told(_ entries: AsRunEntry...) -> [String] { story(placements, entries, asOf: "2018-04-05") }
    #expect(told(.sample(2, at: "2018-04-05T20:30")) == ["a.1 aired 2", "b.1 missed", "c.1 missed"])
    #expect(
      told(.sample(2, at: "2018-04-05T20:55")) == [
        "a.1 missed", "b.1 missed", "c.1 missed", "– unplanned 2",
      ],
      "two start within the tolerance")
    #expect(
      told(.sample(2, at: "2018-04-05T20:31")) == [
        "a.1 missed", "b.1 missed", "c.1 missed", "– unplanned 2",
      ],
      "none does")
    #expect(
      told(.sample(2, at: "2018-04-05T20:25"), .sample(3, at: "2018-04-05T20:10"))
        == ["a.1 aired 3", "b.1 missed", "c.1 missed", "– unplanned 2"], "the nearer of two rows")
    #expect(
      told(.sample(2, at: "2018-04-05T20:15", on: "phat-thanh"))
        == ["a.1 missed", "b.1 missed", "c.1 missed", "– unplanned 2"], "another outlet")
    #expect(
      told(.sample(2, at: "2018-04-05T20:15", title: "Phim truyện"))
        == ["a.1 missed", "b.1 missed", "c.1 missed", "– unplanned 2"],
      "a title says that it is something else")
  }

  @Test("an entry beyond the schedule keeps the line that it names or was recognised by")
  func unplanned() {
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-05T20:15", line: "a"),
      .sample(3, at: "2018-04-06", title: "Cải cách hành chính"),
      .sample(4, at: "2018-04-07", on: "bao", line: "a"),
    ]
    #expect(story([], entries) == ["a unplanned 2", "b unplanned 3", "a unplanned 4"])
  }
}
