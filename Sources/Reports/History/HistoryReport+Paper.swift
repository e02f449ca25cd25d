public import ScheduleModel

extension HistoryReport {
  /// Why figures differ from those of a day, as a paper that the office signs: of each line before, now, and through
  /// what; then what was recorded since. Without such a day it is the list of entries.
  public static func paper(
    _ history: BookHistory, period: ReportingPeriod, plan: Plan, terms: PaperTerms = PaperTerms(),
    language: ReaderLanguage
  ) -> Paper {
    let tables = HistoryTables(history: history, plan: plan, language: language)
    let entries = history.entries.isEmpty ? [] : [tables.entries]
    guard let since = history.since else {
      return Paper(
        [ReportDocument.Section(heading: HistoryWords.entries[language], tables: entries)],
        kind: HistoryWords.list[language], plan: plan, subtitle: [], remarks: [], notes: [],
        isLandscape: false, terms: terms,
        language: language)
    }
    let figures = tables.figures(isPaper: true)
    let changes =
      figures.rows.isEmpty
      ? ReportDocument.Section(
        heading: HistoryWords.changes[language], paragraphs: [HistoryWords.nothing[language]])
      : ReportDocument.Section(
        heading: HistoryWords.changes[language], tables: [figures])
    return Paper(
      [
        changes,
        ReportDocument.Section(
          heading: HistoryWords.entries[language],
          paragraphs: [HistoryWords.since(since, count: history.entries.count)[language]], tables: entries),
      ],
      kind: HistoryWords.kind[language], plan: plan,
      subtitle: [HistoryWords.compared(since, period)[language]], remarks: [], notes: [], isLandscape: false,
      terms: terms,
      language: language)
  }
}
