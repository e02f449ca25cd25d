import CalendarClients
import Foundation
import Testing

@Suite("Other people's programs read our workbooks and documents")
struct OfficeAcceptanceTests {
  @Test("openpyxl finds the tables, kinds of cells, the chart, links and no formula in a year's workbook")
  func workbook() throws {
    try withFile("report.xlsx") { file in
      let report = try Command(
        "report", "schedules/lai-chau-2018", "--format", "xlsx", "--out", file.path, "--lang", "en")
      #expect(report.status == 0 && report.output == "")
      let seen = try ClientPrograms.office(file)
      #expect(
        seen.output == """
          Tuyên truyền cải cách hành chính tỉnh Lai Châu năm 2018, created 2018-04-04
          About: A1:A11, frozen at A2, filter A1:A11; s:General
          Lines: A1:V10, frozen at D2, filter A1:V10; n:#,##0 s:General
            links to 'Rows'!A25:A505; 'Rows'!A2:A24; 'Rows'!A506:A866; 'Rows'!A867:A966; 'Rows'!A967:A998; 'Rows'!A999:A1045
          Months: A1:I13, frozen at B2, filter A1:I13; n:#,##0 s:General
            chart of Months!$B$2:$B$13, Months!$C$2:$C$13
          Lines by month: A1:Q13, frozen at E2, filter A1:Q13; n:#,##0 s:General
          Language versions: A1:L9, frozen at D2, filter A1:L9; n:#,##0 s:General
          Groups: A1:K40, frozen at C2, filter A1:K40; n:#,##0 s:General
          Rows: A1:O1069, frozen at C2, filter A1:O1069; d:[hh]:mm d:dd/mm/yyyy n:#,##0 s:General
          Findings: A1:F21, frozen at C2, filter A1:F21; n:#,##0 s:General
          fonts ['Times New Roman'], papers [(9, 'landscape', '$1:$1')], formulas 0

          """)
    }
  }

  @Test("python-docx finds the page, the font, the title, and tables whose headings come again")
  func document() throws {
    try withFile("report.docx") { file in
      let report = try Command(
        "report", "schedules/tan-hong-2020", "--format", "docx", "--layout", "schedule", "--period",
        "2020-03",
        "--dated", "2020-02-25", "--out", file.path)
      #expect(report.status == 0 && report.output == "")
      let seen = try ClientPrograms.office(file)
      #expect(
        seen.output == """
          Tuyên truyền cải cách hành chính huyện Tân Hồng năm 2020, created 2020-01-01
          page 297 x 210, margins [20, 15, 20, 30]
          font Times New Roman 26
            LỊCH PHÁT SÓNG THÁNG 03/2020
            (Từ ngày 01/03/2020 đến ngày 31/03/2020)
            Cộng: 07 lượt phát, đăng.
          table 2 x 2, repeated rows 0
          table 8 x 10, repeated rows 1
          table 3 x 2, repeated rows 0

          """)
    }
  }

  @Test("a title that is a formula, markup or very long is a text like any other")
  func hostileTitles() throws {
    let titles = [
      "=1+1", "@SUM(A1)", "]]></v> & <c>", "\u{1F3AC}\u{5E9}", String(repeating: "dài ", count: 900),
    ]
    let lines = titles.enumerated().map {
      "  - { id: l\($0.offset), title: '\($0.element)', form: tin, outlet: tv }\n"
    }
    let plan = """
      plan: x
      title: "=cmd|' /C calc'!A0"
      year: 2026
      outlets: { tv: { name: "+84", kind: television } }
      lines:
      \(lines.joined())
      """
    try withFile("plan.yaml") { file in
      try Data(plan.utf8).write(to: file)
      let book = file.deletingLastPathComponent().appending(path: "report.xlsx")
      let report = try Command("report", file.path, "--format", "xlsx", "--out", book.path)
      #expect(report.status == 0, "\(report.errors)")
      let seen = try ClientPrograms.office(book)
      #expect(seen.status == 0)
      #expect(seen.output.hasPrefix("=cmd|' /C calc'!A0, created 2026-01-01\n"))
      #expect(seen.output.hasSuffix(", formulas 0\n"))
      let paper = file.deletingLastPathComponent().appending(path: "report.docx")
      for layout in ["result", "annex", "schedule"] {
        _ = try Command("report", file.path, "--layout", layout, "--format", "docx", "--out", paper.path)
        let seen = try ClientPrograms.office(paper)
        #expect(seen.status == 0 && seen.output.hasPrefix("=cmd|' /C calc'!A0, created"), "\(layout)")
      }
    }
  }

  @Test("a format for a program to open is not printed on a screen")
  func binaryNeedsFile() throws {
    let report = try Command("report", "schedules/lai-chau-2018", "--format", "xlsx", "--lang", "en")
    #expect(report.status == 64 && report.output == "")
    #expect(
      report.errors.hasPrefix(
        "Error: The format xlsx cannot be printed on a screen; add --out NAME.xlsx.\n"))
  }

  private func withFile(_ name: String, _ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appending(path: name))
  }
}
