package import ScheduleModel

extension ConsolidationReport {
  /// What units reported, period by period, for a page that shows the counts: the sums of each line, each leading to the rows
  /// behind it, or the rows of one line with who reported and who did not.
  ///
  /// - Parameters:
  ///   - inputs: The periods for which units reported.
  ///   - line: The id of the only line that is shown, with its rows; `nil` for the sums of all.
  package static func declaredSections(_ inputs: [Input], line: String? = nil, language: ReaderLanguage)
    -> [ReportDocument.Section]
  {
    inputs.compactMap { input in
      let period = input.consolidation.period
      let own = Input(
        plan: input.plan, consolidation: input.consolidation.ofItsPeriod, tally: input.tally,
        findings: input.findings, explained: line)
      let document = ConsolidationDocument(input: own, language: language, namesAuthors: true)
      let lines = own.consolidation.lines.filter { sum in
        line.map { $0 == sum.line } ?? (sum.sum.due > 0)
      }
      guard !lines.isEmpty else { return nil }
      let details =
        line == nil ? [] : [document.rows, document.partly, document.missing].filter { !$0.rows.isEmpty }
      return ReportDocument.Section(
        heading: ConsolidationWords.declared(period)[language], tables: [document.lines(lines)] + details)
    }
  }

  /// What is known of a line over all units, in a word: “at least 15 news items (1 of 2 units)”; `nil` where no unit reports
  /// on it.
  package static func declared(_ line: String, _ input: Input, language: ReaderLanguage) -> String? {
    guard let sum = input.consolidation.lines.first(where: { $0.line == line })?.sum, sum.due > 0 else {
      return nil
    }
    let figures = sum.quantities.map { $0.text(in: language) }
    let parts = sum.partial.count
    let units = Words(
      vi: "\(sum.reported.count)/\(sum.due) đơn vị" + (parts > 0 ? ", \(parts) báo cáo một phần kỳ" : ""),
      en: "\(sum.reported.count) of \(counted(sum.due, "unit"))"
        + (parts > 0 ? ", \(parts) for part of the period" : ""))
    let figure = figures.isEmpty ? ConsolidationWords.noData[language] : figures.joined(separator: "; ")
    return "\(figure) (\(units[language]))"
  }
}

extension Consolidation {
  /// The same without rows that are for another period.
  fileprivate var ofItsPeriod: Consolidation {
    Consolidation(
      period: period, lines: lines, totals: totals, territories: territories,
      rows: rows.filter { $0.fate != .otherPeriod }, changing: changing)
  }
}

extension ReportDocument {
  /// The same with more sections behind its own.
  package func adding(_ more: [Section], notes: [String] = []) -> ReportDocument {
    ReportDocument(
      kind: kind, title: title, head: head, sections: sections + more, notes: self.notes + notes)
  }
}
