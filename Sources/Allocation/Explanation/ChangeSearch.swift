import ScheduleModel

/// The search for what takes places away from the lines of a conflict, and for the smallest changes that would
/// give them enough. Only the lines that compete with them are looked at, and only their shortage is solved.
struct ChangeSearch {
  /// What takes places away, with how many more could be placed without it; the greatest first.
  private(set) var causes: [(words: Words, places: Int)] = []
  /// Single changes each of which is enough, as far as can be counted.
  private(set) var remedies: [Words] = []
  /// How many places are missing in all, with those of what follows from works that have none now.
  let missing: Int
  /// Whether a change that is enough by counting is enough: no rule counts that counting leaves out.
  let isCertain: Bool

  /// - Parameters:
  ///   - asked: For each series how many are asked for, without what is too many elsewhere.
  ///   - wanted: The same once the works of the conflict are placed, and what follows from them is asked for too.
  init(
    _ conflict: Conflict, in variant: PlanVariant, asked: [Int], wanted: [Int],
    reopen: @escaping (Plan) -> [Slot]
  ) {
    let lines = variant.linesSharing(with: conflict.series[0])
    func own(_ counts: [Int]) -> [Int] {
      zip(variant.planned.series, counts).filter { lines.contains($0.0.line.id) }.map(\.1)
    }
    let (asked, wanted) = (own(asked), own(wanted))
    let plan = variant.plan.scheduling(lines)
    isCertain = variant.countsAllRules(of: lines)
    missing = PlanVariant(plan, slots: variant.slots, asked: wanted).shortage
    func isEnough(_ changed: (Plan, [Slot])) -> Bool {
      PlanVariant(changed.0, slots: changed.1, asked: wanted).shortage == 0
    }
    func gained(_ changed: (Plan, [Slot])) -> Int {
      max(0, conflict.excess - PlanVariant(changed.0, slots: changed.1, asked: asked).shortage)
    }
    let named = conflict.series.map { variant.planned.series[$0].line }
    let competed = conflict.slots.map { variant.slots[$0] }
    let used = named.flatMap(\.outlets.ids) + competed.map(\.outlet)
    let changes = PlanChanges(
      plan: plan, slots: variant.slots, lines: named.unique, outlets: used.unique,
      grids: competed.map { PlanChanges.GridName(outlet: $0.outlet, grid: $0.grid) }.unique,
      excess: max(conflict.excess, missing), reopen: reopen)
    for change in changes.all {
      let places = gained(change.lifted)
      guard places > 0 else { continue }
      if change.isCause { causes.append((change.words, places)) }
      guard places >= conflict.excess, let steps = change.steps,
        let step = PlanChange.fewest(steps, isEnough: isEnough)
      else { continue }
      remedies.append(steps.words(step))
    }
    let order = causes.indices.sorted { (-causes[$0].places, $0) < (-causes[$1].places, $1) }
    causes = order.map { causes[$0] }
  }
}
