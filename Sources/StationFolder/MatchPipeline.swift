import Planning
import Reconciliation
public import Reports
public import ScheduleModel

/// Low-level access to the matching: from a file of placements and an as-run log to the pairs of their rows.
///
///     planned.csv ──Timetable──┐
///     as-run.csv ───Timetable──┴─TimetablePlan──▶ Plan, Schedule, AsRunLog ──Matcher──▶ pairs.csv
///
/// The pairs are made by the very function that matches the logs of a plan, so that it can be checked and measured
/// from outside.
public enum MatchPipeline {
  /// What came of two files.
  public struct Outcome: Sendable {
    /// The file of pairs; `nil` when one of the two could not be read at all.
    public let pairs: [UInt8]?
    /// How many there are, for a person; `nil` when there are none.
    public let report: MatchReport?
    /// What is wrong or doubtful in the files.
    public let findings: [Finding]
  }

  /// How far from its placement a row of the log may lie.
  public struct Tolerance: Sendable {
    /// Up to so many minutes before or after the planned start it may be the same airing.
    public var reachMinutes: Int
    /// Up to so many it counts as on time.
    public var onTimeMinutes: Int

    /// The tolerances that hold when nobody sets others: an hour, and what a plan calls on time.
    public init() {
      reachMinutes = 60
      onTimeMinutes = MatchingTolerance().onTimeMinutes
    }
  }

  /// Reads two files and matches them.
  ///
  /// Each is read on a thread of its own; the result does not depend on that. A file that cannot be read is thrown.
  public static func match(
    planned: String, asRun: String, _ tolerance: Tolerance
  ) throws(FileRefusal) -> Outcome {
    let files = [(planned, Timetable.Kind.planned), (asRun, .asRun)]
    let readings = Concurrently.map(files) { path, kind in
      Result { () throws(FileRefusal) in
        let file = try InputFile.readNamed(path)
        return Timetable.read(file.bytes, file: file.name, kind: kind)
      }
    }
    let (plan, log) = (try readings[0].get(), try readings[1].get())
    let findings = plan.findings + log.findings
    guard let plan = plan.table, let log = log.table else {
      return Outcome(pairs: nil, report: nil, findings: findings)
    }
    let year = TimetablePlan(
      planned: plan, asRun: log,
      matching: MatchingTolerance(
        onTimeMinutes: tolerance.onTimeMinutes, reachMinutes: tolerance.reachMinutes))
    let pairs = year.pairs(Matcher.match(plan: year.plan, schedule: year.schedule, log: year.log))
    return Outcome(
      pairs: pairs.bytes,
      report: MatchReport(planned: plan.count, asRun: log.count, counts: pairs.counts, missed: pairs.missed),
      findings: findings)
  }
}
