import Digests
import Foundation
import Logs
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("The ledger only grows")
struct LedgerTests {
  private static let april = """
    date,time,outlet,title
    2018-04-05,20:15,truyen-hinh,Cải cách
    2018-04-06,20:15,truyen-hinh,Cải cách
    2018-04-07,20:15,truyen-hinh,Cải cách

    """

  private func english(_ findings: [Finding]) -> [String] { findings.map { told($0) } }

  @Test("an import is a table of rows with ids for names, each with its place in the station's own file")
  func text() throws {
    var book = LedgerBook()
    let log = "date,outlet,title,Máy\n2018-04-05,truyen-hinh,\"A, \"\"B\"\"\",M1\n"
    let addition = book.take(log, author: "Lê Văn A", trust: .statement)
    let rows = try #require(addition.rows)
    #expect(
      rows.source
        == .init(name: "april.csv", digest: Digest.sha256(Array(log.utf8)), form: "CSV “,”", rowsLeftOut: 0))
    #expect(
      String(decoding: rows.bytes, as: UTF8.self) == """
        row,date,time,outlet,line,edition,language,title,minutes,status,uid,evidence,trust,author,replaces,reason,house-number,makes-good,other
        2,2018-04-05,,truyen-hinh,,,vi,"A, ""B""\",,aired,,,statement,,,,,,Máy=M1

        """)
    let entry = try #require(book.read().log.entries.first)
    #expect(entry.id == book.id(0, ofImport: 0) && entry.place.description == "april.csv:2:1")
    #expect(entry.title == "A, \"B\"" && entry.author == "Lê Văn A" && entry.trust == .statement)
  }

  @Test("rows of two logs of one name have two places: the entry stands behind the name")
  func namesakes() {
    var book = LedgerBook()
    book.take("date,outlet,title\n2018-04-05,truyen-hinh,Cải cách\n", file: "a/log.csv")
    book.take(
      "date,outlet,title\n2018-04-06,truyen-hinh,Cải cách\n", file: "b/log.csv", at: "2018-05-03T09:00")
    #expect(
      book.read().log.entries.map(\.place.description)
        == book.logs.map { "log.csv [\($0.id.prefix(12))]:2:1" })
  }

  @Test("what is counted through the ledger is what the log says")
  func roundTrip() {
    var book = LedgerBook()
    book.take(Self.april)
    let direct = read(Self.april, plan: book.plan).log.entries
    let counted = book.read().log.entries
    #expect(counted.map(\.day) == direct.map(\.day) && counted.map(\.time) == direct.map(\.time))
    #expect(counted.map(\.title) == direct.map(\.title) && counted.map(\.outlet) == direct.map(\.outlet))
  }

  @Test("the same file imported again, under another name too, adds nothing")
  func sameFileAgain() {
    var book = LedgerBook()
    book.take(Self.april)
    let again = book.take(Self.april, file: "copy.csv", at: "2018-05-03T09:00")
    #expect(again.rows == nil && again.findings == [])
    #expect(again.summary.known == 3 && again.summary.added == 0)
    #expect(book.rows().count == 3)
  }

  @Test("a longer export adds only its new rows")
  func longerFile() {
    var book = LedgerBook()
    book.take(Self.april)
    let more = book.take(Self.april + "2018-04-08,20:15,truyen-hinh,Cải cách\n", at: "2018-05-03T09:00")
    #expect(more.summary.known == 3 && more.summary.added == 1 && more.summary.replacing == 0)
    #expect(more.findings == [])
    #expect(book.rows().count == 4)
  }

  @Test(
    "a day imported again with changes: the new row names the one that it replaces, and what is gone is told")
  func changedDay() {
    var book = LedgerBook()
    book.take(Self.april)
    let changed = """
      date,time,outlet,title
      2018-04-05,20:15,truyen-hinh,Cải cách
      2018-04-06,20:45,truyen-hinh,Cải cách
      2018-04-08,20:15,truyen-hinh,Cải cách

      """
    let again = book.take(changed, at: "2018-05-03T09:00")
    #expect(again.summary.added == 2 && again.summary.replacing == 1)
    #expect(
      english(again.findings) == [
        "as-run/april.csv:3:1 ^1 warning LEDGER_ROWS_CHANGED: The Book says something else of these airings; rows that "
          + "replace earlier ones: 1 (the first replaces \(book.id(1, ofImport: 0))). → Look at them; the earlier "
          + "rows stay in the Book, and its column “replaces” tells which is which.",
        "as-run/april.csv:1:1 ^1 warning LEDGER_ROWS_GONE: “as-run/april.csv” tells of days again that the Book "
          + "knows, without rows that it has: 1 (first \(book.id(2, ofImport: 0)), of 2018-04-07). They still count. "
          + "→ If they did not go out, import a correction: replaces \(book.id(2, ofImport: 0)), status withdrawn, "
          + "and a reason.",
      ])
    #expect(
      book.rows() == [
        "2018-04-05 20:15 truyen-hinh Cải cách", "2018-04-07 20:15 truyen-hinh Cải cách",
        "2018-04-06 20:45 truyen-hinh Cải cách", "2018-04-08 20:15 truyen-hinh Cải cách",
      ])
    #expect(book.take(Self.april, at: "2018-05-04T09:00").rows == nil, "the old file does not come back")
  }

  @Test(
    "a correction takes what it leaves empty from the row that it replaces, and needs a reason and an author")
  func corrections() {
    var book = LedgerBook()
    book.take(Self.april)
    let text = "replaces,time,reason\n\(book.id(0, ofImport: 0)),21:00,ghi nhầm\napril.csv:3,21:30,ghi nhầm\n"
    let unsigned = book.take(text, file: "fix.csv", at: "2018-06-01T08:00")
    #expect(unsigned.rows == nil && unsigned.summary.leftOut == 2)
    #expect(unsigned.findings.map(\.code) == [.logRowBroken, .logRowBroken])
    #expect(
      unsigned.findings.first?.message.en == "This row is left out: the author is missing.")
    let signed = book.take(text, file: "fix.csv", at: "2018-06-01T08:00", author: "Trần B")
    #expect(signed.summary.replacing == 2 && signed.findings == [])
    #expect(
      book.rows() == [
        "2018-04-07 20:15 truyen-hinh Cải cách", "2018-04-05 21:00 truyen-hinh Cải cách",
        "2018-04-06 21:30 truyen-hinh Cải cách",
      ])
    #expect(book.take(text, file: "fix.csv", at: "2018-06-02T08:00", author: "C").rows == nil)
  }

  @Test("a row is withdrawn by a correction, and what was known before stays to be seen")
  func withdrawal() {
    var book = LedgerBook()
    book.take(Self.april)
    book.take(
      "thay cho dòng,trạng thái,lý do,người ghi\n\(book.id(1, ofImport: 0)),rút lại,mất điện,B\n",
      file: "fix.csv",
      at: "2018-06-01T08:00")
    #expect(book.rows().map { $0.prefix(10) } == ["2018-04-05", "2018-04-07"])
    #expect(LedgerBook(logs: Array(book.logs.prefix(1))).rows().count == 3, "as it was known before")
  }

  @Test("a correction of a row that is none, or was replaced already, is told and not recorded")
  func correctionsThatFail() {
    var book = LedgerBook()
    book.take(Self.april)
    let id = book.id(0, ofImport: 0)
    book.take("replaces,time,reason\n\(id),21:00,x\n", file: "fix.csv", at: "2018-06-01T08:00", author: "B")
    let late = book.take(
      "replaces,time,reason\n\(id),22:00,y\nabc:1,22:00,y\n", file: "fix2.csv", at: "2018-06-02T08:00",
      author: "B")
    #expect(late.rows == nil)
    #expect(
      english(late.findings) == [
        "fix2.csv:3:1 ^5 error LOG_ROW_BROKEN: This row is left out: the Book has no row “abc:1”. "
          + "→ Name the Book's row, such as 3f2a9c1b04de:17, or file and line, such as april.csv:12.",
        "fix2.csv:2:1 ^1 error LEDGER_REPLACED_TWICE: The row \(id) has been replaced already; this correction is "
          + "not recorded. → Name the row that replaced it: look for “\(id)” in the column replaces of the folder "
          + "book.",
      ])
  }

  @Test("a less reliable source adds nothing to a more reliable one, which replaces it the other way round")
  func trust() {
    let other = "date,time,outlet,title\n2018-04-05,20:15,truyen-hinh,Cải cách hành chính\n"
    var book = LedgerBook()
    book.take(Self.april, trust: .automation)
    let below = book.take(other, file: "sheet.csv", at: "2018-05-03T09:00", trust: .memory)
    #expect(below.rows == nil && below.summary.outranked == 1)
    #expect(
      english(below.findings) == [
        "sheet.csv:2:1 ^1 warning LEDGER_ROWS_OUTRANKED: The Book has these airings from a more reliable source "
          + "(automation file, row \(book.id(0, ofImport: 0))); rows “from memory” that are not recorded: 1. "
          + "→ If the new row is right, import a correction with the column replaces and a reason."
      ])
    var second = LedgerBook()
    second.take(other, trust: .memory)
    #expect(second.take(Self.april, at: "2018-05-03T09:00", trust: .automation).summary.replacing == 1)
    #expect(second.rows().first == "2018-04-05 20:15 truyen-hinh Cải cách")
  }

  @Test("two people's ledgers joined in one folder count each row once, and the later correction")
  func joined() {
    var mine = LedgerBook()
    mine.take(Self.april)
    var theirs = mine
    var copy = LedgerBook()
    copy.take(Self.april, file: "copy.csv", at: "2018-05-03T10:00")
    let id = mine.id(0, ofImport: 0)
    mine.take("replaces,time,reason\n\(id),21:00,x\n", file: "fix.csv", at: "2018-06-01T08:00", author: "A")
    theirs.take("replaces,time,reason\n\(id),22:00,y\n", file: "fix.csv", at: "2018-06-01T09:00", author: "B")
    var joined = mine
    joined.logs += theirs.logs.dropFirst()
    #expect(joined.rows().last == "2018-04-05 22:00 truyen-hinh Cải cách" && joined.rows().count == 3)
    #expect(
      joined.read().findings.map(\.code) == [.ledgerReplacedTwice]
        && joined.read().findings.first?.severity == .warning)
    mine = LedgerBook(logs: [mine.logs[0], copy.logs[0]])
    #expect(mine.rows().count == 3)
    #expect(mine.read().findings.map(\.code) == Array(repeating: .logRowRepeated, count: 3))
  }

  @Test("a correction of a row whose entry is missing is told")
  func missing() {
    var book = LedgerBook()
    book.take(Self.april)
    let id = book.id(0, ofImport: 0)
    book.take("replaces,time,reason\n\(id),21:00,x\n", file: "fix.csv", at: "2018-06-01T08:00", author: "A")
    let rest = LedgerBook(logs: [book.logs[1]])
    #expect(
      english(rest.read().findings) == [
        "\(book.logs[1].file):2:1 ^1 warning LEDGER_ROW_MISSING: This row replaces the row \(id), which the Book "
          + "does not have. → Copy the file with \(id.prefix(12)) in its name into the folder book."
      ])
  }
}
