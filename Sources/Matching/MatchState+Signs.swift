import ScheduleModel

/// Entries that may show the same placements: of some lines on one outlet in one language, or of one work of these.
private struct Shelf: Hashable {
  /// The number of the outlet and language.
  let room: Int32
  /// The number of the lines.
  let lines: Int32
  /// The number of the one work, or ``everyEdition``.
  let edition: Int
  /// The part of it that is meant; `nil` for any.
  let part: WorkPart?
  /// Whether it is said to be aired again, or may be, which shows no first run.
  let isRepeat: Bool

  static let everyEdition = 0
}

/// An outlet in one language.
private struct OutletLanguage: Hashable {
  let outlet: String
  let language: LanguageTag
}

/// A line on one outlet, in whatever language.
private struct Column: Hashable {
  let outlet: String
  let line: String
}

/// The same, and the part of a work that is meant; `nil` for any.
private struct PartColumn: Hashable {
  let column: Column
  let part: WorkPart?
}

/// What can tell to which placement an entry belongs.
extension MatchState {
  /// Pairs what somebody linked by hand.
  mutating func pairByLink() {
    for (entry, placement) in links.shown.sorted(by: { $0.key < $1.key }) {
      pair(entry: entry, with: placement, by: .link)
    }
  }

  /// Pairs entries with the placement whose UID they carry.
  mutating func pairByUID() {
    var groups = Groups<Int>()
    for index in inTimeOrder(entries.indices.filter { named[$0] != nil && isFree(entry: $0) }) {
      if let placement = named[index] { groups.add(index, to: placement) }
    }
    for group in groups.all { pair(group.members, with: [group.key], by: .uid, movedDays: nil) }
  }

  /// Pairs entries with the placements of the edition that they name, within a number of days.
  mutating func pairByEdition(
    _ origin: LineRecogniser.Origin, _ statuses: [AsRunEntry.Status], movedDays: Int?
  ) {
    pairShelves(of: origin, statuses, withEdition: true, movedDays: movedDays)
  }

  /// Pairs entries that name no edition with the placements of their line, within a number of days.
  mutating func pairByLine(
    _ origin: LineRecogniser.Origin, _ statuses: [AsRunEntry.Status], movedDays: Int
  ) {
    pairShelves(of: origin, statuses, withEdition: false, movedDays: movedDays)
  }

  /// Pairs entries and placements of equal line, outlet and language; those that name an edition with the placements
  /// of that edition, or those that name none with all.
  private mutating func pairShelves(
    of origin: LineRecogniser.Origin, _ statuses: [AsRunEntry.Status], withEdition: Bool, movedDays: Int?
  ) {
    var groups = Groups<Shelf>()
    // What aired before the plan's year is of the year before, unless it carries a UID.
    let start = plan.months.days.lowerBound
    for index in stillOpen(origin)
    where statuses.contains(entries[index].status) && entries[index].broadcastDay >= start {
      let recognised = origins[index]
      guard (recognised.edition != nil) == withEdition else { continue }
      groups.add(
        index,
        to: Shelf(
          room: rooms[index], lines: recognised.lineSet.number,
          edition: recognised.edition ?? Shelf.everyEdition, part: recognised.part,
          isRepeat: recognised.repetition == .stated || isMarkedAsRepeat(index)))
    }
    for group in groups.all {
      guard let first = group.members.first else { continue }
      let lines = origins[first].lines
      let ranks =
        withEdition
        ? shelves.ranks(of: lines, edition: group.key.edition, room: group.key.room) {
          placements[placementOrder[$0]].edition
        }
        : shelves.ranks(of: lines, room: group.key.room)
      pair(
        group.members,
        with: ranks.map { placementOrder[$0] }.filter {
          isFree(placement: $0) && shows(group.key.part, $0)
            && !(group.key.isRepeat && placements[$0].run.isNew)
        },
        by: origins[first].sign(withEdition: withEdition), movedDays: movedDays)
    }
  }

  /// Whether an entry has a short mark, such as “(PL)”, that may say that it is a repeat, and names no edition. A subject
  /// such as “phát lại sổ đỏ” is none.
  private func isMarkedAsRepeat(_ index: Int) -> Bool {
    origins[index].mayBeRepeat
      && FoldedText(entries[index].title).text.split(separator: " ").contains {
        ["pl", "rpt", "r"].contains($0)
      }
  }

  /// Whether a placement shows a part of its work.
  private func shows(_ part: WorkPart?, _ placement: Int) -> Bool {
    guard let part else { return true }
    let placement = placements[placement]
    return part.number == placement.partNumber && part.fits(plan.line(placement.line))
  }

  /// Pairs entries that name nothing at all with the only placement that starts within the tolerance.
  mutating func pairByTimeAlone() {
    let reach = tolerance.onTimeMinutes * 60
    var groups = Groups<Int>()
    var starts: [OutletLanguage: [Int]]?
    for index in entryOrder where isFree(entry: index) && named[index] == nil {
      let entry = entries[index]
      guard entry.line == nil, entry.houseNumber == nil, entry.time != nil, !entry.isRepeat,
        FoldedText(entry.title).isEmpty
      else { continue }
      let known =
        starts
        ?? Dictionary(grouping: placementOrder.filter { placements[$0].timing.hasHour }) {
          OutletLanguage(outlet: placements[$0].outlet, language: placements[$0].language)
        }
      starts = known
      let open = known[OutletLanguage(outlet: entry.outlet, language: entry.language), default: []]
      let first = open.partitioningIndex { placements[$0].timing.seconds >= entry.seconds - reach }
      let near = open[first...].prefix(2).filter { placements[$0].timing.seconds <= entry.seconds + reach }
      if near.count == 1 { groups.add(index, to: near[0]) }
    }
    for group in groups.all {
      pair(group.members, with: [group.key], by: .time, movedDays: tolerance.movedDays)
    }
  }

  /// Pairs what nothing shows with another work of its line, or itself in another language, that went out in its slot.
  mutating func pairSubstitutes(_ coverage: LogCoverage) {
    var missed: [Column: [Int]] = [:]
    for index in placementOrder where isMissed(index, coverage) {
      missed[Column(outlet: placements[index].outlet, line: placements[index].line), default: []].append(
        index)
    }
    guard !missed.isEmpty else { return }
    var groups = Groups<PartColumn>()
    for index in entryOrder where isFree(entry: index) && entries[index].status == .aired {
      guard !isMarkedAsRepeat(index),
        let line = named[index].map({ placements[$0].line }) ?? origins[index].onlyLine
      else { continue }
      let column = Column(outlet: entries[index].outlet, line: line)
      groups.add(index, to: PartColumn(column: column, part: origins[index].part))
    }
    for group in groups.all {
      guard let all = missed[group.key.column] else { continue }
      // A row that names its part takes the place of that part alone.
      let placements = all.filter { shows(group.key.part, $0) }
      let timed = group.members.filter { entries[$0].time != nil }
      let hours = placements.filter { self.placements[$0].timing.hasHour }
      pairBest(timed, hours, by: nil, apart: tolerance.onTimeMinutes * 60) { _, _ in true }
      let days = placements.filter { !self.placements[$0].timing.hasHour }
      pairBest(group.members, days, by: nil, apart: Self.longestMonth * 86_400) { $1.contains($0) }
    }
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
