extension [Int] {
  /// The first place at which something holds that holds from there on.
  ///
  /// - Complexity: O(log n).
  @inlinable
  public func partitioningIndex(_ holds: (Int) -> Bool) -> Int {
    indices.partitioningIndex { holds(self[$0]) }
  }
}

extension Range<Int> {
  /// The first number for which something holds that holds from there on; the upper bound when there is none.
  ///
  /// - Complexity: O(log n).
  @inlinable
  public func partitioningIndex(_ holds: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
