import ScheduleModel
import Testing

@testable import Reconciliation

@Suite("A log against a file of placements")
struct TimetableMatchTests {
  private func table(_ text: String, _ kind: Timetable.Kind) throws -> Timetable {
    let (table, findings) = Timetable.read(Array(text.utf8), file: "x.csv", kind: kind)
    #expect(findings == [])
    return try #require(table)
  }

  private func pairs(
    _ planned: String, _ asRun: String, _ tolerance: TimetableMatch.Tolerance = TimetableMatch.Tolerance()
  ) throws -> [String] {
    let match = TimetableMatch(
      planned: try table("id,outlet,start,title,length\n" + planned, .planned),
      asRun: try table(asRun, .asRun), tolerance: tolerance)
    let lines = String(decoding: match.pairs, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines.first == "row,id,outcome")
    return Array(lines.dropFirst())
  }

  private let head = "outlet,start,title,length\n"

  @Test(
    "by time and length a row is aired, late, moved, partial, or shows no placement",
    arguments: [
      ("05:00:00", "900", "p,aired"), ("05:15:00", "900", "p,aired"), ("04:45:00", "", "p,aired"),
      ("05:15:01", "900", "p,late"), ("06:00:00", "900", "p,late"), ("06:00:01", "900", ",unplanned"),
      ("05:00:00", "675", "p,aired"), ("05:00:00", "674", "p,partial"), ("05:16", "100", "p,partial"),
    ])
  func outcomes(time: String, length: String, expected: String) throws {
    #expect(
      try pairs("p,tv,2026-01-01T05:00:00,Tin,900\n", head + "tv,2026-01-01T\(time),Tin,\(length)\n") == [
        "1,\(expected)"
      ])
  }

  @Test("half an hour past midnight is another day, and another outlet shows nothing")
  func midnight() throws {
    #expect(
      try pairs(
        "p,tv,2026-01-01T23:50,Tin,\nq,tv,2026-02-28 23:50,Tin,\n",
        head + "tv,2026-01-02T00:00,Tin,\ntv,2026-03-01T00:20,Tin,\nradio,2026-01-02T00:00,Tin,\n")
        == ["1,p,aired", "2,q,moved", "3,,unplanned"])
  }

  @Test(
    "something unplanned beside a placement that was missed stays unplanned, whatever else would be gained")
  func unplanned() throws {
    #expect(
      try pairs(
        "a,tv,2026-01-01T05:00,Pháp luật số 1,900\nb,tv,2026-01-01T05:30,Cải cách số 2,900\n",
        head + "tv,2026-01-01T05:02,Bản tin đột xuất,300\ntv,2026-01-01T05:31,CẢI CÁCH SỐ 2,900\n")
        == ["1,,unplanned", "2,b,aired"])
  }

  @Test("the title decides where the time alone would take the neighbour")
  func title() throws {
    #expect(
      try pairs(
        "a,tv,2026-01-01T05:00,Hòa giải,\nb,tv,2026-01-01T05:30,Đời sống,\n",
        head + "tv,2026-01-01T05:29,HOÀ GIẢI,\ntv,2026-01-01T05:05,doi song,\n") == ["1,a,late", "2,b,late"])
  }

  @Test("a row without a title takes what is left, and never the placement that a title names")
  func untitled() throws {
    #expect(
      try pairs(
        "a,tv,2026-01-01T05:00,Tin,\nb,tv,2026-01-01T05:20,Phim,\n",
        head + "tv,2026-01-01T05:01,,\ntv,2026-01-01T05:09,Tin,\n") == ["1,b,late", "2,a,aired"])
  }

  @Test("each pair costs as little as all together can: the nearest first would lose one")
  func optimal() throws {
    var tolerance = TimetableMatch.Tolerance()
    tolerance.reachMinutes = 20
    #expect(
      try pairs(
        "a,tv,2026-01-01T05:00,Tin,\nb,tv,2026-01-01T05:16,Tin,\n",
        head + "tv,2026-01-01T05:09,Tin,\ntv,2026-01-01T05:36,Tin,\n", tolerance) == [
          "1,a,aired", "2,b,late",
        ])
  }

  @Test(
    "an id is certain whatever the time, the nearest of several rows shows it, and an unknown one says nothing"
  )
  func ids() throws {
    #expect(
      try pairs(
        "a,tv,2026-01-01T05:00,Tin,\nb,tv,2026-01-01T06:00,Tin,\n",
        "outlet,start,title,length,id\ntv,2026-01-05T05:00,Khác,,a\ntv,2026-01-04T05:00,Khác,,a\n"
          + "tv,2026-01-01T05:00,Tin,,zz\ntv,2026-01-01T05:01,Tin,,b\n")
        == ["1,,unplanned", "2,a,moved", "3,,unplanned", "4,b,late"])
  }

  @Test("a version in another language is another placement; a language that one side leaves out may be any")
  func languages() throws {
    let planned = try table(
      "id,outlet,start,title,language\nv,tv,2026-01-01T05:00,Tin,vi\nm,tv,2026-01-01T05:10,Tin,hmn\n",
      .planned)
    func pairs(_ rows: String) throws -> String {
      let asRun = try table("outlet,start,title,language\n" + rows, .asRun)
      return String(decoding: TimetableMatch(planned: planned, asRun: asRun).pairs, as: UTF8.self)
    }
    #expect(
      try pairs("tv,2026-01-01T05:00,Tin,Mông\ntv,2026-01-01T05:10,Tin,tiếng Việt\n")
        == "row,id,outcome\n1,m,aired\n2,v,aired\n")
    #expect(try pairs("tv,2026-01-01T05:00,Tin,Thái\n") == "row,id,outcome\n1,,unplanned\n")
    #expect(try pairs("tv,2026-01-01T05:01,Tin,\n") == "row,id,outcome\n1,v,aired\n")
  }

  @Test("the order of the rows in the files decides nothing")
  func shuffled() throws {
    var random = SeededGenerator(seed: 5)
    let planned = (0..<60).map {
      "p\($0),k\($0 % 3),2026-01-0\(1 + $0 % 5)T\(10 + $0 / 6):0\($0 % 7),Số \($0),900\n"
    }
    let asRun = (0..<60).map { "k\($0 % 3),2026-01-0\(1 + $0 % 5)T\(10 + $0 / 6):3\($0 % 9),SO \($0),890\n" }
    let told = try pairs(planned.joined(), head + asRun.joined())
    for _ in 0..<5 {
      let order = asRun.indices.shuffled(using: &random)
      let other = try pairs(
        planned.shuffled(using: &random).joined(), head + order.map { asRun[$0] }.joined())
      let expected = order.enumerated().map { "\($0 + 1)," + told[$1].drop { $0 != "," }.dropFirst() }
      #expect(other == expected)
    }
  }

  @Test("the prices prove the assignment: recomputed by hand, no pair is worth more than its two prices")
  func proof() throws {
    var random = SeededGenerator(seed: 6)
    var failure: String?
    for _ in 0..<100 where failure == nil {
      func time() -> Int { Int.random(in: 0...14_400, using: &random) }
      func row(_ at: Int) -> String {
        "tv,2026-01-01T0\(at / 3600):\(at / 600 % 6)\(at / 60 % 10):\(at / 10 % 6)\(at % 10),Tin,\n"
      }
      let (planned, asRun) = ((0..<40).map { _ in time() }.sorted(), (0..<44).map { _ in time() }.sorted())
      let match = TimetableMatch(
        planned: try table(
          "id,outlet,start,title,length\n" + planned.enumerated().map { "\($0)," + row($1) }.joined(),
          .planned),
        asRun: try table(head + asRun.map(row).joined(), .asRun))
      func worth(_ entry: Int, _ placement: Int) -> Int {
        let apart = abs(asRun[entry] - planned[placement])
        return apart <= 3600 ? 2 * 3600 + 2 * 900 + 1 - apart : 0
      }
      let (left, right) = (match.assignment.entryPrices, match.assignment.placementPrices)
      var total = 0
      for (entry, placement) in match.placements.enumerated() {
        if placement >= 0 { total += worth(entry, Int(placement)) }
        for other in planned.indices where worth(entry, other) > left[entry] + right[other] {
          failure = "\(entry) with \(other)"
        }
      }
      if (left + right).contains(where: { $0 < 0 }) { failure = "a price below zero" }
      if total != (left + right).reduce(0, +) { failure = "worth \(total)" }
    }
    #expect(failure == nil)
  }

  @Test("a log that is there twice, with one title every five minutes, is matched once and soon")
  func doubled() throws {
    var planned = ""
    var asRun = head
    for index in 0..<3000 {
      let (day, minute) = (index / 288, index % 288 * 5)
      let date = CivilDay.of("2026-01-01").advanced(by: day)
      func time(_ second: Int) -> String {
        "\(date)T\(minute / 600)\(minute / 60 % 10):\(minute / 10 % 6)\(minute % 10):0\(second)"
      }
      planned += "\(index),tv,\(time(0)),Quảng bá,30\n"
      asRun += "tv,\(time(1)),Quảng bá,30\ntv,\(time(3)),Quảng bá,30\n"
    }
    let match = TimetableMatch(
      planned: try table("id,outlet,start,title,length\n" + planned, .planned),
      asRun: try table(asRun, .asRun))
    #expect(match.counts[.aired] == 3000)
    #expect(match.counts[.unplanned] == 3000)
    #expect(match.placements.enumerated().allSatisfy { $1 < 0 || Int($1) == $0 / 2 })
  }
}
