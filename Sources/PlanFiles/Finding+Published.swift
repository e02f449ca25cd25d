import ScheduleModel

// What can be wrong with published figures.
extension Finding {
  static func otherPlan(_ id: String, _ plan: Plan, at span: SourceSpan) -> Finding {
    Finding(
      .unknownReference, .error, at: span,
      Words(
        vi: "Số liệu này thuộc kế hoạch “\(id)”, không phải “\(plan.id)”.",
        en: "These figures are of the plan “\(id)”, not of “\(plan.id)”."),
      remedy: Words("plan: \(plan.id)"))
  }
}
