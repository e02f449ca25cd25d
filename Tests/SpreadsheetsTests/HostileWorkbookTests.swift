import Spreadsheets
import Testing

@Suite("Workbooks that somebody made to do harm")
struct HostileWorkbookTests {
  @Test("a sheet that declares entities is refused: nothing grows, and no file is read")
  func declaredEntities_areRefused() throws {
    let declared = (1...9).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }
    let sheet = """
      <?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a0 "ha">\(declared.joined())
      <!ENTITY secret SYSTEM "file:///etc/passwd">]>
      <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a9;</t></is></c>
      <c r="B1" t="inlineStr"><is><t>&secret;</t></is></c><c r="C1"><v>7</v></c></row></sheetData></worksheet>
      """
    #expect(throws: SpreadsheetFile.Fault.broken("xl/worksheets/sheet1.xml")) { try Self.rows(of: sheet) }
  }

  @Test("a cell in column XFD of row 1,048,576 takes no more memory than another")
  func farCells_areCheap() throws {
    let sheet = """
      <?xml version="1.0"?><worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>
      """
    let rows = try Self.rows(of: sheet)
    #expect(rows.map(\.number) == [1_048_576])
    #expect(rows.map(\.cells.count).allSatisfy { $0 <= 21 })
  }

  private static func rows(of sheet: String) throws -> [SheetRow] {
    let parts = [
      "xl/workbook.xml": #"<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#,
      "xl/_rels/workbook.xml.rels":
        #"<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>"#,
      "xl/worksheets/sheet1.xml": sheet,
    ]
    let octets = ZipArchive.packed(
      parts.sorted { $0.key < $1.key }.map { ZipArchive.Entry(name: $0.key, bytes: Array($0.value.utf8)) })
    var reader = try SpreadsheetFile(octets).rows(of: "A", mostColumns: 20)
    var rows: [SheetRow] = []
    while let row = try reader.row() { rows.append(row) }
    return rows
  }
}
