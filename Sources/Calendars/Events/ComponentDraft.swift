import ScheduleModel

/// A component before it is known which revision of it this is: all lines but `DTSTAMP`, `LAST-MODIFIED` and
/// `SEQUENCE`, which stand after the UID.
struct ComponentDraft {
  let uid: String
  /// `BEGIN` and `UID`.
  let head: [UInt8]
  /// All from `DTSTART` on.
  let body: [UInt8]

  /// The draft with these octets.
  init(uid: String, head: [UInt8], body: [UInt8]) { (self.uid, self.head, self.body) = (uid, head, body) }

  /// The draft of a component that says nothing of its revision.
  init(uid: CleanText, _ component: CalendarComponent) {
    self.uid = uid.text
    var head = ComponentText()
    head.open(component.kind)
    head.append(CalendarProperty(.uid, .text(uid, language: nil)))
    self.head = head.octets
    var body = ComponentText()
    for property in component.properties { body.append(property) }
    for part in component.parts { body.append(part) }
    body.close(component.kind)
    self.body = body.octets
  }
}

/// Which revision of a component this is.
struct ComponentRevision: Hashable, Sendable {
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

  /// How many lines these are.
  static let lines = 3

  /// How many octets they have.
  var size: Int { sequence < 10 ? 70 : 69 + String(sequence).utf8.count }

  /// The revision that follows on this one.
  ///
  /// - Parameter isSignificant: Whether `SEQUENCE` rises.
  func next(at time: LocalTime, isSignificant: Bool) -> ComponentRevision {
    ComponentRevision(sequence: sequence + (isSignificant ? 1 : 0), stamp: max(time, stamp))
  }
}
