import ScheduleModel

/// A component of a calendar (RFC 5545 §3.6) as a value, before ``ComponentComposer`` writes it.
struct CalendarComponent: Hashable, Sendable {
  let kind: Kind
  var properties: [CalendarProperty]
  var parts: [CalendarComponent] = []

  enum Kind: String, Sendable {
    case calendar = "VCALENDAR"
    case event = "VEVENT"
    case task = "VTODO"
    case alarm = "VALARM"
    case zone = "VTIMEZONE"
    case standard = "STANDARD"
    case daylight = "DAYLIGHT"
  }
}

/// A property of a component. Its parameters follow from its value.
struct CalendarProperty: Hashable, Sendable {
  let name: Name
  let value: Value

  init(_ name: Name, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// A property of free text, or `nil` when nothing of the text can stand in a calendar: no property is empty.
  static func text(
    _ name: Name, _ raw: String, language: String? = nil, keepingLines: Bool = false
  ) -> CalendarProperty? {
    CleanText(raw, keepingLines: keepingLines).map { CalendarProperty(name, .text($0, language: language)) }
  }

  /// Everything that is written, in the spelling in which it is written.
  enum Name: String, CaseIterable, Sendable {
    // The calendar
    case version = "VERSION"
    case product = "PRODID"
    case scale = "CALSCALE"
    case method = "METHOD"
    case name = "NAME"
    case refresh = "REFRESH-INTERVAL"
    case calendarName = "X-WR-CALNAME"
    case calendarZone = "X-WR-TIMEZONE"
    case timeToLive = "X-PUBLISHED-TTL"

    // An event or a task
    case uid = "UID"
    case stamp = "DTSTAMP"
    case modified = "LAST-MODIFIED"
    case sequence = "SEQUENCE"
    case start = "DTSTART"
    case end = "DTEND"
    case due = "DUE"
    case summary = "SUMMARY"
    case description = "DESCRIPTION"
    case location = "LOCATION"
    case link = "URL"
    case categories = "CATEGORIES"
    case colour = "COLOR"
    case status = "STATUS"
    case transparency = "TRANSP"
    case access = "CLASS"
    case relatedTo = "RELATED-TO"
    case line = "X-LICHSONG-LINE"
    case edition = "X-LICHSONG-EDITION"
    case language = "X-LICHSONG-LANGUAGE"
    case run = "X-LICHSONG-RUN"
    case outcome = "X-LICHSONG-OUTCOME"
    case aired = "X-LICHSONG-AIRED"

    // A reminder
    case action = "ACTION"
    case trigger = "TRIGGER"

    // A time zone
    case zone = "TZID"
    case zoneName = "TZNAME"
    case offsetFrom = "TZOFFSETFROM"
    case offsetTo = "TZOFFSETTO"
  }

  enum Value: Hashable, Sendable {
    /// Free text, with the tag of its language (RFC 5545 §3.2.10); `nil` for a name or an id.
    case text(CleanText, language: String?)
    /// One of the words that RFC 5545 allows for the property, written as it is.
    case word(String)
    /// A day as a whole (`VALUE=DATE`).
    case day(CivilDay)
    /// An instant on the clock of a zone; without a zone, the clock of the component itself.
    case local(LocalTime, zone: String?)
    /// An instant in UTC.
    case utc(LocalTime)
    case number(Int)
    /// A duration in hours.
    case hours(Int)
    /// A reminder: how many minutes before the start of its component; negative after it.
    case beforeStart(minutes: Int)
    /// A reminder: how many minutes before the end or the deadline of its component; negative after it.
    case beforeEnd(minutes: Int)
    /// Seconds east of UTC.
    case offset(Int)
  }
}
