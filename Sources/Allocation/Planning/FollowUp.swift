import ScheduleModel

/// What follows from the works of a line: a later part, an appearance on a further outlet, a version, a repeat.
struct FollowUp {
  let line: PlanLine
  let kind: Kind
  /// Days after what it follows; no most for any later day.
  let leastDays: Int
  let mostDays: Int?
  /// How many of the works it is asked of; `nil` for all.
  let works: Int?
  /// Where it may be placed.
  let place: SlotUse.Place
  /// The indices of the slots it may use, in time order.
  let slots: [Int]

  /// What sort of thing follows.
  enum Kind: Hashable {
    /// A later part of the work, from 2, after the part before it.
    case part(Int)
    /// The same work on a further outlet.
    case crossPost(outlet: String)
    /// A version in a language; in several, where they go out in one programme.
    case version([LanguageTag])
    /// A repeat of a rule; the number counts over all repeats of the line, from 1. What is not the first of
    /// its rule follows the one before it.
    case again(Repeats, number: Int, isFirst: Bool)
  }

  /// The languages in which it is placed; a placement of a bilingual work has the first of its languages.
  var languages: [LanguageTag] {
    if case .version(let languages) = kind { languages } else { [line.languages.main] }
  }

  /// What sort of airing it is.
  var run: Placement.Run {
    switch kind {
    case .part: .part
    case .crossPost: .crossPost
    case .version: .first
    case .again: .repeat
    }
  }

  /// Whether it follows what follows from the works, not these themselves: a second repeat, a third part.
  var followsAnother: Bool {
    switch kind {
    case .part(let number): number > 2
    case .again(_, _, let isFirst): !isFirst
    case .crossPost, .version: false
    }
  }

  /// The number of its placements: which part they are, which repeat.
  var number: Int {
    switch kind {
    case .part(let number), .again(_, let number, _): number
    case .crossPost, .version: 1
    }
  }

  /// The later parts of a line's works, each on a later day than the one before, where the first may be.
  static func parts(of demand: LineDemand, _ use: SlotUse) -> [FollowUp] {
    guard demand.line.parts > 1 else { return [] }
    let place = SlotUse.Place(originalsOf: demand.line, demand.placing)
    return (2...demand.line.parts).map { number in
      FollowUp(
        line: demand.line, kind: .part(number), leastDays: 1, mostDays: nil, works: nil, place: place,
        slots: demand.usable)
    }
  }

  /// The further outlets of a line, in its order.
  static func crossPosts(of line: PlanLine, _ placing: Placing, _ use: SlotUse) -> [FollowUp] {
    guard case .each(let ids) = line.outlets else { return [] }
    return ids.unique.dropFirst().map { id in
      let grid = placing.grid.filter { name in
        use.plan.outlet(id)?.grid.contains { $0.id == name } ?? false
      }
      let place = SlotUse.Place(line, on: [id], grid: grid, languages: line.languages, days: placing)
      return FollowUp(
        line: line, kind: .crossPost(outlet: id), leastDays: 0, mostDays: nil, works: nil, place: place,
        slots: use.slots(for: place))
    }
  }

  /// The language versions of a line, in its order.
  static func versions(of line: PlanLine, _ use: SlotUse) -> [FollowUp] {
    guard let versions = line.versions else { return [] }
    let languages = versions.into.unique.filter { !line.languages.contains($0) }
    return (versions.together ? [languages] : languages.map { [$0] }).compactMap { languages in
      guard let carried = WorkLanguages(languages, areTogether: true) else { return nil }
      let place = SlotUse.Place(
        line, on: versions.outlet.map { [$0] } ?? line.outlets.ids, grid: versions.grid, languages: carried,
        days: nil)
      return FollowUp(
        line: line, kind: .version(languages), leastDays: versions.leadDays, mostDays: nil,
        works: versions.works, place: place, slots: use.slots(for: place))
    }
  }

  /// The repeats of a line, in its order; each repeat of a work after the one before, those of one day in the
  /// openings that ``SameDayStages`` gives them.
  static func repeats(of demand: LineDemand, _ use: SlotUse) -> [FollowUp] {
    var number = 0
    return demand.line.repeats.enumerated().flatMap { rule, repeats in
      let place = SlotUse.Place(repeats, of: demand.line, on: demand.outlets)
      let sameDay = demand.sameDay[rule]
      let slots = sameDay == nil ? use.slots(for: place) : []
      return (0..<repeats.times).map { time in
        number += 1
        let source = time == 0 ? demand.usable : slots
        let leastDays = sameDay != nil || comesLater(slots, than: source, use.slots) ? 0 : 1
        return FollowUp(
          line: demand.line, kind: .again(repeats, number: number, isFirst: time == 0),
          leastDays: max(leastDays, repeats.afterDays), mostDays: repeats.withinDays,
          works: time == 0 ? repeats.works : nil, place: place, slots: sameDay?[time] ?? slots)
      }
    }
  }

  /// Whether on each day the repeats' slots lie after all that the first runs may use: a work is not repeated
  /// before it is first aired, nor in the same slot.
  private static func comesLater(_ slots: [Int], than sources: [Int], _ all: [Slot]) -> Bool {
    var last: [CivilDay: SlotTiming] = [:]
    for index in sources {
      let timing = all[index].timing
      let day = all[index].lastDay
      last[day] = max(last[day] ?? timing, timing)
    }
    return slots.allSatisfy { index in
      last[all[index].lastDay].map { $0 < all[index].timing } ?? true
    }
  }
}
