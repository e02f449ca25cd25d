public import Allocation
public import ScheduleModel

/// The schedule as people work on it: the draft, or what it would begin with, and what is wrong with it.
public struct WorkedDraft: Sendable {
  /// All placements of the year.
  public let draft: ScheduleDraft
  /// The rules of the plan that it breaks.
  public let broken: [RuleViolation]
  /// What else is wrong or doubtful; with errors nothing can be moved.
  public let findings: [Finding]
  /// What is published, by UID; empty before the first publication.
  public let published: [String: Placement]
  /// The day on the station's clock; what ended before it is past, once something is published.
  public let today: CivilDay

  /// Whether a placement lies elsewhere than it is published, or is not published.
  public func isChanged(_ placement: Placement) -> Bool {
    published[placement.uid].map { $0.slot != placement.slot || $0.timing != placement.timing } ?? true
  }
}

extension StationYear {
  /// The schedule as people work on it; `nil` with what keeps it from being worked on.
  ///
  /// - Parameter time: Now, in UTC.
  public mutating func workedDraft(at time: LocalTime) -> (worked: WorkedDraft?, findings: [Finding]) {
    let today = clock.local(time).day
    let (draft, findings) = currentDraft(today: today)
    guard let draft else { return (nil, planFindings + findings + scheduleFaults) }
    let published = Dictionary(
      publications().rows.lazy.filter(\.isPlanned).map { ($0.placement.uid, $0.placement) },
      uniquingKeysWith: { first, _ in first })
    let worked = WorkedDraft(
      draft: draft, broken: violations(of: draft, today: today), findings: findings, published: published,
      today: today)
    return (worked, findings)
  }

  /// Works everything out that drafts are held against: slots, what is published, what aired.
  public mutating func prepareForDrafts() {
    _ = slots()
    _ = publications()
    _ = airedDays()
  }

  /// What a placement of the draft would do in each of some slots.
  ///
  /// - Parameters:
  ///   - targets: The slots.
  ///   - worked: The draft.
  /// - Returns: Nothing for a placement that is past or is not there.
  public mutating func effects(of uid: String, in targets: [Slot], of worked: WorkedDraft) -> [MoveEffect] {
    guard let plan else { return [] }
    return ScheduleCheck.effects(
      of: uid, in: targets, plan: plan, slots: slots().slots,
      placements: worked.draft.rows.map(\.placement), from: book.isPublished ? worked.today : nil,
      aired: airedDays())
  }
}
