import ScheduleModel

/// Adds the figures that count, by level and by territory.
struct ConsolidatedSums {
  private let plan: Plan
  private let period: ReportingPeriod
  private let tally: Tally
  private let units: [String: AdminUnit]
  private let rows: [String: [JudgedFigure]]
  private let counts: [String: LineTally]
  /// The lines that the logs count for a part of the period only.
  private let countedInPart: Set<String>
  private let planned: [String: Quantity]
  private let partial: [DeclaredJudge.Subject: PartialReport]

  /// - Parameter partial: What units reported for a part of the period only.
  init(
    plan: Plan, tally: Tally, rows: [JudgedFigure], partial: [DeclaredJudge.Subject: PartialReport]
  ) {
    self.plan = plan
    self.partial = partial
    self.tally = tally
    period = tally.period
    units = Dictionary(plan.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.rows = Dictionary(grouping: rows) { $0.figure.line }
    counts = Dictionary(
      tally.lines.filter { tally.isCounted($0, in: plan) }.map { ($0.line, $0) },
      uniquingKeysWith: { first, _ in first })
    countedInPart = Set(
      counts.values.filter { !tally.counts($0, over: tally.period.days, in: plan) }.map(\.line))
    planned = Dictionary(
      tally.lines.compactMap { line in line.planned.map { (line.line, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The lines of which anything is known or due.
  var lines: [ConsolidatedLine] {
    plan.lines.compactMap { line in
      let due = due(line)
      let levels = (AdminLevel.allCases.map(Optional.some) + [nil]).compactMap {
        level -> ConsolidatedLine.Level? in
        let sum = sum(line, due.filter { $0.level == level }.map(\.id), logs: level == plan.level(of: line))
        return sum.isEmpty ? nil : ConsolidatedLine.Level(level: level, sum: sum)
      }
      let whole = sum(line, due.map(\.id), logs: true)
      guard !whole.isEmpty else { return nil }
      let planned = planned[line.id]
      return ConsolidatedLine(
        line: line.id, levels: levels, sum: whole, planned: planned, percent: percent(whole, of: planned))
    }
  }

  /// Reached of planned, where both are exact.
  private func percent(_ sum: ConsolidatedSum, of planned: Quantity?) -> Percentage? {
    guard let exact = sum.exact, let unit = planned?.unit,
      exact.unit == unit || exact.unit.time != nil && exact.unit.canBeAdded(to: unit),
      period.days.lowerBound == period.yearStart
    else {
      return nil
    }
    return Percentage(amount: exact.value, of: planned)
  }

  /// The plan's own sums over some lines.
  func totals(of lines: [ConsolidatedLine]) -> [ConsolidatedTotal] {
    tally.totals.map { total in
      let members = lines.filter { total.counted.contains($0.line) }
      let isComplete =
        members.count == total.counted.count
        && members.allSatisfy { $0.sum.isComplete && !$0.sum.quantities.isEmpty }
      var (sum, unlike): (Quantity?, UnlikeFigures?) = (nil, plan.unlikeLines(total.counted))
      if unlike == nil {
        do throws(UnlikeFigures) {
          sum = try Quantity.sum(members.flatMap(\.sum.quantities))
        } catch {
          unlike = error
        }
      }
      return ConsolidatedTotal(
        id: total.id, title: total.title, counted: total.counted, planned: total.planned,
        quantity: isComplete ? sum : sum?.asLowerBound, unlike: unlike)
    }
  }

  /// The units in whose territory others lie, or whose place others took.
  var territories: [ConsolidatedTerritory] {
    let dueOfLines = plan.lines.map { due($0).map(\.id) }
    return plan.units.compactMap { unit -> ConsolidatedTerritory? in
      let members = members(of: unit)
      guard members.count > 1 else { return nil }
      let inside = Set(members)
      let lines = zip(plan.lines, dueOfLines).compactMap { line, due -> ConsolidatedTerritory.Line? in
        let sum = sum(
          line, due.filter(inside.contains), logs: owner(of: line).map(inside.contains) ?? false)
        return sum.isEmpty ? nil : ConsolidatedTerritory.Line(line: line.id, sum: sum)
      }
      return lines.isEmpty ? nil : ConsolidatedTerritory(unit: unit.id, members: members, lines: lines)
    }
  }

  /// A unit, those in its territory, and those whose place one of these took, in the plan's order.
  private func members(of unit: AdminUnit) -> [String] {
    var found: Set<String> = [unit.id]
    var grows = true
    while grows {
      let more = plan.units.filter { other in
        !found.contains(other.id)
          && (other.parent.map(found.contains) ?? false
            || other.validity.successor.map(found.contains) ?? false)
      }
      found.formUnion(more.map(\.id))
      grows = !more.isEmpty
    }
    return [unit.id] + plan.units.map(\.id).filter { found.contains($0) && $0 != unit.id }
  }

  // MARK: - Who should report

  /// The units that report on a line, and those that should: its producer, or all units of its level that existed in
  /// the period. What the logs count need not be reported.
  private func due(_ line: PlanLine) -> [AdminUnit] {
    let declared = Set((rows[line.id] ?? []).filter { $0.fate != .otherPeriod }.map(\.figure.unit))
    let reporters = plan.reporters(of: line, in: period.days).map(\.id)
    return plan.units.filter { unit in
      if declared.contains(unit.id) { return true }
      return (counts[line.id] == nil || countedInPart.contains(line.id)) && !rows.isEmpty
        && reporters.contains(unit.id)
    }
  }

  /// Whose output a line is.
  private func owner(of line: PlanLine) -> String? {
    line.responsibility.producer ?? line.outlets.ids.first.flatMap { plan.outlet($0)?.owner }
  }

  // MARK: - Sums

  private func sum(_ line: PlanLine, _ due: [String], logs: Bool) -> ConsolidatedSum {
    let members = Set(due)
    let rows = (rows[line.id] ?? []).filter { members.contains($0.figure.unit) }
    // What units report for the whole period is not added to the part that the logs have.
    let isReported =
      countedInPart.contains(line.id) && (self.rows[line.id] ?? []).contains { $0.fate.isAdded }
    let count = logs && !isReported ? counts[line.id] : nil
    var quantities: [Quantity] = []
    func add(_ quantity: Quantity) {
      let index = quantities.firstIndex {
        $0.unit == quantity.unit || $0.unit.time != nil && $0.unit.canBeAdded(to: quantity.unit)
          || line.counts($0.unit) && line.counts(quantity.unit)
      }
      if let index {
        let sum = quantities[index] + quantity
        let unit = line.countedUnit
        let forms = unit.forms.filter(sum.unit.forms.contains)
        quantities[index] =
          line.counts(sum.unit) ? Quantity(sum.amount, sum.qualifier, CountingUnit(forms)) : sum
      } else {
        quantities.append(quantity)
      }
    }
    if let count { add(Quantity(count.counts.aired, line.countedUnit)) }
    var (reported, withoutData): (Set<String>, Set<String>) = ([], [])
    var contradicted: Set<String> = []
    var parts: [String: PartialReport] = [:]
    for row in rows {
      let unit = row.figure.unit
      switch row.fate {
      case .counted, .partial:
        if let quantity = row.figure.quantity { add(quantity) }
        reported.insert(unit)
      case .included:
        // A sum over some units has what lies in the figure of a unit that is none of them.
        let includers = includers(of: row.figure).filter { members.contains($0.unit) }
        if includers.isEmpty {
          if let quantity = row.figure.quantity { add(quantity) }
        } else if row.figure.quantity != nil {
          let open = DeclaredPieces.gaps(
            in: row.figure.period.days, without: includers.map(\.period.days))
          if !open.isEmpty {
            parts[unit] = PartialReport(unit: unit, reported: includers.map(\.period), missing: open)
          }
        }
        reported.insert(unit)
      case .logged: reported.insert(unit)
      case .noData: withoutData.insert(unit)
      case .contradicted where row.figure.period.days.overlaps(period.days): contradicted.insert(unit)
      case .contradicted: break
      case .replaced, .notValid, .otherPeriod: break
      }
    }
    withoutData.subtract(reported)
    if count == nil { parts.merge(partialReports(on: line, of: due, members)) { _, own in own } }
    reported.subtract(parts.keys)
    withoutData.subtract(parts.keys)
    let missing = due.filter { unit in
      !reported.contains(unit) && !withoutData.contains(unit) && parts[unit] == nil
        && (units[unit]?.validity.overlaps(period.days) ?? true)
        && !liesInOthers(unit, on: line.id, members)
    }
    let isLogOpen = count.map { $0.counts.pending > 0 || countedInPart.contains($0.line) } ?? false
    let isComplete = missing.isEmpty && withoutData.isEmpty && parts.isEmpty && !isLogOpen
    return ConsolidatedSum(
      quantities: isComplete ? quantities : quantities.map(\.asLowerBound),
      logged: count?.counts.aired, isLogOpen: isLogOpen, reported: due.filter(reported.contains),
      withoutData: due.filter(withoutData.contains), missing: missing,
      contradicted: missing.filter(contradicted.contains), partial: due.compactMap { parts[$0] })
  }

  /// What units reported for a part of the period only, without those whose other days lie in another's figure.
  private func partialReports(on line: PlanLine, of due: [String], _ members: Set<String>) -> [String:
    PartialReport]
  {
    var reports: [String: PartialReport] = [:]
    for unit in due {
      guard let report = partial[DeclaredJudge.Subject(unit: unit, line: line.id)] else { continue }
      let inside = inForce(line.id).filter {
        members.contains($0.unit) && $0.unit != unit && $0.includes?.contains(unit) ?? false
      }.map(\.period.days)
      let open = report.missing + (report.withoutData + report.contradicted).map(\.days)
      if open.contains(where: { !DeclaredPieces.gaps(in: $0, without: inside).isEmpty }) {
        reports[unit] = report
      }
    }
    return reports
  }

  /// Whether others' figures have that of a unit in them for all its days of the period: it owes none of its own.
  private func liesInOthers(_ unit: String, on line: String, _ members: Set<String>) -> Bool {
    var days = period.days
    if let validity = units[unit]?.validity {
      let first = max(days.lowerBound, validity.from ?? days.lowerBound)
      let end = min(days.upperBound, validity.through?.advanced(by: 1) ?? days.upperBound)
      days = first..<max(first, end)
    }
    let inside = inForce(line).filter {
      members.contains($0.unit) && $0.unit != unit && $0.includes?.contains(unit) ?? false
    }
    return !inside.isEmpty && DeclaredPieces.gaps(in: days, without: inside.map(\.period.days)).isEmpty
  }

  /// The figures of a line that are added, or lie in one that is.
  private func inForce(_ line: String) -> [DeclaredFigure] {
    (rows[line] ?? []).filter { $0.figure.quantity != nil && ($0.fate.isAdded || $0.isIncluded) }
      .map(\.figure)
  }

  /// The figures that have this one in them, themselves or by others.
  private func includers(of figure: DeclaredFigure) -> [DeclaredFigure] {
    let inForce = inForce(figure.line)
    var found: Set<Int> = []
    var next = [figure]
    while let inner = next.popLast() {
      for (index, outer) in inForce.enumerated()
      where outer.includes?.contains(inner.unit) ?? false && outer.unit != figure.unit
        && outer.period.days.overlaps(inner.period.days) && outer.period.days.overlaps(figure.period.days)
      {
        if found.insert(index).inserted { next.append(outer) }
      }
    }
    return found.sorted().map { inForce[$0] }
  }
}

extension JudgedFigure {
  fileprivate var isIncluded: Bool { if case .included = fate { true } else { false } }
}
