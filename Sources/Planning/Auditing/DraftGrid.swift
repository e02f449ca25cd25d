import ScheduleModel
import Spreadsheets

/// A table of a draft report: what its rows and columns are called, and what is in each cell where they meet.
struct DraftGrid {
  /// The table, for a reader.
  let name: Words
  /// The rows below the headings.
  var rows: [Series]
  /// The columns, those without figures too.
  var columns: [Series]
  /// A cell for each column of each row.
  var cells: [[Cell]]
  /// Sums and percentages that the row of column numbers states: "4=2+3", "5=4/3".
  var formulas: [ColumnFormula] = []

  /// A row or a column.
  struct Series {
    /// What it is called.
    let title: String
    /// The merged headings above it, the outermost first; empty for a row.
    var above: [String] = []
    /// How it is numbered, which tells what lies inside what.
    var mark = DraftMark.none
    /// Whether it says that it is a sum of others.
    var isTotal: Bool { DraftWords.isTotal(title) }
    /// Whether its name is nothing but the word for a sum.
    var isBareTotal: Bool { DraftWords.isBareTotal(title) }
    /// Whether it says that it is among what another one counts.
    var isPart: Bool { DraftWords.isPart(title) || above.contains(where: DraftWords.isPart) || isOwnPart }
    /// Whether it says what was planned or owed, which is never added to what was done.
    var isPlanned: Bool { DraftWords.isPlanned(pieces) }
    /// Whether it says what was done of it.
    var isDone: Bool { DraftWords.isDone(pieces) }
    /// The merged headings that it shares with the whole of which it is a part: those before “trong đó”.
    var scope: [String] { Array(above.prefix { !DraftWords.isPart($0) }) }

    /// Whether it has the merged headings of another above it.
    func isBelow(_ headings: [String]) -> Bool { above.starts(with: headings) }

    private var pieces: [String] { above.isEmpty ? [title] : title.pieces }
    private var isOwnPart: Bool { !above.isEmpty && title.pieces.last.map(DraftWords.isPart) ?? false }
  }

  /// A cell.
  struct Cell {
    /// The id that its figure gets: `b1-c5`.
    let id: String
    /// Its row and column in the file.
    let place: SourcePlace
    /// Where it is, for a reader: "bảng 1, ô C5".
    let at: Words
    /// As it is written.
    let words: String
    /// What it is.
    var value: Value
    /// Whether what it counts was taken from the name of its row, where nothing else says it.
    var isUnitOfName = false

    /// The count in it; `nil` for anything else.
    var count: Quantity? { if case .count(let quantity) = value { quantity } else { nil } }
    /// The percentage in it; `nil` for anything else.
    var percentage: Percentage? { if case .percentage(let percentage) = value { percentage } else { nil } }
    /// Whether it has digits of which nobody can tell the figure.
    var isUnread: Bool { if case .unread = value { true } else { false } }
  }

  /// What a cell says.
  enum Value {
    /// Nothing, a stroke, or that there are no data.
    case none
    /// Words.
    case text
    /// How many.
    case count(Quantity)
    /// A percentage.
    case percentage(Percentage)
    /// A figure that is not understood whole.
    case unread(Words)
  }

  /// What one column is of others, by their indices.
  enum ColumnFormula {
    case sum(Int, of: [Int])
    case ratio(Int, part: Int, whole: Int)
  }

  /// The same with rows for columns; formulas are of columns only.
  var transposed: DraftGrid {
    DraftGrid(
      name: name, rows: columns, columns: rows,
      cells: columns.indices.map { column in rows.indices.map { cells[$0][column] } })
  }
}

/// How a row is numbered: rows numbered alike stand side by side.
enum DraftMark: Hashable {
  case none, letter, roman, number, small, dash, plus, bullet
  /// `1.2` has two parts.
  case dotted(Int)

  /// The mark that a cell of numbers is; `nil` when it is none.
  init?(_ text: String, lettersAreRoman: Bool) {
    let mark = text.last == "." || text.last == ")" ? text.dropLast() : text[...]
    switch mark {
    case "-", "–", "—": self = .dash
    case "+": self = .plus
    case "•", "*", "·", "o": self = .bullet
    default:
      let parts = mark.split(separator: ".", omittingEmptySubsequences: false)
      if !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0.count <= 3 && $0.allSatisfy(\.isWholeNumber) })
      {
        self = parts.count == 1 ? .number : .dotted(parts.count)
      } else if mark.allSatisfy({ "IVXL".contains($0) }), !mark.isEmpty, mark.count > 1 || lettersAreRoman {
        self = .roman
      } else if mark.count == 1, mark.first?.isUppercase == true {
        self = .letter
      } else if mark.count == 1, mark.first?.isLowercase == true {
        self = .small
      } else {
        return nil
      }
    }
  }

  /// The mark at the head of a name, and the name behind it: "1. Tin", "a) Tin", "- Tin".
  static func leading(_ title: String) -> (mark: DraftMark, title: String)? {
    guard let space = title.firstIndex(of: " ") else { return nil }
    let first = title[..<space]
    let isMark = first.last == "." || first.last == ")" || first.allSatisfy { "-–—+•*".contains($0) }
    guard isMark, let mark = DraftMark(String(first), lettersAreRoman: true) else { return nil }
    return (mark, String(title[space...].drop(while: \.isWhitespace)))
  }
}

/// The words by which a draft says that figures belong together.
enum DraftWords {
  /// "Tổng cộng", "Tổng số tin", "Cộng cấp tỉnh", "Truyền hình – Tổng".
  static func isTotal(_ title: String) -> Bool {
    let last = lastPiece(of: title)
    return isBareTotal(last) || AnnexPlanBuilder.isTotal(last)
      || begins(
        last,
        with: [
          "tong cac", "tong luong", "tong san", "tong luot", "tong thoi", "tong tin", "tong bai", "cong cap",
          "cong khoi", "cong cac", "cong muc", "cong phan", "cong nhom",
        ])
  }

  /// "Tổng cộng", "Cộng (I + II)", "Toàn tỉnh".
  static func isBareTotal(_ title: String) -> Bool {
    let words = FoldedText(lastPiece(of: title).prefix { $0 != "(" && $0 != ":" }).text
    return [
      "tong", "cong", "tong cong", "tong so", "toan tinh", "toan huyen", "toan thanh pho", "toan nganh",
      "ca tinh",
      "cong chung", "total", "sum", "all",
    ].contains(words)
  }

  /// "Trong đó: cấp huyện", "Bao gồm".
  static func isPart(_ title: String) -> Bool {
    begins(title, with: ["trong do", "bao gom", "gom", "of which"])
  }

  /// Whether a name says what was to be done, or all there is.
  static func isWhole(_ title: String) -> Bool {
    has(title, ["ke hoach", "chi tieu", "giao", "tong", "phai", "nhiem vu", "plan", "target"])
  }

  /// Whether a name says what was planned or owed: "Kế hoạch", "Số phải báo cáo", "Tin – Chỉ tiêu giao". What only
  /// mentions a plan ("Tin về kế hoạch") does not.
  static func isPlanned(_ pieces: [String]) -> Bool {
    pieces.contains { piece in
      begins(
        piece,
        with: [
          "ke hoach", "theo ke hoach", "tong ke hoach", "chi tieu", "giao", "duoc giao", "nhiem vu",
          "du kien", "plan", "planned", "target",
        ]
      ) || has(piece, ["phai"])
    }
  }

  /// Whether a name says what was done: "Thực hiện", "Số đã báo cáo".
  static func isDone(_ pieces: [String]) -> Bool {
    pieces.contains { piece in
      begins(piece, with: ["thuc hien", "da thuc hien", "ket qua", "dat", "hoan thanh", "done", "result"])
        || piece.lowercased().split(separator: " ").contains("đã")
    }
  }

  /// Whether a name says what was done.
  static func isDone(_ title: String) -> Bool {
    has(title, ["thuc hien", "ket qua", "dat", "da", "hoan thanh", "tham gia", "done", "result"])
  }

  /// Whether a column is of percentages though its cells have no sign.
  static func isPercentage(_ title: String) -> Bool {
    title.contains("%") || has(title, ["ty le", "ti le", "ty trong", "ti trong", "co cau"])
  }

  /// Columns whose numbers count nothing.
  static func isNoFigure(_ title: String) -> Bool {
    let words = FoldedText(title).text
    return ["nam", "ghi chu", "stt", "tt", "so tt", "so thu tu", "no", "thu tu"].contains(words)
      || has(
        title,
        [
          "dien thoai", "so hieu", "so ky hieu", "ky hieu", "ngay", "thoi gian", "thoi diem", "ghi chu",
          "van ban so",
        ])
  }

  private static func begins(_ title: String, with words: [String]) -> Bool {
    let folded = FoldedText(title).text
    return words.contains { folded == $0 || folded.hasPrefix($0 + " ") }
  }

  /// The heading of a column below those that it shares with others.
  private static func lastPiece(of title: String) -> String {
    title.split(separator: " – ").last.map(String.init) ?? title
  }

  private static func has(_ title: String, _ words: [String]) -> Bool {
    let folded = " " + FoldedText(title).text + " "
    return words.contains { folded.contains(" \(FoldedText($0).text) ") }
  }
}

extension String {
  /// The headings of a column, the outermost first, as its title joins them.
  fileprivate var pieces: [String] { split(separator: " – ").map(String.init) }
}
