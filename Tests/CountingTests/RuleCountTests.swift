import Counting
import Logs
import Matching
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

/// Each rule over one log in which every reason not to count stands once.
@Suite("Counting rules")
struct RuleCountTests {
  private static let plan = Plan.sample([
    .sample(
      "a", "A", on: .each(["truyen-hinh", "cong"]), quota: "3",
      versions: .sample(["hmn"], sentTo: ["vtv5"]))
  ])
  private static let placements = [
    Placement.sample("a", 1, at: "2018-01-08T20:00"),
    .sample("a", 1, at: "2018-01-08", on: "cong", run: .crossPost),
    .sample("a", 1, at: "2018-01-10T06:00", run: .repeat), .sample("a", 2, at: "2018-02-05T20:00"),
    .sample("a", 3, at: "2018-04-02T20:00"), .sample("a", 1, at: "2018-01-15T20:00", in: "hmn"),
    .sample("a", 2, at: "2018-02-12T20:00", in: "hmn"), .sample("a", 4, at: "2018-05-07T20:00"),
  ]
  private static let entries: [AsRunEntry] = [
    .sample(2, at: "2018-01-08T20:00", line: "a", edition: 1).with(minutes: 15, trust: .automation),
    .sample(3, at: "2018-01-08", on: "cong", line: "a", edition: 1).with(minutes: nil, trust: .statement),
    .sample(4, at: "2018-01-10T06:00", line: "a", edition: 1).with(minutes: 15, trust: .automation),
    .sample(5, at: "2018-02-05T20:00", line: "a", edition: 2).with(minutes: 20, trust: .memory),
    .sample(6, at: "2018-04-02T20:00", line: "a", edition: 3).with(minutes: nil, trust: nil),
    .sample(7, at: "2018-01-15T20:00", line: "a", edition: 1, in: "hmn").with(
      minutes: 15, trust: .signedSheet),
    .sample(8, at: "2018-02-12T20:00", line: "a", edition: 2, in: "hmn").with(minutes: 15, trust: nil),
    .sample(9, at: "2018-02-13", on: "vtv5", line: "a", edition: 2, in: "hmn", status: .sent),
    .sample(10, at: "2018-05-07T20:00", line: "a", edition: 4, status: .preempted),
    .sample(11, at: "2018-06-04T22:00", line: "a", edition: 9).with(minutes: 30, trust: .automation),
  ]

  /// What a rule counts, and what not: `2: 15 | 3 duplicate`.
  private func story(_ rule: CountingRule, _ period: String = "2018") throws -> String {
    let tally = try #require(tallies(rule, period).last)
    let counted = tally.counted.map { "\($0.entry.place.line): \($0.amount)" }
    let uncounted = tally.uncounted.map { "\($0.entry.place.line) \($0.reason.key)" }
    return counted.joined(separator: ", ") + " | " + uncounted.joined(separator: ", ")
  }

  private func tallies(_ rule: CountingRule, _ period: String = "2018") -> [RuleTally] {
    let line = Self.plan.lines[0].with(LineCounting(rules: [rule]))
    let plan = Plan.sample([line])
    let schedule = Schedule.sample(Self.placements)
    let reconciled = Matcher.match(
      plan: plan, schedule: schedule, log: .sample(Self.entries), asOf: .of("2018-12-31"))
    return TallyBuilder.explanation(
      of: "a", plan: plan, schedule: schedule, reconciled: reconciled, period: .of(period)) ?? []
  }

  private func rule(
    _ measure: CountingRule.Measure, floor: Int? = nil, ceiling: Int? = nil, every cycle: Cycle = .year,
    runs: CountingRule.Runs? = nil, languages: [String] = [], outlets: [String] = [],
    between hours: CountingRule.Hours? = nil, trust: AsRunEntry.Trust? = nil,
    weights: CountingRule.Weights? = nil, carriesOver: Bool = false,
    exclusions: [CountingRule.Exclusion] = []
  ) -> CountingRule {
    CountingRule(
      measure, floor: floor, ceiling: ceiling, every: cycle, runs: runs,
      languages: languages.map(LanguageTag.of),
      outlets: outlets, between: hours, trust: trust, weights: weights, carriesOver: carriesOver,
      exclusions: exclusions, place: .plan(20))
  }

  @Test(
    "the quota is a rule: each work once, at its first run; versions, repeats and what was sent do not count")
  func quota() throws {
    #expect(
      try story(rule(.works))
        == "2: 1, 5: 1, 6: 1, 11: 1 | 3 duplicate, 4 repeat, 7 language, 8 language, 9 sent, 10 pre-empted")
    #expect(tallies(rule(.works)).first?.rule.floor == 3)
    #expect(tallies(rule(.works)).first?.counted == tallies(rule(.works)).last?.counted)
  }

  @Test("versions count once in each language, originals not at all")
  func versions() throws {
    #expect(
      try story(rule(.versions))
        == "7: 1, 8: 1 | 3 language, 2 language, 4 language, 5 language, 9 sent, 6 language, 10 pre-empted, "
        + "11 language")
  }

  @Test("a rule over works in several languages counts a work once in whichever it appeared")
  func worksInSeveralLanguages() throws {
    #expect(
      try story(rule(.works, languages: ["vi", "hmn"]))
        == "2: 1, 5: 1, 6: 1, 11: 1 | 3 duplicate, 4 repeat, 7 duplicate, 8 duplicate, 9 sent, 10 pre-empted")
  }

  @Test("placements count every appearance, or with runs: first one of each work")
  func placements() throws {
    #expect(
      try story(rule(.placements))
        == "3: 1, 2: 1, 4: 1, 5: 1, 6: 1, 11: 1 | 7 language, 8 language, 9 sent, 10 pre-empted")
    #expect(try story(rule(.placements, runs: .first)) == (try story(rule(.works))))
  }

  @Test("minutes are those that the log states; a row without any is told")
  func minutes() throws {
    #expect(
      try story(rule(.minutes))
        == "2: 15, 5: 20, 11: 30 | 3 duplicate, 4 repeat, 7 language, 8 language, 9 sent, 6 length, 10 pre-empted"
    )
  }

  @Test("points weigh minutes or works, line by line")
  func points() throws {
    let minute = CountingRule.Weight(points: 2, perMinute: true)
    let work = CountingRule.Weight(points: 3, perMinute: false)
    #expect(tallies(rule(.points, weights: .same(minute))).last?.amount == 130)
    #expect(tallies(rule(.points, weights: .byLine(["a": work]))).last?.amount == 12)
    #expect(
      try story(rule(.points, weights: .byLine(["b": work])))
        == " | 3 duplicate, 2 weight, 4 repeat, 7 language, 5 weight, 8 language, 9 sent, 6 weight, 10 pre-empted, "
        + "11 weight")
  }

  @Test(
    "only the hours asked for count, across midnight too; with runs: all a later run may be the one in them")
  func hours() throws {
    let evening = CountingRule.Hours(from: .of("19:00"), to: .of("22:00"))
    #expect(
      try story(rule(.works, between: evening))
        == "2: 1, 5: 1, 6: 1 | 3 duplicate, 4 repeat, 7 language, 8 language, 9 sent, 10 pre-empted, 11 hours"
    )
    let night = CountingRule.Hours(from: .of("22:00"), to: .of("07:00"))
    #expect(
      try story(rule(.works, runs: .all, between: night))
        == "4: 1, 11: 1 | 3 hours, 2 hours, 7 language, 5 hours, 8 language, 9 sent, 6 hours, 10 pre-empted")
    #expect(night.contains(.of("24:00")) && night.contains(.of("22:00")) && !night.contains(.of("07:00")))
  }

  @Test("an outlet has its own first runs")
  func outlets() throws {
    #expect(
      try story(rule(.works, outlets: ["cong"]))
        == "3: 1 | 2 outlet, 4 outlet, 7 language, 5 outlet, 8 language, 9 sent, 6 outlet, 10 pre-empted, 11 outlet"
    )
  }

  @Test("weak evidence shows nothing: another row may show the work instead")
  func trust() throws {
    #expect(
      try story(rule(.works, trust: .statement))
        == "2: 1, 11: 1 | 3 duplicate, 4 repeat, 7 language, 5 evidence, 8 language, 9 sent, 6 evidence, "
        + "10 pre-empted")
  }

  @Test("what is excluded shows nothing and says why")
  func exclusions() throws {
    let spring = CountingRule.Exclusion(
      reason: "Phát thử", days: .of("2018-01-01") ..< .of("2018-02-01"), outlets: ["truyen-hinh"],
      editions: [])
    let third = CountingRule.Exclusion(reason: "Sai nội dung", days: nil, outlets: [], editions: [3])
    #expect(
      try story(rule(.works, exclusions: [spring, third]))
        == "3: 1, 5: 1, 11: 1 | 2 excluded, 4 excluded, 7 excluded, 8 language, 9 sent, 6 excluded, 10 pre-empted"
    )
  }

  @Test("a report on a quarter counts from the start of the year to its end")
  func period() throws {
    #expect(
      try story(rule(.works), "2018-Q1")
        == "2: 1, 5: 1 | 3 duplicate, 4 repeat, 7 language, 8 language, 9 sent, 6 period, 10 pre-empted, 11 period"
    )
  }

  @Test("floors and ceilings hold in each window; a surplus is carried over only where the rule says so")
  func windows() throws {
    func windows(_ rule: CountingRule) throws -> [String] {
      try #require(tallies(rule).last).windows.map { window in
        "\(window.amount)+\(window.carried)" + (window.isShort ? " short \(window.lacking)" : "")
          + (window.isExceeded ? " exceeded" : "")
      }
    }
    #expect(
      try windows(rule(.works, floor: 1, ceiling: 1, every: .quarter))
        == ["2+0 exceeded", "2+0 exceeded", "0+0 short 1", "0+0 short 1"])
    #expect(
      try windows(rule(.works, floor: 1, every: .quarter, carriesOver: true)) == ["2+0", "2+1", "0+2", "0+1"])
    #expect(try windows(rule(.works, floor: 1, every: .half)) == ["4+0", "0+0 short 1"])
    #expect(try windows(rule(.works, every: .month)).count == 12)
    // 2018 begins on a Monday: eight blocks of six weeks, 47 rolling windows of six.
    #expect(try windows(rule(.works, floor: 1, every: .weeks(6))).count == 8)
    let rolling = try #require(tallies(rule(.works, floor: 1, every: .rolling(6))).last)
    #expect(rolling.windows.count == 47)
    #expect(rolling.windows.first?.amount == 2)
    #expect(rolling.amount == 4)
  }

  @Test("a window that the logs do not reach is not judged")
  func openWindow() {
    let plan = Plan.sample([
      .sample("a", "A").with(LineCounting(rules: [rule(.works, floor: 2, every: .quarter)]))
    ])
    let counted = tally(
      plan, [.sample("a", 1, at: "2018-02-05T20:00")], [.sample(2, at: "2018-02-05T20:00", line: "a")],
      asOf: "2018-05-01")
    #expect(counted.lines[0].rules[0].windows.map(\.isShort) == [true, false, false, false])
    #expect(counted.lines[0].rules[0].windows.map(\.isOver) == [true, false, false, false])
  }

  @Test("a window goes by the logs of the outlets on which the rule counts, not by those of others")
  func windowOfTheOutlet() throws {
    let plan = Plan.sample([
      .sample("a", "A").with(LineCounting(rules: [rule(.works, floor: 2, every: .quarter)])),
      .sample("b", "B", on: .each(["bao"])).with(
        LineCounting(rules: [rule(.works, floor: 2, every: .quarter)])),
    ])
    let placements = [
      Placement.sample("a", 1, at: "2018-02-05T20:00"), .sample("b", 1, at: "2018-02-06", on: "bao"),
    ]
    // The station's log ends in May, the paper's reaches the year's end.
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-02-05T20:00", line: "a"), .sample(3, at: "2018-05-01T20:00", title: "Phim"),
      .sample(4, at: "2018-02-06", on: "bao", line: "b"),
      .sample(5, at: "2018-12-31", on: "bao", title: "Phim"),
    ]
    func over(_ asOf: String?) -> [[Bool]] {
      tally(plan, placements, entries, asOf: asOf).lines.map { $0.rules[0].windows.map(\.isOver) }
    }
    #expect(over(nil) == [[true, false, false, false], [true, true, true, true]])
    // Somebody says that the logs of all outlets are complete.
    #expect(over("2018-12-31") == [[true, true, true, true], [true, true, true, true]])
    let silent = tally(plan, placements, Array(entries.dropFirst(2)))
    #expect(silent.lines[0].rules[0].windows.allSatisfy { !$0.isOver })
  }

  @Test("a rule of the plan adds lines, and the works of a line inside another once")
  func planRule() {
    let lines = [
      PlanLine.sample("a", "A"), .sample("b", "B", overlap: .partOf("a")), .sample("c", "C"),
    ]
    let base = Plan.sample(lines)
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-02-05T20:00", line: "a"), .sample(3, at: "2018-02-06T20:00", line: "b"),
      .sample(4, at: "2018-02-07T20:00", line: "c"),
    ]
    func counted(_ lines: [String]) -> [Int]? {
      let rule = CountingRule(.works, title: "T", lines: lines, place: .plan(20))
      return tally(base.with(counts: [rule]), [], entries).rules.first?.counted.map(\.entry.place.line)
    }
    #expect(counted([]) == [2, 3, 4])
    #expect(counted(["a"]) == [2, 3])
    #expect(counted(["a", "b"]) == [2, 3])
    #expect(counted(["b", "c"]) == [3, 4])
  }

  @Test("a missed floor and a passed ceiling are told, with the window that matters and where to look")
  func findings() {
    func findings(_ rule: CountingRule, asOf: String = "2018-12-31") -> [String] {
      let plan = Plan.sample([.sample("a", "A").with(LineCounting(rules: [rule]))])
      let counted = tally(plan, Self.placements, Self.entries, asOf: asOf)
      return TallyBuilder.findings(plan: plan, tally: counted, published: nil).flatMap {
        [told($0, in: .vietnamese), told($0)]
      }
    }
    #expect(
      findings(rule(.works, floor: 2, every: .quarter)) == [
        "plan.yaml:20:1 ^1 warning FLOOR_MISSED: “A” (tác phẩm, mỗi quý): 2 trên 4 kỳ không đạt mức tối thiểu; thiếu "
          + "nhiều nhất là 01/07/2018–30/09/2018: 0 tác phẩm trên 2. → Xem từng dòng: lichsong report … --explain a",
        "plan.yaml:20:1 ^1 warning FLOOR_MISSED: “A” (works, each quarter): 2 of 4 periods are below the floor; "
          + "01/07/2018–30/09/2018 lacks most: 0 works of 2. → See every row: lichsong report … --explain a",
      ])
    // While the year runs, those that are over are judged, as in the table of the rules.
    #expect(
      findings(rule(.works, floor: 2, every: .quarter), asOf: "2018-09-30") == [
        "plan.yaml:20:1 ^1 warning FLOOR_MISSED: “A” (tác phẩm, mỗi quý): 1 trên 3 kỳ đã hết không đạt mức tối thiểu; "
          + "thiếu nhiều nhất là 01/07/2018–30/09/2018: 0 tác phẩm trên 2. → Xem từng dòng: lichsong report … --explain a",
        "plan.yaml:20:1 ^1 warning FLOOR_MISSED: “A” (works, each quarter): 1 of 3 finished periods is below the floor; "
          + "01/07/2018–30/09/2018 lacks most: 0 works of 2. → See every row: lichsong report … --explain a",
      ])
    #expect(
      findings(rule(.works, ceiling: 1, every: .half)) == [
        "plan.yaml:20:1 ^1 warning CEILING_PASSED: “A” (tác phẩm, mỗi nửa năm): 1 trên 2 kỳ vượt mức tối đa; cao nhất "
          + "là 01/01/2018–30/06/2018: 4 tác phẩm trên 1. → Xem từng dòng: lichsong report … --explain a",
        "plan.yaml:20:1 ^1 warning CEILING_PASSED: “A” (works, each half-year): 1 of 2 periods is above the ceiling; "
          + "01/01/2018–30/06/2018 has most: 4 works of 1. → See every row: lichsong report … --explain a",
      ])
  }
}

extension AsRunEntry {
  /// The same row with a length and a level of trust.
  func with(minutes: Int?, trust: Trust?) -> AsRunEntry {
    AsRunEntry(
      place: place, day: day, time: time, outlet: outlet, line: line, edition: edition, language: language,
      title: title, minutes: minutes, status: status, uid: uid, evidence: evidence, trust: trust)
  }
}

extension PlanLine {
  /// The same line, counted in another way.
  func with(_ counting: LineCounting, quota: Quantity? = nil) -> PlanLine {
    PlanLine(
      id: id, title: title, form: form, outlets: outlets, quota: quota ?? self.quota, basis: basis,
      placing: placing, versions: versions, responsibility: responsibility, topics: topics, tone: tone,
      overlap: overlap, note: note, place: place, repeats: repeats, counting: counting)
  }
}

extension Plan {
  /// The same plan with rules of its own, and points.
  func with(counts: [CountingRule] = [], score: ScoreRule? = nil) -> Plan {
    Plan(
      id: id, title: title, year: year, days: days, revised: revised, documents: documents, units: units,
      outlets: outlets, blackouts: blackouts, topics: topics, lines: lines, totals: totals,
      matching: matching,
      remarks: remarks, counts: counts, score: score)
  }
}
