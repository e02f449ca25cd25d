import ScheduleModel

/// Of which days the logs of an outlet tell, for scripts.
struct LogsRow: Encodable {
  let outlet: String
  /// The last day up to which they go on; `null` without logs.
  @OrNull var upTo: CivilDay?
  /// Days before that of which they have nothing, although something was due.
  let gaps: [Gap]

  /// `to` is the first day after the gap.
  struct Gap: Encodable {
    let from, to: CivilDay
    let placements: Int
  }

  /// The outlets of a plan that have logs, or on which something was due; none where somebody says how far all logs go.
  static func rows(_ coverage: LogCoverage, _ plan: Plan) -> [LogsRow] {
    guard coverage.stated == nil else { return [] }
    return plan.outlets.compactMap { outlet in
      let logs = coverage.logs(of: outlet.id)
      guard logs != nil || coverage.silent.contains(outlet.id) else { return nil }
      return LogsRow(
        outlet: outlet.id, upTo: logs?.end,
        gaps: (logs?.gaps ?? []).map {
          Gap(from: $0.days.lowerBound, to: $0.days.upperBound, placements: $0.due)
        })
    }
  }
}
