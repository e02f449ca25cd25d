/// Which placements lie near each entry, found by one pass over both in the order of time.
struct Sweep {
  private var starts: [Int32] = []
  private var ends: [Int32] = []

  /// Finds the placements that lie at most `apart` before or after each entry.
  ///
  /// - Parameters:
  ///   - entries: Where the entries lie, ascending.
  ///   - placements: Where the placements lie, ascending.
  /// - Complexity: O(n) in both.
  init(of entries: [Int], over placements: [Int], apart: Int) {
    starts.reserveCapacity(entries.count)
    ends.reserveCapacity(entries.count)
    var (start, end) = (0, 0)
    for entry in entries {
      while start < placements.count, placements[start] < entry - apart { start += 1 }
      while end < placements.count, placements[end] <= entry + apart { end += 1 }
      starts.append(Int32(start))
      ends.append(Int32(end))
    }
  }

  /// The placements near an entry; half-open.
  func reach(of entry: Int) -> Range<Int> { Int(starts[entry])..<Int(ends[entry]) }
}

extension [Int] {
  /// The first place at which something holds that holds from there on.
  ///
  /// - Complexity: O(log n).
  func partitioningIndex(_ holds: (Int) -> Bool) -> Int { indices.partitioningIndex { holds(self[$0]) } }
}

extension Range<Int> {
  /// The first number for which something holds that holds from there on; the upper bound when there is none.
  ///
  /// - Complexity: O(log n).
  func partitioningIndex(_ holds: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
