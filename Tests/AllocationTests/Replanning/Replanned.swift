import Allocation
import ScheduleModel
import Testing

/// A plan whose year was begun and planned anew, with what holds for every re-plan.
struct Replanned {
  let plan: Plan
  let slots: [Slot]
  let start: YearSoFar
  let replan: Replan
  let findings: [Finding]

  /// - Parameters:
  ///   - from: Month and day of the first open day.
  ///   - published: What was published; `nil` for what the plan gives by itself.
  ///   - fixed: What was moved by hand.
  ///   - aired: The day on which a placement aired; by default its own, where that lies before `from`.
  init(
    _ plan: Plan, _ slots: [Slot], from: (Int, Int), published: [Placement]? = nil, slack: Int? = nil,
    fixed: Set<String> = [], aired: (Placement) -> CivilDay? = { $0.timing.lastStart },
    at location: SourceLocation = #_sourceLocation
  ) {
    let sorted = slots.sorted { ($0.timing, $0.id) < ($1.timing, $1.id) }
    let day = Sample.day(from.0, from.1, plan.year)
    let old = published ?? Allocator.allocate(plan: plan, slots: sorted).schedule.placements
    var days: [String: CivilDay] = [:]
    for placement in old {
      if let own = aired(placement), own < day { days[placement.uid] = own }
    }
    self.plan = plan
    self.slots = sorted
    start = YearSoFar(
      from: day, published: old, aired: days, isLogged: true, broadcast: BroadcastDays(plan: plan))
    (replan, findings) = Replanner.replan(plan: plan, slots: sorted, start, slack: slack, fixed: fixed)
    #expect(violation == nil, sourceLocation: location)
  }

  /// Moves: "a.3.vi 07/12 07/19", month before day.
  var moves: [String] {
    replan.moves.map { "\(short($0.old)) \(short($0.old.timing)) \(short($0.new.timing))" }
  }

  /// What was missed and where it goes.
  var missed: [String] {
    replan.missed.map { "\(short($0.old)) \(short($0.old.timing)) \($0.new.map { short($0.timing) } ?? "–")" }
  }

  var dropped: [String] { replan.dropped.map(short) }

  private func short(_ placement: Placement) -> String {
    placement.uid.split(separator: "@")[0].dropFirst(plan.id.count + 1).description
  }

  private func short(_ timing: SlotTiming) -> String { "\(timing.day)".dropFirst(5).description }

  /// The first thing that is wrong with the re-plan, whatever the plan; `nil` when nothing is.
  var violation: String? {
    let placements = replan.schedule.placements
    let uids = Set(placements.map(\.uid))
    if uids.count != placements.count { return "a UID is given twice" }
    let byUID = Dictionary(uniqueKeysWithValues: placements.map { ($0.uid, $0) })
    let gone = Set(replan.dropped.map(\.uid) + replan.missed.filter { $0.new == nil }.map(\.old.uid))
    for old in start.published {
      guard let new = byUID[old.uid] else {
        if !gone.contains(old.uid) { return "\(old.uid) is lost" }
        continue
      }
      if start.aired[old.uid] != nil, new != old { return "\(old.uid) has aired and moves" }
    }
    for placement in placements where start.aired[placement.uid] == nil {
      if placement.timing.lastStart < start.from { return "\(placement.uid) lies in the past" }
    }
    let moved = Set(replan.moves.map(\.old.uid) + replan.missed.map(\.old.uid))
    for old in start.published where start.aired[old.uid] == nil && !moved.contains(old.uid) {
      if let new = byUID[old.uid], new.slot != old.slot { return "\(old.uid) moves and is not told" }
    }
    return overfilled ?? unevenCurve
  }

  /// No slot holds more than its pieces, what has aired of it included.
  private var overfilled: String? {
    let pieces = Dictionary(uniqueKeysWithValues: slots.map { ($0.id, $0.pieces) })
    var taken: [String: Set<String>] = [:]
    for placement in replan.schedule.placements where placement.timing.lastStart >= start.from {
      let isTogether =
        placement.language != .vietnamese && plan.line(placement.line)?.versions?.together == true
      taken[placement.slot, default: []].insert(
        isTogether ? "\(placement.line) \(placement.edition)" : placement.uid)
    }
    return taken.sorted { $0.key < $1.key }.lazy.compactMap { slot, units in
      units.count > pieces[slot] ?? 0 ? "\(slot) holds \(units.count)" : nil
    }.first
  }

  /// More slack never gives more moves, and the chosen point is that of the schedule.
  private var unevenCurve: String? {
    let curve = replan.curve
    for (less, more) in zip(curve, curve.dropFirst()) {
      if more.slack <= less.slack || more.moves > less.moves { return "the curve rises: \(curve)" }
    }
    let chosen = curve.first { $0.slack == replan.slack }
    return chosen?.moves == replan.moves.count ? nil : "the chosen point is not that of the schedule"
  }
}

extension SlotTiming {
  var lastDay: CivilDay {
    if case .inMonth(let days) = self { days.upperBound.advanced(by: -1) } else { day }
  }
}
