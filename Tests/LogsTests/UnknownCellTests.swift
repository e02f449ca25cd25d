import Logs
import ScheduleModel
import TestSupport
import Testing

@Suite("Empty cells of a spreadsheet, and cells whose value is not known")
struct UnknownCellTests {
  private static let march = 43165  // 2018-03-06

  private func sheet(_ header: [String], _ rows: [[SampleWorkbook.Cell]], merged: [String] = [])
    -> SampleWorkbook
  {
    var book = SampleWorkbook()
    book.rows = [header.map { .text($0) }] + rows
    book.merged = merged
    return book
  }

  @Test("a merged cell holds for all of its rows, in every column")
  func mergedRows() {
    let days = (0..<3).map { SampleWorkbook.Cell.date(Self.march + $0) }
    let book = sheet(
      ["ngày", "giờ", "kênh", "tên", "trạng thái", "tiếng"],
      [
        [
          days[0], .text("20:15"), .text("phat-thanh"), .text("Cải cách"), .text("nhường sóng"),
          .text("Thái"),
        ],
        [days[1], .none, .none, .text("Tin")], [days[2], .none, .none, .text("Bài")],
        [.date(Self.march + 3), .text("06:00"), .text("bao"), .text("Ảnh")],
      ], merged: ["B2:B4", "C2:C4", "E2:E3", "F3:F4"])
    #expect(
      ImportedRows(book.bytes).rows == [
        "2018-03-06 20:15 phat-thanh tai Cải cách pre-empted", "2018-03-07 20:15 phat-thanh Tin pre-empted",
        "2018-03-08 20:15 phat-thanh Bài", "2018-03-09 06:00 bao Ảnh",
      ])
  }

  @Test("a header of two rows: merged names, and groups of columns")
  func twoRowsOfHeader() {
    let book = sheet(
      ["Ngày", "Giờ", "", "Kênh", "Tên"],
      [
        [.none, .text("Bắt đầu"), .text("Kết thúc")],
        [.date(Self.march), .text("20:15"), .text("20:30"), .text("bao"), .text("Cải cách")],
      ], merged: ["A1:A2", "B1:C1", "D1:D2", "E1:E2"])
    let imported = ImportedRows(book.bytes)
    #expect(imported.rows == ["2018-03-06 20:15 bao Cải cách 15m"] && imported.english == [])
  }

  @Test("a row whose cells are all struck through is told; one with a single cell struck through is not")
  func struckThrough() {
    let book = sheet(
      ["ngày", "kênh", "tên"],
      [
        [.text("2018-03-06"), .text("bao"), .text("A")],
        [.struck("2018-03-07"), .struck("bao"), .struck("B")],
        [.text("2018-03-08"), .text("bao"), .struck("C")],
      ])
    let imported = ImportedRows(book.bytes)
    #expect(imported.rows.count == 3)
    #expect(
      imported.english.contains {
        $0.contains("Rows that are struck through in the spreadsheet are read all the same: 3.")
      },
      "\(imported.english)")
  }

  @Test("a formula that was not calculated and an error are told; an empty text that a formula gave is empty")
  func formulas() {
    let book = sheet(
      ["date", "outlet", "status", "title"],
      [
        [.date(Self.march), .text("bao"), .formula("IF(A1<5,1)", value: nil), .text("A")],
        [.date(Self.march + 1), .text("bao"), .formula("\"\"", value: ""), .text("B")],
        [.date(Self.march + 2), .text("bao"), .none, .error("#N/A")],
        [.date(Self.march + 3), .error("#REF!"), .none, .text("D")],
      ])
    let imported = ImportedRows(book.bytes, file: "x.xlsx")
    #expect(imported.rows == ["2018-03-07 bao B"])
    #expect(
      imported.english == [
        "x.xlsx:2:20 ^2 error LOG_ROW_BROKEN: This row is left out: the cell “status” has a formula that was not "
          + "calculated. → Open it in Excel or LibreOffice, so that formulas are calculated, and save it again.",
        "x.xlsx:4:23 ^4 error LOG_ROW_BROKEN: This row is left out: the cell “title” has the error #N/A. → Mend the "
          + "formula in the spreadsheet and save it again.",
        "x.xlsx:5:14 ^5 error LOG_ROW_BROKEN: This row is left out: the cell “outlet” has the error #REF!. → Mend the "
          + "formula in the spreadsheet and save it again.",
      ])
    #expect(imported.addition.summary.leftOut == 3)
  }

  @Test("hidden rows and sheets are read and told")
  func hidden() {
    var book = sheet(
      ["date", "outlet"], (0..<4).map { [.date(Self.march + $0), .text("bao")] })
    book.hiddenRows = [3, 4]
    book.isHidden = true
    let imported = ImportedRows(book.bytes, file: "x.xlsx")
    #expect(imported.rows.count == 4)
    #expect(
      imported.english == [
        "x.xlsx:3:1 ^1 warning LOG_HIDDEN: Rows that the spreadsheet hides or filters away are read all the same: 3–4. "
          + "→ Ask whoever sent them whether they count; if not, ask for the file without them.",
        "x.xlsx:1:1 ^1 warning LOG_HIDDEN: The sheet “Nhật ký” is hidden, and is read all the same. → Ask whoever "
          + "sent it whether it counts; if not, ask for the file without it.",
      ])
  }

  @Test("titles, totals, signatures and notes are told once, as no data")
  func remarks() {
    let book = sheet(
      ["Ngày", "Giờ", "Kênh", "Tên"],
      [
        [.text("(1)"), .text("(2)"), .text("(3)"), .text("(4)")],
        [.text("Tuần thứ nhất của tháng")],
        [.date(Self.march), .text("20:15"), .text("bao"), .text("Tổng kết công tác")],
        [.text("Tổng cộng"), .none, .none, .formula("COUNTA(D4:D4)", value: nil)],
        [.none, .none, .none, .text("Lai Châu, ngày 31 tháng 3 năm 2018")],
        [.text("NGƯỜI LẬP"), .none, .none, .text("GIÁM ĐỐC")],
      ], merged: ["A3:D3"])
    let imported = ImportedRows(book.bytes, file: "x.xlsx")
    #expect(imported.rows == ["2018-03-06 20:15 bao Tổng kết công tác"])
    #expect(
      imported.english == [
        "x.xlsx:2:1 ^1 info LOG_ROWS_WITHOUT_DATA: Titles, totals, signatures or notes, not read as data: row 2 “(1)”, "
          + "3 “Tuần thứ nhất của tháng”, 5 “Tổng cộng”, 6 “Lai Châu, ngày 31 tháng 3 năm 2018”, 7 “NGƯỜI LẬP”. → If "
          + "one of them is data, fill in the required columns of that row."
      ])
    #expect(imported.addition.summary.leftOut == 0)
  }

  @Test("the same mistake in many rows is one finding with its rows; two are told one by one")
  func gathered() {
    let rows = (0..<70).map { "2018-03-06,\($0 == 20 ? "bao" : "truen hinh"),Tin \($0)\n" }.joined()
    let findings = read("date,outlet,title\n" + rows).findings
    #expect(
      findings.map(\.message.en) == [
        "This row is left out: the plan has no outlet “truen hinh”. Rows with the same mistake: 69 (2–21, 23–71)."
      ])
    #expect(
      findings.map(\.message.vi) == [
        "Dòng này không được tính: kế hoạch không có kênh, báo, đài nào là “truen hinh”. Số dòng có cùng lỗi: 69 "
          + "(2–21, 23–71)."
      ])
    #expect(read("date,outlet\n2018-03-06,x1\n2018-03-07,x1\n2018-03-08,bao\n").findings.count == 2)
  }

  @Test("an escaped character of Office Open XML is decoded, and text that looks like one stays text")
  func escapes() {
    let book = sheet(
      ["date", "outlet", "title"],
      [
        [.date(Self.march), .text("bao"), .text("Tin_x0020_sáng _x005F_x0041_")],
        [.date(Self.march + 1), .text("bao"), .text("_xD83D__xDCFA_ và _xD83D_ _x00_ _xZZZZ_")],
      ])
    #expect(
      ImportedRows(book.bytes).rows == [
        "2018-03-06 bao Tin sáng _x0041_", "2018-03-07 bao 📺 và _xD83D_ _x00_ _xZZZZ_",
      ])
  }
}
