public import ScheduleModel

extension ImportReport {
  /// What became of the files for scripts: each log and each table of declared figures, and the findings.
  ///
  /// - Parameter isPreview: Whether nothing was written.
  public static func json(
    _ logs: [LogImportSummary], _ declared: [Declared], findings: [Finding], isPreview: Bool,
    language: ReaderLanguage
  ) -> String {
    JSONText.of(
      Page(
        isPreview: isPreview, logs: logs.map { LogRow($0, isPreview: isPreview) },
        declared: declared.map(DeclaredRow.init), findings: FindingRow.rows(findings, language)))
  }

  private struct Page: Encodable {
    let isPreview: Bool
    let logs: [LogRow]
    let declared: [DeclaredRow]
    let findings: [FindingRow]
  }

  private struct LogRow: Encodable {
    let file: String
    /// The name of the entry in the Book; `nil` when nothing was recorded.
    @OrNull var recordedIn: String?
    let read: Int
    let leftOut: Int
    let added: Int
    let replacing: Int
    let known: Int
    let outranked: Int

    init(_ log: LogImportSummary, isPreview: Bool) {
      file = log.file
      _recordedIn = OrNull(wrappedValue: isPreview ? nil : log.recordedIn)
      (read, leftOut, added, replacing) = (log.read, log.leftOut, log.added, log.replacing)
      (known, outranked) = (log.known, log.outranked)
    }
  }

  private struct DeclaredRow: Encodable {
    let file: String
    let added: Int
    let known: Int
    let hasFaults: Bool

    init(_ table: Declared) {
      file = table.file
      (added, known, hasFaults) = (table.figures.count, table.known, table.hasFaults)
    }
  }
}
