import ScheduleModel
import Yams

// How output is counted, as it is written.
extension PlanWriter {
  static func quota(_ quota: Quantity?) -> Node? { quota.map { .text($0.text(in: .vietnamese)) } }

  static func counting(_ counting: LineCounting) -> [(String, Node?)] {
    let amended = counting.amended?.changes.map { change in
      Node.keyed([
        ("from", .day(change.from)), ("quota", quota(change.quota)),
        ("document", change.document.map(Node.text)),
      ])
    }
    let done: Node? =
      switch counting.done {
      case .quota: nil
      case .share(let share): .text("\(share)%")
      case .aired: .text("aired")
      case .on(let day): .day(day)
      case .never: .text("never")
      }
    return [
      ("counts", .items(counting.rules.map(rule))), ("amended", .items(amended ?? [])), ("done", done),
      ("parts", counting.parts > 1 ? .number(counting.parts) : nil),
      ("least-length", counting.leastMinutes.map { .text("\($0)m") }),
    ]
  }

  static func rule(_ rule: CountingRule) -> Node {
    .keyed([
      ("title", rule.title.map(Node.text)), ("count", .text(rule.measure.rawValue)),
      ("floor", rule.floor.map(Node.number)), ("ceiling", rule.ceiling.map(Node.number)),
      ("every", rule.cycle == .year ? nil : .text(rule.cycle.description)),
      ("runs", rule.runs == rule.measure.usualRuns ? nil : .text(rule.runs.rawValue)),
      ("languages", .items(rule.languages.map(Node.tag))), ("outlets", .items(rule.outlets.map(Node.text))),
      ("between", rule.hours.map { .quoted($0.description) }),
      ("trust", rule.trust.map { .text($0.rawValue) }), ("weight", rule.weights.map(weights)),
      ("carry-over", rule.carriesOver ? .yes : nil), ("exclude", .items(rule.exclusions.map(exclusion))),
      ("lines", .items(rule.lines.map(Node.text))),
    ])
  }

  private static func weights(_ weights: CountingRule.Weights) -> Node {
    switch weights {
    case .same(let weight): .text(weight.description)
    case .byLine(let weights):
      .byID(weights.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value.description)) }) ?? .keyed([])
    }
  }

  private static func exclusion(_ exclusion: CountingRule.Exclusion) -> Node {
    .keyed(
      [("reason", .text(exclusion.reason))] + (exclusion.days.map(stretch) ?? []) + [
        ("outlets", .items(exclusion.outlets.map(Node.text))),
        ("editions", .items(exclusion.editions.map(Node.number))),
      ])
  }

  static func score(_ score: ScoreRule) -> Node {
    let isStepped = score.partialFrom < score.fullAt
    return .keyed([
      ("version", .text(score.version)), ("max", mark(score.full)), ("full-at", .text("\(score.fullAt)%")),
      ("partial-from", isStepped ? .text("\(score.partialFrom)%") : nil),
      ("partial", isStepped ? .text(score.partial.rawValue) : nil),
      ("below", score.below == 0 ? nil : mark(score.below)),
    ])
  }

  private static func mark(_ hundredths: Int) -> Node {
    let rest = hundredths % 100
    return .quoted("\(hundredths / 100),\(rest < 10 ? "0" : "")\(rest)")
  }

  static func reporting(_ profile: ReportingProfile) -> Node {
    let isShipped = ReportingProfile.shipped.contains { $0.code == profile.code }
    let stretches = profile.stretches.map { stretch in
      Node.keyed([("id", .text(stretch.id)), ("name", .text(stretch.name))] + Self.stretch(stretch.days))
    }
    let earlier = AdminLevel.allCases.compactMap { level in
      profile.due?.earlier[level].map { (level.rawValue, Node.days($0)) }
    }
    return .keyed([
      ("profile", .text(profile.code)), ("name", profile.name.map(Node.text)),
      ("cut-off", isShipped ? nil : profile.cutOff.map(Node.number)),
      ("parts", isShipped ? nil : .items(profile.parts.map { .quoted($0.description) })),
      ("stretches", .items(stretches)), ("due", profile.due.flatMap(due)),
      ("roll", profile.due.flatMap { $0.roll == .none ? nil : .text($0.roll.rawValue) }),
      ("holidays", .items(profile.due?.holidays.map(Node.day) ?? [])), ("earlier", .byID(earlier)),
    ])
  }

  /// One day for all reports, or one for each of those that have their own.
  private static func due(_ rule: DueRule) -> Node? {
    guard !rule.byPart.isEmpty else { return rule.usual.map(day) }
    let parts = rule.byPart.sorted { $0.key.description < $1.key.description }
    return .keyed(parts.map { ($0.key.description, day($0.value)) })
  }

  private static func day(_ due: DueRule.Day) -> Node {
    switch due {
    case .next(let day): .number(day)
    case .later(let day, let months): .keyed([("day", .number(day)), ("months-later", .number(months))])
    case .date(let day, let month, let years):
      .keyed([("day", .number(day)), ("month", .number(month)), ("years-later", .number(years))])
    }
  }
}
