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
