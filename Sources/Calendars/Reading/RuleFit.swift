import ScheduleModel

/// A rule of a grid line that opens on given days and no others.
struct RuleFit {
  let rule: RecurrenceRule
  /// The day from which it counts; `nil` for the first of the plan.
  let from: CivilDay?
  /// The last day; `nil` for that of the plan.
  let through: CivilDay?
  /// The days of the rule that are not given.
  let except: [CivilDay]

  /// The most days that may be taken out of a rule, and no more than remain.
  private static let mostExceptions = 40

  /// `nil` when no such rule is found.
  ///
  /// - Parameters:
  ///   - text: The rule of the event on its own clock. On the outlet's clock it may fall on another weekday.
  ///   - days: The days that are meant, in order.
  ///   - plan: The days of the plan.
  init?(_ text: String, days: [CivilDay], within plan: Range<CivilDay>) {
    guard days.count > 2, let first = days.first, let last = days.last else { return nil }
    let end = plan.upperBound.advanced(by: -1)
    for candidate in Self.candidates(text, days) {
      guard let rule = try? RecurrenceRule(candidate) else { continue }
      let opened = RecurrenceDays.days(of: rule, from: first, through: last)
      let meant = Set(days)
      let except = opened.filter { !meant.contains($0) }
      guard opened.count - except.count == days.count, except.count <= Self.mostExceptions,
        except.count <= days.count
      else { continue }
      func opensSo(from: CivilDay, through: CivilDay) -> Bool {
        RecurrenceDays.days(of: rule, from: from, through: through) == opened
      }
      self.rule = rule
      self.except = except
      let needsNoFrom = opensSo(from: plan.lowerBound, through: last)
      from = needsNoFrom ? nil : first
      through = opensSo(from: needsNoFrom ? plan.lowerBound : first, through: end) ? nil : last
      return
    }
    return nil
  }

  /// The rule, and for a weekly one the same with the weekdays on which it falls here.
  private static func candidates(_ text: String, _ days: [CivilDay]) -> [String] {
    guard text.contains("FREQ=WEEKLY") else { return [text] }
    let weekdays = Set(days.map { Weekday(of: $0) }).sorted().map(\.code).joined(separator: ",")
    let parts = text.split(separator: ";").map { $0.hasPrefix("BYDAY=") ? "BYDAY=\(weekdays)" : String($0) }
    return [text, parts.joined(separator: ";")]
  }
}
