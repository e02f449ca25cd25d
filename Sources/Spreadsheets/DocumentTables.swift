import ScheduleModel

/// The tables of a text document in Office Open XML (ISO/IEC 29500-1, 17.4), and its paragraphs outside of them; a table
/// inside a cell is text of the cell.
enum DocumentTables {
  /// The part of the archive that holds the text.
  static let part = "word/document.xml"

  /// The tables and the paragraphs that have a text, both in the document's order.
  static func read(
    _ archive: ZipArchive
  ) throws(SpreadsheetFile.Fault) -> (tables: [OfficeTable], paragraphs: [String]) {
    var scanner = XMLScanner()
    var builder = DocumentTableBuilder()
    var isBroken = false
    do {
      try archive.read(part) { piece in
        do {
          try scanner.feed(piece) { builder.take($0) }
          return true
        } catch {
          isBroken = true
          return false
        }
      }
    } catch {
      throw .archive(error)
    }
    guard !isBroken, scanner.isFinished else { throw .broken(part) }
    let tables = builder.tables.enumerated().map { number, rows in
      OfficeTable(
        name: Words(vi: "bảng \(number + 1)", en: "table \(number + 1)"),
        rows: rows.enumerated().compactMap { index, row in
          row.cells.allSatisfy(\.isEmpty)
            ? nil : OfficeTable.Row(number: index + 1, cells: row.cells, continued: row.continued)
        })
    }
    return (tables, builder.paragraphs)
  }
}

/// Makes rows of the marks and texts of a document.
private struct DocumentTableBuilder {
  typealias Row = (cells: [String], continued: Set<Int>)

  var tables: [[Row]] = []
  var paragraphs: [String] = []
  private var depth = 0
  private var rows: [Row] = []
  private var cells: [String] = []
  private var continued: Set<Int> = []
  /// The text of a cell, or of a paragraph outside of tables.
  private var text: [UInt8] = []
  private var span = 1
  private var continuesAbove = false
  private var isText = false

  mutating func take(_ token: XMLScanner.Token) {
    switch token {
    case .start(let name, let attributes): start(String(decoding: name, as: UTF8.self), attributes)
    case .end(let name): end(String(decoding: name, as: UTF8.self))
    case .text(let letters): if isText { XMLScanner.appendText(letters, to: &text) }
    case .plain(let letters): if isText { text += letters }
    }
  }

  private mutating func start(_ name: String, _ attributes: ArraySlice<UInt8>) {
    let value = XMLScanner.attribute("w:val", in: attributes)
    switch name {
    case "tbl":
      depth += 1
      if depth == 1 { rows = [] }
    case "tr" where depth == 1: (cells, continued) = ([], [])
    case "p" where depth == 0: text = []
    case "tc" where depth == 1:
      text = []
      span = 1
      continuesAbove = false
    case "gridSpan" where depth == 1: span = width(value)
    case "gridBefore" where depth == 1: cells += Array(repeating: "", count: width(value))
    case "vMerge" where depth == 1: continuesAbove = value != "restart"
    case "t": isText = true
    case "tab", "br", "cr": text.append(0x20)
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "tbl":
      depth -= 1
      if depth == 0 { tables.append(rows) }
    case "tr" where depth == 1: rows.append((cells, continued))
    case "tc" where depth == 1:
      var words = String(decoding: text, as: UTF8.self).composed.onOneLine
      let first = cells.count
      if continuesAbove, let above = rows.last?.cells, above.indices.contains(first) {
        words = above[first]
        continued.insert(first)
      }
      if span > 1 { continued.formUnion(first + 1..<first + span) }
      cells += Array(repeating: words, count: span)
    case "p" where depth == 0:
      let words = String(decoding: text, as: UTF8.self).composed.onOneLine
      if !words.isEmpty { paragraphs.append(words) }
    case "p": text.append(0x20)
    case "t": isText = false
    default: break
    }
  }

  private func width(_ value: String?) -> Int {
    min(OfficeTable.mostColumns, max(1, value.flatMap { Int($0) } ?? 1))
  }
}
