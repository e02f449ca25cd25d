import ScheduleModel
import Testing

@testable import Calendars

@Suite("Other people's calendars are read on the outlet's clock")
struct CalendarReaderTests {
  private let thursday = [
    "SUMMARY:Cải cách", "DTSTART;TZID=Asia/Ho_Chi_Minh:20260305T201500",
    "DTEND;TZID=Asia/Ho_Chi_Minh:20260305T203000",
  ]

  private func event(_ lines: [String], uid: String = "a") -> String {
    "BEGIN:VEVENT\nUID:\(uid)\n\(lines.map { $0 + "\n" }.joined())END:VEVENT\n"
  }

  @Test("a weekly event with a day taken out, a day added and one moved to another hour")
  func series() {
    let reading = CalendarText.read(
      event(
        thursday + [
          "RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE;TZID=Asia/Ho_Chi_Minh:20260312T201500",
          "RDATE;TZID=Asia/Ho_Chi_Minh:20260314T201500",
        ]),
      event([
        "SUMMARY:Cải cách", "RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20260319T201500",
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20260320T090000", "DURATION:PT30M",
      ]))
    #expect(
      CalendarText.times(reading) == [
        "2026-03-05T20:15 15m", "2026-03-14T20:15 15m", "2026-03-20T09:00 30m", "2026-03-26T20:15 15m",
        "2026-04-02T20:15 15m",
      ])
    #expect(reading.events.map(\.title) == ["Cải cách"])
    #expect(reading.events.map(\.rule) == ["FREQ=WEEKLY;BYDAY=TH"])
    #expect(reading.findings == [])
  }

  @Test("a change for the future moves what comes after it, and a cancelled occurrence is gone")
  func changesOfSeries() {
    let reading = CalendarText.read(
      event(thursday + ["RRULE:FREQ=WEEKLY;COUNT=5"]),
      event([
        "RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh;RANGE=THISANDFUTURE:20260319T201500",
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20260319T210000", "DURATION:PT20M",
      ]), event(["RECURRENCE-ID:20260312T131500Z", "DTSTART:20260312T131500Z", "STATUS:CANCELLED"]))
    #expect(
      CalendarText.times(reading) == [
        "2026-03-05T20:15 15m", "2026-03-19T21:00 20m", "2026-03-26T21:00 20m", "2026-04-02T21:00 20m",
      ])
  }

  @Test("single events of one title, hour and length are one; what is outside the year is counted")
  func singles() {
    func single(_ uid: String, _ day: String, _ title: String = "Tin") -> String {
      event(["SUMMARY:\(title)", "DTSTART:\(day)T131500Z", "DURATION:PT15M"], uid: uid)
    }
    let reading = CalendarText.read(
      single("a", "20260305"), single("b", "20260306"), single("c", "20260306", "Khác"),
      single("d", "20250306"), single("e", "20270306"))
    #expect(reading.events.map { "\($0.line) \($0.title) \($0.spans.count)" } == ["4 Tin 2", "16 Khác 1"])
    #expect(CalendarText.told(reading) == ["CALENDAR_LEFT_OUT 22 info"])
    #expect(
      reading.findings.first?.message.en
        == "An event outside the days of the plan is left out (2 times, first here).")
  }

  @Test(
    "zones: of Windows, of other programs, one that the file defines, UTC, a place with summer time",
    arguments: [
      ("TZID=SE Asia Standard Time", "20260705T201500", "2026-07-05T20:15", 1),
      ("TZID=/citadel.org/20250101_1/Asia/Ho_Chi_Minh", "20260705T201500", "2026-07-05T20:15", 0),
      ("TZID=Đài của chúng tôi", "20260705T201500", "2026-07-05T20:45", 0),
      ("TZID=/Asia/Ho_Chi_Minh", "20260705T201500", "2026-07-05T20:15", 0),
      ("tzid=\"Asia/Ho_Chi_Minh\"", "20260705t201500", "2026-07-05T20:15", 0),
      ("TZID=Europe/Berlin", "20260705T151500", "2026-07-05T20:15", 0),
      ("TZID=Europe/Berlin", "20260105T151500", "2026-01-05T21:15", 0),
      ("X-A=b", "20260705T131500Z", "2026-07-05T20:15", 0),
      ("X-A=b", "20260705T201500", "2026-07-05T20:15", 1),
    ])
  func zones(parameter: String, value: String, expected: String, notes: Int) {
    let zone = """
      BEGIN:VTIMEZONE
      TZID:Đài của chúng tôi
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0630
      TZOFFSETTO:+0630
      END:STANDARD
      END:VTIMEZONE

      """
    let reading = CalendarText.read(zone, event(["DTSTART;\(parameter):\(value)", "DURATION:PT15M"]))
    #expect(CalendarText.times(reading) == [expected + " 15m"])
    #expect(reading.findings.map(\.code) == Array(repeating: .calendarZone, count: notes))
  }

  @Test("every zone that Windows names exists")
  func windowsZones() {
    var zones = EventZones(outlet: "Asia/Ho_Chi_Minh", through: CalendarText.terms().days.upperBound)
    let missing = WindowsZones.names.filter { name, city in
      if case .unknown = zones.meaning(of: name) { true } else { false }
    }
    #expect(missing == [:])
  }

  @Test("a calendar that names its zone tells its own bare times on it")
  func calendarZone() {
    let octets = CalendarText.octets("X-WR-TIMEZONE:Asia/Tokyo\n", event(["DTSTART:20260705T201500"]))
    let reading = CalendarReader.read(octets, CalendarText.terms())
    #expect(CalendarText.times(reading) == ["2026-07-05T18:15 0m"])
    #expect(reading.findings == [])
  }

  @Test("a rule ends with the last second of UNTIL on the event's clock, whole days by their day")
  func until() {
    func days(_ rule: String, _ start: String) -> [String] {
      CalendarText.times(CalendarText.read(event([start, "RRULE:\(rule)"]))).map { String($0.prefix(10)) }
    }
    let timed = "DTSTART;TZID=Asia/Ho_Chi_Minh:20260305T201500"
    #expect(days("FREQ=DAILY;UNTIL=20260306T131500Z", timed) == ["2026-03-05", "2026-03-06"])
    #expect(days("FREQ=DAILY;UNTIL=20260306T131459Z", timed) == ["2026-03-05"])
    #expect(days("FREQ=DAILY;UNTIL=20260306", timed) == ["2026-03-05", "2026-03-06"])
    #expect(days("FREQ=DAILY;UNTIL=20260306", "DTSTART;VALUE=DATE:20260305") == ["2026-03-05", "2026-03-06"])
    #expect(days("FREQ=WEEKLY;INTERVAL=2;COUNT=2;BYDAY=SU", "DTSTART;VALUE=DATE:20260301").count == 2)
  }

  @Test("busy times of a VFREEBUSY, but not the free ones")
  func freeBusy() {
    let reading = CalendarText.read(
      """
      BEGIN:VFREEBUSY
      FREEBUSY;FBTYPE=BUSY:20260305T010000Z/PT1H,20260306T010000Z/20260306T030000Z
      FREEBUSY;FBTYPE=FREE:20260307T010000Z/PT1H
      END:VFREEBUSY

      """)
    #expect(reading.events.map(\.kind) == [.unnamed])
    #expect(CalendarText.times(reading) == ["2026-03-05T08:00 60m", "2026-03-06T08:00 120m"])
  }

  @Test("however the file is cut into blocks, the reading is the same")
  func blocks() {
    let octets = CalendarText.octets(
      event(thursday + ["RRULE:FREQ=WEEKLY;\n COUNT=5", "DESCRIPTION:một\n \thai\n  ba"]),
      event(["SUMMARY:Bảo\n  trì", "DTSTART;VALUE=DATE:20260401"], uid: "b"))
    let whole = CalendarReader.read(octets, CalendarText.terms())
    #expect(whole.events.map(\.title) == ["Cải cách", "Bảo trì"])
    for size in [1, 2, 3, 7, 64] {
      var reader = CalendarReader(CalendarText.terms())
      for start in stride(from: 0, to: octets.count, by: size) {
        octets[start..<min(start + size, octets.count)].withUnsafeBytes { reader.take($0) }
      }
      #expect(reader.end() == whole, "\(size)")
    }
  }

  @Test(
    "what is not understood is an error at its line, and the event is left out",
    arguments: [
      (["DTSTART:20260305T201500Z", "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"], "CALENDAR_RULE 7"),
      (["DTSTART:20260305T201500Z", "RRULE:FREQ=WEEKLY;BYDAY=TH;BYSETPOS=1"], "CALENDAR_RULE 7"),
      (["DTSTART:20260305T201500Z", "RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY"], "CALENDAR_RULE 8"),
      (["DTSTART:20260305T201500Z", "RRULE:"], "CALENDAR_RULE 7"),
      (["DTSTART;TZID=Asia/Hanoi:20260305T201500"], "CALENDAR_ZONE 6"),
      (["DTSTART;TZID=../../etc/passwd:20260305T201500"], "CALENDAR_ZONE 6"),
      (["DTSTART:20260305T251500"], "CALENDAR_TIME 6"), (["DTSTART:100000305T201500"], "CALENDAR_TIME 6"),
      (["DTSTART:"], "CALENDAR_TIME 6"), (["SUMMARY:x"], "CALENDAR_PROPERTY 4"),
      (["DTSTART:20260305T201500Z", "DTEND:20260305T201459Z"], "CALENDAR_TIME 7"),
      (["DTSTART:20260305T201500Z", "DTEND;VALUE=DATE:20260306"], "CALENDAR_TIME 7"),
      (["DTSTART:20260305T201500Z", "DURATION:-PT15M"], "CALENDAR_PROPERTY 7"),
      (["DTSTART:20260305T201500Z", "DTSTART:20260305T201500Z"], "CALENDAR_PROPERTY 7"),
      (["DTSTART:20260305T201500Z", "RRULE:FREQ=DAILY", "EXDATE:20260305,x"], "CALENDAR_TIME 8"),
    ])
  func notUnderstood(lines: [String], expected: String) {
    let reading = CalendarText.read(event(lines))
    #expect(reading.events == [])
    #expect(CalendarText.told(reading) == [expected + " error"])
  }

  @Test("an event comes twice: the one with the higher SEQUENCE counts, and it is told")
  func twice() {
    for (first, second, expected) in [(0, 1, "2026-03-06"), (1, 0, "2026-03-05"), (0, 0, "2026-03-05")] {
      let reading = CalendarText.read(
        event(["SEQUENCE:\(first)", "DTSTART;VALUE=DATE:20260305"]),
        event(["SEQUENCE:\(second)", "DTSTART;VALUE=DATE:20260306"]))
      #expect(reading.events.flatMap(\.spans).map { "\($0.from.day)" } == [expected])
      #expect(reading.findings.map(\.code) == [.calendarUIDRepeated])
    }
  }
}
