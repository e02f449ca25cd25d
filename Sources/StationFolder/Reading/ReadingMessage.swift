import Calendars
import Foundation
import ScheduleModel

/// A reading as it crosses from the process that made it to the one that asked for it: JSON.
struct ReadingMessage: Codable {
  let events: [ReadEvent]
  let findings: [FindingMessage]

  /// A finding, without what readings never have: an excerpt.
  struct FindingMessage: Codable {
    let code: String
    let severity: String
    let line: Int?
    let message: [String]
    let remedy: [String]?
  }

  init(_ reading: CalendarReading) {
    events = reading.events
    findings = reading.findings.map { finding in
      FindingMessage(
        code: finding.code.rawValue, severity: finding.severity.rawValue, line: finding.place?.line,
        message: [finding.message.vi, finding.message.en],
        remedy: finding.remedy.map { [$0.vi, $0.en] })
    }
  }

  /// The reading; `nil` when it holds what no reading does.
  func reading(of file: String) -> CalendarReading? {
    var read: [Finding] = []
    for finding in findings {
      guard let code = FindingCode(rawValue: finding.code),
        let severity = Finding.Severity(rawValue: finding.severity), finding.message.count == 2,
        finding.remedy.map({ $0.count == 2 }) ?? true
      else { return nil }
      read.append(
        Finding(
          code, severity, at: finding.line.map { SourcePlace(file: file, line: $0) },
          Words(vi: finding.message[0], en: finding.message[1]),
          remedy: finding.remedy.map { Words(vi: $0[0], en: $0[1]) }))
    }
    return CalendarReading(events: events, findings: read)
  }
}
