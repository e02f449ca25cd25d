extension PublishedSchedule {
  /// A schedule that was not published yet, as if it were published now, once and for the first time.
  ///
  /// - Parameters:
  ///   - outcomes: What became of its placements, as far as that is known.
  ///   - time: When it is published, in UTC.
  public init(
    draft plan: Plan, schedule: Schedule, outcomes: [PlacementOutcome] = [], at time: LocalTime
  ) {
    let known = Dictionary(outcomes.map { ($0.placement.uid, $0) }) { first, _ in first }
    let revision = PublishedPlacement.Revision(sequence: 0, publication: 0)
    let zones = Dictionary(plan.outlets.map { ($0.id, $0.zone) }) { first, _ in first }
    let usual = plan.outlets.first?.zone ?? "Asia/Ho_Chi_Minh"
    let rows = schedule.placements.map { placement in
      let result = known.isEmpty ? nil : known[placement.uid]
      let outcome = result.flatMap { $0.outcome.isKnown ? $0.outcome : nil }
      let isDone = outcome?.countsAsAired ?? false
      return PublishedPlacement(
        placement: placement, zone: zones[placement.outlet] ?? usual,
        status: PublishedPlacement.Status(of: outcome), outcome: outcome,
        aired: result.flatMap(PublishedPlacement.AirTime.init), content: "", revision: revision,
        tasks: plan.deadlines(of: placement).map { deadline in
          PublishedTask(
            work: deadline.work, day: deadline.day(before: placement), time: deadline.at,
            status: isDone ? .completed : .open, revision: revision)
        })
    }
    self.init(publications: [Publication(time: time, plan: plan)], rows: rows)
  }
}

extension PublishedPlacement.Status {
  /// The status of what had an outcome, as long as it is planned: cancelled when something with precedence took its
  /// place, tentative when no log has it.
  public init(of outcome: Outcome?) {
    self =
      switch outcome {
      case .preempted: .cancelled
      case .missed: .tentative
      case nil, .aired, .late, .moved, .partial, .substituted, .unplanned, .unclear, .pending: .confirmed
      }
  }
}

extension PublishedPlacement.AirTime {
  /// When a placement went out, where that is not as planned; `nil` where it is, or did not go out.
  public init?(_ result: PlacementOutcome) {
    switch result.outcome {
    case .late, .moved, .partial, .substituted:
      guard let entry = result.entry else { return nil }
      self.init(day: entry.day, time: entry.time)
    case .aired, .preempted, .missed, .unclear, .unplanned, .pending: return nil
    }
  }
}
