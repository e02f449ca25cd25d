public import ScheduleModel

/// Holds a schedule and a log against each other.
public enum Matcher {
  /// What became of each placement, and which entries belong to none.
  ///
  /// An entry shows at most one placement, a placement is shown by at most one entry. The surest sign comes
  /// first: the UID; the line with the edition, however far the day has moved; the line alone, up to
  /// ``MatchingTolerance/movedDays`` away; a title that names the line; and for an entry that names nothing,
  /// the only placement that starts within ``MatchingTolerance/onTimeMinutes`` of it. Within each come first the
  /// pairs on time, then those on the same day, then the others; and each time all are paired at once so that
  /// they lie together the least apart (``OptimalAssignment``). A row that says "pre-empted" explains
  /// a placement of its own day, or of its UID or edition, that nothing shows to have gone out. What was sent to another broadcaster shows nothing.
  ///
  /// A placement with an hour is on time within the tolerance, across midnight too; otherwise it is late on
  /// its own day and moved on another. Without an hour, or when the log has none, its own day is enough; for
  /// a placement in a month any day of the month is.
  /// - Parameters:
  ///   - plan: The plan, with its tolerances and the titles of its lines.
  ///   - schedule: The schedule of that plan.
  ///   - log: What went out.
  ///   - asOf: The last day of which the logs tell; `nil` for the log's own last day. A placement that nothing
  ///     shows is missed when its last day is not later, and pending otherwise or when there is no such day.
  /// - Returns: The outcomes in the schedule's order and the remaining entries in the log's. Apart from that,
  ///   the order of the rows does not matter.
  /// - Complexity: O(n log n) in the placements and entries.
  public static func match(
    plan: Plan, schedule: Schedule, log: AsRunLog, asOf: CivilDay? = nil
  ) -> Reconciled {
    var matching = Matching(plan: plan, schedule: schedule, log: log)
    matching.pairByUID()
    matching.pairByEdition(.stated)
    matching.pairByEdition(.recognised)
    matching.pairByLine(.stated)
    matching.pairByLine(.recognised)
    matching.pairByTimeAlone()
    return matching.reconciled(asOf: asOf ?? log.lastDay)
  }
}
