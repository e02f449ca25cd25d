import Foundation
import ScheduleModel
import Testing

@testable import Calendars

@Suite("A zone is written as small as the plan's days allow")
struct ZoneComponentTests {
  private func text(_ zone: String, _ days: Range<CivilDay>) -> String {
    String(
      decoding: ComponentComposer.octets(of: ZoneComponent.component(for: zone, on: days)), as: UTF8.self
    )
    .replacing("\r\n", with: "\n")
  }

  @Test("Việt Nam has one block from 1970 on, a form that Outlook reads, whatever happened before 1975")
  func vietnam() {
    let expected = """
      BEGIN:VTIMEZONE
      TZID:Asia/Ho_Chi_Minh
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0700
      TZOFFSETTO:+0700
      TZNAME:+07
      END:STANDARD
      END:VTIMEZONE

      """
    #expect(text("Asia/Ho_Chi_Minh", CivilDay.year(2020)) == expected)
  }

  @Test("Paris 2020 goes forward on 29 March and back on 25 October")
  func paris() {
    let expected = """
      BEGIN:VTIMEZONE
      TZID:Europe/Paris
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0100
      TZNAME:+01
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:20200329T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      TZNAME:+02
      END:DAYLIGHT
      BEGIN:STANDARD
      DTSTART:20201025T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      TZNAME:+01
      END:STANDARD
      END:VTIMEZONE

      """
    #expect(text("Europe/Paris", CivilDay.year(2020)) == expected)
  }

  @Test("Sydney 2020 begins in summer time, which began in October 2019")
  func sydney() {
    let expected = """
      BEGIN:VTIMEZONE
      TZID:Australia/Sydney
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+1000
      TZOFFSETTO:+1000
      TZNAME:+10
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:20191006T020000
      TZOFFSETFROM:+1000
      TZOFFSETTO:+1100
      TZNAME:+11
      END:DAYLIGHT
      BEGIN:STANDARD
      DTSTART:20200405T030000
      TZOFFSETFROM:+1100
      TZOFFSETTO:+1000
      TZNAME:+10
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:20201004T020000
      TZOFFSETFROM:+1000
      TZOFFSETTO:+1100
      TZNAME:+11
      END:DAYLIGHT
      END:VTIMEZONE

      """
    #expect(text("Australia/Sydney", CivilDay.year(2020)) == expected)
  }

  @Test("a clock that is set once and for all is no daylight saving: Bình Nhưỡng, 4 May 2018")
  func pyongyang() {
    let expected = """
      BEGIN:VTIMEZONE
      TZID:Asia/Pyongyang
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0830
      TZOFFSETTO:+0830
      TZNAME:+0830
      END:STANDARD
      BEGIN:STANDARD
      DTSTART:20180504T233000
      TZOFFSETFROM:+0830
      TZOFFSETTO:+0900
      TZNAME:+09
      END:STANDARD
      END:VTIMEZONE

      """
    #expect(text("Asia/Pyongyang", CivilDay.year(2018)) == expected)
  }

  @Test("a plan of summer alone says what standard time is, and since when it is summer")
  func summerOnly() throws {
    let days = try Sample.days("2020-06-01", "2020-07-31")
    let blocks = ZoneComponent.component(for: "Europe/Paris", on: days).parts
    #expect(blocks.map(\.kind) == [.standard, .daylight])
    #expect(blocks[0].properties.contains(.init(.offsetTo, .offset(3600))))
    let march = LocalTime(try Sample.day("2020-03-29"), try #require(TimeOfDay("2:00")))
    #expect(blocks[1].properties.contains(.init(.start, .local(march, zone: nil))))
  }

  @Test("in every zone and at every hour of 2020, the blocks give the offset that the system knows")
  func everyZone() {
    var wrong: String?
    for zone in TimeZone.knownTimeZoneIdentifiers.sorted() where wrong == nil {
      let clock = ZoneClock(zone)
      let blocks = ZoneComponent.component(for: zone, on: CivilDay.year(2020)).parts.map(Block.init)
      let days = CivilDay.year(2020)
      let first = LocalTime(days.lowerBound).seconds
      for hour in 0..<(days.count * 24) where wrong == nil {
        let instant = first + hour * 3600
        // The last block that has begun by then, each beginning on the clock before it.
        let block = blocks.last { $0.start - $0.from <= instant }
        if block?.to != clock.offset(at: instant) { wrong = "\(zone) at \(LocalTime(seconds: instant)) UTC" }
      }
    }
    #expect(wrong == nil)
  }

  /// A block as a client reads it.
  private struct Block {
    var start = 0
    var from = 0
    var to = 0

    init(_ component: CalendarComponent) {
      for property in component.properties {
        switch (property.name, property.value) {
        case (.start, .local(let time, _)): start = time.seconds
        case (.offsetFrom, .offset(let seconds)): from = seconds
        case (.offsetTo, .offset(let seconds)): to = seconds
        default: break
        }
      }
    }
  }
}
