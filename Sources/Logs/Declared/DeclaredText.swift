public import ScheduleModel

/// Declared figures as they stand in the Book: a table that ``DeclaredReader`` reads, with ids for names.
public enum DeclaredText {
  /// Whether a file is a table of declared figures, by its header.
  public static func isDeclared(_ bytes: [UInt8]) -> Bool {
    if LogForm.shown(by: bytes) == .xlsx {
      return HandTable<DeclaredColumn>.isIn(workbook: bytes)
    }
    let byName = DeclaredColumn.byName()
    var scanner = LogHeader.scanner(of: bytes, knows: { byName[FoldedText($0)] != nil })
    guard scanner.next() != nil else { return false }
    let found = Set(scanner.fields.compactMap { byName[FoldedText(scanner.text(of: $0))] })
    return DeclaredColumn.required.allSatisfy(found.contains)
  }

  /// The table of some figures; the column `row` says where each stood in the file that came in.
  public static func bytes(of figures: [DeclaredFigure]) -> [UInt8] {
    var text = TextBytes()
    text.append("row,unit,period,line,value,trust,evidence,author,received,includes,note")
    text.end()
    for figure in figures {
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
      text.end()
    }
    return text.bytes
  }
}
