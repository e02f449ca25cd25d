/// The closest of some words to a mistyped one.
public enum EditDistance {
  /// The candidate that differs from `word` in the fewest letters, when that is at most a third of them;
  /// `nil` when none is near. The first of several equally near ones.
  public static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    let given = Array(word.lowercased())
    let limit = max(1, given.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in candidates where abs(candidate.count - given.count) <= limit {
      let distance = between(given, Array(candidate.lowercased()))
      if distance <= limit, best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
    }
    return best?.word
  }

  /// Letters to insert, delete, replace, or swap with a neighbour.
  ///
  /// A metric (Lowrance and Wagner, *An Extension of the String-to-String Correction Problem*, 1975): letters
  /// may be put between two that were swapped.
  public static func between(_ left: [Character], _ right: [Character]) -> Int {
    let far = left.count + right.count
    // Row and column 0 stand before the empty words, so that a swap may look back from the first letters.
    var table = Array(repeating: Array(repeating: far, count: right.count + 2), count: left.count + 2)
    for i in 0...left.count { table[i + 1][1] = i }
    for j in 0...right.count { table[1][j + 1] = j }
    var lastRow: [Character: Int] = [:]
    for (i, a) in left.enumerated() {
      var lastColumn = 0
      for (j, b) in right.enumerated() {
        let row = lastRow[b] ?? 0
        let swap = table[row][lastColumn] + (i - row) + 1 + (j - lastColumn)
        let replace = table[i + 1][j + 1] + (a == b ? 0 : 1)
        table[i + 2][j + 2] = min(swap, replace, table[i + 2][j + 1] + 1, table[i + 1][j + 2] + 1)
        if a == b { lastColumn = j + 1 }
      }
      lastRow[a] = i + 1
    }
    return table[left.count + 1][right.count + 1]
  }
}
