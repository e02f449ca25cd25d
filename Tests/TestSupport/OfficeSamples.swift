import Foundation
import Spreadsheets

/// Spreadsheets and text documents of tables, made for a test.
package enum OfficeSamples {
  /// A workbook of sheets of texts.
  ///
  /// - Parameter merged: Ranges of the first sheet: `A1:C1`.
  package static func workbook(_ sheets: [(name: String, rows: [[String]])], merged: [String] = []) -> [UInt8]
  {
    var entries = [
      part(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><sheets>"
          + sheets.enumerated().map {
            "<sheet name=\"\(escaped($1.name))\" sheetId=\"\($0 + 1)\" r:id=\"r\($0 + 1)\"/>"
          }.joined() + "</sheets></workbook>"),
      part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships>"
          + sheets.indices.map {
            "<Relationship Id=\"r\($0 + 1)\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
          }
          .joined() + "</Relationships>"),
    ]
    for (number, sheet) in sheets.enumerated() {
      let rows = sheet.rows.enumerated().map { index, cells in
        "<row r=\"\(index + 1)\">"
          + cells.enumerated().map { column, text in
            text.isEmpty
              ? ""
              : "<c r=\"\(letter(column))\(index + 1)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
          }.joined() + "</row>"
      }.joined()
      let ranges = number == 0 ? merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined() : ""
      entries.append(
        part(
          "xl/worksheets/sheet\(number + 1).xml",
          "<worksheet><sheetData>\(rows)</sheetData><mergeCells>\(ranges)</mergeCells></worksheet>"))
    }
    return ZipArchive.packed(entries)
  }

  /// A text document of tables; a cell may be `=N` to be as wide as N columns with the text behind it, or `^` to continue
  /// the one above.
  ///
  /// - Parameter above: The paragraphs above each table.
  package static func document(_ tables: [[[String]]], above: [String] = ["Phụ lục"]) -> [UInt8] {
    let paragraphs = above.map { "<w:p><w:r><w:t>\(escaped($0))</w:t></w:r></w:p>" }.joined()
    let body = tables.map { rows in
      paragraphs + "<w:tbl>"
        + rows.enumerated().map { index, cells in
          "<w:tr>"
            + cells.enumerated().map {
              cell(
                $1,
                startsMerge: index + 1 < rows.count && rows[index + 1].count > $0
                  && rows[index + 1][$0] == "^")
            }.joined() + "</w:tr>"
        }.joined() + "</w:tbl>"
    }.joined()
    return ZipArchive.packed([
      part("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>")
    ])
  }

  private static func cell(_ text: String, startsMerge: Bool) -> String {
    var words = text
    var properties = startsMerge ? "<w:vMerge w:val=\"restart\"/>" : ""
    if text == "^" { (words, properties) = ("", "<w:vMerge/>") }
    if text.hasPrefix("="), let space = text.firstIndex(of: " ") {
      properties += "<w:gridSpan w:val=\"\(text[text.index(after: text.startIndex)..<space])\"/>"
      words = String(text[text.index(after: space)...])
    }
    return "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p><w:r><w:t>\(escaped(words))</w:t></w:r></w:p></w:tc>"
  }

  private static func part(_ name: String, _ text: String) -> ZipArchive.Entry {
    ZipArchive.Entry(name: name, bytes: Array(text.utf8))
  }

  private static func letter(_ column: Int) -> String { String(UnicodeScalar(UInt8(65 + column))) }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: "\"", with: "&quot;")
  }
}
