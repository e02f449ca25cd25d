public import Allocation
public import ScheduleModel

/// The schedule as people work on it: the draft, or what it would begin with, and what is wrong with it.
public struct WorkedDraft: Sendable {
  /// All placements of the year.
  public fileprivate(set) var draft: ScheduleDraft
  /// The draft held against the rules of the plan.
  fileprivate var state: ScheduleState
  /// What else is wrong or doubtful; with errors nothing can be moved.
  public let findings: [Finding]
  /// What is published, by UID; empty before the first publication.
  public let published: [String: Placement]
  /// The day on the station's clock; what ended before it is past, once something is published.
  public let today: CivilDay
  /// What a publication of it would change.
  public fileprivate(set) var changes: DraftChanges
  /// The draft as a table; `nil` until something is moved.
  fileprivate var text: DraftOctets?

  /// The draft as the file that keeps it.
  public func table(_ plan: Plan) -> [UInt8] { text?.bytes ?? draft.table(plan) }

  /// The rules of the plan that it breaks.
  public var broken: [RuleViolation] { state.violations }

  /// What a placement of the draft would do in each of some slots.
  ///
  /// - Returns: Nothing for a placement that is past or is not there.
  public func effects(of placement: Placement, in targets: [Slot]) -> [MoveEffect] {
    state.effects(of: placement, in: targets)
  }

  /// The slots into which a placement could go without breaking a rule, the best first.
  public func openSlots(for placement: Placement, limit: Int = 10) -> [Slot] {
    state.openSlots(for: placement, limit: limit)
  }

  /// Whether a placement lies elsewhere than it is published, or is not published.
  public func isChanged(_ placement: Placement) -> Bool {
    DraftChanges.isChange(placement, published[placement.uid])
  }
}

extension StationYear {
  /// The schedule as people work on it; `nil` with what keeps it from being worked on.
  ///
  /// - Parameter time: Now, in UTC.
  public mutating func workedDraft(at time: LocalTime) -> (worked: WorkedDraft?, findings: [Finding]) {
    let today = clock.local(time).day
    let (draft, findings) = currentDraft(today: today)
    guard let plan, let draft, let state = state(of: draft, today: today) else {
      return (nil, planFindings + findings + scheduleFaults)
    }
    let published = Dictionary(
      publications().rows.lazy.filter(\.isPlanned).map { ($0.placement.uid, $0.placement) },
      uniquingKeysWith: { first, _ in first })
    let worked = WorkedDraft(
      draft: draft, state: state, findings: findings, published: published, today: today,
      changes: DraftChanges(draft.rows, published: published, plan))
    return (worked, findings)
  }

  /// Works everything out that drafts are held against: slots, what is published, what aired.
  public mutating func prepareForDrafts() {
    _ = scheduleRules()
    _ = publications()
    _ = airedDays()
  }

  /// Moves one placement of a draft that is held against the rules already, as ``moving(_:to:isFixed:by:why:at:)`` does. The rules are
  /// not all looked at again: only those that the move can touch.
  ///
  /// - Returns: The draft after the move, and the row of the placement in it.
  public mutating func moving(
    _ uid: String, to slot: String, isFixed: Bool, by author: String?, why: String?, in worked: WorkedDraft
  ) -> Result<(worked: WorkedDraft, row: ScheduleDraft.Row), MoveRefusal> {
    switch moving(uid, to: slot, in: worked.draft, worked.findings, today: worked.today) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let move):
      guard let plan else { return .failure(MoveRefusal(findings: worked.findings)) }
      var worked = worked
      var text = worked.text ?? DraftOctets(worked.draft.rows, plan)
      let (row, index) = worked.draft.move(
        at: move.index, to: move.new, isFixed: isFixed, by: author, why: why)
      text.remove(at: move.index)
      text.insert(row, at: index, plan)
      worked.text = text
      worked.changes.count(move.old, worked.published[uid], plan, step: -1)
      worked.changes.count(move.new, worked.published[uid], plan)
      worked.state.move(move.old, to: move.new)
      return .success((worked, row))
    }
  }
}

extension WorkedDraft {
  /// What the plan asks for and the draft does not have, in the plan's order.
  public var unplaced: [UnplacedWork] { state.unplaced }

  /// How many works, versions and repeats the draft lacks, as the broken rules count them.
  public var missingCount: Int {
    broken.lazy.filter { $0.rule == .worksMissing }.reduce(0) { $0 + ($1.limit ?? 0) - ($1.found ?? 0) }
  }

  /// What a work that is not placed would do in each of some slots.
  public func effects(of work: UnplacedWork, in targets: [Slot]) -> [MoveEffect] {
    state.effects(of: work, in: targets)
  }

  /// The slots into which a work that is not placed could go without breaking a rule, the best first.
  public func openSlots(for work: UnplacedWork, limit: Int = 10) -> [Slot] {
    state.openSlots(for: work, limit: limit)
  }

  /// What leaves the draft together with a placement, itself first.
  public func takenAlong(with placement: Placement) -> [Placement] { state.takenAlong(with: placement) }

  /// Why a work is not placed.
  public func outlook(of work: UnplacedWork) -> UnplacedWork.Outlook { state.outlook(of: work) }
}

extension StationYear {
  /// Puts a work into the draft that the draft does not have, whatever it breaks there.
  ///
  /// - Parameter slot: The id of the slot.
  /// - Returns: The draft since, and the row of the work in it.
  public mutating func placing(
    _ work: UnplacedWork, in slot: String, isFixed: Bool, by author: String?, why: String?,
    in worked: WorkedDraft
  ) -> Result<(worked: WorkedDraft, row: ScheduleDraft.Row), MoveRefusal> {
    guard let plan, worked.findings.allSatisfy(\.leavesDraftMovable) else {
      return .failure(MoveRefusal(findings: worked.findings))
    }
    guard let target = slots().slots.first(where: { $0.id == slot }) else {
      let near = slots().slots.lazy.filter {
        work.outlets.contains($0.outlet) && $0.timing.days.upperBound > worked.today
      }
      return .failure(MoveRefusal(findings: [.noSuchSlot(slot, near: near.prefix(3).map(\.id))]))
    }
    let new = work.placement(in: target, of: plan)
    guard !book.isPublished || BroadcastDays(plan: plan).days(of: new).upperBound > worked.today else {
      return .failure(MoveRefusal(findings: [.pastSlot(target)]))
    }
    var worked = worked
    var text = worked.text ?? DraftOctets(worked.draft.rows, plan)
    let (row, index) = worked.draft.insert(new, isFixed: isFixed, by: author, why: why)
    text.insert(row, at: index, plan)
    worked.text = text
    worked.changes.count(nil, worked.published[new.uid], plan, step: -1)
    worked.changes.count(new, worked.published[new.uid], plan)
    worked.state.place(new)
    return .success((worked, row))
  }
}

extension StationYear {
  /// Takes a broadcast out of the draft, so that it is in no slot and can be placed again, with what leaves the draft with it
  /// (``ScheduleState/takenAlong(with:)``).
  ///
  /// - Returns: The draft since, and the rows as they were, that of the broadcast first.
  public mutating func takingOut(
    _ uid: String, in worked: WorkedDraft
  ) -> Result<(worked: WorkedDraft, rows: [ScheduleDraft.Row]), MoveRefusal> {
    switch moving(uid, to: nil, in: worked.draft, worked.findings, today: worked.today) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let move):
      guard let plan else { return .failure(MoveRefusal(findings: worked.findings)) }
      // The missed one is still there, so that nothing would be missing, and nothing be placed again.
      guard worked.draft.rows[move.index].againOf == nil else {
        return .failure(MoveRefusal(findings: [.secondAttempt(move.old, of: plan)]))
      }
      var worked = worked
      var text = worked.text ?? DraftOctets(worked.draft.rows, plan)
      var rows: [ScheduleDraft.Row] = []
      for placement in worked.takenAlong(with: move.old) {
        guard let index = worked.draft.rows.firstIndex(where: { $0.placement.uid == placement.uid }) else {
          continue
        }
        rows.append(worked.draft.rows.remove(at: index))
        text.remove(at: index)
        worked.changes.count(placement, worked.published[placement.uid], plan, step: -1)
        worked.changes.count(nil, worked.published[placement.uid], plan)
        worked.state.takeOut(placement)
      }
      worked.text = text
      return .success((worked, rows))
    }
  }
}
