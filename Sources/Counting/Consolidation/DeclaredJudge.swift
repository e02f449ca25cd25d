import ScheduleModel

/// Decides of each declared row whether it counts, and why not.
struct DeclaredJudge {
  /// What is doubtful in the rows.
  private(set) var findings: [Finding] = []
  private let plan: Plan
  private let period: ReportingPeriod
  private let units: [String: AdminUnit]
  private let logged: Set<String>

  private struct Subject: Hashable {
    let unit: String
    let line: String
  }

  init(plan: Plan, tally: Tally) {
    self.init(
      plan: plan, period: tally.period,
      logged: Set(tally.lines.filter { tally.isCounted($0, in: plan) }.map(\.line)))
  }

  init(plan: Plan, period: ReportingPeriod, logged: Set<String>) {
    self.plan = plan
    self.period = period
    units = Dictionary(plan.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.logged = logged
  }

  /// Each row with what becomes of it, in the same order.
  mutating func judge(_ declared: [DeclaredFigure]) -> [JudgedFigure] {
    var fates: [JudgedFigure.Fate?] = Array(repeating: nil, count: declared.count)
    var open: [Subject: [Int]] = [:]
    var order: [Subject] = []
    for (index, figure) in declared.enumerated() {
      if let unit = units[figure.unit], !unit.validity.overlaps(figure.period.days) {
        fates[index] = .notValid
        findings.append(.declaredNotValid(figure, unit))
        continue
      }
      let subject = Subject(unit: figure.unit, line: figure.line)
      if open[subject] == nil { order.append(subject) }
      open[subject, default: []].append(index)
    }
    for subject in order {
      let valid = inForce(open[subject] ?? [], declared, &fates)
      findings += DeclaredPeriods.contradictions(valid.map { declared[$0] })
      let chosen = chosen(valid, declared, of: units[subject.unit])
      for index in valid {
        let isChosen = chosen.contains(index)
        if logged.contains(subject.line) {
          fates[index] = isChosen ? .logged : .otherPeriod
        } else if !isChosen {
          fates[index] = .otherPeriod
        } else {
          fates[index] = declared[index].quantity == nil ? .noData : .counted
        }
      }
    }
    include(declared, &fates)
    for (figure, fate) in zip(declared, fates) where fate == .counted {
      guard let line = plan.line(figure.line), let unit = figure.quantity?.unit, line.countsApart(unit)
      else { continue }
      findings.append(.declaredApart(figure, line))
    }
    doubtSuccessors(declared, fates)
    doubtTerritories(declared, fates)
    return zip(declared, fates).map { figure, fate in
      JudgedFigure(figure: figure, fate: fate ?? .otherPeriod, daysLate: daysLate(figure))
    }
  }

  // MARK: - Of one unit and line

  /// Of the rows of one unit and line, the latest for each period and each thing that is counted.
  ///
  /// That there are no data is said of all things that are counted.
  private mutating func inForce(
    _ rows: [Int], _ declared: [DeclaredFigure], _ fates: inout [JudgedFigure.Fate?]
  ) -> [Int] {
    var groups: [ReportingPeriod: [Int]] = [:]
    for row in rows { groups[declared[row].period, default: []].append(row) }
    for row in rows {
      guard let group = groups.removeValue(forKey: declared[row].period) else { continue }
      keepLatest(group, declared, &fates)
    }
    return rows.filter { fates[$0] == nil }
  }

  /// Of rows that say something of the same things and days, only the latest stays open; “12 tin” and “3 bài” stay both.
  private mutating func keepLatest(
    _ group: [Int], _ declared: [DeclaredFigure], _ fates: inout [JudgedFigure.Fate?]
  ) {
    var kept: [Int] = []
    for row in group.sorted(by: { day(declared[$0]) > day(declared[$1]) }) {
      let figure = declared[row]
      let rivals = kept.filter { Quantity.overlap(declared[$0].quantity, figure.quantity) }
      guard
        let latest = rivals.first(where: { day(declared[$0]) == day(figure) && !figure.says(declared[$0]) })
          ?? rivals.first
      else {
        kept.append(row)
        continue
      }
      if day(declared[latest]) > day(figure) {
        fates[row] = .replaced(by: declared[latest].place)
        findings.append(.declaredAgain(declared[latest], figure))
      } else if figure.says(declared[latest]) {
        fates[row] = fates[latest] ?? .replaced(by: declared[latest].place)
      } else {
        for rival in rivals where day(declared[rival]) == day(figure) && fates[rival] == nil {
          fates[rival] = .contradicted(by: figure.place)
          findings.append(.declaredTwice(declared[rival], figure))
        }
        fates[row] = .contradicted(by: declared[latest].place)
        kept.append(row)
      }
    }
  }

  /// A row without a day of receipt is taken to have come before all that have one.
  private func day(_ figure: DeclaredFigure) -> Int { figure.received?.daysSince1970 ?? .min }

  /// The rows for the period itself; without one, rows with figures for shorter periods that make up exactly the days
  /// of it on which the unit existed.
  private func chosen(_ rows: [Int], _ declared: [DeclaredFigure], of unit: AdminUnit?) -> Set<Int> {
    let own = rows.filter { declared[$0].period.days == period.days }
    if !own.isEmpty { return Set(own) }
    let from = max(period.days.lowerBound, unit?.validity.from ?? period.days.lowerBound)
    let end = min(
      period.days.upperBound, unit?.validity.through?.advanced(by: 1) ?? period.days.upperBound)
    guard from < end else { return [] }
    let pieces = rows.filter {
      declared[$0].quantity != nil && (from..<end).contains(declared[$0].period.days.lowerBound)
        && declared[$0].period.days.upperBound <= end
    }
    return kinds(of: pieces, declared).reduce(into: []) { chosen, same in
      let longest = same.sorted {
        declared[$0].period.days.upperBound > declared[$1].period.days.upperBound
      }
      let covering = (cover(from..<end, by: longest, declared) ?? []).map { declared[$0].period.days }
      chosen.formUnion(same.filter { covering.contains(declared[$0].period.days) })
    }
  }

  /// The rows by what they count: “tin” and “bài” are one kind once a row counts “tin, bài”.
  private func kinds(of rows: [Int], _ declared: [DeclaredFigure]) -> [[Int]] {
    var kinds: [[Int]] = []
    for row in rows {
      let isLike = { (kind: [Int]) in
        kind.contains { Quantity.overlap(declared[$0].quantity, declared[row].quantity) }
      }
      let like = kinds.filter(isLike).flatMap(\.self)
      kinds.removeAll(where: isLike)
      kinds.append(like + [row])
    }
    return kinds
  }

  /// Rows that follow on each other from the first to the last of these days, the longest first.
  private func cover(_ days: Range<CivilDay>, by rows: [Int], _ declared: [DeclaredFigure]) -> [Int]? {
    if days.isEmpty { return [] }
    for row in rows where declared[row].period.days.lowerBound == days.lowerBound {
      let end = declared[row].period.days.upperBound
      guard end <= days.upperBound, let rest = cover(end..<days.upperBound, by: rows, declared) else {
        continue
      }
      return [row] + rest
    }
    return nil
  }

  // MARK: - Among units

  /// What another figure of the same line has already does not count again.
  private mutating func include(_ declared: [DeclaredFigure], _ fates: inout [JudgedFigure.Fate?]) {
    var byLine: [String: [Int]] = [:]
    for index in declared.indices where fates[index] == .counted || fates[index] == .noData {
      byLine[declared[index].line, default: []].append(index)
    }
    for line in byLine.keys.sorted() {
      let rows = byLine[line] ?? []
      var includers: [String: Set<String>] = [:]
      for row in rows where fates[row] == .counted {
        for unit in declared[row].includes ?? [] where unit != declared[row].unit {
          includers[unit, default: []].insert(declared[row].unit)
        }
      }
      let circular = Self.circular(includers)
      for row in rows where circular.contains(declared[row].unit) && declared[row].includes?.isEmpty == false
      {
        findings.append(.declaredCircle(declared[row]))
      }
      for row in rows {
        let unit = declared[row].unit
        guard
          let includer = includers[unit]?.sorted().first(where: {
            !circular.contains($0) || !circular.contains(unit)
          })
        else { continue }
        fates[row] = .included(in: includer)
      }
      checkSums(rows, declared, fates)
    }
  }

  /// The units that lie in each other, by who includes whom.
  private static func circular(_ includers: [String: Set<String>]) -> Set<String> {
    var circular: Set<String> = []
    for unit in includers.keys {
      var seen: Set<String> = []
      var next = Array(includers[unit] ?? [])
      while let other = next.popLast() {
        if other == unit { circular.insert(unit) }
        if seen.insert(other).inserted { next += includers[other] ?? [] }
      }
    }
    return circular
  }

  /// A figure is no smaller than those that it has in it.
  private mutating func checkSums(
    _ rows: [Int], _ declared: [DeclaredFigure], _ fates: [JudgedFigure.Fate?]
  ) {
    for row in rows {
      let figure = declared[row]
      guard let includes = figure.includes, !includes.isEmpty, let whole = figure.quantity,
        whole.isExact
      else { continue }
      let parts = rows.filter { includes.contains(declared[$0].unit) }.compactMap {
        declared[$0].quantity
      }
      .filter { $0.unit == whole.unit && $0.floor != nil }
      let sum = parts.reduce(0) { $0 + $1.value }
      if whole.value < sum { findings.append(.declaredSum(figure, whole, parts: sum)) }
    }
  }

  /// A unit that took another's place in the middle of a period may have its figure too.
  private mutating func doubtSuccessors(_ declared: [DeclaredFigure], _ fates: [JudgedFigure.Fate?]) {
    let counted = declared.indices.filter { fates[$0] == .counted }
    let byUnit = Dictionary(grouping: counted) { declared[$0].unit }
    for row in counted {
      guard let unit = units[declared[row].unit], let end = unit.validity.through,
        let successor = unit.validity.successor
      else { continue }
      let others = (byUnit[successor] ?? []).filter {
        declared[$0].line == declared[row].line && declared[$0].period.days.contains(end)
          && declared[$0].period.days.overlaps(declared[row].period.days)
      }
      for other in others where declared[other].includes == nil {
        let begins = units[successor]?.validity.from
        // A figure that cannot have anything of the days before is no doubt.
        if let begins, declared[other].period.days.lowerBound >= begins { continue }
        findings.append(.declaredBySuccessor(declared[other], declared[row], unit))
      }
    }
  }

  /// A figure of a unit above that of the line may have those of the units below in it.
  private mutating func doubtTerritories(_ declared: [DeclaredFigure], _ fates: [JudgedFigure.Fate?]) {
    let counted = declared.indices.filter { fates[$0] == .counted }
    let byLine = Dictionary(grouping: counted) { declared[$0].line }
    for row in counted where declared[row].includes == nil {
      let figure = declared[row]
      guard let unit = units[figure.unit], let line = plan.line(figure.line),
        !plan.reporters(of: line, in: figure.period.days).contains(where: { $0.id == unit.id })
      else { continue }
      let below = (byLine[figure.line] ?? []).map { declared[$0] }.filter { other in
        other.period.days.overlaps(figure.period.days) && isAbove(unit.id, other.unit)
          && Quantity.overlap(figure.quantity, other.quantity)
      }
      if !below.isEmpty { findings.append(.declaredAbove(figure, below)) }
    }
  }

  /// Whether a unit lies in the territory of another, at whatever depth.
  private func isAbove(_ unit: String, _ other: String) -> Bool {
    var (next, seen): (String?, Set<String>) = (units[other]?.parent, [])
    while let above = next, seen.insert(above).inserted {
      if above == unit { return true }
      next = units[above]?.parent
    }
    return false
  }

  private func daysLate(_ figure: DeclaredFigure) -> Int? {
    guard let received = figure.received, let due = figure.period.due(for: units[figure.unit]?.level) else {
      return nil
    }
    let days = due.distance(to: received)
    return days > 0 ? days : nil
  }
}

extension DeclaredFigure {
  /// Whether another row of the unit says the same.
  fileprivate func says(_ other: DeclaredFigure) -> Bool {
    quantity == other.quantity && includes == other.includes
  }
}
