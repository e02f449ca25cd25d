import Logs
import Matching
import Planning
import Reports
import ScheduleModel
import StationFolder

/// Low-level access to the matching: from a file of placements and an as-run log to the pairs of their rows.
///
///     planned.csv ──Timetable──┐
///     as-run.csv ───Timetable──┴─TimetablePlan──▶ Plan, Schedule, AsRunLog ──Matcher──▶ pairs.csv
///
/// The pairs are made by the very function that matches the logs of a plan, so that it can be checked and measured
/// from outside.
enum MatchPipeline {
  /// What came of two files.
  struct Outcome: Sendable {
    /// The file of pairs; `nil` when one of the two could not be read at all.
    let pairs: [UInt8]?
    /// How many there are, for a person; `nil` when there are none.
    let report: MatchReport?
    /// What is wrong or doubtful in the files.
    let findings: [Finding]
  }

  /// How far from its placement a row of the log may lie.
  struct Tolerance: Sendable {
    /// The most minutes before or after the planned start for the same airing.
    var reachMinutes: Int
    /// The most minutes that count as on time.
    var onTimeMinutes: Int

    /// The default tolerances: an hour, and what a plan calls on time.
    init() {
      reachMinutes = 60
      onTimeMinutes = MatchingTolerance().onTimeMinutes
    }
  }

  /// Reads two files and matches them.
  ///
  /// - Throws: When one of them cannot be read.
  static func match(
    planned: String, asRun: String, _ tolerance: Tolerance
  ) throws(FileRefusal) -> Outcome {
    func table(_ path: String, _ kind: Timetable.Kind) throws(FileRefusal) -> (
      table: Timetable?, findings: [Finding]
    ) {
      let file = try InputFile.readNamed(path)
      return Timetable.read(file.bytes, file: file.name, kind: kind)
    }
    let (plan, log) = (try table(planned, .planned), try table(asRun, .asRun))
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
