import ScheduleModel

/// A placement with its components, written once and put into every calendar that shows it.
struct CalendarEntry {
  /// Its VEVENT.
  let event: ComponentDraft
  /// The VTODO of its translation; `nil` when it needs none.
  let task: ComponentDraft?
  /// The day on which it begins.
  let day: CivilDay
  /// The zone of its hours; `nil` for whole days, which have none.
  let zone: String?
  /// The numbers of the calendars that carry it.
  let calendars: [Int]
}

/// A component before it is known which revision of it this is: all lines but `DTSTAMP`, `LAST-MODIFIED` and
/// `SEQUENCE`, which stand after the UID.
struct ComponentDraft {
  let uid: String
  /// `BEGIN` and `UID`.
  let head: [UInt8]
  /// All from `DTSTART` on.
  let body: [UInt8]

  /// The draft of a component that says nothing of its revision.
  init(uid: CleanText, _ component: CalendarComponent) {
    self.uid = uid.text
    var head = ComponentText()
    head.open(component.kind)
    head.append(CalendarProperty(.uid, .text(uid, language: nil)))
    self.head = head.octets
    var body = ComponentText()
    for property in component.properties { body.append(property) }
    body.close(component.kind)
    self.body = body.octets
  }

  /// The component with the lines of its revision.
  func octets(_ revision: [UInt8]) -> ArraySlice<UInt8> {
    var octets: [UInt8] = []
    octets.reserveCapacity(head.count + revision.count + body.count)
    octets += head
    octets += revision
    octets += body
    return octets[...]
  }
}

/// Which revision of a component this is.
struct ComponentRevision: Hashable {
  /// How often its time, place or status changed (RFC 5545 §3.8.7.4).
  let sequence: Int
  /// When it changed last, in UTC.
  let stamp: LocalTime

  /// The three lines that say so.
  var octets: [UInt8] {
    var text = ComponentText()
    text.append(CalendarProperty(.stamp, .utc(stamp)))
    text.append(CalendarProperty(.modified, .utc(stamp)))
    text.append(CalendarProperty(.sequence, .number(sequence)))
    return text.octets
  }
}
