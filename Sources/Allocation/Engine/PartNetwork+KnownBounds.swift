extension PartNetwork {
  /// Bounds that follow from rules at once: the most of the months up to a month's end, the days right after
  /// the last that aired, and what waits for a source that has not begun.
  ///
  /// - Returns: Which rules an arc's most follows from, for the certificate.
  mutating func applyKnownBounds(_ rules: PartRules) -> [Int: [NetworkRule]] {
    var reasons: [Int: [NetworkRule]] = [:]
    guard !rules.isEmpty else { return reasons }
    func lower(_ number: Int, _ position: Int, to most: Int, because rules: [NetworkRule]) {
      let arc = chainArcs[number].lowerBound + position
      let hard = hardBounds(of: arc)
      guard most < hard.most, most >= hard.least else { return }
      setCount(number, position, least: hard.least, most: most)
      reasons[arc] = rules
    }
    for (number, chain) in chains.enumerated() {
      var most = 0
      var reasons: [NetworkRule] = []
      for month in problem.months {
        guard let through = chain.index(upTo: problem.monthStart[month + 1] - 1) else { continue }
        most = min(chain.open, most + problem.series[chain.series].perMonth[month].upperBound)
        reasons.append(.monthMost(series: chain.series, month: month))
        if most < chain.open { lower(number, through, to: most, because: reasons) }
      }
    }
    for (number, chain) in chains.enumerated() {
      let series = problem.series[chain.series]
      guard let last = series.aired.last, series.gapDays > 0,
        let through = chain.index(upTo: last + series.gapDays - 1)
      else { continue }
      lower(number, through, to: 0, because: [.gap(series: chain.series, day: last)])
    }
    for wait in rules.waits {
      let chain = chains[wait.chain]
      for (position, day) in chain.days.enumerated() {
        let begun = problem.lastDay(wait.follows, beforeAiringOn: day.day)
        guard begun < problem.firstOpenDay || chains[wait.source].index(upTo: begun) == nil else { break }
        let most = max(0, wait.follows.units(among: count(wait.source, upTo: begun)) - chain.aired)
        lower(
          wait.chain, position, to: most, because: [.follows(series: chain.series, day: day.day)])
      }
    }
    return reasons
  }
}
