@testable import Allocation

extension Certificate {
  /// The certificate of the plain flow, which shares nothing with the engine; `nil` where pins cannot be kept.
  init?(oracle problem: Problem, order: [Objective], slack: Int = 0) {
    var parts: [Part] = []
    for series in PlacedUnits.parts(of: problem) {
      var flow = SlowFlow(problem, series: series)
      guard let levels = flow.solve(order: order, slack: slack) else { return nil }
      parts.append(Part(series: series, levels: levels))
    }
    self.init(parts: parts, slack: slack)
  }

  /// The same values with other prices.
  func repriced(_ reprice: (Level, Part) -> Level) -> Certificate {
    Certificate(
      parts: parts.map { part in Part(series: part.series, levels: part.levels.map { reprice($0, part) }) },
      slack: slack)
  }
}
