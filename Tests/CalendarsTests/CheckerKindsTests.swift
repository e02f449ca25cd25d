import ScheduleModel
import Testing

@testable import Calendars

@Suite("What the strict check finds names the rule")
struct CheckerKindsTests {
  private func told(_ octets: [UInt8]) -> [String] {
    CalendarChecker.findings(in: octets, file: "x.ics").map { finding in
      let mark = finding.severity == .error ? "" : " \(finding.severity)"
      return "\(finding.place?.line ?? 0)\(mark): \(finding.message.en)"
    }
  }

  private func calendar(_ lines: [String]) -> [UInt8] {
    let all = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN"] + lines + ["END:VCALENDAR"]
    return Array(all.map { $0 + "\r\n" }.joined().utf8)
  }

  /// The finding about a line of an event, the sixth of which it is.
  private func told(_ line: String, kind: String = "VEVENT", start: String = "DTSTART:20260304T010000Z")
    -> [String]
  {
    told(calendar(["BEGIN:\(kind)", "UID:1", line, "DTSTAMP:20260101T000000Z", start, "END:\(kind)"]))
  }

  @Test(
    "values",
    arguments: [
      ("DURATION:P1", "DURATION cannot be “P1” (RFC 5545 §3.8.2.5)."),
      ("DURATION:PT1H30S", "DURATION cannot be “PT1H30S” (RFC 5545 §3.8.2.5)."),
      ("DURATION:-PT5M", "DURATION cannot be “-PT5M” (RFC 5545 §3.8.2.5)."),
      ("TRANSP:BUSY", "TRANSP cannot be “BUSY” (RFC 5545 §3.8.2.7)."),
      ("GEO:21.5", "GEO cannot be “21.5” (RFC 5545 §3.8.1.6)."),
      ("GEO:91;105", "GEO cannot be “91;105” (RFC 5545 §3.8.1.6)."),
      ("PRIORITY:10", "PRIORITY cannot be “10” (RFC 5545 §3.8.1.9)."),
      ("CREATED;VALUE=DATE:20260101", "CREATED cannot be “;VALUE=DATE:20260101” (RFC 5545 §3.8.7.1)."),
      ("ORGANIZER:Đài tỉnh", "ORGANIZER cannot be “Đài tỉnh” (RFC 5545 §3.8.4.3)."),
      ("ATTENDEE:anna@example.vn", "ATTENDEE cannot be “anna@example.vn” (RFC 5545 §3.8.4.1)."),
      ("URL:example.vn", "URL cannot be “example.vn” (RFC 5545 §3.8.4.6)."),
      (
        "ATTACH;VALUE=BINARY;ENCODING=BASE64:VGlu?w==",
        "ATTACH cannot be “;VALUE=BINARY:VGlu?w==” (RFC 5545 §3.8.1.1)."
      ),
      ("REQUEST-STATUS:ok", "REQUEST-STATUS cannot be “ok” (RFC 5545 §3.8.8.3)."),
      ("CLASS:nội bộ", "CLASS cannot be “nội bộ” (RFC 5545 §3.8.1.3)."),
      (
        "CATEGORIES:a;b",
        "CATEGORIES has a comma, semicolon or backslash that is not escaped (RFC 5545 §3.3.11)."
      ),
      (
        "RDATE;VALUE=PERIOD:20260401T020000Z/20260401T010000Z",
        "RDATE is no date or time, or not what VALUE says: “20260401T020000Z/20260401T010000Z” (RFC 5545 §3.8.5.2)."
      ),
      ("COLOR:#ff0000", "COLOR cannot be “#ff0000” (RFC 7986 §5.9)."),
    ])
  func values(line: String, message: String) { #expect(told(line) == ["6: " + message]) }

  @Test(
    "parameters",
    arguments: [
      ("ATTENDEE;RSVP=YES:mailto:a@b.vn", "The parameter RSVP of ATTENDEE cannot be “YES” (RFC 5545 §3.2)."),
      (
        "ATTENDEE;DELEGATED-TO=x:mailto:a@b.vn",
        "The value of the parameter DELEGATED-TO must be in quotation marks (RFC 5545 §3.2)."
      ),
      (
        "SUMMARY;X-A=a\"b\":x",
        "The parameter X-A of SUMMARY has a quotation mark out of place (RFC 5545 §3.2)."
      ),
      ("SUMMARY;X-A=a;x-a=b:x", "SUMMARY has the same parameter twice (RFC 5545 §3.2)."),
      (
        "RECURRENCE-ID;RANGE=ALL:20260304T010000Z",
        "The parameter RANGE of RECURRENCE-ID cannot be “ALL” (RFC 5545 §3.2)."
      ),
      ("DTEND;VALUE=DATE;TZID=/Asia/Tokyo:20260305", "DTEND is a day, and has a TZID (RFC 5545 §3.2.19)."),
      (
        "ATTENDEE;CN=Lò Thị Mai, Đài huyện:mailto:a@b.vn",
        "The value of the parameter CN must be in quotation marks (RFC 5545 §3.2)."
      ),
      (
        "DESCRIPTION;LANGUAGE=vi,hmn:x",
        "The value of the parameter LANGUAGE must be in quotation marks (RFC 5545 §3.2)."
      ),
    ])
  func parameters(line: String, message: String) { #expect(told(line).contains("6: " + message)) }

  @Test(
    "every year of four digits is one, in zones, days and rules",
    arguments: ["0001", "1582", "1601", "1854", "1883", "1899", "2200", "2400", "9999"])
  func years(year: String) {
    let zone = [
      "BEGIN:VTIMEZONE", "TZID:Cũ", "BEGIN:STANDARD", "DTSTART:\(year)1118T120358", "TZOFFSETFROM:+070640",
      "TZOFFSETTO:+0700", "END:STANDARD", "END:VTIMEZONE",
    ]
    let event = [
      "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", "DTSTART;VALUE=DATE:\(year)0228",
      "RRULE:FREQ=YEARLY;UNTIL=\(year)1231", "END:VEVENT",
    ]
    #expect(told(calendar(zone + event)) == [])
    #expect(
      told(calendar(event.map { $0.replacing("\(year)0228", with: "\(year)0230") }))
        == ["7: DTSTART is no date or time, or not what VALUE says: “\(year)0230” (RFC 5545 §3.8.2.4)."])
  }

  @Test(
    "a reminder before the end of what has no end, and before the start of what has no start",
    arguments: [
      ("VEVENT", "DTSTART:20260304T010000Z", "TRIGGER;RELATED=END:-PT5M", "DTEND"),
      ("VEVENT", "DTSTART:20260304T010000Z\r\nDURATION:PT9M", "TRIGGER;RELATED=END:-PT5M", nil),
      ("VEVENT", "DTSTART:20260304T010000Z\r\nDTEND:20260304T011000Z", "TRIGGER;related=end:PT5M", nil),
      ("VEVENT", "DTSTART:20260304T010000Z", "TRIGGER:-PT5M", nil),
      ("VTODO", "DTSTART:20260304T010000Z", "TRIGGER;RELATED=END:-P1D", "DUE"),
      ("VTODO", "DUE:20260304T010000Z", "TRIGGER;RELATED=END:-P1D", nil),
      ("VTODO", "DUE:20260304T010000Z", "TRIGGER:-P1D", "DTSTART"),
      ("VTODO", "DUE:20260304T010000Z", "TRIGGER;VALUE=DATE-TIME:20260303T010000Z", nil),
    ])
  func anchors(kind: String, time: String, trigger: String, missing: String?) {
    let found = told(
      calendar([
        "BEGIN:\(kind)", "UID:1", "DTSTAMP:20260101T000000Z", time, "BEGIN:VALARM", "ACTION:AUDIO", trigger,
        "END:VALARM", "END:\(kind)",
      ]))
    let expected = missing.map {
      "TRIGGER is reckoned from \($0), which the \(kind) does not have (RFC 5545 §3.8.6.3)."
    }
    #expect(found.map { $0.drop { $0 != ":" }.dropFirst(2) } == [expected].compactMap { $0.map { $0[...] } })
  }

  @Test(
    "parts of rules, where they may stand, and UNTIL in the kind of DTSTART",
    arguments: [
      ("FREQ=DAILY;BYMONTH=13", "BYMONTH=13", true), ("FREQ=DAILY;BYMONTH=14", "BYMONTH=14", false),
      ("FREQ=DAILY;BYHOUR=24", "BYHOUR=24", false),
      ("FREQ=YEARLY;BYYEARDAY=0", "BYYEARDAY=0", false), ("FREQ=WEEKLY;BYDAY=2MO", "BYDAY=2MO", true),
      ("FREQ=WEEKLY;BYMONTHDAY=3", "BYMONTHDAY", true), ("FREQ=MONTHLY;BYWEEKNO=3", "BYWEEKNO", true),
      ("FREQ=DAILY;BYYEARDAY=3", "BYYEARDAY", true), ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS", true),
      ("FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO", "BYDAY=1MO", true), ("FREQ=DAILY;SKIP=OMIT", "SKIP", true),
      ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0", false), ("FREQ=DAILY;UNTIL=2026", "UNTIL=2026", false),
    ])
  func rules(rule: String, part: String, isMisplaced: Bool) {
    let found = told("RRULE:\(rule)")
    #expect(found.count == 1)
    #expect(found.first?.contains(part) == true)
    #expect(
      found.first?.contains(isMisplaced ? "must not be in an RRULE" : "unknown or out of bounds") == true)
    #expect(found.first?.hasSuffix("(RFC 5545 §3.3.10).") == true)
  }

  @Test(
    "UNTIL",
    arguments: [
      ("DTSTART:20260304T010000Z", "20270101", "UNTIL=20261231T165959Z"),
      ("DTSTART;TZID=/Asia/Tokyo:20260304T010000", "20270101T000000", "UNTIL=20261231T165959Z"),
      ("DTSTART:20260304T010000", "20270101T000000Z", "UNTIL=20261231T235959"),
      ("DTSTART;VALUE=DATE:20260304", "20270101T000000Z", "UNTIL=20261231"),
    ])
  func until(start: String, until: String, example: String) {
    let lines = [
      "BEGIN:VEVENT", "UID:1", "RRULE:FREQ=DAILY;UNTIL=\(until)", "DTSTAMP:20260101T000000Z", start,
      "END:VEVENT",
    ]
    let findings = CalendarChecker.findings(in: calendar(lines), file: "x.ics")
    #expect(findings.map(\.place?.line) == [6])
    #expect(findings.first?.remedy?.en == "Write it like: \(example)")
  }

  @Test(
    "how often and where properties may stand, by libical",
    arguments: [
      (
        "VEVENT", "TRANSP:OPAQUE\r\nTRANSP:OPAQUE",
        "7: TRANSP occurs more than once in the same VEVENT (RFC 5545 §3.6.1)."
      ),
      (
        "VTODO", "PERCENT-COMPLETE:1\r\nPERCENT-COMPLETE:2",
        "7: PERCENT-COMPLETE occurs more than once in the same VTODO (RFC 5545 §3.6.2)."
      ),
      (
        "VJOURNAL", "GEO:1;2",
        "6 warning: GEO does not belong in VJOURNAL (RFC 5545 §3.8.1.6); many programs pass over it."
      ),
      (
        "VEVENT", "COMPLETED:20260101T000000Z",
        "6 warning: COMPLETED does not belong in VEVENT (RFC 5545 §3.8.2.1); many programs pass over it."
      ),
      (
        "VTODO", "DTEND:20260305T010000Z",
        "6 warning: DTEND does not belong in VTODO (RFC 5545 §3.8.2.2); many programs pass over it."
      ),
      (
        "VEVENT", "RRULE:FREQ=DAILY\r\nRRULE:FREQ=WEEKLY",
        "7 warning: There are several RRULEs, of which programs make different things (RFC 5545 §3.8.5.3)."
      ),
      (
        "VEVENT", "EXRULE:FREQ=DAILY",
        "6 warning: EXRULE is no part of the standard any more (RFC 5545 appendix A.3); many programs pass over it."
      ),
    ])
  func counts(kind: String, lines: String, message: String) { #expect(told(lines, kind: kind) == [message]) }

  @Test(
    "alarms, zones, and what stands where it may not",
    arguments: [
      (
        ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT5M", "DESCRIPTION:x", "END:VALARM"],
        ["4: VALARM must not be in VCALENDAR (RFC 5545 §3.6.6)."]
      ),
      (
        [
          "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0700", "TZOFFSETTO:+0700",
          "END:STANDARD",
        ],
        ["4: STANDARD must not be in VCALENDAR (RFC 5545 §3.6.5)."]
      ),
      (
        ["BEGIN:VTIMEZONE", "TZID:x", "END:VTIMEZONE"],
        ["4: The VTIMEZONE “x” has no STANDARD or DAYLIGHT (RFC 5545 §3.6.5)."]
      ),
      (
        [
          "BEGIN:VTIMEZONE", "TZID:x", "BEGIN:STANDARD", "DTSTART:19700101T000000Z", "TZOFFSETFROM:+07",
          "TZOFFSETTO:-0000", "END:STANDARD", "END:VTIMEZONE",
        ],
        [
          "7: DTSTART of a zone must be a local time without TZID and Z: “19700101T000000Z” (RFC 5545 §3.6.5).",
          "8: TZOFFSETFROM cannot be “+07” (RFC 5545 §3.8.3.3).",
          "9: TZOFFSETTO cannot be “-0000” (RFC 5545 §3.8.3.4).",
        ]
      ),
      ([], ["1: The calendar has no component (RFC 5545 §3.6)."]),
      (
        ["BEGIN:VTODO", "UID:1", "DTSTAMP:20260101T000000Z", "END:VTODO", "X-A:b"],
        ["8 warning: A property of VCALENDAR follows a component in it (RFC 5545 §3.6)."]
      ),
      (
        ["BEGIN:VTODO", "UID:1", "DTSTAMP:20260101T000000Z", "DURATION:PT1H", "END:VTODO"],
        ["7: This VTODO has no DTSTART (RFC 5545 §3.6.2)."]
      ),
      (
        ["CALSCALE:JULIAN", "METHOD:PUBLISH", "METHOD:PUBLISH", "BEGIN:VFREEBUSY", "END:VFREEBUSY"],
        [
          "4: CALSCALE cannot be “JULIAN” (RFC 5545 §3.7.1).",
          "6: METHOD occurs more than once in the same VCALENDAR (RFC 5545 §3.6).",
          "7: This VFREEBUSY has no DTSTAMP (RFC 5545 §3.6.4).",
          "7: This VFREEBUSY has no UID (RFC 5545 §3.6.4).",
        ]
      ),
    ])
  func structure(lines: [String], messages: [String]) { #expect(told(calendar(lines)) == messages) }

  @Test(
    "reminders",
    arguments: [
      (["ACTION:DISPLAY", "TRIGGER:-PT5M"], ["This VALARM has no DESCRIPTION (RFC 5545 §3.6.6)."]),
      (
        ["ACTION:EMAIL", "TRIGGER:-PT5M", "DESCRIPTION:x", "SUMMARY:x"],
        ["This VALARM has no ATTENDEE (RFC 5545 §3.6.6)."]
      ),
      (
        ["ACTION:AUDIO", "TRIGGER:20260304T010000Z"],
        ["TRIGGER cannot be “20260304T010000Z” (RFC 5545 §3.8.6.3)."]
      ),
      (
        ["ACTION:AUDIO", "TRIGGER;VALUE=DATE-TIME:20260304T010000"],
        ["TRIGGER cannot be “;VALUE=DATE-TIME:20260304T010000” (RFC 5545 §3.8.6.3)."]
      ),
      (["ACTION:AUDIO", "TRIGGER:-PT5M", "REPEAT:2"], ["This VALARM has no DURATION (RFC 5545 §3.6.6)."]),
    ])
  func alarms(lines: [String], messages: [String]) {
    let event = [
      "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", "DTSTART:20260304T010000Z", "BEGIN:VALARM",
    ]
    let findings = CalendarChecker.findings(
      in: calendar(event + lines + ["END:VALARM", "END:VEVENT"]), file: "x.ics")
    #expect(findings.map(\.message.en) == messages)
  }

  @Test("a zone that is defined twice, and a change of another kind than its event")
  func together() {
    let zone = [
      "BEGIN:VTIMEZONE", "TZID:x", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0700",
      "TZOFFSETTO:+0700", "END:STANDARD", "END:VTIMEZONE",
    ]
    #expect(
      told(calendar(zone + zone)) == ["13: Line 5 has the VTIMEZONE “x” already (RFC 5545 §3.6.5)."])
    func event(_ lines: String...) -> [String] {
      ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z"] + lines + ["END:VEVENT"]
    }
    #expect(
      told(
        calendar(
          event("RECURRENCE-ID;VALUE=DATE:20260305", "DTSTART:20260305T020000Z")
            + event("DTSTART:20260304T010000Z", "RRULE:FREQ=DAILY"))) == [
          "7: RECURRENCE-ID is not of the kind (day or time) of the recurring event's DTSTART (RFC 5545 §3.8.4.4)."
        ])
  }

  @Test("bare line ends are one finding, long lines warnings, and no kind of finding hides another")
  func kinds() {
    let broken = (0..<60).map { "X-\($0):" + String(repeating: "x", count: 80) }
    let lines =
      ["BEGIN:VEVENT"] + broken + ["DTSTAMP:20260101T000000Z", "DTSTART:20260304T010000Z", "END:VEVENT"]
    let text = String(decoding: calendar(lines), as: UTF8.self).replacing("\r\n", with: "\n")
    let findings = CalendarChecker.findings(in: Array(text.utf8), file: "x.ics")
    #expect(findings.count { $0.code == .lineTooLong && $0.severity == .warning } == 20)
    #expect(
      findings.filter { $0.code != .lineTooLong }.map { "\($0.place?.line ?? 0): \($0.message.en)" } == [
        "1: 68 of 68 lines end with LF without CR, first here (RFC 5545 §3.1).",
        "4: This VEVENT has no UID (RFC 5545 §3.6.1).",
        "25: From here on there are 40 more of this kind, not shown one by one: The line has 85 octets; it should have 75 at most (RFC 5545 §3.1).",
      ])
  }

  @Test("vCalendar 1.0 is one finding, with the way out")
  func vCalendar() {
    let text =
      "BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nDALARM:20260304T010000Z;;;x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    let findings = CalendarChecker.findings(in: Array(text.utf8), file: "x.vcs")
    #expect(
      findings.map(\.message.en) == [
        "The file is vCalendar 1.0 (.vcs, of 1996), not iCalendar; nothing of it is read."
      ])
    #expect(
      findings.first?.remedy?.en
        == "In the calendar program, export it again as iCalendar (.ics, VERSION:2.0).")
  }

  @Test("zones as Outlook writes them: from 1601 on, with a name that a comma parts")
  func outlook() {
    #expect(
      told(
        calendar([
          "BEGIN:VTIMEZONE", "TZID:(GMT+07:00) Bangkok\\, Hanoi", "BEGIN:STANDARD",
          "DTSTART:16010101T000000", "TZOFFSETFROM:+0700", "TZOFFSETTO:+0700", "END:STANDARD",
          "END:VTIMEZONE", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z",
          "DTSTART;TZID=\"(GMT+07:00) Bangkok, Hanoi\":20260105T201500", "END:VEVENT",
        ])) == [])
    // A day that no calendar has is none in 1601 either.
    #expect(told("SUMMARY:a", start: "DTSTART:16010229T000000").count == 1)
  }
}
