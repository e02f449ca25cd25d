import ScheduleModel

/// Collects the figures of a draft and what is proposed between them.
struct ReportDraftBuilder {
  private struct Draft {
    let id: String
    let title: String
    var quantity: Quantity
    let says: String
    let place: SourcePlace
  }

  private var figures: [Draft] = []
  private var indices: [String: Int] = [:]
  /// Figures whose unit is that of their row's name.
  private var guessed: Set<String> = []
  private var sums: [(id: String, title: String, whole: String, parts: [String], says: String?)] = []
  private var ratios: [(id: String, title: String, stated: Percentage, terms: [String], says: String?)] = []
  private var shares: [PublishedShares] = []
  private var places: [String: Words] = [:]
  private var positions: [String: SourcePlace] = [:]
  private var doubts: [String: Words] = [:]
  private var tables: [ReportDraft.Table] = []
  /// Cells that hold a figure of which nobody can tell the number.
  private(set) var unread: [(table: Words, cells: [(cell: DraftGrid.Cell, why: Words)])] = []

  /// Figures that are larger than what they are said to be among.
  private(set) var above: [(part: DraftGrid.Cell, whole: DraftGrid.Cell)] = []
  /// Numbers of sentences that belong to no sum and no percentage.
  private(set) var leftOver: [(number: String, place: SourcePlace, at: Words)] = []

  /// Whether nothing was found.
  var isEmpty: Bool { figures.isEmpty && ratios.isEmpty }

  // MARK: - Tables

  /// Takes a table.
  mutating func add(_ grid: DraftGrid) {
    var found: [(cell: DraftGrid.Cell, why: Words)] = []
    var (rows, columns): (Set<Int>, Set<Int>) = ([], [])
    for row in grid.rows.indices {
      for column in grid.columns.indices {
        let cell = grid.cells[row][column]
        switch cell.value {
        case .count(let quantity):
          addFigure(cell.id, Self.title(grid, row, column), quantity, cell.words, cell.place, cell.at)
          if cell.isUnitOfName { guessed.insert(cell.id) }
          rows.insert(row)
          columns.insert(column)
        case .percentage:
          rows.insert(row)
          columns.insert(column)
        case .unread(let why): found.append((cell, why))
        case .text:
          let hasFigures = grid.rows.indices.contains { grid.cells[$0][column].count != nil }
          add(text: cell.words, id: cell.id, isName: !hasFigures) { _ in (cell.place, cell.at) }
        case .none: break
        }
      }
    }
    if !found.isEmpty { unread.append((grid.name, found)) }
    if !rows.isEmpty {
      tables.append(
        ReportDraft.Table(
          name: grid.name, rows: rows.count,
          columns: columns.sorted().map { grid.columns[$0].title }.filter { !$0.isEmpty }))
    }
    addSums(grid)
    addRatios(grid)
  }

  private static func title(_ grid: DraftGrid, _ row: Int, _ column: Int) -> String {
    [grid.rows[row].title, grid.columns[column].title].filter { !$0.isEmpty }.joined(separator: " – ")
  }

  private mutating func addSums(_ grid: DraftGrid) {
    for proposal in DraftSums(grid).proposals() {
      for column in grid.columns.indices {
        addSum(
          grid.cells[proposal.whole][column], proposal.parts.map { grid.cells[$0][column] },
          Self.title(grid, proposal.whole, column), proposal.doubt)
      }
    }
    var stated: Set<Int> = []
    for case .sum(let whole, let parts) in grid.formulas {
      stated.insert(whole)
      for row in grid.rows.indices {
        addSum(grid.cells[row][whole], parts.map { grid.cells[row][$0] }, Self.title(grid, row, whole), nil)
      }
    }
    let across = DraftSums(grid.transposed, areColumns: true)
    above += DraftSums(grid).partsAboveWhole() + across.partsAboveWhole()
    for proposal in across.proposals() where !stated.contains(proposal.whole) {
      for row in grid.rows.indices {
        addSum(
          grid.cells[row][proposal.whole], proposal.parts.map { grid.cells[row][$0] },
          Self.title(grid, row, proposal.whole), proposal.doubt)
      }
    }
  }

  private mutating func addSum(
    _ whole: DraftGrid.Cell, _ parts: [DraftGrid.Cell], _ title: String, _ doubt: Words?
  ) {
    let counted = parts.filter { $0.count != nil }
    guard let stated = whole.count, counted.count > 1, !parts.contains(where: \.isUnread) else { return }
    let passes = doubt == DraftSums.ofWhich && DraftSums.passes(stated, counted.compactMap(\.count))
    addSum(whole.id, counted.map(\.id), title, whole.at, whole.place, says: nil, passes ? nil : doubt)
  }

  private mutating func addRatios(_ grid: DraftGrid) {
    var settled: Set<String> = []
    let columns = DraftRatios(grid).percentageColumns
    for column in columns {
      let ratios = DraftRatios(grid)
      let proposal = ratios.proposal(column)
      for row in grid.rows.indices {
        let cell = grid.cells[row][column]
        guard let stated = cell.percentage else { continue }
        settled.insert(cell.id)
        addRatio(
          cell, stated, proposal.flatMap { ratios.terms($0, row: row) }, proposal?.doubt, grid, row, column)
      }
      if let proposal { addShares(grid, column, proposal) }
    }
    let across = DraftRatios(grid.transposed)
    for row in across.percentageColumns {
      let proposal = across.proposal(row)
      for column in grid.columns.indices {
        let cell = grid.cells[row][column]
        guard let stated = cell.percentage, settled.insert(cell.id).inserted else { continue }
        addRatio(
          cell, stated, proposal.flatMap { across.terms($0, row: column) }, proposal?.doubt, grid, row, column
        )
      }
    }
    for row in grid.rows.indices {
      for column in grid.columns.indices {
        let cell = grid.cells[row][column]
        guard let stated = cell.percentage, settled.insert(cell.id).inserted else { continue }
        addRatio(cell, stated, nil, nil, grid, row, column)
      }
    }
  }

  private mutating func addRatio(
    _ cell: DraftGrid.Cell, _ stated: Percentage, _ terms: (part: DraftGrid.Cell, whole: DraftGrid.Cell)?,
    _ doubt: Words?, _ grid: DraftGrid, _ row: Int, _ column: Int
  ) {
    let ids = terms.map { [$0.part.id, $0.whole.id] } ?? []
    addRatio(
      "ty-le-" + cell.id, Self.title(grid, row, column), stated, ids, cell.at, cell.place, says: nil,
      terms == nil ? nil : doubt)
  }

  /// Shares of a total whose own percentage is 100.
  private mutating func addShares(_ grid: DraftGrid, _ column: Int, _ proposal: DraftRatios.Proposal) {
    guard case .total(let total) = proposal.whole, let whole = grid.cells[total][column].percentage,
      Self.isHundred(whole),
      let sum = DraftSums(grid).proposals().first(where: { $0.whole == total && $0.doubt == nil })
    else { return }
    let of = sum.parts.compactMap { grid.cells[$0][column].percentage }
    guard of.count == sum.parts.count else { return }
    let cell = grid.cells[total][column]
    let id = "co-cau-" + cell.id
    places[id] = cell.at
    shares.append(
      PublishedShares(
        id: id, title: Self.title(grid, total, column), of: of, says: nil, place: cell.place))
  }

  private static func isHundred(_ percentage: Percentage) -> Bool {
    percentage.units == (0..<percentage.decimals).reduce(100) { units, _ in units * 10 }
  }

  // MARK: - Running text

  /// Takes running text: a paragraph, or the words of a cell.
  ///
  /// - Parameters:
  ///   - isName: Whether it may be the name of a row or a column, whose number counts nothing.
  ///   - position: Where a line of it is, from 0, and how that is told to a reader.
  mutating func add(
    text: String, id: String, isName: Bool = false, position: (Int) -> (place: SourcePlace, at: Words)
  ) {
    guard text.contains(where: \.isNumber) else { return }
    var number = 0
    for (line, clause) in DraftSentences.clauses(of: text) {
      let read = DraftSentences(clause)
      let (place, at) = position(line)
      // The name of a row or column is no sentence.
      if !isName || clause.split(separator: " ").count > 4 {
        leftOver += read.leftOver.map { ($0, place, at) }
      }
      for (part, whole) in read.above {
        func cell(_ index: Int) -> DraftGrid.Cell {
          DraftGrid.Cell(
            id: id, place: place, at: at, words: clause, value: .count(read.figures[index].quantity))
        }
        above.append((cell(part), cell(whole)))
      }
      guard !read.sums.isEmpty || !read.ratios.isEmpty else { continue }
      let used = Set(
        read.sums.flatMap { [$0.whole] + $0.parts }
          + read.ratios.flatMap { ratio in ratio.terms.map { [$0.part, $0.whole] } ?? [] })
      var ids: [Int: String] = [:]
      for index in used.sorted() {
        number += 1
        ids[index] = "\(id)-\(number)"
        let figure = read.figures[index]
        addFigure("\(id)-\(number)", figure.title, figure.quantity, Self.cut(clause), place, at)
      }
      for sum in read.sums {
        guard let whole = ids[sum.whole] else { continue }
        addSum(
          whole, sum.parts.compactMap { ids[$0] }, read.figures[sum.whole].title, at, place,
          says: Self.cut(clause), sum.doubt)
      }
      for ratio in read.ratios {
        number += 1
        let terms = ratio.terms.map { [ids[$0.part], ids[$0.whole]].compactMap(\.self) } ?? []
        addRatio(
          "ty-le-\(id)-\(number)", ratio.title, ratio.stated, terms, at, place, says: Self.cut(clause), nil)
      }
    }
  }

  /// The words of a clause, not longer than a value of published.yaml may be.
  private static func cut(_ clause: String) -> String { String(clause.prefix(1_000)) }

  /// What is doubtful about single figures, in the order of the tables and sentences.
  private var questions: [ReportDraft.Question] {
    unread.flatMap { $0.cells.map { ReportDraft.Question(id: $0.cell.id, why: $0.why) } }
      + above.map { part, whole in
        ReportDraft.Question(
          id: part.id, why: Finding.reportPartAboveWhole(part, whole: whole).message)
      }
  }

  // MARK: - What is kept

  private mutating func addFigure(
    _ id: String, _ title: String, _ quantity: Quantity, _ says: String, _ place: SourcePlace, _ at: Words
  ) {
    indices[id] = figures.count
    places[id] = at
    figures.append(
      Draft(id: id, title: title, quantity: Self.readable(quantity), says: says, place: place))
  }

  /// A figure whose unit is read again as it is written; a unit of no known form goes into quotation marks.
  private static func readable(_ quantity: Quantity) -> Quantity {
    let text = quantity.text(in: .vietnamese)
    if Quantity(text, unit: nil, limit: DraftGridReader.largest) == quantity { return quantity }
    let name = quantity.unit.description.filter { !"“”\"«»".contains($0) }
    return Quantity(
      quantity.amount, quantity.qualifier, name.isEmpty ? ReportDraft.unstated : CountingUnit(["“\(name)”"]))
  }

  private mutating func addSum(
    _ whole: String, _ parts: [String], _ title: String, _ at: Words, _ place: SourcePlace, says: String?,
    _ doubt: Words?
  ) {
    guard !sums.contains(where: { $0.whole == whole && $0.parts == parts }) else { return }
    var id = "tong-" + whole
    var number = 2
    while places[id] != nil {
      id = "tong-\(whole)-\(number)"
      number += 1
    }
    places[id] = at
    positions[id] = place
    doubts[id] = doubt
    sums.append((id, title, whole, parts, says))
  }

  /// Members of a sum to which the draft gives no unit count what the others count. Where units that were taken from the
  /// names of rows cannot be added, these names are no units, nor are those of the rows that are added to them.
  private mutating func agreeOnUnits() {
    let members = sums.map { sum in ([sum.whole] + sum.parts).compactMap { indices[$0] } }
    var dropped: Set<Int> = []
    var grows = true
    while grows {
      grows = false
      for some in members {
        let units = some.map { figures[$0].quantity.unit }.filter { $0 != ReportDraft.unstated }
        let isUnlike = units.first.map { first in !units.allSatisfy { first.canBeAdded(to: $0) } } ?? false
        guard isUnlike || some.contains(where: dropped.contains) else { continue }
        for index in some
        where guessed.contains(figures[index].id) || figures[index].quantity.unit == ReportDraft.unstated {
          guard dropped.insert(index).inserted else { continue }
          set(ReportDraft.unstated, index)
          grows = true
        }
      }
    }
    var isChanged = true
    while isChanged {
      isChanged = false
      for some in members {
        let known = some.map { figures[$0].quantity.unit }.filter { $0 != ReportDraft.unstated }
        guard let first = known.first, known.count < some.count, first.time == nil,
          known.allSatisfy({ first.canBeAdded(to: $0) })
        else { continue }
        let unit = known.reduce(first) { $0.joined(with: $1) }
        for index in some where figures[index].quantity.unit == ReportDraft.unstated {
          set(unit, index)
          isChanged = isChanged || figures[index].quantity.unit != ReportDraft.unstated
        }
      }
    }
  }

  private mutating func set(_ unit: CountingUnit, _ index: Int) {
    let quantity = figures[index].quantity
    figures[index].quantity = Self.readable(Quantity(quantity.amount, quantity.qualifier, unit))
  }

  private mutating func addRatio(
    _ id: String, _ title: String, _ stated: Percentage, _ terms: [String], _ at: Words, _ place: SourcePlace,
    says: String?, _ doubt: Words?
  ) {
    places[id] = at
    positions[id] = place
    doubts[id] = doubt
    ratios.append((id, title, stated, terms, says))
  }

  /// All of it.
  mutating func draft(of source: String) -> ReportDraft {
    agreeOnUnits()
    let (figures, indices) = (figures, indices)
    let all = figures.map { figure in
      PublishedFigure(
        id: figure.id, title: figure.title, line: nil, level: nil, quantity: figure.quantity, mayInclude: [],
        says: figure.says, place: figure.place)
    }
    func quantity(_ id: String) -> Quantity? { indices[id].map { figures[$0].quantity } }
    func number(_ id: String?) -> Int? {
      id.flatMap(quantity).flatMap { $0.isExact ? $0.value : nil }
    }
    var published = PublishedFigures(
      source: source, plan: nil, figures: all,
      sums: sums.map { sum in
        PublishedSum(
          id: sum.id, title: sum.title, of: sum.parts, stated: quantity(sum.whole), says: sum.says,
          place: positions[sum.id] ?? SourcePlace(file: source, line: 1))
      },
      ratios: ratios.map { ratio in
        PublishedRatio(
          id: ratio.id, title: ratio.title, part: number(ratio.terms.first), whole: number(ratio.terms.last),
          stated: ratio.stated, says: ratio.says,
          place: positions[ratio.id] ?? SourcePlace(file: source, line: 1))
      }, shares: shares)
    published.isProposed = true
    let terms =
      sums.map { ($0.id, [$0.whole]) } + ratios.filter { !$0.terms.isEmpty }.map { ($0.id, $0.terms) }
    return ReportDraft(
      published: published, places: places,
      terms: Dictionary(terms, uniquingKeysWith: { first, _ in first }), doubts: doubts, tables: tables,
      questions: questions)
  }
}
