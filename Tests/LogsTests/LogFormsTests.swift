import Foundation
import ScheduleModel
import TestSupport
import Testing

@testable import Logs
@testable import Spreadsheets

@Suite("Logs of many forms")
struct LogFormsTests {
  private static let plan = Plan.sample([.sample("a", "Cải cách")])

  /// Imports a log into an empty ledger.
  private func take(
    _ bytes: [UInt8], file: String = "log", _ change: (inout LogReadingOptions) -> Void = { _ in }
  ) -> LedgerAddition {
    var options = LogReadingOptions()
    change(&options)
    return LogImport.addition(
      to: Ledger(plan: Self.plan), of: bytes, file: file, plan: Self.plan,
      LogImport.Stamp(author: nil), options)
  }

  /// What an import records of its rows: the source's row, day, time, outlet, title, minutes, status.
  private func rows(_ addition: LedgerAddition) -> [String] {
    guard let rows = addition.rows else { return [] }
    let log = RecordedLog(
      id: rows.source.digest, source: rows.source, recorded: LocalTime(seconds: 0), author: nil,
      file: "book/x",
      bytes: rows.bytes, start: 0)
    let ledger = Ledger.read([log], plan: Self.plan).ledger
    return ledger.rows.indices.compactMap(ledger.record).map { record in
      let entry = record.entry
      let parts: [String?] = [
        record.row, "\(entry.day)", entry.time?.description ?? "–", entry.outlet, entry.title,
        entry.minutes.map { "\($0)m" }, entry.status == .aired ? nil : entry.status.rawValue,
      ]
      return parts.compactMap(\.self).joined(separator: " ")
    }
  }

  /// What is told, but for titles that the sample plan does not have.
  private func english(_ addition: LedgerAddition) -> [String] { other(addition).map { told($0) } }

  private func other(_ addition: LedgerAddition) -> [Finding] {
    addition.findings.filter { $0.code != .logTitlesUnknown }
  }

  // MARK: - Spreadsheets

  @Test("a spreadsheet: header below a title, gaps, shared and inline texts, dates and times by their style")
  func spreadsheet() {
    let addition = take(SampleSheets.april, file: "april.xlsx") { $0.monthFirst = false }
    #expect(
      rows(addition) == [
        "Tháng 4!4 2018-04-05 20:15 truyen-hinh Cải cách & đổi mới 15m",
        "Tháng 4!6 2018-04-06 20:15 truyen-hinh Cải cách", "Tháng 4!7 2018-04-07 20:15 truyen-hinh ",
      ])
    #expect(
      english(addition) == [
        "april.xlsx:1:1 ^1 warning LOG_SHEET_PASSED_OVER: Sheets without a header that is understood, which are not "
          + "read: “Ghi chú”."
      ])
    let preview = addition.summary.previews.first
    #expect(preview?.form.en == "Excel (XLSX)" && preview?.file == "april.xlsx!Tháng 4")
    #expect(preview?.columns.map(\.name) == ["Ngày", "Giờ", "Kênh", "Thời lượng", "Tên chương trình"])
    #expect(
      preview?.columns.map(\.sample) == ["2018-04-05", "20:15:00", "truyen-hinh", "15", "Cải cách & đổi mới"])
  }

  @Test("a spreadsheet may count its days from 1904")
  func since1904() {
    #expect(rows(take(SampleSheets.since1904, file: "mac.xlsx")) == ["2 2018-04-05 – truyen-hinh "])
  }

  @Test("a spreadsheet bomb, a document type, a cut archive, old Excel and PDF are refused and said why")
  func refusedFiles() {
    let cases: [([UInt8], String)] = [
      (
        SampleSheets.bomb,
        "The spreadsheet “x” cannot be read: it unpacks to many times its size, like a file made to do harm; "
          + "the whole file is left out."
      ),
      (
        SampleSheets.documentType,
        "The spreadsheet “x” cannot be read: it is damaged, or no spreadsheet; the whole file is left out."
      ),
      (
        Array(SampleSheets.april.prefix(900)),
        "The spreadsheet “x” cannot be read: it is damaged, or no spreadsheet; the whole file is left out."
      ),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "“x” is an old Excel file (.xls); the whole file is left out."),
      (
        Array("PK\u{3}\u{4} … word/document.xml …".utf8),
        "“x” is a text document (Word, LibreOffice), not a spreadsheet; the whole file is left out."
      ),
      (
        Array("PK\u{3}\u{4} … mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK".utf8),
        "“x” is a LibreOffice spreadsheet (.ods); the whole file is left out."
      ),
      (Array("%PDF-1.7".utf8), "“x” is a PDF file; the whole file is left out."),
      (
        Array(
          "\u{FEFF}\r\n<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>Ngày</td>".utf8
        ),
        "“x” is a web page or XML, whatever its name ends in; the whole file is left out."
      ),
      (
        Array("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>".utf8),
        "“x” is a web page or XML, whatever its name ends in; the whole file is left out."
      ),
      (Array("# lichsong: book/1\n".utf8), "“x” is an entry of a Book, not a log."),
      (Array("[{\"starts\":".utf8), "“x” does not hold a complete JSON list; the whole file is left out."),
    ]
    for (bytes, message) in cases {
      let addition = take(bytes, file: "x")
      #expect(addition.findings.map(\.message.en) == [message])
      #expect(addition.findings.map(\.code) == [.logUnreadable] && addition.rows == nil)
    }
  }

  /// A workbook of one sheet that has so many rows and then this.
  private func workbook(rows: Int, then end: String) -> [UInt8] {
    let header = ["Ngày", "Kênh", "Tên"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
    let body = (0..<rows).map { row in
      let cells = ["2018-04-05", "truyen-hinh", "Tin \(row)"].map { "<c t=\"str\"><v>\($0)</v></c>" }.joined()
      return "<row>\(cells)</row>"
    }
    let parts = [
      ("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>"),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
      ),
      ("xl/worksheets/sheet1.xml", "<sheetData><row>\(header)</row>\(body.joined())\(end)"),
    ]
    return ZipArchive.packed(parts.map { ZipArchive.Entry(name: $0, bytes: Array($1.utf8)) })
  }

  @Test(
    "a sheet is read while it is unpacked; one that breaks off at its end, or has an endless cell, leaves nothing"
  )
  func brokenOff() {
    let whole = take(workbook(rows: 5000, then: "</sheetData>"), file: "x")
    #expect(whole.summary.added == 5000 && other(whole) == [])
    #expect(rows(whole).last == "5001 2018-04-05 – truyen-hinh Tin 4999")
    let endless =
      "<row><c t=\"inlineStr\">"
      + String(repeating: "<t>\(String(repeating: "a", count: 9999))</t>", count: 110)
    for end in ["</sheetData", "<row><c <", endless + "</c></row>"] {
      let addition = take(workbook(rows: 5000, then: end), file: "x")
      #expect(addition.rows == nil && addition.summary.added == 0)
      #expect(addition.findings.map(\.code) == [.logUnreadable])
    }
  }

  @Test("a spreadsheet that is cut or changed anywhere never traps")
  func damagedSheets() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<150 {
      var bytes = SampleSheets.april
      for _ in 0..<4 { bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(generator.next() & 255) }
      bytes[0...3] = [0x50, 0x4B, 0x03, 0x04]
      _ = take(bytes)
    }
  }

  // MARK: - Saved mappings

  @Test("fixed columns by a saved mapping: patterns, the station's own words, its outlet")
  func fixedColumns() {
    var mapping = LogMapping(name: "dai", place: SourcePlace(file: "mappings.yaml", line: 1))
    mapping.form = .fixed
    mapping.columns = [
      "date": .characters(1...8), "time": .characters(10...13), "title": .characters(15...34),
      "status": .characters(35...37),
    ]
    mapping.skip = 1
    mapping.dates = ClockPattern("yyyyMMdd")
    mapping.times = ClockPattern("HHmm")
    mapping.statuses = ["HỦY": .preempted, "OK": .aired]
    mapping.outlet = "truyen-hinh"
    let text = """
      NGÀY     GIỜ  TÊN
      20180405 2015 Cải cách            OK
      20180406 2015 Cải cách            HỦY
      2018040  2015 Cải cách            OK
      20180408
      """
    let addition = take(Array(text.utf8), file: "dai.txt") { $0.mapping = mapping }
    #expect(
      rows(addition) == [
        "2 2018-04-05 20:15 truyen-hinh Cải cách", "3 2018-04-06 20:15 truyen-hinh Cải cách pre-empted",
        "5 2018-04-08 – truyen-hinh ",
      ])
    #expect(
      addition.findings.map { "\($0.place?.description ?? "") \($0.message.en)" } == [
        "dai.txt:4:1 This row is left out: “2018040” is not a date."
      ])
  }

  @Test("what is asked for comes before the mapping that a file's name chooses: the order of day and month")
  func askedOrder() {
    var mapping = LogMapping(name: "dai-tinh", place: SourcePlace(file: "mappings.yaml", line: 1))
    mapping.files = ["dai-tinh-*.csv"]
    func days(_ pattern: String, _ day: String, monthFirst: Bool?) -> [String] {
      mapping.dates = ClockPattern(pattern)
      let text = "ngày,kênh,tên\n\(day),truyen-hinh,A\n"
      return rows(
        take(Array(text.utf8)) {
          $0.mapping = mapping
          $0.monthFirst = monthFirst
        })
    }
    let (may, april) = (["2 2018-05-04 – truyen-hinh A"], ["2 2018-04-05 – truyen-hinh A"])
    #expect(days("MM/dd/yyyy", "05/04/2018", monthFirst: nil) == may)
    #expect(days("MM/dd/yyyy", "05/04/2018", monthFirst: false) == april)
    #expect(days("MM/dd/yyyy", "05/04/2018", monthFirst: true) == may)
    #expect(days("d.M.yy", "5.4.18", monthFirst: true) == may)
    // Nothing is swapped where the year comes first.
    #expect(days("yyyy-MM-dd", "2018-04-05", monthFirst: false) == april)
  }

  @Test(
    "cells that a spreadsheet stores as dates and times need no pattern, whatever the mapping says of texts")
  func clockCells() {
    var mapping = LogMapping(name: "m", place: SourcePlace(file: "mappings.yaml", line: 1))
    (mapping.form, mapping.files) = (.spreadsheet, ["dai-*.xlsx"])
    mapping.lengthsInHours = false
    mapping.times = ClockPattern("HH.mm")
    var book = SampleWorkbook()
    book.row("Ngày", "Giờ", "Giờ kết thúc", "Kênh", "Tên", "Thời lượng")
    book.rows.append([
      .date(43_195), .time(72_900), .time(73_800), .text("truyen-hinh"), .text("A"), .time(900),
    ])
    book.rows.append([
      .text("04/06/2018"), .text("20.15"), .none, .text("truyen-hinh"), .text("B"), .text("15:00"),
    ])
    book.merged = ["A2:A2"]
    // A pattern by which the text of the date cell, 2018-04-05, would be another day.
    for (pattern, second) in [("MM/dd/yyyy", "2018-04-06"), ("yyyy-dd-MM", "")] {
      mapping.dates = ClockPattern(pattern)
      let read = rows(take(book.bytes, file: "dai-1.xlsx") { $0.mapping = mapping })
      #expect(
        read == ["2 2018-04-05 20:15 truyen-hinh A 15m"]
          + (second.isEmpty ? [] : ["3 \(second) 20:15 truyen-hinh B 15m"]))
    }
  }

  @Test("a date in cells merged over several rows is a date in each of them")
  func mergedDates() {
    var mapping = LogMapping(name: "m", place: SourcePlace(file: "mappings.yaml", line: 1))
    mapping.form = .spreadsheet
    mapping.dates = ClockPattern("MM/dd/yyyy")
    var book = SampleWorkbook()
    book.row("Ngày", "Kênh", "Tên")
    book.rows.append([.date(43_195), .text("truyen-hinh"), .text("A")])
    book.rows.append([.none, .text("truyen-hinh"), .text("B")])
    book.merged = ["A2:A3"]
    #expect(
      rows(take(book.bytes, file: "m.xlsx") { $0.mapping = mapping }) == [
        "2 2018-04-05 – truyen-hinh A", "3 2018-04-05 – truyen-hinh B",
      ])
  }

  @Test("the seconds of a length are kept in the Book, and a fraction of a second is dropped")
  func seconds() {
    let lengths = ["5", "4:40", "4,5", "0:04:59.9", "1:00:00", "4,999"]
    let text =
      "ngày;kênh;tên;thời lượng\n" + lengths.map { "2018-04-05;truyen-hinh;A \($0);\($0)\n" }.joined()
    let addition = take(Array(text.utf8)) {
      $0.lengthsInHours = false
      $0.decimalPoint = false
    }
    let column = LedgerText.header.index(of: .minutes) ?? 0
    let recorded = String(decoding: addition.rows?.bytes ?? [], as: UTF8.self).split(separator: "\n")
      .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(
      recorded.compactMap { $0.count > column ? String($0[column]) : nil }.prefix(2) == ["5", "0:04:40"])
    #expect(
      rows(addition).compactMap { $0.split(separator: " ").last.map(String.init) } == [
        "5m", "5m", "5m", "5m", "60m", "5m",
      ])
  }

  @Test("a log without a header, and one with a header of its own, by saved mappings")
  func separatedMappings() {
    var mapping = LogMapping(name: "m", place: SourcePlace(file: "mappings.yaml", line: 7))
    mapping.columns = ["date": .index(2), "title": .index(3), "outlet": .index(1)]
    mapping.separator = UInt8(ascii: "|")
    #expect(
      rows(take(Array("truyen-hinh|25/04/2018|A|x\n".utf8)) { $0.mapping = mapping })
        == ["1 2018-04-25 – truyen-hinh A"])
    mapping.columns = ["date": .name("Datum"), "title": .name("Was"), "outlet": .name("Kanal")]
    let good = Array("Was|Kanal|Datum\nA|truyen-hinh|2018-04-05\n".utf8)
    #expect(rows(take(good) { $0.mapping = mapping }) == ["2 2018-04-05 – truyen-hinh A"])
    #expect(
      english(take(Array("Was|Datum\nA|2018-04-05\n".utf8)) { $0.mapping = mapping }) == [
        "log:1:1 ^1 error LOG_COLUMN_MISSING: “log” lacks the columns “Kanal” of the mapping “m”; the whole file is "
          + "left out. → See the mapping at mappings.yaml:7:1, or export the file again."
      ])
  }

  // MARK: - LibreTime and Rivendell

  @Test("LibreTime's history as JSON, one broken object left out by its number")
  func libreTimeJSON() {
    let text = """
      [{"starts":"2018-04-05 20:15:00","ends":"2018-04-05 20:30:00","history_id":7,"instance_id":3,
        "track_title":"Cải cách [1]","artist_name":"Đài \\"A\\"","checkbox":""},
       {"starts":"2018-04-06 23:55:00","ends":"2018-04-07 00:10:00","track_title":"Cải cách"},
       {"starts":, "ends":""}]
      """
    let addition = take(Array(text.utf8), file: "history.json") { $0.outlet = "truyen-hinh" }
    #expect(
      rows(addition) == [
        "1 2018-04-05 20:15 truyen-hinh Cải cách [1] 15m", "2 2018-04-06 23:55 truyen-hinh Cải cách 15m",
      ])
    #expect(addition.findings.map(\.code) == [.logRowBroken] && addition.findings.first?.place?.line == 3)
    #expect(
      english(take(Array(text.utf8), file: "h.json")) == [
        "h.json:1:1 ^1 error LOG_UNSAID: “h.json” does not say of which outlet it is; the whole file is left out. "
          + "→ Add --outlet and the outlet's id."
      ])
  }

  @Test("LibreTime's history as its page exports it")
  func libreTimeCSV() {
    let text = """
      startDate,startTime,endDate,endTime,title,artist\r
      2018-04-05,20:15:00,2018-04-05,20:30:00,"Cải cách, số 1",Đài A\r
      """
    let addition = take(Array(text.utf8)) { $0.outlet = "truyen-hinh" }
    #expect(rows(addition) == ["2 2018-04-05 20:15 truyen-hinh Cải cách, số 1 15m"])
    #expect(addition.findings == [] && addition.summary.previews.first?.form.vi == "LibreTime CSV “,”")
  }

  @Test("Rivendell's text log: the day in the heading, the next one where the clock goes back")
  func rivendellTextLog() {
    let text = """
                     Rivendell RDAirPlay Playout Report for 04/25/18 - 04/26/18
                                  log -- Text log
      --Time--  -Cart-  Cut  --Title----------------  A-Len  N-Len  --Host----  Srce
      20:15:00  010001  001  Cải cách                 15:10  15:00  studio      Main
      23:59:30    10002  001  Bản tin                  00:40  00:40  studio      Main
      00:10:00  010003  rml  Cải cách                 14:29  14:29  studio      Aux1
      """
    let addition = take(Array(text.utf8)) { $0.outlet = "truyen-hinh" }
    #expect(
      rows(addition).first == "4 2018-04-25 20:15 truyen-hinh Cải cách 15m"
        && rows(addition).last == "6 2018-04-26 00:10 truyen-hinh Cải cách 14m")
    #expect(other(addition) == [])
    let doubtful = take(Array(text.replacing("04/25/18 - 04/26/18", with: "04/05/18").utf8)) {
      $0.outlet = "truyen-hinh"
    }
    #expect(
      english(doubtful).first
        == "log:1:1 ^1 warning LOG_DAY_DOUBTFUL: The day “04/05/18” of “log” is taken for "
        + "2018-04-05, for Rivendell puts the month first. → If that is wrong, add --day, or a mapping with dates: "
        + "dd/MM/yyyy.")
  }

  @Test("what Rivendell's technical report marks as not on the air is kept and says so")
  func rivendellOffAir() {
    let text = """
             Rivendell RDAirPlay Technical Playout Report for 04/25/2018
                                  log -- Technical
      --Time--  -Cart-  Cut  --Title----------------  A-Len  N-Len  --Host----  Srce  StartedBy  OnAir
      20:15:00  010001  001  Cải cách                 15:10  15:00  studio      Main   Play        No
      21:15:00  010001  001  Cải cách                 15:10  15:00  studio      Main   Play        Yes
      """
    #expect(
      rows(take(Array(text.utf8)) { $0.outlet = "truyen-hinh" }) == [
        "4 2018-04-25 20:15 truyen-hinh Cải cách 15m off-air", "5 2018-04-25 21:15 truyen-hinh Cải cách 15m",
      ])
  }

  @Test("Rivendell's reconciliations for traffic systems")
  func rivendellReconciliations() {
    let elr = "20:15:00 20:15:07 00:15:00 00:15:10  10001 Cải cách                           0123\r\n"
    #expect(
      rows(take(Array(elr.utf8), file: "0320180405.elr") { $0.outlet = "truyen-hinh" })
        == ["1 2018-04-05 20:15:07 truyen-hinh Cải cách 15m"])
    #expect(
      take(Array(elr.utf8), file: "a.elr") { $0.outlet = "truyen-hinh" }.findings.map(\.code) == [.logUnsaid])
    let delta = """
      Air Log for CBSI 001|18/04/05|03|00001|*|\r
      2015|2015|Cải cách                     |10001       |            |910|900|        |   |  |                |    |\r
      """
    #expect(
      rows(take(Array(delta.utf8)) { $0.outlet = "truyen-hinh" })
        == ["2 2018-04-05 20:15 truyen-hinh Cải cách 15m"])
  }

  // MARK: - Clocks

  @Test("a broadcast day that starts at five: 25:10 and 01:10 belong to the day before")
  func broadcastDay() {
    let clock = OutletClock(zone: "Asia/Ho_Chi_Minh", dayStarts: 5 * 3600)
    func placed(_ day: String, _ time: String, _ dialect: LogDialect = LogDialect()) -> String? {
      LogMoment(day: .of(day), seconds: LogValue.seconds(Array(time.utf8)[...])).placed(on: clock, dialect)
        .map {
          "\($0.day) \($0.time?.description ?? "–") of \($0.broadcastDay)"
        }
    }
    var broadcast = LogDialect()
    broadcast.countsBroadcastDays = true
    #expect(placed("2018-04-05", "25:10") == "2018-04-06 01:10 of 2018-04-05")
    #expect(placed("2018-04-06", "01:10") == "2018-04-06 01:10 of 2018-04-05")
    #expect(placed("2018-04-05", "01:10", broadcast) == "2018-04-06 01:10 of 2018-04-05")
    #expect(placed("2018-04-05", "05:00", broadcast) == "2018-04-05 05:00 of 2018-04-05")
    #expect(placed("2018-04-05", "24:00") == "2018-04-06 00:00 of 2018-04-05")
    #expect(placed("2018-04-05", "29:00") == nil)
  }

  @Test("24:00 belongs to the day that it ends, and so does what a machine writes of an opening at that hour")
  func endOfDay() throws {
    let day = try #require(CivilDay(iso: "2018-12-31"))
    func placed(_ clock: OutletClock, _ day: CivilDay, _ seconds: Int) -> String? {
      LogMoment(day: day, seconds: seconds).placed(on: clock, LogDialect())
        .map { "\($0.day) \($0.time?.description ?? "–") of \($0.broadcastDay)" }
    }
    let plain = OutletClock(zone: "Asia/Ho_Chi_Minh", dayStarts: 0)
    #expect(placed(plain, day, 86_400) == "2018-12-31 24:00 of 2018-12-31")
    #expect(placed(plain, day.advanced(by: 1), 5) == "2019-01-01 00:00:05 of 2019-01-01")
    let late = OutletClock(zone: "Asia/Ho_Chi_Minh", dayStarts: 0, dayRunsOver: 900)
    #expect(placed(late, day, 86_400) == "2018-12-31 24:00 of 2018-12-31")
    #expect(placed(late, day.advanced(by: 1), 5) == "2019-01-01 00:00:05 of 2018-12-31")
    #expect(placed(late, day.advanced(by: 1), 900) == "2019-01-01 00:15 of 2019-01-01")
  }

  @Test("a log in universal time is put on the outlet's clock")
  func universalTime() {
    let addition = take(Array("date,outlet\n2018-04-05T17:30:00Z,truyen-hinh\n".utf8))
    #expect(rows(addition) == ["2 2018-04-06 00:30 truyen-hinh "])
    var mapping = LogMapping(name: "m", place: SourcePlace(file: "m", line: 1))
    mapping.columns = ["date": .index(1), "outlet": .index(2)]
    mapping.zone = "UTC"
    #expect(
      rows(take(Array("2018-04-05 17:30,truyen-hinh\n".utf8)) { $0.mapping = mapping })
        == ["1 2018-04-06 00:30 truyen-hinh "])
  }

  // MARK: - Letters

  private static let words = """
    ngày,kênh,tên
    2018-04-05,truyen-hinh,Cải cách hành chính phục vụ người dân và doanh nghiệp
    2018-04-06,truyen-hinh,Bản tin thời sự buổi tối của đài phát thanh truyền hình
    2018-04-07,truyen-hinh,Đẩy mạnh ứng dụng công nghệ ở những xã vùng cao

    """

  /// The words in a code page.
  private func written(_ encoding: TextEncoding, _ text: String = words) -> [UInt8] {
    OldEncoding.bytes(of: text, in: encoding)
  }

  @Test(
    "Windows-1258 and TCVN3 are recognised, told and converted",
    arguments: [TextEncoding.windows1258, .tcvn3])
  func encodings(encoding: TextEncoding) {
    let addition = take(written(encoding), file: "cu.csv")
    #expect(rows(addition).count == 3)
    #expect(
      rows(addition).first
        == "2 2018-04-05 – truyen-hinh Cải cách hành chính phục vụ người dân và doanh nghiệp")
    #expect(
      other(addition).map(\.message.en) == [
        "“cu.csv” is written in \(encoding.name) (33 of 33 accented words are Vietnamese then) and was converted."
      ])
    #expect(addition.summary.previews.first?.encoding == encoding.name)
  }

  @Test("few foreign letters are only told, until somebody says the encoding")
  func doubtfulEncoding() {
    let bytes = written(.tcvn3, "date,outlet,title\n2018-04-05,truyen-hinh,Cải cách\n")
    let addition = take(bytes)
    #expect(addition.rows == nil && addition.findings.map(\.code) == [.logEncoding, .notUTF8])
    #expect(
      english(addition).first
        == "log:1:1 ^1 warning LOG_ENCODING: “log” is not UTF-8; perhaps it is TCVN3 (ABC) (2 of 2 "
        + "accented words are Vietnamese then), but so few words do not settle it. → If so, add --encoding tcvn3."
    )
    #expect(rows(take(bytes) { $0.encoding = .tcvn3 }) == ["2 2018-04-05 – truyen-hinh Cải cách"])
  }

  @Test("Excel's Unicode text is read")
  func utf16() {
    let units = Array("date\toutlet\ttitle\r\n2018-04-05\ttruyen-hinh\tCải cách\r\n".utf16)
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in units { bytes += [UInt8(unit & 255), UInt8(unit >> 8)] }
    #expect(rows(take(bytes)) == ["2 2018-04-05 – truyen-hinh Cải cách"])
  }

  // MARK: - Another station's, another year's

  @Test("a log of another station, or of another year, is told once")
  func strangers() {
    let station = "date,outlet\n" + String(repeating: "2018-04-05,Đài Xa\n", count: 4)
    #expect(
      english(take(Array(station.utf8))) == [
        "log:1:1 ^1 error LOG_OTHER_STATION: All of “log” (rows: 4) is of “Đài Xa”, which the plan does not have; "
          + "nothing is counted. → See whether the log is this station's; if so, name the outlet as the plan does."
      ])
    let year = "date,outlet\n" + (1...4).map { "2011-04-0\($0),truyen-hinh\n" }.joined()
    #expect(
      english(take(Array(year.utf8))) == [
        "log:1:1 ^1 warning LOG_OTHER_YEAR: All of “log” (rows: 4) lies outside 2018, the plan's year; nothing is "
          + "counted. → Hold this log against the plan of 2011."
      ])
  }

  @Test("an outlet that the plan does not have, and a mapping that is needed, are told")
  func wishesThatFail() {
    #expect(
      english(take(Array("date\n2018-04-05\n".utf8)) { $0.outlet = "truyen-hin" }) == [
        "log:1:1 ^1 error UNKNOWN_REFERENCE: The plan has no outlet “truyen-hin”; “log” is not read. "
          + "→ Did you mean “truyen-hinh”?"
      ])
    #expect(
      english(take(Array("abc\n".utf8)) { $0.form = .fixed }) == [
        "log:1:1 ^1 error LOG_UNREADABLE: It is not known what the columns of “log” are; the whole file is left out. "
          + "→ Save a mapping in as-run/mappings.yaml and add --map NAME."
      ])
  }
}
