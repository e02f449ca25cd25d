import ScheduleModel

// What can be wrong with the months of a plan, and with plans that do not keep to a calendar year.
extension Finding {
  static func weightForEachMonth(given: Int, _ months: MonthRun, at span: SourceSpan) -> Finding {
    let has = numberOfMonths(months)
    return Finding(
      .badNumber, .error, at: span,
      Words(
        vi: "Danh sách trọng số có \(given) số; \(has.vi).",
        en: "The list of weights has \(given) numbers; \(has.en)."),
      remedy: Words("weights: [\(months.indices.map { _ in "1" }.joined(separator: ", "))]"))
  }

  static func numberForEachMonth(given: Int, _ months: MonthRun, at span: SourceSpan) -> Finding {
    let has = numberOfMonths(months)
    let some =
      months.isCalendarYear
      ? "{ 2: 20, 11: 60 }" : "{ \(months.key(of: 0)): 20, \(months.key(of: months.count - 1)): 60 }"
    return Finding(
      .badNumber, .error, at: span,
      Words(
        vi: "Danh sách của các tháng có \(given) số; \(has.vi).",
        en: "The list of months has \(given) numbers; \(has.en)."),
      remedy: Words(
        vi: "Viết một số cho mọi tháng (per-month: 40), đủ \(months.count) số, hoặc riêng vài tháng: \(some)",
        en:
          "Write one number for every month (per-month: 40), all \(months.count), or some months alone: \(some)"
      ))
  }

  private static func numberOfMonths(_ months: MonthRun) -> Words {
    months.isCalendarYear
      ? Words(vi: "một năm có 12 tháng", en: "a year has 12 months")
      : Words(
        vi: "kế hoạch có \(months.count) tháng (\(span(months)))",
        en: "the plan has \(months.count) months (\(span(months)))")
  }

  private static func span(_ months: MonthRun) -> String {
    "\(months.name(of: 0)) – \(months.name(of: months.count - 1))"
  }

  static func weightsAllZero(_ months: MonthRun, at span: SourceSpan) -> Finding {
    Finding(
      .weightsAllZero, .error, at: span,
      Words(
        vi:
          "Trọng số của cả \(months.count == 12 ? "mười hai" : "\(months.count)") tháng đều là 0, nên không biết chia vào đâu.",
        en:
          "The weights of all \(months.count == 12 ? "twelve" : "\(months.count)") months are 0, so there is nowhere to spread to."
      ),
      remedy: Words(vi: "Cho ít nhất một tháng trọng số 1.", en: "Give at least one month the weight 1."))
  }

  static func monthOutsidePlan(_ text: String, _ months: MonthRun, at span: SourceSpan) -> Finding {
    Finding(
      .badNumber, .error, at: span,
      Words(
        vi: "Kế hoạch không có tháng \(text.quoted); các tháng của kế hoạch là \(Self.span(months)).",
        en: "The plan has no month \(text.quoted); its months are \(Self.span(months))."),
      remedy: Words(
        vi: "Viết một tháng của kế hoạch, ví dụ \(months.key(of: 0)).",
        en: "Write a month of the plan, such as \(months.key(of: 0))."))
  }

  static func monthAmbiguous(_ number: Int, _ names: [String], at span: SourceSpan) -> Finding {
    let list = names.joined(separator: ", ")
    return Finding(
      .badNumber, .error, at: span,
      Words(
        vi: "Kế hoạch có \(names.count) tháng \(number): \(list).",
        en: "The plan has \(names.count) months of the number \(number): \(list)."),
      remedy: Words(vi: "Viết rõ tháng nào: \(list)", en: "Write which one: \(list)"))
  }

  static func monthTwice(_ name: String, at span: SourceSpan) -> Finding {
    Finding(
      .duplicateKey, .error, at: span,
      Words(vi: "Tháng \(name) ghi hai lần.", en: "The month \(name) is given twice."),
      remedy: Words(vi: "Xóa một dòng.", en: "Delete one."))
  }

  static func dateOutsidePlan(_ day: CivilDay, _ days: Range<CivilDay>, at span: SourceSpan) -> Finding {
    let (first, last) = (days.lowerBound, days.upperBound.advanced(by: -1))
    return Finding(
      .dateOutsideYear, .error, at: span,
      Words(
        vi: "Ngày \(day) nằm ngoài thời gian kế hoạch, từ \(first) đến \(last).",
        en: "\(day) lies outside the time of the plan, \(first) to \(last)."),
      remedy: Words(
        vi: "Kiểm tra lại ngày này, và `from`, `to` của kế hoạch.",
        en: "Check this day, and `from` and `to` of the plan."))
  }

  static func planPassesYear(_ day: CivilDay, year: Int, missing: String, at span: SourceSpan) -> Finding {
    Finding(
      .dateOutsideYear, .error, at: span,
      Words(
        vi: "Ngày \(day) không thuộc năm kế hoạch \(year), và kế hoạch không ghi `\(missing)`.",
        en: "\(day) lies outside the year of the plan, \(year), and the plan does not state `\(missing)`."),
      remedy: Words(
        vi:
          "Kiểm tra lại ngày này và `year`. Kế hoạch không theo năm dương lịch thì ghi cả hai, ví dụ: from: \(year)-07-01, "
          + "to: \(year + 1)-06-30",
        en:
          "Check this day, and `year`. A plan that does not keep to a calendar year states both, such as: from: \(year)-07-01, "
          + "to: \(year + 1)-06-30"))
  }

  static func planTooLong(_ days: Range<CivilDay>, months: Int, most: Int, at span: SourceSpan) -> Finding {
    let (first, last) = (days.lowerBound, days.upperBound.advanced(by: -1))
    return Finding(
      .dateOutsideYear, .error, at: span,
      Words(
        vi: "Từ \(first) đến \(last) là \(months) tháng; một kế hoạch có nhiều nhất \(most) tháng.",
        en: "From \(first) to \(last) there are \(months) months; a plan has at most \(most)."),
      remedy: Words(
        vi: "Chia thành nhiều kế hoạch, kế hoạch trước ghi successor.",
        en: "Make several plans of it, each naming the next one as its successor."))
  }
}
