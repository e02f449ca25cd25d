/// What the logs can tell of: there a count of 0 means none, elsewhere it is not known.
extension Tally {
  /// Whether the logs can tell how many works of a line went out: a line that is scheduled where logs tell of one of its
  /// outlets, or of which they have at least one row.
  public func isCounted(_ line: LineTally, in plan: Plan) -> Bool {
    guard knowsOutput, let own = plan.line(line.line), !own.isEmbedded else { return false }
    let isScheduled = own.placing != nil && coverage.tells(ofAny: own.outlets.ids)
    return isScheduled || !line.rows.isEmpty || line.airedInYear > 0 || line.counts.aired > 0
  }

  /// Whether the logs count a line over some days, so that what units report of it is not added: one that is scheduled
  /// where its logs reach these days, any other where they cover all of them.
  public func counts(_ line: LineTally, over days: Range<CivilDay>, in plan: Plan) -> Bool {
    guard isCounted(line, in: plan), let own = plan.line(line.line) else { return false }
    let outlets = own.outlets.ids
    guard own.placing != nil else {
      return outlets.isEmpty || outlets.allSatisfy { coverage.covers(days, on: $0) }
    }
    return outlets.isEmpty || outlets.contains { coverage.end(of: $0).map { days.lowerBound <= $0 } ?? false }
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
