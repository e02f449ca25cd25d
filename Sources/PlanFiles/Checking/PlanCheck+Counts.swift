import ScheduleModel

extension PlanCheck {
  /// What the rules of a line ask for in all their windows together is no more than its quota, and what they allow no less.
  func countsAgreeWithTheQuota() -> [Finding] {
    guard let year = ReportingPeriod(.year, of: plan.year, profile: plan.ownYear ?? .calendarYear) else {
      return []
    }
    return plan.lines.flatMap { line -> [Finding] in
      guard !line.isEmbedded, isRead(["quota", "counts"], of: line), let quota = line.quota,
        quota.rate == nil,
        !quota.isInWords
      else { return [] }
      return line.counting.rules.compactMap { rule in
        guard let sums = LimitSums(of: rule, line, plan, year) else { return nil }
        if let floor = sums.floor, let most = most(of: rule, line, quota), floor > most {
          return .countsPassQuota(line, rule, sum: floor, quota: quota)
        }
        if let ceiling = sums.ceiling, rule.countsAll(of: quota), let least = quota.floor, ceiling < least {
          return .countsBelowQuota(line, rule, sum: ceiling, quota: quota)
        }
        return nil
      }
    }
  }

  /// The most that a rule can count when the line does what its quota says; `nil` where that is open.
  private func most(of rule: CountingRule, _ line: PlanLine, _ quota: Quantity) -> Int? {
    guard let stated = quota.ceiling ?? (quota.isExact ? quota.value : nil), rule.runs == .first else {
      return nil
    }
    switch (rule.measure, quota.unit.time) {
    case (.works, nil), (.minutes, .some): return stated
    // Works of known lengths.
    case (.minutes, nil): return line.placing?.lengths.map { $0.times(line.parts).upperBound * stated }
    case (.works, .some), (.versions, _), (.placements, _), (.points, _): return nil
    }
  }
}

extension CountingRule {
  /// Whether it counts everything that fills a quota.
  fileprivate func countsAll(of quota: Quantity) -> Bool {
    let isSame = quota.unit.time == nil ? measure == .works : measure == .minutes
    return isSame && hours == nil && trust == nil && outlets.isEmpty && languages.isEmpty
      && exclusions.isEmpty
  }
}

/// The limits of a rule added up over the windows of the plan's year, those of a part of a window by the share of its days.
private struct LimitSums {
  var floor: Int?
  var ceiling: Int?

  /// `nil` for windows that overlap.
  init?(of rule: CountingRule, _ line: PlanLine, _ plan: Plan, _ year: ReportingPeriod) {
    guard !rule.cycle.isRolling else { return nil }
    guard ![.year, .whole].contains(rule.cycle) else {
      (floor, ceiling) = (rule.floor, rule.ceiling)
      return
    }
    let owed = OwedDays(of: [line], on: rule.outlets, in: plan)
    let windows = rule.cycle.windows(of: year).map { (all: $0.count, owed: owed.count(in: $0)) }.filter {
      $0.owed > 0
    }
    floor = rule.floor.map { floor in windows.reduce(0) { $0 + floor * $1.owed / $1.all } }
    // Days that belong to no window have no ceiling.
    if windows.reduce(0, { $0 + $1.owed }) == owed.count(in: plan.days) {
      ceiling = rule.ceiling.map { ceiling in
        windows.reduce(0) { $0 + (ceiling * $1.owed + $1.all - 1) / $1.all }
      }
    }
  }
}
