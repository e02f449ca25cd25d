import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@testable import Planning

@Suite("What merged headings, plans and “trong đó” say of the columns of a draft")
struct DraftHeadingTests {
  /// What a draft proposes: "b1-e4 = b1-c4 + b1-d4".
  private func proposals(_ draft: ReportDraft) -> [String] {
    draft.published.sums.map { sum in
      "\(draft.terms[sum.id]?.first ?? "–") = \(sum.of.joined(separator: " + "))"
    }
      + draft.published.ratios.map { ratio in
        "\(ratio.id) = \(draft.terms[ratio.id]?.joined(separator: " / ") ?? "–")"
      }
  }

  private func read(_ rows: [[String]]) throws -> (draft: ReportDraft, findings: [Finding]) {
    let bytes = OfficeSamples.document([rows])
    let (draft, findings) = ReportDraftReader.read(InputFile(name: "du-thao.docx", bytes: bytes))
    return (try #require(draft), findings)
  }

  private static let merged = [
    ["Đơn vị", "=3 Tin, bài", "=2 Hội nghị"],
    ["^", "Kế hoạch", "Thực hiện", "Tỷ lệ", "Tổng số", "Trong đó trực tuyến"],
    ["Huyện A", "100", "90", "90%", "5", "2"], ["Huyện B", "120", "120", "100%", "3", "5"],
    ["Huyện C", "80", "60", "75%", "4", "1"], ["Cộng", "300", "270", "90%", "12", "8"],
  ]

  @Test(
    "a total takes its parts below its own merged heading, and what was planned is not added to what was done"
  )
  func merged() throws {
    let (draft, findings) = try read(Self.merged)
    #expect(
      proposals(draft) == [
        "b1-b6 = b1-b3 + b1-b4 + b1-b5", "b1-c6 = b1-c3 + b1-c4 + b1-c5", "b1-e6 = b1-e3 + b1-e4 + b1-e5",
        "b1-f6 = b1-f3 + b1-f4 + b1-f5", "ty-le-b1-d3 = b1-c3 / b1-b3", "ty-le-b1-d4 = b1-c4 / b1-b4",
        "ty-le-b1-d5 = b1-c5 / b1-b5", "ty-le-b1-d6 = b1-c6 / b1-b6",
      ])
    #expect(draft.published.figure("b1-b3")?.quantity?.text(in: .vietnamese) == "100 tin, bài")
    #expect(
      findings.map(\.message.vi) == [
        "bảng 1, ô F4: số thuộc “trong đó” là 5 hội nghị, lớn hơn số chung 3 hội nghị (bảng 1, ô E4)."
      ])
    #expect(
      findings.map(\.message.en) == [
        "table 1, cell F4: 5 hội nghị is said to be among 3 hội nghị (table 1, cell E4) and is larger."
      ])
    #expect(findings.map(\.place?.line) == [4] && findings.map(\.place?.column) == [6])
  }

  @Test("the sum of a group is one, whatever the group is called, and is not added to the whole once more")
  func sumsOfGroups() throws {
    let (draft, _) = try read([
      ["TT", "Nội dung", "Kế hoạch"], ["1", "Cấp tỉnh", ""], ["a", "Truyền hình", "23"],
      ["b", "Phát thanh", "52"],
      ["", "Cộng cấp tỉnh", "76"], ["2", "Cấp xã", "48"], ["3", "Công tác khác", "5"],
      ["", "Tổng số", "128"],
    ])
    #expect(
      proposals(draft) == ["b1-c5 = b1-c3 + b1-c4", "b1-c8 = b1-c3 + b1-c4 + b1-c6 + b1-c7"])
  }

  @Test("a text file has empty cells where a heading is merged")
  func emptyCells() throws {
    let text = """
      Đơn vị;Tin, bài;;;Hội nghị;
      ;Tổng số;Tin;Bài;Kế hoạch;Thực hiện
      Huyện A;3;1;2;5;4
      Huyện B;7;3;4;6;6
      """
    let file = InputFile(name: "du-thao.csv", bytes: Array(text.utf8))
    let draft = try #require(ReportDraftReader.read(file).draft)
    #expect(proposals(draft) == ["b1-b3 = b1-c3 + b1-d3", "b1-b4 = b1-c4 + b1-d4"])
    #expect(draft.published.figure("b1-f4")?.title == "Huyện B – Hội nghị – Thực hiện")
  }

  @Test("a column that is the sum of others in no row is no sum; one wrong row among right ones shows")
  func columns() throws {
    let wrong = [
      ["Đơn vị", "Tin", "Bài", "Tổng số"], ["Huyện A", "1", "2", "30"], ["Huyện B", "3", "4", "17"],
      ["Huyện C", "5", "6", "28"],
    ]
    #expect(try proposals(read(wrong).draft) == [])
    let one = [
      ["Đơn vị", "Kế hoạch", "Tin", "Bài", "Tổng số"], ["Huyện A", "9", "1", "2", "3"],
      ["Huyện B", "9", "3", "4", "8"],
    ]
    #expect(
      try proposals(read(one).draft) == ["b1-e2 = b1-c2 + b1-d2", "b1-e3 = b1-c3 + b1-d3"])
  }

  @Test(
    "what was owed and what was done make no sum",
    arguments: [
      ("Số phải báo cáo", "Số đã báo cáo"), ("Kế hoạch", "Thực hiện"), ("Chỉ tiêu giao", "Kết quả đạt được"),
    ])
  func owed(plan: String, done: String) throws {
    let (draft, _) = try read([
      ["Đơn vị", plan, done, "Tổng số"], ["Huyện A", "4", "3", "7"], ["Huyện B", "5", "5", "10"],
    ])
    #expect(proposals(draft) == [])
  }

  @Test("papers named plan are added to other papers, and what is not yet reported to what is")
  func names() throws {
    let (draft, _) = try read([
      ["Loại văn bản", "Số lượng"], ["Kế hoạch", "4"], ["Công văn", "3"], ["Cộng", "7"],
    ])
    #expect(proposals(draft) == ["b1-b4 = b1-b2 + b1-b3"])
    let (units, _) = try read([
      ["Khối", "Đã báo cáo", "Chưa báo cáo", "Tổng số"], ["Tỉnh", "4", "3", "7"], ["Huyện", "5", "5", "10"],
    ])
    #expect(proposals(units) == ["b1-d2 = b1-b2 + b1-c2", "b1-d3 = b1-b3 + b1-c3"])
  }

  @Test(
    "a formula without a result is told with its cell, in whatever file it is",
    arguments: ["=…", "=SUM(B2:B3)", "#REF!"])
  func formula(text: String) throws {
    let (draft, findings) = try read([
      ["Đơn vị", "Số tin"], ["Huyện A", "4"], ["Huyện B", "5"], ["Cộng", text],
    ])
    #expect(proposals(draft) == [])
    #expect(findings.map(\.code) == [.reportFigureUnread])
    #expect(findings.map(\.place?.line) == [4] && findings.map(\.place?.column) == [2])
    #expect(
      findings.first?.message.vi.hasSuffix(
        "ô B4 “\(text)” (Công thức chưa có kết quả hoặc bị lỗi; mở bằng Excel, kiểm tra rồi lưu lại).")
        == true)
  }

  @Test("a workbook as a program writes it, its formulas not worked out")
  func workbook() throws {
    let sheet = """
      <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Đơn vị</t></is></c>\
      <c r="B1" t="inlineStr"><is><t>Số tin</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c>\
      <c r="B2"><v>4</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>Cộng</t></is></c>\
      <c r="B3"><f>SUM(B2:B2)</f><v></v></c></row></sheetData></worksheet>
      """
    func part(_ name: String, _ text: String) -> ZipArchive.Entry {
      ZipArchive.Entry(name: name, bytes: Array(text.utf8))
    }
    let bytes = ZipArchive.packed([
      part(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Tin\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
      part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
      part("xl/worksheets/sheet1.xml", sheet),
    ])
    let (_, findings) = ReportDraftReader.read(InputFile(name: "du-thao.xlsx", bytes: bytes))
    #expect(findings.map(\.code) == [.reportFigureUnread])
    #expect(findings.first?.message.en.contains("cell B3 “=…” (A formula without a result") == true)
  }
}
