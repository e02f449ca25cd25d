/// The parts of a problem that share nothing: outlets, joined where a series uses several or waits for a
/// series of another.
struct ProblemParts {
  /// The series of each part, ascending; the part with the lowest first.
  let series: [[Int]]
  /// A number for each slot, unique within its part.
  let slotNumbers: [Int32]
  /// The slots of each part.
  let slotCounts: [Int]

  init(of problem: Problem) {
    var joined = DisjointSets(count: problem.outlets.count)
    var outletOf: [Int?] = []
    for series in problem.series {
      var last = -1
      for choice in series.choices {
        let outlet = problem.slots[choice.slot].outlet
        guard outlet != last else { continue }
        if last >= 0 { joined.join(outlet, last) }
        last = outlet
      }
      outletOf.append(last < 0 ? nil : last)
    }
    for (index, series) in problem.series.enumerated() {
      if let follows = series.follows, let one = outletOf[index], let other = outletOf[follows.source] {
        joined.join(one, other)
      }
    }

    var partOf: [Int: Int] = [:]
    var parts: [[Int]] = []
    for (index, outlet) in outletOf.enumerated() {
      guard let outlet else {
        parts.append([index])
        continue
      }
      let root = joined.root(of: outlet)
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
    series = parts
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
