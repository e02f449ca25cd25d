import ScheduleModel
import Spreadsheets

/// Finds the headings, the names and the figures of a table.
struct DraftGridReader {
  private let file: String
  private let table: OfficeTable
  /// The table's number in the draft, from 1.
  private let number: Int
  private let width: Int

  /// The most rows of a report's table; a log has more.
  static let mostRows = 2_000
  private static let mostHeadingRows = 4

  init(_ table: OfficeTable, number: Int, file: String) {
    self.table = table
    self.number = number
    self.file = file
    width = table.rows.map(\.cells.count).max() ?? 0
  }

  /// The grid; `nil` for a table without figures, such as the head of a letter or its signatures.
  func grid() -> DraftGrid? {
    guard let first = table.rows.firstIndex(where: hasFigure) else { return nil }
    let (headings, above, titles, body) = headings(before: first)
    var rows = Array(table.rows[body...])
    var formulas: [DraftGrid.ColumnFormula] = []
    if let numbers = rows.firstIndex(where: { Self.isColumnNumbers($0) }), numbers <= 1 {
      formulas = Self.formulas(rows[numbers].cells)
      rows.remove(at: numbers)
    }
    guard rows.contains(where: hasFigure) else { return nil }
    let roles = ColumnRoles(headings: headings, rows: rows, width: width)
    let tableUnit = titles.lazy.compactMap(Self.unitBehindColon).first
    let series = rows.enumerated().map { index, row in
      self.series(row, roles, index: index)
    }
    var cells: [[DraftGrid.Cell]] = []
    for (row, name) in zip(rows, series) {
      cells.append(
        (0..<width).map { column in
          cell(row, column, name.title, headings[column], roles, tableUnit)
        })
    }
    var grid = DraftGrid(
      name: table.name, rows: series,
      columns: zip(headings, above).map { DraftGrid.Series(title: $0, above: $1) },
      cells: cells, formulas: formulas)
    addShares(to: &grid)
    return grid
  }

  /// Reads the cells of a table without figures as running text: "đạt 80%".
  func addTexts(to builder: inout ReportDraftBuilder) {
    for row in table.rows {
      for (column, text) in row.cells.enumerated() where !row.continued.contains(column) {
        let (id, at) = place(row, column)
        let place = SourcePlace(file: file, line: row.number, column: column + 1)
        builder.add(text: text, id: id, isName: true) { _ in (place, at) }
      }
    }
  }

  /// The id of a cell, and where it is.
  private func place(_ row: OfficeTable.Row, _ column: Int) -> (id: String, at: Words) {
    let reference = "\(Self.letters(column))\(row.number)"
    return (
      "b\(number)-\(reference.lowercased())",
      Words(vi: "\(table.name.vi), ô \(reference)", en: "\(table.name.en), cell \(reference)")
    )
  }

  // MARK: - Headings

  /// Whether a row has a figure behind its first cell; years and numbers of columns are none.
  private func hasFigure(_ row: OfficeTable.Row) -> Bool {
    guard !Self.isColumnNumbers(row) else { return false }
    return row.cells.enumerated().contains { column, text in
      column > 0 && !row.continued.contains(column) && Self.isFigure(text) && !Self.isYear(text)
    }
  }

  /// Whether a text is a figure, or digits and signs that are to be one and are not understood.
  static func isFigure(_ text: String) -> Bool {
    if isUnworked(text) { return true }
    if text.first?.isWholeNumber == true, text.allSatisfy({ $0.isWholeNumber || ".,% -–".contains($0) }) {
      return true
    }
    return isUnderstood(text)
  }

  /// Whether a cell holds a formula that no program has worked out, as it is written or as a spreadsheet without its value
  /// shows it, or an error such as `#REF!`.
  private static func isUnworked(_ text: String) -> Bool {
    text.hasPrefix("=…") || text.firstMatch(of: /^=\s*[A-Z]+[0-9(.]/) != nil
      || text.firstMatch(of: /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)/) != nil
  }

  private static func isUnderstood(_ text: String) -> Bool {
    switch value(of: text, unit: ReportDraft.unstated, isPercentage: false) {
    case .count(let quantity): !quantity.isInWords
    case .percentage: true
    case .none, .text, .unread: false
    }
  }

  private static func isYear(_ text: String) -> Bool {
    text.count == 4 && Int(text).map((1990...2100).contains) ?? false
  }

  /// The heading of each column, the merged headings in it, the texts above, and the index of the first row below.
  private func headings(before first: Int)
    -> (headings: [String], above: [[String]], titles: [String], body: Int)
  {
    let above = Array(table.rows[..<first])
    func texts(_ row: OfficeTable.Row) -> Set<String> { Set(row.cells.filter { !$0.isEmpty }) }
    // Column numbers end the heading. It begins with the first row of several texts and goes on while cells are merged
    // over two rows; everything else above the first figure is a row without figures, or the name of a group of rows.
    var end = above.firstIndex(where: { Self.isColumnNumbers($0) }) ?? above.count
    let begin =
      above[..<end].firstIndex { texts($0).count > 2 } ?? above[..<end].firstIndex { texts($0).count > 1 }
    guard let begin else {
      return (
        Array(repeating: "", count: width), Array(repeating: [], count: width), above.flatMap(\.cells), end
      )
    }
    let rest = above.indices.dropFirst(begin + 1).prefix { $0 < end }
    let body = rest.first { !continuesHeading(above[$0], below: above[$0 - 1]) }
    end = min(body ?? end, begin + Self.mostHeadingRows)
    var headings = Array(repeating: [String](), count: width)
    for index in begin..<end {
      let texts = index + 1 < end ? shared(above[index], over: above[index + 1]) : above[index].cells
      for (column, text) in texts.enumerated() where !text.isEmpty && !headings[column].contains(text) {
        headings[column].append(text)
      }
    }
    return (
      headings.map { $0.joined(separator: " – ") }, headings.map { Array($0.dropLast()) },
      above[..<begin].flatMap(\.cells), end
    )
  }

  /// The texts of a row of headings, each also over the empty cells to the right of it whose columns have a heading below, as
  /// a text file writes merged cells.
  private func shared(_ row: OfficeTable.Row, over below: OfficeTable.Row) -> [String] {
    guard row.continued.isEmpty else { return row.cells }
    var texts = row.cells + Array(repeating: "", count: max(0, below.cells.count - row.cells.count))
    for column in texts.indices.dropFirst()
    where texts[column].isEmpty && below.cells.indices.contains(column) && !below.cells[column].isEmpty
      && !below.cells[column - 1].isEmpty
    {
      texts[column] = texts[column - 1]
    }
    return texts
  }

  /// Whether a row is a further row of headings: a cell of it continues the one above, or, where cells cannot be merged, the
  /// first is empty.
  private func continuesHeading(_ row: OfficeTable.Row, below above: OfficeTable.Row) -> Bool {
    if row.cells.first == "" { return Set(row.cells).count > 1 }
    return row.continued.contains { column in
      row.cells.indices.contains(column) && above.cells.indices.contains(column)
        && row.cells[column] == above.cells[column]
    }
  }

  /// `(1) (2) (3=1+2)`, `A B 1 2`: the row below a heading that numbers the columns.
  private static func isColumnNumbers(_ row: OfficeTable.Row) -> Bool {
    let filled = row.cells.filter { !$0.isEmpty }
    guard filled.count >= 3, Set(filled).count > 2 else { return false }
    let numbers = filled.compactMap { columnNumber($0) }
    let letters = filled.prefix { columnNumber($0) == nil }
    guard letters.count <= 3,
      letters.allSatisfy({ inner($0).count == 1 && inner($0).first?.isUppercase == true }),
      numbers.count + letters.count == filled.count, numbers.count >= 2, let first = numbers.first, first <= 4
    else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 || $0 == $1 }
  }

  private static func inner(_ text: String) -> String { text.filter { $0 != "(" && $0 != ")" } }

  private static func columnNumber(_ text: String) -> Int? {
    let number = inner(text).prefix { $0 != "=" }
    return number.count <= 2 ? Int(number.filter { !$0.isWhitespace }) : nil
  }

  private static func formulas(_ cells: [String]) -> [DraftGrid.ColumnFormula] {
    var columns: [Int: Int] = [:]
    for (index, text) in cells.enumerated() {
      if let number = columnNumber(text), columns[number] == nil { columns[number] = index }
    }
    return cells.enumerated().compactMap { index, text in
      let halves = text.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else { return nil }
      let right = inner(String(halves[1])).filter { !$0.isWhitespace }
      if let (_, part, whole) = right.wholeMatch(of: /(\d+)[\/:](\d+)(?:[x×*]?100)?%?/)?.output,
        let part = Int(part).flatMap({ columns[$0] }), let whole = Int(whole).flatMap({ columns[$0] })
      {
        return .ratio(index, part: part, whole: whole)
      }
      let parts = right.split(separator: "+").map { Int($0).flatMap { columns[$0] } }
      guard parts.count > 1, !parts.contains(nil) else { return nil }
      return .sum(index, of: parts.compactMap(\.self))
    }
  }

  // MARK: - Names and cells

  private func series(_ row: OfficeTable.Row, _ roles: ColumnRoles, index: Int) -> DraftGrid.Series {
    func cell(_ column: Int?) -> String {
      column.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil } ?? ""
    }
    let number = cell(roles.number)
    var title = cell(roles.name)
    if title.isEmpty { title = row.cells.prefix(3).first { !$0.isEmpty && !Self.isFigure($0) } ?? "" }
    if title.isEmpty { title = "\(row.number)" }
    let named = DraftMark(number, lettersAreRoman: roles.lettersAreRoman)
    if let (mark, rest) = DraftMark.leading(title), !rest.isEmpty {
      return DraftGrid.Series(title: rest, mark: named ?? mark)
    }
    return DraftGrid.Series(title: title, mark: named ?? .none)
  }

  private func cell(
    _ row: OfficeTable.Row, _ column: Int, _ name: String, _ heading: String, _ roles: ColumnRoles,
    _ tableUnit: CountingUnit?
  ) -> DraftGrid.Cell {
    let words = row.cells.indices.contains(column) ? row.cells[column] : ""
    let (id, at) = place(row, column)
    var value = DraftGrid.Value.none
    var isUnitOfName = false
    if !words.isEmpty, !row.continued.contains(column) {
      let stated =
        roles.unit.flatMap { row.cells.indices.contains($0) ? CountingUnit(row.cells[$0]) : nil }
        ?? Self.unit(of: heading)
      let named = stated == nil ? Self.unit(ofRow: name) : nil
      isUnitOfName = named != nil
      let unit = stated ?? named ?? tableUnit ?? ReportDraft.unstated
      value =
        roles.figures.contains(column)
        ? Self.value(
          of: words, unit: unit,
          isPercentage: DraftWords.isPercentage(heading) || DraftWords.isPercentage(name))
        : .text
    }
    return DraftGrid.Cell(
      id: id, place: SourcePlace(file: file, line: row.number, column: column + 1), at: at, words: words,
      value: value, isUnitOfName: isUnitOfName)
  }

  /// What a cell says.
  ///
  /// - Parameter isPercentage: Whether a number without a sign is a percentage.
  static func value(of text: String, unit: CountingUnit, isPercentage: Bool) -> DraftGrid.Value {
    if isUnworked(text) {
      return .unread(
        Words(
          vi: "Công thức chưa có kết quả hoặc bị lỗi; mở bằng Excel, kiểm tra rồi lưu lại.",
          en: "A formula without a result, or with an error; open it in Excel, look at it and save it."))
    }
    let folded = FoldedText(text).text
    if folded.isEmpty
      || ["khong co so lieu", "khong co", "chua co", "chua co so lieu", "no data", "x"].contains(folded)
    {
      return .none
    }
    // "Đạt 80%" is a sentence.
    if text.hasSuffix("%") || isPercentage, !text.contains(where: \.isLetter) {
      return Percentage(text).map { .percentage($0) }
        ?? .unread(
          Words(
            vi: "Không phải một tỷ lệ viết như 81,98%, có nhiều nhất 4 chữ số thập phân.",
            en: "It is no percentage such as 81.98%, with at most 4 decimals."))
    }
    do throws(QuantityRefusal) {
      let quantity = try Quantity.reading(text, unit: unit, limit: largest)
      // “một” and “năm” in a cell are words of a sentence.
      guard quantity.isInWords || text.contains(where: \.isNumber) else { return .text }
      return .count(quantity)
    } catch {
      // What begins with a word and goes on is a sentence, which is read as one; "hơn 600 xyz" is to be a figure.
      let isSentence = text.first?.isLetter == true && text.split(separator: " ").count > 3
      return text.contains(where: \.isNumber) && !isSentence ? .unread(error.message) : .text
    }
  }

  /// The largest number of a report.
  static let largest = PrintedPart.largest

  /// `A` to `Z`, then `AA`.
  private static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }

  // MARK: - Units

  /// What a heading says that is counted: "Số tin, bài", "Số lượng (tin)".
  static func unit(of heading: String) -> CountingUnit? {
    if let inside = heading.firstMatch(of: /\(([^)]+)\)/)?.output.1 {
      let words = inside.lowercased()
      if let unit = counted(words.hasPrefix("đvt") ? String(words.drop { $0 != ":" }.dropFirst()) : words) {
        return unit
      }
    }
    // Where the heading itself has none, the merged one above it: "Tin, bài – Kế hoạch".
    for piece in heading.split(separator: " – ").map(String.init).reversed() {
      // “Kế hoạch” and “Xã” head figures of anything; “Số xã” counts communes.
      guard let unit = counted(piece), !isName(unit) || FoldedText(piece).text.hasPrefix("so ") else {
        continue
      }
      return unit
    }
    return nil
  }

  private static func isName(_ unit: CountingUnit) -> Bool { [.places, .papers, .money].contains(unit.kind) }

  /// What the name of a row says; the name of an office is no unit.
  private static func unit(ofRow name: String) -> CountingUnit? {
    guard let unit = counted(name), !isName(unit), unit.kind != .people else { return nil }
    return unit
  }

  private static func counted(_ words: String) -> CountingUnit? {
    var words = words.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for prefix in ["tổng số lượng ", "tổng số ", "số lượng ", "số "] where words.hasPrefix(prefix) {
      words.removeFirst(prefix.count)
      break
    }
    guard let unit = Quantity("1 " + words, unit: nil)?.unit, unit.kind != .other, unit.kind != .calendar
    else { return nil }
    return unit
  }

  /// "Đơn vị tính: tin, bài" above a table.
  private static func unitBehindColon(_ text: String) -> CountingUnit? {
    let folded = FoldedText(text).text
    guard folded.contains("don vi tinh") || folded.contains("dvt"), let colon = text.firstIndex(of: ":")
    else {
      return nil
    }
    return counted(String(text[text.index(after: colon)...]).filter { $0 != ")" && $0 != "." })
  }

  // MARK: - Two figures in a cell

  /// Of "12 (24%)" the percentage gets a column of its own, so that all of a column are judged together.
  private func addShares(to grid: inout DraftGrid) {
    for column in grid.columns.indices {
      var shares: [Int: Percentage] = [:]
      for row in grid.rows.indices {
        let cell = grid.cells[row][column]
        guard cell.isUnread, let match = cell.words.wholeMatch(of: /(.+?)\s*\(\s*([0-9.,]+\s*%)\s*\)/),
          let share = Percentage(String(match.output.2)),
          case .count(let quantity) = Self.value(
            of: String(match.output.1),
            unit: Self.unit(of: grid.columns[column].title) ?? Self.unit(ofRow: grid.rows[row].title)
              ?? ReportDraft.unstated, isPercentage: false)
        else { continue }
        grid.cells[row][column].value = .count(quantity)
        shares[row] = share
      }
      guard !shares.isEmpty else { continue }
      let title = grid.columns[column].title
      grid.columns.append(DraftGrid.Series(title: title.isEmpty ? "%" : title + " (%)"))
      for row in grid.rows.indices {
        let cell = grid.cells[row][column]
        grid.cells[row].append(
          DraftGrid.Cell(
            id: cell.id + "-phan-tram", place: cell.place, at: cell.at, words: cell.words,
            value: shares[row].map { .percentage($0) } ?? .none))
      }
    }
  }
}

/// Which column numbers the rows, which names them, which has units, and which have figures.
struct ColumnRoles {
  private(set) var number: Int?
  private(set) var name: Int?
  private(set) var unit: Int?
  private(set) var figures: Set<Int> = []
  /// Whether a single `I` numbers as a Roman figure: not where `A` or `B` number too.
  let lettersAreRoman: Bool

  init(headings: [String], rows: [OfficeTable.Row], width: Int) {
    func texts(_ column: Int) -> [String] {
      rows.compactMap { row in
        guard row.cells.indices.contains(column), !row.continued.contains(column) else { return nil }
        return row.cells[column].isEmpty ? nil : row.cells[column]
      }
    }
    lettersAreRoman = !rows.contains { ["A", "B"].contains($0.cells.first ?? "") }
    let numberings: Set<String> = ["stt", "tt", "so tt", "so thu tu", "no"]
    for column in 0..<width {
      let heading = headings[column]
      let texts = texts(column)
      let marks = texts.count { DraftMark($0, lettersAreRoman: lettersAreRoman) != nil }
      let figures = texts.count { DraftGridReader.isFigure($0) }
      let isUnit = FoldedText(heading).text.hasPrefix("don vi tinh") || FoldedText(heading).text == "dvt"
      if number == nil, name == nil, numberings.contains(FoldedText(heading).text) {
        number = column
      } else if isUnit {
        unit = column
      } else if name == nil, column == 0, heading.isEmpty, marks == texts.count, !texts.isEmpty, width > 2 {
        number = column
      } else if name == nil, !texts.isEmpty, 2 * figures < texts.count {
        name = column
      } else if !texts.isEmpty, figures > 0, !DraftWords.isNoFigure(heading) {
        let words = texts.count { text in
          switch DraftGridReader.value(of: text, unit: ReportDraft.unstated, isPercentage: false) {
          case .text: true
          default: false
          }
        }
        if 2 * words <= texts.count { self.figures.insert(column) }
      }
    }
  }
}
