import ScheduleModel

/// Two changes of one text of a plan put together, line by line.
public struct PlanTextJoin: Hashable, Sendable {
  /// The text with both changes; where they meet in the same lines, it has those of the stored text.
  public let text: String
  /// Where both changed the same lines, from the first on; empty when everything could be joined.
  public let conflicts: [Conflict]

  /// Lines that two people changed, each in another way.
  public struct Conflict: Hashable, Sendable {
    /// The number of the first of the lines in ``PlanTextJoin/text``, from 1.
    public let line: Int
    /// How the stored text has them.
    public let stored: [String]
    /// How the other text has them.
    public let own: [String]

    /// Lines that two people changed.
    public init(line: Int, stored: [String], own: [String]) {
      (self.line, self.stored, self.own) = (line, stored, own)
    }
  }

  /// A stretch of the old text's lines, counted from 0, with what one of the two has in its place.
  private struct Step {
    let range: Range<Int>
    let lines: [String]
    let isOwn: Bool
  }

  /// Joins two texts that were made from a third.
  ///
  /// Lines that lie beside each other are different lines. New lines of both at the same place are a conflict, unless
  /// they are the same.
  ///
  /// - Parameters:
  ///   - base: The text that both were made from.
  ///   - own: The one that is to be stored.
  ///   - stored: The one that was stored meanwhile.
  /// - Complexity: Quadratic in the number of lines that differ.
  public init(_ base: String, own: String, stored: String) {
    let old = base.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    func steps(_ text: String, isOwn: Bool) -> [Step] {
      TextDifference(from: base, to: text).changes.map {
        Step(range: $0.line - 1..<$0.line - 1 + $0.old.count, lines: $0.new, isOwn: isOwn)
      }
    }
    let all = (steps(own, isOwn: true) + steps(stored, isOwn: false)).sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var lines: [String] = []
    var conflicts: [Conflict] = []
    var (next, index) = (0, 0)
    while index < all.count {
      var range = all[index].range
      var end = index + 1
      while end < all.count,
        all[end].range.lowerBound < range.upperBound || (all[end].range.isEmpty && all[end].range == range)
      {
        range = range.lowerBound..<max(range.upperBound, all[end].range.upperBound)
        end += 1
      }
      lines += old[next..<range.lowerBound]
      let group = all[index..<end]
      func side(isOwn: Bool) -> [String] {
        var (side, at) = ([String](), range.lowerBound)
        for step in group where step.isOwn == isOwn {
          side += old[at..<step.range.lowerBound] + step.lines
          at = step.range.upperBound
        }
        return side + old[at..<range.upperBound]
      }
      let isMet = group.contains(where: \.isOwn) && group.contains { !$0.isOwn }
      let (ownSide, storedSide) = (side(isOwn: true), side(isOwn: false))
      if isMet, ownSide != storedSide {
        conflicts.append(Conflict(line: lines.count + 1, stored: storedSide, own: ownSide))
      }
      lines += isMet || !group.contains(where: \.isOwn) ? storedSide : ownSide
      (next, index) = (range.upperBound, end)
    }
    lines += old[next...]
    text = lines.joined(separator: stored.contains("\r\n") ? "\r\n" : "\n")
    self.conflicts = conflicts
  }
}
