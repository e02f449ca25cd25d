import HeapModule

/// Entries paired with placements so that the pairs are together worth the most, and the prices that prove it.
///
/// Each entry takes at most one placement and each placement at most one entry: the assignment problem, on a
/// graph that is not complete. No row and no placement has to be paired. A pair is worth what leaving both alone would cost, less
/// what is amiss between them, and the sum over all pairs is the greatest that there is. That is not the
/// greatest *number* of pairs: to gain one more, a number would break a row of good pairs and put bad ones in
/// their place, whereas here a further pair may cost the others no more than it is worth itself.
///
/// First every entry claims its best placement, and the one to which it is worth the most has it. Those that went
/// without are then put in one after the other, by a shortest augmenting path over reduced costs (Dijkstra with
/// potentials: Edmonds and Karp 1972; as in Jonker and Volgenant, *A Shortest Augmenting Path Algorithm for Dense
/// and Sparse Linear Assignment Problems*, 1987). A search never leaves the part of the graph that hangs together
/// with its entry and ends as soon as going on would cost more than giving up, so small parts cost next to
/// nothing and large ones are exact all the same; nothing is ever paired by a rule of thumb.
///
/// The proof is linear programming duality. A price for every entry and placement, none below zero, such that the
/// two prices of no possible pair add up to less than the pair is worth, bounds the worth of *every*
/// assignment by the sum of all prices; and the sum of these prices is the worth of this one.
///
/// Of equal totals, pairs that are made already stay, and one more pair is better than one less.
struct OptimalAssignment {
  /// For each entry the placement that it takes, or ``none``.
  private(set) var placementOfEntry: [Int32]
  /// For each placement the entry that takes it, or ``none``.
  private(set) var entryOfPlacement: [Int32]
  /// The price of each entry; 0 for one that takes nothing.
  private(set) var entryPrices: [Int]
  /// The price of each placement; 0 for one that is not taken.
  private(set) var placementPrices: [Int]

  /// Marks that there is no partner.
  static let none: Int32 = -1

  /// Where a search came upon a placement.
  private struct Reached: Comparable {
    let distance: Int
    let placement: Int

    static func < (left: Reached, right: Reached) -> Bool {
      left.distance == right.distance ? left.placement < right.placement : left.distance < right.distance
    }
  }

  private var queue = Heap<Reached>()
  /// The search by which a placement's distance was set last, so that nothing needs to be wiped in between.
  private var searchOfPlacement: [Int32]
  private var distances: [Int]
  private var reachedFrom: [Int32]
  private var settled: [Int32] = []

  /// Pairs entries with placements.
  ///
  /// - Parameters:
  ///   - entries: How many entries there are.
  ///   - placements: How many placements there are; both at most `Int32.max`.
  ///   - reach: The placements that come into question for an entry; half-open.
  ///   - worth: What an entry and a placement of its reach are worth as a pair; 0 or less when they may not be one.
  /// - Complexity: O(n) in the entries and placements where no two want the same; a search
  ///   costs O(m log m) in the pairs that it looks at. Memory O(n): pairs are looked at, never stored.
  init(entries: Int, placements: Int, reach: (Int) -> Range<Int>, worth: (Int, Int) -> Int) {
    placementOfEntry = Array(repeating: Self.none, count: entries)
    entryPrices = Array(repeating: 0, count: entries)
    entryOfPlacement = Array(repeating: Self.none, count: placements)
    placementPrices = Array(repeating: 0, count: placements)
    searchOfPlacement = Array(repeating: Self.none, count: placements)
    distances = Array(repeating: 0, count: placements)
    reachedFrom = Array(repeating: Self.none, count: placements)
    var waiting: [Int] = []
    for entry in 0..<entries {
      if let other = claim(entry, reach, worth) { waiting.append(other) }
    }
    waiting.sort()
    // From coarse to fine: each search raises the prices around it and so keeps the later ones between short.
    // In the order of time each would go over all that the one before has raised.
    var step = 1
    while step * 2 <= waiting.count { step *= 2 }
    if let first = waiting.first { insert(first, reach, worth) }
    while step > 0 {
      for index in stride(from: step, to: waiting.count, by: 2 * step) {
        insert(waiting[index], reach, worth)
      }
      step /= 2
    }
  }

  /// Gives an entry the best placement of its reach, while every placement still costs nothing, if it is free or
  /// worth less to the entry that has it.
  ///
  /// - Returns: The entry that goes without for now.
  private mutating func claim(
    _ entry: Int, _ reach: (Int) -> Range<Int>, _ worth: (Int, Int) -> Int
  ) -> Int? {
    guard let best = best(for: entry, reach, worth) else { return nil }
    let holder = Int(entryOfPlacement[best.placement])
    if !best.isFree {
      guard entryPrices[holder] < best.gain else { return entry }
      entryPrices[holder] = 0
      placementOfEntry[holder] = Self.none
    }
    entryPrices[entry] = best.gain
    pair(entry, best.placement)
    return best.isFree ? nil : holder
  }

  /// Gives an entry its price, and a placement at once when the best is free.
  private mutating func insert(_ entry: Int, _ reach: (Int) -> Range<Int>, _ worth: (Int, Int) -> Int) {
    guard let best = best(for: entry, reach, worth) else { return }
    entryPrices[entry] = best.gain
    if best.isFree {
      pair(entry, best.placement)
    } else {
      search(from: entry, reach, worth)
    }
  }

  /// The placement that is worth the most to an entry once it is paid for; of equals a free one, else the first.
  private func best(
    for entry: Int, _ reach: (Int) -> Range<Int>, _ worth: (Int, Int) -> Int
  ) -> (placement: Int, gain: Int, isFree: Bool)? {
    var best: (placement: Int, gain: Int, isFree: Bool) = (0, 0, true)
    for placement in reach(entry) {
      let gain = worth(entry, placement) - placementPrices[placement]
      guard gain > best.gain || (gain == best.gain && !best.isFree) else { continue }
      let isFree = entryOfPlacement[placement] == Self.none
      if gain > best.gain || isFree { best = (placement, gain, isFree) }
    }
    return best.gain > 0 ? best : nil
  }

  private mutating func pair(_ entry: Int, _ placement: Int) {
    placementOfEntry[entry] = Int32(placement)
    entryOfPlacement[placement] = Int32(entry)
  }

  /// Makes room for an entry: shifts others along the cheapest path, at whose end a placement is free or an
  /// entry goes without, which may be this one.
  private mutating func search(
    from root: Int, _ reach: (Int) -> Range<Int>, _ worth: (Int, Int) -> Int
  ) {
    queue = Heap()
    settled.removeAll(keepingCapacity: true)
    var end = entryPrices[root]
    var leaving = root
    var free = Self.none
    look(from: root, at: 0, within: end, root, reach, worth)
    while let next = queue.popMin(), next.distance <= end {
      guard next.distance == distances[next.placement] else { continue }
      guard entryOfPlacement[next.placement] != Self.none else {
        free = Int32(next.placement)
        end = next.distance
        break
      }
      let entry = Int(entryOfPlacement[next.placement])
      settled.append(Int32(next.placement))
      if next.distance + entryPrices[entry] < end {
        end = next.distance + entryPrices[entry]
        leaving = entry
      }
      look(from: entry, at: next.distance, within: end, root, reach, worth)
    }
    move(prices: end, root)
    shift(to: free, leaving: leaving, root)
  }

  /// Notes the placements to which an entry could move, and what that costs.
  private mutating func look(
    from entry: Int, at distance: Int, within end: Int, _ root: Int, _ reach: (Int) -> Range<Int>,
    _ worth: (Int, Int) -> Int
  ) {
    let own = Int(placementOfEntry[entry])
    for placement in reach(entry) where placement != own {
      let worth = worth(entry, placement)
      guard worth > 0 else { continue }
      let further = distance + entryPrices[entry] + placementPrices[placement] - worth
      guard further <= end else { continue }
      if searchOfPlacement[placement] == Int32(root), distances[placement] <= further { continue }
      searchOfPlacement[placement] = Int32(root)
      distances[placement] = further
      reachedFrom[placement] = Int32(entry)
      queue.insert(Reached(distance: further, placement: placement))
    }
  }

  /// Moves the prices so that the path costs nothing and no pair is worth more than its two prices.
  private mutating func move(prices end: Int, _ root: Int) {
    entryPrices[root] -= end
    for placement in settled.map(Int.init) where distances[placement] < end {
      let change = end - distances[placement]
      placementPrices[placement] += change
      entryPrices[Int(entryOfPlacement[placement])] -= change
    }
  }

  private mutating func shift(to free: Int32, leaving: Int, _ root: Int) {
    var placement = Int(free)
    if free == Self.none {
      guard leaving != root else { return }
      placement = Int(placementOfEntry[leaving])
      placementOfEntry[leaving] = Self.none
    }
    while true {
      let entry = Int(reachedFrom[placement])
      let before = Int(placementOfEntry[entry])
      pair(entry, placement)
      if entry == root { return }
      placement = before
    }
  }
}
