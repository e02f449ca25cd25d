import ScheduleModel
import TestSupport
import Testing

@testable import Logs

/// Two sources that tell of the same airings; all rows are made up.
@Suite("What one source says, and another leaves unsaid or denies")
struct LedgerSourcesTests {
  private static let sheet = """
    date,time,outlet,title,edition,minutes,status
    2018-04-05,20:15,truyen-hinh,Cải cách,4,15,
    2018-04-06,08:00,truyen-hinh,Cải cách,4,15,repeat
    2018-04-07,20:15,truyen-hinh,Cải cách,5,15,

    """

  /// Each row that counts or not: day, time, edition, length, what happened.
  private func rows(_ book: LedgerBook) -> [String] {
    book.read().log.entries.map { entry in
      "\(entry.day) \(entry.time.map { "\($0)" } ?? "–") #\(entry.edition ?? 0) \(entry.minutes ?? 0)m \(entry.statusText)"
    }.sorted()
  }

  @Test(
    "a machine's file that has no editions and no repeats takes none back, and importing it again adds nothing"
  )
  func silence() {
    var book = LedgerBook()
    book.take(Self.sheet, file: "phieu.csv", trust: .signedSheet)
    let machine = """
      date,time,outlet,title,edition
      2018-04-05,20:15:12,truyen-hinh,Cải cách,
      2018-04-06,08:00:40,truyen-hinh,Cải cách,
      2018-04-07,20:16,truyen-hinh,Cải cách,

      """
    let taken = book.take(machine, file: "may.csv", at: "2018-05-03T09:00", trust: .automation)
    #expect(taken.summary.replacing == 3)
    let completed = [
      "2018-04-05 20:15:12 #4 15m aired", "2018-04-06 08:00:40 #4 15m repeat",
      "2018-04-07 20:16 #5 15m aired",
    ]
    #expect(rows(book) == completed)
    let again = book.take(machine, file: "may.csv", at: "2018-05-04T09:00", trust: .automation)
    #expect(again.rows == nil && again.findings == [])
    // A longer export of the machine does not know more of these rows than the first.
    let longer = book.take(
      machine + "2018-04-09,20:15,truyen-hinh,Cải cách,\n", file: "may.csv", at: "2018-05-05T09:00",
      trust: .automation)
    #expect(longer.summary.added == 1 && longer.summary.replacing == 0)
    #expect(rows(book) == completed + ["2018-04-09 20:15 #0 0m aired"])
  }

  @Test(
    "a cell that the same file has emptied takes back what stood there; a column that it has no more does not"
  )
  func emptiedCell() {
    var book = LedgerBook()
    book.take(Self.sheet, file: "phieu.csv")
    book.take(
      Self.sheet.replacing("4,15,repeat", with: "6,15,"), file: "phieu.csv", at: "2018-05-03T09:00")
    #expect(rows(book)[1] == "2018-04-06 08:00 #6 15m aired")
    book.take(
      "date,time,outlet,title\n2018-04-05,20:20,truyen-hinh,Cải cách\n", file: "phieu.csv",
      at: "2018-05-04T09:00")
    #expect(rows(book)[0] == "2018-04-05 20:20 #4 15m aired")
  }

  @Test("another programme at the same hour gets nothing from the row that it replaces")
  func otherWork() {
    var book = LedgerBook()
    book.take(Self.sheet, file: "phieu.csv")
    book.take(
      "date,time,outlet,title\n2018-04-07,20:15,truyen-hinh,Phim truyện\n", file: "may.csv",
      at: "2018-05-03T09:00")
    #expect(rows(book)[2] == "2018-04-07 20:15 #0 0m aired")
  }

  @Test(
    "who says that a work aired does not overrule who says that it did not, nor the other way round",
    arguments: [true, false])
  func contradiction(machineFirst: Bool) {
    let sheet = """
      date,time,outlet,title,status
      2018-04-05,20:15,truyen-hinh,Cải cách,không phát
      2018-04-06,20:15,truyen-hinh,Cải cách,

      """
    let machine = """
      date,time,outlet,title
      2018-04-05,20:15:20,truyen-hinh,Cải cách
      2018-04-06,20:15:20,truyen-hinh,Cải cách

      """
    var book = LedgerBook()
    func take(_ isMachine: Bool, _ at: String) -> LedgerAddition {
      book.take(
        isMachine ? machine : sheet, file: isMachine ? "may.csv" : "phieu.csv", at: at,
        trust: isMachine ? .automation : .signedSheet)
    }
    _ = take(machineFirst, "2018-05-02T09:00")
    let second = take(!machineFirst, "2018-05-03T09:00")
    let opposed = second.findings.filter { $0.code == .logRowsContradict }.map { told($0) }
    #expect(opposed.count == 1)
    let (own, other, row, before) =
      machineFirst
      ? ("off-air", "aired", "phieu.csv:2", "may.csv:2") : ("aired", "off-air", "may.csv:2", "phieu.csv:2")
    let expected: String =
      "\(row):1 ^1 warning LOG_ROWS_CONTRADICT: This row says “\(own)”, the Book's row \(before) “\(other)” of the same "
      + "airing; it does not count as aired yet. → Ask the station which of the two holds, then import a correction for the "
      + "other: “replaces” is \(before) or \(row), “status” is “withdrawn”, and a “reason”."
    #expect(opposed.first == expected)
    // Both stay, so that each can be taken back.
    #expect(rows(book).prefix(2).allSatisfy { $0.hasPrefix("2018-04-05") })
    #expect(take(true, "2018-05-04T09:00").rows == nil && take(false, "2018-05-05T09:00").rows == nil)
    let answer = book.take(
      "replaces,status,reason\nmay.csv:2,rút lại,mất điện ở trạm phát\n", file: "dap.csv",
      at: "2018-05-06T09:00",
      author: "B")
    #expect(answer.summary.replacing == 1)
    #expect(rows(book).filter { $0.hasPrefix("2018-04-05") } == ["2018-04-05 20:15 #0 0m off-air"])
    #expect(take(true, "2018-05-07T09:00").rows == nil, "the answer holds when the file comes again")
  }

  @Test("a file that says more of its own row corrects it: a station may find out that something aired")
  func ownCorrection() {
    var book = LedgerBook()
    book.take(
      "date,time,outlet,title,status\n2018-04-05,20:15,truyen-hinh,Cải cách,không phát\n", file: "phieu.csv")
    let again = book.take(
      "date,time,outlet,title,status\n2018-04-05,20:15,truyen-hinh,Cải cách,đã phát\n", file: "phieu.csv",
      at: "2018-05-03T09:00")
    #expect(again.findings.map(\.code) == [.ledgerRowsChanged])
    #expect(rows(book) == ["2018-04-05 20:15 #0 0m aired"])
  }

  @Test("a row an hour after one that did not air is another airing, and contradicts nothing")
  func laterAiring() {
    var book = LedgerBook()
    book.take(
      "date,time,outlet,title,status\n2018-04-05,20:15,truyen-hinh,Cải cách,không phát\n", file: "phieu.csv")
    let later = book.take(
      "date,time,outlet,title\n2018-04-05,21:30,truyen-hinh,Cải cách\n", file: "may.csv",
      at: "2018-05-03T09:00")
    #expect(later.findings == [] && later.summary.added == 1 && later.summary.replacing == 0)
  }
}

/// Files that come again, and files that only add something.
@Suite("What a file that comes again no longer has")
struct RowsLeftOutTests {
  private func log(_ days: ClosedRange<Int>, without gone: Set<Int> = []) -> String {
    "date,time,outlet,title\n"
      + days.filter { !gone.contains($0) }.map {
        "2018-04-\($0 + 100),20:15,truyen-hinh,Cải cách\n".replacing("-1", with: "-")
      }
      .joined()
  }

  private func gone(_ first: String, _ second: String, named name: String = "dai.csv") -> [String] {
    var book = LedgerBook()
    book.take(first, file: "dai.csv")
    return book.take(second, file: name, at: "2018-05-03T09:00").findings
      .filter { $0.code == .ledgerRowsGone }.map { "\($0.severity) \($0.message.en)" }
  }

  @Test("a first or last row that the same file has lost is told", arguments: [5, 9])
  func edges(day: Int) {
    let told = gone(log(5...9), log(5...9, without: [day]))
    #expect(
      told.count == 1 && told[0].hasPrefix("warning") && told[0].contains("of 2018-04-0\(day)"), "\(told)")
  }

  @Test("a first row whose day was corrected is told: the old row still counts")
  func movedFirst() {
    let moved = log(5...9).replacing("2018-04-05", with: "2018-04-06").replacing(
      "04-06,20:15", with: "04-06,19:00")
    #expect(gone(log(5...9).replacing("2018-04-06", with: "2018-04-12"), moved).count == 1)
  }

  @Test("a file that always holds the latest days has passed the earlier ones: a note, no warning")
  func rolling() {
    let told = gone(log(5...14), log(8...17))
    #expect(told.count == 1 && told[0].hasPrefix("info"), "\(told)")
  }

  @Test("the next month under the same name tells of nothing again, though a day of both is in it")
  func nextMonth() { #expect(gone(log(5...9), log(9...20)).isEmpty) }

  @Test("a supplement of a late row and a corrected one tells of nothing again")
  func supplement() {
    let late =
      "date,time,outlet,title\n2018-04-04,20:15,truyen-hinh,Cải cách\n2018-04-09,20:45,truyen-hinh,Cải cách\n"
    #expect(gone(log(5...9), late, named: "bo-sung.csv").isEmpty)
  }

  @Test("another file that has most of the rows tells of them again, and lacks one")
  func otherName() {
    #expect(gone(log(5...9), log(5...9, without: [7]), named: "dai-moi.csv").count == 1)
  }
}
