import ScheduleModel
import Testing

@testable import Calendars

@Suite("The strict check tells what parsers forgive")
struct CalendarCheckerTests {
  private static let sound = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", "BEGIN:VTIMEZONE", "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0700", "TZOFFSETTO:+0700", "END:STANDARD",
    "END:VTIMEZONE", "BEGIN:VEVENT", "UID:1@example.vn", "DTSTAMP:20200101T000000Z", "SEQUENCE:0",
    "DTSTART;TZID=Asia/Ho_Chi_Minh:20200402T201500", "DTEND;TZID=Asia/Ho_Chi_Minh:20200402T203000",
    "RRULE:FREQ=WEEKLY;BYDAY=TH", "EXDATE;TZID=Asia/Ho_Chi_Minh:20200409T201500",
    "SUMMARY:Tiếng Mông\\, kỳ 1",
    "CATEGORIES:truyền hình", "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR",
  ]

  private static func octets(_ lines: [String]) -> [UInt8] { Array(lines.map { $0 + "\r\n" }.joined().utf8) }

  /// Code and line of each finding.
  private func told(_ octets: [UInt8]) -> [String] {
    CalendarChecker.findings(in: octets, file: "x.ics").map { "\($0.code.rawValue) \($0.place?.line ?? 0)" }
  }

  @Test("a sound calendar has no findings")
  func sound() { #expect(told(Self.octets(Self.sound)) == []) }

  @Test("a file in UTF-16 is told as that, once")
  func utf16() {
    var octets: [UInt8] = [0xFF, 0xFE]
    for unit in Self.sound.joined(separator: "\n").utf16 { octets += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(told(octets) == ["NOT_UTF8 1"])
  }

  @Test(
    "each break is told at its line",
    arguments: [
      ("VERSION:2.0", nil, ["CALENDAR_PROPERTY 1"]),
      ("VERSION:2.0", "VERSION:3.0", ["CALENDAR_PROPERTY 2"]),
      ("VERSION:2.0", "VERSION:1.0", ["CALENDAR_SYNTAX 2"]),
      ("PRODID:-//Example//EN", nil, ["CALENDAR_PROPERTY 1"]),
      ("PRODID:-//Example//EN", "PRODID:x\r\nPRODID:y", ["CALENDAR_PROPERTY 4"]),
      ("PRODID:-//Example//EN", "PRODID:a\u{7}b", ["CONTROL_CHARACTER 3"]),
      ("PRODID:-//Example//EN", "PRODID:a\u{85}b", ["CONTROL_CHARACTER 3"]),
      ("PRODID:-//Example//EN", "PRODID:" + String(repeating: "x", count: 69), ["LINE_TOO_LONG 3"]),
      ("PRODID:-//Example//EN", "PRODID:x\r\n", ["CALENDAR_SYNTAX 4"]),
      ("PRODID:-//Example//EN", "PRODID:x\r\nno line", ["CALENDAR_SYNTAX 4"]),
      ("PRODID:-//Example//EN", "PRODID:x\r\nA;B:c", ["CALENDAR_SYNTAX 4"]),
      ("BEGIN:VCALENDAR", "\u{FEFF}BEGIN:VCALENDAR", ["CALENDAR_SYNTAX 1"]),
      ("BEGIN:VCALENDAR", "X-A:b\r\nBEGIN:VCALENDAR", ["CALENDAR_SYNTAX 1"]),
      ("END:VCALENDAR", nil, ["CALENDAR_SYNTAX 1"]),
      (
        "END:VCALENDAR", "END:VCALENDAR\r\nX-A:b\r\n", ["CALENDAR_SYNTAX 25", "CALENDAR_SYNTAX 26"]
      ),
      ("END:VEVENT", nil, ["CALENDAR_SYNTAX 12"]),
      ("BEGIN:VEVENT", nil, ["CALENDAR_SYNTAX 12", "CALENDAR_SYNTAX 22"]),
      ("TZID:Asia/Ho_Chi_Minh", "TZID:Asia/Saigon", ["CALENDAR_TIME 16"]),
      ("TZOFFSETTO:+0700", nil, ["CALENDAR_PROPERTY 6"]),
      ("UID:1@example.vn", nil, ["CALENDAR_PROPERTY 12"]),
      ("DTSTAMP:20200101T000000Z", nil, ["CALENDAR_PROPERTY 12"]),
      ("DTSTAMP:20200101T000000Z", "DTSTAMP:20200101T000000", ["CALENDAR_PROPERTY 14"]),
      ("SEQUENCE:0", "SEQUENCE:x", ["CALENDAR_PROPERTY 15"]),
      ("SEQUENCE:0", "SEQUENCE:-1", ["CALENDAR_PROPERTY 15"]),
      ("SEQUENCE:0", "SEQUENCE:2147483648", ["CALENDAR_PROPERTY 15"]),
      ("STATUS:CONFIRMED", "STATUS:CANCELED", ["CALENDAR_PROPERTY 22"]),
      ("STATUS:CONFIRMED", "STATUS:NEEDS-ACTION", ["CALENDAR_PROPERTY 22"]),
      ("SUMMARY:Tiếng Mông\\, kỳ 1", "SUMMARY:Tiếng Mông, kỳ 1", ["CALENDAR_PROPERTY 20"]),
      ("SUMMARY:Tiếng Mông\\, kỳ 1", "SUMMARY;LANGUAGE=vi;LANGUAGE=en:x", ["CALENDAR_PROPERTY 20"]),
      ("RRULE:FREQ=WEEKLY;BYDAY=TH", "RRULE:FREQ=WEEKLY;BYWEEKDAY=TH", ["CALENDAR_PROPERTY 18"]),
      ("RRULE:FREQ=WEEKLY;BYDAY=TH", "RRULE:BYDAY=TH", ["CALENDAR_PROPERTY 18"]),
      ("RRULE:FREQ=WEEKLY;BYDAY=TH", "RRULE:FREQ=FORTNIGHTLY", ["CALENDAR_PROPERTY 18"]),
      ("RRULE:FREQ=WEEKLY;BYDAY=TH", "RRULE:FREQ=DAILY;COUNT=0", ["CALENDAR_PROPERTY 18"]),
      ("RRULE:FREQ=WEEKLY;BYDAY=TH", "RRULE:FREQ=DAILY;COUNT=2;UNTIL=20200505", ["CALENDAR_PROPERTY 18"]),
      (
        "DTEND;TZID=Asia/Ho_Chi_Minh:20200402T203000", "DTEND;TZID=Asia/Ho_Chi_Minh:20200402T201500",
        ["CALENDAR_TIME 17"]
      ),
      ("DTEND;TZID=Asia/Ho_Chi_Minh:20200402T203000", "DTEND:20200402T203000", ["CALENDAR_TIME 17"]),
      ("DTEND;TZID=Asia/Ho_Chi_Minh:20200402T203000", "DTEND;VALUE=DATE:20200403", ["CALENDAR_TIME 17"]),
      (
        "DTEND;TZID=Asia/Ho_Chi_Minh:20200402T203000", "DTEND;TZID=Asia/Ho_Chi_Minh:20200402T203000Z",
        ["CALENDAR_TIME 17"]
      ),
      (
        "DTEND;TZID=Asia/Ho_Chi_Minh:20200402T203000", "DTEND;TZID=Asia/Ho_Chi_Minh:20200402T243000",
        ["CALENDAR_TIME 17"]
      ),
      (
        "DTEND;TZID=Asia/Ho_Chi_Minh:20200402T203000", "DTEND;TZID=Asia/Ho_Chi_Minh:20200230T203000",
        ["CALENDAR_TIME 17"]
      ),
      ("SEQUENCE:0", "DURATION:PT15M", ["CALENDAR_TIME 17"]),
      ("EXDATE;TZID=Asia/Ho_Chi_Minh:20200409T201500", "EXDATE;VALUE=DATE:20200409", ["CALENDAR_TIME 19"]),
    ])
  func broken(_ line: String, by replacement: String?, findings: [String]) throws {
    var lines = Self.sound
    let index = try #require(lines.firstIndex(of: line))
    lines[index] = replacement ?? ""
    if replacement == nil { lines.remove(at: index) }
    #expect(told(Self.octets(lines)) == findings)
  }

  @Test("line ends, broken characters and a last line that does not end are told")
  func octets() {
    func replaced(_ old: String, _ new: [UInt8]) -> [UInt8] {
      Self.octets(Self.sound).replacing(Array(old.utf8), with: new, maxReplacements: 1)
    }
    #expect(told(replaced("VERSION:2.0\r\n", Array("VERSION:2.0\n".utf8))) == ["CALENDAR_SYNTAX 2"])
    #expect(
      told(replaced("PRODID:-//Example", [0x50, 0x52, 0x4F, 0x44, 0x49, 0x44, 0x3A, 0xFF])) == ["NOT_UTF8 3"])
    #expect(told(Array(Self.octets(Self.sound).dropLast(2))) == ["CALENDAR_SYNTAX 24"])
    // ế is three octets: the fold lies after the first.
    let word = Array("Tiếng Mông".utf8)
    let split = word[..<3] + [0x0D, 0x0A, 0x20] + word[3...]
    #expect(told(replaced("Tiếng Mông", Array(split))) == ["NOT_UTF8 20", "NOT_UTF8 21"])
  }

  @Test("the same UID twice is told, unless the RECURRENCE-ID differs")
  func uids() {
    let event = Array(Self.sound[11...22])
    let exception = event.filter { !$0.hasPrefix("RRULE") && !$0.hasPrefix("EXDATE") }.map {
      $0 == "SEQUENCE:0" ? "RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20200409T201500" : $0
    }
    func calendar(_ more: [String]) -> [UInt8] {
      Self.octets(Self.sound.dropLast() + more + ["END:VCALENDAR"])
    }
    #expect(told(calendar(event)) == ["CALENDAR_UID_REPEATED 25"])
    #expect(told(calendar(exception)) == [])
    #expect(told(calendar(exception + exception)) == ["CALENDAR_UID_REPEATED 35"])
  }

  @Test("a file that is no calendar ends in findings, not in a crash, and in no more than anybody reads")
  func hostile() {
    #expect(told([]) == ["CALENDAR_SYNTAX 1"])
    #expect(told(Array("plan: x\n".utf8)).last == "CALENDAR_SYNTAX 1")
    let many = CalendarChecker.findings(in: Array(repeating: 0x0A, count: 10_000), file: "x.ics")
    #expect(many.count == CalendarFindings.mostOfAKind + 3)
    let deep = String(repeating: "BEGIN:VCALENDAR\r\n", count: 10_000)
    #expect(told(Array(deep.utf8)).last == "MORE_FINDINGS 21")
    let nested = "BEGIN:VCALENDAR\r\n" + String(repeating: "BEGIN:X\r\n", count: 10_000)
    #expect(told(Array(nested.utf8)) == ["CALENDAR_SYNTAX 9"])
    let long = "BEGIN:VCALENDAR\r\n" + String(repeating: "X-A:b\r\n", count: 20_000)
    #expect(told(Array(long.utf8)) == ["CALENDAR_SYNTAX 1", "CALENDAR_SYNTAX 12001"])
    #expect(told(Array(repeating: 0x41, count: 50_000)).contains("LINE_TOO_LONG 1"))
  }

  @Test("every broken copy of a sound calendar is read to its end", arguments: 0..<60)
  func fuzz(seed: Int) throws {
    var random = try RandomYear(seed: seed)
    var octets = Self.octets(Self.sound)
    for _ in 0...random.number(0...4) {
      let index = random.number(0...octets.count - 1)
      switch random.number(0...2) {
      case 0: octets[index] = UInt8(random.number(0...255))
      case 1: octets.remove(at: index)
      default: octets.removeLast(octets.count - index - (index == 0 ? 1 : 0))
      }
    }
    let findings = CalendarChecker.findings(in: octets, file: "x.ics")
    #expect(findings.allSatisfy { $0.place?.file == "x.ics" && !$0.message.vi.isEmpty })
    #expect(CalendarChecker.findings(in: octets, file: "x.ics") == findings)
  }

  @Test("a finding tells what is wrong and what to write, in both languages")
  func words() throws {
    let lines = Self.sound.map { $0 == "STATUS:CONFIRMED" ? "STATUS:CANCELED" : $0 }
    let finding = try #require(CalendarChecker.findings(in: Self.octets(lines), file: "x.ics").first)
    #expect(finding.message.en == "STATUS cannot be “CANCELED” (RFC 5545 §3.8.1.11).")
    #expect(finding.message.vi == "STATUS không thể là “CANCELED” (RFC 5545 §3.8.1.11).")
    #expect(
      finding.remedy?.en == "Write it like: STATUS:TENTATIVE, STATUS:CONFIRMED, STATUS:CANCELLED")
  }
}
