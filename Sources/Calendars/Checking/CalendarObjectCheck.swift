import ContentLines
import ScheduleModel

/// The rules that hold for a calendar as a whole: that it is one, what it must have, and what of it belongs together.
struct CalendarObjectCheck {
  private var list: CalendarFindings
  private var counts = PropertyCounts()
  private var oldForm: Finding?
  // Of the calendar that is open (RFC 5545 §3.4: each of several in a file stands for itself).
  private var defined: [String: Int] = [:]
  private var used: [String: Int] = [:]
  private var uids: [String: Int] = [:]
  /// Whether an event that recurs is of whole days, by UID.
  private var recurring: [String: Bool] = [:]
  /// `RECURRENCE-ID` of changes, with their UID.
  private var changes: [(uid: String, id: ContentProperty)] = []

  init(_ list: CalendarFindings) { self.list = list }

  mutating func take(_ element: ComponentReader.Element, of calendar: ParsedComponent?) {
    switch element {
    case .fault(let fault, let line):
      noteVersion(calendar)
      list.add(line) { .broken(fault, at: $0) }
    case .component(let component):
      noteVersion(calendar)
      take(component, hasMethod: calendar?.first("METHOD") != nil)
    case .calendar(let calendar):
      noteVersion(calendar)
      check(calendar)
      endCalendar()
    }
  }

  /// The findings, by line, once the last octet was taken.
  mutating func end() -> [Finding] {
    endCalendar()
    // A file of vCalendar 1.0 is not held against the rules of iCalendar.
    return oldForm.map { [$0] } ?? list.all
  }

  private mutating func noteVersion(_ calendar: ParsedComponent?) {
    guard oldForm == nil, let version = calendar?.first("VERSION"), version.value.hasPrefix("1.") else {
      return
    }
    oldForm = .vCalendar(at: SourcePlace(file: list.file, line: version.number))
  }

  // MARK: The calendar

  private mutating func check(_ calendar: ParsedComponent) {
    var check = ComponentCheck(component: calendar, parent: nil, hasMethod: false)
    check.run(&list, &counts)
    if calendar.partCount == 0 { list.add(calendar.line, Finding.emptyCalendar) }
  }

  /// What can be said only when all of a calendar was read.
  private mutating func endCalendar() {
    for (zone, number) in used.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) })
    where defined[zone] == nil { list.add(number) { .unknownZone(zone, at: $0) } }
    for (uid, id) in changes {
      guard let isDay = recurring[uid], isDay != CalendarValue.isDay(id) else { continue }
      list.add(id.number) { .otherKindThanEvent(id, at: $0) }
    }
    (defined, used, uids, recurring, changes) = ([:], [:], [:], [:], [])
  }

  private mutating func take(_ component: ParsedComponent, hasMethod: Bool) {
    var check = ComponentCheck(component: component, parent: "VCALENDAR", hasMethod: hasMethod)
    check.run(&list, &counts)
    for (zone, line) in check.zones where used[zone] == nil { used[zone] = line }
    if component.kind == "VTIMEZONE", let zone = component.first("TZID") {
      let name = CalendarText.unescaped(zone.value)
      if let earlier = defined[name] {
        list.add(zone.number) { .zoneTwice(zone.value, earlier, at: $0) }
      }
      defined[name] = defined[name] ?? zone.number
    }
    if ["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"].contains(component.kind) { identify(component) }
  }

  private mutating func identify(_ entry: ParsedComponent) {
    guard let uid = entry.first("UID") else { return }
    let id = entry.first("RECURRENCE-ID")
    let key = "\(uid.value)\u{0}\(id?.value ?? "")\u{0}\(id?["TZID"] ?? "")"
    if let earlier = uids[key] { list.add(uid.number) { .repeatedUID(uid.value, earlier, at: $0) } }
    uids[key] = uids[key] ?? uid.number
    if let id {
      changes.append((uid.value, id))
    } else if let start = entry.first("DTSTART") {
      recurring[uid.value] = CalendarValue.isDay(start)
    }
  }
}
