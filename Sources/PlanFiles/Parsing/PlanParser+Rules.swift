import ScheduleModel
import Yams

/// Rules of repetition, of RFC 5545 or in Vietnamese words.
extension PlanParser {
  /// How long before the plan a rule may begin, in days: a fortnight goes on over New Year.
  private static let earliestStart = 400

  /// The first day of a grid line. With a rule, which counts from it, it may lie before the plan.
  mutating func gridStart(_ values: [String: Node]) -> CivilDay? {
    guard let node = values["from"], let day = reader.day(node) else { return nil }
    let isBefore =
      day < months.days.lowerBound && day.distance(to: months.days.lowerBound) <= Self.earliestStart
    return values["rule"] != nil && isBefore || isWithinPlan(day, node) ? day : nil
  }

  /// A rule; of a phrase that has two meanings both are told, with their first days.
  ///
  /// - Parameters:
  ///   - from: The first day of the grid line; `nil` when it has none, or none that can be read.
  ///   - hasStart: Whether the grid line says one.
  mutating func rule(_ node: Node, from: CivilDay?, hasStart: Bool) -> RecurrenceRule? {
    guard let text = reader.text(node) else { return nil }
    guard text.contains("=") || text.isEmpty else {
      return phrase(text, node, from: from, hasStart: hasStart)
    }
    return rule(text, node)
  }

  private mutating func rule(_ text: String, _ node: Node) -> RecurrenceRule? {
    do throws(RecurrenceRule.Refusal) {
      return try RecurrenceRule(text)
    } catch {
      let span = reader.span(node)
      reader.findings.append(.badRule(text, error, at: span))
      return nil
    }
  }

  private mutating func phrase(
    _ text: String, _ node: Node, from: CivilDay?, hasStart: Bool
  ) -> RecurrenceRule? {
    let span = reader.span(node)
    let first = max(from ?? days.lowerBound, days.lowerBound)
    switch RulePhrase(text).meaning {
    case .rule(let meant):
      reader.remember(node, meant)
      return rule(meant, node)
    case .everyWeeks(let weeks, let weekdays):
      if hasStart {
        let codes = weekdays.map(\.code).joined(separator: ",")
        let meant = "FREQ=WEEKLY;INTERVAL=\(weeks);BYDAY=\(codes)"
        reader.remember(node, meant)
        return rule(meant, node)
      }
      reader.findings.append(.fortnightWithoutStart(text, weeks: weeks, weekdays, from: first, at: span))
    case .readings(let readings):
      reader.findings.append(.phraseAmbiguous(text, readings, from: first, at: span))
    case .notUnderstood(let known, let unknown):
      reader.findings.append(.phraseNotUnderstood(text, known: known, unknown: unknown, at: span))
    }
    return nil
  }
}
