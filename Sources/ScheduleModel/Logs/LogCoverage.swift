/// Of which broadcast days the logs of each outlet tell.
///
/// What is due on another day and shown by no row is not known: it is neither aired nor missed. A row entered by hand tells of
/// its own work alone, and covers no day.
public struct LogCoverage: Hashable, Sendable {
  /// The day up to which somebody says that the logs of all outlets are complete; `nil` when nobody does.
  public let stated: CivilDay?
  /// Outlets of which no log tells although something was due on them by ``end``.
  public let silent: Set<String>
  private let outlets: [String: OutletLogs]

  /// What the logs of one outlet cover: the days up to ``end``, without the gaps.
  public struct OutletLogs: Hashable, Sendable {
    /// The last day up to which the logs go on; a row or two beyond a gap do not move it, and tell of their own works alone.
    public let end: CivilDay
    /// The day of the last row.
    public let last: CivilDay
    /// Days before ``last`` of which no log tells, in order.
    public let gaps: [LogGap]
    /// How many placements were due after ``end`` on days of which the logs of other outlets tell.
    public let dueAfterEnd: Int

    /// What the logs of an outlet cover.
    public init(end: CivilDay, last: CivilDay, gaps: [LogGap] = [], dueAfterEnd: Int = 0) {
      (self.end, self.last, self.gaps, self.dueAfterEnd) = (end, last, gaps, dueAfterEnd)
    }

    /// The gaps that lie before ``end``.
    public var gapsBeforeEnd: [LogGap] { gaps.filter { $0.days.lowerBound <= end } }
  }

  /// - Parameter outlets: By the outlets' ids; those without a row of a log are not in it.
  public init(stated: CivilDay? = nil, _ outlets: [String: OutletLogs] = [:], silent: Set<String> = []) {
    (self.stated, self.outlets, self.silent) = (stated, outlets, silent)
  }

  /// Whether no log tells of any outlet, and nobody says how far they do.
  public var isEmpty: Bool { stated == nil && outlets.isEmpty }

  /// What the logs of an outlet cover; `nil` when no log tells of it.
  public func logs(of outlet: String) -> OutletLogs? { outlets[outlet] }

  /// Whether the logs of an outlet tell of all of some days.
  public func covers(_ days: Range<CivilDay>, on outlet: String) -> Bool {
    if let stated { return days.upperBound <= stated.advanced(by: 1) }
    guard let own = outlets[outlet], days.upperBound <= own.end.advanced(by: 1) else { return false }
    return !own.gaps.contains { $0.days.overlaps(days) }
  }

  /// Whether logs tell of one of some outlets at all, whatever the days; true where there is no outlet to tell of.
  public func tells(ofAny some: [String]) -> Bool {
    stated != nil || some.isEmpty || some.contains { outlets[$0] != nil }
  }

  /// The last day up to which the logs of an outlet go on; `nil` when no log tells of it.
  public func end(of outlet: String) -> CivilDay? { stated ?? outlets[outlet]?.end }

  /// The last of these days; `nil` without logs.
  public var end: CivilDay? { stated ?? outlets.values.map(\.end).max() }
}

/// Days on which something was due on an outlet, and of which no log of it tells although later ones do.
public struct LogGap: Hashable, Sendable {
  /// The days.
  public let days: Range<CivilDay>
  /// How many placements were due on them.
  public let due: Int

  /// A gap.
  public init(days: Range<CivilDay>, due: Int) { (self.days, self.due) = (days, due) }
}
