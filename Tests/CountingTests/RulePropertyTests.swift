import Counting
import Logs
import Matching
import ScheduleModel
import TestSupport
import Testing

/// Whatever the log and the rule: nothing is lost and nothing is counted twice.
@Suite("Counting rules over logs made up at random")
struct RulePropertyTests {
  @Test(
    "counted and not counted are all rows of the line, each once; windows add up; the quota's rule is the tally"
  )
  func everyRowOnce() {
    var failure: String?
    for seed in 1...150 where failure == nil {
      var sample = RandomLog(seed: UInt64(seed))
      let (plan, schedule, entries) = sample.year()
      let log = AsRunLog.sample(entries)
      let reconciled = Matcher.match(plan: plan, schedule: schedule, log: log, asOf: .of("2018-12-31"))
      let period = ReportingPeriod.of(sample.one(of: ["2018", "2018-H1", "2018-Q3"]))
      let own = reconciled.outcomes.filter { $0.placement.line == "a" }
      let others = reconciled.unplanned + reconciled.sent + own.compactMap(\.substitute)
      let known =
        (own.compactMap(\.entry) + own.compactMap(\.makeGood)
        + others.filter { $0.line == "a" }.map(\.entry)
        + reconciled.relays.filter { $0.line == "a" }.map(\.entry)).map(\.place.line)
      let tallies =
        TallyBuilder.explanation(
          of: "a", plan: plan, schedule: schedule, reconciled: reconciled, period: period) ?? []
      for tally in tallies {
        let rows = tally.counted.map(\.entry.place.line) + tally.uncounted.map(\.entry.place.line)
        if rows.sorted() != known.sorted() { failure = "seed \(seed): rows of \(tally.rule)" }
        let sum = tally.windows.reduce(0) { $0 + $1.amount }
        if !tally.rule.cycle.isRolling, sum != tally.amount {
          failure = "seed \(seed): windows of \(tally.rule)"
        }
        if tally.counted.contains(where: { $0.amount <= 0 }) { failure = "seed \(seed): nothing counted" }
      }
      let counted = TallyBuilder.tally(
        plan: plan, schedule: schedule, reconciled: reconciled, log: log, published: nil, period: period)
      let quota = tallies.first
      if quota?.amount != counted.line("a")?.airedInYear { failure = "seed \(seed): the quota's rule" }
      if period.part == .year, quota?.counted.map(\.entry.place).sorted() != counted.line("a")?.rows {
        failure = "seed \(seed): the rows behind the quota"
      }
    }
    #expect(failure == nil)
  }
}

/// A line with works, repeats, cross-posts and versions, and a log that has some of them, some twice.
private struct RandomLog {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  mutating func one<Value>(of values: [Value]) -> Value { values[number(0...values.count - 1)] }

  mutating func year() -> (Plan, Schedule, [AsRunEntry]) {
    var placements: [Placement] = []
    for edition in 1...number(1...6) {
      let day = CivilDay.of("2018-01-01").advanced(by: number(0...350))
      placements.append(.sample("a", edition, at: "\(day)T20:00"))
      if number(0...1) == 0 {
        placements.append(.sample("a", edition, at: "\(day.advanced(by: 3))T06:00", run: .repeat))
      }
      if number(0...1) == 0 {
        placements.append(.sample("a", edition, at: "\(day)", on: "cong", run: .crossPost))
      }
      if number(0...1) == 0 {
        placements.append(.sample("a", edition, at: "\(day.advanced(by: 7))T05:30", in: "hmn"))
      }
    }
    var entries: [AsRunEntry] = []
    for _ in 0..<number(0...30) {
      let placement = one(of: placements)
      let day = placement.timing.day.advanced(by: number(0...3) - 1)
      let edition = number(0...3) == 0 ? nil : number(0...9) == 0 ? 40 : placement.edition
      let entry = AsRunEntry.sample(
        entries.count + 2,
        at: number(0...4) == 0 ? "\(day)" : "\(day)T\(one(of: ["20:00", "06:00", "23:30"]))",
        on: one(of: [placement.outlet, "truyen-hinh", "cong", "vtv5"]), line: "a", edition: edition,
        in: placement.language.tag, status: one(of: [.aired, .aired, .aired, .aired, .sent, .preempted]))
      entries.append(
        entry.with(
          minutes: number(0...3) == 0 ? nil : number(1...60), trust: one(of: [nil, .memory, .automation])))
    }
    let rules = (0..<3).map { _ in rule() }
    let line = PlanLine.sample(
      "a", "A", on: .each(["truyen-hinh", "cong"]), quota: "4", versions: .sample(["hmn"], sentTo: ["vtv5"]))
    return (Plan.sample([line.with(LineCounting(rules: rules))]), .sample(placements), entries)
  }

  private mutating func rule() -> CountingRule {
    let measure = one(of: CountingRule.Measure.allCases)
    let hours = CountingRule.Hours(from: .of("18:00"), to: .of(one(of: ["23:00", "06:30", "24:00"])))
    return CountingRule(
      measure, floor: number(0...5),
      every: one(of: [.year, .half, .quarter, .month, .weeks(6), .rolling(2)]),
      runs: one(of: [nil, .first, .all]),
      languages: one(of: [[], [.of("vi"), .of("hmn")], [.of("hmn")]]), outlets: one(of: [[], ["cong"]]),
      between: one(of: [nil, hours]), trust: one(of: [nil, .memory, .signedSheet]),
      weights: measure == .points
        ? .same(CountingRule.Weight(points: number(1...3), perMinute: number(0...1) == 0)) : nil,
      exclusions: number(0...2) == 0
        ? [CountingRule.Exclusion(reason: "Thử", days: nil, outlets: [], editions: [number(1...4)])] : [],
      place: .plan(20))
  }
}
