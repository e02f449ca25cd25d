/// Works out, from a problem and a certificate alone, what no schedule can be below.
///
/// Shares no code with the search, and believes nothing of the certificate: any prices give a bound that holds,
/// only perhaps a low one (Lagrangian duality: Ahuja, Magnanti, Orlin, *Network Flows*, ch. 16).
public enum ProofCheck {
  /// The value that is claimed and the bound that is proven of each objective, in the order in which it counts,
  /// over all parts.
  ///
  /// The bound of an objective holds for all schedules that have the claimed values in those before it, and
  /// deviations within each part's width. Nothing is
  /// proven, and a bound is the lowest there is, where the parts are not those of the problem, where they order the
  /// objectives differently, or where the problem's numbers pass ``ProofReach``. Takes one pass over the
  /// choices for each objective.
  public static func levels(of problem: Problem, by certificate: Certificate) -> [Solution.Level] {
    let objectives = certificate.parts.first?.levels.map(\.objective) ?? []
    var values = Array(repeating: Int128(0), count: objectives.count)
    var bounds = objectives.map { $0 == .preference ? Int128.min : 0 }
    for part in certificate.parts where part.levels.map(\.objective) == objectives {
      values = zip(values, part.levels).map { saturatingSum($0, $1.value) }
    }
    if isAbout(problem, certificate, objectives: objectives) {
      bounds = Array(repeating: 0, count: objectives.count)
      for part in certificate.parts {
        let proven = ProofPart.bounds(of: part, in: problem)
        bounds = zip(bounds, proven).map { saturatingSum($0, $1) }
      }
    }
    return objectives.indices.map {
      Solution.Level(objective: objectives[$0], value: values[$0], bound: bounds[$0])
    }
  }

  private static func isAbout(
    _ problem: Problem, _ certificate: Certificate, objectives: [Objective]
  ) -> Bool {
    certificate.parts.allSatisfy { $0.levels.map(\.objective) == objectives }
      && ProofReach.holds(problem)
      && certificate.parts.map { $0.series.sorted() }.sorted { ($0.first ?? -1) < ($1.first ?? -1) }
        == ProofReach.parts(of: problem)
  }

  private static func saturatingSum(_ one: Int128, _ other: Int128) -> Int128 {
    let (sum, isOver) = one.addingReportingOverflow(other)
    return isOver ? (one < 0 ? .min : .max) : sum
  }
}
