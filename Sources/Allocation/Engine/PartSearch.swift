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
    let certificate: Certificate.Part
  }

  static func run(
    _ problem: Problem, part: Int, of parts: ProblemParts, options: SearchOptions,
    while goesOn: @escaping () -> Bool
  ) -> Result {
    let network = PartNetwork(problem, part: part, of: parts, isRelaxed: options.isRelaxed)
    var search = PartSearch(network, options: options, while: goesOn)
    let (final, width, levels) = search.run()
    return Result(
      units: final.units,
      certificate: Certificate.Part(series: parts.series[part], width: width, levels: levels))
  }

  private init(_ network: PartNetwork, options: SearchOptions, while goesOn: @escaping () -> Bool) {
    self.options = options
    self.goesOn = goesOn
    order = options.order == .first ? [.squares, .preference, .moves] : [.moves, .squares, .preference]
    root = network
    rules = PartRules(of: network, isRelaxed: options.isRelaxed)
    reasons = root.applyKnownBounds(rules)
  }

  private mutating func run() -> (PartNetwork, width: Int, [Certificate.Level]) {
    for arc in root.flow.arcs.indices { root.flow.settle(arc) }
    _ = root.flow.balance(while: goesOn)
    root.fixShortage()
    var proofs: [Objective: NetworkProof] = [.shortage: root.shortageProof(reasons)]
    let band = EvennessBand(narrowing: &root, while: goesOn)
    proofs[.deviation] = proof(of: band)

    var width = band.width + options.slack
    var relaxed = root
    _ = relaxed.setBand(width)
    _ = relaxed.flow.balance(while: goesOn)
    var final = weighed(relaxed, proofs: &proofs, isWeighed: order[0] == .squares)
    if !rules.isEmpty, !rules.areKept(in: final), let kept = keptRules() {
      final = kept
      width = max(kept.deviation, width)
      if kept.shortage != root.shortage || kept.deviation > band.width + options.slack {
        relaxed.setBounds(relaxed.shortageArc, least: 0, most: kept.shortage)
        _ = relaxed.setBand(width)
        _ = weighed(relaxed, proofs: &proofs, isWeighed: false)
      }
    }
    let levels = ([.shortage, .deviation] + order).map { objective in
      Certificate.Level(
        objective: objective, value: final.value(of: objective), refuted: band.width - 1,
        prices: proofs[objective]?.prices ?? [:], rulePrices: proofs[objective]?.rulePrices ?? [:])
    }
    return (final, width, levels)
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
  /// - Parameter isWeighed: Whether the network stands at the best of the first already.
  private func weighed(
    _ network: PartNetwork, proofs: inout [Objective: NetworkProof], isWeighed: Bool
  ) -> PartNetwork {
    var network = network
    for objective in order {
      if objective != order[0] || !isWeighed { network.weigh(objective, while: goesOn) }
      proofs[objective] = NetworkProof(network, reasons)
      network.flow.restrictToOptimal()
    }
    return network
  }

  /// The best that is found with all rules; `nil` when nothing is.
  private func keptRules() -> PartNetwork? {
    let search = RuleSearch(rules, root: root, slack: options.slack, while: goesOn)
    var start = root
    _ = start.setBand(root.deviation + options.slack)
    guard search.optimise(&start), var best = search.stages(start) else { return nil }
    best.freezeAll(rules)
    if order[0] == .squares { best.weigh(.preference, while: goesOn) }
    return best
  }
}

extension PartNetwork {
  /// Keeps all counts, and the slots of programmes, as they are.
  fileprivate mutating func freezeAll(_ rules: PartRules) {
    for number in chains.indices { freeze(number) }
    for programme in rules.programmes {
      for choice in programme.choices {
        let units = Int(flow.arcs[choice.arc].flow)
        setBounds(choice.arc, least: units, most: units)
      }
    }
  }
}
