import ScheduleModel

// What can be wrong with published figures.
extension Finding {
  /// - Parameter ids: The sums that contain each other.
  static func circularSum(_ ids: [String], at span: SourceSpan) -> Finding {
    let list = ids.prefix(12).joined(separator: ", ")
    return Finding(
      .circularOverlap, .error, at: span,
      Words(
        vi: "Các tổng này gồm lẫn nhau nên không tính được: \(list).",
        en: "These sums contain each other, so none can be worked out: \(list)."),
      remedy: Words(
        vi: "Trong of chỉ ghi số liệu, và tổng không gồm lại nó.",
        en: "Name under of only figures, and sums that do not contain this one."))
  }

  static func otherPlan(_ id: String, _ plan: Plan, at span: SourceSpan) -> Finding {
    Finding(
      .unknownReference, .error, at: span,
      Words(
        vi: "Số liệu này thuộc kế hoạch “\(id)”, không phải “\(plan.id)”.",
        en: "These figures are of the plan “\(id)”, not of “\(plan.id)”."),
      remedy: Words("plan: \(plan.id)"))
  }
}
