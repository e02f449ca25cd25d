/// Nodes by their distance, the nearest first; those at the present distance on a stack of their own.
struct DistanceHeap {
  private var items: [(distance: Int, node: Int32)] = []
  private var now: [Int32] = []
  private var present = 0

  mutating func removeAll() {
    items.removeAll(keepingCapacity: true)
    now.removeAll(keepingCapacity: true)
    present = 0
  }

  /// Adds a node at the distance of the last one that was taken.
  mutating func pushNow(_ node: Int32) { now.append(node) }

  /// Adds a node that is farther than the last one that was taken.
  mutating func push(_ node: Int32, _ distance: Int) {
    items.append((distance, node))
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard items[parent].distance > distance else { break }
      items[child] = items[parent]
      child = parent
    }
    items[child] = (distance, node)
  }

  /// Takes the nearest.
  mutating func pop() -> (node: Int32, distance: Int)? {
    if let node = now.popLast() { return (node, present) }
    guard let top = items.first, let last = items.popLast() else { return nil }
    present = top.distance
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < items.count else { break }
      if child + 1 < items.count, items[child + 1].distance < items[child].distance { child += 1 }
      guard items[child].distance < last.distance else { break }
      items[parent] = items[child]
      parent = child
    }
    if !items.isEmpty { items[parent] = last }
    return (top.node, top.distance)
  }
}
