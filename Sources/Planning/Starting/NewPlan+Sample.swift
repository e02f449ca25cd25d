public import ScheduleModel

extension NewPlan {
  /// The figure of the line with which a blank plan begins.
  static let sampleQuota = "12 kỳ"
  /// Its title.
  static let sampleTitle = Words(
    vi: "Chuyên mục “Cải cách hành chính”", en: "Column “Administrative reform”")

  /// The line with which a blank plan begins, where a plan still has it as it was put there; `nil` for none.
  ///
  /// - Parameter text: The text of the plan, whose comments show that it began as a blank one.
  public static func sample(in plan: Plan, _ text: [UInt8]) -> PlanLine? {
    guard let line = plan.line("chuyen-muc"), [sampleTitle.vi, sampleTitle.en].contains(line.title),
      line.works == 12
    else { return nil }
    return String(decoding: text, as: UTF8.self).contains("# ← ") ? line : nil
  }
}
