import CLibical
import ContentLines

/// How often properties may stand in an event, task, journal or free-busy time: what libical knows of it.
///
/// `icalrestriction_check` is right where a property may not stand, or once at most (RFC 5545 §3.6); that an event must
/// have a UID it does not know, nor that a journal may have several descriptions. It stops at the first component with a fault, so it gets one at a time; only kinds of
/// properties, none of the file's octets. Its answers are kept: calendars have few combinations.
struct PropertyCounts {
  private var known: [String: [Fault]] = [:]

  /// A property that stands too often or not often enough.
  struct Fault {
    let name: String
    let expected: Expected

    enum Expected {
      case none
      case once
      case onceAtMost
    }
  }

  private static let kinds: [String: icalcomponent_kind] = [
    "VEVENT": ICAL_VEVENT_COMPONENT, "VTODO": ICAL_VTODO_COMPONENT, "VJOURNAL": ICAL_VJOURNAL_COMPONENT,
    "VFREEBUSY": ICAL_VFREEBUSY_COMPONENT,
  ]
  private static let mostKnown = 1_000

  mutating func faults(of component: ParsedComponent) -> [Fault] {
    guard let kind = Self.kinds[component.kind] else { return [] }
    var key = component.kind
    var names: [String] = []
    for name in component.properties.lazy.map(\.name) where !name.hasPrefix("X-") {
      // More than twice in a row says nothing new.
      if names.count > 1, names.suffix(2).allSatisfy({ $0 == name }) { continue }
      names.append(name)
      key += " " + name
    }
    if let faults = known[key] { return faults }
    let counted = Dictionary(grouping: names) { $0 }.map { (name: $0, count: min($1.count, 2)) }
    // RFC 5545 §3.6.3, against libical.
    let mayRepeat: Set<String> = component.kind == "VJOURNAL" ? ["DESCRIPTION"] : []
    let faults = Self.faults(kind, counted).filter { !mayRepeat.contains($0.name) }
    if known.count < Self.mostKnown { known[key] = faults }
    return faults
  }

  private static func faults(_ kind: icalcomponent_kind, _ counted: [(name: String, count: Int)]) -> [Fault] {
    guard let calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT), let entry = icalcomponent_new(kind)
    else { return [] }
    defer { icalcomponent_free(calendar) }
    icalcomponent_add_property(calendar, icalproperty_new_version("2.0"))
    icalcomponent_add_property(calendar, icalproperty_new_prodid("x"))
    icalcomponent_add_component(calendar, entry)
    for (name, count) in counted {
      let property = icalproperty_string_to_kind(name)
      guard property != ICAL_NO_PROPERTY, property != ICAL_X_PROPERTY else { continue }
      for _ in 0..<count { icalcomponent_add_property(entry, icalproperty_new(property)) }
    }
    icalrestriction_check(calendar)
    var faults: [Fault] = []
    var next = icalcomponent_get_first_property(entry, ICAL_XLICERROR_PROPERTY)
    while let error = next {
      if let text = icalproperty_get_xlicerror(error), let fault = fault(String(cString: text)) {
        faults.append(fault)
      }
      next = icalcomponent_get_next_property(entry, ICAL_XLICERROR_PROPERTY)
    }
    return faults
  }

  /// Reads “Failed iTIP restrictions for GEO property. Expected zero or one instances of the property and got 2”.
  private static func fault(_ text: String) -> Fault? {
    guard
      let match = text.wholeMatch(
        of: /Failed iTIP restrictions for (\S+) property\. Expected (.+) instances.*/)
    else { return nil }
    let expected: [Substring: Fault.Expected] = ["0": .none, "1": .once, "zero or one": .onceAtMost]
    return expected[match.2].map { Fault(name: String(match.1), expected: $0) }
  }
}
