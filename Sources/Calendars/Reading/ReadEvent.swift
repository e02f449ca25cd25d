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
    /// Whole days that are marked as free (`TRANSP:TRANSPARENT`).
    case freeDays
    /// Some time, during which whoever has the calendar is busy.
    case busy
    /// Some time, during which they are free for other things (`TRANSP:TRANSPARENT`).
    case free
    /// Some time of a `VFREEBUSY`: busy, and nothing is said of what happens.
    case unnamed

    /// Whether it takes whole days.
    public var isWholeDays: Bool { self == .days || self == .freeDays }
    /// Whether whoever has the calendar is free meanwhile.
    public var isFree: Bool { self == .free || self == .freeDays }
  }

  /// One time at which it happens.
  public struct Span: Codable, Hashable, Comparable, Sendable {
    /// Seconds after 1970-01-01T00:00 on the outlet's clock.
    public let start: Int
    /// The seconds that pass; of whole days a multiple of 86,400.
    public let seconds: Int
    /// By how many seconds the outlet's clock is put forward meanwhile; `nil` for none.
    private let shift: Int?
    /// Its kind, where it is another than that of the event.
    public let kind: Kind?
    /// Why it may not go out; `nil` for what is certain.
    public let doubt: EventDoubt?

    /// A time from its start and its length.
    ///
    /// - Parameter end: What the outlet's clock shows at its end, as `start`; `nil` when that follows from its seconds.
    public init(
      start: Int, seconds: Int, end: Int? = nil, kind: Kind? = nil, doubt: EventDoubt? = nil
    ) {
      self.start = start
      self.seconds = seconds
      self.kind = kind
      self.doubt = doubt
      let shift = (end ?? start + seconds) - start - seconds
      self.shift = shift == 0 ? nil : shift
    }

    /// What the outlet's clock shows at its end, as ``start``; the first second after it.
    public var end: Int { start + seconds + (shift ?? 0) }
    /// By what the outlet's clock shows at the begin, then at the end.
    public static func < (left: Span, right: Span) -> Bool {
      (left.start, left.end, left.seconds, left.kind?.rawValue ?? "")
        < (right.start, right.end, right.seconds, right.kind?.rawValue ?? "")
    }
    /// The same with a doubt, or without one.
    func doubted(_ doubt: EventDoubt?) -> Span {
      Span(start: start, seconds: seconds, end: end, kind: kind, doubt: doubt)
    }
    /// Where it begins.
    public var from: LocalTime { LocalTime(seconds: start) }
    /// Where it ends; the first instant after it.
    public var to: LocalTime { LocalTime(seconds: end) }
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

extension ReadEvent {
  /// The kind of one of its times.
  func kind(of span: Span) -> Kind { span.kind ?? kind }
}
