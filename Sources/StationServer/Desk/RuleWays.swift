import Allocation
import Planning
import Reports
import ScheduleModel
import StationDesk

/// The ways out of a broken rule: another broadcast moves or makes room, or the plan says something else.
struct RuleWays {
  let links: [PageFrame.Link]

  /// So many broadcasts are offered; a slot that has more has a fault in the plan.
  private static let most = 5

  /// - Parameter own: The broadcast that is being moved, whose own form this is; `nil` for none.
  init(
    _ violation: RuleViolation, except own: String?, _ plan: VisiblePlan?, _ reading: DeskReading,
    _ work: DeskReading.Work, _ language: ReaderLanguage
  ) {
    let others = violation.uids.filter { $0 != own }.lazy.compactMap { uid -> ScheduleDraft.Row? in
      work.rows[uid].flatMap { row in
        !work.isPast(row.placement) && plan?.allows(.draft, outlet: row.placement.outlet) ?? false ? row : nil
      }
    }
    let broadcasts = others.prefix(Self.most).flatMap { row -> [PageFrame.Link] in
      let (form, name) = (reading.form(of: row.placement.uid), work.name(of: row.placement, language))
      let move = PageFrame.Link(
        address: form, name: Words(vi: "Dời \(name)", en: "Move \(name)")[language])
      guard row.againOf == nil, Self.isAboutRoom(violation.rule) else { return [move] }
      return [
        move,
        PageFrame.Link(
          address: "\(form)#off",
          name: Words(vi: "Bỏ \(name) ra", en: "Take \(name) out")[language]),
      ]
    }
    links = broadcasts + Self.inPlan(violation, plan, reading, work, language)
  }

  /// Whether a broadcast less mends it. Of broadcasts in a wrong order or at a wrong distance each has its slot, and one has to move.
  private static func isAboutRoom(_ rule: RuleViolation.Rule) -> Bool {
    switch rule {
    case .slotCapacity, .slotMinutes, .perDay, .monthMost, .gapDays, .outletPerDay, .outletPerMonth,
      .translatorWeeks, .editionTwice, .notAskedFor, .originalMissing:
      true
    default: false
    }
  }

  /// The forms of what the plan says about it: a length, a number, a distance. The draft cannot say it otherwise than the plan.
  private static func inPlan(
    _ violation: RuleViolation, _ plan: VisiblePlan?, _ reading: DeskReading, _ work: DeskReading.Work,
    _ language: ReaderLanguage
  ) -> [PageFrame.Link] {
    guard plan?.allows(.changePlan) ?? false else { return [] }
    let base = "/p/\(reading.address)/desk/plan"
    func grid() -> [PageFrame.Link] {
      guard let slot = violation.slot.flatMap({ work.slots[$0] }) else { return [] }
      return [
        PageFrame.Link(
          address: "\(base)/grid/\("\(slot.outlet)/\(slot.grid)".inAddress)",
          name: Words(
            vi: "Sửa khung giờ “\(slot.grid)” trong kế hoạch",
            en: "Change the grid line “\(slot.grid)” in the plan")[language].visible())
      ]
    }
    func lines() -> [PageFrame.Link] {
      let named = violation.uids.compactMap { work.rows[$0]?.placement.line }
      var ids: [String] = []
      for id in [violation.line].compactMap(\.self) + named where !ids.contains(id) { ids.append(id) }
      return ids.prefix(most).filter { work.plan.line($0) != nil }.map { id in
        let title = work.plan.title(ofLine: id, in: language).visible()
        return PageFrame.Link(
          address: "\(base)/lines/\(id.inAddress)",
          name: Words(
            vi: "Sửa chỉ tiêu “\(title)” trong kế hoạch", en: "Change the line “\(title)” in the plan")[
              language])
      }
    }
    switch violation.rule {
    case .slotCapacity: return grid()
    // Only the plan says how long works and slots are, and whether works go out in parts.
    case .slotMinutes, .workTooLong: return grid() + lines()
    case .perDay, .monthLeast, .monthMost, .gapDays, .weekday, .outsideWindow, .worksTooMany: return lines()
    case .outletPerDay, .outletPerMonth:
      guard let id = violation.uids.lazy.compactMap({ work.rows[$0]?.placement.outlet }).first else {
        return []
      }
      let name = work.plan.name(ofOutlet: id, in: language).visible()
      return [
        PageFrame.Link(
          address: "\(base)/outlets/\(id.inAddress)",
          name: Words(vi: "Sửa kênh “\(name)” trong kế hoạch", en: "Change the outlet “\(name)” in the plan")[
            language])
      ]
    default: return []
    }
  }
}
