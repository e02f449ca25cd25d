import ScheduleModel

/// How the plan's units plan their communication: on their own, inside their reform plan, or not at all.
///
/// What is counted is the plan's entries: "the districts" is one entry; how many they are is not stated.
struct UnitPlans {
  /// Units of which it is not stated how they plan.
  let unstated: Int
  private let stated: [(name: String, mode: AdminUnit.PlanMode)]

  /// The units of a plan; `nil` when none of them says how it plans.
  init?(_ units: [AdminUnit]) {
    stated = units.compactMap { unit in unit.planMode.map { (unit.name, $0) } }
    unstated = units.count - stated.count
    if stated.isEmpty { return nil }
  }

  /// The names of the units that plan so, in the plan's order.
  func names(_ mode: AdminUnit.PlanMode) -> [String] { stated.filter { $0.mode == mode }.map(\.name) }

  /// One line for a reader; up to three units are named, so that one entry for many is seen to be that.
  func text(in language: ReaderLanguage) -> String {
    var parts: [String] = []
    for mode in AdminUnit.PlanMode.allCases where !names(mode).isEmpty {
      let names = names(mode)
      let shown = names.prefix(3).joined(separator: "; ") + (names.count > 3 ? "; …" : "")
      parts.append("\(mode.name[language]): \(grouped(names.count, in: language)) (\(shown))")
    }
    if unstated > 0 {
      parts.append("\(TallyWords.unstatedUnits[language]): \(grouped(unstated, in: language))")
    }
    return "\(TallyWords.unitPlans[language]): \(parts.joined(separator: ", "))"
  }
}
