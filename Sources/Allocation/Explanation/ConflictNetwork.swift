/// One part of a problem as the network in which conflicts are looked for: that of the engine, where only units
/// without a slot cost, and only those of the series that are looked at.
struct ConflictNetwork {
  private(set) var network: PartNetwork
  /// What the most of a chain's arc follows from.
  private var reasons: [Int: Conflict.Bottleneck]

  private init(_ problem: Problem, whole: Problem, part: Int, of parts: ProblemParts, isRelaxed: Bool) {
    network = PartNetwork(problem, part: part, of: parts, isRelaxed: isRelaxed)
    reasons = isRelaxed ? [:] : network.applyRuleBounds(whole)
  }

  /// The network of a part; without the rules that no flow holds where these do not even let the pins be kept.
  ///
  /// No failable initialiser: optimised code (Swift 6.3.1) releases what one that fills its properties in a loop
  /// has not filled yet.
  /// - Parameter whole: The problem before units were taken out of it; what series wait for is as it is there.
  /// - Returns: `nil` when not even the pins can be kept.
  static func of(_ problem: Problem, whole: Problem, part: Int, of parts: ProblemParts) -> ConflictNetwork? {
    for isRelaxed in [false, true] {
      var network = ConflictNetwork(problem, whole: whole, part: part, of: parts, isRelaxed: isRelaxed)
      if network.shortage(of: []) != nil { return network }
    }
    return nil
  }

  /// The numbers of the series within the part.
  var chains: Range<Int> { network.chains.indices }

  /// How many units of some series find no place while the others ask for none but their pins; `nil` when not
  /// even the pins can be kept. Cost: a search for each unit that was placed elsewhere before.
  mutating func shortage(of asked: [Int]) -> Int? {
    network.flow.startOver(costs: asked.map { (arc: shortArc($0), first: 1, rise: 0) })
    guard case .reached = network.flow.balance() else { return nil }
    return asked.reduce(0) { $0 + short($1) }
  }

  /// How many units of a series go without a place at the moment.
  func short(_ chain: Int) -> Int { Int(network.flow.arcs[shortArc(chain)].flow) }

  private func shortArc(_ chain: Int) -> Int { network.chainArcs[chain].upperBound }

  /// Everything that units could still go through, from some series that are short: where it ends is full.
  private func reached(from chains: [Int]) -> [Bool] {
    var isReached = Array(repeating: false, count: network.names.count)
    let roots = chains.map { network.flow.arcs[shortArc($0)].tail }
    for node in network.flow.reachable(from: roots, through: { network.names[$0] != .shortage }) {
      isReached[Int(node)] = true
    }
    return isReached
  }

  /// The series that compete with one that is short, itself included; the others of those looked at fit.
  func rivals(of chain: Int) -> [Int] {
    let isReached = reached(from: [chain])
    return chains.filter { isReached[Int(network.flow.arcs[shortArc($0)].tail)] }
  }

  /// The conflict of series that are short together in the present network.
  func conflict(of asked: [Int], month: Int?) -> Conflict {
    let isReached = reached(from: asked.filter { short($0) > 0 })
    var limits: [Conflict.Limit] = []
    var held = 0
    for (index, arc) in network.flow.arcs.enumerated() {
      switch (isReached[Int(arc.tail)], isReached[Int(arc.head)]) {
      case (true, false):
        guard let what = bottleneck(index) else { continue }
        limits.append(Conflict.Limit(what: what, places: Int(arc.most)))
      case (false, true): held += Int(arc.least)
      default: continue
      }
    }
    let inside = isReached.indices.compactMap { node -> Int? in
      guard isReached[node], case .slot(let slot) = network.names[node] else { return nil }
      return slot
    }
    let slots = Set(inside + limits.flatMap { network.problem.slots(behind: $0.what) }).sorted()
    let days = slots.map { network.problem.slots[$0].day }.sorted()
    return Conflict(
      series: asked.map { network.chains[$0].series }.sorted(),
      needed: asked.reduce(0) { $0 + network.chains[$1].open }, limits: limits.sorted { $0.what < $1.what },
      held: held, slots: slots,
      days: days.first.flatMap { first in days.last.map { first...$0 } }, month: month)
  }

  /// What an arc means; `nil` for the way of units without a slot.
  private func bottleneck(_ index: Int) -> Conflict.Bottleneck? {
    let arc = network.flow.arcs[index]
    guard let tail = network.names[Int(arc.tail)] else { return week(of: Int(arc.tail)) }
    let head = network.names[Int(arc.head)]
    switch (tail, head) {
    case (_, .shortage): return nil
    case (.slot(let slot), _): return .slot(slot)
    case (.outletDay(let outlet, let day), _): return .outletDay(outlet: outlet, day: day)
    case (.outletMonth(let outlet, let month), _): return .outletMonth(outlet: outlet, month: month)
    case (.chain(let series, _), .slot(let slot)), (.gate(let series, _), .slot(let slot)):
      // One series that may fill a slot is bounded by the slot.
      let isSlotFull = Int(arc.most) >= network.problem.slots[slot].pieces
      return isSlotFull ? .slot(slot) : .seriesSlot(series: series, slot: slot)
    case (.chain(let series, _), .gate(_, let position)):
      return network.chains.first { $0.series == series }.map {
        .seriesDay(series: series, day: $0.days[position].day)
      }
    default: return reasons[index]
    }
  }

  private func week(of node: Int) -> Conflict.Bottleneck? {
    for (translator, nodes) in network.pools.nodes {
      if let week = nodes.firstIndex(of: node) { return .translatorWeek(translator: translator, week: week) }
    }
    return nil
  }
}

extension Problem {
  /// The slots that a limit keeps series from.
  fileprivate func slots(behind what: Conflict.Bottleneck) -> [Int] {
    func slots(_ number: Int, _ isBehind: (Slot) -> Bool) -> [Int] {
      series[number].choices.map(\.slot).filter { isBehind(self.slots[$0]) }
    }
    switch what {
    case .slot(let slot), .seriesSlot(_, let slot): return [slot]
    case .seriesDay(let series, let day): return slots(series) { $0.day == day }
    case .months(let series, let day), .gap(let series, let day), .wait(let series, let day):
      return slots(series) { $0.day <= day }
    case .outletDay, .outletMonth, .translatorWeek: return []
    }
  }
}
