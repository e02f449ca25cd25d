import ScheduleModel

/// Calendars that somebody or something broke, the same ones in every run.
struct MalformedCalendars {
  /// A calendar with all that the reader looks at.
  static let whole = CalendarText.octets(
    """
    BEGIN:VTIMEZONE
    TZID:Đài tỉnh
    BEGIN:STANDARD
    DTSTART:19700101T000000
    TZOFFSETFROM:+0700
    TZOFFSETTO:+0700
    END:STANDARD
    END:VTIMEZONE

    """,
    CalendarText.event(
      "a@b", "SUMMARY:Cải cách\\, chuyên mục", "DTSTART;TZID=Asia/Ho_Chi_Minh:20260305T201500",
      "DTEND;TZID=Asia/Ho_Chi_Minh:20260305T203000", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=9",
      "EXDATE;TZID=Asia/Ho_Chi_Minh:20260319T201500", "RDATE;VALUE=PERIOD:20260401T131500Z/PT30M",
      "BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM"),
    CalendarText.event(
      "a@b", "RECURRENCE-ID;TZID=\"Đài tỉnh\":20260402T201500", "DTSTART;TZID=Đài tỉnh:20260402T193000",
      "DURATION:PT15M", "SEQUENCE:2"),
    CalendarText.event("c", "SUMMARY:Tết", "DTSTART;VALUE=DATE:20260214", "DTEND;VALUE=DATE:20260221"),
    """
    BEGIN:VFREEBUSY
    FREEBUSY;FBTYPE=BUSY:20260305T010000Z/PT1H
    END:VFREEBUSY

    """)

  /// What a broken file may hold, each of which has a finding.
  static let named: [(name: String, octets: [UInt8])] = {
    func calendar(_ lines: String...) -> [UInt8] {
      CalendarText.octets("BEGIN:VEVENT\nUID:a\n\(lines.map { $0 + "\n" }.joined())END:VEVENT\n")
    }
    func text(_ text: String) -> [UInt8] { Array(text.utf8) }
    let start = "DTSTART:20260305T201500Z"
    let rules = [
      "FREQ=SECONDLY", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY;BYHOUR=25", "FREQ=HOURLY",
      "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;COUNT=1x", "FREQ=DAILY;INTERVAL=0",
      "FREQ=DAILY;INTERVAL=99999999999999999999", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=", "FREQ=",
      "DAILY", "",
      "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;UNTIL=99999999", "FREQ=DAILY;UNTIL=2026",
      "FREQ=YEARLY;BYWEEKNO=54",
      "FREQ=YEARLY;BYYEARDAY=400", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYDAY=6MO",
      "FREQ=DAILY;COUNT=2;UNTIL=20261231", "RSCALE=CHINESE;FREQ=YEARLY", "FREQ=WEEKLY;BYSETPOS=1;BYDAY=MO",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYHOUR=1,2,3", ";;;;", "FREQ=DAILY;X=1", "=;=",
      "FREQ=DAILY;COUNT",
    ]
    let times = [
      "DTSTART:", "DTSTART:0", "DTSTART:20260230", "DTSTART:20260305T", "DTSTART:20260305T240000",
      "DTSTART:100000101",
      "DTSTART:00000000T000000", "DTSTART:18991231T000000Z", "DTSTART:-20260305", "DTSTART:２０２６０３０５",
      "DTSTART;TZID=:20260305T201500", "DTSTART;TZID=../../../etc/passwd:20260305T201500",
      "DTSTART;TZID=\u{1}:20260305T201500", "DTSTART;TZID:20260305T201500",
      "DTSTART;TZID=\"x:20260305T201500",
      "DTSTART", "DTSTART;VALUE=DATE:20260305/20260306", "DTSTART:20260305T201500Z,20260306T201500Z",
    ]
    let others = [
      "DTEND:20260305T201400Z", "DTEND:20260305", "DURATION:P", "DURATION:PT", "DURATION:-PT5M",
      "DURATION:P99999999W",
      "DURATION:PT1H1H", "DURATION:\u{0}", "DTEND:20260305T211500Z\nDURATION:PT1H", "RDATE:,",
      "RDATE:20260305/",
      "RDATE;VALUE=PERIOD:20260305T201500Z", "RDATE;VALUE=PERIOD:20260305T201500Z/20260304T201500Z",
      "EXDATE:,,,",
      "EXDATE:x", "RECURRENCE-ID:x", "RECURRENCE-ID:20260305T201500Z\nRECURRENCE-ID:20260305T201500Z",
      "UID:b",
      "EXRULE:FREQ=DAILY", "SUMMARY:a\u{0}b", "SUMMARY", "BEGIN:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR",
      "END:VTODO", "BEGIN:VTIMEZONE",
    ]
    var all = rules.map { ("RRULE:\($0)", calendar(start, "RRULE:\($0)")) }
    all += times.map { ($0, calendar($0)) }
    all += others.map { ($0, calendar(start, $0)) }
    all += [
      ("nothing", []), ("one NUL", [0]), ("NULs", Array(repeating: 0, count: 10_000)),
      ("line ends", text("\r\n\r\n\n\r")),
      ("blanks", text(" \t \n \n")), ("words", text("Kính gửi Đài tỉnh,\n")),
      ("web page", text("<!DOCTYPE html>\n<html>")),
      ("UTF-16", [0xFF, 0xFE] + "BEGIN:VCALENDAR".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
      ("CR alone", whole.filter { $0 != 0x0A }), ("two BOMs", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + whole),
      ("empty lines between letters", whole.flatMap { $0 == 0x3A ? [$0, 0x0A] : [$0] }),
      ("colons gone", whole.filter { $0 != 0x3A }), ("high bits", whole.map { $0 | 0x80 }),
      ("events outside", text(CalendarText.event("a", start))),
      ("END alone", text("END:VCALENDAR\r\n")), ("a fold first", text(" BEGIN:VCALENDAR\r\n")),
      ("BEGINs", text("BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:X\n", count: 10_000))),
      ("calendars in calendars", text(String(repeating: "BEGIN:VCALENDAR\n", count: 1_000))),
      ("events in events", CalendarText.octets(String(repeating: "BEGIN:VEVENT\nUID:a\n", count: 1_000))),
      ("ENDs", CalendarText.octets(String(repeating: "END:VEVENT\n", count: 1_000))),
      ("a long line", calendar(start, "RDATE:" + String(repeating: "20260305T201500Z,", count: 5_000))),
      ("a long name", calendar(start, String(repeating: "A", count: 200_000))),
      ("a long folded line", calendar(start, "EXDATE:" + String(repeating: "1\n ", count: 50_000))),
      ("many dates", calendar(start, String(repeating: "EXDATE:20260305T201500Z\n", count: 2_000))),
      (
        "one UID in a thousand events",
        CalendarText.octets((0..<1_000).map { _ in CalendarText.event("a", start) })
      ),
      (
        "a thousand changes of nothing",
        CalendarText.octets(
          (0..<1_000).map { _ in CalendarText.event("a", start, "RRULE:FREQ=DAILY", "RECURRENCE-ID:x") })
      ),
      (
        "a title of broken characters",
        calendar(start, "SUMMARY:") + calendar(start, "SUMMARY:x").map { $0 == 0x78 ? 0xC3 : $0 }
      ),
    ]
    return all
  }()

  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x2545_F491_4F6C_DD1D &+ 0x9E37_79B9_7F4A_7C15 }

  /// SplitMix64, so that a failure comes again.
  private mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(bound, 1)))
  }

  private static let pieces: [[UInt8]] =
    [
      "\r\n", "\n", "\r\n ", ":", ";", ",", "\"", "=", "\\", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n",
      "END:VCALENDAR\r\n",
      "RRULE:FREQ=DAILY\r\n", "RRULE:FREQ=SECONDLY\r\n", ";COUNT=999999999", ";UNTIL=99991231T235959Z",
      ";BYDAY=-53MO",
      ";INTERVAL=400", "RECURRENCE-ID:20260305T131500Z\r\n", ";RANGE=THISANDFUTURE", "DTSTART:19000101\r\n",
      "EXDATE;VALUE=DATE:20260305\r\n", "DURATION:PT0S\r\n", "TZOFFSETTO:+2359\r\n", "T235960Z", "2199",
      "0000",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], Array(repeating: 0x41, count: 70_000),
    ]

  /// The whole calendar after some accidents: octets that change, vanish, come twice or come from elsewhere.
  mutating func next() -> [UInt8] {
    var octets = Self.whole
    for _ in 0...number(below: 6) {
      let from = number(below: octets.count)
      let count = min(octets.count - from, number(below: [2, 20, 200][number(below: 3)]))
      switch number(below: 6) {
      case 0: octets.removeSubrange(from..<(from + count))
      case 1: octets.insert(contentsOf: octets[from..<(from + count)], at: number(below: octets.count))
      case 2: octets.insert(contentsOf: Self.pieces[number(below: Self.pieces.count)], at: from)
      case 3 where from < octets.count: octets[from] = UInt8(number(below: 256))
      case 4 where from < octets.count: octets[from] ^= 1 << UInt8(number(below: 8))
      default: octets.removeLast(min(octets.count / 4, count))
      }
    }
    return octets
  }
}
