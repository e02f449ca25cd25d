import Foundation
public import ScheduleModel

/// The clock on the wall of a station: wall time in an IANA zone, to and from UTC.
public struct StationClock: Sendable {
  private let zone: TimeZone

  /// The clock of a zone; UTC where the system does not know it.
  public init(zone: String) {
    self.zone = TimeZone(identifier: zone) ?? .gmt
  }

  /// The clock of a plan: that of its first outlet, and without outlets that of Hà Nội.
  public init(plan: Plan) {
    self.init(zone: plan.outlets.first?.zone ?? "Asia/Ho_Chi_Minh")
  }

  /// Wall time at an instant in UTC.
  public func local(_ utc: LocalTime) -> LocalTime {
    LocalTime(seconds: utc.seconds + offset(at: utc.seconds))
  }

  /// The instant in UTC of a wall time; where the clock shows it twice the first, where it never does the time that the
  /// offset before the gap gives (RFC 5545 §3.3.5).
  public func utc(_ local: LocalTime) -> LocalTime {
    let early = local.seconds - offset(at: local.seconds - 86_400)
    let late = local.seconds - offset(at: local.seconds + 86_400)
    let fitting = [early, late].filter { $0 + offset(at: $0) == local.seconds }.min()
    return LocalTime(seconds: fitting ?? early)
  }

  /// Seconds east of UTC at an instant, in seconds since 1970-01-01T00:00Z.
  func offset(at instant: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant)))
  }
}
