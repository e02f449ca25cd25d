public import ScheduleModel

/// What another text of the plan says and asks for; what it does to the schedule is ``ScheduleEffect``.
public struct PlanEffect: Sendable {
  /// What is wrong or doubtful with the new text, errors included.
  public let findings: [Finding]
  /// Of these what is not said about the text that is there now.
  public let fresh: [Finding]
  /// The lines that ask for another number of works.
  public let quotas: [Quota]

  /// A line that asks for another number of works, or is new or gone.
  public struct Quota: Hashable, Sendable {
    /// The title.
    public let title: String
    /// Works before; `nil` for none stated, or a new line.
    public let before: Int?
    /// Works after; `nil` for none stated, or a line that is gone.
    public let after: Int?
  }

  /// What would happen to the schedule.
  public struct ScheduleEffect: Sendable {
    /// What would change, and against what, in numbers.
    public let comparison: ScheduleComparison.Counts
    /// Lines or versions that would not all find a slot.
    public let short: Int
    /// These lines and versions, with how many works each lacks.
    public let lacks: [Words]
    /// From which day on the year would be planned anew, leaving in place what may stay; `nil` where the whole year is
    /// planned by the new text.
    public let replannedFrom: CivilDay?

    /// What would happen to the schedule.
    public init(comparison: ScheduleComparison.Counts, short: Int, lacks: [Words], replannedFrom: CivilDay?) {
      (self.comparison, self.short, self.lacks, self.replannedFrom) = (
        comparison, short, lacks, replannedFrom
      )
    }
  }
}

extension StationYear {
  /// What another text of the plan says and asks for, before anything is planned by it.
  ///
  /// - Complexity: That of reading a plan.
  public func effect(ofPlan text: [UInt8]) -> PlanEffect {
    guard let new = with(planText: text) else {
      return PlanEffect(findings: planFindings, fresh: [], quotas: [])
    }
    let known = Set(planFindings.map { "\($0.code.rawValue) \($0.message.en)" })
    let fresh = new.planFindings.filter { !known.contains("\($0.code.rawValue) \($0.message.en)") }
    guard let after = new.plan, !new.planFindings.hasErrors else {
      return PlanEffect(findings: new.planFindings, fresh: fresh, quotas: [])
    }
    var quotas = after.lines.compactMap { line -> PlanEffect.Quota? in
      let before = plan?.line(line.id)
      guard before == nil || before?.works != line.works else { return nil }
      return PlanEffect.Quota(title: line.title, before: before?.works, after: line.works)
    }
    for line in plan?.lines ?? [] where after.line(line.id) == nil {
      quotas.append(PlanEffect.Quota(title: line.title, before: line.works, after: nil))
    }
    return PlanEffect(findings: new.planFindings, fresh: fresh, quotas: quotas)
  }

  /// What another text of the plan would do to the schedule; `nil` where the text has errors.
  ///
  /// After the text is stored, a year that has a draft or is published is planned anew; any other follows from the text by itself.
  /// - Parameter time: Now, in UTC: after the first publication the rest of the year is planned anew from tomorrow on.
  /// - Complexity: That of planning a year, which can be minutes where slots are short: not for a process that answers requests.
  public func scheduleEffect(ofPlan text: [UInt8], at time: LocalTime) -> PlanEffect.ScheduleEffect? {
    guard var new = with(planText: text), let plan = new.plan, !new.planFindings.hasErrors else { return nil }
    var old = self
    if new.book.isPublished || new.files?.draft != nil {
      guard let from = new.firstReplannedDay(at: time), let replanned = new.replan(from: from, slack: nil),
        let comparison = old.comparison(to: replanned.draft.rows, of: plan, at: time)
      else { return nil }
      return PlanEffect.ScheduleEffect(
        comparison: comparison.counts, short: replanned.replan.schedule.unplaced.count,
        lacks: replanned.replan.schedule.lacks(plan), replannedFrom: from)
    }
    guard let after = new.schedule()?.schedule,
      let comparison = old.comparison(
        to: after.placements.map { ScheduleDraft.Row($0) }, of: plan, at: time)
    else { return nil }
    return PlanEffect.ScheduleEffect(
      comparison: comparison.counts, short: after.unplaced.count, lacks: after.lacks(plan), replannedFrom: nil
    )
  }

  /// The same year with another text of its plan; `nil` without working files.
  private func with(planText text: [UInt8]) -> StationYear? {
    guard var files else { return nil }
    files.plan = InputFile(name: files.plan.name, bytes: text)
    return StationYear(book, files, terms: terms)
  }
}
