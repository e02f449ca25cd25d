import ContentLines
import Foundation
import ScheduleModel

/// The clock on which somebody else's calendar tells a time.
enum EventZone {
  /// The outlet's own, which a time without a zone is taken for.
  case outlet
  /// Always the same offset: seconds east of UTC.
  case fixed(Int)
  /// That of an IANA zone.
  case clock(ZoneClock)
  /// One that the file defines.
  case file(FileZone)

  /// The instant of a time that this clock shows, as RFC 5545 §3.3.5 reckons it where the clock is changed.
  func instant(ofLocal local: Int, _ outlet: ZoneClock) -> Int {
    switch self {
    case .outlet: local - outlet.offset(ofLocal: local)
    case .fixed(let offset): local - offset
    case .clock(let clock): local - clock.offset(ofLocal: local)
    case .file(let zone): local - ZoneClock.offset(ofLocal: local, zone.offset)
    }
  }

  /// The time that this clock shows at an instant.
  func local(at instant: Int, _ outlet: ZoneClock) -> Int {
    switch self {
    case .outlet: instant + outlet.offset(at: instant)
    case .fixed(let offset): instant + offset
    case .clock(let clock): instant + clock.offset(at: instant)
    case .file(let zone): instant + zone.offset(at: instant)
    }
  }
}

/// The zones that a calendar names, each looked up once.
///
/// An IANA name, bare or at the end of a global one, is the zone of the world; any other is what the file
/// defines, and without a definition what Windows means by it.
struct EventZones {
  /// What a name leads to.
  enum Meaning {
    /// The zone of this name.
    case known(EventZone)
    /// Another name: Windows calls zones its own way.
    case taken(EventZone, for: String)
    /// Nothing that is known.
    case unknown
  }

  private let outletName: String
  private let last: CivilDay
  private var meanings: [String: EventZone?] = [:]
  private var defined: [String: FileZone] = [:]

  /// - Parameter last: The last day that matters.
  init(outlet: String, through last: CivilDay) {
    outletName = outlet
    self.last = last
  }

  /// Takes the definition of a zone; one that is not understood defines nothing.
  mutating func define(_ component: ParsedComponent) {
    // A parameter names the zone without the escapes that its own text has.
    guard let name = (component.first("TZID")?.value).map({ CalendarText.unescaped($0) }),
      defined.count < 1_000, defined[name] == nil
    else {
      return
    }
    defined[name] = FileZone(component, through: last)
  }

  /// Forgets what a file defines: another calendar begins, and its zones are its own (RFC 5545 §3.4).
  mutating func forgetDefinitions() { defined = [:] }

  /// Whether nothing that the file may yet define changes what a name means.
  mutating func isSettled(_ name: String) -> Bool { world(name) != nil || defined[name] != nil }

  mutating func meaning(of name: String) -> Meaning {
    if let zone = world(name) { return .known(zone) }
    if let zone = defined[name] { return .known(.file(zone)) }
    if let city = WindowsZones.names[name], let zone = world(city) { return .taken(zone, for: city) }
    return .unknown
  }

  /// The zone of the world that a name means.
  private mutating func world(_ name: String) -> EventZone? {
    if let zone = meanings[name] { return zone }
    let zone = found(name)
    if meanings.count < 1_000 { meanings[name] = .some(zone) }
    return zone
  }

  private func found(_ name: String) -> EventZone? {
    if let zone = zone(name) { return zone }
    // `/citadel.org/20250101_1/Asia/Bangkok` or `/Asia/Bangkok`: a globally unique name (RFC 5545 §3.2.19).
    let parts = name.split(separator: "/")
    for count in [3, 2] where parts.count > count || parts.count == count && name.hasPrefix("/") {
      if let zone = zone(parts.suffix(count).joined(separator: "/")) { return zone }
    }
    return nil
  }

  private func zone(_ name: String) -> EventZone? {
    if name == outletName { return .outlet }
    if ["UTC", "GMT", "ETC/UTC", "Z"].contains(name.uppercased()) { return .fixed(0) }
    return Self.exists(name) ? .clock(ZoneClock(name).quick()) : nil
  }

  /// Whether it is the IANA name of a zone; a name never leads anywhere else in the file system.
  private static func exists(_ name: String) -> Bool {
    guard name.utf8.count <= 64, name.contains("/") else { return false }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let areNames = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_+-".contains($0)) }
    }
    return areNames && TimeZone(identifier: name)?.identifier == name
  }
}
