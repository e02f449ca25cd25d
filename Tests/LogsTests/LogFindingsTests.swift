import Logs
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("What the reader of logs says")
struct LogFindingsTests {
  private func english(_ text: String, plan: Plan = .sample([.sample("a", "Cải cách")])) -> [String] {
    read(text, plan: plan).findings.map { told($0) }
  }

  private func vietnamese(_ text: String, plan: Plan = .sample([.sample("a", "Cải cách")])) -> [String] {
    read(text, plan: plan).findings.map { told($0, in: .vietnamese) }
  }

  @Test("a log without the day or the outlet is left out, its rows are counted, and all names are told")
  func columnMissing() {
    let text = "sep=;\nNgày phát;Giờ;Tên\n5/4/2018;20:15;A\n\n6/4/2018;20:15;B\n"
    #expect(
      english(text) == [
        "log.csv:2:1 ^1 error LOG_COLUMN_MISSING: The header lacks the column “outlet”; the whole file is left out. "
          + "→ Required columns: date | ngày | ngày phát; outlet | kênh | đài | báo. Names that are understood: "
          + "date, time, outlet, line, edition, language, title, minutes, status, uid, evidence, "
          + "end, trust, author, replaces, reason, house-number, makes-good, end-date, part, note, weekday."
      ])
    #expect(
      vietnamese("Chủ đề,Giờ\nA,20:15\n") == [
        "log.csv:1:1 ^1 error LOG_COLUMN_MISSING: Dòng tiêu đề thiếu cột “ngày”, “kênh”; cả tệp không được tính. "
          + "→ Cột bắt buộc: date | ngày | ngày phát; outlet | kênh | đài | báo. Tên cột được hiểu: "
          + "ngày, giờ, kênh, chỉ tiêu, kỳ, ngôn ngữ, tên, thời lượng, trạng thái, uid, minh chứng, "
          + "giờ kết thúc, độ tin cậy, người ghi, thay cho dòng, lý do, mã băng, phát bù cho, ngày kết thúc, phần, ghi chú, thứ."
      ])
    #expect(read(text).log == AsRunLog(entries: [], rowsLeftOut: 2))
  }

  @Test("an unknown column is told with the name that was probably meant, and the log is read")
  func columnUnknown() {
    let text = "date,outlet,Tiu de,Người thực hiện\n2018-04-05,bao,A,B\n"
    #expect(
      english(text) == [
        "log.csv:1:13 ^6 info LOG_COLUMN_UNKNOWN: The meaning of the column “Tiu de” is not known; it is not read. "
          + "→ Did you mean “tiêu đề”?",
        "log.csv:1:20 ^15 info LOG_COLUMN_UNKNOWN: The meaning of the column “Người thực hiện” is not known; "
          + "it is not read. → Required columns: date | ngày | ngày phát; outlet | kênh | đài | báo. "
          + "Names that are understood: "
          + "date, time, outlet, line, edition, language, title, minutes, status, uid, evidence, "
          + "end, trust, author, replaces, reason, house-number, makes-good, end-date, part, note, weekday.",
      ])
    #expect(
      vietnamese(text).first
        == "log.csv:1:13 ^6 info LOG_COLUMN_UNKNOWN: Không rõ cột “Tiu de” ghi gì; cột này không được đọc. "
        + "→ Có phải là “tiêu đề”?")
    #expect(read(text).log.entries.count == 1)
  }

  @Test("of two columns with one meaning the first is read, and the other is told")
  func columnRepeated() {
    let text = "date,outlet,Kỳ,Số\n2018-04-05,bao,3,9\n"
    #expect(
      english(text) == [
        "log.csv:1:16 ^2 warning DUPLICATE_KEY: The column “Số” means the same as an earlier one; "
          + "only the earlier is read. → Rename or remove one of the two."
      ])
    #expect(
      vietnamese(text) == [
        "log.csv:1:16 ^2 warning DUPLICATE_KEY: Cột “Số” trùng ý nghĩa với một cột trước; chỉ cột trước được đọc. "
          + "→ Đổi tên hoặc bỏ một trong hai cột."
      ])
    #expect(read(text).log.entries.map(\.edition) == [3])
  }

  @Test(
    "a log without rows is told, be it empty, blank or a header alone",
    arguments: [
      "", "\u{FEFF}", "\r\n \r\n", "date,outlet\n", "sep=;\ndate;outlet\n;\n\n",
    ])
  func empty(text: String) {
    #expect(
      english(text) == [
        "log.csv:1:1 ^1 warning LOG_EMPTY: The log “log.csv” has no rows. "
          + "→ See whether the right file was exported; when nothing went out, leave the file out."
      ])
    #expect(
      vietnamese(text) == [
        "log.csv:1:1 ^1 warning LOG_EMPTY: Nhật ký “log.csv” không có dòng nào. "
          + "→ Kiểm tra xem đã xuất đúng tệp chưa; chưa phát gì thì không cần nộp tệp này."
      ])
  }

  @Test("a line over a million bytes is left out, and the next row is read")
  func lineTooLong() {
    let text =
      "date,outlet,title\n2018-04-05,bao,\(String(repeating: "a", count: 1_000_000))\n2018-04-06,bao,B\n"
    let excerpt = "2018-04-05,bao," + String(repeating: "a", count: 144) + "…"
    let (log, findings) = read(text)
    #expect(log.entries.map(\.place.line) == [3])
    #expect(log.rowsLeftOut == 1)
    #expect(findings.map(\.excerpt) == [excerpt])
    #expect(
      english(text) == [
        "log.csv:2:1 ^1 error LINE_TOO_LONG: This line has 1,000,015 bytes, more than 1,000,000; the row is left out. "
          + "→ The file may not be CSV. Export it from the spreadsheet again, as “CSV UTF-8”."
      ])
    #expect(
      vietnamese(text) == [
        "log.csv:2:1 ^1 error LINE_TOO_LONG: Dòng này dài 1.000.015 byte, quá mức 1.000.000; "
          + "dòng này không được tính. → Tệp có thể không phải CSV. Xuất lại từ bảng tính, chọn “CSV UTF-8”."
      ])
  }

  @Test("a header that is too long, has too many columns or is broken costs the file, whose rows are counted")
  func headerBroken() {
    let long = String(repeating: "a", count: 1_000_001) + "\n1\n2\n"
    #expect(read(long).log == AsRunLog(entries: [], rowsLeftOut: 2))
    #expect(
      english(long).map { $0.prefix(95) } == [
        "log.csv:1:1 ^1 error LINE_TOO_LONG: This line has 1,000,001 bytes, more than 1,000,000; the whole"
          .prefix(95)
      ])
    let wide = "date,outlet" + String(repeating: ",x", count: 199) + "\n1\n"
    #expect(read(wide).log == AsRunLog(entries: [], rowsLeftOut: 1))
    #expect(
      read(wide).findings.map(\.message) == [
        Words(
          vi: "Dòng tiêu đề có 201 cột, quá mức 200; cả tệp không được tính.",
          en: "The header has 201 columns, more than 200; the whole file is left out.")
      ])
    let open = "date,\"outlet\n2018-04-05,bao\n"
    #expect(read(open).log == AsRunLog(entries: [], rowsLeftOut: 1))
    #expect(
      read(open).findings.map(\.message) == [
        Words(
          vi: "Cả tệp không được tính: dấu ngoặc kép mở ra mà không đóng lại.",
          en: "The whole file is left out: a quotation mark is opened and not closed.")
      ])
  }

  @Test("a row that is not UTF-8 is left out with the place of its first such byte")
  func notUTF8() {
    let bytes =
      Array("date,outlet,title\n2018-04-05,bao,C".utf8) + [0xE4] + Array("i\n2018-04-06,bao,B\n".utf8)
    let (log, all) = AsRunReader.read([("log.csv", bytes)], plan: .sample([]))
    #expect(log.entries.map(\.place.line) == [3])
    #expect(log.rowsLeftOut == 1)
    #expect(all.map(\.code) == [.logEncoding, .notUTF8])
    let findings = Array(all.dropFirst())
    #expect(findings.map(\.excerpt) == ["2018-04-05,bao,C\u{FFFD}i"])
    #expect(
      findings.map { told($0) } == [
        "log.csv:2:17 ^1 error NOT_UTF8: The letters here are not encoded in UTF-8; the row is left out. "
          + "→ In Excel choose “Save As”, type “CSV UTF-8”."
      ])
    #expect(
      findings.map { told($0, in: .vietnamese) } == [
        "log.csv:2:17 ^1 error NOT_UTF8: Chữ ở đây không ghi bằng mã UTF-8; dòng này không được tính. "
          + "→ Trong Excel chọn “Lưu thành” (Save As), kiểu “CSV UTF-8”."
      ])
  }

  @Test(
    "a file in an old code page is left out, with a guess when little speaks for it; UTF-16 is read without a mark"
  )
  func otherEncodings() {
    func wide(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
    let utf16 = [0xFF, 0xFE] + wide("date,outlet\n2018-04-05,bao\n")
    let read = AsRunReader.read([("log.csv", utf16)], plan: .sample([]))
    #expect(read.log.entries.map(\.outlet) == ["bao"] && read.findings == [])
    let tcvn: [UInt8] =
      Array("Ng".utf8) + [0xB5] + Array("y,K".utf8) + [0xAA] + Array("nh\n5/4/2018,bao\n".utf8)
    let (log, findings) = AsRunReader.read([("log.csv", tcvn)], plan: .sample([]))
    #expect(log.entries == [])
    #expect(
      findings.map(\.message.en) == [
        "“log.csv” is not UTF-8; perhaps it is TCVN3 (ABC) (2 of 2 accented words are Vietnamese then), but so "
          + "few words do not settle it.",
        "The letters here are not encoded in UTF-8; the whole file is left out.",
      ])
    #expect(
      AsRunReader.read([("log.csv", wide("date,outlet\n"))], plan: .sample([])).findings.map(\.message.en)
        == [
          "The log “log.csv” has no rows."
        ])
  }

  @Test("a row that repeats another in all fields is left out, in whichever file and dialect it stands")
  func rowRepeated() {
    let first = Array(
      "date,outlet,title,phòng\n2018-04-05,bao,A,1\n2018-04-05,bao,A,1\n2018-04-05,bao,A,2\n".utf8)
    let second = Array("phòng;tên;báo;ngày\n1;A;Báo Lai Châu;5/4/2018\n;A;bao;26/4/2018\n".utf8)
    let (log, findings) = AsRunReader.read([("a.csv", first), ("b.csv", second)], plan: .sample([]))
    #expect(log.entries.map(\.place.description) == ["a.csv:2:1", "a.csv:4:1", "b.csv:3:1"])
    #expect(log.rowsLeftOut == 2)
    let repeated = findings.filter { $0.code == .logRowRepeated }
    #expect(
      repeated.map { told($0) } == [
        "a.csv:3:1 ^1 warning LOG_ROW_REPEATED: This row is the same as line 2 of “a.csv” and is not counted again. "
          + "→ If they are two works by the station's own log, copy the edition or the title of each from there.",
        "b.csv:2:1 ^1 warning LOG_ROW_REPEATED: This row is the same as line 2 of “a.csv” and is not counted again. "
          + "→ If they are two works by the station's own log, copy the edition or the title of each from there.",
      ])
    #expect(
      repeated.first.map { told($0, in: .vietnamese) }
        == "a.csv:3:1 ^1 warning LOG_ROW_REPEATED: Dòng này giống hệt dòng 2 của “a.csv” và không được đếm lần nữa. "
        + "→ Nếu nhật ký của đài ghi là hai tác phẩm, chép số kỳ hoặc tiêu đề của từng dòng từ đó sang.")
    #expect(findings.count == 4, "two repeated rows, and the column that two files have")
  }

  @Test("a row of another year is left out, with the tolerance of the plan on both sides")
  func otherYear() {
    let rows = ["2017-12-24", "2017-12-25", "2019-01-07", "2019-01-08"].map { "\($0),bao\n" }.joined()
    let (log, findings) = read("date,outlet\n" + rows)
    #expect(log.entries.map(\.day.description) == ["2017-12-25", "2019-01-07"])
    #expect(log.rowsLeftOut == 2)
    #expect(
      findings.map { told($0) } == [
        "log.csv:2:1 ^1 warning LOG_OTHER_YEAR: 2017-12-24 lies outside 2018, the plan's year; the row is left out. "
          + "→ Hold this log against the plan of 2017; if the date was copied or read wrongly, see the station's own log.",
        "log.csv:5:1 ^1 warning LOG_OTHER_YEAR: 2019-01-08 lies outside 2018, the plan's year; the row is left out. "
          + "→ Hold this log against the plan of 2019; if the date was copied or read wrongly, see the station's own log.",
      ])
    #expect(
      findings.first.map { told($0, in: .vietnamese) }
        == "log.csv:2:1 ^1 warning LOG_OTHER_YEAR: Ngày 2017-12-24 nằm ngoài năm 2018 của kế hoạch; "
        + "dòng này không được tính. → Đối chiếu nhật ký này với kế hoạch của năm 2017; nếu ngày bị chép hay đọc sai thì xem nhật ký gốc."
    )
  }

  @Test("rows after the day asked for are left out and told once for each file")
  func afterAsOf() {
    let text = "date,outlet\n2018-06-30,bao\n2018-07-01,bao\n2018-07-02,bao\n2019-05-01,bao\n2018-13-01,bao\n"
    let (log, findings) = AsRunReader.read(
      [("log.csv", Array(text.utf8)), ("early.csv", Array("date,outlet\n2018-02-01,bao\n".utf8))],
      plan: .sample([]), asOf: .of("2018-06-30"))
    #expect(log.entries.map(\.day.description) == ["2018-06-30", "2018-02-01"])
    #expect(log.rowsLeftOut == 4)
    #expect(findings.map(\.code) == [.logOtherYear, .logRowBroken, .logAfterAsOf])
    let later = findings.filter { $0.code == .logAfterAsOf }
    #expect(
      later.flatMap { [told($0, in: .vietnamese), told($0)] } == [
        "log.csv:1:1 ^1 info LOG_AFTER_AS_OF: Có 2 dòng của “log.csv” sau ngày chốt số liệu 2018-06-30; không được đếm.",
        "log.csv:1:1 ^1 info LOG_AFTER_AS_OF: Rows of “log.csv” after 2018-06-30, the day asked for: 2; not counted.",
      ])
  }

  @Test("a title that two lines share is told once, and its rows are kept")
  func ambiguousLine() {
    let plan = Plan.sample([
      .sample("tin", "Tin cải cách hành chính", form: "tin"),
      .sample("phong-su", "TIN CẢI CÁCH HÀNH CHÍNH", form: "phóng sự"),
    ])
    let text = """
      date,outlet,title,line
      2018-04-05,truyen-hinh,Tin cai cach hanh chinh,
      2018-04-06,truyen-hinh,“Tin cải cách hành chính” số 2,
      2018-04-07,truyen-hinh,Tin cải cách hành chính.,
      2018-04-08,truyen-hinh,Tin cải cách hành chính,tin
      2018-04-09,bao,Tin cải cách hành chính,
      """
    #expect(
      english(text, plan: plan) == [
        "log.csv:2:1 ^1 warning AMBIGUOUS_LINE: The title “Tin cai cach hanh chinh” fits several lines "
          + "(tin, phong-su); each row with it is held against the nearest placement. "
          + "→ Add a column “line” with the line's id, such as tin.",
        "log.csv:3:1 ^1 warning AMBIGUOUS_LINE: The title ““Tin cải cách hành chính” số 2” fits several lines "
          + "(tin, phong-su); each row with it is held against the nearest placement. "
          + "→ Add a column “line” with the line's id, such as tin.",
      ])
    #expect(
      vietnamese(text, plan: plan).first
        == "log.csv:2:1 ^1 warning AMBIGUOUS_LINE: Tiêu đề “Tin cai cach hanh chinh” hợp với nhiều chỉ tiêu "
        + "(tin, phong-su); mỗi dòng mang tiêu đề này được tính cho lượt phát gần nhất. "
        + "→ Thêm cột “chỉ tiêu” và ghi mã, ví dụ tin.")
    #expect(read(text, plan: plan).log.entries.count == 5)
  }
}
