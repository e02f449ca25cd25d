public import ScheduleModel

/// Logs held against a schedule.
public struct ReconciledYear: Sendable {
  /// What the logs say.
  public let log: AsRunLog
  /// What became of the placements, a second attempt at a missed one counted as its make-good.
  public let reconciled: Reconciled
  /// What became of every placement by itself, second attempts included, in the schedule's order.
  public let outcomes: [PlacementOutcome]
  /// What is wrong or doubtful in the logs.
  public let findings: [Finding]

  /// The last day of which any row was read, or up to which somebody says that the logs are complete; `nil` without rows.
  var lastRead: CivilDay? { reconciled.coverage.stated ?? log.lastDay }
}

extension Reconciled {
  /// The same with second attempts taken as make-goods of what was missed: the work counts once, and the miss stays
  /// where it was. An attempt that is still to come is known by the placement that was missed.
  ///
  /// - Parameter againOf: For the UID of an attempt that of the placement that was missed.
  func joiningAttempts(_ againOf: [String: String]) -> Reconciled {
    func root(_ uid: String) -> String {
      var uid = uid
      var steps = 0
      while let before = againOf[uid], steps < againOf.count { (uid, steps) = (before, steps + 1) }
      return uid
    }
    var good: [String: AsRunEntry] = [:]
    var open: [String: Placement] = [:]
    var repeated: [UnplannedEntry] = []
    for outcome in outcomes where againOf[outcome.placement.uid] != nil {
      if let entry = outcome.airing { good[root(outcome.placement.uid)] = entry }
      if !outcome.outcome.isKnown { open[root(outcome.placement.uid)] = outcome.placement }
    }
    let kept = outcomes.compactMap { outcome -> PlacementOutcome? in
      guard againOf[outcome.placement.uid] == nil else { return nil }
      guard let entry = good[outcome.placement.uid] else {
        guard outcome.airing == nil, let attempt = open[outcome.placement.uid] else { return outcome }
        return PlacementOutcome(
          placement: outcome.placement, outcome: outcome.outcome, entry: outcome.entry, sign: outcome.sign,
          substitute: outcome.substitute, attempt: attempt)
      }
      guard outcome.airing == nil else {
        repeated.append(
          UnplannedEntry(
            entry: entry, line: outcome.placement.line, edition: outcome.placement.edition,
            part: outcome.placement.partNumber, sign: .edition))
        return outcome
      }
      return PlacementOutcome(
        placement: outcome.placement, outcome: outcome.outcome, entry: outcome.entry, sign: outcome.sign,
        substitute: outcome.substitute, makeGood: entry)
    }
    return with(outcomes: kept, unplanned: unplanned + repeated)
  }

  /// The same with some placements as unclear: of which it is open whether they aired.
  func marking(unclear uids: Set<String>) -> Reconciled {
    guard !uids.isEmpty else { return self }
    let marked = outcomes.map { outcome in
      uids.contains(outcome.placement.uid)
        ? PlacementOutcome(
          placement: outcome.placement, outcome: .unclear, entry: outcome.entry, sign: outcome.sign,
          substitute: outcome.substitute, attempt: outcome.attempt) : outcome
    }
    return with(outcomes: marked)
  }
}
