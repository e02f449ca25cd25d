import ScheduleModel

/// The openings that first runs of a line may use, with what a schedule leaves of their room.
struct LineOpenings {
  private let openings: [(slot: Slot, left: Int)]

  /// - Parameter used: How many works a schedule has in each slot, by its id.
  init(of line: PlanLine, in plan: Plan, _ slots: [Slot], used: [String: Int]) {
    let outlets = Set(line.outlets.ids)
    let blackouts = plan.blackouts.filter { $0.lines.contains(line.id) }
    openings = slots.filter { slot in
      guard let placing = line.placing, outlets.contains(slot.outlet),
        placing.grid.isEmpty || placing.grid.contains(slot.grid),
        line.languages.missing(where: slot.carries) == nil
      else { return false }
      return slot.possibleDays.contains { day in
        let date = day.advanced(by: slot.daysToClock)
        return placing.window.contains(day) && placing.mayAir(onWeekdayOf: date)
          && !blackouts.contains { $0.keeps(line: line.id, off: slot.outlet, on: date) }
      }
    }.map { ($0, max(0, $0.pieces - used[$0.id, default: 0])) }
  }

  /// What of them lies in some days.
  func room(in days: Range<CivilDay>) -> BrokenLimit.Room {
    let there = openings.filter { $0.slot.possibleDays.overlaps(days) }
    guard !there.isEmpty else { return .closed }
    guard let open = there.first(where: { $0.left > 0 }) else { return .full }
    return .open(open.slot.firstDay)
  }

  /// How many works each slot has; the languages of one programme are one.
  static func used(by placements: [Placement]) -> [String: Int] {
    var works: [String: Set<String>] = [:]
    for placement in placements {
      works[placement.slot, default: []]
        .insert("\(placement.line) \(placement.edition) \(placement.run) \(placement.number)")
    }
    return works.mapValues(\.count)
  }
}
