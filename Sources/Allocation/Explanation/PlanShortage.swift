import ScheduleModel

/// Why not all works of a plan can be placed: each conflict with its words, what takes the places away, and the
/// smallest changes that would make everything fit.
struct PlanShortage {
  private let variant: PlanVariant
  private let reopen: ((Plan) -> [Slot])?
  private let groups: [Conflict.Group]
  /// The leasts of months that cannot be reached together.
  private let leasts: [Conflict.Group]

  /// - Parameters:
  ///   - asked: For each series of the plan's problem how many are asked for.
  ///   - reopen: The slots that a changed plan opens; `nil` leaves out causes and changes.
  init(plan: Plan, slots: [Slot], asked: [Int], reopening reopen: ((Plan) -> [Slot])?) {
    variant = PlanVariant(plan, slots: slots, asked: asked)
    self.reopen = reopen
    groups = Conflict.groups(in: variant.problem)
    let problem = variant.withStatedLeasts
    leasts = (0..<12).flatMap { month in
      problem.series.contains { $0.perMonth[month].lowerBound > 0 }
        ? Conflict.groups(in: problem.least(of: month), month: month) : []
    }
  }

  /// The series that the findings speak of, where their quotas are too many.
  var series: Set<Int> { Set(groups.flatMap(\.whole.series)) }

  /// Whether the findings tell why a line, by its id, misses the least of a month, 1 to 12.
  func tellsLeast(of line: String, in month: Int) -> Bool {
    leasts.contains { group in
      group.whole.month == month - 1
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
    var message = words.message + words.core(of: group) + words.month(whole.firstMonth(in: variant.problem))
    var remedies: [Words] = []
    if let reopen {
      let search = ChangeSearch(whole, in: variant, reopen: reopen)
      message = message + words.causes(search.causes)
      remedies = search.remedies
    }
    remedies += quotas(whole)
    let origins = whole.series.map { variant.planned.series[$0] }
    guard let first = origins.first(where: { $0.followUp == nil }) else {
      return followUpFinding(origins[0], message, remedies)
    }
    return Finding(
      .quotaNotMet, .error, at: first.line.place, message, remedy: words.remedy(remedies))
  }

  private func followUpFinding(
    _ origin: PlanProblem.Origin, _ message: Words, _ remedies: [Words]
  ) -> Finding {
    let plain = origin.followUp.flatMap { Finding.notPlaced($0, 1).first }
    return Finding(
      plain?.code ?? .quotaNotMet, plain?.severity ?? .error, at: plain?.place ?? origin.line.place, message,
      remedy: remedies.isEmpty ? plain?.remedy : ShortageWords.anyOf(remedies))
  }

  /// The quotas of which one would have to be lowered; only where that alone is enough.
  private func quotas(_ conflict: Conflict) -> [Words] {
    let total = Conflict.shortage(of: variant.problem)
    return conflict.series.compactMap { number -> Words? in
      let origin = variant.planned.series[number]
      let series = variant.problem.series[number]
      guard origin.followUp == nil, let quota = origin.line.quota?.value,
        series.quota - series.pinned(in: variant.problem) >= conflict.excess
      else { return nil }
      var quotas = variant.problem.series.map(\.quota)
      quotas[number] -= conflict.excess
      guard Conflict.shortage(of: variant.problem.withQuotas(quotas)) <= total - conflict.excess else {
        return nil
      }
      return Words("“\(origin.line.title)”: quota: \(quota - conflict.excess)")
    }
  }

  private func leastFinding(_ group: Conflict.Group) -> Finding {
    let words = ShortageWords(group.whole, in: variant)
    let lines = group.whole.series.map { variant.planned.series[$0].line }
    return Finding(.quotaNotMet, .error, at: lines[0].place, words.leastMessage, remedy: words.leastRemedy)
  }
}

extension PlanVariant {
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
