/// Where the rules for calendars stand: RFC 5545, and the standards that came after it.
enum CalendarStandard {
  /// The section on a property: `RFC 5545 §3.8.2.4`.
  static func section(ofProperty name: String) -> String { properties[name] ?? "RFC 5545 §3.8.8" }

  /// The section on a component: `RFC 5545 §3.6.1`.
  static func section(ofComponent kind: String) -> String { components[kind] ?? "RFC 5545 §3.6" }

  private static let components = [
    "VEVENT": "RFC 5545 §3.6.1", "VTODO": "RFC 5545 §3.6.2", "VJOURNAL": "RFC 5545 §3.6.3",
    "VFREEBUSY": "RFC 5545 §3.6.4", "VTIMEZONE": "RFC 5545 §3.6.5", "STANDARD": "RFC 5545 §3.6.5",
    "DAYLIGHT": "RFC 5545 §3.6.5", "VALARM": "RFC 5545 §3.6.6", "AVAILABLE": "RFC 7953 §3.1",
  ]

  private static let properties: [String: String] = {
    var sections = [
      "NAME": "RFC 7986 §5.1", "REFRESH-INTERVAL": "RFC 7986 §5.7", "SOURCE": "RFC 7986 §5.8",
      "COLOR": "RFC 7986 §5.9", "IMAGE": "RFC 7986 §5.10", "CONFERENCE": "RFC 7986 §5.11",
    ]
    let chapters = [
      "3.7": ["CALSCALE", "METHOD", "PRODID", "VERSION"],
      "3.8.1": [
        "ATTACH", "CATEGORIES", "CLASS", "COMMENT", "DESCRIPTION", "GEO", "LOCATION", "PERCENT-COMPLETE",
        "PRIORITY", "RESOURCES", "STATUS", "SUMMARY",
      ],
      "3.8.2": ["COMPLETED", "DTEND", "DUE", "DTSTART", "DURATION", "FREEBUSY", "TRANSP"],
      "3.8.3": ["TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "TZURL"],
      "3.8.4": [
        "ATTENDEE", "CONTACT", "ORGANIZER", "RECURRENCE-ID", "RELATED-TO", "URL", "UID",
      ],
      "3.8.5": ["EXDATE", "RDATE", "RRULE"], "3.8.6": ["ACTION", "REPEAT", "TRIGGER"],
      "3.8.7": ["CREATED", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE"],
    ]
    for (chapter, names) in chapters {
      for (index, name) in names.enumerated() { sections[name] = "RFC 5545 §\(chapter).\(index + 1)" }
    }
    sections["REQUEST-STATUS"] = "RFC 5545 §3.8.8.3"
    return sections
  }()
}
