import ScheduleModel

extension MatchState {
  /// Pairs what is free among some entries and placements: what went out first, then what was pre-empted.
  ///
  /// - Parameters:
  ///   - entries: In time order.
  ///   - placements: In time order.
  ///   - sign: What makes them pairs.
  ///   - movedDays: How far a work may have moved; `nil` for any distance. A row that says "pre-empted" tells of
  ///     its own day, so it must not move then.
  mutating func pair(_ entries: [Int], with placements: [Int], by sign: MatchSign, movedDays: Int?) {
    for status in [AsRunEntry.Status.aired, .preempted] {
      let rows = entries.filter { self.entries[$0].status == status }
      guard !rows.isEmpty else { continue }
      pairByHour(rows, placements, by: sign)
      pairByDay(rows, placements, by: sign)
      let reach = movedDays.map { status == .aired ? $0 : 0 }
      // A placement in a month lies at its middle, but any of its days is as near.
      let apart = reach.map { ($0 + Self.longestMonth) * 86_400 }
      pairBest(rows, placements, by: sign, apart: apart) { $1.distance(inDaysTo: $0) <= reach ?? .max }
    }
  }

  static let longestMonth = 31

  /// Pairs what has an hour: first within the tolerance, across midnight too, then on the same day.
  private mutating func pairByHour(_ rows: [Int], _ placements: [Int], by sign: MatchSign) {
    let rows = rows.filter { entries[$0].time != nil }
    let timed = placements.filter { self.placements[$0].timing.hasHour }
    pairBest(rows, timed, by: sign, apart: tolerance.onTimeMinutes * 60) { _, _ in true }
    pairBest(rows, timed, by: sign, apart: 86_400) { $1.contains($0) }
  }

  /// Pairs, in order, what the log or the plan has on the same day without an hour, or in the same month.
  private mutating func pairByDay(_ rows: [Int], _ placements: [Int], by sign: MatchSign) {
    let dated = placements.filter { !self.placements[$0].timing.isInMonth }
    pairBest(rows, dated, by: sign, byDayAlone: true, apart: 0) { _, _ in true }
    let undated = placements.filter { self.placements[$0].timing.isInMonth }
    pairBest(rows, undated, by: sign, apart: Self.longestMonth * 86_400) { $1.contains($0) }
  }

  /// Pairs free entries and placements so that they differ together the least (``OptimalAssignment``). A pair is worth
  /// as much as the two may differ at most, and a second, less what they do: the time between them, and the
  /// difference of their lengths up to the tolerance for being on time.
  ///
  /// - Parameters:
  ///   - rows: Entries, in time order.
  ///   - placements: In time order.
  ///   - sign: What makes them pairs; `nil` when the entry went out in the placement's stead.
  ///   - byDayAlone: Whether hours do not count.
  ///   - apart: How far apart the two of a pair lie at most, in seconds; `nil` for any distance.
  ///   - isMeant: Whether an entry of a broadcast day and a placement of such days, which lie near enough, may be
  ///     paired.
  mutating func pairBest(
    _ rows: [Int], _ placements: [Int], by sign: MatchSign?, byDayAlone: Bool = false, apart: Int?,
    where isMeant: (CivilDay, Range<CivilDay>) -> Bool
  ) {
    var rows = rows.filter { isFree(entry: $0) }
    var placements = placements.filter { isFree(placement: $0) }
    guard !rows.isEmpty, !placements.isEmpty else { return }
    // Taken out of the rows once: a pair is looked at often, and entries and placements are large.
    if byDayAlone {
      rows = rows.inOrder { entries[$0].broadcastDay }
      placements = placements.inOrder { days[$0].lowerBound }
    }
    let rowDays = rows.map { entries[$0].broadcastDay }
    let placementDays = placements.map { days[$0] }
    let rowAt = byDayAlone ? rowDays.map { $0.daysSince1970 * 86_400 } : rows.map { entryAt[$0] }
    let placementAt =
      byDayAlone
      ? placementDays.map { $0.lowerBound.daysSince1970 * 86_400 }
      : placements.map { self.placementAt[$0] }
    let minutes = rows.map { entries[$0].minutes }
    let lengths = placements.map { self.lengths[self.placements[$0].line] }
    let mostLength = tolerance.onTimeMinutes * 60
    let ends = rowAt + placementAt
    var most = apart ?? (ends.max() ?? 0) - (ends.min() ?? 0)
    let farthest = sign == .uid ? nil : tolerance.reachMinutes.map { $0 * 60 }
    let rowHasHour = farthest == nil ? [] : rows.map { entries[$0].time != nil }
    let placementHasHour = farthest == nil ? [] : placements.map { self.placements[$0].timing.hasHour }
    if let farthest, !byDayAlone, rowHasHour.allSatisfy({ $0 }), placementHasHour.allSatisfy({ $0 }) {
      most = min(most, farthest)
    }
    let sweep = Sweep(of: rowAt, over: placementAt, apart: most)
    let assignment = OptimalAssignment(
      entries: rows.count, placements: placements.count, reach: { sweep.reach(of: $0) },
      worth: { row, placement in
        guard isMeant(rowDays[row], placementDays[placement]) else { return 0 }
        if let farthest, rowHasHour[row], placementHasHour[placement],
          abs(entryAt[rows[row]] - self.placementAt[placements[placement]]) > farthest
        {
          return 0
        }
        var worth = most + mostLength + 1 - abs(rowAt[row] - placementAt[placement])
        if let aired = minutes[row], let planned = lengths[placement] {
          worth -= min(mostLength, abs(aired - planned) * 60)
        }
        return worth
      })
    for (row, placement) in assignment.placementOfEntry.enumerated() where placement >= 0 {
      pair(entry: rows[row], with: placements[Int(placement)], by: sign)
    }
  }
}

extension [Int] {
  /// The same by a day, and those of one day as they were; by time they lie in this order almost always.
  fileprivate func inOrder(_ day: (Int) -> CivilDay) -> [Int] {
    if zip(self, dropFirst()).allSatisfy({ day($0) <= day($1) }) { return self }
    return enumerated().sorted { (day($0.element), $0.offset) < (day($1.element), $1.offset) }.map(\.element)
  }
}
