extension Conflict {
  /// The first month that fails.
  public struct FirstMonth: Hashable, Sendable {
    /// The month, from 0.
    public let month: Int
    /// Why: of what must be placed by its end, or of its least. Not empty.
    public let conflicts: [Conflict]
  }

  /// The first month by whose end not everything can be placed that must be by then: the least of months, pins,
  /// and what there is no time for later; or whose least cannot be reached. `nil` when none fails.
  ///
  /// Series that compete for slots of the whole year fail in its last month; one that lacks places even alone, in
  /// the month of its last slot.
  public static func firstMonth(in problem: Problem) -> FirstMonth? {
    for month in problem.months where problem.monthStart[month + 1] > problem.firstOpenDay {
      let due = problem.due(through: month)
      var conflicts = fits(due, of: problem) ? [] : minimal(in: due, of: problem, month: nil)
      if conflicts.isEmpty { conflicts = minimal(in: problem.least(of: month), month: month) }
      if !conflicts.isEmpty { return FirstMonth(month: month, conflicts: conflicts) }
    }
    return nil
  }

  /// Why the least of a month cannot be reached by all that ask for one; empty where it can, one month and its
  /// least looked at alone.
  public static func leasts(of month: Int, in problem: Problem) -> [Conflict] {
    minimal(in: problem.least(of: month), month: month)
  }

  /// The first month, from 0, by whose end not all of these series' units can be placed that must be by then,
  /// the others not asked for, and why. Its own where it has one.
  public func firstMonth(in problem: Problem) -> FirstMonth { firstMonth(in: problem, of: problem) }

  func firstMonth(in problem: Problem, of whole: Problem) -> FirstMonth {
    if let month { return FirstMonth(month: month, conflicts: [self]) }
    let parts = ProblemParts(of: problem)
    let part = Set(parts.series.first { $0.contains(series[0]) } ?? [])
    let alone = problem.with(
      series: problem.series.enumerated().map { number, series in
        guard part.contains(number) else { return series.with(quota: 0, choices: [], dayPins: []) }
        guard !self.series.contains(number) else { return series }
        return series.with(quota: series.aired.count + series.pinned(in: problem))
      })
    for month in problem.months where problem.monthStart[month + 1] > problem.firstOpenDay {
      let due = alone.due(through: month)
      guard !Self.fits(due, of: whole) else { continue }
      return FirstMonth(month: month, conflicts: Self.groups(in: due, of: whole).map(\.whole))
    }
    return FirstMonth(month: problem.months.upperBound - 1, conflicts: [self])
  }

  func renamed(_ slot: (Int) -> Int) -> Conflict {
    let limits = limits.map { limit in
      let what: Bottleneck =
        switch limit.what {
        case .slot(let number): .slot(slot(number))
        case .seriesSlot(let series, let number): .seriesSlot(series: series, slot: slot(number))
        default: limit.what
        }
      return Limit(what: what, places: limit.places)
    }
    return Conflict(
      series: series, needed: needed, limits: limits, held: held, slots: Set(slots.map(slot)).sorted(),
      days: days, month: month)
  }
}
