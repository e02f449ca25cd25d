import ScheduleModel

// What can be wrong with how lines are spread, repeated and translated.
extension Finding {
  static func peakOutsideWindow(
    _ days: Range<CivilDay>, window: Range<CivilDay>, at span: SourceSpan
  ) -> Finding {
    let (peak, own) = (days.text, window.text)
    return Finding(
      .peakOutsideWindow, .warning, at: span,
      Words(
        vi: "Đợt cao điểm \(peak) nằm ngoài thời gian của chỉ tiêu (\(own)), nên không có tác dụng.",
        en: "The peak \(peak) lies outside the days of the line (\(own)), so it has no effect."),
      remedy: Words(
        vi: "Sửa ngày của đợt cao điểm, hoặc sửa from, to của chỉ tiêu.",
        en: "Correct the days of the peak, or the line's from and to."))
  }

  static func withinBelowAfter(after: Int, within: Int, at span: SourceSpan) -> Finding {
    Finding(
      .minimumAboveMaximum, .error, at: span,
      Words(
        vi: "Phát lại sớm nhất sau \(after) ngày (after) nhưng muộn nhất trong \(within) ngày (within).",
        en: "The repeat comes after \(days(after)) at the earliest (after), but within \(within) (within)."),
      remedy: .holdBothAgainstTheDocument)
  }

  static func repeatsPassQuota(_ works: Int, quota: Int, at span: SourceSpan) -> Finding {
    Finding(
      .repeatsPassQuota, .error, at: span,
      Words(
        vi: "Phát lại \(works) tác phẩm, nhiều hơn chỉ tiêu \(quota).",
        en:
          "There \(works == 1 ? "is" : "are") \(counted(works, "work")) to repeat, more than the quota of \(quota)."
      ),
      remedy: Words(
        vi: "Viết works: \(quota), hoặc xóa works để phát lại tất cả.",
        en: "Write works: \(quota), or delete works to repeat all."))
  }

  static func translatorWithoutVersions(_ language: LanguageTag, at span: SourceSpan) -> Finding {
    let vi = BroadcastLanguage.name(of: language, in: .vietnamese)
    let en = BroadcastLanguage.name(of: language, in: .english)
    return Finding(
      .unusedKey, .warning, at: span,
      Words(
        vi: "Chỉ tiêu này không có bản tiếng \(vi) (into), nên không cần người dịch tiếng đó.",
        en: "This line has no versions in \(en) (into), so it needs no translator for them."),
      remedy: Words(
        vi: "Thêm \(language) vào into, hoặc xóa chỗ này.", en: "Add \(language) to into, or delete this."))
  }

  static func translatorUnused(_ translator: Translator) -> Finding {
    Finding(
      .unusedKey, .warning, at: SourceSpan(translator.place, under: translator.id),
      Words(
        vi: "Không chỉ tiêu nào giao bản dịch cho \(translator.name.quoted).",
        en: "No line gives its versions to \(translator.name.quoted)."),
      remedy: Words(
        vi: "Thêm vào versions của chỉ tiêu: translator: \(translator.id); nếu không cần thì xóa.",
        en: "Add to the versions of a line: translator: \(translator.id); or delete it."))
  }

  static func languagesNotTogether(_ languages: [LanguageTag], _ line: PlanLine) -> Finding {
    let vi = languages.map { BroadcastLanguage.name(of: $0, in: .vietnamese) }.joined(separator: ", ")
    let en = languages.map { BroadcastLanguage.name(of: $0, in: .english) }.joined(separator: ", ")
    let tags = languages.map(\.tag).joined(separator: ", ")
    return Finding(
      .languageWithoutGrid, .warning, at: line.span,
      Words(
        vi:
          "\(line.title.quoted) phát các bản tiếng \(vi) trong một chương trình (together) nhưng không có khung "
          + "giờ nào mang đủ các tiếng đó.",
        en: "\(line.title.quoted) has its versions in \(en) in one programme (together), but no grid line "
          + "carries them all."),
      remedy: Words(
        vi:
          "Ghi ở khung giờ của chương trình đó: languages: [\(tags)]; không có chương trình như vậy thì xóa together.",
        en:
          "Write at the grid line of that programme: languages: [\(tags)]; where there is no such programme, delete "
          + "together."))
  }

  static func repeatsWithoutGrid(_ repeats: Repeats, _ line: PlanLine) -> Finding {
    Finding(
      .quotaWithoutGrid, .warning, at: SourceSpan(repeats.place, width: 1),
      Words(
        vi: "\(line.title.quoted) không có khung giờ nào để phát lại.",
        en: "\(line.title.quoted) has no grid line that its repeats may use."),
      remedy: Words(
        vi:
          "Ghi ở repeats một kênh (outlet) có khung giờ tiếng \(line.languages.names(in: .vietnamese)), hoặc thêm khung "
          + "giờ cho kênh.",
        en:
          "Name an outlet with a \(line.languages.names(in: .english)) grid line in repeats, or add a grid line to the "
          + "outlet."))
  }

  /// - Parameters:
  ///   - usable: The ids of the grid lines that the line may use; at least one.
  ///   - isOutsideGrid: Whether the line's own list of grid lines leaves it out.
  static func preferredUnusable(
    _ grid: String, usable: [String], isOutsideGrid: Bool, _ line: PlanLine
  ) -> Finding {
    let ids = usable.prefix(12).joined(separator: ", ") + (usable.count > 12 ? ", …" : "")
    return Finding(
      .unknownReference, .error, at: line.span,
      Words(
        vi: "\(line.title.quoted) ưu tiên khung giờ “\(grid)” (prefer) nhưng không được dùng khung giờ đó.",
        en: "\(line.title.quoted) prefers the grid line “\(grid)”, which it may not use."),
      remedy: Words(
        vi: "Xóa ở prefer" + (isOutsideGrid ? ", hoặc thêm vào grid của chỉ tiêu" : "")
          + ". Đang được dùng: \(ids).",
        en: "Delete it from prefer" + (isOutsideGrid ? ", or add it to the line's grid" : "")
          + ". It may use: \(ids)."))
  }

  static func workLongerThanSlot(
    _ line: PlanLine, minutes: Int, _ openings: [GridLine], _ languages: WorkLanguages
  ) -> Finding {
    let list =
      openings.prefix(12).map { "\($0.id) (\($0.minutes)m)" }.joined(separator: ", ")
      + (openings.count > 12 ? ", …" : "")
    let longest = openings.map(\.minutes).max() ?? minutes
    let vi = languages.names(in: .vietnamese)
    let en = languages.names(in: .english)
    let isOriginal = languages == .vietnamese
    return Finding(
      .workLongerThanSlot, .error, at: line.span,
      Words(
        vi: "\(line.title.quoted) dài \(minutes) phút, dài hơn mọi khung giờ "
          + (isOriginal ? "" : "tiếng \(vi) ") + "được dùng: \(list).",
        en: "\(line.title.quoted) is \(minutes) minutes long, longer than every "
          + (isOriginal ? "" : "\(en) ") + "grid line that it may use: \(list)."),
      remedy: Words(
        vi:
          "Đối chiếu với kế hoạch, rồi sửa length ghi nhầm: của chỉ tiêu (nhiều nhất \(longest)m) hoặc của khung giờ.",
        en:
          "Look at the plan, and correct the length that is wrong: the line's (\(longest)m at most) or a grid line's."
      ))
  }

  private static func days(_ count: Int) -> String { "\(count) day\(count == 1 ? "" : "s")" }

  static func gapPassesWindow(
    _ line: PlanLine, gap: Int, works: Int, needed: Int, window: Range<CivilDay>
  ) -> Finding {
    let largest = (window.count - 1) / max(1, works - 1)
    return Finding(
      .gapNotKept, .error, at: line.span,
      Words(
        vi:
          "\(line.title.quoted): \(works) tác phẩm cách nhau ít nhất \(gap) ngày (gap) cần \(needed) ngày, mà "
          + "thời gian của chỉ tiêu chỉ có \(window.count).",
        en:
          "\(line.title.quoted): \(works) works at least \(days(gap)) apart (gap) need \(days(needed)), but the "
          + "line has \(window.count)."),
      remedy: largest == 0
        ? line.basis == .result
          ? Words(vi: "Xóa gap.", en: "Delete gap.")
          : Words(
            vi: "Xóa gap; chỉ tiêu đã ký chỉ giảm khi có quyết định điều chỉnh (amended).",
            en: "Delete gap; a signed quota is lowered by a decision alone (amended).")
        : Words("gap: \(largest)d"))
  }

  static func pinsTooNear(_ line: PlanLine, gap: Int, _ first: CivilDay, _ second: CivilDay) -> Finding {
    let distance = first.distance(to: second)
    return Finding(
      .gapNotKept, .error, at: line.span,
      Words(
        vi: "\(line.title.quoted): hai ngày cố định \(first) và \(second) cách nhau \(distance) ngày, ít hơn "
          + "gap: \(gap)d.",
        en: "\(line.title.quoted): the pins \(first) and \(second) lie \(days(distance)) apart, less than "
          + "gap: \(gap)d."),
      remedy: distance == 0
        ? Words(vi: "Xóa một ngày cố định, hoặc xóa gap.", en: "Delete one of the pins, or delete gap.")
        : Words("gap: \(distance)d"))
  }

  /// - Parameter lines: Those whose least in the month adds up to more.
  static func outletBelowLeast(
    _ outlet: Outlet, month: String, least: Int, most: Int, lines: [PlanLine], furtherMonths: [String]
  ) -> Finding {
    let ids = lines.prefix(12).map(\.id).joined(separator: ", ") + (lines.count > 12 ? ", …" : "")
    let further = furtherMonths.joined(separator: ", ")
    let also = Words(
      vi: further.isEmpty ? "" : " Các tháng \(further) cũng vậy.",
      en: further.isEmpty ? "" : " So it is in month \(further).")
    return Finding(
      .minimumAboveMaximum, .error, at: SourceSpan(outlet.place, under: outlet.id),
      Words(
        vi: "Tháng \(month): số ít nhất của các chỉ tiêu (\(ids)) cộng lại \(least), nhiều hơn số mà "
          + "\(outlet.name.quoted) nhận (per-month: \(most)).\(also.vi)",
        en: "Month \(month): the least of the lines (\(ids)) adds up to \(least), more than "
          + "\(outlet.name.quoted) takes (per-month: \(most)).\(also.en)"),
      remedy: Words(
        vi: "Viết ít nhất \(month): \(least) ở per-month của kênh, hoặc giảm months của các chỉ tiêu.",
        en: "Write at least \(month): \(least) in the outlet's per-month, or lower the lines' months."))
  }
}

extension Range<CivilDay> {
  /// From the first to the last day.
  fileprivate var text: String { "\(lowerBound.forPeople) – \(upperBound.advanced(by: -1).forPeople)" }
}
