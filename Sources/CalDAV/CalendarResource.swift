import ContentLines

/// An event or a task as a CalDAV server keeps it: a calendar of its own (RFC 4791 §4.1).
public struct CalendarResource: Hashable, Sendable {
  /// Its UID, `lai-chau-2018.chuyen-muc.7.hmn@lichsong`.
  public let uid: String
  /// What it is.
  public let kind: Kind
  /// Whether it says that it is cancelled.
  public let isCancelled: Bool
  /// The calendar with it alone: its zones, no METHOD (RFC 4791 §4.1 forbids it).
  public let octets: [UInt8]
  /// What it says, in a number.
  public let digest: ResourceDigest

  /// The kinds of components that collections take, by their iCalendar names.
  public enum Kind: String, CaseIterable, Sendable {
    /// An event.
    case event = "VEVENT"
    /// A task.
    case task = "VTODO"
  }

  /// Its name in a collection: the UID without the domain that all of ours share.
  public var name: String { Self.name(ofUID: uid) }

  static func name(ofUID uid: String) -> String { String(uid.dropLast(domain.count)) + ".ics" }

  private static let domain = "@lichsong"

  /// Whether it is of this program's making: only such are sent, changed or removed.
  static func isOurs(uid: String) -> Bool {
    uid.hasSuffix(domain) && uid.utf8.count > domain.utf8.count
      && uid.utf8.dropLast(domain.utf8.count).allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
      }
  }

  /// The events and tasks of a published calendar, in its order, one resource a UID; octet for octet as they
  /// are there. What is not of this program's making is left out.
  ///
  /// - Complexity: O(octets).
  public static func resources(of calendar: [UInt8]) -> [CalendarResource] {
    var zones: [String: [UInt8]] = [:]
    var known: Set<String> = []
    var resources: [CalendarResource] = []
    var reader = ComponentReader()
    func take(_ component: ParsedComponent) {
      if component.kind == "VTIMEZONE" {
        zones[component.first("TZID")?.value ?? ""] = Array(calendar[component.range])
        return
      }
      guard let kind = Kind(rawValue: component.kind), let uid = component.first("UID")?.value,
        isOurs(uid: uid), known.insert(uid).inserted
      else { return }
      let product = reader.calendar?.first("PRODID").map { Array(calendar[$0.range]) } ?? []
      let octets =
        Array("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n".utf8) + product
        + component.zones.sorted().compactMap { zones[$0] }.flatMap(\.self)
        + calendar[component.range] + Array("END:VCALENDAR\r\n".utf8)
      resources.append(
        CalendarResource(
          uid: uid, kind: kind,
          isCancelled: component.first("STATUS")?.value.uppercased() == "CANCELLED", octets: octets,
          digest: ResourceDigest(octets)))
    }
    calendar.withUnsafeBytes { block in
      var position = 0
      while let element = reader.next(in: block, &position) {
        if case .component(let component) = element { take(component) }
      }
    }
    for case .component(let component) in reader.end() { take(component) }
    return resources
  }
}
