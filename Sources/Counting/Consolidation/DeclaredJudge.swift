import ScheduleModel

/// Decides of each declared row whether it counts, and why not.
struct DeclaredJudge {
  /// What is doubtful in the rows.
  private(set) var findings: [Finding] = []
  private let plan: Plan
  private let period: ReportingPeriod
  private let units: [String: AdminUnit]
  private let isLogged: (_ line: String, _ days: Range<CivilDay>) -> Bool
  private let names: DeclaredNames
  /// What units reported for a part of the period only.
  private(set) var partial: [Subject: PartialReport] = [:]

  /// A unit and a line on which it reports.
  struct Subject: Hashable {
    let unit: String
    let line: String
  }

  init(plan: Plan, tally: Tally) {
    let lines = Dictionary(tally.lines.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    self.init(plan: plan, period: tally.period) { line, days in
      lines[line].map { tally.counts($0, over: days, in: plan) } ?? false
    }
  }

  /// - Parameter isLogged: Whether the logs count a line over some days.
  init(
    plan: Plan, period: ReportingPeriod, isLogged: @escaping (_ line: String, _ days: Range<CivilDay>) -> Bool
  ) {
    self.plan = plan
    self.period = period
    names = DeclaredNames(plan)
    units = Dictionary(plan.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.isLogged = isLogged
  }

  /// Each row with what becomes of it, in the same order.
  mutating func judge(_ declared: [DeclaredFigure]) -> [JudgedFigure] {
    var fates: [JudgedFigure.Fate?] = Array(repeating: nil, count: declared.count)
    var open: [Subject: [Int]] = [:]
    var order: [Subject] = []
    for (index, figure) in declared.enumerated() {
      if let unit = units[figure.unit], !unit.validity.overlaps(figure.period.days) {
        fates[index] = .notValid
        findings.append(.declaredNotValid(figure, unit, names))
        continue
      }
      let subject = Subject(unit: figure.unit, line: figure.line)
      if open[subject] == nil { order.append(subject) }
      open[subject, default: []].append(index)
    }
    for subject in order {
      let valid = inForce(open[subject] ?? [], declared, &fates)
      findings += DeclaredPeriods.contradictions(valid.map { declared[$0] }, names)
      let contradicted = (open[subject] ?? []).filter { row in
        if case .contradicted = fates[row] { true } else { false }
      }
      let pieces = DeclaredPieces(
        valid, contradicted: contradicted, declared, in: period, of: units[subject.unit])
      partial[subject] = pieces.report
      for index in valid {
        fates[index] =
          pieces.whole.contains(index)
          ? .counted
          : pieces.parts.contains(index)
            ? .partial : pieces.withoutData.contains(index) ? .noData : .otherPeriod
        if fates[index] != .otherPeriod, isLogged(subject.line, period.days) { fates[index] = .logged }
      }
    }
    include(declared, &fates)
    for (figure, fate) in zip(declared, fates) where fate?.isAdded == true {
      guard let line = plan.line(figure.line), let unit = figure.quantity?.unit, line.countsApart(unit)
      else { continue }
      findings.append(.declaredApart(figure, line, names))
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
      let contradicting = rivals.filter { !isLater(declared[$0], than: figure) && !figure.says(declared[$0]) }
      if let first = contradicting.first {
        for rival in contradicting where fates[rival] == nil {
          fates[rival] = .contradicted(by: figure.place)
          findings.append(.declaredTwice(declared[rival], figure, names))
        }
        fates[row] = .contradicted(by: declared[first].place)
        kept.append(row)
      } else if let later = rivals.first(where: { isLater(declared[$0], than: figure) }) {
        fates[row] = .replaced(by: declared[later].place)
        findings.append(.declaredAgain(declared[later], figure, names))
      } else if let same = rivals.first {
        fates[row] = fates[same] ?? .replaced(by: declared[same].place)
      } else {
        kept.append(row)
      }
    }
  }

  /// A row without a day of receipt comes after all that have one, of which some have to be later.
  private func day(_ figure: DeclaredFigure) -> Int { figure.received?.daysSince1970 ?? .min }

  /// Whether a figure came in later than another for sure. One without a day of receipt had come in by the day on which the
  /// Book took it in; one that the Book does not have is taken to have come before all that have a day.
  private func isLater(_ figure: DeclaredFigure, than other: DeclaredFigure) -> Bool {
    guard let received = figure.received else { return false }
    if let day = other.received { return received > day }
    return other.recorded.map { received >= $0 } ?? true
  }

  // MARK: - Among units

  /// What another figure of the same line and the same days has already does not count again.
  private mutating func include(_ declared: [DeclaredFigure], _ fates: inout [JudgedFigure.Fate?]) {
    var byLine: [String: [Int]] = [:]
    for index in declared.indices where fates[index]?.isAdded == true || fates[index] == .noData {
      byLine[declared[index].line, default: []].append(index)
    }
    for line in byLine.keys.sorted() {
      let rows = byLine[line] ?? []
      let inclusion = DeclaredInclusion(rows.filter { fates[$0]?.isAdded == true }, rows, declared)
      for row in rows where inclusion.circular.contains(row) {
        findings.append(.declaredCircle(declared[row], names))
      }
      for row in rows {
        let includers = inclusion.includers(of: row)
        guard let first = includers.map({ declared[$0].unit }).min() else { continue }
        fates[row] = .included(in: first)
        let days = declared[row].period.days
        let open = DeclaredPieces.gaps(in: days, without: includers.map { declared[$0].period.days })
        if !open.isEmpty, declared[row].quantity != nil, let includer = includers.first {
          findings.append(.declaredPartlyIncluded(declared[row], in: declared[includer], names))
        }
      }
      checkSums(rows, declared, fates)
    }
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
      let days = figure.period.days
      let parts = rows.filter { other in
        let own = declared[other].period.days
        return includes.contains(declared[other].unit) && declared[other].unit != figure.unit
          && days.lowerBound <= own.lowerBound && own.upperBound <= days.upperBound
      }.compactMap { declared[$0].quantity }
        .filter { $0.unit == whole.unit && $0.floor != nil }
      let sum = parts.reduce(0) { $0 + $1.value }
      if whole.value < sum { findings.append(.declaredSum(figure, whole, parts: sum, names)) }
    }
  }

  /// A unit that took another's place in the middle of a period may have its figure too.
  private mutating func doubtSuccessors(_ declared: [DeclaredFigure], _ fates: [JudgedFigure.Fate?]) {
    let counted = declared.indices.filter { fates[$0]?.isAdded == true }
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
        findings.append(.declaredBySuccessor(declared[other], declared[row], names))
      }
    }
  }

  /// A figure of a unit may have those of the units below in it, unless the line asks both for figures of their own.
  private mutating func doubtTerritories(_ declared: [DeclaredFigure], _ fates: [JudgedFigure.Fate?]) {
    let counted = declared.indices.filter { fates[$0]?.isAdded == true }
    let byLine = Dictionary(grouping: counted) { declared[$0].line }
    for row in counted where declared[row].includes == nil {
      let figure = declared[row]
      guard let unit = units[figure.unit], let line = plan.line(figure.line) else { continue }
      let reporters = Set(plan.reporters(of: line, in: figure.period.days).map(\.id))
      let below = (byLine[figure.line] ?? []).map { declared[$0] }.filter { other in
        other.period.days.overlaps(figure.period.days) && isAbove(unit.id, other.unit)
          && Quantity.overlap(figure.quantity, other.quantity)
          && !(reporters.contains(unit.id) && reporters.contains(other.unit))
      }
      if !below.isEmpty { findings.append(.declaredAbove(figure, below, names)) }
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
