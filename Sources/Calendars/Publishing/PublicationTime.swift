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
    utc = LocalTime(seconds: local.seconds - clock.offset(ofLocal: local.seconds))
    day = local.day
  }
}
