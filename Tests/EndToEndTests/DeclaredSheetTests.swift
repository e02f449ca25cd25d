import Foundation
import TestSupport
import Testing

/// What newcomers found wrong in how tables of units are read; all data are made up.
@Suite("A table of figures is understood whole, or what is not is told")
struct DeclaredSheetTests {
  private static let plan = """
    plan: ks
    title: Khai báo (số liệu minh họa)
    year: 2026
    units:
      tinh: { name: Tỉnh Ví Dụ, level: province }
      dong: { name: Huyện Đông, level: district, parent: tinh }
      xa: { name: Xã Suối, level: commune, parent: dong }
    outlets:
      loa: { name: Truyền thanh huyện, kind: loudspeakers }
    lines:
      - { id: tin, title: Bản tin huyện, form: "tin, bài", outlet: loa, quota: 400, level: district, scheduled: false }
      - { id: hn, title: Hội nghị, form: hội nghị, outlet: loa, quota: 8 hội nghị, level: district, scheduled: false }

    """

  private func imported(_ book: SampleWorkbook, _ language: String = "en") throws -> (
    told: String, sums: String
  ) {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    try Data(book.bytes).write(to: URL(filePath: station.folder + "/bang.xlsx"))
    let run = try station.run(
      "import", station.folder + "/bang.xlsx", "--by", "An", "--at", "2026-07-01T08:00", language: language)
    let sums = try station.run("consolidate", "--period", "2026-H1", "--format", "csv")
    return (run.errors, sums.output)
  }

  private func imported(csv text: String, _ language: String = "en") throws -> (
    told: String, sums: String, checked: String
  ) {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    try station.write("gui/a.csv", text)
    let run = try station.run(
      "import", station.folder + "/gui/a.csv", "--by", "An", "--at", "2026-07-01T08:00", language: language)
    let sums = try station.run(
      "consolidate", "--period", "2026-Q1", "--explain", "tin", "--width", "200", language: language)
    return (run.errors, sums.output + sums.errors, try station.checked(language))
  }

  @Test("the column of what is counted belongs to the figure")
  func counted() throws {
    let told = try imported(
      csv: "unit,period,line,value,đơn vị tính\ndong,2026-Q1,tin,10,phút\ndong,2026-Q1,hn,4,Hội nghị\n"
    ).told
    #expect(told.contains("10 minutes cannot be added on the line “Bản tin huyện”"), "\(told)")
    #expect(!told.contains("a.csv:3"))
    let other = try imported(csv: "unit,period,line,value,đvt\ndong,2026-Q1,tin,12 tin,bài\n", "vi").told
    #expect(other.contains("số liệu là 12 tin, cột đơn vị tính ghi “bài”"), "\(other)")
    let parts = try imported(
      csv: "unit,period,line,value,đvt\ndong,2026-Q1,tin,\"12 tin, 3 bài\",\"tin, bài\"\n")
    #expect(parts.told == "" && parts.sums.contains("15 tin, bài"), "\(parts)")
  }

  @Test("a figure in one cell over several rows is that of none of them")
  func merged() throws {
    var book = SampleWorkbook()
    book.row("Đơn vị", "Kỳ báo cáo", "Chỉ tiêu", "Số liệu")
    book.row("Huyện Đông", "Quý I", "Bản tin huyện", "30")
    book.row("Huyện Đông", "Quý II", "Bản tin huyện", "")
    book.row("Huyện Đông", "Quý II", "Hội nghị", "2")
    book.merged = ["D2:D3", "A2:A4"]
    let run = try imported(book)
    #expect(
      run.told.contains("one merged cell holds the figure of rows 2 to 3, which is that of none of them"),
      "\(run.told)")
    #expect(run.sums.contains("row,hn,district,dong,2026-Q2,2,") && !run.sums.contains(",30,"), "\(run.sums)")
  }

  @Test("a second row of the header parts the figure: Số liệu above Tổng, Tin and Bài")
  func parted() throws {
    var book = SampleWorkbook()
    book.row("Đơn vị", "Kỳ báo cáo", "Chỉ tiêu", "Số liệu", "", "")
    book.row("", "", "", "Tổng", "Tin", "Bài")
    book.row("Huyện Đông", "Quý I", "Bản tin huyện", "15", "12", "3")
    book.row("Huyện Đông", "Quý II", "Bản tin huyện", "15", "10", "4")
    book.merged = ["D1:F1", "A1:A2", "B1:B2", "C1:C2"]
    let run = try imported(book)
    #expect(run.told.contains("the parts in brackets make 14 tin, bài, not 15 tin, bài"), "\(run.told)")
    #expect(run.sums.contains("row,tin,district,dong,2026-Q1,15,"), "\(run.sums)")
  }

  @Test("of two columns of figures neither holds, and a column that is not read is told")
  func columns() throws {
    let twice = try imported(csv: "unit,period,line,value,số liệu\ndong,2026-Q1,tin,10,12\n").told
    #expect(
      twice.contains("The header has two columns that mean “value”; which holds is not known"), "\(twice)")
    let more = try imported(csv: "stt,unit,period,line,value,Quý II\n1,dong,2026-Q1,tin,10,12\n", "vi").told
    #expect(more.contains("Có cột không được đọc: “Quý II”."), "\(more)")
  }

  @Test("a figure that came in at an unknown time neither yields to an older one nor takes its place")
  func undated() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    func send(_ name: String, _ row: String, on day: String) throws {
      try station.write("gui/\(name).csv", "unit,period,line,value,received\n\(row)\n")
      let run = try station.run(
        "import", station.folder + "/gui/\(name).csv", "--by", "An", "--at", "\(day)T08:00")
      #expect(run.status == 0, "\(run.errors)")
    }
    func told() throws -> String {
      let run = try station.run("consolidate", "--period", "2026-Q1", "--width", "200")
      return run.output + run.errors
    }
    try send("a", "dong,2026-Q1,tin,5,2026-04-15", on: "2026-04-16")
    try send("b", "dong,2026-Q1,tin,7,", on: "2026-05-10")
    let doubt = try told()
    #expect(doubt.contains("which came later is not known, so neither is added"), "\(doubt)")
    // What came in after the Book had both is the last word.
    try send("c", "dong,2026-Q1,tin,8,2026-05-12", on: "2026-05-12")
    let settled = try told()
    #expect(settled.contains("8 tin, bài") && !settled.contains("DECLARED_TWICE"), "\(settled)")
  }

  @Test("days of receipt in a column that has the month first somewhere are not guessed")
  func receipt() throws {
    let told = try imported(
      csv: "unit,period,line,value,received\ndong,2026-Q1,tin,20,05/04/2026\ndong,2026-Q1,hn,2,04/16/2026\n"
    ).told
    #expect(
      told.contains(
        "which day of receipt “05/04/2026” is, is not known: the column has days with the month first (“04/16/2026”)"
      ),
      "\(told)")
  }

  @Test("a commune's figure on a line of the districts may lie in that of its district")
  func below() throws {
    let sums = try imported(csv: "unit,period,line,value\ndong,2026-Q1,tin,30\nxa,2026-Q1,tin,12\n").sums
    #expect(sums.contains("POSSIBLE_DOUBLE_COUNT"), "\(sums)")
    let said = try imported(
      csv: "unit,period,line,value,includes\ndong,2026-Q1,tin,30,xa\nxa,2026-Q1,tin,12,\n"
    ).sums
    #expect(!said.contains("POSSIBLE_DOUBLE_COUNT") && said.contains("30 tin, bài"), "\(said)")
  }

  @Test("a row of a log that does not tell of the whole period takes nothing away from what units report")
  func besideLogs() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    try station.write("declared/a.csv", "unit,period,line,value\ndong,2026-Q1,tin,55\ndong,2026-Q2,tin,75\n")
    try station.write("as-run/l.csv", "date,time,outlet,line,title\n2026-03-05,06:00,loa,tin,Bản tin huyện\n")
    func sums(_ period: String) throws -> String {
      let run = try station.run("consolidate", "--period", period, "--width", "250")
      return run.output + run.errors
    }
    let first = try sums("2026-Q1")
    #expect(first.contains("55 tin, bài"), "\(first)")
    #expect(
      first.contains("the logs have 1 for quarter 1 of 2026, and do not tell of all of it"), "\(first)")
    let second = try sums("2026-Q2")
    #expect(second.contains("75 tin, bài") && !second.contains("SUM_MISMATCH"), "\(second)")
    // Once the logs tell of the whole period, they hold, and that units report more is told.
    try station.write(
      "as-run/l.csv",
      "date,time,outlet,line,title\n2026-03-05,06:00,loa,tin,Bản tin huyện\n2026-04-01,06:00,loa,tin,Bản tin huyện\n"
    )
    let whole = try sums("2026-Q1")
    #expect(whole.contains("units report 55 for quarter 1 of 2026, and the logs count 1"), "\(whole)")
  }

  @Test("a table of figures that lacks a column is told to name those of such a table, not of a log")
  func nearly() throws {
    let told = try imported(
      csv: "Đơn vị,Kỳ báo cáo,Công việc,Số liệu\nHuyện Đông,Quý I,Bản tin huyện,12\n", "vi"
    ).told
    #expect(
      told.contains(
        "Nếu đây là bảng số liệu của đơn vị, đặt tên cột: “đơn vị”, “kỳ báo cáo”, “chỉ tiêu”, “số liệu”, mỗi số một dòng."
      ),
      "\(told)")
    let read = try imported(
      csv: "Đơn vị,Kỳ báo cáo,Nội dung,Kết quả\nHuyện Đông,Quý I,Bản tin huyện,12\n", "vi")
    #expect(read.told == "" && read.sums.contains("12 tin, bài"), "\(read)")
  }
}
