import ContentLines
import ScheduleModel

/// What makes records of events: zones, and where to tell what is wrong.
struct EventInterpreter {
  var zones: EventZones
  var findings: ReadingFindings
  let outlet: ZoneClock
  /// The zone of times without one, where the calendar names it (`X-WR-TIMEZONE`).
  var floatingZone: EventZone?

  /// The properties that matter; all others are passed over.
  static let names: Set<String> = [
    "UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID",
    "STATUS", "TRANSP", "SEQUENCE", "DTSTAMP", "FREEBUSY", "TZID", "TZOFFSETFROM", "TZOFFSETTO",
    "X-WR-TIMEZONE", "VERSION",
  ]
  /// Those without which an event means something else.
  private static let decisive = names.subtracting(["SUMMARY", "SEQUENCE", "DTSTAMP", "X-WR-TIMEZONE"])
  /// The most dates that are read of one event.
  private static let mostTimes = 10_000

  /// An event; `nil`, with a finding, when it is not understood. The change of an occurrence that is not understood
  /// takes that one out, for its old hour does not hold any more.
  mutating func record(_ event: ParsedComponent) -> EventRecord? {
    if let record = read(event) { return record }
    guard let id = event.first("RECURRENCE-ID"), let uid = event.first("UID")?.value,
      let local = LocalTime(basic: Array(id.value.utf8)[...])
    else { return nil }
    var zone: EventZone?
    if Self.isUTC(id.value) {
      zone = .fixed(0)
    } else if let name = id["TZID"] {
      switch zones.meaning(of: name) {
      case .known(let known), .taken(let known, _): zone = known
      case .unknown: break
      }
    }
    let time = EventTime(local: local, zone: zone, isDay: id.value.utf8.count == 8)
    return EventRecord(
      line: event.line, uid: uid, title: "", revision: revision(of: event), isCancelled: true, kind: .busy,
      start: time, length: EventLength(days: 0), rule: nil, added: [], removed: [], replaces: time,
      isForFuture: isForFuture(event))
  }

  private mutating func read(_ event: ParsedComponent) -> EventRecord? {
    guard isReadable(event), let start = time("DTSTART", of: event),
      let length = length(of: event, start: start)
    else { return nil }
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
    var added: [(EventTime, EventLength?)] = []
    for property in event.all("RDATE") {
      for value in property.values {
        guard let (time, length) = addedTime(value, property) else { return nil }
        added.append((time, length))
      }
    }
    var removed: [(EventTime, Int)] = []
    for property in event.all("EXDATE") {
      for value in property.values {
        guard let time = time(value, property) else { return nil }
        removed.append((time, property.number))
      }
    }
    var replaces: EventTime?
    if let id = event.first("RECURRENCE-ID") {
      guard let time = time(id.value[...], id) else { return nil }
      replaces = time
    }
    let isFree = event.first("TRANSP")?.value.uppercased() == "TRANSPARENT"
    let title = title(of: event)
    return EventRecord(
      line: event.line, uid: uid, title: title, revision: revision(of: event),
      isCancelled: event.first("STATUS")?.value.uppercased() == "CANCELLED",
      kind: start.isDay ? (isFree ? .freeDays : .days) : isFree ? .free : .busy,
      doubt: EventDoubt(title: title, status: event.first("STATUS")?.value), start: start, length: length,
      rule: rule, added: added, removed: removed, replaces: replaces, isForFuture: isForFuture(event))
  }

  private func isForFuture(_ event: ParsedComponent) -> Bool {
    event.first("RECURRENCE-ID")?["RANGE"]?.uppercased() == "THISANDFUTURE"
  }

  private func revision(of event: ParsedComponent) -> EventRevision {
    EventRevision(
      sequence: event.first("SEQUENCE").flatMap { Int($0.value) } ?? 0,
      stamp: event.first("DTSTAMP")?.value ?? "")
  }

  private static func isUTC(_ value: some StringProtocol) -> Bool {
    value.hasSuffix("Z") || value.hasSuffix("z")
  }

  /// The busy times of a VFREEBUSY.
  mutating func busyTimes(_ component: ParsedComponent) -> [ReadEvent.Span]? {
    guard isReadable(component) else { return nil }
    var spans: [ReadEvent.Span] = []
    for property in component.all("FREEBUSY") where property["FBTYPE"]?.uppercased() != "FREE" {
      for value in property.values {
        guard let (time, length) = period(value, property), let length else { return nil }
        spans.append(time.span(length, outlet))
      }
    }
    return spans
  }

  /// Whether nothing of it is missing, and nothing stands there twice that may only once.
  private mutating func isReadable(_ event: ParsedComponent) -> Bool {
    let times = event.properties.reduce(0) { count, property in
      property.name == "SUMMARY" ? count : count + property.value.utf8.count { $0 == 0x2C } + 1
    }
    // A title may be as long as it likes: its beginning says what it is.
    let cut = event.properties.first { $0.isCut && $0.name != "SUMMARY" }?.number ?? event.overflow
    if cut != nil || times > Self.mostTimes {
      findings.add(cut ?? event.line) { .eventTooLong(at: $0) }
      return false
    }
    // Such a line was told already.
    guard event.brokenNames.isDisjoint(with: Self.decisive) else { return false }
    for name in ["DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "UID"] {
      let all = event.all(name)
      guard all.count > 1 else { continue }
      findings.add(all[1].number) { .repeated(name, event.kind, at: $0) }
      return false
    }
    return true
  }

  // MARK: Times

  private mutating func time(_ name: String, of event: ParsedComponent) -> EventTime? {
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
    if Self.isUTC(value) { return EventTime(local: local, zone: .fixed(0), isDay: false) }
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

  private mutating func addedTime(
    _ value: Substring, _ property: ContentProperty
  ) -> (EventTime, EventLength?)? {
    guard property.valueType == "PERIOD" else { return time(value, property).map { ($0, nil) } }
    return period(value, property)
  }

  /// `19970101T180000Z/PT5H30M`, or with a second time.
  private mutating func period(
    _ value: Substring, _ property: ContentProperty
  ) -> (EventTime, EventLength?)? {
    let parts = value.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = time(parts[0], property) else {
      if parts.count != 2 { findings.add(property.number) { .badTime(property, at: $0) } }
      return nil
    }
    if let length = EventLength(parts[1]) { return (start, length) }
    guard let end = time(parts[1], property) else { return nil }
    let length = end.instant(outlet) - start.instant(outlet)
    guard length >= 0 else {
      findings.add(property.number) { .badTime(property, at: $0) }
      return nil
    }
    return (start, .exact(length))
  }

  private mutating func length(of event: ParsedComponent, start: EventTime) -> EventLength? {
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
      if start.isDay {
        let days = start.local.day.distance(to: time.local.day)
        if days > 0 { return EventLength(days: days) }
      } else {
        let length = time.instant(outlet) - start.instant(outlet)
        if length >= 0 { return .exact(length) }
      }
      findings.add(end.number) { .endNotAfterStart(end, begin, at: $0) }
      return nil
    }
    guard let duration = event.first("DURATION") else { return EventLength(days: start.isDay ? 1 : 0) }
    guard let length = EventLength(duration.value), !start.isDay || length.seconds % 86_400 == 0 else {
      findings.add(duration.number) { .badValue(duration, "DURATION:PT15M", at: $0) }
      return nil
    }
    return start.isDay ? EventLength(days: max(length.days + length.seconds / 86_400, 1)) : length
  }

  // MARK: Rules and titles

  private mutating func rule(_ property: ContentProperty, start: EventTime) -> EventRule? {
    do throws(RecurrenceRule.Refusal) {
      let rule = try EventRule(property.value, start: start) { (start.zone ?? .outlet).local(at: $0, outlet) }
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

  private mutating func title(of event: ParsedComponent) -> String {
    guard let summary = event.first("SUMMARY") else { return "" }
    if summary.value.unicodeScalars.contains("\u{FFFD}") { findings.note(.brokenText, summary.number) }
    let text = CalendarText.unescaped(summary.value.prefix(1_000))
    if text.unicodeScalars.contains(where: { $0.value < 0x20 && $0.value != 0x0A && $0.value != 0x09 }) {
      findings.note(.control, summary.number)
    }
    let clean = CleanText(text)?.text ?? ""
    return clean.count > 200 ? clean.prefix(199) + "…" : clean
  }
}
