import Logs
import ScheduleModel
import TestSupport
import Testing

@Suite("One mistake in many rows is one finding")
struct GatheredRowsTests {
  @Test("a log that was sent before its days is told once, with its rows and its first and last day")
  func early() {
    let rows = (0..<25).map {
      "2018-05-\(String($0 + 102).suffix(2)),20:15,bao,\($0 == 3 ? "Khác" : "Cải cách")"
    }
    let read = ImportedRows(
      "date,time,outlet,title\n2018-04-30,20:15,bao,Cải cách\n" + rows.joined(separator: "\n") + "\n"
    ) { $0.recordedOn = CivilDay.of("2018-05-01") }
    #expect(
      read.english == [
        "log:3:1 ^1 warning LOG_DAY_DOUBTFUL: 25 rows of “log” (3–27) are dated from 2018-05-02 to 2018-05-26, after the day on "
          + "which they were recorded (2018-05-01); they do not count, and the logs are not taken to reach those days. → If "
          + "the station sent the file before those days, wait until they are over, ask for the log of what went out and "
          + "import it. If the days are wrong, ask the station and import a correction for each row: “replaces” is log:3, "
          + "“date” the day that they confirm, and a “reason”."
      ])
    #expect(read.rows.count { $0.hasSuffix("unclear") } == 25)
  }

  @Test("one row of a later day is told as it was")
  func oneEarly() {
    let read = ImportedRows("date,outlet,title\n2018-05-02,bao,Cải cách\n") {
      $0.recordedOn = CivilDay.of("2018-05-01")
    }
    #expect(read.english.count == 1)
    #expect(
      read.english.joined().contains("This row is dated 2018-05-02, after the day on which it was recorded"))
  }

  @Test("rows that differ in what they quote alone are one mistake, with each text once")
  func values() {
    let read = ImportedRows(
      """
      date,time,outlet,title
      2018-04-02,12.3,bao,Cải cách
      2018-04-03,8h15 tối,bao,Cải cách
      2018-04-04,12.3,bao,Cải cách
      2018-04-05,20:15,bá,Cải cách
      2018-04-06,20:15,Loa xã,Cải cách
      2018-04-07,20:15,bao,Cải cách

      """)
    #expect(
      read.english.filter { $0.contains("is not a time") } == [
        "log:2:12 ^4 error LOG_ROW_BROKEN: This row is left out: “12.3” is not a time. Rows with the same mistake: 3 (2–4): "
          + "“12.3”, “8h15 tối”. → Write 20:15 or 20h15."
      ])
    // The remedy of one names an outlet, that of the other none.
    #expect(read.english.count { $0.contains("the plan has no outlet") } == 2)
  }

  @Test("notes that leave open whether anything aired are one question, with the words of each")
  func unclear() {
    let read = ImportedRows(
      """
      ngày,kênh,tên,ghi chú
      2018-04-02,truyen-hinh,Cải cách,mất điện
      2018-04-03,truyen-hinh,Cải cách,hoãn
      2018-04-04,truyen-hinh,Cải cách,mất điện

      """)
    #expect(read.english.count == 1)
    #expect(
      read.english.joined().contains(
        "This row says “ghi chú: mất điện”: perhaps the work did not air, or this was a repeat or a trailer, or it did air; the "
          + "row does not count yet. Rows with the same mistake: 3 (2–4): “ghi chú: mất điện”, “ghi chú: hoãn”."
      ))
  }
}
