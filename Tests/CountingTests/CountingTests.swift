import Counting
import Logs
import Matching
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("Counting")
struct CountingTests {
  @Test("a work counts once, however many placements and rows it has; placements are counted apart")
  func worksAndPlacements() {
    // Ten slogans on the loudspeakers and on the website: 10 works, 20 placements.
    let plan = Plan.sample([
      .sample("khau-hieu", "Khẩu hiệu", form: "khẩu hiệu", on: .each(["phat-thanh", "cong"]))
    ])
    let placements = (1...10).flatMap { edition in
      [
        Placement.sample("khau-hieu", edition, at: "2018-04-\(edition + 10)", on: "phat-thanh"),
        .sample("khau-hieu", edition, at: "2018-04-\(edition + 10)", on: "cong", run: .crossPost),
      ]
    }
    let entries = placements.enumerated().map { index, placement in
      AsRunEntry.sample(index + 2, at: "\(placement.timing.day)", on: placement.outlet, line: "khau-hieu")
    }
    let planned = tally(plan, placements, entries)
    #expect(planned.line("khau-hieu")?.counts == .of(scheduled: 10, aired: 10))
    #expect(planned.line("khau-hieu")?.placementsAired == 20)
    #expect(planned.line("khau-hieu")?.rows.count == 10)
    #expect(planned.group(.outlet, "phat-thanh")?.counts == .of(scheduled: 10, aired: 10))
    #expect(planned.group(.outlet, "cong")?.counts == .of(scheduled: 10, aired: 10))
    #expect(planned.group(.form, "khẩu hiệu")?.counts == .of(scheduled: 10, aired: 10))

    let unplanned = tally(plan, [], entries)
    #expect(unplanned.line("khau-hieu")?.counts == .of(aired: 10, unplanned: 10))
    #expect(unplanned.line("khau-hieu")?.placementsAired == 20)
  }

  @Test("works by lead unit and by producer, and those of lines that name none, add up")
  func byUnit() {
    func line(_ id: String, lead: String?, producer: String?) -> PlanLine {
      let plain = PlanLine.sample(id, id, quota: "2")
      return PlanLine(
        id: id, title: id, form: plain.form, outlets: plain.outlets, quota: plain.quota, basis: .plan,
        placing: plain.placing, versions: nil, responsibility: Responsibility(producer: producer, lead: lead),
        topics: [], tone: nil, overlap: .unsaid, note: nil, place: plain.place)
    }
    func unit(_ id: String, _ name: String) -> AdminUnit {
      AdminUnit(id: id, name: name, level: nil, validity: .always, planMode: nil, place: .plan(3))
    }
    let units = [unit("dai", "Đài huyện"), unit("phong", "Phòng Nội vụ")]
    let lines = [
      line("a", lead: "phong", producer: "dai"), line("b", lead: "phong", producer: nil),
      line("c", lead: nil, producer: "dai"),
    ]
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-05", line: "a"), .sample(3, at: "2018-04-06", line: "b"),
      .sample(4, at: "2018-04-07", line: "b"), .sample(5, at: "2018-04-08", line: "c"),
    ]
    let counted = tally(Plan.sample(lines, units: units), [], entries)
    func groups(_ dimension: GroupTally.Dimension) -> [String] {
      counted.groups.filter { $0.dimension == dimension }.map {
        "\($0.key)|\($0.title.vi): \($0.counts?.aired ?? -1)"
      }
    }
    #expect(groups(.lead) == ["phong|Phòng Nội vụ: 3", "|không nêu: 1"])
    #expect(groups(.producer) == ["dai|Đài huyện: 2", "|không nêu: 2"])
    let nobody = tally(Plan.sample([.sample("a", "A")], units: units), [], entries)
    #expect(nobody.groups.allSatisfy { $0.dimension != .lead && $0.dimension != .producer })
  }

  @Test("rows beyond the schedule are works of their line, each edition once")
  func unplannedWorks() {
    let plan = Plan.sample([.sample("a", "A", on: .together(["truyen-hinh", "phat-thanh"]))])
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-05", line: "a", edition: 1),
      .sample(3, at: "2018-04-06", line: "a", edition: 1),
      .sample(4, at: "2018-04-07", on: "phat-thanh", line: "a", edition: 1),
      .sample(5, at: "2018-04-08", line: "a"),
      .sample(6, at: "2018-04-08", on: "phat-thanh", line: "a"), .sample(7, at: "2018-04-09", title: "Phim"),
      .sample(8, at: "2018-04-09", line: "a", status: .preempted),
    ]
    let counted = tally(plan, [], entries)
    #expect(counted.line("a")?.counts == .of(aired: 3, unplanned: 3))
    #expect(counted.line("a")?.placementsAired == 5)
    #expect(counted.line("a")?.rows.map(\.line) == [2, 5, 6])
    #expect(counted.uncounted.map(\.place.line) == [7, 8])
  }

  @Test("a work whose first run was missed but which went out elsewhere is not missed")
  func wentOutElsewhere() {
    let plan = Plan.sample([.sample("a", "A", on: .each(["truyen-hinh", "cong"]))])
    let placements = [
      Placement.sample("a", 1, at: "2018-04-05T20:15"),
      .sample("a", 1, at: "2018-04-06", on: "cong", run: .crossPost),
      .sample("a", 2, at: "2018-04-12T20:15"), .sample("a", 2, at: "2018-04-12", on: "cong", run: .crossPost),
      .sample("a", 3, at: "2018-04-19T20:15"),
    ]
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-06", on: "cong", line: "a", edition: 1),
      .sample(3, at: "2018-04-12", on: "cong", line: "a", edition: 2),
      .sample(4, at: "2018-04-30", on: "phat-thanh", line: "a", edition: 3),
    ]
    let untold = tally(plan, placements, entries)
    #expect(
      untold.group(.outlet, "truyen-hinh")?.counts == .of(scheduled: 3, pending: 3),
      "it has no log of its own")
    let counted = tally(plan, placements, entries, asOf: "2018-04-30")
    #expect(counted.line("a")?.counts == .of(scheduled: 3, aired: 3, moved: 2))
    #expect(counted.line("a")?.placementsAired == 3)
    #expect(counted.group(.outlet, "truyen-hinh")?.counts == .of(scheduled: 3, missed: 3))
    #expect(counted.group(.outlet, "cong")?.counts == .of(scheduled: 2, aired: 2))
    #expect(counted.group(.outlet, "phat-thanh")?.counts == .of(aired: 1, unplanned: 1))
  }

  @Test(
    "a month that the logs of its outlet do not reach lacks nothing, even when one of its works went out before"
  )
  func monthBeyondLogs_lacksNothing() {
    let plan = Plan.sample([.sample("a", "A")])
    let placements = [
      Placement.sample("a", 1, at: "2018-06-07T20:15"), .sample("a", 2, at: "2018-07-05T20:15"),
      .sample("a", 3, at: "2018-07-12T20:15"),
    ]
    let june: [AsRunEntry] = [
      .sample(2, at: "2018-06-07T20:15", line: "a", edition: 1),
      .sample(3, at: "2018-06-28T20:15", line: "a", edition: 2),
    ]
    // The logs of another outlet say nothing about this one.
    let other = AsRunEntry.sample(4, at: "2018-07-31", on: "phat-thanh", title: "Phim")
    let early = tally(plan, placements, june + [other]).line("a")?.months
    #expect(early?[5] == .of(scheduled: 1, aired: 2, moved: 1))
    #expect(early?[6].scheduled == 2 && early?[6].pending == 1 && early?[6].beyondLogs == 2)
    // Once the logs reach the day for which it was, the month has one less than it was to have.
    let later = june + [.sample(5, at: "2018-07-06T20:15", title: "Phim")]
    let told = tally(plan, placements, later).line("a")?.months
    #expect(told?[6].scheduled == 2 && told?[6].aired == 0 && told?[6].beyondLogs == 1)
  }

  @Test("the day of the first run is the work's, even when another outlet had it before")
  func firstRunCounts() {
    let plan = Plan.sample([.sample("a", "A", on: .each(["truyen-hinh", "cong"]))])
    let placements = [
      Placement.sample("a", 1, at: "2018-03-31", on: "cong", run: .crossPost),
      .sample("a", 1, at: "2018-04-05T20:15"),
    ]
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-03-31", on: "cong", line: "a"), .sample(3, at: "2018-04-05T22:00", line: "a"),
    ]
    #expect(tally(plan, placements, entries, .of("2018-Q1")).line("a")?.counts == Counts())
    #expect(
      tally(plan, placements, entries, .of("2018-Q2")).line("a")?.counts
        == .of(scheduled: 1, aired: 1, late: 1))
  }

  @Test("a second row with a placement's UID is the same work, whatever else it says")
  func sameUID() {
    let plan = Plan.sample([.sample("a", "A"), .sample("b", "B")])
    let placement = Placement.sample("a", 7, at: "2018-04-05T20:15")
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-05T20:15", uid: placement.uid),
      .sample(3, at: "2018-04-06T06:00", line: "b", edition: 3, uid: placement.uid),
    ]
    let counted = tally(plan, [placement], entries)
    #expect(counted.line("a")?.counts == .of(scheduled: 1, aired: 1))
    #expect(counted.line("a")?.placementsAired == 2)
    #expect(counted.line("b")?.counts == Counts())
  }

  @Test("a period counts what was planned by its day and what went out by the day on which it did")
  func byPeriod() {
    let plan = Plan.sample([.sample("a", "A", quota: "4")])
    let placements = ["2018-03-30T20:00", "2018-03-31T20:00", "2018-04-05T20:00", "2018-06-29T20:00"]
      .enumerated()
      .map { Placement.sample("a", $0 + 1, at: $1) }
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-02T20:00", line: "a", edition: 1),
      .sample(3, at: "2018-03-31T22:00", line: "a", edition: 2),
      .sample(4, at: "2018-04-05T20:00", line: "a", edition: 3, status: .preempted),
    ]
    func line(_ text: String) -> LineTally? { tally(plan, placements, entries, .of(text)).line("a") }
    #expect(line("2018-Q1")?.counts == .of(scheduled: 2, aired: 1, late: 1))
    #expect(line("2018-Q2")?.counts == .of(scheduled: 2, aired: 1, moved: 1, preempted: 1, pending: 1))
    #expect(line("2018")?.counts == .of(scheduled: 4, aired: 2, late: 1, moved: 1, preempted: 1, pending: 1))
    #expect(line("2018-Q1")?.airedInYear == 1)
    #expect(line("2018-Q2")?.airedInYear == 2)
    #expect(line("2018-Q2")?.rows.map(\.line) == [2])
    #expect(line("2018-Q1")?.months == line("2018")?.months)
    #expect(line("2018")?.months[2] == .of(scheduled: 2, aired: 1, late: 1))
    #expect(line("2018")?.months[3] == .of(scheduled: 1, aired: 1, moved: 1, preempted: 1))
    #expect(line("2018")?.percent(hasLog: true) == 5000)
    let year = tally(plan, placements, entries, .of("2018-Q1"))
    #expect(
      year.group(.quarter, "2018-Q2")?.counts
        == .of(scheduled: 2, aired: 1, moved: 1, preempted: 1, pending: 1))
    #expect(year.group(.month, "2018-03")?.title == Words(vi: "Tháng 3", en: "March"))
    #expect(year.group(.quarter, "2018-Q4")?.title == Words(vi: "Quý IV", en: "Quarter 4"))
  }

  @Test("by the decree an airing of 15 December belongs to the next year's report")
  func statutoryYear() {
    let plan = Plan.sample([.sample("a", "A")])
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-12-14", line: "a"), .sample(3, at: "2018-12-15", line: "a"),
    ]
    func aired(_ year: String, _ profile: ReportingPeriod.Profile) -> Int? {
      tally(plan, [], entries, .of(year, profile)).line("a")?.counts.aired
    }
    #expect(aired("2018", .decree09) == 1)
    #expect(aired("2019", .decree09) == 1)
    #expect(aired("2018", .calendarYear) == 2)
  }

  @Test("without a log nothing aired and nothing was missed")
  func withoutLog() {
    let plan = Plan.sample([.sample("a", "A"), .sample("b", "B", isPlaced: false)])
    let counted = tally(plan, [.sample("a", 1, at: "2018-04-05T20:15")], nil)
    #expect(!counted.hasLog)
    #expect(counted.asOf == nil)
    #expect(counted.lines.map(\.line) == ["a", "b"])
    #expect(counted.line("a")?.counts == .of(scheduled: 1, pending: 1))
    #expect(counted.line("b")?.counts == Counts())
  }

  @Test("of several published figures of a line the first that states a number is shown")
  func publishedFigures() {
    let plan = Plan.sample(
      [.sample("a", "A"), .sample("b", "B"), .sample("c", "C")], totals: [.sample(["a", "b"])])
    let figures: [PublishedFigure] = [
      .sample("1", nil, line: "a"), .sample("2", "5 kỳ", line: "a"), .sample("3", "6 kỳ", line: "a"),
      .sample("4", nil, line: "b"),
    ]
    let counted = tally(plan, [], nil, published: .sample(figures))
    #expect(counted.lines.map { $0.published?.id } == ["2", "4", nil])
    #expect(counted.totals.map(\.published) == [.of("11 kỳ")])
  }

  @Test("rows left out by the reader are counted beside the rest")
  func rowsLeftOut() {
    let plan = Plan.sample([.sample("a", "A")])
    let log = AsRunLog(entries: [], rowsLeftOut: 7)
    let reconciled = Matcher.match(plan: plan, schedule: .sample([]), log: log)
    let counted = TallyBuilder.tally(
      plan: plan, schedule: .sample([]), reconciled: reconciled, log: log, published: nil, period: .of("2018")
    )
    #expect(counted.rowsLeftOut == 7)
    #expect(counted.hasLog)
  }

  @Test("versions are counted by line and language and never among the works; what was sent stands apart")
  func versions() {
    let plan = Plan.sample([
      .sample("a", "A", versions: .sample(["hmn", "tai"], sentTo: ["vtv5"])),
      .sample("b", "B"),
    ])
    let placements = [
      Placement.sample("a", 1, at: "2018-04-05T20:15"), .sample("a", 1, at: "2018-04-06T20:15", in: "hmn"),
      .sample("a", 1, at: "2018-04-07T20:15", in: "tai"),
    ]
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-05T20:15", line: "a"), .sample(3, at: "2018-04-06T20:15", line: "a", in: "hmn"),
      .sample(4, at: "2018-04-07T20:15", line: "a", in: "hmn"),
      .sample(5, at: "2018-04-08", on: "vtv5", line: "a", edition: 1, in: "hmn", status: .sent),
      .sample(6, at: "2018-04-09", on: "vtv5", line: "a", edition: 1, in: "hmn", status: .sent),
      .sample(7, at: "2018-05-09", on: "vtv5", line: "a", in: "tai", status: .sent),
      .sample(8, at: "2018-04-09", on: "cong", line: "a", in: "hmn", status: .sent),
      .sample(9, at: "2018-04-09", on: "vtv5", line: "a", status: .sent),
      .sample(10, at: "2018-04-09", on: "vtv5", line: "b", in: "hmn", status: .sent),
      .sample(11, at: "2018-04-09", line: "b", in: "km"),
    ]
    let counted = tally(plan, placements, entries)
    #expect(counted.line("a")?.counts == .of(scheduled: 1, aired: 1))
    #expect(counted.line("a")?.placementsAired == 1)
    #expect(counted.line("b")?.counts == Counts())
    #expect(
      counted.versions == [
        VersionTally(
          line: "a", language: .of("hmn"), counts: .of(scheduled: 1, aired: 2, unplanned: 1), sent: 1,
          rows: [3, 4, 5].map { SourcePlace(file: "log.csv", line: $0) }),
        VersionTally(
          line: "a", language: .of("tai"), counts: .of(scheduled: 1, missed: 1), sent: 1,
          rows: [SourcePlace(file: "log.csv", line: 7)]),
        VersionTally(
          line: "b", language: .of("km"), counts: .of(aired: 1, unplanned: 1), sent: 0,
          rows: [SourcePlace(file: "log.csv", line: 11)]),
      ])
    #expect(counted.uncounted.map(\.place.line) == [8, 9, 10])
    #expect(
      counted.groups.filter { $0.dimension == .language }.map {
        "\($0.key) \($0.title.vi) \($0.counts?.aired ?? -1)"
      }
        == ["vi Việt 1", "hmn Mông 2", "tai Thái 0", "km Khmer 1"])
    let april = tally(plan, placements, entries, .of("2018-04"))
    #expect(april.versions.map(\.sent) == [1, 0, 0])
  }

  @Test("an embedded line counts nowhere, and the rows that name it are shown as uncounted")
  func embedded() {
    let plan = Plan.sample(
      [.sample("a", "A"), .sample("hoi-thi", "Hội thi", overlap: .embedded(in: "a"))],
      totals: [.sample(["a", "hoi-thi"])])
    let counted = tally(
      plan, [], [.sample(2, at: "2018-04-05", line: "a"), .sample(3, at: "2018-04-05", line: "hoi-thi")])
    #expect(counted.lines.map(\.line) == ["a"])
    #expect(counted.uncounted.map(\.place.line) == [3])
    #expect(counted.totals.map(\.counted) == [["a"]])
    #expect(counted.totals.map(\.inside) == [["hoi-thi"]])
    #expect(counted.totals.map(\.counts.aired) == [1])
  }

  @Test("a line counts the works of the lines inside it, at any depth, and a total counts them once")
  func partOf() {
    let plan = Plan.sample(
      [
        .sample("host", "Host", quota: "52"), .sample("part", "Part", quota: "12", overlap: .partOf("host")),
        .sample("inner", "Inner", quota: "2", overlap: .partOf("part")),
        .sample("other", "Other", quota: "24"),
      ], totals: [.sample(["host", "part", "inner", "other", "host"]), .sample(["part", "other"])])
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-05", line: "host"), .sample(3, at: "2018-04-06", line: "part"),
      .sample(4, at: "2018-04-07", line: "inner"), .sample(5, at: "2018-04-08", line: "other"),
    ]
    let counted = tally(plan, [], entries)
    #expect(counted.lines.map(\.counts.aired) == [3, 2, 1, 1])
    #expect(counted.line("host")?.rows.map(\.line) == [2, 3, 4])
    #expect(counted.line("host")?.placementsAired == 3)
    #expect(counted.line("host")?.months[3].aired == 3)
    #expect(counted.totals.map(\.counted) == [["host", "other"], ["part", "other"]])
    #expect(counted.totals.map(\.inside) == [["part", "inner"], []])
    #expect(counted.totals.map(\.counts.aired) == [4, 3])
    #expect(counted.totals.map { $0.planned?.value } == [76, 36])
    #expect(counted.group(.month, "2018-04")?.counts?.aired == 4)
  }

  @Test("lines that lie inside each other do not hang the count")
  func circle() {
    let plan = Plan.sample([
      .sample("a", "A", overlap: .partOf("b")), .sample("b", "B", overlap: .partOf("a")),
    ])
    let counted = tally(plan, [], [.sample(2, at: "2018-04-05", line: "a")])
    #expect(counted.lines.map(\.counts.aired) == [1, 1])
  }
}
