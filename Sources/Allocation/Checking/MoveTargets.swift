import ScheduleModel

/// Where one placement of a schedule could go.
struct MoveTargets {
  private let plan: Plan
  private let checked: CheckedSchedule
  private let placement: Placement
  private let others: [Placement]
  /// The slots that its line may use for it, the most even first.
  private let candidates: [Slot]
  private let unevenness: Unevenness

  init?(
    for uid: String, plan: Plan, slots: [Slot], placements: [Placement], from: CivilDay?,
    aired: [String: CivilDay]
  ) {
    let checked = CheckedSchedule(plan: plan, slots: slots, placements: placements, from: from, aired: aired)
    guard let placement = placements.first(where: { $0.uid == uid }), checked.isJudged(placement),
      let number = checked.series.firstIndex(where: { $0.placements.contains(placement) })
    else { return nil }
    let series = checked.series[number]
    (self.plan, self.checked, self.placement) = (plan, checked, placement)
    others = placements.filter { $0.uid != uid }
    let usable = checked.use.slots(for: series.place).map { slots[$0] }.filter { slot in
      slot.id != placement.slot && from.map { slot.timing.day >= $0 } ?? true
    }
    unevenness = Unevenness(of: series, without: placement, number: number, checked)
    let ranked = usable.map { [unevenness] slot in
      (
        slot: slot, squares: unevenness.squares(with: slot.timing.lastDay),
        distance: abs(slot.timing.day.distance(to: placement.timing.day))
      )
    }
    candidates = ranked.sorted {
      ($0.squares, $0.distance, $0.slot.timing, $0.slot.id) < (
        $1.squares, $1.distance, $1.slot.timing, $1.slot.id
      )
    }.map(\.slot)
  }

  /// The first candidates in which the placement breaks no rule, and makes none be broken that is kept now.
  func open(limit: Int) -> [Slot] {
    let before = Set(broken(others + [placement]))
    var open: [Slot] = []
    for slot in candidates where open.count < limit {
      let after = broken(others + [plan.moved(placement, to: slot)])
      if after.allSatisfy({ before.contains($0) && !$0.uids.contains(placement.uid) }) { open.append(slot) }
    }
    return open
  }

  /// What the placement would do in each of some slots.
  func effects(in targets: [Slot]) -> [MoveEffect] {
    let before = broken(others + [placement])
    let now = unevenness.squares(with: placement.timing.lastDay)
    return targets.map { slot in
      let after = broken(others + [plan.moved(placement, to: slot)])
      let was = Set(before)
      let kinds = Set(after.map(Kind.init))
      return MoveEffect(
        slot: slot, broken: after.filter { !was.contains($0) },
        mended: before.filter { !kinds.contains(Kind($0)) },
        evenness: MoveEffect.Evenness(from: now, to: unevenness.squares(with: slot.timing.lastDay)))
    }
  }

  /// A rule as it is broken by the same placements, whatever the numbers.
  private struct Kind: Hashable {
    let rule: RuleViolation.Rule
    let line: String?
    let uids: [String]

    init(_ violation: RuleViolation) {
      (rule, line, uids) = (violation.rule, violation.line, violation.uids)
    }
  }

  private func broken(_ placements: [Placement]) -> [RuleViolation] {
    ScheduleCheck.violations(of: checked.with(placements))
  }
}

/// How far the counts of a series are from its even line, depending on where one of its placements lies.
private struct Unevenness {
  private let ideal: [Int]
  private let counts: [Int]
  private let days: YearDays

  init(
    of series: CheckedSchedule.Series, without placement: Placement, number: Int, _ checked: CheckedSchedule
  ) {
    days = YearDays(of: checked.plan)
    ideal = IdealLine.line(
      of: PlanProblem(checked.demands, plan: checked.plan, checked.use).problem.series[number])
    var counts = Array(repeating: 0, count: days.count)
    for other in series.placements where other.uid != placement.uid {
      let day = days.index(of: checked.day(of: other))
      if day < days.count { counts[max(0, day)] += 1 }
    }
    var sum = 0
    self.counts = counts.map { count in
      sum += count
      return sum
    }
  }

  /// The sum of the squared distances with one more on a day, in millionths.
  func squares(with day: CivilDay) -> Int128 {
    let first = days.index(of: day)
    return zip(ideal, counts).enumerated().reduce(0) { sum, next in
      let count = next.element.1 + (next.offset >= first ? 1 : 0)
      let distance = Int128(Problem.scale * count - next.element.0)
      return sum + distance * distance
    }
  }
}
