import Digests
import Foundation
import Logs
import ScheduleModel
import Spreadsheets
import TestSupport

/// Recorded logs in memory, as a Book would have them.
struct LedgerBook {
  var logs: [RecordedLog] = []
  var plan = Plan.sample([.sample("a", "Cải cách")])

  /// Records a log.
  @discardableResult
  mutating func take(
    _ text: String, file: String = "as-run/april.csv", at: String = "2018-05-02T09:00", author: String? = nil,
    trust: AsRunEntry.Trust? = nil
  ) -> LedgerAddition {
    let ledger = Ledger.read(logs, plan: plan).ledger
    let addition = LogImport.addition(
      to: ledger, of: Array(text.utf8), file: file, plan: plan, LogImport.Stamp(author: author, trust: trust))
    if let rows = addition.rows {
      let id = Digest.sha256(rows.bytes + Array(at.utf8))
      logs.append(
        RecordedLog(
          id: id, source: rows.source, recorded: LocalTime(at) ?? LocalTime(seconds: 0), author: author,
          file: "book/\(id.prefix(12)).csv", bytes: rows.bytes, start: 0))
    }
    return addition
  }

  /// What counts.
  func read() -> (log: AsRunLog, findings: [Finding]) { AsRunReader.read(recorded: logs, plan: plan) }

  /// Each row that counts: day, time, outlet, title.
  func rows() -> [String] {
    read().log.entries.map { entry in
      "\(entry.day) \(entry.time.map { "\($0)" } ?? "–") \(entry.outlet) \(entry.title)"
    }
  }

  /// The id of a row of an import, both counted from 0.
  func id(_ row: Int, ofImport index: Int) -> String { "\(logs[index].id.prefix(12)):\(row + 2)" }
}
