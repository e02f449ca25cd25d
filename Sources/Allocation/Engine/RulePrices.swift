/// Prices for rules that the network cannot hold: units pay for breaking one, and are paid for mending it.
///
/// With them the network alone gives a higher bound (Lagrangian relaxation; the prices rise where a rule is
/// broken and fall where it has room: Held, Wolfe, Crowder 1974), and a flow that breaks fewer rules.
struct RulePrices {
  /// A rule in new units: the most by which one count may exceed another.
  private struct Row {
    let rule: NetworkRule
    let plus: Count?
    let minus: Count?
    let most: Int
    var price = 0
  }

  /// The new units of a chain up to one of its days.
  private struct Count {
    let chain: Int
    let position: Int

    init?(_ chain: Int, _ position: Int?) {
      guard let position else { return nil }
      (self.chain, self.position) = (chain, position)
    }
  }

  private var rows: [Row] = []

  init(_ rules: PartRules, _ network: PartNetwork) {
    for span in rules.spans {
      let (through, after) = (Count(span.chain, span.through), Count(span.chain, span.after))
      if span.most < network.chains[span.chain].open {
        rows.append(Row(rule: span.names.most, plus: through, minus: after, most: span.most))
      }
      if span.least > 0 {
        rows.append(Row(rule: span.names.least, plus: after, minus: through, most: -span.least))
      }
    }
    for wait in rules.waits {
      let (chain, source) = (network.chains[wait.chain], network.chains[wait.source])
      for (position, day) in chain.days.enumerated() {
        let before = network.problem.lastDay(wait.follows, beforeAiringOn: day.day)
        guard before >= network.problem.firstOpenDay, let index = source.index(upTo: before) else { continue }
        rows.append(
          Row(
            rule: .follows(series: chain.series, day: day.day), plus: Count(wait.chain, position),
            minus: Count(wait.source, index), most: source.aired - chain.aired))
      }
    }
  }

  /// Raises the bound of a network step by step, and leaves both at the best prices.
  ///
  /// - Parameters:
  ///   - network: Balanced, at its plain costs or at these prices; its bounds stay as they are.
  ///   - target: What the best known schedule costs, in thousandths.
  /// - Returns: The bound, in thousandths.
  @discardableResult
  mutating func raise(
    _ network: inout PartNetwork, to target: Int128, rounds: Int, while goesOn: () -> Bool
  ) -> Int128 {
    var best = (bound: value(in: network), rows: rows, network: network)
    var pace = 1.0
    var idle = 0
    for _ in 0..<rounds where goesOn() {
      let breaches = rows.map { breach(of: $0, in: network) }
      var length = 0
      for (row, breach) in zip(rows, breaches) where breach > 0 || row.price > 0 { length += breach * breach }
      guard length > 0, target > best.bound else { break }
      let step = pace * Double(target - best.bound) / Double(length)
      for index in rows.indices where breaches[index] > 0 || rows[index].price > 0 {
        let price = Double(rows[index].price) + step * Double(breaches[index])
        change(index, to: max(0, Int(min(price, Self.most).rounded())), in: &network)
      }
      guard case .reached = network.flow.balance(while: goesOn) else { break }
      let reached = value(in: network)
      if reached > best.bound {
        best = (reached, rows, network)
        idle = 0
      } else {
        idle += 1
        if idle == Self.patience {
          (pace, idle) = (pace / 2, 0)
          (rows, network) = (best.rows, best.network)
        }
      }
    }
    (rows, network) = (best.rows, best.network)
    return best.bound
  }

  /// No price passes this, so that no sum of them overflows.
  private static let most = 1e11
  /// The number of steps without a better bound after which they become half as long.
  private static let patience = 4

  /// Puts the prices on a network; the caller balances it.
  func putOn(_ network: inout PartNetwork) {
    var put = self
    for index in rows.indices { put.rows[index].price = 0 }
    for index in rows.indices { put.change(index, to: rows[index].price, in: &network) }
  }

  /// The prices by rule.
  var byRule: [NetworkRule: Int] {
    var prices: [NetworkRule: Int] = [:]
    for row in rows where row.price > 0 { prices[row.rule] = row.price }
    return prices
  }

  private func breach(of row: Row, in network: PartNetwork) -> Int {
    let plus = row.plus.map { network.placed($0.chain, $0.position) } ?? 0
    let minus = row.minus.map { network.placed($0.chain, $0.position) } ?? 0
    return plus - minus - row.most
  }

  private mutating func change(_ index: Int, to price: Int, in network: inout PartNetwork) {
    let more = price - rows[index].price
    guard more != 0 else { return }
    if let plus = rows[index].plus { network.raiseCost(plus.chain, plus.position, by: more) }
    if let minus = rows[index].minus { network.raiseCost(minus.chain, minus.position, by: -more) }
    rows[index].price = price
  }

  /// What the flow costs with the prices: the bound, when it is the cheapest.
  private func value(in network: PartNetwork) -> Int128 {
    rows.reduce(network.cost) { $0 - Int128($1.price) * Int128($1.most) }
  }
}

extension PartNetwork {
  /// Makes every new unit of a chain up to a day dearer.
  fileprivate mutating func raiseCost(_ chain: Int, _ position: Int, by price: Int) {
    let arc = chainArcs[chain].lowerBound + position
    flow.setCost(arc, first: flow.arcs[arc].first + price, rise: flow.arcs[arc].rise)
    flow.settle(arc)
  }
}
