/// The parts of a problem that share nothing: outlets with their series, joined where a series uses several,
/// waits for one of another, or has the same translator.
struct ProblemParts {
  /// The series of each part, ascending; the part with the lowest first.
  let series: [[Int]]
  /// A number for each slot, unique within its part.
  let slotNumbers: [Int32]
  /// The slots of each part.
  let slotCounts: [Int]

  init(of problem: Problem) {
    // Outlets first, then series, then translators.
    let (outlets, series) = (problem.outlets.count, problem.series.count)
    var joined = DisjointSets(count: outlets + series + problem.translators.count)
    for (index, one) in problem.series.enumerated() {
      var last = -1
      for choice in one.choices where problem.slots[choice.slot].outlet != last {
        last = problem.slots[choice.slot].outlet
        joined.join(outlets + index, last)
      }
      guard let follows = one.follows else { continue }
      joined.join(outlets + index, outlets + follows.source)
      if let translator = follows.translator { joined.join(outlets + index, outlets + series + translator) }
    }
    var partOf: [Int: Int] = [:]
    var parts: [[Int]] = []
    for index in 0..<series {
      let root = joined.root(of: outlets + index)
      if let part = partOf[root] {
        parts[part].append(index)
      } else {
        partOf[root] = parts.count
        parts.append([index])
      }
    }
    var counts = Array(repeating: 0, count: parts.count)
    slotNumbers = problem.slots.map { slot in
      guard let part = partOf[joined.root(of: slot.outlet)] else { return 0 }
      counts[part] += 1
      return Int32(counts[part] - 1)
    }
    self.series = parts
    slotCounts = counts
  }
}

/// Which numbers belong together (union-find with path halving).
struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func root(of number: Int) -> Int {
    var number = number
    while parent[number] != number {
      parent[number] = parent[parent[number]]
      number = parent[number]
    }
    return number
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (one, other) = (root(of: one), root(of: other))
    if one != other { parent[max(one, other)] = min(one, other) }
  }
}
