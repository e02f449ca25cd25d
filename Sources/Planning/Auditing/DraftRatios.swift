import ScheduleModel

/// Of which figures the percentages of a column are; of the transposed grid, those of a row.
///
/// A column is judged whole: of the pairs of columns that may be part and whole, the one by which the most rows come out,
/// rounded or cut off, if these are more than half of its rows.
struct DraftRatios {
  /// What the percentages of a column are.
  struct Proposal {
    let column: Int
    let part: Int
    /// The column of the whole, or the row of a total in the column of the part.
    let whole: Whole
    /// Why it may be something else; `nil` where words or figures show it.
    let doubt: Words?
  }

  /// Where the whole is.
  enum Whole: Hashable {
    case column(Int)
    case total(row: Int)
  }

  private let grid: DraftGrid

  init(_ grid: DraftGrid) { self.grid = grid }

  /// The columns in which most figures are percentages.
  var percentageColumns: [Int] {
    grid.columns.indices.filter { column in
      let percentages = grid.rows.indices.count { grid.cells[$0][column].percentage != nil }
      let counts = grid.rows.indices.count { grid.cells[$0][column].count != nil }
      return percentages > counts
    }
  }

  /// What a column's percentages are; `nil` where nothing shows it.
  func proposal(_ column: Int) -> Proposal? {
    for formula in grid.formulas {
      if case .ratio(column, let part, let whole) = formula {
        return Proposal(column: column, part: part, whole: .column(whole), doubt: nil)
      }
    }
    let candidates = candidates(for: column)
    var best: (part: Int, whole: Whole, agreeing: Int, rows: Int)?
    for (part, whole) in candidates {
      let (agreeing, rows) = rows(column, part, whole)
      guard 2 * agreeing > rows else { continue }
      if best.map({ agreeing > $0.agreeing }) ?? true { best = (part, whole, agreeing, rows) }
    }
    if let best {
      return Proposal(column: column, part: best.part, whole: best.whole, doubt: nil)
    }
    // Nothing comes out: the words alone, or the only two columns that there are.
    let counted = countColumns
    if let (part, whole) = candidates.first(where: { isSaid($0.part, $0.whole) }) {
      return Proposal(column: column, part: part, whole: whole, doubt: nil)
    }
    guard counted.count == 2, let (part, whole) = candidates.first else { return nil }
    return Proposal(column: column, part: part, whole: whole, doubt: Self.notSaid)
  }

  static let notSaid = Words(
    vi: "dự thảo không nói tỷ lệ này tính từ hai số nào",
    en: "the draft does not say of which two figures this is the percentage")

  /// The part and the whole of a percentage.
  func terms(_ proposal: Proposal, row: Int) -> (part: DraftGrid.Cell, whole: DraftGrid.Cell)? {
    let part = grid.cells[row][proposal.part]
    let whole =
      switch proposal.whole {
      case .column(let column): grid.cells[row][column]
      case .total(let total): grid.cells[total][proposal.part]
      }
    return part.count != nil && whole.count != nil ? (part, whole) : nil
  }

  private var countColumns: [Int] {
    grid.columns.indices.filter { column in grid.rows.indices.contains { grid.cells[$0][column].count != nil }
    }
  }

  private func isSaid(_ part: Int, _ whole: Whole) -> Bool {
    guard case .column(let whole) = whole else { return false }
    let (one, other) = (grid.columns[part].title, grid.columns[whole].title)
    return DraftWords.isDone(one) && DraftWords.isWhole(other) && !DraftWords.isWhole(one)
  }

  /// Pairs of columns, the likelier first: as the headings say, then those nearest before the percentage.
  private func candidates(for column: Int) -> [(part: Int, whole: Whole)] {
    let counted = countColumns
    var pairs: [(part: Int, whole: Int)] = []
    for part in counted { for whole in counted where whole != part { pairs.append((part, whole)) } }
    func rank(_ pair: (part: Int, whole: Int)) -> (Int, Int, Int, Int) {
      let said = isSaid(pair.part, .column(pair.whole)) ? 0 : 1
      let strangers = [pair.part, pair.whole].count { !grid.columns[$0].isBelow(grid.columns[column].above) }
      return (strangers, said, abs(column - pair.part) + abs(column - pair.whole), abs(column - pair.part))
    }
    let columns = pairs.sorted { rank($0) < rank($1) }.map { (part: $0.part, whole: Whole.column($0.whole)) }
    let totals = grid.rows.indices.filter { grid.rows[$0].isTotal }
    // The structure of a total comes first, then that of the nearest column.
    func distance(_ part: Int) -> (Int, Int) { (grid.columns[part].isTotal ? 0 : 1, abs(column - part)) }
    let near = counted.sorted { distance($0) < distance($1) }
    return columns + near.flatMap { part in totals.map { (part: part, whole: Whole.total(row: $0)) } }
  }

  /// In how many rows the percentage comes out, and how many have all three.
  private func rows(_ column: Int, _ part: Int, _ whole: Whole) -> (agreeing: Int, rows: Int) {
    let proposal = Proposal(column: column, part: part, whole: whole, doubt: nil)
    var (agreeing, rows) = (0, 0)
    for row in grid.rows.indices {
      guard let stated = grid.cells[row][column].percentage, let terms = terms(proposal, row: row),
        terms.part.id != terms.whole.id
      else { continue }
      rows += 1
      if Self.isRatio(stated, terms.part.count, terms.whole.count) { agreeing += 1 }
    }
    return (agreeing, rows)
  }

  /// Whether a percentage is that of two figures, rounded or cut off.
  static func isRatio(_ stated: Percentage, _ part: Quantity?, _ whole: Quantity?) -> Bool {
    guard let part, let whole, part.isExact, whole.isExact, whole.value > 0 else { return false }
    return stated == Percentage(part: part.value, whole: whole.value, decimals: stated.decimals)
      || stated == Percentage(cutting: part.value, of: whole.value, decimals: stated.decimals)
  }
}
