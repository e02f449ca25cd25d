public import ScheduleModel

/// The entries of a Book, and which figures they changed.
public enum HistoryReport {
  /// A table of the entries, and one of the figures that changed, each with the entries behind it.
  public static func text(
    _ history: BookHistory, plan: Plan, language: ReaderLanguage, width: Int? = nil
  ) -> String {
    let tables = HistoryTables(history: history, plan: plan, language: language)
    let entries = tables.entries.text(width: width)
    guard let since = history.since else { return entries }
    let heading = HistoryWords.since(since, count: history.entries.count)[language]
    guard !history.changes.isEmpty else {
      return heading + "\n\n" + (history.entries.isEmpty ? "" : entries + "\n")
        + HistoryWords.nothing[language] + "\n"
    }
    return heading + "\n\n" + entries + "\n" + tables.figures(isPaper: false).text(width: width)
  }

  /// What an entry of a kind is called.
  package static func name(ofKind kind: String) -> Words { HistoryWords.name(ofKind: kind) }

  /// What an entry is, with its rows: `as-run log (12 rows, 1 correction)`.
  package static func name(of entry: BookHistory.Entry) -> Words { HistoryWords.what(entry) }

  /// The same for scripts.
  public static func json(_ history: BookHistory, plan: Plan, language: ReaderLanguage) -> String {
    JSONText.of(
      Page(
        entries: history.entries.map {
          EntryRow(
            number: $0.number, id: $0.id, kind: $0.kind, time: $0.time.description, author: $0.author,
            comment: $0.comment, rows: $0.rows, corrections: $0.corrections)
        },
        since: history.since?.description,
        changes: history.changes.map { change in
          ChangeRow(
            kind: change.subject.kind.rawValue, id: change.subject.id,
            language: change.subject.language?.tag, measure: change.measure?.rawValue ?? "planned",
            before: change.before, after: change.after,
            entries: change.steps.map { StepRow(entry: $0.entry, value: $0.value) })
        }))
  }

  private struct Page: Encodable {
    let entries: [EntryRow]
    @OrNull var since: String?
    let changes: [ChangeRow]
  }

  private struct EntryRow: Encodable {
    let number: Int
    let id: String
    let kind: String
    let time: String
    let author: String
    @OrNull var comment: String?
    @OrNull var rows: Int?
    let corrections: Int
  }

  private struct ChangeRow: Encodable {
    let kind: String
    let id: String
    @OrNull var language: String?
    let measure: String
    @OrNull var before: String?
    @OrNull var after: String?
    let entries: [StepRow]
  }

  private struct StepRow: Encodable {
    let entry: Int
    @OrNull var value: String?
  }
}
