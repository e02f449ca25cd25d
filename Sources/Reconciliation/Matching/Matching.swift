import ScheduleModel

/// A schedule and a log while they are held against each other: who is paired with whom so far.
struct Matching {
  /// How far from its placement an entry may lie.
  let tolerance: MatchingTolerance
  /// The plan.
  let plan: Plan
  /// The placements, in the schedule's order.
  let placements: [Placement]
  /// The entries, in the log's order.
  let entries: [AsRunEntry]
  /// Indices of the entries in time order; of equals by what they say, so that the order of rows is nothing.
  let entryOrder: [Int]
  /// Indices of the placements in time order; of equals the lower edition first.
  let placementOrder: [Int]
  /// For each entry the lines to which it may belong, and how it came to them.
  let origins: [LineRecogniser.Recognised]
  /// For each entry the placement whose UID it carries.
  let named: [Int?]
  /// What somebody said by hand.
  let links: LinkTable
  /// For each entry the placement that it makes good, by its own word or by hand.
  let makesGood: [Int?]
  /// For each placement the broadcast days on which it may air as planned.
  let days: [Range<CivilDay>]
  /// How long a work of a line is, in minutes, where the plan says so.
  let lengths: [String: Int]

  /// For each placement the entry that shows it, or that went out in its stead.
  private(set) var entryOfPlacement: [Int?]
  /// For each entry the placement that it shows, or in whose stead it went out.
  private(set) var placementOfEntry: [Int?]
  /// For each placement by what its entry was found; `nil` for what went out in its stead.
  private(set) var signs: [MatchSign?]

  /// Nothing paired yet.
  init(plan: Plan, schedule: Schedule, log: AsRunLog, links: [EntryLink]) {
    self.plan = plan
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
    let broadcast = BroadcastDays(plan: plan)
    days = placements.map(broadcast.days)
    let placementAt = placements.map(\.timing.seconds)
    placementOrder = placements.indices.sorted { left, right in
      (placementAt[left], placements[left].edition, left) < (
        placementAt[right], placements[right].edition, right
      )
    }
    let byUID = Dictionary(
      placements.indices.map { (placements[$0].uid, $0) }, uniquingKeysWith: { first, _ in first })
    named = entries.map { $0.uid.flatMap { byUID[$0] } }
    let links = LinkTable(links, log: log, placements: placements)
    self.links = links
    makesGood = entries.indices.map { index in
      if links.isLinked(index) { return links.makesGood[index] }
      // A row that makes good its own placement is that placement, aired on another day.
      return entries[index].makesGood.flatMap { $0 == entries[index].uid ? nil : byUID[$0] }
    }
    var recogniser = LineRecogniser(plan: plan)
    origins = entries.map { recogniser.recognise($0) }
    lengths = Dictionary(
      plan.lines.compactMap { line in line.placing?.minutes.map { (line.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    entryOfPlacement = Array(repeating: nil, count: placements.count)
    placementOfEntry = Array(repeating: nil, count: entries.count)
    signs = Array(repeating: nil, count: placements.count)
  }

  /// Whether no entry shows the placement yet.
  func isFree(placement: Int) -> Bool { entryOfPlacement[placement] == nil }

  /// Whether the entry shows no placement yet, and may show one.
  func isFree(entry: Int) -> Bool {
    placementOfEntry[entry] == nil && ![.sent, .offAir].contains(entries[entry].status)
      && makesGood[entry] == nil && !links.setAside.contains(entry)
  }

  /// Notes a pair.
  mutating func pair(entry: Int, with placement: Int, by sign: MatchSign?) {
    placementOfEntry[entry] = placement
    entryOfPlacement[placement] = entry
    signs[placement] = sign
  }
}

extension AsRunEntry {
  /// What puts two entries of one instant into an order; the index decides only between equals.
  fileprivate func sortKey(_ index: Int) -> (Int, String, String, String, Int, Int) {
    (edition ?? 0, title, uid ?? "", evidence ?? "", minutes ?? 0, index)
  }
}
