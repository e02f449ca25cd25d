@testable import Allocation

extension Certificate {
  /// The certificate of the plain flow, which shares nothing with the engine; `nil` where pins cannot be kept.
  init?(oracle problem: Problem, order: [Objective], slack: Int = 0) {
    var parts: [Part] = []
    for series in PlacedUnits.parts(of: problem) {
      var flow = SlowFlow(problem, series: series)
      guard let levels = flow.solve(order: order, slack: slack) else { return nil }
      let deviation = levels.first { $0.objective == .deviation }?.value ?? 0
      parts.append(Part(series: series, width: Int(deviation) + slack, levels: levels))
    }
    self.init(parts: parts)
  }
}
