import ScheduleModel

/// A table for a reader: a row of headings, then rows of text.
///
/// It is set in columns here, and as HTML by ``TallyPage``, so that a report's text and page hold the same.
struct TextTable {
  /// Its caption; `nil` when the section's heading says it all.
  var caption: String?
  /// The columns, from left to right; each row has a cell for each.
  let columns: [Column]
  /// The rows, in the order in which they are printed.
  var rows: [Row] = []

  /// A column: its heading, what it holds and how wide it is.
  struct Column {
    /// What is printed above it.
    let heading: String
    /// What it holds.
    let kind: Kind
    /// Longer cells and headings are broken at blanks to this width; `nil` for as wide as they are.
    let width: Int?
    /// Whether a reader of a narrow terminal can do without it, as without ids beside titles.
    var isSpare = false

    /// What a column holds.
    enum Kind: Hashable {
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
  struct Row {
    /// A cell for each column.
    let cells: [Cell]
    /// Whether it heads the rows below it.
    var isGroup = false
    /// Whether its first cell is that of the row above, as one day is of several programmes.
    var continuesFirst = false
    /// The rows of the logs behind one of its figures; empty when nothing was counted.
    var sources: [SourcePlace] = []
    /// The column of that figure; `nil` when none can be opened.
    var opened: Int?

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
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    let below = body.flatMap { lines(of: $0, widths: widths) }
    return (lines(of: heading, widths: widths) + [rule] + below).map { $0 + "\n" }.joined()
  }

  /// What parts two columns.
  static let gap = "  "

  private func set(_ cell: String, in column: Column) -> [String] {
    let shown = cell.visible()
    return column.width.map { shown.wrapped(to: $0) } ?? [shown]
  }

  private func width(of cell: [String]) -> Int { cell.lazy.map(\.displayWidth).max() ?? 0 }

  private func lines(of cells: [[String]], widths: [Int]) -> [String] {
    let height = cells.lazy.map(\.count).max() ?? 0
    return (0..<height).map { index in
      var line = ""
      // Blanks are set when something follows them.
      var blanks = 0
      for (column, cell) in cells.enumerated() {
        let text = index < cell.count ? cell[index] : ""
        let rest = widths[column] - text.displayWidth
        let isNumber = columns[column].kind == .number
        blanks += (column == 0 ? 0 : Self.gap.count) + (isNumber ? rest : 0)
        if !text.isEmpty {
          line += String(repeating: " ", count: blanks)
          line += text
          blanks = 0
        }
        if !isNumber { blanks += rest }
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
