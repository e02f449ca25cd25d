/// The search for the best schedule of one part: objective after objective, each among the best of those
/// before; first without the rules that no network can hold, which gives the bounds, then with them.
struct PartSearch {
  private let options: SearchOptions
  private let goesOn: () -> Bool
  private let rules: PartRules
  /// Which rules the most of an arc follows from.
  private let reasons: [Int: [NetworkRule]]
  /// The objectives after shortage and deviation.
  private let order: [Objective]
  /// The network with the least shortage and the narrowest band, as far as it knows the rules.
  private var root: PartNetwork

  /// What was found.
  struct Result {
    let units: [Solution.Unit]
    let missed: [NetworkRule]
    let certificate: Certificate.Part
  }

  static func run(
    _ problem: Problem, part: Int, of parts: ProblemParts, options: SearchOptions,
    while goesOn: @escaping () -> Bool
  ) -> Result {
    let network = PartNetwork(problem, part: part, of: parts, isRelaxed: options.isRelaxed)
    var search = PartSearch(network, options: options, while: goesOn)
    return search.run(parts.series[part])
  }

  private init(_ network: PartNetwork, options: SearchOptions, while goesOn: @escaping () -> Bool) {
    self.options = options
    self.goesOn = goesOn
    order = options.order == .first ? [.squares, .preference, .moves] : [.moves, .squares, .preference]
    root = network
    rules = PartRules(of: network, isRelaxed: options.isRelaxed)
    reasons = root.applyKnownBounds(rules)
  }

  private mutating func run(_ series: [Int]) -> Result {
    for arc in root.flow.arcs.indices { root.flow.settle(arc) }
    guard case .reached = root.flow.balance(while: goesOn) else {
      return result(LegalUnits(root, rules), series, width: 0, refuted: -1, proofs: [:])
    }
    root.fixShortage()
    var proofs: [Objective: NetworkProof] = [.shortage: root.shortageProof(reasons)]
    let band = EvennessBand(narrowing: &root, while: goesOn)
    proofs[.deviation] = proof(of: band)

    var width = band.width + options.slack
    _ = root.setBand(width)
    guard case .reached = root.flow.balance(while: goesOn) else {
      return result(LegalUnits(root, rules), series, width: width, refuted: band.width - 1, proofs: proofs)
    }
    let relaxed = weighed(root, proofs: &proofs, isWeighed: order[0] == .squares)
    if rules.isEmpty || rules.areKept(in: relaxed) {
      return result(relaxed, series, width: width, refuted: band.width - 1, proofs: proofs)
    }
    if let kept = keptRules() {
      width = max(kept.network.deviation, width)
      prove(kept, width: width, proofs: &proofs)
      return result(kept.network, series, width: width, refuted: band.width - 1, proofs: proofs)
    }
    return result(LegalUnits(root, rules), series, width: width, refuted: band.width - 1, proofs: proofs)
  }

  // MARK: - Results

  private func result(
    _ network: PartNetwork, _ series: [Int], width: Int, refuted: Int, proofs: [Objective: NetworkProof]
  ) -> Result {
    Result(
      units: network.units, missed: rules.missedLeasts(in: network),
      certificate: certificate(series, width, refuted, proofs, value: network.value))
  }

  private func result(
    _ legal: LegalUnits, _ series: [Int], width: Int, refuted: Int, proofs: [Objective: NetworkProof]
  ) -> Result {
    Result(
      units: legal.units, missed: legal.missedLeasts,
      certificate: certificate(
        series, max(width, Int(legal.value(of: .deviation))), refuted, proofs, value: legal.value))
  }

  private func certificate(
    _ series: [Int], _ width: Int, _ refuted: Int, _ proofs: [Objective: NetworkProof],
    value: (Objective) -> Int128
  ) -> Certificate.Part {
    let levels = ([.shortage, .deviation] + order).map { objective in
      Certificate.Level(
        objective: objective, value: value(objective), refuted: refuted,
        prices: proofs[objective]?.prices ?? [:], rulePrices: proofs[objective]?.rulePrices ?? [:])
    }
    return Certificate.Part(series: series, width: width, levels: levels)
  }

  private func proof(of band: EvennessBand) -> NetworkProof {
    switch band.obstacle {
    case .cut(let cut): NetworkProof(cut: cut, in: root, width: band.width - 1, reasons)
    case .wholePieces: NetworkProof(countBelow: band.width - 1, in: root, reasons)
    case .unknown: .none
    }
  }

  /// Weighs the objectives after deviation, one among the best of the others.
  ///
  /// - Parameter isWeighed: Whether the network holds the best of the first already.
  private func weighed(
    _ network: PartNetwork, proofs: inout [Objective: NetworkProof], isWeighed: Bool
  ) -> PartNetwork {
    var network = network
    for objective in order where !network.isIndifferent(to: objective) {
      if objective != order[0] || !isWeighed {
        var next = network
        guard next.weigh(objective, while: goesOn) else { return network }
        network = next
      }
      proofs[objective] = NetworkProof(network, reasons)
      network.flow.restrictToOptimal()
    }
    return network
  }

  /// The best that is found with all rules, or all but the leasts of months; `nil` when nothing is.
  private func keptRules() -> RuleSearch.Found? {
    var start = root
    if order[0] == .moves {
      start.weighMovesAndSquares()
      _ = start.flow.balance(while: goesOn)
    }
    for rules in [rules, rules.withoutLeasts] {
      let search = RuleSearch(
        rules, root: start, slack: options.slack, mostWork: options.mostWork, while: goesOn)
      guard var found = search.best(from: start) else { continue }
      found.network = frozen(found.network)
      if order[0] == .squares {
        var liked = found.network
        if liked.weigh(.preference, while: goesOn) { found.network = liked }
      }
      return found
    }
    return nil
  }

  /// A network with the plain costs whose counts, and the slots of programmes, can only be those of another.
  private func frozen(_ other: PartNetwork) -> PartNetwork {
    var network = root
    network.setBounds(network.shortageArc, least: 0, most: other.shortage)
    _ = network.setBand(nil)
    for (number, chain) in network.chains.enumerated() {
      for position in chain.days.indices {
        let placed = other.placed(number, position)
        network.setCount(number, position, least: placed, most: placed)
      }
    }
    let fixed =
      order[0] == .moves
      ? network.choiceArcs.flatMap(\.self) : rules.programmes.flatMap { $0.choices.map(\.arc) }
    for arc in fixed {
      let units = Int(other.flow.arcs[arc].flow)
      network.setBounds(arc, least: units, most: units)
    }
    _ = network.flow.balance()
    return network
  }

  /// Proves how good a schedule is that keeps all rules: what is the best without some of them narrows the
  /// objectives after it only where it is as good.
  private func prove(_ found: RuleSearch.Found, width: Int, proofs: inout [Objective: NetworkProof]) {
    var network = root
    network.setBounds(network.shortageArc, least: 0, most: found.network.shortage)
    _ = network.setBand(width)
    for objective in order where !network.isIndifferent(to: objective) {
      guard network.weigh(objective, while: goesOn) else { return }
      var value = network.value(of: objective)
      var prices: [NetworkRule: Int] = [:]
      if objective == .squares, order[0] == .squares {
        var rulePrices = found.prices
        rulePrices.putOn(&network)
        _ = network.flow.balance(while: goesOn)
        let bound = rulePrices.raise(&network, to: found.cost, rounds: 60, while: goesOn)
        value = found.network.squares - Int128(Problem.scale) * (found.cost - bound)
        prices = rulePrices.byRule
      }
      proofs[objective] = NetworkProof(network, reasons, rulePrices: prices)
      if value == found.network.value(of: objective) { network.flow.restrictToOptimal() }
    }
  }
}
