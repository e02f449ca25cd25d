// Placements and entries lie on one line of time: seconds since 1970 on the outlet's own clock. What has no
// hour lies at noon, so that it is as near to the day before as to the day after.

private let noon = 12 * 3600

extension AsRunEntry {
  /// Where it lies on the line of time.
  public var seconds: Int { day.daysSince1970 * 86_400 + (time?.seconds ?? noon) }
}

extension SlotTiming {
  /// Where it lies on the line of time; several days and a month lie at their middle.
  public var seconds: Int {
    switch self {
    case .timed(let start, _): start.seconds
    case .allDay(let day): day.daysSince1970 * 86_400 + noon
    case .span(let days), .inMonth(let days):
      (days.lowerBound.daysSince1970 + days.upperBound.daysSince1970) * 43_200
    }
  }

  /// Whether it begins at an hour.
  public var hasHour: Bool {
    if case .timed = self { true } else { false }
  }

  /// Whether it is meant for no particular day.
  public var isInMonth: Bool {
    if case .inMonth = self { true } else { false }
  }
}

extension Range<CivilDay> {
  /// How many days a day lies before or after them; 0 when it is one of them.
  public func distance(inDaysTo other: CivilDay) -> Int {
    if other < lowerBound { return other.distance(to: lowerBound) }
    return Swift.max(0, upperBound.advanced(by: -1).distance(to: other))
  }
}
