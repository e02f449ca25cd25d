import Foundation
import ScheduleModel

/// Writes what a calendar has besides its entries (RFC 5545 §3.4): its own properties and its zones.
struct CalendarWriter: Sendable {
  let plan: Plan
  let language: ReaderLanguage
  private let zones: [String: [UInt8]]

  static let end = ComponentText.line("END:VCALENDAR")

  /// - Parameters:
  ///   - zones: The zones of all entries.
  ///   - days: The days of all entries.
  ///   - earlier: The VTIMEZONEs of earlier calendars, for zones that nobody knows here.
  init(
    plan: Plan, language: ReaderLanguage, zones: Set<String>, days: Range<CivilDay>,
    earlier: [String: [UInt8]]
  ) {
    self.plan = plan
    self.language = language
    let texts = zones.compactMap { zone -> (String, [UInt8])? in
      guard TimeZone(identifier: zone) != nil else { return earlier[zone].map { (zone, $0) } }
      return (zone, ComponentText.octets(of: ZoneComponent.component(for: zone, on: days)))
    }
    self.zones = Dictionary(uniqueKeysWithValues: texts)
  }

  /// A calendar's own properties.
  ///
  /// - Parameter zone: The zone of an outlet that it has, for clients that ask which is the usual one.
  func head(title: Words, zone: String?, floor: Int) -> [UInt8] {
    let name = "\(title[language]) – \(plan.title)"
    let properties: [CalendarProperty?] = [
      .text(.version, "2.0"),
      .text(.product, "-//Lich Song//lichsong//\(language.rawValue.uppercased())"),
      .text(.scale, "GREGORIAN"), .init(.method, .word("PUBLISH")),
      .text(.name, name), .text(.calendarName, name),
      zone.flatMap { .text(.calendarZone, $0) },
      .init(.refresh, .hours(12)), .text(.timeToLive, "PT12H"),
      floor > 0 ? .init(.floor, .number(floor)) : nil,
    ]
    var text = ComponentText()
    text.open(.calendar)
    for property in properties.compactMap(\.self) { text.append(property) }
    return text.octets
  }

  /// The head of a calendar that the plan does not have any more, as it was.
  func head(of calendar: EarlierCalendar, floor: Int) -> [UInt8] {
    var octets: [UInt8] = []
    for line in calendar.head where !line.starts(with: "X-LICHSONG-FLOOR".utf8) { octets += line }
    let isSound = CalendarChecker.findings(in: octets + Self.end, file: calendar.file.name).isEmpty
    guard isSound else {
      return head(title: Words(calendar.file.name), zone: nil, floor: floor)
    }
    var text = ComponentText()
    if floor > 0 { text.append(CalendarProperty(.floor, .number(floor))) }
    return octets + text.octets
  }

  /// The VTIMEZONEs of some zones, by name.
  func zones(_ names: Set<String>) -> [[UInt8]] { names.sorted().compactMap { zones[$0] } }
}

extension Plan {
  /// The zone of what has none of its own.
  var usualZone: String { outlets.first?.zone ?? "Asia/Ho_Chi_Minh" }
}
