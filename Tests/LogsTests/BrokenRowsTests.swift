import Logs
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("Rows that cannot be read")
struct BrokenRowsTests {
  let plan = Plan.sample([
    .sample("chuyen-muc", "Cải cách hành chính", versions: .sample(["hmn"])),
    .sample("bai-bao", "Tin, bài", form: "tin, bài, ảnh", on: .each(["bao"])),
  ])
  let header = "date,time,outlet,line,edition,language,minutes,status,title"
  let quoting = Words(
    vi: "Đặt cả ô trong một cặp dấu ngoặc kép; dấu ngoặc kép bên trong thì viết hai lần: \"\".",
    en: "Put the whole field in one pair of quotation marks, and write a mark inside it twice: \"\".")
  let dating = Words(
    vi: "Viết 2018-04-05, 05/04/2018 (ngày trước, tháng sau) hoặc “ngày 5 tháng 4 năm 2018”.",
    en: "Write 2018-04-05 or 05/04/2018 (day first).")
  let counting = Words(
    vi: "Ô nào có dấu phân cách bên trong thì đặt cả ô trong dấu ngoặc kép; ô trống vẫn giữ dấu phân cách.",
    en: "Quote a field that holds the separator; an empty field keeps its separator.")
  let digits = Words(vi: "Chỉ viết chữ số, ví dụ 15.", en: "Write digits alone, such as 15.")

  /// A row, the column and width that are marked, what is said, and the remedy.
  private struct Case {
    let row: String
    let at: (column: Int, width: Int)
    let says: Words
    let remedy: Words
  }

  private var cases: [Case] {
    [
      Case(
        row: "20270230,,bao,,,,,,A", at: (1, 8),
        says: Words(vi: "“20270230” không phải là ngày", en: "“20270230” is not a date"), remedy: dating),
      Case(
        row: "5.4 2018,,bao,,,,,,A", at: (1, 8),
        says: Words(vi: "“5.4 2018” không phải là ngày", en: "“5.4 2018” is not a date"), remedy: dating),
      Case(
        row: "30/02/2018,,bao,,,,,,A", at: (1, 10),
        says: Words(
          vi: "không có ngày “30/02/2018” (năm từ 1900 đến 2199)",
          en: "there is no day “30/02/2018” (years run from 1900 to 2199)"), remedy: dating),
      Case(
        row: "01/01/10000,,bao,,,,,,A", at: (1, 11),
        says: Words(
          vi: "không có ngày “01/01/10000” (năm từ 1900 đến 2199)",
          en: "there is no day “01/01/10000” (years run from 1900 to 2199)"), remedy: dating),
      Case(
        row: "2018-04-05,,bao,,,,,", at: (1, 1),
        says: Words(vi: "có 8 ô, trong khi dòng tiêu đề có 9 cột", en: "it has 8 fields, the header 9"),
        remedy: counting),
      Case(
        row: "2018-04-05,,bao,,,,,,thừa,ô", at: (1, 1),
        says: Words(vi: "có 10 ô, trong khi dòng tiêu đề có 9 cột", en: "it has 10 fields, the header 9"),
        remedy: counting),
      Case(
        row: "2018-04-05", at: (1, 1),
        says: Words(vi: "có 1 ô, trong khi dòng tiêu đề có 9 cột", en: "it has 1 field, the header 9"),
        remedy: counting),
      Case(
        row: ",,bao,,,,,,A", at: (1, 1), says: Words(vi: "thiếu ngày", en: "the date is missing"),
        remedy: Words(vi: "Ghi ngày vào ô trống.", en: "Fill in the date.")),
      Case(
        row: "2018-04-05,,,,,,,,A", at: (13, 1),
        says: Words(vi: "thiếu kênh", en: "the outlet is missing"),
        remedy: Words(vi: "Ghi kênh vào ô trống.", en: "Fill in the outlet.")),
      Case(
        row: "2018-04-05,25:00,bao,,,,,,A", at: (12, 5),
        says: Words(
          vi: "“25:00” đã sang ngày hôm sau, mà ngày phát sóng của kênh này kết thúc lúc nửa đêm",
          en: "“25:00” lies in the next day, and the outlet's day ends at midnight"),
        remedy: Words(
          vi:
            "Ghi ngày hôm sau và 01:00. Nếu ngày phát sóng của đài kéo dài qua nửa đêm, khai báo cho kênh trong kế hoạch, ví dụ "
            + "day-starts: \"05:00\".",
          en:
            "Write the next day and 01:00. If the station's day goes on past midnight, say so of the outlet in the plan, such as "
            + "day-starts: \"05:00\".")),
      Case(
        row: "2018-04-05,,truyen-hin,,,,,,A", at: (13, 10),
        says: Words(
          vi: "kế hoạch không có kênh, báo, đài nào là “truyen-hin”",
          en: "the plan has no outlet “truyen-hin”"),
        remedy: Words(vi: "Có phải là “truyen-hinh”?", en: "Did you mean “truyen-hinh”?")),
      Case(
        row: "2018-04-05,,kênh 14,,,,,,A", at: (13, 7),
        says: Words(
          vi: "kế hoạch không có kênh, báo, đài nào là “kênh 14”", en: "the plan has no outlet “kênh 14”"),
        remedy: Words(
          vi: "Dùng mã hoặc đúng tên kênh, báo, đài trong kế hoạch.",
          en: "Use an outlet's id or its exact name.")),
      Case(
        row: "2018-04-05,,bao,bai_bau,,,,,A", at: (17, 7),
        says: Words(vi: "kế hoạch không có chỉ tiêu “bai_bau”", en: "the plan has no line “bai_bau”"),
        remedy: Words(vi: "Có phải là “bai-bao”?", en: "Did you mean “bai-bao”?")),
      Case(
        row: "2018-04-05,,bao,XYZ,,,,,A", at: (17, 3),
        says: Words(vi: "kế hoạch không có chỉ tiêu “XYZ”", en: "the plan has no line “XYZ”"),
        remedy: Words(
          vi: "Dùng mã chỉ tiêu trong kế hoạch, hoặc để trống và ghi tiêu đề.",
          en: "Use a line's id, or leave it empty and give the title.")),
      Case(
        row: "2018-04-05,,bao,,0,,,,A", at: (18, 1),
        says: Words(
          vi: "kỳ “0” không phải là số nguyên từ 1 đến 1.000.000",
          en: "the edition “0” is not a whole number from 1 to 1,000,000"), remedy: digits),
      Case(
        row: "2018-04-05,,bao,,99999999,,,,A", at: (18, 8),
        says: Words(
          vi: "kỳ “99999999” không phải là số nguyên từ 1 đến 1.000.000",
          en: "the edition “99999999” is not a whole number from 1 to 1,000,000"), remedy: digits),
      Case(
        row: "2018-04-05,,bao,,,,15 lượt,,A", at: (20, 7),
        says: Words(
          vi: "thời lượng “15 lượt” không phải là số nguyên từ 0 đến 1.000.000",
          en: "the minutes “15 lượt” is not a whole number from 0 to 1,000,000"), remedy: digits),
      Case(
        row: "2018-04-05,,bao,,,Abc,,,A", at: (19, 3),
        says: Words(vi: "không rõ ngôn ngữ “Abc”", en: "the language “Abc” is not known"),
        remedy: Words(
          vi: "Viết tên tiếng hoặc mã, ví dụ Mông hoặc hmn.",
          en: "Write its name or tag, such as Mông or hmn.")),
      Case(
        row: "2018-04-05,,bao,,,,,xong,A", at: (21, 4),
        says: Words(vi: "không rõ trạng thái “xong”", en: "the status “xong” is not known"),
        remedy: Words(
          vi: "Viết “đã phát”, “phát lại”, “đã gửi”, “nhường sóng” hoặc “không phát”; để trống là đã phát.",
          en: "Write “aired”, “repeat”, “sent”, “pre-empted” or “off-air”; empty means aired.")),
      Case(
        row: "2018-04-05,,bao,,,,,,Ký tự \u{0}rỗng", at: (28, 1),
        says: Words(vi: "có ký tự điều khiển U+0000", en: "it holds the control character U+0000"),
        remedy: Words(vi: "Xóa ký tự này, hoặc xuất lại tệp.", en: "Delete it, or export the file again.")),
      Case(
        row: "2018-04-05,,bao,,,,,,\"Hội thi\" dân vận", at: (31, 1),
        says: Words(vi: "có chữ ngay sau dấu ngoặc kép đóng", en: "text follows a closing quotation mark"),
        remedy: quoting),
      Case(
        row: "2018-04-05,,bao,,,,,,\"Mở mà không đóng", at: (22, 1),
        says: Words(
          vi: "dấu ngoặc kép mở ra mà không đóng lại", en: "a quotation mark is opened and not closed"),
        remedy: quoting),
      Case(
        row: "2018-04-06,nay,báo chí,,-1,,,,A", at: (12, 3),
        says: Words(
          vi: "“nay” không phải là giờ; kế hoạch không có kênh, báo, đài nào là “báo chí”; "
            + "kỳ “-1” không phải là số nguyên từ 1 đến 1.000.000",
          en: "“nay” is not a time; the plan has no outlet “báo chí”; "
            + "the edition “-1” is not a whole number from 1 to 1,000,000"),
        remedy: Words(
          vi: "Viết 20:15 hoặc 20h15. Dùng mã hoặc đúng tên kênh, báo, đài trong kế hoạch. "
            + "Chỉ viết chữ số, ví dụ 15.",
          en: "Write 20:15 or 20h15. Use an outlet's id or its exact name. Write digits alone, such as 15.")),
    ]
  }

  @Test("a log of broken rows is read to its end; each has its own finding, and the good ones remain")
  func toTheEnd() {
    let good = "2018-04-05,20:15,truyen-hinh,chuyen-muc,1,,15,aired,Kỳ 1"
    let last = "2018-04-07,,bao,bai-bao,,,,,Dòng cuối"
    let (log, findings) = read(
      ([header, good] + cases.map(\.row) + [last]).joined(separator: "\n"), plan: plan)
    #expect(log.entries.map(\.place.line) == [2, cases.count + 3])
    #expect(log.rowsLeftOut == cases.count)
    let expected = cases.enumerated().map { index, broken in
      Finding(
        .logRowBroken, .error,
        at: SourcePlace(file: "log.csv", line: index + 3, column: broken.at.column), width: broken.at.width,
        excerpt: broken.row.replacing("\u{0}", with: "␀"),
        Words(
          vi: "Dòng này không được tính: \(broken.says.vi).", en: "This row is left out: \(broken.says.en)."),
        remedy: broken.remedy)
    }
    for (finding, expected) in zip(findings, expected) { #expect(finding == expected) }
    #expect(findings.count == expected.count)
  }

  @Test("each broken row alone is the same finding, whatever ends the lines")
  func alone() {
    var failures: [String] = []
    for broken in cases {
      for end in ["\n", "\r\n", "\r"] {
        let (log, findings) = read([header, broken.row, ""].joined(separator: end), plan: plan)
        let isSame = findings.map(\.message.en) == ["This row is left out: \(broken.says.en)."]
        if !isSame || log != AsRunLog(entries: [], rowsLeftOut: 1) { failures.append(broken.row) }
      }
    }
    #expect(failures == [])
  }

  @Test("a mark that is never closed costs its own row, be the next mark near or far")
  func unclosedMarks() {
    let (log, findings) = read(
      """
      date,outlet,title
      2018-04-05,bao,"mở
      2018-04-06,bao,"trọn vẹn"
      2018-04-07,bao,"hai
      dòng",thừa
      2018-04-08,bao,"hai
      dòng"
      2018-04-09,bao,"mở
      2018-04-10,bao,""
      """, plan: plan)
    #expect(log.entries.map { "\($0.place.line) \($0.title)" } == ["3 trọn vẹn", "6 hai\ndòng", "9 "])
    #expect(
      findings.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.excerpt ?? "")" } == [
        "2:16 2018-04-05,bao,\"mở", "4:1 2018-04-07,bao,\"hai", "8:16 2018-04-09,bao,\"mở",
      ])
    #expect(log.rowsLeftOut == 3)
  }

  @Test("a quoted field goes over 63 line ends and 64 KiB at most; beyond it the mark is broken")
  func longQuotes() {
    func log(_ title: String) -> (entries: Int, findings: [FindingCode]) {
      let (log, findings) = read(
        "date,outlet,title\n2018-04-05,bao,\"\(title)\"\n2018-04-06,bao,B\n", plan: plan)
      return (log.entries.count, Array(Set(findings.map(\.code))))
    }
    #expect(log(String(repeating: "a\n", count: 63)) == (2, []))
    #expect(log(String(repeating: "a\n", count: 64)) == (1, [.logRowBroken]))
    #expect(log(String(repeating: "a", count: 65_534)) == (2, []))
    #expect(log(String(repeating: "a", count: 65_535)) == (1, [.logRowBroken]))
  }

  @Test("the place of a fault behind a line end inside a field is its own line")
  func placeBehindLineEnd() {
    let (_, findings) = read("title,date,outlet\r\n\"một\r\nhai\",nay,bao\r\n", plan: plan)
    #expect(
      findings.map { "\($0.place?.description ?? "") ^\($0.width) \($0.excerpt ?? "")" } == [
        "log.csv:3:6 ^3 hai\",nay,bao"
      ])
  }

  @Test("the excerpt is cut to 160 characters, and what lies behind has no column")
  func longExcerpts() {
    let long = String(repeating: "ă", count: 200)
    let (_, findings) = read("title,outlet,date\n\(long),bao,nay\nA,bao,\(long)\n", plan: plan)
    #expect(
      findings.map { $0.excerpt ?? "" } == [
        String(repeating: "ă", count: 159) + "…", "A,bao," + String(repeating: "ă", count: 153) + "…",
      ])
    #expect(
      findings.map { "\($0.place?.description ?? "") ^\($0.width)" } == [
        "log.csv:2:1 ^1", "log.csv:3:7 ^154",
      ])
    #expect(
      findings.last?.message.en
        == "This row is left out: “\(String(repeating: "ă", count: 60))…” is not a date.")
  }
}
