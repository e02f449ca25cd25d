import ScheduleModel

/// A placement with its components as text, written once and put into every calendar that shows it.
struct CalendarEntry {
  /// The id of its outlet.
  let outlet: String
  let language: LanguageTag
  /// The zone of its hours; `nil` for whole days, which have none.
  let zone: String?
  /// The id of the unit that produces the line; `nil` when the plan does not say.
  let producer: String?
  /// Its VEVENT.
  let event: String
  /// The VTODO of its translation; `nil` when it needs none.
  let task: String?
}

/// Puts entries together to a calendar (RFC 5545 §3.4).
struct CalendarWriter {
  private let plan: Plan
  private let language: ReaderLanguage
  /// The VTIMEZONE of each zone in which an entry has an hour.
  private let zones: [String: String]

  init(plan: Plan, language: ReaderLanguage, entries: [CalendarEntry]) {
    self.plan = plan
    self.language = language
    let texts = Set(entries.compactMap(\.zone)).map { zone in
      (zone, ComponentText.text(of: ZoneComponent.component(for: zone, on: plan.days)))
    }
    zones = Dictionary(uniqueKeysWithValues: texts)
  }

  /// A calendar: its properties, the zones in use by name, the events in the schedule's order, the tasks.
  func file(_ name: String, title: Words, of entries: [CalendarEntry]) -> CalendarFile {
    precondition(name.utf8.allSatisfy(isFileNameByte), "an id of the plan was not checked: \(name)")
    let empty = ComponentText.text(of: calendar(title: title, of: entries))
    let end = "END:VCALENDAR\r\n"
    precondition(empty.hasSuffix(end), "a calendar ends with its END")
    var text = String(empty.unicodeScalars.dropLast(end.unicodeScalars.count))
    for zone in Set(entries.compactMap(\.zone)).sorted() { text += zones[zone] ?? "" }
    for entry in entries { text += entry.event }
    for entry in entries { text += entry.task ?? "" }
    return CalendarFile(name: "\(name).ics", title: title, text: text + end)
  }

  private func calendar(title: Words, of entries: [CalendarEntry]) -> CalendarComponent {
    let name = "\(title[language]) – \(plan.title)"
    let outlets = Set(entries.map(\.outlet))
    let zone = plan.outlets.first { outlets.contains($0.id) }?.zone
    let text: [CalendarProperty?] = [
      .text(.version, "2.0"),
      .text(.product, "-//Lich Song//lichsong//\(language.rawValue.uppercased())"),
      .text(.scale, "GREGORIAN"), .init(.method, .word("PUBLISH")),
      .text(.name, name), .text(.calendarName, name),
      zone.flatMap { .text(.calendarZone, $0) },
      .init(.refresh, .hours(12)), .text(.timeToLive, "PT12H"),
    ]
    return CalendarComponent(kind: .calendar, properties: text.compactMap(\.self))
  }
}

/// Lower-case letters, digits and hyphens: nothing that leaves a folder.
private func isFileNameByte(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
}
