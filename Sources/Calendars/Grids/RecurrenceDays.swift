import CLibical
import ScheduleModel

/// The only file that asks libical when a rule occurs. Only days go in and come out; hours stay in Swift.
enum RecurrenceDays {
  /// The days on which a rule occurs, from its first possible day (DTSTART) through a last one, both included.
  ///
  /// An `UNTIL` of the rule is overridden by `last`, which also keeps libical from searching to the year 2582
  /// for a rule that never occurs. A rule that libical refuses as contradictory gives no day.
  static func days(of rule: RecurrenceRule, from first: CivilDay, through last: CivilDay) -> [CivilDay] {
    guard let weeks = SteppedWeeks(rule, from: first) else {
      return days(ofRule: rule.text, from: first, through: last)
    }
    return weeks.meant(of: days(ofRule: weeks.text, from: weeks.start, through: last))
  }

  private static func days(ofRule text: String, from first: CivilDay, through last: CivilDay) -> [CivilDay] {
    var recurrence = icalrecurrencetype_from_string(text)
    recurrence.until = icaltimetype(last)
    guard let iterator = icalrecur_iterator_new(recurrence, icaltimetype(first)) else { return [] }
    defer { icalrecur_iterator_free(iterator) }
    var days: [CivilDay] = []
    let possible = max(0, first.distance(to: last) + 1)
    while days.count < possible {
      let next = icalrecur_iterator_next(iterator)
      guard icaltime_is_null_time(next) == 0,
        let day = CivilDay(year: Int(next.year), month: Int(next.month), day: Int(next.day)), day <= last
      else { break }
      // `BYDAY=MO,MO` gives each Monday twice.
      if day != days.last { days.append(day) }
    }
    return days
  }
}
