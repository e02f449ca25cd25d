import ScheduleModel

/// The ids that lines and outlets of a plan have now, by those under which they were published (`was` in the plan).
///
/// A UID never changes: it goes on naming a placement by the ids of its first publication.
struct PlanRenames {
  private let lines: [String: String]
  private let outlets: [String: String]
  private let plan: Plan

  init(of plan: Plan) {
    self.plan = plan
    lines = Dictionary(
      plan.lines.compactMap { line in line.was.map { ($0, line.id) } },
      uniquingKeysWith: { first, _ in first })
    outlets = Dictionary(
      plan.outlets.compactMap { outlet in outlet.was.map { ($0, outlet.id) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether every id is that of the first publication.
  var isEmpty: Bool { lines.isEmpty && outlets.isEmpty }

  /// The placement under the ids of today; its UID stays.
  func renamed(_ placement: Placement) -> Placement {
    guard lines[placement.line] != nil || outlets[placement.outlet] != nil else { return placement }
    let outlet = outlets[placement.outlet] ?? placement.outlet
    let rest = placement.slot.dropFirst(placement.outlet.count)
    return Placement(
      uid: placement.uid, line: lines[placement.line] ?? placement.line, edition: placement.edition,
      language: placement.language, run: placement.run, number: placement.number, outlet: outlet,
      slot: placement.slot.hasPrefix(placement.outlet + ".") ? outlet + rest : placement.slot,
      timing: placement.timing)
  }

  /// The UID that the plan would give a placement today, were it published for the first time.
  func uidOfToday(_ placement: Placement) -> String {
    let further = placement.number > 1 ? ".\(placement.number)" : ""
    let suffix =
      switch placement.run {
      case .first: ""
      case .part: ".part.\(placement.number)"
      case .repeat, .relay, .crossPost: ".\(placement.run.rawValue).\(placement.outlet)\(further)"
      }
    let language = plan.languages(ofLine: placement.line).known(placement.language)
    return "\(plan.id).\(placement.line).\(placement.edition).\(language)\(suffix)@lichsong"
  }
}
