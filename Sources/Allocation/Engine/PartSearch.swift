/// The search for the best schedule of one part: objective after objective, each among the best of those
/// before.
struct PartSearch {
  private(set) var network: PartNetwork
  private let options: SearchOptions
  private let goesOn: () -> Bool
  /// Each objective's value.
  private(set) var values: [(Objective, Int128)] = []

  init(_ network: PartNetwork, options: SearchOptions, while goesOn: @escaping () -> Bool) {
    self.network = network
    self.options = options
    self.goesOn = goesOn
  }

  mutating func run() -> [Solution.Unit] {
    for arc in network.flow.arcs.indices { network.flow.settle(arc) }
    _ = network.flow.balance(while: goesOn)
    network.fixShortage()
    let band = EvennessBand(narrowing: &network, while: goesOn)
    _ = network.setBand(band.width + options.slack)
    _ = network.flow.balance(while: goesOn)
    values = [(.shortage, Int128(network.shortage)), (.deviation, Int128(network.deviation)), (.squares, network.squares)]
    network.flow.restrictToOptimal()
    network.flow.startOver(costs: network.preferenceCosts)
    _ = network.flow.balance(while: goesOn)
    let units = network.units
    return units
  }
}
