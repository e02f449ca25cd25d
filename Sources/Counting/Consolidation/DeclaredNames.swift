import ScheduleModel

/// The names of units and lines, for people who read of their figures.
struct DeclaredNames {
  private let units: [String: String]
  private let lines: [String: String]
  private let index: NameIndex

  init(_ plan: Plan) {
    units = Dictionary(plan.units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    lines = Dictionary(plan.lines.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    index = NameIndex(plan.units.map { ($0.id, $0.name) })
  }

  /// The name of a unit; its id where the plan has none of that id.
  func unit(_ id: String) -> String { units[id] ?? id }

  /// The title of a line.
  func line(_ id: String) -> String { lines[id] ?? id }

  /// What of a unit is written into a column so that it is found again: its name, or the id where several have the name.
  func written(_ id: String) -> String {
    let name = unit(id)
    return !name.contains(";") && index.id(named: name) == id && (units[name] == nil || name == id)
      ? name : id
  }

  /// Several units with their names.
  func units(_ ids: [String]) -> String { ids.map(unit).joined(separator: ", ") }
}
