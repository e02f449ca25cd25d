import ScheduleModel

/// An event or a VFREEBUSY while its lines come, and what they say once it has ended.
struct EventReading {
  let kind: String
  /// The line of its `BEGIN`.
  let line: Int
  private(set) var properties: [ContentProperty] = []
  /// A property that was too long to be read whole, or one too many.
  private(set) var cut: Int?
  private var times = 0

  /// The properties that matter; all others are passed over.
  static let names: Set<String> = [
    "UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID",
    "STATUS", "TRANSP", "SEQUENCE", "FREEBUSY",
  ]
  /// So many dates are read of one event.
  private static let mostTimes = 10_000

  init(kind: String, line: Int) {
    self.kind = kind
    self.line = line
  }

  mutating func take(_ property: ContentProperty, isCut: Bool) {
    // A title may be as long as it likes: its beginning says what it is.
    if isCut, property.name != "SUMMARY" { cut = cut ?? property.number }
    times += property.value.utf8.count { $0 == 0x2C } + 1
    if properties.count >= 1_000 || times > Self.mostTimes { cut = cut ?? property.number }
    if cut == nil { properties.append(property) }
  }

  func all(_ name: String) -> [ContentProperty] { properties.filter { $0.name == name } }
  func first(_ name: String) -> ContentProperty? { properties.first { $0.name == name } }
}

/// What makes records of events: zones, and where to tell what is wrong.
struct EventInterpreter {
  var zones: EventZones
  var findings: ReadingFindings
  let outlet: ZoneClock
  /// The zone of times without one, where the file names it (`X-WR-TIMEZONE`).
  var floatingZone: EventZone?

  /// An event; `nil`, with a finding, when it is not understood.
  mutating func record(_ event: EventReading) -> EventRecord? {
    guard isReadable(event), let start = time("DTSTART", of: event) else { return nil }
    guard let length = length(of: event, start: start) else { return nil }
    let uid = event.first("UID")?.value ?? ""
    if uid.isEmpty { findings.note(.withoutUID, event.line) }
    if let old = event.first("EXRULE") {
      findings.add(old.number) { .ruleNotRead(old.value, .exrule, at: $0) }
      return nil
    }
    var rule: EventRule?
    if let text = event.first("RRULE") {
      guard let read = self.rule(text, start: start) else { return nil }
      rule = read
    }
    var added: [(EventTime, Int?)] = []
    for property in event.all("RDATE") {
      for value in property.value.split(separator: ",", omittingEmptySubsequences: false) {
        guard let (time, length) = addedTime(value, property) else { return nil }
        added.append((time, length))
      }
    }
    var removed: [EventTime] = []
    for property in event.all("EXDATE") {
      for value in property.value.split(separator: ",", omittingEmptySubsequences: false) {
        guard let time = time(value, property) else { return nil }
        removed.append(time)
      }
    }
    var replaces: EventTime?
    if let id = event.first("RECURRENCE-ID") {
      guard let time = time(id.value[...], id) else { return nil }
      replaces = time
    }
    return EventRecord(
      line: event.line, uid: uid, title: title(of: event),
      sequence: event.first("SEQUENCE").flatMap { Int($0.value) } ?? 0,
      isCancelled: event.first("STATUS")?.value.uppercased() == "CANCELLED",
      kind: start.isDay ? .days : event.first("TRANSP")?.value.uppercased() == "TRANSPARENT" ? .free : .busy,
      start: start, length: length, rule: rule, added: added, removed: removed, replaces: replaces,
      isForFuture: event.first("RECURRENCE-ID")?["RANGE"] == "THISANDFUTURE")
  }

  /// The busy times of a VFREEBUSY.
  mutating func busyTimes(_ component: EventReading) -> [ReadEvent.Span]? {
    guard isReadable(component) else { return nil }
    var spans: [ReadEvent.Span] = []
    for property in component.all("FREEBUSY") where property["FBTYPE"]?.uppercased() != "FREE" {
      for value in property.value.split(separator: ",", omittingEmptySubsequences: false) {
        guard let (time, length) = period(value, property), let length else { return nil }
        spans.append(ReadEvent.Span(start: time.onOutletClock(outlet), seconds: length))
      }
    }
    return spans
  }

  /// Whether nothing of it was cut off, and nothing stands there twice that may only once.
  private mutating func isReadable(_ event: EventReading) -> Bool {
    if let cut = event.cut {
      findings.add(cut) { .eventTooLong(at: $0) }
      return false
    }
    for name in ["DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "UID"] {
      let all = event.all(name)
      guard all.count > 1 else { continue }
      findings.add(all[1].number) { .repeated(name, event.kind, at: $0) }
      return false
    }
    return true
  }

  // MARK: Times

  private mutating func time(_ name: String, of event: EventReading) -> EventTime? {
    guard let property = event.first(name) else {
      findings.add(event.line) { .missing(name, event.kind, at: $0) }
      return nil
    }
    return time(property.value[...], property)
  }

  /// A time that a property states.
  private mutating func time(_ value: Substring, _ property: ContentProperty) -> EventTime? {
    let isDay = value.utf8.count == 8
    guard let local = LocalTime(basic: Array(value.utf8)[...]) else {
      findings.add(property.number) { .badTime(property, at: $0) }
      return nil
    }
    if isDay { return EventTime(local: local, zone: .outlet, isDay: true) }
    if value.hasSuffix("Z") { return EventTime(local: local, zone: .fixed(0), isDay: false) }
    guard let name = property["TZID"] else {
      if floatingZone == nil { findings.note(.floating, property.number) }
      return EventTime(local: local, zone: floatingZone ?? .outlet, isDay: false)
    }
    switch zones.meaning(of: name) {
    case .known(let zone): return EventTime(local: local, zone: zone, isDay: false)
    case .taken(let zone, let other):
      findings.note(.takenZone(name, for: other), property.number)
      return EventTime(local: local, zone: zone, isDay: false)
    case .unknown:
      findings.add(property.number) { .zoneNotRead(name, at: $0) }
      return nil
    }
  }

  private mutating func addedTime(_ value: Substring, _ property: ContentProperty) -> (EventTime, Int?)? {
    guard property["VALUE"]?.uppercased() == "PERIOD" else { return time(value, property).map { ($0, nil) } }
    return period(value, property)
  }

  /// `19970101T180000Z/PT5H30M`, or with a second time.
  private mutating func period(_ value: Substring, _ property: ContentProperty) -> (EventTime, Int?)? {
    let parts = value.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = time(parts[0], property) else {
      if parts.count != 2 { findings.add(property.number) { .badTime(property, at: $0) } }
      return nil
    }
    if let length = EventLength.seconds(parts[1]) { return (start, length) }
    guard let end = time(parts[1], property) else { return nil }
    let length = end.onOutletClock(outlet) - start.onOutletClock(outlet)
    guard length >= 0 else {
      findings.add(property.number) { .badTime(property, at: $0) }
      return nil
    }
    return (start, length)
  }

  private mutating func length(of event: EventReading, start: EventTime) -> Int? {
    if let end = event.first("DTEND") {
      if event.first("DURATION") != nil {
        findings.add(end.number) { .endAndDuration("DTEND", at: $0) }
        return nil
      }
      guard let begin = event.first("DTSTART"), let time = time(end.value[...], end) else { return nil }
      guard time.isDay == start.isDay else {
        findings.add(end.number) { .otherKind(end, than: begin, at: $0) }
        return nil
      }
      let length = time.onOutletClock(outlet) - start.onOutletClock(outlet)
      guard length > 0 || length == 0 && !start.isDay else {
        findings.add(end.number) { .endNotAfterStart(end, begin, at: $0) }
        return nil
      }
      return length
    }
    guard let duration = event.first("DURATION") else { return start.isDay ? 86_400 : 0 }
    guard let length = EventLength.seconds(duration.value), !start.isDay || length % 86_400 == 0 else {
      findings.add(duration.number) { .badValue(duration, "DURATION:PT15M", at: $0) }
      return nil
    }
    return start.isDay ? max(length, 86_400) : length
  }

  // MARK: Rules and titles

  private mutating func rule(_ property: ContentProperty, start: EventTime) -> EventRule? {
    do throws(RecurrenceRule.Refusal) {
      let rule = try EventRule(property.value, start: start) { start.zone.local(at: $0, outlet) }
      if rule.endsWithDay { findings.note(.untilDay, property.number) }
      let day = start.local.day
      if RecurrenceDays.days(of: rule.rule, from: day, through: day).isEmpty {
        findings.note(.startOutsideRule, property.number)
      }
      return rule
    } catch {
      findings.add(property.number) { .ruleNotRead(property.value, .refused(error), at: $0) }
      return nil
    }
  }

  private mutating func title(of event: EventReading) -> String {
    guard let summary = event.first("SUMMARY") else { return "" }
    if summary.value.unicodeScalars.contains("\u{FFFD}") { findings.note(.brokenText, summary.number) }
    let text = Self.unescaped(summary.value.prefix(1_000))
    if text.unicodeScalars.contains(where: { $0.value < 0x20 && $0.value != 0x0A && $0.value != 0x09 }) {
      findings.note(.control, summary.number)
    }
    let clean = CleanText(text)?.text ?? ""
    return clean.count > 200 ? clean.prefix(199) + "…" : clean
  }

  /// A text without its escapes (RFC 5545 §3.3.11).
  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("\\") else { return String(text) }
    var plain = ""
    var isEscape = false
    for character in text {
      if isEscape {
        plain.append(character == "n" || character == "N" ? "\n" : character)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        plain.append(character)
      }
    }
    return plain
  }
}
