/// What the logs can tell of: there a count of 0 means none, elsewhere it is not known.
extension Tally {
  /// Whether the logs can tell how many works of a line went out: a line that is scheduled, or of which they have
  /// at least one row.
  public func isCounted(_ line: LineTally, in plan: Plan) -> Bool {
    guard knowsOutput, plan.line(line.line)?.isEmbedded != true else { return false }
    return plan.line(line.line)?.placing != nil || !line.rows.isEmpty || line.airedInYear > 0
      || line.counts.aired > 0
  }

  /// Whether the logs can tell how many versions went out.
  public func isCounted(_ version: VersionTally, in plan: Plan) -> Bool {
    let isScheduled = version.counts.scheduled > 0 || plan.line(version.line)?.placing != nil
    return knowsOutput && (isScheduled || !version.rows.isEmpty)
  }

  /// Whether the logs can tell how many works of one of a total's lines went out.
  public func isCounted(_ total: TotalTally, in plan: Plan) -> Bool {
    total.counted.contains { id in lines.contains { $0.line == id && isCounted($0, in: plan) } }
  }
}

extension VersionTally {
  /// Whether they are of a language that the plan does not ask for.
  public func isFormer(in plan: Plan) -> Bool {
    !(plan.line(line)?.versions?.into.contains(language) ?? false)
  }
}
