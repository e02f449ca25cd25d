import ScheduleModel

/// The counts of a row as every format shows them, so that a figure means the same in all: 0 is counted, and there is
/// none; `nil` (“–”, an empty cell, `null`) is not stated or not known.
struct ShownCounts {
  /// Known as soon as there is a schedule; `nil` when there are no data on the row.
  let scheduled: Int?
  let aired: Int?
  let late: Int?
  let moved: Int?
  let unplanned: Int?
  let missed: Int?
  let preempted: Int?
  /// Known where there are logs, also when they tell of nothing that was due.
  let pending: Int?

  /// - Parameters:
  ///   - counts: `nil` when there are no data on the row.
  ///   - isCounted: Whether the logs can tell of it at all.
  ///   - isReached: Whether they reach its days.
  init(_ counts: Counts?, isCounted: Bool, isReached: Bool = true) {
    let logged = isCounted ? counts : nil
    let known = logged.flatMap { isReached && $0.isHeard ? $0 : nil }
    scheduled = counts?.scheduled
    aired = known?.aired
    late = known?.late
    moved = known?.moved
    unplanned = known?.unplanned
    missed = known?.missed
    preempted = known?.preempted
    pending = logged?.pending
  }

  /// All of them, in the order of the columns.
  var all: [Int?] { [scheduled, aired, late, moved, unplanned, missed, preempted, pending] }
}

extension Counts {
  /// Whether the logs tell of any of it: not where they end before all that was due.
  package var isHeard: Bool { aired > 0 || beyondLogs == 0 || beyondLogs < scheduled }
}

extension TallyLayout {
  /// How the counts of a line's works are shown.
  func shown(_ entry: Entry) -> ShownCounts {
    ShownCounts(
      entry.tally.counts, isCounted: entry.isCounted, isReached: reachesPeriod(entry.tally.counts))
  }

  /// How the counts of versions are shown.
  func shown(_ version: VersionTally) -> ShownCounts {
    ShownCounts(version.counts, isCounted: isCounted(version), isReached: reachesPeriod(version.counts))
  }

  /// How the counts of a total are shown; nothing of lines that cannot be added.
  func shown(_ total: TotalTally) -> ShownCounts {
    if plan.unlikeLines(total.counted) != nil { return ShownCounts(nil, isCounted: false) }
    return ShownCounts(total.counts, isCounted: isCounted(total), isReached: reachesPeriod(total.counts))
  }

  /// How the counts of a group are shown; of a month or quarter that the logs do not reach, nothing is known.
  func shown(_ group: GroupTally) -> ShownCounts {
    ShownCounts(group.counts, isCounted: isCounted(group), isReached: reaches(group))
  }

  /// How many of a line's works went out in a month of the plan, by its place; `nil` when that is not known.
  func aired(_ entry: Entry, inMonth index: Int) -> Int? {
    let counts = entry.tally.months[index]
    let first = plan.months.days(of: index).lowerBound
    guard entry.isCounted, counts.isHeard, reaches(first, counts) else { return nil }
    return counts.aired
  }

  /// Whether the logs tell of the period: of one after their last day nothing is known, whatever was scheduled in it.
  private func reachesPeriod(_ counts: Counts) -> Bool { reaches(tally.period.days.lowerBound, counts) }

  private func reaches(_ group: GroupTally) -> Bool {
    firstDay(of: group).map { reaches($0, group.counts ?? Counts()) } ?? true
  }

  /// Whether the logs tell of the days from one on: they reach it, or have rows of what went out then.
  private func reaches(_ first: CivilDay, _ counts: Counts) -> Bool {
    counts.aired > 0 || tally.asOf.map { first <= $0 } ?? false
  }

  /// The first day of a month or quarter of the plan, by its key (`2018-04`, `2018-Q2`); `nil` for other groups.
  private func firstDay(of group: GroupTally) -> CivilDay? {
    switch group.dimension {
    case .month: plan.months.index(named: group.key).map { plan.months.days(of: $0).lowerBound }
    case .quarter:
      plan.quarters.first { $0.description == group.key }?.days.lowerBound
        ?? group.key.split(separator: "/").first.flatMap { CivilDay(written: String($0)) }
    default: nil
    }
  }
}
