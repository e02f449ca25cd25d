/// The bounds of one part of a problem.
enum ProofPart {
  /// What no schedule can be below in each objective, given the values of those before. The problem is in reach.
  static func bounds(of part: Certificate.Part, in problem: Problem) -> [Int128] {
    var network = ProofNetwork(of: part.series, in: problem)
    return part.levels.map { level in
      let pricing = ProofNetwork.Pricing(of: level, on: network, in: problem)
      switch level.objective {
      case .shortage:
        let bound = max(0, network.lowerBound(of: .shortage, at: pricing))
        network.limitShortage(to: level.value)
        return bound
      case .deviation:
        let bound = deviation(of: network, at: pricing, refuted: level.refuted)
        _ = network.limitCounts(within: Int128(part.width))
        return bound
      case .squares, .moves, .preference:
        let least = network.lowerBound(of: level.objective, at: pricing)
        let bound = whole(least, of: level.objective, on: network)
        if bound == level.value { network.keepCheapest(of: level.objective, at: pricing) }
        // What no schedule has says nothing of flows, so it is left out above.
        return level.objective == .preference ? bound : max(0, bound)
      }
    }
  }

  /// One more than the width that is refuted, or what single counts show.
  private static func deviation(
    of network: ProofNetwork, at pricing: ProofNetwork.Pricing, refuted: Int
  ) -> Int128 {
    var narrow = network
    let isPossible =
      narrow.limitCounts(within: Int128(refuted)) && narrow.lowerBound(of: .deviation, at: pricing) <= 0
    let single = Int128(network.leastDeviation)
    return isPossible ? single : max(single, Int128(refuted) + 1)
  }

  /// A bound on the arcs' cost in the units of the objective, with what counts beyond the arcs.
  private static func whole(_ least: Int128, of objective: Objective, on network: ProofNetwork) -> Int128 {
    switch objective {
    case .squares: Int128(Problem.scale) * least + network.squares
    case .moves: least + Int128(network.published)
    default: least
    }
  }
}
