public import ScheduleModel

/// Something of somebody else's calendar as far as it happens in a plan's days: one event, a recurring one,
/// or several single ones of one title, hour and length.
public struct ReadEvent: Codable, Hashable, Sendable {
  /// The line of the file in which it, or the first of it, begins.
  public let line: Int
  /// The title on one line, of at most 200 characters; empty when it has none.
  public let title: String
  /// Its UID, of a recurring event and of one that this program published; `nil` for others.
  public let uid: String?
  /// What kind of thing it is.
  public let kind: Kind
  /// Its rule, complete and without `COUNT` and `UNTIL`, when it recurs by one on the outlet's clock; `nil` otherwise.
  public let rule: String?
  /// Whether it recurs, be it by a rule or by a list of dates.
  public let recurs: Bool
  /// When it happens, in order, on the outlet's clock.
  public let spans: [Span]

  /// What kind of thing happens.
  public enum Kind: String, Codable, Sendable {
    /// Whole days.
    case days
    /// Some time, during which whoever has the calendar is busy.
    case busy
    /// Some time, during which they are free for other things (`TRANSP:TRANSPARENT`).
    case free
    /// Some time of a `VFREEBUSY`: busy, and nothing is said of what happens.
    case unnamed
  }

  /// One time at which it happens.
  public struct Span: Codable, Hashable, Sendable {
    /// Seconds after 1970-01-01T00:00 on the outlet's clock.
    public let start: Int
    /// How long, in seconds; of whole days a multiple of 86,400.
    public let seconds: Int

    /// A time from its start and its length.
    public init(start: Int, seconds: Int) {
      self.start = start
      self.seconds = seconds
    }

    /// Where it begins.
    public var from: LocalTime { LocalTime(seconds: start) }
    /// Where it ends; the first instant after it.
    public var to: LocalTime { LocalTime(seconds: start + seconds) }
  }

  /// Something that happens at some times.
  public init(
    line: Int, title: String, uid: String?, kind: Kind, rule: String?, recurs: Bool, spans: [Span]
  ) {
    self.line = line
    self.title = title
    self.uid = uid
    self.kind = kind
    self.rule = rule
    self.recurs = recurs
    self.spans = spans
  }
}
