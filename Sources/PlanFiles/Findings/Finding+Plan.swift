import ScheduleModel

// What can be wrong with values of a plan that are readable one by one.
extension Finding {
  static func badRule(_ text: String, _ refusal: RecurrenceRule.Refusal, at span: SourceSpan) -> Finding {
    let reason: Words
    switch refusal {
    case .frequency(let given):
      reason = Words(
        vi: given.isEmpty ? "thiếu FREQ" : "không lặp theo \(given.quoted) được",
        en: given.isEmpty ? "FREQ is missing" : "\(given.quoted) is no frequency of a schedule")
    case .part(let part):
      reason = Words(vi: "không dùng được phần \(part.quoted)", en: "the part \(part.quoted) cannot be used")
    case .repeated(let part):
      reason = Words(vi: "\(part) được viết hai lần", en: "\(part) is written twice")
    case .value(let part, let value):
      reason = Words(
        vi: "\(part) không nhận giá trị \(value.quoted)", en: "\(part) cannot be \(value.quoted)")
    case .together(let one, let other):
      reason = Words(
        vi: "\(one.quoted) không đi cùng \(other.quoted)",
        en: "\(one.quoted) does not go with \(other.quoted)")
    }
    return Finding(
      .badRule, .error, at: span,
      Words(
        vi: "Quy tắc lặp \(text.quoted) không dùng được: \(reason.vi).",
        en: "The recurrence rule \(text.quoted) cannot be used: \(reason.en)."),
      remedy: Words(
        vi: "Dùng FREQ=DAILY, WEEKLY, MONTHLY hoặc YEARLY, ví dụ: FREQ=WEEKLY;BYDAY=TH (thứ Năm hằng tuần), "
          + "FREQ=MONTHLY;BYDAY=-1SA (thứ Bảy cuối tháng).",
        en: "Use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, such as FREQ=WEEKLY;BYDAY=TH (every Thursday), "
          + "FREQ=MONTHLY;BYDAY=-1SA (the last Saturday of the month)."))
  }

  static func oneRecurrence(given: [String], year: Int?, at span: SourceSpan) -> Finding {
    let day = "\(year ?? 2026)-04-05"
    return Finding(
      .missingKey, .error, at: span,
      given.isEmpty
        ? Words(
          vi: "Khung giờ này không nói mở vào những ngày nào.",
          en: "This grid line does not say on which days it opens.")
        : Words(
          vi: "Khung giờ này nói ngày mở \(given.count) cách: \(given.joined(separator: ", ")).",
          en: "This grid line says in \(given.count) ways on which days it opens: "
            + "\(given.joined(separator: ", "))."),
      remedy: Words(
        vi: "Viết một trong ba: rule: FREQ=WEEKLY;BYDAY=TH | dates: [\(day)] | every: month",
        en: "Write one of: rule: FREQ=WEEKLY;BYDAY=TH | dates: [\(day)] | every: month"))
  }

  static func windowEmpty(from: CivilDay, to: CivilDay, at span: SourceSpan) -> Finding {
    Finding(
      .windowEmpty, .error, at: span,
      Words(
        vi: "Khoảng thời gian kết thúc (\(to)) trước khi bắt đầu (\(from)).",
        en: "The period ends (\(to)) before it begins (\(from))."),
      remedy: Words(
        vi: "Viết cả hai ngày như văn bản của kế hoạch: from không sau to.",
        en: "Write both days as the signed plan has them: from is not after to."))
  }

  static func badMonthRange(_ text: String, at span: SourceSpan) -> Finding {
    Finding(
      .badNumber, .error, at: span,
      Words(
        vi: "\(text.quoted) không phải số lượng của một tháng.",
        en: "\(text.quoted) is not a number for a month."),
      remedy: Words(
        vi: "Viết 2 (đúng 2), 1..3 (từ 1 đến 3), 2.. (ít nhất 2) hoặc ..3 (nhiều nhất 3).",
        en: "Write 2 (exactly), 1..3 (from 1 to 3), 2.. (at least 2) or ..3 (at most 3)."))
  }

  static func minimumAboveMaximum(
    _ least: Int, _ most: Int, month: String, at span: SourceSpan
  ) -> Finding {
    Finding(
      .minimumAboveMaximum, .error, at: span,
      Words(
        vi: "Tháng \(month): số ít nhất (\(least)) lớn hơn số nhiều nhất (\(most)).",
        en: "Month \(month): the least (\(least)) is above the most (\(most))."),
      remedy: .holdBothAgainstTheDocument)
  }

  /// - Parameter isReported: Whether a source reports the quota, so that it is not to be changed.
  static func monthsContradictQuota(
    quota: Int, least: Int, most: Int, isReported: Bool, at span: SourceSpan
  ) -> Finding {
    let tooMany = least > quota
    let raise = isReported ? Words("") : Words(vi: ", hoặc tăng chỉ tiêu", en: ", or raise the quota")
    let lower =
      isReported
      ? Words("")
      : Words(
        vi: ", hoặc giảm chỉ tiêu nếu có quyết định điều chỉnh (amended)",
        en: ", or lower the quota where a decision says so (amended)")
    return Finding(
      .monthsContradictQuota, .error, at: span,
      tooMany
        ? Words(
          vi: "Cộng số ít nhất của các tháng được \(least), lớn hơn chỉ tiêu cả năm \(quota).",
          en: "The least of all months add up to \(least), more than the year's \(quota).")
        : Words(
          vi: "Cộng số nhiều nhất của các tháng được \(most), nhỏ hơn chỉ tiêu cả năm \(quota).",
          en: "The most of all months add up to \(most), less than the year's \(quota)."),
      remedy: tooMany
        ? Words(
          vi: "Giảm bớt \(least - quota) ở các tháng\(raise.vi).",
          en: "Take \(least - quota) from the months\(raise.en).")
        : Words(
          vi: "Thêm \(quota - most) vào các tháng\(lower.vi).",
          en: "Add \(quota - most) to the months\(lower.en)."))
  }

  /// - Parameter isReported: Whether a source reports the quota, so that it is not to be changed.
  static func pinsPassQuota(pins: Int, quota: Int, isReported: Bool, at span: SourceSpan) -> Finding {
    let raise = isReported ? Words("") : Words(vi: ", hoặc tăng chỉ tiêu", en: ", or raise the quota")
    return Finding(
      .pinsPassQuota, .error, at: span,
      Words(
        vi: "Có \(pins) ngày cố định, nhiều hơn chỉ tiêu \(quota).",
        en: "There \(pins == 1 ? "is" : "are") \(counted(pins, "pin")), more than the quota of \(quota)."),
      remedy: Words(
        vi: "Bỏ bớt \(pins - quota) ngày\(raise.vi).", en: "Drop \(pins - quota) of them\(raise.en)."))
  }
}
