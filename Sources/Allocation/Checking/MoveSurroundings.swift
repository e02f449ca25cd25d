import ScheduleModel

/// A schedule in which one finds quickly what the move of a placement may touch: its line, what shares its slots, what counts
/// towards the limits of its outlet, and what its translators make.
///
/// Any other rule is as it was before the move, so that it needs not be looked at.
struct MoveSurroundings: Sendable {
  private(set) var checked: CheckedSchedule
  /// What lies in each slot.
  private var bySlot: [String: [Member]] = [:]
  /// What lies on each outlet that takes only so many on a day or in a month.
  private var byOutlet: [String: [Member]] = [:]
  /// The numbers of the series of each line.
  private let byLine: [String: [Int]]
  /// The numbers of the series whose versions a translator makes, and of those that they follow.
  private let byTranslator: [String: [Int]]

  /// A placement and its series; -1 for one that the plan does not ask for.
  private struct Member {
    let series: Int
    let placement: Placement
  }

  init(_ checked: CheckedSchedule) {
    self.checked = checked
    byLine = Dictionary(grouping: checked.series.indices) { checked.series[$0].line.id }
    var byTranslator: [String: [Int]] = [:]
    for (number, one) in checked.series.enumerated() {
      guard let versions = one.line.versions, let source = one.source else { continue }
      for translator in Set(versions.translators.values) {
        byTranslator[translator, default: []] += [number, source]
      }
    }
    self.byTranslator = byTranslator
    for (number, one) in checked.series.enumerated() {
      for placement in one.placements { insert(Member(series: number, placement: placement)) }
    }
    for placement in checked.others { insert(Member(series: -1, placement: placement)) }
  }

  private func isLimited(_ outlet: String) -> Bool {
    checked.plan.outlet(outlet).map { $0.perDay != nil || $0.perMonth != nil } ?? false
  }

  private mutating func insert(_ member: Member) {
    let placement = member.placement
    bySlot[placement.slot, default: []].append(member)
    if isLimited(placement.outlet) { byOutlet[placement.outlet, default: []].append(member) }
  }

  /// The number of the series in which a placement is; `nil` for one that the plan does not ask for, or that is not there.
  func series(of placement: Placement) -> Int? {
    byLine[placement.line]?.first { checked.series[$0].placements.contains(placement) }
  }

  /// The part of the schedule that the move of a placement may touch.
  ///
  /// - Parameters:
  ///   - slots: The ids of the slots in which it is and may come to be.
  ///   - places: The placement in each of these.
  func around(_ placement: Placement, to slots: Set<String>, days places: [Placement]) -> CheckedSchedule {
    let own = byLine[placement.line] ?? []
    var members: [Int: [String: Placement]] = [:]
    func take(_ member: Member) {
      guard !own.contains(member.series) else { return }
      members[member.series, default: [:]][member.placement.uid] = member.placement
    }
    for slot in slots { bySlot[slot]?.forEach(take) }
    for outlet in Set(places.map(\.outlet)) where byOutlet[outlet] != nil {
      let months = Set(places.flatMap { [$0.timing.day.firstOfMonth, checked.day(of: $0).firstOfMonth] })
      for member in byOutlet[outlet] ?? [] {
        let placement = member.placement
        if months.contains(checked.day(of: placement).firstOfMonth) { take(member) }
      }
    }
    var whole = Set(own)
    for translator in Set(
      own.flatMap { (checked.series[$0].line.versions?.translators.values).map(Array.init) ?? [] })
    {
      whole.formUnion(byTranslator[translator] ?? [])
    }
    let others =
      (members.removeValue(forKey: -1).map { Array($0.values) } ?? [])
      .filter { $0.line != placement.line } + checked.others.filter { $0.line == placement.line }
    return checked.part(
      own: own, whole: whole, companions: members.mapValues { Array($0.values) }, others: others)
  }

  mutating func remove(_ old: Placement) {
    forget(old)
    checked.remove(old)
  }

  private mutating func forget(_ old: Placement) {
    bySlot[old.slot]?.removeAll { $0.placement.uid == old.uid }
    byOutlet[old.outlet]?.removeAll { $0.placement.uid == old.uid }
  }

  mutating func move(_ old: Placement, to new: Placement) {
    forget(old)
    checked.replace(old, by: new)
    insert(Member(series: series(of: new) ?? -1, placement: new))
  }
}
