import ScheduleModel

/// The list for the wall: what must be done before air in two weeks, by language and person.
extension PaperSetter {
  func tasks() -> Paper {
    let days = terms.days ?? input.tally.period.days
    let second = days.lowerBound.advanced(by: 7)
    let (open, behind) = tasksByState
    let parts: [(Words, [OpenTask])] = [
      (
        PaperWords.overdue,
        open.filter { $0.due < days.lowerBound && $0.placement.timing.days.upperBound > days.lowerBound }
      ),
      (
        PaperWords.week(days.lowerBound..<second),
        open.filter { (days.lowerBound..<second).contains($0.due) }
      ),
      (
        PaperWords.week(second..<days.upperBound),
        open.filter { (second..<days.upperBound).contains($0.due) }
      ),
    ]
    var blocks: [Paper.Block] = []
    // One outlet is named once, so that the sheet has room for what is to be done.
    let outlets = Set(parts.flatMap { $0.1.map(\.placement.outlet) })
    for (heading, tasks) in parts where !tasks.isEmpty {
      blocks += [.heading(heading[language]), .table(table(of: tasks, namesOutlet: outlets.count > 1))]
    }
    return Paper(
      language: language, subject: plan.title, created: plan.revised, isLandscape: false, letterhead: nil,
      title: [PaperWords.tasks[language], plan.title]
        + (outlets.count == 1 ? outlets.map { plan.outlet($0)?.name ?? $0 } : []),
      subtitle: [PaperWords.days(days)[language]],
      blocks: blocks.isEmpty
        ? [.paragraph(nothingLeft(of: behind.filter { days.contains($0.due) })[language])] : blocks,
      recipients: [],
      signatures: [])
  }

  /// A piece of work before a placement.
  private struct OpenTask {
    let deadline: Deadline
    let due: CivilDay
    let placement: Placement
    let person: String?
    /// When the original of a version goes out; `nil` when no day is fixed, and for other work.
    let original: CivilDay?
  }

  private struct WorkNumber: Hashable {
    let line: String
    let edition: Int
  }

  /// Why nothing is to be done.
  ///
  /// - Parameter behind: The work due in these days before placements of which the logs tell.
  private func nothingLeft(of behind: [OpenTask]) -> Words {
    behind.isEmpty ? PaperWords.noTasks : PaperWords.tasksBehind(behind.count)
  }

  /// The work before placements of which it is not known that they went out or were missed, and before the others, by day.
  private var tasksByState: (open: [OpenTask], behind: [OpenTask]) {
    let settled = Set(
      (input.reconciled?.outcomes ?? []).filter { $0.outcome != .pending }.map(\.placement.uid))
    let all = tasks(
      before: (input.schedule?.placements ?? []).filter { terms.outlet == nil || $0.outlet == terms.outlet })
    return (
      all.filter { !settled.contains($0.placement.uid) }, all.filter { settled.contains($0.placement.uid) }
    )
  }

  private func tasks(before placements: [Placement]) -> [OpenTask] {
    var originals: [WorkNumber: CivilDay] = [:]
    for placement in input.schedule?.placements ?? [] where plan.isOriginalFirstRun(placement) {
      if case .inMonth = placement.timing { continue }
      let work = WorkNumber(line: placement.line, edition: placement.edition)
      originals[work] = min(originals[work] ?? placement.timing.day, placement.timing.day)
    }
    return placements.flatMap { placement in
      plan.deadlines(of: placement).map { deadline in
        OpenTask(
          deadline: deadline, due: deadline.day(before: placement), placement: placement,
          person: person(deadline.work, placement),
          original: deadline.work == .translation
            ? originals[WorkNumber(line: placement.line, edition: placement.edition)] : nil)
      }
    }.sorted {
      ($0.due, $0.placement.timing, $0.placement.uid) < ($1.due, $1.placement.timing, $1.placement.uid)
    }
  }

  /// Who does it: of a translation the translator, of other work the line's person or producer; `nil` for nobody.
  private func person(_ work: Deadline.Work, _ placement: Placement) -> String? {
    let line = plan.line(placement.line)
    guard work == .translation else {
      return line?.responsibility.person ?? unitName(line?.responsibility.producer)
    }
    return line?.versions?.translators[placement.language].map { plan.translator($0)?.name ?? $0 }
  }

  private func table(of tasks: [OpenTask], namesOutlet: Bool) -> TextTable {
    var table = TextTable(
      columns: [
        .words(PaperWords.due[language], width: 14), .name(PaperWords.whatToDo[language], width: 40),
        .words(PaperWords.originalDay[language], width: 12), .words(PaperWords.onAir[language], width: 14),
      ] + (namesOutlet ? [.words(PaperWords.outlet[language], width: 18)] : []))
    let groups = Dictionary(grouping: tasks) { task in
      [AllocationWords.spoken(task.placement.language, in: language), task.person ?? ""]
    }
    for (name, tasks) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let person = name[1].isEmpty ? PaperWords.unassigned[language] : name[1]
      table.rows.append(
        TextTable.Row(
          cells: [.nothing, "\(name[0].prefix(1).uppercased())\(name[0].dropFirst()) – \(person)"]
            + Array(repeating: .nothing, count: table.columns.count - 2), isGroup: true))
      for task in tasks { table.append(Array(cells(task).prefix(table.columns.count))) }
    }
    return table
  }

  private func cells(_ task: OpenTask) -> [TextTable.Cell] {
    let placement = task.placement
    let hour = task.deadline.at.map { " \($0)" } ?? ""
    let work = plan.name(of: task.deadline.work, before: placement)[language]
    let edition = AllocationWords.number(of: placement, in: plan)[language]
    return [
      .words(shortDay(task.due) + hour),
      "\(work): \(plan.title(ofLine: placement.line, in: language)), \(edition)",
      task.deadline.work == .translation ? .stated(task.original.map(shortDay)) : .nothing,
      .words(moment(placement.timing)), .words(plan.outlet(placement.outlet)?.name ?? placement.outlet),
    ]
  }

  private func shortDay(_ day: CivilDay) -> String { PaperWords.shortDay(day)[language] }

  private func moment(_ timing: SlotTiming) -> String {
    switch timing {
    case .timed(let start, _): "\(shortDay(start.day)) \(start.time)"
    case .inMonth(let days): "\(PaperWords.inMonth[language]) \(days.lowerBound.monthForPeople)"
    case .span(let days): "\(shortDay(days.lowerBound))–\(shortDay(days.upperBound.advanced(by: -1)))"
    case .allDay(let day): shortDay(day)
    }
  }
}
