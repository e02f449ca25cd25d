import ScheduleModel

/// Why not all works of a plan can be placed: each conflict with its words, what takes the places away, and the
/// smallest changes that would make everything fit.
struct PlanShortage {
  private let variant: PlanVariant
  private let reopen: ((Plan) -> [Slot])?
  private let groups: [Conflict.Group]
  /// For each series how many repeats no day of the plan can hold.
  private let late: [Int]
  /// The leasts of months that cannot be reached together.
  private let leasts: [Conflict.Group]

  /// - Parameters:
  ///   - built: What was placed; where nothing is missing, there are no findings.
  ///   - asked: How many are looked for of each series, without the repeats that no day of the plan can hold.
  ///   - reopen: The slots that a changed plan opens; `nil` leaves out causes and changes.
  init(
    plan: Plan, slots: [Slot], _ planned: PlanProblem, _ built: ScheduleBuilding,
    asked: [Int], reopening reopen: ((Plan) -> [Slot])?
  ) {
    let variant = PlanVariant(plan, slots: slots, planned, asked: asked)
    self.variant = variant
    self.reopen = reopen
    late = zip(built.asked, asked).map(-)
    groups = asked == built.placed ? [] : Conflict.groups(in: variant.problem, of: variant.whole)
    leasts = variant.missedMonths(built).flatMap { month in
      Conflict.groups(in: variant.withStatedLeasts.least(of: month), month: month)
    }
  }

  /// The series that the findings speak of, where their quotas are too many.
  var series: Set<Int> { Set(groups.flatMap(\.whole.series)) }

  /// Whether the findings tell why a line, by its id, misses the least of a month, 1 to 12.
  func tellsLeast(of line: String, in month: Int) -> Bool {
    leasts.contains { group in
      group.whole.month == month
        && group.whole.series.contains { variant.planned.series[$0].line.id == line }
    }
  }

  /// One finding for each group of conflicts.
  var findings: [Finding] { groups.map(finding) + leasts.map(leastFinding) }

  /// What is too many, in words: for the works that are listed as not placed.
  func reason(of series: Int) -> Words? {
    groups.first { $0.whole.series.contains(series) }.map { ShortageWords($0.whole, in: variant).lack }
  }

  // MARK: - Findings

  private func finding(_ group: Conflict.Group) -> Finding {
    let whole = group.whole
    let words = ShortageWords(whole, in: variant)
    var message =
      words.message + words.core(of: group)
      + words.month(whole.firstMonth(in: variant.problem, of: variant.whole))
    var remedies: [Words] = []
    var (missing, isCertain) = (whole.excess, true)
    let alone = withoutOthers(group)
    if let reopen {
      let asked = alone.series.map(\.quota)
      let search = ChangeSearch(
        whole, in: variant, asked: asked, wanted: wanted(whole, asked), reopen: reopen)
      message = message + words.causes(search.causes)
      (remedies, isCertain) = (search.remedies, search.isCertain)
      missing = max(missing, search.missing)
    }
    remedies += quotas(whole, in: alone)
    let origins = whole.series.map { variant.planned.series[$0] }
    guard let first = origins.first(where: { $0.followUp == nil }) else {
      return followUpFinding(origins[0], message, remedies, isCertain: isCertain)
    }
    return Finding(
      .quotaNotMet, .error, at: first.line.place, message,
      remedy: words.remedy(remedies, missing: missing, isCertain: isCertain))
  }

  private func followUpFinding(
    _ origin: PlanProblem.Origin, _ message: Words, _ remedies: [Words], isCertain: Bool
  ) -> Finding {
    let plain = origin.followUp.flatMap { Finding.notPlaced($0, 1).first }
    return Finding(
      plain?.code ?? .quotaNotMet, plain?.severity ?? .error, at: plain?.place ?? origin.line.place, message,
      remedy: remedies.isEmpty ? plain?.remedy : ShortageWords.anyOf(remedies, isCertain: isCertain))
  }

  /// How many are asked for once the works of a conflict have places: of works that have none now nothing is asked for that
  /// follows from them.
  private func wanted(_ conflict: Conflict, _ asked: [Int]) -> [Int] {
    var raised = Set(conflict.series)
    return asked.indices.map { number in
      let origin = variant.planned.series[number]
      guard let source = origin.source, raised.contains(source) else { return asked[number] }
      raised.insert(number)
      return max(asked[number], origin.quota - late[number])
    }
  }

  /// The problem without what is too many in other groups.
  private func withoutOthers(_ group: Conflict.Group) -> Problem {
    variant.problem.without(groups.filter { $0 != group }.flatMap(\.cores))
  }

  /// The quotas of which one would have to be lowered; only where that alone is enough, and never a figure that a source
  /// reports.
  ///
  /// - Parameter problem: The problem without what is too many elsewhere.
  private func quotas(_ conflict: Conflict, in problem: Problem) -> [Words] {
    guard conflict.places > 0 else { return [] }
    return conflict.series.compactMap { number -> Words? in
      let origin = variant.planned.series[number]
      guard origin.followUp == nil, origin.line.basis != .result, let quota = origin.line.works,
        problem.fits(withoutExcessOf: conflict, in: number)
      else { return nil }
      let change = Words(
        "“\(origin.line.title)”: quota: \(origin.line.quotaText(for: quota - conflict.excess))")
      return origin.line.basis == .draft ? change : change + ShortageWords.amending
    }
  }

  // MARK: - The least of a month

  private func leastFinding(_ group: Conflict.Group) -> Finding {
    let conflict = group.whole
    let month = conflict.month ?? 0
    let words = ShortageWords(conflict, in: variant)
    let problem = variant.withStatedLeasts.least(of: month)
    let lines = conflict.series.map { variant.planned.series[$0].line }
    let changes = zip(conflict.series, lines).compactMap { number, line -> Words? in
      guard let range = line.placing?.months[month], problem.fits(withoutExcessOf: conflict, in: number)
      else {
        return nil
      }
      let most = range.upperBound < Placing.anyCount.upperBound ? "\(range.upperBound)" : ""
      return Words(
        "“\(line.title)”: months: { \(variant.plan.months.key(of: month)): \(range.lowerBound - conflict.excess)..\(most) }"
      )
    }
    return Finding(
      .quotaNotMet, .error, at: lines[0].place, words.leastMessage,
      remedy: changes.isEmpty ? words.leastRemedy : ShortageWords.anyOf(changes))
  }
}

extension Problem {
  /// Whether the series of a conflict fit once one of them alone asks for as many less as are too many.
  fileprivate func fits(withoutExcessOf conflict: Conflict, in number: Int) -> Bool {
    let free = series[number].quota - series[number].aired.count - series[number].pinned(in: self)
    guard free >= conflict.excess else { return false }
    let others = series.enumerated().map { index, one in
      conflict.series.contains(index)
        ? one.quota - (index == number ? conflict.excess : 0) : one.aired.count + one.pinned(in: self)
    }
    return Conflict.fits(withQuotas(others), of: self)
  }
}

extension PlanVariant {
  /// The places of the months in which a line has fewer than the least that the plan states.
  fileprivate func missedMonths(_ built: ScheduleBuilding) -> [Int] {
    let broadcast = BroadcastDays(plan: plan)
    var counts: [String: [Int]] = [:]
    for placement in built.placements where plan.isOriginalFirstRun(placement) {
      guard let month = plan.months.index(of: broadcast.firstDay(of: placement)) else { continue }
      counts[placement.line, default: Array(repeating: 0, count: plan.months.count)][month] += 1
    }
    return plan.months.indices.filter { month in
      planned.series.contains { origin in
        guard origin.followUp == nil, let placing = origin.line.placing else { return false }
        return counts[origin.line.id]?[month] ?? 0 < placing.months[month].lowerBound
      }
    }
  }

  /// The problem with the leasts of months as the plan states them, kept or not.
  var withStatedLeasts: Problem {
    problem.with(
      series: zip(problem.series, planned.series).map { series, origin in
        guard origin.followUp == nil, let placing = origin.line.placing else { return series }
        return series.with(
          perMonth: zip(series.perMonth, placing.months).map { range, stated in
            stated.lowerBound...max(stated.lowerBound, range.upperBound)
          })
      })
  }
}

extension Words {
  static func + (left: Words, right: Words) -> Words { Words(vi: left.vi + right.vi, en: left.en + right.en) }

  static func + (left: Words, right: Words?) -> Words { right.map { left + $0 } ?? left }
}
