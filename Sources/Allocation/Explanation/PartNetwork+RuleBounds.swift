extension PartNetwork {
  /// Holds counts below what follows from rules that the network does not know: the most of months, gaps, and
  /// what a series waits for. Each is a bound that every schedule keeps; not every schedule within them is one.
  ///
  /// - Parameter whole: The problem before units were taken out of it, or slots at the end: what waits for them
  ///   is not fewer yet.
  /// - Returns: Which rule an arc's most follows from.
  mutating func applyRuleBounds(_ whole: Problem) -> [Int: Conflict.Bottleneck] {
    let rules = PartRules(of: self, isRelaxed: false)
    var reasons: [Int: Conflict.Bottleneck] = [:]
    for (arc, why) in applyKnownBounds(rules) {
      if let what = why.last.flatMap({ bottleneck($0, arc) }) { reasons[arc] = what }
    }
    let wholeChains = chains.map { SeriesChain(of: $0.series, in: whole) }
    var rooms = wholeChains.map { SeriesRoom(of: $0, in: whole) }
    for (number, chain) in chains.enumerated() where problem.series[chain.series].gapDays > 0 {
      let room = SeriesRoom(of: wholeChains[number], in: whole, keepsGap: false)
      for (position, day) in chain.days.enumerated() where rooms[number].upTo[position] < room.upTo[position]
      {
        lower(number, position, to: rooms[number].upTo[position], &reasons) {
          .gap(series: chain.series, through: day.day)
        }
      }
    }
    for wait in rules.waits.sorted(by: { ($0.depth, $0.chain) < ($1.depth, $1.chain) }) {
      let chain = chains[wait.chain]
      let most = wholeChains[wait.chain].days.map {
        self.most(of: wait, on: $0.day, source: rooms[wait.source])
      }
      for (position, day) in chain.days.enumerated() where most[position] < rooms[wait.chain].upTo[position] {
        lower(wait.chain, position, to: most[position], &reasons) {
          .wait(series: chain.series, through: day.day)
        }
      }
      rooms[wait.chain].lower(to: most)
    }
    return reasons
  }

  private func bottleneck(_ rule: NetworkRule, _ arc: Int) -> Conflict.Bottleneck? {
    switch rule {
    case .monthMost(let series, let month):
      .months(series: series, through: problem.monthStart[month + 1] - 1)
    case .follows(let series, let day): .wait(series: series, through: day)
    case .gap(let series, let day): .gap(series: series, through: day)
    case .monthLeast, .translation: nil
    }
  }

  private mutating func lower(
    _ chain: Int, _ position: Int, to most: Int, _ reasons: inout [Int: Conflict.Bottleneck],
    because what: () -> Conflict.Bottleneck
  ) {
    let arc = chainArcs[chain].lowerBound + position
    let hard = hardBounds(of: arc)
    guard most < hard.most, most >= hard.least else { return }
    setCount(chain, position, least: hard.least, most: most)
    reasons[arc] = what()
  }

  /// How many units of a waiting series there may be up to a day, if its source is as early as it can be.
  private func most(of wait: PartRules.Wait, on day: Int, source room: SeriesRoom) -> Int {
    var last = day - wait.follows.leastDays
    if wait.follows.translator != nil {
      // The original airs in a week, the version is made in one after it, and airs in one after that.
      last = min(last, 7 * (problem.week(of: day) - 1) - problem.weekOffset - 1)
    }
    let series = problem.series[chains[wait.source].series]
    let sources = series.aired.count { $0 <= last } + room.count(upTo: last)
    return max(0, wait.follows.units(among: sources) - chains[wait.chain].aired)
  }
}
