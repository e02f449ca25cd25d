import ScheduleModel

extension Allocated {
  /// The first rule that the schedule breaks, in words; `nil` when it keeps all that hold for every schedule.
  var violation: String? {
    let rules: [(Allocated) -> String?] = [
      { $0.brokenSlot }, { $0.brokenCount }, { $0.brokenOrder },
      { allocated in allocated.plan.lines.lazy.compactMap { allocated.brokenLine($0) }.first },
    ]
    return rules.lazy.compactMap { $0(self) }.first
  }

  /// Each placement lies in a slot that carries its language, and no slot holds more than its pieces.
  private var brokenSlot: String? {
    let byID = Dictionary(grouping: slots, by: \.id)
    for placement in schedule.placements {
      guard let slot = byID[placement.slot]?.first, slot.timing == placement.timing,
        slot.outlet == placement.outlet, slot.carries(placement.language)
      else { return "\(placement.uid) lies in no slot of its language" }
    }
    let taken = Dictionary(grouping: schedule.placements, by: \.slot)
    return slots.lazy.compactMap { slot in
      // Languages that go out together take one piece.
      let pieces = (taken[slot.id] ?? []).map { placement in
        let isTogether =
          placement.language != .vietnamese && plan.line(placement.line)?.versions?.together == true
        return [
          placement.line, "\(placement.edition)", placement.run.rawValue,
          isTogether ? "" : placement.language.tag,
        ]
      }
      let count = Set(pieces).count
      return count > slot.pieces ? "\(slot.id) holds \(count) of \(slot.pieces)" : nil
    }.first
  }

  /// Placed and unplaced add up, and no UID is given twice.
  private var brokenCount: String? {
    let unplaced = schedule.unplaced.reduce(0) { $0 + $1.count }
    if schedule.proof.placed != schedule.placements.count { return "the proof miscounts" }
    if schedule.proof.demanded != schedule.proof.placed + unplaced { return "the sums do not add up" }
    let isDouble = Set(schedule.placements.map(\.uid)).count != schedule.placements.count
    return isDouble ? "a UID is given twice" : nil
  }

  /// Editions are numbered from 1 in time order.
  private var brokenOrder: String? {
    let lines = Dictionary(grouping: schedule.placements.filter(\.isOriginalFirstRun), by: \.line)
    return lines.keys.sorted().lazy.compactMap { key in
      let ordered = (lines[key] ?? []).sorted { $0.edition < $1.edition }
      let isInOrder = zip(ordered, ordered.dropFirst()).allSatisfy { $0.timing <= $1.timing }
      let isNumbered = ordered.map(\.edition) == Array(1...ordered.count)
      return isNumbered && isInOrder ? nil : "\(key) is not in the order of its editions"
    }.first
  }

  private func brokenLine(_ line: PlanLine) -> String? {
    let mine = schedule.placements.filter { $0.line == line.id }
    guard let placing = line.placing, let quota = line.quota else {
      return mine.isEmpty ? nil : "\(line.id) is not to be placed"
    }
    let originals = mine.filter(\.isOriginalFirstRun)
    let parts = plan.parts(of: line).compactMap(\.quota?.value).reduce(0, +)
    let unplaced = schedule.unplaced.filter { $0.line == line.id && $0.language == .vietnamese }
    let short = max(0, quota.value - parts) - originals.count
    if short > unplaced.reduce(0, { $0 + $1.count }) { return "\(line.id) lost works" }
    if short < 0 { return "\(line.id) has more than its quota" }
    return brokenDay(line, placing, mine) ?? brokenMonth(line, placing, originals)
      ?? brokenPin(line, placing, originals) ?? brokenSuccession(line, mine)
  }

  /// Windows and blackouts hold, and the most of a day.
  private func brokenDay(_ line: PlanLine, _ placing: Placing, _ mine: [Placement]) -> String? {
    for placement in mine {
      let isVersion = placement.language != .vietnamese
      var days = placement.timing.day..<placement.timing.day.advanced(by: 1)
      if case .inMonth(let month) = placement.timing { days = month }
      if !isVersion { days = days.clamped(to: placing.window) }
      let open = days.filter { day in
        !plan.blackouts.contains {
          !$0.lines.isEmpty && $0.keeps(line: line.id, off: placement.outlet, on: day)
        }
      }
      if open.isEmpty { return "\(placement.uid) is on a day that is closed to it" }
    }
    guard let limit = placing.perDay else { return nil }
    let dated = mine.filter { placement in
      if case .inMonth = placement.timing { return false }
      return placement.isOriginalFirstRun
    }
    let most = Dictionary(grouping: dated, by: \.timing.day).values.map(\.count).max() ?? 0
    return most > limit ? "\(line.id) has \(most) on a day" : nil
  }

  /// No month has more than its most, or its least where its weight is 0 and nothing is pinned.
  private func brokenMonth(_ line: PlanLine, _ placing: Placing, _ originals: [Placement]) -> String? {
    let counts = schedule.months(ofLine: line.id, of: plan)
    return (0..<12).lazy.compactMap { month in
      let pinned = placing.pins.count { $0.day.month == month + 1 }
      let limits = placing.months[month]
      let most = placing.weights[month] > 0 ? limits.upperBound : max(limits.lowerBound, pinned)
      return counts[month] > min(most, limits.upperBound)
        ? "\(line.id) has \(counts[month]) in month \(month + 1)" : nil
    }.first
  }

  /// Each pin without a finding is there.
  private func brokenPin(_ line: PlanLine, _ placing: Placing, _ originals: [Placement]) -> String? {
    let refused = Set(findings.compactMap(\.place))
    let kept = Dictionary(grouping: placing.pins.filter { !refused.contains($0.place) }, by: \.day)
    return kept.keys.sorted().lazy.compactMap { day in
      let there = originals.filter { $0.timing.day == day }
      let byGrid = Dictionary(grouping: kept[day] ?? []) { $0.grid ?? "" }
      let isKept = byGrid.allSatisfy { grid, pins in
        there.count { grid.isEmpty || $0.slot.contains(".\(grid).") } >= pins.count
      }
      return isKept && there.count >= (kept[day] ?? []).count ? nil : "\(line.id) misses its pin on \(day)"
    }.first
  }

  /// What follows waits for its days after the last day on which the original may be; and what may come no
  /// later comes no later.
  private func brokenSuccession(_ line: PlanLine, _ mine: [Placement]) -> String? {
    let originals = Dictionary(grouping: mine.filter(\.isOriginalFirstRun), by: \.edition)
    func earliest(_ placement: Placement) -> CivilDay? {
      originals[placement.edition]?.first.map { (original: Placement) -> CivilDay in
        let days =
          switch placement.run {
          case .first: line.versions?.leadDays ?? 0
          case .repeat: line.repeats.map(\.afterDays).min() ?? 0
          case .part: placement.number - 1
          case .crossPost, .relay: 0
          }
        return original.lastDay.advanced(by: days)
      }
    }
    let derived = mine.filter { !$0.isOriginalFirstRun }.sorted { $0.edition < $1.edition }
    let days = derived.map(earliest)
    for (index, placement) in derived.enumerated() {
      guard let day = days[index] else { return "\(placement.uid) has no original" }
      if placement.lastDay < day { return "\(placement.uid) comes too early" }
      for (other, later) in zip(days, derived).dropFirst(index + 1)
      where later.language == placement.language && later.run == placement.run {
        let isSameSeries =
          placement.run == .first || (placement.run == .crossPost && later.outlet == placement.outlet)
        if isSameSeries, let other, day <= other, later.lastDay < placement.lastDay {
          return "\(later.uid) overtakes \(placement.uid)"
        }
      }
    }
    return nil
  }
}

extension Placement {
  fileprivate var lastDay: CivilDay {
    if case .inMonth(let days) = timing { days.upperBound.advanced(by: -1) } else { timing.day }
  }
}
