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

  /// A stretch of days with more units of a series than its source has units for them: those that aired early
  /// enough before the last day, and not too early before the first.
  ///
  /// Where no stretch has too many, each unit finds one of its own (Hall's condition; the days are intervals).
  func broken(_ wait: Wait, _ network: PartNetwork) -> (excess: Int, split: Split)? {
    let chain = network.chains[wait.chain]
    let follows = wait.follows
    var worst: (excess: Int, stretch: Stretch)?
    // Units before the stretch, less the source's that are too old for it: the lowest so far, and where.
    var start: (before: Int, old: Int, position: Int)?
    for (position, day) in chain.days.enumerated() {
      let count = network.count(wait.chain, position)
      // What has aired is past mending.
      let enough = follows.units(
        among: network.count(wait.source, upTo: network.problem.lastDay(follows, beforeAiringOn: day.day)))
      let whole = Stretch(first: nil, last: position, enough: max(chain.aired, enough))
      if count - whole.enough > worst?.excess ?? 0 { worst = (count - whole.enough, whole) }

      guard let mostDays = follows.mostDays else { continue }
      let old = follows.units(among: network.count(wait.source, upTo: day.day - 1 - mostDays))
      let before = network.count(wait.chain, position == 0 ? nil : position - 1)
      if start.map({ before - old < $0.before - $0.old }) ?? true { start = (before, old, position) }
      guard let start else { continue }
      let excess = count - start.before - max(0, enough - start.old)
      if excess > worst?.excess ?? 0 {
        worst = (excess, Stretch(first: start.position, last: position, enough: enough))
      }
    }
    return worst.map { ($0.excess, split(wait, $0.stretch, by: $0.excess, network)) }
  }

  /// Days of a series with more units than its source has for them.
  private struct Stretch {
    /// The first; `nil` where all units so far are meant, whenever their sources aired.
    let first: Int?
    let last: Int
    /// Units of the source that aired early enough.
    let enough: Int
  }

  /// Fewer up to the stretch's end, more before it, or other days of the source.
  private func split(_ wait: Wait, _ stretch: Stretch, by excess: Int, _ network: PartNetwork) -> Split {
    let (chain, source) = (network.chains[wait.chain], network.chains[wait.source])
    let follows = wait.follows
    // With only two ways out, each goes half of it.
    let less = stretch.first == nil ? (excess + 1) / 2 : 1
    let more = stretch.first == nil ? excess + 1 - less : 1
    var ways = [
      Split.Way.count(
        chain: wait.chain, position: stretch.last, least: nil,
        most: network.placed(wait.chain, stretch.last) - less)
    ]
    let before = network.problem.lastDay(follows, beforeAiringOn: chain.days[stretch.last].day)
    if let unit = follows.unit(after: stretch.enough + more - 1), let index = source.index(upTo: before),
      unit - source.aired <= source.open
    {
      ways.append(.count(chain: wait.source, position: index, least: unit - source.aired, most: nil))
    }
    guard let first = stretch.first, let mostDays = follows.mostDays else { return Split(ways: ways) }
    if first > 0 {
      let earlier = network.placed(wait.chain, first - 1)
      ways.append(.count(chain: wait.chain, position: first - 1, least: earlier + 1, most: nil))
    }
    if let index = source.index(upTo: chain.days[first].day - 1 - mostDays) {
      let old = network.placed(wait.source, index)
      ways.append(.count(chain: wait.source, position: index, least: nil, most: old - 1))
    }
    return Split(ways: ways)
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
