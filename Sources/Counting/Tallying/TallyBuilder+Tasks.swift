import ScheduleModel

extension TallyBuilder {
  /// Which of the plan's tasks are done at the end of the period.
  ///
  /// A line that happens inside another activity is a task only where the plan says when it is done; it is counted
  /// nowhere, so only a day can tell.
  static func completion(
    plan: Plan, lines: [LineTally], knowsOutput: Bool, _ coverage: LogCoverage, period: ReportingPeriod
  ) -> Completion {
    let tallies = Dictionary(lines.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    let tasks = plan.lines.compactMap { line -> PlanTask? in
      guard line.counting.done != .never else { return nil }
      guard let tally = tallies[line.id] else {
        switch line.counting.done {
        case .quota, .never: return nil
        case .on(let day):
          return PlanTask(line: line.id, state: state(on: day, before: period.days.upperBound))
        case .aired, .share: return PlanTask(line: line.id, state: .unknown)
        }
      }
      let isScheduled = line.placing != nil && coverage.tells(ofAny: line.outlets.ids)
      let isLogged = knowsOutput && (isScheduled || tally.airedInYear > 0)
      return PlanTask(
        line: line.id, state: state(of: line, tally, isLogged: isLogged, end: period.days.upperBound))
    }
    return Completion(tasks: tasks, rule: plan.score)
  }

  private static func state(
    of line: PlanLine, _ tally: LineTally, isLogged: Bool, end: CivilDay
  ) -> PlanTask.State {
    let isDone: Bool?
    switch line.counting.done {
    case .never: return .unknown
    case .on(let day): return state(on: day, before: end)
    case .aired: isDone = tally.airedInYear > 0
    case .share(let share):
      isDone = tally.planned.flatMap { planned in
        planned.isInWords || planned.unit.time != nil ? nil : tally.airedInYear * 100 >= share * planned.value
      }
    case .quota:
      // A quota in time is among the rules.
      let floor = tally.planned.flatMap { $0.unit.time == nil ? $0.floor : nil }
      let floors = tally.rules.filter { $0.rule.floor != nil }
      guard floor != nil || !floors.isEmpty else { return .unknown }
      isDone = floor.map { tally.airedInYear >= $0 } ?? true && floors.allSatisfy(isReached)
    }
    guard isLogged, let isDone else { return .unknown }
    return isDone ? .done : .open
  }

  private static func state(on day: CivilDay, before end: CivilDay) -> PlanTask.State {
    day < end ? .done : .open
  }

  /// Whether the year's floor is reached; of shorter windows, whether those that are over have theirs.
  private static func isReached(_ tally: RuleTally) -> Bool {
    tally.windows.allSatisfy { [.year, .whole].contains(tally.rule.cycle) ? $0.lacking == 0 : !$0.isShort }
  }
}
