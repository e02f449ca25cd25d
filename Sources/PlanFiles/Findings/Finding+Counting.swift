import ScheduleModel

// What can be wrong with how a plan says output is counted.
extension Finding {
  static func badCycle(_ text: String, at span: SourceSpan) -> Finding {
    bad(
      text, at: span, vi: "không phải một kỳ đếm", en: "is no period in which to count",
      remedy: "every: quarter; every: day; every: 6 weeks; every: any 6 weeks")
  }

  static func badHours(_ text: String, at span: SourceSpan) -> Finding {
    bad(
      text, at: span, vi: "không phải một khung giờ", en: "are no hours of a day",
      remedy: "between: 18:00-23:00")
  }

  static func badWeight(_ text: String, at span: SourceSpan) -> Finding {
    bad(
      text, at: span, vi: "không phải số điểm (1 đến 1.000) cho mỗi phút hoặc mỗi tác phẩm",
      en: "is no number of points (1 to 1,000) for each minute or work",
      remedy: "weight: 2 a minute; weight: 3 a work")
  }

  static func badTask(_ text: String, at span: SourceSpan) -> Finding {
    bad(
      text, at: span, vi: "không nói khi nào nhiệm vụ hoàn thành", en: "does not say when a task is done",
      remedy: "done: quota; done: 90%; done: aired; done: 2026-11-30; done: never")
  }

  static func dueSaidTwice(_ other: String, at span: SourceSpan) -> Finding {
    Finding(
      .badCount, .error, at: span,
      Words(
        vi: "Hạn gửi vừa theo số tháng sau kỳ (months-later) vừa theo \(other).",
        en: "The due day is said both by months after the period (months-later) and by \(other)."),
      remedy: Words(
        vi: "Giữ một cách: { day: 10, months-later: 2 } hoặc { day: 31, month: 1, years-later: 1 }",
        en: "Keep one of them: { day: 10, months-later: 2 } or { day: 31, month: 1, years-later: 1 }"))
  }

  static func dueBeforeEnd(_ period: ReportingPeriod, _ day: CivilDay, at span: SourceSpan) -> Finding {
    let last = period.days.upperBound.advanced(by: -1)
    return Finding(
      .badCount, .error, at: span,
      Words(
        vi: "Báo cáo \(period.name.vi) đến hạn ngày \(day.forPeople), trước khi kỳ báo cáo kết thúc "
          + "(\(last.forPeople)).",
        en: "The report on \(period.name.en) would be due on \(day), before the days that it counts are over "
          + "(\(last))."),
      remedy: Words(
        vi: "Viết hạn sau ngày đó, ví dụ: due: { year: { day: 15, month: 1, years-later: 1 }, Q1: 20 }",
        en: "Write a day after that, such as: due: { year: { day: 15, month: 1, years-later: 1 }, Q1: 20 }"))
  }

  static func badMark(_ text: String, at span: SourceSpan) -> Finding {
    bad(
      text, at: span, vi: "không phải số điểm có tối đa hai chữ số thập phân",
      en: "is no number of points with at most two decimals", remedy: "max: \"1,5\"")
  }

  static func badShare(_ text: String, at span: SourceSpan) -> Finding {
    bad(
      text, at: span, vi: "không phải tỷ lệ từ 1% đến 1.000%", en: "is no share from 1% to 1,000%",
      remedy: "full-at: 100%")
  }

  static func badProfileCode(_ text: String, at span: SourceSpan) -> Finding {
    bad(
      text, at: span, vi: "không dùng được làm tên; tên chỉ có chữ in hoa A–Z, chữ số và dấu “_”",
      en: "cannot be a name; names have capitals A–Z, digits and “_”",
      remedy: KeySet.reporting.example(of: "profile"))
  }

  static func badPart(_ text: String, at span: SourceSpan) -> Finding {
    bad(
      text, at: span, vi: "không phải một phần của năm", en: "is no part of a year",
      remedy: "parts: [Q1, H1, Q3, year]")
  }

  private static func bad(
    _ text: String, at span: SourceSpan, vi: String, en: String, remedy: String
  ) -> Finding {
    Finding(
      .badCount, .error, at: span, Words(vi: "\(text.quoted) \(vi).", en: "\(text.quoted) \(en)."),
      remedy: Words(vi: "Viết ví dụ: \(remedy)", en: "Write for example: \(remedy)"))
  }

  /// - Parameter sum: What the rule asks for in all its windows.
  static func countsPassQuota(_ line: PlanLine, _ rule: CountingRule, sum: Int, quota: Quantity) -> Finding {
    let floor = rule.floor ?? 0
    func figure(_ number: Int, _ language: ReaderLanguage) -> String { grouped(number, in: language) }
    let (vi, en) = (rule.measure.name.vi, rule.measure.name.en)
    return Finding(
      .countsContradictQuota, .warning, at: rule.place,
      Words(
        vi:
          "\(line.title.quoted): ít nhất \(figure(floor, .vietnamese)) \(vi) \(rule.cycle.name.vi) (floor) thì cả năm là "
          + "\(figure(sum, .vietnamese)), nhiều hơn chỉ tiêu \(quota.text(in: .vietnamese)) (quota).",
        en:
          "\(line.title.quoted): at least \(figure(floor, .english)) \(en) \(rule.cycle.name.en) (floor) make "
          + "\(figure(sum, .english)) in the year, more than the quota of \(quota.text(in: .english))."),
      remedy: .holdBothAgainstTheDocument)
  }

  /// - Parameter sum: What the rule allows in all its windows.
  static func countsBelowQuota(_ line: PlanLine, _ rule: CountingRule, sum: Int, quota: Quantity) -> Finding {
    let ceiling = rule.ceiling ?? 0
    func figure(_ number: Int, _ language: ReaderLanguage) -> String { grouped(number, in: language) }
    let (vi, en) = (rule.measure.name.vi, rule.measure.name.en)
    return Finding(
      .countsContradictQuota, .warning, at: rule.place,
      Words(
        vi:
          "\(line.title.quoted): nhiều nhất \(figure(ceiling, .vietnamese)) \(vi) \(rule.cycle.name.vi) (ceiling) thì cả năm là "
          + "\(figure(sum, .vietnamese)), không đủ chỉ tiêu \(quota.text(in: .vietnamese)) (quota).",
        en:
          "\(line.title.quoted): at most \(figure(ceiling, .english)) \(en) \(rule.cycle.name.en) (ceiling) make "
          + "\(figure(sum, .english)) in the year, less than the quota of \(quota.text(in: .english))."),
      remedy: .holdBothAgainstTheDocument)
  }

  static func floorAboveCeiling(
    _ floor: Int, _ ceiling: Int, at span: SourceSpan, _ keys: [String] = ["floor", "ceiling"]
  ) -> Finding {
    Finding(
      .minimumAboveMaximum, .error, at: span,
      Words(
        vi: "\(keys[0]) (\(floor)) lớn hơn \(keys[1]) (\(ceiling)).",
        en: "\(keys[0]) (\(floor)) is above \(keys[1]) (\(ceiling))."),
      remedy: .holdBothAgainstTheDocument)
  }

  /// - Parameters:
  ///   - least: The least length with which a work counts, in minutes, above the least of `lengths`.
  ///   - lengths: The lengths that a work may have.
  static func leastAboveLength(_ least: Int, _ lengths: ClosedRange<Int>, at span: SourceSpan) -> Finding {
    let isNever = least > lengths.upperBound
    return Finding(
      .minimumAboveMaximum, isNever ? .error : .warning, at: span,
      isNever
        ? Words(
          vi:
            "Tác phẩm dài \(lengths.upperBound) phút (length) nhưng phải dài từ \(least) phút mới được tính "
            + "(least-length), nên không tác phẩm nào được tính.",
          en:
            "Works of \(lengths.upperBound) min (length) count from \(least) min on (least-length), so none ever "
            + "counts.")
        : Words(
          vi:
            "Kế hoạch cho phép tác phẩm dài từ \(lengths.lowerBound) phút (length) nhưng phải dài từ \(least) phút mới "
            + "được tính (least-length).",
          en: "Works may be as short as \(lengths.lowerBound) min (length), and count from \(least) min on "
            + "(least-length)."),
      remedy: Words(
        vi:
          "Đối chiếu hai khóa với văn bản; least-length không lớn hơn \(lengths.lowerBound)m thì tác phẩm nào phát đủ "
          + "cũng được tính.",
        en:
          "Hold both keys against the document; with a least-length of at most \(lengths.lowerBound)m every work that "
          + "airs in full counts."))
  }

  /// - Parameter openings: All that the line may use, each shorter than the least length.
  static func leastLongerThanSlot(_ line: PlanLine, minutes: Int, _ openings: [GridLine]) -> Finding {
    let list =
      openings.prefix(12).map { "\($0.id) (\($0.minutes)m)" }.joined(separator: ", ")
      + (openings.count > 12 ? ", …" : "")
    return Finding(
      .workLongerThanSlot, .error, at: line.span,
      Words(
        vi:
          "\(line.title.quoted) phải dài từ \(minutes) phút mới được tính (least-length), dài hơn mọi khung giờ được "
          + "dùng: \(list).",
        en:
          "\(line.title.quoted) counts from \(minutes) min on (least-length), longer than every grid line that it may "
          + "use: \(list)."),
      remedy: Words(
        vi: "Đối chiếu least-length với văn bản, hoặc chọn, kéo dài khung giờ.",
        en: "Hold least-length against the document, or choose or lengthen a grid line."))
  }

  static func nothingToCarry(at span: SourceSpan) -> Finding {
    Finding(
      .unusedKey, .warning, at: span,
      Words(
        vi:
          "carry-over chuyển phần vượt floor của một kỳ sang kỳ sau; ở đây không có floor, hoặc không có kỳ sau.",
        en:
          "carry-over takes what passes the floor of one period into the next; here is no floor, or no next."),
      remedy: Words("floor: 10, every: quarter, carry-over: true"))
  }

  static func weightWithoutPoints(_ measure: CountingRule.Measure, at span: SourceSpan) -> Finding {
    Finding(
      .unusedKey, .warning, at: span,
      Words(
        vi: "weight cho điểm, nhưng quy tắc này đếm \(measure.name.vi).",
        en: "weight makes points, but this rule counts \(measure.name.en)."),
      remedy: Words(
        vi: "Viết “count: points”, hoặc xóa weight.", en: "Write “count: points”, or delete weight."))
  }

  static func excludesAll(at span: SourceSpan) -> Finding {
    Finding(
      .missingKey, .error, at: span,
      Words(
        vi: "Mục loại trừ không nói loại trừ gì.", en: "The exclusion does not say what it leaves out."),
      remedy: Words("exclude: [{ reason: Phát thử, from: 2026-01-01, to: 2026-01-31 }]"))
  }

  static func amendedTwice(_ day: CivilDay, at span: SourceSpan) -> Finding {
    Finding(
      .duplicateID, .error, at: span,
      Words(
        vi: "Chỉ tiêu được điều chỉnh hai lần từ ngày \(day).",
        en: "The figure is amended twice from \(day)."),
      remedy: Words(vi: "Xóa một lần.", en: "Delete one."))
  }

  static func profileIsFixed(_ code: String, _ key: String, at span: SourceSpan) -> Finding {
    Finding(
      .unusedKey, .warning, at: span,
      Words(
        vi: "\(code) có sẵn cách chia kỳ của nó; \(key) không có tác dụng.",
        en: "\(code) has its own periods; \(key) does nothing."),
      remedy: Words(
        vi: "Xóa \(key), hoặc đặt tên khác cho profile.",
        en: "Delete \(key), or give the profile another name."
      ))
  }
}

extension Words {
  /// What helps where two figures of a plan cannot both be meant.
  static let holdBothAgainstTheDocument = Words(
    vi:
      "Đối chiếu cả hai con số với văn bản: một trong hai không phải của chỉ tiêu này, hoặc của khoảng thời gian khác.",
    en:
      "Hold both figures against the document: one of them is not this line's, or is meant for another stretch of time."
  )
}
