import ScheduleModel
import TestSupport
import Testing

@testable import Logs

/// Cells as people and programs write them; all rows are made up.
@Suite("Editions, hours and lengths as cells have them")
struct CellWordsTests {
  private func editions(_ cells: [String]) -> ImportedRows {
    ImportedRows(
      "ngày;kênh;tên;kỳ\n"
        + cells.enumerated().map { "2018-04-0\($0 + 1);bao;Tin;\($1)\n" }.joined())
  }

  @Test(
    "an edition may have its name beside it; a dash is an empty cell",
    arguments: [
      ("số 9", 9), ("Kỳ 10", 10), ("Kỳ thứ 11", 11), ("#12", 12), ("No. 13", 13), ("(14)", 14), ("15.0", 15),
    ])
  func named(cell: String, edition: Int) {
    let read = editions([cell])
    #expect(read.rows == ["2018-04-01 bao #\(edition) Tin"] && read.english == [])
    #expect(editions(["-"]).rows == ["2018-04-01 bao Tin"] && editions(["–"]).english == [])
  }

  @Test(
    "an instalment is the edition of a line whose works go out whole",
    arguments: ["tập 7", "Tập thứ 7", "(TẬP 7)"])
  func instalment(cell: String) {
    #expect(editions([cell]).rows == ["2018-04-01 bao #7 Tin"])
    #expect(editions(["phần 7"]).rows == ["2018-04-01 bao Tin"])
  }

  @Test("editions that are not understood are one finding")
  func manyNotUnderstood() {
    let read = editions((1...4).map { "\($0)/2018" })
    #expect(read.rows.count == 4 && read.english.count == 1)
    #expect(
      read.english[0].hasPrefix(
        "log:2:1 ^1 warning LOG_EDITION_DOUBTFUL: Which edition “1/2018” is is not clear; the row counts, but without an "
          + "edition. Rows with the same mistake: 4 (2–5): “1/2018”, “2/2018”, “3/2018”, “4/2018”. → "))
  }

  @Test("a point parts hours and minutes where no time of the column can be anything else")
  func dottedTimes() {
    func times(_ cells: [String]) -> [String] {
      ImportedRows(
        "date,time,outlet,title\n"
          + cells.enumerated().map { "2018-04-0\($0 + 1),\($1),bao,Tin\n" }.joined()
      ).rows.map { $0.split(separator: " ")[1...].prefix(1).joined() }
    }
    #expect(
      times(["20.15", "6.05", "20:10", "17.50", "00.40"]) == ["20:15", "06:05", "20:10", "17:50", "00:40"])
    #expect(times(["06.00", "17.00"]) == ["06:00", "17:00"])
    // Half past five in decimals of an hour, or ten to six.
    #expect(times(["17.50", "06.00", "20:10"]) == ["20:10"])
    #expect(times(["20.15", "17.5", "20:10"]) == ["20:10"])
    #expect(times(["20.15", "17.75", "20:10"]) == ["20:10"])
    #expect(times(["0.84375", "20.15"]) == ["20:15", "20:15"])
  }

  @Test("seconds and minutes behind a colon end at 59", arguments: ["20:72", "1:75:00", "0:20:60"])
  func mistypedLength(cell: String) {
    let read = ImportedRows(
      "date,outlet,title,minutes\n2018-04-01,bao,Tin,19:58\n2018-04-02,bao,Tin,\(cell)\n2018-04-03,bao,Tin,75:30\n"
    )
    #expect(read.rows == ["2018-04-01 bao Tin 20m", "2018-04-03 bao Tin 76m"])
    #expect(read.addition.summary.leftOut == 1)
  }

  @Test(
    "a day with its word before it has the day first, whatever the rest of the column has",
    arguments: ["ngày 5/4/2018", "Ngày 05-04-2018", "Thứ Năm, ngày 5/4/2018", "ngày 5.4.2018 (thứ Năm)"])
  func dayWithItsWord(cell: String) {
    let read = ImportedRows("ngày;kênh\n04/25/2018;bao\n\(cell);bao\n")
    #expect(read.rows == ["2018-04-25 bao", "2018-04-05 bao"])
    let other = ImportedRows("ngày;kênh\n\(cell.replacing("5", with: "6"));bao\n")
    #expect(other.rows == (cell.lowercased().contains("thứ") ? [] : ["2018-04-06 bao"]))
  }

  @Test(
    "an edition that is not understood is told, and its row counts without one; a number out of bounds is a mistake"
  )
  func notUnderstood() {
    let read = editions(["12/2018", "9 và 10", "0"])
    #expect(read.rows == ["2018-04-01 bao Tin", "2018-04-02 bao Tin"])
    #expect(
      read.english == [
        "log:2:1 ^1 warning LOG_EDITION_DOUBTFUL: Which edition “12/2018” is is not clear; the row counts, but without an "
          + "edition. → Ask the station which edition it is. Where it matters, link the row to its placement: lichsong link PLAN "
          + "log:2 --shows UID --by NAME --reason WHY.",
        "log:3:1 ^1 warning LOG_EDITION_DOUBTFUL: Which edition “9 và 10” is is not clear; the row counts, but without an "
          + "edition. → Ask the station which edition it is. Where it matters, link the row to its placement: lichsong link PLAN "
          + "log:3 --shows UID --by NAME --reason WHY.",
        "log:4:20 ^1 error LOG_ROW_BROKEN: This row is left out: the edition “0” is not a whole number from 1 to 1,000,000. → "
          + "Write digits alone, such as 15.",
      ])
    #expect(
      read.addition.findings.map(\.message.vi).contains(
        "Không rõ “12/2018” là kỳ nào; dòng này được tính nhưng không có số kỳ."))
  }

  @Test(
    "the cell of the hour may have its day, which must be that of the row",
    arguments: [
      "2018-04-05 20:15:00", "2018-04-05T20:15", "05/04/2018 20:15", "04/05/2018 20:15",
      "1899-12-30 20:15:00",
    ])
  func datedHour(cell: String) {
    let read = ImportedRows("date;time;outlet;title\n2018-04-05;\(cell);bao;Tin\n")
    #expect(read.rows == ["2018-04-05 20:15 bao Tin"], "\(read.english)")
    let other = ImportedRows("date;time;outlet;title\n2018-04-05;2018-04-06 20:15;bao;Tin\n")
    #expect(
      other.english == [
        "log:2:12 ^16 error LOG_ROW_BROKEN: This row is left out: the date says “2018-04-05”, the time says “2018-04-06 20:15”. "
          + "→ Ask whoever kept the log which of the two holds, and write the other as they confirm it."
      ])
  }

  @Test(
    "lengths are in the unit that their heading names",
    arguments: [
      ("Thời lượng (giây)", "900"), ("thời lượng (s)", "900"), ("Duration (sec)", "900"),
      ("Thời lượng (phút)", "15"),
      ("Length (min)", "15"), ("Thời lượng (giờ)", "0,25"), ("Thời lượng (giây)", "15:00"),
      ("Thời lượng (giây)", "15 phút"),
    ])
  func units(heading: String, cell: String) {
    let read = ImportedRows(
      "ngày;kênh;tên;\(heading)\n2018-04-05;bao;Tin;\(cell)\n2018-04-06;bao;Tin;90:00\n")
    #expect(read.rows.first == "2018-04-05 bao Tin 15m", "\(read.rows) \(read.english)")
  }

  @Test("who names an unknown unit is not told to rename the column")
  func unknownUnit() {
    let read = ImportedRows("ngày;kênh;Thời lượng (khung hình)\n2018-04-05;bao;22500\n")
    #expect(
      read.english == [
        "log:1:11 ^23 info LOG_COLUMN_UNKNOWN: The meaning of the column “Thời lượng (khung hình)” is not known; it is not read. "
          + "→ Lengths are read in minutes, seconds or hours: ask for the file with a column “length (min)”."
      ])
  }

  @Test("an end that is the start states a length of nothing, and is asked")
  func noLength() {
    let read = ImportedRows(
      "ngày;giờ;giờ kết thúc;kênh;tên\n2018-04-05;20:15;20:15;bao;Cải cách\n2018-04-06;20:15;20:16;bao;Cải cách\n"
    ) { $0.recordedOn = CivilDay.of("2018-05-01") }
    #expect(read.rows == ["2018-04-05 20:15 bao Cải cách 0m unclear", "2018-04-06 20:15 bao Cải cách 1m"])
  }

  @Test("a dash in the cell of an hour, an end or a length is an empty cell", arguments: ["-", "–", "—"])
  func dashes(dash: String) {
    let read = ImportedRows(
      "ngày;giờ;kênh;tên;thời lượng\n2018-04-05;20:15;bao;Cải cách;\(dash)\n2018-04-06;\(dash);bao;Cải cách;15\n"
    )
    #expect(read.english == [])
    #expect(read.rows == ["2018-04-05 20:15 bao Cải cách", "2018-04-06 bao Cải cách 15m"])
  }

  private func fixed(_ text: String, _ columns: [String: ClosedRange<Int>]) -> ImportedRows {
    var mapping = LogMapping(name: "dai", place: SourcePlace(file: "mappings.yaml", line: 1))
    mapping.form = .fixed
    mapping.columns = columns.mapValues { .characters($0) }
    return ImportedRows(text) { $0.mapping = mapping }
  }

  @Test("a number that goes over the border of a fixed column is not cut in two")
  func border() {
    let columns = ["date": 1...10, "outlet": 12...14, "title": 16...23, "edition": 25...27]
    let read = fixed(
      "2018-04-05 bao Cải cách 12\n2018-04-06 bao Cải cách   12\n2018-04-07 bao Cải cách 5\n", columns)
    #expect(read.rows == ["2018-04-05 bao #12 Cải cách", "2018-04-07 bao #5 Cải cách"])
    #expect(
      read.english == [
        "log:2:27 ^2 error LOG_ROW_BROKEN: This row is left out: “12” goes over the border of a fixed column. → See the row in the "
          + "station's own log; if the columns are wider, correct their characters in mappings.yaml."
      ])
  }

  @Test(
    "columns that touch each other in all lines have no blank between them, and a mark beside a column is no number"
  )
  func touching() {
    let touching = ["date": 1...10, "time": 11...15, "outlet": 16...18]
    #expect(
      fixed("2018-04-0520:15bao\n2018-04-0621:15bao\n", touching).rows
        == ["2018-04-05 20:15 bao", "2018-04-06 21:15 bao"])
    let stamped = ["date": 1...10, "time": 12...16, "outlet": 21...23]
    #expect(fixed("2018-04-05T20:15:30 bao\n", stamped).rows == ["2018-04-05 20:15 bao"])
  }

  @Test("a preview names the line that a title bears, and counts the rows that it does not show")
  func preview() {
    let read = ImportedRows(
      "ngày;kênh;tên;kỳ\n" + (1...7).map { "2018-04-0\($0);truyen-hinh;Cải cách;\($0)\n" }.joined())
    let preview = read.addition.summary.previews.first
    #expect(preview?.lines == Array(repeating: ["a"], count: 5) && preview?.rows == 7)
  }
}
