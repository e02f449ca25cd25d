import ScheduleModel

extension RuleViolation {
  /// What a rule is broken in, whatever the numbers and whichever works make it so: the slot, the day or the month of a rule that
  /// counts, the placements of any other.
  struct Matter: Hashable {
    let rule: Rule
    let line: String?
    let subject: String
    let slot: String?
    let day: Int?
    let uids: [String]
  }

  /// What it is broken in.
  var matter: Matter {
    switch rule {
    case .slotCapacity, .slotMinutes:
      Matter(rule: rule, line: nil, subject: "", slot: slot, day: nil, uids: [])
    case .perDay, .monthLeast, .monthMost, .pinNotKept, .outletPerDay, .outletPerMonth:
      Matter(rule: rule, line: line, subject: subject, slot: nil, day: day?.daysSince1970, uids: [])
    case .translatorWeeks, .worksMissing, .worksTooMany:
      Matter(rule: rule, line: line, subject: subject, slot: nil, day: nil, uids: [])
    // What comes before the work that it follows comes too early, only more so.
    case .beforeOriginal, .tooEarly:
      Matter(rule: .tooEarly, line: line, subject: "", slot: nil, day: nil, uids: uids)
    default: Matter(rule: rule, line: line, subject: "", slot: nil, day: nil, uids: uids)
    }
  }

  /// How much it is broken: the distance from what the plan allows, or the number of placements where the rule has no number.
  var excess: Int {
    guard let limit, let found else { return uids.count }
    return abs(found - limit)
  }
}
