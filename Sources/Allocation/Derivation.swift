import ScheduleModel

/// What follows from each work of a line: an appearance on a further outlet, or a version in a language.
struct Derivation {
  let line: PlanLine
  let language: LanguageTag
  let run: Placement.Run
  /// The outlet; `nil` for any of the line's.
  let outlet: String?
  /// Days after the original before which it may not appear.
  let leadDays: Int
  /// The indices of the slots it may use, by the last day on which they may be.
  let slots: [Int]

  /// The first day on which it may appear.
  ///
  /// A version waits for the day on which the original has surely been. On another outlet the same work may
  /// appear as soon as it may on the first.
  func firstDay(after original: SlotTiming) -> CivilDay {
    run == .crossPost ? original.day : original.lastDay.advanced(by: leadDays)
  }

  /// Whether it has slots, but none after an original in that one.
  func isTooLate(_ original: SlotTiming, _ all: [Slot]) -> Bool {
    slots.last.map { all[$0].timing.lastDay < firstDay(after: original) } ?? false
  }

  /// What follows from the works of a line: its further outlets first, then the languages, in its order.
  static func all(of line: PlanLine, plan: Plan, byOutlet: [String: [Int]], slots: [Slot]) -> [Derivation] {
    func usable(
      _ outlets: [String], _ grid: [String], _ language: LanguageTag, within window: Range<CivilDay>
    ) -> [Int] {
      outlets.unique.flatMap { byOutlet[$0] ?? [] }.filter { index in
        slots[index].carries(language) && (grid.isEmpty || grid.contains(slots[index].grid))
          && plan.lets(line, into: slots[index], within: window)
      }.sorted { (slots[$0].timing.lastDay, $0) < (slots[$1].timing.lastDay, $1) }
    }

    var derivations: [Derivation] = []
    if case .each(let ids) = line.outlets {
      for id in ids.unique.dropFirst() {
        let grid = (line.placing?.grid ?? []).filter { name in
          plan.outlet(id)?.grid.contains { $0.id == name } ?? false
        }
        derivations.append(
          Derivation(
            line: line, language: .vietnamese, run: .crossPost, outlet: id, leadDays: 0,
            slots: usable([id], grid, .vietnamese, within: line.placing?.window ?? plan.days)))
      }
    }
    if let versions = line.versions {
      let outlets = versions.outlet.map { [$0] } ?? line.outlets.ids
      for language in versions.into.unique where language != .vietnamese {
        derivations.append(
          Derivation(
            line: line, language: language, run: .first, outlet: nil, leadDays: versions.leadDays,
            slots: usable(outlets, versions.grid, language, within: plan.days)))
      }
    }
    return derivations
  }
}
