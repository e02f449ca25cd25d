extension TextTable {
  /// The widths of the columns on paper, which together are as wide as the paper: in the proportion that the columns ask for,
  /// but none narrower than its longest word, so that no word is broken.
  ///
  /// - Parameters:
  ///   - letter: How wide a letter is at most, as a rule.
  ///   - margin: What a cell needs besides its text.
  func widths(of paper: Int, letter: Int, margin: Int) -> [Int] {
    let weights = columns.map { $0.width ?? 10 }
    let least = columns.indices.map { min(longestWord(in: $0), Self.mostLetters) * letter + margin }
    // Columns that need more than their share get it first; the others divide the rest.
    var fixed: Set<Int> = []
    while true {
      let open = columns.indices.filter { !fixed.contains($0) }
      var room = paper
      for index in fixed { room -= least[index] }
      var whole = 0
      for index in open { whole += weights[index] }
      let tight = open.filter { (index: Int) -> Bool in weights[index] * room < least[index] * whole }
      if tight.count == open.count {
        let sum: Int = weights.reduce(0, +)
        return weights.map { (weight: Int) -> Int in weight * paper / sum }
      }
      if tight.isEmpty {
        return columns.indices.map { (index: Int) -> Int in
          fixed.contains(index) ? least[index] : weights[index] * room / whole
        }
      }
      fixed.formUnion(tight)
    }
  }

  /// How many letters the longest word of a column has, its heading included.
  private func longestWord(in column: Int) -> Int {
    var longest = 0
    for row in rows {
      longest = max(longest, Self.longestWord(in: row.cells[column].text))
    }
    return max(longest, Self.longestWord(in: columns[column].heading))
  }

  private static func longestWord(in text: String) -> Int {
    var longest = 0
    for word in text.split(whereSeparator: { (letter: Character) -> Bool in letter == " " || letter == "-" })
    {
      // Capitals are about half as wide again as other letters: “STT” has the room of five.
      longest = max(longest, word.count + (word.count(where: \.isUppercase) + 1) / 2)
    }
    return longest
  }

  /// A longer word is an address, and may be broken.
  private static let mostLetters = 18

  /// The same without the columns that nobody filled in: those that have a stroke in each row.
  func withoutEmptyColumns() -> TextTable {
    let kept = columns.indices.filter { index in
      rows.isEmpty || !rows.allSatisfy { $0.cells[index].text == "–" }
    }
    var table = TextTable(caption: caption, columns: kept.map { columns[$0] })
    table.rows = rows.map { row in
      Row(
        cells: kept.map { row.cells[$0] }, isGroup: row.isGroup, continuesFirst: row.continuesFirst,
        sources: row.sources, opened: row.opened.flatMap(kept.firstIndex))
    }
    return table
  }
}
