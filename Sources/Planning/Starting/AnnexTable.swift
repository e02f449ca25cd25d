import Logs
import ScheduleModel
import Spreadsheets

/// The table of an annex: which column tells what, and its rows.
struct AnnexTable {
  /// The file, and within it the table, for findings.
  let file: String
  /// The table, for a reader.
  let name: Words
  /// Where each column is; of two with one meaning, the first.
  let columns: [AnnexColumn: Int]
  /// The headings, without those of single months, with what each was understood as; `nil` for those that mean nothing.
  let headings: [Heading]
  /// The columns of single months.
  let months: AnnexMonths
  /// What is above the header, or else above the table in a text document: the annex's own title.
  let above: [String]
  /// What numbers in the column of costs are multiplied by, as a line above the table says it: “ĐVT: triệu đồng”; `nil`
  /// when none does.
  let costScale: Int?
  /// The document that it is attached to; `nil` when nothing above it says it.
  let document: AnnexDocument?
  /// The rows below the header.
  let rows: [OfficeTable.Row]

  /// A heading, and the column below it.
  typealias Heading = (index: Int, text: String, meaning: AnnexColumn?)

  /// The most rows above the header.
  private static let mostRowsAbove = 30

  /// A table whose first rows have a header; `nil` when none of them is one.
  ///
  /// - Parameters:
  ///   - year: The year of the plan, by which one of several columns of figures is chosen; `nil` when not known.
  ///   - outside: The titles outside of the table, where it has none itself.
  ///   - paragraphs: All that is outside of the table.
  init?(
    _ table: OfficeTable, file: String, year: Int?, titles outside: [String], paragraphs: [String] = []
  ) {
    let first = table.rows.prefix(Self.mostRowsAbove)
    guard let head = first.firstIndex(where: { Self.isHeader($0.cells) }) else { return nil }
    var titles = table.rows[head].cells
    var body = table.rows[(head + 1)...]
    // A header of two rows: cells merged over both are equal, the others say more.
    if let next = body.first, next.number == table.rows[head].number + 1, Self.continues(titles, next.cells) {
      for (index, cell) in next.cells.enumerated() where index < titles.count && cell != titles[index] {
        titles[index] = [titles[index], cell].filter { !$0.isEmpty }.joined(separator: " – ")
      }
      body = body.dropFirst()
    }
    var columns: [AnnexColumn: Int] = [:]
    var headings: [Heading] = []
    let months = AnnexMonths(titles)
    let others = titles.filter { !AnnexColumn.isTarget($0) }.compactMap { AnnexColumn(heading: $0) }
    let isTargetFigure = others.contains(.content) && !others.contains(.quantity)
    for (index, title) in titles.enumerated() where !title.isEmpty && !months.contains(index) {
      let named =
        AnnexColumn.isTarget(title) && isTargetFigure ? .quantity : AnnexColumn(heading: title)
      let meaning = named.flatMap { columns[$0] == nil ? $0 : nil }
      if let meaning { columns[meaning] = index }
      headings.append((index, title, meaning))
    }
    let inTable = table.rows[..<head].flatMap { row in
      row.cells.enumerated().filter { !row.continued.contains($0.offset) && !$0.element.isEmpty }.map(
        \.element)
    }
    let above = inTable.isEmpty ? outside : inTable
    Self.chooseFigures(of: year ?? AnnexYear.only(in: above), titles, &columns, &headings)
    self.months = months
    // “Nội dung, hình thức” is one column for both.
    if columns[.content] == nil { columns[.content] = columns[.form] }
    self.file = file
    name = table.name
    self.columns = columns
    self.headings = headings
    self.above = above
    document = AnnexDocument(in: inTable + paragraphs)
    costScale =
      above.lazy.filter {
        let words = FoldedText($0).text
        return words.contains("don vi") || words.contains("dvt")
      }.compactMap { AnnexCost.scale(in: $0) }.first
    rows = body.filter { !Self.isColumnNumbers($0.cells) }
  }

  /// Of several columns of figures, “Thực hiện năm 2026” and “Kế hoạch năm 2027”, the one of the year is meant.
  private static func chooseFigures(
    of year: Int?, _ titles: [String], _ columns: inout [AnnexColumn: Int],
    _ headings: inout [Heading]
  ) {
    guard let first = columns[.quantity], let year else { return }
    let ofYear = titles.indices.filter { index in
      titles[index].contains("\(year)")
        && (AnnexColumn(heading: titles[index]) == .quantity
          || FoldedText(titles[index]).text.contains("chi tieu"))
    }
    guard ofYear.count == 1, ofYear[0] != first, !titles[first].contains("\(year)") else { return }
    columns[.quantity] = ofYear[0]
    for index in headings.indices {
      if headings[index].text == titles[first] { headings[index].meaning = nil }
      if headings[index].text == titles[ofYear[0]] { headings[index].meaning = .quantity }
    }
  }

  /// Contents, and two more columns that are known.
  private static func isHeader(_ cells: [String]) -> Bool {
    let meanings = Set(cells.compactMap { AnnexColumn(heading: $0) })
    let hasContent = meanings.contains(.content) || meanings.contains(.form)
    return hasContent && meanings.count >= 3 && Set(cells).count >= 3
  }

  private static func continues(_ titles: [String], _ cells: [String]) -> Bool {
    let pairs = zip(titles, cells)
    let same = pairs.count { !$0.isEmpty && $0 == $1 }
    let further = pairs.count { $0 != $1 && !$1.isEmpty }
    return same >= 2 && same >= further
  }

  /// The row (1), (2), (3) … that many annexes have below their header.
  private static func isColumnNumbers(_ cells: [String]) -> Bool {
    let filled = cells.enumerated().filter { !$0.element.isEmpty }
    // A heading that is merged over all columns has one text in each.
    return filled.count >= 3 && Set(filled.map(\.element)).count > 1
      && filled.allSatisfy { index, cell in
        FoldedText(cell).text == String(index + 1) || FoldedText(cell).text.count == 1
      }
  }

  /// What a row says in a column; empty when it says nothing.
  func text(_ column: AnnexColumn, _ row: OfficeTable.Row) -> String {
    guard let index = columns[column], row.cells.indices.contains(index) else { return "" }
    return row.cells[index]
  }

  /// Whether a row's figure is one merged cell with that of the row above it: whose it is, the cell does not say.
  func isShared(_ column: AnnexColumn, _ row: OfficeTable.Row) -> Bool {
    guard let index = columns[column], row.continued.contains(index), !text(column, row).isEmpty,
      let above = rows.last(where: { $0.number < row.number })
    else { return false }
    return text(column, above) == text(column, row)
  }

  /// The heading of a column; empty when there is none.
  func heading(_ column: AnnexColumn) -> String { headings.first { $0.meaning == column }?.text ?? "" }

  /// Where a row is, for a finding.
  func place(_ row: OfficeTable.Row) -> SourcePlace { SourcePlace(file: file, line: row.number) }
}

extension AnnexTable {
  /// The title of an annex among the paragraphs of a text document; without one, its first sentence.
  private static func titles(among paragraphs: [String]) -> [String] {
    let begins = ["phu luc", "ke hoach", "danh muc", "bieu ", "bang ", "nhiem vu"]
    let titles = paragraphs.prefix(40).filter { text in
      let folded = FoldedText(text).text
      return text.count < 200 && begins.contains { folded.hasPrefix($0) }
    }
    guard titles.isEmpty else { return titles }
    return paragraphs.first { $0.count > 15 && !$0.hasPrefix("(") }.map { [$0] } ?? []
  }

  /// The annex in a file.
  ///
  /// - Parameter choice: Which of several, from 1; `nil` when not stated.
  /// - Returns: The table, or why there is none, as findings that say what was understood and what to do.
  static func read(
    _ bytes: [UInt8], file: String, choice: Int?, year: Int?
  ) -> (table: AnnexTable?, findings: [Finding]) {
    let tables: [OfficeTable]
    var paragraphs: [String] = []
    if bytes.starts(with: [0x50, 0x4B]) {
      do { tables = try OfficeTable.all(in: bytes) } catch {
        return (nil, [.annexUnreadable(error, file: file)])
      }
      paragraphs = (try? OfficeContents(bytes))?.paragraphs ?? []
    } else {
      guard let rows = SeparatedTable.rows(of: bytes, knows: { AnnexColumn(heading: $0) != nil }) else {
        return (nil, [.annexUnreadable(nil, file: file)])
      }
      tables = [
        OfficeTable(
          name: Words(vi: "bảng", en: "table"),
          rows: rows.map { OfficeTable.Row(number: $0.line, cells: $0.cells) })
      ]
    }
    let outside = titles(among: paragraphs)
    let annexes = tables.compactMap {
      AnnexTable($0, file: file, year: year, titles: outside, paragraphs: paragraphs)
    }
    guard !annexes.isEmpty else { return (nil, [.annexWithoutHeader(tables, file: file)]) }
    if let choice, !annexes.indices.contains(choice - 1) {
      return (nil, [.annexChoice(annexes, file: file)])
    }
    if choice == nil, annexes.count > 1 { return (nil, [.annexChoice(annexes, file: file)]) }
    return (annexes[(choice ?? 1) - 1], [])
  }
}
