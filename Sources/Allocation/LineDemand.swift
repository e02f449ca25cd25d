import ScheduleModel

/// One line that is to be placed: how many works, and into which slots they may go.
struct LineDemand {
  let line: PlanLine
  let placing: Placing
  /// Works that need a slot of their own: the quota less the works of lines that lie inside this one.
  let count: Int
  /// Indices of the slots it may use, in time order.
  let usable: [Int]

  /// The lines of a plan that are to be placed, in the plan's order.
  static func all(of plan: Plan, slots: [Slot]) -> [LineDemand] {
    let byOutlet = Dictionary(grouping: slots.indices) { slots[$0].outlet }
    return plan.lines.compactMap { line in
      guard let placing = line.placing, let quota = line.quota else { return nil }
      let parts = plan.parts(of: line).compactMap(\.quota?.value).reduce(0, +)
      let latest = latestOriginal(of: line, byOutlet: byOutlet, slots: slots)
      let outlets: [String]
      switch line.outlets {
      case .each(let ids): outlets = Array(ids.prefix(1))
      case .together(let ids): outlets = ids
      }
      let usable = outlets.flatMap { byOutlet[$0] ?? [] }.filter { index in
        let slot = slots[index]
        let day = slot.timing.day
        return slot.carries(.vietnamese) && (placing.grid.isEmpty || placing.grid.contains(slot.grid))
          && isOpen(slot.timing, in: placing.window) && (latest.map { day <= $0 } ?? true)
          && !plan.blackouts.contains {
            $0.keeps(line: line.id, off: slot.outlet, on: day) && !$0.lines.isEmpty
          }
      }
      return LineDemand(
        line: line, placing: placing, count: max(0, quota.value - parts), usable: usable.sorted())
    }
  }

  /// The last day on which an original may air so that its versions still find a slot; `nil` for no limit.
  private static func latestOriginal(of line: PlanLine, byOutlet: [String: [Int]], slots: [Slot]) -> CivilDay?
  {
    guard let versions = line.versions, versions.works == nil else { return nil }
    let outlets = versions.outlet.map { [$0] } ?? line.outlets.ids
    let last = versions.into.compactMap { language in
      outlets.flatMap { byOutlet[$0] ?? [] }.filter { slots[$0].carries(language) }.map {
        slots[$0].timing.day
      }.max()
    }.min()
    return last?.advanced(by: -versions.leadDays)
  }

  private static func isOpen(_ timing: SlotTiming, in window: Range<CivilDay>) -> Bool {
    if case .inMonth(let days) = timing { days.overlaps(window) } else { window.contains(timing.day) }
  }
}
