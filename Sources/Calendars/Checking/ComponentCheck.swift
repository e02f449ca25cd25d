import ScheduleModel

/// The rules that hold for components: that they are whole, what each must have, and what belongs together.
struct ComponentCheck {
  private var list: CalendarFindings
  private var open: [Component] = []
  private var isOver = false
  private var isTold = false
  private var isHopeless = false
  private var defined: Set<String> = []
  /// The zones in use, with the line of the first use.
  private var used: [String: Int] = [:]
  private var uids: [String: Int] = [:]

  /// A component whose end has not come yet.
  struct Component {
    let kind: String
    let number: Int
    var properties: [ContentProperty] = []

    func all(_ name: String) -> [ContentProperty] { properties.filter { $0.name == name } }
    func first(_ name: String) -> ContentProperty? { properties.first { $0.name == name } }
  }

  /// No component of a calendar lies deeper, and none has more properties: what has is no calendar.
  private static let deepest = 8
  private static let longest = 1_000

  init(_ list: CalendarFindings) { self.list = list }

  mutating func take(_ text: ArraySlice<UInt8>, number: Int) {
    guard !isHopeless else { return }
    guard let property = ContentProperty(text, number: number) else {
      if open.isEmpty { outside(number) } else { list.add(number, Finding.brokenLine) }
      return
    }
    switch property.name {
    case "BEGIN":
      let kind = property.value.uppercased()
      if open.isEmpty, isOver || kind != "VCALENDAR" { outside(number) }
      guard open.count < Self.deepest else { return tooMuch(number) }
      open.append(Component(kind: kind, number: number))
    case "END": close(property)
    default:
      guard !open.isEmpty else { return outside(number) }
      guard open[open.count - 1].properties.count < Self.longest else { return tooMuch(number) }
      open[open.count - 1].properties.append(property)
    }
  }

  /// The findings, once the last line was taken.
  mutating func end() -> CalendarFindings {
    guard !isHopeless else { return list }
    for component in open { list.add(component.number) { .unended(component.kind, at: $0) } }
    if open.isEmpty, !isOver, !isTold { list.add(1, Finding.noCalendar) }
    for (zone, number) in used.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) })
    where !defined.contains(zone) { list.add(number) { .unknownZone(zone, at: $0) } }
    return list
  }

  /// What stands outside the one calendar is told once.
  private mutating func outside(_ number: Int) {
    if !isTold { list.add(number, Finding.outsideCalendar) }
    isTold = true
  }

  /// The rest is not read.
  private mutating func tooMuch(_ number: Int) {
    list.add(number, Finding.tooMuchInComponent)
    isHopeless = true
  }

  private mutating func close(_ end: ContentProperty) {
    let kind = end.value.uppercased()
    guard let index = open.lastIndex(where: { $0.kind == kind }) else {
      return list.add(end.number) { .endWithoutBegin(kind, at: $0) }
    }
    while open.count > index + 1 {
      let inner = open.removeLast()
      list.add(inner.number) { .unended(inner.kind, at: $0) }
    }
    let component = open.removeLast()
    check(component)
    if open.isEmpty { isOver = true }
  }

  private mutating func check(_ component: Component) {
    for property in component.properties {
      let names = property.parameters.map(\.name)
      if Set(names).count != names.count {
        list.add(property.number) { .repeatedParameter(property, at: $0) }
      }
      if let zone = property["TZID"] {
        if property.value.hasSuffix("Z") { list.add(property.number) { .zoneWithUTC(property, at: $0) } }
        if used[zone] == nil { used[zone] = property.number }
      }
    }
    switch component.kind {
    case "VCALENDAR":
      for name in ["PRODID", "VERSION"] { one(name, of: component) }
      if let version = component.first("VERSION"), version.value != "2.0" {
        list.add(version.number) { .badValue(version, "VERSION:2.0", at: $0) }
      }
    case "VTIMEZONE":
      one("TZID", of: component)
      if let zone = component.first("TZID") { defined.insert(zone.value) }
    case "STANDARD", "DAYLIGHT":
      for name in ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"] { one(name, of: component) }
    case "VEVENT", "VTODO", "VJOURNAL": checkEntry(component)
    case "VALARM": checkAlarm(component)
    default: break
    }
  }

  /// Whether a property stands there just once.
  private mutating func one(_ name: String, of component: Component, isNeeded: Bool = true) {
    let all = component.all(name)
    if isNeeded, all.isEmpty { list.add(component.number) { .missing(name, component.kind, at: $0) } }
    if all.count > 1 { list.add(all[1].number) { .repeated(name, component.kind, at: $0) } }
  }

  /// A reminder says when it comes and what it does; one that is shown has a text (RFC 5545 §3.6.6).
  private mutating func checkAlarm(_ alarm: Component) {
    for name in ["ACTION", "TRIGGER"] { one(name, of: alarm) }
    if alarm.first("ACTION")?.value == "DISPLAY" { one("DESCRIPTION", of: alarm) }
    if let trigger = alarm.first("TRIGGER"), !PropertyValue.isTrigger(trigger.value) {
      list.add(trigger.number) { .badValue(trigger, "TRIGGER:-P1D", at: $0) }
    }
  }

  private mutating func checkEntry(_ entry: Component) {
    for name in ["UID", "DTSTAMP"] { one(name, of: entry) }
    for name in [
      "DTSTART", "DTEND", "DUE", "DURATION", "SEQUENCE", "STATUS", "CATEGORIES", "RRULE", "RECURRENCE-ID",
      "SUMMARY", "LAST-MODIFIED", "CLASS", "TRANSP", "LOCATION", "COLOR", "URL",
    ] { one(name, of: entry, isNeeded: false) }
    if entry.kind == "VEVENT" { one("DTSTART", of: entry) }
    if let uid = entry.first("UID") {
      let key = "\(uid.value)\u{0}\(entry.first("RECURRENCE-ID")?.value ?? "")"
      if let earlier = uids[key] { list.add(uid.number) { .repeatedUID(uid.value, earlier, at: $0) } }
      uids[key] = uids[key] ?? uid.number
    }
    for name in ["DTSTAMP", "LAST-MODIFIED", "CREATED"] {
      if let stamp = entry.first(name), !PropertyValue.isUTC(stamp.value) {
        list.add(stamp.number) { .badValue(stamp, "\(name):20200402T131500Z", at: $0) }
      }
    }
    if let sequence = entry.first("SEQUENCE"), !PropertyValue.isSequence(sequence.value) {
      list.add(sequence.number) { .badValue(sequence, "SEQUENCE:0", at: $0) }
    }
    if let status = entry.first("STATUS") {
      let known = PropertyValue.statuses(of: entry.kind)
      if !known.contains(status.value) {
        list.add(status.number) {
          .badValue(status, known.map { "STATUS:\($0)" }.joined(separator: ", "), at: $0)
        }
      }
    }
    for rule in entry.all("RRULE") {
      if let wrong = PropertyValue.wrongPart(of: rule.value) {
        list.add(rule.number) { .badRulePart(wrong, at: $0) }
      }
    }
    for name in ["SUMMARY", "DESCRIPTION", "LOCATION"] {
      if let text = entry.first(name), !PropertyValue.isEscaped(text.value) {
        list.add(text.number) { .notEscaped(text.name, at: $0) }
      }
    }
    checkTimes(entry)
  }

  private mutating func checkTimes(_ entry: Component) {
    let names = ["DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "EXDATE", "RDATE"]
    let times = entry.properties.filter { names.contains($0.name) }
    for property in times {
      for value in property.value.split(separator: ",", omittingEmptySubsequences: false)
      where !PropertyValue.isTime(value, property["VALUE"]) {
        list.add(property.number) { .badTime(property, at: $0) }
        return
      }
    }
    guard let start = times.first(where: { $0.name == "DTSTART" }) else { return }
    for property in times where property.name != "DTSTART" && property["VALUE"] != "PERIOD" {
      if PropertyValue.kind(of: property) != PropertyValue.kind(of: start) {
        list.add(property.number) { .otherKind(property, than: start, at: $0) }
      }
    }
    for end in times where ["DTEND", "DUE"].contains(end.name) {
      if entry.first("DURATION") != nil { list.add(end.number) { .endAndDuration(end.name, at: $0) } }
      // Values on one clock are in the order of their digits.
      if PropertyValue.kind(of: end) == PropertyValue.kind(of: start), end.value <= start.value {
        list.add(end.number) { .endNotAfterStart(end, start, at: $0) }
      }
    }
  }
}
