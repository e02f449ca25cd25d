import ScheduleModel

/// What a calendar has before its entries (RFC 5545 §3.4): its own properties and its zones.
struct CalendarHead: Sendable {
  private let plan: Plan
  private let language: ReaderLanguage
  private let zones: [String: [UInt8]]

  /// - Parameters:
  ///   - plan: The newest plan.
  ///   - zones: The zones of all entries, besides that of what has none.
  ///   - days: The days of all entries.
  init(plan: Plan, language: ReaderLanguage, zones: [String], days: Range<CivilDay>) {
    self.plan = plan
    self.language = language
    let texts = Set(zones + [plan.usualZone]).map { zone in
      (zone, ComponentComposer.octets(of: ZoneComponent.component(for: zone, on: days)))
    }
    self.zones = Dictionary(uniqueKeysWithValues: texts)
  }

  /// The octets before the first entry.
  ///
  /// - Parameters:
  ///   - zones: The zones in use; a calendar with none and with no entry gets the plan's, since it must hold
  ///     something (RFC 5545 §3.6).
  ///   - isEmpty: Whether it has no entry.
  func octets(title: Words, zones: Set<String>, isEmpty: Bool) -> [UInt8] {
    let zones = isEmpty ? zones.union([plan.usualZone]) : zones
    // For clients that ask which zone is the usual one.
    let usual = plan.outlets.first { zones.contains($0.zone) }?.zone ?? plan.outlets.first?.zone
    let name = "\(title[language]) – \(plan.title)"
    let properties: [CalendarProperty?] = [
      .text(.version, "2.0"),
      .text(.product, Self.product + language.rawValue.uppercased()),
      .text(.scale, "GREGORIAN"), .init(.method, .word("PUBLISH")),
      .text(.name, name), .text(.calendarName, name),
      usual.flatMap { .text(.calendarZone, $0) },
      .init(.refresh, .hours(12)), .text(.timeToLive, "PT12H"),
    ]
    let calendar = CalendarComponent(kind: .calendar, properties: properties.compactMap(\.self))
    let octets = ComponentComposer.octets(of: calendar).dropLast(Self.end.count)
    return Array(octets) + zones.sorted().flatMap { self.zones[$0] ?? [] }
  }

  /// How the value of `PRODID` begins in every calendar of ours.
  static let product = "-//Lich Song//lichsong//"

  /// The octets after the last entry.
  static let end = Array("END:VCALENDAR\r\n".utf8)
}

extension Plan {
  /// The zone of what has none of its own.
  var usualZone: String { outlets.first?.zone ?? "Asia/Ho_Chi_Minh" }
}
