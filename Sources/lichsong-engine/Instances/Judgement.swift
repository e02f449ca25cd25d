import Allocation

/// What a schedule of an instance is worth, worked out from the rows alone.
///
/// It shares no code with the engine, and follows FORMAT word by word, so that what is claimed in a result does
/// not rest on what the engine believes.
struct Judgement: Hashable, Sendable {
  /// Units of the quotas that are not placed: L1.
  let shortage: Int
  /// The largest distance of any series from its ideal line on an open day, in thousandths of a piece: L3a.
  let deviation: Int
  /// The same of each component, the outlets that sources link, summed: L3a_sum.
  let deviationSum: Int
  /// The squares of the distances of all series on all open days: L3b.
  let squares: Int128
  /// The preference costs of the new units: L4.
  let preference: Int
  /// Published pairs on open days that are not in the schedule: L5.
  let moves: Int

  /// Judges the new units of an instance. Takes time in proportion to series × days and to the units.
  init(of units: [Solution.Unit], in instance: InstanceFile) {
    let problem = instance.problem
    var placed = Array(repeating: [Int](), count: problem.series.count)
    for unit in instance.aired + units { placed[unit.series].append(problem.slots[unit.slot].day) }

    var shortage = 0
    var squares: Int128 = 0
    var worst: [Int: Int] = [:]
    let components = Self.components(of: instance)
    for (index, series) in problem.series.enumerated() {
      shortage += max(0, series.quota - placed[index].count)
      let component = components[instance.outlets[index]]
      let distances = Self.distances(of: placed[index], from: series, problem)
      for distance in distances[problem.firstOpenDay...] {
        squares += Int128(distance) * Int128(distance)
        worst[component, default: 0] = max(worst[component, default: 0], distance)
      }
    }
    self.shortage = shortage
    self.squares = squares
    deviation = worst.values.max() ?? 0
    deviationSum = worst.values.reduce(0, +)
    preference = Self.preference(of: units, problem)
    let present = Set(units)
    moves = instance.published.count {
      problem.slots[$0.slot].day >= problem.firstOpenDay && !present.contains($0)
    }
  }

  /// How far the count of units up to each day is from the ideal line there.
  private static func distances(of days: [Int], from series: Problem.Series, _ problem: Problem) -> [Int] {
    let scale = Problem.scale
    let all = series.dayWeights.reduce(0, +)
    let aired = series.aired.count
    var count = Array(repeating: 0, count: problem.days)
    for day in days { count[day] += 1 }
    var weight = 0
    var units = 0
    return (0..<problem.days).map { day in
      weight += series.dayWeights[day]
      units += count[day]
      // Rounded half up, in whole numbers, so that every program gets the same line.
      let open = all == 0 ? 0 : (2 * scale * (series.quota - aired) * weight + all) / (2 * all)
      return abs(scale * units - scale * aired - open)
    }
  }

  private static func preference(of units: [Solution.Unit], _ problem: Problem) -> Int {
    var slots: [Int: [Int]] = [:]
    for unit in units { slots[unit.series, default: []].append(unit.slot) }
    return slots.reduce(0) { sum, entry in
      let (series, slots) = entry
      var costs: [Int: Int] = [:]
      for choice in problem.series[series].choices where choice.preference > 0 {
        costs[choice.slot] = choice.preference
      }
      return sum + slots.reduce(0) { $0 + costs[$1, default: 0] }
    }
  }

  /// For each outlet the one that names its component.
  private static func components(of instance: InstanceFile) -> [Int] {
    var parents = Array(0...(instance.outlets.max() ?? 0))
    func root(_ outlet: Int) -> Int {
      var outlet = outlet
      while parents[outlet] != outlet {
        parents[outlet] = parents[parents[outlet]]
        outlet = parents[outlet]
      }
      return outlet
    }
    for (index, series) in instance.problem.series.enumerated() {
      guard let source = series.follows?.source else { continue }
      parents[root(instance.outlets[index])] = root(instance.outlets[source])
    }
    return parents.indices.map(root)
  }
}
