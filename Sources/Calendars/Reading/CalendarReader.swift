import ScheduleModel

/// Reads somebody else's calendar as it comes, block by block, into what happens in a plan's days.
///
///     octets ──LineSplitter──▶ content lines ──stack──▶ events ──EventInterpreter──▶ records
///            ──EventCollection──▶ events with their times on the outlet's clock
///
/// Nothing is trusted: whatever the octets are, it ends with a reading and its findings. It keeps one line, one
/// event, and of what happens in the days asked for as much as ``EventCollection`` allows. Rules go to
/// libical, and only those that ``ScheduleModel/RecurrenceRule`` accepts; even so, a file from elsewhere is
/// best read in a process of its own, with limits.
public struct CalendarReader {
  private var splitter = LineSplitter()
  private var interpreter: EventInterpreter
  private var collection: EventCollection
  private var open: [(kind: String, line: Int)] = []
  private var event: EventReading?
  private var zone: (name: String?, offsets: Set<Int>)?
  private var hasCalendar = false
  private var isOutsideTold = false
  private var isHopeless = false

  /// Components do not lie deeper in one another; what does is no calendar.
  private static let deepest = 8

  /// A reader that has read nothing yet.
  public init(_ terms: CalendarReading.Terms) {
    let outlet = ZoneClock(terms.zone)
    interpreter = EventInterpreter(
      zones: EventZones(outlet: terms.zone), findings: ReadingFindings(file: terms.file), outlet: outlet)
    collection = EventCollection(days: terms.days, outlet: outlet)
  }

  /// Takes the next octets of the file. Cost: each is looked at a few times, most of them once.
  public mutating func take(_ block: UnsafeRawBufferPointer) {
    guard !isHopeless else { return }
    var position = 0
    while splitter.advance(in: block, &position) { takeLine() }
  }

  /// What was read, once all octets were taken.
  public consuming func end() -> CalendarReading {
    if !isHopeless {
      if splitter.end() { takeLine() }
      for component in open { add(component.line) { .unended(component.kind, at: $0) } }
      if !hasCalendar { add(1, Finding.noCalendar) }
    }
    let events = collection.end(&interpreter.findings)
    return CalendarReading(events: events, findings: interpreter.findings.all)
  }

  /// Reads a calendar that is there as a whole.
  public static func read(_ octets: [UInt8], _ terms: CalendarReading.Terms) -> CalendarReading {
    var reader = CalendarReader(terms)
    octets.withUnsafeBytes { reader.take($0) }
    return reader.end()
  }

  private mutating func add(_ line: Int, _ finding: (SourcePlace) -> Finding) {
    interpreter.findings.add(line, finding)
  }

  // MARK: Lines

  private mutating func takeLine() {
    let number = splitter.number
    var line = splitter.line[...]
    if number == 1 {
      if line.starts(with: [0xFF, 0xFE]) || line.starts(with: [0xFE, 0xFF]) {
        add(1, Finding.calendarNotUTF8)
        isHopeless = true
        return
      }
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    }
    guard !line.isEmpty, !isHopeless else { return }
    guard let colon = line.firstIndex(where: { $0 == 0x3A || $0 == 0x3B }), colon - line.startIndex <= 64
    else {
      return open.isEmpty ? outside(number) : brokenLine(number)
    }
    let name = Self.name(line[..<colon])
    if splitter.isCut, event.map({ _ in !EventReading.names.contains(name) }) ?? true {
      interpreter.findings.note(.longLine, number)
    }
    switch name {
    case "BEGIN": begin(Self.kind(line[(colon + 1)...]), number)
    case "END": end(Self.kind(line[(colon + 1)...]), number)
    default:
      guard !open.isEmpty else { return outside(number) }
      takeProperty(name, line, number)
    }
  }

  private mutating func takeProperty(_ name: String, _ line: ArraySlice<UInt8>, _ number: Int) {
    if event != nil {
      guard open.last?.kind == event?.kind, EventReading.names.contains(name) else { return }
      guard let property = ContentProperty(line, number: number) else { return brokenLine(number) }
      event?.take(property, isCut: splitter.isCut)
    } else if zone != nil {
      guard name == "TZID" || name == "TZOFFSETTO",
        let property = ContentProperty(line, number: number)
      else { return }
      if name == "TZID" { zone?.name = property.value }
      if let offset = EventZones.offset(property.value), zone?.offsets.count ?? 0 < 10 {
        zone?.offsets.insert(offset)
      }
    } else if name == "X-WR-TIMEZONE", let property = ContentProperty(line, number: number) {
      switch interpreter.zones.meaning(of: property.value) {
      case .known(let zone), .taken(let zone, _): interpreter.floatingZone = zone
      case .unknown: break
      }
    }
  }

  /// The rest of an event with a line that is none cannot be relied on; elsewhere it does no harm.
  private mutating func brokenLine(_ number: Int) { add(number, Finding.brokenLine) }

  /// What stands outside of every calendar is told once.
  private mutating func outside(_ number: Int) {
    if !isOutsideTold { add(number, Finding.outsideCalendar) }
    isOutsideTold = true
  }

  private static func name(_ octets: ArraySlice<UInt8>) -> String {
    let isSmall = octets.contains { (0x61...0x7A).contains($0) }
    let name = String(decoding: octets, as: UTF8.self)
    return isSmall ? name.uppercased() : name
  }

  private static func kind(_ octets: ArraySlice<UInt8>) -> String {
    var kind = octets.prefix(64)
    while kind.last == 0x20 || kind.last == 0x09 { kind.removeLast() }
    return name(kind)
  }

  // MARK: Components

  private mutating func begin(_ kind: String, _ number: Int) {
    if open.isEmpty {
      guard kind == "VCALENDAR" else { return outside(number) }
      hasCalendar = true
    } else if kind.hasPrefix("V"), kind != "VALARM", let inner = open.last, inner.kind.hasPrefix("V"),
      inner.kind != "VCALENDAR"
    {
      // The one before has no END; this one may be whole.
      add(inner.line) { .unended(inner.kind, at: $0) }
      open.removeAll { $0.kind != "VCALENDAR" }
      event = nil
      zone = nil
    }
    guard open.count < Self.deepest else {
      add(number, Finding.tooMuchInComponent)
      isHopeless = true
      return
    }
    open.append((kind, number))
    guard open.count == 2 else { return }
    switch kind {
    case "VEVENT", "VFREEBUSY": event = EventReading(kind: kind, line: number)
    case "VTIMEZONE": zone = (nil, [])
    default: interpreter.findings.note(.other(component: kind), number)
    }
  }

  private mutating func end(_ kind: String, _ number: Int) {
    guard let index = open.lastIndex(where: { $0.kind == kind }) else {
      return open.isEmpty ? outside(number) : add(number) { .endWithoutBegin(kind, at: $0) }
    }
    while open.count > index + 1 {
      let inner = open.removeLast()
      add(inner.line) { .unended(inner.kind, at: $0) }
    }
    open.removeLast()
    guard open.count < 2 else { return }
    if let event, event.kind == kind { close(event) }
    if let zone, kind == "VTIMEZONE", let name = zone.name {
      interpreter.zones.define(name, offsets: zone.offsets)
    }
    event = nil
    zone = nil
  }

  private mutating func close(_ event: EventReading) {
    if event.kind == "VFREEBUSY" {
      guard let spans = interpreter.busyTimes(event) else { return }
      collection.add(busy: spans, line: event.line, &interpreter.findings)
    } else if let record = interpreter.record(event) {
      collection.add(record, &interpreter.findings)
    }
  }
}
