public import ScheduleModel

extension Matcher {
  /// For whatever found no partner, the nearest on the other side, and the differences.
  ///
  /// A placement is compared with the entries left over on its outlet and of its line, an entry in the same way with
  /// the placements that nothing shows, and with those of its time that another entry shows already: a row that
  /// is there twice. Each difference weighs something; what differs too much is not named.
  /// - Returns: At most three for each, the nearest first; nothing for what has none.
  /// - Complexity: O(n log n) in the placements and entries, and for each without a partner a look at 160 others.
  public static func candidates(plan: Plan, reconciled: Reconciled) -> MatchCandidates {
    var search = CandidateSearch(plan: plan, reconciled: reconciled)
    var ofPlacements: [String: [MatchCandidate]] = [:]
    for outcome in reconciled.outcomes
    where [.missed, .unclear].contains(outcome.outcome) && outcome.makeGood == nil {
      let found = search.entries(for: outcome.placement)
      if !found.isEmpty { ofPlacements[outcome.placement.uid] = found }
    }
    var ofEntries: [SourcePlace: [MatchCandidate]] = [:]
    for unplanned in reconciled.unplanned {
      let found = search.placements(for: unplanned)
      if !found.isEmpty { ofEntries[unplanned.entry.place] = found }
    }
    return MatchCandidates(ofPlacements: ofPlacements, ofEntries: ofEntries)
  }

  /// The same for some rows alone, for pages that show few of many.
  public static func candidates(plan: Plan, reconciled: Reconciled, of rows: [UnplannedEntry])
    -> MatchCandidates
  {
    guard !rows.isEmpty else { return MatchCandidates() }
    var search = CandidateSearch(plan: plan, reconciled: reconciled)
    var ofEntries: [SourcePlace: [MatchCandidate]] = [:]
    for row in rows {
      let found = search.placements(for: row)
      if !found.isEmpty { ofEntries[row.entry.place] = found }
    }
    return MatchCandidates(ofEntries: ofEntries)
  }
}

/// Finds the nearest partners of what has none.
private struct CandidateSearch {
  private let tolerance: MatchingTolerance
  private let titles: [String: FoldedText]
  private let broadcast: BroadcastDays
  private let entries: [UnplannedEntry]
  private let outcomes: [PlacementOutcome]
  private var entryRooms: [Room: [Int]] = [:]
  private var placementRooms: [Room: [Int]] = [:]
  private var takenRooms: [Room: [Int]] = [:]
  private var known: [TitlePair: Int] = [:]

  /// All that is on one outlet, all that is of one line, or both.
  private enum Room: Hashable {
    case outlet(String)
    case line(String)
    case both(outlet: String, line: String)
  }

  private struct TitlePair: Hashable {
    let line: String
    let title: String
  }

  /// How many are looked at before and behind a time, in each room.
  private static let most = 40
  /// How many are named.
  private static let shown = 3
  /// What weighs as much is no candidate.
  private static let limit = 55

  init(plan: Plan, reconciled: Reconciled) {
    tolerance = plan.matching
    broadcast = BroadcastDays(plan: plan)
    titles = Dictionary(
      plan.lines.map { ($0.id, FoldedText($0.title)) }, uniquingKeysWith: { first, _ in first })
    entries = reconciled.unplanned.filter { $0.entry.status == .aired || $0.entry.status == .unclear }.sorted
    {
      ($0.entry.seconds, $0.entry.place) < ($1.entry.seconds, $1.entry.place)
    }
    outcomes = reconciled.outcomes.sorted {
      ($0.placement.timing.seconds, $0.placement.uid) < ($1.placement.timing.seconds, $1.placement.uid)
    }
    for (index, unplanned) in entries.enumerated() {
      entryRooms[.outlet(unplanned.entry.outlet), default: []].append(index)
      if let line = unplanned.line { entryRooms[.line(line), default: []].append(index) }
    }
    for (index, outcome) in outcomes.enumerated() {
      let (outlet, line) = (outcome.placement.outlet, outcome.placement.line)
      if outcome.airing == nil {
        placementRooms[.outlet(outlet), default: []].append(index)
        placementRooms[.line(line), default: []].append(index)
      } else {
        takenRooms[.both(outlet: outlet, line: line), default: []].append(index)
      }
    }
  }

  /// The entries that come nearest to a placement.
  mutating func entries(for placement: Placement) -> [MatchCandidate] {
    let rooms = [Room.outlet(placement.outlet), .line(placement.line)]
    let near = Self.near(
      placement.timing.seconds, in: rooms.map { entryRooms[$0, default: []] },
      at: { entries[$0].entry.seconds })
    return best(near.map { (placement, entries[$0], nil) })
  }

  /// The placements that come nearest to an entry.
  mutating func placements(for unplanned: UnplannedEntry) -> [MatchCandidate] {
    let outlet = unplanned.entry.outlet
    var rooms = [placementRooms[.outlet(outlet), default: []]]
    if let line = unplanned.line {
      rooms += [
        placementRooms[.line(line), default: []], takenRooms[.both(outlet: outlet, line: line), default: []],
      ]
    }
    let near = Self.near(
      unplanned.entry.seconds, in: rooms, at: { outcomes[$0].placement.timing.seconds })
    return best(near.map { (outcomes[$0].placement, unplanned, outcomes[$0]) })
  }

  private static func near(_ seconds: Int, in rooms: [[Int]], at time: (Int) -> Int) -> [Int] {
    var found: Set<Int> = []
    for room in rooms {
      let first = room.partitioningIndex { time($0) >= seconds }
      found.formUnion(room[max(0, first - most)..<min(room.count, first + most)])
    }
    return found.sorted()
  }

  private mutating func best(
    _ pairs: [(placement: Placement, unplanned: UnplannedEntry, outcome: PlacementOutcome?)]
  ) -> [MatchCandidate] {
    var found: [(weight: Int, apart: Int, candidate: MatchCandidate)] = []
    for (placement, unplanned, outcome) in pairs {
      guard let (weight, differences) = differences(placement, unplanned, outcome) else { continue }
      found.append(
        (
          weight, abs(unplanned.entry.seconds - placement.timing.seconds),
          MatchCandidate(placement: placement, entry: unplanned.entry, differences: differences)
        ))
    }
    let order = found.sorted { left, right in
      let (one, other) = (left.candidate, right.candidate)
      return (left.weight, left.apart, one.entry.place, one.placement.uid)
        < (right.weight, right.apart, other.entry.place, other.placement.uid)
    }
    return order.prefix(Self.shown).map(\.candidate)
  }

  /// The differences between the two and their weight; `nil` when it is too much.
  private mutating func differences(
    _ placement: Placement, _ unplanned: UnplannedEntry, _ outcome: PlacementOutcome?
  ) -> (weight: Int, differences: [MatchCandidate.Difference])? {
    let entry = unplanned.entry
    // A repeat of something that is known shows no first run.
    if unplanned.repetition == .stated, placement.run.isNew { return nil }
    var weight = 0
    var differences: [MatchCandidate.Difference] = []
    func add(_ difference: MatchCandidate.Difference, _ by: Int) {
      differences.append(difference)
      weight += by
    }
    let planned = broadcast.days(of: placement)
    let days =
      planned.contains(entry.broadcastDay) ? 0 : planned.lowerBound.distance(to: entry.broadcastDay)
    let apart = entry.seconds - placement.timing.seconds
    let isTimed = placement.timing.hasHour && entry.time != nil
    if isTimed, abs(apart) <= tolerance.onTimeMinutes * 60 {
      // On time.
    } else if days != 0 {
      add(.days(days), 5 + abs(days))
    } else if isTimed {
      add(.minutes(apart / 60), min(10, abs(apart) / 1_800))
    }
    // Whoever asks the station wants to know about which placement.
    if entry.status == .unclear { add(.unclear, 0) }
    if let outcome, outcome.airing != nil {
      // Somebody else's placement is worth a word only where the two rows may be one.
      guard differences.allSatisfy({ $0 == .unclear }), unplanned.line == placement.line else { return nil }
      add(.taken, 0)
    }
    if entry.outlet != placement.outlet { add(.outlet, 30) }
    if entry.language != placement.language { add(.language, 30) }
    if unplanned.sign == .link, unplanned.line == nil { add(.setAside, 25) }
    if unplanned.line == placement.line {
      if let edition = unplanned.edition {
        if edition != placement.edition { add(.edition, 20) }
      } else {
        add(.editionUnsaid, 5)
      }
    } else if unplanned.line != nil {
      add(.line, 40)
    } else {
      let percent = percent(entry.title, placement.line)
      // Of whatever else the station airs only what aired on the day of a placement comes into question for it.
      if percent < 50, outcome != nil || days != 0 { return nil }
      if percent < 100 { add(.title(percent: percent), (100 - percent) / 2) }
    }
    return weight < Self.limit && !differences.isEmpty ? (weight, differences) : nil
  }

  private mutating func percent(_ title: String, _ line: String) -> Int {
    let pair = TitlePair(line: line, title: title)
    if let percent = known[pair] { return percent }
    let (own, wanted) = (FoldedText(title), titles[line] ?? FoldedText(""))
    let percent = !wanted.isEmpty && own.contains(wanted) ? 100 : own.percentAlike(wanted)
    known[pair] = percent
    return percent
  }
}
