public import ScheduleModel

/// Counts what was planned and what went out.
public enum TallyBuilder {
  /// Planned against aired, for a period.
  ///
  /// Three things are counted and never added to each other: works, which are the lines' originals, each
  /// once however often it appeared; language versions, by line and language; and placements. What was
  /// planned counts by the day for which it was, what went out by the day on which it did. A line counts the
  /// works of the lines inside it; a line embedded in another activity counts nowhere and is left out.
  /// Unplanned entries count for the line to which they were recognised to belong; without an edition each is
  /// a work of its own, except on a line each of whose works appears on several outlets.
  /// - Parameters:
  ///   - plan: The plan.
  ///   - schedule: Its schedule.
  ///   - reconciled: That schedule held against the log.
  ///   - log: The log; `nil` when there is none, so that nothing is known to have aired or been missed.
  ///   - published: The figures of a published report, to be shown beside.
  ///   - period: The days to count. ``LineTally/months`` and the groups by month and quarter show the plan's
  ///     whole year all the same. In another reporting year nothing is planned: the plan is not for that year.
  ///   - against: Which of the plan's figures it is held against.
  ///   - yearBefore: The year before, to be shown beside.
  /// - Returns: Lines and versions in the plan's order. A work counts in the group of each outlet on which it
  ///   was planned or appeared, so those do not add up to the total. Uncounted are entries of no line or of an
  ///   embedded one, those pre-empted without a placement, and those sent to where no version goes.
  /// - Complexity: O(n log n) in the placements and entries.
  public static func tally(
    plan: Plan, schedule: Schedule, reconciled: Reconciled, log: AsRunLog?, published: PublishedFigures?,
    period: ReportingPeriod, against: PlanVersion = .inForce, yearBefore: YearBefore? = nil
  ) -> Tally {
    let published = published?.standing(in: period, planYear: plan.year)
    let register = WorkRegister(plan: plan, reconciled: reconciled)
    let asOf = log == nil ? nil : reconciled.asOf
    let lines = plan.lines.filter { !$0.isEmbedded }.map { line in
      tally(of: line, register, published, period, plan, against, asOf: asOf)
    }
    let versions = plan.lines.filter { !$0.isEmbedded }.flatMap { versionTallies(of: $0, register, period) }
    return Tally(
      period: period, asOf: reconciled.asOf, hasLog: log != nil, lines: lines, versions: versions,
      totals: plan.totals.map { total($0, plan: plan, lines: lines, published: published) },
      groups: groups(plan: plan, register: register, published: published, period: period),
      rowsLeftOut: log?.rowsLeftOut ?? 0, uncounted: register.uncounted, against: against,
      rules: plan.counts.map { tally($0, plan, register, period, asOf) },
      completion: completion(
        plan: plan, lines: lines, knowsOutput: asOf != nil, reconciled.coverage, period: period),
      excesses: excesses(plan: plan, register: register, days: period.yearStart..<period.days.upperBound),
      yearBefore: yearBefore, tooShort: register.tooShort(in: period.yearStart..<period.days.upperBound),
      incomplete: log == nil
        ? []
        : plan.lines.filter { !$0.isEmbedded }.flatMap {
          register.incomplete($0, before: period.days.upperBound)
        }, coverage: reconciled.coverage)
  }

  private static func tally(
    of line: PlanLine, _ register: WorkRegister, _ published: PublishedFigures?, _ period: ReportingPeriod,
    _ plan: Plan, _ against: PlanVersion, asOf: CivilDay?
  ) -> LineTally {
    let lines = [line] + WorkRegister.parts(of: line, in: plan)
    let fates = lines.map { register.fates[register.originals(of: $0)] }.joined()
    let inYear = period.yearStart..<period.days.upperBound
    let year = Counts(fates, in: inYear)
    let figures = published?.figures.filter { $0.line == line.id } ?? []
    let planned = planned(of: line, plan, period, against)
    let counted = rules(of: line, planned: planned, in: plan).map {
      tally($0, of: line, plan, register, period, asOf)
    }
    return LineTally(
      line: line.id, planned: planned,
      published: figures.first { $0.quantity != nil } ?? figures.first,
      counts: Counts(fates, in: period.days), airedInYear: year.aired,
      months: Counts.months(fates, of: plan.months),
      placementsAired: lines.reduce(0) { sum, line in
        let appearances = register.appearances(of: register.originals(of: line))
        return sum + appearances.count { $0.airing.map { period.days.contains($0.day) } ?? false }
      },
      rows: rows(of: lines.flatMap(register.originals), register, in: period.days),
      rules: counted,
      forecast: asOf.flatMap {
        let isLogged =
          line.placing != nil && register.coverage.tells(ofAny: line.outlets.ids)
          || fates.contains { $0.airing != nil }
        return isLogged
          ? forecast(
            of: line, planned: planned, fates, plan: plan, period: period,
            asOf: register.reach(of: line, in: plan) ?? $0,
            time: planned?.unit.time == nil ? nil : counted.first) : nil
      }, pendingInYear: year.pending)
  }

  /// The line's rules besides a quota of works: a quota in time is one of them.
  private static func rules(of line: PlanLine, planned: Quantity?, in plan: Plan) -> [CountingRule] {
    let isTime = planned?.unit.time != nil
    return (isTime ? [CountingRule.quota(planned, of: line, in: plan)] : []) + line.counting.rules
  }

  /// The year's figure as the signed plan states it; `nil` when it states none, and for a period of another year.
  static func planned(
    of line: PlanLine, _ plan: Plan, _ period: ReportingPeriod, _ against: PlanVersion
  ) -> Quantity? {
    guard plan.isPlanned(period), line.basis == .plan else { return nil }
    return line.quota(against, on: period.days.upperBound.advanced(by: -1))
  }

  private static func versionTallies(
    of line: PlanLine, _ register: WorkRegister, _ period: ReportingPeriod
  ) -> [VersionTally] {
    let planned = line.versions?.into ?? []
    let seen =
      register.languages[line.id, default: []]
      + register.sent.keys.filter { $0.line == line.id }.map(\.language)
    let others = Set(seen).subtracting(planned).subtracting(line.languages.all).sorted()
    return (planned + others).map { language in
      let works = register.works(of: line.id, in: language)
      let shelf = WorkRegister.LineLanguage(line: line.id, language: language)
      let sent = register.sent[shelf, default: []].filter { period.days.contains($0.day) }
      return VersionTally(
        line: line.id, language: language, counts: Counts(register.fates[works], in: period.days),
        sent: sent.count,
        rows: (rows(of: works, register, in: period.days) + sent.map(\.place)).sorted())
    }
  }

  /// The rows behind `aired`: one for each work, or for each part of one.
  private static func rows(
    of works: some Sequence<Int>, _ register: WorkRegister, in days: Range<CivilDay>
  ) -> [SourcePlace] {
    works.flatMap { number -> [SourcePlace] in
      guard let airing = register.fates[number].airing, days.contains(airing.day) else { return [] }
      guard register.works[number].parts > 1 else {
        return [register.place(airing.source)].compactMap(\.self)
      }
      return WorkParts(of: register.works[number].parts, register.appearances(of: number)).all.compactMap {
        register.first(of: $0.compactMap(\.airing)).flatMap { register.place($0.source) }
      }
    }.sorted()
  }
}
