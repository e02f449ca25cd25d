import Foundation

/// The clock of an IANA zone: how far it is from UTC, and when that changes.
struct ZoneClock {
  private let zone: TimeZone

  /// The clock of a zone that the plan's reader has accepted.
  init(_ identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else {
      preconditionFailure("the zone \(identifier) was not checked when the plan was read")
    }
    self.zone = zone
  }

  /// Seconds east of UTC at an instant, in seconds since 1970-01-01T00:00Z.
  func offset(at instant: Int) -> Int { zone.secondsFromGMT(for: date(instant)) }

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
