import ScheduleModel

/// The placements that follow from the originals: further outlets, then language versions.
enum DerivedPlacement {
  /// All that follows from the originals of a line in one way.
  struct Series {
    let derivation: Derivation
    /// The originals, by edition.
    let originals: [Placement]
  }

  /// What follows from the originals of one line.
  static func series(of demand: LineDemand, _ originals: [Placement], slots: [Slot]) -> [Series] {
    demand.derivations.map { derivation in
      let works = derivation.run == .first ? demand.line.versions?.works : nil
      return Series(
        derivation: derivation,
        originals: works.map { evenly($0, of: originals, in: demand, slots: slots) } ?? originals)
    }
  }

  /// Where only some works are translated, they are spread evenly over those that air early enough.
  private static func evenly(
    _ works: Int, of originals: [Placement], in demand: LineDemand, slots: [Slot]
  ) -> [Placement] {
    guard works < originals.count else { return originals }
    let languages = demand.derivations.filter { $0.run == .first }
    let early = originals.count { original in
      !languages.contains { $0.isTooLate(original.timing, slots) }
    }
    let pool = max(works, early)
    return (0..<works).map { originals[(2 * $0 + 1) * pool / (2 * works)] }
  }

  /// As many as fit of each series, the further outlets before the versions, and each as early as may be.
  ///
  /// - Parameter room: Works that still fit into each slot.
  /// - Returns: The placements, and how many of each series are left.
  static func place(_ series: [Series], plan: Plan, slots: [Slot], room: [Int]) -> (
    placements: [Placement], left: [Int]
  ) {
    var placements: [Placement] = []
    var left = series.map(\.originals.count)
    for group in IndependentGroups.of(series.map(\.derivation.slots)) {
      for (index, pairs) in zip(group, pairs(for: group.map { series[$0] }, slots, room: room)) {
        left[index] -= pairs.count
        let derivation = series[index].derivation
        placements += pairs.map { original, slot in
          Placement(
            plan: plan.id, line: original.line, edition: original.edition, language: derivation.language,
            run: derivation.run, slot: slots[slot])
        }
      }
    }
    return (placements, left)
  }

  /// The originals of each series that find a slot, with that slot.
  private static func pairs(for series: [Series], _ slots: [Slot], room: [Int]) -> [[(Placement, Int)]] {
    var network = SlotNetwork(room: room)
    let versionSource = network.flow.addNode()
    let chains = series.map { one in
      Chain(
        of: one, slots, from: one.derivation.run == .crossPost ? network.source : versionSource, in: &network)
    }
    let all = series.reduce(0) { $0 + $1.originals.count }
    network.send(all, from: network.source)
    network.send(all, from: versionSource)
    return chains.map { Array(zip($0.served(in: network), $0.taken(in: network))) }
  }

  /// The slots of a series in time order: a work comes in at the first that it may use, and goes on from
  /// slot to slot until it finds room, each day at a price.
  private struct Chain {
    /// Originals whose further placements may begin on the same day, and the arc of those that find a slot.
    private var entries: [(originals: [Placement], arc: Int)] = []
    private var exits: [(slot: Int, arc: Int)] = []

    init(of series: Series, _ slots: [Slot], from source: Int, in network: inout SlotNetwork) {
      let ends = series.derivation.slots.map { slots[$0].timing.lastDay }
      let nodes = ends.map { _ in network.flow.addNode() }
      for (index, slot) in series.derivation.slots.enumerated() {
        exits.append((slot, network.addArc(from: nodes[index], toSlot: slot)))
        guard index > 0 else { continue }
        network.flow.addArc(
          from: nodes[index - 1], to: nodes[index], capacity: series.originals.count,
          cost: .init(first: Int128(ends[index - 1].distance(to: ends[index]))))
      }
      let byDay = Dictionary(grouping: series.originals) { series.derivation.firstDay(after: $0.timing) }
      for (day, originals) in byDay.sorted(by: { $0.key < $1.key }) {
        guard let entry = ends.firstIndex(where: { $0 >= day }) else { break }
        let arc = network.flow.addArc(from: source, to: nodes[entry], capacity: originals.count)
        entries.append((originals, arc))
      }
    }

    /// The originals that find a slot, the earliest first.
    func served(in network: SlotNetwork) -> [Placement] {
      entries.flatMap { $0.originals.prefix(network.flow.flow(on: $0.arc)) }
    }

    /// The slots they take, in time order: as many, and the nth is open to the nth of them.
    func taken(in network: SlotNetwork) -> [Int] {
      exits.flatMap { Array(repeating: $0.slot, count: network.flow.flow(on: $0.arc)) }
    }
  }
}
