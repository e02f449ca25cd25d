import ScheduleModel

extension WorkRegister {
  /// The last day of which the logs of every outlet tell that a rule counts on; `nil` when one of these has no log.
  ///
  /// An outlet that has ended holds nothing up once its logs reach its last day, and lines of which nothing is scheduled
  /// or logged have no outlets that count.
  func reach(of rule: CountingRule, over lines: [PlanLine], in plan: Plan) -> CivilDay? {
    var ids = Set(rule.outlets)
    if ids.isEmpty {
      for line in lines where line.placing != nil || languages[line.id] != nil {
        ids.formUnion(rule.outlets(of: line))
      }
    }
    var least: CivilDay?
    for id in ids {
      guard let day = lastDay(of: id) else { return nil }
      if let end = plan.outlet(id)?.validity.through, end <= day { continue }
      least = least.map { min($0, day) } ?? day
    }
    return least ?? asOf
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
