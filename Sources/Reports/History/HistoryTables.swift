import ScheduleModel

/// The entries of a Book and the figures that they changed, as tables.
struct HistoryTables {
  let history: BookHistory
  let plan: Plan
  let language: ReaderLanguage

  /// The entries, in order.
  var entries: TextTable {
    var table = TextTable(columns: [
      .number(HistoryWords.number[language], width: 6), .words(HistoryWords.when[language], width: 18),
      .words(HistoryWords.entry[language], width: 40), .words(HistoryWords.who[language], width: 24),
      .words(HistoryWords.note[language], width: 40),
    ])
    for entry in history.entries {
      table.append([
        "\(entry.number)", .words(when(entry.time)), "\(HistoryWords.what(entry)[language]) \(entry.id)",
        .stated(entry.author.isEmpty ? nil : entry.author), .words(entry.comment ?? ""),
      ])
    }
    return table
  }

  /// The figures that changed: before, now, and through what.
  ///
  /// - Parameter isPaper: Whether the entries behind a figure are told in words: a reader of paper has no other table
  ///   at hand.
  func figures(isPaper: Bool) -> TextTable {
    let why = isPaper ? HistoryWords.reasons : HistoryWords.through
    var table = TextTable(columns: [
      .name(HistoryWords.line[language], width: 40), .words(HistoryWords.figure[language], width: 20),
      .number(HistoryWords.before[language], width: 10), .number(HistoryWords.now[language], width: 10),
      .words(why[language], width: isPaper ? 60 : 30),
    ])
    let setter = FigureSetter(language: language, isPaper: true)
    func cell(_ text: String?) -> TextTable.Cell { isPaper ? setter.cell(recorded: text) : .stated(text) }
    for change in history.changes {
      table.append([
        .words(name(of: change)), .words(measure(of: change)[language]), cell(change.before),
        cell(change.after),
        .words(
          change.steps.map { isPaper ? reason($0) : "\($0.entry) (\($0.value ?? "–"))" }
            .joined(separator: isPaper ? "; " : ", ")),
      ])
    }
    return table
  }

  /// What a figure is about.
  func name(of change: BookHistory.Change) -> String {
    DifferenceTables(plan: plan, language: language).name(of: change.subject)
  }

  /// What a figure tells.
  func measure(of change: BookHistory.Change) -> Words {
    if change.subject.kind == .declared { return ClosingWords.declared }
    return change.measure.map { ClosingWords.of($0) } ?? HistoryWords.planned
  }

  /// The entry of a step; `nil` when the history does not have it.
  func entry(of step: BookHistory.Step) -> BookHistory.Entry? {
    history.entries.first { $0.number == step.entry }
  }

  private func reason(_ step: BookHistory.Step) -> String {
    guard let entry = entry(of: step) else { return "\(step.entry) (\(step.value ?? "–"))" }
    let value = FigureSetter(language: language, isPaper: true).cell(recorded: step.value).text
    return HistoryWords.reason(entry, value: value)[language]
  }

  private func when(_ time: LocalTime) -> String {
    let minute = LocalTime(seconds: time.seconds - time.seconds % 60)
    return language == .vietnamese ? "\(minute.day.forPeople) \(minute.time)" : "\(minute.day) \(minute.time)"
  }
}
