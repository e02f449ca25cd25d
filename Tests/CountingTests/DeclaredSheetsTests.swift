import ScheduleModel
import TestSupport
import Testing

@testable import Counting
@testable import Logs
@testable import Spreadsheets

@Suite("Lower units' figures in spreadsheets")
struct DeclaredSheetsTests {
  private let plan = Plan.reporting(
    [.sample("xa-a", .commune, in: "tinh"), .sample("xa-b", .commune, in: "tinh")],
    [.declared("loa", .commune)])

  private func read(_ sheets: [(name: String, rows: [[String]])]) -> (
    figures: [DeclaredFigure], findings: [Finding]
  ) {
    DeclaredReader.read(
      SampleSheets.workbook(sheets), file: "declared/quy-1.xlsx", plan: plan, profile: .calendarYear)
  }

  @Test("a form with a title above its header, as offices send it, is read like CSV")
  func form() {
    let (figures, findings) = read([
      (
        "Biểu 1",
        [
          ["BÁO CÁO SỐ LIỆU TUYÊN TRUYỀN"], ["Đơn vị tính: bản tin"], [],
          ["Đơn vị", "Kỳ", "Chỉ tiêu", "Số liệu", "Ngày nhận"],
          ["xa-a", "2025-Q1", "loa", "12", "2025-04-02"], [],
          ["xa-b", "2025-Q1", "loa", "hơn 1.600 bản tin", ""],
        ]
      )
    ])
    #expect(findings == [])
    #expect(
      figures.map { "\($0.unit) \($0.quantity?.text(in: .english) ?? "–")" } == [
        "xa-a 12 bản tin", "xa-b more than 1,600 bản tin",
      ])
    #expect(
      figures.map(\.place) == [
        .init(file: "declared/quy-1.xlsx", line: 5), .init(file: "declared/quy-1.xlsx", line: 7),
      ])
    #expect(figures[0].received == .of("2025-04-02"))
  }

  @Test("every sheet with such a header is read, the others are named, and a mistake names its sheet and row")
  func severalSheets() {
    let header = ["unit", "period", "line", "value"]
    let (figures, findings) = read([
      ("Q1", [header, ["xa-a", "2025-Q1", "loa", "1"]]), ("Ghi chú", [["Gửi trước ngày 5"]]),
      ("Q2", [header, ["xa-a", "2025-Q2", "loa", "chưa rõ"]]), ("Trống", []),
    ])
    #expect(figures.map(\.place.file) == ["declared/quy-1.xlsx!Q1"])
    #expect(findings.map(\.code) == [.declaredRowBroken, .logSheetPassedOver])
    #expect(findings[0].place == .init(file: "declared/quy-1.xlsx!Q2", line: 2))
    #expect(findings[1].message.en.contains("“Ghi chú”") && !findings[1].message.en.contains("Trống"))
  }

  @Test("a workbook under the name of links.csv is not read: links are added to that file as text")
  func noLinks() {
    let book = SampleSheets.workbook([
      (
        "A",
        [["link", "uid", "date", "outlet", "by", "reason"], ["nothing", "", "2025-04-05", "bao", "A", "B"]]
      )
    ])
    let (links, findings) = LinkReader.read(book, file: "links.csv", plan: plan)
    #expect(links == [] && findings.map(\.severity) == [.error])
  }

  @Test("a workbook without such a header, and one that is damaged, say what to do")
  func noTable() {
    let (figures, findings) = read([("A", [["unit", "value"], ["xa-a", "1"]])])
    #expect(figures == [] && findings.map(\.code) == [.declaredRowBroken])
    #expect(
      findings.first?.message.en
        == "The header lacks “unit”, “period”, “line”, “value”; no figure of this file is read.")
    let torn = Array(SampleSheets.workbook([("A", [["unit"]])]).prefix(80))
    let broken = DeclaredReader.read(torn, file: "a.xlsx", plan: plan, profile: .calendarYear)
    #expect(broken.findings.map(\.code) == [.logUnreadable])
  }
}

extension SampleSheets {
  /// A workbook with its texts in the cells; an empty row is left out, as spreadsheets do.
  static func workbook(_ sheets: [(name: String, rows: [[String]])]) -> [UInt8] {
    func entry(_ name: String, _ text: String) -> ZipArchive.Entry {
      ZipArchive.Entry(name: name, bytes: Array(text.utf8))
    }
    let names = sheets.enumerated().map { "<sheet name='\($1.name)' r:id='s\($0)'/>" }.joined()
    let links = sheets.indices.map { "<Relationship Id='s\($0)' Target='worksheets/sheet\($0).xml'/>" }
      .joined()
    let parts = sheets.enumerated().map { number, sheet in
      let rows = sheet.rows.enumerated().filter { !$1.isEmpty }.map { index, cells in
        let texts = cells.enumerated().filter { !$1.isEmpty }.map { column, text in
          let letter = Unicode.Scalar(UInt8(65 + column))
          return "<c r='\(letter)\(index + 1)' t='inlineStr'><is><t>\(text)</t></is></c>"
        }
        return "<row r='\(index + 1)'>\(texts.joined())</row>"
      }
      return entry(
        "xl/worksheets/sheet\(number).xml",
        "<worksheet><sheetData>\(rows.joined())</sheetData></worksheet>")
    }
    return ZipArchive.packed(
      [
        entry("xl/workbook.xml", "<workbook><sheets>\(names)</sheets></workbook>"),
        entry("xl/_rels/workbook.xml.rels", "<Relationships>\(links)</Relationships>"),
      ] + parts)
  }
}
