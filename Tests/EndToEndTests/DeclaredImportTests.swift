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
}
