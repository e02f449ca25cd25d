import ScheduleModel
import Testing

@testable import Calendars

@Suite("A broken calendar is read to its end, and told")
struct MalformedCalendarTests {
  @Test("each of a hundred broken files has a finding with a line of the file and words in both languages")
  func named() {
    #expect(MalformedCalendars.named.count > 90)
    for (name, octets) in MalformedCalendars.named {
      let reading = CalendarReader.read(octets, CalendarText.terms())
      #expect(!reading.findings.isEmpty, "\(name.prefix(80))")
      #expect(Self.fault(of: reading, octets) == nil, "\(name.prefix(80))")
    }
  }

  @Test("a file that is cut off anywhere has a finding, until its last line is whole")
  func truncated() {
    let whole = MalformedCalendars.whole
    let complete = CalendarReader.read(whole, CalendarText.terms())
    #expect(complete.findings == [])
    let silent = (0..<(whole.count - 2)).filter { count in
      CalendarReader.read(Array(whole[..<count]), CalendarText.terms()).findings.allSatisfy {
        $0.severity < .error
      }
    }
    #expect(silent == [])
  }

  @Test("six hundred accidents: no crash, and the same reading however the file is cut into blocks")
  func accidents() {
    var fault: String?
    for seed in 0..<600 where fault == nil {
      var calendars = MalformedCalendars(seed: seed)
      let octets = calendars.next()
      let reading = CalendarReader.read(octets, CalendarText.terms())
      fault = Self.fault(of: reading, octets).map { "seed \(seed): \($0)" }
    }
    #expect(fault == nil)
  }

  @Test(
    "a rule without an end from the year 1900, counted in hundreds of millions, costs no more than its days")
  func endless() {
    let reading = CalendarText.read(
      CalendarText.event("a", "DTSTART:19000101T000000Z", "RRULE:FREQ=DAILY;COUNT=999999999999999999999"),
      CalendarText.event("b", "DTSTART:19000101T000000Z", "RRULE:FREQ=DAILY;UNTIL=21991231"))
    #expect(reading.events.map(\.spans.count) == [365, 365])
  }

  @Test("more events than a year can have are counted, not kept")
  func tooMany() {
    var octets = Array("BEGIN:VCALENDAR\r\n".utf8)
    for number in 0..<21_000 {
      octets += Array(
        "BEGIN:VEVENT\r\nUID:\(number)\r\nSUMMARY:\(number)\r\nDTSTART;VALUE=DATE:20260305\r\nEND:VEVENT\r\n"
          .utf8)
    }
    let reading = CalendarReader.read(octets + Array("END:VCALENDAR\r\n".utf8), CalendarText.terms())
    #expect(reading.events.count == 20_000)
    #expect(reading.findings.map(\.code) == [.calendarTooLarge])
    #expect(reading.findings.first?.message.en.hasSuffix("(1000 times, first here).") == true)
  }

  /// What a reading must never be, whatever was read.
  static func fault(of reading: CalendarReading, _ octets: [UInt8]) -> String? {
    let lines = octets.count { $0 == 0x0A } + 1
    for finding in reading.findings {
      if let place = finding.place, !(1...lines).contains(place.line) {
        return "line \(place.line) of \(lines)"
      }
      if finding.message.vi.isEmpty || finding.message.en.isEmpty { return "no words" }
    }
    let days = CalendarText.terms().days
    for event in reading.events {
      if event.spans.isEmpty || !event.spans.allSatisfy({ $0.touches(days) }) {
        return "a time outside the year"
      }
      if event.spans != event.spans.sorted(by: { ($0.start, $0.seconds) < ($1.start, $1.seconds) }) {
        return "no order"
      }
    }
    var reader = CalendarReader(CalendarText.terms())
    for start in stride(from: 0, to: octets.count, by: 97) {
      octets[start..<min(start + 97, octets.count)].withUnsafeBytes { reader.take($0) }
    }
    if reader.end() != reading { return "in blocks it reads otherwise" }
    let grid = GridAdoption(reading, CalendarText.terms(), outlet: nil, plan: nil)
    let off = BlackoutAdoption(reading, CalendarText.terms(), outlet: nil, outletID: nil, plan: nil)
    return off.blackouts.allSatisfy({
      days.contains($0.days.lowerBound) && $0.days.upperBound <= days.upperBound
    })
      && grid.lines.allSatisfy({ !$0.line.id.isEmpty }) ? nil : "a part of no plan"
  }
}
