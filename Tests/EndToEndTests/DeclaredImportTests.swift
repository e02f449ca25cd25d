import Foundation
import TestSupport
import Testing

@Suite("Declared figures are recorded as the units sent them")
struct DeclaredImportTests {
  @Test("a form that nobody has filled in is a form: its rows are told, and nothing is recorded")
  func emptyForm() throws {
    try DeclaredStory.with { story in
      let form = story.folder + "/bieu.xlsx"
      let made = try Command("new", "--form", story.folder, "--out", form, "--unit", "an-phu")
      #expect(made.status == 0, "\(made.errors)")
      for (language, told, words) in [
        ("vi", "\(form): số liệu kê khai; sổ giữ nguyên.\n", "chưa tính là đã báo cáo"),
        ("en", "\(form): declared figures; the Book stays as it is.\n", "do not count as reported"),
      ] {
        let imported = try Command("import", story.folder, form, "--lang", language)
        #expect(imported.status == 0, "\(imported.errors)")
        #expect(imported.output.hasPrefix(String(told.dropLast(2))), "\(imported.output)")
        #expect(imported.errors.contains("DECLARED_NOT_FILLED") && imported.errors.contains(words))
        #expect(!imported.errors.contains("LOG_COLUMN_MISSING"), "\(imported.errors)")
      }
      #expect(try Command("consolidate", story.folder, "--period", "2026-Q1").status == 64)
    }
  }

  @Test(
    "a figure is named by the station's own file, sheet and row, before it is recorded and after",
    arguments: ["text", "html"])
  func places(format: String) throws {
    try DeclaredStory.with { story in
      var book = SampleWorkbook()
      book.row("BÁO CÁO SỐ LIỆU")
      book.row("Đơn vị báo cáo: Xã An Phú")
      book.row("Chỉ điền các ô màu vàng")
      book.row("Đơn vị", "Kỳ báo cáo", "Chỉ tiêu", "Số liệu")
      book.row("Xã An Phú", "Quý I năm 2026", "Bản tin", "12")
      try story.write("declared/an-phu.xlsx", book.bytes)
      let ask = ["consolidate", story.folder, "--period", "2026-Q1", "--format", format]
      let before = try Command(program: Command.path, ask)
      #expect(before.output.contains("an-phu.xlsx:5"), "\(before.output)\(before.errors)")
      let imported = try Command("import", story.folder, story.folder + "/declared/an-phu.xlsx")
      #expect(imported.status == 0, "\(imported.errors)")
      let after = try Command(program: Command.path, ask)
      #expect(after.output.contains("an-phu.xlsx:5") && !after.output.contains("an-phu.xlsx:2"))
    }
  }

  @Test("of one bad row the others are recorded, as those of a log are; mended, it follows them")
  func oneBadRow() throws {
    try DeclaredStory.with { story in
      let file = story.folder + "/declared/quy-1.csv"
      try story.write(
        "declared/quy-1.csv",
        """
        unit,period,line,value
        an-phu,2026-Q1,ban-tin,12
        dong-son,2026-Q1,ban-tin,7
        binh-hoa,2026-Q1,ban-tin,9

        """)
      let preview = try Command("import", story.folder, file, "--preview")
      #expect(
        preview.output == """
          Dòng  Đơn vị    Kỳ       Chỉ tiêu     Số liệu  Ngày nhận  Gồm cả  Minh chứng  Ghi chú
          ────  ────────  ───────  ────────  ──────────  ─────────  ──────  ──────────  ───────
             2  an-phu    2026-Q1  ban-tin   12 bản tin  –          –       –           –
             4  binh-hoa  2026-Q1  ban-tin    9 bản tin  –          –       –           –

          \(file): đọc được 2 số liệu kê khai mới; không nhận các dòng có lỗi nêu dưới đây; chưa ghi (xem trước).

          """, "\(preview.output)")
      #expect(!FileManager.default.fileExists(atPath: story.folder + "/book"))
      let imported = try Command("import", story.folder, file, "--lang", "en")
      #expect(imported.status == 1 && imported.errors.contains("quy-1.csv:3:1"), "\(imported.errors)")
      #expect(
        imported.output
          == "\(file): 2 declared figures recorded; the rows with the errors below are left out.\n")
      #expect(try story.entries().count == 1)
      let sums = try Command("consolidate", story.folder, "--period", "2026-Q1", "--lang", "en")
      #expect(sums.output.contains("21 bản tin") && sums.errors.contains("quy-1.csv:3:1"), "\(sums.errors)")

      // The unit was missing in the plan, and not wrong in the file.
      try story.write(
        "plan.yaml",
        DeclaredStory.plan.replacing(
          "outlets:", with: "  dong-son: { name: Xã Đông Sơn, level: commune, parent: tinh }\noutlets:"))
      let again = try Command("import", story.folder, file, "--lang", "en")
      #expect(again.status == 0, "\(again.errors)")
      #expect(again.output == "\(file): 1 declared figure recorded, 2 in the Book already.\n")
      #expect(try story.entries().count == 2)
      let whole = try Command("consolidate", story.folder, "--period", "2026-Q1", "--lang", "en")
      #expect(whole.output.contains("28 bản tin") && !whole.errors.contains("quy-1"), "\(whole.errors)")
      #expect(
        try Command("import", story.folder, file).output
          == "\(file): số liệu kê khai, sổ đã có 3; sổ giữ nguyên.\n")
    }
  }

  @Test("forms of a line are added in whatever order, alone or together; another form is told")
  func units() throws {
    try DeclaredStory.with { story in
      func consolidated(_ one: String, _ other: String) throws -> Command {
        try story.write(
          "declared/quy-1.csv",
          "unit,period,line,value\nan-phu,2026-Q1,tin-bai,\"\(one)\"\nbinh-hoa,2026-Q1,tin-bai,\"\(other)\"\n"
        )
        return try Command(
          "consolidate", story.folder, "--period", "2026-Q1", "--format", "csv", "--lang", "en")
      }
      func sum(_ command: Command) -> [String] {
        command.output.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("line,tin-bai,") }.map(
          String.init)
      }
      let ordered = try consolidated("12 bài, 3 tin", "3 tin, 12 bài")
      #expect(
        sum(ordered).count == 1 && sum(ordered)[0].contains(",30,exact,\"tin, bài\","), "\(ordered.output)")
      let alone = try consolidated("120 tin", "12 bài, 3 tin")
      #expect(sum(alone).count == 1 && sum(alone)[0].contains(",135,exact,\"tin, bài\","), "\(alone.output)")
      let other = try consolidated("24 kỳ", "12 bài, 3 tin")
      #expect(sum(other).count == 2 && other.output.contains(",24,exact,kỳ,"), "\(other.output)")
      let told = try Command("consolidate", story.folder, "--period", "2026-Q1")
      #expect(
        told.errors.contains(
          "“Xã An Phú” báo cáo 24 kỳ, còn chỉ tiêu “Tin bài” đếm tin, bài; số này ghi riêng, không cộng với số tin, bài."
        ), "\(told.errors)")
      try story.write(
        "declared/quy-1.csv",
        "unit,period,line,value\nan-phu,2026-Q1,tin-bai,120 tin\nan-phu,2026-Q2,tin-bai,\"12 bài, 3 tin\"\n")
      let half = try Command("consolidate", story.folder, "--period", "2026-H1", "--format", "csv")
      #expect(sum(half).count == 1 && sum(half)[0].contains(",135,at-least,"), "\(half.output)")
    }
  }
}
