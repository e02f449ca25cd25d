import Logs
import ScheduleModel
import TestSupport
import Testing

@Suite("Declared figures as lower units write them")
struct DeclaredSpellingTests {
  private static let plan = Plan.sample(
    [
      .sample("tin-bai", "Tin, bài trên đài", form: "tin, bài, ảnh"),
      .sample("cm", "Chuyên mục", form: "chuyên mục"),
    ],
    units: [
      AdminUnit(
        id: "mt", name: "UBND huyện Mường Tè", level: .district, validity: .always, planMode: nil,
        place: .plan(3))
    ])

  private func read(_ bytes: [UInt8], _ profile: ReportingProfile = .calendarYear) -> (
    told: [String], figures: [String]
  ) {
    let read = DeclaredReader.read(bytes, file: "k.csv", plan: Self.plan, profile: profile)
    return (
      read.findings.map { told($0) },
      read.figures.map {
        "\($0.unit) \($0.period) \($0.line) \($0.quantity?.text(in: .vietnamese) ?? "–")"
          + ($0.note.map { " [\($0)]" } ?? "")
      }
    )
  }

  private func read(_ text: String, _ profile: ReportingProfile = .calendarYear) -> (
    told: [String], figures: [String]
  ) {
    read(Array(text.utf8), profile)
  }

  @Test(
    "periods as people write them",
    arguments: [
      ("Quý I năm 2018", "2018-Q1"), ("QUÝ III/2018", "2018-Q3"), ("quý 2", "2018-Q2"),
      ("6 tháng đầu năm", "2018-H1"),
      ("Sáu tháng cuối năm 2018", "2018-H2"), ("Tháng 04/2018", "2018-04"), ("tháng 11 năm 2018", "2018-11"),
      ("Năm 2018", "2018"), ("Q2 2018", "2018-Q2"), ("3 tháng đầu năm", "2018-Q1"), ("9 tháng đầu năm", nil),
      ("Cả năm", "2018"), ("năm", "2018"), ("quý V", nil), ("tuần 3", nil),
    ] as [(String, String?)])
  func periods(text: String, period: String?) {
    let figures = read("unit,period,line,value\nmt,\(text),cm,4\n").figures
    #expect(figures == (period.map { ["mt \($0) cm 4 chuyên mục"] } ?? []))
  }

  @Test("a period that the profile has no report on is named as that")
  func noSuchReport() {
    let (told, figures) = read("unit,period,line,value\nmt,Quý II năm 2018,cm,4\n", .ministry581)
    #expect(figures == [])
    #expect(
      told == [
        "k.csv:2:1 ^1 error DECLARED_ROW_BROKEN: This row cannot be read and is not added: BNV_581 has no report on "
          + "quarter 2 of 2018 (its periods: 2018-Q1, 2018-H1, 2018-Q3, 2018). → Ask the unit for its "
          + "figure of one of these periods."
      ])
  }

  @Test(
    "a cell with several figures is their sum where the line counts them together, with the parts in the note"
  )
  func severalFigures() {
    let (told, figures) = read(
      "unit,period,line,value\nmt,2018-Q1,tin-bai,\"12 tin, 3 bài\"\nmt,2018-Q2,tin-bai,\"20 tin và 1 ảnh\"\n"
        + "mt,2018-Q3,cm,\"12 tin, 3 bài\"\nmt,2018-Q4,tin-bai,\"600 tin, bài, ảnh\"\n")
    #expect(
      figures == [
        "mt 2018-Q1 tin-bai 15 tin, bài [12 tin, 3 bài]", "mt 2018-Q2 tin-bai 21 tin, ảnh [20 tin và 1 ảnh]",
        "mt 2018-Q4 tin-bai 600 tin, bài, ảnh",
      ])
    #expect(told.count == 1 && told[0].contains("“12 tin, 3 bài” is no figure"))
  }

  @Test(
    "the order in which a unit names the forms makes no other unit, and parts are read as people write them",
    arguments: [
      ("\"3 tin, 12 bài\"", "15 tin, bài [3 tin, 12 bài]"),
      ("\"12 bài, 3 tin\"", "15 tin, bài [12 bài, 3 tin]"),
      ("12 tin 3 bài", "15 tin, bài [12 tin 3 bài]"),
      ("\"15 (12 tin, 3 bài)\"", "15 tin, bài [15 (12 tin, 3 bài)]"),
      ("\"600 bài, tin\"", "600 tin, bài"), ("hơn 12 tin 3 bài", "hơn 15 tin, bài [hơn 12 tin 3 bài]"),
      ("12 đến 15 tin", "12 - 15 tin"), ("\"15 (12 tin, 2 bài)\"", nil), ("\"15 (12 tin, 3 kỳ)\"", nil),
    ] as [(String, String?)])
  func parts(text: String, figure: String?) {
    let read = read("unit,period,line,value\nmt,2018-Q1,tin-bai,\(text)\n")
    #expect(read.figures == (figure.map { ["mt 2018-Q1 tin-bai \($0)"] } ?? []), "\(read.told)")
    #expect(read.told.count == (figure == nil ? 1 : 0))
  }

  @Test("what a unit writes is refused with the forms of the line, or with the parts that do not add up")
  func refusedParts() {
    let told = read(
      "unit,period,line,value\nmt,2018-Q1,tin-bai,\"12 tin, trong đó 3 bài\"\n"
        + "mt,2018-Q2,tin-bai,\"15 (12 tin, 2 bài)\"\n"
    ).told
    #expect(
      told.count == 2 && told[0].contains("; or in parts: 12 tin, 3 bài; 15 (12 tin, 3 bài); or: no data)"))
    #expect(
      told.last?.contains("the parts in brackets make 14 tin, bài, not 15 tin, bài, ảnh.") == true, "\(told)")
  }

  @Test("numbers are judged by their column: one that is English without doubt shows it for all")
  func numberSigns() {
    func rows(_ values: String...) -> (told: [String], figures: [String]) {
      let periods = ["2018-Q1", "2018-Q2", "2018-Q3"]
      return read(
        "unit;period;line;value\n"
          + zip(periods, values).map { "mt;\($0);cm;\($1)\n" }.joined())
    }
    #expect(
      rows("1,234", "1,234,567", "12").figures
        == [
          "mt 2018-Q1 cm 1.234 chuyên mục", "mt 2018-Q2 cm 1.234.567 chuyên mục",
          "mt 2018-Q3 cm 12 chuyên mục",
        ])
    #expect(
      rows("1,234", "999,000 chuyên mục", "12").figures == ["mt 2018-Q3 cm 12 chuyên mục"],
      "nothing shows it: what is not written as Vietnamese writes it is asked")
    #expect(
      rows("1.234", "12.345", "1.000.000").figures
        == [
          "mt 2018-Q1 cm 1.234 chuyên mục", "mt 2018-Q2 cm 12.345 chuyên mục",
          "mt 2018-Q3 cm 1.000.000 chuyên mục",
        ])
    let said = DeclaredReader.read(
      Array("unit;period;line;value\nmt;2018-Q1;cm;1,234\n".utf8), file: "k.csv", plan: Self.plan,
      profile: .calendarYear, decimalPoint: true)
    #expect(said.figures.map(\.quantity?.value) == [1234])
  }

  @Test("a row of which only unit, period and line are filled in waits to be filled, and is no mistake")
  func notFilled() {
    let (told, figures) = read(
      "unit,period,line,value,note\nmt,2018-Q1,cm,4,\nmt,2018-Q2,cm,,\nmt,2018-Q3,cm,,\nmt,2018-Q4,cm,,chưa rõ\n"
    )
    #expect(figures == ["mt 2018-Q1 cm 4 chuyên mục"])
    #expect(told.count == 2)
    #expect(
      told.contains {
        $0.contains("info DECLARED_NOT_FILLED") && $0.contains("do not count as reported: 3–4.")
      })
    #expect(told.contains { $0.hasPrefix("k.csv:5:1") && $0.contains("error DECLARED_ROW_BROKEN") })
  }

  @Test(
    "a unit says in several words that it has no figure",
    arguments: ["không có số liệu", "chưa có số liệu", "Chưa có", "chưa thống kê", "No data"])
  func noData(words: String) {
    let (told, figures) = read("unit,period,line,value\nmt,2018-Q1,cm,\(words)\n")
    #expect(figures == ["mt 2018-Q1 cm –"] && told == [])
  }

  @Test("a spreadsheet with a merged unit, a total row and a signature block")
  func form() {
    var book = SampleWorkbook()
    book.row("UBND HUYỆN MƯỜNG TÈ")
    book.row("Đơn vị", "Kỳ", "Chỉ tiêu", "Số liệu")
    book.row("UBND H. Mường Tè", "Quý I năm 2018", "Chuyên mục", "3")
    book.row("", "", "Tin bài trên đài", "41 tin, bài")
    book.row("Tổng cộng", "", "", "44")
    book.row("", "", "", "Mường Tè, ngày 02 tháng 4 năm 2018")
    book.row("", "", "", "CHỦ TỊCH")
    book.row("", "", "", "Lý Văn B")
    book.merged = ["A1:D1", "A3:A4", "B3:B4"]
    let (told, figures) = read(book.bytes)
    #expect(figures == ["mt 2018-Q1 cm 3 chuyên mục", "mt 2018-Q1 tin-bai 41 tin, bài"])
    #expect(
      told == [
        "k.csv:5:1 ^1 info LOG_ROWS_WITHOUT_DATA: Titles, totals, signatures or notes, not read as data: row 5 “Tổng "
          + "cộng”, 6 “Mường Tè, ngày 02 tháng 4 năm 2018”, 7 “CHỦ TỊCH”, 8 “Lý Văn B”. → If one of them is data, fill "
          + "in the required columns of that row."
      ])
  }
}
