import ScheduleModel
import TestSupport
import Testing

@testable import Logs
@testable import Spreadsheets

@Suite("Reading timetables")
struct TimetableReaderTests {
  private func read(_ text: String, _ kind: Timetable.Kind = .planned) -> (Timetable?, [String]) {
    let (table, findings) = Timetable.read(Array(text.utf8), file: "p.csv", kind: kind)
    return (
      table,
      findings.map {
        "\($0.place.map { "\($0.line):\($0.column)" } ?? "–") \($0.code.rawValue) \($0.message.en)"
      }
    )
  }

  private func story(_ table: Timetable?) -> [String] {
    (table?.rows ?? []).map { row in
      guard let row else { return "–" }
      return [row.id, row.outlet, "\(row.start)", row.title, row.length.map { "\($0)" } ?? "-1"]
        .joined(separator: "|")
    }
  }

  @Test(
    "every way of writing the same rows gives the same",
    arguments: [
      "id,outlet,start,title,length\n1,tv,2026-01-01T05:00:00,Tin,900\n2,tv,2026-01-01T20:15:00,,\n",
      "id,outlet,start,title,length\r\n1,tv,2026-01-01T05:00:00,Tin,900\r\n2,tv,2026-01-01T20:15:00,,",
      "\u{FEFF}Mã;Kênh;Bắt đầu;Tiêu đề;Thời lượng\n1;tv;2026-01-01 05:00;Tin;900\n\n2;tv;01/01/2026 20h15;;\n",
      "length\tnote\ttitle\tstart\toutlet\tid\n900\tx\tTin\t2026-01-01T05:00\ttv\t1\n\t\t\t2026-01-01T20:15\t tv \t2\n",
      "\"id\",\"outlet\",\"start\",\"title\",\"length\"\n\"1\",\"tv\",\"2026-01-01T05:00:00\",\"Tin\",\"900\"\n"
        + "2,tv,2026-01-01T20:15:00,\"\",\n",
    ])
  func forms(text: String) {
    let (table, findings) = read(text)
    #expect(findings == [])
    #expect(story(table) == ["1|tv|2026-01-01T05:00|Tin|900", "2|tv|2026-01-01T20:15||-1"])
  }

  @Test("a broken row is told with its line and left out, and the rows after it keep their numbers")
  func brokenRows() {
    let (table, findings) = read(
      """
      id,outlet,start,title,length
      1,tv,2026-02-30T05:00:00,Tin,900
      2,tv,2026-01-01T05:00:00,Tin
      3,,2026-01-01T25:00:00,Tin,900
      4,tv,2026-01-01T05:00:00+07:00,Tin,x
      5,tv,2026-01-01T05:00:00,"Tin,900
      ,tv,2026-01-01T05:00:00,Tin,900
      7,tv,2026-01-01T05:00:00,Tin,900

      """)
    #expect(story(table) == ["–", "–", "–", "–", "–", "–", "7|tv|2026-01-01T05:00|Tin|900"])
    #expect(
      findings == [
        "2:6 LOG_ROW_BROKEN This row is left out: there is no day “2026-02-30” (years run from 1900 to 2199).",
        "3:1 LOG_ROW_BROKEN This row is left out: it has 4 fields, the header 5.",
        "4:3 LOG_ROW_BROKEN This row is left out: the outlet is missing; “2026-01-01T25:00:00” is not a day with a time.",
        "5:6 LOG_ROW_BROKEN This row is left out: “2026-01-01T05:00:00+07:00” is not a day with a time; "
          + "the length “x” is not a number of seconds.",
        "6:26 LOG_ROW_BROKEN This row is left out: a quotation mark is opened and not closed.",
        "7:1 LOG_ROW_BROKEN This row is left out: the id is missing.",
      ])
  }

  @Test("what is not UTF-8 is told wherever it stands, each time")
  func notUTF8() {
    let text =
      "id,outlet,start,title\n1,tv,2026-01-01T05:00:00,A\n2,tv,2026-01-01T05:00:00,B\n3,tv,2026-01-01T05:00:00,B\n"
    let bytes = Array(text.utf8).map { $0 == UInt8(ascii: "B") ? 0xFF : $0 }
    let (table, findings) = Timetable.read(bytes, file: "p.csv", kind: .planned)
    #expect(findings.map(\.code) == [.notUTF8, .notUTF8])
    #expect(findings.compactMap(\.place?.line) == [3, 4])
    #expect(table?.rows.map { $0 != nil } == [true, false, false])
  }

  @Test("an id that comes again is told with its line, ascending or not")
  func repeatedIDs() {
    let row = "tv,2026-01-01T05:00:00\n"
    let (_, findings) = read("id,outlet,start\n9,\(row)10,\(row)9,\(row)10,\(row)")
    #expect(
      findings == [
        "4:1 DUPLICATE_ID Data row 1 has the id “9” already; both placements are matched.",
        "5:1 DUPLICATE_ID Data row 2 has the id “10” already; both placements are matched.",
      ])
    #expect(read("id,outlet,start\nb,\(row)a,\(row)aa,\(row)").1 == [])
  }

  @Test("a file without rows, without a header or without a column is told")
  func noRows() {
    #expect(read("").1 == ["1:1 LOG_EMPTY The file “p.csv” has no rows."])
    #expect(read("id,outlet,start\n").1 == ["1:1 LOG_EMPTY The file “p.csv” has no rows."])
    #expect(
      read("outlet,when\ntv,1\n").1 == [
        "1:1 LOG_COLUMN_MISSING The header lacks the columns “id”, “start”; the whole file is left out."
      ])
    #expect(read("outlet,start\ntv,2026-01-01T05:00\n", .asRun).1 == [])
  }

  @Test("a wrong column of a thousand rows is told two hundred times, then counted")
  func manyFindings() {
    let (table, findings) = read("id,outlet,start\n" + String(repeating: "1,tv,x\n", count: 1000))
    #expect(table?.count == 1000)
    #expect(findings.count == 201)
    #expect(
      findings.last == "1:1 MORE_FINDINGS There are 800 more findings in “p.csv” that are not listed.")
  }

  @Test("whatever the bytes, reading ends and every row is read or told")
  func anyBytes() {
    var random = SeededGenerator(seed: 8)
    let pieces = [
      "tv", ",", "\n", "\"", "2026-01-01T05:00:00", "\r\n", "1", " ", "đ", "\u{0}", ";", "\t", "\u{FEFF}",
    ]
    var failure: String?
    for _ in 0..<3000 where failure == nil {
      let rest = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      var bytes = Array(("id,outlet,start,title,length\n" + rest.joined()).utf8)
      if Bool.random(using: &random) { bytes[Int.random(in: 0..<bytes.count, using: &random)] = 0xC3 }
      let (table, findings) = Timetable.read(bytes, file: "x", kind: .planned)
      let unread = table?.rows.count { $0 == nil } ?? 0
      if unread > findings.count { failure = rest.joined() }
    }
    #expect(failure == nil)
  }
}
