import ScheduleModel

extension TextTable {
  /// The table in lines of at most `width` columns; `nil` for as wide as it is.
  ///
  /// What is too wide loses its empty columns and, where that helps, those that a reader can do without
  /// (``Column/isSpare``); then cells are wrapped. What does not fit even so is parted into tables below each other, each
  /// with the column that names the rows.
  func text(width: Int?) -> String {
    guard let width, naturalWidth(Array(columns.indices)) > width else { return text() }
    let filled = columns.indices.filter { index in
      rows.isEmpty || rows.contains { !$0.cells[index].isEmpty }
    }
    let essential = filled.filter { !columns[$0].isSpare }
    if Self.sum(filled.map(leastWidth)) <= width { return fitted(filled, to: width) }
    if Self.sum(essential.map(leastWidth)) <= width { return fitted(essential, to: width) }
    return parts(of: essential, width).map { fitted($0, to: width) }.joined(separator: "\n")
  }

  /// The columns of each table into which it is parted, the naming column first in each.
  private func parts(of columns: [Int], _ width: Int) -> [[Int]] {
    guard let key = columns.first(where: { self.columns[$0].kind == .name }) ?? columns.first else {
      return []
    }
    var parts = [[Int]]()
    var part = columns.filter { $0 <= key }
    if Self.sum(part.map(leastWidth)) * 2 > width { part = [key] }
    let keys = part.count > 1 && parts.isEmpty ? [key] : part
    for column in columns where !part.contains(column) && column != key {
      if part.count > keys.count, Self.sum((part + [column]).map(leastWidth)) > width {
        parts.append(part.sorted())
        part = keys
      }
      part.append(column)
    }
    return parts + [part.sorted()]
  }

  /// Some of the columns, wrapped so that they fit.
  private func fitted(_ kept: [Int], to width: Int) -> String {
    var widths = kept.map(leastWidth)
    let wished = kept.map { naturalWidth(of: $0) }
    // The narrowest columns that would like to be wider get a place first.
    while Self.sum(widths) < width,
      let next = widths.indices.filter({ widths[$0] < wished[$0] }).min(by: { widths[$0] < widths[$1] })
    {
      widths[next] += 1
    }
    var table = TextTable(
      caption: caption,
      columns: zip(kept, widths).map { index, width in
        Column(
          heading: Self.broken(columns[index].heading.visible(), at: width), kind: columns[index].kind,
          width: width)
      })
    table.rows = rows.map { row in
      Row(cells: zip(kept, widths).map { .words(Self.broken(row.cells[$0].text.visible(), at: $1)) })
    }
    return table.text()
  }

  /// No column of words is made narrower than this, unless it is so by itself.
  private static let leastOfKind: [Column.Kind: Int] = [.name: 14, .words: 10, .number: 1]
  /// Figures with their units: "100 tin, bài, ảnh".
  private static let leastOfFigure = 8
  /// Longer words are broken.
  private static let longestWord = 24

  private func leastWidth(_ index: Int) -> Int {
    let column = columns[index]
    let texts = [column.heading] + rows.map(\.cells[index].text)
    let longest =
      texts.map { text in
        text.visible().split(whereSeparator: \.isWhitespace).map(\.displayWidth).max() ?? 0
      }.max() ?? 0
    let isFigure = column.kind == .number && rows.contains { $0.cells[index].text.contains(" ") }
    let least = isFigure ? Self.leastOfFigure : Self.leastOfKind[column.kind] ?? 1
    return min(naturalWidth(of: index), max(least, min(longest, Self.longestWord)))
  }

  private func naturalWidth(of index: Int) -> Int {
    let column = columns[index]
    return ([column.heading] + rows.map(\.cells[index].text)).map { cell in
      let shown = cell.visible()
      return column.width.map { shown.wrapped(to: $0).map(\.displayWidth).max() ?? 0 } ?? shown.displayWidth
    }.max() ?? 0
  }

  private func naturalWidth(_ columns: [Int]) -> Int { Self.sum(columns.map(naturalWidth)) }

  private static func sum(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + max(0, widths.count - 1) * gap.count
  }

  /// A text whose words are at most so wide: longer ones continue as a word of their own.
  private static func broken(_ text: String, at width: Int) -> String {
    guard text.split(separator: " ").contains(where: { $0.displayWidth > width }) else { return text }
    return text.split(separator: " ").map { word in
      var pieces = [""]
      var used = 0
      for letter in word {
        if used + letter.displayWidth > width, used > 0 {
          pieces.append("")
          used = 0
        }
        pieces[pieces.count - 1].append(letter)
        used += letter.displayWidth
      }
      return pieces.joined(separator: " ")
    }.joined(separator: " ")
  }
}
