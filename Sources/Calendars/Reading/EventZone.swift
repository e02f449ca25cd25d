import Foundation
import ScheduleModel

/// The clock on which somebody else's calendar tells a time.
enum EventZone {
  /// The outlet's own, which a time without a zone is taken for.
  case outlet
  /// So many seconds east of UTC, always.
  case fixed(Int)
  /// That of an IANA zone.
  case clock(ZoneClock)

  /// Seconds after 1970-01-01T00:00 on the outlet's clock, of a time on this one.
  func onOutletClock(_ local: Int, _ outlet: ZoneClock) -> Int {
    switch self {
    case .outlet: return local
    case .fixed(let offset): return local - offset + outlet.offset(at: local - offset)
    case .clock(let clock):
      let near = local - clock.offset(at: local)
      let instant = local - clock.offset(at: near)
      return instant + outlet.offset(at: instant)
    }
  }

  /// The time on this clock at an instant.
  func local(at instant: Int, _ outlet: ZoneClock) -> Int {
    switch self {
    case .outlet: instant + outlet.offset(at: instant)
    case .fixed(let offset): instant + offset
    case .clock(let clock): instant + clock.offset(at: instant)
    }
  }
}

/// The zones that a calendar names, each looked up once.
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
  private var meanings: [String: Meaning] = [:]
  /// The offsets of the zones that the file defines with one offset alone; `nil` for those with several.
  private var defined: [String: Int?] = [:]

  init(outlet: String) { outletName = outlet }

  /// A zone that the file defines, by the offsets to which its parts change.
  mutating func define(_ name: String, offsets: Set<Int>) {
    guard defined.count < 1_000, defined[name] == nil else { return }
    defined[name] = offsets.count == 1 ? offsets.first : nil
    meanings[name] = nil
  }

  mutating func meaning(of name: String) -> Meaning {
    if let meaning = meanings[name] { return meaning }
    let meaning = found(name)
    if meanings.count < 1_000 { meanings[name] = meaning }
    return meaning
  }

  private func found(_ name: String) -> Meaning {
    if let zone = zone(name) { return .known(zone) }
    // `/citadel.org/20250101_1/Asia/Bangkok`, as several programs write it: a globally unique name.
    let parts = name.split(separator: "/")
    for count in [3, 2] where parts.count > count {
      let suffix = parts.suffix(count).joined(separator: "/")
      if let zone = zone(suffix) { return .known(zone) }
    }
    if let city = WindowsZones.names[name], let zone = zone(city) { return .taken(zone, for: city) }
    if case .some(.some(let offset)) = defined[name] {
      return .taken(.fixed(offset), for: Self.text(ofOffset: offset))
    }
    return .unknown
  }

  private func zone(_ name: String) -> EventZone? {
    if name == outletName { return .outlet }
    if ["UTC", "GMT", "Etc/UTC", "Z"].contains(name) { return .fixed(0) }
    return Self.exists(name) ? .clock(ZoneClock(name)) : nil
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

  /// `UTC+07:00`.
  private static func text(ofOffset offset: Int) -> String {
    let minutes = abs(offset) / 60
    let time = TimeOfDay(seconds: minutes * 60)?.description ?? "\(minutes) min"
    return "UTC" + (offset < 0 ? "-" : "+") + (time.count == 5 ? time : "0" + time)
  }

  /// Reads `+0700` or `-033000`, in seconds.
  static func offset(_ text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst()
    guard digits.count == 4 || digits.count == 6, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let hours = Int(digits.prefix(2)), let minutes = Int(digits.dropFirst(2).prefix(2)),
      let seconds = Int("0" + digits.dropFirst(4)), hours < 24, minutes < 60, seconds < 60
    else { return nil }
    let size = hours * 3600 + minutes * 60 + seconds
    return sign == "-" ? -size : size
  }
}
