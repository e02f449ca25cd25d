import ScheduleModel

extension RecurrenceRule {
  /// Its parts in order: `FREQ` and `WEEKLY`, `BYDAY` and `MO,WE`.
  var parts: [(name: Substring, value: Substring)] {
    text.split(separator: ";").map { part in
      let name = part.prefix { $0 != "=" }
      return (name, part.dropFirst(name.count + 1))
    }
  }

  /// The value of a part; `nil` when the rule has none such.
  subscript(name: String) -> Substring? { parts.first { $0.name == name }?.value }

  /// The last day on which an opening at that time is not after the rule's `UNTIL`; `nil` without `UNTIL`.
  ///
  /// RFC 5545 §3.3.10 has `UNTIL` as a day, as a local time, or as an instant in UTC, which is put on the
  /// clock of the outlet's zone here.
  func lastDay(at time: TimeOfDay?, zone: String) -> CivilDay? {
    guard let value = self["UNTIL"] else { return nil }
    let iso = "\(value.prefix(4))-\(value.dropFirst(4).prefix(2))-\(value.dropFirst(6).prefix(2))"
    guard let day = CivilDay(iso: iso) else { return nil }
    let digits = value.dropFirst(9).prefix(6)
    guard let clock = Int(digits), digits.count == 6 else { return day }
    var end = LocalTime(day).seconds + clock / 10_000 * 3600 + clock / 100 % 100 * 60 + clock % 100
    if value.hasSuffix("Z") { end += ZoneClock(zone).offset(at: end) }
    return LocalTime(seconds: end - (time?.seconds ?? 0)).day
  }
}
