import ScheduleModel

/// The works of some lines on one outlet in one language, or one of those works.
private struct Shelf: Hashable {
  let outlet: String
  let language: LanguageTag
  let lines: [String]
  /// The number of the one work, or ``everyEdition``.
  let edition: Int

  static let everyEdition = 0
}

/// What can tell to which placement an entry belongs.
extension Matching {
  /// How an entry came to its lines.
  enum Origin {
    /// The row names the line.
    case stated
    /// The title does.
    case recognised
  }

  /// Pairs entries with the placement whose UID they carry.
  mutating func pairByUID() {
    var groups = Groups<Int>()
    for index in entryOrder where isFree(entry: index) {
      if let placement = named[index] { groups.add(index, to: placement) }
    }
    for group in groups.all { pair(group.members, with: [group.key], movedDays: nil) }
  }

  /// Pairs entries with the placements of the edition that they name.
  mutating func pairByEdition(_ origin: Origin) {
    pairShelves(of: origin, movedDays: nil) {
      $0.edition
    } ofPlacement: {
      $0.edition
    }
  }

  /// Pairs entries that name no edition with the placements of their line.
  mutating func pairByLine(_ origin: Origin) {
    pairShelves(of: origin, movedDays: tolerance.movedDays) {
      $0.edition == nil ? Shelf.everyEdition : nil
    } ofPlacement: { _ in
      Shelf.everyEdition
    }
  }

  /// Pairs entries and placements of equal line, outlet, language and number; an entry without number stays.
  private mutating func pairShelves(
    of origin: Origin, movedDays: Int?, number: (AsRunEntry) -> Int?, ofPlacement: (Placement) -> Int
  ) {
    var groups = Groups<Shelf>()
    for index in entryOrder where isOpen(index, origin) {
      let entry = entries[index]
      guard let edition = number(entry) else { continue }
      groups.add(
        index,
        to: Shelf(outlet: entry.outlet, language: entry.language, lines: lines[index], edition: edition))
    }
    guard !groups.all.isEmpty else { return }
    var shelves: [Shelf: [Int]] = [:]
    for (rank, index) in placementOrder.enumerated() where isFree(placement: index) {
      let placement = placements[index]
      let shelf = Shelf(
        outlet: placement.outlet, language: placement.language, lines: [placement.line],
        edition: ofPlacement(placement))
      shelves[shelf, default: []].append(rank)
    }
    for group in groups.all {
      let key = group.key
      let ranks = key.lines.flatMap { line in
        shelves[
          Shelf(outlet: key.outlet, language: key.language, lines: [line], edition: key.edition), default: []]
      }
      let inOrder = key.lines.count > 1 ? ranks.sorted() : ranks
      pair(group.members, with: inOrder.map { placementOrder[$0] }, movedDays: movedDays)
    }
  }

  /// Whether an entry still looks for its placement and came to its lines in that way.
  private func isOpen(_ index: Int, _ origin: Origin) -> Bool {
    isFree(entry: index) && named[index] == nil && !lines[index].isEmpty
      && (entries[index].line != nil) == (origin == .stated)
  }

  /// Pairs entries that name nothing at all with the only placement that starts within the tolerance.
  mutating func pairByTimeAlone() {
    let reach = tolerance.onTimeMinutes * 60
    func shelf(_ outlet: String, _ language: LanguageTag) -> Shelf {
      Shelf(outlet: outlet, language: language, lines: [], edition: Shelf.everyEdition)
    }
    var groups = Groups<Int>()
    var starts: [Shelf: [Int]]?
    for index in entryOrder where isFree(entry: index) && named[index] == nil {
      let entry = entries[index]
      guard entry.line == nil, entry.time != nil, FoldedText(entry.title).isEmpty else { continue }
      let known =
        starts
        ?? Dictionary(grouping: placementOrder.filter { placements[$0].timing.hasHour }) {
          shelf(placements[$0].outlet, placements[$0].language)
        }
      starts = known
      let open = known[shelf(entry.outlet, entry.language), default: []]
      let first = firstIndex(in: open, startingAt: entry.seconds - reach)
      let near = open[first...].prefix(2).filter { placements[$0].timing.seconds <= entry.seconds + reach }
      if near.count == 1 { groups.add(index, to: near[0]) }
    }
    for group in groups.all { pair(group.members, with: [group.key], movedDays: tolerance.movedDays) }
  }

  /// The first of some placements in time order that starts then or later.
  private func firstIndex(in order: [Int], startingAt seconds: Int) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if placements[order[middle]].timing.seconds < seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Indices in groups; groups and members keep the order in which they came.
private struct Groups<Key: Hashable> {
  private(set) var all: [(key: Key, members: [Int])] = []
  private var indexByKey: [Key: Int] = [:]

  mutating func add(_ member: Int, to key: Key) {
    if let index = indexByKey[key] {
      all[index].members.append(member)
    } else {
      indexByKey[key] = all.count
      all.append((key, [member]))
    }
  }
}
