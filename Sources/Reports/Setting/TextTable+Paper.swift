extension TextTable {
  /// The widths of the columns on paper, which together are as wide as the paper: in the proportion that the columns ask for,
  /// but none narrower than its longest word, so that no word is broken.
  ///
  /// - Parameters:
  ///   - letter: How wide a letter is at most, as a rule.
  ///   - margin: What a cell needs besides its text.
  func widths(of paper: Int, letter: Int, margin: Int) -> [Int] {
    let weights = columns.map { $0.width ?? 10 }
    let least = columns.indices.map { index in
      let texts = [columns[index].heading] + rows.map { $0.cells[index] }
      let longest = texts.lazy.flatMap { $0.split { $0 == " " || $0 == "-" } }.map(\.count).max() ?? 0
      return min(longest, Self.longestWord) * letter + margin
    }
    // Columns that need more than their share get it first; the others divide the rest.
    var fixed: Set<Int> = []
    while true {
      let room = paper - fixed.reduce(0) { $0 + least[$1] }
      let whole = columns.indices.filter { !fixed.contains($0) }.reduce(0) { $0 + weights[$1] }
      let tight = columns.indices.filter { !fixed.contains($0) && weights[$0] * room < least[$0] * whole }
      guard fixed.count + tight.count < columns.count else {
        return weights.map { $0 * paper / weights.reduce(0, +) }
      }
      if tight.isEmpty {
        return columns.indices.map { fixed.contains($0) ? least[$0] : weights[$0] * room / whole }
      }
      fixed.formUnion(tight)
    }
  }

  /// A longer word is an address, and may be broken.
  private static let longestWord = 18

  /// The same without the columns that nobody filled in: those that have a stroke in each row.
  func withoutEmptyColumns() -> TextTable {
    let kept = columns.indices.filter { index in rows.isEmpty || !rows.allSatisfy { $0.cells[index] == "–" } }
    var table = TextTable(caption: caption, columns: kept.map { columns[$0] })
    table.rows = rows.map { row in
      Row(
        cells: kept.map { row.cells[$0] }, isGroup: row.isGroup, continuesFirst: row.continuesFirst,
        sources: row.sources, opened: row.opened.flatMap(kept.firstIndex))
    }
    return table
  }
}
