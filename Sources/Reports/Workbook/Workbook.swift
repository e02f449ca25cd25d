public import ScheduleModel

/// A workbook of tables as values: what each cell holds, and of what kind it is.
///
/// No cell is ever a formula. The file is made of it elsewhere (ECMA-376, Office Open XML).
public struct Workbook: Hashable, Sendable {
  /// What it is about, for the file's properties.
  public let title: String
  /// The day that the file's properties tell as that of its making; from the data, never from a clock.
  public let created: CivilDay
  /// Its sheets, from left to right; one at least.
  public let sheets: [Sheet]

  /// A table on a sheet of its own: one row of headings, then the rows.
  public struct Sheet: Hashable, Sendable {
    /// Its name: at most 31 characters, none of `[]:*?/\`, no apostrophe at an end.
    public let name: String
    /// The columns, from left to right.
    public let columns: [Column]
    /// How many of the columns stay in sight when the sheet is moved sideways.
    public let fixedColumns: Int
    /// The rows; each has a cell for each column.
    public let rows: [[Cell]]
    /// A picture of the table beside it; `nil` for none.
    public let chart: Chart?
    /// Lines of words above the headings.
    public let above: [String]
    /// Whether it is a form, of which only the open cells can be changed.
    public let isLocked: Bool
    /// What programs offer in the cells of some columns, by their index.
    public let choices: [Int: Choice]
    /// Whether programs do not show it.
    public let isHidden: Bool
    /// Whether its cells have borders, as a table on paper has.
    public let hasBorders: Bool

    /// The most rows that programs take on a sheet, below its headings.
    public static let mostRows = 1_048_575

    /// How many lines the headings take in the columns' widths.
    public var headingLines: Int { lines(columns.map { .text($0.heading) }) }

    /// How many lines a row takes in the columns' widths, 1 at least; programs do not all find that out themselves.
    public func lines(_ row: [Cell]) -> Int {
      zip(row, columns).reduce(1) { most, pair in
        // Letters are narrower than digits on the whole, and a cell has about one digit of margin.
        let room = max(1, pair.1.width * 8 / 7 - 2)
        guard case .text(let text) = pair.0, text.utf16.count > room else { return most }
        return max(most, Self.lines(of: text, in: room))
      }
    }

    /// How many lines a text takes: a word that is too long for its cell goes on below, at a hyphen where it has one.
    private static func lines(of text: String, in room: Int) -> Int {
      text.replacing("-", with: "- ").wrapped(to: room).reduce(0) { lines, line in
        lines + max(1, (line.displayWidth + room - 1) / room)
      }
    }

    /// The smallest size, in hundredths, in which a sheet is printed and can be read.
    public static let smallestScale = 80
    /// So many digits are as wide as A4 across, without its margins, in that size.
    private static let digitsOnPaper = 146

    /// Before which columns, from 0, a new page begins when the sheet is printed; empty where it is not too wide for one. Each
    /// page has the columns that stay in sight, too.
    public var pageBreaks: [Int] {
      let widths = columns.map { $0.width + 1 }
      // A little smaller is still better than torn apart.
      guard widths.reduce(0, +) > Self.digitsOnPaper * 8 / 5 else { return [] }
      let fixed = widths.prefix(max(1, fixedColumns)).reduce(0, +)
      var breaks: [Int] = []
      var taken = 0
      for (index, width) in widths.enumerated() {
        let isFirst = index <= max(1, fixedColumns)
        if taken + width > Self.digitsOnPaper, !isFirst {
          breaks.append(index)
          taken = fixed
        }
        taken += width
      }
      return breaks
    }

    /// A table; of too many rows the first ones, and a last row that says how many are left out.
    init(
      name: String, columns: [Column], fixedColumns: Int, rows: [[Cell]], chart: Chart? = nil,
      language: ReaderLanguage, above: [String] = [], isLocked: Bool? = nil, choices: [Int: Choice] = [:],
      isHidden: Bool = false, hasBorders: Bool = false
    ) {
      self.hasBorders = hasBorders
      self.above = above
      self.isLocked = isLocked ?? !above.isEmpty
      self.choices = choices
      self.isHidden = isHidden
      self.name = name
      self.columns = columns
      self.fixedColumns = fixedColumns
      self.chart = chart
      guard rows.count > Self.mostRows else {
        self.rows = rows
        return
      }
      let shown = Self.mostRows - 1
      let remark = Cell.words(WorkbookWords.further(rows.count - shown, language), language)
      self.rows = rows.prefix(shown) + [[remark] + Array(repeating: .empty, count: columns.count - 1)]
    }
  }

  /// A column.
  public struct Column: Hashable, Sendable {
    /// Its heading.
    public let heading: String
    /// How wide it is, in digits of the font.
    public let width: Int
    /// What people enter in it; `nil` where the sheet only shows.
    public let entry: Entry?

    /// What people enter in a column, in rows that are still empty, too.
    public enum Entry: Hashable, Sendable {
      /// Words and figures, kept as they are typed.
      case text
      /// Days.
      case day
    }

    init(heading: String, width: Int, entry: Entry? = nil) {
      self.heading = heading
      self.width = width
      self.entry = entry
    }
  }

  /// Cells of a sheet that are offered to choose from.
  public struct Choice: Hashable, Sendable {
    /// The sheet.
    public let sheet: String
    /// Its column, from 0.
    public let column: Int
    /// The rows below its headings, from 0.
    public let rows: Range<Int>
    /// Whether anything else is refused.
    public let isOnly: Bool
  }

  /// A cell.
  public enum Cell: Hashable, Sendable {
    /// Nothing: a figure that is not stated or not known, or words that are not needed.
    case empty
    /// A cell of a form that somebody is to fill in; what is typed there stays as it is typed.
    case open
    /// Words, whatever they begin with; at most ``mostCharacters``.
    case text(String)
    /// A whole number.
    case number(Int)
    /// A share in hundredths of a percent.
    case percent(Int)
    /// A day.
    case day(CivilDay)
    /// A time of day.
    case time(TimeOfDay)
    /// A number that leads to rows of a sheet, counted from 0 below its headings.
    case counted(Int, sheet: String, rows: Range<Int>)

    /// The most UTF-16 units that a cell can hold.
    public static let mostCharacters = 32_767
  }

  /// A column chart: series beside each other, over the table's first column.
  public struct Chart: Hashable, Sendable {
    /// What it shows.
    public let title: String
    /// What is counted, beside the vertical axis.
    public let axis: String
    /// The columns that it draws, by their index.
    public let series: [Int]
  }
}

extension Workbook.Cell {
  /// Words as a cell can hold them: characters that cannot be seen are written out, and what is too long is
  /// cut and says by how much.
  static func words(_ text: String, _ language: ReaderLanguage) -> Self {
    let shown = text.visible()
    guard !shown.isEmpty else { return .empty }
    let length = shown.utf16.count
    guard length > mostCharacters else { return .text(shown) }
    // Room for the remark, which is shorter than this in both languages.
    var kept = ""
    var units = 0
    for scalar in shown.unicodeScalars {
      units += UTF16.width(scalar)
      if units > mostCharacters - 100 { break }
      kept.unicodeScalars.append(scalar)
    }
    let rest = grouped(length - kept.utf16.count, in: language)
    return .text(kept + Words(vi: "… (còn \(rest) ký tự)", en: "… (\(rest) characters more)")[language])
  }

  /// A number, or nothing where it is not known.
  static func figure(_ number: Int?) -> Self { number.map(Self.number) ?? .empty }
}
