extension PartRules {
  /// Two ways to go on where a rule is broken: each excludes what is there, and every schedule that keeps the
  /// rule goes one of them.
  struct Split {
    let ways: [Way]

    /// Bounds of a chain's count, or of one arc.
    enum Way {
      case count(chain: Int, position: Int, least: Int?, most: Int?)
      case arc(Int, most: Int)
    }
  }

  /// What to try where a rule is broken the most; `nil` where none is.
  ///
  /// - Parameter chains: Which chains are looked at.
  func split(_ network: PartNetwork, chains: (Int) -> Bool) -> Split? {
    var worst: (excess: Int, split: Split)?
    for span in spans where chains(span.chain) {
      guard let found = broken(span, network), found.excess > worst?.excess ?? 0 else { continue }
      worst = found
    }
    for wait in waits where chains(wait.chain) {
      guard let found = broken(wait, network), found.excess > worst?.excess ?? 0 else { continue }
      worst = found
    }
    return worst?.split ?? brokenProgramme(network)
  }

  /// Whether every rule is kept.
  func areKept(in network: PartNetwork) -> Bool {
    split(network) { _ in true } == nil && waitsAreKept(in: network)
  }

  /// The leasts of months that the counts do not reach.
  func missedLeasts(in network: PartNetwork) -> [NetworkRule] {
    spans.compactMap { span in
      let before = network.count(span.chain, span.after) - network.chains[span.chain].aired
      return network.placed(span.chain, span.through) - before < span.least ? span.names.least : nil
    }
  }

  private func broken(_ span: Span, _ network: PartNetwork) -> (excess: Int, split: Split)? {
    let aired = network.chains[span.chain].aired
    let before = network.count(span.chain, span.after) - aired
    let through = network.placed(span.chain, span.through)
    let count = through - before
    if count < span.least {
      // Either the count before is lower than the middle of what is missing, or the one after it is higher.
      let middle = through - span.least + (span.least - count - 1) / 2
      return (
        span.least - count,
        Split(ways: ways(span, before: (nil, middle), through: (middle + 1 + span.least, nil)))
      )
    }
    if count > span.most {
      let middle = before + span.most + (count - span.most - 1) / 2
      return (
        count - span.most,
        Split(ways: ways(span, before: (middle + 1 - span.most, nil), through: (nil, middle)))
      )
    }
    return nil
  }

  private func ways(_ span: Span, before: (Int?, Int?), through: (Int?, Int?)) -> [Split.Way] {
    guard let after = span.after else {
      return [.count(chain: span.chain, position: span.through, least: span.least, most: span.most)]
    }
    return [
      .count(chain: span.chain, position: span.through, least: through.0, most: through.1),
      .count(chain: span.chain, position: after, least: before.0, most: before.1),
    ]
  }

  /// Either fewer of a series air up to a day, or more of its source so long before.
  private func broken(_ wait: Wait, _ network: PartNetwork) -> (excess: Int, split: Split)? {
    let chain = network.chains[wait.chain]
    let source = network.chains[wait.source]
    var worst: (excess: Int, split: Split)?
    for (position, range) in window(of: wait, in: network).enumerated() {
      let placed = network.placed(wait.chain, position)
      let excess = placed - range.most
      guard excess > worst?.excess ?? 0 else { continue }
      let middle = range.most + (excess - 1) / 2
      var ways = [Split.Way.count(chain: wait.chain, position: position, least: nil, most: middle)]
      let before = chain.days[position].day - wait.follows.leastDays
      let unit = wait.follows.unit(after: middle + chain.aired)
      if let unit, let index = source.index(upTo: before), unit - source.aired <= source.open {
        ways.append(.count(chain: wait.source, position: index, least: unit - source.aired, most: nil))
      }
      worst = (excess, Split(ways: ways))
    }
    return worst
  }

  /// A programme that is too long loses one of its units.
  private func brokenProgramme(_ network: PartNetwork) -> Split? {
    for programme in programmes {
      let there = programme.choices.filter { network.flow.arcs[$0.arc].flow > 0 }
      let minutes = there.reduce(0) { $0 + $1.minutes * Int(network.flow.arcs[$1.arc].flow) }
      guard minutes > programme.minutes else { continue }
      return Split(
        ways: there.map { .arc($0.arc, most: Int(network.flow.arcs[$0.arc].flow) - 1) })
    }
    return nil
  }
}

extension PartNetwork {
  /// Goes one way of a split.
  /// - Returns: Whether there is room for it.
  mutating func take(_ way: PartRules.Split.Way) -> Bool {
    switch way {
    case .count(let chain, let position, let least, let most):
      let bounds = hardBounds(of: chainArcs[chain].lowerBound + position)
      let new = (least: max(bounds.least, least ?? bounds.least), most: min(bounds.most, most ?? bounds.most))
      guard new.least <= new.most else { return false }
      setCount(chain, position, least: new.least, most: new.most)
      return true
    case .arc(let arc, let most):
      let bounds = hardBounds(of: arc)
      guard bounds.least <= most else { return false }
      setBounds(arc, least: bounds.least, most: most)
      return true
    }
  }
}
