extension TextTable {
  /// The widths of the columns on paper, which together are as wide as the paper: in the proportion that the columns ask for,
  /// but none narrower than its longest word, so that no word is broken. Where there is no room for all of these, figures
  /// keep theirs: a figure in two lines reads as two.
  ///
  /// - Parameters:
  ///   - letter: How wide a letter is at most, as a rule.
  ///   - margin: What a cell needs besides its text.
  func widths(of paper: Int, letter: Int, margin: Int) -> [Int] {
    let weights = columns.map { $0.width ?? 10 }
    let least = columns.indices.map {
      min(longestWord(in: $0), Self.mostLetters * 100) * letter / 100 + margin
    }
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
        return crowded(least, paper)
      }
      if tight.isEmpty {
        return columns.indices.map { (index: Int) -> Int in
          fixed.contains(index) ? least[index] : weights[index] * room / whole
        }
      }
      fixed.formUnion(tight)
    }
  }

  /// The widths where not each column has the room of its longest word.
  private func crowded(_ least: [Int], _ paper: Int) -> [Int] {
    let figures = Set(columns.indices.filter { columns[$0].kind == .number })
    var (room, others) = (paper, 0)
    for index in columns.indices {
      if figures.contains(index) { room -= least[index] } else { others += least[index] }
    }
    guard others > 0, room * 3 > others else {
      let sum: Int = least.reduce(0, +)
      return least.map { (least: Int) -> Int in least * paper / sum }
    }
    return columns.indices.map { (index: Int) -> Int in
      figures.contains(index) ? least[index] : least[index] * room / others
    }
  }

  /// How wide the longest word of a column is, its heading included, in hundredths of a letter.
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
      longest = max(longest, word.reduce(0) { $0 + width(of: $1) })
    }
    return longest
  }

  /// How wide a letter is, in hundredths of one, as a serif face in bold has it.
  private static func width(of letter: Character) -> Int {
    switch letter {
    case ".", ",", ":", ";", "/", "|", "'", "(", ")": 50
    case "0"..."9": 90
    case "m", "w": 140
    default: letter.isUppercase ? 135 : 95
    }
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
