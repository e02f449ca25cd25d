import ContentLines
import ScheduleModel

/// How the times of an event, task or journal go together (RFC 5545 §3.6.1 and §3.8.2).
struct EntryTimes {
  private let entry: ParsedComponent

  init(_ entry: ParsedComponent) { self.entry = entry }

  func check(_ list: inout CalendarFindings) {
    let ends = ["DTEND", "DUE"].compactMap(entry.first)
    for end in ends where entry.first("DURATION") != nil {
      list.add(end.number) { .endAndDuration(end.name, at: $0) }
    }
    if entry.kind == "VTODO", let duration = entry.first("DURATION"), entry.first("DTSTART") == nil {
      list.add(duration.number) { .missing("DTSTART", entry.kind, at: $0) }
    }
    guard let start = entry.first("DTSTART"), CalendarValue.isTime(start) else { return }
    for end in ends where CalendarValue.isTime(end) { check(end, start, &list) }
    if let duration = entry.first("DURATION"), CalendarValue.isDay(start),
      duration.value.uppercased().contains("T")
    {
      list.add(duration.number) { .hoursOfDays(duration, at: $0) }
    }
    // Clients differ in what they make of a day of an event with an hour, and the other way round.
    for name in ["EXDATE", "RDATE"] {
      for property in entry.all(name)
      where property.valueType != "PERIOD" && CalendarValue.isTime(property)
        && CalendarValue.isDay(property) != CalendarValue.isDay(start)
      {
        list.add(property.number) { .otherKindIsDoubtful(property, than: start, at: $0) }
      }
    }
  }

  private func check(_ end: ContentProperty, _ start: ContentProperty, _ list: inout CalendarFindings) {
    guard CalendarValue.isDay(end) == CalendarValue.isDay(start) else {
      return list.add(end.number) { .otherKind(end, than: start, at: $0) }
    }
    let isFloating = CalendarValue.isFloating(start)
    if !CalendarValue.isDay(start), CalendarValue.isFloating(end) != isFloating {
      return list.add(end.number) { .otherKind(end, than: start, at: $0) }
    }
    // Values on one clock are in the order of their digits.
    guard CalendarValue.clock(of: end) == CalendarValue.clock(of: start),
      end.value.uppercased() <= start.value.uppercased()
    else { return }
    list.add(end.number) { .endNotAfterStart(end, start, at: $0) }
  }
}
