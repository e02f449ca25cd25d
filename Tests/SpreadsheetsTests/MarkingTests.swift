import Testing

@testable import Spreadsheets

@Suite("Marks in documents and workbooks of others")
struct MarkingTests {
  private static let types =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"

  private func archive(_ parts: [(String, String)]) -> [UInt8] {
    ZipArchive.packed(parts.map { ZipArchive.Entry(name: $0, bytes: Array($1.utf8)) })
  }

  private func text(_ part: String, of bytes: [UInt8]) throws -> String {
    String(decoding: try ZipArchive(bytes).bytes(of: part), as: UTF8.self)
  }

  /// Merged cells, properties of paragraphs and of their changes, a run with properties, one with empty ones, an empty paragraph.
  private static let document = """
    <w:document xmlns:w="w"><w:body><w:p/><w:p><w:pPr><w:jc/><w:rPr><w:b/></w:rPr><w:pPrChange><w:pPr/></w:pPrChange></w:pPr>\
    <w:r><w:rPr><w:b/></w:rPr><w:t>Tổng &lt; 5</w:t></w:r><w:r><w:rPr/><w:t> và</w:t></w:r></w:p><w:tbl><w:tr>\
    <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc>\
    <w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p><w:p><w:r><w:t>8</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>
    """

  @Test("a mark goes around the text of its cell or paragraph; all else is the same")
  func document() throws {
    let bytes = archive([
      ("[Content_Types].xml", Self.types), ("word/document.xml", Self.document), ("x", "y"),
    ])
    let marks = [
      OfficeMark(.cell(table: 1, row: 1, column: 3), note: "7 & \"8\""),
      OfficeMark(.paragraph(1), note: "năm"),
      OfficeMark(.cell(table: 2, row: 1, column: 1), note: "nowhere"),
    ]
    let copy = try ZipArchive.marked(bytes, marks, author: "A")
    func range(_ id: Int) -> (String, String) {
      (
        "<w:commentRangeStart w:id=\"\(id)\"/>",
        "<w:commentRangeEnd w:id=\"\(id)\"/><w:r><w:commentReference w:id=\"\(id)\"/></w:r>"
      )
    }
    let yellow = "<w:highlight w:val=\"yellow\"/>"
    let expected = Self.document
      .replacing("</w:pPr><w:r>", with: "</w:pPr>\(range(0).0)<w:r>")
      .replacing("<w:r><w:rPr><w:b/>", with: "<w:r><w:rPr>\(yellow)<w:b/>")
      .replacing("<w:rPr/>", with: "<w:rPr>\(yellow)</w:rPr>")
      .replacing(" và</w:t></w:r>", with: " và</w:t></w:r>\(range(0).1)")
      .replacing("<w:r><w:t>7", with: "\(range(1).0)<w:r><w:rPr>\(yellow)</w:rPr><w:t>7")
      .replacing(
        "<w:r><w:t>8</w:t></w:r>", with: "<w:r><w:rPr>\(yellow)</w:rPr><w:t>8</w:t></w:r>\(range(1).1)")
    #expect(try text("word/document.xml", of: copy) == expected)
    #expect(
      try text("word/lichsong-comments.xml", of: copy).contains(
        "<w:t xml:space=\"preserve\">7 &amp; &quot;8&quot;</w:t>"))
    let (before, after) = (try OfficeContents(bytes), try OfficeContents(copy))
    #expect(before.tables == after.tables && before.paragraphs == after.paragraphs)
    #expect(try ZipArchive(copy).names.prefix(3) == ["[Content_Types].xml", "word/document.xml", "x"])
    #expect(try ZipArchive.marked(bytes, marks, author: "A") == copy, "the same marks, the same octets")
  }

  @Test("a cell without a style, and one whose reference is left out, get the style that is yellow")
  func workbook() throws {
    let sheet =
      "<worksheet xmlns=\"s\"><sheetData><row r=\"2\"><c r=\"B2\"><v>1</v></c><c s='1'><v>2</v></c></row></sheetData>"
      + "<pageMargins/><extLst/></worksheet>"
    let styles =
      "<styleSheet xmlns=\"s\"><fills count=\"1\"><fill/></fills><cellXfs count=\"2\"><xf numFmtId=\"0\" fillId=\"0\"/>"
      + "<xf numFmtId=\"9\"><alignment/></xf></cellXfs></styleSheet>"
    let bytes = archive([
      ("[Content_Types].xml", Self.types),
      ("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" r:id=\"r\"/></sheets></workbook>"),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r\" Target=\"worksheets/a.xml\"/></Relationships>"
      ), ("xl/worksheets/a.xml", sheet), ("xl/styles.xml", styles),
    ])
    let marks = [2, 3].map { OfficeMark(.cell(table: 1, row: 2, column: $0), note: "số \($0)") }
    let copy = try ZipArchive.marked(bytes, marks, author: "A")
    let marked = try text("xl/worksheets/a.xml", of: copy)
    #expect(
      marked.contains("<row r=\"2\"><c s=\"2\" r=\"B2\"><v>1</v></c><c s='3'><v>2</v></c></row>"), "\(marked)"
    )
    #expect(marked.contains("<pageMargins/><legacyDrawing ") && marked.hasSuffix("/><extLst/></worksheet>"))
    let after = try text("xl/styles.xml", of: copy)
    #expect(after.contains("<fills count=\"2\"><fill/><fill><patternFill patternType=\"solid\">"), "\(after)")
    #expect(after.contains("<cellXfs count=\"4\">"))
    #expect(after.contains("<xf applyFill=\"1\" numFmtId=\"0\" fillId=\"1\"/>"), "\(after)")
    #expect(
      after.contains("<xf applyFill=\"1\" fillId=\"1\" numFmtId=\"9\"><alignment/></xf></cellXfs>"),
      "\(after)")
    #expect(try OfficeContents(copy).tables == OfficeContents(bytes).tables)
  }

  @Test("a file without the list of its parts is told as one that lacks it")
  func missing() {
    let bytes = archive([("word/document.xml", Self.document)])
    #expect(throws: SpreadsheetFile.Fault.missing("[Content_Types].xml")) {
      try ZipArchive.marked(bytes, [OfficeMark(.paragraph(1), note: "a")], author: "A")
    }
  }
}
