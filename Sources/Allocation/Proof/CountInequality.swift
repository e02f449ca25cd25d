/// A rule that the network does not hold, as an inequality that its counts keep: the sum of coefficients times
/// flows is no more than `most`.
struct CountInequality {
  /// The arcs of counts, with how often each is taken.
  private(set) var terms: [(arc: Int, coefficient: Int)] = []
  /// What their sum is at most.
  private(set) var most: Int

  /// A rule of the problem; `nil` if it has none such, or if the rule binds counts outside this network.
  init?(_ rule: NetworkRule, on network: ProofNetwork, in problem: Problem) {
    most = 0
    let counts = Counts(network: network, problem: problem)
    let isKnown =
      switch rule {
      case .monthLeast(let series, let month): keepMonthLeast(series, month, counts)
      case .monthMost(let series, let month): keepMonthMost(series, month, counts)
      case .gap(let series, let day): keepGap(series, day, counts)
      case .follows(let series, let day): keepOrder(series, day, counts)
      case .translation(let translator, let from, let through): keepWeeks(translator, from, through, counts)
      }
    guard isKnown else { return nil }
  }

  /// The place of a count in the network, or its value.
  private struct Counts {
    let network: ProofNetwork
    let problem: Problem

    /// What has aired of a series up to and with a day.
    func aired(_ series: Int, by day: Int) -> Int { problem.series[series].aired.prefix { $0 <= day }.count }

    func lastDay(ofWeek week: Int) -> Int { 7 * week + 6 - problem.weekOffset }

    /// A series of this network that the problem has.
    func series(_ index: Int) -> Problem.Series? {
      network.chains[index] == nil ? nil : problem.series[index]
    }

    /// The days of a month that may still be planned, half-open; `nil` for none.
    func openMonth(_ month: Int) -> Range<Int>? {
      guard problem.months.contains(month) else { return nil }
      let start = max(problem.monthStart[month], problem.firstOpenDay)
      return start < problem.monthStart[month + 1] ? start..<problem.monthStart[month + 1] : nil
    }
  }

  /// Adds a count up to and with a day, with a coefficient; false if it is outside the network.
  private mutating func add(_ coefficient: Int, _ series: Int, by day: Int, _ counts: Counts) -> Bool {
    most -= coefficient * counts.aired(series, by: day)
    guard day >= counts.problem.firstOpenDay, !counts.problem.series[series].choices.isEmpty else {
      return true
    }
    guard let chain = counts.network.chains[series] else { return false }
    if let last = chain.days.lastIndex(where: { $0 <= day }) {
      terms.append((chain.firstArc + last, coefficient))
    }
    return true
  }

  /// X(before the month) - X(its end) ≤ -least; in a month that has begun, only what is new counts.
  private mutating func keepMonthLeast(_ index: Int, _ month: Int, _ counts: Counts) -> Bool {
    guard let series = counts.series(index), let days = counts.openMonth(month) else { return false }
    let least = series.perMonth[month].lowerBound
    guard ProofReach.number.contains(least), least > 0 else { return false }
    most = -least
    return add(1, index, by: days.lowerBound - 1, counts) && add(-1, index, by: days.upperBound - 1, counts)
  }

  /// X(the month's end) - X(before it) ≤ most, likewise.
  private mutating func keepMonthMost(_ index: Int, _ month: Int, _ counts: Counts) -> Bool {
    guard let series = counts.series(index), let days = counts.openMonth(month) else { return false }
    most = series.perMonth[month].upperBound
    guard most >= 0, most < series.quota else { return false }
    return add(1, index, by: days.upperBound - 1, counts) && add(-1, index, by: days.lowerBound - 1, counts)
  }

  /// X(day + gap - 1) - X(day - 1) ≤ 1; what has aired is no breach.
  private mutating func keepGap(_ index: Int, _ day: Int, _ counts: Counts) -> Bool {
    guard let series = counts.series(index), series.gapDays > 1, (0..<counts.problem.days).contains(day)
    else {
      return false
    }
    let last = day + series.gapDays - 1
    most = max(1, counts.aired(index, by: last) - counts.aired(index, by: day - 1))
    return add(1, index, by: last, counts) && add(-1, index, by: day - 1, counts)
  }

  /// X(day) - the source's X(day - least days) ≤ 0; what has aired is no breach.
  private mutating func keepOrder(_ index: Int, _ day: Int, _ counts: Counts) -> Bool {
    let days = counts.problem.firstOpenDay..<counts.problem.days
    guard let follows = counts.series(index)?.follows, days.contains(day) else { return false }
    // With a translator a whole week lies between the two.
    let week = (day + counts.problem.weekOffset) / 7
    let translatable = follows.translator == nil ? day : counts.lastDay(ofWeek: week - 2)
    return add(1, index, by: day, counts)
      && subtractSource(of: index, follows, by: min(day - follows.leastDays, translatable), counts)
  }

  /// The sum over what somebody translates of X(the end of the week after the last) - those whose source had aired
  /// before the week before the first ≤ what the weeks hold. Holds for any of them, so for those in this network.
  private mutating func keepWeeks(_ translator: Int, _ from: Int, _ through: Int, _ counts: Counts) -> Bool {
    guard counts.problem.translators.indices.contains(translator), from <= through else { return false }
    let perWeek = counts.problem.translators[translator].perWeek
    guard perWeek.indices.contains(from), perWeek.indices.contains(through) else { return false }
    most = perWeek[from...through].reduce(0, +)
    for index in counts.network.chains.keys.sorted() {
      guard let follows = counts.problem.series[index].follows, follows.translator == translator else {
        continue
      }
      var longer = self
      if longer.add(1, index, by: counts.lastDay(ofWeek: through + 1), counts),
        longer.subtractSource(of: index, follows, by: counts.lastDay(ofWeek: from - 2), counts)
      {
        self = longer
      }
    }
    return !terms.isEmpty
  }

  /// Takes away how many of its units a version need not wait for on a day: as many as its source has, and those
  /// that have aired. False if the larger of them is not known beforehand.
  private mutating func subtractSource(
    of index: Int, _ follows: Problem.Follows, by day: Int, _ counts: Counts
  ) -> Bool {
    let aired = counts.problem.series[index].aired.count
    if day < counts.problem.firstOpenDay {
      most += max(aired, counts.aired(follows.source, by: day))
      return true
    }
    guard counts.problem.series[follows.source].aired.count >= aired else { return false }
    return add(-1, follows.source, by: day, counts)
  }
}
