import ScheduleModel

@testable import Calendars

/// A calendar with what happens to events: a rule, days taken out and added, occurrences changed, moved and cancelled in
/// several versions and any order, in zones with and without summer time, one of which the file defines.
struct RandomCalendar {
  private(set) var octets: [UInt8] = []
  /// How many of its parts are not those of a plain rule.
  private(set) var oddities = 0

  private let clock: Clock
  private let number: Int
  private var state: UInt64
  private let length: String

  /// On which clock the event is told.
  private enum Clock: CaseIterable {
    case vietnam, berlin, newYork, lordHowe, utc, floating, days, ofTheFile, windows
  }

  init(_ number: Int, _ rule: RandomRules.Case) {
    self.number = number
    clock = Clock.allCases[number % Clock.allCases.count]
    state = UInt64(number) &* 0x2545_F491_4F6C_DD1D &+ 7
    let lengths = ["DURATION:PT\(10 + number % 50)M", "DURATION:P1DT2H", "DTEND", "DURATION:PT0S"]
    length = clock == .days ? "DURATION:P\(1 + number % 2)D" : lengths[number / 9 % lengths.count]
    let start = rule.first.advanced(by: 365 * 6 + number % 400)
    let days = RecurrenceDays.days(of: rule.rule, from: start, through: start.advanced(by: 700))
    var events = [CalendarText.event("s", master(start, rule.rule, days))]
    events += changes(days)
    events.append(
      CalendarText.event("x", timing(CivilDay.year(2026).lowerBound.advanced(by: number % 300), number % 6)))
    for index in events.indices { events.swapAt(index, random(events.count)) }
    octets = CalendarText.octets((clock == .ofTheFile ? [Self.zone(number)] : []) + events)
  }

  private mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func master(_ start: CivilDay, _ rule: RecurrenceRule, _ days: [CivilDay]) -> [String] {
    var lines = timing(start, hour) + ["RRULE:\(rule.text)"]
    if random(3) == 0 {
      let gone = days.prefix(30).filter { _ in random(4) == 0 }
      lines += gone.map { "EXDATE\(time($0, hour))" }
      oddities += gone.count
    }
    if random(3) == 0 {
      lines.append("RDATE\(time(start.advanced(by: 45), (hour + 1) % 6))")
      oddities += 1
    }
    return lines
  }

  /// Changes of some occurrences, of each in one or more versions, the newest by its SEQUENCE.
  private mutating func changes(_ days: [CivilDay]) -> [String] {
    var events: [String] = []
    for (index, day) in days.prefix(40).enumerated() where random(8) == 0 {
      let versions = 1 + random(3)
      for version in 1...versions {
        oddities += 1
        var lines = ["RECURRENCE-ID\(time(day, hour))", "SEQUENCE:\(version)"]
        lines += timing(day.advanced(by: random(3)), random(6))
        if random(4) == 0 { lines.append("STATUS:CANCELLED") }
        if random(4) == 0 { lines.append("TRANSP:TRANSPARENT") }
        events.append(CalendarText.event("s", lines))
      }
      if index > 30 { break }
    }
    return events
  }

  private var hour: Int { number / 5 % 6 }

  /// Begin and length; an end is an hour and a half later.
  private func timing(_ day: CivilDay, _ hour: Int) -> [String] {
    let start = "DTSTART\(time(day, hour))"
    guard length == "DTEND" else { return [start, length] }
    let end = LocalTime(seconds: LocalTime(day).seconds + Self.hours[hour] + 5_400)
    return [start, "DTEND\(time(end.day, at: end.time.seconds))"]
  }

  /// Hours that some clock leaves out or shows twice, and others.
  private static let hours = [72_900, 0, 84_600, 9_000, 5_400, 21_600]

  private func time(_ day: CivilDay, _ hour: Int) -> String { time(day, at: Self.hours[hour]) }

  private func time(_ day: CivilDay, at second: Int) -> String {
    let date = "\(day)".replacing("-", with: "")
    let digits = String(1_000_000 + second / 3_600 * 10_000 + second / 60 % 60 * 100).dropFirst()
    let time = "\(date)T\(digits)"
    return switch clock {
    case .vietnam: ";TZID=Asia/Ho_Chi_Minh:\(time)"
    case .berlin: ";TZID=Europe/Berlin:\(time)"
    case .newYork: ";TZID=America/New_York:\(time)"
    case .lordHowe: ";TZID=Australia/Lord_Howe:\(time)"
    case .utc: ":\(time)Z"
    case .floating: ":\(time)"
    case .days: ";VALUE=DATE:\(date)"
    case .ofTheFile: ";TZID=\"Đài \(number): giờ riêng\":\(time)"
    case .windows: ";TZID=W. Europe Standard Time:\(time)"
    }
  }

  /// A zone of no name in the world, with summer time on days of its own. No event begins in the hour that it leaves
  /// out: dateutil, which reads such zones for icalendar, reckons that one by the offset after.
  private static func zone(_ number: Int) -> String {
    """
    BEGIN:VTIMEZONE
    TZID:Đài \(number): giờ riêng
    BEGIN:STANDARD
    DTSTART:19701108T050000
    RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2SU
    TZOFFSETFROM:+0530
    TZOFFSETTO:+0430
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:19700426T040000
    RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=-1SU
    TZOFFSETFROM:+0430
    TZOFFSETTO:+0530
    END:DAYLIGHT
    END:VTIMEZONE

    """
  }
}
