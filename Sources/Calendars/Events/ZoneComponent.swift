import ScheduleModel

/// The VTIMEZONE of a zone (RFC 5545 §3.6.5), as small as the days of a plan allow.
///
/// libical's own have ten blocks back to 1906, and Outlook misreads them. A clock that does not change in
/// these days gets one STANDARD block from 1970 on, a form that every client reads. Otherwise each change
/// follows as a block of its own. Names are offsets, such as `+07`, since other names depend on a locale.
enum ZoneComponent {
  static func component(for zone: String, on days: Range<CivilDay>) -> CalendarComponent {
    let clock = ZoneClock(zone)
    let start = LocalTime(days.lowerBound.advanced(by: -1)).seconds
    let end = LocalTime(days.upperBound.advanced(by: 2)).seconds
    var changes = clock.changes(in: start..<end)
    var standard = clock.offset(at: start)
    if clock.isDaylight(at: start), let last = clock.changes(in: start - 366 * 86_400..<start).last {
      // Daylight saving is in force already: say since when, and what the standard time is.
      changes.insert(last, at: 0)
      standard = clock.offset(at: last - 1)
    }
    let base = block(.standard, at: LocalTime(CivilDay(daysSince1970: 0)), from: standard, to: standard)
    let blocks = changes.map { instant in
      let (from, to) = (clock.offset(at: instant - 1), clock.offset(at: instant))
      let kind = clock.isDaylight(at: instant) ? CalendarComponent.Kind.daylight : .standard
      return block(kind, at: LocalTime(seconds: instant + from), from: from, to: to)
    }
    return CalendarComponent(
      kind: .zone, properties: [.text(.zone, zone)].compactMap(\.self), parts: [base] + blocks)
  }

  /// From `start`, on the clock before the change, the offset is `to` (RFC 5545 §3.6.5).
  private static func block(
    _ kind: CalendarComponent.Kind, at start: LocalTime, from: Int, to: Int
  ) -> CalendarComponent {
    CalendarComponent(
      kind: kind,
      properties: [
        .init(.start, .local(start, zone: nil)),
        .init(.offsetFrom, .offset(from)),
        .init(.offsetTo, .offset(to)),
        .text(.zoneName, name(of: to)),
      ].compactMap(\.self))
  }

  private static func name(of offset: Int) -> String {
    let (hours, minutes) = (offset.magnitude / 3600, offset.magnitude / 60 % 60)
    func two(_ number: UInt) -> String { (number < 10 ? "0" : "") + String(number) }
    return (offset < 0 ? "-" : "+") + two(hours) + (minutes == 0 ? "" : two(minutes))
  }
}
