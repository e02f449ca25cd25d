import Logs
import ScheduleModel
import Spreadsheets

/// A sheet of a plan's workbook, or a table of text that was saved from one, as somebody gave it back.
struct PlanSheet {
  /// The part of the plan that it has.
  let part: PlanTable.Part
  /// The language of its headings, in which kinds and levels are named.
  let language: ReaderLanguage
  /// Where each of the part's columns is, by its index; a column that was taken out is missing.
  let places: [Int: Int]
  /// The columns of the part.
  let columns: [PlanTable.Column]
  /// The rows below the headings.
  let rows: [Row]
  /// Headings that are none of the part's, with their places.
  let others: [(heading: String, place: SourcePlace)]
  /// The file, and the sheet in it, for findings.
  let file: String
  /// Of which version of the plan's text the sheet was made, as ``PlanVersionMark`` has it; `nil` when it does not say it.
  let version: String?

  /// A row.
  struct Row {
    /// Its number in the sheet, from 1.
    let number: Int
    /// A text for each of the part's columns; `nil` where the sheet lacks the column.
    let cells: [String?]
    /// Whether it has cells that are merged with others.
    let isMerged: Bool
  }

  /// The sheet of one table; `nil` when its headings are those of no part.
  ///
  /// - Parameter name: The name of the sheet; `nil` for a table of text.
  init?(_ table: OfficeTable, name: String?, months: MonthRun, file: String) {
    guard let header = table.rows.first else { return nil }
    let headings = header.cells.map { FoldedText($0) }
    let parts = PlanTable.Part.sheets.map { part in
      (part: part, known: part.columns(months).count { column in headings.contains { column.isNamed($0) } })
    }
    let named = name.flatMap { name in
      parts.first { $0.part.isNamed(name) }
    }
    // “Kênh, Mã, Thời lượng” are columns of the lines too; what has more by which its rows are known is meant.
    func keys(_ part: PlanTable.Part) -> Int { part.columns(months).count { $0.content == .identity } }
    let likeliest = parts.max { ($0.known, keys($0.part)) < ($1.known, keys($1.part)) }
    guard let best = named ?? likeliest, best.known >= 2 else { return nil }
    let columns = best.part.columns(months)
    var places: [Int: Int] = [:]
    for (index, column) in columns.enumerated() { places[index] = headings.firstIndex { column.isNamed($0) } }
    let identity = columns.indices.filter { columns[$0].content == .identity }
    guard identity.allSatisfy({ places[$0] != nil }) else { return nil }
    let english = columns.enumerated().count { index, column in
      column.heading.vi != column.heading.en && places[index] != nil
        && headings.contains(FoldedText(column.heading.en))
    }
    let path = name.map { "\(file)!\($0)" } ?? file
    let known = Set(places.values)
    part = best.part
    self.columns = columns
    self.places = places
    self.file = path
    language = english * 2 > places.count ? .english : .vietnamese
    version = header.cells.lazy.compactMap { PlanVersionMark.read($0) }.first
    others = header.cells.enumerated().filter {
      !$0.element.isEmpty && !known.contains($0.offset) && PlanVersionMark.read($0.element) == nil
    }.map {
      ($0.element, SourcePlace(file: path, line: header.number, column: $0.offset + 1))
    }
    rows = table.rows.dropFirst().compactMap { row in
      let cells = columns.indices.map { index in
        places[index].map { row.cells.indices.contains($0) ? row.cells[$0].onOneLine : "" }
      }
      guard cells.contains(where: { $0?.isEmpty == false }) else { return nil }
      return Row(number: row.number, cells: cells, isMerged: !row.continued.isDisjoint(with: known))
    }
  }

  /// Where a row is, for a finding.
  func place(_ row: Row, column: Int = 0) -> SourcePlace {
    SourcePlace(file: file, line: row.number, column: (places[column] ?? 0) + 1)
  }

  /// What a row is known by; `nil` when it does not say it.
  func id(of row: Row) -> String? {
    let texts = columns.indices.filter { columns[$0].content == .identity }.map { row.cells[$0] ?? "" }
    return texts.contains("") ? nil : texts.joined(separator: "/")
  }
}

/// What a workbook of a plan holds.
struct PlanSheets {
  let sheets: [PlanSheet]
  /// The plan's text when the workbook was written; `nil` where it has none.
  let text: String?

  /// The sheets in a file, or why there are none.
  ///
  /// - Parameter textSheet: The sheet that holds the plan's text.
  static func read(_ file: InputFile, months: MonthRun, textSheet: String) -> (
    sheets: PlanSheets?, findings: [Finding]
  ) {
    guard file.bytes.starts(with: [0x50, 0x4B]) else {
      let knows: (String) -> Bool = { heading in
        let folded = FoldedText(heading)
        return PlanTable.Part.sheets.contains { $0.columns(months).contains { $0.isNamed(folded) } }
      }
      guard let rows = SeparatedTable.rows(of: file.bytes, knows: knows),
        let sheet = PlanSheet(
          OfficeTable(
            name: Words(vi: "bảng", en: "table"),
            rows: rows.map { OfficeTable.Row(number: $0.line, cells: $0.cells.map(\.composed)) }),
          name: nil, months: months, file: file.name)
      else { return (nil, [.planSheetsUnreadable(nil, file: file.name)]) }
      return (
        PlanSheets(sheets: [sheet], text: nil), sheet.others.map { .planColumnUnknown($0.heading, $0.place) }
      )
    }
    do throws(SpreadsheetFile.Fault) {
      let book = try SpreadsheetFile(file.bytes)
      let tables = try OfficeTable.sheets(of: book)
      let sheets = zip(book.sheets, tables).compactMap { name, table in
        name == textSheet ? nil : PlanSheet(table, name: name, months: months, file: file.name)
      }
      guard !sheets.isEmpty else { return (nil, [.planSheetsMissing(book.sheets, file: file.name)]) }
      let parts = Set(sheets.map(\.part))
      let broken = book.sheets.compactMap { name in
        PlanTable.Part.sheets.first { part in !parts.contains(part) && part.isNamed(name) }.map { part in
          Finding.planSheetWithoutIDs(
            name, part.columns(months).filter { $0.content == .identity }, file: file.name)
        }
      }
      guard broken.isEmpty else { return (nil, broken) }
      let text = book.sheets.contains(textSheet) ? try lines(of: textSheet, in: book) : nil
      let others = sheets.flatMap(\.others).map { Finding.planColumnUnknown($0.heading, $0.place) }
      return (PlanSheets(sheets: sheets, text: text), others)
    } catch {
      return (nil, [.planSheetsUnreadable(error, file: file.name)])
    }
  }

  private static func lines(of sheet: String, in book: SpreadsheetFile) throws(SpreadsheetFile.Fault)
    -> String
  {
    var lines: [String] = []
    var reader = try book.rows(of: sheet, mostColumns: 2)
    while let row = try reader.row() {
      // The first row is the heading.
      while lines.count < row.number - 2 { lines.append("") }
      if row.number > 1 { lines.append(row.texts.first ?? "") }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
