public import ScheduleModel

/// The entries of a Book, and which figures they changed.
public enum HistoryReport {
  /// A table of the entries, and one of the figures that changed, each with the entries behind it.
  public static func text(
    _ history: BookHistory, plan: Plan, language: ReaderLanguage, width: Int? = nil
  ) -> String {
    var entries = TextTable(columns: [
      .number(Words(vi: "Số", en: "No.")[language]), .words(Words(vi: "Lúc", en: "When")[language]),
      .words(Words(vi: "Mục", en: "Entry")[language]),
      .words(Words(vi: "Ai", en: "Who")[language], width: 24),
      .words(Words(vi: "Ghi chú", en: "Note")[language], width: 40),
    ])
    for entry in history.entries {
      let kind = kinds[entry.kind]?[language] ?? entry.kind
      entries.append([
        "\(entry.number)", when(entry.time, language), "\(kind) \(entry.id)",
        entry.author.isEmpty ? "–" : entry.author, entry.comment ?? "",
      ])
    }
    guard let since = history.since else { return entries.text(width: width) }
    let heading = Words(
      vi: "Sau ngày \(since.forPeople) sổ ghi thêm \(history.entries.count) mục.",
      en:
        "Since the end of \(since) the Book has \(history.entries.count) more \(history.entries.count == 1 ? "entry" : "entries")."
    )[language]
    guard !history.changes.isEmpty else {
      return heading + "\n\n" + (history.entries.isEmpty ? "" : entries.text(width: width) + "\n")
        + Words(vi: "Không số nào đổi.", en: "No figure changed.")[language] + "\n"
    }
    var figures = TextTable(columns: [
      .words(Words(vi: "Chỉ tiêu", en: "Line")[language], width: 40),
      .words(Words(vi: "Số liệu", en: "Figure")[language]),
      .number(Words(vi: "Trước", en: "Before")[language]), .number(Words(vi: "Nay", en: "Now")[language]),
      .words(Words(vi: "Vì mục số", en: "Through entry")[language], width: 30),
    ])
    for change in history.changes {
      figures.append([
        DifferenceTables(plan: plan, language: language).name(of: change.subject),
        (change.subject.kind == .declared ? ClosingWords.declared : measure(change.measure))[language],
        change.before ?? "–",
        change.after ?? "–",
        change.steps.map { "\($0.entry) (\($0.value ?? "–"))" }.joined(separator: ", "),
      ])
    }
    return heading + "\n\n" + entries.text(width: width) + "\n" + figures.text(width: width)
  }

  /// The same for scripts.
  public static func json(_ history: BookHistory, plan: Plan, language: ReaderLanguage) -> String {
    JSONText.of(
      Page(
        entries: history.entries.map {
          EntryRow(
            number: $0.number, id: $0.id, kind: $0.kind, time: $0.time.description, author: $0.author,
            comment: $0.comment)
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

  private static let kinds: [String: Words] = [
    "plan": Words(vi: "kế hoạch", en: "plan"), "publication": Words(vi: "phát hành", en: "publication"),
    "log": Words(vi: "nhật ký", en: "log"), "link": Words(vi: "gắn dòng", en: "link"),
    "declared": Words(vi: "số kê khai", en: "declared figures"),
    "close": Words(vi: "chốt số liệu", en: "close"),
  ]

  private static func when(_ time: LocalTime, _ language: ReaderLanguage) -> String {
    let minute = LocalTime(seconds: time.seconds - time.seconds % 60)
    return language == .vietnamese ? "\(minute.day.forPeople) \(minute.time)" : "\(minute.day) \(minute.time)"
  }

  private static func measure(_ measure: ClosedFigure.Measure?) -> Words {
    measure.map { ClosingWords.of($0) } ?? Words(vi: "kế hoạch", en: "planned")
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
