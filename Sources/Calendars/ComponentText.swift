import CLibical
import ScheduleModel

/// The only file that lets libical write. Its objects live inside one call: made, added to one parent,
/// written, freed; libical frees what was added together with its parent.
enum ComponentText {
  /// A component as text, folded at 75 octets, with CRLF after every line.
  static func text(of component: CalendarComponent) -> String {
    let root = object(component)
    defer { icalcomponent_free(root) }
    guard let buffer = icalcomponent_as_ical_string_r(root) else {
      preconditionFailure("libical cannot write a \(component.kind.rawValue)")
    }
    defer { icalmemory_free_buffer(buffer) }
    return String(cString: buffer)
  }

  private static func object(_ component: CalendarComponent) -> OpaquePointer {
    let object = made(icalcomponent_new(icalcomponent_string_to_kind(component.kind.rawValue)))
    for item in component.properties { icalcomponent_add_property(object, property(item)) }
    for part in component.parts { icalcomponent_add_component(object, Self.object(part)) }
    return object
  }

  private static func property(_ item: CalendarProperty) -> OpaquePointer {
    let name = item.name.rawValue
    let isExtension = name.hasPrefix("X-")
    let property = made(icalproperty_new(kinds[item.name] ?? ICAL_X_PROPERTY))
    if isExtension { icalproperty_set_x_name(property, name) }
    switch item.value {
    case .text(let text, let language):
      // libical does not escape `,` and `;` in an extension; RFC 5545 §3.8.8.2 allows them bare there.
      let value = isExtension ? icalvalue_new_x(text.text) : icalvalue_new_text(text.text)
      icalproperty_set_value(property, made(value))
      if let language {
        icalproperty_add_parameter(property, made(icalparameter_new_language(language.rawValue)))
      }
    case .word(let word): icalproperty_set_value_from_string(property, word, "NO")
    case .day(let day): icalproperty_set_value(property, made(icalvalue_new_date(icaltimetype(day))))
    case .local(let time, let zone):
      icalproperty_set_value(property, made(icalvalue_new_datetime(icaltimetype(time))))
      if let zone { icalproperty_add_parameter(property, made(icalparameter_new_tzid(zone))) }
    case .midnightUTC(let day):
      var time = icaltimetype(LocalTime(day))
      time.zone = icaltimezone_get_utc_timezone()
      icalproperty_set_value(property, made(icalvalue_new_datetime(time)))
    case .number(let number): icalproperty_set_value(property, made(icalvalue_new_integer(Int32(number))))
    case .hours(let hours):
      let duration = icaldurationtype_from_int(Int32(hours * 3600))
      icalproperty_set_value(property, made(icalvalue_new_duration(duration)))
    case .offset(let seconds):
      icalproperty_set_value(property, made(icalvalue_new_utcoffset(Int32(seconds))))
    }
    return property
  }

  /// libical finds a name by comparing it with some hundred others; once a name is enough.
  private static let kinds: [CalendarProperty.Name: icalproperty_kind] = {
    let names = CalendarProperty.Name.allCases
    return Dictionary(uniqueKeysWithValues: names.map { ($0, icalproperty_string_to_kind($0.rawValue)) })
  }()

  /// libical gives no object only when memory is out.
  private static func made(_ object: OpaquePointer?) -> OpaquePointer {
    guard let object else { preconditionFailure("libical made no object") }
    return object
  }
}
