/// The search for schedules that keep the rules which the network cannot hold.
///
/// The best schedule without these rules comes first; no other can be better. Where it breaks a rule, the
/// search goes one of the ways that lead out of it (branch and bound: Land and Doig 1960), the nearer first,
/// each mended from what was there. It does so twice, and the better result is kept: stage by stage, series
/// that wait after their sources; and all together, from where the prices of the rules lead.
struct RuleSearch {
  let rules: PartRules
  let slack: Int
  /// How many nodes each of its turns may pass (``SearchOptions/mostWork``).
  let mostWork: Int
  let goesOn: () -> Bool
  /// The largest deviation without the rules.
  let width: Int

  /// A schedule that keeps the rules.
  struct Found {
    /// Its place.
    var network: PartNetwork
    /// What it costs without prices of rules, in thousandths.
    let cost: Int128
    /// The prices that led to it.
    let prices: RulePrices
  }

  /// What a schedule is compared by.
  struct Grade: Comparable {
    let shortage: Int
    let deviation: Int
    let cost: Int128

    static func < (left: Grade, right: Grade) -> Bool {
      (left.shortage, left.deviation, left.cost) < (right.shortage, right.deviation, right.cost)
    }
  }

  init(
    _ rules: PartRules, root: PartNetwork, slack: Int, mostWork: Int, while goesOn: @escaping () -> Bool
  ) {
    self.rules = rules
    self.slack = slack
    self.mostWork = mostWork
    self.goesOn = goesOn
    width = root.deviation
  }

  /// What a balanced network is worth; deviations within the slack are all alike.
  func grade(_ network: PartNetwork) -> Grade {
    Grade(
      shortage: network.shortage, deviation: max(network.deviation, width + slack), cost: network.cost)
  }

  // MARK: - The whole

  /// The best that is found from a network without the rules; `nil` when there is none.
  ///
  /// Stage by stage first; then the rules get prices, and the search starts where these lead.
  func best(from start: PartNetwork) -> Found? {
    let staged = stages(start)
    var prices = RulePrices(rules, start)
    var guided = start
    let target = staged.map { max($0.cost, start.cost) } ?? start.cost + abs(start.cost) / 50 + 1
    prices.raise(&guided, to: target, rounds: 100, while: goesOn)
    var candidates = [staged]
    candidates.append(keepSpans(guided) { _ in true }.flatMap { kept(in: $0) })
    if candidates.allSatisfy({ $0 == nil }) {
      candidates.append(keepSpans(start) { _ in true }.flatMap { kept(in: $0) })
    }
    if candidates.allSatisfy({ $0 == nil }) { candidates.append(sourcesFirst(start)) }
    let found = candidates.compactMap { network -> (Grade, PartNetwork)? in
      guard let network, rules.areKept(in: network) else { return nil }
      let cost = network.cost(at: start.flow)
      let grade = grade(network)
      return (Grade(shortage: grade.shortage, deviation: grade.deviation, cost: cost), network)
    }
    return found.min { $0.0 < $1.0 }.map { Found(network: $0.1, cost: $0.0.cost, prices: prices) }
  }

  /// The same with what translators can make in time, where that is less.
  private func kept(in network: PartNetwork) -> PartNetwork? {
    if rules.areKept(in: network) { return network }
    var network = network
    let depths = depths(network)
    for number in depths.indices where depths[number] == 0 { network.freeze(number) }
    for depth in 1...max(1, depths.max() ?? 1) {
      guard let next = keepTranslators(network, depths, depth) else { return nil }
      network = next
    }
    return network
  }

  // MARK: - One network

  /// Finds the best that the network allows within its bounds; `false` when there is nothing.
  ///
  /// First as narrow and as short as it is; only when that is impossible with more.
  func optimise(_ network: inout PartNetwork) -> Bool {
    let before = network
    if network.band != nil, case .reached = network.flow.balance(while: goesOn) { return true }
    let work = network.flow.work
    network = before
    network.flow.takeOver(work: work)
    network.freeShortage()
    guard network.setBand(nil), case .reached = network.flow.balance(while: goesOn) else { return false }
    network.fixShortage()
    let band = EvennessBand(narrowing: &network, while: goesOn)
    if slack > 0 || network.band != band.width {
      _ = network.setBand(max(band.width, width) + slack)
      _ = network.flow.balance(while: goesOn)
    }
    return true
  }

  /// Keeps the spans and programmes of some chains, going the better way at each split, and back where a way
  /// turns out worse than one that was left.
  func keepSpans(_ network: PartNetwork, tries: Int = 400, chains: (Int) -> Bool) -> PartNetwork? {
    var open = [network]
    var best: PartNetwork?
    var left = tries
    var work = 0
    while let node = open.popLast(), left > (best == nil ? -Self.mostTries : 0), work < mostWork {
      left -= 1
      guard goesOn() else { break }
      if let best, grade(best) <= grade(node) { continue }
      guard let split = rules.split(node, chains: chains) else {
        best = node
        continue
      }
      var ways = split.ways.compactMap { way -> (grade: Grade, network: PartNetwork)? in
        var next = node
        guard next.take(way) else { return nil }
        let isPossible = optimise(&next)
        work += next.flow.work - node.flow.work
        return isPossible ? (grade(next), next) : nil
      }
      ways.sort { $0.grade > $1.grade }
      open += ways.map(\.network)
      if open.count > Self.mostOpen { open.removeFirst(open.count - Self.mostOpen) }
    }
    return best
  }

  /// Further tries until there is a first schedule at all.
  private static let mostTries = 4_000
  /// So often a translator's work is put off before the search gives up; pins may forbid it.
  private static let mostRounds = 60
  /// How many networks are kept to come back to.
  private static let mostOpen = 24

  // MARK: - Stages

  /// Places the sources of a network, then what waits for them, and so on; `nil` when that leads nowhere.
  func stages(_ network: PartNetwork) -> PartNetwork? {
    var network = network
    let depths = depths(network)
    for depth in 0...(depths.max() ?? 0) {
      guard let kept = keepSpans(network, chains: { depths[$0] <= depth }) else { return nil }
      network = kept
      if depth > 0 { network = keepTranslators(network, depths, depth) ?? network }
      guard depth < depths.max() ?? 0 else { break }
      for (number, own) in depths.enumerated() where own == depth { network.freeze(number) }
      for wait in rules.waits where depths[wait.chain] == depth + 1 {
        network.bind(wait.chain, to: rules.most(of: wait, in: network))
      }
      guard optimise(&network) else { return nil }
    }
    return network
  }

  /// The same from the best schedule of the sources alone: what waits for them gets the slots that are left. For where
  /// nothing else was found; what waits can then only go where a source is near, so that few rules are left to break.
  private func sourcesFirst(_ start: PartNetwork) -> PartNetwork? {
    var network = start
    let depths = depths(network)
    for wait in rules.waits { network.bind(wait.chain, to: network.chains[wait.chain].days.map { _ in 0 }) }
    guard optimise(&network) else { return nil }
    for depth in 0...(depths.max() ?? 0) {
      if depth > 0 {
        for (number, own) in depths.enumerated() where own == depth - 1 { network.freeze(number) }
        for wait in rules.waits where wait.depth == depth {
          network.reopen(wait, as: start, most: rules.most(of: wait, in: network))
        }
        guard optimise(&network) else { return nil }
      }
      guard let kept = keepSpans(network, chains: { depths[$0] <= depth }) else { return nil }
      network = depth > 0 ? keepTranslators(kept, depths, depth) ?? kept : kept
    }
    return network
  }

  private func depths(_ network: PartNetwork) -> [Int] {
    var depths = network.chains.map { _ in 0 }
    for wait in rules.waits { depths[wait.chain] = wait.depth }
    return depths
  }

  private func keepTranslators(_ network: PartNetwork, _ depths: [Int], _ depth: Int) -> PartNetwork? {
    var network = network
    for translator in rules.translators where translator.chains.contains(where: { depths[$0] == depth }) {
      // What cannot be made in time airs later, which may make others wait; never again as early as before.
      var left = Self.mostRounds
      while left > 0, let made = rules.translated(by: translator, in: network) {
        for (chain, most) in made { network.bind(chain, to: most) }
        guard optimise(&network), goesOn() else { return nil }
        left -= 1
      }
    }
    return keepSpans(network, chains: { depths[$0] <= depth })
  }
}

extension PartNetwork {
  /// Keeps a chain as it is.
  mutating func freeze(_ number: Int) {
    for position in chains[number].days.indices {
      let placed = placed(number, position)
      setCount(number, position, least: placed, most: placed)
    }
  }

  /// Limits a chain's count up to each of its days, as far as what it must have allows.
  mutating func bind(_ number: Int, to most: [Int]) {
    for (position, most) in most.enumerated() {
      let hard = hardBounds(of: chainArcs[number].lowerBound + position)
      setCount(number, position, least: hard.least, most: max(hard.least, min(hard.most, most)))
    }
  }

  /// Gives a chain that was bound to nothing the bounds that it has in another network, as far as its sources let it: up to
  /// each of its days, and in each of its slots where a source airs near enough before it.
  fileprivate mutating func reopen(_ wait: PartRules.Wait, as other: PartNetwork, most: [Int]) {
    for (position, most) in most.enumerated() {
      let hard = other.hardBounds(of: chainArcs[wait.chain].lowerBound + position)
      setCount(wait.chain, position, least: hard.least, most: max(hard.least, min(hard.most, most)))
    }
    guard let mostDays = wait.follows.mostDays else { return }
    for day in chains[wait.chain].days {
      let last = problem.lastDay(wait.follows, beforeAiringOn: day.day)
      let near =
        wait.follows.units(among: count(wait.source, upTo: last))
        - wait.follows.units(among: count(wait.source, upTo: day.day - 1 - mostDays))
      for choice in day.choices {
        let arc = choiceArcs[wait.chain].lowerBound + choice
        let hard = other.hardBounds(of: arc)
        setBounds(arc, least: hard.least, most: max(hard.least, min(hard.most, near)))
      }
    }
  }

  /// What the chains and choices cost at their present costs, in thousandths.
  var cost: Int128 { cost(at: flow) }

  /// What the chains and choices cost at the costs of another, in thousandths.
  func cost(at other: ConvexNetwork) -> Int128 {
    var sum: Int128 = 0
    for (index, arc) in flow.arcs.enumerated() where index != shortageArc && arc.flow != 0 {
      let units = Int128(arc.flow)
      sum += units * Int128(other.arcs[index].first)
      sum += Int128(other.arcs[index].rise) * (units * (units - 1) / 2)
    }
    return sum
  }
}
