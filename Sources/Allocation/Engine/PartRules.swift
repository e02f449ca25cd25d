/// The rules of a part that a flow network cannot hold.
struct PartRules {
  /// Counts of one series between two of its days.
  let spans: [Span]
  /// Slots whose units may have too many minutes together.
  let programmes: [Programme]
  /// What series wait for.
  let waits: [Wait]
  /// Who translates.
  let translators: [Translator]

  /// How many units of a series there may be after one of its days, up to and with another.
  struct Span {
    /// The number of its chain.
    let chain: Int
    /// The position of the day after which it is counted; `nil` from the beginning.
    let after: Int?
    /// The position of the last day.
    let through: Int
    let least: Int
    let most: Int
    /// What the least and the most are called.
    let names: (least: NetworkRule, most: NetworkRule)
  }

  /// A slot with limited minutes, and the units that may go into it.
  struct Programme {
    let minutes: Int
    let choices: [(arc: Int, minutes: Int)]
  }

  /// A series that waits for another.
  struct Wait {
    let chain: Int
    let source: Int
    let follows: Problem.Follows
    /// How many waits come before its own: 1 where the source waits for nothing.
    let depth: Int
  }

  /// A translator with the chains that wait for it.
  struct Translator {
    let index: Int
    let chains: [Int]
    /// Whether the network keeps its weeks already, so that only the first days are left to look at.
    let isPooled: Bool
  }

  /// Whether the network alone says everything.
  var isEmpty: Bool { spans.isEmpty && programmes.isEmpty && waits.isEmpty }

  /// The same rules, no month with a least.
  var withoutLeasts: PartRules {
    PartRules(
      spans: spans.map {
        Span(
          chain: $0.chain, after: $0.after, through: $0.through, least: 0, most: $0.most, names: $0.names)
      }, programmes: programmes, waits: waits, translators: translators)
  }

  private init(spans: [Span], programmes: [Programme], waits: [Wait], translators: [Translator]) {
    (self.spans, self.programmes, self.waits, self.translators) = (spans, programmes, waits, translators)
  }

  init(of network: PartNetwork, isRelaxed: Bool) {
    guard !isRelaxed else {
      (spans, programmes, waits, translators) = ([], [], [], [])
      return
    }
    let problem = network.problem
    var chainOf: [Int: Int] = [:]
    for (number, chain) in network.chains.enumerated() { chainOf[chain.series] = number }
    var spans: [Span] = []
    for (number, chain) in network.chains.enumerated() {
      spans += Self.months(number, chain, problem) + Self.gaps(number, chain, problem)
    }
    self.spans = spans
    programmes = Self.programmes(of: network)

    func depth(_ series: Int) -> Int {
      problem.series[series].follows.map { 1 + depth($0.source) } ?? 0
    }
    waits = network.chains.enumerated().compactMap { number, chain in
      guard let follows = problem.series[chain.series].follows, let source = chainOf[follows.source] else {
        return nil
      }
      return Wait(chain: number, source: source, follows: follows, depth: depth(chain.series))
    }
    let waits = waits
    translators = problem.translators.indices.compactMap { index in
      let chains = waits.filter { $0.follows.translator == index }.map(\.chain)
      return chains.isEmpty
        ? nil : Translator(index: index, chains: chains, isPooled: network.pools.isPooled(index))
    }
  }

  // MARK: - Months and gaps

  private static func months(_ number: Int, _ chain: SeriesChain, _ problem: Problem) -> [Span] {
    let series = problem.series[chain.series]
    return problem.months.compactMap { month in
      let range = series.perMonth[month]
      let after = chain.index(upTo: problem.monthStart[month] - 1)
      guard let through = chain.index(upTo: problem.monthStart[month + 1] - 1), through != after,
        range.lowerBound > 0 || range.upperBound < chain.open
      else { return nil }
      return Span(
        chain: number, after: after, through: through, least: range.lowerBound, most: range.upperBound,
        names: (
          .monthLeast(series: chain.series, month: month), .monthMost(series: chain.series, month: month)
        ))
    }
  }

  private static func gaps(_ number: Int, _ chain: SeriesChain, _ problem: Problem) -> [Span] {
    let gap = problem.series[chain.series].gapDays
    guard gap > 0 else { return [] }
    return chain.days.indices.compactMap { position in
      let day = chain.days[position].day
      guard let through = chain.index(upTo: day + gap - 1) else { return nil }
      let name = NetworkRule.gap(series: chain.series, day: day)
      return Span(
        chain: number, after: position == 0 ? nil : position - 1, through: through, least: 0, most: 1,
        names: (name, name))
    }
  }

  private static func programmes(of network: PartNetwork) -> [Programme] {
    let problem = network.problem
    var choices: [Int: [(arc: Int, minutes: Int)]] = [:]
    for (chain, arcs) in zip(network.chains, network.choiceArcs) {
      let series = problem.series[chain.series]
      guard series.minutes > 0 else { continue }
      for (choice, arc) in zip(series.choices, arcs) where problem.slots[choice.slot].minutes != nil {
        choices[choice.slot, default: []].append((arc, series.minutes))
      }
    }
    return choices.sorted { $0.key < $1.key }.compactMap { slot, choices in
      let slot = problem.slots[slot]
      guard let minutes = slot.minutes, let longest = choices.map(\.minutes).max(),
        longest * slot.pieces > minutes
      else { return nil }
      return Programme(minutes: minutes, choices: choices)
    }
  }
}
