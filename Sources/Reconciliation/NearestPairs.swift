import HeapModule

/// Pairs entries and placements that lie on a line, the nearest first.
///
/// The nearest two of different kinds are always neighbours among the points still free. So the points stand
/// in a chain, and a queue gives the nearest neighbours of different kinds; once they are taken out, the
/// points beside them become neighbours. Of pairs with equal distance the one with the earlier placement
/// comes first, then the one with the earlier entry.
struct NearestPairs {
  /// A point: where it lies, and its index in the caller's list.
  typealias Point = (position: Int, index: Int)

  /// Whether an entry and a placement are near enough to be paired.
  typealias Reach = (_ entry: Int, _ placement: Int) -> Bool

  /// The pairs, as indices of the caller's lists, the nearest first.
  private(set) var pairs: [(entry: Int, placement: Int)] = []

  private var chain: [Link] = []
  private var queue = Heap<Neighbours>()

  /// The points at one position that are still free.
  private struct Link {
    let position: Int
    var entries: ArraySlice<Point>
    var placements: ArraySlice<Point>
    var previous: Int?
    var next: Int?

    var isEmpty: Bool { entries.isEmpty && placements.isEmpty }
  }

  /// Two neighbours in the chain, of which one has entries and the other placements.
  private struct Neighbours: Comparable {
    let distance: Int
    let placementAt: Int
    let entryAt: Int
    let left: Int
    let right: Int

    static func < (one: Neighbours, other: Neighbours) -> Bool {
      (one.distance, one.placementAt, one.entryAt) < (other.distance, other.placementAt, other.entryAt)
    }
  }

  /// Pairs entries with placements.
  ///
  /// - Parameters:
  ///   - entries: Sorted by position; of those at one position the first is taken first.
  ///   - placements: Sorted in the same way.
  ///   - reach: Whether two may be paired. When two may not, nothing beyond the one may with anything beyond
  ///     the other.
  /// - Complexity: O(n log n) in the points.
  init(entries: [Point], placements: [Point], reach: Reach) {
    join(entries, placements)
    for index in chain.indices { _ = pair(index, index, reach) }
    var last: Int?
    for index in chain.indices where !chain[index].isEmpty {
      chain[index].previous = last
      if let last { chain[last].next = index }
      last = index
    }
    for index in chain.indices where !chain[index].isEmpty { offer(index, chain[index].next, reach) }
    while let nearest = queue.popMin() {
      guard pair(nearest.left, nearest.right, reach) else { continue }
      removeIfEmpty(nearest.left)
      removeIfEmpty(nearest.right)
      offer(
        chain[nearest.left].isEmpty ? chain[nearest.left].previous : nearest.left,
        chain[nearest.right].isEmpty ? chain[nearest.right].next : nearest.right, reach)
    }
  }

  /// Makes the chain: both lists in one, with a link for each position.
  private mutating func join(_ entries: [Point], _ placements: [Point]) {
    var entries = entries[...]
    var placements = placements[...]
    while let position = [entries.first?.position, placements.first?.position].compactMap({ $0 }).min() {
      let entriesHere = entries.prefix { $0.position == position }
      let placementsHere = placements.prefix { $0.position == position }
      chain.append(Link(position: position, entries: entriesHere, placements: placementsHere))
      entries.removeFirst(entriesHere.count)
      placements.removeFirst(placementsHere.count)
    }
  }

  /// Pairs as many points of two links as it can; `false` when it can none.
  private mutating func pair(_ left: Int, _ right: Int, _ reach: Reach) -> Bool {
    let (withEntries, withPlacements) = chain[left].entries.isEmpty ? (right, left) : (left, right)
    var hasPaired = false
    while let entry = chain[withEntries].entries.first,
      let placement = chain[withPlacements].placements.first,
      reach(entry.index, placement.index)
    {
      pairs.append((entry.index, placement.index))
      chain[withEntries].entries.removeFirst()
      chain[withPlacements].placements.removeFirst()
      hasPaired = true
    }
    return hasPaired
  }

  private mutating func removeIfEmpty(_ index: Int) {
    guard chain[index].isEmpty else { return }
    if let previous = chain[index].previous { chain[previous].next = chain[index].next }
    if let next = chain[index].next { chain[next].previous = chain[index].previous }
  }

  /// Puts two neighbours into the queue when one has entries, the other placements, and they may be paired.
  private mutating func offer(_ left: Int?, _ right: Int?, _ reach: Reach) {
    guard let left, let right else { return }
    let (withEntries, withPlacements) = chain[left].entries.isEmpty ? (right, left) : (left, right)
    guard let entry = chain[withEntries].entries.first,
      let placement = chain[withPlacements].placements.first,
      reach(entry.index, placement.index)
    else { return }
    queue.insert(
      Neighbours(
        distance: chain[right].position - chain[left].position, placementAt: placement.position,
        entryAt: entry.position, left: left, right: right))
  }
}
