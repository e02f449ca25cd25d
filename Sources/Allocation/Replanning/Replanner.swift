public import ScheduleModel

/// Plans the rest of a year anew, from what was published and what has aired.
///
///     Plan, YearSoFar ──RestOfYear──▶ the plan from that day on ──PlanProblem──▶ Problem
///                     ──KeptPlacements, KeepingSearch──▶ what stays, and the rest around it
///                     ──AllocationEngine, once for each slack──▶ the curve ──ScheduleBuilding──▶ Replan
public enum Replanner {
  /// The slacks of the curve, in thousandths of a work.
  public static let slacks = [0, 250, 500, 1000, 2000]

  /// The rest of the year.
  ///
  /// What has aired keeps its place and its edition. What was due and has not aired is planned again. The even
  /// line of a series goes from what has aired to its quota.
  ///
  /// Without a slack nothing moves that may stay: published placements move only where their slot is gone, or
  /// where a rule of the plan forbids them to lie where they do. What else is asked for is placed in what is left,
  /// as evenly as that lets it be; of a line with a lower quota those works go without which it is most even. If
  /// works find no slot that would find one if others moved, a finding says so.
  ///
  /// With a slack, published placements may move. What counts is the same as in a first plan (``Allocator``), but
  /// few moves come right after evenness: among the schedules whose largest distance from the even lines is no
  /// more than the slack above the best, the one with the fewest moves, then the least squares.
  ///
  /// A placement that stays in its slot keeps its edition and so its UID; the other slots get the editions that
  /// are left, in time order.
  ///
  /// - Parameters:
  ///   - slots: The dated openings of the whole year, in time order.
  ///   - slack: In thousandths of a work, 0 or more; `nil` when nothing shall move that may stay.
  ///   - fixed: UIDs of published placements that were moved by hand: they stay where they are published, with a
  ///     slack too, unless the plan forbids it.
  ///   - progress: Is told how far the search is, from 0 to 100.
  public static func replan(
    plan: Plan, slots: [Slot], _ start: YearSoFar, slack: Int? = nil, fixed: Set<String> = [],
    progress: (Int) -> Void = { _ in }
  ) -> (replan: Replan, findings: [Finding]) {
    let search = ReplanSearch(plan: plan, slots: slots, start, fixed: fixed)
    progress(30)
    let result = search.result(slack: slack) { done, all in progress(30 + done * 65 / all) }
    let best = result.chosen
    let kept = start.published.filter { start.aired[$0.uid] != nil }
    let silent = Self.silentLanguages(of: best.planned, kept, plan: plan)
    let orphans = CloseParts.orphans(
      best.solution, of: best.planned, best.built, plan: plan, slots: search.rest.slots)
    let new = Dictionary(
      (best.built.placements + orphans).map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    let open = start.published.filter { start.aired[$0.uid] == nil }.sorted {
      ($0.timing, $0.uid) < ($1.timing, $1.uid)
    }
    let due = open.filter { !start.isOpen($0) }
    let waiting = open.filter { start.isOpen($0) }
    let moves = ReplanSearch.moves(of: waiting, to: new)
    let dropped = waiting.filter { new[$0.uid] == nil }
    let outcome = AllocationOutcome(
      best.solution, best.built, of: best.planned, demands: search.demands, slots: search.rest.slots,
      plan: plan,
      moves: (
        moves.count + dropped.count, best.keepsPublished ? moves.count + dropped.count : search.forcedMoves
      ),
      months: (plan.months.index(of: start.from) ?? 0)..<plan.months.count)
    let schedule = Schedule(
      slots: slots, placements: kept + best.built.placements + orphans, unplaced: outcome.unplaced + silent,
      proof: outcome.proof)
    let replan = Replan(
      start: start, schedule: schedule, moves: moves,
      missed: due.map { Replan.Missed(old: $0, new: new[$0.uid]) },
      dropped: dropped, curve: result.curve, slack: best.slack, keepsPublished: best.keepsPublished)
    let held = result.fuller.map { fuller in
      Finding.keptLeavesShort(
        fuller.built.placements.count - best.built.placements.count, moving: fuller.moves,
        slack: fuller.slack, plan: plan)
    }
    let apart = PartsApart.findings(schedule, plan: plan, slots: slots, from: start.from)
    return (replan, search.findings + outcome.findings + (held.map { [$0] } ?? []) + apart)
  }

  /// Languages of a programme that has aired without them.
  private static func silentLanguages(
    of planned: PlanProblem, _ aired: [Placement], plan: Plan
  ) -> [Unplaced] {
    planned.series.flatMap { origin -> [Unplaced] in
      guard let followUp = origin.followUp, followUp.languages.count > 1 else { return [] }
      return followUp.languages.compactMap { language in
        let there = aired.count {
          $0.line == origin.line.id && $0.language == language && $0.run == .first
        }
        let lacking = origin.past.done.count - there
        return lacking <= 0
          ? nil
          : Unplaced(
            line: origin.line.id, language: language, count: lacking,
            reason: Words(
              vi: "chương trình chung đã phát mà nhật ký không ghi thứ tiếng này",
              en: "the common programme aired, and no log has it in this language"))
      }
    }
  }
}
