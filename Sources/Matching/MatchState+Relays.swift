import ScheduleModel

/// What one outlet carries of another at the same time.
extension MatchState {
  /// The entries that are relays, and what each relays.
  ///
  /// An entry that shows no placement is a relay when another outlet has, within the tolerance for being on time and
  /// in the same language, the same work: where the plan says that its outlet relays the other, one of the same line,
  /// or whatever airs there if the entry's title is no other; on any other outlet only one under the same title that
  /// says more than the title of the line. A relay of a relay is one of the first. Where the relayed outlet's log has
  /// no such row, the placement of that time is what is relayed.
  func relays() -> [Int: RelayedEntry.Source] {
    let open = inTimeOrder(
      entries.indices.filter {
        isFree(entry: $0) && entries[$0].status == .aired && entries[$0].time != nil
      })
    guard !open.isEmpty else { return [:] }
    var sources = RelaySources(self, open: open)
    var relays: [Int: RelayedEntry.Source] = [:]
    var originals: Set<Int> = []
    // First what relays an entry with a placement; then relays of these; at last two entries that have none.
    var rest = open
    for isLastResort in [false, true] {
      var isNew = true
      while isNew {
        isNew = false
        rest = rest.filter { index in
          guard !originals.contains(index) else { return false }
          let source = sources.near(index, in: self).first { other in
            isLastResort ? relays[other] == nil : placementOfEntry[other] != nil || relays[other] != nil
          }
          guard let source else { return true }
          if let relayed = relays[source] {
            relays[index] = relayed
          } else if let placement = placementOfEntry[source], signs[placement] != nil {
            relays[index] = .placement(placements[placement])
          } else {
            relays[index] = .entry(unplanned(source))
            originals.insert(source)
          }
          sources.lineOfRelay[index] = relays[index].flatMap {
            RelayedEntry(entry: entries[index], source: $0).line
          }
          isNew = true
          return false
        }
      }
    }
    for index in rest {
      if let placement = sources.placement(near: index, in: self) {
        relays[index] = .placement(placements[placement])
      }
    }
    return relays
  }
}

/// What went out, or was to go out, on each outlet, in time order.
private struct RelaySources {
  private var entries: [String: [Int32]] = [:]
  private var placements: [String: [Int]] = [:]
  /// The lines of what is known to be relayed by an entry.
  var lineOfRelay: [Int: String] = [:]
  private let titles: [String: FoldedText]
  /// The titles of entries.
  private var known: [FoldedText] = []
  /// The title of each heading, by its number among ``known``.
  private var titleOfHeading: [Int32] = []
  /// The entries under each title that is asked for, in time order.
  private var entriesByTitle: [[Int32]] = []
  private let outletRank: [String: Int]
  private let relayed: [String: [String]]

  init(_ matching: MatchState, open: [Int]) {
    relayed = Dictionary(
      matching.plan.outlets.filter { !$0.relays.isEmpty }.map { ($0.id, $0.relays) },
      uniquingKeysWith: { first, _ in first })
    titles = Dictionary(
      matching.plan.lines.map { ($0.id, FoldedText($0.title)) }, uniquingKeysWith: { first, _ in first })
    outletRank = Dictionary(
      matching.plan.outlets.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var numbers: [FoldedText: Int32] = [:]
    for heading in matching.headings {
      let folded = FoldedText(heading.title)
      let number = numbers[folded] ?? Int32(known.count)
      if Int(number) == known.count {
        numbers[folded] = number
        known.append(folded)
      }
      titleOfHeading.append(number)
    }
    entriesByTitle = Array(repeating: [], count: known.count)
    var isAsked = Array(repeating: false, count: known.count)
    for index in open { isAsked[titleNumber(of: index, in: matching)] = true }
    for index in matching.entryOrder {
      let title = titleNumber(of: index, in: matching)
      guard isAsked[title] || !relayed.isEmpty else { continue }
      let entry = matching.entries[index]
      guard entry.status == .aired, entry.time != nil else { continue }
      if isAsked[title] { entriesByTitle[title].append(Int32(index)) }
      if !relayed.isEmpty { entries[entry.outlet, default: []].append(Int32(index)) }
    }
    if !relayed.isEmpty {
      for index in matching.placementOrder where matching.placements[index].timing.hasHour {
        placements[matching.placements[index].outlet, default: []].append(index)
      }
    }
    for title in known.indices where isAsked[title] {
      let inOrder = matching.inTimeOrder(entriesByTitle[title].map { Int($0) })
      entriesByTitle[title] = inOrder.map { Int32($0) }
    }
  }

  private func titleNumber(of entry: Int, in matching: MatchState) -> Int {
    Int(titleOfHeading[Int(matching.headingOfEntry[entry])])
  }

  /// The entries of other outlets that may be the same work as this one, those of declared relays first, then the
  /// nearest in time.
  func near(_ index: Int, in matching: MatchState) -> [Int] {
    let entry = matching.entries[index]
    let declared = relayed[entry.outlet, default: []]
    let title = known[titleNumber(of: index, in: matching)]
    let reach = matching.tolerance.onTimeMinutes * 60
    var found: [(isDeclared: Bool, apart: Int, outlet: Int, index: Int)] = []
    func look(_ there: [Int32], isDeclared: Bool, _ isSame: (Int) -> Bool) {
      let first = there.indices.partitioningIndex {
        matching.entries[Int(there[$0])].seconds >= entry.seconds - reach
      }
      for other in there[first...].lazy.map(Int.init) {
        let source = matching.entries[other]
        guard source.seconds <= entry.seconds + reach else { break }
        guard source.language == entry.language, let outlet = outletRank[source.outlet], isSame(other) else {
          continue
        }
        found.append((isDeclared, abs(source.seconds - entry.seconds), outlet, other))
      }
    }
    for outlet in declared where outlet != entry.outlet {
      look(entries[outlet, default: []], isDeclared: true) { isRelay(index, title, of: $0, in: matching) }
    }
    if !title.isEmpty {
      look(entriesByTitle[titleNumber(of: index, in: matching)], isDeclared: false) { other in
        let outlet = matching.entries[other].outlet
        // What relays this outlet is never what it relays itself.
        return outlet != entry.outlet && !declared.contains(outlet)
          && !relayed[outlet, default: []].contains(entry.outlet)
          && isSimulcast(index, title, of: other, in: matching)
      }
    }
    // Of equals the first in the order of outlets and times, never in that of the rows.
    return found.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      return (one.isDeclared ? 0 : 1, one.apart, one.outlet, left.offset)
        < (other.isDeclared ? 0 : 1, other.apart, other.outlet, right.offset)
    }.map(\.element.index)
  }

  /// The placement that a relay carries although no row of the relayed outlet shows what aired.
  func placement(near index: Int, in matching: MatchState) -> Int? {
    let entry = matching.entries[index]
    let reach = matching.tolerance.onTimeMinutes * 60
    let title = known[titleNumber(of: index, in: matching)]
    for outlet in relayed[entry.outlet, default: []] where outlet != entry.outlet {
      guard let there = placements[outlet] else { continue }
      let first = there.partitioningIndex { matching.placements[$0].timing.seconds >= entry.seconds - reach }
      let near = there[first...].prefix { matching.placements[$0].timing.seconds <= entry.seconds + reach }
        .filter { index in
          let placement = matching.placements[index]
          return placement.language == entry.language
            && (entry.line == placement.line || (entry.line == nil && holds(title, placement.line)))
        }
      if let nearest = near.min(by: {
        abs(matching.placements[$0].timing.seconds - entry.seconds)
          < abs(matching.placements[$1].timing.seconds - entry.seconds)
      }) {
        return nearest
      }
    }
    return nil
  }

  /// On an outlet that relays the other: of one line, or of titles that are not two.
  private func isRelay(_ index: Int, _ title: FoldedText, of other: Int, in matching: MatchState) -> Bool {
    let line = line(of: other, in: matching)
    if let own = matching.entries[index].line { return own == line }
    let there = known[titleNumber(of: other, in: matching)]
    if title.isEmpty { return line != nil }
    return title == there || (line.map { holds(title, $0) } ?? false)
  }

  /// On any other outlet, under the same title: one that says more than that of the line.
  private func isSimulcast(_ index: Int, _ title: FoldedText, of other: Int, in matching: MatchState) -> Bool
  {
    guard let line = line(of: other, in: matching) else { return false }
    if let own = matching.entries[index].line, own != line { return false }
    return titles[line] != title
  }

  private func line(of entry: Int, in matching: MatchState) -> String? {
    lineOfRelay[entry] ?? matching.placementOfEntry[entry].map { matching.placements[$0].line }
      ?? matching.named[entry].map { matching.placements[$0].line } ?? matching.origins[entry].onlyLine
  }

  private func holds(_ title: FoldedText, _ line: String) -> Bool {
    titles[line].map { !$0.isEmpty && title.contains($0) } ?? false
  }
}
