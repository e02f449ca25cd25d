import ScheduleModel
import Yams

/// When reports are due: the same day for all, or a day for each part of the year.
extension PlanParser {
  /// The rule of `due` and what goes with it; that of the shipped profile where the plan states no day.
  mutating func due(_ mapping: YAMLReader.Mapping, base: DueRule?) -> DueRule? {
    let values = mapping.values
    let (usual, byPart) = dueDays(values["due"], at: mapping.span(of: "due"))
    let roll = reader.word(values["roll"], of: DueRule.Roll.self)
    let holidays = reader.list(values["holidays"]).compactMap { reader.day($0) }
    var earlier: [AdminLevel: Int] = [:]
    if let node = values["earlier"] {
      if let pairs = node.mapping {
        for (key, value) in pairs {
          let level = reader.level(key)
          if let days = reader.days(value), let level { earlier[level] = days }
        }
      } else {
        let span = reader.span(node)
        reader.findings.append(
          .wrongType(at: span, what: KeySet.reporting.what, expected: .mapping(.reporting)))
      }
    }
    let day = usual ?? base?.usual
    if day != nil || !byPart.isEmpty {
      return DueRule(
        day, byPart: byPart, roll: roll ?? .none, holidays: holidays.sorted(), earlier: earlier)
    }
    if let first = mapping.keys.first(where: { ["roll", "holidays", "earlier"].contains($0.name) }),
      !mapping.reported.contains("due"), values["due"] == nil
    {
      reader.findings.append(.missingKey("due", .reporting, at: first.span))
    }
    return nil
  }

  /// A day, or a mapping whose keys are parts of the year.
  private mutating func dueDays(
    _ node: Node?, at span: SourceSpan
  ) -> (usual: DueRule.Day?, byPart: [ReportingPeriod.Part: DueRule.Day]) {
    guard let pairs = node?.mapping,
      let first = pairs.keys.first?.scalar?.string, PlanValue.part(first) != nil
    else { return (dueDay(node, at: span), [:]) }
    var byPart: [ReportingPeriod.Part: DueRule.Day] = [:]
    for (key, value) in pairs {
      let part = reader.value(key, PlanValue.part, refused: { .badPart($0, at: $1) })
      let day = dueDay(value, at: reader.span(key))
      if let part, let day { byPart[part] = day }
    }
    return (nil, byPart)
  }

  /// A number, or `{ day, months-later }`, or `{ day, month, years-later }`.
  private mutating func dueDay(_ node: Node?, at span: SourceSpan) -> DueRule.Day? {
    guard let node else { return nil }
    guard node.mapping != nil else { return reader.number(node, in: 1...31).map { .next(day: $0) } }
    guard let mapping = reader.mapping(node, .dueDay, named: span) else { return nil }
    let values = mapping.values
    let day = reader.number(values["day"], in: 1...31)
    let months = reader.number(values["months-later"], in: 1...36)
    let month = reader.number(values["month"], in: 1...12)
    let years = reader.number(values["years-later"], in: 0...4)
    if values["months-later"] != nil,
      let other = ["month", "years-later"].first(where: { values[$0] != nil })
    {
      reader.findings.append(.dueSaidTwice(other, at: mapping.span(of: other)))
      return nil
    }
    if values["years-later"] != nil, values["month"] == nil, !mapping.reported.contains("month") {
      reader.findings.append(.missingKey("month", .dueDay, at: mapping.span))
      return nil
    }
    guard let day else { return nil }
    if values["months-later"] != nil { return months.map { .later(day: day, months: $0) } }
    guard values["month"] != nil else { return .next(day: day) }
    return month.map { .date(day: day, month: $0, years: years ?? 0) }
  }

  /// No report is due before the days that it counts are over.
  func dueTooEarly(of profile: ReportingProfile) -> (ReportingPeriod, CivilDay)? {
    guard let due = profile.due else { return nil }
    let shape = profile.shape
    let all: [ReportingPeriod.Part] =
      [.year] + (1...shape.parts(of: 6)).map { .half($0) } + (1...shape.parts(of: 3)).map { .quarter($0) }
      + (1...shape.length).map { .month($0) }
    let parts = all.filter(profile.reports)
    return (parts + profile.stretches.map { .stretch($0.id) }).lazy.compactMap { part in
      ReportingPeriod(part, of: year ?? 2001, profile: profile).flatMap { period in
        due.stated(for: period).flatMap { $0 < period.days.upperBound ? (period, $0) : nil }
      }
    }.first
  }

  /// Tells of a report that would be due before its days are over.
  mutating func checkDue(of profile: ReportingProfile, at span: SourceSpan) {
    if let (period, day) = dueTooEarly(of: profile) {
      reader.findings.append(.dueBeforeEnd(period, day, at: span))
    }
  }
}
