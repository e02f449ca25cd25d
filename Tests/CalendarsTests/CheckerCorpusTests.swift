import CalendarClients
import Foundation
import ScheduleModel
import Testing

@testable import Calendars

@Suite("The strict check has no error on calendars that are valid")
struct CheckerCorpusTests {
  @Test("calendars that icalendar, vobject and ics write have no error")
  func corpus() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "corpus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try ClientPrograms.writeCorpus(folder)
    #expect(run.status == 0, "\(run.output)")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(files.count > 60)
    for file in files.sorted(by: { $0.path < $1.path }) {
      let octets = Array(try Data(contentsOf: file))
      let findings = CalendarChecker.findings(in: octets, file: file.lastPathComponent)
      let errors = findings.filter { $0.severity == .error }
      #expect(errors.map(\.told) == [], "\(file.lastPathComponent)")
      let reading = CalendarReader.read(octets, CalendarText.terms())
      #expect(!reading.events.isEmpty || file.lastPathComponent.hasPrefix("icalendar"))
    }
  }

  private static func calendar(_ lines: String, head: String = "") -> [UInt8] {
    let text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\n\(head)\(lines)\nEND:VCALENDAR\n"
    return Array(text.replacing("\n", with: "\r\n").utf8)
  }

  private static func event(_ lines: String) -> String {
    "BEGIN:VEVENT\nUID:1@example.vn\nDTSTAMP:20260101T000000Z\n\(lines)\nEND:VEVENT"
  }

  private static let zone =
    "BEGIN:VTIMEZONE\nTZID:Bangkok\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0700\nTZOFFSETTO:+0700\n"
    + "END:STANDARD\nEND:VTIMEZONE\n"

  @Test(
    "what is valid but seldom has no finding at all",
    arguments: [
      event("DTSTART:20260304T010000Z\nCATEGORIES:a\nCATEGORIES:b,c"),
      event(
        "DTSTART;TZID=Bangkok:20260304T080000\nRRULE:FREQ=DAILY\nEXDATE:20260306T010000Z\nRDATE:20260401T020000Z"
      ),
      event("DTSTART;TZID=Bangkok:20260304T080000\nDTEND:20260304T020000Z"),
      event(
        "DTSTART;TZID=/Asia/Bangkok:20260304T080000\nDTEND;TZID=/vendor.example/Asia/Tokyo:20260304T120000"),
      "begin:vevent\nuid:1\ndtstamp:20260101t000000z\ndtstart;value=date:20260304\nstatus:tentative\ntransp:Opaque\n"
        + "rrule:freq=weekly;byday=mo,+1tu\nEND:vevent".replacing(",+1tu", with: ",tu"),
      event(
        "DTSTART;TZID=\"Bangkok\":20260304T080000\nATTENDEE;MEMBER=\"mailto:a@b.vn\",\"mailto:c@d.vn\":mailto:e@f.vn"
      ),
      event("DTSTART:20260304T010000Z\nRRULE:FREQ=WEEKLY") + "\n"
        + event("RECURRENCE-ID:20260311T010000Z\nDTSTART;VALUE=DATE:20260311"),
      event("DTSTART:20260304T235960Z\nDURATION:P1DT2H3M4S\nGEO:-21.5;105\nPRIORITY:0\nSEQUENCE:+1"),
      event(
        "DTSTART:20260304T010000Z\nDESCRIPTION:\nCLASS:X-NOI-BO\nX-A;X-B=:\nREQUEST-STATUS:2.8;Đã nhận;x"),
      event("DTSTART:20260304T010000Z\nRRULE:FREQ=YEARLY;BYWEEKNO=-1,20;BYDAY=MO;UNTIL=20300101T000000Z"),
      event("DTSTART:20260304T010000Z\nRRULE:RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5L;SKIP=FORWARD"),
      event(
        "DTSTART:20260304T010000Z\nRDATE;VALUE=PERIOD:20260401T020000Z/PT1H,20260402T020000Z/20260402T030000Z"
      ),
      "BEGIN:VFREEBUSY\nUID:1\nDTSTAMP:20260101T000000Z\nFREEBUSY;FBTYPE=BUSY:20260401T020000Z/PT1H\nEND:VFREEBUSY",
      "BEGIN:VTODO\nUID:1\nDTSTAMP:20260101T000000Z\nEND:VTODO",
      event("DTSTART:20260304T010000Z\nDURATION:PT0S"),
      "BEGIN:X-DAI\nX-A:b\nEND:X-DAI",
    ])
  func valid(lines: String) {
    let findings = CalendarChecker.findings(in: Self.calendar(lines, head: Self.zone), file: "x.ics")
    #expect(findings.map(\.told) == [])
  }

  @Test("with a METHOD an event needs no DTSTART; several calendars have UIDs and zones of their own")
  func scopes() {
    let bare = Self.calendar(Self.event("SUMMARY:x"), head: "METHOD:REQUEST\n")
    #expect(CalendarChecker.findings(in: bare, file: "x.ics") == [])
    let one = Self.calendar(Self.event("DTSTART;TZID=Bangkok:20260304T080000"), head: Self.zone)
    #expect(CalendarChecker.findings(in: one + one, file: "x.ics") == [])
    let other = Self.calendar(Self.event("DTSTART;TZID=Bangkok:20260304T080000"))
    #expect(CalendarChecker.findings(in: one + other, file: "x.ics").map(\.code) == [.calendarTime])
  }
}
