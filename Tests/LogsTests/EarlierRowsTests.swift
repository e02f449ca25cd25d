import ScheduleModel
import TestSupport
import Testing

@testable import Logs

@Suite("Rows that were recorded before their words were understood")
struct EarlierRowsTests {
  private let plan = Plan.sample([.sample("a", "Cải cách")])

  private func read(_ rows: String...) -> AsRunLog {
    let text =
      "row,date,time,outlet,line,title,status,evidence,replaces,reason,other\n" + rows.joined(separator: "\n")
      + "\n"
    let log = RecordedLog(
      id: String(repeating: "ab", count: 32),
      source: LedgerImport.Source(name: "dai.csv", digest: "cd", form: "csv", rowsLeftOut: 0),
      recorded: LocalTime(seconds: 0), author: nil, file: "book/x", bytes: Array(text.utf8), start: 0)
    return AsRunReader.read(recorded: [log], plan: plan).log
  }

  @Test("a remark, an evidence or a title that says that nothing aired is told, and the row still counts")
  func words() {
    let log = read(
      "2,2018-04-05,20:15,truyen-hinh,a,Cải cách,aired,,,,ghi chú=không phát do mất điện",
      "3,2018-04-06,20:15,truyen-hinh,a,Cải cách,aired,phát lại kỳ 3,,,",
      "4,2018-04-07,20:15,truyen-hinh,a,Cải cách (không phát),aired,,,,",
      "5,2018-04-08,20:15,truyen-hinh,a,Cải cách,aired,biên bản 5,,,ghi chú=khách mời đến muộn; băng=7",
      "6,2018-04-09,20:15,truyen-hinh,a,Cải cách,repeat,,,,ghi chú=phát lại")
    #expect(log.entries.map(\.status) == [.aired, .aired, .aired, .aired, .aired])
    let doubts = log.doubts.sorted { $0.key < $1.key }.map { "\($0.key.line) \($0.value)" }
    #expect(doubts == ["2 không phát do mất điện", "3 phát lại kỳ 3", "4 Cải cách (không phát)"])
    #expect(log.entries[3].note == "khách mời đến muộn")
  }

  @Test("a length of nothing is told, and the row still counts; one that somebody corrected is an answer")
  func noLength() {
    let text =
      "row,date,time,outlet,line,title,minutes,status,replaces,reason\n"
      + "2,2018-04-05,20:15,truyen-hinh,a,Cải cách,0,aired,,\n3,2018-04-06,20:15,truyen-hinh,a,Cải cách,15,aired,,\n"
    let log = RecordedLog(
      id: String(repeating: "ab", count: 32),
      source: LedgerImport.Source(name: "dai.csv", digest: "cd", form: "csv", rowsLeftOut: 0),
      recorded: LocalTime(seconds: 0), author: nil, file: "book/x", bytes: Array(text.utf8), start: 0)
    let read = AsRunReader.read(recorded: [log], plan: plan).log
    #expect(read.entries.map(\.status) == [.aired, .aired])
    #expect(read.doubts.map { "\($0.key.line) \($0.value)" } == ["2 0:00"])
  }

  @Test(
    "a weekday that contradicts its date leaves the row out", arguments: ["Thứ Hai", "T2", "2", "Monday"])
  func weekday(name: String) {
    func rows(_ day: String) -> Int {
      ImportedRows("ngày,thứ,kênh,tên\n\(day),\(name),truyen-hinh,Cải cách\n", plan: plan).rows.count
    }
    #expect(rows("2018-04-02") == 1)
    #expect(rows("2018-04-03") == 0)
  }
}
