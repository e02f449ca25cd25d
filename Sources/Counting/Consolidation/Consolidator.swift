public import ScheduleModel

/// Adds what lower units declare to what the logs count, each once.
public enum Consolidator {
  /// The output of a period over all units.
  ///
  /// A declared figure counts when its unit existed in the period, it is the latest of its unit, no other figure has
  /// it already, and the logs do not count its line; where a unit has none for the period itself, those for shorter
  /// periods that lie in it count; where they do not make it up, the unit reported for a part and the sum is a lower bound.
  /// Every other row has the one reason why it does not.
  /// - Parameters:
  ///   - declared: The rows, in the order of the files.
  ///   - tally: The plan's own count of the period.
  /// - Returns: The sums, and what is doubtful in the rows.
  /// - Complexity: O(n log n) in the rows, and the units for each line and territory.
  public static func consolidate(plan: Plan, declared: [DeclaredFigure], tally: Tally) -> (
    consolidation: Consolidation, findings: [Finding]
  ) {
    var judge = DeclaredJudge(plan: plan, tally: tally)
    let rows = judge.judge(declared)
    let sums = ConsolidatedSums(plan: plan, tally: tally, rows: rows, partial: judge.partial)
    let lines = sums.lines
    return (
      Consolidation(
        period: tally.period, lines: lines, totals: sums.totals(of: lines), territories: sums.territories,
        rows: rows,
        changing: plan.units.filter { $0.changes(within: tally.period.days) }.map(\.id)),
      judge.findings + besideLogs(rows, plan: plan, tally: tally)
    )
  }

  /// Tells of lines of which both the logs and units have figures that do not go together.
  private static func besideLogs(_ rows: [JudgedFigure], plan: Plan, tally: Tally) -> [Finding] {
    let names = DeclaredNames(plan)
    let byLine = Dictionary(grouping: rows.filter { $0.figure.quantity != nil }) { $0.figure.line }
    return tally.lines.compactMap { counted in
      guard let line = plan.line(counted.line), tally.isCounted(counted, in: plan),
        let declared = byLine[line.id]
      else { return nil }
      let aired = counted.counts.aired
      if tally.counts(counted, over: tally.period.days, in: plan) {
        let logged = declared.filter { $0.fate == .logged }
        let figures = logged.compactMap(\.figure.quantity)
        guard let first = logged.first, figures.allSatisfy({ $0.isExact && line.counts($0.unit) }),
          case let sum = figures.reduce(0, { $0 + $1.value }), sum > aired
        else { return nil }
        return .declaredAboveLogs(first.figure, sum, aired: aired, tally.period, names)
      }
      guard aired > 0, let first = declared.first(where: \.fate.isAdded) else { return nil }
      return .declaredBesideLogs(first.figure, aired: aired, tally.period, names)
    }
  }
}

extension AdminUnit {
  /// Whether it begins or ends on one of these days, but not with the first or the last of them.
  fileprivate func changes(within days: Range<CivilDay>) -> Bool {
    let last = days.upperBound.advanced(by: -1)
    let begins = validity.from.map { days.lowerBound < $0 && $0 <= last } ?? false
    let ends = validity.through.map { days.lowerBound <= $0 && $0 < last } ?? false
    return begins || ends
  }
}
