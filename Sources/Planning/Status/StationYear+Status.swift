import Counting
import Matching
import PlanFiles
import Reports
public import ScheduleModel

extension StationYear {
  /// Where the year is at a time in UTC.
  ///
  /// - Complexity: Where something was missed, that of planning the rest of the year anew.
  public mutating func status(at now: LocalTime) -> YearStatus {
    let today = clock.local(now).day
    guard let plan, let planned = schedule() else {
      let errors = (planFindings + scheduleFaults).count { $0.severity == .error }
      return YearStatus(today: today, stage: .planBroken(errors: errors), steps: [.correctPlan])
    }
    guard planned.origin == .published else {
      let isDraft = planned.origin == .draft
      // A plan of which nothing is scheduled has nothing to publish.
      let schedules = plan.lines.contains { $0.placing != nil }
      return YearStatus(
        today: today, stage: .unpublished,
        overdue: overdue(clock.local(now), plan, planned.schedule.placements, [:]),
        steps: unreported(plan, today)
          + (isDraft
            ? [.publish(isDraft: true)] : schedules ? [.lookAtSchedule, .publish(isDraft: false)] : []))
    }
    let held = held()
    let outcomes = Dictionary(
      (held?.outcomes ?? []).map { ($0.placement.uid, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    let lines = lines(plan, held?.reconciled, today)
    let short = shortages(on: today)
    let needless = needlessMakeGoods(on: today)
    let outlook = outlook(today, planned, lines, short, isOpen: !needless.isEmpty)
    let missed = missed(outlook)
    return YearStatus(
      today: today, stage: .published, asOf: held?.reconciled.asOf, coverage: held?.reconciled.coverage,
      lines: lines, missed: missed, needless: needless,
      doubtful: (held?.reconciled.outcomes ?? []).filter { $0.outcome == .unclear && $0.airing == nil }.map(
        \.placement),
      countedInDoubt: held.map { Matcher.placementsInDoubt($0.log, $0.reconciled) } ?? [],
      inPart: held.map { inPart($0.reconciled, of: plan) } ?? [],
      overdue: overdue(clock.local(now), plan, planned.schedule.placements, outcomes),
      short: short, steps: steps(today, planned, held, missed, outlook, lines))
  }

  /// The lines that are scheduled, the latest first: by works, then by how long the oldest is late.
  private mutating func lines(_ plan: Plan, _ reconciled: Reconciled?, _ today: CivilDay) -> [YearStatus.Line]
  {
    guard let reconciled, let asOf = reconciled.asOf,
      let year = ReportingPeriod(.year, of: plan.year, profile: plan.usualProfile),
      let (tally, _) = tally(year)
    else { return [] }
    var late: [String: CivilDay] = [:]
    for outcome in reconciled.outcomes
    where (plan.isOriginalFirstRun(outcome.placement) || outcome.placement.run == .part)
      && outcome.airing == nil
      && outcome.makeGood == nil
      && outcome.outcome.isKnown
    {
      let day = outcome.placement.timing.day
      late[outcome.placement.line] = min(late[outcome.placement.line] ?? day, day)
    }
    let lines = tally.lines.compactMap { line -> YearStatus.Line? in
      guard let own = plan.line(line.line), own.placing != nil else { return nil }
      let isLogged = own.outlets.ids.contains { reconciled.lastDay(of: $0) != nil }
      if let forecast = line.forecast {
        return YearStatus.Line(
          line: line.line, quota: forecast.quota, due: forecast.shortest?.due ?? forecast.due,
          aired: forecast.aired,
          expected: forecast.scheduled, lateSince: late[line.line], isLogged: isLogged, time: forecast.time)
      }
      let ownYear = line.months.reduce(Counts(), +)
      let due = reconciled.outcomes.count {
        $0.placement.line == line.line && plan.isOriginalFirstRun($0.placement) && $0.outcome.isKnown
          && $0.placement.timing.days.upperBound.advanced(by: -1) <= asOf
      }
      // A quota in time is filled by works, and these are counted here.
      let quota = line.planned?.unit.time == nil ? line.planned?.value : own.works
      return YearStatus.Line(
        line: line.line, quota: quota, due: due, aired: ownYear.aired,
        expected: ownYear.aired + ownYear.pending, lateSince: late[line.line], isLogged: isLogged)
    }
    return lines.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.behind != b.behind { return a.behind > b.behind }
      if a.short != b.short { return a.short > b.short }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// The rest of the year as `allocate` would plan it anew.
  private struct Outlook {
    /// The day from which on it is planned.
    let from: CivilDay
    let replan: Replan
    /// Whether that would change anything of what is published.
    let changes: Bool
    /// How many works and what follows from them still have no place.
    let unplaced: Int
  }

  /// The rest of the year planned anew from today on, where something is open; `nil` where nothing is, or no day is left.
  private mutating func outlook(
    _ today: CivilDay, _ planned: PlannedSchedule, _ lines: [YearStatus.Line], _ short: [ScheduleShortage],
    isOpen: Bool
  ) -> Outlook? {
    let from = firstOpenDay(on: today)
    guard
      isOpen || planned.findings.contains(where: { $0.code == .scheduleOutdated }) || !openMisses.isEmpty
        || lines.contains(where: { $0.short > 0 }) || !short.isEmpty,
      plan?.days.contains(from) ?? false, let replanned = replan(from: from, slack: nil)
    else { return nil }
    return Outlook(
      from: from, replan: replanned.replan, changes: changesPublished(replanned.draft.rows),
      unplaced: replanned.replan.schedule.unplaced.reduce(0) { $0 + $1.count })
  }

  /// Whether rows put anything elsewhere than where it is published.
  private mutating func changesPublished(_ rows: [ScheduleDraft.Row]) -> Bool {
    func key(_ placement: Placement) -> String { "\(placement.uid) \(placement.slot) \(placement.timing)" }
    return Set(rows.map { key($0.placement) }) != Set(publications().plannedPlacements.map(key))
  }

  /// What was due, did not go out and is not planned a second time, as far as that is certain.
  public var openMisses: [PlacementOutcome] {
    mutating get {
      guard let held = held() else { return [] }
      let again = terms.published == nil ? Set(secondAttempts().values) : []
      return held.reconciled.outcomes.filter {
        $0.airing == nil && $0.makeGood == nil && $0.outcome.isKnown && !again.contains($0.placement.uid)
      }
    }
  }

  /// Published make-goods that are still to come though what they make good has gone out: a log came late.
  private mutating func needlessMakeGoods(on today: CivilDay) -> [Placement] {
    guard terms.published == nil, let plan, let held = held() else { return [] }
    let again = secondAttempts()
    guard !again.isEmpty else { return [] }
    let outcomes = Dictionary(
      held.outcomes.map { ($0.placement.uid, $0) }, uniquingKeysWith: { first, _ in first })
    let (broadcast, from) = (BroadcastDays(plan: plan), firstOpenDay(on: today))
    return publications().plannedPlacements.filter { placement in
      guard again[placement.uid] != nil, !broadcast.isPast(placement, before: from),
        outcomes[placement.uid]?.airing == nil
      else { return false }
      var earlier = again[placement.uid]
      while let uid = earlier {
        if outcomes[uid]?.airing != nil { return true }
        earlier = again[uid]
      }
      return false
    }.sorted { ($0.timing, $0.uid) < ($1.timing, $1.uid) }
  }

  /// What was missed, with the slots that make it good and the reason where there is none.
  private mutating func missed(_ outlook: Outlook?) -> [YearStatus.Missed] {
    let open = openMisses
    guard !open.isEmpty else { return [] }
    guard let replan = outlook?.replan else {
      let reason = Words(
        vi: "kế hoạch không còn ngày nào từ hôm nay", en: "the plan has no day left from today on")
      return open.map { YearStatus.Missed(placement: $0.placement, makeGood: nil, reason: reason) }
    }
    return replan.missed.map { missed in
      let unplaced = replan.schedule.unplaced.first {
        $0.line == missed.old.line && $0.language == missed.old.language
      }
      return YearStatus.Missed(
        placement: missed.old, makeGood: missed.new,
        reason: missed.new == nil
          ? unplaced?.reason ?? Words(vi: "không còn khung trống", en: "no slot is free") : nil)
    }
  }

  /// What went out only in part and counts all the same, where nothing made it good.
  private func inPart(_ reconciled: Reconciled, of plan: Plan) -> [YearStatus.InPart] {
    reconciled.outcomes.compactMap { outcome in
      guard outcome.outcome == .partial, outcome.makeGood == nil, let minutes = outcome.entry?.minutes,
        let line = plan.line(outcome.placement.line), let planned = line.placing?.minutes,
        minutes >= line.counting.leastMinutes ?? 0
      else { return nil }
      return YearStatus.InPart(placement: outcome.placement, minutes: minutes, planned: planned)
    }
  }

  /// Deadlines that are past while what they serve is still to come.
  private func overdue(
    _ now: LocalTime, _ plan: Plan, _ placements: [Placement], _ outcomes: [String: Outcome]
  ) -> [YearStatus.Overdue] {
    let today = now.day
    func isToCome(_ timing: SlotTiming) -> Bool {
      if case .timed(let start, _) = timing { start > now } else { timing.days.upperBound > today }
    }
    return placements.filter { isToCome($0.timing) && outcomes[$0.uid].map { !$0.isKnown } ?? true }
      .flatMap { placement in
        plan.deadlines(of: placement).filter { $0.day(before: placement) < today }.map { deadline in
          let translator = plan.line(placement.line)?.versions?.translators[placement.language]
          return YearStatus.Overdue(
            work: deadline.work, day: deadline.day(before: placement), placement: placement,
            translator: deadline.work == .translation
              ? translator.map { plan.translator($0)?.name ?? $0 } : nil)
        }
      }.sorted { ($0.day, $0.placement.uid) < ($1.day, $1.placement.uid) }
  }

  /// The units that did not report for the last period that is over, or for a part of it: a step, or none. A plan of
  /// which anything is scheduled and no unit ever reported asks nobody.
  private mutating func unreported(_ plan: Plan, _ today: CivilDay) -> [YearStatus.Step] {
    let over = DeclaredForm.periods(of: plan).filter { $0.days.upperBound <= today }
    guard let period = over.max(by: { $0.days.upperBound < $1.days.upperBound }) else { return [] }
    var silent: Set<String> = []
    var partial: Set<String> = []
    let figures = declaredFigures(plan, profile: period.profile).figures
    if figures.isEmpty {
      guard !plan.lines.contains(where: { $0.placing != nil }) else { return [] }
      silent = Set(plan.lines.flatMap { plan.reporters(of: $0, in: period.days).map(\.id) })
    } else if let (tally, _) = tally(period), let (consolidation, _) = consolidated(tally) {
      // Who reported the half-year in one figure is not asked for its last quarter.
      let longer = Dictionary(
        grouping: figures.filter {
          $0.period.days.clamped(to: period.days) == period.days && $0.period.days != period.days
        }, by: \.line
      ).mapValues { Set($0.map(\.unit)) }
      for gaps in consolidation.gaps {
        let known = longer[gaps.line] ?? []
        silent.formUnion((gaps.silent + gaps.contradicted).filter { !known.contains($0) })
        partial.formUnion(gaps.partial.map(\.unit).filter { !known.contains($0) })
      }
    }
    partial.subtract(silent)
    return silent.isEmpty && partial.isEmpty
      ? [] : [.askUnits(period, silent: silent.count, partial: partial.count)]
  }

  private mutating func steps(
    _ today: CivilDay, _ planned: PlannedSchedule, _ held: ReconciledYear?, _ missed: [YearStatus.Missed],
    _ outlook: Outlook?, _ lines: [YearStatus.Line]
  ) -> [YearStatus.Step] {
    var steps: [YearStatus.Step] = []
    let contested = publications().conflicts.count
    if contested > 0 { steps.append(.settlePublications(contested)) }
    let pending = held.flatMap { _ in asRun()?.pending } ?? []
    if !pending.isEmpty { steps.append(.importLogs(pending)) }
    let asOf = held?.reconciled.asOf
    let isDue = planned.schedule.placements.contains { placement in
      placement.timing.days.upperBound <= today && (asOf.map { placement.timing.day > $0 } ?? true)
    }
    if isDue { steps.append(.askForLogs(since: asOf)) }
    if let plan, let missing = held?.reconciled.coverage.missing(in: plan) {
      steps.append(.askForMissingLogs(missing))
    }
    if let plan { steps += unreported(plan, today) }
    if let unplanned = held?.reconciled.unsettled.count(where: { $0.line == nil }), unplanned > 0 {
      steps.append(.matchRows(unplanned))
    }
    let outdated = planned.findings.contains { $0.code == .scheduleOutdated }
    if countsWorkingFiles, files?.draft != nil, !draftChangesNothing() {
      steps.append(.publish(isDraft: true))
    } else if let outlook {
      // A step that changes nothing is none.
      if outdated || outlook.changes {
        steps.append(.replan(from: outlook.from, missed: missed.count { $0.makeGood != nil }))
      }
      if outlook.unplaced > 0 { steps.append(.openRoom(outlook.unplaced, from: outlook.from)) }
    }
    // No re-plan fills a quota in time with works of the same length.
    let inTime = lines.count { $0.time != nil && $0.short > 0 }
    if inTime > 0 { steps.append(.readForecast(inTime)) }
    return steps
  }
}
