import ScheduleModel

extension RandomPlan {
  /// How a line is counted whose figure is this one at the year's end.
  mutating func counting(inForce quota: Quantity?) -> LineCounting {
    var amended: AmendedQuota?
    if let quota, random.chance(30) {
      let days = Set((0...random.number(0...2)).map { _ in dayOfYear() }).sorted()
      amended = AmendedQuota(
        original: maybe { Quantity($0.random.number(0...99), CountingUnit(["tin"])) },
        changes: days.map { day in
          .init(
            from: day,
            quota: day == days.last ? quota : Quantity(random.number(0...99), CountingUnit(["kỳ"])),
            document: maybe { $0.text() }, place: Self.nowhere)
        })
    }
    let done: [TaskRule] = [
      .quota, .quota, .aired, .never, .share(random.number(1...1_000)), .on(dayOfYear()), .on(day()),
    ]
    return LineCounting(
      rules: (0..<random.number(0...2)).map { _ in rule(isOfPlan: false) }, amended: amended,
      done: random.one(of: done), leastMinutes: random.chance(20) ? 1 : nil)
  }

  mutating func rule(isOfPlan: Bool) -> CountingRule {
    let measure = random.one(of: CountingRule.Measure.allCases)
    let limits = random.number(0...500)
    let cycles: [Cycle] = [
      .year, .half, .quarter, .month, .weeks(1), .weeks(random.number(2...52)), .rolling(1), .rolling(6),
    ]
    return CountingRule(
      measure, title: isOfPlan ? text() : maybe { $0.text() }, floor: maybe { _ in limits },
      ceiling: maybe { $0.random.number(limits...1_000_000) }, every: random.one(of: cycles),
      runs: maybe { $0.random.one(of: CountingRule.Runs.allCases) },
      languages: random.some(of: Self.languages, percent: 5),
      outlets: random.some(of: outlets), between: maybe { $0.hours() },
      trust: maybe { $0.random.one(of: AsRunEntry.Trust.allCases) },
      weights: measure == .points ? weights() : nil,
      carriesOver: random.chance(30), exclusions: (0..<random.number(0...2)).map { _ in exclusion() },
      lines: isOfPlan ? random.some(of: lines) : [], place: Self.nowhere)
  }

  private mutating func hours() -> CountingRule.Hours? {
    let start = TimeOfDay(seconds: random.number(0...43_000))
    let end = TimeOfDay(seconds: random.number(43_001...86_400))
    return start.flatMap { start in end.map { CountingRule.Hours(from: start, to: $0) } }
  }

  private mutating func weights() -> CountingRule.Weights {
    guard random.chance(50) else { return .same(weight()) }
    return .byLine(Dictionary(lines.map { ($0, weight()) }, uniquingKeysWith: { first, _ in first }))
  }

  private mutating func weight() -> CountingRule.Weight {
    CountingRule.Weight(points: random.number(1...1_000), perMinute: random.chance(50))
  }

  private mutating func exclusion() -> CountingRule.Exclusion {
    CountingRule.Exclusion(
      reason: text(), days: maybe { $0.stretch() }, outlets: random.some(of: outlets),
      editions: (0...random.number(0...2)).map { _ in random.number(1...99) })
  }

  mutating func score() -> ScoreRule {
    let fullAt = random.number(1...1_000)
    let from = random.number(1...fullAt)
    return ScoreRule(
      version: text(), full: random.number(0...100_000), fullAt: fullAt, partialFrom: from,
      partial: from == fullAt ? .linear : random.one(of: ScoreRule.Partial.allCases),
      below: random.number(0...100_000), place: Self.nowhere)
  }

  mutating func reporting() -> ReportingProfile {
    let parts: [ReportingPeriod.Part] = [.year, .half(1), .half(2), .quarter(3), .month(1), .month(12)]
    let cutOff = maybe { $0.random.number(1...27) } ?? YearShape.cutOff(ofPlan: year, days: days)
    return ReportingProfile(
      code: random.one(of: ["SO_NOI_VU", "A", "X9_"]), name: maybe { $0.text() },
      cutOff: cutOff, parts: random.some(of: parts),
      stretches: (0..<random.number(0...2)).map {
        ReportingProfile.Stretch(id: "dot-\($0)", name: text(), year: year, days: stretch())
      }, due: maybe { $0.due() }, shape: YearShape(ofPlan: year, days: days, cutOff: cutOff))
  }

  private mutating func dueDay() -> DueRule.Day {
    switch random.number(0...2) {
    case 0: .next(day: random.number(1...31))
    case 1: .later(day: random.number(1...31), months: random.number(1...36))
    default:
      .date(
        day: random.number(1...31), month: random.number(1...12),
        years: run.isCalendarYear ? random.number(1...3) : 4)
    }
  }

  private mutating func due() -> DueRule {
    let earlier = random.some(of: AdminLevel.allCases).map { ($0, random.number(0...366)) }
    let parts: [ReportingPeriod.Part] = [.year, .half(1), .quarter(3), .month(12)]
    let byPart = Dictionary(
      random.some(of: parts).map { ($0, dueDay()) }, uniquingKeysWith: { first, _ in first })
    return DueRule(
      byPart.isEmpty ? dueDay() : nil, byPart: byPart, roll: random.one(of: DueRule.Roll.allCases),
      holidays: (0..<random.number(0...2)).map { _ in dayOfYear() }.sorted(),
      earlier: Dictionary(earlier, uniquingKeysWith: { first, _ in first }))
  }
}
