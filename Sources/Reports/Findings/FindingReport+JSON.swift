public import ScheduleModel

extension FindingReport {
  /// `{"findings": [{"code", "severity", "file", "line", "column", "message", "remedy"}]}`, with `null` where
  /// there is none.
  ///
  /// Codes and severities (`info`, `warning`, `error`) are stable; message and remedy are for people.
  public static func json(_ findings: [Finding], language: ReaderLanguage) -> String {
    JSONText.of(Page(findings: FindingRow.rows(findings, language)))
  }

  private struct Page: Encodable {
    let findings: [FindingRow]
  }
}

/// A finding in JSON, the same in every report.
struct FindingRow: Encodable {
  let code: String
  let severity: String
  @OrNull var file: String?
  @OrNull var line: Int?
  @OrNull var column: Int?
  let message: String
  @OrNull var remedy: String?

  static func rows(_ findings: [Finding], _ language: ReaderLanguage) -> [FindingRow] {
    findings.map { finding in
      FindingRow(
        code: finding.code.rawValue, severity: finding.severity.rawValue, file: finding.place?.file,
        line: finding.place?.line, column: finding.place?.column, message: finding.message[language],
        remedy: finding.remedy?[language])
    }
  }
}
