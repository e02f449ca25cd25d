import ScheduleModel
import TestSupport
import Testing

@testable import Logs

/// Sheets as stations make them; all rows are made up.
@Suite("Days that a spreadsheet turned, and tables below each other")
struct SheetDoubtTests {
  /// The serial number of a day of 2018.
  private func serial(_ month: Int, _ day: Int) -> Int {
    guard let date = CivilDay(year: 2018, month: month, day: day) else { return 0 }
    return date.daysSince1970 + 25_569
  }

  private func book(_ days: [SampleWorkbook.Cell], weekdays: [String] = []) -> SampleWorkbook {
    var book = SampleWorkbook()
    book.row("ngày", "thứ", "kênh")
    for (index, day) in days.enumerated() {
      book.rows.append([day, .text(weekdays.isEmpty ? "" : weekdays[index]), .text("bao")])
    }
    return book
  }

  /// Typed as dd/MM into a spreadsheet that reads the month first: 5 March, 19 March, 2 April.
  private var turned: [SampleWorkbook.Cell] {
    [.date(serial(5, 3)), .text("19/03/2018"), .date(serial(2, 4))]
  }

  @Test("a day that the spreadsheet shows as its number is that day, in a spreadsheet alone")
  func serialNumber() {
    let days: [SampleWorkbook.Cell] = [
      .date(serial(3, 25)), .number("\(serial(3, 26))"), .text("\(serial(3, 27))"),
    ]
    #expect(ImportedRows(book(days).bytes).rows == ["2018-03-25 bao", "2018-03-26 bao", "2018-03-27 bao"])
    #expect(ImportedRows("ngày,kênh\n\(serial(3, 26)),bao\n").rows == [])
    let turned = turned + [.number("\(serial(6, 4))")]
    #expect(
      ImportedRows(book(turned).bytes) { $0.dateCellsTurned = true }.rows
        == ["2018-03-05 bao", "2018-03-19 bao", "2018-04-02 bao", "2018-04-06 bao"])
  }

  @Test("the foot of a table is no data, however its texts stand beside each other")
  func foot() {
    var book = SampleWorkbook()
    book.row("ngày", "kênh", "giờ", "tên")
    book.row("2018-03-05", "bao", "20:15", "Tin")
    let foot = [
      ["", "", "Cộng tuần 1", "3"], ["Cộng tháng 3", "", "", "12"], ["Trong đó", "", "", "phát lại"],
      ["Lập biểu", "", "", "(Ký, ghi rõ họ tên)"], ["(Ký, họ tên)", "", "", "(Ký tên, đóng dấu)"],
      ["- Lưu: VT.", "", "", "(Đã ký)"], ["- Như trên;", "", "", "Q. CHỦ TỊCH"],
      ["Đã kiểm tra", "", "", "Đã duyệt"], ["Người ghi", "", "", "PHÓ TRƯỞNG ĐÀI"],
    ]
    for row in foot { book.rows.append(row.map { $0.isEmpty ? .none : .text($0) }) }
    let read = ImportedRows(book.bytes)
    #expect(read.rows == ["2018-03-05 20:15 bao Tin"] && read.addition.summary.leftOut == 0)
    #expect(read.addition.findings.filter { $0.severity == .error }.map(\.message.en) == [])
    // A programme that begins with such a word is one.
    let other = ImportedRows("ngày,kênh,giờ,tên\n,bao,20:15,Ký sự vùng cao\n,bao,20:30,Cộng đồng số\n")
    #expect(other.addition.summary.leftOut == 2)
  }

  @Test("date cells up to the 12th beside texts above it: nothing of the column is read until somebody says")
  func doubtful() {
    let open = ImportedRows(book(turned).bytes)
    #expect(open.rows == [])
    #expect(open.addition.summary.leftOut == 3)
    #expect(
      open.english == [
        "log:2:1 ^10 error LOG_DAY_DOUBTFUL: The column has date cells, all of a day up to the 12th, and texts, all of a later "
          + "day: a spreadsheet may have turned day and month of the date cells; rows not read for that: 3. → See the station's "
          + "own log, or ask the sender. If the date cells are right as they show, add --date-cells kept to import; if they "
          + "are turned, --date-cells turned; or ask for days such as 2018-04-05."
      ])
    #expect(
      open.addition.findings.first?.message.vi
        == "Cột ngày có ô kiểu ngày, đều là ngày 1 đến 12, và ô chữ, đều là ngày sau 12: có thể bảng tính đã đảo ngày và tháng "
        + "của các ô kiểu ngày; số dòng không đọc vì vậy: 3.")
    #expect(
      ImportedRows(book(turned).bytes) { $0.dateCellsTurned = true }.rows
        == ["2018-03-05 bao", "2018-03-19 bao", "2018-04-02 bao"])
    #expect(
      ImportedRows(book(turned).bytes) { $0.dateCellsTurned = false }.rows
        == ["2018-05-03 bao", "2018-03-19 bao", "2018-02-04 bao"])
  }

  @Test(
    "one date cell above the 12th, one text up to it, or a weekday beside a cell shows that nothing was turned"
  )
  func innocent() {
    #expect(ImportedRows(book(turned + [.date(serial(3, 30))]).bytes).rows.count == 4)
    #expect(ImportedRows(book(turned + [.text("09/04/2018")]).bytes).rows.count == 4)
    #expect(ImportedRows(book([.date(serial(5, 3)), .date(serial(2, 4))]).bytes).rows.count == 2)
    #expect(ImportedRows(book(turned + [.text("2018-04-09")]).bytes).rows.count == 4)
    // 3 May 2018 is a Thursday.
    #expect(
      ImportedRows(book(turned, weekdays: ["Thứ Năm", "Thứ Hai", ""]).bytes).rows
        == ["2018-05-03 bao", "2018-03-19 bao", "2018-02-04 bao"])
  }

  @Test("a sheet that lacks a column which a log must have is told which, and at its header")
  func headerInPart() {
    var sheet = SampleWorkbook()
    sheet.row("ĐÀI PT-TH TỈNH")
    sheet.row("STT", "Ngày phát sóng", "Giờ phát sóng", "Tên bài", "Thời lượng (phút)")
    sheet.row("1", "03/04/2018", "20:15", "Tin", "15")
    sheet.row("2", "19/04/2018", "20:15", "Tin", "15")
    let open = ImportedRows(sheet.bytes)
    #expect(open.rows == [])
    #expect(
      open.addition.findings.map(\.message.en) == [
        "The header lacks the column “outlet”; the whole file is left out."
      ])
    #expect(open.addition.findings.first?.place?.line == 2)
    let named = ImportedRows(sheet.bytes) { $0.outlet = "bao" }
    #expect(named.rows == ["2018-04-03 20:15 bao Tin 15m", "2018-04-19 20:15 bao Tin 15m"])
  }

  @Test("a second row of names in another order holds from there on; the same one again is no fault")
  func secondHeader() {
    var sheet = SampleWorkbook()
    sheet.row("Ngày", "Giờ", "Kênh", "Tên", "Kỳ", "Thời lượng")
    sheet.row("2018-04-03", "20:15", "bao", "Tin", "1", "15")
    sheet.row("Tuần 2 của tháng")
    sheet.row("Ngày", "Giờ", "Kênh", "Tên", "Kỳ", "Thời lượng")
    sheet.row("2018-04-10", "20:15", "bao", "Tin", "2", "15")
    sheet.row("Ngày", "Giờ", "Kênh", "Tên", "Thời lượng", "Kỳ")
    sheet.row("2018-04-17", "20:15", "bao", "Tin", "15", "3")
    let read = ImportedRows(sheet.bytes)
    #expect(
      read.rows == [
        "2018-04-03 20:15 bao #1 Tin 15m", "2018-04-10 20:15 bao #2 Tin 15m",
        "2018-04-17 20:15 bao #3 Tin 15m",
      ])
    #expect(read.addition.summary.leftOut == 0)
    #expect(read.addition.findings.map(\.code).filter { $0 != .logTitlesUnknown } == [.logRowsWithoutData])
  }

  @Test("a second row of names that lacks a column ends what can be read")
  func lackingHeader() {
    let read = ImportedRows(
      """
      ngày;giờ;kênh;tên;kỳ
      2018-04-03;20:15;bao;Tin;1
      ngày;giờ;tên;kỳ;minh chứng
      2018-04-10;20:15;Tin;2;bao
      2018-04-17;20:15;Tin;3;bao

      """)
    #expect(read.rows == ["2018-04-03 20:15 bao #1 Tin"])
    #expect(read.addition.summary.leftOut == 2)
    #expect(
      read.english == [
        "log:3:1 ^1 error LOG_COLUMN_MISSING: From this row on the columns are named otherwise, without “outlet”; rows below "
          + "that are left out: 2. → Put what lies below into a sheet or file of its own, with all names of its columns, and "
          + "import both."
      ])
  }

  @Test("a wider table below a narrower one keeps its empty cells")
  func widerTable() {
    var sheet = SampleWorkbook()
    sheet.row("Ngày", "Giờ", "Kênh")
    sheet.row("2018-04-03", "20:15", "bao")
    sheet.row("Ngày", "Giờ", "Kênh", "Tên", "Ghi chú")
    sheet.row("2018-04-10", "20:15", "bao", "Tin")
    #expect(ImportedRows(sheet.bytes).rows == ["2018-04-03 20:15 bao", "2018-04-10 20:15 bao Tin"])
  }
}
