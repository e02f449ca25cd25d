import Allocation
import Digests
public import ScheduleModel

extension StationYear {
  /// What came of moving a placement.
  public enum Moved: Sendable {
    /// It lies in another slot of the draft.
    case moved(ScheduleDraft, from: Placement, to: Placement)
    /// It was in no slot, and lies in one of the draft now.
    case placed(ScheduleDraft, Placement)
    /// It is in no slot any more, nor is what left the draft with it; itself first.
    case takenOut(ScheduleDraft, [Placement])
    /// Nobody said where to: the slots that have room for it.
    case slots([Slot])
  }

  /// Why nothing is moved.
  public struct MoveRefusal: Error, Sendable {
    /// What is wrong.
    public let findings: [Finding]
  }

  /// Moves one placement of the draft, or places a work that the draft does not have, and fixes it there; where there is no draft,
  /// one is made of what is published.
  ///
  /// - Parameters:
  ///   - slot: The id of the slot; `nil` to ask which have room.
  ///   - isFixed: Whether a re-plan leaves it there.
  ///   - time: Now, in UTC: what ended before is past and does not move.
  public mutating func moving(
    _ uid: String, to slot: String?, isFixed: Bool = true, by author: String?, why: String?,
    at time: LocalTime
  ) -> Result<Moved, MoveRefusal> {
    let today = clock.local(time).day
    let (draft, told) = currentDraft(today: today)
    guard var draft else { return .failure(MoveRefusal(findings: told)) }
    if !draft.rows.contains(where: { $0.placement.uid == uid }), let worked = workedDraft(at: time).worked,
      let work = worked.unplaced.first(where: { $0.uid == uid })
    {
      guard let slot else { return .success(.slots(worked.openSlots(for: work))) }
      return placing(work, in: slot, isFixed: isFixed, by: author, why: why, in: worked).map {
        .placed($0.worked.draft, $0.row.placement)
      }
    }
    switch moving(uid, to: slot, in: draft, told, today: today) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let move):
      guard slot != nil else {
        return .success(.slots(state(of: draft, today: today)?.openSlots(for: move.old) ?? []))
      }
      draft.move(at: move.index, to: move.new, isFixed: isFixed, by: author, why: why)
      return .success(.moved(draft, from: move.old, to: move.new))
    }
  }

  /// Takes one placement out of the draft, as ``takingOut(_:in:)`` does.
  ///
  /// - Parameter time: Now, in UTC: what ended before is past and stays.
  public mutating func takingOut(_ uid: String, at time: LocalTime) -> Result<Moved, MoveRefusal> {
    let (worked, findings) = workedDraft(at: time)
    guard let worked else { return .failure(MoveRefusal(findings: findings)) }
    return takingOut(uid, in: worked).map { .takenOut($0.worked.draft, $0.rows.map(\.placement)) }
  }

  /// Whether one placement of a draft may go to a slot, whatever it breaks there.
  ///
  /// - Parameters:
  ///   - slot: The id of the slot; `nil` for the one in which it is.
  ///   - told: What is wrong or doubtful with the draft.
  /// - Returns: The row, and the placement before and after.
  mutating func moving(
    _ uid: String, to slot: String?, in draft: ScheduleDraft, _ told: [Finding], today: CivilDay
  ) -> Result<(index: Int, old: Placement, new: Placement), MoveRefusal> {
    guard let plan, told.allSatisfy(\.leavesDraftMovable) else {
      return .failure(MoveRefusal(findings: told))
    }
    guard let index = draft.rows.firstIndex(where: { $0.placement.uid == uid }) else {
      let near = draft.rows.map(\.placement.uid).filter { $0.contains(uid) }.prefix(3)
      return .failure(MoveRefusal(findings: [.noSuchPlacement(uid, near: Array(near))]))
    }
    let old = draft.rows[index].placement
    let broadcast = BroadcastDays(plan: plan)
    guard broadcast.days(of: old).upperBound > today || !book.isPublished else {
      return .failure(MoveRefusal(findings: [.pastPlacement(old, of: plan)]))
    }
    guard let slot else { return .success((index, old, old)) }
    guard let target = slots().slots.first(where: { $0.id == slot }) else {
      let open = slots().slots.lazy.filter {
        $0.outlet == old.outlet && $0.carries(plan.moved(old, to: $0).language)
          && $0.timing.days.upperBound > today
      }
      return .failure(MoveRefusal(findings: [.noSuchSlot(slot, near: open.prefix(3).map(\.id))]))
    }
    let new = plan.moved(old, to: target)
    // Back to where it was published is always a way out.
    guard
      !book.isPublished || broadcast.days(of: new).upperBound > today
        || publications().rows.contains(where: { $0.placement.uid == uid && $0.placement.slot == slot })
    else { return .failure(MoveRefusal(findings: [.pastSlot(target)])) }
    return .success((index, old, new))
  }

  /// Whether the draft is what is published already, by the very plan that was published with it.
  public mutating func draftChangesNothing() -> Bool {
    guard files?.draft != nil, let day = plan?.days.lowerBound, let draft = readDraft(today: day).draft else {
      return false
    }
    return isPublishedAsPlanned(draft)
  }

  /// Whether the rows of a draft are all published, nothing else is, and the plan is the one that was published with them.
  public mutating func isPublishedAsPlanned(_ draft: ScheduleDraft) -> Bool {
    guard book.isPublished, let plan = files?.plan,
      publications().newest.last?.head.notes["plan"] == Digest.sha256(plan.bytes)
    else { return false }
    func key(_ placement: Placement, _ again: String?) -> String {
      "\(placement.uid) \(placement.slot) \(placement.timing) \(again ?? "")"
    }
    return Set(draft.rows.map { key($0.placement, $0.againOf) })
      == Set(publications().rows.filter(\.isPlanned).map { key($0.placement, $0.againOf) })
      && draft.rows.allSatisfy { !$0.isFixed }
  }

  /// The draft, or one of what is published, or else of what the plan gives.
  mutating func currentDraft(today: CivilDay) -> (draft: ScheduleDraft?, findings: [Finding]) {
    if files?.draft != nil { return readDraft(today: today) }
    guard book.isPublished else { return (firstDraft(), planFindings) }
    guard let file = files?.plan else { return (nil, planFindings) }
    let fold = publications()
    let base = ScheduleDraft.Base(publications: fold.newest.map(\.id), plan: Digest.sha256(file.bytes))
    let rows = fold.rows.filter(\.isPlanned).map { ScheduleDraft.Row($0.placement, againOf: $0.againOf) }
    return (ScheduleDraft(base: base, rows: rows), planFindings)
  }
}

extension Finding {
  /// Whether people may go on moving placements of a draft about which this is said: moves put back
  /// what was moved out of the past.
  var leavesDraftMovable: Bool { severity != .error || code == .draftPast }

  fileprivate static func noSuchPlacement(_ uid: String, near: [String]) -> Finding {
    Finding(
      .draftRow, .error,
      Words(vi: "Lịch không có lượt phát “\(uid)”.", en: "The schedule has no placement “\(uid)”."),
      remedy: near.isEmpty
        ? Words(
          vi: "Lấy UID trong draft.csv hoặc trong sự kiện của tệp lịch.",
          en: "Take the UID from draft.csv, or from the event in a calendar.")
        : Words(
          vi: "Có thể là: \(near.joined(separator: ", ")).", en: "Perhaps: \(near.joined(separator: ", "))."))
  }

  static func noSuchSlot(_ slot: String, near: [String]) -> Finding {
    Finding(
      .draftRow, .error,
      Words(vi: "Kế hoạch không mở khung “\(slot)”.", en: "The plan opens no slot “\(slot)”."),
      remedy: Words(
        vi:
          "Viết như \(near.joined(separator: ", ")); lichsong move KẾ-HOẠCH UID liệt kê các khung còn trống.",
        en: "Write it like \(near.joined(separator: ", ")); lichsong move PLAN UID lists the slots with room."
      ))
  }

  static func pastSlot(_ slot: Slot) -> Finding {
    Finding(
      .draftPast, .error,
      Words(
        vi: "Khung “\(slot.grid)” \(slot.timing.forPeople.vi) đã qua nên không xếp vào được.",
        en: "The slot “\(slot.grid)” of \(slot.timing.forPeople.en) is past; nothing can be put into it."),
      remedy: Words(
        vi: "Chọn một khung từ hôm nay trở đi; đã phát hôm đó thì nhật ký ghi điều đó.",
        en: "Choose a slot from today on; if it aired then, the log says so."))
  }

  static func secondAttempt(_ placement: Placement, of plan: Plan) -> Finding {
    let name = plan.name(of: placement)
    return Finding(
      .draftRow, .error,
      Words(
        vi: "Lượt \(name.vi) phát bù cho lượt đã lỡ nên không bỏ ra khỏi khung được.",
        en:
          "The broadcast \(name.en) makes good for one that was missed, so it cannot be taken out of its slot."
      ),
      remedy: Words(
        vi: "Dời sang khung khác; muốn xếp bù cách khác: lichsong allocate KẾ-HOẠCH --from NGÀY.",
        en:
          "Move it to another slot; to make good in another way: lichsong allocate PLAN --from DATE."))
  }

  fileprivate static func pastPlacement(_ placement: Placement, of plan: Plan) -> Finding {
    let (name, time) = (plan.name(of: placement), placement.timing.forPeople)
    return Finding(
      .draftPast, .error,
      Words(
        vi: "Lượt \(name.vi) (\(time.vi)) đã qua nên không dời được.",
        en: "The broadcast \(name.en) (\(time.en)) is past and cannot be moved."),
      remedy: Words(
        vi:
          "Đã phát ngày khác thì nhật ký ghi điều đó; chưa phát thì xếp bù: lichsong allocate KẾ-HOẠCH --from NGÀY.",
        en:
          "If it aired on another day, the log says so; if not, plan it again: lichsong allocate PLAN --from DATE."
      ))
  }
}
