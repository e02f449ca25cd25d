/// What differs between two texts, line by line.
public struct TextDifference: Hashable, Sendable {
  /// Stretches that differ, from the first on.
  public let changes: [Change]

  /// Lines in the place of others.
  public struct Change: Hashable, Sendable {
    /// The number of the first line in the old text, from 1; where nothing is taken away, of the line before which the
    /// new ones come.
    public let line: Int
    /// The lines that are no longer there.
    public let old: [String]
    /// Those in their place.
    public let new: [String]
  }

  /// Compares two texts.
  ///
  /// - Complexity: Quadratic in the number of lines that differ.
  public init(from old: String, to new: String) {
    func lines(_ text: String) -> [Substring] {
      text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }
    let (before, after) = (lines(old), lines(new))
    let difference = after.difference(from: before)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let index, _, _): removed.insert(index)
      case .insert(let index, _, _): added.insert(index)
      }
    }
    var changes: [Change] = []
    var (one, other) = (0, 0)
    while one < before.count || other < after.count {
      let start = one
      var (gone, come): ([String], [String]) = ([], [])
      while removed.contains(one) {
        gone.append(String(before[one]))
        one += 1
      }
      while added.contains(other) {
        come.append(String(after[other]))
        other += 1
      }
      if gone.isEmpty, come.isEmpty {
        one += 1
        other += 1
      } else {
        changes.append(Change(line: start + 1, old: gone, new: come))
      }
    }
    self.changes = changes
  }
}
