public import ScheduleModel

extension TallyBuilder {
  /// How each row of a line was counted: by its quota first, then by each of its further rules, then by the plan's
  /// rules over several lines that name it.
  ///
  /// - Parameters:
  ///   - line: The line's id.
  ///   - period: Counted are the days from the start of the reporting year to the end of the period.
  ///   - against: Which of the plan's figures is the quota's.
  /// - Returns: For each rule all rows of its lines, counted or not; `nil` when there is no such line, or it is
  ///   embedded in another activity and counted nowhere.
  public static func explanation(
    of line: String, plan: Plan, schedule: Schedule, reconciled: Reconciled, period: ReportingPeriod,
    against: PlanVersion = .inForce
  ) -> [RuleTally]? {
    guard let line = plan.line(line), !line.isEmbedded else { return nil }
    let register = WorkRegister(plan: plan, reconciled: reconciled)
    let quota = CountingRule.quota(planned(of: line, plan, period, against), of: line, in: plan)
    let own = [quota] + line.counting.rules
    let shared = plan.counts.filter { $0.lines.isEmpty || $0.lines.contains(line.id) }
    return own.map { tally($0, of: line, plan, register, period, reconciled.asOf) }
      + shared.map { tally($0, plan, register, period, reconciled.asOf) }
  }

  /// What a line's rule gives.
  static func tally(
    _ rule: CountingRule, of line: PlanLine, _ plan: Plan, _ register: WorkRegister,
    _ period: ReportingPeriod,
    _ asOf: CivilDay?
  ) -> RuleTally {
    RuleCount.tally(
      rule, lines: [line] + WorkRegister.parts(of: line, in: plan), of: plan, in: register, period: period,
      asOf: asOf)
  }

  /// What a rule of the plan gives; a line that lies inside another of its lines counts once.
  static func tally(
    _ rule: CountingRule, _ plan: Plan, _ register: WorkRegister, _ period: ReportingPeriod, _ asOf: CivilDay?
  ) -> RuleTally {
    var seen: Set<String> = []
    let named = plan.lines.filter { rule.lines.isEmpty || rule.lines.contains($0.id) }
    let lines = named.flatMap { [$0] + WorkRegister.parts(of: $0, in: plan) }.filter {
      !$0.isEmbedded && seen.insert($0.id).inserted
    }
    return RuleCount.tally(rule, lines: lines, of: plan, in: register, period: period, asOf: asOf)
  }
}
