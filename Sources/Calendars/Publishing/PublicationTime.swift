public import ScheduleModel

/// When something is published: an instant, and the day that it is on the clock of whoever publishes.
public struct PublicationTime: Hashable, Sendable {
  /// The instant, in UTC.
  public let utc: LocalTime
  /// The day on the publisher's own clock, from which the days of feeds are counted.
  public let day: CivilDay

  /// A time in UTC.
  public init(utc: LocalTime) {
    self.utc = utc
    day = utc.day
  }

  /// A time on the clock of a zone that the plan's reader has accepted.
  public init(_ local: LocalTime, zone: String) {
    let clock = ZoneClock(zone)
    // The offset at the instant itself: the first guess may lie on the other side of a change of the clock.
    let guess = local.seconds - clock.offset(at: local.seconds)
    utc = LocalTime(seconds: local.seconds - clock.offset(at: guess))
    day = local.day
  }
}
