import Foundation
import ScheduleModel

@testable import PlanFiles

/// Reads texts as files named `plan.yaml`, and prints findings as the goldens have them.
enum Reading {
  static func of(_ text: String) -> PlanReader.Reading { of([UInt8](text.utf8)) }

  static func of(_ bytes: [UInt8]) -> PlanReader.Reading { PlanReader.read(bytes, file: "plan.yaml") }

  /// The findings of a text, one a line: `LINE:COL CODE severity message | remedy`.
  static func findings(of text: String, in language: ReaderLanguage = .english) -> String {
    listing(of(text).findings, in: language)
  }

  static func findings(of bytes: [UInt8]) -> String { listing(of(bytes).findings, in: .english) }

  /// The codes alone, for scenarios in which the words do not matter.
  static func codes(of text: String) -> [FindingCode] { of(text).findings.map(\.code) }

  static func listing(_ findings: [Finding], in language: ReaderLanguage) -> String {
    findings.map { finding in
      let place = finding.place.map { "\($0.line):\($0.column)" } ?? "-"
      let remedy = finding.remedy.map { $0[language].split(separator: "\n").joined(separator: " ⏎ ") } ?? "-"
      let words = "\(finding.message[language]) | \(remedy)"
      return "\(place) \(finding.code.rawValue) \(finding.severity.rawValue) \(words)"
    }.joined(separator: "\n")
  }

  /// Each finding's line with `^^^` below what is meant, and the message.
  static func marked(_ findings: [Finding]) -> String {
    findings.map { finding in
      let blanks = String(repeating: " ", count: (finding.place?.column ?? 1) - 1)
      let marks = String(repeating: "^", count: finding.width)
      return "\(finding.excerpt ?? "")\n\(blanks)\(marks) \(finding.message.en)"
    }.joined(separator: "\n")
  }

  /// The text of a file of this package.
  static func text(of path: String) throws -> String {
    let root = URL(filePath: #filePath, directoryHint: .notDirectory)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
