import ScheduleModel

/// What differs between two closes, as tables: the figures, then the rows of the logs.
struct DifferenceTables {
  let plan: Plan?
  let language: ReaderLanguage
  /// Whether they are for paper.
  var isPaper = false
  /// The closed period, whose parts are named in words; `nil` to name them by their days.
  var period: ReportingPeriod?

  /// The figures that differ.
  func figures(_ difference: CloseDifference) -> TextTable {
    var table = TextTable(
      caption: ClosingWords.changedFigures[language],
      columns: [
        .name(ClosingWords.content[language], width: 48), .words(ClosingWords.figure[language], width: 24),
        .number(ClosingWords.before[language]), .number(ClosingWords.after[language]),
      ])
    for change in difference.figures {
      let measure =
        change.measure.map(ClosingWords.of)
        ?? (change.subject.kind == .declared ? ClosingWords.declared : TallyWords.planned(of: plan))
      table.append([
        .words(name(of: change.subject)), .words(measure[language].lowercased()), figure(change.before),
        figure(change.after),
      ])
    }
    return table
  }

  /// The rows that differ.
  func rows(_ difference: CloseDifference) -> TextTable {
    var table = TextTable(
      caption: ClosingWords.changedRows[language],
      columns: [
        .words(ClosingWords.change[language]), .name(ClosingWords.row[language], width: 22),
        .words(ClosingWords.says[language], width: 72),
      ])
    // Where one row takes the place of another, what they say alike does not tell them apart.
    let rows = difference.rows.compactMap { change -> ClosedRow? in
      switch change {
      case .added(let row), .gone(let row): row
      case .changed: nil
      }
    }
    let alike = Dictionary(grouping: rows, by: summary)
    func words(_ row: ClosedRow) -> String {
      let plain = summary(row)
      let more = rest(of: row, besides: (alike[plain] ?? []).filter { $0.name != row.name })
      return more.isEmpty ? plain : "\(plain) (\(more))"
    }
    for change in difference.rows {
      switch change {
      case .added(let row): table.append([ClosingWords.added[language], row.name, words(row)])
      case .gone(let row): table.append([ClosingWords.gone[language], row.name, words(row)])
      case .changed(let old, let new):
        table.append([ClosingWords.altered[language], new.name, alterations(from: old, to: new)])
      }
    }
    return table
  }

  /// The name of what figures are about.
  func name(of subject: ClosedFigure.Subject) -> String {
    switch subject.kind {
    case .line: return title(of: subject.id)
    case .version:
      let tongue = subject.language.map { BroadcastLanguage.name(of: $0, in: language) } ?? ""
      return "\(title(of: subject.id)) (\(Words(vi: "tiếng ", en: "")[language])\(tongue))"
    case .total: return plan?.totals.first { $0.id == subject.id }?.title ?? subject.id
    case .rule:
      let (line, rule) = rule(of: subject.id)
      let days = subject.days.map { ", \($0.text(in: language))" } ?? ""
      let name = rule.flatMap { rule in plan.map { CountingWords.sentence(rule, $0, language) } }
      return (line.isEmpty ? "" : title(of: line) + ": ") + (name ?? subject.id) + days
    case .tasks: return ClosingWords.tasks[language]
    case .declared:
      let parts = subject.id.split(separator: ".", maxSplits: 1).map(String.init)
      let unit = parts.first.flatMap { plan?.unit($0)?.name } ?? parts.first ?? ""
      let days = subject.days.map { days in
        ", "
          + (period.map { $0.names(of: days).map { $0[language] }.joined(separator: ", ") }
            ?? "\(days.lowerBound.forPeople) – \(days.upperBound.advanced(by: -1).forPeople)")
      }
      return "\(title(of: parts.last ?? "")) (\(unit)\(days ?? ""))"
    }
  }

  /// The line and the rule that `line.2` names; the line is empty for a rule of the plan.
  private func rule(of id: String) -> (line: String, rule: CountingRule?) {
    let line = id.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(separator: ".")
    let index = (id.split(separator: ".").last.flatMap { Int($0) } ?? 0) - 1
    let rules = line.isEmpty ? plan?.counts : plan?.line(line)?.counting.rules
    guard let rules, rules.indices.contains(index) else { return (line, nil) }
    return (line, rules[index])
  }

  private func title(of line: String) -> String { plan?.line(line)?.title ?? line }

  /// A figure as a close has it: a number, or a plan's or a unit's figure in words.
  private func figure(_ text: String?) -> TextTable.Cell {
    guard isPaper else {
      return text.flatMap(Int.init).map { FigureSetter(language: language).cell($0) } ?? .stated(text)
    }
    return FigureSetter(language: language, isPaper: true).cell(recorded: text)
  }

  private func summary(_ row: ClosedRow) -> String {
    let day = CivilDay(iso: row[.date]).map { language == .vietnamese ? $0.forPeople : "\($0)" }
    let parts = [day ?? row[.date], row[.time], row[.outlet], row[.line], row[.edition], row[.title]]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What a row says in the columns in which others like it say something else.
  private func rest(of row: ClosedRow, besides others: [ClosedRow]) -> String {
    ClosedRow.Column.allCases.filter { column in others.contains { $0[column] != row[column] } }.map {
      "\(ClosingWords.of($0)[language]): \(row[$0].isEmpty ? "–" : row[$0])"
    }.joined(separator: "; ")
  }

  private func alterations(from old: ClosedRow, to new: ClosedRow) -> String {
    ClosedRow.Column.allCases.filter { old[$0] != new[$0] }.map { column in
      let (was, now) = (old[column].isEmpty ? "–" : old[column], new[column].isEmpty ? "–" : new[column])
      return "\(ClosingWords.of(column)[language]): \(was) → \(now)"
    }.joined(separator: "; ")
  }
}
