import Foundation
import ScheduleModel
import Testing

@testable import Calendars

@Suite("What is adopted is what RFC 5545 says")
struct AdoptedTimesTests {
  private func event(_ lines: [String], uid: String = "a") -> String { CalendarText.event(uid, lines) }

  private func times(_ components: String...) -> [String] {
    CalendarText.times(CalendarReader.read(CalendarText.octets(components), CalendarText.terms()))
  }

  // MARK: Clocks that are changed

  @Test(
    "an hour that a clock leaves out is reckoned by the offset before, one that comes twice is the first",
    arguments: [
      // Central Europe puts its clock forward on 29 March at 02:00, and back on 25 October at 03:00.
      ("TZID=Europe/Paris:20260329T023000", "2026-03-29T08:30"),
      ("TZID=Europe/Paris:20260329T013000", "2026-03-29T07:30"),
      ("TZID=Europe/Paris:20260329T033000", "2026-03-29T08:30"),
      ("TZID=Europe/Paris:20261025T023000", "2026-10-25T07:30"),
      ("TZID=Europe/Paris:20261025T033000", "2026-10-25T09:30"),
      // Los Angeles lies west of UTC: 8 March and 1 November.
      ("TZID=America/Los_Angeles:20260308T023000", "2026-03-08T17:30"),
      ("TZID=America/Los_Angeles:20261101T013000", "2026-11-01T15:30"),
      ("TZID=America/Los_Angeles:20261101T023000", "2026-11-01T17:30"),
      // Lord Howe puts its clock forward by half an hour on 4 October.
      ("TZID=Australia/Lord_Howe:20261004T021500", "2026-10-03T22:45"),
    ])
  func gapsAndOverlaps(start: String, expected: String) {
    #expect(times(event(["DTSTART;\(start)", "DURATION:PT10M"])) == [expected + " 10m"])
  }

  @Test("an outlet whose clock is changed shows hours of other zones on its own")
  func outletWithSummerTime() {
    let octets = CalendarText.octets(
      event(["DTSTART:20261025T003000Z", "DURATION:PT1H"], uid: "a"),
      event(["DTSTART:20261025T013000Z", "DURATION:PT1H"], uid: "b"),
      event(["DTSTART;TZID=Europe/Paris:20260329T023000", "DURATION:PT1H"], uid: "c"),
      event(["DTSTART;TZID=Europe/Paris:20260328T233000", "DURATION:PT4H"], uid: "d"))
    let reading = CalendarReader.read(octets, CalendarText.terms(zone: "Europe/Paris"))
    #expect(
      reading.events.flatMap(\.spans).map { "\($0.from) \($0.seconds / 60)m \($0.to)" } == [
        "2026-10-25T02:30 60m 2026-10-25T02:30", "2026-10-25T02:30 60m 2026-10-25T03:30",
        "2026-03-29T03:30 60m 2026-03-29T04:30", "2026-03-28T23:30 240m 2026-03-29T04:30",
      ])
  }

  @Test(
    "DTEND is the time that passes, also in the night of a change; DURATION counts days by the clock, hours as they pass"
  )
  func durations() {
    func lengths(_ end: String) -> [String] {
      times(
        event(["DTSTART;TZID=Europe/Madrid:20260327T230000", end, "RRULE:FREQ=DAILY;COUNT=3"])
      ).map { String($0.suffix(5)).trimmingCharacters(in: [" "]) }
    }
    #expect(lengths("DTEND;TZID=Europe/Madrid:20260328T040000") == ["300m", "300m", "300m"])
    #expect(lengths("DURATION:PT5H") == ["300m", "300m", "300m"])
    #expect(lengths("DURATION:P1D") == ["1440m", "1380m", "1440m"])
    #expect(lengths("DURATION:P1DT5H") == ["1740m", "1680m", "1740m"])
  }

  // MARK: Changes of occurrences

  private let weekly = [
    "SUMMARY:Bạn nhà nông", "DTSTART;TZID=Asia/Ho_Chi_Minh:20260504T053000", "DURATION:PT30M",
    "RRULE:FREQ=WEEKLY;COUNT=3",
  ]

  private func change(_ lines: String...) -> String {
    event(["RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20260511T053000"] + lines)
  }

  @Test("of several changes of an occurrence the highest SEQUENCE alone holds, in whatever order they stand")
  func newestChange() {
    let first = change("SEQUENCE:3", "DTSTART:20260511T100000Z", "DURATION:PT30M")
    let second = change("SEQUENCE:11", "DTSTART:20260512T100000Z", "DURATION:PT45M")
    let cancelled = change("SEQUENCE:7", "DTSTART:20260511T100000Z", "STATUS:cancelled")
    let moved = ["2026-05-04T05:30 30m", "2026-05-12T17:00 45m", "2026-05-18T05:30 30m"]
    #expect(times(first, event(weekly), second, cancelled) == moved)
    #expect(times(second, cancelled, first, event(weekly)) == moved)
    #expect(times(cancelled, event(weekly), first) == ["2026-05-04T05:30 30m", "2026-05-18T05:30 30m"])
    #expect(times(event(weekly), first, cancelled) == ["2026-05-04T05:30 30m", "2026-05-18T05:30 30m"])
    let reading = CalendarText.read(event(weekly), second, first)
    #expect(CalendarText.told(reading) == ["CALENDAR_UID_REPEATED 20 warning"])
    #expect(
      reading.findings.first?.message.en
        == "Lines 12 and 20 change the same occurrence of “a”; the newer one, in line 12, is used.")
  }

  @Test("of several versions of a whole event the newest holds too, be it single, recurring or cancelled")
  func newestEvent() {
    let old = event(["SEQUENCE:2"] + weekly)
    let single = event(["SEQUENCE:5", "DTSTART:20260601T000000Z", "DURATION:PT5M"])
    let cancelled = event(["SEQUENCE:9", "STATUS:CANCELLED", "DTSTART:20260601T000000Z"])
    for order in [[old, single], [single, old]] {
      let reading = CalendarReader.read(CalendarText.octets(order), CalendarText.terms())
      #expect(CalendarText.times(reading) == ["2026-06-01T07:00 5m"])
    }
    #expect(times(cancelled, single, old) == [])
    #expect(times(old, cancelled, single) == [])
  }

  @Test("a change that cannot be read takes its occurrence out, and is an error")
  func unreadableChange() {
    let rest = ["2026-05-04T05:30 30m", "2026-05-18T05:30 30m"]
    for lines in [
      ["DTSTART;TZID=Không rõ:20260511T100000"], ["DTSTART:20261311T100000Z"], ["SUMMARY:x"],
      ["DTSTART:20260511T100000Z", "DURATION:P1"], ["DTSTART:20260511T100000Z", "RRULE:FREQ=SECONDLY"],
    ] {
      let broken = event(["RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20260511T053000"] + lines)
      let reading = CalendarText.read(broken, event(weekly))
      #expect(CalendarText.times(reading) == rest, "\(lines)")
      #expect(reading.findings.map(\.severity) == [.error], "\(lines)")
    }
    // Of a zone that nobody knows it is taken for an occurrence on the event's own clock.
    let lost = event(["RECURRENCE-ID;TZID=Không rõ:20260511T053000", "DTSTART:20260511T100000Z"])
    #expect(times(event(weekly), lost) == rest)
  }

  @Test("days stand for the hour of a timed event: RECURRENCE-ID, EXDATE and RDATE; what they miss is told")
  func days() {
    #expect(
      times(event(weekly + ["EXDATE;VALUE=DATE:20260504", "RDATE;VALUE=DATE:20260702"])) == [
        "2026-05-11T05:30 30m", "2026-05-18T05:30 30m", "2026-07-02T05:30 30m",
      ])
    let moved = event(["RECURRENCE-ID;VALUE=DATE:20260511", "DTSTART:20260511T120000Z", "DURATION:PT30M"])
    #expect(
      times(event(weekly), moved) == ["2026-05-04T05:30 30m", "2026-05-11T19:00 30m", "2026-05-18T05:30 30m"])
    let idle = CalendarText.read(
      event(weekly + ["EXDATE;VALUE=DATE:20260505", "EXDATE:20260511T000000Z,20260517T223000Z"]))
    #expect(CalendarText.times(idle) == ["2026-05-04T05:30 30m", "2026-05-11T05:30 30m"])
    #expect(CalendarText.told(idle) == ["CALENDAR_RULE 11 warning"])
    #expect(
      idle.findings.first?.message.en
        == "EXDATE is no occurrence of its event; nothing is taken out (2 times, first here).")
  }

  @Test("hours stand for their day in an event of whole days")
  func hoursOfDays() {
    let event = event([
      "DTSTART;VALUE=DATE:20260601", "RRULE:FREQ=DAILY;COUNT=4", "EXDATE:20260602T000000",
      "EXDATE:20260602T170000Z",
    ])
    #expect(times(event) == ["2026-06-01T00:00 1440m", "2026-06-04T00:00 1440m"])
  }

  @Test("a change of a single event takes its place; a change that is cancelled takes it out")
  func changeOfSingle() {
    let single = event(["DTSTART;TZID=Asia/Ho_Chi_Minh:20260909T190000", "DURATION:PT1H"])
    func changed(_ id: String, _ lines: String...) -> String { event(["RECURRENCE-ID\(id)"] + lines) }
    let utc = ":20260909T120000Z"
    #expect(times(single, changed(utc, "DTSTART:20260910T130000Z")) == ["2026-09-10T20:00 0m"])
    #expect(times(changed(utc, "DTSTART:20260910T130000Z"), single) == ["2026-09-10T20:00 0m"])
    #expect(
      times(single, changed(";VALUE=DATE:20260909", "DTSTART:20260910T130000Z")) == ["2026-09-10T20:00 0m"])
    #expect(times(single, changed(utc, "DTSTART:20260909T120000Z", "STATUS:CANCELLED")) == [])
    let other = CalendarText.read(single, changed(":20260901T120000Z", "DTSTART:20260910T130000Z"))
    #expect(CalendarText.times(other) == ["2026-09-09T19:00 60m", "2026-09-10T20:00 0m"])
    #expect(CalendarText.told(other) == ["CALENDAR_RULE 10 warning"])
  }

  @Test("a changed occurrence that is free opens its day, and one that is busy closes it")
  func freeOccurrence() {
    func closed(_ kind: String, _ changed: String) -> [String] {
      let reading = CalendarText.read(
        event(["SUMMARY:Bảo dưỡng", kind, "DTSTART;VALUE=DATE:20260801", "RRULE:FREQ=DAILY;COUNT=3"]),
        event(["RECURRENCE-ID;VALUE=DATE:20260802", changed, "DTSTART;VALUE=DATE:20260802"]))
      return BlackoutAdoption(reading, CalendarText.terms(), outlet: nil, outletID: nil, plan: nil)
        .blackouts.map { "\($0.days)" }
    }
    #expect(
      closed("TRANSP:OPAQUE", "TRANSP:transparent") == [
        "2026-08-01..<2026-08-02", "2026-08-03..<2026-08-04",
      ])
    #expect(closed("TRANSP:TRANSPARENT", "TRANSP:OPAQUE") == ["2026-08-02..<2026-08-03"])
    #expect(closed("TRANSP:OPAQUE", "CLASS:PUBLIC") == ["2026-08-01..<2026-08-04"])
  }

  // MARK: Zones of the file

  /// Half an hour of summer time, from the last Sunday of May to the first of September.
  private let zone = """
    begin:vtimezone
    tzid:Giờ đài huyện
    BEGIN:DAYLIGHT
    DTSTART:16010527T000000
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=5
    TZOFFSETFROM:+0700
    TZOFFSETTO:+0730
    END:DAYLIGHT
    BEGIN:STANDARD
    DTSTART:16010902T003000
    RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=9
    TZOFFSETFROM:+0730
    TZOFFSETTO:+0700
    END:STANDARD
    END:VTIMEZONE

    """

  @Test("a zone is what the file defines, summer time included, wherever the definition stands")
  func zoneOfTheFile() {
    let daily = event([
      "DTSTART;TZID=Giờ đài huyện:20260528T190000", "DURATION:PT15M", "RRULE:FREQ=DAILY;INTERVAL=4;COUNT=2",
    ])
    // Left out, and reckoned by the offset before.
    let gap = event(["DTSTART;TZID=Giờ đài huyện:20260531T001000", "DURATION:PT15M"], uid: "c")
    #expect(times(gap, zone) == ["2026-05-31T00:10 15m"])
    let late = event(["DTSTART;tzid=\"Giờ đài huyện\":20261201T190000", "DURATION:PT15M"], uid: "b")
    let expected = ["2026-05-28T19:00 15m", "2026-06-01T18:30 15m", "2026-12-01T19:00 15m"]
    for components in [[zone, daily, late], [daily, zone, late], [daily, late, zone]] {
      let reading = CalendarReader.read(CalendarText.octets(components), CalendarText.terms())
      #expect(CalendarText.times(reading) == expected)
      #expect(reading.findings == [])
    }
  }

  /// The clocks of a town before there were zones, each set once: what came last holds ever since.
  private let old = """
    BEGIN:VTIMEZONE
    TZID:Giờ Yangon
    BEGIN:STANDARD
    DTSTART:18800415T000000
    TZOFFSETFROM:+062447
    TZOFFSETTO:+062447
    END:STANDARD
    BEGIN:STANDARD
    DTSTART:18620701T000000
    TZOFFSETFROM:+062400
    TZOFFSETTO:+062447
    END:STANDARD
    BEGIN:STANDARD
    DTSTART:19450503T000000
    TZOFFSETFROM:+0900
    TZOFFSETTO:+0630
    END:STANDARD
    END:VTIMEZONE

    """

  @Test("a clock that was set in the nineteenth century and put right later is the later one")
  func zoneFromTheNineteenthCentury() {
    let start = event(["DTSTART;TZID=Giờ Yangon:20260311T060000", "DURATION:PT15M"])
    let reading = CalendarReader.read(CalendarText.octets(start, old), CalendarText.terms())
    #expect(CalendarText.times(reading) == ["2026-03-11T06:30 15m"] && reading.findings == [])
    let ancient = old.replacing("DTSTART:19450503T000000", with: "DTSTART:18990503T000000")
    #expect(
      CalendarText.times(CalendarReader.read(CalendarText.octets(start, ancient), CalendarText.terms()))
        == ["2026-03-11T06:30 15m"])
  }

  @Test(
    "a rule that ends in a year that no plan has goes on, one that ended in the nineteenth century never occurs again",
    arguments: ["99991231T235959Z", "22500101T000000Z", "99991231"])
  func endOfTheWorld(until: String) {
    func read(_ until: String) -> [String] {
      times(
        event(["DTSTART:20261218T010000Z", "DURATION:PT15M", "RRULE:FREQ=WEEKLY;UNTIL=\(until)"]))
    }
    #expect(read(until) == ["2026-12-18T08:00 15m", "2026-12-25T08:00 15m"])
    #expect(read("18991231T000000Z") == ["2026-12-18T08:00 15m"])
  }

  @Test("another calendar of the same file has zones of its own")
  func zonesOfCalendars() {
    let start = event(["DTSTART;TZID=Giờ đài huyện:20260701T190000", "DURATION:PT15M"])
    let other = event(["DTSTART;TZID=Giờ đài huyện:20260701T190000", "DURATION:PT15M"], uid: "b")
    let east = zone.replacing("+07", with: "+09")
    let both = CalendarReader.read(
      CalendarText.octets(start, zone) + CalendarText.octets(other, east), CalendarText.terms())
    #expect(CalendarText.times(both) == ["2026-07-01T18:30 15m", "2026-07-01T16:30 15m"])
    let one = CalendarReader.read(
      CalendarText.octets(start, zone) + CalendarText.octets(other), CalendarText.terms())
    #expect(CalendarText.times(one) == ["2026-07-01T18:30 15m"])
    #expect(one.findings.map(\.code) == [.calendarZone])
  }

  @Test(
    "global names lead to the zone of the world, with a vendor or without; what is nowhere defined leaves its event out",
    arguments: [
      ("/Asia/Tokyo", ["2026-07-01T17:00 15m"]),
      ("/mozilla.org/20070129_1/Asia/Tokyo", ["2026-07-01T17:00 15m"]),
      ("/softwarestudio.org/Olson_20011030_5/America/Argentina/Buenos_Aires", ["2026-07-02T05:00 15m"]),
      ("/softwarestudio.org/Tzfile/Nowhere", []), ("Sao Hỏa", []), ("/", []),
    ])
  func globalZones(name: String, expected: [String]) {
    let reading = CalendarText.read(event(["DTSTART;TZID=\(name):20260701T190000", "DURATION:PT15M"]))
    #expect(CalendarText.times(reading) == expected)
    #expect(reading.findings.map(\.code) == (expected.isEmpty ? [.calendarZone] : []))
  }

  @Test(
    "a definition that is not understood defines nothing",
    arguments: [
      ("TZOFFSETTO:+0730", "TZOFFSETTO:+07"), ("FREQ=YEARLY;BYDAY=-1SU", "FREQ=SECONDLY"),
      ("DTSTART:16010527T000000", "DTSTART:x"), ("BEGIN:DAYLIGHT", "BEGIN:DAYLIGHT\nRDATE:x"),
    ])
  func brokenZone(line: String, by other: String) {
    let reading = CalendarText.read(
      zone.replacing(line, with: other),
      event(["DTSTART;TZID=Giờ đài huyện:20260701T190000", "DURATION:PT15M"]))
    #expect(reading.events == [])
    #expect(reading.findings.map(\.code) == [.calendarZone])
  }

  @Test("vCalendar 1.0 is recognised and refused")
  func vCalendar() {
    let old =
      "BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nDTSTART:20260701T190000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    let reading = CalendarReader.read(Array(old.utf8), CalendarText.terms())
    #expect(reading.events == [])
    #expect(CalendarText.told(reading) == ["CALENDAR_SYNTAX 2 error"])
    #expect(
      reading.findings.first?.remedy?.en
        == "In the calendar program, export it again as iCalendar (.ics, VERSION:2.0).")
  }
}
