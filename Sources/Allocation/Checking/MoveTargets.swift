import ScheduleModel

/// Where one placement of a schedule could go, or a work that is not placed.
struct MoveTargets {
  private let surroundings: MoveSurroundings
  /// Where it is; `nil` for a work that is not placed.
  private let now: Placement?
  /// The placement in a slot.
  private let placed: (Slot) -> Placement
  private let number: Int
  private let unevenness: Unevenness

  /// - Returns: `nil` for a placement that is past or is not in the schedule.
  init?(for placement: Placement, _ surroundings: MoveSurroundings) {
    guard surroundings.checked.isJudged(placement), let number = surroundings.series(of: placement) else {
      return nil
    }
    (self.surroundings, now, self.number) = (surroundings, placement, number)
    let plan = surroundings.checked.plan
    placed = { plan.moved(placement, to: $0) }
    unevenness = Unevenness(without: placement, number: number, surroundings.checked)
  }

  init(placing work: UnplacedWork, _ surroundings: MoveSurroundings) {
    (self.surroundings, now, number) = (surroundings, nil, work.series)
    let plan = surroundings.checked.plan
    placed = { work.placement(in: $0, of: plan) }
    unevenness = Unevenness(without: nil, number: work.series, surroundings.checked)
  }

  /// The slots that its line may use for it, the most even first.
  private var candidates: [Slot] {
    let checked = surroundings.checked
    let usable = checked.use.slots(for: checked.series[number].place).map { checked.use.slots[$0] }.filter {
      slot in
      slot.id != now?.slot && checked.from.map { slot.firstDay >= $0 } ?? true
    }
    let ranked = usable.map { slot in
      (
        slot: slot, squares: unevenness.squares(with: slot.lastDay),
        distance: now.map { abs(slot.timing.day.distance(to: $0.timing.day)) } ?? 0
      )
    }
    return ranked.sorted {
      ($0.squares, $0.distance, $0.slot.timing, $0.slot.id) < (
        $1.squares, $1.distance, $1.slot.timing, $1.slot.id
      )
    }.map(\.slot)
  }

  /// The first candidates in which the placement breaks no rule, and makes none be broken that is kept now.
  func open(limit: Int) -> [Slot] {
    var open: [Slot] = []
    for slot in candidates where open.count < limit {
      if hindrances(in: slot).isEmpty { open.append(slot) }
    }
    return open
  }

  /// The rules that the placement would break in a slot, and those that it would make others break.
  private func hindrances(in slot: Slot) -> [RuleViolation] {
    let (before, after) = broken(in: slot)
    let known = Set(before)
    let uid = placed(slot).uid
    return after.filter { !known.contains($0) || $0.uids.contains(uid) }
  }

  /// The first slot without any, or what hinders it in all.
  var outlook: UnplacedWork.Outlook {
    var counts: [RuleViolation.Rule: Int] = [:]
    let candidates = candidates
    for slot in candidates {
      let hindrances = hindrances(in: slot)
      guard !hindrances.isEmpty else {
        return UnplacedWork.Outlook(open: slot, candidates: candidates.count, obstacles: [])
      }
      for rule in Set(hindrances.map(\.rule)) { counts[rule, default: 0] += 1 }
    }
    let obstacles = counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map {
      UnplacedWork.Obstacle(rule: $0.key, slots: $0.value)
    }
    return UnplacedWork.Outlook(open: nil, candidates: candidates.count, obstacles: obstacles)
  }

  /// What the placement would do in each of some slots.
  func effects(in targets: [Slot]) -> [MoveEffect] {
    let even = now.map {
      unevenness.squares(with: surroundings.checked.startDays(of: $0).upperBound.advanced(by: -1))
    }
    return targets.map { slot in
      let (before, after) = broken(in: slot)
      let was = Set(before)
      let then = Dictionary(after.map { ($0.matter, $0) }, uniquingKeysWith: { first, _ in first })
      return MoveEffect(
        slot: slot, broken: after.filter { !was.contains($0) },
        mended: before.filter { then[$0.matter] == nil },
        eased: before.filter { old in then[old.matter].map { $0.excess < old.excess } ?? false },
        evenness: even.map {
          MoveEffect.Evenness(from: $0, to: unevenness.squares(with: slot.lastDay))
        } ?? .same)
    }
  }

  /// What is broken around the placement as things are, and were it in a slot. That a work less is missing is no matter of the
  /// slot.
  private func broken(in slot: Slot) -> (before: [RuleViolation], after: [RuleViolation]) {
    let moved = placed(slot)
    let around = surroundings.around(
      moved, to: Set([now?.slot, slot.id].compactMap(\.self)), days: [now, moved].compactMap(\.self))
    let (before, after) = (
      ScheduleCheck.violations(of: around),
      ScheduleCheck.violations(of: around.replacing(now ?? moved, by: moved))
    )
    guard now == nil else { return (before, after) }
    return (before.filter { $0.rule != .worksMissing }, after.filter { $0.rule != .worksMissing })
  }
}

/// How far the counts of a series are from its even line, depending on where one of its placements lies.
private struct Unevenness {
  private let ideal: [Int]
  private let counts: [Int]
  private let days: YearDays

  /// - Parameters:
  ///   - placement: One that does not count; `nil` for all that are there.
  ///   - number: That of the series.
  init(without placement: Placement?, number: Int, _ checked: CheckedSchedule) {
    let series = checked.series[number]
    days = YearDays(of: checked.plan)
    ideal = IdealLine.line(of: checked.problemSeries(number))
    var counts = Array(repeating: 0, count: days.count)
    for other in series.placements where other.uid != placement?.uid {
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
