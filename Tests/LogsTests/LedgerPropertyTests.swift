import Foundation
import Logs
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("Whatever is imported, the ledger loses nothing and counts nothing twice")
struct LedgerPropertyTests {
  private static let head = "date,time,outlet,title,minutes\n"

  /// A log of made-up rows, all different.
  private func log(_ random: inout SeededGenerator) -> [String] {
    var rows: [String] = []
    for day in 1...4 {
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let outlet = Bool.random(using: &random) ? "truyen-hinh" : "bao"
        let hour = Int.random(in: 10...13, using: &random)
        let title = ["Cải cách", "Pháp luật", "Bản tin, sáng", ""].randomElement(using: &random) ?? ""
        let row = "2018-04-0\(day),\(hour):15,\(outlet),\"\(title)\",\(Int.random(in: 5...8, using: &random))"
        if !rows.contains(row) { rows.append(row) }
      }
    }
    return rows
  }

  /// The same with some rows gone, some otherwise, and some new.
  private func changed(_ rows: [String], _ random: inout SeededGenerator) -> [String] {
    var changed: [String] = []
    for row in rows {
      let other: String? =
        switch Int.random(in: 0..<6, using: &random) {
        case 0: nil
        case 1: row.dropLast() + "9"
        case 2: row.replacing(":15,", with: ":45,")
        default: row
        }
      if let other, !changed.contains(other) { changed.append(other) }
    }
    return changed + ["2018-04-0\(Int.random(in: 1...4, using: &random)),20:15,bao,Mới,7"]
  }

  private func text(_ rows: [String]) -> String {
    Self.head + rows.map { $0 + "\n" }.joined()
  }

  private func content(_ entries: [AsRunEntry]) -> [String] {
    entries.map { entry in
      let time = entry.time.map { "\($0)" } ?? ""
      return "\(entry.day),\(time),\(entry.outlet),\"\(entry.title)\",\(entry.minutes ?? 0)"
    }
  }

  @Test(
    "rows of the newest file are all in force, each once; a replaced row is one less; nothing comes twice")
  func imports() {
    for seed in 1...150 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let first = log(&random)
      let second = changed(first, &random)
      var book = LedgerBook()
      book.plan = .sample([.sample("a", "Cải cách"), .sample("b", "Pháp luật", on: .each(["bao"]))])
      let one = book.take(text(first))
      let two = book.take(text(second), file: "again.csv", at: "2018-05-03T09:00")
      let rows = content(book.read().log.entries)
      let wanted = second.map { $0.replacing(",Mới,", with: ",\"Mới\",") }
      #expect(Set(rows).count == rows.count, "seed \(seed): once")
      #expect(Set(wanted).isSubset(of: rows), "seed \(seed): all of the newest")
      #expect(one.summary.added == first.count && two.summary.known + two.summary.added == second.count)
      #expect(rows.count == first.count + two.summary.added - two.summary.replacing, "seed \(seed): no loss")
      let lines = two.rows.map {
        String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n").dropFirst(1)
      }
      let places = (lines ?? []).compactMap { Int($0.prefix { $0 != "," }) }
      #expect(
        places == places.sorted() && places.count == two.summary.added, "seed \(seed): in the file's order")
      #expect(book.take(text(first), at: "2018-05-04T09:00").rows == nil, "seed \(seed): the old file")
      #expect(book.take(text(second), file: "third.csv", at: "2018-05-04T09:00").rows == nil, "seed \(seed)")
    }
  }
}
