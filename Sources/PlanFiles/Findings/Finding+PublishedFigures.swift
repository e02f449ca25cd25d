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

  static func badFrequency(_ text: String, at span: SourceSpan) -> Finding {
    Finding(
      .badFrequency, .error, at: span,
      Words(
        vi: "\(text.quoted) không phải tần suất.", en: "\(text.quoted) does not say how often."),
      remedy: Words(
        vi: "Viết theo mẫu: frequency: 02 kỳ/tháng, hằng tuần, cách tuần hoặc 3 tháng một lần",
        en: "Write it like: frequency: 2 a month, weekly, every 2 weeks"))
  }

  static func badDuration(_ text: String, at span: SourceSpan) -> Finding {
    Finding(
      .badDuration, .error, at: span,
      Words(
        vi: "\(text.quoted) không phải một khoảng ngày, tuần, tháng, quý hay năm.",
        en: "\(text.quoted) is no number of days, weeks, months, quarters or years."),
      remedy: Words(KeySet.interval.example(of: "stated")))
  }

  static func daysMissing(_ key: String, at span: SourceSpan) -> Finding {
    Finding(
      .missingKey, .error, at: span,
      Words(
        vi: "“\(key)” cần biết tính từ ngày nào đến ngày nào.",
        en: "“\(key)” has to know from which day to which."),
      remedy: Words(
        vi: "Thêm from và to vào đây, hoặc year vào đầu tệp: year: 2019",
        en: "Add from and to here, or the year at the head of the file: year: 2019"))
  }
}
