import ScheduleModel

/// A rule of every second, third, … week, in a form that libical 3.0 expands correctly.
///
/// libical starts such a rule in the wrong week when none of its weekdays is the first of the week: every
/// second Sunday from a Monday on comes a week late. So it is asked for the first day of the week besides,
/// from such a day on; what the rule does not mean is taken out again, and `COUNT` is counted here.
struct SteppedWeeks {
  /// The rule for libical.
  let text: String
  /// The first day of the week in which the rule starts.
  let start: CivilDay
  private let first: CivilDay
  private let weekdays: Set<Int>
  private let count: Int?

  /// `nil` for a rule that libical expands correctly as it is.
  init?(_ rule: RecurrenceRule, from first: CivilDay) {
    guard rule["FREQ"] == "WEEKLY", let step = rule["INTERVAL"], step != "1", let byDay = rule["BYDAY"]
    else { return nil }
    let weekStart = rule["WKST"] ?? "MO"
    self.first = first
    start = first.advanced(by: -((first.weekday - Self.number(weekStart) + 7) % 7))
    let weekdays = Set(byDay.split(separator: ",").map(Self.number))
    let isMissing = !weekdays.contains(Self.number(weekStart))
    self.weekdays = weekdays
    count = rule["COUNT"].flatMap { Int($0) }
    let parts = rule.parts.filter { $0.name != "COUNT" }.map { name, value in
      "\(name)=\(value)" + (name == "BYDAY" && isMissing ? ",\(weekStart)" : "")
    }
    text = parts.joined(separator: ";")
  }

  /// The days that the rule means, of those that libical gives for ``text`` from ``start`` on.
  func meant(of days: [CivilDay]) -> [CivilDay] {
    let meant = days.filter { $0 >= first && weekdays.contains($0.weekday) }
    return Array(meant.prefix(count ?? meant.count))
  }

  /// ISO 8601 weekday of a name; the rule's reader accepts no other names.
  private static func number(_ name: Substring) -> Int {
    let names: [Substring] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    guard let index = names.firstIndex(of: name) else { preconditionFailure("no weekday: \(name)") }
    return index + 1
  }
}
