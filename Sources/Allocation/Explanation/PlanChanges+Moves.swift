import ScheduleModel

extension PlanChanges {
  /// For each blackout that closes outlets, the same plan with the openings that it takes on other days: the mildest of
  /// all changes, for nothing is lost and no figure is touched.
  var moves: [PlanChange] {
    plan.blackouts.enumerated().compactMap { number, blackout in
      guard blackout.lines.isEmpty, touches(blackout) else { return nil }
      let open = openings(of: reopen(plan.without(blackout: number)))
      let now = openings(of: slots)
      let losing = open.keys.filter {
        open[$0, default: 0] > now[$0, default: 0] && loses($0) && mayBeUsed($0)
      }
      guard (1...5).contains(losing.count) else { return nil }
      return move(Set(losing), off: blackout, wanted: losing.reduce(0) { $0 + open[$1, default: 0] })
    }
  }

  /// Tried first is a week, which keeps the weekday.
  private static let shifts = [-7, 7, -14, 14, -1, 1, -2, 2, -3, 3]

  /// The first move that loses nothing, or else the one that loses least; `nil` when none helps.
  private func move(_ grids: Set<GridName>, off blackout: Blackout, wanted: Int) -> PlanChange? {
    var best: (kept: Int, shift: Int, lifted: (Plan, [Slot]))?
    for shift in Self.shifts where best.map({ $0.kept < wanted }) ?? true {
      let moved = plan.moving(grids, by: shift)
      let slots = reopen(moved)
      let kept = openings(of: slots).reduce(0) { $0 + (grids.contains($1.key) ? $1.value : 0) }
      if best.map({ kept > $0.kept }) ?? true { best = (kept, shift, (moved, slots)) }
    }
    guard let best else { return nil }
    // A grid line that opens no more often for it is not named.
    let (before, after) = (openings(of: self.slots), openings(of: best.lifted.1))
    let helped = grids.filter { after[$0, default: 0] > before[$0, default: 0] }
    guard !helped.isEmpty else { return nil }
    guard helped.count == grids.count else {
      return move(helped, off: blackout, wanted: helped.reduce(0) { $0 + after[$1, default: 0] })
    }
    let key = "in-blackout: \(best.shift > 0 ? "+" : "")\(best.shift)d"
    let names = plan.outlets.flatMap { outlet in
      outlet.grid.filter { grids.contains(GridName(outlet: outlet.id, grid: $0.id)) }.map {
        "“\($0.id)” (\(outlet.name))"
      }
    }.joined(separator: ", ")
    let words = Words(
      vi: "khung giờ \(names): \(key) (dời buổi gặp “\(blackout.name)”)",
      en:
        "\(grids.count == 1 ? "grid line" : "grid lines") \(names): \(key) (moves what “\(blackout.name)” takes)"
    )
    let steps = PlanChange.Steps(count: 1, taken: { _ in best.lifted }, words: { _ in words })
    return PlanChange(words, best.lifted.0, best.lifted.1, steps: steps, isCause: false)
  }

  /// How often each grid line of the outlets on which the lines compete opens.
  private func openings(of slots: [Slot]) -> [GridName: Int] {
    var counts: [GridName: Int] = [:]
    for slot in slots where outlets.contains(slot.outlet) {
      counts[GridName(outlet: slot.outlet, grid: slot.grid), default: 0] += 1
    }
    return counts
  }

  /// Whether one of the lines, or what follows from its works, goes out in a grid line.
  private func mayBeUsed(_ name: GridName) -> Bool {
    lines.contains { line in
      let choices =
        (line.placing.map { [$0.grid] } ?? []) + line.repeats.map(\.grid)
        + (line.versions.map { [$0.grid] } ?? [])
      return choices.contains { $0.isEmpty || $0.contains(name.grid) }
    }
  }

  /// Whether a grid line loses what falls into a blackout, rather than keeping or moving it.
  private func loses(_ name: GridName) -> Bool {
    guard let line = plan.outlet(name.outlet)?.grid.first(where: { $0.id == name.grid }) else { return false }
    return line.inBlackout == .drop && line.recurrence != .monthly
  }
}
