import ContentLines
import ScheduleModel

/// The rules that hold within one component, and within those in it: what it must have, what it may have once, where
/// it may stand.
struct ComponentCheck {
  let component: ParsedComponent
  /// The kind of what it is in; `nil` for a calendar.
  let parent: String?
  /// Whether the calendar has a `METHOD`, which frees its events from `DTSTART`.
  let hasMethod: Bool
  /// The zones that need a definition in the file, with the line of the first use.
  private(set) var zones: [String: Int] = [:]

  init(component: ParsedComponent, parent: String?, hasMethod: Bool) {
    self.component = component
    self.parent = parent
    self.hasMethod = hasMethod
  }

  mutating func run(_ list: inout CalendarFindings, _ counts: inout PropertyCounts) {
    checkPlace(&list)
    if let late = component.lateProperty { list.add(late) { .lateProperty(component.kind, at: $0) } }
    for property in component.properties where !property.isCut {
      PropertyCheck(property, in: component.kind).run(&list)
      noteZone(property)
    }
    for fault in counts.faults(of: component) { tell(fault, &list) }
    switch component.kind {
    case "VCALENDAR": checkCalendar(&list)
    case "VTIMEZONE": checkZone(&list)
    case "STANDARD", "DAYLIGHT": checkObservance(&list)
    case "VEVENT", "VTODO", "VJOURNAL": checkEntry(&list)
    case "VALARM": checkAlarm(&list)
    default: break
    }
    for part in component.parts {
      var check = ComponentCheck(component: part, parent: component.kind, hasMethod: hasMethod)
      check.run(&list, &counts)
      zones.merge(check.zones) { min($0, $1) }
    }
  }

  /// The kinds in which a component may stand (RFC 5545 §3.6, RFC 7953, RFC 9073, RFC 9074).
  private static let places: [String: Set<String>] = [
    "VEVENT": ["VCALENDAR"], "VTODO": ["VCALENDAR"], "VJOURNAL": ["VCALENDAR"],
    "VFREEBUSY": ["VCALENDAR"],
    "VTIMEZONE": ["VCALENDAR"], "VALARM": ["VEVENT", "VTODO"], "STANDARD": ["VTIMEZONE"],
    "DAYLIGHT": ["VTIMEZONE"], "AVAILABLE": ["VAVAILABILITY"],
  ]

  private func checkPlace(_ list: inout CalendarFindings) {
    guard let parent, let places = Self.places[component.kind], !places.contains(parent) else { return }
    list.add(component.line) { .misplacedComponent(component.kind, in: parent, at: $0) }
  }

  /// A global zone needs no definition (RFC 5545 §3.2.19).
  private mutating func noteZone(_ property: ContentProperty) {
    guard let zone = property["TZID"], !zone.hasPrefix("/"), zones[zone] == nil else { return }
    zones[zone] = property.number
  }

  // MARK: How often

  private func tell(_ fault: PropertyCounts.Fault, _ list: inout CalendarFindings) {
    let all = component.all(fault.name)
    switch fault.expected {
    case .none:
      if let first = all.first { list.add(first.number) { .misplaced(fault.name, component.kind, at: $0) } }
    case .once where all.isEmpty:
      list.add(component.line) { .missing(fault.name, component.kind, at: $0) }
    case .once, .onceAtMost:
      if all.count > 1 { list.add(all[1].number) { .repeated(fault.name, component.kind, at: $0) } }
    }
  }

  /// Whether a property stands there, and just once.
  private func once(_ name: String, _ list: inout CalendarFindings) {
    tell(PropertyCounts.Fault(name: name, expected: .once), &list)
  }

  private func onceAtMost(_ names: [String], _ list: inout CalendarFindings) {
    for name in names { tell(PropertyCounts.Fault(name: name, expected: .onceAtMost), &list) }
  }

  // MARK: Kinds

  private func checkCalendar(_ list: inout CalendarFindings) {
    for name in ["PRODID", "VERSION"] { once(name, &list) }
    onceAtMost(
      ["CALSCALE", "METHOD", "UID", "LAST-MODIFIED", "URL", "REFRESH-INTERVAL", "SOURCE", "COLOR"], &list)
  }

  private func checkZone(_ list: inout CalendarFindings) {
    once("TZID", &list)
    onceAtMost(["LAST-MODIFIED", "TZURL"], &list)
    if !component.parts.contains(where: { ["STANDARD", "DAYLIGHT"].contains($0.kind) }) {
      list.add(component.line) { .emptyZone(component.first("TZID")?.value ?? "", at: $0) }
    }
  }

  private func checkObservance(_ list: inout CalendarFindings) {
    for name in ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"] { once(name, &list) }
    if let start = component.first("DTSTART"), !CalendarValue.isFloating(start) {
      list.add(start.number) { .zoneStart(start, at: $0) }
    }
    checkRules(&list)
  }

  /// A reminder says when it comes and what it does; one that is shown has a text (RFC 5545 §3.6.6).
  private func checkAlarm(_ list: inout CalendarFindings) {
    for name in ["ACTION", "TRIGGER"] { once(name, &list) }
    onceAtMost(["DURATION", "REPEAT", "DESCRIPTION", "SUMMARY"], &list)
    let action = component.first("ACTION")?.value.uppercased()
    if action == "DISPLAY" { once("DESCRIPTION", &list) }
    if action == "AUDIO" { onceAtMost(["ATTACH"], &list) }
    if action == "EMAIL" {
      for name in ["DESCRIPTION", "SUMMARY"] { once(name, &list) }
      if component.first("ATTENDEE") == nil {
        list.add(component.line) { .missing("ATTENDEE", component.kind, at: $0) }
      }
    }
    for (name, other) in [("DURATION", "REPEAT"), ("REPEAT", "DURATION")] {
      guard let found = component.first(name), component.first(other) == nil else { continue }
      list.add(found.number) { .missing(other, component.kind, at: $0) }
    }
  }

  private func checkEntry(_ list: inout CalendarFindings) {
    for name in ["UID", "DTSTAMP"] where component.first(name) == nil {
      list.add(component.line) { .missing(name, component.kind, at: $0) }
    }
    let recurs = ["RRULE", "RDATE"].contains { component.first($0) != nil }
    if component.first("DTSTART") == nil, component.kind == "VEVENT" && !hasMethod || recurs {
      list.add(component.line) { .missing("DTSTART", component.kind, at: $0) }
    }
    let rules = component.all("RRULE")
    if rules.count > 1 { list.add(rules[1].number, Finding.severalRules) }
    if let old = component.first("EXRULE") { list.add(old.number, Finding.oldRule) }
    checkRules(&list)
    EntryTimes(component).check(&list)
    for alarm in component.parts where alarm.kind == "VALARM" { checkAnchor(of: alarm, &list) }
  }

  /// A reminder before the start needs a start, one before the end an end (RFC 5545 §3.8.6.3).
  private func checkAnchor(of alarm: ParsedComponent, _ list: inout CalendarFindings) {
    guard let trigger = alarm.first("TRIGGER"), CalendarValue.isDuration(trigger.value),
      trigger.valueType == nil || trigger.valueType == "DURATION"
    else { return }
    let hasStart = component.first("DTSTART") != nil
    let end = component.kind == "VTODO" ? "DUE" : "DTEND"
    if trigger["RELATED"]?.uppercased() == "END" {
      let hasEnd = component.first(end) != nil || hasStart && component.first("DURATION") != nil
      if !hasEnd { list.add(trigger.number) { .withoutAnchor(component.kind, end, at: $0) } }
    } else if !hasStart {
      list.add(trigger.number) { .withoutAnchor(component.kind, "DTSTART", at: $0) }
    }
  }

  private func checkRules(_ list: inout CalendarFindings) {
    for rule in component.all("RRULE") where !rule.isCut {
      RuleCheck(rule, start: component.first("DTSTART"), isZone: parent == "VTIMEZONE").run(&list)
    }
  }
}
