public import ScheduleModel

/// What another text of the plan would do to the year.
public struct PlanEffect: Sendable {
  /// What is wrong or doubtful with the new text, errors included.
  public let findings: [Finding]
  /// Of these what is not said about the text that is there now.
  public let fresh: [Finding]
  /// The lines that ask for another number of works.
  public let quotas: [Quota]
  /// What would happen to the schedule; `nil` where the text has errors.
  public let schedule: ScheduleEffect?

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
  public struct ScheduleEffect: Hashable, Sendable {
    /// Placements before and after.
    public let before, after: Int
    /// Placements that would lie elsewhere.
    public let moved: Int
    /// Lines or versions that would not all find a slot.
    public let short: Int
    /// Whether published placements would be planned anew, from the next day on.
    public let isReplan: Bool
  }
}

extension StationYear {
  /// What another text of the plan would do to the year.
  ///
  /// - Parameter time: Now, in UTC: after the first publication the rest of the year is planned anew from tomorrow on.
  /// - Complexity: That of planning a year.
  public func effect(ofPlan text: [UInt8], at time: LocalTime) -> PlanEffect {
    var old = self
    guard var files = old.files else {
      return PlanEffect(findings: planFindings, fresh: [], quotas: [], schedule: nil)
    }
    files.plan = InputFile(name: files.plan.name, bytes: text)
    var new = StationYear(book, files, terms: terms)
    let known = Set(planFindings.map { "\($0.code.rawValue) \($0.message.en)" })
    let fresh = new.planFindings.filter { !known.contains("\($0.code.rawValue) \($0.message.en)") }
    guard let plan = new.plan, !new.planFindings.contains(where: { $0.severity == .error }) else {
      return PlanEffect(findings: new.planFindings, fresh: fresh, quotas: [], schedule: nil)
    }
    var quotas = plan.lines.compactMap { line -> PlanEffect.Quota? in
      let before = old.plan?.line(line.id)
      guard before == nil || before?.works != line.works else { return nil }
      return PlanEffect.Quota(title: line.title, before: before?.works, after: line.works)
    }
    for line in old.plan?.lines ?? [] where plan.line(line.id) == nil {
      quotas.append(PlanEffect.Quota(title: line.title, before: line.works, after: nil))
    }
    return PlanEffect(
      findings: new.planFindings, fresh: fresh, quotas: quotas,
      schedule: Self.effect(from: &old, to: &new, plan, at: time))
  }

  private static func effect(
    from old: inout StationYear, to new: inout StationYear, _ plan: Plan, at time: LocalTime
  ) -> PlanEffect.ScheduleEffect? {
    let before = old.schedule()?.schedule.placements ?? []
    let tomorrow = max(new.clock.local(time).day.advanced(by: 1), plan.days.lowerBound)
    let after: Schedule
    if new.book.isPublished {
      guard plan.days.contains(tomorrow), let replanned = new.replan(from: tomorrow, slack: nil) else {
        return nil
      }
      after = replanned.schedule
    } else {
      guard let planned = new.withoutDraft().fullSchedule() else { return nil }
      after = planned
    }
    let there = Dictionary(before.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    let moved = after.placements.count { placement in
      there[placement.uid].map { $0.slot != placement.slot || $0.timing != placement.timing } ?? false
    }
    return PlanEffect.ScheduleEffect(
      before: before.count, after: after.placements.count, moved: moved, short: after.unplaced.count,
      isReplan: new.book.isPublished)
  }

  private func fullSchedule() -> Schedule? {
    var year = self
    return year.schedule()?.schedule
  }
}
