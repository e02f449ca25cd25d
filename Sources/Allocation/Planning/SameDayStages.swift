import ScheduleModel

/// The openings of each day divided among the airings of a work on that day, where it is repeated on the day of its
/// first run (`within: 0d`).
///
/// First runs take the openings up to an hour, the first repeats those from there to a later one, and so on: an airing
/// is always later than the one before. Each day is divided so that as many works as can be go through all stages;
/// of equal divisions the one with the earliest first runs. Openings without an hour are in the order in which the
/// plan lists their grid lines.
struct SameDayStages {
  /// The slots that first runs may use, in time order.
  private(set) var originals: [Int]
  /// The slots of each repeat, by the rule's place among the line's; none for a rule that is not of one day.
  private(set) var repeats: [Int: [[Int]]] = [:]

  /// A rule whose repeats go out on the day of the first run.
  private struct Rule {
    let number: Int
    let times: Int
    let slots: [Int]
  }

  /// - Parameters:
  ///   - originals: The slots that first runs may use, in time order.
  ///   - leavesRoom: Whether so few of them hold as many works as all of them do, or as the line asks for. Where
  ///     they do not, first runs keep their slots, and repeats come after the last of them.
  init(of line: PlanLine, _ originals: [Int], _ use: SlotUse, where leavesRoom: ([Int]) -> Bool) {
    self.originals = originals
    let outlets = line.firstRunOutlets
    let rules = line.repeats.enumerated().filter { $1.withinDays == 0 }.map { number, repeats in
      Rule(number: number, times: repeats.times, slots: use.slots(for: .init(repeats, of: line, on: outlets)))
    }
    guard !rules.isEmpty else { return }
    let minutes = line.placing?.minutes ?? 0
    let days = Self.days(originals, rules, use, minutes: minutes, pins: line.placing?.pins ?? [])
    let cut = days.map { $0.bestCut(rules.map(\.times)) }
    let early = zip(days, cut).flatMap { $0.originals(before: $1) }
    let isCut = leavesRoom(early)
    if isCut { self.originals = early }
    for (index, rule) in rules.enumerated() {
      var stages = Array(repeating: [Int](), count: rule.times)
      for (day, cut) in zip(days, cut) {
        for (stage, slots) in day.stages(index, rule.times, from: isCut ? cut : day.endOfOriginals)
          .enumerated()
        {
          stages[stage] += slots
        }
      }
      repeats[rule.number] = stages
    }
  }

  /// The openings of each day that has any, in the order of days.
  private static func days(
    _ originals: [Int], _ rules: [Rule], _ use: SlotUse, minutes: Int, pins: [Placing.Pin]
  ) -> [DayOpenings] {
    let order = OpeningOrder(use.plan)
    let isOriginal = Set(originals)
    let ofRules = rules.map { Set($0.slots) }
    let all = ofRules.reduce(isOriginal) { $0.union($1) }
    let byDay = Dictionary(grouping: all) { use.slots[$0].lastDay }
    return byDay.sorted { $0.key < $1.key }.map { day, indices in
      let keyed = Dictionary(grouping: indices) { order.key(of: use.slots[$0]) }
      let moments = keyed.sorted { $0.key < $1.key }.map { $0.value.sorted() }
      let pinned = pins.filter { $0.day == day }.compactMap(\.grid)
      return DayOpenings(
        moments: moments.map { slots in
          DayOpenings.Moment(
            originals: slots.filter(isOriginal.contains),
            ofRules: ofRules.map { rule in slots.filter(rule.contains) },
            isPinned: slots.contains { isOriginal.contains($0) && pinned.contains(use.slots[$0].grid) })
        }, room: { use.slots[$0].room(minutes: minutes) })
    }
  }
}

/// The order of openings on one day.
private struct OpeningOrder {
  /// The place of each grid line in its outlet, by `outlet.grid`.
  private var places: [String: Int] = [:]

  init(_ plan: Plan) {
    for outlet in plan.outlets {
      for (place, grid) in outlet.grid.enumerated() { places["\(outlet.id).\(grid.id)"] = place }
    }
  }

  /// What sorts before is earlier on its day; what is equal is at the same time, as far as anybody knows.
  func key(of slot: Slot) -> Int {
    slot.timing.hasHour
      ? slot.timing.seconds : Int.min + places["\(slot.outlet).\(slot.grid)", default: 0]
  }
}

/// The openings of a day, and how they can be divided.
private struct DayOpenings {
  /// By time.
  let moments: [Moment]
  let room: (Int) -> Int

  /// What opens at the same time.
  struct Moment {
    let originals: [Int]
    let ofRules: [[Int]]
    /// Whether a work must be in one of the originals.
    let isPinned: Bool
  }

  /// The first moment after all in which a first run may be.
  var endOfOriginals: Int { moments.lastIndex { !$0.originals.isEmpty }.map { $0 + 1 } ?? 0 }

  func originals(before cut: Int) -> [Int] { moments[..<cut].flatMap(\.originals) }

  /// The moment from which repeats are aired, so that most works have all of them; where none has, all first runs
  /// keep their slots.
  func bestCut(_ times: [Int]) -> Int {
    let first = (moments.lastIndex(where: \.isPinned) ?? -1) + 1
    var best = (cut: endOfOriginals, works: 0)
    for cut in max(1, first)..<max(1, first, moments.count) {
      let own = originals(before: cut).reduce(0) { $0 + room($1) }
      let works = times.indices.reduce(own) { min($0, division($1, times[$1], from: cut).works) }
      if works > best.works { best = (cut, works) }
    }
    return best.cut
  }

  /// The slots of each repeat of a rule.
  func stages(_ rule: Int, _ times: Int, from cut: Int) -> [[Int]] {
    let ends = division(rule, times, from: cut).ends
    return zip([cut] + ends, ends).map { start, end in moments[start..<end].flatMap { $0.ofRules[rule] } }
  }

  /// The moments at which the stages end, and how many works go through all of them.
  private func division(_ rule: Int, _ times: Int, from cut: Int) -> (ends: [Int], works: Int) {
    let rooms = moments.map { $0.ofRules[rule].reduce(0) { $0 + room($1) } }
    var best = (ends: equalEnds(times, from: cut), works: 0)
    var most = rooms[cut...].reduce(0, +) / times
    while best.works < most {
      let works = (best.works + most + 1) / 2
      if let ends = ends(times, from: cut, each: works, rooms) {
        best = (ends, works)
      } else {
        most = works - 1
      }
    }
    return best
  }

  /// Where the stages end when each ends as soon as it holds a number of works; `nil` where not all come to hold it.
  private func ends(_ times: Int, from cut: Int, each works: Int, _ rooms: [Int]) -> [Int]? {
    var ends: [Int] = []
    var held = 0
    for moment in cut..<moments.count where ends.count < times {
      held += rooms[moment]
      guard held >= works else { continue }
      ends.append(moment + 1)
      held = 0
    }
    guard ends.count == times else { return nil }
    ends[times - 1] = moments.count
    return ends
  }

  /// One moment a stage as long as there are any, and the rest for the last.
  private func equalEnds(_ times: Int, from cut: Int) -> [Int] {
    (1...times).map { $0 == times ? moments.count : min(cut + $0, moments.count) }
  }
}
