import ScheduleModel

extension WorkRegister {
  /// The last day up to which the logs go on of every outlet that a rule counts on, and the gaps in them before it; `nil`
  /// when one of these has no log.
  ///
  /// An outlet that has ended holds nothing up once its logs reach its last day, and lines of which nothing is scheduled
  /// or logged have no outlets that count.
  func reach(of rule: CountingRule, over lines: [PlanLine], in plan: Plan) -> RuleReach? {
    var ids = Set(rule.outlets)
    if ids.isEmpty {
      for line in lines where line.placing != nil || languages[line.id] != nil {
        ids.formUnion(rule.outlets(of: line))
      }
    }
    var least: CivilDay?
    var gaps: [Range<CivilDay>] = []
    for id in ids {
      guard let day = coverage.end(of: id) else { return nil }
      if coverage.stated == nil { gaps += coverage.logs(of: id)?.gapsBeforeEnd.map(\.days) ?? [] }
      if let end = plan.outlet(id)?.validity.through, end <= day { continue }
      least = least.map { min($0, day) } ?? day
    }
    return (least ?? asOf).map { RuleReach(end: $0, gaps: gaps) }
  }

  /// The last day up to which the logs go on of all outlets of a line of which any log tells; `nil` when none does.
  func reach(of line: PlanLine, in plan: Plan) -> CivilDay? {
    let ends = line.outlets.ids.compactMap { id -> CivilDay? in
      guard let day = coverage.end(of: id) else { return nil }
      if let end = plan.outlet(id)?.validity.through, end <= day { return nil }
      return day
    }
    return ends.min()
  }
}

/// Of which days the logs of the outlets tell that a rule counts on.
struct RuleReach {
  let end: CivilDay
  let gaps: [Range<CivilDay>]

  /// Whether they tell of all of some days.
  func covers(_ days: Range<CivilDay>) -> Bool {
    days.upperBound <= end.advanced(by: 1) && !gaps.contains { $0.overlaps(days) }
  }
}

extension CountingRule {
  /// The outlets on which a line's works count: where each counts once, those of its first run.
  fileprivate func outlets(of line: PlanLine) -> [String] {
    if measure == .versions { return line.versions?.outlet.map { [$0] } ?? line.outlets.ids }
    guard runs == .first, case .each(let ids) = line.outlets else { return line.outlets.ids }
    return Array(ids.prefix(1))
  }
}
