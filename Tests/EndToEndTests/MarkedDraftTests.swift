import CalendarClients
import Foundation
import Testing

/// Drafts that python-docx and openpyxl wrote, with invented figures of which some are wrong.
@Suite("A marked copy of somebody else's draft")
struct MarkedDraftTests {
  private func withDrafts(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try ClientPrograms.marked("write", folder).status == 0)
    try work(folder)
  }

  @Test("a document has its doubtful figures highlighted, each with a comment that says why")
  func document() throws {
    try withDrafts { folder in
      let (draft, copy) = (folder + "/bao-cao.docx", folder + "/danh-dau.docx")
      let before = try Data(contentsOf: URL(filePath: draft))
      let audit = try Command("audit", draft, "--out", copy, "--lang", "vi")
      #expect(audit.status == 0)
      #expect(
        audit.output.hasSuffix("Đã ghi \(copy): bản sao của dự thảo, đánh dấu 3 chỗ; dự thảo giữ nguyên.\n"),
        "\(audit.output)")
      #expect(try Data(contentsOf: URL(filePath: draft)) == before)
      #expect(
        try ClientPrograms.marked("read", copy).output == """
          yellow: Có 182/222 đơn vị (81,90%).
          yellow: 250
          yellow: 151
          Lịch Sóng: Tính lại: 182 / 222 = 81,98%; dự thảo ghi 81,90%.
          Lịch Sóng: Tính lại: 100 (C2) + 151 (D2) = 251; dự thảo ghi 250.
          Lịch Sóng: Tính lại: 80 (D3) + 70 (D4) = 150; dự thảo ghi 151.

          """)
      #expect(
        try ClientPrograms.marked("changed", draft, copy).output == """
          changed [Content_Types].xml word/document.xml word/_rels/document.xml.rels
          added word/lichsong-comments.xml

          """)
      // The copy says what the draft says, and a copy of the copy has all notes.
      let again = folder + "/lai.docx"
      let second = try Command("audit", copy, "--out", again, "--lang", "vi")
      func figures(_ audit: Command) -> ArraySlice<Substring> {
        audit.output.replacing(copy, with: draft).split(separator: "\n").dropFirst(2).dropLast()
      }
      #expect(figures(second) == figures(audit))
      let notes = try ClientPrograms.marked("read", again).output.split(separator: "\n")
      #expect(notes.count { $0.hasPrefix("Lịch Sóng: ") } == 6, "\(notes)")
    }
  }

  @Test("a workbook has them in yellow cells with notes, beside the notes that are there")
  func workbook() throws {
    try withDrafts { folder in
      let (draft, copy) = (folder + "/bieu.xlsx", folder + "/danh-dau.xlsx")
      let audit = try Command("audit", draft, "--out", copy, "--lang", "en")
      #expect(
        audit.output.hasSuffix(
          "Wrote \(copy): a copy of the draft with 3 marks; the draft stays as it is.\n"), "\(audit.output)")
      #expect(
        try ClientPrograms.marked("read", copy).output == """
          Biểu 1!B3 250: Đã xem
          Lịch Sóng: Worked out again: 100 (C3) + 151 (D3) = 251; printed is 250.
          Biểu 1!D3 151, bold: Worked out again: 80 (D4) + 70 (D5) = 150; printed is 151.
          Biểu 2!D3 70: Worked out again: 3 (C3) / 4 (B3) = 75%; printed is 70%.

          """)
      #expect(
        try ClientPrograms.marked("changed", draft, copy).output == """
          changed xl/worksheets/sheet1.xml xl/comments/comment1.xml xl/drawings/commentsDrawing1.vml \
          xl/worksheets/sheet2.xml xl/styles.xml [Content_Types].xml
          added xl/lichsong-comments2.xml xl/worksheets/_rels/sheet2.xml.rels xl/drawings/lichsong-notes2.vml

          """)
      guard RealOffice.isInstalled else { return }
      #expect(try RealOffice.text(of: copy, in: folder).contains("Toàn tỉnh 250 100 151"))
    }
  }

  @Test("another ending, a file that is there and a draft without a doubt are told, and nothing is written")
  func refused() throws {
    try withDrafts { folder in
      let draft = folder + "/bao-cao.docx"
      let other = try Command("audit", draft, "--out", folder + "/a.xlsx", "--lang", "en")
      #expect(
        other.status == 64
          && other.errors.contains("or a marked copy with the ending of the draft: --out marked.docx."))
      let before = try Data(contentsOf: URL(filePath: draft))
      #expect(try Command("audit", draft, "--out", draft).status == 74)
      #expect(try Data(contentsOf: URL(filePath: draft)) == before)
      let right = folder + "/dung.csv"
      try Data("Nội dung,Tổng số,Tin,Bài\nHuyện A,30,10,20\nHuyện B,7,3,4\n".utf8).write(
        to: URL(filePath: right))
      let text = try Command("audit", right, "--out", folder + "/a.docx", "--lang", "en")
      #expect(
        text.status == 64
          && text.errors.contains("--out of audit is a .yaml file, such as --out published.yaml."))
    }
  }
}
