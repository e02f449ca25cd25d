import Foundation
import Spreadsheets
import TestSupport
import Testing

@Suite("A draft report is audited where it is")
struct DraftAuditTests {
  private func withFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try work(folder)
  }

  private func write(_ bytes: [UInt8], _ path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  /// The lines of one part of the output, from its heading to the next empty line behind the table.
  private func section(_ heading: String, of output: String) -> [String] {
    let lines = output.components(separatedBy: "\n")
    guard let start = lines.firstIndex(of: heading) else { return [] }
    return lines[(start + 4)...].prefix { !$0.isEmpty }.map {
      $0.replacing(#/ {2,}/#, with: " | ")
    }
  }

  /// The head of a letter, a table whose headings are merged, one with parts above and beside its sums.
  private static let document = OfficeSamples.document([
    [
      ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
      ["Số: 12/BC-SNV", "Hà Nội, ngày 25/12/2025"],
    ],
    [
      ["STT", "Nội dung", "ĐVT", "=2 Kết quả", "Tỷ lệ (%)"], ["^", "^", "^", "Kế hoạch", "Thực hiện", "^"],
      ["1", "2", "3", "4", "5", "6=5/4"], ["I", "=5 CẤP TỈNH"],
      ["1", "Tin truyền hình", "tin", "120", "118", "98,33"], ["2", "Chuyên mục", "kỳ", "24", "24", "100"],
      ["3", "Đối thoại", "hội nghị", "4", "3", "70,0"],
    ],
    [
      ["Đơn vị", "Tổng số", "=2 Trong đó"], ["^", "^", "Truyền hình", "Phát thanh"],
      ["Toàn tỉnh", "250", "100", "151"], ["Huyện A", "120", "40", "80"],
      ["Công an tỉnh", "130", "60", "70"],
    ],
  ])

  @Test("the tables of a document: each figure with its cell, sums and percentages beside what is printed")
  func document() throws {
    try withFolder { folder in
      try write(Self.document, folder + "/bao-cao.docx")
      let vi = try Command("audit", folder + "/bao-cao.docx")
      #expect(vi.status == 0, "\(vi.errors)")
      #expect(
        vi.output.hasPrefix(
          """
          KIỂM TRA DỰ THẢO
          Nguồn: bao-cao.docx
          Tổng và tỷ lệ dưới đây do chương trình đề xuất, chưa có người xác nhận: chưa phải là kết luận.
            bảng 2: 3 dòng có số liệu; cột “Kết quả – Kế hoạch”, “Kết quả – Thực hiện”, “Tỷ lệ (%)”
            bảng 3: 3 dòng có số liệu; cột “Tổng số”, “Trong đó – Truyền hình”, “Trong đó – Phát thanh”

          """))
      #expect(
        section("SỐ LIỆU ĐỌC ĐƯỢC", of: vi.output).prefix(3) == [
          "bảng 2, ô D5 | Tin truyền hình – Kết quả – Kế hoạch | 120 tin | 120",
          "bảng 2, ô E5 | Tin truyền hình – Kết quả – Thực hiện | 118 tin | 118",
          "bảng 2, ô D6 | Chuyên mục – Kết quả – Kế hoạch | 24 kỳ | 24",
        ])
      #expect(
        section("TỔNG ĐỀ XUẤT", of: vi.output) == [
          "bảng 3, ô B3 | Toàn tỉnh – Tổng số | 120 (B4) + 130 (B5) | 250 | 250 | khớp",
          "bảng 3, ô C3 | Toàn tỉnh – Trong đó – Truyền hình | 40 (C4) + 60 (C5) | 100 | 100 | khớp",
          "bảng 3, ô D3 | Toàn tỉnh – Trong đó – Phát thanh | 80 (D4) + 70 (D5) | 151 | 150 | KHÔNG KHỚP",
          "bảng 3, ô B3 | Toàn tỉnh – Tổng số | 100 (C3) + 151 (D3) | 250 | 251 | KHÔNG KHỚP",
          "bảng 3, ô B4 | Huyện A – Tổng số | 40 (C4) + 80 (D4) | 120 | 120 | khớp",
          "bảng 3, ô B5 | Công an tỉnh – Tổng số | 60 (C5) + 70 (D5) | 130 | 130 | khớp",
        ])
      #expect(
        section("TỶ LỆ ĐỀ XUẤT", of: vi.output) == [
          "bảng 2, ô F5 | Tin truyền hình – Tỷ lệ (%) | 118 (E5) / 120 (D5) | 98,33% | 98,33% | khớp",
          "bảng 2, ô F6 | Chuyên mục – Tỷ lệ (%) | 24 (E6) / 24 (D6) | 100% | 100% | khớp",
          "bảng 2, ô F7 | Đối thoại – Tỷ lệ (%) | 3 (E7) / 4 (D7) | 70,0% | 75,0% | KHÔNG KHỚP",
        ])
      let en = try Command("audit", folder + "/bao-cao.docx", "--lang", "en")
      #expect(
        section("PROPOSED SUMS", of: en.output).last
          == "table 3, cell B5 | Công an tỉnh – Tổng số | 60 (C5) + 70 (D5) | 130 | 130 | agrees")
    }
  }

  @Test("a proposal is judged only after somebody has confirmed it")
  func proposal() throws {
    try withFolder { folder in
      try write(Self.document, folder + "/bao-cao.docx")
      let file = folder + "/published.yaml"
      #expect(try Command("audit", folder + "/bao-cao.docx", "--out", file).status == 0)
      let proposed = try Command("audit", folder)
      #expect(proposed.status == 0)
      #expect(proposed.output.contains("cảnh báo[PUBLISHED_PROPOSED]"))
      #expect(!proposed.output.contains("SUM_MISMATCH"))
      let again = try Command("audit", folder + "/bao-cao.docx", "--out", file)
      #expect(again.status == 74)
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(
        text.contains(
          "  - { id: tong-b3-d3, title: \"Toàn tỉnh – Trong đó – Phát thanh\", of: [b3-d4, b3-d5], stated: b3-d3 }"
            + "  # bảng 3, ô D3\n"))
      try text.replacing("proposed: true\n", with: "").write(toFile: file, atomically: true, encoding: .utf8)
      let judged = try Command("audit", folder)
      #expect(judged.status == 1)
      #expect(
        judged.output.contains("lỗi[SUM_MISMATCH]: “Toàn tỉnh – Trong đó – Phát thanh”: báo cáo ghi 151"))
      #expect(judged.output.contains("lỗi[PCT_MISMATCH]: “Đối thoại – Tỷ lệ (%)”"))
      #expect(judged.output.contains("3 lỗi"))
    }
  }

  @Test("a report uses no figure that nobody has confirmed")
  func unconfirmed() throws {
    try withFolder { folder in
      for name in ["plan.yaml", "published.yaml"] {
        try FileManager.default.copyItem(
          atPath: Command.root + "/schedules/lai-chau-2018/\(name)", toPath: "\(folder)/\(name)")
      }
      let used = try Command("report", folder, "--format", "csv")
      let file = folder + "/published.yaml"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try (text + "proposed: true\n").write(toFile: file, atomically: true, encoding: .utf8)
      let unused = try Command("report", folder, "--format", "csv")
      #expect(used.output.contains("600") && used.output != unused.output)
      #expect(unused.errors.contains("PUBLISHED_PROPOSED"))
    }
  }

  @Test("a spreadsheet: percentages as they are shown, merged figures once, two sheets")
  func workbook() throws {
    try withFolder { folder in
      try write(DraftWorkbook.bytes, folder + "/so-lieu.xlsx")
      let run = try Command("audit", folder + "/so-lieu.xlsx")
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        section("TỶ LỆ ĐỀ XUẤT", of: run.output) == [
          "trang “Thi”, ô D2 | Đơn vị tham gia – Tỷ lệ | 182 (C2) / 222 (B2) | 81,98% | 81,98% | khớp",
          "trang “Thi”, ô D3 | Điểm tối đa – Tỷ lệ | 101.907 (C3) / 240.659 (B3) | 42,3% | 42,3% | khớp",
        ])
      #expect(
        section("TỔNG ĐỀ XUẤT", of: run.output) == [
          "trang “Lượt”, ô B4 | Cộng – Số lượt | 1.201 (B2) + 998 (B3) | 2.200 lượt | 2.199 lượt | KHÔNG KHỚP"
        ])
    }
  }

  @Test("plain text: sums and percentages in sentences, a table of tabs")
  func plainText() throws {
    try withFolder { folder in
      let text = """
        Thực hiện Kế hoạch số 44/KH-UBND ngày 15/01/2019, toàn tỉnh thực hiện được 2.199 lượt tuyên truyền,
        trong đó, cấp huyện thực hiện 1.201 lượt, ở cấp tỉnh thực hiện 998 lượt.
        Có 182/222 đơn vị tham gia (chiếm tỷ lệ 81,98%); có 240.659 lượt thi, trong đó có 101.907 lượt thi đạt điểm
        tối đa (15/15 điểm) (chiếm tỷ lệ 41,34%).
        Lượt truy cập tăng 12% so với cùng kỳ. Đã phát 60 tin, bài, trong đó 20 tin, 30 bài.

        Nội dung\tSố tin
        Huyện A\t12
        Huyện B\thơn 20
        Cộng\thơn 32
        """
      try write(Array(text.utf8), folder + "/du-thao.txt")
      let run = try Command("audit", folder + "/du-thao.txt")
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        section("TỔNG ĐỀ XUẤT", of: run.output) == [
          "bảng 1, ô B10 | Cộng – Số tin | 12 (B8) + hơn 20 (B9) | hơn 32 tin | hơn 32 tin | khớp",
          "dòng 1 | toàn tỉnh thực hiện | 1.201 + 998 | 2.199 lượt tuyên truyền | 2.199 lượt tuyên truyền | khớp",
          "dòng 5 | đã phát | 20 + 30 | 60 tin, bài | 50 tin, bài | KHÔNG KHỚP (?)",
        ])
      #expect(
        section("TỶ LỆ ĐỀ XUẤT", of: run.output) == [
          "dòng 3 | đơn vị tham gia | 182 / 222 | 81,98% | 81,98% | khớp",
          "dòng 3 | lượt thi | 101.907 / 240.659 | 41,34% | 42,34% | KHÔNG KHỚP",
        ])
      #expect(
        run.output.contains(
          "Cần người xem quyết định:\n  (?) dòng 5: “trong đó” có thể không nêu hết các phần\n"))
      // What is doubtful is not judged when the rest is confirmed.
      let file = folder + "/published.yaml"
      _ = try Command("audit", folder + "/du-thao.txt", "--out", file)
      let proposal = try String(contentsOfFile: file, encoding: .utf8)
      try proposal.replacing("proposed: true\n", with: "").write(
        toFile: file, atomically: true, encoding: .utf8)
      #expect(
        proposal.contains(
          "  # Bỏ dấu # nếu đúng: “trong đó” có thể không nêu hết các phần.\n  # - { id: tong-d5-1"))
      #expect(try Command("audit", folder).output.contains("1 lỗi"))
    }
  }

  @Test(
    "sentences in cells are read; rows without figures are no headings; names of rows that are no unit count nothing"
  )
  func cellsAndNames() throws {
    try withFolder { folder in
      try write(
        OfficeSamples.document([
          [
            ["Nội dung", "Kết quả"], ["Hội nghị", "Đã tổ chức 12/15 hội nghị, đạt 80%"],
            ["Thi", "Có 1.200 lượt thi, trong đó 300 lượt thi đạt điểm tối đa, chiếm 26%"],
            ["Kinh phí", "120.000.000 đồng"],
          ],
          [
            ["TT", "Nội dung", "Số lượng"], ["I", "Báo chí", "30"], ["1", "Báo in", "10"],
            ["2", "Phát thanh", "20"],
            ["II", "Trực quan", "15"], ["1", "Pa nô", "4"], ["2", "Khẩu hiệu", "11"],
            ["", "Tổng cộng", "46"],
          ],
          [["Nội dung", "Kết quả"], ["Tin", "Phát 30/40 tin, đạt 75%"]],
        ]), folder + "/du-thao.docx")
      let run = try Command("audit", folder + "/du-thao.docx")
      #expect(
        section("TỶ LỆ ĐỀ XUẤT", of: run.output) == [
          "bảng 1, ô B2 | đã tổ chức | 12 (B2) / 15 (B2) | 80% | 80% | khớp",
          "bảng 1, ô B3 | lượt thi | 300 (B3) / 1.200 (B3) | 26% | 25% | KHÔNG KHỚP",
          "bảng 3, ô B2 | phát | 30 (B2) / 40 (B2) | 75% | 75% | khớp",
        ])
      #expect(
        section("TỔNG ĐỀ XUẤT", of: run.output) == [
          "bảng 2, ô C2 | Báo chí – Số lượng | 10 (C3) + 20 (C4) | 30 | 30 | khớp",
          "bảng 2, ô C5 | Trực quan – Số lượng | 4 (C6) + 11 (C7) | 15 | 15 | khớp",
          "bảng 2, ô C8 | Tổng cộng – Số lượng | 30 (C2) + 15 (C5) | 46 | 45 | KHÔNG KHỚP",
        ])
    }
  }

  @Test("a cell that cannot be read is told and stops no other")
  func unread() throws {
    try withFolder { folder in
      let rows = [
        ["Nội dung", "Tin", "Bài"], ["Huyện A", "1,201", "3"], ["Huyện B", "12 tin, 3 bài", "4"],
        ["Cộng", "1.213", "7"],
      ]
      try write(OfficeSamples.document([rows]), folder + "/du-thao.docx")
      let run = try Command("audit", folder + "/du-thao.docx", "--lang", "en")
      #expect(run.status == 0)
      #expect(
        section("PROPOSED SUMS", of: run.output) == [
          "table 1, cell C4 | Cộng – Bài | 3 (C2) + 4 (C3) | 7 bài | 7 bài | agrees"
        ])
      #expect(
        run.output.contains(
          "warning[REPORT_FIGURE_UNREAD]: table 1: 2 cells are not understood whole, and no sum or percentage with them is "
            + "proposed: cell B2 “1,201” (“1,201” is not a number as Vietnamese writes it"))
    }
  }

  @Test("what is no draft is refused with what to do", arguments: ["vi", "en"])
  func refused(language: String) throws {
    try withFolder { folder in
      let files: [(String, [UInt8], String, String)] = [
        ("thu.docx", OfficeSamples.document([[["Kính gửi", "Sở Nội vụ"]]]), "1 bảng", "1 table, no cell"),
        ("trong.docx", OfficeSamples.document([]), "không có bảng nào", "it has no table"),
        ("bao-cao.pdf", Array("%PDF-1.7".utf8), "tệp PDF không giữ bảng", "a PDF has no tables"),
        ("cu.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1], "tệp .doc hoặc .xls đời cũ", "an old .doc or .xls file"),
        ("anh.txt", [0x00, 0x01, 0xFF], "không phải .docx, .xlsx", "no .docx, .xlsx"),
        ("hong.xlsx", Array("PK\u{3}\u{4}xx".utf8), "tệp bị hỏng", "it is damaged"),
        ("rong.txt", [], "không có bảng nào", "it has no table"),
      ]
      for (name, bytes, vi, en) in files {
        try write(bytes, folder + "/" + name)
        let run = try Command("audit", folder + "/" + name, "--lang", language)
        #expect(run.status == 1, "\(name)")
        #expect(run.output.contains("[REPORT_UNREADABLE]"), "\(name): \(run.output)")
        #expect(run.output.contains(language == "vi" ? vi : en), "\(name): \(run.output)")
      }
      let paper = try Command("audit", folder + "/thu.docx", "--out", folder + "/y.xlsx", "--lang", language)
      #expect(paper.status == 64 && paper.errors.contains("--out published.yaml"))
      let yaml = try Command("audit", folder + "/x.yaml", "--out", folder + "/y.yaml", "--lang", language)
      #expect(yaml.status == 64)
    }
  }
}

/// A workbook with number formats, as office programs write them.
private enum DraftWorkbook {
  static let bytes: [UInt8] = ZipArchive.packed([
    part(
      "xl/workbook.xml",
      "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Thi\" sheetId=\"1\" r:id=\"r1\"/>"
        + "<sheet name=\"Lượt\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>"),
    part(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
        + "<Relationship Id=\"r2\" Target=\"worksheets/sheet2.xml\"/></Relationships>"),
    part(
      "xl/styles.xml",
      "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"0.0%\"/></numFmts><cellXfs>"
        + "<xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"170\"/><xf numFmtId=\"3\"/></cellXfs></styleSheet>"
    ),
    part(
      "xl/worksheets/sheet1.xml",
      sheet([
        [text("A1", "Nội dung"), text("B1", "Tổng số"), text("C1", "Tham gia"), text("D1", "Tỷ lệ")],
        [
          text("A2", "Đơn vị tham gia"), number("B2", "222"), number("C2", "182"),
          number("D2", "0.81981981", 1),
        ],
        [
          text("A3", "Điểm tối đa"), number("B3", "240659", 3), number("C3", "101907", 3),
          number("D3", "0.42344977", 2),
        ],
      ])),
    part(
      "xl/worksheets/sheet2.xml",
      sheet(
        [
          [text("A1", "Cấp"), text("B1", "Số lượt"), text("C1", "")],
          [text("A2", "Huyện"), number("B2", "1201"), text("C2", "")],
          [text("A3", "Tỉnh"), number("B3", "998")], [text("A4", "Cộng"), number("B4", "2200")],
        ], merged: ["B2:C2"])),
  ])

  private static func part(_ name: String, _ text: String) -> ZipArchive.Entry {
    ZipArchive.Entry(name: name, bytes: Array(text.utf8))
  }

  private static func sheet(_ rows: [[String]], merged: [String] = []) -> String {
    "<worksheet><sheetData>"
      + rows.enumerated().map { "<row r=\"\($0 + 1)\">\($1.joined())</row>" }.joined()
      + "</sheetData><mergeCells>"
      + merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells></worksheet>"
  }

  private static func text(_ cell: String, _ text: String) -> String {
    "<c r=\"\(cell)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  private static func number(_ cell: String, _ value: String, _ style: Int = 0) -> String {
    "<c r=\"\(cell)\" s=\"\(style)\"><v>\(value)</v></c>"
  }
}
