import ScheduleModel
import TestSupport
import Testing

@testable import Logs
@testable import Matching
@testable import Spreadsheets

@Suite("A log against a file of placements, matched as a plan's log is")
struct TimetablePlanTests {
  private func pairs(
    planned: String, asRun: String, reach: Int = 60, onTime: Int = 15
  ) throws -> [String] {
    func table(_ text: String, _ kind: Timetable.Kind) throws -> Timetable {
      let (table, findings) = Timetable.read(Array(text.utf8), file: "x.csv", kind: kind)
      #expect(findings == [])
      return try #require(table)
    }
    let year = TimetablePlan(
      planned: try table(planned, .planned), asRun: try table(asRun, .asRun),
      matching: MatchingTolerance(onTimeMinutes: onTime, reachMinutes: reach))
    let pairs = year.pairs(Matcher.match(plan: year.plan, schedule: year.schedule, log: year.log))
    let lines = String(decoding: pairs.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines.first == "row,id,outcome")
    return Array(lines.dropFirst())
  }

  private let head = "id,outlet,start,title,length\n"
  private let logHead = "outlet,start,title,length\n"

  @Test(
    "by time and length a row is aired, late, partial, or shows no placement",
    arguments: [
      ("05:00:00", "900", "p,aired"), ("05:15:00", "900", "p,aired"), ("04:45:00", "", "p,aired"),
      ("05:15:01", "900", "p,late"), ("06:00:00", "900", "p,late"), ("06:00:01", "900", ",unplanned"),
      ("05:00:00", "720", "p,aired"), ("05:00:00", "600", "p,partial"), ("05:16", "100", "p,partial"),
    ])
  func outcomes(time: String, length: String, expected: String) throws {
    #expect(
      try pairs(
        planned: head + "p,tv,2026-01-01T05:00:00,Tin,900\n",
        asRun: logHead + "tv,2026-01-01T\(time),Tin,\(length)\n") == ["1,\(expected)"])
  }

  @Test("half an hour past midnight is another day, and another outlet shows nothing")
  func midnight() throws {
    #expect(
      try pairs(
        planned: head + "p,tv,2026-01-01T23:50,Tin,\nq,tv,2026-02-28 23:50,Tin,\n",
        asRun: logHead + "tv,2026-01-02T00:00,Tin,\ntv,2026-03-01T00:20,Tin,\nradio,2026-01-02T00:00,Tin,\n")
        == ["1,p,aired", "2,q,moved", "3,,unplanned"])
  }

  @Test("something unplanned beside a placement that was missed stays unplanned")
  func unplanned() throws {
    #expect(
      try pairs(
        planned: head + "a,tv,2026-01-01T05:00,Pháp luật số 1,900\nb,tv,2026-01-01T05:30,Cải cách số 2,900\n",
        asRun: logHead + "tv,2026-01-01T05:02,Bản tin đột xuất,300\ntv,2026-01-01T05:31,CẢI CÁCH SỐ 2,900\n")
        == ["1,,unplanned", "2,b,aired"])
  }

  @Test("the title decides where the time alone would take the neighbour")
  func title() throws {
    #expect(
      try pairs(
        planned: head + "a,tv,2026-01-01T05:00,Hòa giải,\nb,tv,2026-01-01T05:30,Đời sống,\n",
        asRun: logHead + "tv,2026-01-01T05:29,HOÀ GIẢI,\ntv,2026-01-01T05:05,doi song,\n")
        == ["1,a,late", "2,b,late"])
  }

  @Test("the UID is certain beyond the reach, and the nearest of several rows shows it")
  func uids() throws {
    #expect(
      try pairs(
        planned: head + "a,tv,2026-01-01T05:00,Tin,\nb,tv,2026-01-01T06:00,Tin,\n",
        asRun: "outlet,start,title,length,id\ntv,2026-01-05T05:00,Khác,,a\ntv,2026-01-04T05:00,Khác,,a\n"
          + "tv,2026-01-01T05:00,Phim,,zz\ntv,2026-01-01T05:01,Tin,,b\n")
        == ["1,,unplanned", "2,a,moved", "3,,unplanned", "4,b,late"])
  }

  @Test("a version in another language is another placement; a row that states none is Vietnamese")
  func languages() throws {
    let planned =
      "id,outlet,start,title,language\nv,tv,2026-01-01T05:00,Tin,vi\nm,tv,2026-01-01T05:10,Tin,hmn\n"
    func pairs(_ rows: String) throws -> [String] {
      try self.pairs(planned: planned, asRun: "outlet,start,title,language\n" + rows)
    }
    #expect(
      try pairs("tv,2026-01-01T05:00,Tin,Mông\ntv,2026-01-01T05:10,Tin,tiếng Việt\n")
        == ["1,m,aired", "2,v,aired"])
    #expect(try pairs("tv,2026-01-01T05:00,Tin,Thái\n") == ["1,,unplanned"])
    #expect(try pairs("tv,2026-01-01T05:01,Tin,\n") == ["1,v,aired"])
  }

  @Test("an id is written as a field of its own, with its comma and its quotation marks")
  func quotedIDs() throws {
    let asRun = "outlet,start,title\ntv,2026-01-01T05:00,Tin\n"
    #expect(
      try pairs(planned: "id,outlet,start,title\n\"a,\"\"b\"\"\",tv,2026-01-01T05:00,Tin\n", asRun: asRun)
        == ["1,\"a,\"\"b\"\"\",aired"])
    #expect(
      try pairs(planned: "id;outlet;start;title\na,b;tv;2026-01-01T05:00;Tin\n", asRun: asRun)
        == ["1,\"a,b\",aired"])
  }

  @Test("the order of the rows in the files decides nothing")
  func shuffled() throws {
    var random = SeededGenerator(seed: 5)
    let planned = (0..<60).map {
      "p\($0),k\($0 % 3),2026-01-0\(1 + $0 % 5)T\(10 + $0 / 6):0\($0 % 7),Số \($0),900\n"
    }
    let asRun = (0..<60).map { "k\($0 % 3),2026-01-0\(1 + $0 % 5)T\(10 + $0 / 6):3\($0 % 9),SO \($0),890\n" }
    let told = try pairs(planned: head + planned.joined(), asRun: logHead + asRun.joined())
    for _ in 0..<5 {
      let order = asRun.indices.shuffled(using: &random)
      let other = try pairs(
        planned: head + planned.shuffled(using: &random).joined(),
        asRun: logHead + order.map { asRun[$0] }.joined())
      #expect(other == order.enumerated().map { "\($0 + 1)," + told[$1].drop { $0 != "," }.dropFirst() })
    }
  }

  @Test("a log that is there twice, with one title every five minutes, is matched once and soon")
  func doubled() throws {
    var (planned, asRun) = (head, logHead)
    for index in 0..<3000 {
      let (day, minute) = (index / 288, index % 288 * 5)
      let date = CivilDay.of("2026-01-01").advanced(by: day)
      func time(_ second: Int) -> String {
        "\(date)T\(minute / 600)\(minute / 60 % 10):\(minute / 10 % 6)\(minute % 10):0\(second)"
      }
      planned += "\(index),tv,\(time(0)),Quảng bá,30\n"
      asRun += "tv,\(time(1)),Quảng bá,30\ntv,\(time(3)),Quảng bá,30\n"
    }
    let pairs = try pairs(planned: planned, asRun: asRun)
    #expect(
      pairs.enumerated().allSatisfy { row, pair in
        pair == (row % 2 == 0 ? "\(row + 1),\(row / 2),aired" : "\(row + 1),,unplanned")
      })
  }
}
