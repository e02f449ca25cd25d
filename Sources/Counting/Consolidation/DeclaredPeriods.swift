public import ScheduleModel

/// Holds the figures of one unit for a stretch of days against those for the parts of it.
public enum DeclaredPeriods {
  /// What contradicts itself among rows of which none is counted yet, as an import or a check sees them.
  ///
  /// - Returns: A warning at each row whose figure cannot hold beside those for parts of its days.
  /// - Complexity: Quadratic in the rows of one unit and line, which are few.
  public static func contradictions(in declared: [DeclaredFigure], plan: Plan, profile: ReportingProfile)
    -> [Finding]
  {
    guard let year = declared.first?.period ?? ReportingPeriod(.year, of: plan.year, profile: profile) else {
      return []
    }
    var judge = DeclaredJudge(plan: plan, period: year) { _, _ in false }
    _ = judge.judge(declared)
    return judge.findings.filter { $0.code == .declaredPeriods }
  }

  /// What contradicts itself among the rows in force of one unit and line.
  static func contradictions(_ figures: [DeclaredFigure], _ names: DeclaredNames) -> [Finding] {
    figures.compactMap { whole in
      guard let total = whole.quantity, total.isExact else { return nil }
      let parts = figures.filter { part in
        guard let quantity = part.quantity, quantity.isExact, quantity.unit == total.unit else {
          return false
        }
        return whole.period.days.contains(part.period.days) && part.period.days != whole.period.days
      }
      if let parts = cover(whole.period.days, by: parts), sum(parts) != total.value {
        return .declaredPeriods(whole, total, parts, sum: sum(parts), names)
      }
      let most = largest(parts)
      return sum(most) > total.value
        ? .declaredPeriods(whole, total, most, sum: sum(most), names) : nil
    }
  }

  private static func sum(_ figures: [DeclaredFigure]) -> Int {
    figures.reduce(0) { $0 + ($1.quantity?.value ?? 0) }
  }

  /// Figures that follow on each other and make up these days, the longest first.
  private static func cover(_ days: Range<CivilDay>, by figures: [DeclaredFigure]) -> [DeclaredFigure]? {
    if days.isEmpty { return [] }
    let next = figures.filter {
      $0.period.days.lowerBound == days.lowerBound && $0.period.days.upperBound <= days.upperBound
    }.sorted { $0.period.days.upperBound > $1.period.days.upperBound }
    for figure in next {
      if let rest = cover(figure.period.days.upperBound..<days.upperBound, by: figures) {
        return [figure] + rest
      }
    }
    return nil
  }

  /// The figures without a day in common that make the largest sum, in the order of their days.
  private static func largest(_ figures: [DeclaredFigure]) -> [DeclaredFigure] {
    var best: [(end: CivilDay, figures: [DeclaredFigure])] = []
    for figure in figures.sorted(by: { $0.period.days.upperBound < $1.period.days.upperBound }) {
      let before = best.last { $0.end <= figure.period.days.lowerBound }?.figures ?? []
      let taken = before + [figure]
      let left = best.last?.figures ?? []
      best.append((figure.period.days.upperBound, sum(taken) > sum(left) ? taken : left))
    }
    return best.last?.figures ?? []
  }
}

extension Range<CivilDay> {
  fileprivate func contains(_ other: Range<CivilDay>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
