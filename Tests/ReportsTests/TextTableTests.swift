import ScheduleModel
import Testing

@testable import Reports

@Test("Columns stand under each other whatever marks their letters carry, and no line ends in a blank")
func table_alignsVietnamese() {
  var table = TextTable(columns: [.name("Nội dung"), .number("Số"), .words("Ghi chú")])
  table.append(["Phóng sự", "96", "đủ"])
  table.append(["Tie\u{302}\u{301}ng Mông", "1.201", ""])
  table.append(["中文", "–", "x"])
  let expected = """
    Nội dung       Số  Ghi chú
    ──────────  ─────  ───────
    Phóng sự       96  đủ
    Tie\u{302}\u{301}ng Mông  1.201
    中文            –  x

    """
  #expect(table.text() == expected)
}

@Test("A long cell goes on below itself, and the heading with it")
func table_wrapsLongCells() {
  var table = TextTable(columns: [
    .words("STT"), .name("Nội dung, hình thức", width: 12), .number("Thực hiện kỳ báo cáo", width: 10),
  ])
  table.append(["1", "Cải cách hành chính Nhà nước", "23"])
  let expected = """
    STT  Nội dung,    Thực hiện
         hình thức   kỳ báo cáo
    ───  ──────────  ──────────
    1    Cải cách            23
         hành chính
         Nhà nước

    """
  #expect(table.text() == expected)
}

@Test("A title that tries to steer the terminal is shown, not obeyed")
func table_showsControls() {
  var table = TextTable(columns: [.name("A"), .words("B")])
  table.append(["x\u{1B}[2J", "y"])
  #expect(table.text() == "A           B\n──────────  ─\nx\\u{1B}[2J  y\n")
}

@Test("A table without rows has its heading")
func table_empty() {
  #expect(TextTable(columns: [.name("A"), .number("Số")]).text() == "A  Số\n─  ──\n")
}

@Test("A title that reads like a figure is none: what a cell holds decides, not its words")
func cell_isWhatItHolds() {
  let figures = FigureSetter(language: .vietnamese)
  let held: [(TextTable.Cell, String, isQuiet: Bool)] = [
    (.words("–"), "–", false), (.words("0"), "0", false), (.notStated, "–", true),
    (figures.cell(0), "0", true), (figures.cell(1_200), "1.200", false),
    (figures.cell(nil, isLeast: true), "–", true), (figures.cell(0, isLeast: true), "ít nhất 0", false),
    (figures.cell(nil, of: 0), "–/0", true), (figures.cell(1, of: 4), "1/4", false),
  ]
  for (cell, text, isQuiet) in held {
    #expect(cell.text == text)
    #expect(cell.isQuiet == isQuiet, "\(text)")
  }
  #expect(TextTable.Cell.words("–") != .notStated)
  #expect(FigureSetter(language: .vietnamese, isPaper: true).cell(4).text == "04")
}

@Test("on paper a figure keeps its line, however crowded the table is")
func paper_figuresAreWhole() {
  let words = (1...9).map { TextTable.Column.words("trách-nhiệm phương\($0)tiện-truyềnthôngcơsở", width: 14) }
  var table = TextTable(columns: words + [.number("Cost (đồng)", width: 12)])
  table.append(
    words.map { _ in .words("phátthanhtruyềnhình") } + [TextTable.Cell(.number(397_500_000), "397,500,000")])
  let widths = table.widths(of: 9_354, letter: 125, margin: 150)
  // Nine digits of 110 twentieths of a point, two commas of 55, and the margin of a cell.
  #expect(widths[9] >= 9 * 110 + 2 * 55 + 150)
  #expect(widths.reduce(0, +) <= 9_354 && widths.allSatisfy { $0 > 400 }, "\(widths)")
}
