public import ScheduleModel

/// What was read of somebody else's calendar.
public struct CalendarReading: Hashable, Sendable {
  /// What happens in the days that were asked for, by the line in which it stands.
  public let events: [ReadEvent]
  /// What was not understood, what was assumed and what was left out, by line.
  public let findings: [Finding]

  /// A reading of events and findings.
  public init(events: [ReadEvent], findings: [Finding]) {
    self.events = events
    self.findings = findings
  }

  /// For whom a calendar is read.
  public struct Terms: Sendable {
    /// The file as the user named it.
    public let file: String
    /// The days that matter, half-open.
    public let days: Range<CivilDay>
    /// The IANA zone of the outlet's clock. It must exist.
    public let zone: String

    /// A file, the days that matter in it, and the clock on which they are told.
    public init(file: String, days: Range<CivilDay>, zone: String) {
      self.file = file
      self.days = days
      self.zone = zone
    }
  }
}
