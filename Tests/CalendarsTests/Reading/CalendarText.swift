import ScheduleModel
import Testing

@testable import Calendars

/// Calendars of other programs, in the lines that matter.
enum CalendarText {
  /// A calendar of components, each of some lines.
  static func octets(_ components: String...) -> [UInt8] { octets(components) }

  static func octets(_ components: [String]) -> [UInt8] {
    let text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test\n\(components.joined())END:VCALENDAR\n"
    return Array(text.replacing("\n", with: "\r\n").utf8)
  }

  /// An event with its UID and what else is given, line by line.
  static func event(_ uid: String = "a", _ lines: String...) -> String { event(uid, lines) }

  static func event(_ uid: String, _ lines: [String]) -> String {
    "BEGIN:VEVENT\nUID:\(uid)\nDTSTAMP:20260101T000000Z\n\(lines.map { $0 + "\n" }.joined())END:VEVENT\n"
  }

  /// A year on the clock of Vietnam.
  static func terms(_ year: Int = 2026, zone: String = "Asia/Ho_Chi_Minh") -> CalendarReading.Terms {
    CalendarReading.Terms(file: "lich.ics", days: CivilDay.year(year), zone: zone)
  }

  static func read(_ components: String...) -> CalendarReading {
    CalendarReader.read(octets(components), terms())
  }

  /// `2026-03-05T20:15 15m`, each time of all events.
  static func times(_ reading: CalendarReading) -> [String] {
    reading.events.flatMap(\.spans).map { "\($0.from) \($0.seconds / 60)m" }
  }

  /// `CODE line severity`, each.
  static func told(_ reading: CalendarReading) -> [String] {
    reading.findings.map { "\($0.code.rawValue) \($0.place?.line ?? 0) \($0.severity.rawValue)" }
  }
}
