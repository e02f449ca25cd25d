import ScheduleModel
import TestSupport

@testable import Logs

/// What an import into an empty ledger makes of a log.
struct ImportedRows {
  /// The addition.
  let addition: LedgerAddition
  private let plan: Plan

  /// Imports bytes.
  init(
    _ bytes: [UInt8], file: String = "log", plan: Plan = .sample([.sample("a", "Cải cách")]),
    _ change: (inout LogReadingOptions) -> Void = { _ in }
  ) {
    var options = LogReadingOptions()
    change(&options)
    self.plan = plan
    addition = LogImport.addition(
      to: Ledger(plan: plan), of: bytes, file: file, plan: plan, LogImport.Stamp(author: nil), options)
  }

  /// Imports a text.
  init(
    _ text: String, file: String = "log", plan: Plan = .sample([.sample("a", "Cải cách")]),
    _ change: (inout LogReadingOptions) -> Void = { _ in }
  ) {
    self.init(Array(text.utf8), file: file, plan: plan, change)
  }

  /// Day, time, outlet, line, edition, language, title, minutes and status of each row, as far as it says them.
  var rows: [String] {
    guard let rows = addition.rows else { return [] }
    let log = RecordedLog(
      id: rows.source.digest, source: rows.source, recorded: LocalTime(seconds: 0), author: nil,
      file: "book/x",
      bytes: rows.bytes, start: 0)
    let ledger = Ledger.read([log], plan: plan).ledger
    return ledger.rows.indices.compactMap(ledger.record).map { record in
      let entry = record.entry
      let parts: [String?] = [
        "\(entry.day)", entry.time?.description, entry.outlet, entry.line, entry.edition.map { "#\($0)" },
        entry.language == .vietnamese ? nil : entry.language.tag, entry.title.isEmpty ? nil : entry.title,
        entry.minutes.map { "\($0)m" }, entry.status == .aired ? nil : entry.status.rawValue,
      ]
      return parts.compactMap(\.self).joined(separator: " ")
    }
  }

  /// Each finding in English, but for titles of no line.
  var english: [String] { addition.findings.filter { $0.code != .logTitlesUnknown }.map { told($0) } }

  /// What is told of titles of no line.
  var titles: [String] { addition.findings.filter { $0.code == .logTitlesUnknown }.map { told($0) } }
}
