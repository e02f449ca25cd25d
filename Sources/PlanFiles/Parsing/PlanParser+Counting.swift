import ScheduleModel
import Yams

/// How output is counted: the rules of lines and of the plan, amended figures, tasks, points, and reports.
extension PlanParser {
  /// How a line is counted, and the figure that holds at the year's end.
  mutating func counting(
    _ line: YAMLReader.Mapping, quota: Quantity?, unit: CountingUnit, in window: RateDays, isScheduled: Bool
  ) -> (LineCounting, quota: Quantity?) {
    let values = line.values
    let rules = reader.items(values["counts"], .count).compactMap { rule($0, .count) }
    let amended = amended(values["amended"], original: quota, unit: unit, in: window, isScheduled)
    let done = reader.value(values["done"], PlanValue.taskRule, refused: { .badTask($0, at: $1) })
    if case .on(let day)? = done { reader.remember(values["done"], day.description) }
    let least = reader.minutes(values["least-length"])
    let parts = parts(line, quota: quota)
    if let least, let lengths = values["length"]?.scalar.flatMap({ PlanValue.lengths($0.string) }),
      least > lengths.lowerBound
    {
      reader.findings.append(.leastAboveLength(least, lengths, at: line.span(of: "least-length")))
    }
    return (
      LineCounting(
        rules: rules, amended: amended, done: done ?? .quota, leastMinutes: least, parts: parts),
      amended?.changes.last?.quota ?? quota
    )
  }

  /// In how many parts the works of a line go out. Repeats, versions and further outlets would have to keep to the
  /// parts of each work; they are refused.
  private mutating func parts(_ line: YAMLReader.Mapping, quota: Quantity?) -> Int {
    guard let parts = reader.number(line.values["parts"], in: 2...100) else { return 1 }
    for other in ["repeats", "versions", "also-on"] where line.values[other] != nil {
      reader.findings.append(.partsExclude(other, at: line.span(of: other)))
    }
    if line.values["outlets"]?.sequence?.count ?? 0 > 1 {
      reader.findings.append(.partsExclude("outlets", at: line.span(of: "outlets")))
    }
    if let quota, quota.rate == .session {
      reader.findings.append(
        .partsExclude("quota: \(quota.text(in: .vietnamese))", at: line.span(of: "quota")))
    }
    return parts
  }

  /// The decisions that changed a line's figure, in time order.
  private mutating func amended(
    _ node: Node?, original: Quantity?, unit: CountingUnit, in window: RateDays,
    _ isScheduled: Bool
  ) -> AmendedQuota? {
    var changes: [AmendedQuota.Change] = []
    for item in reader.items(node, .amendment) {
      guard let mapping = reader.mapping(item, .amendment) else { continue }
      let from = dayWithinYear(mapping.values["from"])
      let quota = quota(
        mapping.values["quota"], unit: unit, in: window, isScheduled: isScheduled)
      let document = reader.text(mapping.values["document"])
      guard let from, let quota else { continue }
      guard !changes.contains(where: { $0.from == from }) else {
        reader.findings.append(.amendedTwice(from, at: mapping.span))
        continue
      }
      changes.append(
        AmendedQuota.Change(from: from, quota: quota, document: document, place: mapping.span.place))
    }
    guard !changes.isEmpty else { return nil }
    return AmendedQuota(original: original, changes: changes.sorted { $0.from < $1.from })
  }

  /// A counting rule of a line, or with ``KeySet/planCount`` of the plan.
  mutating func rule(_ node: Node, _ keys: KeySet) -> CountingRule? {
    guard let mapping = reader.mapping(node, keys) else { return nil }
    let values = mapping.values
    let measure = reader.word(values["count"], of: CountingRule.Measure.self)
    let limits = 0...Quantity.largest
    let floor = reader.number(values["floor"], in: limits)
    let ceiling = reader.number(values["ceiling"], in: limits)
    let cycle = reader.value(values["every"], PlanValue.cycle, refused: { .badCycle($0, at: $1) }) ?? .year
    let carriesOver = reader.truth(values["carry-over"]) ?? false
    let title = reader.text(values["title"])
    let runs = reader.word(values["runs"], of: CountingRule.Runs.self)
    let languages = reader.list(values["languages"]).compactMap { reader.language($0) }
    let outlets = reader.references(values["outlets"], to: Reference.outlet)
    let hours = reader.value(values["between"], PlanValue.hours, refused: { .badHours($0, at: $1) })
    let trust = reader.word(values["trust"], of: AsRunEntry.Trust.self, name: \.name.vi)
    let weights = weights(ofPoints: values["weight"])
    let exclusions = reader.items(values["exclude"], .exclusion).compactMap { exclusion($0) }
    let lines = reader.references(values["lines"], to: Reference.line)
    if let floor, let ceiling, floor > ceiling {
      reader.findings.append(.floorAboveCeiling(floor, ceiling, at: mapping.span(of: "floor")))
    }
    if carriesOver, values["floor"] == nil || cycle.isRolling || [.year, .whole].contains(cycle) {
      reader.findings.append(.nothingToCarry(at: mapping.span(of: "carry-over")))
    }
    guard let measure else { return nil }
    if measure == .points, values["weight"] == nil, !mapping.reported.contains("weight") {
      reader.findings.append(.missingKey("weight", keys, at: mapping.span))
    } else if measure != .points, values["weight"] != nil {
      reader.findings.append(.weightWithoutPoints(measure, at: mapping.span(of: "weight")))
    }
    return CountingRule(
      measure, title: title, floor: floor, ceiling: ceiling, every: cycle, runs: runs, languages: languages,
      outlets: outlets, between: hours, trust: trust, weights: weights, carriesOver: carriesOver,
      exclusions: exclusions, lines: lines, place: mapping.span.place)
  }

  /// One weight for all lines, or a mapping whose keys are lines.
  private mutating func weights(ofPoints node: Node?) -> CountingRule.Weights? {
    guard let pairs = node?.mapping else { return weight(node).map { .same($0) } }
    var weights: [String: CountingRule.Weight] = [:]
    for (key, value) in pairs {
      let line = reader.reference(key, to: Reference.line)
      if let weight = weight(value), let line { weights[line] = weight }
    }
    return .byLine(weights)
  }

  private mutating func weight(_ node: Node?) -> CountingRule.Weight? {
    reader.value(node, PlanValue.weight, refused: { .badWeight($0, at: $1) })
  }

  private mutating func exclusion(_ node: Node) -> CountingRule.Exclusion? {
    guard let mapping = reader.mapping(node, .exclusion) else { return nil }
    let values = mapping.values
    let reason = reader.text(values["reason"])
    let outlets = reader.references(values["outlets"], to: Reference.outlet)
    let editions = reader.list(values["editions"]).compactMap { reader.number($0, in: 1...Quantity.largest) }
    let selectors = KeySet.exclusion.all.dropFirst()
    guard selectors.contains(where: { values[$0] != nil || mapping.reported.contains($0) }) else {
      reader.findings.append(.excludesAll(at: mapping.span))
      return nil
    }
    let hasDays = values["from"] != nil || values["to"] != nil
    let window = hasDays ? window(values, within: days) : nil
    return reason.map { .init(reason: $0, days: window, outlets: outlets, editions: editions) }
  }

  // MARK: - The plan

  /// How a rate of tasks becomes points.
  mutating func score(_ node: Node?, at span: SourceSpan) -> ScoreRule? {
    guard let node, let mapping = reader.mapping(node, .score, named: span) else { return nil }
    let values = mapping.values
    let version = reader.text(values["version"])
    let full = mark(values["max"])
    let below = mark(values["below"])
    let fullAt = percent(values["full-at"])
    let partialFrom = percent(values["partial-from"])
    let partial = reader.word(values["partial"], of: ScoreRule.Partial.self)
    if let fullAt, let partialFrom, partialFrom > fullAt {
      let at = mapping.span(of: "partial-from")
      reader.findings.append(.floorAboveCeiling(partialFrom, fullAt, at: at, ["partial-from", "full-at"]))
    }
    if values["partial-from"] != nil, values["partial"] == nil, !mapping.reported.contains("partial") {
      reader.findings.append(.missingKey("partial", .score, at: mapping.span(of: "partial-from")))
    }
    guard let version, let full, let fullAt else { return nil }
    return ScoreRule(
      version: version, full: full, fullAt: fullAt, partialFrom: partialFrom ?? fullAt,
      partial: partialFrom == nil ? .linear : partial ?? .linear, below: below ?? 0, place: mapping.span.place
    )
  }

  private mutating func mark(_ node: Node?) -> Int? {
    reader.value(node, PlanValue.hundredths, refused: { .badMark($0, at: $1) })
  }

  private mutating func percent(_ node: Node?) -> Int? {
    reader.value(node, PlanValue.percent, refused: { .badShare($0, at: $1) })
  }

  /// How the year is cut into reports, and when they are due.
  mutating func reporting(_ node: Node?, at span: SourceSpan) -> ReportingProfile? {
    guard let node, let mapping = reader.mapping(node, .reporting, named: span) else { return nil }
    let values = mapping.values
    let code = reader.value(
      values["profile"], PlanValue.profileCode, refused: { .badProfileCode($0, at: $1) })
    let base = ReportingProfile.shipped.first { $0.code == code }
    if let base, let first = mapping.keys.first(where: { ["cut-off", "parts"].contains($0.name) }) {
      reader.findings.append(.profileIsFixed(base.code, first.name, at: first.span))
    }
    let cutOff = reader.number(values["cut-off"], in: 1...27)
    let ownCutOff = cutOff ?? year.flatMap { YearShape.cutOff(ofPlan: $0, days: days) }
    let parts = reader.list(values["parts"]).compactMap {
      reader.value($0, PlanValue.part, refused: { .badPart($0, at: $1) })
    }
    let stretches = reader.items(values["stretches"], .stretch).compactMap { reportedStretch($0) }
    reader.unique(values["stretches"])
    let due = due(mapping, base: base?.due)
    guard let code else { return nil }
    let profile = ReportingProfile(
      code: code, name: reader.text(values["name"]), cutOff: base == nil ? ownCutOff : base?.cutOff,
      parts: base?.parts ?? parts, stretches: stretches, due: due,
      shape: base == nil && year != nil
        ? YearShape(ofPlan: year ?? 0, days: days, cutOff: ownCutOff) : .calendar)
    checkDue(of: profile, at: mapping.span(of: "due"))
    return profile
  }

  private mutating func reportedStretch(_ node: Node) -> ReportingProfile.Stretch? {
    guard let mapping = reader.mapping(node, .stretch) else { return nil }
    let id = reader.id(mapping.values["id"])
    let name = reader.text(mapping.values["name"])
    let days = stretch(mapping)
    guard let id, let name, let days else { return nil }
    return ReportingProfile.Stretch(
      id: id, name: name, year: year ?? days.lowerBound.year, days: days)
  }
}
