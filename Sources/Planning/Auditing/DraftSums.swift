import ScheduleModel

/// Which rows of a grid are sums of which others; of the transposed grid, which columns.
///
/// Which parts a sum has is judged for all columns together: of the ways in which the words allow it, the one by which the
/// most columns add up. Where none adds up, the first is proposed all the same, so that a wrong sum shows.
struct DraftSums {
  /// A row as the sum of others.
  struct Proposal: Hashable {
    let whole: Int
    let parts: [Int]
    /// Why it may be no sum; `nil` where the words say that it is.
    var doubt: Words?

    static func == (left: Proposal, right: Proposal) -> Bool {
      left.whole == right.whole && left.parts == right.parts
    }

    func hash(into hasher: inout Hasher) { hasher.combine([whole] + parts) }
  }

  private let grid: DraftGrid
  /// Whether the rows of the grid are columns of the table: what holds for a column holds for all its rows.
  private let areColumns: Bool
  /// The row in which each row lies by its number; `nil` for none.
  private let parents: [Int?]
  /// The rows that say to be among what another row counts, by that row.
  private let groups: [(whole: Int, parts: [Int])]
  private let grouped: Set<Int>
  /// The rows that say to be among what another row counts, alone or with others.
  private let among: Set<Int>

  init(_ grid: DraftGrid, areColumns: Bool = false) {
    self.grid = grid
    self.areColumns = areColumns
    parents = Self.parents(grid.rows)
    groups = Self.groups(grid, parents)
    grouped = Set(groups.flatMap(\.parts))
    among = Set(grid.rows.indices.filter { grid.rows[$0].isPart && Self.whole(of: $0, grid) != nil })
  }

  /// The sums that the names and numbers of the rows propose, in the order of the sums.
  func proposals() -> [Proposal] {
    var found: [Proposal] = []
    for index in grid.rows.indices where grid.rows[index].isTotal && hasCount(index) {
      if let proposal = total(index) { found.append(proposal) }
    }
    found += groups.map { group(whole: $0.whole, $0.parts) }
    for index in grid.rows.indices where !grid.rows[index].isTotal && hasCount(index) {
      let children = grid.rows.indices.filter {
        parents[$0] == index && !grid.rows[$0].isTotal && !grouped.contains($0) && hasCount($0)
      }
      guard children.count > 1 else { continue }
      let adds = agreeing(index, children) > 0
      found.append(Proposal(whole: index, parts: children, doubt: adds ? nil : Self.notSaid))
    }
    var seen: Set<Proposal> = []
    return found.filter { isTenable($0) }.filter { seen.insert($0).inserted }.sorted {
      ($0.whole, $0.parts[0]) < ($1.whole, $1.parts[0])
    }
  }

  static let notSaid = Words(
    vi: "dự thảo không nói các mục này là toàn bộ các phần",
    en: "the draft does not say that these are all its parts")
  static let ofWhich = Words(
    vi: "“trong đó” có thể không nêu hết các phần", en: "“trong đó” may leave parts out")

  // MARK: - Totals

  private func total(_ index: Int) -> Proposal? {
    let totals = grid.rows.indices.filter { grid.rows[$0].isTotal && hasCount($0) }
    let (before, after) = (totals.last { $0 < index }, totals.first { $0 > index })
    let count = grid.rows.count
    let above = [top((before.map { $0 + 1 } ?? 0)..<index), top(0..<index), totals.filter { $0 < index }]
    let below = [top(index + 1..<(after ?? count)), top(index + 1..<count), totals.filter { $0 > index }]
    let isFirst = !grid.rows.indices.prefix(index).contains(where: hasCount)
    let candidates = (isFirst ? below : above + below).flatMap { addable($0, to: index) }
      .filter { $0.count > 1 }
    guard let parts = best(candidates, of: index) else { return nil }
    let isSaid = grid.rows[index].isBareTotal || agreeing(index, parts) > 0
    return Proposal(whole: index, parts: parts, doubt: isSaid ? nil : Self.notSaid)
  }

  /// The ways in which figures may be added to a total: those below the same merged headings, and never what was planned
  /// to what was done.
  private func addable(_ candidates: [Int], to whole: Int) -> [[Int]] {
    let near = candidates.filter { grid.rows[$0].isBelow(grid.rows[whole].above) }
    let planned = near.filter { grid.rows[$0].isPlanned }
    guard !planned.isEmpty, planned.count < near.count else { return [near] }
    if grid.rows[whole].isPlanned { return [planned] }
    let others = near.filter { !grid.rows[$0].isPlanned }
    return grid.rows[whole].isDone || others.contains { grid.rows[$0].isDone } ? [others] : [near, others]
  }

  /// Whether a sum may be one: a column that is a sum of others is one in most rows. One that comes out in no row, or in
  /// less than a fifth of many, is another figure.
  private func isTenable(_ proposal: Proposal) -> Bool {
    guard areColumns else { return true }
    let parts = proposal.parts.map { grid.rows[$0] }
    if parts.contains(where: \.isPlanned), parts.contains(where: \.isDone) { return false }
    let rows = grid.columns.indices.count { column in
      grid.cells[proposal.whole][column].count != nil
        && proposal.parts.count { grid.cells[$0][column].count != nil } > 1
    }
    let agreeing = agreeing(proposal.whole, proposal.parts)
    return rows < 2 || 5 * agreeing >= rows && agreeing > 0
  }

  /// The rows of a range that lie in no other of it.
  private func top(_ range: Range<Int>) -> [Int] {
    let candidates = range.filter {
      !grid.rows[$0].isTotal && !grouped.contains($0) && !among.contains($0) && hasCount($0)
    }
    let set = Set(candidates)
    return candidates.filter { index in
      var parent = parents[index]
      while let up = parent {
        if set.contains(up) { return false }
        parent = parents[up]
      }
      return true
    }
  }

  /// The candidate by which the most columns add up; of equals the first.
  private func best(_ candidates: [[Int]], of whole: Int) -> [Int]? {
    var best: (parts: [Int], columns: Int)?
    for parts in candidates {
      let columns = agreeing(whole, parts)
      if best.map({ columns > $0.columns }) ?? true { best = (parts, columns) }
    }
    return best?.parts
  }

  // MARK: - Trong đó

  private func group(whole: Int, _ parts: [Int]) -> Proposal {
    Proposal(whole: whole, parts: parts, doubt: agreeing(whole, parts) > 0 ? nil : Self.ofWhich)
  }

  private static func groups(_ grid: DraftGrid, _ parents: [Int?]) -> [(whole: Int, parts: [Int])] {
    let rows = grid.rows
    var groups: [(whole: Int, parts: [Int])] = []
    var index = 0
    while index < rows.count {
      guard rows[index].isPart,
        let whole = whole(of: index, grid)
      else {
        index += 1
        continue
      }
      var end = index + 1
      let allSayIt = end < rows.count && rows[end].isPart
      while end < rows.count, !rows[end].isTotal {
        if allSayIt ? !rows[end].isPart : rows[end].isPart { break }
        if !rows[end].isBelow(rows[index].scope) { break }
        // A row numbered like the whole stands beside it.
        if rows[end].mark != .none, rows[end].mark == rows[whole].mark { break }
        if rows[end].mark != .none, let parent = parents[whole], rows[end].mark == rows[parent].mark { break }
        end += 1
      }
      let parts = (index..<end).filter { hasCount(grid, $0) }
      // Where nothing shows how far “trong đó” reaches, it reaches as far as the figures add up.
      let prefixes = stride(from: parts.count, to: 1, by: -1).map { Array(parts.prefix($0)) }
      let reach = prefixes.first { agreeing(grid, whole, $0) > 0 } ?? parts
      if reach.count > 1 { groups.append((whole, reach)) }
      index = end
    }
    return groups
  }

  /// The row of which one that says “trong đó” is a part: the last before it below the same merged headings.
  private static func whole(of part: Int, _ grid: DraftGrid) -> Int? {
    grid.rows.indices.prefix(part).last {
      hasCount(grid, $0) && !grid.rows[$0].isPart && grid.rows[$0].isBelow(grid.rows[part].scope)
    }
  }

  /// Figures that say to be among what another one counts, and are larger.
  func partsAboveWhole() -> [(part: DraftGrid.Cell, whole: DraftGrid.Cell)] {
    grid.rows.indices.filter { grid.rows[$0].isPart }.flatMap { part in
      guard let whole = Self.whole(of: part, grid) else {
        return [(part: DraftGrid.Cell, whole: DraftGrid.Cell)]()
      }
      return grid.columns.indices.compactMap { column in
        let (one, all) = (grid.cells[part][column], grid.cells[whole][column])
        guard let count = one.count, let total = all.count, count.isAbove(total) else { return nil }
        return (one, all)
      }
    }
  }

  // MARK: - Rows within rows

  /// The row in which each lies: rows numbered alike stand side by side, another numbering begins below.
  private static func parents(_ rows: [DraftGrid.Series]) -> [Int?] {
    var parents = [Int?](repeating: nil, count: rows.count)
    var open: [Int] = []
    for (index, row) in rows.enumerated() where !row.isTotal && !row.isPart {
      if let same = open.firstIndex(where: { rows[$0].mark == row.mark }) { open.removeSubrange(same...) }
      parents[index] = open.last
      open.append(index)
    }
    return parents
  }

  // MARK: - Figures

  private func hasCount(_ row: Int) -> Bool { Self.hasCount(grid, row) }

  private static func hasCount(_ grid: DraftGrid, _ row: Int) -> Bool {
    grid.cells[row].contains { $0.count != nil }
  }

  /// In how many columns the parts make the whole.
  private func agreeing(_ whole: Int, _ parts: [Int]) -> Int { Self.agreeing(grid, whole, parts) }

  private static func agreeing(_ grid: DraftGrid, _ whole: Int, _ parts: [Int]) -> Int {
    grid.columns.indices.count { column in
      guard let stated = grid.cells[whole][column].count else { return false }
      let figures = parts.compactMap { grid.cells[$0][column].count }
      guard figures.count > 1, !parts.contains(where: { grid.cells[$0][column].isUnread }) else {
        return false
      }
      return isSum(stated, of: figures)
    }
  }

  /// Whether figures that are said to be among another make more than it, which no part that is left out can mend.
  static func passes(_ stated: Quantity, _ figures: [Quantity]) -> Bool {
    stated.isExact && figures.allSatisfy(\.isExact) && figures.reduce(0) { $0 + $1.value } > stated.value
  }

  /// Whether figures make a sum, whatever they count.
  static func isSum(_ stated: Quantity, of figures: [Quantity]) -> Bool {
    func plain(_ quantity: Quantity) -> Quantity {
      quantity.unit.time != nil
        ? quantity : Quantity(quantity.amount, quantity.qualifier, ReportDraft.unstated, rate: quantity.rate)
    }
    guard let sum = (try? Quantity.sum(figures.map(plain))) ?? nil else { return false }
    return sum.amount == stated.amount && sum.qualifier == stated.qualifier
  }
}

extension Quantity {
  /// Whether it is larger than a whole of the same kind; `false` where one of both is not exact or they count unlike things.
  func isAbove(_ whole: Quantity) -> Bool {
    let isAlike =
      unit == ReportDraft.unstated || whole.unit == ReportDraft.unstated || unit.canBeAdded(to: whole.unit)
    return isAlike && isExact && whole.isExact && value > whole.value
  }
}
