import Foundation
import Logs
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@testable import Logs

@Suite("Columns that are judged as a whole")
struct ColumnEvidenceTests {
  private func log(_ days: [String]) -> String {
    "date,outlet\n" + days.map { "\($0),bao\n" }.joined()
  }

  @Test("one day that can be read in one way only shows the order for all, before it and after it")
  func oneRowDecides() {
    #expect(
      ImportedRows(log(["02/03/2018", "25/03/2018", "04/03/2018"])).rows
        == ["2018-03-02 bao", "2018-03-25 bao", "2018-03-04 bao"])
    let american = ImportedRows(log(["03/02/2018", "03/25/2018", "04/03/2018"]))
    #expect(american.rows == ["2018-03-02 bao", "2018-03-25 bao", "2018-04-03 bao"])
    #expect(
      american.english == [
        "log:3:1 ^1 info LOG_DAY_DOUBTFUL: “03/25/2018” can only be read with the month first; so the whole column is. "
          + "→ If that is wrong, add --dates dd/MM and copy the cell again from the station's own log."
      ])
  }

  @Test(
    "without evidence, or with evidence for both, nothing that could be either is recorded until somebody says"
  )
  func nothingShows() {
    let open = ImportedRows(log(["02/03/2018", "2018-03-04", "04/03/2018", "05/05/2018"]))
    #expect(open.rows == ["2018-03-04 bao", "2018-05-05 bao"])
    #expect(
      open.english == [
        "log:2:1 ^10 error LOG_DAY_DOUBTFUL: “02/03/2018” may be 2018-03-02 or 2018-02-03, and nothing in the column "
          + "shows whether day or month comes first; rows not read for that: 2. → Ask the sender, then add --dates dd/MM "
          + "or --dates MM/dd; or ask for days such as 2018-04-05."
      ])
    #expect(open.addition.summary.leftOut == 2)
    #expect(
      open.addition.summary.previews.first?.doubtfulDays.map { "\($0.dayFirst) \($0.monthFirst)" } == [
        "2018-03-02 2018-02-03", "2018-03-04 2018-04-03",
      ])
    let both = ImportedRows(log(["02/03/2018", "25/03/2018", "03/26/2018"]))
    #expect(both.rows == ["2018-03-25 bao"])
    #expect(both.addition.findings.map(\.code) == [.logRowBroken, .logDayDoubtful])
  }

  @Test("a column of weekdays shows the order of a column of days")
  func weekdays() {
    func log(_ rows: [(String, String)]) -> ImportedRows {
      ImportedRows("thứ,date,outlet\n" + rows.map { "\($0),\($1),bao\n" }.joined())
    }
    // 5 March 2018 was a Monday, 3 May a Thursday; 4 June a Monday, 6 April a Friday.
    #expect(log([("T2", "05/03/2018"), ("T2", "04/06/2018")]).rows == ["2018-03-05 bao", "2018-06-04 bao"])
    #expect(
      log([("5", "05/03/2018"), ("thứ Sáu", "04/06/2018")]).rows == ["2018-05-03 bao", "2018-04-06 bao"])
    // What may be any day of both orders shows nothing, and a weekday that fits neither is a mistake of its own.
    #expect(log([("", "05/03/2018"), ("CN", "04/06/2018")]).rows == [])
    #expect(log([("T2", "05/03/2018"), ("CN", "04/06/2018")]).rows == ["2018-03-05 bao"])
  }

  @Test("what somebody says counts")
  func said() {
    let text = log(["02/03/2018"])
    #expect(ImportedRows(text) { $0.monthFirst = false }.rows == ["2018-03-02 bao"])
    #expect(ImportedRows(text) { $0.monthFirst = true }.rows == ["2018-02-03 bao"])
    #expect(ImportedRows(text) { $0.monthFirst = true }.english == [])
  }

  @Test("the day of an end is judged like that of a date, also beside days of another form")
  func ends() {
    func log(_ ends: String...) -> String {
      "date,time,end,outlet\n" + ends.map { "2018-03-02,23:50,\($0),bao\n" }.joined()
    }
    let open = ImportedRows(log("03/03/2018 00:10", "02/03/2018 23:59"))
    #expect(open.addition.findings.map(\.code) == [.logDayDoubtful])
    #expect(open.addition.summary.leftOut == 1)
    #expect(
      ImportedRows(log("02/03/2018 23:59", "25/03/2018 00:10")).addition.findings.map(\.code) != [
        .logDayDoubtful
      ])
  }

  @Test("a sheet is judged to its end too")
  func sheets() {
    var book = SampleWorkbook()
    book.row("Nhật ký tháng 3")
    book.row("date", "outlet")
    for day in ["03/02/2018", "03/04/2018", "03/30/2018"] { book.row(day, "bao") }
    #expect(ImportedRows(book.bytes).rows == ["2018-03-02 bao", "2018-03-04 bao", "2018-03-30 bao"])
  }

  @Test("lengths with a colon are minutes and seconds when one is too long for hours; otherwise it is asked")
  func lengths() {
    func log(_ lengths: String...) -> String {
      "date,outlet,title,minutes\n"
        + lengths.map { "2018-03-06,bao,\($0.replacing(":", with: "")),\($0)\n" }.joined()
    }
    #expect(
      ImportedRows(log("1:30", "15:00", "0:20:00")).rows
        == ["2018-03-06 bao 130 2m", "2018-03-06 bao 1500 15m", "2018-03-06 bao 02000 20m"])
    let open = ImportedRows(log("1:30", "0:20", "25"))
    #expect(open.rows == ["2018-03-06 bao 25 25m"])
    #expect(
      open.english == [
        "log:2:20 ^4 error LOG_LENGTH_DOUBTFUL: The length “1:30” may be hours and minutes or minutes and seconds, and "
          + "nothing in the column shows which; rows not read for that: 2. → Ask the sender, then add --lengths mm:ss or "
          + "--lengths h:mm; or ask for minutes."
      ])
    #expect(ImportedRows(log("1:30")) { $0.lengthsInHours = true }.rows == ["2018-03-06 bao 130 90m"])
    #expect(ImportedRows(log("1:30")) { $0.lengthsInHours = false }.rows == ["2018-03-06 bao 130 2m"])
  }

  @Test("a point or comma in lengths is judged by the whole column, or asked")
  func numberSigns() {
    func log(_ lengths: String...) -> String {
      "date;outlet;title;minutes\n"
        + lengths.enumerated().map { "2018-03-06;bao;Tin \($0);\($1)\n" }.joined()
    }
    #expect(
      ImportedRows(log("12,5", "1.200", "15")).rows
        == ["2018-03-06 bao Tin 0 13m", "2018-03-06 bao Tin 1 1200m", "2018-03-06 bao Tin 2 15m"])
    #expect(
      ImportedRows(log("12.5", "1.200", "1,200.5")).rows
        == ["2018-03-06 bao Tin 0 13m", "2018-03-06 bao Tin 1 1m", "2018-03-06 bao Tin 2 1201m"])
    let open = ImportedRows(log("1.200", "15", "1,440"))
    #expect(open.rows == ["2018-03-06 bao Tin 1 15m"])
    #expect(
      open.english == [
        "log:2:22 ^5 error LOG_LENGTH_DOUBTFUL: The length “1.200” may be 1,200 or 1 minutes, and nothing in the column "
          + "shows which sign comes before decimals; rows not read for that: 2. → Ask the sender, then add --numbers "
          + "1.234,5 or --numbers 1,234.5 to import; or ask for lengths without signs."
      ])
    #expect(
      open.addition.summary.previews.first?.doubtfulLengths.map { "\($0.text) \($0.first) \($0.second)" } == [
        "1.200 1200 1", "1,440 1 1440",
      ])
    // Both ways are shown: what has one reading is read, the rest is asked.
    #expect(ImportedRows(log("12,5", "13.5", "1.200")).rows.count == 2)
    #expect(ImportedRows(log("1.200")) { $0.decimalPoint = false }.rows == ["2018-03-06 bao Tin 0 1200m"])
    #expect(ImportedRows(log("1.200")) { $0.decimalPoint = true }.rows == ["2018-03-06 bao Tin 0 1m"])
  }

  @Test("the numbers that a spreadsheet stores show nothing of how people write them")
  func storedNumbers() {
    var book = SampleWorkbook()
    book.row("date", "outlet", "title", "minutes")
    book.row("2018-03-06", "bao", "Tin 0", "12.5")
    book.row("2018-03-06", "bao", "Tin 1", "1.200")
    #expect(ImportedRows(book.bytes).rows == ["2018-03-06 bao Tin 0 13m"])
  }

  @Test("the encodings that a mapping may name are those that are read")
  func encodings() {
    #expect(LogMapping.encodings == TextEncoding.allCases.map(\.rawValue))
  }

  @Test(
    "fixed columns count the characters of composed text, whatever the file's form and encoding",
    arguments: [
      TextEncoding.utf8, .utf16,
    ])
  func fixedColumns(encoding: TextEncoding) {
    var mapping = LogMapping(name: "dai", place: SourcePlace(file: "mappings.yaml", line: 1))
    mapping.form = .fixed
    mapping.columns = [
      "date": .characters(1...10), "title": .characters(12...28), "outlet": .characters(30...32),
    ]
    mapping.skip = 1
    let text = "NGÀY PHÁT  TÊN\n2018-03-06 Ổn định đời sống  bao\n2018-03-07 Giữ rừng ở Mường  bao\n"
    let expected = ["2018-03-06 bao Ổn định đời sống", "2018-03-07 bao Giữ rừng ở Mường"]
    for form in [text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping] {
      let bytes =
        encoding == .utf8
        ? Array(form.utf8) : [0xFF, 0xFE] + form.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      let imported = ImportedRows(bytes) { $0.mapping = mapping }
      #expect(imported.rows == expected && imported.english == [])
    }
  }
}
