import Foundation
import Reconciliation
import ScheduleModel

/// A ledger in memory, file by file, as the folder would have it.
struct LedgerBook {
  var files: [(name: String, bytes: [UInt8])] = []
  var plan = Plan.sample([.sample("a", "Cải cách")])

  /// Imports a log.
  @discardableResult
  mutating func take(
    _ text: String, file: String = "as-run/april.csv", at: String = "2018-05-02T09:00", author: String? = nil,
    trust: AsRunEntry.Trust? = nil
  ) -> LedgerAddition {
    let stamp = LogImport.Stamp(
      recorded: LocalTime(at) ?? LocalTime(seconds: 0), author: author, trust: trust)
    let ledger = Ledger.read(files, plan: plan).ledger
    let addition = LogImport.addition(to: ledger, of: Array(text.utf8), file: file, plan: plan, stamp)
    if let new = addition.file { files.append(("ledger/\(new.name)", new.bytes)) }
    return addition
  }

  /// What counts.
  func read(knownOn: String? = nil) -> (log: AsRunLog, findings: [Finding]) {
    AsRunReader.read(files, plan: plan, knownOn: knownOn.map { .of($0) })
  }

  /// Each row that counts: day, time, outlet, title.
  func rows(knownOn: String? = nil) -> [String] {
    read(knownOn: knownOn).log.entries.map { entry in
      "\(entry.day) \(entry.time.map { "\($0)" } ?? "–") \(entry.outlet) \(entry.title)"
    }
  }

  /// The id of a row of an import, both counted from 0.
  func id(_ row: Int, ofImport index: Int) -> String {
    let key = files[index].name.dropLast(4).split(separator: "-").last ?? ""
    let head = String(decoding: files[index].bytes, as: UTF8.self).components(separatedBy: "\n\n")[0]
    return "\(key):\(head.split(separator: "\n").count + 3 + row)"
  }
}
