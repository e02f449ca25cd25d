/// The narrowest band around the ideal lines that leaves room for all units.
struct EvennessBand {
  /// The largest deviation of the best schedule, in thousandths of a piece.
  private(set) var width: Int
  /// Why it cannot be narrower by one.
  private(set) var obstacle: Obstacle

  /// What keeps a band from being narrower.
  enum Obstacle {
    /// A count that is whole pieces: one arc alone cannot come nearer to its line.
    case wholePieces
    /// These nodes have more than the band lets out of them.
    case cut([Int32])
    /// Not known: the search was cut short.
    case unknown
  }

  /// Narrows the band of a balanced network step by step, each from the flow that was found before.
  ///
  /// First one step below what there is: mostly that is impossible already, and the cut proves it. Then by
  /// halves between the widest that failed, as its cut tells, and the narrowest that was reached.
  init(narrowing network: inout PartNetwork, while goesOn: () -> Bool) {
    width = network.deviation
    obstacle = .wholePieces
    var least = network.leastDeviation
    var target = width - 1
    while least < width {
      var trial = network
      guard trial.setBand(target) else {
        least = target + 1
        obstacle = .wholePieces
        target = (least + width) / 2
        continue
      }
      switch trial.flow.balance(while: goesOn) {
      case .reached:
        network = trial
        width = trial.deviation
      case .impossible(let cut):
        network.flow.takeOver(work: trial.flow.work)
        least = trial.narrowestPast(cut, above: target, upTo: width)
        obstacle = .cut(cut)
      case .cutShort:
        obstacle = .unknown
        return
      }
      target = (least + width) / 2
    }
  }
}

extension PartNetwork {
  /// A distance below which some count alone cannot be: it is whole pieces within its bounds.
  var leastDeviation: Int {
    var largest = 0
    for (chain, arcs) in zip(chains, chainArcs) {
      largest = max(largest, chain.before.deviation(at: chain.aired))
      for (run, arc) in zip(chain.runs, arcs) {
        guard let range = run.range else { continue }
        let bounds = hardBounds(of: arc)
        let low = (range.lowerBound + range.upperBound) / (2 * Problem.scale)
        let nearest = (low - 1...low + 2).map { count in
          run.deviation(at: max(chain.aired + bounds.least, min(chain.aired + bounds.most, count)))
        }
        largest = max(largest, nearest.min() ?? 0)
      }
    }
    return largest
  }

  /// The narrowest band that the cut of a failed one lets pass.
  fileprivate func narrowestPast(_ cut: [Int32], above failed: Int, upTo width: Int) -> Int {
    var isInside = Array(repeating: false, count: flow.nodeCount)
    var missing = 0
    for node in cut {
      isInside[Int(node)] = true
      missing += flow.excess(of: Int(node))
    }
    var crossing: [(chain: Int, position: Int, arc: ConvexNetwork.Arc, leaves: Bool)] = []
    for (number, arcs) in chainArcs.enumerated() {
      for (position, index) in arcs.enumerated() {
        let arc = flow.arcs[index]
        let (tail, head) = (isInside[Int(arc.tail)], isInside[Int(arc.head)])
        if tail != head { crossing.append((number, position, arc, tail)) }
      }
    }
    var low = failed
    var high = width
    while low + 1 < high {
      let middle = (low + high) / 2
      let gained = crossing.reduce(0) { sum, one in
        let bounds = bounds(of: one.chain, one.position, within: middle)
        return sum + (one.leaves ? bounds.most - Int(one.arc.most) : Int(one.arc.least) - bounds.least)
      }
      if gained >= missing { high = middle } else { low = middle }
    }
    return high
  }
}
