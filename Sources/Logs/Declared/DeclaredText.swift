public import ScheduleModel

/// Declared figures as they stand in the Book: a table that ``DeclaredReader`` reads, with ids for names.
public enum DeclaredText {
  /// Whether a file is a table of declared figures, by its header.
  public static func isDeclared(_ bytes: [UInt8]) -> Bool {
    LogForm.shown(by: bytes) == .xlsx
      ? HandTable<DeclaredColumn>.isIn(workbook: bytes) : HandTable<DeclaredColumn>.isIn(text: bytes)
  }

  /// Whether a header names units or periods of reports and one more column of such a table, though not all that it needs.
  static func isNearlyHeader(_ names: [String]) -> Bool {
    let byName = DeclaredColumn.byName()
    let known = Set(names.compactMap { byName[FoldedText($0)] }).intersection(DeclaredColumn.required)
    return known.count > 1 && (known.contains(.unit) || known.contains(.value))
  }

  /// Whether a header names units, as a table with a column for each line does, too.
  static func namesUnits(_ names: [String]) -> Bool {
    let byName = DeclaredColumn.byName()
    return names.contains { byName[FoldedText($0)] == .unit }
  }

  /// The table of some figures of a file; `row` says where each stood in it, and `sheet` on which sheet of several.
  public static func bytes(of figures: [DeclaredFigure], file: String) -> [UInt8] {
    let sheets = figures.map { Row($0.place, of: file).sheet }
    let hasSheets = sheets.contains { !$0.isEmpty }
    var text = TextBytes()
    text.append("row,unit,period,line,value,trust,evidence,author,received,includes,note")
    if hasSheets { text.append(",sheet") }
    text.end()
    for (figure, sheet) in zip(figures, sheets) {
      text.cell("\(figure.place.line)")
      text.field(figure.unit)
      text.field(figure.period.description)
      text.field(figure.line)
      text.field(figure.quantity?.text(in: .vietnamese) ?? "no-data")
      text.field(figure.trust?.rawValue ?? "")
      text.field(figure.evidence ?? "")
      text.field(figure.author ?? "")
      text.field(figure.received?.description ?? "")
      text.field(figure.includes.map { $0.isEmpty ? "none" : $0.joined(separator: ";") } ?? "")
      text.field(figure.note ?? "")
      if hasSheets { text.field(sheet) }
      text.end()
    }
    return text.bytes
  }

  /// Which row of a file a figure is.
  public struct Row: Hashable, Sendable {
    /// The sheet; empty for a text and a workbook with one sheet.
    public let sheet: String
    /// The line or the row, from 1.
    public let line: Int

    /// The row at a place of a file.
    public init(_ place: SourcePlace, of file: String) {
      sheet = place.file.hasPrefix(file + "!") ? String(place.file.dropFirst(file.count + 1)) : ""
      line = place.line
    }
  }

  /// The rows of their file that an entry of the Book has, whatever the plan makes of them now.
  ///
  /// - Complexity: Linear in the bytes.
  public static func rows(in bytes: [UInt8]) -> Set<Row> {
    let read = HandTable<DeclaredColumn>.rows(
      of: bytes, file: "", missing: Finding.declaredColumnsMissing, broken: Finding.declaredRowBroken
    ) { table, row, _ in
      place(of: row, in: table, source: "").map { .success(Row($0, of: "")) } ?? .failure(RowFaults())
    }
    return Set(read.rows)
  }

  /// Where a row of the Book stood in its file; `nil` when it does not say so.
  static func place(of row: LogRow, in table: HandTable<DeclaredColumn>, source: String) -> SourcePlace? {
    guard let line = table.text(under: "row", in: row).flatMap(Int.init), line > 0 else { return nil }
    let sheet = table.text(under: "sheet", in: row)
    return SourcePlace(file: source + (sheet.map { "!" + $0 } ?? ""), line: line)
  }
}
