package import ScheduleModel

/// A table for a reader: a row of headings, then rows of text.
///
/// It is set in columns here, and as HTML by ``TallyPage`` and by the server's pages, so that a report's text and page
/// hold the same.
package struct TextTable {
  /// Its caption; `nil` when the section's heading says it all.
  package var caption: String?
  /// The columns, from left to right; each row has a cell for each.
  package let columns: [Column]
  /// The rows, in the order in which they are printed.
  package var rows: [Row] = []

  /// A column: its heading, what it holds and how wide it is.
  package struct Column {
    /// What is printed above it.
    package let heading: String
    /// What it holds.
    package let kind: Kind
    /// Longer cells and headings are broken at blanks to this width; `nil` for as wide as they are.
    let width: Int?
    /// Whether a reader of a narrow terminal can do without it, as without ids beside titles.
    var isSpare = false

    /// What a column holds.
    package enum Kind: Hashable {
      /// Words, set from the left.
      case words
      /// Numbers, set to the right.
      case number
      /// Words that name the row.
      case name
    }

    /// A column of words.
    static func words(_ heading: String, width: Int? = nil, isSpare: Bool = false) -> Column {
      Column(heading: heading, kind: .words, width: width, isSpare: isSpare)
    }

    /// A column of numbers.
    static func number(_ heading: String, width: Int? = nil) -> Column {
      Column(heading: heading, kind: .number, width: width)
    }

    /// The column that names each row.
    static func name(_ heading: String, width: Int? = nil) -> Column {
      Column(heading: heading, kind: .name, width: width)
    }
  }

  /// One row.
  package struct Row {
    /// A cell for each column.
    package let cells: [Cell]
    /// Whether it heads the rows below it.
    package var isGroup = false
    /// Whether its first cell is that of the row above, as one day is of several programmes.
    var continuesFirst = false
    /// The rows of the logs behind one of its figures; empty when nothing was counted.
    package var sources: [SourcePlace] = []
    /// The column of that figure; `nil` when none can be opened.
    package var opened: Int?
    /// The id of the line whose figures it has; `nil` for other rows.
    package var line: String?

    /// Whether it is a heading over empty cells.
    var isHeading: Bool { isGroup && cells.count > 2 && cells[2...].allSatisfy(\.isEmpty) }
  }

  /// Adds a row.
  mutating func append(_ cells: [Cell]) { rows.append(Row(cells: cells)) }

  /// Adds a row of words.
  mutating func append(_ words: [String]) { append(words.map(Cell.words)) }

  /// The table in aligned columns, a rule below the headings, no blanks at line ends; ends with a line feed.
  func text() -> String {
    let heading = columns.map { set($0.heading, in: $0) }
    let body = rows.map { row in zip(row.cells, columns).map { set($0.text, in: $1) } }
    let widths = columns.indices.map { index in
      body.reduce(width(of: heading[index])) { max($0, width(of: $1[index])) }
    }
    var text = ""
    append(heading, widths, to: &text)
    text += widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap) + "\n"
    for cells in body { append(cells, widths, to: &text) }
    return text
  }

  /// What parts two columns.
  static let gap = "  "

  private func set(_ cell: String, in column: Column) -> [String] {
    let shown = cell.visible()
    return column.width.map { shown.wrapped(to: $0) } ?? [shown]
  }

  private func width(of cell: [String]) -> Int { cell.reduce(0) { max($0, $1.displayWidth) } }

  /// Adds the lines of a row.
  private func append(_ cells: [[String]], _ widths: [Int], to text: inout String) {
    let height = cells.reduce(0) { max($0, $1.count) }
    for index in 0..<height {
      // Blanks are set when something follows them.
      var blanks = 0
      for (column, cell) in cells.enumerated() {
        let word = index < cell.count ? cell[index] : ""
        let rest = widths[column] - word.displayWidth
        let isNumber = columns[column].kind == .number
        blanks += (column == 0 ? 0 : Self.gapWidth) + (isNumber ? rest : 0)
        if !word.isEmpty {
          text += Self.blanks[min(blanks, Self.blanks.count - 1)]
          for _ in 0..<max(0, blanks - Self.blanks.count + 1) { text += " " }
          text += word
          blanks = 0
        }
        if !isNumber { blanks += rest }
      }
      while text.utf8.last == 0x20 { text.unicodeScalars.removeLast() }
      text += "\n"
    }
  }

  private static let gapWidth = gap.count
  private static let blanks = (0...80).map { String(repeating: " ", count: $0) }
}
