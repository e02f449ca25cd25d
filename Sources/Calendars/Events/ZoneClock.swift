import Foundation

/// The clock of an IANA zone: how far it is from UTC, and when that changes.
struct ZoneClock {
  private let zone: TimeZone
  /// From an instant on, the only offset; `nil` for a clock that is put forward and back, or was not asked.
  private var settled: (since: Int, offset: Int)?

  /// The clock of a zone that the plan's reader has accepted.
  init(_ identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else {
      preconditionFailure("the zone \(identifier) was not checked when the plan was read")
    }
    self.zone = zone
  }

  /// The same clock, quick where it was never changed since 1980: for who asks it for each of many events.
  func quick() -> ZoneClock {
    let since = 315_532_800  // 1980-01-01T00:00Z
    var clock = self
    if zone.nextDaylightSavingTimeTransition(after: date(since)) == nil {
      clock.settled = (since, offset(at: since))
    }
    return clock
  }

  /// Seconds east of UTC at an instant, in seconds since 1970-01-01T00:00Z.
  func offset(at instant: Int) -> Int {
    if let settled, instant >= settled.since { return settled.offset }
    return zone.secondsFromGMT(for: date(instant))
  }

  /// The offset of a time that this clock shows, in seconds after 1970-01-01T00:00 on it.
  func offset(ofLocal local: Int) -> Int {
    if let settled, local - settled.offset >= settled.since { return settled.offset }
    return Self.offset(ofLocal: local, offset(at:))
  }

  /// The offset of a time that a clock shows: of an hour that comes twice it is the first, and one that is left
  /// out is reckoned by the offset before the gap (RFC 5545 §3.3.5).
  static func offset(ofLocal local: Int, _ offset: (Int) -> Int) -> Int {
    // A day to either side lies beyond any one change of the clock.
    let (earlier, later) = (offset(local - 86_400), offset(local + 86_400))
    func shows(_ candidate: Int) -> Bool { offset(local - candidate) == candidate }
    return earlier != later && !shows(earlier) && shows(later) ? later : earlier
  }

  /// Whether daylight saving is in force at an instant.
  func isDaylight(at instant: Int) -> Bool { zone.isDaylightSavingTime(for: date(instant)) }

  /// The instants, in order, at which the clock is put forward or back within half-open limits.
  func changes(in instants: Range<Int>) -> [Int] {
    var changes: [Int] = []
    var last = date(instants.lowerBound).addingTimeInterval(-1)
    while let next = zone.nextDaylightSavingTimeTransition(after: last), next > last {
      let instant = Int(next.timeIntervalSince1970.rounded())
      guard instant < instants.upperBound else { break }
      if offset(at: instant - 1) != offset(at: instant) { changes.append(instant) }
      last = next
    }
    return changes
  }

  private func date(_ instant: Int) -> Date { Date(timeIntervalSince1970: TimeInterval(instant)) }
}
