import ScheduleModel

// What can be wrong with figures.
extension Finding {
  /// - Parameter refusal: What was understood of the phrase, and what was not.
  static func badQuantity(_ refusal: QuantityRefusal, at span: SourceSpan) -> Finding {
    if case .tooLarge(let text, let limit) = refusal, limit == Quantity.largest, !text.contains(" ") {
      return .badNumber(text, in: 0...limit, at: span)
    }
    return Finding(.badQuantity, .error, at: span, refusal.message, remedy: refusal.remedy)
  }

  /// A rate is no quota: the engine places a number over the year.
  ///
  /// - Parameters:
  ///   - total: What the rate makes in the line's days; `nil` for a rate by openings, which nobody counted yet.
  ///   - rule: The counting rule that holds each stretch against the rate; `nil` where there is none.
  static func quotaIsRate(
    _ quota: Quantity, in days: Range<CivilDay>, total: Quantity?, rule: String?, at span: SourceSpan
  ) -> Finding {
    let (first, last) = (days.lowerBound.forPeople, days.upperBound.advanced(by: -1).forPeople)
    let refusal = QuantityRefusal.rate(quota.text(in: .vietnamese))
    guard let total else {
      return Finding(
        .badQuantity, .error, at: span, refusal.message,
        remedy: Words(
          vi:
            "Nếu mỗi buổi của một khung giờ có đúng bấy nhiêu thì viết ví dụ quota: 1 kỳ/buổi, grid: [toi-thu-nam]; nếu "
            + "không, ghi tổng số từ \(first) đến \(last).",
          en: "Where every opening of one grid line has exactly so many, write for example quota: 1 kỳ/buổi, "
            + "grid: [toi-thu-nam]; otherwise the total from \(first) to \(last)."))
    }
    if total.value == 0, total.upperValue ?? 0 > 0 {
      let whole = Quantity(quota.amount, quota.qualifier, quota.unit).text(in: .vietnamese)
      return Finding(
        .badQuantity, .error, at: span, refusal.message,
        remedy: Words(
          vi:
            "Từ \(first) đến \(last) ngắn hơn \(stretch(quota)). Văn bản giao cả \(whole) trong những ngày đó thì viết: "
            + "quota: \(whole); nếu không, hỏi nơi giao chỉ tiêu tổng số của những ngày đó.",
          en:
            "From \(first) to \(last) is shorter than one such stretch. If the document asks for all \(whole) in these "
            + "days, write: quota: \(whole); if not, ask whoever set the quota for the total of these days."))
    }
    let written = total.text(in: .vietnamese)
    let limits = [quota.floor.map { "floor: \($0)" }, quota.ceiling.map { "ceiling: \($0)" }].compactMap(
      \.self)
    let counts = rule.map { "counts: [{ count: works, \(limits.joined(separator: ", ")), every: \($0) }]" }
    return Finding(
      .badQuantity, .error, at: span, refusal.message,
      remedy: Words(
        vi: "Từ \(first) đến \(last) thành \(written). Viết: quota: \(written)"
          + (counts.map { "; để xét từng kỳ, thêm \($0)" } ?? ""),
        en: "From \(first) to \(last) it makes \(written). Write: quota: \(written)"
          + (counts.map { "; to hold each stretch against it, add \($0)" } ?? "")))
  }

  /// The stretch of a rate: “một năm”, “2 quý”.
  private static func stretch(_ quota: Quantity) -> String {
    guard case .every(let count, let unit)? = quota.rate else { return "một kỳ như vậy" }
    return count == 1 ? "một \(unit.name.vi)" : unit.text(count, in: .vietnamese)
  }

  /// A number for each opening, of a line that does not say of which grid line, or is amended or not scheduled.
  static func openingsUnnamed(
    _ quota: Quantity, isScheduled: Bool, isAmended: Bool, at span: SourceSpan
  ) -> Finding {
    let text = Words(vi: quota.text(in: .vietnamese), en: quota.text(in: .english))
    guard isScheduled, !isAmended else {
      return Finding(
        .badQuantity, .error, at: span,
        Words(
          vi:
            "Chỉ tiêu theo từng buổi (\(text.vi)) chỉ dùng được khi chỉ tiêu được xếp lịch và không có amended.",
          en: "A quota for each opening (\(text.en)) is for a line that is scheduled and not amended."),
        remedy: Words(
          vi: "Nếu văn bản nêu tổng số thì ghi tổng số đó, ví dụ quota: 250 \(quota.unit)",
          en: "If the document states a total, write it, such as quota: 250 \(quota.unit)"))
    }
    return Finding(
      .badQuantity, .error, at: span,
      Words(
        vi: "Chỉ tiêu theo từng buổi (\(text.vi)) phải nêu đúng một khung giờ (grid).",
        en: "A quota for each opening (\(text.en)) needs exactly one grid line (grid)."),
      remedy: Words(
        vi:
          "Thêm ví dụ grid: [toi-thu-nam]; nhiều khung giờ thì tách thành nhiều chỉ tiêu và một dòng tổng (totals).",
        en:
          "Add for example grid: [toi-thu-nam]; for several grid lines write a line each, and a total (totals)."
      ))
  }

  /// A figure in words is kept, and cannot be scheduled.
  static func quotaInWords(_ line: PlanLine, _ quota: Quantity) -> Finding {
    Finding(
      .unquantifiedItem, .info, at: line.span,
      Words(
        vi:
          "\(line.title.quoted) chỉ có số lượng bằng chữ (“\(quota.text(in: .vietnamese))”): giữ nguyên lời, "
          + "không xếp lịch, không tính tỷ lệ hoàn thành.",
        en:
          "\(line.title.quoted) has its figure in words (“\(quota.text(in: .english))”): it is kept as it is, not "
          + "scheduled, and has no completion rate."),
      remedy: Words(
        vi: "Nếu văn bản có nêu số lượng thì ghi số đó, ví dụ: quota: 12 \(line.form)",
        en: "If the document states a figure, write it, such as: quota: 12 \(line.form)"))
  }

  /// What a quota and the lengths of its works make of each other.
  static func quotaInTime(_ line: PlanLine, works: Int, lengths: ClosedRange<Int>) -> Finding {
    let (quota, count) = (line.quota, works)
    let isRange = lengths.lowerBound < lengths.upperBound
    let (low, high) = (count * lengths.lowerBound, count * lengths.upperBound)
    let total = Quantity(isRange && count > 0 ? .range(low, high) : .number(low), .exact, .time(.hours))
    let length = Quantity(
      isRange ? .range(lengths.lowerBound, lengths.upperBound) : .number(lengths.lowerBound), .exact,
      .time(.minutes))
    func text(_ language: ReaderLanguage) -> (quota: String, works: String, length: String, total: String) {
      (
        quota?.text(in: language) ?? "–", grouped(count, in: language), length.text(in: language),
        total.text(in: language)
      )
    }
    let (vi, en) = (text(.vietnamese), text(.english))
    let limit = quota.flatMap { quota in
      quota.unit.time == nil ? nil : quota.ceiling.map { Quantity($0, .time(.hours)) }
    }
    let passes = limit.map { high > $0.value || count == 0 } ?? false
    let beyond = limit.flatMap { passes ? Self.lengthsPass($0, works: count) : nil }
    return Finding(
      .quotaInTime, passes ? .warning : .info, at: line.span,
      Words(
        vi:
          "\(line.title.quoted): chỉ tiêu \(vi.quota), mỗi tác phẩm \(vi.length): xếp \(vi.works) tác phẩm, "
          + "tổng thời lượng \(vi.total).\(beyond.map { " \($0.vi)" } ?? "")",
        en:
          "\(line.title.quoted): a quota of \(en.quota), with works of \(en.length): \(counted(count, "work")) \(count == 1 ? "is" : "are") "
          + "scheduled, \(en.total) in all.\(beyond.map { " \($0.en)" } ?? "")"),
      remedy: passes
        ? Words(
          vi: "Đối chiếu quota và length với văn bản: một trong hai ghi nhầm, hoặc văn bản giao số tác phẩm.",
          en:
            "Hold quota and length against the document: one of them is wrong, or the document sets a number of works."
        )
        : quota?.unit.time == nil
          ? nil
          : Words(
            vi: "Nếu văn bản nêu số tác phẩm thì ghi số đó, ví dụ: quota: \(count) \(line.form)",
            en: "If the document states a number of works, write it, such as: quota: \(count) \(line.form)"))
  }

  /// That the works of a quota in time are more than it allows when all are long, or that not one is within it.
  private static func lengthsPass(_ limit: Quantity, works: Int) -> Words {
    let (vi, en) = (limit.text(in: .vietnamese), limit.text(in: .english))
    return works == 0
      ? Words(
        vi: "Một tác phẩm đã có thể dài hơn mức tối đa \(vi), nên không xếp tác phẩm nào.",
        en: "One work may already be longer than the most, \(en), so none is scheduled.")
      : Words(
        vi: "Tác phẩm nào cũng dài nhất thì vượt mức tối đa \(vi).",
        en: "If all are of the greatest length, they pass the most, \(en).")
  }

  /// A quota in time is filled by works of a length.
  static func lengthMissing(_ quota: Quantity, at span: SourceSpan) -> Finding {
    Finding(
      .missingKey, .error, at: span,
      Words(
        vi:
          "Chỉ tiêu \(quota.text(in: .vietnamese)) là thời lượng; chưa ghi thời lượng mỗi tác phẩm (length) nên "
          + "không biết phải xếp bao nhiêu.",
        en:
          "The quota of \(quota.text(in: .english)) is a time; without the length of a work it is not known how many "
          + "to schedule."),
      remedy: Words(
        vi: "Kế hoạch có nêu thời lượng mỗi tác phẩm thì ghi vào length; không nêu thì viết scheduled: false",
        en:
          "Where the plan states how long a work is, write it as length; where it does not, write scheduled: false"
      ))
  }
}
