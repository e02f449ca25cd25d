import Calendars
import ScheduleModel
import Testing

@Suite("The strict check finds what parsers accept")
struct CalendarCheckTests {
  /// A sound calendar of one version with its translation.
  private func sound() throws -> String {
    let plan = try SampleSchedule.plan()
    let version = try SampleSchedule.schedule(of: plan).placements.filter { $0.language.tag == "tai" }
    let schedule = Sample.schedule([], Array(version.prefix(1)))
    return try #require(CalendarExport.files(plan: plan, schedule: schedule, language: .english).last).text
  }

  @Test("a sound calendar has no problems")
  func soundCalendar() throws { #expect(CalendarCheck.problems(in: try sound()) == []) }

  @Test(
    "each break is found",
    arguments: [
      ("METHOD:PUBLISH\r\n", "", ["METHOD is not PUBLISH"]),
      ("METHOD:PUBLISH\r\n", "METHOD:PUBLISH\n", ["line 5 ends without CR"]),
      (
        "END:VCALENDAR\r\n", "END:VCALENDAR",
        ["the last line does not end", "does not end with END:VCALENDAR", "not one whole calendar"]
      ),
      (
        "BEGIN:VCALENDAR", "\u{FEFF}BEGIN:VCALENDAR",
        ["does not begin with BEGIN:VCALENDAR", "END:VCALENDAR closes nothing"]
      ),
      (
        "PRODID:-//Lich Song//lichsong//EN", "PRODID:" + String(repeating: "x", count: 69),
        ["line 3 has 76 octets"]
      ),
      ("PRODID:-//Lich Song//lichsong//EN", "PRODID:\u{7}", ["line 3 has a control character"]),
      ("PRODID:-//Lich Song//lichsong//EN", "PRODID:\u{85}", ["line 3 has a control character"]),
      ("PRODID:-//Lich Song//lichsong//EN", "PRODID:Tiê\u{301}ng", ["not in NFC"]),
      ("PRODID:-//Lich Song//lichsong//EN", "PRODID:", ["an empty property: PRODID:"]),
      ("X-PUBLISHED-TTL:PT12H", "X-PUBLISHED-TTL:PT6H", ["two refresh intervals"]),
      ("X-WR-CALNAME:T", "X-WR-CALNAME:t", ["two names"]),
      (
        "TZID:Asia/Ho_Chi_Minh", "TZID:Asia/Saigon",
        ["zones [\"Asia/Saigon\"], but [\"Asia/Ho_Chi_Minh\"] are used"]
      ),
      ("DTSTART:19700101T000000\r\n", "", ["0 DTSTART in a zone"]),
      (
        "BEGIN:VEVENT\r\n", "BEGIN:VEVENT\r\nDURATION:PT1H\r\n",
        ["DURATION in p2020.chuyen-muc.1.tai@lichsong"]
      ),
      ("CATEGORIES:television\r\n", "", ["0 CATEGORIES in p2020.chuyen-muc.1.tai@lichsong"]),
      (
        "CATEGORIES:television", "CATEGORIES:tele,vision",
        ["CATEGORIES is not escaped in p2020.chuyen-muc.1.tai@lichsong"]
      ),
      ("TRANSP:TRANSPARENT", "TRANSP:OPAQUE", ["p2020.chuyen-muc.1.tai@lichsong takes time"]),
      (
        "DTEND;TZID=Asia/Ho_Chi_Minh:20200103T001500", "DTEND;TZID=Asia/Ho_Chi_Minh:20200103T000000",
        ["DTEND is not after DTSTART in p2020.chuyen-muc.1.tai@lichsong"]
      ),
      (
        "DTEND;TZID=Asia/Ho_Chi_Minh:20200103T001500", "DTEND;VALUE=DATE:20200104",
        ["DTEND and DTSTART differ in kind in p2020.chuyen-muc.1.tai@lichsong"]
      ),
      (
        "DTEND;TZID=Asia/Ho_Chi_Minh:20200103T001500", "DTEND;TZID=Asia/Ho_Chi_Minh:20200103T001500Z",
        ["a TZID with Z: 20200103T001500Z"]
      ),
      (
        "RELATED-TO:p2020.chuyen-muc.1.tai@lichsong", "RELATED-TO:nobody",
        ["todo-p2020.chuyen-muc.1.tai@lichsong serves no event"]
      ),
      ("DUE;VALUE=DATE:20200101\r\n", "", ["no DUE in todo-p2020.chuyen-muc.1.tai@lichsong"]),
    ])
  func broken(_ part: String, by replacement: String, problems: [String]) throws {
    let text = try sound()
    let broken = String(
      decoding: Array(text.utf8).replacing(
        Array(part.utf8), with: Array(replacement.utf8), maxReplacements: 1), as: UTF8.self)
    #expect(!broken.utf8.elementsEqual(text.utf8))
    #expect(CalendarCheck.problems(in: broken) == problems)
  }

  @Test("a character split by a fold, and a UID that comes twice, are found")
  func splitAndRepeated() throws {
    var bytes = Array(try sound().utf8)
    let word = Array("Lai Châu".utf8)
    let range = try #require(bytes.firstRange(of: word))
    bytes.insert(contentsOf: [0x0D, 0x0A, 0x20], at: range.upperBound - 2)
    let split = CalendarCheck.problems(in: String(decoding: bytes, as: UTF8.self))
    #expect(split.count == 2 && split.allSatisfy { $0.hasSuffix(" has a broken character") })
    let text = try sound()
    let event = text[
      try #require(text.firstRange(of: "BEGIN:VEVENT"))
        .lowerBound..<(try #require(text.firstRange(of: "BEGIN:VTODO")).lowerBound)]
    let repeated = text.replacing("BEGIN:VTODO", with: event + "BEGIN:VTODO")
    #expect(CalendarCheck.problems(in: repeated) == ["a repeated UID of a VEVENT"])
  }
}
