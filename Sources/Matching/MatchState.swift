import ScheduleModel

/// A schedule and a log while they are held against each other: who is paired with whom so far.
struct MatchState {
  /// How far from its placement an entry may lie.
  let tolerance: MatchingTolerance
  /// The plan.
  let plan: Plan
  /// The placements, in the schedule's order.
  let placements: [Placement]
  /// The entries, in the log's order.
  let entries: [AsRunEntry]
  /// Where the entries lie on the line of time.
  let entryAt: [Int]
  /// Where the placements lie on the line of time.
  let placementAt: [Int]
  /// Indices of the entries by outlet, then time; ties are broken by content, so row order does not matter.
  let entryOrder: [Int]
  /// Indices of the placements by outlet, then time; of equals the lower edition first.
  let placementOrder: [Int]
  /// What entries have in common.
  let headings: [AsRunEntry.Heading]
  /// For each entry the number of its heading.
  let headingOfEntry: [Int32]
  /// For each entry the number of its outlet and language.
  let rooms: [Int32]
  /// The placements of each line on each outlet in each language.
  let shelves: PlacementShelves
  /// For each entry the lines to which it may belong, and how it came to them.
  let origins: [LineRecogniser.Recognised]
  /// For each entry the placement whose UID it carries.
  let named: OptionalIndices
  /// What somebody said by hand.
  let links: LinkTable
  /// For each entry the placement that it makes good, by its own word or by hand.
  let makesGood: OptionalIndices
  /// For each placement the broadcast days on which it may air as planned.
  let days: [Range<CivilDay>]
  /// Entries that are counted with another one, for both tell of one broadcast.
  let absorbed: Set<Int>
  /// Those and the entries of which that is not sure, each with the other one.
  private(set) var joinedRows: [JoinedRows.Pair] = []
  /// Entries that begin in the same minute as another one of their line, and name another edition.
  private(set) var clashingRows: [JoinedRows.Pair] = []
  /// Entries that say that a work aired, and what contradicts them; none of them may show a placement.
  private(set) var opposedRows: [(aired: Int, silent: Int)] = []
  /// The length that the row of an entry states, where it now has that of several rows.
  private(set) var statedLengths: [Int: Int?] = [:]
  /// How long a work of a line is, in minutes, where the plan says so.
  let lengths: [String: Int]
  /// The least length with which a work of a line counts, in minutes, where the plan says so.
  let leasts: [String: Int]

  /// For each entry whether it may show a placement: not one that is counted with another, was not on the air, makes
  /// another placement good, or was set aside by hand.
  private let mayShow: [Bool]

  /// For each placement the entry that shows it, or that went out in its stead.
  private(set) var entryOfPlacement: OptionalIndices
  /// For each entry the placement that it shows, or in whose stead it went out.
  private(set) var placementOfEntry: OptionalIndices
  /// For each placement by what its entry was found; `nil` for what went out in its stead.
  private(set) var signs: [MatchSign?]
  /// The entries that came to their lines in some way and may still look for a placement, in order.
  private var open: [LineRecogniser.Origin: [Int]] = [:]

  /// Nothing paired yet.
  ///
  /// - Parameter joinsRows: Whether rows about one broadcast count once (``JoinedRows``).
  init(plan: Plan, schedule: Schedule, log: AsRunLog, links: [EntryLink], joinsRows: Bool = false) {
    self.plan = plan
    tolerance = plan.matching
    let placements = schedule.placements
    var entries = log.entries
    self.placements = placements
    let entryAt = entries.map(\.seconds)
    let placementAt = placements.map(\.timing.seconds)
    (self.entryAt, self.placementAt) = (entryAt, placementAt)
    // What rows and placements share is looked at once.
    var headings = SharedNumbers<AsRunEntry.Heading>()
    let headingOfEntry = entries.map { Int32(headings.number(of: $0.heading)) }
    (self.headings, self.headingOfEntry) = (headings.all, headingOfEntry)
    var series = SharedNumbers<Placement.Series>()
    let seriesOfPlacement = placements.map { Int32(series.number(of: $0.series)) }
    var outlets = TextNumbers()
    let outletOfHeading = headings.all.map { outlets.number(of: $0.outlet) }
    let outletOfSeries = series.all.map { outlets.number(of: $0.outlet) }
    let outletOfEntry = headingOfEntry.map { outletOfHeading[Int($0)] }
    let outletOfPlacement = seriesOfPlacement.map { outletOfSeries[Int($0)] }
    let entryOrder =
      OutletOrder(outlets: outletOfEntry, count: outlets.count, seconds: entryAt) { [entries] left, right in
        Self.comes(left, before: right, in: entries)
      }.indices
    self.entryOrder = entryOrder
    let placementOrder =
      OutletOrder(outlets: outletOfPlacement, count: outlets.count, seconds: placementAt) { left, right in
        (placements[left].edition, left) < (placements[right].edition, right)
      }.indices
    self.placementOrder = placementOrder
    var languages = TextNumbers()
    let languageOfHeading = headings.all.map { languages.number(of: $0.language.tag) }
    let languageOfSeries = series.all.map { languages.number(of: $0.language.tag) }
    let languageCount = Int32(languages.count)
    let roomOfHeading = zip(outletOfHeading, languageOfHeading).map { $0 * languageCount + $1 }
    let rooms = headingOfEntry.map { roomOfHeading[Int($0)] }
    self.rooms = rooms
    shelves = PlacementShelves(
      placements, order: placementOrder, seriesOfPlacement: seriesOfPlacement, lines: series.all.map(\.line),
      rooms: zip(outletOfSeries, languageOfSeries).map { $0 * languageCount + $1 })
    let broadcast = BroadcastDays(plan: plan)
    days = placements.map(broadcast.days)
    var named = OptionalIndices(count: entries.count)
    var makesGood = OptionalIndices(count: entries.count)
    let links = LinkTable(links, log: log, placements: placements)
    self.links = links
    for (entry, placement) in links.makesGood { makesGood[entry] = placement }
    // Who says by hand what an unclear row shows says that it aired.
    for entry in Array(links.shown.keys) + Array(links.makesGood.keys) where entries[entry].status == .unclear
    {
      entries[entry] = entries[entry].saying(.aired)
    }
    if entries.contains(where: { $0.uid != nil || $0.makesGood != nil }) {
      let byUID = Dictionary(
        placements.indices.map { (placements[$0].uid, $0) }, uniquingKeysWith: { first, _ in first })
      for (index, entry) in entries.enumerated() {
        if let uid = entry.uid { named[index] = byUID[uid] }
        // A row that makes good its own placement is that placement, aired on another day.
        guard !links.isLinked(index), let uid = entry.makesGood, uid != entry.uid else { continue }
        makesGood[index] = byUID[uid]
      }
    }
    var recogniser = LineRecogniser(plan: plan)
    var origins = entries.map { recogniser.recognise($0) }
    let counted = TitleEditions(entries, origins, placements, tolerance: plan.matching.movedDays).lines
    for index in origins.indices {
      guard let edition = origins[index].titleEdition, let line = origins[index].onlyLine,
        counted.contains(line)
      else { continue }
      origins[index].edition = edition
    }
    let opposed = OpposedRows(
      entries, rooms: rooms, origins: origins, tolerance: plan.matching.onTimeMinutes * 60,
      isFixed: { links.isLinked($0) }
    ).pairs
    for (aired, silent) in opposed where entries[aired].status == .aired {
      let other = entries[silent]
      entries[aired] = entries[aired].saying(
        .unclear, doubt: .words("\(other.place.file):\(other.place.line) \(other.statusText)"),
        isRepeat: entries[aired].isRepeat)
    }
    opposedRows = opposed
    let lengths = Dictionary(
      plan.lines.compactMap { line in line.placing?.minutes.map { (line.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    self.lengths = lengths
    let leasts = Dictionary(
      plan.lines.compactMap { line in line.counting.leastMinutes.map { (line.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    self.leasts = leasts
    var absorbed: Set<Int> = []
    if joinsRows {
      // Where a line has no length of its own, its longest opening is.
      var longest = Array(repeating: 0, count: series.all.count)
      for (index, placement) in placements.enumerated() {
        guard case .timed(_, let minutes) = placement.timing else { continue }
        let number = Int(seriesOfPlacement[index])
        longest[number] = max(longest[number], minutes)
      }
      // An opening without a stated length has none.
      let openings = zip(series.all, longest).filter { $1 > 0 }.map { ($0.line, $1) }
      let joined = JoinedRows(
        entries, order: entryOrder, rooms: rooms, origins: origins, lengths: lengths,
        openings: lengths.merging(openings) { max($0, $1) }, leasts: leasts,
        names: Dictionary(
          plan.lines.map { line in
            (line.id, Set(([line.title] + line.aliases).map { FoldedText($0).text }))
          }, uniquingKeysWith: { first, _ in first }), isFixed: { links.isLinked($0) })
      for pair in joined.pairs where pair.isSure {
        absorbed.insert(pair.part)
        named[pair.head] = named[pair.head] ?? named[pair.part]
        makesGood[pair.head] = makesGood[pair.head] ?? makesGood[pair.part]
        origins[pair.head].edition = origins[pair.head].edition ?? origins[pair.part].edition
      }
      for (head, length) in joined.lengths where !absorbed.contains(head) {
        statedLengths.updateValue(entries[head].length, forKey: head)
        entries[head] = entries[head].lasting(length)
      }
      joinedRows = joined.pairs
      clashingRows = joined.clashes
    }
    let spans = SpanRows(
      of: placements, in: entries, order: entryOrder, origins: origins, named: named,
      isSettled: { links.isLinked($0) || absorbed.contains($0) }
    ).pairs
    for pair in spans where pair.isSure {
      absorbed.insert(pair.part)
      named[pair.head] = named[pair.head] ?? named[pair.part]
      origins[pair.head].edition = origins[pair.head].edition ?? origins[pair.part].edition
    }
    joinedRows += spans
    self.absorbed = absorbed
    mayShow = entries.indices.map { [absorbed, makesGood] index in
      ![.sent, .offAir, .unclear].contains(entries[index].status) && makesGood[index] == nil
        && !absorbed.contains(index) && !links.setAside.contains(index)
    }
    self.named = named
    self.makesGood = makesGood
    self.origins = origins
    self.entries = entries
    for index in entryOrder
    where named[index] == nil && !origins[index].lines.isEmpty && !absorbed.contains(index) {
      open[origins[index].origin, default: []].append(index)
    }
    entryOfPlacement = OptionalIndices(count: placements.count)
    placementOfEntry = OptionalIndices(count: entries.count)
    signs = Array(repeating: nil, count: placements.count)
  }

  /// Whether no entry shows the placement yet.
  func isFree(placement: Int) -> Bool { entryOfPlacement[placement] == nil }

  /// Whether the entry shows no placement yet, and may show one.
  func isFree(entry: Int) -> Bool { placementOfEntry[entry] == nil && mayShow[entry] }

  /// The entries that came to their lines in a way and still look for a placement, in order.
  mutating func stillOpen(_ origin: LineRecogniser.Origin) -> [Int] {
    guard let entries = open[origin] else { return [] }
    let rest = entries.filter { isFree(entry: $0) }
    open[origin] = rest
    return rest
  }

  /// Some entries in the order of time over all outlets; ties are broken by content.
  func inTimeOrder(_ indices: [Int]) -> [Int] {
    indices.sorted { left, right in
      if entryAt[left] != entryAt[right] { return entryAt[left] < entryAt[right] }
      return Self.comes(left, before: right, in: entries)
    }
  }

  /// Notes a pair.
  mutating func pair(entry: Int, with placement: Int, by sign: MatchSign?) {
    placementOfEntry[entry] = placement
    entryOfPlacement[placement] = entry
    signs[placement] = sign
  }

  /// Which of two entries of one instant comes first, by content; the index decides only between equals.
  private static func comes(_ left: Int, before right: Int, in entries: [AsRunEntry]) -> Bool {
    let (one, other) = (entries[left], entries[right])
    // Nearly always the title decides.
    let (title, otherTitle) = (ByteText(one.title), ByteText(other.title))
    if one.edition == other.edition, title != otherTitle { return title < otherTitle }
    func key(_ entry: AsRunEntry, _ index: Int) -> (Int, String, String, String, Int, Int) {
      (
        entry.edition ?? 0, entry.title, entry.uid ?? "", entry.evidence ?? "", entry.minutes ?? 0, index
      )
    }
    return key(one, left) < key(other, right)
  }
}
