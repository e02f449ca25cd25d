public import ScheduleModel

/// Holds a schedule and a log against each other.
public enum Matcher {
  /// What became of each placement, and which entries belong to none.
  ///
  /// An entry shows at most one placement, a placement is shown by at most one entry. The surest sign comes
  /// first (``MatchSign``): what somebody linked by hand; the UID; the edition, up to
  /// ``MatchingTolerance/movedDays`` away; the line alone, on the planned day; the edition, however far the day has
  /// moved; the line alone, up to as many days away; and for an entry that names nothing, the only placement that
  /// starts within ``MatchingTolerance/onTimeMinutes`` of it. An edition and a line may follow from the house number,
  /// from what the row states, or from its title. Within each sign come first the pairs on time, then those on the
  /// same day, then the others; and each time all are paired at once so that they differ together the least, in time
  /// and length (``OptimalAssignment``). A row that says "pre-empted" explains a placement of its own day, or of its
  /// UID or edition, that nothing shows to have gone out. What was sent to another broadcaster shows nothing.
  ///
  /// What nothing shows may be explained after that: another work of its line that went out in its slot makes it
  /// ``Outcome/substituted``, and an entry that says so makes it good. What is left over may be a relay of something
  /// that another outlet aired at the same time.
  ///
  /// A placement with an hour is on time within the tolerance, across midnight too; if not, it is late on
  /// its own broadcast day and moved on another. Without an hour, or when the log has none, its own day is enough; for
  /// a placement in a month any day of the month is.
  /// - Parameters:
  ///   - plan: The plan, with its tolerances and the titles of its lines.
  ///   - schedule: The schedule of that plan.
  ///   - log: What went out.
  ///   - links: What somebody said by hand.
  ///   - joinsRows: Whether rows about one broadcast, interrupted or noted twice, count once.
  ///   - asOf: The day up to which somebody says that the logs are complete; `nil` to go by the rows of each
  ///     outlet (``LogCoverage``). A placement that nothing shows is missed when the logs of its outlet tell of all its
  ///     days, and pending otherwise.
  /// - Returns: The outcomes in the schedule's order and the remaining entries in the log's. Apart from that,
  ///   the order of the rows does not matter.
  /// - Complexity: O(n log n) in the placements and entries.
  public static func match(
    plan: Plan, schedule: Schedule, log: AsRunLog, links: [EntryLink] = [], joinsRows: Bool = false,
    asOf: CivilDay? = nil
  ) -> Reconciled {
    var matching = MatchState(plan: plan, schedule: schedule, log: log, links: links, joinsRows: joinsRows)
    let coverage = CoverageBuilder(
      plan: plan, placements: schedule.placements, days: matching.days, entries: log.entries
    ).coverage(stated: asOf)
    matching.pairByLink()
    matching.pairByUID()
    // What aired on the planned day is the work before a row that names it weeks later, which repeats it.
    let origins = LineRecogniser.Origin.allCases
    let near = plan.matching.movedDays
    for origin in origins { matching.pairByEdition(origin, [.aired], movedDays: near) }
    for origin in origins { matching.pairByLine(origin, [.aired], movedDays: 0) }
    for origin in origins { matching.pairByEdition(origin, [.aired, .preempted], movedDays: nil) }
    for origin in origins { matching.pairByLine(origin, [.aired, .preempted], movedDays: near) }
    matching.pairByTimeAlone()
    matching.pairSubstitutes(coverage)
    return matching.reconciled(asOf: coverage.end ?? log.lastDay, coverage)
  }
}
