public import ScheduleModel

extension HistoryReport {
  /// One row for each entry that changed a figure, with stable English headings; `value` is the figure after the entry.
  /// Without a day to compare with, one row for each entry. UTF-8 with a byte order mark.
  public static func csv(_ history: BookHistory, plan: Plan) -> String {
    let tables = HistoryTables(history: history, plan: plan, language: .english)
    func cells(_ entry: BookHistory.Entry) -> [String?] {
      [
        entry.kind, entry.id, entry.time.description, entry.author.isEmpty ? nil : entry.author,
        entry.comment,
        entry.rows.map(String.init), String(entry.corrections),
      ]
    }
    let names = ["entry_kind", "entry_id", "time", "author", "comment", "rows", "corrections"]
    guard history.since != nil else {
      return CSVTable(
        heading: ["entry"] + names, rows: history.entries.map { ["\($0.number)"] + cells($0) }
      ).text()
    }
    var table = CSVTable(
      heading: ["kind", "id", "language", "measure", "before", "after", "value", "entry"] + names)
    for change in history.changes {
      for step in change.steps {
        table.append(
          [
            change.subject.kind.rawValue, change.subject.id, change.subject.language?.tag,
            change.measure?.rawValue ?? "planned", change.before, change.after, step.value, "\(step.entry)",
          ] + (tables.entry(of: step).map(cells) ?? Array(repeating: nil, count: names.count)))
      }
    }
    return table.text()
  }

  /// A workbook with a sheet for the figures that changed, a row for each entry behind one, and a sheet for the entries.
  public static func workbook(_ history: BookHistory, plan: Plan, language: ReaderLanguage) -> Workbook {
    let tables = HistoryTables(history: history, plan: plan, language: language)
    func words(_ text: String?) -> Workbook.Cell { text.map { .words($0, language) } ?? .empty }
    func figure(_ text: String?) -> Workbook.Cell {
      text.flatMap { Int($0) }.map(Workbook.Cell.number) ?? words(text)
    }
    func column(_ heading: Words, _ width: Int) -> Workbook.Column {
      Workbook.Column(heading: heading[language], width: width)
    }
    func cells(_ entry: BookHistory.Entry?) -> [Workbook.Cell] {
      guard let entry else { return Array(repeating: .empty, count: 6) }
      return [
        .number(entry.number), .day(entry.time.day), .time(entry.time.time),
        words(HistoryWords.what(entry)[language]), words(entry.author), words(entry.comment),
      ]
    }
    let entryColumns = [
      column(HistoryWords.number, 6), column(HistoryWords.day, 12), column(HistoryWords.time, 9),
      column(HistoryWords.entry, 32), column(HistoryWords.who, 24), column(HistoryWords.note, 40),
    ]
    let changes = history.changes.flatMap { change in
      change.steps.map { step in
        [
          words(tables.name(of: change)), words(tables.measure(of: change)[language]), figure(change.before),
          figure(change.after), figure(step.value),
        ] + cells(tables.entry(of: step))
      }
    }
    let sheets = [
      Workbook.Sheet(
        name: HistoryWords.changes[language],
        columns: [
          column(HistoryWords.line, 44), column(HistoryWords.figure, 22), column(HistoryWords.before, 10),
          column(HistoryWords.now, 10), column(HistoryWords.valueAfter, 12),
        ] + entryColumns, fixedColumns: 1, rows: changes, language: language),
      Workbook.Sheet(
        name: HistoryWords.entries[language], columns: entryColumns, fixedColumns: 1,
        rows: history.entries.map(cells), language: language),
    ]
    return Workbook(
      title: plan.title.visible(), created: plan.revised,
      sheets: history.since == nil ? Array(sheets.dropFirst()) : sheets)
  }
}
