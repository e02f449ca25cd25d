extension Conflict {
  /// The conflicts of a problem, part by part; none where all units can be placed.
  ///
  /// Once a conflict is found, as many units as are too many are taken out of its series, the last first, and
  /// the search goes on. So conflicts in different places are told apart, and what all of them have too many
  /// is what no schedule can place (by the exchange of one best schedule for another, a matroid's). Rules that
  /// no flow holds are seen as far as bounds of counts follow from them: the most of months, gaps, and what
  /// versions wait for; minutes where all of a slot's units have some; not the most days after a source.
  ///
  /// A part whose pins cannot all be kept has none.
  public static func minimal(in problem: Problem) -> [Conflict] { minimal(in: problem, month: nil) }

  static func minimal(in problem: Problem, of whole: Problem? = nil, month: Int?) -> [Conflict] {
    groups(in: problem, of: whole, month: month).flatMap(\.cores)
  }

  /// Conflicts that have series in common, and what they come to together.
  public struct Group: Hashable, Sendable {
    /// All of their series, what they need, and what they reach. Leaving one of them out need not help.
    public let whole: Conflict
    /// The conflicts one after the other; their ``Conflict/excess`` adds up to that of the whole. What a later
    /// one needs is less what the earlier ones have too many.
    public let cores: [Conflict]
  }

  /// The conflicts of a problem, those with series in common together; part by part.
  public static func groups(in problem: Problem) -> [Group] { groups(in: problem, month: nil) }

  /// - Parameter whole: A problem of which units, or slots at the end, have been taken out; what series wait for
  ///   is as it is there. `nil` for the problem itself.
  static func groups(in problem: Problem, of whole: Problem? = nil, month: Int? = nil) -> [Group] {
    let whole = (whole ?? problem).tightened
    var (groups, rest) = groups(in: problem.tightened, of: whole, month: month)
    // What a translator makes is known to a network only where no others use the slots.
    guard problem.series.contains(where: { $0.follows?.translator != nil }) else { return groups }
    let slots: [Int]
    (rest, slots) = rest.withOwnSlots
    let own = Self.groups(in: rest, of: whole.withOwnSlots.problem, month: month).groups
    groups += own.map { group in
      Group(
        whole: group.whole.renamed { slots[$0] }, cores: group.cores.map { $0.renamed { slots[$0] } })
    }
    return groups
  }

  /// - Returns: The rest is the problem without the units that are too many.
  private static func groups(
    in problem: Problem, of whole: Problem, month: Int?
  ) -> (groups: [Group], rest: Problem) {
    var rest = problem
    var groups: [Group] = []
    let parts = ProblemParts(of: problem)
    for part in parts.series.indices {
      var cores: [Conflict] = []
      while var network = ConflictNetwork.of(rest, whole: whole, part: part, of: parts),
        let core = network.minimal(month: month)
      {
        cores.append(core)
        rest = rest.without(core.excess, of: core.series)
      }
      guard !cores.isEmpty,
        var network = ConflictNetwork.of(problem, whole: whole, part: part, of: parts)
      else { continue }
      for members in joined(cores) {
        let series = Set(members.flatMap(\.series))
        let asked = network.chains.filter { series.contains(network.network.chains[$0].series) }
        _ = network.shortage(of: asked)
        groups.append(Group(whole: network.conflict(of: asked, month: month), cores: members))
      }
    }
    return (groups, rest)
  }

  /// Conflicts that have series in common, also by way of others.
  private static func joined(_ conflicts: [Conflict]) -> [[Conflict]] {
    var groups: [[Conflict]] = []
    for conflict in conflicts {
      let touched = groups.indices.filter { index in
        groups[index].contains { !Set($0.series).isDisjoint(with: conflict.series) }
      }
      let joined = touched.flatMap { groups[$0] } + [conflict]
      guard let first = touched.first else {
        groups.append(joined)
        continue
      }
      groups[first] = joined
      for index in touched.dropFirst().reversed() { groups.remove(at: index) }
    }
    return groups
  }

  /// Whether all units of a problem can be placed, as far as conflicts tell; where pins cannot be kept, too.
  static func fits(_ problem: Problem, of whole: Problem? = nil) -> Bool {
    shortage(of: problem, in: whole) == 0
  }

  /// How many units of a problem no schedule can place, as far as conflicts tell.
  static func shortage(of problem: Problem, in whole: Problem? = nil) -> Int {
    let (problem, whole) = (problem.tightened, (whole ?? problem).tightened)
    let parts = ProblemParts(of: problem)
    return parts.series.indices.reduce(0) { sum, part in
      guard var network = ConflictNetwork.of(problem, whole: whole, part: part, of: parts) else { return sum }
      return sum + (network.shortage(of: Array(network.chains)) ?? 0)
    }
  }
}

extension ConflictNetwork {
  /// A conflict such that leaving out any one of its series lets the others fit; `nil` when all fit.
  fileprivate mutating func minimal(month: Int?) -> Conflict? {
    guard let shortage = shortage(of: Array(chains)), shortage > 0,
      let start = chains.first(where: { short($0) > 0 })
    else { return nil }
    var asked = rivals(of: start)
    for chain in asked where asked.count > 1 && asked.contains(chain) {
      let others = asked.filter { $0 != chain }
      guard let left = self.shortage(of: others), left > 0,
        let short = others.first(where: { short($0) > 0 })
      else { continue }
      let rivals = rivals(of: short)
      asked = others.filter(rivals.contains)
    }
    _ = self.shortage(of: asked)
    return conflict(of: asked, month: month)
  }
}
