import CLibical
import ScheduleModel

/// Composes components as octets by libical. No pointer to one of its components leaves this file.
///
/// libical escapes and folds, and writes the parameter `VALUE`. It does not do everything, so this file does the rest:
/// it adds `TZID` and `LANGUAGE` itself, only `CleanText` reaches it (libical writes control characters as they are),
/// and categories come from a closed vocabulary, since libical leaves `,` and `;` in them bare.
enum ComponentComposer {
  /// Appends a component: UTF-8, CRLF after every line, no line longer than 75 octets (RFC 5545 §3.1).
  static func append(_ component: CalendarComponent, to octets: inout [UInt8]) {
    ComponentTree(component).append(to: &octets)
  }

  /// A component as octets of its own.
  static func octets(of component: CalendarComponent) -> [UInt8] {
    var octets: [UInt8] = []
    append(component, to: &octets)
    return octets
  }
}

/// A component of libical with all that it holds; freed with this value.
private struct ComponentTree: ~Copyable {
  private let component: OpaquePointer

  init(_ value: CalendarComponent) {
    component = made(icalcomponent_new(value.kind.libical))
    for property in value.properties { icalcomponent_add_property(component, pointer(to: property)) }
    for part in value.parts { ComponentTree(part).move(into: component) }
  }

  deinit { icalcomponent_free(component) }

  /// Becomes a part of another component, which frees it from then on.
  private consuming func move(into parent: OpaquePointer) {
    icalcomponent_add_component(parent, component)
    discard self
  }

  borrowing func append(to octets: inout [UInt8]) {
    guard let text = icalcomponent_as_ical_string_r(component) else {
      preconditionFailure("libical composes what it was given, or memory is exhausted")
    }
    defer { icalmemory_free_buffer(text) }
    var length = 0
    while text[length] != 0 { length += 1 }
    UnsafeBufferPointer(start: text, count: length).withMemoryRebound(to: UInt8.self) {
      octets.append(contentsOf: $0)
    }
  }
}

/// A pointer that libical returns; it returns none when memory is exhausted.
private func made(_ pointer: OpaquePointer?) -> OpaquePointer {
  guard let pointer else { preconditionFailure("libical has no memory left") }
  return pointer
}

/// A property of libical; whoever asks for it adds it to a component.
private func pointer(to property: CalendarProperty) -> OpaquePointer {
  switch property.value {
  case .text(let text, let language):
    let pointer = made(textProperty(property.name, text.text))
    if let language { icalproperty_add_parameter(pointer, icalparameter_new_language(language)) }
    return pointer
  case .word(let word): return made(wordProperty(property.name, word))
  case .day(let day): return made(timeProperty(property.name, icaltimetype(day)))
  case .local(let time, let zone):
    let pointer = made(timeProperty(property.name, icaltimetype(time)))
    // Of all that write a time, only icalcomponent_set_dtstart and its like would add this themselves.
    if let zone { icalproperty_add_parameter(pointer, icalparameter_new_tzid(zone)) }
    return pointer
  case .utc(let time):
    var value = icaltimetype(time)
    value.zone = icaltimezone_get_utc_timezone()
    return made(timeProperty(property.name, value))
  case .number(let number): return made(numberProperty(property.name, Int32(clamping: number)))
  case .hours(let hours):
    var duration = icaldurationtype_null_duration()
    duration.hours = UInt32(clamping: hours)
    let pointer = made(icalproperty_new_refreshinterval(duration))
    icalproperty_add_parameter(pointer, icalparameter_new_value(ICAL_VALUE_DURATION))
    return pointer
  case .beforeStart(let minutes): return trigger(before: minutes)
  case .beforeEnd(let minutes):
    let pointer = trigger(before: minutes)
    icalproperty_add_parameter(pointer, icalparameter_new_related(ICAL_RELATED_END))
    return pointer
  case .offset(let seconds): return made(numberProperty(property.name, Int32(clamping: seconds)))
  }
}

/// When a reminder comes: so many minutes before the start, unless a parameter says something else.
private func trigger(before minutes: Int) -> OpaquePointer {
  var trigger = icaltriggertype()
  trigger.time = icaltime_null_time()
  trigger.duration = icaldurationtype(before: minutes)
  return made(icalproperty_new_trigger(trigger))
}

/// A property of free text, of a name or of an id.
private func textProperty(_ name: CalendarProperty.Name, _ text: String) -> OpaquePointer? {
  switch name {
  case .uid: icalproperty_new_uid(text)
  case .summary: icalproperty_new_summary(text)
  case .description: icalproperty_new_description(text)
  case .location: icalproperty_new_location(text)
  case .categories: icalproperty_new_categories(text)
  case .link: icalproperty_new_url(text)
  case .relatedTo: icalproperty_new_relatedto(text)
  case .version: icalproperty_new_version(text)
  case .product: icalproperty_new_prodid(text)
  case .scale: icalproperty_new_calscale(text)
  case .name: icalproperty_new_name(text)
  case .zone: icalproperty_new_tzid(text)
  case .zoneName: icalproperty_new_tzname(text)
  case .calendarName, .calendarZone, .timeToLive, .line, .edition, .language, .run, .outcome, .aired:
    extensionProperty(name, text)
  case .method, .refresh, .stamp, .modified, .sequence, .start, .end, .due, .colour, .status, .transparency,
    .access, .action, .trigger, .offsetFrom, .offsetTo:
    preconditionFailure("\(name.rawValue) is no text")
  }
}

/// A property of ours, or of other programs; libical writes its value as it is (RFC 5545 §3.8.8.2).
private func extensionProperty(_ name: CalendarProperty.Name, _ value: String) -> OpaquePointer? {
  let property = icalproperty_new_x(value)
  icalproperty_set_x_name(property, name.rawValue)
  return property
}

/// A property whose value is one of the words that RFC 5545 names.
private func wordProperty(_ name: CalendarProperty.Name, _ word: String) -> OpaquePointer? {
  switch name {
  case .status: icalproperty_new_status(icalproperty_string_to_status(word))
  case .transparency: icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT)
  case .access: icalproperty_new_class(ICAL_CLASS_PUBLIC)
  case .method: icalproperty_new_method(ICAL_METHOD_PUBLISH)
  case .action: icalproperty_new_action(ICAL_ACTION_DISPLAY)
  case .colour: icalproperty_new_color(word)
  default: extensionProperty(name, word)
  }
}

private func timeProperty(_ name: CalendarProperty.Name, _ time: icaltimetype) -> OpaquePointer? {
  switch name {
  case .start: return icalproperty_new_dtstart(time)
  case .end: return icalproperty_new_dtend(time)
  case .due: return icalproperty_new_due(time)
  case .stamp: return icalproperty_new_dtstamp(time)
  case .modified: return icalproperty_new_lastmodified(time)
  default:
    guard let text = icaltime_as_ical_string_r(time) else { return nil }
    defer { icalmemory_free_buffer(text) }
    let property = icalproperty_new_x(text)
    icalproperty_set_x_name(property, name.rawValue)
    // libical does not know what sort of value a property of ours has.
    if time.is_date != 0 { icalproperty_add_parameter(property, icalparameter_new_value(ICAL_VALUE_DATE)) }
    return property
  }
}

private func numberProperty(_ name: CalendarProperty.Name, _ number: Int32) -> OpaquePointer? {
  switch name {
  case .sequence: icalproperty_new_sequence(number)
  case .offsetFrom: icalproperty_new_tzoffsetfrom(number)
  case .offsetTo: icalproperty_new_tzoffsetto(number)
  default: preconditionFailure("\(name.rawValue) is no number")
  }
}

extension icaldurationtype {
  /// From a moment back to a reminder: `-P1D`, `-PT15H`, `PT9H30M`.
  fileprivate init(before minutes: Int) {
    self = icaldurationtype_null_duration()
    let amount = UInt32(clamping: minutes.magnitude)
    is_neg = minutes > 0 ? 1 : 0
    if amount % 1_440 == 0 {
      days = amount / 1_440
    } else {
      hours = amount / 60
      self.minutes = amount % 60
    }
  }
}

extension CalendarComponent.Kind {
  fileprivate var libical: icalcomponent_kind {
    switch self {
    case .calendar: ICAL_VCALENDAR_COMPONENT
    case .event: ICAL_VEVENT_COMPONENT
    case .task: ICAL_VTODO_COMPONENT
    case .alarm: ICAL_VALARM_COMPONENT
    case .zone: ICAL_VTIMEZONE_COMPONENT
    case .standard: ICAL_XSTANDARD_COMPONENT
    case .daylight: ICAL_XDAYLIGHT_COMPONENT
    }
  }
}
