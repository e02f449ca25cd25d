import Logs
import ScheduleModel
import TestSupport
import Testing

@Suite("Two cells of a row that contradict each other")
struct ContradictionTests {
  private func minutes(_ text: String) -> [Int?] { read(text).log.entries.map(\.minutes) }
  private func english(_ text: String) -> [String] { read(text).findings.map { told($0) } }

  @Test("an end before the start is told, and the row has no length; an end past midnight is one")
  func endBeforeStart() {
    let text = """
      date,outlet,time,end
      2018-03-06,bao,19:45,19:05
      2018-03-07,bao,23:40,00:25
      2018-03-08,bao,22:00,06:00
      2018-03-09,bao,08:00,07:59
      """
    #expect(minutes(text) == [nil, 45, 480, nil])
    #expect(
      english(text) == [
        "log.csv:2:1 ^1 warning LOG_LENGTH_DOUBTFUL: The end lies before the start; the row counts, but without a "
          + "length. → Ask whoever kept the log, and copy the time that they confirm; if it ended on another day, give that day too.",
        "log.csv:5:1 ^1 warning LOG_LENGTH_DOUBTFUL: The end lies before the start; the row counts, but without a "
          + "length. → Ask whoever kept the log, and copy the time that they confirm; if it ended on another day, give that day too.",
      ])
    #expect(
      read(text).findings.first?.message.vi
        == "Giờ kết thúc trước giờ bắt đầu; dòng này được tính nhưng không có thời lượng.")
  }

  @Test("an end may have a day of its own, in its cell or beside it")
  func endWithADay() {
    let text = """
      date,outlet,time,end
      2018-03-06,bao,23:50,2018-03-07 00:20
      2018-03-07,bao,20:15,2018-03-06 20:30
      08/03/2018,bao,20:15,30/03/2018 20:30
      """
    #expect(minutes(text) == [30, nil, nil])
    #expect(
      read(text).findings.map(\.message.en) == [
        "The end lies before the start; the row counts, but without a length.",
        "The length is more than 24 hours; the row counts, but without a length.",
      ])
    let beside = "date,outlet,time,end-date,end\n2018-03-06,bao,23:50,2018-03-07,00:20\n"
    #expect(minutes(beside) == [30] && english(beside) == [])
  }

  @Test("a length beside an end that says something else is no length; a minute of rounding is nothing")
  func lengthBesideEnd() {
    let text = """
      date,outlet,time,minutes,end
      2018-03-06,bao,20:15,15,20:30
      2018-03-07,bao,20:15:20,15,20:30
      2018-03-08,bao,20:15,15,20:45
      2018-03-09,bao,20:15,1500,
      """
    #expect(minutes(text) == [15, 15, nil, nil])
    #expect(
      read(text).findings.map(\.message.en) == [
        "The length and the end contradict each other; the row counts, but without a length.",
        "The length is more than 24 hours; the row counts, but without a length.",
      ])
  }

  @Test("a date with a time beside another time leaves the row out; midnight beside a date says nothing")
  func dateWithATime() {
    let text = """
      date,outlet,time
      2018-03-06 20:15,bao,19:15
      2018-03-07 20:15,bao,20:15
      2018-03-08 00:00:00,bao,20:15
      2018-03-09 20:15:30,bao,20:15
      """
    let log = read(text)
    #expect(log.log.entries.map { $0.time?.description } == ["20:15", "20:15", "20:15"])
    #expect(log.log.rowsLeftOut == 1)
    #expect(
      english(text) == [
        "log.csv:2:22 ^5 error LOG_ROW_BROKEN: This row is left out: the date says “2018-03-06 20:15”, the time says "
          + "“19:15”. → Ask whoever kept the log which of the two holds, and write the other as they confirm it."
      ])
  }
}
