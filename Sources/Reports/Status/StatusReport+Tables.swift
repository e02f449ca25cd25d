package import ScheduleModel

extension StatusReport {
  /// The lines that are behind their schedule or that the schedule leaves short, the latest first, and how far they are;
  /// `nil` when there are none.
  package func lateLines() -> TextTable? {
    guard let plan else { return nil }
    var table = TextTable(columns: [
      .name(AllocationWords.line[language]), .words(Words(vi: "Chậm thế nào", en: "How late")[language]),
    ])
    for line in status.lines where line.behind > 0 || line.short > 0 {
      table.append([plan.title(ofLine: line.line, in: language), how(line, plan)[language]])
    }
    return table.rows.isEmpty ? nil : table
  }

  /// What was missed, and where it can be made good; `nil` when nothing was.
  package func missedPlacements() -> TextTable? {
    guard let plan, !status.missed.isEmpty else { return nil }
    var table = TextTable(columns: [
      .name(OutcomeWords.work[language]), .words(OutcomeWords.scheduled[language]),
      .words(Words(vi: "Phát bù được vào", en: "Can be made good")[language]),
    ])
    for missed in status.missed {
      let reason = missed.reason?[language] ?? MakeGoodWords.noSlot[language]
      table.append([
        name(missed.placement, plan), missed.placement.timing.text(in: language),
        missed.makeGood?.timing.text(in: language) ?? "\(StatusWords.noMakeGood[language]): \(reason)",
      ])
    }
    return table
  }

  /// Work whose deadline is past; `nil` when there is none.
  package func overdueWork() -> TextTable? {
    guard let plan, !status.overdue.isEmpty else { return nil }
    return Self.work(
      status.overdue.map { ($0.work, $0.day, $0.placement, $0.translator) }, of: plan, in: language)
  }

  /// Work before air as a table.
  package static func work(
    _ rows: [(work: Deadline.Work, day: CivilDay, placement: Placement, who: String?)], of plan: Plan,
    in language: ReaderLanguage
  ) -> TextTable {
    var table = TextTable(columns: [
      .words(Words(vi: "Hạn", en: "Due")[language]), .words(Words(vi: "Việc", en: "Task")[language]),
      .name(OutcomeWords.work[language]), .words(Words(vi: "Ai làm", en: "By whom")[language]),
      .words(Words(vi: "Phát", en: "On the air")[language]),
    ])
    for row in rows {
      table.append([
        row.day.forPeople, plan.name(of: row.work, before: row.placement)[language],
        name(row.placement, plan, language),
        row.who ?? "–", row.placement.timing.text(in: language),
      ])
    }
    return table
  }
}
