import Foundation
import Testing

/// What newcomers found wrong in how logs are read and counted; all data are made up.
@Suite("Logs as people write them, and what is told of them")
struct LogFaultTests {
  private static let plan = """
    plan: dai
    title: Đài tự đặt (số liệu minh họa)
    year: 2026
    outlets:
      tv: { name: Truyền hình tự đặt, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=TH, at: "20:15", length: 15m }] }
    lines:
      - { id: hd, title: Hỏi đáp, form: chuyên mục, outlet: tv, quota: 4, from: 2026-03-01, to: 2026-03-31, least-length: 5m }

    """

  /// What a command says about a log, with what it tells of it, on single blanks.
  private func said(_ rows: String, _ command: String = "reconcile", plan: String = plan) throws -> String {
    let station = try Station(plan: plan)
    defer { station.remove() }
    try station.publishFirst()
    try station.write("as-run/a.csv", "ngày,giờ,kênh,tên,thời lượng,trạng thái\n" + rows + "\n")
    let run =
      command == "explain"
      ? try station.run("report", "--period", "2026", "--explain", "hd", "--width", "1000")
      : try station.run(command, "--width", "1000")
    return (run.output + run.errors).replacing(/\s+/, with: " ")
  }

  @Test(
    "a day is read as people write it, with or without its weekday",
    arguments: [
      "12-3-2026", "12.3.2026", "ngày 12 tháng 3 năm 2026", "\"Thứ Năm, 12/03/2026\"", "12/3/2026 (T5)",
      "Thứ 5 12-03-2026",
    ])
  func days(day: String) throws {
    // One row that can be read in one way shows the order.
    let told = try said("\(day),20:15,tv,Hỏi đáp,15,\n19/03/2026,20:15,tv,Hỏi đáp,15,")
    #expect(!told.contains("LOG_"), "\(told)")
    #expect(told.contains("aired 2 "), "\(told)")
  }

  @Test("a weekday that is not that of its day is told, and the row left out")
  func otherWeekday() throws {
    #expect(
      try said("\"Thứ Hai, 13/03/2026\",20:15,tv,Hỏi đáp,15,").contains(
        "This row is left out: weekday and date of “Thứ Hai, 13/03/2026” do not agree."))
  }

  @Test("one mistyped date does not turn a column to month first; weekdays say which it is")
  func oneMistypedDate() throws {
    let typed =
      "05/03/2026,20:15,tv,Hỏi đáp,15,\n12/03/2026,20:15,tv,Hỏi đáp,15,\n03/19/2026,20:15,tv,Hỏi đáp,15,"
    let told = try said("01/03/2026,20:15,tv,Nhạc,15,\n" + typed)
    #expect(
      told.contains(
        "nothing in the column shows whether day or month comes first; rows not read for that: 3"), "\(told)")
    let american =
      "03/05/2026,20:15,tv,Hỏi đáp,15,\n03/12/2026,20:15,tv,Hỏi đáp,15,\n03/19/2026,20:15,tv,Hỏi đáp,15,"
    #expect(try said(american).contains("aired 3 "))
    let weekdays = "Thu 03/05/2026,20:15,tv,Hỏi đáp,15,".replacing("Thu", with: "Thứ Năm")
    #expect(try said(weekdays).contains("aired 1 "))
  }

  @Test("rows about one broadcast are all in the explanation, and where they differ it is told")
  func joinedRows() throws {
    let rows =
      "2026-03-05,20:15,tv,Hỏi đáp,15,\n2026-03-05,20:15:20,tv,Hỏi đáp,9,\n2026-03-12,20:15,tv,Hỏi đáp,15,\n"
      + "2026-03-12,20:15,tv,Hỏi đáp,,không phát"
    let explained = try said(rows, "explain")
    #expect(
      explained.contains("1 row counted and 3 not counted are all 4 rows that the logs have of it."),
      "\(explained)")
    #expect(explained.contains("one broadcast with another row"))
    let told = try said(rows)
    #expect(
      told.contains(
        "Two rows about one broadcast differ: this row says 9 minutes, line 2 of “FOLDER/as-run/a.csv” says 15; 15 count."
          .replacing("FOLDER/as-run/", with: "")) || told.contains("this row says 9 minutes"), "\(told)")
    #expect(
      told.contains("This row says that it aired, line 5 of “")
        && told.contains("says “off-air”; it does not count as aired"),
      "\(told)")
  }

  @Test("reconcile tells what aired and does not count")
  func tooShort() throws {
    let told = try said("2026-03-05,20:15,tv,Hỏi đáp,3,\n2026-03-12,20:15,tv,Hỏi đáp,,")
    #expect(told.contains("AIRED_TOO_SHORT"), "\(told)")
  }

  @Test("a line of which no log tells is not called on schedule")
  func status() throws {
    let plan = Self.plan.replacing(
      "lines:",
      with: """
          bao: { name: Báo tự đặt, kind: newspaper, grid: [{ id: so, rule: FREQ=WEEKLY;BYDAY=MO }] }
        lines:
          - { id: bai, title: Bài báo, form: bài, outlet: bao, quota: 4, from: 2026-03-01, to: 2026-03-31 }
        """)
    let station = try Station(plan: plan)
    defer { station.remove() }
    try station.publishFirst()
    try station.write("as-run/a.csv", "ngày,giờ,kênh,tên,thời lượng\n2026-03-05,20:15,tv,Hỏi đáp,15\n")
    let told = try station.run("status", "--at", "2026-03-06T09:00").output.replacing(/\s+/, with: " ")
    #expect(
      told.contains("No line is behind its schedule (1 line). Not known, for no log tells of it: Bài báo."),
      "\(told)")
  }

  @Test("a line inside another takes its slots only where it is scheduled and counted alike")
  func insideAnother() throws {
    func works(_ part: String) throws -> Int {
      let station = try Station(
        plan: Self.plan
          + "  - { id: con, title: Mục con, form: chuyên mục, outlet: tv, part-of: hd, \(part) }\n")
      defer { station.remove() }
      let data = try station.run("allocate", "--json").output
      return data.matches(of: /"uid" : "dai\.hd\./).count
    }
    #expect(try works("quota: 3, from: 2026-04-01") == 1)
    #expect(try works("quota: 3, scheduled: false") == 4)
    #expect(try works("quota: 4.000 tờ, scheduled: false") == 4)
  }

  private static let units = """
    plan: kb
    title: Khai báo (số liệu minh họa)
    year: 2026
    units:
      h1: { name: Xã Một, level: commune }
    outlets:
      loa: { name: Loa xã, kind: loudspeakers }
    lines:
      - { id: tin, title: Tin xã, form: tin, outlet: loa, quota: 100, level: commune, scheduled: false }

    """

  @Test("a unit that reported two figures is not called one that did not report")
  func contradictedUnit() throws {
    let station = try Station(plan: Self.units)
    defer { station.remove() }
    try station.write(
      "declared/a.csv", "unit,line,period,value\nh1,tin,2026-Q1,12 tin\nh1,tin,2026-Q1,15 tin\n")
    let told = try station.run("consolidate", "--period", "2026-Q1", "--width", "1000").output
    #expect(told.contains("reported different figures, and which holds"), "\(told)")
    #expect(!told.contains("not reported"))
  }

  @Test("history tells that the declared figure of a quarter changed")
  func historyOfQuarters() throws {
    let station = try Station(plan: Self.units)
    defer { station.remove() }
    try station.publishFirst()
    for (name, value, day) in [("a", 12, "2026-04-02"), ("b", 15, "2026-05-02")] {
      let file = "gui/\(name).csv"
      try station.write(file, "unit,line,period,value,received\nh1,tin,2026-Q1,\(value) tin,\(day)\n")
      let run = try station.run("import", station.folder + "/" + file, "--by", "An", "--at", "\(day)T08:00")
      #expect(run.status == 0, "\(run.errors)")
    }
    let told = try station.run("history", "--since", "2026-04-10").output.replacing(/\s+/, with: " ")
    #expect(told.contains("12 tin 15 tin"), "\(told)")
    #expect(!told.contains("No figure changed"))
  }

  @Test("a figure that was received on a day to come is refused in a file that nobody imported, too")
  func receivedLater() throws {
    let station = try Station(plan: Self.units)
    defer { station.remove() }
    try station.write(
      "declared/a.csv",
      "unit,line,period,value,received\nh1,tin,2026-Q1,12 tin,2099-04-02\nh1,tin,2026-Q2,3 tin,\n")
    let run = try station.run("consolidate", "--period", "2026-Q1", "--width", "1000")
    #expect(
      run.errors.contains("the day of receipt 02/04/2099 is still to come: today is "), "\(run.errors)")
    #expect(!run.output.contains("12 tin"), "\(run.output)")
  }
}
