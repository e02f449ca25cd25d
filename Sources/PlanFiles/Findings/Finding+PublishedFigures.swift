import ScheduleModel

// What can be wrong with published figures.
extension Finding {
  /// The program read the figures from a draft, and nobody has confirmed them.
  static func figuresProposed(at span: SourceSpan) -> Finding {
    Finding(
      .publishedProposed, .warning, at: span,
      Words(
        vi:
          "Tệp này do chương trình đề xuất từ một dự thảo, chưa có người xác nhận; báo cáo chưa dùng số liệu này và "
          + "các so sánh chưa phải là kết luận.",
        en:
          "The program proposed this file from a draft, and nobody has confirmed it: reports do not use its figures, "
          + "and no comparison is a verdict."),
      remedy: Words(
        vi: "Đối chiếu từng số liệu với dự thảo, xóa tổng và tỷ lệ không đúng, rồi xóa dòng proposed: true.",
        en:
          "Hold each figure against the draft, delete sums and percentages that are none, then delete the line "
          + "proposed: true."))
  }

  static func otherPlan(_ id: String, _ plan: Plan, at span: SourceSpan) -> Finding {
    Finding(
      .unknownReference, .error, at: span,
      Words(
        vi: "Số liệu này thuộc kế hoạch “\(id)”, không phải “\(plan.id)”.",
        en: "These figures are of the plan “\(id)”, not of “\(plan.id)”."),
      remedy: Words("plan: \(plan.id)"))
  }

  /// - Parameter refusal: What was understood of the phrase, and what was not.
  static func badFrequency(_ text: String, _ refusal: QuantityRefusal, at span: SourceSpan) -> Finding {
    let isSaid = if case .noRate = refusal { true } else { false }
    return Finding(
      .badFrequency, .error, at: span,
      isSaid
        ? refusal.message
        : Words(
          vi: "\(text.quoted) không phải tần suất. \(refusal.message.vi)",
          en: "\(text.quoted) does not say how often. \(refusal.message.en)"),
      remedy: Words(
        vi:
          "Viết theo mẫu: frequency: 02 kỳ/tháng, 2 - 3 kỳ/tháng, hằng tuần, cách tuần, hai tuần một số hoặc 3 tháng một lần",
        en: "Write it like: frequency: 2 a month, 2 - 3 a month, weekly, every 2 weeks, at least 2 a week"))
  }

  static func badPeriod(_ text: String, at span: SourceSpan) -> Finding {
    Finding(
      .unknownWord, .error, at: span,
      Words(
        vi: "\(text.quoted) không phải một kỳ báo cáo.", en: "\(text.quoted) is not a reporting period."),
      remedy: Words(
        vi: "Viết theo mẫu: period: 2026, 2026-H1, 2026-Q3, 2026-04; hoặc from và to",
        en: "Write it like: period: 2026, 2026-H1, 2026-Q3, 2026-04; or from and to"))
  }

  static func notATime(_ stated: Quantity, at span: SourceSpan) -> Finding {
    Finding(
      .badQuantity, .error, at: span,
      Words(
        vi: "“\(stated.text(in: .vietnamese))” không phải thời lượng.",
        en: "“\(stated.text(in: .english))” is not a length of time."),
      remedy: Words(KeySet.hours.example(of: "stated")))
  }

  static func tooFew(_ key: String, at span: SourceSpan) -> Finding {
    Finding(
      .badNumber, .error, at: span,
      Words(vi: "“\(key)” cần từ hai số trở lên.", en: "“\(key)” needs two or more."),
      remedy: Words("of: [320, 4]"))
  }

  static func badDuration(_ text: String, at span: SourceSpan) -> Finding {
    Finding(
      .badDuration, .error, at: span,
      Words(
        vi: "\(text.quoted) không phải một khoảng ngày, tuần, tháng, quý hay năm.",
        en: "\(text.quoted) is no number of days, weeks, months, quarters or years."),
      remedy: halfYear(text)
        ?? Words(
          vi: "Viết số mà nguồn ghi, kèm ngày, tuần, tháng, quý hoặc năm: stated: SỐ tháng",
          en:
            "Write the number that the source has, with days, weeks, months, quarters or years: stated: NUMBER months"
        ))
  }

  /// What “nửa năm” is in months; `nil` for another text.
  private static func halfYear(_ text: String) -> Words? {
    let folded = FoldedText(text).text
    return folded == FoldedText("nửa năm").text || folded == "half a year"
      ? Words("stated: 6 tháng") : nil
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
