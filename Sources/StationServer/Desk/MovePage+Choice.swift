import Allocation
import Planning
import Reports
import ScheduleModel
import StationDesk

extension MovePage.Choice {
  /// - Parameter effect: What the broadcast would do there; `nil` for the slot in which it lies.
  init(
    _ slot: Slot, _ effect: MoveEffect?, _ subject: MoveSubject, _ work: DeskReading.Work,
    _ reading: DeskReading, _ order: EditionOrder, _ plan: VisiblePlan?, chosen: String?,
    _ language: ReaderLanguage
  ) {
    self.slot = slot.id
    name = "\(work.time(of: slot.timing, on: slot.outlet, language)) (\(slot.grid))"
    let isHere = slot.id == subject.row?.placement.slot
    isClosed = effect?.isClosed ?? false || (!isHere && work.isPast(slot))
    kind =
      isHere ? "here" : isClosed ? "closed" : effect.map { $0.broken.isEmpty ? "open" : "conflict" } ?? "open"
    state = TargetState(kind: kind).words[language]
    isChosen = chosen == slot.id || (chosen == nil && isHere)
    clashes =
      isHere ? [] : (effect?.broken ?? []).map { MovePage.Clash($0, subject, work, reading, plan, language) }
    var does: [String] = []
    if !isHere, work.isPast(slot) {
      does.append(Words(vi: "Khung đã qua.", en: "The slot is past.")[language])
    }
    if let effect, !isHere {
      if !effect.mended.isEmpty {
        let count = effect.mended.count
        does.append(
          Words(
            vi: "Hết trái \(count) quy định.", en: "\(counted(count, "rule")) would no longer be broken.")[
              language])
      }
      if !effect.eased.isEmpty {
        let count = effect.eased.count
        does.append(
          Words(
            vi: "Vẫn trái \(count) quy định, nhưng đỡ hơn.",
            en: "\(counted(count, "rule")) would still be broken, but less.")[language])
      }
      switch effect.evenness {
      case .better: does.append(Words(vi: "Rải đều hơn trong năm.", en: "More even over the year.")[language])
      case .worse:
        does.append(Words(vi: "Rải kém đều hơn trong năm.", en: "Less even over the year.")[language])
      case .same: break
      }
      let moved = subject.placement(in: slot, work)
      if let doubt = order.doubt(moved) { does.append(doubt[language]) }
      for deadline in work.plan.deadlines(of: moved) {
        let due = deadline.day(before: moved)
        guard due <= work.worked.today else { continue }
        does.append(
          Words(
            vi: "\(deadline.work.deskName.vi): hạn \(due.forPeople) đã qua hoặc là hôm nay.",
            en: "\(deadline.work.deskName.en): due \(due.forPeople), which is past or today.")[language])
      }
    }
    self.does = does.map { $0.visible() }
  }
}

extension MovePage.Clash {
  /// The ways out are those of the checker: what helps, and ``RuleWays``.
  init(
    _ violation: RuleViolation, _ subject: MoveSubject, _ work: DeskReading.Work, _ reading: DeskReading,
    _ plan: VisiblePlan?, _ language: ReaderLanguage
  ) {
    message = violation.message[language].visible()
    let isClosed = RuleViolation.Rule.ofTheSlotAlone.contains(violation.rule)
    remedy = isClosed ? "" : violation.remedy[language].visible()
    ways =
      isClosed
      ? []
      : RuleWays(violation, except: subject.uid, plan, reading, work, language).links
  }
}

/// How a slot looks to a broadcast that is being moved.
struct TargetState {
  /// `here`, `open`, `conflict` or `closed`.
  let kind: String

  var words: Words {
    switch kind {
    case "here": Words(vi: "đang ở đây", en: "where it is")
    case "open": Words(vi: "xếp được", en: "open")
    case "conflict": Words(vi: "vướng quy định", en: "conflict")
    default: Words(vi: "không mở cho lượt này", en: "closed")
    }
  }
}
