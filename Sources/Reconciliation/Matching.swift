import ScheduleModel

/// A schedule and a log while they are held against each other: who is paired with whom so far.
struct Matching {
  /// How far from its placement an entry may lie.
  let tolerance: MatchingTolerance
  /// The placements, in the schedule's order.
  let placements: [Placement]
  /// The entries, in the log's order.
  let entries: [AsRunEntry]
  /// Indices of the entries in time order; of equals by what they say, so that the order of rows is nothing.
  let entryOrder: [Int]
  /// Indices of the placements in time order; of equals the lower edition first.
  let placementOrder: [Int]
  /// For each entry the lines to which it may belong: the one that it names, or those whose title it bears.
  let lines: [[String]]
  /// For each entry the placement whose UID it carries.
  let named: [Int?]

  private var entryOfPlacement: [Int?]
  private var placementOfEntry: [Int?]

  /// Nothing paired yet.
  init(plan: Plan, schedule: Schedule, log: AsRunLog) {
    tolerance = plan.matching
    let placements = schedule.placements
    let entries = log.entries
    self.placements = placements
    self.entries = entries
    let entryAt = entries.map(\.seconds)
    entryOrder = entries.indices.sorted { left, right in
      if entryAt[left] != entryAt[right] { return entryAt[left] < entryAt[right] }
      return entries[left].sortKey(left) < entries[right].sortKey(right)
    }
    let placementAt = placements.map(\.timing.seconds)
    placementOrder = placements.indices.sorted { left, right in
      (placementAt[left], placements[left].edition, left) < (
        placementAt[right], placements[right].edition, right
      )
    }
    let byUID = Dictionary(
      placements.indices.map { (placements[$0].uid, $0) }, uniquingKeysWith: { first, _ in first })
    named = entries.map { $0.uid.flatMap { byUID[$0] } }
    var recogniser = LineRecogniser(plan: plan)
    lines = entries.map { entry in entry.line.map { [$0] } ?? recogniser.lines(of: entry) }
    entryOfPlacement = Array(repeating: nil, count: placements.count)
    placementOfEntry = Array(repeating: nil, count: entries.count)
  }

  /// Whether no entry shows the placement yet.
  func isFree(placement: Int) -> Bool { entryOfPlacement[placement] == nil }

  /// Whether the entry shows no placement yet.
  func isFree(entry: Int) -> Bool { placementOfEntry[entry] == nil && entries[entry].status != .sent }

  /// Pairs what is free among some entries and placements: what went out first, then what was pre-empted.
  ///
  /// - Parameters:
  ///   - entries: In time order.
  ///   - placements: In time order.
  ///   - movedDays: How far a work may have moved; `nil` for any distance. A row that says "pre-empted" tells of
  ///     its own day, so it must not move then.
  mutating func pair(_ entries: [Int], with placements: [Int], movedDays: Int?) {
    for status in [AsRunEntry.Status.aired, .preempted] {
      let rows = entries.filter { self.entries[$0].status == status }
      guard !rows.isEmpty else { continue }
      pairByHour(rows, placements)
      pairByDay(rows, placements)
      let reach = movedDays.map { status == .aired ? $0 : 0 }
      // A placement in a month lies at its middle, but any of its days is as near.
      let apart = reach.map { ($0 + Self.longestMonth) * 86_400 }
      pairBest(rows, placements, apart: apart) { $1.distance(inDaysTo: $0) <= reach ?? .max }
    }
  }

  private static let longestMonth = 31

  /// Pairs what has an hour: first within the tolerance, across midnight too, then on the same day.
  private mutating func pairByHour(_ rows: [Int], _ placements: [Int]) {
    let rows = rows.filter { entries[$0].time != nil }
    let timed = placements.filter { self.placements[$0].timing.hasHour }
    pairBest(rows, timed, apart: tolerance.onTimeMinutes * 60) { _, _ in true }
    pairBest(rows, timed, apart: 86_400) { $0 == $1.day }
  }

  /// Pairs, in order, what the log or the plan has on the same day without an hour, or in the same month.
  private mutating func pairByDay(_ rows: [Int], _ placements: [Int]) {
    let dated = placements.filter { !self.placements[$0].timing.isInMonth }
    pairBest(rows, dated, byDayAlone: true, apart: 0) { _, _ in true }
    let undated = placements.filter { self.placements[$0].timing.isInMonth }
    pairBest(rows, undated, apart: Self.longestMonth * 86_400) { $1.days.contains($0) }
  }

  /// Pairs free entries and placements so that they lie together the least apart (``OptimalAssignment``). A pair
  /// is worth as much as the farthest may be apart, and a second, less what these are.
  ///
  /// - Parameters:
  ///   - rows: Entries, in time order.
  ///   - placements: In time order.
  ///   - byDayAlone: Whether only the days are compared; then `apart` is a number of days, else of seconds.
  ///   - apart: How far apart the two of a pair lie at most; `nil` for any distance.
  ///   - isMeant: Whether an entry of a day and a placement, which lie near enough, may be paired.
  private mutating func pairBest(
    _ rows: [Int], _ placements: [Int], byDayAlone: Bool = false, apart: Int?,
    where isMeant: (CivilDay, SlotTiming) -> Bool
  ) {
    let rows = rows.filter { isFree(entry: $0) }
    let placements = placements.filter { isFree(placement: $0) }
    guard !rows.isEmpty, !placements.isEmpty else { return }
    // Taken out of the rows once: a pair is looked at often, and entries and placements are large.
    let days = rows.map { entries[$0].day }
    let timings = placements.map { self.placements[$0].timing }
    let rowAt = rows.map { byDayAlone ? entries[$0].day.daysSince1970 : entries[$0].seconds }
    let placementAt = timings.map { byDayAlone ? $0.day.daysSince1970 : $0.seconds }
    let ends = rowAt + placementAt
    let most = apart ?? (ends.max() ?? 0) - (ends.min() ?? 0)
    let sweep = Sweep(of: rowAt, over: placementAt, apart: most)
    let assignment = OptimalAssignment(
      entries: rows.count, placements: placements.count, reach: { sweep.reach(of: $0) },
      worth: { row, placement in
        isMeant(days[row], timings[placement])
          ? most + 1 - abs(rowAt[row] - placementAt[placement]) : 0
      })
    for (row, placement) in assignment.placementOfEntry.enumerated() where placement >= 0 {
      placementOfEntry[rows[row]] = placements[Int(placement)]
      entryOfPlacement[placements[Int(placement)]] = rows[row]
    }
  }
}

extension Matching {
  /// The outcomes, once everything that can be paired is.
  func reconciled(asOf: CivilDay?) -> Reconciled {
    let outcomes = placements.indices.map { index in
      let entry = entryOfPlacement[index].map { entries[$0] }
      return PlacementOutcome(
        placement: placements[index], outcome: outcome(of: placements[index], shownBy: entry, asOf: asOf),
        entry: entry)
    }
    func rest(_ isMeant: (Int) -> Bool) -> [UnplannedEntry] {
      entries.indices.filter(isMeant).map { index in
        let line =
          named[index].map { placements[$0].line } ?? (lines[index].count == 1 ? lines[index].first : nil)
        return UnplannedEntry(entry: entries[index], line: line)
      }
    }
    return Reconciled(
      outcomes: outcomes, unplanned: rest { isFree(entry: $0) }, sent: rest { entries[$0].status == .sent },
      asOf: asOf)
  }

  private func outcome(of placement: Placement, shownBy entry: AsRunEntry?, asOf: CivilDay?) -> Outcome {
    guard let entry else {
      guard let asOf else { return .pending }
      return placement.timing.days.upperBound <= asOf.advanced(by: 1) ? .missed : .pending
    }
    if entry.status == .preempted { return .preempted }
    guard placement.timing.hasHour, entry.time != nil else {
      return placement.timing.days.contains(entry.day) ? .aired : .moved
    }
    if abs(entry.seconds - placement.timing.seconds) <= tolerance.onTimeMinutes * 60 { return .aired }
    return entry.day == placement.timing.day ? .late : .moved
  }
}

extension AsRunEntry {
  /// What puts two entries of one instant into an order; the index decides only between equals.
  fileprivate func sortKey(_ index: Int) -> (Int, String, String, String, Int, Int) {
    (edition ?? 0, title, uid ?? "", evidence ?? "", minutes ?? 0, index)
  }
}
