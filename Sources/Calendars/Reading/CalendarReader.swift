import ContentLines
import ScheduleModel

/// Reads somebody else's calendar as it comes, block by block, into what happens in a plan's days.
///
///     octets ──ComponentReader──▶ components ──EventInterpreter──▶ records
///            ──EventCollection──▶ events with their times on the outlet's clock
///
/// Nothing is trusted: whatever the octets are, it ends with a reading and its findings. It keeps one
/// event, those whose zone the file has not defined yet, and of what happens in the days asked for as much as
/// ``EventCollection`` allows; even so, a file from elsewhere is best read in a process of its own, with limits.
public struct CalendarReader {
  private var components = ComponentReader(keeping: EventInterpreter.names)
  private var interpreter: EventInterpreter
  private var collection: EventCollection
  /// Events of the calendar that is open, whose zones may be defined further down (RFC 5545 §3.6).
  private var waiting: [ParsedComponent] = []
  private var waitingOctets = 0
  /// Of vCalendar 1.0 nothing is read.
  private var isOldForm = false
  /// The line of the calendar whose own properties were looked at.
  private var known: Int?

  private static let mostWaiting = 50_000
  private static let mostWaitingOctets = 1 << 26

  /// A reader that has read nothing yet.
  public init(_ terms: CalendarReading.Terms) {
    let outlet = ZoneClock(terms.zone).quick()
    interpreter = EventInterpreter(
      zones: EventZones(outlet: terms.zone, through: terms.days.upperBound),
      findings: ReadingFindings(file: terms.file), outlet: outlet)
    collection = EventCollection(days: terms.days, outlet: outlet)
  }

  /// Takes the next octets of the file. Cost: each is looked at a few times, most of them once.
  public mutating func take(_ block: UnsafeRawBufferPointer) {
    var position = 0
    while let element = components.next(in: block, &position) { take(element) }
  }

  /// What was read, once all octets were taken.
  public consuming func end() -> CalendarReading {
    for element in components.end() { take(element) }
    endCalendar()
    let events = collection.end(&interpreter.findings)
    return CalendarReading(events: events, findings: interpreter.findings.all)
  }

  /// Reads a calendar that is there as a whole.
  public static func read(_ octets: [UInt8], _ terms: CalendarReading.Terms) -> CalendarReading {
    var reader = CalendarReader(terms)
    octets.withUnsafeBytes { reader.take($0) }
    return reader.end()
  }

  // MARK: Components

  private mutating func take(_ element: ComponentReader.Element) {
    if components.calendarLine != known || known == nil { lookAtCalendar() }
    guard !isOldForm else { return }
    switch element {
    case .fault(let fault, let line): take(fault, line)
    case .component(let component): take(component)
    case .calendar: endCalendar()
    }
  }

  private mutating func take(_ fault: ComponentReader.Fault, _ line: Int) {
    switch fault {
    case .cutLine(let name):
      if !EventInterpreter.names.contains(name) || name == "SUMMARY" {
        interpreter.findings.note(.longLine, line)
      }
    // The event is told as a whole.
    case .overflow: break
    default: interpreter.findings.add(line) { .broken(fault, at: $0) }
    }
  }

  private mutating func take(_ component: ParsedComponent) {
    switch component.kind {
    case "VTIMEZONE": interpreter.zones.define(component)
    case "VEVENT", "VFREEBUSY":
      guard isSettled(component) else { return wait(component) }
      interpret(component)
    default: interpreter.findings.note(.other(component: component.kind), component.line)
    }
  }

  private mutating func wait(_ component: ParsedComponent) {
    waitingOctets += component.range.count
    guard waiting.count < Self.mostWaiting, waitingOctets <= Self.mostWaitingOctets else {
      return interpreter.findings.note(.tooMany, component.line)
    }
    waiting.append(component)
  }

  /// Whether nothing that stands further down changes what its zones mean.
  private mutating func isSettled(_ component: ParsedComponent) -> Bool {
    for property in component.properties {
      if let zone = property["TZID"], !interpreter.zones.isSettled(zone) { return false }
    }
    return true
  }

  private mutating func endCalendar() {
    for component in waiting { interpret(component) }
    waiting = []
    waitingOctets = 0
    interpreter.zones.forgetDefinitions()
    interpreter.floatingZone = nil
    known = nil
  }

  /// Looks at the calendar's own properties, which stand before its components (RFC 5545 §3.6).
  private mutating func lookAtCalendar() {
    guard let calendar = components.calendar else { return }
    if calendar.partCount > 0 { known = calendar.line }
    if let version = calendar.first("VERSION"), version.value.hasPrefix("1."), !isOldForm {
      isOldForm = true
      interpreter.findings.add(version.number, Finding.vCalendar)
    }
    noteZone(of: calendar)
  }

  private mutating func noteZone(of calendar: ParsedComponent) {
    guard interpreter.floatingZone == nil, let name = calendar.first("X-WR-TIMEZONE")?.value else { return }
    switch interpreter.zones.meaning(of: name) {
    case .known(let zone), .taken(let zone, _): interpreter.floatingZone = zone
    case .unknown: break
    }
  }

  private mutating func interpret(_ component: ParsedComponent) {
    if component.kind == "VFREEBUSY" {
      guard let spans = interpreter.busyTimes(component) else { return }
      collection.add(busy: spans, line: component.line, &interpreter.findings)
    } else if let record = interpreter.record(component) {
      collection.add(record, &interpreter.findings)
    }
  }
}
